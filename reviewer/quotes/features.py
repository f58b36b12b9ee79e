"""Names of the features of a candidate, by the part of its place that they describe.

A part is a tuple: what it describes, and the values.  Parts repeat from article to article, so that `ranking` adds up the weights
of each only once; only learning needs every name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

Part = tuple[str | int, ...]


def names(parts: Iterable[Part]) -> list[str]:
    """The features that the parts stand for."""
    return [name for part in parts for name in names_of(part)]


def names_of(part: Part) -> list[str]:
    sort, *values = part
    return _NAMES[sort](*values)


def _mention(kind: str, before: str, after: str, known: int, sort: str, hears: int, ahead: str) -> list[str]:
    """The phrase in itself: its kind, its neighbours, how often it surely speaks; `ahead` is L in the line before, else empty."""
    found = [
        f"{ahead}k{kind}",
        f"{ahead}b{before}{after}",
        f"{ahead}b{before}{kind}",
        f"{ahead}a{after}{kind}",
        f"{ahead}w{known}{sort}",
    ]
    return [*found, f"{ahead}hears"] if hears else found


def _place(near: str, shape: str, distance: str, quotes: int, rank: int, kind: str, same: str) -> list[str]:
    """Side and sentences apart, what the marked words look like, how far, and whether the speaker before is the same."""
    side = near[0]
    return [
        f"n{near}{shape}",
        f"d{side}{distance}{quotes}",
        f"d{near}{distance}",
        f"r{near}{rank}",
        f"r{side}{rank}{kind}",
        f"k{near}{kind}",
        f"q{near}{quotes}{shape}",
        f"p{same}{near}{quotes}{shape}",
    ]


def _between(side: str, tags: str, shape: str) -> list[str]:
    """The classes of the words between phrase and marked words."""
    return [f"t{side}{tags}", f"t{side}{tags}{shape}"]


def _around(near: str, same: str, previous: str, following: str, preceding: str, brackets: str) -> list[str]:
    """The classes of the words beside the marked ones, and which of the two stand in brackets."""
    return [f"p{same}{near}{previous}", f"x{near}{following}", f"y{near}{preceding}", f"({brackets}"]


def _silent(near: str, kind: str, shape: str) -> list[str]:
    """A phrase that is the subject of no cue."""
    return [f"c-{near}", f"c-{kind}{near}{shape}"]


def _cue(how: str, near: str, sort: str, shape: str, kind: str, following: str, distance: str, outer: int) -> list[str]:
    """The cue: how its subject was found, its sort, its place, and how many cues come before it in its sentence."""
    side = near[0]
    return [
        f"C{how}{near}",
        f"C{how}{side}{sort}",
        f"C{sort}{near}{shape}",
        f"C{how}{kind}{side}",
        f"C{near}{following}",
        f"C{how}{side}{distance}",
        f"Co{outer}{near}",
        f"Co{outer}{how}{kind}{side}",
    ]


def _reach(near: str, tags: str, shape: str, distance: str, quotes: int, others: int) -> list[str]:
    """What lies between the cue and the marked words."""
    return [
        f"C{near}{distance}{quotes}",
        f"C{near}{tags}",
        f"C{near[0]}{tags}{shape}",
        f"C{near}{others}{quotes}{shape}",
    ]


def _clauses(side: str, own: str, outer: int, first: str, last: str) -> list[str]:
    """How the cue's clause begins, and how the first and the last clause between it and the marked words do ("" without any)."""
    found = [f"I{own}{side}{outer}"]
    return [*found, f"In{side}{first}", f"Il{side}{last}"] if first else [*found, f"I-{side}{own}"]


def _carried(
    place: str, shape: str, following: str, preceding: str, kind: str, others: int, continues: str
) -> list[str]:
    """The speaker of the piece before, who is not named again."""
    return [
        f"P{place}{shape}",
        f"P{place}>{following}",
        f"P{place}<{preceding}",
        f"P{kind}",
        f"P{place}{others}",
        f"P{shape}{continues}{place}",
        f"P{continues}",
    ]


def _announcing(sort: str, same: str, kind: str, nth: int) -> list[str]:
    """A phrase of the sentence before a paragraph that begins with the marked words; `sort` begins with how that sentence ends."""
    colon, alone = sort[0], sort[1]
    return [
        f"L{sort}",
        f"L{sort}{same}",
        f"L{colon}{kind}",
        f"L{colon}{nth}",
        f"L{same}{colon}{alone}",
    ]


def _announcing_silent(colon: str, alone: str) -> list[str]:
    return [f"L{colon}-", f"L{alone}{colon}-"]


def _announcing_cue(how: str, colon: str, sort: str, end: str, alone: str) -> list[str]:
    return [f"L{how}{colon}", f"L{sort}{colon}", f"L{end}{colon}{how}", f"L{alone}{colon}{sort}"]


def _announcer() -> list[str]:
    """Whom the line before names as about to speak, by its colon."""
    return ["announcer"]


def _signer() -> list[str]:
    """Who stands behind a dash after the marked words, at the end of the paragraph."""
    return ["signer"]


def _signature(nth: int, kind: str, shape: str) -> list[str]:
    return [f"D{nth}", f"D{nth}{kind}", f"D{nth}{shape}"]


_NAMES: dict[str | int, Callable[..., list[str]]] = {
    "mention": _mention,
    "place": _place,
    "between": _between,
    "around": _around,
    "silent": _silent,
    "cue": _cue,
    "reach": _reach,
    "clauses": _clauses,
    "carried": _carried,
    "announcing": _announcing,
    "announcing silent": _announcing_silent,
    "announcing cue": _announcing_cue,
    "announcer": _announcer,
    "signer": _signer,
    "signature": _signature,
}
