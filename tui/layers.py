"""Layers: the panels that lie over the page for a while, each made when it is first wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from textual.containers import Horizontal
from textual.getters import query_one
from textual.screen import Screen

from tui.filter_bar import FilterBar
from tui.panel import Ground, Panel
from tui.shape import LEFT

if TYPE_CHECKING:
    from tui.entry import Entry, Question, Words
    from tui.form import Form
    from tui.help import Help
    from tui.pickers import Picker
    from tui.prompt import Prompt
    from tui.view_list import ViewList
    from tui.ways_out import WaysOut
    from tui.why import WhyPanel

P = TypeVar("P", bound=Panel)


class Layers(Screen[None]):
    """The layers of the page; a start is quicker without them."""

    filter_bar = query_one("#filter", FilterBar)
    columns = query_one("#columns", Ground)

    @property
    def picker(self) -> Picker:
        """The picker, which takes the Timeline's place."""
        from tui.pickers import Picker

        return self._made(Picker, "picker", before="#timeline")

    @property
    def form(self) -> Form:
        """The form of corrections, which takes the Timeline's place."""
        from tui.form import Form

        return self._made(Form, "form", before="#timeline")

    @property
    def views(self) -> ViewList:
        """The saved views, which take the Timeline's place."""
        from tui.view_list import ViewList

        return self._made(ViewList, "views", before="#timeline")

    @property
    def why(self) -> WhyPanel:
        """Why a text is in the list, in the place of Evidence."""
        from tui.why import WhyPanel

        return self._made(WhyPanel, "why", after="#evidence")

    @property
    def ways(self) -> WaysOut:
        """The ways out, which take the Article's place when nothing matches."""
        from tui.ways_out import WaysOut

        return self._made(WaysOut, "ways", before="#article")

    @property
    def help(self) -> Help:
        """The help, which takes all columns."""
        from tui.help import Help

        return self._made(Help, "help", after="#evidence")

    @property
    def prompt(self) -> Prompt:
        """The filter as text, which takes the filter bar's place."""
        from tui.prompt import Prompt

        for prompt in self.query("#prompt").results(Prompt):
            return prompt
        prompt = Prompt(id="prompt")
        prompt.display = False
        self.mount(prompt, after=self.filter_bar)
        return prompt

    @property
    def entry(self) -> Entry:
        """The line that asks for words, which takes the status line's place."""
        from tui.entry import Entry

        return self._entry_line().query_one("#entry", Entry)

    @property
    def asked(self) -> Words:
        """The question before it."""
        from tui.entry import Words

        return self._entry_line().query_one("#asked", Words)

    @property
    def question(self) -> Question:
        """A question that one key answers, which takes the status line's place."""
        from tui.entry import Question

        for made in self.query("#question").results(Question):
            return made
        made = Question(id="question")
        made.inks = self.filter_bar.inks
        made.display = False
        self.mount(made, before="#status")
        return made

    def _entry_line(self) -> Horizontal:
        """Return the question, the line, and what stands beside it, made when first wanted."""
        from tui.entry import Entry, Words

        for made in self.query("#entry-line").results(Horizontal):
            return made
        asked, beside = Words(id="asked"), Words(id="beside")
        asked.inks = beside.inks = self.filter_bar.inks
        made = Horizontal(id="entry-line")
        made.display = False
        self.mount(made, before="#status")
        made.mount(asked, Entry(id="entry", beside=beside), beside)
        return made

    def _made(self, kind: type[P], name: str, *, before: str | None = None, after: str | None = None) -> P:
        """Return a layer's panel, made when first wanted, in the dress and with the room of the others."""
        for panel in self.query(f"#{name}").results(kind):
            return panel
        panel = kind(id=name)
        panel.set_class(name in LEFT, "left")
        article = self.query_one("#article", Panel)
        panel.inks, panel.gap = article.inks, article.gap
        panel.display = False
        self.columns.mount(panel, before=before, after=after)
        return panel
