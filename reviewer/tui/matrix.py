"""Who quoted whom: the utterances of an event down, its outlets across, in each cell what that outlet did to it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len
from rich.text import Text
from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import DataTable

from reviewer.comparison import Match, Utterance, Variant, utterances
from reviewer.framing import PairKey
from reviewer.quotes import surname
from reviewer.text import Span, folded
from reviewer.tui.bars import HeaderLine, Hint, Legend
from reviewer.tui.catalogue import Entry, compared_sides, live_matches
from reviewer.tui.filtering import parse_filter
from reviewer.tui.lists import RowDetail
from reviewer.tui.prompt import Prompt
from reviewer.tui.screens import BaseScreen
from reviewer.tui.shown import clipped, line, names_of, plural

_WORDS = 46  # cells of the utterances' column until it is known how wide the others are
_LEGEND = (
    "fullest: the longest wording, with which the others are compared · ⚑ what changed against it · – has nothing of it",
    "fullest: the rest is set against it · ⚑ changed · – none",
)


class MatrixTable(DataTable[Text]):
    """The table; enter on a cell is an action of ours, with a place in footer, help and palette."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "select_cursor", "open the pair there", id="matrix.open"),
    ]
    HELP = "The cursor goes by cells: the column says which outlet's words are shown below and open beside the fullest variant."


class MatrixScreen(BaseScreen):
    """One event's utterances; enter opens the pair at the cell."""

    CSS_PATH = "matrix.tcss"
    HELP_TITLE = "who quoted whom"
    HELP = (
        "A row is an utterance, a column an outlet.  “fullest” is the longest variant of the wording that most outlets have; the others say what became of it: identical, "
        "trimmed, spliced, reworded, unquoted, paraphrased, with its flags; – means that the outlet has nothing of it.  The fullest "
        "is the longest, not the true one: where the others agree against it, it may be the odd one out.  Matches that you rejected do not count, those that you linked do."
    )
    HINTS: ClassVar[tuple[Hint, ...]] = (
        Hint(("matrix.find",), "filter"),
        Hint(("matrix.open",), "open the pair there"),
        Hint(("matrix.back",), "back"),
        Hint(("app.palette",), "all actions"),
        Hint(("app.help",), "help"),
    )
    BINDINGS: ClassVar[list[BindingType]] = [
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

    def content(self) -> ComposeResult:
        yield HeaderLine()
        yield MatrixTable(fixed_columns=1, cursor_type="cell", zebra_stripes=False)
        legend = Legend()
        legend.texts = _LEGEND
        yield legend
        yield RowDetail()
        yield Prompt()

    def on_mount(self) -> None:
        super().on_mount()
        self.table.add_column(Text("utterance"), width=_WORDS)
        for name in self._headings():
            self.table.add_column(Text(name), width=cell_len(name))
        self.query_one(HeaderLine).set(self.entry.title, "who quoted whom", "comparing …")
        self.say("comparing every pair …")
        self._gather()

    @property
    def table(self) -> MatrixTable:
        return self.query_one(MatrixTable)

    @work(thread=True, exclusive=True)
    def _gather(self) -> None:
        entry, project, analyst = self.entry, self.reviewer.project, self.reviewer.workspace.analyst

        def judged(left: str, right: str, found: tuple[Match, ...]) -> tuple[Match, ...]:
            return live_matches(entry, project, analyst, PairKey(entry.event.id, left, right), found)

        self.post_message(self.Gathered(utterances(compared_sides(entry, project, analyst), judged)))

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
        cells = [[_cell(_by_article(u).get(article)) for article in self.articles] for u in self.shown]
        widths = self._widths(cells)
        words = widths[0]
        self.table.clear()
        for column, width in zip(self.table.ordered_columns, widths, strict=True):
            column.width = width
        for utterance, row in zip(self.shown, cells, strict=True):
            speaker = _speaker(utterance.speaker, max(words // 3, 10))
            said = f"“{clipped(utterance.text, words - 2 - len(speaker))}”"
            self.table.add_row(Text.assemble((speaker, "bold"), said, no_wrap=True), *row)
        self._detail()

    def _headings(self) -> list[str]:
        return [clipped(name, 24) for name in self.names.values()]

    def _widths(self, cells: Sequence[Sequence[Text]]) -> list[int]:
        """The cells that each column takes: the utterances' what the outlets' leave for all to be in view, within bounds.

        Given to the table before its rows: left to itself it measures them when idle, and a line that is drawn before
        that is kept at the width of the headings.
        """
        outlets = [max(cell_len(str(text)) for text in column) for column in zip(self._headings(), *cells, strict=True)]
        spare = self.app.size.width - 3 - sum(width + 2 for width in outlets)
        return [max(min(self.app.size.width // 2, spare), 22), *outlets]

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
    def _open(self) -> None:
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


def _by_article(utterance: Utterance) -> dict[str, Variant]:
    return {variant.article: variant for variant in utterance.variants}


def _speaker(name: str | None, room: int) -> str:
    """Before the words: the name, or the surname alone where there is no room for more."""
    if not name:
        return ""
    return f"{clipped(name if cell_len(name) <= room else surname(name), room)}: "


def _cell(variant: Variant | None) -> Text:
    if variant is None:
        return Text("–", "dim")
    flags = ", ".join(dict.fromkeys(flag.flag for flag in variant.flags))
    return Text.assemble(
        (variant.relation or "fullest", "bold" if variant.relation is None else ""),
        (f" ⚑ {flags}" if flags else "", "bold"),
    )


def _detail(utterance: Utterance, article: str | None, names: Mapping[str, str]) -> Content:
    """The words of the cell's outlet and what they are beside the fullest variant; of a row's own cell, who has them."""
    by_article = _by_article(utterance)
    fullest = next((v.article for v in utterance.variants if v.relation is None), utterance.variants[0].article)
    if article is None:
        speaker = f"{line(utterance.speaker)}: " if utterance.speaker else ""
        having = ", ".join(names[name] for name in names if name in by_article)
        return Content.assemble((speaker, "bold"), f"“{line(utterance.text)}”\n", (f"in {having}", "italic $muted"))
    variant = by_article.get(article)
    if variant is None:
        return Content.assemble((f"{names[article]}: ", "bold"), "has nothing of it")
    parts: list[str | tuple[str, str]] = [(f"{names[article]}: ", "bold"), f"“{line(variant.text)}”"]
    if variant.speaker:
        parts.append((f"  {line(variant.speaker)}", "italic $muted"))
    if article == fullest:
        said = "the fullest variant" if len(by_article) > 1 else "in no other outlet"
    else:
        said = f"{variant.relation}, beside that of {names[fullest]}"
    parts.append((f"\n{said}", "italic $muted"))
    parts += [
        (f"  ⚑ {flag.flag}: {line(flag.left) or '–'} → {line(flag.right) or '–'}", "bold $warning")
        for flag in variant.flags
    ]
    return Content.assemble(*parts)
