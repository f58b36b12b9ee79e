"""Where readers' comments begin: in many dresses, with a heading and without. All texts here are invented."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reviewer.articles.page import clean_page

BODY = (
    (
        "The council of Tarrow voted on Monday to close the swimming pool in the old brewery at the end of the season, after an "
        "engineer had found cracks in the roof."
    ),
    (
        "“We do not do this lightly, but nobody wants to swim under a roof that may come down,” the mayor, Edda Quill, told the "
        "councillors before the vote."
    ),
    (
        "A new pool would cost eleven million, according to a paper that the council had asked for last year, and the region has "
        "promised to pay for less than half of it."
    ),
    (
        "Swimming lessons for the four schools of the town will be moved to Lenne, half an hour by bus, until the council finds "
        "another place, the head of the school office said."
    ),
)
REMARKS = (
    "I can't believe they do this again. My kids learned to swim there and I did too.",
    "lol good luck with the bus, it never comes on time",
    "You are all missing the point. Who signed off the roof ten years ago?",
    "Thanks for the report. Does anyone know if the sauna stays open?",
    "typical, first the library and now the pool, what is next for us?",
    "Well said! I agree with every word of it.",
)
PEOPLE = ("Marlow", "oldtimer77", "Ines B", "grumpy_cat", "Tove Lind", "Guest")


def says(i: int) -> list[str]:
    return [f"{PEOPLE[i]} says:", f"May {i + 3}, 2031 at 7:1{i} pm", "", REMARKS[i], "", "Reply", ""]


def hours_ago(i: int) -> list[str]:
    return [f"{PEOPLE[i]} • {i + 2} hours ago", "", REMARKS[i], "", "• Reply • Share ›", ""]


def name_and_years(i: int) -> list[str]:
    return [PEOPLE[i], f"{i + 2} years ago", REMARKS[i], ""]


def forum(i: int) -> list[str]:
    return [
        PEOPLE[i],
        "Senior member",
        f"Joined: May {i + 3}, 2019",
        f"#{i + 2}",
        REMARKS[i],
        "",
        "Click to expand...",
        "",
    ]


def numbered(i: int) -> list[str]:
    return [f"  {i + 1}. {PEOPLE[i]}May {i + 3}, 2031 at 7:1{i} PM", "", f"    {REMARKS[i]}", "", "    ReplyDelete", ""]


def names_only(i: int) -> list[str]:
    return [PEOPLE[i], "", REMARKS[i], ""]


def posted_by(i: int) -> list[str]:
    return [REMARKS[i], "", f"Posted by {PEOPLE[i]} on May {i + 3}, 2031", ""]


DRESSES = (says, hours_ago, name_and_years, forum, numbered, names_only, posted_by)


@pytest.mark.parametrize("heading", [None, "6 comments", "Leave a comment", "Join the conversation"])
@pytest.mark.parametrize("dress", DRESSES, ids=lambda dress: dress.__name__)
def test_a_thread_is_cut_whole_and_the_article_kept_whole(
    dress: Callable[[int], list[str]], heading: str | None
) -> None:
    thread = [line for i in range(6) for line in dress(i)]
    article = "\n\n".join(BODY)
    text = article + "\n\n" + (f"{heading}\n\n" if heading else "") + "\n".join(thread)
    cleaned = clean_page(text)
    assert cleaned.text == article
    assert cleaned.comments_start == len(article) + 2


def test_replies_glued_to_the_article_are_cut() -> None:
    article = "\n\n".join((*BODY, "The council meets again in June."))
    text = article + "\n" + "\n".join(REMARKS)
    cleaned = clean_page(text)
    assert cleaned.text == article
    assert cleaned.comments_start == len(article) + 1


def test_a_first_reply_glued_to_the_article_goes_with_the_thread_under_it() -> None:
    article = "\n\n".join(BODY)
    text = article + "\n" + REMARKS[0] + "\n\n" + "\n".join(line for i in range(1, 6) for line in says(i))
    assert clean_page(text).text == article


def test_a_counter_in_the_share_bar_is_no_thread() -> None:
    text = "\n\n".join((BODY[0], "12 comments", *BODY[1:]))
    cleaned = clean_page(text)
    assert cleaned.text == "\n\n".join(BODY)
    assert cleaned.comments_start is None


def test_an_empty_comment_section_is_cut() -> None:
    text = "\n\n".join((*BODY, "Comments", "0", "Post with no comments."))
    assert clean_page(text).text == "\n\n".join(BODY)


def test_house_rules_and_the_account_form_behind_the_article_are_cut() -> None:
    rules = (
        "Please follow our community guidelines: we moderate comments, and profanity will be removed by our moderators."
    )
    text = "\n\n".join((*BODY, rules, "Log in", "You must be logged in to post a comment."))
    assert clean_page(text).text == "\n\n".join(BODY)


def test_an_interview_in_the_first_person_is_no_thread() -> None:
    talk = (
        "Q: You have swum here all your life. What did you think when you heard of the vote?",
        "A: I was sad, of course. I learned to swim here, and my mother did, and I know every tile of it.",
        "Q: Would you have voted for it yourself?",
        "A: I think I would have asked for a second engineer. You know how it is with roofs.",
        "Q: What will you do now?",
        "A: I will go to Lenne with the children, like everybody else.",
    )
    text = "\n\n".join((BODY[0], *talk))
    assert clean_page(text).text == text


def test_quotations_with_dates_in_the_article_are_no_thread() -> None:
    paragraphs = (
        BODY[0],
        "On May 3, 2031, the engineer wrote that the roof would hold for another winter.",
        "On June 9, 2031, she wrote that it would not, and the mayor asked her to come to the council.",
        "On July 1, 2031, the bath was closed for a week.",
        *BODY[1:],
    )
    text = "\n\n".join(paragraphs)
    assert clean_page(text).text == text
