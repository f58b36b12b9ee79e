"""How far analysts agree, by code, by branch and on the machine's matches, and where they do not.

Krippendorff's alpha (Krippendorff 2004, Content Analysis, ch. 11; Hayes & Krippendorff 2007, Communication Methods and Measures 1(1),
77–89), which any number of analysts and units that some did not code leave standing; for sets of codes with the distance MASI
(Passonneau 2006, LREC).

A *unit* of a code is a pair of articles and a side: it was coded yes by an analyst one of whose differences has the code there, in
common or for that side, and is present there; else no.  A unit of a kind of difference is the pair, since a kind belongs to no side.
A unit of the verdicts is a match on which somebody has one.  Withdrawn differences do not count.  Whoever has not worked on a pair
is missing there, and not counted as saying no.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Any, Literal, TypeVar

from reviewer.errors import ReviewerError
from reviewer.framing.annotation_file import pair_files
from reviewer.framing.history import PairKey
from reviewer.framing.loading import LoadedPair, load_pair
from reviewer.framing.store import SIDES
from reviewer.framing.values import Anchor, Codebook, Difference, SideName, Verdict
from reviewer.framing.verdicts import extent_of, govern
from reviewer.project import Project, pair_name
from reviewer.text import Span

Subject = Literal["codes", "types", "verdicts"]
Value = bool | frozenset[str]
_V = TypeVar("_V", bound=Hashable)
_NOBODY = "nothing was coded by two analysts"
_ALIKE = "all of it was coded alike: where nothing varies, agreement cannot be told from chance"


@dataclass(frozen=True, slots=True)
class Reliability:
    """`alpha` is at most 1, 0 by chance, and None where it is undefined (`why` says it); `agreed` is the share, 0–1, of the pairs of
    analysts at a unit who say the same.  `units` are those that two analysts or more have coded, `values` what these said of them."""

    alpha: float | None
    agreed: float | None
    units: int
    values: int
    why: str = ""


@dataclass(frozen=True, slots=True)
class Unit:
    """What analysts speak of: a pair, a `side` of it, or a match there, of which `about` has the words."""

    key: PairKey
    side: SideName | None = None
    about: str = ""


@dataclass(frozen=True, slots=True)
class Measure:
    """One code with those below it, one branch ("" for all branches), or the verdicts.

    Of a code and a verdict (does the match hold?) a value is yes or no, of a branch the set of its codes.  `yes` counts the values
    that are neither no nor empty, `split` holds the units of which not all say the same, with each analyst's value.
    """

    subject: Subject
    path: str
    of: Literal["code", "set", "match"]
    figures: Reliability
    yes: int
    split: tuple[tuple[Unit, tuple[tuple[str, Value], ...]], ...]


def nominal(one: object, other: object) -> float:
    """0 for the same, 1 for anything else."""
    return float(one != other)


def masi(one: frozenset[str], other: frozenset[str]) -> float:
    """0 for equal sets, 1 for disjoint ones; else by what they share, less where neither holds the other (Passonneau 2006)."""
    shared = len(one & other)
    if one == other or not shared:
        return nominal(one, other)
    return 1 - shared / len(one | other) * (2 / 3 if one < other or other < one else 1 / 3)


def reliability(units: Iterable[Sequence[_V]], distance: Callable[[_V, _V], float] = nominal) -> Reliability:
    """Krippendorff's alpha of the values that each unit was given; `distance` is his squared difference of two of them.

    A unit with one value only has nothing to be compared with and does not count.
    """
    pairable = [unit for unit in units if len(unit) > 1]
    said = Counter(value for unit in pairable for value in unit)
    if not said:
        return Reliability(None, None, 0, 0, _NOBODY)
    met = [(pair, len(unit) - 1) for unit in pairable for pair in combinations(unit, 2)]
    agreed = sum(one == other for (one, other), _ in met) / len(met)
    observed = sum(distance(*pair) / others for pair, others in met)
    expected = sum(said[one] * said[other] * distance(one, other) for one, other in combinations(said, 2))
    values = said.total()
    if not expected:
        return Reliability(None, agreed, len(pairable), values, _ALIKE)
    return Reliability(1 - (values - 1) * observed / expected, agreed, len(pairable), values)


def pairs_of_several(project: Project) -> tuple[tuple[PairKey, tuple[str, ...]], ...]:
    """The pairs on which two analysts or more have a file, and who: by the names of the files."""
    found: dict[PairKey, list[str]] = {}
    for path in pair_files(project):
        left, right = path.parent.name.split("--")
        if pair_name(left, right) == path.parent.name:
            found.setdefault(PairKey(path.parent.parent.name, left, right), []).append(path.stem)
    return tuple((key, tuple(names)) for key, names in found.items() if len(names) > 1)


def read_together(
    project: Project,
    shared: Iterable[tuple[PairKey, Iterable[str]]],
    codebook: Codebook,
    refuse: Callable[[ReviewerError], object],
) -> Iterator[tuple[PairKey, list[LoadedPair]]]:
    """The files of the pairs that `pairs_of_several` gave, pair by pair; one that cannot be read goes to `refuse`."""
    for key, analysts in shared:
        files = []
        for analyst in analysts:
            try:
                files.append(load_pair(project, key, analyst, codebook))
            except ReviewerError as error:
                refuse(error)
        yield key, files


def finished(pairs: Mapping[PairKey, Sequence[LoadedPair]]) -> dict[PairKey, Sequence[LoadedPair]]:
    """The pairs that two analysts or more are done with, with the files of these."""
    done = {key: tuple(file for file in files if file.annotations.done) for key, files in pairs.items()}
    return {key: files for key, files in done.items() if len(files) > 1}


def measures(pairs: Mapping[PairKey, Sequence[LoadedPair]], codebook: Codebook) -> tuple[Measure, ...]:
    """Codes and then kinds of difference, each as a whole where there are several branches, by branch and by code; then the verdicts.

    `pairs` holds the analysts' files.  A file counts that has a live difference (for the verdicts: a verdict) or is done.  Codes
    that nobody used are left out.
    """
    codes: _Said = {}
    types: _Said = {}
    judged: list[tuple[Unit, Mapping[str, Value]]] = []
    for key, files in pairs.items():
        for file in files:
            live = [record for record in file.annotations.differences if record.status != "withdrawn"]
            if live or file.annotations.done:
                analyst = file.annotations.analyst
                types.setdefault(Unit(key), {})[analyst] = frozenset(record.type for record in live if record.type)
                for side in SIDES:
                    codes.setdefault(Unit(key, side), {})[analyst] = _codes_on(side, live)
        judged += _judged(key, files)
    found = [*_coded("codes", codes, codebook), *_coded("types", types, codebook)]
    return (*found, _measure("verdicts", "", "match", judged)) if judged else tuple(found)


_Said = dict[Unit, dict[str, frozenset[str]]]


def _codes_on(side: SideName, differences: Iterable[Difference]) -> frozenset[str]:
    there = [record for record in differences if record.side(side).state == "present"]
    return frozenset(code for record in there for code in (*record.codes, *record.side(side).codes))


def _coded(subject: Subject, said: _Said, codebook: Codebook) -> list[Measure]:
    """The measures of what was said with codes of one use, codes in the order of the codebook, strange ones last."""
    said = {unit: values for unit, values in said.items() if len(values) > 1}
    used = {path for values in said.values() for chosen in values.values() for path in chosen}
    known = [code.path for code in codebook.codes if any(_is_under(code.path, path) for path in used)]
    paths = [*known, *sorted(used.difference(known))]
    branches = list(dict.fromkeys(path.split(".")[0] for path in paths))
    found = [_measure(subject, "", "set", said.items(), masi)] if len(branches) > 1 else []
    for branch in branches:
        found.append(_measure(subject, branch, "set", [(u, _under(branch, v)) for u, v in said.items()], masi))
        for path in (path for path in paths if _is_under(branch, path)):
            yes_or_no = [(u, {who: bool(some) for who, some in _under(path, v).items()}) for u, v in said.items()]
            found.append(_measure(subject, path, "code", yes_or_no))
    return found


def _is_under(above: str, path: str) -> bool:
    return f"{path}.".startswith(f"{above}.")


def _under(above: str, said: Mapping[str, frozenset[str]]) -> dict[str, frozenset[str]]:
    """What each analyst said, less what lies in other branches."""
    return {who: frozenset(path for path in chosen if _is_under(above, path)) for who, chosen in said.items()}


def _measure(
    subject: Subject,
    path: str,
    of: Literal["code", "set", "match"],
    said: Iterable[tuple[Unit, Mapping[str, Value]]],
    distance: Callable[[Any, Any], float] = nominal,
) -> Measure:
    shared = [(unit, values) for unit, values in said if len(values) > 1]
    figures = reliability([tuple(values.values()) for _, values in shared], distance)
    split = tuple((unit, tuple(values.items())) for unit, values in shared if len(set(values.values())) > 1)
    return Measure(subject, path, of, figures, sum(bool(value) for _, v in shared for value in v.values()), split)


@dataclass(frozen=True, slots=True)
class _Place:
    span: Span


@dataclass(frozen=True, slots=True)
class _Match:
    """Where the first verdict on a match has it, and whether it holds by each analyst."""

    left: _Place
    right: _Place
    words: str
    said: dict[str, Value]


def _judged(key: PairKey, files: Iterable[LoadedPair]) -> list[tuple[Unit, Mapping[str, Value]]]:
    """The matches of a pair on which there are verdicts: one is another's where it would govern it, by the words' present places."""
    matches: list[_Match] = []
    for file in files:
        analyst = file.annotations.analyst
        governed, others = govern([_standing(file, verdict) for verdict in file.annotations.verdicts], matches)
        for at, verdict in governed.items():
            matches[at].said[analyst] = verdict.verdict != "rejected"
        for verdict in others:
            left, right = extent_of(verdict.left), extent_of(verdict.right)
            if left and right:
                said: dict[str, Value] = {analyst: verdict.verdict != "rejected"}
                matches.append(_Match(_Place(left), _Place(right), verdict.left[0].exact, said))
    return [(Unit(key, about=match.words), match.said) for match in matches]


def _standing(file: LoadedPair, verdict: Verdict) -> Verdict:
    """The verdict with its anchors where the words stand now, less those whose words are gone."""

    def there(side: SideName, anchors: tuple[Anchor, ...]) -> tuple[Anchor, ...]:
        checked = [(anchor, file.check(side, anchor)) for anchor in anchors]
        now = [anchor if check.status == "ok" else check.proposed for anchor, check in checked]
        return tuple(anchor for anchor in now if anchor is not None)

    return replace(verdict, left=there("left", verdict.left), right=there("right", verdict.right))
