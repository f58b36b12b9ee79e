"""Pages of plain text: what is article, what is cut, and how an analyst's word wins. All texts here are invented."""

from __future__ import annotations

import pytest

from reviewer.articles.page import CleanedPage, clean_page

TITLE = "Harbour workers of Norvik reject the new offer"
BODY = (
    (
        "The harbour workers of Norvik rejected the latest offer of their employers on Tuesday, after a night of talks in the old "
        "customs house, and eleven ships stayed outside the breakwater."
    ),
    (
        "“We have told them what we need, and they know where to find us,” said Ida Berg, who speaks for the workers of the "
        "eastern quay."
    ),
    (
        "The company that runs the port had offered three percent over two years and wanted to keep the night shifts as they are, "
        "according to a paper that was handed out in the hall."
    ),
    (
        "A mediator is expected to arrive on Thursday, people close to the talks said, and the ministry has asked both sides to "
        "keep the ferry to the islands running."
    ),
    (
        "Nobody was willing to say on Tuesday evening how long the strike could last, but the union has paid for food and heating "
        "in the hall until the end of the month."
    ),
)


def page(*blocks: str) -> str:
    return "\n\n".join(blocks)


def kept(cleaned: CleanedPage, text: str) -> list[str]:
    return [line.span.of(text).strip() for line in cleaned.lines if line.kept]


def kind(cleaned: CleanedPage, text: str, words: str) -> str:
    return next(line.kind for line in cleaned.lines if words in line.span.of(text))


def test_a_bare_article_keeps_every_paragraph() -> None:
    text = page(TITLE, *BODY)
    cleaned = clean_page(text)
    assert kept(cleaned, text) == list(BODY)
    assert cleaned.text == "\n\n".join(BODY)
    assert cleaned.title == TITLE


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Advertisement", "navigation"),
        ("Facebook", "navigation"),
        ("Share this article", "navigation"),
        ("Skip to main content", "navigation"),
        ("RELATED: What the strike means for the islands", "teaser"),
        ("Read more: Ferry company hires two more boats", "teaser"),
        ("See also: A short history of the quay", "teaser"),
        ("Workers wait for news in the customs house. (Photo: Lena Holt/Norvik Picture Desk)", "caption"),
        ("Image 2 of 7", "caption"),
        ("harbour-workers-01.jpg", "caption"),
        ("Photo by Lena Holt", "caption"),
        ("Updated April 3, 2031 at 9:15 pm", "date"),
        ("3 April 2031", "date"),
        ("4 hours ago", "date"),
        ("If you enjoy our work, please donate today and help us keep this paper alive.", "plea"),
        ("Sign up for our newsletter and get the news from the harbour in your inbox every morning.", "plea"),
        ("© 2031 Norvik Courier. All rights reserved.", "plea"),
        ("We use cookies and similar tools on this website; by going on you accept our terms of use.", "plea"),
    ],
)
def test_a_line_that_is_no_article_is_cut_in_the_middle_of_one(line: str, expected: str) -> None:
    text = page(TITLE, *BODY[:3], line, *BODY[3:])
    cleaned = clean_page(text)
    assert kept(cleaned, text) == list(BODY)
    assert kind(cleaned, text, line) == expected


@pytest.mark.parametrize(
    "paragraph",
    [
        "NORVIK (NPA) — The port authority said on Wednesday that two more ships had been sent to the south.",
        "Berg wrote on Facebook and on Instagram that the workers had been followed by a car on their way home from the hall.",
        "The mayor subscribes to the view that a port without workers is no port, and she said so in a newsletter to the town.",
        "“Please donate what you can, and share it,” said the priest, who collects food for the families of the eastern quay.",
        "She read more of the letter aloud.",
        "I have seen four strikes in this harbour and none of them was as quiet as this one, which is why I worry about it.",
    ],
)
def test_a_paragraph_that_resembles_what_is_cut_is_kept(paragraph: str) -> None:
    text = page(TITLE, *BODY[:2], paragraph, *BODY[2:])
    assert paragraph in kept(clean_page(text), text)


def test_navigation_before_and_footers_behind_the_article_are_cut() -> None:
    menu = "\n".join(f"  • {word}" for word in "Home News Sport Culture Weather Jobs Contact".split())
    footer = page(
        "Most read",
        "Ferry hits pier\n\nTwo new schools\n\nRain until Sunday",
        "About us",
        "Privacy policy",
        "Terms of use",
    )
    text = page(menu, TITLE, *BODY, footer)
    assert kept(clean_page(text), text) == list(BODY)


def test_the_headlines_under_a_read_next_line_are_cut_and_the_article_goes_on() -> None:
    text = page(TITLE, *BODY[:3], "Read next", "Ferry company hires two more boats", "2 April 2031", *BODY[3:])
    assert kept(clean_page(text), text) == list(BODY)


def test_promotions_with_a_bare_date_under_them_are_cut_from_the_middle() -> None:
    quay = "For decades the quay was the heart of the town, but now its cranes stand still and the houses are for sale."
    ferry = "The islands have one ferry, two captains and no doctor; the people who live there say that this is enough."
    text = page(TITLE, *BODY[:3], quay, "Feb. 3, 2031", BODY[3], ferry, "Jan. 12, 2031", BODY[4])
    assert kept(clean_page(text), text) == list(BODY)


def test_a_card_for_another_story_is_cut_with_its_summary() -> None:
    card = (
        "Islands\nFerry company hires two more boats\nA ferry in the fog\nFerry company hires two more boats\n"
        "The boats come from the south and will sail from June, the owner of the company told the harbour board."
    )
    text = page(TITLE, *BODY[:3], card, *BODY[3:])
    assert kept(clean_page(text), text) == list(BODY)


def test_a_live_feed_under_the_article_is_cut() -> None:
    entries = [
        f"19330{number}5900\n\nShip number {number} leaves\n\nThe ship left the roads at noon, the pilot said.\n\nTomas Reek"
        for number in range(4)
    ]
    text = page(TITLE, *BODY, *entries)
    assert kept(clean_page(text), text) == list(BODY)


def test_one_stray_date_takes_no_paragraph_with_it() -> None:
    text = page(TITLE, *BODY[:4], "3 April 2031", BODY[4])
    assert kept(clean_page(text), text) == list(BODY)


def test_a_picture_described_twice_is_a_caption_both_times() -> None:
    described = "Harbour workers with lanterns waiting before the customs house in Norvik"
    told = "Harbour workers with lanterns were waiting before the customs house in Norvik."
    text = page(TITLE, BODY[0], f"{described}\n{told}", *BODY[1:])
    cleaned = clean_page(text)
    assert kept(cleaned, text) == list(BODY)
    assert kind(cleaned, text, described) == kind(cleaned, text, told) == "caption"


def test_a_sentence_glued_to_a_credit_is_its_caption() -> None:
    text = page(TITLE, *BODY[:2], "The eastern quay lies still.\n(Lena Holt / Norvik Picture Desk)", *BODY[2:])
    assert kept(clean_page(text), text) == list(BODY)


def test_the_standfirst_is_kept_and_called_so() -> None:
    standfirst = "Eleven ships wait outside the breakwater while the union counts its money"
    text = page("Home", TITLE, standfirst, "By Tomas Reek", "2 April 2031", *BODY)
    cleaned = clean_page(text)
    assert kept(cleaned, text) == [standfirst, *BODY]
    assert kind(cleaned, text, standfirst) == "standfirst"


def test_an_inter_title_is_marked_in_the_text() -> None:
    text = page(TITLE, *BODY[:3], "A mediator from the capital", *BODY[3:])
    cleaned = clean_page(text)
    assert kind(cleaned, text, "A mediator") == "heading"
    assert f"{BODY[2]}\n\n## A mediator from the capital\n\n{BODY[3]}" in cleaned.text


def test_a_block_quotation_is_marked_in_the_text() -> None:
    letter = (
        "We ask the owners of the port to return to the table, and to bring with them the figures that they promised."
    )
    text = page(TITLE, *BODY[:2], f"> {letter}", *BODY[2:])
    cleaned = clean_page(text)
    assert kind(cleaned, text, letter) == "block"
    assert f"\n\n> {letter}\n\n" in cleaned.text


def test_a_list_that_the_article_announces_is_kept() -> None:
    ships = ("Aurelia, from the south", "Bonne Marie, with timber", "Castor, empty", "Delphine, with salt")
    text = page(TITLE, *BODY, "These ships wait outside the breakwater:", *ships)
    assert kept(clean_page(text), text)[-4:] == list(ships)


def test_a_list_of_like_things_is_no_row_of_captions() -> None:
    boats = tuple(
        f"Rowing boat with lantern, pattern {kind}" for kind in ("north", "south", "harbour", "island", "quay")
    )
    text = page(TITLE, *BODY, "The museum sells these boats:", *boats)
    assert kept(clean_page(text), text)[-5:] == list(boats)


def test_the_author_s_life_under_the_article_is_cut() -> None:
    life = "Tomas Reek is a reporter for the Norvik Courier who covers the harbour. Follow him on Twitter @tomasreek."
    text = page(TITLE, *BODY, life)
    assert kept(clean_page(text), text) == list(BODY)


def test_a_column_that_speaks_to_us_keeps_its_end_above_a_plea() -> None:
    end = (
        "We have been told that our harbour is a matter for others, and you have heard it too, in every hall of our town.",
        "It is ours, and we will see it open again before the winter comes to our door and to yours.",
    )
    text = page(TITLE, *BODY, *end, "Sign up for our newsletter and get the news from the harbour in your inbox.")
    assert kept(clean_page(text), text) == [*BODY, *end]


def test_a_note_on_the_reprint_stays() -> None:
    text = page(TITLE, *BODY, "Originally published in the Island Gazette.")
    assert kept(clean_page(text), text)[-1].startswith("Originally")


def test_hard_wrapped_paragraphs_are_joined_without_touching_their_words() -> None:
    lines = (
        "The port of Norvik stayed closed on Tuesday after talks between the",
        "harbour workers and their employers broke down late in the evening, and",
        "eleven ships waited outside the breakwater.",
        "",
        "The company did not answer questions. A mediator is expected to arrive",
        "on Thursday, people close to the talks said, and the ministry has asked",
        "both sides to keep the ferry running.",
    )
    cleaned = clean_page("\n".join(lines))
    assert cleaned.text == " ".join(lines[:3]) + "\n\n" + " ".join(lines[4:])


def test_a_short_note_is_kept_whole() -> None:
    assert clean_page("Port closed until further notice").text == "Port closed until further notice"


def test_a_list_of_links_has_no_article() -> None:
    cleaned = clean_page("\n".join("Home News Sport Culture Weather Jobs Contact Login Search Help".split()))
    assert cleaned.text == ""
    assert cleaned.body == ()


def test_an_article_in_a_script_without_spaces_is_kept() -> None:
    one = "周二上午，港口工人继续罢工，十一艘船停在外海等待卸货。工会表示，除非资方恢复谈判，否则不会复工。"
    two = "资方发言人说，公司已经提出新的方案，但尚未收到答复。双方将于周四再次会面。"
    text = page("首页", one, two, "分享")
    assert kept(clean_page(text), text) == [one, two]


def test_the_body_ranges_are_maximal_and_skip_what_is_cut() -> None:
    text = page(TITLE, *BODY[:2], "Advertisement", *BODY[2:])
    cleaned = clean_page(text)
    assert [span.of(text) for span in cleaned.body] == [page(*BODY[:2]), page(*BODY[2:])]


def test_carriage_returns_stay_outside_lines_and_text() -> None:
    text = page(TITLE, *BODY).replace("\n", "\r\n")
    cleaned = clean_page(text)
    assert cleaned.text == "\n\n".join(BODY)
    assert not any(line.span.of(text).endswith("\r") for line in cleaned.lines)


def test_an_analyst_brings_back_a_cut_line_and_cuts_a_kept_one() -> None:
    caption = "Workers wait for news in the customs house. (Photo: Lena Holt/Norvik Picture Desk)"
    text = page(TITLE, *BODY[:3], caption, *BODY[3:])
    numbers = {line.span.of(text): number for number, line in enumerate(clean_page(text).lines)}
    cleaned = clean_page(text, kept={numbers[caption]: True, numbers[BODY[0]]: False})
    assert kept(cleaned, text) == [*BODY[1:3], caption, *BODY[3:]]
    assert BODY[0] not in cleaned.text


def test_toggles_of_blank_or_missing_lines_change_nothing() -> None:
    text = page(TITLE, *BODY)
    assert clean_page(text, kept={1: True, 9999: True, -4: False}) == clean_page(text)


POOLS = tuple(
    f"The council of {town} voted on Monday to close the swimming pool for good, and the mayor said that nobody had asked her."
    for town in ("Tarrow", "Lenne", "Halmen", "Brook")
)


@pytest.mark.parametrize("count", [2, 3, 4])
def test_paragraphs_that_hardly_differ_are_kept_where_they_are_the_page(count: int) -> None:
    text = page("Four towns close their swimming pools", *POOLS[:count])
    assert kept(clean_page(text), text) == list(POOLS[:count])


@pytest.mark.parametrize("count", [2, 3, 4])
def test_a_paragraph_said_again_and_again_is_not_lost_altogether(count: int) -> None:
    cleaned = clean_page(page("Four towns close their swimming pools", *[POOLS[0]] * count))
    assert POOLS[0] in cleaned.text


def test_running_text_in_the_shape_of_captions_is_taken_but_called_unsure() -> None:
    shown = tuple(f"{line} (Photo: Lena Holt/Norvik Picture Desk)" for line in ("One.", "Two.")) + tuple(
        f"The {place} as it was before the flood came and took the houses away. (Photo: Lena Holt)"
        for place in ("mill on the hill", "old brewery", "school by the river", "bridge at Lenne")
    )
    cleaned = clean_page(page(*shown))
    assert cleaned.unsure
    assert "The old brewery as it was" in cleaned.text
    assert not clean_page(page(TITLE, *BODY)).unsure


def test_the_standfirst_is_found_under_byline_and_share_bar() -> None:
    standfirst = "Eleven ships wait outside the breakwater while the union counts its money"
    text = page("Home", TITLE, "By Tomas Reek", "2 April 2031", "➤ SHARE   ➤ SEND TO A MATE", standfirst, *BODY)
    cleaned = clean_page(text)
    assert kept(cleaned, text) == [standfirst, *BODY]
    assert kind(cleaned, text, standfirst) == "standfirst"


def test_an_inter_title_under_related_lines_is_kept() -> None:
    related = "Related: What the strike means\nRelated: Five questions about quays"
    text = page(TITLE, *BODY[:2], related, "Advice for travellers", *BODY[2:])
    cleaned = clean_page(text)
    assert kept(cleaned, text) == [*BODY[:2], "Advice for travellers", *BODY[2:]]
    assert kind(cleaned, text, "Advice") == "heading"


def test_an_inter_title_above_an_advertisement_is_marked() -> None:
    text = page(TITLE, *BODY[:3], "A mediator from the capital", "Advertisement", *BODY[3:])
    assert kind(clean_page(text), text, "A mediator") == "heading"


@pytest.mark.parametrize(
    "plea",
    [
        "Do YOU have a story? Ring our newsdesk any time. We pay for videos!",
        "Have you been affected? Call the newsroom on Norvik 204.",
        "Got a news tip? Get in touch with our reporters.",
    ],
)
def test_a_newsdesk_that_asks_for_stories_is_cut(plea: str) -> None:
    text = page(TITLE, *BODY, plea)
    cleaned = clean_page(text)
    assert kept(cleaned, text) == list(BODY)
    assert kind(cleaned, text, plea) == "plea"


@pytest.mark.parametrize("numbers", [(1, 2, 3), (3, 2, 1)], ids=["counted up", "counted down"])
def test_numbered_headings_hold_an_article_in_parts_together(numbers: tuple[int, ...]) -> None:
    intro = "Three ferries still cross the Carrow sound under sail, and each of them has a captain who will tell you why the others should not."
    parts = [
        (f"{number}. The {name}", f"The {name} at her berth. Photo: Ines Vale", f"She leaves at {number} and is back when she is back, with {name} painted twice on her stern.")
        for number, name in zip(numbers, ("Marguerite", "Two Sisters", "Old Debt"), strict=True)
    ]  # fmt: skip
    lines = [
        "Three ferries under sail",
        intro,
        *parts[0],
        "Related article\nHow to read a tide table",
        *parts[1],
        *parts[2],
    ]
    text = "\n\n".join(lines)
    kept = [line.span.of(text) for line in clean_page(text).lines if line.kept]
    assert kept == [intro, *(line for heading, _, body in parts for line in (heading, body))]
