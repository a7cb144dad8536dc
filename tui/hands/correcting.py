"""Correcting: what was understood of a text is put right by a person, and can be taken back."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING, Final, NamedTuple

from store.later import Later
from store.query import Query
from tui.chores import DONE, WAY_BACK
from tui.hand import Hand
from tui.lines import line
from tui.wording import capitalised

if TYPE_CHECKING:
    from store.archive import amending
    from store.archive.amending import Amendment
    from store.archive.corrected import Correction, Field
    from store.article import Article, Entity
    from tui import kin, proof
    from tui.form import Form
    from tui.kin import Kin, Known
    from tui.proof import Made
else:
    amending, kin, proof = map(Later, ("store.archive.amending", "tui.kin", "tui.proof"))

_ASKED: Final[dict[Field, tuple[str, str]]] = {
    "name": ("Name", ""),
    "abbr": ("Short name", "empty for none"),
    "country": ("Country", "two letters, such as VN"),
}
"""What is asked for a field, and the hint beside it."""

_DATE_HINT: Final = "2021-05-18 or 2021-05 or 2016..2018"

_UNSEEN: Final = ("hidden", "merged", "mention")
"""Fields without a value that stood there before."""

_ALL: Final = Query()


class _Case(NamedTuple):
    """What is being corrected."""

    article: Article
    made: tuple[Made, ...]
    """The corrections in force."""
    entity: str = ""
    here: bool = False
    """Whether in this text alone."""
    reason: str = ""
    draft: str = ""
    """What was typed and refused, to be mended."""

    @property
    def named(self) -> Entity:
        """The entity, as the desk shows it."""
        return next(e for e in self.article.entities if e.id == self.entity)


class Correcting(Hand):
    """Opens the form and keeps what is corrected."""

    _case: _Case
    _pages: list[Callable[[], str]]
    """The pages of the form, from the one that was opened to the one that is shown; each says what to do."""

    def action_correct(self) -> None:
        """Open the form on the text, or on the entity under the cursor of Entities."""
        if self.is_busy():
            return
        self.preview()
        article = self.viewer.article
        if article is None:
            self.status.say(("No text is open, so there is nothing to correct.", "muted"))
            return
        made = tuple(map(self._told_of, self.archive.corrector.about(article.id)))
        pointed = self.sidebar.pointed if self.panel == "entities" else None
        self._case, self._pages = _Case(article, made, pointed or ""), []
        self._turn_to(self._entity_page if pointed else self._text_page)

    @property
    def _kin(self) -> Kin:
        return kin.Kin(self.archive, self._case.article, self.today)

    def turned_back(self) -> bool:
        """Go back to the page of the form before this one; tell whether there is one."""
        self._pages.pop()
        if not self._pages:
            return False
        self._turn_to(self._pages.pop())
        return True

    def on_form_begun(self, message: Form.Begun) -> None:
        """Ask for a date that begins with what was typed."""
        self._ask_date(message.digit)

    def on_form_chosen(self, message: Form.Chosen) -> None:
        """Do what the row says."""
        row = message.row
        match row.act:
            case "date":
                self._ask_date(self._case.draft or self._case.article.date.value or "")
            case "entity":
                self._case = self._case._replace(entity=row.about)
                self._turn_to(self._entity_page)
            case "name" | "abbr" | "country":
                self._ask_field(row.act)
            case "kind":
                self._correct_entity("kind", row.about) if row.about else self._turn_to(self._kinds_page)
            case "merge":
                self._turn_to(self._targets_page)
            case "hide":
                self._correct_entity("hidden", True)
            case "confirm":
                self._confirm()
            case "where":
                self._again(here=not self._case.here)
            case "reason":
                self.ask_line("Why", self._case.reason, lambda why: self._again(reason=why.strip()))
            case "into":
                self._merge(row.about)
            case "find":
                self.ask_line("Merge into", self._case.draft, self._find)
            case "take back":
                self._take_back(int(row.about))

    def _turn_to(self, page: Callable[[], str]) -> None:
        """Show a page of the form and say what can be done there."""
        self._pages.append(page)
        self._case = self._case._replace(draft="")
        sentence = page()
        if self.over != "form":
            self.lay_over("form")
        self._show_keys("form")
        self.status.say((sentence, "muted"))

    def _again(self, **changes: object) -> None:
        """Show the same page after something of the case has changed."""
        self._case = self._case._replace(**changes)  # type: ignore[arg-type]
        row = self.form.cursor
        self._turn_to(self._pages.pop())
        self.form.go(row)

    def _text_page(self) -> str:
        case = self._case
        self.form.offer((), proof.of_text(case.article, case.made, case.reason))
        return "Type the date at once, or choose what is wrong"

    def _entity_page(self) -> str:
        case, entity = self._case, self._case.named
        texts = self.archive.counts(_ALL, [entity.id], self.today).get(entity.id, 0)
        made = [one for one in case.made if entity.id in one.entities]
        title = proof.called(entity, "✓" if made else "")
        self.form.offer(title, proof.of_entity(entity, texts, made, case.reason, here=case.here))
        return "Choose what is wrong; o turns between all texts and this one"

    def _kinds_page(self) -> str:
        self.form.offer(
            line(*proof.called(self._case.named)[:1], (" is a", "muted")), proof.kinds(self._case.named)
        )
        return "A digit says what it is"

    def _targets_page(self, found: Iterable[Known] | None = None) -> str:
        title = line(("merge ", "muted"), *proof.called(self._case.named)[:1], (" into", "muted"))
        self.form.offer(title, proof.targets(self._kin.of(self._case.named) if found is None else found))
        return "Its mentions, counts and contacts go along"

    def _ask_date(self, begun: str) -> None:
        self.ask_line("Date", begun, self._correct_date, hint=_DATE_HINT)

    def _ask_field(self, field: Field) -> None:
        question, hint = _ASKED[field]
        value = self._case.draft or str(getattr(self._case.named, field) or "")
        self.ask_line(question, value, partial(self._correct_entity, field), hint=hint)

    def _correct_date(self, typed: str) -> None:
        self._correct(amending.Amendment(self._case.article.id, "date", typed, self._case.reason))

    def _correct_entity(self, field: Field, new: str | bool | Entity) -> None:
        case = self._case
        if case.here:
            self._correct(amending.Amendment(case.article.id, field, new, case.reason, case.entity))
        else:
            self._correct(amending.Amendment(case.entity, field, new, case.reason))

    def _confirm(self) -> None:
        """Confirm an entity in all texts; of a party its country, which tells letters apart, comes first."""
        self._case = self._case._replace(here=False)
        named = self._case.named
        if named.kind == "party" and not named.country:
            self.ask_line(
                "Country", self._case.draft, self._confirm_from, hint="such as VN; empty if none is known"
            )
        else:
            self._correct_entity("confirmed", True)

    def _confirm_from(self, country: str) -> None:
        case = self._case
        where = amending.Amendment(case.entity, "country", country, case.reason)
        sure = amending.Amendment(case.entity, "confirmed", True, case.reason)
        self._correct(*([where] if country.strip() else []), sure)

    def _find(self, typed: str) -> None:
        """Merge into what has a name, or offer all that have."""
        kind = self._case.named.kind
        found = self._kin.called(self._case.named, typed)
        if len(found) == 1:
            self._merge(next(iter(found)))
        elif found:
            self._pages.pop()
            self._turn_to(partial(self._targets_page, found.values()))
        else:
            self._case = self._case._replace(draft=typed)
            like = self.archive.vocabulary.suggest(kind, typed)
            hint = f" Did you mean {like}?" if like else ""
            self.status.say(("! ", "error"), (f"No {kind} is called {typed}.", "text"), (hint, "muted"))

    def _merge(self, target: str) -> None:
        if entity := self._kin.entity(target):
            self._correct_entity("merged", entity)

    def _correct(self, *asked: Amendment) -> None:
        """Keep corrections and show them; what cannot be kept is said, and the form stays as it was."""
        made: list[Correction] = []
        typed = asked[0].new
        self._case = self._case._replace(draft=typed if isinstance(typed, str) else "")
        self.do(
            lambda: made.extend(map(self.archive.corrector.correct, asked)),
            lambda: self._show(self.archive.corrector.told(made[-1])),
            "correcting",
        )

    def _take_back(self, number: int) -> None:
        """Take a correction back, whoever made it."""
        told = next(one.told for one in self._case.made if one.number == number)
        self.do(
            lambda: self.archive.corrector.take_back(number),
            lambda: self._show(f"Taken back: {told}", undoable=False),
            "taking back",
        )

    def _show(self, told: str, *, undoable: bool = True) -> None:
        """Close the form, and show the page as it is now."""
        self.lay_over(None)
        self.ask(keep=self._case.article.id)
        self.preview()
        if self.archive.behind:
            self._catch_up()
        self.announce(DONE, (capitalised(told), "text"), *(WAY_BACK if undoable else ()))

    def _told_of(self, one: Correction) -> Made:
        """Return a correction in the words of the form."""
        was = one.old if isinstance(one.old, str) and one.field not in _UNSEEN else ""
        if one.field == "date" and not was:
            was = "no date"
        return proof.Made(
            one.number, self.archive.corrector.told(one), one.who, one.when, was, one.reason, one.entities
        )
