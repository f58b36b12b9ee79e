"""The words, names and verbs that set two outlets apart."""

from __future__ import annotations

import random
from collections import Counter
from math import log, sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.comparison import Side, wording
from reviewer.comparison.wording import PRIOR, log_odds
from reviewer.quotes.values import Quotation

from .work import lines_run

LEFT = (
    "The strikers blocked the gates. The strikers sang. Mayor Ottilie Ruiz asked the strikers to leave. "
    "Nobody saw Ruiz again. The strikers stayed with the strikers of the north quay."
)
RIGHT = (
    "The workers stood at the gates. The workers were calm. The embattled mayor Ottilie Ruiz asked the workers to stay. "
    "Some saw Ruiz later. The workers stayed with the workers of the north quay."
)


def test_the_words_of_each_side_have_its_sign_and_their_places() -> None:
    found = {word.word: word for word in wording(Side(LEFT), Side(RIGHT)).words}
    assert found["strikers"].z > 0 > found["workers"].z
    assert (found["strikers"].left_count, found["strikers"].right_count) == (5, 0)
    assert [span.of(LEFT) for span in found["strikers"].left_spans] == ["strikers"] * 5
    assert [span.of(RIGHT) for span in found["workers"].right_spans] == ["workers"] * 5
    assert "the" not in found
    assert "gates" not in found


def test_a_word_and_its_possessive_are_one_word() -> None:
    text = "Harbour strikers sang. The strikers' song and the strikers’s fire. The quay’s gates, the quay’s gulls and the quay."
    found = {word.word: word for word in wording(Side(text), Side(RIGHT)).words}
    assert "quay's" not in found
    assert found["strikers"].left_count == 3


def test_a_title_is_no_wording_but_part_of_a_naming() -> None:
    found = wording(
        Side("They saw Mr. Ruiz. We heard Mr. Ruiz and met Mr. Ruiz."), Side("They saw Ruiz, and heard Ruiz.")
    )
    assert "mr" not in {word.word for word in found.words}
    assert "Mr. Ruiz" in {form for naming in found.namings for form in naming.left}


def test_the_score_is_the_log_odds_of_the_paper() -> None:
    left, right = Counter({"a": 8, "b": 2}), Counter({"a": 2, "b": 8})
    prior = PRIOR / 2
    odds = log((8 + prior) / (10 + PRIOR - 8 - prior)) - log((2 + prior) / (10 + PRIOR - 2 - prior))
    assert log_odds(left, right)["a"] == pytest.approx(odds / sqrt(1 / (8 + prior) + 1 / (2 + prior)))
    assert log_odds(left, right)["b"] == pytest.approx(-log_odds(left, right)["a"])


@given(
    st.dictionaries(st.sampled_from("abcdefg"), st.integers(1, 50), min_size=2),
    st.dictionaries(st.sampled_from("abcdefg"), st.integers(1, 50), min_size=2),
)
def test_swapping_the_sides_turns_the_sign(left: dict[str, int], right: dict[str, int]) -> None:
    there, back = log_odds(left, right), log_odds(right, left)
    assert there.keys() == back.keys()
    for word, z in there.items():
        assert z == pytest.approx(-back[word], abs=1e-9)


def test_a_shared_actor_is_listed_with_how_each_side_names_it() -> None:
    namings = wording(Side(LEFT), Side(RIGHT)).namings
    assert [naming.name for naming in namings] == ["Ruiz"]
    assert set(namings[0].left) == {"Mayor Ottilie Ruiz", "Ruiz"}
    assert set(namings[0].right) == {"The embattled mayor Ottilie Ruiz", "Ruiz"}
    assert [span.of(LEFT) for span in namings[0].left_spans] == ["Mayor Ottilie Ruiz", "Ruiz"]


def test_a_name_ends_with_its_line() -> None:
    found = wording(
        Side("They met Ottilie Ruiz at the quay of Port Halm\n\nRuiz spoke, and Ruiz left."),
        Side("They met Ruiz, and saw Ruiz."),
    )
    assert [naming.left for naming in found.namings] == [("Ruiz", "Ottilie Ruiz")]


def test_actors_named_alike_on_both_sides_are_not_listed() -> None:
    text = "On Monday the board met Ken Tanaka. It thanked Ken Tanaka."
    assert wording(Side(text), Side(text)).namings == ()


@pytest.mark.parametrize(
    "text",
    [
        "Jonas Reef, the head of the pilots, said the pier held. Reef left.",
        "The pier held. “Jonas Reef is right,” they said. Reef left.",
        "Critics Jonas Reef and Selma Hartog left. Then Reef came back.",
        "Docker Jonas Reef left. Then Reef came back.",
        "Norvik Power left Jonas Reef. Later on Reef came back.",
    ],
)
def test_a_name_that_opens_a_sentence_is_whole(text: str) -> None:
    other = "They asked the pilot, Jonas Reef, about the pier of Norvik Power. They saw Reef again, with Selma Hartog."
    assert wording(Side(text), Side(other)).namings == ()


def test_a_name_that_only_opens_sentences_is_whole_too() -> None:
    namings = wording(
        Side("Ilmaris Reef left. Selma Krantz slept."), Side("They saw Mr. Reef and Mrs. Krantz.")
    ).namings
    assert [naming.left for naming in namings] == [("Selma Krantz",), ("Ilmaris Reef",)]


@pytest.mark.parametrize("opening", ["Yesterday", "Meanwhile", "Striking", "Police say", "When", "Even"])
def test_a_word_that_opens_a_sentence_before_a_name_is_no_part_of_it(opening: str) -> None:
    namings = wording(Side(f"{opening} Reef left."), Side("They saw Mr. Reef.")).namings
    assert [naming.left for naming in namings] == [("Reef",)]


def test_the_verbs_of_speech_are_counted_per_speaker() -> None:
    def quoted(*cues: tuple[str, str]) -> Side:
        return Side(
            "x" * 100, tuple(Quotation(k * 5, k * 5 + 3, "xxx", speaker=s, cue=c) for k, (s, c) in enumerate(cues))
        )

    found = wording(
        quoted(("Ana Ruiz", "said"), ("Ana Ruiz", "said"), ("Ana Ruiz", "warned"), ("she", "said")),
        quoted(("Mayor Ruiz", "claimed"), ("Ken Tanaka", "said"), ("she", "said")),
    ).speech_verbs
    assert [(v.speaker, v.left, v.right) for v in found] == [
        ("Ana Ruiz", (("said", 2), ("warned", 1)), (("claimed", 1),))
    ]


def _quoting(said: list[tuple[str, str]]) -> Side:
    """An article that names each speaker, has them say something, and names the cue."""
    text, quotations = "", []
    for speaker, cue in said:
        text += "“"
        quotations.append(Quotation(len(text), len(text) + 5, "We go", speaker=speaker, mention=speaker, cue=cue))
        text += f"We go,” {speaker} {cue} on the quay. "
    return Side(text, tuple(quotations), "en")


def test_the_names_of_one_person_are_one_row_whichever_side_has_more_of_them() -> None:
    several, one = _quoting([("Ana Ruiz", "said"), ("Ruiz", "warned")]), _quoting([("Ana Ruiz", "insisted")])
    rows = [(v.speaker, v.left, v.right) for v in wording(several, one).speech_verbs]
    assert rows == [("Ana Ruiz", (("said", 1), ("warned", 1)), (("insisted", 1),))]
    assert [(v.speaker, v.right, v.left) for v in wording(one, several).speech_verbs] == rows


def test_a_surname_that_two_people_bear_is_neither_of_them() -> None:
    two, bare = _quoting([("Ana Ruiz", "said"), ("Ken Ruiz", "said")]), _quoting([("Ruiz", "warned")])
    assert wording(two, bare).speech_verbs == ()


def test_eight_times_the_speakers_are_no_more_than_eight_times_the_work() -> None:
    def lines(count: int) -> int:
        source = random.Random(count)
        names = [" ".join("".join(source.sample("abdeiklmorstuv", 7)).title() for _ in range(2)) for _ in range(count)]
        sides = [_quoting([(name, "said") for name in names]) for _ in range(2)]
        return lines_run(lambda: wording(*sides))

    lines(10)  # what is read once
    assert lines(240) < 8 * 2 * lines(30)


_spoken = st.lists(
    st.tuples(
        st.sampled_from(["Ana Ruiz", "Ruiz", "Mayor Ruiz", "A. Ruiz", "RUIZ", "Ken Ruiz", "Ken Tanaka", "Mr. Tanaka"]),
        st.sampled_from(["said", "warned", "insisted"]),
    ),
    max_size=8,
)


@given(_spoken, _spoken)
def test_swapping_the_sides_mirrors_the_wording(left: list[tuple[str, str]], right: list[tuple[str, str]]) -> None:
    there, back = wording(_quoting(left), _quoting(right)), wording(_quoting(right), _quoting(left))
    assert [(w.word, w.z, w.left_count, w.right_count, w.left_spans, w.right_spans) for w in there.words] == [
        (w.word, -w.z, w.right_count, w.left_count, w.right_spans, w.left_spans) for w in back.words
    ]
    assert [(n.name, n.left, n.right, n.left_spans, n.right_spans) for n in there.namings] == [
        (n.name, n.right, n.left, n.right_spans, n.left_spans) for n in back.namings
    ]
    assert sorted((v.speaker, v.left, v.right) for v in there.speech_verbs) == sorted(
        (v.speaker, v.right, v.left) for v in back.speech_verbs
    )


@given(_spoken, _spoken)
def test_every_cue_is_counted_once(left: list[tuple[str, str]], right: list[tuple[str, str]]) -> None:
    rows = wording(_quoting(left), _quoting(right)).speech_verbs
    assert sum(count for row in rows for _, count in row.left) <= len(left)
    assert sum(count for row in rows for _, count in row.right) <= len(right)


@pytest.mark.parametrize("text", ["", "one", "…"])
def test_texts_without_words_have_no_wording(text: str) -> None:
    assert wording(Side(text), Side(text)).words == ()
