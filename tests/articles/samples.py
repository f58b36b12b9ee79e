"""Made inputs that several tests share; every name in them is invented."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from reviewer.articles import Article, Imported, Refused, SourceRecord, library, read_records, store
from reviewer.articles.importing import import_sources
from reviewer.files import write_atomically
from reviewer.project import Project

PARAGRAPHS = (
    "The ferry Marguerite ran aground off Pell Island on Tuesday night with forty-one people aboard, the harbour office said.",
    "“We felt one long scrape and then nothing at all,” said Ottoline Brandt, who was on her way home from the market in Carrow.",
    "Nobody was hurt. Two lifeboats from Carrow took the passengers off before midnight, and the crew stayed on the ship.",
    "The operator, Northwater Lines, said that the vessel had passed an inspection in March and that a pilot had been on the bridge.",
    "An inquiry will begin on Thursday. Its chair, the retired captain Ivo Lensk, asked for patience and for photographs.",
)


def html_page(
    *,
    paragraphs: tuple[str, ...] = PARAGRAPHS,
    title: str = "Ferry runs aground off Pell Island",
    head: str = "",
    before: str = "",
    after: str = "",
) -> bytes:
    """A small but whole news page."""
    body = "\n".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>{title} | The Carrow Packet</title>
<meta property="og:site_name" content="The Carrow Packet">{head}</head>
<body><nav><ul><li><a href="/a">News</a></li><li><a href="/b">Weather</a></li></ul></nav>
<main><article><h1>{title}</h1>{before}<div class="story">
{body}
</div></article>{after}</main>
<footer><p>All rights reserved by the Carrow Packet Company, whose office is on Quay Street.</p></footer></body></html>
""".encode()


def records(*paths: Path | str, **options: object) -> list[SourceRecord]:
    """What was taken from `paths`."""
    return [found for found in read_records(paths, **options) if isinstance(found, SourceRecord)]  # type: ignore[arg-type]


def refusals(*paths: Path | str, **options: object) -> list[str]:
    """What was refused from `paths`, as a person reads it."""
    return [str(found) for found in read_records(paths, **options) if isinstance(found, Refused)]  # type: ignore[arg-type]


def imported(project: Project, *paths: Path | str, **options: object) -> list[Imported]:
    """What an import of `paths` made; fails when something was refused."""
    found = list(import_sources(project, paths, **options))  # type: ignore[arg-type]
    assert not [str(one) for one in found if isinstance(one, Refused)]
    return [one for one in found if isinstance(one, Imported)]


def article(**fields: str) -> Article:
    return Article(**{"id": "packet", "text": "\n\n".join(PARAGRAPHS), **fields})  # type: ignore[arg-type]


def empty_project(folder: Path) -> Project:
    (folder / "data").mkdir(parents=True)
    (folder / "annotations").mkdir()
    return Project(folder)


def cut_off_at(monkeypatch: pytest.MonkeyPatch, number: int) -> list[Path]:
    """The files that an import writes from now on, in order; in place of the one of this number, from 1, it is interrupted."""
    begun: list[Path] = []

    def write(path: Path, data: bytes, **options: Any) -> None:
        begun.append(path)
        if len(begun) == number:
            raise KeyboardInterrupt
        write_atomically(path, data, **options)

    monkeypatch.setattr(store, "write_atomically", write)
    monkeypatch.setattr(library, "write_atomically", write)
    return begun
