"""Articles and events in a project's folder: read, written, corrected, moved."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from reviewer.articles.article_file import FENCE, article_source, load_article, split_source
from reviewer.articles.front_matter import FIELDS, edited, edited_front_matter, read_front_matter
from reviewer.articles.values import Article, Event
from reviewer.errors import ReviewerError
from reviewer.files import Mapping as MappingNode
from reviewer.files import Scalar, decode, parse_yaml, read_bytes, write_atomically
from reviewer.files.emitter import Block
from reviewer.files.emitter import mapping as yaml_lines
from reviewer.project import Project, make_id, numbered

if TYPE_CHECKING:
    from reviewer.articles.store import Store

EVENT_FIELDS = ("title", "date", "note")


def load_event(project: Project, event_id: str) -> Event:
    """The event and the ids of its articles; without an event.yaml it has no title.  Raises ReviewerError with file and line."""
    folder = project.event_folder(event_id)
    if not folder.is_dir():
        raise ReviewerError(f"there is no event {event_id}", where=folder, hint="see data/ for those there are")
    path = project.event_file(event_id)
    values: dict[str, str | None] = {}
    if path.exists():
        node = parse_yaml(decode(read_bytes(path), path), path)
        if node is not None and not isinstance(node, MappingNode):
            raise ReviewerError("an event is a list of fields", where=path, line=node.line, hint="write title: …")
        for key in EVENT_FIELDS:
            value = None if node is None else node.items.get(key)
            if value is not None and not isinstance(value, Scalar):
                raise ReviewerError(
                    f"{key} must be one text", where=path, line=value.line, hint="put it in double quotes"
                )
            values[key] = None if value is None or value.is_null else value.value
    return Event(event_id, **values, articles=tuple(project.article_ids(event_id)))


def event_source(event: Event) -> str:
    """The whole of an event.yaml; a note of several lines is a block."""
    fields: dict[str, str] = {}
    for key in EVENT_FIELDS:
        value = getattr(event, key)
        if value is not None:
            fields[key] = Block(value.removesuffix("\n")) if key == "note" and value.endswith("\n") else value
    return "".join(f"{line}\n" for line in yaml_lines(fields))


def write_event(project: Project, event: Event) -> None:
    """Writes event.yaml with the event's title, date and note; other keys and comments in it stay where they are."""
    path = project.event_file(event.id)
    path.parent.mkdir(parents=True, exist_ok=True)
    source = event_source(event)
    if path.exists():
        if load_event(project, event.id) == event:
            return
        source = _spliced(decode(read_bytes(path), path), event, path)
    write_atomically(path, source.encode(), within=project.root)


def _spliced(old: str, event: Event, path: Path) -> str:
    entries = {key: event_source(Event(event.id, **{key: getattr(event, key)})) for key in EVENT_FIELDS}
    return edited(old.removeprefix("\ufeff").replace("\r\n", "\n"), entries, EVENT_FIELDS, path, first_line=1)


def create_event(project: Project, title: str, date: str | None = None) -> Event:
    """A new event with an id made from its title; a number is added where that id is taken."""
    wanted = numbered(make_id(title, fallback="event"))
    event_id = next(name for name in wanted if not project.event_folder(name).exists())
    event = Event(event_id, title or None, date)
    write_event(project, event)
    return event


def write_article(store: Store, event: str, article: Article) -> Path:
    """Writes the article's file whole, front matter and text; for a change of single fields see `update_front_matter`."""
    path = store.project.article_file(event, article.id)
    store.write(path, _encoded(article_source(article), path))
    return path


def _encoded(source: str, path: Path) -> bytes:
    try:
        return source.encode()
    except UnicodeEncodeError:
        raise ReviewerError("half a surrogate pair in it: this is no text", where=path) from None


def update_front_matter(project: Project, event: str, article: str, fields: Mapping[str, str | None]) -> Article:
    """The article with some fields corrected (None: unknown), written at once; what a person states is no longer inferred.

    The text, comments and fields we do not know stay byte for byte.  Raises ReviewerError for a field that is none and for
    a `published` that is no ISO date; the file is then as it was.
    """
    path = project.article_file(event, article)
    unknown = sorted(set(fields) - set(FIELDS))
    if unknown:
        raise ReviewerError(f"an article has no field {unknown[0]!r}", hint=f"its fields: {', '.join(FIELDS)}")
    raw = decode(read_bytes(path), path)
    parts = split_source(raw, path)
    front = parts.front or ""
    old = read_front_matter(article, parts.text, front, path)
    changes: dict[str, str | Mapping[str, str] | None] = dict(fields)
    inferred = {key: line for key, line in old.inferred.items() if key not in fields}
    if inferred != old.inferred:
        changes["inferred"] = inferred
    front = edited_front_matter(front, changes, path)
    new = read_front_matter(article, parts.text, front, path)
    if new == old:
        return old
    _write_parts(project, path, front, parts.text, crlf="\r\n" in raw)
    return load_article(path)


def replace_text(project: Project, event: str, article: str, text: str) -> None:
    """Another text for an article; its front matter, comments and unknown fields too, stays as it is."""
    path = project.article_file(event, article)
    raw = decode(read_bytes(path), path)
    _write_parts(project, path, split_source(raw, path).front, text, crlf="\r\n" in raw)


def _write_parts(project: Project, path: Path, front: str | None, text: str, *, crlf: bool) -> None:
    fenced = front is not None or text.startswith(FENCE)
    source = f"{FENCE}\n{front or ''}{FENCE}\n\n{text}" if fenced else text
    if crlf:
        source = source.replace("\n", "\r\n")
    write_atomically(path, _encoded(source, path), within=project.root)
