"""An import whose articles go each into the event they tell of."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
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

    A group that has articles in the project already goes into the event of most of them, another into a new event, named by its
    first article's day and title.  Raises ReviewerError for a wrong `mapping` and where nothing can be written.
    """
    read = partial(read_records, sources, mapping=mapping, outlet=outlet, progress=progress)
    held = list(read()) if "-" in sources else None  # standard input can be read once
    group_of, event_of = _groups(project, (each for each in held or read() if isinstance(each, SourceRecord)))
    importers: dict[str, Importer] = {}
    number = 0
    for found in held or read():
        if isinstance(found, Refused):
            yield found
            continue
        group = group_of.get(number, str(number))  # a file may have grown meanwhile
        number += 1
        if group not in importers:
            importers[group] = Importer(project, event_of.get(group), outlet, dry_run=dry_run)
        try:
            yield importers[group].take(found)
        except UnicodeEncodeError:
            yield Refused(found.where, found.line, "half a surrogate pair in it: this is no text")


def _groups(project: Project, records: Iterator[SourceRecord]) -> tuple[dict[int, str], dict[str, str]]:
    """The group of each record by its number, and the project's event of each group that has one."""
    homes: list[str] = []

    def articles() -> Iterator[Article]:
        for event, article in _known(project):
            homes.append(event)
            yield replace(article, id=f"known {len(homes) - 1}")
        for number, record in enumerate(records):
            yield replace(record.article, id=f"new {number}")

    group_of: dict[int, str] = {}
    votes: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for name, group in events(articles()):
        kind, _, number = name.partition(" ")
        if kind == "new":
            group_of[int(number)] = group
        else:
            votes[group][homes[int(number)]] += 1
    return group_of, {group: found.most_common(1)[0][0] for group, found in votes.items()}


def _known(project: Project) -> Iterator[tuple[str, Article]]:
    """The project's articles, each with its event; one that cannot be read is `check`'s to name."""
    for event in project.event_ids():
        for article in project.article_ids(event):
            try:
                yield event, load_article(project.article_file(event, article))
            except ReviewerError:
                continue
