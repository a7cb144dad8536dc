"""FilterLine: the filter as text, which the list follows, with what could stand at the cursor."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Final

from textual import on
from textual.widgets import Input
from textual.worker import get_current_worker

from store.errors import NewsError, QueryError
from store.later import Later
from store.query import Query
from tui.asking import Answer, opened_again
from tui.hand import Hand

if TYPE_CHECKING:
    from store import completion
    from store.archive import vocabulary
    from store.completion import Candidate, Slot
    from tui import candidates, emptiness
    from tui import sitting as sittings
    from tui.pasting import Pasting
    from tui.prompt import Prompt
else:
    completion, vocabulary, candidates, emptiness, sittings = map(
        Later,
        ("store.completion", "store.archive.vocabulary", "tui.candidates", "tui.emptiness", "tui.sitting"),
    )

_PAUSE: Final = 0.3
"""Seconds without a key after which a name that nobody knows is compared with all that are known."""


class FilterLine(Hand):
    """Follows the filter while it is typed."""

    _sitting: sittings.Sitting
    """Since the line was opened first."""

    def action_prompt(self) -> None:
        """Edit the filter as text."""
        text = str(self.query_in_force)
        self._sitting = sittings.Sitting(self.query_in_force, typed=[*self.archive.mine.marks.asked, ""])
        self._sitting.at = len(self._sitting.typed) - 1
        self.prompt.write(f"{text} " if text else "")
        self.prompt.point_out(0, 0)
        self.lay_over("prompt")
        self.call_after_refresh(self._know_names)
        told = 'party:cpv  date:2016..2021  person:trung  words  "a phrase"  -not'
        self.status.say((told, "muted"), ("  Tab", "key"), (" completes", "muted"))

    def _know_names(self) -> None:
        """Have the gazetteer's names loaded now that the line stands: what is typed may be one of them."""
        self.run_worker(partial(vocabulary.also_named, self.archive.folder), thread=True)

    @on(Input.Changed, "#prompt")
    async def _on_typed(self, message: Input.Changed) -> None:
        """Follow the text while it is typed; a mistake leaves the last valid filter in force."""
        if self.over == "prompt":
            await self.in_one_frame(partial(self._follow, message.value))

    def _follow(self, text: str) -> None:
        sitting = self._sitting
        if sitting.resting:
            sitting.resting.stop()
        try:
            query = Query.parse(text, sittings.Exact(self.archive.vocabulary))
        except QueryError as error:
            sitting.mistake, sitting.is_compared = error, error.suggestion is not None
            self.prompt.point_out(error.column, error.length)
            if not sitting.is_compared:
                sitting.resting = self.set_timer(_PAUSE, self._compare)
        else:
            sitting.mistake = None
            self.prompt.point_out(0, 0)
            if query != self.query_in_force:
                self.query_in_force = query
            if not self.answer.tally.shown:
                sitting.resting = self.set_timer(_PAUSE, self._explain)
        if not self._narrowed(text):
            self._tell_typed()

    def _explain(self) -> None:
        """Say what to leave out of a filter that finds nothing, now that nobody types."""
        if self.over == "prompt" and self._sitting.round is None and not self.answer.tally.shown:
            told = emptiness.nothing_matches(self.archive, self.query_in_force, self.today)
            self.status.say((told, "text"))

    def _tell_typed(self) -> None:
        """Say what the filter finds, or what is wrong with it and what may have been meant."""
        error = self._sitting.mistake
        if error is None:
            tally = self.answer.tally
            self.status.say((f"{tally.shown:,} of {tally.texts:,}", "text"), (" texts match", "muted"))
            return
        self.status.say(("! ", "error"), *candidates.mistake(error, self._found_by(error)))

    def _found_by(self, error: QueryError) -> int | None:
        """Return how many texts the suggestion finds, where it is a query."""
        with suppress(QueryError):
            if error.suggestion is not None:
                query = Query.parse(error.suggestion, sittings.Exact(self.archive.vocabulary))
                return self.archive.tally(query, self.today).shown
        return None

    def _compare(self) -> None:
        """Have the name that nobody knows compared with those that are known, in a thread."""
        text = self.prompt.value
        self.run_worker(lambda: self._compared(text), thread=True, exclusive=True, group="compare")

    def _compared(self, text: str) -> None:
        try:
            archive = opened_again(self.archive)
            Query.parse(text, archive.vocabulary)
        except QueryError as error:
            if not get_current_worker().is_cancelled:
                self.app.call_from_thread(self._suggest, text, error)
        except NewsError as error:
            self.app.call_from_thread(self.complain, error)

    def _suggest(self, text: str, error: QueryError) -> None:
        """Say what a name that nobody knows may have meant."""
        sitting = self._sitting
        if self.over == "prompt" and self.prompt.value == text and sitting.mistake:
            sitting.mistake, sitting.is_compared = error, True
            if sitting.round is None:
                self._tell_typed()

    @on(Input.Submitted, "#prompt")
    def _on_entered(self) -> None:
        """Keep the filter as typed; of a mistake take the suggestion, or leave it there to be mended."""
        sitting, text = self._sitting, self.prompt.value
        if sitting.awaited:
            sitting.is_entered = True
            return
        if sitting.mistake and not sitting.is_compared:
            with suppress(QueryError):
                self._know(text)
        if sitting.mistake is None:
            self._leave_prompt()
            self._remember(str(self.query_in_force))
        elif sitting.mistake.suggestion is not None:
            sitting.round = None
            self.prompt.write(sitting.mistake.suggestion)
        else:
            self._tell_typed()

    def _know(self, text: str) -> None:
        """Have the mistake say what was meant, now that nobody types."""
        try:
            Query.parse(text, self.archive.vocabulary)
        except QueryError as error:
            self._sitting.mistake, self._sitting.is_compared = error, True

    def _remember(self, text: str) -> None:
        """Keep a filter for the arrows; where that cannot be written, it is not worth a word."""
        with suppress(NewsError):
            self.archive.mine.asked(text)

    def on_pasting_shortened(self, message: Pasting.Shortened) -> None:
        """Say how much of what was pasted stands in the line, until the next key."""
        if self._sitting.resting:
            self._sitting.resting.stop()
        self.status.say(("! ", "error"), (message.told, "text"))

    def on_prompt_left(self) -> None:
        """Go back to the filter as it was."""
        self._leave_prompt()
        self.query_in_force = self._sitting.before

    def _leave_prompt(self) -> None:
        if self._sitting.resting:
            self._sitting.resting.stop()
        self._sitting.round = self._sitting.awaited = None
        self.give("article" if self.nothing else "timeline")

    def on_prompt_recalled(self, message: Prompt.Recalled) -> None:
        """Put an earlier filter in place of what is typed, or that again."""
        sitting = self._sitting
        if sitting.at == len(sitting.typed) - 1:
            sitting.typed[-1] = self.prompt.value
        at = sitting.at + message.by
        if 0 <= at < len(sitting.typed):
            sitting.at, sitting.round = at, None
            self.prompt.write(sitting.typed[at])
        else:
            told = "The first filter you typed here" if at < 0 else "No later filter"
            self.status.say((told if len(sitting.typed) > 1 else "No filter was typed yet", "muted"))

    def on_prompt_turned(self, message: Prompt.Turned) -> None:
        """Put the next candidate at the cursor; gather them first where that was not done for this place."""
        sitting, text = self._sitting, self.prompt.value
        if sitting.resting:
            sitting.resting.stop()
        if sitting.awaited and sitting.awaited[0] == text:
            sitting.awaited = text, sitting.awaited[1] + message.by
            return
        if sitting.round and text in (sitting.round.shown, sitting.round.text) and sitting.round.found:
            self._turn(sitting.round, message.by)
            return
        slot = completion.slot(text, self.prompt.cursor_position)
        names = completion.fields(slot.typed) if slot.field is None else []
        if len(names) == 1:
            self.prompt.write(*completion.completed(text, slot, names[0].value))
            slot = completion.slot(self.prompt.value, self.prompt.cursor_position)
            self._await(slot, 0)
        elif names:
            self._begin_round(sittings.Round(text, slot, names), message.by)
        elif sitting.known[0] == slot.key:
            found = completion.matching(sitting.known[1], slot.typed)
            self._begin_round(sittings.Round(text, slot, found), message.by)
        else:
            self._await(slot, message.by)

    def _await(self, slot: Slot, by: int) -> None:
        """Have the candidates for a slot gathered, and turn to one of them then."""
        self._sitting.awaited = self.prompt.value, by
        self.status.say(("Counting …", "muted"))
        self.run_worker(lambda: self._gather(slot), thread=True, exclusive=True, group="complete")

    def _gather(self, slot: Slot) -> None:
        """Count what could stand in a slot, in a thread and over an archive of its own."""
        try:
            archive = opened_again(self.archive)
            rest = candidates.asked(slot.rest, archive)
            found = candidates.candidates(Answer(archive, rest, self.today), slot.field)
        except NewsError as error:
            self.app.call_from_thread(self._gather_nothing, error)
            return
        if not get_current_worker().is_cancelled:
            self.app.call_from_thread(self._gathered, slot, found)

    def _gather_nothing(self, error: NewsError) -> None:
        self._sitting.awaited = None
        self.complain(error)

    def _gathered(self, slot: Slot, found: tuple[Candidate, ...]) -> None:
        sitting, text = self._sitting, self.prompt.value
        sitting.known = slot.key, found
        awaited, sitting.awaited = sitting.awaited, None
        if self.over != "prompt" or awaited is None:
            return
        now = completion.slot(text, self.prompt.cursor_position)
        if now.key == slot.key:
            fits = completion.matching(found, now.typed)
            self._begin_round(sittings.Round(text, now, fits), awaited[1] if text == awaited[0] else 0)
        if sitting.is_entered:
            sitting.is_entered = False
            self._follow(self.prompt.value)
            self._on_entered()

    def _begin_round(self, one: sittings.Round, by: int) -> None:
        self._sitting.round = one
        if not one.found:
            self._sitting.round = None
            self.status.say((f"Nothing begins with “{one.slot.typed}” here", "muted"))
            if not self._sitting.is_compared:
                self._compare()
        elif by:
            self._turn(one, by)
        else:
            self._show_round(one)

    def _turn(self, one: sittings.Round, by: int) -> None:
        """Put the next or the previous candidate into the text."""
        start = -1 if by > 0 else 0
        one.at = ((start if one.at is None else one.at) + by) % len(one.found)
        value = candidates.value_of(self.archive, one.found[one.at], one.slot)
        one.shown, cursor = completion.completed(one.text, one.slot, value)
        self.prompt.write(one.shown, cursor)
        self._show_round(one)

    def _show_round(self, one: sittings.Round) -> None:
        self.status.say(*candidates.row(one.found, one.at, self.app.size.width))

    def _narrowed(self, text: str) -> bool:
        """Show the candidates that what is typed leaves, as long as it stands in the same place."""
        one = self._sitting.round
        if one is None:
            return False
        if text in (one.shown, one.text):
            return True
        slot = completion.slot(text, self.prompt.cursor_position)
        self._sitting.round = None
        if slot.key != self._sitting.known[0]:
            return False
        found = completion.matching(self._sitting.known[1], slot.typed)
        if found and slot.typed:
            self._sitting.round = sittings.Round(text, slot, found)
            self._show_round(self._sitting.round)
        return bool(found and slot.typed)
