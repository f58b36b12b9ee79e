"""Who quoted whom: the utterances of an event down, its outlets across, in each cell what that outlet did to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from rich.text import Text
from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import DataTable

from reviewer.comparison import Utterance, Variant, utterances
from reviewer.framing import PairKey
from reviewer.text import Span, folded
from reviewer.tui.bars import HeaderLine, Hint
from reviewer.tui.catalogue import Entry, compared_sides
from reviewer.tui.filtering import parse_filter
from reviewer.tui.lists import RowDetail
from reviewer.tui.prompt import Prompt
from reviewer.tui.screens import BaseScreen
from reviewer.tui.shown import clipped, line, names_of, plural

_WORDS = 46  # cells that an utterance takes in its column at most


class MatrixScreen(BaseScreen):
    """One event's utterances; enter opens the pair at the cell."""

    CSS_PATH = "matrix.tcss"
    HELP_TITLE = "who quoted whom"
    HELP = (
        "A row is an utterance, a column an outlet.  “full” is the fullest variant; the others say what became of it: identical, "
        "trimmed, spliced, reworded, unquoted, paraphrased, with its flags; – means that the outlet has nothing of it."
    )
    HINTS: ClassVar[tuple[Hint, ...]] = (
        Hint(("matrix.find",), "filter"),
        Hint(("matrix.open",), "open the pair there"),
        Hint(("app.palette",), "all actions"),
        Hint(("matrix.back",), "back"),
        Hint(("app.help",), "help"),
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", "open the pair there", id="matrix.open"),
        Binding("slash", "find", "filter the utterances", id="matrix.find"),
        Binding("q,m", "back", "back", id="matrix.back"),
        Binding("escape", "escape", "take the filter away, else back", show=False, id="matrix.escape"),
        Binding("e", "events", "events", id="matrix.events"),
    ]

    @dataclass
    class Gathered(Message):
        """The event's utterances."""

        found: tuple[Utterance, ...]

    def __init__(self, entry: Entry) -> None:
        super().__init__()
        self.entry = entry
        self.articles = tuple(entry.articles)
        self.names = names_of(entry.articles.values(), 12)
        self.utterances: tuple[Utterance, ...] = ()
        self.shown: tuple[Utterance, ...] = ()
        self._query = ""
        self._words = _WORDS

    def content(self) -> ComposeResult:
        yield HeaderLine()
        table: DataTable[Text] = DataTable(fixed_columns=1, cursor_type="cell", zebra_stripes=False)
        yield table
        yield RowDetail()
        yield Prompt()

    def on_mount(self) -> None:
        super().on_mount()
        self._words = max(22, min(_WORDS, self.app.size.width * 2 // 5))
        self.table.add_column(Text("utterance"), width=self._words)
        for name in self.names.values():
            self.table.add_column(Text(clipped(name, 24)))
        self.query_one(HeaderLine).set(self.entry.title, "who quoted whom", "comparing …")
        self.say("comparing every pair …")
        self._gather()

    @property
    def table(self) -> DataTable[Text]:
        return self.query_one(DataTable)

    @work(thread=True, exclusive=True)
    def _gather(self) -> None:
        sides = compared_sides(self.entry, self.reviewer.project, self.reviewer.workspace.analyst)
        self.post_message(self.Gathered(utterances(sides)))

    @on(Gathered)
    def _take(self, event: Gathered) -> None:
        self.utterances = event.found
        self._show_header()
        self.say("enter opens the pair at the cell")
        self._fill()

    def _show_header(self) -> None:
        shared = sum(1 for utterance in self.utterances if len(utterance.variants) > 1)
        self.query_one(HeaderLine).set(
            self.entry.title,
            f"who quoted whom · filter: {self._query}" if self._query else "who quoted whom",
            f"{plural(len(self.utterances), 'utterance')} · {shared} in several outlets",
        )

    def _fill(self) -> None:
        wanted = parse_filter(self._query)
        self.shown = tuple(u for u in self.utterances if wanted.accepts(*_sought(u)))
        self.table.clear()
        for utterance in self.shown:
            speaker = f"{clipped(utterance.speaker, self._words // 3)}: " if utterance.speaker else ""
            words = Text.assemble(
                (speaker, "bold"), f"“{clipped(utterance.text, self._words - 2 - len(speaker))}”", no_wrap=True
            )
            variants = {variant.article: variant for variant in utterance.variants}
            self.table.add_row(words, *(_cell(variants.get(article)) for article in self.articles))
        self._detail()

    def _here(self) -> tuple[Utterance, str | None] | None:
        """The utterance under the cursor, and the article of its column (None in the first one)."""
        row, column = self.table.cursor_coordinate
        if row >= len(self.shown):
            return None
        return self.shown[row], self.articles[column - 1] if column > 0 else None

    @on(DataTable.CellHighlighted)
    def _detail(self) -> None:
        here = self._here()
        self.query_one(RowDetail).content = _detail(*here, self.names) if here else Content()

    @on(DataTable.CellSelected)
    def action_open(self) -> None:
        here = self._here()
        if here is None:
            return
        utterance, article = here
        places = {variant.article: Span(variant.start, variant.end) for variant in utterance.variants}
        fullest = next((v.article for v in utterance.variants if v.relation is None), utterance.variants[0].article)
        if article is None or article == fullest:
            article = next((v.article for v in utterance.variants if v.article != fullest), None)
        if article is None:
            article = next((name for name in self.articles if name != fullest), None)
        if article is not None:
            self.reviewer.show_pair(PairKey.of(self.entry.event.id, fullest, article), places=places)

    def action_back(self) -> None:
        self.reviewer.leave()

    def action_events(self) -> None:
        self.reviewer.show_board()

    def action_find(self) -> None:
        self.query_one(Prompt).open("filter", self._query)

    @on(Prompt.Typed)
    def _prompt_typed(self, event: Prompt.Typed) -> None:
        self._filter(event.text)

    def _filter(self, query: str) -> None:
        self._query = query
        self._show_header()
        self._fill()

    @on(Prompt.Stepped)
    def _prompt_stepped(self, event: Prompt.Stepped) -> None:
        self.table.move_cursor(row=max(0, self.table.cursor_row + event.by))

    @on(Prompt.Accepted)
    def _prompt_accepted(self) -> None:
        self.set_focus(self.table)

    @on(Prompt.Closed)
    def _prompt_closed(self) -> None:
        self._filter("")
        self.set_focus(self.table)

    def action_escape(self) -> None:
        if self._query:
            self._filter("")
        else:
            self.action_back()


def _sought(utterance: Utterance) -> tuple[str, dict[str, frozenset[str]]]:
    texts = [utterance.text, utterance.speaker or "", *(variant.text for variant in utterance.variants)]
    flags = frozenset(flag.flag for variant in utterance.variants for flag in variant.flags)
    relations = frozenset(variant.relation for variant in utterance.variants if variant.relation)
    speakers = frozenset(folded(v.speaker) for v in utterance.variants if v.speaker)
    return folded(" ".join(texts)), {"flag": flags, "relation": relations, "speaker": speakers}


def _cell(variant: Variant | None) -> Text:
    if variant is None:
        return Text("–", "dim")
    flags = " ".join(dict.fromkeys(flag.flag for flag in variant.flags))
    return Text.assemble(
        (variant.relation or "full", "bold" if variant.relation is None else ""),
        (f" ⚑ {flags}" if flags else "", "bold"),
    )


def _detail(utterance: Utterance, article: str | None, names: Mapping[str, str]) -> Content:
    variant = next((v for v in utterance.variants if v.article == article), None)
    if article is not None and variant is None:
        return Content.assemble((f"{names[article]}: ", "bold"), "has nothing of it")
    said = variant.text if variant else utterance.text
    name = f"{names[variant.article]}: " if variant else ""
    parts: list[str | tuple[str, str]] = [(name, "bold"), f"“{line(said)}”"]
    if variant is not None and variant.speaker:
        parts.append((f"  {line(variant.speaker)}", "italic $muted"))
    parts += [
        (f"  ⚑ {flag.flag}: {line(flag.left) or '–'} → {line(flag.right) or '–'}", "bold $warning")
        for flag in (variant.flags if variant else ())
    ]
    return Content.assemble(*parts)
