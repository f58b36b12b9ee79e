"""An import that is not finished, as it is kept on disk: what was to be imported, how far one came, what was decided on the page at hand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from reviewer.tui.import_dialog import Wish
from reviewer.tui.import_reading import Opened
from reviewer.tui.page_draft import PageDraft
from reviewer.tui.page_keeping import decisions_from, decisions_to, fingerprint


@dataclass(frozen=True, slots=True)
class Begun:
    """The article `number` (from 1) is at hand, those before it are written or skipped; `page` tells whether it is the one decided on."""

    wish: Wish
    number: int
    page: str
    decisions: Mapping[int, bool] = field(default_factory=dict)
    fields: Mapping[str, str | None] = field(default_factory=dict)

    @property
    def is_worth_keeping(self) -> bool:
        return self.number > 1 or bool(self.decisions) or bool(self.fields)

    @property
    def missing(self) -> Path | None:
        """A source that is not there any more."""
        return next((path for path in self.wish.paths if not _is_there(path)), None)

    @property
    def called(self) -> str:
        """`3 files, at article 12`."""
        first, *more = self.wish.paths
        return f"{first.name}{f' and {len(more)} more' if more else ''}, at article {self.number}"

    def decided_on(self, opened: Opened) -> bool:
        """Whether this article is the one that was at hand, and no word of its page another."""
        return opened.number == self.number and fingerprint(opened.paragraphs) == self.page


def begun_of(wish: Wish, opened: Opened, draft: PageDraft, fields: Mapping[str, str | None], into: str | None) -> Begun:
    """An import as it stands; once something is written of it, it goes on `into` the same event, which has its title by then."""
    paths = tuple(path.absolute() for path in wish.paths)
    wish = replace(wish, paths=paths, event=wish.event or into)
    if into is not None:
        wish = replace(wish, title=None)
    return Begun(wish, opened.number, fingerprint(opened.paragraphs), dict(draft.decisions), dict(fields))


def begun_to_mapping(begun: Begun) -> dict[str, Any]:
    """Plain text, numbers, lists and mappings, for the drafts' file."""
    wish = begun.wish
    return {
        "paths": [str(path) for path in wish.paths],
        "event": wish.event,
        "title": wish.title,
        "outlet": wish.outlet,
        "grouped": wish.grouped,
        "number": begun.number,
        "page": begun.page,
        "decisions": decisions_to(begun.decisions),
        "fields": dict(begun.fields),
    }


def _is_there(path: Path) -> bool:
    """Whether a source is there; one in a closed folder, or of a name too long, might as well not be."""
    try:
        return path.exists()
    except OSError:
        return False


def begun_from_mapping(stored: Mapping[str, Any]) -> Begun | None:
    """The import in a file; None where it is none of ours (an older version's, or damaged)."""
    try:
        paths = tuple(Path(str(path)) for path in stored["paths"])
        event, title, outlet = (_text(stored.get(name)) for name in ("event", "title", "outlet"))
        wish = Wish(paths, event, title, outlet, stored.get("grouped") is True)
        decisions = decisions_from(stored["decisions"])
        fields = {str(name): _text(value) for name, value in stored["fields"].items()}
        number = int(stored["number"])
    except (KeyError, TypeError, ValueError, AttributeError, OverflowError):
        return None
    return Begun(wish, number, str(stored.get("page")), decisions, fields) if paths and number > 0 else None


def _text(value: object) -> str | None:
    return None if value is None else str(value)
