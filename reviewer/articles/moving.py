"""An article from one event into another, with all that belongs to it."""

from __future__ import annotations

from pathlib import Path

from reviewer.articles.article_file import load_article
from reviewer.articles.front_matter import edited
from reviewer.articles.values import Article
from reviewer.errors import ReviewerError
from reviewer.files import decode, read_bytes, write_atomically
from reviewer.files.emitter import entry
from reviewer.project import Project, is_id

_HEAD = ("schema", "event", "article", "sha256", "analyst", "corrections")


def annotated_pairs(project: Project, event: str, article: str) -> list[Path]:
    """The annotation files on pairs of this article in this event."""
    folder = project.annotations / event
    pairs = sorted(folder.glob("*--*")) if folder.is_dir() else []
    return [path for pair in pairs if article in pair.name.split("--") for path in sorted(pair.glob("*.yaml"))]


def _originals(project: Project, event: str, article: Article) -> list[Path]:
    folder = project.originals(event)
    found = [path for path in sorted(folder.glob(f"{article.id}.*")) if path.is_file()] if folder.is_dir() else []
    named = project.event_folder(event) / article.source if article.source else None
    if named is not None and named.is_file() and named.parent == folder and named not in found:
        found.append(named)
    return found


def _with_event(data: bytes, event: str, path: Path) -> bytes:
    """A corrections file that names its new event; every other byte stays."""
    source = decode(data, path)
    line = "".join(f"{part}\n" for part in entry("event", event))
    return edited(source, {"event": line}, _HEAD, path, first_line=1).encode()


def _copies(project: Project, event: str, article: Article, to_event: str) -> list[tuple[Path, Path]]:
    """(old, new) places of the files that go along: originals, earlier texts, corrections."""
    pairs = [(old, project.originals(to_event) / old.name) for old in _originals(project, event, article)]
    earlier = project.revisions(event, article.id)
    if earlier.is_dir():
        pairs += [(old, project.revisions(to_event, article.id) / old.name) for old in sorted(earlier.glob("*.md"))]
    corrections = project.annotations / event / article.id
    if corrections.is_dir():
        pairs += [
            (old, project.corrections_file(to_event, article.id, old.stem))
            for old in sorted(corrections.glob("*.yaml"))
            if is_id(old.stem)
        ]
    return pairs


def move_article(project: Project, event: str, article: str, to_event: str) -> Article:
    """Moves an article, its originals, earlier texts and quotation corrections into another event.

    Raises ReviewerError, with nothing moved, when the other event has an article of that id, and when pairs of the
    article are annotated: a pair's annotations hold in one event only, and are neither moved nor orphaned by this.  All
    is copied before anything is taken away, so that a crash leaves the article in both events rather than in none.
    """
    old = project.article_file(event, article)
    new = project.article_file(to_event, article)
    if event == to_event:
        return load_article(old)
    if not project.event_folder(to_event).is_dir():
        raise ReviewerError(f"there is no event {to_event}", where=project.data, hint="make it first")
    if new.exists():
        raise ReviewerError(f"the event {to_event} has an article {article} already", where=new)
    annotated = annotated_pairs(project, event, article)
    if annotated:
        files = "1 annotation file" if len(annotated) == 1 else f"{len(annotated)} annotation files"
        raise ReviewerError(
            f"pairs of {article} in this event have {files}, which hold in this event only",
            where=annotated[0],
            hint=f"import the article into {to_event} as well, or take the annotations out first",
        )
    moved = _copies(project, event, load_article(old), to_event)
    for source, target in moved:
        if target.exists() and read_bytes(target) != read_bytes(source):
            raise ReviewerError("another file of that name is there", where=target, hint="move it away first")
    for source, target in moved:
        target.parent.mkdir(parents=True, exist_ok=True)
        data = read_bytes(source)
        if target.is_relative_to(project.annotations):
            data = _with_event(data, to_event, source)
        write_atomically(target, data, within=project.root)
    write_atomically(new, read_bytes(old), within=project.root)
    for source in (old, *(source for source, _ in moved)):
        source.unlink()
    for folder in (project.revisions(event, article), project.annotations / event / article):
        if folder.is_dir() and not any(folder.iterdir()):
            folder.rmdir()
    return load_article(new)
