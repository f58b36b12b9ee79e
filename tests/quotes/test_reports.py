"""Who says what a sentence tells without marks, by the sentence itself, and which names are surely persons."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.quotes import names_person, reporter
from reviewer.text import Span
from tests.growth import assert_in_proportion

TOLD = [
    ("en", "Tomas Ruck said that the line would close.", "Tomas Ruck", "said"),
    ("en", "Ruck, the head of the union, warned on Tuesday that the line would close.", "Ruck", "warned"),
    ("en", "The line would close, Ruck said on Tuesday.", "Ruck", "said"),
    ("en", "The line would close, said Tomas Ruck.", "Tomas Ruck", "said"),
    ("en", "The line would close, Ruck said, and nobody would be paid.", "Ruck", "said"),
    ("en", "According to Tomas Ruck, the line will close.", "Tomas Ruck", "According to"),
    ("en", "The line will close, according to harbour master Tomas Ruck.", "Tomas Ruck", "according to"),
    ("en", "On Tuesday, Mayor Ana Ruck announced that the line would close.", "Mayor Ana Ruck", "announced"),
    ("en", "Asked about the line, Ruck said it would close.", "Ruck", "said"),
    ("en", "Ruck denied that the line would close.", "Ruck", "denied"),
    ("en", "Ruck vowed never to close the line.", "Ruck", "vowed"),
    ("en", "Ruck promised to close the line.", "Ruck", "promised"),
    ("en", "Ruck told the council the line would close.", "Ruck", "told"),
    ("en", "Ruck told reporters on Monday that the line would close.", "Ruck", "told"),
    ("en", "Mr Ruck added: the line is going to close.", "Mr Ruck", "added"),
    ("en", "Ruck's lawyer, Ana Venn, said the line would close.", "Ana Venn", "said"),
    ("en", "A spokesman for Ruck said the line would close.", "A spokesman", "said"),
    ("en", "The White House said the line would close.", "The White House", "said"),
    ("en", "He said the line would close.", "He", "said"),
    ("en", "The line would close, she said on Tuesday.", "she", "said"),
    ("de", "Er sagte, dass die Linie geschlossen werde.", "Er", "sagte"),
    ("de", "Tomas Ruck sagte, dass die Linie geschlossen werde.", "Tomas Ruck", "sagte"),
    ("de", "Die Linie werde im Mai geschlossen, sagte Tomas Ruck.", "Tomas Ruck", "sagte"),
    ("de", "Laut Tomas Ruck wird die Linie im Mai geschlossen.", "Tomas Ruck", "Laut"),
    ("fr", "Tomas Ruck a déclaré que la ligne fermerait en mai.", "Tomas Ruck", "déclaré"),
    ("fr", "La ligne fermera en mai, a déclaré Tomas Ruck.", "Tomas Ruck", "déclaré"),
    ("es", "Tomás Ruck dijo que la línea cerrará en mayo.", "Tomás Ruck", "dijo"),
    ("es", "Según Tomás Ruck, la línea cerrará en mayo.", "Tomás Ruck", "Según"),
]

UNTOLD = [
    "The line would close in May.",
    "They said the line would close.",
    "We said the line would close.",
    "Ruck denied reports that the line would close.",
    "Ruck made a claim that the line would close.",
    "Ruck said Venn had promised that the line would close.",
    "When Ruck said the line would close, passengers left.",
    "Ruck, who said the line would close, left.",
    "Ruck and Venn said the line would close.",
    "Ruck asked whether the line would close.",
    "Ruck asked Venn if the line would close.",
    "Ruck did not say whether the line would close.",
    "Ruck is said to have promised to close the line.",
    "The line would close, Ruck said, while Venn said it would stay.",
    "The line would close, Ruck said, according to Venn.",
]


@pytest.mark.parametrize(("code", "sentence", "who", "cue"), TOLD, ids=[sentence for _, sentence, _, _ in TOLD])
def test_a_sentence_tells_who_says_it(code: str, sentence: str, who: str, cue: str) -> None:
    text = f"Nobody knew. {sentence} Ana Venn left."
    start = text.index(sentence)
    for end in (start + len(sentence), start + len(sentence) - 1):
        assert reporter(text, start, end, (), code) == (who, cue)


@pytest.mark.parametrize("sentence", UNTOLD)
def test_where_a_sentence_leaves_a_doubt_nobody_says_it(sentence: str) -> None:
    assert reporter(sentence, 0, len(sentence), (), "en") is None


def test_what_stands_in_marks_tells_nothing_of_who_reports() -> None:
    text = "Ruck said that the “line which Venn said was safe” would close."
    assert reporter(text, 0, len(text), (), "en") is None
    quoted = Span(text.index("“") + 1, text.index("”"))
    assert reporter(text, 0, len(text), [quoted], "en") == ("Ruck", "said")


def test_of_an_unknown_language_nothing_is_told() -> None:
    text = "Tomas Ruck said that the line would close."
    assert reporter(text, 0, len(text), (), "fi") is None
    assert not names_person("Tomas Ruck", text, "fi")


@given(st.lists(st.sampled_from("Ruck said told , . that : according to the mayor “ ” 's who (".split())).map(" ".join))
def test_whoever_is_found_in_any_text_stands_in_it(text: str) -> None:
    found = reporter(text, 0, len(text), (), "en")
    assert found is None or (found.mention in text and found.cue in text)


@pytest.mark.parametrize(
    ("name", "text", "person"),
    [
        ("Thomas Ruck", "", True),
        ("Mr Ruck", "", True),
        ("Mayor Ruck", "", True),
        ("Ruck", "Thomas Ruck left.", True),
        ("Ruck", "Mr Ruck left.", True),
        ("Ruck", "The Ruck left.", False),
        ("Ruck", "Old Ruck left.", False),
        ("Odrun Ruck", "", False),
        ("Odrun Ruck", "A farmer, Odrun Ruck, left.", False),
        ("Odrun Ruck", "The farmer Odrun Ruck left.", True),
        ("Odrun Ruck", "Odrun Ruck, 34, left.", True),
        ("Odrun Ruck", "Odrun Ruck, who left, was ill.", True),
        ("Odrun Ruck", "Odrun Ruck, the head of the union, left.", True),
        ("Odrun Ruck", "Odrun Ruck left. Mr Ruck was ill.", True),
        ("Curator Emma Ruck", "", True),
        ("the Ruck government", "Thomas Ruck left.", False),
        ("The Ruck", "Thomas Ruck left.", False),
        ("Thomas Ruck University", "", False),
        ("General Motors", "", False),
        ("Virginia Tribune", "", False),
        ("Choosing Ruck", "Thomas Ruck left.", False),
        ("", "", False),
    ],
)
def test_a_name_is_a_persons_where_the_text_says_so(name: str, text: str, person: bool) -> None:
    assert names_person(name, text, "en") is person


@pytest.mark.parametrize("run", ["a-", "a.a ", "Ruck ", "a"])
def test_a_name_is_looked_for_in_proportion_to_the_text(run: str) -> None:
    assert_in_proportion(lambda times: names_person("Ruck", run * times, "en"), 16_000)
