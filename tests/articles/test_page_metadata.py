"""Title, byline, date, outlet and language of a page, among decoys. All texts here are invented."""

from __future__ import annotations

import pytest

from reviewer.articles.page import clean_page

TITLE = "Tarrow council closes the old brewery pool"
BODY = (
    (
        "The council of Tarrow voted on Monday to close the pool in the old brewery at the end of the season, after an engineer had "
        "found cracks in the roof."
    ),
    "“Nobody wants to swim under a roof that may come down,” the mayor, Edda Quill, told the council before the vote.",
    "A new pool would cost eleven million, according to a paper that the council had asked for last year.",
    "Swimming lessons for the four schools of Tarrow will be moved to Lenne, half an hour away, until another place is found.",
)
THREAD = (
    "Marlow says:\nMay 9, 2031 at 7:10 pm\n\nI can't believe they do this again. My kids learned to swim there.\n\nReply\n\n"
    "By Ann Harrow says:\nMay 6, 2031 at 9:41 am\n\nDoes anyone know if the sauna stays open? I hope so.\n\nReply\n\n"
    "Guest says:\nMay 7, 2031 at 1:12 pm\n\nThanks for nothing, my friends in the council!\n\nReply"
)


def page(*blocks: str) -> str:
    return "\n\n".join(blocks)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Hanne Lund", "Hanne Lund"),
        ("by Vasko", "Vasko"),
        ("BY HANNE LUND", "HANNE LUND"),
        ("By Hanne Lund and Tomas Reek", "Hanne Lund, Tomas Reek"),
        ("By Hanne Lund, Tomas Reek and Ole van der Meer", "Hanne Lund, Tomas Reek, Ole van der Meer"),
        ("By Hanne Lund, Staff Writer", "Hanne Lund"),
        ("By Hanne LundSenior Editor", "Hanne Lund"),
        ("Posted by Hanne Lund on May 5, 2031", "Hanne Lund"),
        ("By Hanne Lund | May 5, 2031", "Hanne Lund"),
        ("Von Hanne Lund", "Hanne Lund"),
    ],
)
def test_a_byline_names_its_authors(line: str, names: str) -> None:
    cleaned = clean_page(page(TITLE, line, *BODY))
    assert cleaned.byline == names
    assert "byline" not in cleaned.inferred


@pytest.mark.parametrize(
    "line",
    [
        "By",
        "By\n\nIn this picture the mayor opens the season of the year before, with a speech.",
        "by the way",
        "By popular demand",
    ],
)
def test_by_with_nobody_after_it_is_no_byline(line: str) -> None:
    assert clean_page(page(TITLE, line, *BODY)).byline is None


def test_a_name_under_by_on_its_own_line_is_the_byline() -> None:
    assert clean_page(page(TITLE, "By", "Hanne Lund", "May 5, 2031", *BODY)).byline == "Hanne Lund"


def test_a_bare_name_beside_the_date_is_inferred_with_its_line() -> None:
    cleaned = clean_page(page(TITLE, "Hanne Lund\nMay 5, 2031", *BODY))
    assert cleaned.byline == "Hanne Lund"
    assert cleaned.inferred["byline"] == "Hanne Lund"


@pytest.mark.parametrize(
    "decoy",
    [
        "RELATED: Why pools crack, by Ann Harrow",
        "The pool in its last season. (Photo by Ann Harrow/Tarrow Pictures)",
        "Photo: Ann Harrow",
        THREAD,
    ],
)
def test_other_people_s_names_are_no_byline(decoy: str) -> None:
    assert clean_page(page(TITLE, *BODY, decoy)).byline is None


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("May 5, 2031", "2031-05-05"),
        ("Published 5 May 2031", "2031-05-05"),
        ("Monday 05 May 2031 22:25", "2031-05-05T22:25"),
        ("5 May, 2031 05:47", "2031-05-05T05:47"),
        ("2031-05-05", "2031-05-05"),
        ("2031-05-05 14:20", "2031-05-05T14:20"),
        ("25/05/2031", "2031-05-25"),
        ("Hanne Lund - May 5, 2031, 10:31 pm CST", "2031-05-05T22:31"),
        ("By Hanne Lund, Monday, 5 May 2031 08:05 GMT", "2031-05-05T08:05Z"),
        ("May 5, 2031 | 4:20am | Updated May 6, 2031 | 9:32pm", "2031-05-05T04:20"),
        ("5 May 2031 10:20 | 6 May 2031 9:05", "2031-05-05"),
        ("5. Mai 2031", "2031-05-05"),
        ("2031年5月5日", "2031-05-05"),
    ],
)
def test_the_date_under_the_headline_is_that_of_publication_with_its_only_time(line: str, day: str) -> None:
    cleaned = clean_page(page(TITLE, line, *BODY))
    assert cleaned.published == day
    assert "published" not in cleaned.inferred


def test_the_day_of_publication_wins_over_the_update() -> None:
    assert clean_page(page(TITLE, "Updated May 8, 2031", "Published May 5, 2031", *BODY)).published == "2031-05-05"


def test_an_update_alone_is_inferred() -> None:
    cleaned = clean_page(page(TITLE, "Updated May 8, 2031 at 7 pm", *BODY))
    assert cleaned.published == "2031-05-08"
    assert cleaned.inferred["published"] == "Updated May 8, 2031 at 7 pm"


def test_a_date_of_publication_under_the_article_counts() -> None:
    assert clean_page(page(TITLE, *BODY, "First published on May 5, 2031 / 8:16 AM")).published == "2031-05-05T08:16"


@pytest.mark.parametrize(
    "decoy",
    [
        page(*BODY, THREAD),
        page("The pool on May 5, 2030. (Tarrow Pictures)", *BODY),
        page(*BODY[:2], "The pool in its last season, May 5, 2030. (Photo: Ann Harrow)", *BODY[2:]),
        page("Oct 15, 2017\nReaction score", *BODY),
        page("Joined: May 5, 2019", *BODY),
        page("3/4/2031", *BODY),
        page(*BODY, "RELATED: A look back, May 5, 2030"),
    ],
)
def test_the_dates_of_comments_captions_and_members_are_not_the_article_s(decoy: str) -> None:
    assert clean_page(page(TITLE, decoy)).published is None


def test_two_days_ago_and_the_oldest_comment_make_a_day_with_the_line_that_proves_it() -> None:
    proof = (
        "Two days ago, on May 4, the engineer had told the mayor in a letter that the roof of the pool would not hold."
    )
    cleaned = clean_page(page(TITLE, BODY[0], proof, *BODY[1:], THREAD))
    assert cleaned.published == "2031-05-06"
    assert cleaned.inferred["published"] == proof


def test_two_days_ago_without_a_year_stays_unknown() -> None:
    proof = (
        "Two days ago, on May 4, the engineer had told the mayor in a letter that the roof of the pool would not hold."
    )
    assert clean_page(page(TITLE, BODY[0], proof, *BODY[1:])).published is None


def test_a_dateline_with_its_year_is_inferred() -> None:
    first = f"TARROW, May 5, 2031 (NPA) — {BODY[0]}"
    cleaned = clean_page(page(TITLE, first, *BODY[1:]))
    assert cleaned.published == "2031-05-05"
    assert cleaned.inferred["published"] == first


@pytest.mark.parametrize(
    ("before", "after", "outlet"),
    [
        ("Tarrow Courier", "© 2031 Tarrow Courier. All rights reserved.", "Tarrow Courier"),
        ("Home", "If you enjoy Tarrow Courier's content, please donate to us today.", "Tarrow Courier"),
        ("Home", "Follow Tarrow Courier on Twitter and on Facebook for more news.", "Tarrow Courier"),
    ],
)
def test_the_outlet_is_inferred_from_what_the_page_says_of_itself(before: str, after: str, outlet: str) -> None:
    cleaned = clean_page(page(before, TITLE, *BODY, after))
    assert cleaned.outlet == outlet
    assert cleaned.inferred["outlet"] == after


@pytest.mark.parametrize(
    "line",
    [
        "© 2031 Associated Press. All rights reserved.",
        "© 2031 Meridian Holdings Ltd. All rights reserved.",
        "If you enjoy TarC's content, please donate to us today.",
        "Edda Quill told the Tarrow Courier that she was sorry.",
    ],
)
def test_an_agency_a_holding_or_a_name_cut_short_is_no_outlet(line: str) -> None:
    assert clean_page(page(TITLE, *BODY, line)).outlet is None


def test_the_outlet_that_the_caller_knows_is_taken_as_it_is() -> None:
    cleaned = clean_page(page(TITLE, *BODY, "© 2031 Tarrow Courier"), outlet="Lenne Post")
    assert cleaned.outlet == "Lenne Post"
    assert "outlet" not in cleaned.inferred


def test_the_headline_is_found_among_other_headlines() -> None:
    others = ("Ferry hits pier in the fog", "Two schools get new windows", "Rain expected until Sunday")
    cleaned = clean_page(page("Home", "News", TITLE, "May 5, 2031", *BODY, "Most read", *others))
    assert cleaned.title == TITLE


def test_a_page_without_a_headline_has_no_title() -> None:
    assert clean_page(page("Home", *BODY)).title is None


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (" ".join(BODY), "en"),
        ("Die Arbeiter im Hafen haben ihre Arbeit auch am Dienstag nicht wieder aufgenommen, und elf Schiffe warten auf der See.", "de"),
        ("Les ouvriers du port ont rejeté la dernière offre, et onze navires attendent dans la rade que le travail reprenne.", "fr"),
        ("Los trabajadores del puerto rechazaron la última oferta, y once barcos esperan en la bahía a que se reanude el trabajo.", "es"),
        ("周二上午，港口工人继续罢工，十一艘船停在外海等待卸货。", None),
    ],
)  # fmt: skip
def test_the_language_shows_in_the_commonest_words(text: str, language: str | None) -> None:
    assert clean_page(text).language == language


def test_the_owner_in_the_copyright_line_less_publishing_is_the_masthead() -> None:
    prose = (
        "The ferry left the harbour of Halmen an hour late on Monday because the crew had not slept, the company said."
    )
    page = f"Halmen Herald\nNews\nSport\n\nFerry leaves an hour late\n\n{prose}\n\n{prose.replace('Monday', 'Friday')}\n\n© 2031 Halmen Herald Publishing\n"
    found = clean_page(page)
    assert (found.outlet, found.inferred["outlet"]) == ("Halmen Herald", "© 2031 Halmen Herald Publishing")


@pytest.mark.parametrize(
    ("plea", "outlet"),
    [
        ("Enjoying The Halmen Post? Go without ads for a crown a week", "The Halmen Post"),
        ("Halmen Public Radio is paid for by the public. How we work: our guidelines", "Halmen Public Radio"),
    ],
)
def test_a_plea_that_names_the_outlet_in_full_tells_it(plea: str, outlet: str) -> None:
    prose = (
        "The ferry left the harbour of Halmen an hour late on Monday because the crew had not slept, the company said."
    )
    found = clean_page(
        f"Ferry leaves an hour late\n\nEXCLUSIVE by Tilda Moor, Sea Reporter\n\n{prose}\n\nThe mayor was not told, he said, and he would not say who should have told him.\n\nShare  Print\nMore from Sport\nTerms of use  Jobs\n{plea}\n"
    )
    assert (found.outlet, found.inferred["outlet"], found.byline) == (outlet, plea, "Tilda Moor")


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        ("By Hanne Lund, Consumer Champion", "Hanne Lund"),
        ("By Hanne Lund, Political Editor", "Hanne Lund"),
        ("By Hanne Lund, Home Affairs Team", "Hanne Lund"),
        ("By Hanne Lund, Tomas Reek", "Hanne Lund, Tomas Reek"),
        ("By Hanne Lund, Tomas Reek and Edda Quill", "Hanne Lund, Tomas Reek, Edda Quill"),
    ],
)
def test_a_post_in_capitals_behind_a_name_is_no_second_author(line: str, byline: str) -> None:
    assert clean_page(page(TITLE, line, *BODY)).byline == byline


SHORT = """Library locked: council slams the door on readers

Island Courier
By Rosa Tamm
1 October 2031

Readers shouted “shame” as the council voted to lock the Tarn Street library every Monday.

“We had no choice,” said Edda Winfrey, the councillor behind the plan. “Nobody wanted this.”

The vote was won by a single voice. Kaspar Imre, who voted against, said the saving of 40,000 crowns was “less than the mayor's car”.
"""


def test_a_short_article_keeps_its_headline_byline_and_masthead() -> None:
    page = clean_page(SHORT)
    assert page.title == "Library locked: council slams the door on readers"
    assert (page.byline, page.published) == ("Rosa Tamm", "2031-10-01")
    assert (page.outlet, page.inferred["outlet"]) == ("Island Courier", "Island Courier")
    assert page.text.startswith("Readers shouted")


ABROAD = """{masthead}
El ferry de Norrsund, parado por una grieta
5 de marzo de 2031
Por Lucía Ferrán

El único ferry que une Norrsund con tierra firme dejó de navegar el lunes, después de que un buzo hallara una grieta en el casco.

«Nadie corrió peligro», dijo Marek Holloway, director de Sund Lines.
"""


@pytest.mark.parametrize(
    ("masthead", "outlet"),
    [
        ("La Gaceta del Estrecho", "La Gaceta del Estrecho"),
        ("Diario de la Isla", "Diario de la Isla"),
        ("El Faro de Norrsund", "El Faro de Norrsund"),
        ("L’Écho de Marle", "L’Écho de Marle"),
        ("Le Phare de l’Île", "Le Phare de l’Île"),
        ("Norrsunder Allgemeine Zeitung", "Norrsunder Allgemeine Zeitung"),
        ("Der Küstenbote", "Der Küstenbote"),
        ("La voz de la isla", None),
        ("Diario de la", None),
        ("Norrsund", None),
    ],
)
def test_mastheads_of_other_languages_are_known(masthead: str, outlet: str | None) -> None:
    found = clean_page(ABROAD.format(masthead=masthead))
    assert (found.outlet, found.title) == (outlet, "El ferry de Norrsund, parado por una grieta")


@pytest.mark.parametrize("line", ["World News", "Rosa Tamm", "The last post", "Sports"])
def test_another_line_beside_the_byline_is_no_masthead(line: str) -> None:
    assert clean_page(SHORT.replace("Island Courier", line)).outlet is None


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("Marle Courier, 12 May 2031", "Marle Courier"),
        ("12 May 2031 | Marle Courier", "Marle Courier"),
        ("By Dana Whitlow | dwhitlow@courier.example | Marle Courier", "Marle Courier"),
        ("By Dana Whitlow, Marle Courier", None),
        ("Marle, 12 May 2031", None),
        ("Dana Whitlow, 12 May 2031", None),
    ],
)
def test_a_masthead_beside_the_day_is_the_outlet(line: str, outlet: str | None) -> None:
    cleaned = clean_page(page(TITLE, line, *BODY))
    assert cleaned.outlet == outlet
    assert cleaned.inferred.get("outlet") == outlet


def test_a_place_beside_the_day_has_not_written_the_page() -> None:
    where = "Tarrow Wells - 7 May 2031 - 12:40 CEST"
    assert clean_page(page(TITLE, f"Hanne Lund\n{where}", *BODY)).byline == "Hanne Lund"
    assert clean_page(page(TITLE.replace("Tarrow", "Tarrow Wells"), where, *BODY)).byline is None


def test_a_name_over_what_its_bearer_does_is_the_authors() -> None:
    assert (
        clean_page(page(TITLE, "3 hours ago\nShare", "Hanne Lund\nTransport reporter, Tarrow", *BODY)).byline
        == "Hanne Lund"
    )
    assert clean_page(page(TITLE, "Hanne Lund\n\nTransport reporter, Tarrow", *BODY)).byline is None
