"""Where a match begins and ends: ⟦…⟧ in the texts here; more than one pair of them on a side is one utterance in pieces."""

from __future__ import annotations

import re

import pytest

from reviewer.comparison import Match, compare
from reviewer.comparison.values import Extent, Side
from reviewer.quotes import extract
from tests.comparison.test_alignment import LEFT_REST, RIGHT_REST

_MARKS = ".,;!? "


def _side(text: str, rest: str) -> tuple[Side, list[str]]:
    plain = text.replace("⟦", "").replace("⟧", "")
    whole = f"{rest}\n\n{plain}"
    return Side(whole, extract(whole).quotes), re.findall("⟦(.*?)⟧", text)


def _words(extent: Extent, side: Side) -> list[str]:
    return [part.of(side.text).strip(_MARKS) for part in extent.parts]


def bounded(left: str, right: str) -> Match:
    """The one match of quotations of two articles with these paragraphs, after its bounds were found as marked."""
    (one, mine), (other, theirs) = _side(left, LEFT_REST), _side(right, RIGHT_REST)
    (match,) = (m for m in compare(one, other).matches if m.kind != "passage")
    assert _words(match.left, one) == [words.strip(_MARKS) for words in mine]
    assert _words(match.right, other) == [words.strip(_MARKS) for words in theirs]
    return match


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (
            "“We have ⟦put forty crowns aside for every crate that is lost⟧,” said Orla Venn.",
            "Orla Venn said the co-operative had “⟦put forty crowns aside for every crate that is lost⟧”.",
        ),
        (
            "“Anyone ⟦who moors here after dark should pay for the lamp⟧,” said Orla Venn.",
            "Anyone “⟦who moors here after dark should pay for the lamp⟧”, Orla Venn told the pilots.",
        ),
        (
            "“It was ⟦a slow and costly humiliation⟧ for us,” said Orla Venn.",
            "Orla Venn called the tow “⟦a slow and costly humiliation⟧” and went home.",
        ),
    ],
)
def test_a_quotation_in_part_is_matched_by_what_it_quotes(left: str, right: str) -> None:
    assert bounded(left, right).relation == "trimmed"


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (
            "“⟦Mr. Venn will do whatever the flooded quay needs in the winter⟧,” said Orla Venn.",
            "“⟦We will do whatever the flooded quay needs in the winter⟧,” said Orla Venn.",
        ),
        (
            "“⟦On Sept. 20 the flooded quay was shut by nine tired pilots⟧,” said Orla Venn.",
            "“⟦In autumn the flooded quay was shut by nine tired pilots⟧,” said Orla Venn.",
        ),
        (
            "“⟦The U.S. Navy had the flooded quay shut by nine tired pilots⟧,” said Orla Venn.",
            "“⟦A Navy had the flooded quay shut by nine tired pilots⟧,” said Orla Venn.",
        ),
    ],
)
def test_the_point_of_an_abbreviation_ends_no_words_of_an_utterance(left: str, right: str) -> None:
    bounded(left, right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (
            "“⟦No crates or lanterns were taken from the flooded sail loft⟧,” said Orla Venn.",
            "Orla Venn says ⟦no crates and no lanterns were taken from the flooded sail loft⟧.",
        ),
        (
            "“⟦We will mend the flooded sail loft before the herring come⟧,” said Orla Venn.",
            "Orla Venn told the crowded room ⟦they would mend the flooded sail loft before the herring came⟧.",
        ),
        (
            "“⟦I will mend the flooded sail loft before the herring come⟧,” said Orla Venn.",
            "Orla Venn said ⟦she would mend the flooded sail loft before the herring came⟧ and that nobody had been asked for money.",
        ),
        (
            "“⟦I will mend the flooded sail loft before the herring come⟧,” said Orla Venn.",
            "Orla Venn said that nobody had been asked for money and that ⟦she would mend the flooded sail loft before the herring came⟧.",
        ),
        (
            "“⟦The nets lie in the flooded sail loft, which the harbour board does not control⟧,” said Orla Venn.",
            "Orla Venn said that ⟦the nets lay in the flooded sail loft, which the harbour board controlled⟧.",
        ),
        (
            "“⟦Nobody will be driven away from a lamp that they have kept⟧,” said Orla Venn.",
            "Under the charter, Orla Venn said ⟦neither keepers nor pilots would be driven away from lamps they had kept⟧.",
        ),
        (
            "“⟦Nobody will be driven away from a lamp that they have kept⟧,” said Orla Venn.",
            "Orla Venn said ⟦neither keepers nor pilots would be driven away from lamps they had kept⟧ and warned of the frost.",
        ),
        (
            "“⟦Nobody will be driven away from a lamp that they have kept⟧,” said Orla Venn.",
            "It rained. But ⟦neither keepers nor pilots would be driven away from lamps they had kept⟧, Orla Venn said.",
        ),
        (
            "“⟦Nobody will be driven away from a lamp that they have kept⟧,” said Orla Venn.",
            "⟦Neither keepers nor pilots would be driven away from lamps they had kept so very well⟧, said Orla Venn.",
        ),
        (
            "“⟦The flooded loft does not deserve a lamp of its own⟧,” said Orla Venn.",
            "It came after a letter in which Orla Venn said ⟦lofts that flood did not deserve lamps of their own⟧.",
        ),
        (
            "“⟦We will mend the flooded sail loft before the herring come⟧,” said Orla Venn.",
            "Orla Venn said on Monday in the crowded room ⟦they would mend the flooded sail loft before the herring came⟧.",
        ),
        (
            "“⟦I will mend the flooded sail loft before the herring come⟧,” said Orla Venn.",
            "Orla Venn said ⟦she would mend the flooded sail loft before the herring came⟧ and told them whom to ask.",
        ),
        (
            "“⟦The flooded sail loft will be mended before the herring come⟧,” said Orla Venn.",
            "Orla Venn said it was late, and ⟦the flooded sail loft would be mended before the herring came⟧.",
        ),
        (
            "“⟦I will mend the flooded sail loft before the herring come⟧,” said Orla Venn.",
            "Nobody came. But ⟦the flooded sail loft would be mended before the herring came⟧, Orla Venn said.",
        ),
    ],
)
def test_a_report_is_bounded_without_its_attribution_and_the_other_things_said(left: str, right: str) -> None:
    bounded(left, right)


@pytest.mark.parametrize(("outside", "inside"), [("has", "had"), ("had", "has"), ("was", "is")])
def test_a_short_quotation_keeps_the_verb_that_the_other_article_says_itself(outside: str, inside: str) -> None:
    bounded(
        f"“⟦It {inside} enough lamps for the winter quay⟧,” said Orla Venn.",
        f"Orla Venn said that the harbour {outside} “⟦enough lamps for the winter quay⟧”.",
    )


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (
            "“So far, ⟦nobody has counted the crates on the northern quay⟧,” said Orla Venn.",
            "“⟦Nobody has counted the crates on the northern quay⟧,” said Orla Venn.",
        ),
        (
            "“⟦He promised to mend the lock before the frost⟧, which he did,” said Orla Venn.",
            "“⟦He promised to mend the lock before the frost⟧,” said Orla Venn.",
        ),
    ],
)
def test_a_word_that_one_side_has_before_or_after_a_comma_is_not_shared(left: str, right: str) -> None:
    assert bounded(left, right).relation == "trimmed"


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("“I do not ⟦trust the figures⟧,” said Orla Venn.", "Orla Venn said she would “⟦trust the figures⟧”."),
        ("“It was never ⟦a sacred trust⟧,” said Orla Venn.", "Orla Venn called it “⟦a sacred trust⟧”."),
    ],
)
def test_a_negation_that_the_other_side_leaves_outside_a_few_quoted_words_is_flagged(left: str, right: str) -> None:
    assert [flag.flag for flag in bounded(left, right).flags] == ["negation"]


def test_a_negation_before_the_shared_words_on_both_sides_raises_nothing() -> None:
    match = bounded(
        "“I do not ⟦trust the figures of the harbour board at all⟧,” said Orla Venn.",
        "Orla Venn said she did not “⟦trust the figures of the harbour board at all⟧”.",
    )
    assert match.flags == ()


@pytest.mark.parametrize("unsaid", ["but declined to say whether", "but did not say if", "without saying whether"])
def test_what_a_reporter_says_was_left_unsaid_is_no_part_of_the_quotation(unsaid: str) -> None:
    match = bounded(
        "“We are ⟦satisfied that the northern lock is sound⟧, and that no berths will be lost,” said Orla Venn.",
        f"Orla Venn was “⟦satisfied that the northern lock is sound⟧” {unsaid} berths will be lost.",
    )
    assert match.flags == ()


def test_two_quotations_in_part_are_not_joined_over_what_only_the_other_side_prints_between_them() -> None:
    one, _ = _side(
        "“We should wait for the second survey,” says Orla Venn. Wait until when? Every winter takes a boat and its "
        "crew. Venn calls the lock “a monument to idleness”. Others call it overdue.",
        LEFT_REST,
    )
    other, _ = _side(
        "Orla Venn said: “We should wait for the second survey. Until then the lock is nothing but a monument to idleness.”",
        RIGHT_REST,
    )
    found = compare(one, other).matches
    assert [(_words(m.left, one), _words(m.right, other), m.flags) for m in found] == [
        (["We should wait for the second survey"], ["We should wait for the second survey"], ()),
        (["a monument to idleness"], ["a monument to idleness"], ()),
    ]


def test_a_few_words_that_another_person_says_within_more_are_no_match() -> None:
    one, _ = _side("“The hold filled from below. We had ten minutes to get out,” said Orla Venn.", LEFT_REST)
    other, _ = _side("Shopkeeper Arno Pell had lost it all. “We had ten minutes,” said Arno Pell.", RIGHT_REST)
    assert compare(one, other).matches == ()


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (
            "“What I have read in this logbook will stay with me for the rest of my life,” said Orla Venn.",
            "The clerk apologised, she said, though ⟦what she had read in that logbook would stay with her for the rest of her life⟧.",
        ),
        (
            "“This fills a gap that has bothered the pilots of this coast for years,” said Orla Venn.",
            "⟦It fills a gap that has bothered the pilots of the coast for years⟧, according to Orla Venn, who built it.",
        ),
        (
            "“The board abandoned three hundred pilots without a lamp or a pension,” said Orla Venn.",
            "Orla Venn told the inquiry that ⟦three hundred pilots had been abandoned by the board without lamps or pensions⟧.",
        ),
    ],
)
def test_a_report_is_bounded_without_its_attribution(left: str, right: str) -> None:
    (one, _), (other, theirs) = _side(left, LEFT_REST), _side(right, RIGHT_REST)
    (match,) = compare(one, other).matches
    assert match.kind == "mixed"
    assert _words(match.right, other) == theirs


def test_the_unquoted_words_of_an_utterance_reach_its_marks() -> None:
    match = bounded(
        "“⟦We have kept this lamp alight for ten years with string and goodwill⟧,” said Orla Venn.",
        "Orla Venn said ⟦the lamp had been kept alight for a decade⟧ “⟦with string and goodwill⟧”.",
    )
    assert match.flags == ()


@pytest.mark.parametrize(
    ("between", "taken"),
    [
        ("for years", True),
        ("for years,", False),
        ("then. Only", False),
        ("she said", False),
        ("and then", False),
        ("that year", False),
    ],
)
def test_a_few_words_before_the_marks_are_taken_in_where_they_go_on_with_their_clause(
    between: str, taken: bool
) -> None:
    told = "the old lighthouse on the point was kept open"
    quoted = "by stubborn luck and by nobody's money"
    bounded(
        f"“⟦The old lighthouse on the point was kept open through the war {quoted}⟧,” said Orla Venn.",
        f"Orla Venn said ⟦{told} {between}⟧ “⟦{quoted}⟧”."
        if taken
        else f"Orla Venn said ⟦{told}⟧ {between} “⟦{quoted}⟧”.",
    )


def test_another_sentence_of_the_reporter_is_not_joined_to_a_quotation_for_a_few_words() -> None:
    bounded(
        "“My father worked here, his father worked here and ⟦I thought my daughter would⟧,” said Orla Venn.",
        "Orla Venn is a cooper, as her father and his father were. “⟦I thought my daughter would⟧,” she said.",
    )


def test_a_negation_between_two_quoted_pieces_is_not_missing() -> None:
    match = bounded(
        "“Lamps are ⟦for burning. They are not for looking at twice a year from a yacht⟧,” said Orla Venn.",
        "Orla Venn said lamps were “⟦for burning⟧” and not “⟦for looking at twice a year from a yacht⟧”.",
    )
    assert match.flags == ()


def test_a_word_of_content_that_one_quotation_has_more_is_not_shared() -> None:
    bounded(
        "“⟦The pilots have been lied to by the harbour board⟧,” said Orla Venn.",
        "“⟦The pilots have been lied to by the harbour board⟧ for years,” said Orla Venn.",
    )


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (
            "“⟦They threw stones at the lamp, and then bottles⟧,” said Orla Venn.",
            "Orla Venn said ⟦the crowd threw stones at the lamp, and then bottles⟧.",
        ),
        (
            "“⟦The pilots hear the anger in this harbour⟧,” said Orla Venn.",
            "Orla Venn told reporters ⟦she had heard the anger in this harbour⟧.",
        ),
        (
            "“⟦She walked right past our blanket and sniffed the sausage rolls⟧,” said Orla Venn.",
            "Orla Venn recalled how ⟦the bear had walked right past their blanket and sniffed the sausage rolls⟧.",
        ),
        (
            "“⟦Prison is no place for a man whose only weapon is a pot of white paint⟧,” said Orla Venn.",
            "Orla Venn said that ⟦a prison was no place for a man whose only weapon was a pot of white paint⟧.",
        ),
        (
            "“⟦We have put our share of three million aside⟧,” said Orla Venn.",
            "Orla Venn told reporters ⟦the town had put its share of three million aside⟧.",
        ),
        (
            "“⟦We let our pilots down, we let the harbour down and we will put it right⟧,” said Orla Venn.",
            "Orla Venn admitted ⟦they had let their pilots and the harbour down and promised they would put it right⟧.",
        ),
    ],
)
def test_an_unquoted_clause_begins_with_its_own_subject(left: str, right: str) -> None:
    for one, other in ((left, right), (right, left)):
        (mine, marked), (theirs, also) = _side(one, LEFT_REST), _side(other, RIGHT_REST)
        (match,) = compare(mine, theirs).matches
        assert (_words(match.left, mine), _words(match.right, theirs)) == (marked, also)


def test_only_the_sentence_that_is_reported_belongs_to_the_match() -> None:
    (one, mine), (other, theirs) = (
        _side(
            "“He did not run. ⟦He held the door of the chandlery for a lady with a pram⟧,” said Orla Venn.", LEFT_REST
        ),
        _side(
            "⟦The thief left the chandlery with a lamp, holding the door for a woman with a pram⟧, Orla Venn said.",
            RIGHT_REST,
        ),
    )
    (match,) = compare(one, other).matches
    assert (_words(match.left, one), _words(match.right, other)) == (mine, theirs)


def test_a_quotation_in_two_pieces_is_one_match_beside_another_with_the_same_words() -> None:
    one, _ = _side("“The quay is not a farmyard, whatever some members may think,” said Orla Venn.", LEFT_REST)
    other, _ = _side(
        "“The quay is not a farmyard,” declared the warden, Dame Orla Venn, “whatever some members may think.” The goose "
        "may stay. In March she had said: “The quay is not a fish market.”",
        RIGHT_REST,
    )
    assert [_words(m.right, other) for m in compare(one, other).matches] == [
        ["The quay is not a farmyard", "whatever some members may think"]
    ]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (
            "For that money we could have taught the river to go round",
            "We could have taught the river to go round for that money",
        ),
        ("I'll be on the first train if I have to be carried", "If I have to be carried, I'll be on the first train"),
        (
            "I called the pilot and I called the boy. Nobody answered",
            "Nobody answered. I called the pilot, I called the boy",
        ),
    ],
)
def test_a_clause_at_the_other_end_belongs_to_the_quotation(left: str, right: str) -> None:
    for one, other in ((left, right), (right, left)):
        bounded(f"“⟦{one}⟧,” said Orla Venn.", f"“⟦{other}⟧,” said Orla Venn.")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (
            "The dam, built by hand in 1952, feeds nineteen mills and one brewery",
            "Built by hand in 1952, the dam feeds nineteen mills and one brewery",
        ),
        (
            "We knew from August that he was in the harbour, but we had to see him land",
            "From August we knew that he was in the harbour, but somebody had to see him land",
        ),
        (
            "He wasn't frightened, he was sort of cross with himself",
            "He was kind of cross with himself, he wasn't frightened",
        ),
    ],
)
def test_words_at_one_end_that_the_other_article_has_in_its_midst_belong_to_the_quotation(
    left: str, right: str
) -> None:
    for one, other in ((left, right), (right, left)):
        bounded(f"“⟦{one}⟧,” said Orla Venn.", f"“⟦{other}⟧,” said Orla Venn.")


def test_words_at_one_end_that_the_other_article_has_in_other_places_do_not() -> None:
    bounded(
        "“For the harbour, ⟦we have mended nineteen locks and one crane⟧,” said Orla Venn.",
        "“⟦We have mended nineteen of the locks and one crane⟧, which is what the harbour wanted,” said Orla Venn.",
    )


def test_unquoted_words_end_before_the_attribution_that_leads_to_the_marks() -> None:
    bounded(
        "“⟦I saw the crane come down in the mirror of my cab and I pulled everything I had⟧,” said Orla Venn.",
        "Orla Venn ⟦had seen the crane come down in the mirror of her cab⟧, she said, and “⟦pulled everything I had⟧”.",
    )


def test_an_unquoted_half_begins_with_its_own_subject() -> None:
    bounded(
        "“⟦A machine will do it better by far, but a machine won't wave to the pilots⟧,” said Orla Venn.",
        "A computer comes on Friday. ⟦It will do it better by far⟧, “⟦but a machine won't wave to the pilots⟧”, said Orla Venn.",
    )


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (
            "“⟦I'm going to write to the warden to ask for a nine-day truce⟧. We can't go on like this,” said Orla Venn.",
            "Pilots' leader Orla Venn said ⟦she would be writing to the warden to ask for a nine-day truce⟧.",
        ),
        (
            "“⟦We aren't switching off the lamp. It will be just as bright, and it'll cost a tenth of what it does now⟧,” said Orla Venn.",
            "Orla Venn of the Lamp Company said that ⟦the lamp was not being switched off and would cost a tenth of what it did⟧.",
        ),
        (
            "Orla Venn: “⟦Did he at any time ask for a second crane⟧?”",
            "Orla Venn asked her whether ⟦he had at any time asked for a second crane⟧.",
        ),
    ],
)
def test_a_report_begins_with_what_was_said(left: str, right: str) -> None:
    bounded(left, right)


def test_an_attribution_in_the_midst_of_a_report_cuts_it_in_two() -> None:
    bounded(
        "“⟦I have seen eleven crews this morning and ten of them had left their lamps on the slipway⟧,” said Orla Venn.",
        "⟦She had seen eleven crews that morning⟧, she said, ⟦and ten of them had left their lamps on the slipway⟧.",
    )


def test_sentences_without_marks_that_go_on_at_once_are_the_pieces_of_one_quotation() -> None:
    bounded(
        "Question: And the lamps? Venn: ⟦Nobody has shown the gulls a lamp in years. They find the slipway in any fog⟧. Next one.",
        "“⟦Nobody has shown the gulls a lamp in years⟧,” Orla Venn said. “⟦They find the slipway in any fog⟧.”",
    )


def test_a_longer_beginning_in_other_words_is_taken_in_where_it_says_the_same() -> None:
    bounded(
        "“⟦We will study the verdict. We have nine days to lodge a complaint⟧,” said Orla Venn.",
        "Orla Venn, who leads the pilots, said that ⟦they would study the long verdict and had nine days in which to lodge a complaint⟧.",
    )


def test_unquoted_words_end_before_who_speaks_though_no_mark_stands_there() -> None:
    bounded(
        "“⟦The flooded sail loft was kept open by luck and by nine stubborn pilots⟧,” said Orla Venn.",
        "⟦The flooded sail loft was kept open⟧ Orla Venn said “⟦by luck and by nine stubborn pilots⟧”.",
    )


def test_two_quotations_are_not_joined_over_long_beginnings_that_differ() -> None:
    shared = "⟦we will mend every lamp on the northern quay before the herring come and nobody will be asked for money⟧"
    bounded(
        f"“On the assumption that the board of the guild upholds what it wrote in May, {shared},” said Orla Venn.",
        f"“Whatever the pilots of the other coast may have told you in their letters to clerks, {shared},” said Orla Venn.",
    )


def test_a_sum_at_the_end_is_taken_in_whole() -> None:
    bounded(
        "“⟦Mend the lamps, keep the slipway and let the gulls have the mole. It would cost us about nine hundred pounds⟧.” So Orla Venn.",
        "Orla Venn proposed to ⟦mend the lamps, keep the slipway and let the gulls have the mole. It would cost about £900⟧.",
    )


def test_an_attribution_that_one_article_puts_into_copied_text_is_no_part_of_it() -> None:
    left = (
        "The pier company's lists hold names, dates of birth, addresses and the numbers of keys, Averil Piers said. "
        "No locks or full sets of keys were touched, and it has no sign that the lists have been used."
    )
    right = (
        "The pier company's lists hold names, dates of birth, addresses and the numbers of keys. "
        "No locks or full sets of keys were touched, and the company has no sign that the lists have been used."
    )
    one, other = Side(f"{LEFT_REST}\n\n{left}"), Side(f"{RIGHT_REST}\n\n{right}")
    (match,) = compare(one, other).matches
    assert "Averil Piers said" not in " ".join(_words(match.left, one))
    assert match.flags == ()
