"""Pages as scrapers leave them and other systems make them: the article, its headline, authors, day and outlet come out."""

from __future__ import annotations

from typing import Any

import pytest
import trafilatura.core

from reviewer.articles.html import MAX_BOXES, extract_page
from reviewer.articles.page import clean_page
from tests.articles.scraped_pages import HTML, SCRAPED
from tests.articles.test_page_styles import unmarked


@pytest.mark.parametrize("name", SCRAPED)
def test_the_article_and_what_is_known_of_it_come_out_of(name: str) -> None:
    page, outlet = SCRAPED[name]
    text, article, either = unmarked(page)
    cleaned = clean_page(text)
    kept = [line.span.of(text) for line in cleaned.lines if line.kept]
    assert [line for line in kept if line not in either] == article
    assert (cleaned.title, cleaned.byline, cleaned.published) == (page.title, page.byline, page.published)
    assert cleaned.outlet == outlet


@pytest.mark.parametrize("name", HTML)
def test_an_article_comes_out_of_the_html_of(name: str) -> None:
    wanted = HTML[name]
    page = extract_page(wanted.source)
    assert page is not None
    assert (page.facts.title, page.facts.byline, page.facts.outlet) == (wanted.title, wanted.byline, wanted.outlet)
    assert (page.facts.published or "").startswith(wanted.published)
    assert [said for said in wanted.body if said not in page.text] == []
    assert [said for said in wanted.never if said in page.text] == []


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("© 2032 Lauentaler Bote GmbH & Co. KG", "Lauentaler Bote"),
        ("© The Mandari Express Pvt Ltd", "The Mandari Express"),
        ("Copyright The Harwick Ledger Limited 2032. All rights reserved.", "The Harwick Ledger"),
        ("© 2032 Tallgrass Media Inc. All rights reserved.", None),
        ("© 2032 Condor Networks. All rights reserved.", None),
        ("Boats in the harbour. © Marle Press", None),
    ],
)
def test_a_newspaper_is_known_as_the_owner_of_its_page(line: str, outlet: str | None) -> None:
    body = "\n\n".join(
        f"The harbour master said on day {day} that the boats would stay where they were for now." for day in range(5)
    )
    assert clean_page(f"Boats to stay where they are\n\n{body}\n\n{line}").outlet == outlet


def test_the_writers_of_a_live_report_have_their_shifts_behind_them() -> None:
    body = "\n\n".join(
        f"The harbour master said on day {day} that the boats would stay in the harbour." for day in range(5)
    )
    page = (
        f"Boats stay in the harbour, says master\n\nThu 6 May 2032\n\nAda Quist (now) and Bo Lind (earlier)\n\n{body}"
    )
    assert clean_page(page).byline == "Ada Quist, Bo Lind"


@pytest.mark.parametrize(
    "line",
    [
        "Mudport (4-4-2): Hall; Moss, Teale, Orr, Quirke; Dool (Platt 74), Penn, Ashe, Laidlaw; Achebe, Reyes.",
        "Subs not used: Vane, Tolley, Marr.",
        "Referee: A Pruett. Attendance: 4,211.",
    ],
)
def test_the_line_up_of_a_match_is_no_article(line: str) -> None:
    body = "\n\n".join(
        f"Mudport held the ball for {day} minutes and then lost it to the wind, as they had all spring."
        for day in range(2, 7)
    )
    text = f"Mudport lose again\n\n{body}\n\n{line}"
    assert line not in clean_page(text).text
    assert "Goals, he said: none." in clean_page(text.replace(line, "“It is a hard life. Goals, he said: none.”")).text


@pytest.mark.parametrize(("boxes", "asked"), [(20, True), (MAX_BOXES + 1, False)])
def test_a_page_of_thousands_of_boxes_is_read_once(monkeypatch: pytest.MonkeyPatch, boxes: int, *, asked: bool) -> None:
    opinions: list[object] = []
    core: Any = trafilatura.core
    compare = core.compare_extraction

    def compared(*asked_with: Any) -> Any:
        opinions.append(asked_with)
        return compare(*asked_with)

    monkeypatch.setattr(core, "compare_extraction", compared)
    said = "<p>The harbour master said on Monday that the boats would stay where they were for now.</p>"
    page = extract_page(f"<h1>Boats stay</h1>{'<div class=author>Ana Roe</div>' * boxes}{said}")
    assert page is not None
    assert "the boats would stay" in page.text
    assert bool(opinions) is asked
