"""FilterLine: the filter as text."""

from __future__ import annotations

from textual import on
from textual.widgets import Input

from store.errors import QueryError
from store.query import Query
from tui.newsroom import Newsroom


class FilterLine(Newsroom):
    """Follows the filter while it is typed."""

    _before_prompt = Query()
    _mistake: QueryError | None = None

    @on(Input.Changed, "#prompt")
    def _on_typed(self, message: Input.Changed) -> None:
        """Follow the text while it is typed; a mistake leaves the last valid filter in force."""
        if self.over != "prompt":
            return
        try:
            query = Query.parse(message.value, self.archive.vocabulary)
        except QueryError as error:
            self._mistake = error
            self.prompt.point_out(error.column, error.length)
            first, _, rest = error.reason.partition(". ")
            takes = ((" · Enter", "key"), (" takes ", "muted"), (error.suggestion, "strong"))
            offer = takes if error.suggestion else ()
            self.status.say(("! ", "error"), (first, "text"), *offer, (f" · {rest}" if rest else "", "muted"))
            return
        self._mistake = None
        self.prompt.point_out(0, 0)
        self.query_in_force = query
        tally = self.answer.tally
        self.status.say((f"{tally.shown:,} of {tally.texts:,}", "text"), (" texts match", "muted"))

    @on(Input.Submitted, "#prompt")
    def _on_entered(self) -> None:
        """Keep the filter as typed; of a mistake take the suggestion, or leave it there to be mended."""
        if self._mistake is None:
            self._leave_prompt()
        elif self._mistake.suggestion is not None:
            self.prompt.value = self._mistake.suggestion
            self.prompt.action_end()

    def on_prompt_left(self) -> None:
        """Go back to the filter as it was."""
        self._leave_prompt()
        self.query_in_force = self._before_prompt

    def _leave_prompt(self) -> None:
        self.give("article" if self.nothing else "timeline")

    def action_prompt(self) -> None:
        """Edit the filter as text."""
        self._before_prompt, self._mistake = self.query_in_force, None
        text = str(self.query_in_force)
        self.prompt.value = f"{text} " if text else ""
        self.prompt.point_out(0, 0)
        self.lay_over("prompt")
        self.prompt.action_end()
        self.status.say(('party:cpv  date:2016..2021  person:trung  words  "a phrase"  -not', "muted"))
