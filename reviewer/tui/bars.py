"""The one-line widgets: header, tabs, status, and the footer with the few keys that matter."""

from __future__ import annotations

from dataclasses import dataclass

from rich.cells import cell_len, set_cell_size
from textual import events
from textual.app import RenderResult
from textual.binding import Binding
from textual.content import Content
from textual.keys import REPLACED_KEYS, key_to_character
from textual.message import Message
from textual.reactive import reactive
from textual.style import Style
from textual.timer import Timer
from textual.widget import Widget

from reviewer.tui.boxes import Settled
from reviewer.tui.shown import joined, line


class Bar(Settled, Widget):
    """A widget of one row that never takes the focus."""

    DEFAULT_CSS = "Bar { height: 1; width: 1fr; text-wrap: nowrap; text-overflow: ellipsis; }"
    ALLOW_SELECT = False


_NAMED = 24  # cells of the left text that neither the middle nor the right one may take


class HeaderLine(Bar):
    """Three texts: left, centred, right.  Where they have no room the right one goes, or is said shorter, then the middle one.

    The left one, the event's name, stands nowhere else on a pair's screen: the other two are in its frames and tabs as well.
    """

    DEFAULT_CSS = "HeaderLine { background: $panel; color: $foreground; text-style: bold; }"
    texts: reactive[tuple[str, str, str]] = reactive(("", "", ""))
    shorter: reactive[str] = reactive("")  # what of the right text must be seen

    def set(self, left: str = "", middle: str = "", right: str = "", *, shorter: str = "") -> None:
        self.texts = (line(left), line(middle), line(right))
        self.shorter = line(shorter)

    def render(self) -> RenderResult:
        left, middle, right = self.texts
        width = self.size.width - 2
        fitting = [(middle, right), (middle, self.shorter), (middle, ""), ("", right), ("", self.shorter)]
        needed = min(cell_len(left), _NAMED)
        middle, right = next(
            (pair for pair in fitting if needed + sum(cell_len(text) + 2 for text in pair if text) <= width), ("", "")
        )
        spare = width - sum(cell_len(text) + 2 for text in (middle, right) if text)
        if cell_len(left) > spare:
            left = f"{set_cell_size(left, max(0, spare - 1)).rstrip()}…"
        room = width - cell_len(left) - cell_len(middle) - cell_len(right)
        before = max(min(3, room // 2), min(room - min(3, room // 2), (width - cell_len(middle)) // 2 - cell_len(left)))
        return joined(" ", (left, ""), " " * before, (middle, ""), " " * max(0, room - before), (right, "not bold"))


@dataclass(frozen=True, slots=True)
class Tab:
    """One list: its key, its title, a shorter one for narrow terminals, how many rows count (None while unknown) and how many do not."""

    key: str
    title: str
    short: str
    count: int | None = None
    rejected: int = 0


class TabLine(Bar):
    """The titles of the lists; the shown one is reversed and stands between marks."""

    DEFAULT_CSS = "TabLine { background: $surface; color: $foreground; }"
    tabs: reactive[tuple[Tab, ...]] = reactive(())
    shown: reactive[int] = reactive(0)
    filtered: reactive[str] = reactive("")  # what the shown list is filtered by

    @dataclass
    class Chosen(Message):
        """A tab was clicked."""

        index: int

    def render(self) -> RenderResult:
        parts: list[Content | str | tuple[str, str | Style]] = []
        counted = ["" if tab.count is None else f" {tab.count}" for tab in self.tabs]
        counts = [
            f"{count} +{tab.rejected} ✗" if tab.rejected else count
            for tab, count in zip(self.tabs, counted, strict=True)
        ]
        names = [f" {tab.key} {tab.title}{count} " for tab, count in zip(self.tabs, counts, strict=True)]
        said = f"  filter: {self.filtered}" if self.filtered else ""
        if sum(map(cell_len, names)) + len(names) + cell_len(said) > self.size.width:
            names = [f" {tab.key} {tab.short}{count} " for tab, count in zip(self.tabs, counts, strict=True)]
        if sum(map(cell_len, names)) + len(names) + min(cell_len(said), 16) > self.size.width:
            names = [f" {tab.key} {tab.short}{count} " for tab, count in zip(self.tabs, counted, strict=True)]
        if sum(map(cell_len, names)) + len(names) + min(cell_len(said), 16) > self.size.width:
            names = [f" {tab.key} {tab.short} " for tab in self.tabs]
        if sum(map(cell_len, names)) + len(names) > self.size.width:
            names = [
                f" {tab.key} {tab.short} " if at == self.shown else f" {tab.key} " for at, tab in enumerate(self.tabs)
            ]
        for index, name in enumerate(names):
            style = Style.parse("bold reverse") if index == self.shown else Style()
            parts.append((name, style + Style.from_meta({"tab": index})))
            if index < len(self.tabs) - 1:
                parts.append("│")
        return Content.assemble(*parts, (said, "bold $accent"))

    def on_click(self, event: events.Click) -> None:
        index = event.style.meta.get("tab")
        if index is not None:
            self.post_message(self.Chosen(index))


class Legend(Bar):
    """What the signs of a list or a table mean, in plain words; the shorter text where the longer one has no room."""

    DEFAULT_CSS = "Legend { padding: 0 1; background: $surface; color: $muted; text-style: italic; }"
    texts: reactive[tuple[str, str]] = reactive(("", ""))

    def render(self) -> RenderResult:
        long, short = self.texts
        return Content(long if cell_len(long) <= self.size.width else short)


_FADES = 10.0  # seconds that a message stands at most


class StatusLine(Bar):
    """What was just done, and on the right the file that is written and as whom.

    As high as it takes to be read to its end, within bounds: what to do about a complaint stands there.
    """

    DEFAULT_CSS = """
    StatusLine { background: $surface; color: $foreground; }
    StatusLine.-warning { color: $warning; text-style: bold; }
    StatusLine.-error { color: $error; text-style: bold; }
    """
    said: reactive[str] = reactive("")
    standing: reactive[str] = reactive("")
    _fading: Timer | None = None

    def say(self, text: str, severity: str = "information") -> None:
        """Shows `text` until a key is pressed or some seconds are over, an error until something else is said.

        Severities are those of notices.
        """
        self.set_class(severity == "warning", "-warning")
        self.set_class(severity == "error", "-error")
        self.said = line(text)
        if self._fading is not None:
            self._fading.stop()
        self._fading = self.set_timer(_FADES, self.fade)

    def fade(self) -> None:
        """What was said goes, unless it is an error."""
        if self.said and not self.has_class("-error"):
            self.said = ""

    def watch_said(self) -> None:
        self._fit()

    def on_resize(self) -> None:
        self._fit()

    def _fit(self) -> None:
        """Takes the rows that it needs."""
        if not self.size.width:
            return
        rows = min(len(self._rows()), max(1, self.screen.size.height // 3))
        if self.styles.height is None or self.styles.height.value != rows:
            self.styles.height = rows

    def _rows(self) -> list[str]:
        room = max(1, self.size.width - 2)
        if cell_len(self.said) <= room:
            return [self.said]
        return [row.plain.rstrip() for row in Content(self.said).wrap(room)]

    def render(self) -> RenderResult:
        width = self.size.width - 2
        *above, last = self._rows()[: max(1, self.size.height)]
        standing = self.standing
        if cell_len(last) + cell_len(standing) + 2 > width:
            standing = "" if cell_len(last) + 12 > width else "…" + standing[-(width - cell_len(last) - 3) :]
        room = width - cell_len(last) - cell_len(standing)
        return joined(*(f" {row}\n" for row in above), " ", last, " " * max(1, room), (standing, "$muted not bold"))


@dataclass(frozen=True, slots=True)
class Hint:
    """Binding ids that share one hint in the footer, and what they do."""

    ids: tuple[str, ...]
    does: str


def character_of(key: str) -> str | None:
    """The character that a key types, None for keys that type none."""
    return key_to_character(REPLACED_KEYS.get(key, key))


def described(binding: Binding) -> str:
    """What a binding does, in our style: Textual's own write every word large."""
    return binding.description if binding.id else binding.description.lower()


def rank_of(binding: Binding) -> int:
    """Where the palette lists it: what one does first, then moving about, then what Textual's fields and lists bring."""
    if not binding.id:
        return 2
    return 0 if binding.show else 1


def key_shown(key: str) -> str:
    """How a key is written in footer and help: `⏎` for enter, the character itself where it is one."""
    names = {
        "enter": "⏎",
        "escape": "esc",
        "up": "↑",
        "down": "↓",
        "left": "←",
        "right": "→",
        "space": "space",
        "question_mark": "?",
        "colon": ":",
        "slash": "/",
        "comma": ",",
        "full_stop": ".",
        "plus": "+",
        "equals_sign": "=",
        "minus": "-",
        "left_parenthesis": "(",
        "right_parenthesis": ")",
        "left_curly_bracket": "{",
        "right_curly_bracket": "}",
    }
    *modifiers, name = key.split("+") if len(key) > 1 else [key]
    if name.startswith("f") and name[1:].isdigit():
        name = name.upper()
    return "+".join([*modifiers, names.get(name, name)])


class KeyLine(Bar):
    """The footer: for each hint the keys its bindings have now (a user may have moved them); a click presses the first."""

    DEFAULT_CSS = "KeyLine { background: $panel; color: $foreground; }"
    hints: reactive[tuple[Hint, ...]] = reactive((), always_update=True)

    def render(self) -> RenderResult:
        keys: dict[str, Binding] = {}
        field = self.screen.focused
        for key, active in self.screen.active_bindings.items():
            typed = field is not None and field.check_consume_key(key, character_of(key))
            if active.binding.id and active.binding.id not in keys and not typed:
                keys[active.binding.id] = active.binding
        shown = []
        for hint in self.hints:
            found = [keys[identity] for identity in hint.ids if identity in keys]
            if found:
                shown.append(("/".join(key_shown(binding.key) for binding in found), hint.does, found[0].key))
        while len(shown) > 1 and sum(cell_len(name) + cell_len(does) + 3 for name, does, _ in shown) > self.size.width:
            del shown[-2]  # the last one is help
        parts: list[Content | str | tuple[str, str | Style]] = []
        for name, does, key in shown:
            meta = Style.from_meta({"key": key})
            parts += [" ", (name, Style.parse("bold $accent") + meta), (f" {does} ", meta)]
        return Content.assemble(*parts)

    def on_click(self, event: events.Click) -> None:
        key = event.style.meta.get("key")
        if key is not None:
            self.app.simulate_key(key)
