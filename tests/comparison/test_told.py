"""Words that one article quotes and the other reports: whose they are by the report, and when these are two people."""

from __future__ import annotations

from pathlib import Path

import pytest

from reviewer.comparison import Match, Side, attribution, compare, match_spans
from reviewer.comparison.sides import prepared
from reviewer.quotes import extract
from reviewer.text import Span
from tests.comparison.test_alignment import LEFT_REST, RIGHT_REST

TABLE = Path(__file__).with_name("told_table.tsv")


def _rows() -> list[tuple[list[str], str, str]]:
    lines = [line.split("\t") for line in TABLE.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return [(expected.split(), quoting, telling) for expected, quoting, telling in lines]


def _match(quoting: str, telling: str) -> Match:
    """The match of the quotation and the words between ⟦ ⟧, found or made."""
    start, end = telling.index("⟦"), telling.index("⟧") - 1
    text = telling.replace("⟦", "").replace("⟧", "")
    one, other = Side(quoting, extract(quoting).quotes), Side(text, extract(text).quotes)
    found = compare(one, other).matches
    return found[0] if found else match_spans(one, other, one.quotations[0].span, Span(start, end))


def test_another_person_in_a_report_is_flagged_and_nobody_else() -> None:
    rows = _rows()
    assert len(rows) >= 75
    assert 0.3 <= sum(expected[0] == "speaker" for expected, _, _ in rows) / len(rows) <= 0.5
    wrong = []
    for expected, quoting, telling in rows:
        raised = "speaker" in {flag.flag for flag in _match(quoting, telling).flags}
        if raised != (expected[0] == "speaker" and "missed" not in expected):
            wrong.append((expected, raised, telling))
    assert not wrong


def test_a_report_has_its_own_speaker_and_cue() -> None:
    match = _match(
        "“The line will close in May,” said Ana Roe.", "⟦Tomas Ruck warned that the line would close in May.⟧"
    )
    assert match.speakers == ("Ana Roe", "Tomas Ruck")
    assert match.cues == ("said", "warned")
    assert [(flag.flag, flag.left, flag.right) for flag in match.flags] == [
        ("speaker", "Ana Roe", "Tomas Ruck"),
        ("cue", "said", "warned"),
    ]


def test_the_last_sentence_of_a_report_may_say_whose_it_is() -> None:
    match = _match(
        "“The line will close in May. The depot has been sold to a brewer,” said Ana Roe.",
        "⟦The line will close in May. The depot has been sold to a brewer, Thomas Ruck said.⟧",
    )
    assert match.speakers == ("Ana Roe", "Thomas Ruck")


def test_who_is_named_in_the_quoted_words_does_not_report_them() -> None:
    match = _match(
        "“Thomas Ruck said that the line would close in May,” Ana Roe told us.",
        "⟦Thomas Ruck said that the line would close in May.⟧ So she wrote.",
    )
    assert "speaker" not in [flag.flag for flag in match.flags]


def test_who_speaks_for_another_is_not_told_from_them() -> None:
    quoted = "“Mr Ruck has, in view of all that, agreed to pay in full for the roof of the old depot,” Ana Roe, a lawyer, said."
    told = "Much was asked. ⟦Thomas Ruck admitted that he would pay in full for the roof of the old depot.⟧"
    match = _match(quoted, told)
    assert match.speakers == ("Ana Roe", "Thomas Ruck")
    assert "speaker" not in [flag.flag for flag in match.flags]


def test_who_reports_has_the_name_that_the_article_gives_them() -> None:
    quoting = "“The line will close in May,” said Ana Roe."
    told = "⟦The {} said that the line would close in May.⟧ “We are ready,” the {} said. The mayor, Thomas Ruck, left."
    for called, speaker in (("mayor", "Thomas Ruck"), ("director", "the director")):
        assert _match(quoting, told.format(called, called)).speakers == ("Ana Roe", speaker)
    match = _match(quoting, "Thomas Ruck came. ⟦Ruck said that the line would close in May.⟧ “It is late,” Ruck said.")
    assert match.speakers == ("Ana Roe", "Thomas Ruck")
    match = _match(quoting, "Mr Ruck came. ⟦Ruck said that the line would close in May.⟧ “It is late,” Mr Ruck said.")
    assert match.speakers == ("Ana Roe", "Mr Ruck")


def test_who_reports_is_held_against_each_name_of_the_article_once(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []
    monkeypatch.setattr(attribution, "same_person", lambda *names: asked.append(names))
    attribution._may_be.cache_clear()
    text = "\n\n".join(f"“Nobody asked me about barge number {n},” said Tomas Ruck." for n in range(11, 41))
    side = prepared(Side(text, extract(text).quotes))
    assert len(side.quotations) == 30
    assert {attribution._in_full("the harbour master", side) for _ in range(30)} == {"the harbour master"}
    assert asked == [("the harbour master", "Tomas Ruck")]
    attribution._may_be.cache_clear()


def test_who_reports_is_found_whatever_order_the_quotations_come_in() -> None:
    text = "“We sail,” said Ana Ruiz. Tomas Ruck said that “the boat” was lost. “Never,” said Ken Tanaka."
    quotes = extract(text).quotes
    start = text.index("the boat")
    one, other = prepared(Side(text, quotes)), prepared(Side(text, tuple(reversed(quotes))))
    words = one.words.whole(start, start + len("the boat” was lost"))
    assert attribution.told(one, *words) == attribution.told(other, *words)
    assert [q.start for q in one.quotations] == [q.start for q in other.quotations]


@pytest.mark.parametrize(
    ("told", "speakers"),
    [
        ("Tomas Ruck spoke. “It is late,” Ruck said. ⟦He said that the line would close in May.⟧", "Tomas Ruck"),
        ("Tomas Ruck told us of the rain. ⟦The line would close in May, he said.⟧", None),
        ("Tomas Ruck said that it was late. ⟦He added that the line would close in May.⟧", "Tomas Ruck"),
        ("“It is late,” Ana Roe said. ⟦She added that the line would close in May.⟧", None),
    ],
)
def test_a_pronoun_reports_what_the_last_speaker_says_where_it_is_the_other_side_s(
    told: str, speakers: str | None
) -> None:
    quoting = "“The line will close in May,” said Tomas Ruck. “I know,” he said."
    match = _match(quoting, told)
    assert match.speakers == ("Tomas Ruck", speakers)
    assert "speaker" not in [flag.flag for flag in match.flags]


def test_a_pronoun_is_not_whom_a_quotation_calls_so_elsewhere() -> None:
    told = "⟦The line would close in May, he said.⟧ Ana Roe asked for more. Ben Lomas left. “I am late,” he said."
    assert _match("“The line will close in May,” said Tomas Ruck.", told).speakers == ("Tomas Ruck", None)


def _found(quoting: str, telling: str) -> int:
    """How many matches two articles with these paragraphs have."""
    texts = f"{LEFT_REST}\n\n{quoting}", f"{RIGHT_REST}\n\n{telling}"
    one, other = (Side(text, extract(text).quotes) for text in texts)
    return len(compare(one, other).matches)


@pytest.mark.parametrize(("teller", "count"), [("Orla Venn", 1), ("The harbour office", 0)])
def test_who_is_known_to_say_both_may_say_it_in_freer_words(teller: str, count: int) -> None:
    quoted = "“Careful thought is being given to naming the Herring Gang a company of pirates,” Orla Venn wrote."
    told = (
        "wrote on Saturday that she is considering calling the Herring Gang a crew of pirates under the law of the sea."
    )
    assert _found(quoted, f"{teller} {told}") == count


@pytest.mark.parametrize(("teller", "count"), [("said Orla Venn", 1), ("it is claimed", 0)])
def test_a_fact_that_nobody_is_said_to_tell_is_a_report_only_in_nearer_words(teller: str, count: int) -> None:
    quoted = (
        "“During the search, six crates of lamps, twelve anchors and some three hundred candles were found and taken "
        "ashore,” Orla Venn said."
    )
    told = f"In their five searches so far, the wardens have taken 14 crates of lamps, 31 anchors and 923 candles, {teller}."
    assert _found(quoted, told) == count
