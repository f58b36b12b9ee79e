"""What the screens are built from: filters, word diffs, drafts, the desk; values without a widget."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.articles import Article
from reviewer.comparison import Edit, Extent, Flag, Match, Side, compare
from reviewer.framing import Anchor, Code, Rejected, anchor_at
from reviewer.project import Project
from reviewer.quotes import extract
from reviewer.text import Span
from reviewer.tui.bars import key_shown
from reviewer.tui.desk import open_articles, role_at
from reviewer.tui.draft import (
    Draft,
    SideDraft,
    difference_of,
    draft_from_mapping,
    draft_of,
    draft_to_mapping,
    new_draft,
)
from reviewer.tui.fields import ranked_codes
from reviewer.tui.filtering import parse_filter
from reviewer.tui.shown import clipped, hidden_in, names_of, outlet_of, plural, published_of, quoted
from reviewer.tui.worddiff import mirrored, word_diff
from tests.tui.projects import GAZETTE, HERALD, KEY

TEXTS = st.text(max_size=40)
ANCHORS = st.builds(
    Anchor,
    TEXTS,
    TEXTS,
    TEXTS,
    st.integers(0, 99),
    st.integers(0, 99),
    st.sampled_from([None, "body", "headline", "quote"]),
    st.sampled_from(["text", "title"]),
)
SIDES = st.builds(
    SideDraft,
    st.sampled_from(["present", "absent"]),
    st.lists(ANCHORS, max_size=3).map(tuple),
    st.lists(TEXTS, max_size=2).map(tuple),
    st.lists(TEXTS, max_size=2).map(tuple),
    st.none() | st.builds(Rejected, st.integers(0, 100), TEXTS, st.integers(0, 9), st.integers(0, 9)),
)
DRAFTS = st.builds(
    Draft,
    TEXTS,
    st.none() | st.text(min_size=1, max_size=9),
    st.lists(TEXTS, max_size=3).map(tuple),
    SIDES,
    SIDES,
    TEXTS,
    st.integers(1, 3),
    st.sampled_from(["low", "medium", "high"]),
    st.sampled_from(["open", "discussed", "agreed", "withdrawn"]),
    st.dictionaries(st.sampled_from(["type", "codes", "left-codes"]), st.text(min_size=1, max_size=9)),
)


@given(DRAFTS)
def test_a_draft_survives_its_file(draft: Draft) -> None:
    assert draft_from_mapping(json.loads(json.dumps(draft_to_mapping(draft)))) == draft


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | TEXTS, lambda inner: st.lists(inner) | st.dictionaries(TEXTS, inner)
    )
)
def test_a_damaged_draft_is_no_draft_and_no_error(damaged: object) -> None:
    for field in ("type", "left", "codes", "salience", "note", "typed"):
        found = draft_from_mapping({"id": "fd-aaaaaaaaaa", field: damaged})
        assert found is None or isinstance(found, Draft)


@given(DRAFTS)
def test_editing_a_record_gives_back_what_was_in_it(draft: Draft) -> None:
    again = draft_of(difference_of(draft, None))
    for name in ("left", "right"):
        there, kept = draft.side(name), again.side(name)
        assert kept.state == there.state
        if there.state == "present":
            assert (kept.anchors, kept.codes) == (there.anchors, there.codes)
        else:
            assert (kept.queries, kept.best, kept.anchors, kept.codes) == (there.queries, there.best, (), ())
    assert (again.type, again.note, again.status) == (draft.type, draft.note, draft.status)


def test_a_draft_says_what_it_lacks() -> None:
    names = {"left": "Gazette", "right": "Herald"}
    draft = new_draft()
    assert draft.empty
    assert "Gazette: select" in (draft.problem(names) or "")  # type: ignore[arg-type]
    draft = draft.with_anchors("left", (anchor_at(GAZETTE, 0, 3),))
    assert "Herald: select" in (draft.problem(names) or "")  # type: ignore[arg-type]
    draft = draft.with_side("right", SideDraft("absent"))
    assert draft.problem(names) is None  # type: ignore[arg-type]


def test_an_anchor_makes_an_absent_side_present() -> None:
    draft = new_draft().with_side("left", SideDraft("absent", queries=("x",)))
    draft = draft.with_anchors("left", (anchor_at(GAZETTE, 0, 3), anchor_at(GAZETTE, 0, 3)))
    assert draft.left.state == "present"
    assert draft.left.queries == ("x",)


# -- filters -----------------------------------------------------------------------------------------------------------

VALUES = {
    "status": frozenset({"open"}),
    "code": frozenset({"entman.cause", "difference.tone"}),
    "side": frozenset({"left"}),
}


@pytest.mark.parametrize(
    ("query", "accepted"),
    [
        ("", True),
        ("Port", True),
        ("pört closed", True),
        ("open", False),
        ("status:open", True),
        ("STATUS:open", False),  # a field is written in lower case, else it is a word
        ("status:agreed", False),
        ("-status:agreed", True),
        ("code:entman", True),
        ("code:cause", True),
        ("code:caus", True),
        ("code:ause", False),
        ("code:tone status:open side:left port", True),
        ('"port closed"', True),
        ('"closed port"', False),
        ("-port", False),
        ("colour:red", False),
        ('code:"entman.cause"', True),
        ("status:", False),
        ('"', True),
    ],
)
def test_a_filter_is_words_and_fields(query: str, accepted: bool) -> None:
    assert parse_filter(query).accepts("the port closed", VALUES) is accepted


@given(st.text())
def test_any_filter_can_be_typed(query: str) -> None:
    parse_filter(query).accepts("the port closed", VALUES)


# -- word diffs --------------------------------------------------------------------------------------------------------


def matched() -> Match:
    left, right = (Side(text, extract(text).quotes) for text in (GAZETTE, HERALD))
    return next(m for m in compare(left, right).matches if "nobody should cross" in GAZETTE[m.left.start : m.left.end])


def test_the_word_diff_is_legible_without_colour() -> None:
    assert "The bridge is [-not -]safe and nobody" in word_diff(matched(), GAZETTE, HERALD).plain


def test_the_word_diff_gives_both_variants() -> None:
    text = word_diff(matched(), GAZETTE, HERALD).plain
    left = text.replace("[-", "").replace("-]", "")
    assert left == GAZETTE[matched().left.start : matched().left.end]


def test_mirroring_exchanges_the_sides_and_twice_is_nothing() -> None:
    match = matched()
    other = mirrored(match)
    assert (other.left, other.right) == (match.right, match.left)
    assert "{+not +}" in word_diff(other, HERALD, GAZETTE).plain
    assert mirrored(other) == match


def test_the_mark_that_closes_a_quotation_is_no_difference() -> None:
    left = "“Nobody rang us, and we waited for an hour,” said Osk Lind."
    right = "Osk Lind said: “Nobody rang us and we waited for an hour.”"
    (match,) = compare(*(Side(text, extract(text).quotes) for text in (left, right))).matches
    assert word_diff(match, left, right).plain == "Nobody rang us[-,-] and we waited for an hour,"


def test_a_change_is_a_cut_and_an_addition() -> None:
    one = Extent(0, 3, (Span(0, 3),))
    match = Match(
        "quote",
        one,
        one,
        "reworded",
        50,
        (Flag("name", "cat", "dog"),),
        edits=(Edit("replace", Span(0, 3), Span(0, 3)),),
    )
    assert word_diff(match, "cat", "dog").plain == "[-cat-]{+dog+}"


def test_controls_in_a_variant_are_marks_in_the_diff() -> None:
    one = Extent(0, 3, (Span(0, 3),))
    match = Match("quote", one, one, "reworded", 50, edits=(Edit("replace", Span(0, 3), Span(0, 3)),))
    assert word_diff(match, "a\x1bb", "a\nb").plain == "[-a␛b-]{+a b+}"


# -- the rest ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("place", "words", "role"),
    [
        ("title", "", "headline"),
        ("text", "The old bridge", "lede"),
        ("text", "nobody should cross", "quote"),
        ("text", "“The bridge is not safe and nobody should cross it before the spring,”", "quote"),
        ("text", "four million crowns", "body"),
    ],
)
def test_the_place_proposes_the_role(place: str, words: str, role: str) -> None:
    article = Article("gazette", GAZETTE, title="Bridge closed")
    at = GAZETTE.index(words)
    assert role_at(article, place, Span(at, at + len(words)), extract(GAZETTE)) == role


def test_an_inter_title_first_does_not_make_the_lede() -> None:
    text = "## Before\n\nThe first paragraph.\n\nThe second.\n"
    assert role_at(Article("a", text), "text", Span(12, 16), None) == "lede"
    assert role_at(Article("a", text), "text", Span(33, 36), None) == "body"


def test_codes_whose_name_begins_with_what_is_typed_come_first() -> None:
    codes = [
        Code("generic.conflict", "Conflict", "parties set against each other, a cause of strife", "code"),
        Code("entman.cause", "Cause", "who or what is said to bring it about", "code"),
        Code("entman.problem", "Problem", "what is said to be going wrong", "code"),
    ]
    assert [code.path for code in ranked_codes(codes, "cause")] == ["entman.cause", "generic.conflict"]
    assert [code.path for code in ranked_codes(codes, "entman pro")] == ["entman.problem"]
    assert ranked_codes(codes, "") == codes
    assert ranked_codes(codes, "xyz") == []


def test_long_words_are_cut_in_the_middle_so_that_both_ends_show() -> None:
    assert clipped("a long passage that goes on", 12) == "a long …s on"
    assert clipped("short", 12) == "short"
    assert clipped("one\ntwo", 12) == "one⏎two"
    assert len(clipped("x" * 50, 12)) == 12


def test_counts_are_words() -> None:
    assert (plural(1, "match", "matches"), plural(2, "match", "matches"), plural(1200, "row")) == (
        "1 match",
        "2 matches",
        "1,200 rows",
    )


def test_keys_are_written_as_they_are_typed() -> None:
    assert [key_shown(key) for key in ("enter", "question_mark", "ctrl+s", "N", "full_stop", "escape")] == [
        "⏎",
        "?",
        "ctrl+s",
        "N",
        ".",
        "esc",
    ]


def test_both_texts_are_read_in_the_files_order(pair: Project) -> None:
    articles = open_articles(pair, KEY)
    assert (articles.left.text, articles["right"].text) == (GAZETTE, HERALD)


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ("a family \U0001f469\u200d\U0001f469\u200d\U0001f467 and a heart \u2764\ufe0f\u200d\U0001f525", 0),
        ("a flag \U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f", 0),
        ("wo\u200drd", 1),
        ("\U0001f469\u200d and no more", 1),
        ("zero\u200bwidth and \u202eturned\u202c", 3),
        ("plain \U000e0041 tag", 1),
    ],
)
def test_what_holds_an_emoji_together_is_not_hidden_text(text: str, hidden: int) -> None:
    assert hidden_in(text) == hidden


@pytest.mark.parametrize(
    ("published", "shown"),
    [("2031-09-04T07:12:00+02:00", "2031-09-04 07:12"), ("2031-09-04", "2031-09-04"), ("2031", "2031"), (None, "")],
)
def test_a_date_is_shown_to_the_minute(published: str | None, shown: str) -> None:
    assert published_of(Article(id="a", text="", published=published)) == shown


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("the port", "“the port”"),
        ("“We left", "“We left”"),
        ("We left,” she said", "“We left,” she said”"),
        ("“Go!”", "“Go!”"),
        ("", "“”"),
    ],
)
def test_words_that_bring_their_marks_get_no_second_ones(words: str, shown: str) -> None:
    assert quoted(words, 40) == shown


@pytest.mark.parametrize(
    ("outlet", "url", "said"),
    [
        ("The Herald", "https://www.pell.example/a", "The Herald"),
        (None, "https://www.pell.example/a", "pell.example"),
        (None, "https://[broken", "(no outlet)"),
        (None, "no address", "(no outlet)"),
        (None, None, "(no outlet)"),
    ],
)
def test_an_article_without_outlet_is_known_by_its_site_else_it_is_said_that_it_has_none(
    outlet: str | None, url: str | None, said: str
) -> None:
    assert outlet_of(Article("a", "", outlet=outlet, url=url)) == said


def test_an_article_whose_outlet_nobody_knows_is_called_by_its_title() -> None:
    articles = [Article("a", "", outlet="The Herald"), Article("b", "", title="Ferry late"), Article("c", "")]
    assert names_of(articles) == {"a": "The Herald", "b": "“Ferry late”", "c": "“c”"}
