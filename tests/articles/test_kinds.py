"""What kind of source it is, whatever its name says."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from tests.articles.samples import PARAGRAPHS, html_page, records, refusals

ROWS = [{"outlet": "Pell Post", "title": f"Aground {n}", "text": f"{n}: {PARAGRAPHS[0]}"} for n in range(3)]
LINES = "".join(json.dumps(row) + "\n" for row in ROWS)
LIST = json.dumps(ROWS)
PRETTY = json.dumps(ROWS, indent=2)
TABLE = "Outlet;Headline;Text\n" + "".join(f"{r['outlet']};{r['title']};{r['text']}\n" for r in ROWS)
LONG = json.dumps({**ROWS[0], "text": PARAGRAPHS[0] * 60}) + "\n" + LINES


@pytest.mark.parametrize(
    ("name", "content", "articles"),
    [
        ("export.json", LINES, 3),
        ("export.json", LONG, 4),
        ("export.jsonl", LIST, 3),
        ("export.jsonl", PRETTY, 3),
        ("export.jsonl", json.dumps(ROWS[0], indent=2), 1),
        ("export.jsonl", LINES, 3),
        ("export.txt", LINES, 3),
        ("export.txt", LONG, 4),
        ("export.txt", PRETTY, 3),
        ("export", LIST, 3),
        ("export", TABLE, 3),
        ("-", LIST, 3),
        ("-", PRETTY, 3),
        ("-", json.dumps(ROWS[0], indent=2), 1),
        ("-", TABLE, 3),
        ("-", TABLE.replace(";", "\t"), 3),
        ("source.txt", html_page().decode(), 1),
    ],
)
def test_an_export_under_another_name_is_read_for_what_it_is(
    tmp_path: Path, name: str, content: str, articles: int
) -> None:
    (tmp_path / name).write_text(content, "utf-8")
    source = name if name == "-" else tmp_path / name
    found = records(source, stdin=io.BytesIO(content.encode()))
    assert len(found) == articles
    assert found[0].article.outlet in ("Pell Post", "The Carrow Packet")
    assert "forty-one people aboard" in found[0].article.text
    assert "<p>" not in found[0].article.text


@pytest.mark.parametrize("first", ["{sic} the mayor wrote.", "[{Editor's note} corrected]", "Ship;Harbour;Story", "["])
def test_a_page_that_begins_with_an_odd_sign_is_a_page(tmp_path: Path, first: str) -> None:
    (tmp_path / "page.txt").write_text("\n\n".join([first, *PARAGRAPHS]), "utf-8")
    (found,) = records(tmp_path / "page.txt")
    assert PARAGRAPHS[0] in found.article.text
    assert PARAGRAPHS[-1] in found.article.text


def test_a_page_of_one_line_that_begins_with_a_brace_is_a_page(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text(f"{{Picture: Ana Roe}} {PARAGRAPHS[0]}", "utf-8")
    (found,) = records(tmp_path / "page.txt")
    assert PARAGRAPHS[0] in found.article.text


def test_a_bad_line_does_not_change_what_the_others_are(tmp_path: Path) -> None:
    (tmp_path / "export.jsonl").write_text("{broken\n" + LINES, "utf-8")
    assert len(records(tmp_path / "export.jsonl")) == 3
    assert [line.split(":")[1] for line in refusals(tmp_path / "export.jsonl")] == ["1"]


def test_what_is_neither_json_nor_lines_of_it_is_refused_once(tmp_path: Path) -> None:
    (tmp_path / "export.json").write_text('{"text": "A."', "utf-8")
    (line,) = refusals(tmp_path / "export.json")
    assert "not JSON" in line
