"""An import whose articles go each into the event they tell of."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from reviewer.articles import Article, Imported, Refused, SourceRecord, load_article, read_records
from reviewer.articles.importing import Importer
from reviewer.errors import ReviewerError
from reviewer.events import events
from reviewer.project import Project


def import_grouped(
    project: Project,
    sources: Sequence[str],
    *,
    outlet: str | None,
    dry_run: bool,
    mapping: Mapping[str, str],
    progress: Callable[[int, int], None],
) -> Iterator[Imported | Refused]:
    """Makes articles of `sources`, read twice: first to see which tell of the same event, then to write them.

    An article that the project has stays in its event.  Another goes into the event of most of its group that are there, else
    into a new one, named by the day and title of the group's first.  Raises ReviewerError for a wrong `mapping` and where nothing
    can be written.
    """
    read = partial(read_records, sources, mapping=mapping, outlet=outlet, progress=progress)
    held = list(read()) if "-" in sources else None  # standard input can be read once
    places = _places(project, (each for each in held or read() if isinstance(each, SourceRecord)))
    importers: dict[_Place, Importer] = {}
    number = 0
    for found in held or read():
        if isinstance(found, Refused):
            yield found
            continue
        place = places.get(number, _Place(None, str(number)))  # a file may have grown meanwhile
        number += 1
        if place not in importers:
            importers[place] = Importer(project, place.event, outlet, dry_run=dry_run)
        try:
            yield importers[place].take(found)
        except UnicodeEncodeError:
            yield Refused(found.where, found.line, "half a surrogate pair in it: this is no text")


@dataclass(frozen=True, slots=True)
class _Place:
    """An event that the project has, or a group that shall have one."""

    event: str | None
    group: str = ""


def _places(project: Project, records: Iterator[SourceRecord]) -> dict[int, _Place]:
    """Where each record goes, by its number."""
    homes: list[str] = []
    home_of: dict[tuple[str, ...], str] = {}
    at_home: dict[int, str] = {}

    def articles() -> Iterator[Article]:
        for event, article in _known(project):
            home_of.update(dict.fromkeys(_signs(article), event))
            yield replace(article, id=f"known {len(homes)}")
            homes.append(event)
        for number, record in enumerate(records):
            home = next((home_of[sign] for sign in _signs(record.article) if sign in home_of), None)
            if home is not None:
                at_home[number] = home
            yield replace(record.article, id=f"new {number}")

    group_of: dict[int, str] = {}
    votes: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for name, group in events(articles()):
        kind, _, number = name.partition(" ")
        if kind == "new":
            group_of[int(number)] = group
        else:
            votes[group][homes[int(number)]] += 1
    event_of = {group: found.most_common(1)[0][0] for group, found in votes.items()}
    places = {
        number: _Place(event_of[group]) if group in event_of else _Place(None, group)
        for number, group in group_of.items()
    }
    return places | {number: _Place(home) for number, home in at_home.items()}


def _signs(article: Article) -> Iterator[tuple[str, ...]]:
    """What an article is known by when it comes again."""
    if article.url:
        yield ("url", article.url)
    yield ("text", article.outlet or "", replace(article, text=article.text.rstrip("\n")).sha256)
    if article.outlet and article.title:
        yield ("title", article.outlet, article.title)


def _known(project: Project) -> Iterator[tuple[str, Article]]:
    """The project's articles, each with its event; one that cannot be read is `check`'s to name."""
    for event in project.event_ids():
        for article in project.article_ids(event):
            try:
                yield event, load_article(project.article_file(event, article))
            except ReviewerError:
                continue
