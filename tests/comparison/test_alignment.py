"""What two articles share: every kind of alteration, by texts of our own, and what must not be taken for shared."""

from __future__ import annotations

import random
from dataclasses import replace
from itertools import pairwise

import pytest

from reviewer.comparison import Comparison, Match, Side, compare
from reviewer.comparison.blocks import Block, used_once
from reviewer.quotes import extract
from reviewer.quotes.values import Quotation
from tests.comparison.articles import sentence

LEFT_REST = (
    "Fishing boats stayed in the inner basin on Tuesday while the pilots met in a hotel above the fish market. "
    "A brass band that had been booked for a wedding played to the pickets instead."
)
RIGHT_REST = (
    "Grain prices in the capital hardly moved during the morning. Two coaches brought students from the hills, "
    "and a bakery on Lantern Street gave away what it could not sell."
)


def side(text: str) -> Side:
    """`text` with «…» around quotations; «+…» goes on the attribution before it.  The marks become “ and ”."""
    out, quotations, first = "", [], None
    for number, piece in enumerate(text.replace("»", "«").split("«")):
        if number % 2 == 0:
            out += piece
            continue
        joined = piece.startswith("+")
        words = piece.removeprefix("+")
        out += "“"
        start = len(out)
        out += words
        quotations.append(Quotation(start, len(out), words, joined_to=first if joined else None))
        out += "”"
        if not joined:
            first = start
    return Side(out, tuple(quotations))


def between(left: str, right: str) -> tuple[Side, Side, Comparison]:
    one, other = (
        side(f"{LEFT_REST}\n\n{left}"),
        side(f"{RIGHT_REST}\n\n{right}"),
    )
    return one, other, compare(one, other)


def only(left: str, right: str) -> tuple[str, str, Match]:
    """The texts of the one match of two articles that hold these paragraphs among others."""
    one, other, found = between(left, right)
    matches = [m for m in found.matches if m.kind != "passage"]
    assert len(matches) == 1, matches
    match = matches[0]
    return match.left.span.of(one.text), match.right.span.of(other.text), match


SAID = "We have mended these cranes with our own hands for eleven winters and nobody thanked us"


def test_the_same_quotation_is_identical_whatever_its_marks_and_case() -> None:
    left, right, match = only(f"«{SAID},» said the foreman.", f"The foreman said: «{SAID.upper()}.»")
    assert (match.kind, match.relation, match.score, match.flags) == ("quote", "identical", 100.0, ())
    assert left == f"{SAID},"
    assert right == f"{SAID.upper()}."


def test_a_quotation_cut_short_is_trimmed_to_what_both_have() -> None:
    left, right, match = only(
        f"«{SAID},» he said.", "He spoke of cranes mended «with our own hands for eleven winters» before."
    )
    assert left == right == "with our own hands for eleven winters"
    assert match.relation == "trimmed"


def test_words_inserted_and_replaced_are_a_rewording() -> None:
    left, right, match = only(
        f"«{SAID}.»", f"«{SAID.replace('mended', 'repaired').replace('nobody', 'hardly a soul')}.»"
    )
    assert match.relation == "reworded"
    assert left.startswith("We have mended")
    assert right.startswith("We have repaired")


def test_an_ellipsis_keeps_one_match_that_is_spliced() -> None:
    _, right, match = only(f"«{SAID}.»", "«We have mended these cranes … and nobody thanked us,» he said.")
    assert match.relation == "spliced"
    assert right == "We have mended these cranes … and nobody thanked us,"


def test_a_quotation_split_around_its_attribution_is_one_match_in_two_parts() -> None:
    left, right, match = only(
        f"«{SAID}.»",
        "«We have mended these cranes with our own hands,» the foreman said on the quay, «+for eleven winters and nobody thanked us.»",
    )
    assert len(match.left.parts) == 1
    assert len(match.right.parts) == 2
    assert left == f"{SAID}."
    assert right.endswith("nobody thanked us.")


def test_two_quotations_merged_into_one_are_one_match() -> None:
    _, _, match = only(
        "«The tide waits for no committee and neither shall we,» she said. Then she turned to the pickets and their band. "
        "«Bring me the engineer who signed for those bolts,» she added.",
        "«The tide waits for no committee and neither shall we. Bring me the engineer who signed for those bolts,» she said.",
    )
    assert len(match.left.parts) == 2
    assert len(match.right.parts) == 1


def test_reordered_sentences_are_one_spliced_match() -> None:
    one = "Nobody counted the lamps on the breakwater."
    other = "The inspector slept in his car until noon."
    _, _, match = only(f"«{one} {other}»", f"«{other} {one}»")
    assert match.relation == "spliced"


def test_the_same_words_without_marks_are_unquoted() -> None:
    left, right, match = only(
        f"«{SAID},» he said.", f"It was plain that {SAID[0].lower()}{SAID[1:]}, the foreman told them."
    )
    assert (match.kind, match.relation) == ("mixed", "unquoted")
    assert right.lower() == left.lower().rstrip(",")


def test_indirect_speech_with_its_tenses_shifted_is_found() -> None:
    _, right, match = only(
        "«I will not sell the orchard to people who cannot tell a plum from a pear,» Marwood said.",
        "Marwood said that he would not sell the orchard to people who could not tell a plum from a pear.",
    )
    assert match.kind == "mixed"
    assert "sell the orchard to people who could not tell a plum from a pear" in right
    assert "modality" not in {flag.flag for flag in match.flags}


def test_a_statement_retold_in_other_words_is_paraphrased() -> None:
    _, right, match = only(
        "«It would break my heart to see the lighthouse sold to a hotel chain,» said the keeper.",
        "The keeper told them his heart would break if a hotel chain were sold the lighthouse.",
    )
    assert (match.kind, match.relation) == ("mixed", "paraphrased")
    assert right.startswith("The keeper told")


def test_two_transcriptions_of_one_speech_are_one_utterance() -> None:
    _, _, match = only(
        "«Look, I don't think there's anybody on this quay that still believes the figures.»",
        "«I do not think there is anybody on this quay who still believes the figures, frankly.»",
    )
    assert match.kind == "quote"
    assert not match.flags


def test_a_quotation_that_begins_inside_a_word_takes_nothing_of_the_part_before_it() -> None:
    one, other = "harbour tide the 3 harbour tide we % harbour. crane", "3 harbour % harbour. crane harbour"
    left, right = Side(one, (Quotation(0, len(one), one),)), Side(other, (Quotation(13, 26, other[13:26]),))
    for match in compare(left, right).matches:
        assert all(before.end <= after.start for before, after in pairwise(match.right.parts))


def test_quotations_that_overlap_in_part_share_what_both_have() -> None:
    left, right, match = only(
        "«Who paid for the cranes? Eleven winters of levies went into that pit and nobody wrote down a figure.»",
        "«Eleven winters of levies went into that pit and nobody wrote down a figure. Ask the auditor about it.»",
    )
    assert left == "Eleven winters of levies went into that pit and nobody wrote down a figure."
    assert right.startswith("Eleven winters")
    assert "auditor" not in right
    assert match.relation == "trimmed"


def test_a_short_quotation_is_found_by_rare_words_alone() -> None:
    _, _, match = only("He called it «pickled arithmetic» twice.", "What she heard was «pickled arithmetic».")
    assert match.relation == "identical"


def test_copied_text_outside_quotations_is_a_passage() -> None:
    wire = (
        "The port of Averil handles a fifth of the grain that Cressland imports and was last closed by ice "
        "when the river froze from the bridge to the outer mole"
    )
    one, _, found = between(f"{wire}, a report showed.", f"{wire.replace('closed', 'shut')}.")
    passages = [m for m in found.matches if m.kind == "passage"]
    assert len(passages) == 1
    assert passages[0].left.span.of(one.text) == wire
    assert passages[0].relation == "reworded"
    assert 0.2 < found.common_left < 0.9
    assert 0.2 < found.common_right < 0.9


@pytest.mark.parametrize("paragraphs", [1, 700])
def test_a_short_article_shares_a_passage_with_a_long_one(paragraphs: int) -> None:
    wire = (
        "The port of Averil handles a fifth of the grain that Cressland imports and was last closed by ice "
        "when the river froze from the bridge to the outer mole."
    )
    source = random.Random(5)
    rest = "\n\n".join(f"{sentence(source)}." for _ in range(paragraphs))
    long, short = Side(f"{rest}\n\n{wire}\n"), Side(f"{RIGHT_REST}\n\n{wire}\n")
    for one, other in ((long, short), (short, long)):
        (match,) = compare(one, other).matches
        assert match.left.span.of(one.text) == match.right.span.of(other.text) == wire


def test_a_quotation_in_copied_text_is_a_match_of_its_own() -> None:
    text = (
        "The harbour board met behind closed doors until the lamps were lit along the mole. "
        f"«{SAID},» the foreman told its members while the ferry whistled. "
        "The board then voted to send the accounts back to the auditor in the capital, where they had come from."
    )
    _, _, found = between(text, text)
    assert [m.kind for m in found.matches] == ["passage", "quote", "passage"]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (
            "«The ferry leaves at nine and the bishop is aboard.»",
            "«Bread went up again and we eat it dry.»",
        ),
        (
            "Justices Ana Ruiz and Ken Tanaka of the High Court sided with the pilots.",
            "The pilots lost, although Justices Ana Ruiz and Ken Tanaka of the High Court were absent.",
        ),
        (
            "Salt is dear. — Orla Marwood (@orlamarwood) May 9, 2031",
            "No more tugs today! — Orla Marwood (@orlamarwood) May 9, 2031",
        ),
        (
            "The Averil Courier's Hanna Quill contributed to this report.",
            "The Tribune's Ivo Pellow contributed to this report.",
        ),
        (
            "«I did not do it to embarrass the mayor,» he said.",
            "«Under no circumstances would I want the harbour board to think less of the mayor,» he said.",
        ),
        (
            "The court on Monday threw out a ruling against two bakers of the old town.",
            "On Monday the court sent the case of an old town bakery back to where it came from.",
        ),
    ],
    ids=["nothing shared", "names", "signature", "boilerplate", "adjacent", "same fact"],
)
def test_what_only_looks_alike_is_no_match(left: str, right: str) -> None:
    _, _, found = between(left, right)
    assert found.matches == ()


def test_the_attribution_names_both_sides_and_flags_another_speaker_and_cue() -> None:
    text = "We will carry the piano down ourselves if the lift is not mended by Friday"
    one = Side(f"“{text},” x.", (Quotation(1, len(text) + 2, text, speaker="Ana Ruiz", cue="said"),))
    other = Side(f"“{text},” yy.", (Quotation(1, len(text) + 2, text, speaker="Ken Tanaka", cue="insisted"),))
    match = compare(one, other).matches[0]
    assert match.speakers == ("Ana Ruiz", "Ken Tanaka")
    assert match.cues == ("said", "insisted")
    assert {(f.flag, f.left, f.right) for f in match.flags} == {
        ("speaker", "Ana Ruiz", "Ken Tanaka"),
        ("cue", "said", "insisted"),
    }


def test_a_title_or_a_first_name_makes_no_other_speaker() -> None:
    text = "We will carry the piano down ourselves if the lift is not mended by Friday"
    one = Side(f"“{text},” x.", (Quotation(1, len(text) + 2, text, speaker="Mayor Ana Ruiz", cue="said"),))
    other = Side(f"“{text},” yy.", (Quotation(1, len(text) + 2, text, speaker="Ruiz", cue="told"),))
    assert compare(one, other).matches[0].flags == ()


@pytest.mark.parametrize("text", ["", " ", "\n\n", "…", "“”", "word"])
def test_texts_without_anything_to_compare_share_nothing(text: str) -> None:
    found = compare(Side(text), Side("Nothing here is shared with so little text as that."))
    assert found == Comparison()


def test_chinese_text_is_aligned_without_blanks_between_words() -> None:
    said = "港口工人说他们绝不会在没有合同的情况下回去工作"
    one, other = side(f"周一上午。«{said}。»"), side(f"昨天有人表示：«{said}»，消息传开。")
    match = compare(one, other).matches[0]
    assert (match.kind, match.relation) == ("quote", "identical")


def test_a_quotation_printed_in_full_is_also_matched_to_the_lede_that_reports_it() -> None:
    words = "I am glad to tell you that the lightship Corvane is on her way home from Tarnbeck with all nine keepers"
    left = side(f"{LEFT_REST}\n\n«{words},» the admiral wrote on Tuesday.")
    right = side(
        "The admiral announced on Tuesday that the lightship Corvane was on her way home from Tarnbeck with the keepers "
        f"who had been given up for lost.\n\n{RIGHT_REST}\n\n«{words},» he wrote."
    )
    kinds = sorted((match.kind, match.relation) for match in compare(left, right).matches)
    assert kinds == [("mixed", "paraphrased"), ("quote", "identical")]


def test_a_longer_run_displaces_a_short_one_that_shares_its_first_words() -> None:
    left = side(
        "«[T]he harbour board has never asked anyone to end the inquiry into the lost buoys,» an official said."
    )
    right = side(
        "A letter said: «While the harbour board has often said that it trusts its divers, the harbour board has never asked "
        "anyone to end the inquiry into the lost buoys.»"
    )
    (match,) = compare(left, right).matches
    assert left.text[match.left.start : match.left.end].startswith("[T]he harbour board has never")
    assert right.text[match.right.start : match.right.end].startswith("the harbour board has never")


@pytest.mark.parametrize(
    ("mine", "theirs", "matched"),
    [
        ("Ana Ruiz", "Ken Tanaka", False),
        ("Ana Ruiz", "Ruiz", True),
        ("Ana Ruiz", "the mayor", True),
        ("Ana Ruiz", None, True),
    ],
)
def test_a_phrase_in_the_mouths_of_two_people_is_not_one_utterance(
    mine: str, theirs: str | None, *, matched: bool
) -> None:
    one, other = (
        replace(article, quotations=tuple(replace(q, speaker=name) for q in article.quotations))
        for article, name in (
            (side(f"{LEFT_REST}\n\nShe called the sale «a bitter mistake» on Friday."), mine),
            (side(f"{RIGHT_REST}\n\nIt was «a bitter mistake» to build the mast."), theirs),
        )
    )
    assert bool(compare(one, other).matches) is matched


def test_what_a_page_says_of_itself_is_no_passage() -> None:
    foot = "Sign up here for our weekly newsletter. Copyright by the Harbour Printing Guild; ask the porter for reprint slips."
    _, _, found = between(foot, foot)
    assert not found.matches
    wire = "Eleven grain barges were towed back to the lower basin before noon, when the last of the pilots laid down his oar."
    _, _, found = between(f"{wire}\n\n{foot}", f"{wire}\n\n{foot}")
    assert [wire in m.left.span.of(f"{LEFT_REST}\n\n{wire}\n\n{foot}") for m in found.matches] == [True]


def test_three_telling_words_are_one_utterance_whoever_is_said_to_speak_them() -> None:
    one, other = (
        Side(text, extract(text).quotes)
        for text in (
            f"{LEFT_REST}\n\nOrla Venn called the sale a “bitter and needless mistake”.",
            f"{RIGHT_REST}\n\nTomas Ruck spoke of “bitter and needless mistakes” on Friday.",
        )
    )
    (match,) = compare(one, other).matches
    assert match.speakers == ("Orla Venn", "Tomas Ruck")
    assert "speaker" in [flag.flag for flag in match.flags]


def test_a_quotation_of_plain_words_only_is_found_however_often_both_articles_use_them() -> None:
    plain = "I am not going to be here for all of it"
    rest = "\n\n".join(
        f"It was not for them to be the {word} of it all, nor is it here that I am going to be {word}."
        for word in ("herons", "kettles", "lanterns", "ropes", "barrels", "thimbles", "saddles", "bells")
    )
    other_rest = rest.replace("nor is it here that", "and for that it is not here")
    one, other = side(f"{rest}\n\n«{plain},» she said."), side(f"{other_rest}\n\nShe said: «{plain}.»")
    found = [
        (m.left.span.of(one.text).strip(","), m.right.span.of(other.text).strip("."))
        for m in compare(one, other).matches
        if m.kind == "quote"
    ]
    assert found == [(plain, plain)]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (
            "The storm has taken everything from us, but it has not taken our songs",
            "The storm took everything away from us, but it did not take our songs from us",
        ),
        (
            "A country that forgets its rivers will soon have forgotten its own name",
            "A land which forgets its rivers will before long forget even its own name",
        ),
    ],
)
def test_two_translations_of_one_statement_are_one_utterance(left: str, right: str) -> None:
    one, other, match = only(f"«{left},» he wrote.", f"He wrote: «{right}.»")
    assert (one, other, match.kind, match.relation) == (f"{left},", f"{right}.", "quote", "reworded")


@pytest.mark.parametrize(("speaker", "count"), [("Orla Venn", 1), ("Tomas Ruck", 0)])
@pytest.mark.parametrize(
    ("language", "left", "right"),
    [
        (
            "en",
            "Without him our harbour would be poorer, he never lacked courage where others merely counted",
            "Where others only counted, his courage was never lacking; our harbour, without him, would be the poorer",
        ),
        (
            "de",
            "Ohne Emil wäre unser Hafen ärmer, er hat immer Mut gehabt, wo andere nur gerechnet haben",
            "Unser Hafen wäre ärmer ohne Emil. Wo andere bloß rechneten, da hatte er immer den Mut",
        ),
    ],
)
def test_two_translations_in_another_order_are_one_utterance_where_one_person_speaks(
    language: str, left: str, right: str, speaker: str, count: int
) -> None:
    said = {"en": "said", "de": "sagte"}[language]
    one, other = (
        Side(text, extract(text, language=language).quotes, language)
        for text in (f"{said.capitalize()} Orla Venn: “{left}.”", f"{said.capitalize()} {speaker}: “{right}.”")
    )
    found = [(m.left.span.of(one.text), m.right.span.of(other.text)) for m in compare(one, other).matches]
    assert found == [(f"{left}.", f"{right}.")] * count


_MENDED = "We have mended these cranes with our own hands for eleven winters"
_PILOTS = "The pilots of this river will not wait for another committee"
_BETWEEN = "Lanterns swung above the wet stones while gulls quarrelled over bread and nobody came. "
_MORE = "and a new coat of paint on the gate of the yard will not change it as long as the master of it sends letters"


@pytest.mark.parametrize(
    ("told_between", "last", "count"),
    [(6, _PILOTS, 1), (12, _PILOTS, 2), (6, f"{_PILOTS}, {_MORE}", 2)],
    ids=["far", "too far", "far, and only a part of the second quotation"],
)
def test_a_statement_that_goes_on_at_once_may_lie_in_two_quotations_far_apart(
    told_between: int, last: str, count: int
) -> None:
    left = side(f"Rain fell. «{_MENDED}, {_PILOTS.lower()},» said the foreman.")
    right = side(f"«{_MENDED},» said the foreman. {_BETWEEN * told_between}«{last},» he said.")
    found = compare(left, right).matches
    assert len(found) == count
    assert sum(len(match.right.parts) for match in found) == 2


SHORT = "bitter public mistake"


@pytest.mark.parametrize("first", ["All", "You"])  # the work is done in the order of the texts
@pytest.mark.parametrize("phrase", [SHORT, "bitter and very public mistake"])
def test_a_phrase_that_a_headline_repeats_is_matched_where_the_whole_statement_stands(phrase: str, first: str) -> None:
    said = f"The sale of the seventh crane was a {phrase} and the guild will have to answer for it in the spring"
    one = side(f"Nobody came. «{said},» she told them.\n\n{LEFT_REST}")
    other = side(f"{first} own up to «{phrase}»\n\n{RIGHT_REST}\n\n«{said},» she told the clerks.")
    found = [m for m in compare(one, other).matches if m.kind == "quote"]
    assert sorted(m.relation for m in found) == ["identical", "trimmed"][: 1 if phrase == SHORT else 2]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Rolf Anders said his attacker had stolen his camera equipment.", True),
        ("The clerk said her lodger had stolen her camera equipment.", False),
    ],
)
def test_a_report_of_one_term_is_one_only_where_it_names_the_speaker(sentence: str, *, found: bool) -> None:
    quoted = "“They came out of the fog and they stole my camera equipment,” said Rolf Anders."
    one, other = (
        Side(text, extract(text).quotes, "en") for text in (f"{LEFT_REST}\n\n{quoted}", f"{RIGHT_REST}\n\n{sentence}")
    )
    assert bool(compare(one, other).matches) is found


def test_a_run_of_words_is_left_out_where_longer_ones_have_taken_its_midst() -> None:
    blocks = [Block(100, 0, 10), Block(5, 3, 9), Block(9, 50, 8)]
    assert used_once(blocks) == [Block(12, 10, 2), Block(100, 0, 10)]


def test_words_that_repeat_a_part_of_another_quotation_do_not_join_what_stands_beside_it() -> None:
    one, other, found = between(
        "«Wanda Orlick is in the lighthouse!» said her agent. The cook said: «I'm so thrilled Wanda Orlick is the one they found.»",
        "«Wanda Orlick is in the lighthouse!» said her agent. The cook was «so thrilled» to see her.",
    )
    assert [(m.left.span.of(one.text), m.right.span.of(other.text)) for m in found.matches if m.kind == "quote"] == [
        ("Wanda Orlick is in the lighthouse!", "Wanda Orlick is in the lighthouse!")
    ]


@pytest.mark.parametrize(
    ("theirs", "matched"),
    [
        ("«The Lesser Harbour Lights and Beacons Act will leave the pilots blind,» said Ida Kroll.", False),
        ("The Lesser Harbour Lights and Beacons Act will «leave us blind», said Ida Kroll.", False),
        ("«The lesser harbour lights and beacons act will leave the pilots blind,» said Ida Kroll.", True),
        ("«We back the Lesser Harbour Lights and Beacons Act,» said Ida Kroll.", True),
    ],
)
def test_a_long_name_that_both_give_is_no_match_by_itself(theirs: str, *, matched: bool) -> None:
    mine = "«We back the Lesser Harbour Lights and Beacons Act, and we thank the lock keepers for their patience,» it said."
    _, _, found = between(mine, theirs)
    assert bool(found.matches) is matched
