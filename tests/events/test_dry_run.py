"""A dry run says of every record what the import would, in one event, in those where things are, and in groups."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from reviewer.articles import Imported, Refused
from reviewer.articles.importing import import_sources
from reviewer.articles.library import replace_text, update_front_matter
from reviewer.events.placing import import_grouped
from reviewer.project import Project
from tests.articles.samples import PARAGRAPHS, empty_project, html_page

Way = Callable[..., Iterator[Imported | Refused]]
WAYS: dict[str, Way] = {
    "where it is": import_sources,
    "one event": partial(import_sources, event="ferry"),
    "groups": import_grouped,
}
LINES = (*PARAGRAPHS, "Snow fell on Pell Island for the first time in eleven years, to the joy of all but the postman.")
bodies = st.one_of(
    st.lists(st.sampled_from(LINES), min_size=1, max_size=5, unique=True),
    st.integers(1, 5).map(lambda count: list(LINES[:count])),
)
fields = st.fixed_dictionaries(
    {"title": st.sampled_from(["Ferry aground", "Today"]), "lines": bodies},
    optional={
        "outlet": st.sampled_from(["The Carrow Packet", "Pell Post"]),
        "byline": st.sampled_from(["Ada Quist", "Ben Orlo"]),
        "published": st.sampled_from(["2031-05-06", "2031-05-07"]),
        "url": st.sampled_from(["https://packet.example/a", "https://packet.example/b"]),
        "kind": st.sampled_from(["html", "txt"]),
    },
)


def sources(folder: Path, given: list[dict[str, Any]]) -> list[Path]:
    """A file of its own for each record: of a corpus, a page, or a page's plain text."""
    paths = []
    for number, one in enumerate(given):
        kind = one.get("kind", "jsonl")
        paths.append(folder / f"{number}.{kind}")
        if kind == "html":
            day, author = one.get("published", ""), one.get("byline", "")
            head = f'<meta property="article:published_time" content="{day}"><meta name="author" content="{author}">'
            paths[-1].write_bytes(html_page(paragraphs=tuple(one["lines"]), title=one["title"], head=head))
        elif kind == "txt":
            paths[-1].write_text("\n\n".join([one["title"], *one["lines"]]), "utf-8")
        else:
            record = {key: value for key, value in one.items() if key not in ("lines", "kind")}
            paths[-1].write_text(json.dumps({**record, "text": "\n\n".join(one["lines"])}), "utf-8")
    return paths


def said(project: Project, found: Imported | Refused) -> tuple[Any, ...]:
    """All that is reported of one record."""
    if isinstance(found, Refused):
        return (str(found), found.skipped)
    return (
        found.record.place, found.status, found.event, found.path.relative_to(project.root), found.article,
        found.near_copy_of, found.old, found.report, found.body, found.comments_start,
    )  # fmt: skip


def everything(project: Project) -> dict[str, bytes]:
    found = (path for path in project.root.rglob("*") if path.is_file() and ".reviewer" not in path.parts)
    return {str(path.relative_to(project.root)): path.read_bytes() for path in found}


def correct(project: Project, title: str) -> None:
    """A person corrects the first article's title and cuts its last paragraph."""
    for event in project.event_ids()[:1]:
        for name in project.article_ids(event)[:1]:
            article = update_front_matter(project, event, name, {"title": title})
            replace_text(project, event, name, article.text.rpartition("\n\n")[0] or article.text)


CHANGING = [{"title": "Today", "outlet": "Pell Post", "lines": list(LINES[:count])} for count in (3, 4, 5)]


@pytest.mark.parametrize("way", WAYS)
@settings(max_examples=40)
@given(st.lists(fields, max_size=3), st.lists(fields, min_size=1, max_size=5), st.booleans())
@example([], CHANGING, False)
@example(CHANGING[:1], CHANGING[1:], True)
def test_a_dry_run_reports_what_the_import_reports(
    way: str, before: list[dict[str, Any]], given_now: list[dict[str, Any]], by_hand: bool
) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        project = empty_project(folder / "project")
        list(WAYS[way](project, sources(folder, before)))
        if by_hand:
            correct(project, "Put right by hand")
        there = everything(project)
        now = sources(folder, given_now)
        dry = [said(project, one) for one in WAYS[way](project, now, dry_run=True)]
        assert everything(project) == there
        assert dry == [said(project, one) for one in WAYS[way](project, now)]
