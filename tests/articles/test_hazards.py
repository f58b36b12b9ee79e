"""Hostile text against every reader and every pattern of the room."""

from __future__ import annotations

import importlib
import io
import pkgutil
import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

import reviewer.articles
from reviewer.articles import Refused, SourceRecord, read_records
from reviewer.articles.dates import iso_date
from reviewer.articles.html_metadata import without_site
from reviewer.articles.markup import text_of_markup
from reviewer.articles.revisions import revision_map
from tests.articles.samples import html_page, records, refusals
from tests.growth import assert_in_proportion

HOSTILE = [
    '"',
    "“",
    "(",
    "a",
    " ",
    "\n",
    "@",
    "-",
    "<",
    "&",
    "1",
    ":",
    "\u0301",
    "a ",
    "1/",
    "- ",
    "<a",
    "&#",
    "By ",
    ", ",
    "May ",
]
MODULES = sorted(
    module.name for module in pkgutil.iter_modules(reviewer.articles.__path__) if not module.name.startswith("page")
)


def _patterns() -> Iterator[tuple[str, re.Pattern[str] | re.Pattern[bytes]]]:
    for module in MODULES:
        for name, value in vars(importlib.import_module(f"reviewer.articles.{module}")).items():
            if isinstance(value, re.Pattern):
                yield f"{module}.{name}", value


def _find_all(pattern: re.Pattern[str] | re.Pattern[bytes], unit: str, count: int) -> None:
    text = unit * count + "!"
    if isinstance(pattern.pattern, bytes):
        sum(1 for _ in pattern.finditer(text.encode()))
    else:
        sum(1 for _ in pattern.finditer(text))


@pytest.mark.parametrize("pattern", [one for _, one in _patterns()], ids=[name for name, _ in _patterns()])
def test_no_pattern_is_slow_on_a_hostile_run(pattern: re.Pattern[str] | re.Pattern[bytes]) -> None:
    for unit in HOSTILE:
        assert_in_proportion(partial(_find_all, pattern, unit), 100_000 // len(unit))


@pytest.mark.parametrize("unit", HOSTILE, ids=range(len(HOSTILE)))
def test_no_reader_is_slow_on_a_hostile_run(tmp_path: Path, unit: str) -> None:
    assert_in_proportion(lambda count: _read_all_ways(tmp_path, unit * count + "!"), 100_000 // len(unit))


def _read_all_ways(folder: Path, run: str) -> None:
    (folder / "page.html").write_bytes(
        html_page(
            title=run, before=f"<p class='byline'>{run}</p><p>{run}</p>", head=f"<meta name='author' content='{run}'>"
        )
    )
    (folder / "front.md").write_text(f"---\ntitle: {run}\n---\n{run}", encoding="utf-8")
    (folder / "corpus.csv").write_text(f"id,text\n1,{run}\n", encoding="utf-8")
    (folder / "feed.xml").write_text(
        f"<rss><channel><title>{run}</title><item><title>{run}</title><description>{run}</description></item></channel></rss>"
    )
    assert list(read_records([folder]))
    iso_date(run)
    without_site(run, "site")
    text_of_markup(run)
    revision_map(run, run[1:])


def test_controls_and_directions_in_an_article_are_kept_as_they_are(tmp_path: Path) -> None:
    text = (
        "\x1b[2J \x1b]52;c;eA==\x07 \x9b31m \u202eright\u202c \u200b\u2060 [sic] [/] [@click=app.quit]x[/] e"
        + "\u0301" * 500
    )
    (tmp_path / "a.md").write_text(text, encoding="utf-8")
    (record,) = records(tmp_path / "a.md")
    assert record.article.text == text


def test_a_line_of_five_megabytes_and_a_hundred_thousand_lines_are_read(tmp_path: Path) -> None:
    def read(lines: int) -> None:
        (tmp_path / "long.md").write_text("word " * 10 * lines)
        (tmp_path / "many.md").write_text("A line of the article.\n" * lines)
        assert [len(record.article.text) for record in records(tmp_path)] == [50 * lines, 23 * lines]

    assert_in_proportion(read, 100_000)


def test_a_packed_folder_is_refused_and_nothing_of_it_is_written(tmp_path: Path) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("../../escape.txt", "x")
        archive.writestr("/abs.txt", "x")
    (tmp_path / "pages.zip").write_bytes(packed.getvalue())
    assert "packed folders are not read" in refusals(tmp_path / "pages.zip")[0]
    assert [path.name for path in tmp_path.iterdir()] == ["pages.zip"]


def test_a_name_with_control_characters_is_still_one_line(tmp_path: Path) -> None:
    (tmp_path / "a\x1b[31m\nb.docx").write_bytes(b"x")
    (found,) = read_records([tmp_path])
    assert isinstance(found, Refused)


def test_every_hazard_of_the_evaluation_ends_in_articles_or_refusals(tmp_path: Path, shared: Path) -> None:
    made = subprocess.run(
        [sys.executable, shared / "eval" / "hazards" / "make_hazards.py", tmp_path], capture_output=True, check=True
    )
    assert b"files in" in made.stdout
    found = list(read_records([tmp_path]))
    assert found
    assert all(isinstance(one, SourceRecord | Refused) for one in found)
    assert all(one.article.text.strip() for one in found if isinstance(one, SourceRecord))
    refused = {Path(one.where).name for one in found if isinstance(one, Refused)}
    assert {
        "I01_slip.zip", "I02_bomb.warc.gz", "I02_truncated.warc.gz", "I02_not_a_warc.warc", "I03_bomb.xml", "I03_xxe.xml",
        "I05_bad.jsonl", "I06_deep.html", "T05_nul.txt", "T05_empty.txt",
    } <= refused  # fmt: skip


def test_reading_an_article_loads_none_of_the_heavy_libraries(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("---\ntitle: T\n---\nText.")
    program = (
        "import sys\nfrom pathlib import Path\nfrom reviewer.articles import load_article, read_sources\n"
        f"load_article(Path({str(tmp_path / 'a.md')!r}))\nlist(read_sources([{str(tmp_path / 'a.md')!r}]))\n"
        "print(sorted({'trafilatura', 'lxml', 'warcio', 'feedparser', 'zstandard', 'htmldate', 'rapidfuzz', 'charset_normalizer', 'pyarrow'} & set(sys.modules)))"
    )
    loaded = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert loaded.stdout == "[]\n"
