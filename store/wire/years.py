"""Years: the year of an event whose day is printed without one, from everything dated that the text names."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final, NamedTuple

from store.article import EventDate
from store.wire.ages import age_clues
from store.wire.anniversaries import anniversary_clues
from store.wire.bearers import Bearer, bearers_of
from store.wire.below import Below, days_below, this_weekday
from store.wire.chairs import chair_clues
from store.wire.clues import Clue, Passages
from store.wire.contests import contest_clues
from store.wire.copyrights import copyright_clues
from store.wire.dayless import without_day
from store.wire.deaths import death_clues
from store.wire.eras import era_clues
from store.wire.fitting import SLACK, Printed, with_day
from store.wire.foundings import ending_clues, founding_clues, party_floors
from store.wire.friendships import friendship_clues, named_years
from store.wire.gazetteer import Gazetteer
from store.wire.goals import YearSaid, ahead_clues, due_clues, history_clue, review_clues
from store.wire.guests import guest_clues
from store.wire.happenings import happening_clues
from store.wire.lately import first_clues, lately_clues, left_clues
from store.wire.leads import Lead
from store.wire.leavings import leaving_clues
from store.wire.milestones import milestone_clues
from store.wire.names import Named
from store.wire.polls import poll_clues
from store.wire.printed import PrintedDay, weekday_in
from store.wire.ruling import ruling_clues
from store.wire.same_day import same_day_clues
from store.wire.sittings import sitting_clues
from store.wire.summits import summit_clues
from store.wire.tenures import tenure_clues
from store.wire.triumphs import triumph_clues
from store.wire.turnouts import turnout_clues
from store.wire.turnovers import turnover_clues
from store.wire.unnumbered import unnumbered_clues
from store.wire.victors import victory_clues

_WEIGHTS: Final = {"dated": 0, "span": 1, "floor": 2}


class Anchor(NamedTuple):
    """A day that the page or the agency set above the text."""

    kind: str
    """`header` or `dateline`."""
    quote: str
    printed: PrintedDay
    day: date | None
    """With its year, if that is printed."""


def infer(
    passages: Passages,
    named: Named,
    gazetteer: Gazetteer,
    lead: Lead | None,
    above: Anchor | None,
    said: Sequence[YearSaid],
    received: date,
) -> EventDate:
    """Return the day with the year that the text's clues agree on; else what they leave open.

    Args:
        received: The day on which somebody had the text, if that is told: it tells of nothing later.
    """
    floor = history_clue(said)
    bearers = bearers_of(passages, named, gazetteer)
    clues = _dated(passages, named, gazetteer) + _told(passages, bearers, named, gazetteer, floor)
    clues += [floor] if floor else []
    clues += [*ahead_clues(said, passages), *review_clues(said, passages)]
    latest = min(received, date.max - SLACK) + SLACK
    day, quote = (above.printed, above.quote) if above else (None, "")
    printed = Printed(lead, day, quote, weekday_in(quote), latest, _tells_at_once(passages))
    if printed.above_weekday is None and day and lead and lead.ago == 0:
        printed = printed._replace(above_weekday=this_weekday(passages))
    if printed.day and printed.day.day:
        clues += same_day_clues(passages, bearers, printed.in_year, clues)
    clues = _distinct(
        [c for c in clues if not lead or (c.quote, c.paragraph) != (lead.quote, lead.paragraph)]
    )
    if printed.day is None or not printed.day.day:
        return without_day(lead, clues, days_below(passages) if clues else Below())
    return with_day(printed, clues)


def _tells_at_once(passages: Passages) -> bool:
    """Tell whether a lead is one of Xinhua's on what goes on where it was written: `here on Thursday`."""
    lead = passages.lines.get(0)
    return passages.layout.dateline.agency == "Xinhua" and lead is not None and "here" in lead.vocabulary


def _dated(passages: Passages, named: Named, gazetteer: Gazetteer) -> list[Clue]:
    """Return what the dated things of a text say of its year."""
    told = passages.hints()  # a room whose words stand nowhere is not even asked
    return [
        *milestone_clues(passages, named, gazetteer),
        *(summit_clues(passages, named, gazetteer) if "gathering" in told else ()),
        *(chair_clues(passages, named) if "chair" in told else ()),
        *(sitting_clues(passages, named, gazetteer) if "sitting" in told else ()),
        *(unnumbered_clues(passages, named, gazetteer) if "kind" in told and "weekday" in told else ()),
        *happening_clues(passages, named, gazetteer),
        *guest_clues(passages, named, gazetteer),
        *(anniversary_clues(passages, named, gazetteer) if "anniversary" in told else ()),
        *(age_clues(passages, named, gazetteer) if "age" in told else ()),
        *(friendship_clues(passages, named, gazetteer) if "ties" in told else ()),
        *named_years(passages, named),
        *(triumph_clues(passages, named, gazetteer) if "triumph" in told else ()),
        *copyright_clues(passages.layout),
        *(due_clues(passages) if "planned" in told else ()),
        *(era_clues(passages, named) if "era" in told else ()),
        *(founding_clues(passages, named, gazetteer) if "founding" in told else ()),
        *ending_clues(passages, named, gazetteer),
        *party_floors(passages, named, gazetteer),
        *(death_clues(passages, named, gazetteer) if "death" in told else ()),
    ]


def _told(
    passages: Passages, bearers: Sequence[Bearer], named: Named, gazetteer: Gazetteer, floor: Clue | None
) -> list[Clue]:
    """Return what its offices and votes say."""
    told, past = passages.hints(), floor.earliest if floor else date.min
    named_votes = "poll" in told or "outcome" in told
    votes = [
        *(poll_clues(passages, bearers, named, gazetteer, past) if named_votes else ()),
        *(turnout_clues(passages, bearers, gazetteer) if "turnout" in told else ()),
    ]
    if not bearers:
        return votes
    return [
        *tenure_clues(passages, bearers, named, gazetteer),
        *votes,
        *(victory_clues(passages, bearers, named.mentions, gazetteer) if "change" in told else ()),
        *(contest_clues(passages, bearers, gazetteer) if "contest" in told else ()),
        *turnover_clues(passages, bearers, gazetteer),
        *leaving_clues(passages, bearers, named.mentions, gazetteer),
        *(first_clues(passages, bearers, gazetteer) if "first" in told else ()),
        *(lately_clues(passages, bearers, named.mentions, gazetteer) if "move" in told else ()),
        *(left_clues(passages, bearers, named.mentions) if "move" in told else ()),
        *(ruling_clues(passages, bearers) if "rule" in told else ()),
    ]


def _distinct(clues: Sequence[Clue]) -> list[Clue]:
    """Return the clues, the most telling first, each thing said once."""
    ranked = sorted(clues, key=lambda c: (_WEIGHTS[c.weight], c.latest - c.earliest, c.paragraph < 0))
    said: dict[tuple[str, str, tuple[Clue, ...]], Clue] = {}
    for clue in ranked:
        said.setdefault((clue.kind, clue.says, clue.options), clue)
    return list(said.values())
