"""How far analysts agree: alpha against published examples and a slow, obvious way to it, and what counts as having coded."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.framing import (
    Difference,
    DifferenceSide,
    LoadedPair,
    PairKey,
    Searched,
    Verdict,
    Workspace,
    anchor_at,
    load_pair,
)
from reviewer.framing.agreement import Measure, finished, masi, measures, nominal, pairs_of_several, reliability
from reviewer.project import Project
from tests.framing.conftest import BEACON, KEY, LEDGER, article, at, difference, omission, verdict

THIRD = PairKey.of("ferry", "beacon", "third")


def units(*coders: str) -> list[list[str]]:
    """What each unit was given, of one line a coder; a dot where a coder gave nothing."""
    return [[value for value in unit if value != "."] for unit in zip(*(line.split() for line in coders), strict=True)]


FOUR = units(
    "1 2 3 3 2 1 4 1 2 . . .",
    "1 2 3 3 2 2 4 1 2 5 . 3",
    ". 3 3 3 2 3 4 2 2 5 1 .",
    "1 2 3 3 2 4 4 1 2 5 1 .",
)


def squared(one: str, other: str) -> float:
    return (int(one) - int(other)) ** 2


def of_ratios(one: str, other: str) -> float:
    return ((int(one) - int(other)) / (int(one) + int(other))) ** 2


@pytest.mark.parametrize(
    ("coded", "distance", "alpha"),
    [
        (units("0 1 0 0 0 0 0 0 1 0", "1 1 1 0 0 1 0 0 0 0"), nominal, 0.095),
        (units("a a b b d c c c e d d a", "b a b b b c c c e d d d"), nominal, 0.692),
        (FOUR, nominal, 0.743),
        (FOUR, squared, 0.849),
        (FOUR, of_ratios, 0.797),
    ],
    ids=["two coders, yes and no", "two coders, five values", "four coders, some missing", "intervals", "ratios"],
)
def test_alpha_is_that_of_the_worked_examples(
    coded: list[list[str]], distance: Callable[[str, str], float], alpha: float
) -> None:
    """Krippendorff (2011), Computing Krippendorff's Alpha-Reliability, A to E."""
    assert round(reliability(coded, distance).alpha or 0, 3) == alpha


def test_the_other_figures_of_the_example_with_four_coders() -> None:
    figures = reliability(FOUR)
    assert (figures.units, figures.values) == (11, 40)
    same, pairs = [3, 3, 6, 6, 6, 0, 6, 3, 6, 3, 1], [3, *[6] * 8, 3, 1]
    assert figures.agreed == sum(same) / sum(pairs), "of the pairs of coders at a unit"


def slowly(coded: Sequence[Sequence[Hashable]], distance: Callable[..., float]) -> Fraction | None:
    """Every value against every other, within its unit and among all, by the definition; None where no two differ."""
    kept = [unit for unit in coded if len(unit) > 1]
    values = [value for unit in kept for value in unit]
    total = len(values)
    within = sum(
        (Fraction(distance(one, other)) / (len(unit) - 1) for unit in kept for one, other in permutations(unit, 2)),
        Fraction(),
    )
    among = sum((Fraction(distance(one, other)) for one, other in permutations(values, 2)), Fraction())
    return 1 - (within / total) / (among / (total * (total - 1))) if among else None


@given(st.lists(st.lists(st.sampled_from("abc"), max_size=5), max_size=8))
def test_alpha_is_what_comparing_all_values_gives(coded: list[list[str]]) -> None:
    expected, figures = slowly(coded, nominal), reliability(coded)
    assert (figures.alpha is None) == (expected is None)
    assert expected is None or figures.alpha == pytest.approx(float(expected), abs=1e-12)


@given(st.lists(st.lists(st.frozensets(st.sampled_from("abc")), max_size=4), max_size=6))
def test_so_it_is_for_sets(coded: list[list[frozenset[str]]]) -> None:
    expected, figures = slowly(coded, masi), reliability(coded, masi)
    assert (figures.alpha is None) == (expected is None)
    assert expected is None or figures.alpha == pytest.approx(float(expected), abs=1e-9)


@given(st.lists(st.lists(st.sampled_from("ab"), max_size=4), max_size=8), st.randoms(use_true_random=False))
def test_neither_the_order_of_coders_nor_that_of_units_matters(coded: list[list[str]], order: object) -> None:
    shuffled = [sorted(unit, key=lambda _: order.random()) for unit in coded]  # type: ignore[attr-defined]
    order.shuffle(shuffled)  # type: ignore[attr-defined]
    before, after = reliability(coded), reliability(shuffled)
    assert after.alpha == pytest.approx(before.alpha, abs=1e-12)
    assert (after.agreed, after.units, after.values) == (before.agreed, before.units, before.values)


def test_two_who_never_differ_and_vary_agree_wholly() -> None:
    assert reliability([("a", "a"), ("b", "b")]).alpha == 1


@pytest.mark.parametrize("coded", [[("a", "a"), ("a", "a", "a")], [("a",), ("b",)], []])
def test_where_nothing_varies_or_nothing_is_shared_alpha_is_undefined_and_says_why(
    coded: list[tuple[str, ...]],
) -> None:
    figures = reliability(coded)
    assert figures.alpha is None
    assert figures.why
    assert figures.agreed == (1 if figures.units else None)


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [("ab", "ab", 0), ("", "", 0), ("ab", "cd", 1), ("", "a", 1), ("ab", "abcd", 2 / 3), ("abc", "bcd", 5 / 6)],
)
def test_the_distance_of_sets_is_masi(one: str, other: str, apart: float) -> None:
    assert masi(frozenset(one), frozenset(other)) == pytest.approx(apart)
    assert masi(frozenset(other), frozenset(one)) == pytest.approx(apart)


# ---- what counts as coded


def keep(
    project: Project, analyst: str, *records: Difference | Verdict, key: PairKey = KEY, done: bool = False
) -> None:
    workspace = Workspace(project, analyst)
    for record in records:
        if isinstance(record, Difference):
            workspace.put_difference(key, record)
        else:
            workspace.put_verdict(key, record)
    if done:
        workspace.set_done(key, True)
    workspace.close()


def measured(project: Project, *, only_finished: bool = False) -> dict[tuple[str, str], Measure]:
    codebook = Workspace(project, "reader").codebook
    pairs: dict[PairKey, Sequence[LoadedPair]] = {
        key: [load_pair(project, key, analyst, codebook) for analyst in analysts]
        for key, analysts in pairs_of_several(project)
    }
    return {
        (found.subject, found.path): found for found in measures(finished(pairs) if only_finished else pairs, codebook)
    }


def test_a_code_counts_on_the_sides_where_its_record_is_present_and_a_side_code_on_its_own(project: Project) -> None:
    keep(project, "mira", difference())  # cause in common, economic on the left
    keep(project, "otto", replace(omission(), codes=("entman.cause",)))  # absent on the right
    found = measured(project)
    cause, economic = found["codes", "entman.cause"], found["codes", "generic.economic"]
    assert (cause.figures.units, cause.figures.values, cause.yes) == (2, 4, 3)
    assert [(unit.side, said) for unit, said in cause.split] == [("right", (("mira", True), ("otto", False)))]
    assert [(unit.side, said) for unit, said in economic.split] == [("left", (("mira", True), ("otto", False)))]
    assert cause.figures.agreed == 0.5
    assert cause.figures.alpha == pytest.approx(0)


def test_a_kind_counts_once_a_pair(project: Project) -> None:
    keep(project, "mira", difference(), omission())
    keep(project, "otto", omission("fd-cccccccccc"))
    found = measured(project)
    assert found["types", "difference.omission"].figures.alpha is None
    assert found["types", "difference.omission"].figures.agreed == 1
    shift = found["types", "difference.agency-shift"]
    assert (shift.figures.units, shift.yes) == (1, 1)
    whole = found["types", "difference"]
    assert [said for _, said in whole.split] == [
        (
            ("mira", frozenset({"difference.agency-shift", "difference.omission"})),
            ("otto", frozenset({"difference.omission"})),
        )
    ]


def test_what_is_withdrawn_does_not_count_and_leaves_nobody_who_worked_on_the_pair(project: Project) -> None:
    keep(project, "mira", difference())
    keep(project, "otto", replace(difference("fd-cccccccccc"), status="withdrawn"))
    assert measured(project) == {}
    keep(project, "otto", done=True)
    cause = measured(project)["codes", "entman.cause"]
    assert [said for _, said in cause.split] == [(("mira", True), ("otto", False))] * 2


def test_who_has_no_file_is_missing_and_says_no_to_nothing(project: Project) -> None:
    for analyst in ("mira", "otto"):
        keep(project, analyst, difference(f"fd-{analyst:a<10}"))
        keep(project, analyst, key=THIRD, done=True)
    keep(project, "nora", difference("fd-cccccccccc"))
    found = measured(project)["codes", "entman.cause"]
    assert (found.figures.units, found.figures.values, found.yes) == (4, 10, 6)
    assert found.figures.alpha == 1


def test_of_finished_pairs_only_those_count_that_are_done(project: Project) -> None:
    keep(project, "mira", difference(), done=True)
    keep(project, "otto", difference("fd-cccccccccc"))
    assert measured(project)
    assert measured(project, only_finished=True) == {}
    keep(project, "otto", done=True)
    assert measured(project, only_finished=True)


def test_a_codes_parent_counts_where_the_code_does_and_a_strange_code_stands_last(project: Project) -> None:
    (project.annotations / "codebook.yaml").write_text(
        "schema: framing-codebook/1\nid: own\ntitle: Own\nincludes: [framing-core]\nbranches:\n"
        "  - {id: actor, title: Actors, use: code, codes: [{id: firm, title: Firm, definition: A firm., "
        "codes: [{id: owner, title: Owner, definition: Its owner.}, {id: rival, title: Rival, definition: Another.}]}]}\n"
    )
    keep(project, "mira", replace(difference(), codes=("actor.firm.owner", "old.one")))
    keep(project, "otto", replace(difference("fd-cccccccccc"), codes=("actor.firm.rival",)))
    found = measured(project)
    assert [path for subject, path in found if subject == "codes"] == [
        *(
            "",
            "generic",
            "generic.economic",
            "actor",
            "actor.firm",
            "actor.firm.owner",
            "actor.firm.rival",
            "old",
            "old.one",
        )
    ]
    assert found["codes", "actor.firm"].split == ()
    assert found["codes", "actor.firm"].yes == 4
    assert len(found["codes", "actor.firm.owner"].split) == 2


def test_verdicts_are_compared_where_one_would_govern_the_others_match(project: Project) -> None:
    whole, quiet = verdict(), "The harbour was quiet."
    nearly = replace(whole, id="m-bbbbbbbbbb", left=(anchor_at(BEACON, *at(BEACON, "“We were told to wait,”")),))
    elsewhere = replace(whole, id="m-cccccccccc", verdict="rejected", left=(anchor_at(BEACON, *at(BEACON, quiet)),))
    keep(project, "mira", replace(whole, verdict="added"))
    keep(project, "otto", nearly, elsewhere)
    keep(project, "nora", replace(nearly, id="m-dddddddddd", verdict="rejected"))
    found = measured(project)
    assert set(found) == {("verdicts", "")}
    figures, split = found["verdicts", ""].figures, found["verdicts", ""].split
    assert (figures.units, figures.values, figures.agreed) == (1, 3, 1 / 3)
    assert [(unit.about, said) for unit, said in split] == [
        ("We were told to wait,", (("mira", True), ("nora", False), ("otto", True)))
    ]


def test_verdicts_meet_where_their_words_stand_after_a_revision(project: Project) -> None:
    keep(project, "mira", verdict())
    longer = "It had rained since the early morning, and it went on to rain. " * 3 + BEACON
    project.article_file("ferry", "beacon").write_text(article(longer, "Ferry stops at noon"))
    words = at(longer, "We were told to wait,")
    keep(project, "otto", replace(verdict("m-bbbbbbbbbb"), left=(anchor_at(longer, *words, role="quote"),)))
    assert measured(project)["verdicts", ""].figures.units == 1


def test_a_verdict_whose_words_are_gone_is_no_match_any_more(project: Project) -> None:
    keep(project, "mira", verdict())
    keep(project, "otto", verdict("m-bbbbbbbbbb"))
    project.article_file("ferry", "beacon").write_text(article("Nothing of it stands here.\n", "Ferry stops at noon"))
    assert measured(project) == {}


def test_only_pairs_with_files_of_several_are_looked_at(project: Project) -> None:
    keep(project, "mira", difference())
    assert pairs_of_several(project) == ()
    keep(project, "otto", difference("fd-cccccccccc"))
    misplaced = project.annotations / "ferry" / "third--beacon"
    misplaced.mkdir()
    for name in ("mira", "otto"):
        (misplaced / f"{name}.yaml").write_text("schema: framing-annotations/1\n")
    assert pairs_of_several(project) == ((KEY, ("mira", "otto")),)


def test_a_record_without_codes_is_work_on_the_pair(project: Project) -> None:
    plain = Difference(
        "fd-dddddddddd",
        None,
        (),
        DifferenceSide("absent", searched=Searched(("rain",))),
        DifferenceSide("present", (anchor_at(LEDGER, 0, 6, role="lede"),)),
    )
    keep(project, "mira", difference())
    keep(project, "otto", plain)
    assert measured(project)["codes", "entman.cause"].figures.values == 4
