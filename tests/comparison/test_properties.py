"""What holds of every comparison, against a slow aligner and by generated articles."""

from __future__ import annotations

import random
from dataclasses import fields, replace
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer.comparison import Comparison, Match, Side, candidates, compare, match_spans, utterances, wording
from reviewer.comparison.alignment import compared
from reviewer.comparison.mirroring import comes_before
from reviewer.comparison.seeds import grams, runs, shared_runs
from reviewer.comparison.sides import prepared
from reviewer.comparison.units import stems_of
from reviewer.comparison.variants import linked
from reviewer.comparison.words import words_of
from reviewer.quotes.values import Quotation
from reviewer.text import Span, folded

from .articles import Writer, found_by, pair, sentence
from .oracle import longest_common_runs, words
from .work import lines_run

_VOCABULARY = "harbour crane tide lamp rope gull brine mole quay salt anchor the of and not three Ruiz will".split()
_sentences = st.lists(st.sampled_from(_VOCABULARY), min_size=0, max_size=40).map(" ".join)


@st.composite
def _sides(draw: st.DrawFn) -> Side:
    """Any text over a small vocabulary, with blanks, marks and breaks, and quotations anywhere that do not overlap."""
    separators = st.sampled_from([" ", " ", " ", ", ", ". ", "\n\n", "” ", " “", " … ", "’ "])
    pieces = draw(st.lists(st.tuples(st.sampled_from(_VOCABULARY), separators), max_size=50))
    text = "".join(word + separator for word, separator in pieces)
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=6, unique=True)))
    joins = draw(st.lists(st.booleans(), min_size=4, max_size=4))
    quotations: list[Quotation] = []
    for start, end in zip(cuts[::2], cuts[1::2], strict=False):
        joined = quotations[0].start if quotations and joins[len(quotations)] else None
        quotations.append(Quotation(start, end, text[start:end], joined_to=joined))
    return Side(text, tuple(quotations))


_TELLING = (
    "harbour crane tide lamp rope gull the of and not we will it three won't isn't may must Ana mayor was is "
    "failed to twenty 12 $5 3 300 thousand % forty-five safe unsafe week week"
).split()
_Piece = tuple[str, str]


@st.composite
def _retold_pieces(draw: st.DrawFn) -> tuple[list[_Piece], list[_Piece]]:
    """Two texts of which one is the other with some words left out, replaced or put in."""
    pieces = st.tuples(st.sampled_from(_TELLING), st.sampled_from([" "] * 8 + [", ", ". ", " — ", "\n\n"]))
    left = draw(st.lists(pieces, min_size=6, max_size=40))
    right: list[_Piece] = []
    for piece in left:
        change = draw(st.integers(0, 11))
        if change == 1:
            right += [draw(pieces), piece]
        elif change:
            right.append(draw(pieces) if change == 2 else piece)
    return left, right


@st.composite
def _retold(draw: st.DrawFn) -> tuple[Side, Side]:
    """The same, where each quotes other parts of its text."""
    left, right = draw(_retold_pieces())
    return _quoting(draw, left), _quoting(draw, right)


def _quoting(draw: st.DrawFn, pieces: list[_Piece]) -> Side:
    """The text of `pieces` with quotations from word to word, in marks."""
    edges = sorted(draw(st.lists(st.integers(0, len(pieces)), max_size=8, unique=True)))
    spans = dict(zip(edges[::2], edges[1::2], strict=False))
    text, opened = "", 0
    close = -1
    quotations: list[Quotation] = []
    for at, (word, separator) in enumerate(pieces):
        if at in spans:
            text, opened, close = f"{text}“", len(text) + 1, spans[at]
        text += word
        if at + 1 == close:
            goes_on = draw(st.booleans())
            joined = quotations[-1].start if quotations and goes_on else None
            quotations.append(Quotation(opened, len(text), text[opened:], joined_to=joined))
            text += "”"
        text += separator
    return Side(text, tuple(quotations))


@st.composite
def _overlapping(draw: st.DrawFn, pieces: list[_Piece]) -> Side:
    """The text of `pieces` with quotations anywhere, which begin and end within words, within and across each other."""
    text = "".join(word + separator for word, separator in pieces)
    spans = draw(st.lists(st.tuples(st.integers(0, len(text)), st.integers(0, len(text))), max_size=5))
    quotations: list[Quotation] = []
    for start, end in sorted({(min(span), max(span)) for span in spans if span[0] != span[1]}):
        goes_on = draw(st.booleans())
        joined = quotations[-1].start if quotations and goes_on else None
        speaker = draw(st.sampled_from([None, "Ana Ruiz", "Bo Lind"]))
        quotations.append(Quotation(start, end, text[start:end], speaker=speaker, joined_to=joined))
    return Side(text, tuple(quotations))


_pairs = st.one_of(st.tuples(_sides(), _sides()), _retold(), _retold())


def _check(match: Match, left: Side, right: Side) -> None:
    for extent, side in ((match.left, left), (match.right, right)):
        assert extent.parts[0].start == extent.start
        assert extent.parts[-1].end == extent.end
        assert all(a.end <= b.start for a, b in zip(extent.parts, extent.parts[1:], strict=False))
        assert 0 <= extent.start < extent.end <= len(side.text)
    assert 0 <= match.score <= 100
    assert "".join(e.left.of(left.text) for e in match.edits) == "".join(p.of(left.text) for p in match.left.parts)
    assert "".join(e.right.of(right.text) for e in match.edits) == "".join(p.of(right.text) for p in match.right.parts)
    for edit in match.edits:
        assert bool(edit.left) == (edit.op != "insert")
        assert bool(edit.right) == (edit.op != "delete")
        if edit.op == "equal":
            assert folded(edit.left.of(left.text)) == folded(edit.right.of(right.text))


def _mirror(found: Comparison) -> tuple[object, ...]:
    swap = {"insert": "delete", "delete": "insert"}
    matches = sorted(
        (
            m.right.parts,
            m.left.parts,
            m.kind,
            m.relation,
            m.score,
            tuple((f.flag, f.right, f.left) for f in m.flags),
            m.speakers[::-1],
            m.cues[::-1],
            tuple((swap.get(e.op, e.op), e.right, e.left) for e in m.edits),
        )
        for m in found.matches
    )
    return matches, found.only_right, found.only_left, found.common_right, found.common_left


def _plain(found: Comparison) -> tuple[object, ...]:
    matches = sorted(
        (
            m.left.parts,
            m.right.parts,
            m.kind,
            m.relation,
            m.score,
            tuple((f.flag, f.left, f.right) for f in m.flags),
            m.speakers,
            m.cues,
            tuple((e.op, e.left, e.right) for e in m.edits),
        )
        for m in found.matches
    )
    return matches, found.only_left, found.only_right, found.common_left, found.common_right


@settings(max_examples=300, deadline=None)
@given(_pairs)
def test_edits_reproduce_both_texts_and_bounds_hold(sides: tuple[Side, Side]) -> None:
    for match in compare(*sides).matches:
        _check(match, *sides)


def test_words_between_two_pieces_go_to_one_of_them() -> None:
    left, right = "two 18 must twenty twenty $", "two 18 3” twenty twenty $"
    one, other = Side(left, (Quotation(0, len(left), left),)), Side(right, (Quotation(0, 8, right[:8]),))
    (match,) = compare(one, other).matches
    assert len(match.right.parts) == 2
    _check(match, one, other)


def test_a_quotation_that_ends_within_a_word_keeps_its_part_of_it() -> None:
    left = "harbour we harbour harbour the the the of we we tide tide forty-five harbour harbour harbour"
    right = "harbour harbour the harbour tide tide forty-five"
    one, other = Side(left, (Quotation(0, 68, left[:68]),)), Side(right, (Quotation(9, 43, right[9:43]),))
    (match,) = compare(one, other).matches
    _check(match, one, other)


def test_of_two_quotations_that_overlap_each_keeps_its_own_words() -> None:
    left = "harbour crane safe harbour harbour harbour harbour harbour harbour harbour"
    right = "the crane safe harbour harbour"
    first, second = Quotation(0, 15, right[:15]), Quotation(1, 30, right[1:], joined_to=0)
    one, other = Side(left, (Quotation(0, 13, left[:13]),)), Side(right, (first, second))
    (match,) = compare(one, other).matches
    _check(match, one, other)


def test_equal_words_count_only_as_far_as_the_words_beside_them_say_the_same() -> None:
    left = "twenty-five first mayor, mayor 300 half safe $5 it's strike"
    right = "was twenty-five euros first mayor, mayor 300 half safe $5 it's strike"
    one, other = Side(left, (Quotation(0, 17, left[:17]),)), Side(right)
    (match,) = compare(one, other).matches
    _check(match, one, other)


@settings(max_examples=300, deadline=None)
@given(_pairs)
def test_swapping_the_sides_mirrors_the_result(sides: tuple[Side, Side]) -> None:
    left, right = sides
    assert _mirror(compare(left, right)) == _plain(compare(right, left))


_attributes = st.fixed_dictionaries(
    {
        "kind": st.sampled_from(["direct", "partial", "block"]),
        "joined_to": st.sampled_from([None, 0, 4]),
        **{name: st.sampled_from([None, "", "Ana Ruiz", "Bo Lind", "said"]) for name in ("speaker", "mention", "cue")},
    }
)


@settings(max_examples=100, deadline=None)
@given(st.lists(_attributes, min_size=4, max_size=4), st.permutations([None, None, "en", "fr"]))
def test_one_text_with_other_attributions_mirrors_too(attributes: list[dict[str, Any]], languages: list[str]) -> None:
    """What is done in the order of the texts is done in another order where these are the same."""
    text = "“We saw the crane,” said Ana Ruiz. “it fell on the harbour.”"
    spans = (Span(1, 17), Span(36, 59))
    left, right = (
        Side(
            text,
            tuple(
                Quotation(span.start, span.end, span.of(text), **own) for span, own in zip(spans, chosen, strict=True)
            ),
            code,
        )
        for chosen, code in zip((attributes[:2], attributes[2:]), languages, strict=False)
    )
    assert _mirror(compare(left, right)) == _plain(compare(right, left))


@pytest.mark.parametrize("name", [field.name for field in fields(Quotation)])
def test_articles_that_differ_in_anything_have_an_order(name: str) -> None:
    first = Quotation(2, 8, "a crane", joined_to=None)
    told: dict[str, Any] = {"kind": "block", "cue_class": "doubting", "text": "a gull", "joined_to": 0}
    second = replace(first, **{name: told.get(name, 3 if name in ("start", "end") else "0")})
    one, other = (prepared(Side("“ a crane fell", (quotation,))) for quotation in (first, second))
    assert comes_before(one, other) != comes_before(other, one)
    assert not comes_before(one, one)


def test_articles_in_other_languages_have_an_order() -> None:
    one, other = (prepared(Side("a crane fell", language=language)) for language in ("en", None))
    assert comes_before(one, other) != comes_before(other, one)


def _as_in_an_event(left: Side, right: Side) -> list[Comparison]:
    """The pair compared twice as articles that are kept ready for many comparisons."""
    one, other = prepared(left, reused=True), prepared(right, reused=True)
    return [compared(one, other), compared(one, other)]


@settings(max_examples=150, deadline=None)
@given(_pairs)
def test_articles_kept_ready_for_an_event_give_what_the_two_give_alone(sides: tuple[Side, Side]) -> None:
    alone = compare(*sides)
    assert _as_in_an_event(*sides) == [alone, alone]


@pytest.mark.parametrize("seed", range(20))
def test_so_do_generated_articles_kept_ready(seed: int) -> None:
    left, right, _ = pair(600, seed)
    alone = compare(left, right)
    assert _as_in_an_event(left, right) == [alone, alone]


_ODD = st.text(st.sampled_from("aA1'’“”\"«».…%$€[]-\n\t é\u0301\u200b\u202e\ud83d\ude00港口ßİﬁﾟ\ud800"), max_size=120)


@settings(max_examples=200, deadline=None)
@given(_ODD, _ODD, st.lists(st.integers(0, 120), max_size=4, unique=True))
def test_no_text_whatever_makes_it_fail(left: str, right: str, cuts: list[int]) -> None:
    cuts = sorted(min(cut, len(left)) for cut in cuts)
    quotations = tuple(
        Quotation(a, b, left[a:b], speaker="A. B", cue="said") for a, b in zip(cuts[::2], cuts[1::2], strict=False)
    )
    one, other = Side(left, quotations), Side(right + left[::2] + left)
    for match in compare(one, other).matches:
        _check(match, one, other)
    for utterance in utterances({"one": one, "other": other}):
        assert utterance.variants
    assert all(candidate.text for candidate in candidates(left, right))
    assert all(word.z for word in wording(one, other).words)


@settings(max_examples=60, deadline=None)
@given(_sides(), _sides(), _sides())
def test_every_quotation_of_an_event_lies_in_an_utterance(one: Side, two: Side, three: Side) -> None:
    articles = {"one": one, "two": two, "three": three}
    found = utterances(articles)
    for name, side in articles.items():
        known = words_of(side.text)
        for quotation in side.quotations:
            if any(quotation.start <= a and b <= quotation.end for a, b in zip(known.starts, known.ends, strict=True)):
                variants = [v for u in found for v in u.variants if v.article == name]
                assert any(v.start <= quotation.start < v.end for v in variants)
                assert any(v.start < quotation.end <= v.end for v in variants)
    for utterance in found:
        assert set(utterance.absent) == set(articles) - {v.article for v in utterance.variants}
        assert [v.relation for v in utterance.variants].count(None) == 1


@settings(max_examples=150, deadline=None)
@given(_retold_pieces(), st.data())
def test_quotations_that_overlap_are_each_in_an_utterance(
    retold: tuple[list[_Piece], list[_Piece]], data: st.DataObject
) -> None:
    """Corrections of an analyst lie as they were made: within a quotation that was found, or across its end."""
    articles = {name: data.draw(_overlapping(pieces)) for name, pieces in zip(("one", "other"), retold, strict=True)}
    for match in compare(articles["one"], articles["other"]).matches:
        _check(match, articles["one"], articles["other"])
    sides = {name: prepared(side) for name, side in articles.items()}
    matches = {("one", "other"): compare(articles["one"], articles["other"]).matches}
    for node in linked(sides, matches, matches):
        assert all(_holds_a_word(part, articles[node.article]) for part in node.parts)
        assert all(a.end <= b.start for a, b in pairwise(node.parts))
    found = utterances(articles)
    for name, side in articles.items():
        variants = [v for u in found for v in u.variants if v.article == name]
        for quotation in side.quotations:
            if _holds_a_word(quotation.span, side):
                assert any(v.start <= quotation.start < v.end for v in variants)


@settings(max_examples=300, deadline=None)
@given(_sentences.filter(bool), _sentences.filter(bool))
def test_swapping_sides_mirrors_a_match_of_chosen_spans(left: str, right: str) -> None:
    found = match_spans(Side(left), Side(right), Span(0, len(left)), Span(0, len(right)))
    back = match_spans(Side(right), Side(left), Span(0, len(right)), Span(0, len(left)))
    assert (found.relation, found.score) == (back.relation, back.score)
    assert [(e.left, e.right) for e in found.edits] == [(e.right, e.left) for e in back.edits]
    assert [(f.flag, f.left, f.right) for f in found.flags] == [(f.flag, f.right, f.left) for f in back.flags]


@settings(max_examples=150, deadline=None)
@given(_pairs)
def test_unmatched_quotations_are_those_of_no_match(sides: tuple[Side, Side]) -> None:
    left, right = sides
    found = compare(left, right)
    for side, alone, extents in (
        (left, found.only_left, [m.left for m in found.matches]),
        (right, found.only_right, [m.right for m in found.matches]),
    ):
        touched = [q for q in side.quotations if any(p.overlaps(q.span) for e in extents for p in e.parts)]
        assert [q for q in side.quotations if q not in touched] == list(alone)


@settings(max_examples=100, deadline=None)
@given(_sides(), _sides(), st.data())
def test_two_spans_chosen_by_the_analyst_always_make_a_match(left: Side, right: Side, data: st.DataObject) -> None:
    spans = []
    for side in (left, right):
        start, end = sorted((data.draw(st.integers(0, len(side.text))), data.draw(st.integers(0, len(side.text)))))
        spans.append(Span(start, end))
    if not (_holds_a_word(spans[0], left) and _holds_a_word(spans[1], right)):
        with pytest.raises(ValueError, match="without a whole word"):
            match_spans(left, right, *spans)
        return
    match = match_spans(left, right, *spans)
    assert (match.left.span, match.right.span) == tuple(spans)


def _holds_a_word(span: Span, side: Side) -> bool:
    words_here = words_of(side.text)
    return any(span.start <= a and b <= span.end for a, b in zip(words_here.starts, words_here.ends, strict=True))


@settings(max_examples=200, deadline=None)
@given(_sentences, _sentences)
def test_runs_are_those_of_a_slow_and_obvious_aligner(left: str, right: str) -> None:
    """As long as no word triple is frequent, a run is a longest common run, and each of those of three words is found."""
    mine, theirs = words_of(left).keys, words_of(right).keys
    slow = longest_common_runs(left, right, 3)
    fast = {(b.left, b.right, b.length) for b in runs(mine, theirs, most=10**6)}
    assert fast == set(slow)


@settings(max_examples=200, deadline=None)
@given(_sentences, _sentences, st.sampled_from([1, 2, 36]))
def test_articles_of_an_event_have_the_runs_that_the_two_have_alone(left: str, right: str, most: int) -> None:
    mine, theirs = words_of(left).keys, words_of(right).keys
    assert shared_runs(grams(mine), grams(theirs), most=most) == runs(mine, theirs, most=most)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10_000))
def test_every_long_common_run_lies_in_a_match(seed: int) -> None:
    """A run of eight words or more that the slow aligner sees in two generated articles is never missed."""
    left, right, _ = pair(250, seed)
    found = compare(left, right)
    mine, theirs = words(left.text), words(right.text)
    for i, j, length in longest_common_runs(left.text, right.text, 8):
        one = Span(mine[i][1], mine[i + length - 1][2])
        other = Span(theirs[j][1], theirs[j + length - 1][2])
        assert any(
            any(p.overlaps(one) for p in m.left.parts) and any(p.overlaps(other) for p in m.right.parts)
            for m in found.matches
        ), one.of(left.text)


@pytest.mark.parametrize("seed", range(6))
def test_planted_quotations_are_found_and_nothing_else(seed: int) -> None:
    left, right, planted = pair(1500, seed)
    found = compare(left, right)
    spans = [(m.left.span, m.right.span) for m in found.matches]
    missed = [p for p in planted if not found_by(spans, p)]
    assert len(missed) <= len(planted) // 10
    assert all(any(a.overlaps(p.left) and b.overlaps(p.right) for p in planted) for a, b in spans)


def test_the_runs_grow_with_the_length_not_with_its_square() -> None:
    counts = []
    for size in (1_000, 10_000):
        left, right, _ = pair(size, 3)
        counts.append(len(runs(words_of(left.text).keys, words_of(right.text).keys)))
    assert counts[1] < 15 * counts[0]


def _printed(pieces: list[str], seed: int, *, whole: bool = False, speaker: str | None = "Ana Ruiz") -> Side:
    """The pieces as one quotation, or each as one of its own, with other words between them."""
    source, writer = random.Random(seed), Writer()
    for piece in [" ".join(pieces)] if whole else pieces:
        writer.write(f"{sentence(source, 4, 7)}. ")
        writer.quote(piece, speaker)
        writer.write(".\n\n")
    return writer.side()


@pytest.mark.parametrize("case", ["one of all", "each", "plain words", "plain words of somebody"])
def test_the_work_does_not_grow_with_the_square_of_the_quotations(case: str) -> None:
    """Of one quotation against its sentences, of sentences against these, and of plain words said again and again."""
    work = []
    for count in (100, 400):
        source = random.Random(11)
        said = [f"{sentence(source, 6, 9)}." for _ in range(count)]
        plain = ["we will not do it now"] * count
        left, right = {
            "one of all": (_printed(said, 1, whole=True), _printed(said, 2)),
            "each": (_printed(said, 1), _printed(said, 2)),
            "plain words": (_printed(plain, 1, speaker=None), _printed(plain, 2, speaker=None)),
            "plain words of somebody": (_printed(plain, 1), _printed(plain, 2)),
        }[case]
        compare(left, right)
        work.append(lines_run(lambda left=left, right=right: compare(left, right)))  # type: ignore[misc]
    assert work[1] < 10 * work[0], work


def test_stems_are_worked_out_only_for_what_no_run_of_words_finds() -> None:
    """They cost a tenth of a comparison, and wire copy needs none."""
    said = "The sluice gates will stay open until the wardens have counted every barge"
    outlets = Writer(), Writer()
    for writer, before in zip(outlets, ("In the morning it rained. ", "Nobody slept. "), strict=True):
        writer.write(before)
        writer.quote(said, "Ana Ruiz")
        writer.write(", Ruiz said.")
    left, right = (writer.side() for writer in outlets)
    alone = "Who pays for the rope?"
    text = f"{left.text} “{alone}”"
    more = replace(
        left, text=text, quotations=(*left.quotations, Quotation(len(text) - len(alone) - 1, len(text) - 1, alone))
    )
    for side, asked in ((left, False), (more, True)):
        stems_of.cache_clear()
        assert len(compare(side, right).matches) == 1
        assert bool(stems_of.cache_info().misses) is asked


def test_one_word_ten_thousand_times_makes_no_seeds() -> None:
    assert len(runs(["salt"] * 10_000, ["salt"] * 10_000)) == 0


def test_many_copies_of_one_sentence_stay_linear() -> None:
    source = random.Random(5)
    text = " ".join(source.choices(_VOCABULARY, k=12))
    copies = Side(". ".join([text] * 400))
    assert len(runs(words_of(copies.text).keys, words_of(copies.text).keys)) < 4_000
