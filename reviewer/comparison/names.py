"""Proper names that differ between two variants."""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz import distance

from reviewer.comparison.governed import root
from reviewer.comparison.lexicon import Lexicon
from reviewer.comparison.marking import Token
from reviewer.comparison.pairing import Pair, flag_of, instead
from reviewer.comparison.parts import exchanged_nouns
from reviewer.comparison.roles import exchanged, recast, regoverned, retitled
from reviewer.comparison.values import Flag

PLACE_TOLD_BY = 2  # stems beside two names that both sides have, from which on they stand in one place
ACRONYM = 2  # names that an acronym is made of, at least
NAME_BESIDE = 6  # words on either side of a name that tell where it stands
SOUNDED_FROM = 3  # letters of names that may be two spellings of one sound
STEM_FROM = 4  # letters that a name and its adjective begin with
SLIP_FROM = 5  # letters of names that may differ by a slip of one letter
SOUNDS_KEPT = 4096  # names of which the sound is remembered
# Ways to write one sound of a name: Alexander and Aleksander, Jon and John, Katherine and Catharine, Yusuf and Yousuf, Blaine and Blayn.
_SPELLINGS = (
    (re.compile("ks"), "x"),
    (re.compile("ph"), "f"),
    (re.compile("(?<=[tgkdrbj])h|(?<=[aeiou])h(?![aeiou])"), ""),
    (re.compile("ck|c(?![eih])|q(?!u)"), "k"),
    (re.compile("(?<=[a-z]{4})e$"), ""),
    (re.compile("y"), "i"),
    (re.compile("ou"), "u"),
    (re.compile("w"), "v"),
    (re.compile("z"), "s"),
    (re.compile(r"(.)\1"), r"\1"),
)


def names(pair: Pair) -> list[Flag]:
    lefts = _unmatched_names(pair.left, pair.left_to_right, pair.cut_left, pair.right, pair.words)
    rights = _unmatched_names(pair.right, pair.right_to_left, pair.cut_right, pair.left, pair.words)
    lefts, rights = _dates_if_both(pair.left, lefts, pair.right, rights, pair.words.dates)
    if lefts and not rights:
        lefts = [k for k in lefts if not _left_out(pair.left, pair.left_to_right, k, pair.right, pair.words)]
    elif rights and not lefts:
        rights = [k for k in rights if not _left_out(pair.right, pair.right_to_left, k, pair.left, pair.words)]
    elif pair.words.nouns_capitalised:
        lefts = [k for k in lefts if not pair.left[k].doubtful or _name_instead(pair.left_to_right, k, pair.right)]
        rights = [k for k in rights if not pair.right[k].doubtful or _name_instead(pair.right_to_left, k, pair.left)]
    if lefts and rights and all(pair.left[k].doubtful for k in lefts) != all(pair.right[k].doubtful for k in rights):
        lefts = [k for k in lefts if not pair.left[k].doubtful]
        rights = [k for k in rights if not pair.right[k].doubtful]
    differing = len(lefts) + len(rights)
    lefts, rights = _without_acronyms(pair.left, lefts, pair.right, rights, pair.words)
    rights, lefts = _without_acronyms(pair.right, rights, pair.left, lefts, pair.words)
    recasting = (exchanged, recast, regoverned, retitled, _replaced_in_cut, exchanged_nouns)
    if not differing and (changed := next(filter(None, (find(pair) for find in recasting)), None)):
        return flag_of(pair, "name", *changed)
    return flag_of(pair, "name", [pair.left[k] for k in lefts], [pair.right[k] for k in rights])


def _left_out(found: list[Token], matched: list[int], at: int, others: list[Token], words: Lexicon) -> bool:
    """Whether a name of one side only is no change: it may be no name, or a pronoun or title stands for it."""
    return (
        found[at].doubtful
        or (at > 0 and found[at - 1].form in words.titles and matched[at - 1] >= 0)
        or _pronoun_instead(matched, at, others, words)
        or _detail(found, matched, at, words)
    )


def _detail(found: list[Token], matched: list[int], at: int, words: Lexicon) -> bool:
    """Whether a name stands in what one side only adds: `the attack in Oslo`, `the attack`; `our founder, Ann Vale,`."""
    start = at
    while start and matched[start - 1] < 0:
        start -= 1
    if found[start].form in words.placing:
        return True
    start = end = at
    while start and (found[start].name or found[start].form in words.titles) and not found[start].paused:
        start -= 1
    while end + 1 < len(found) and found[end + 1].name and not found[end + 1].paused:
        end += 1
    return (
        all(
            (t.name or t.form in words.titles) and k < 0
            for t, k in zip(found[start : end + 1], matched[start : end + 1], strict=True)
        )
        and end + 1 < len(found)
        and found[end + 1].paused
        and start > 0
        and matched[start - 1] >= 0
        and found[start - 1].form not in words.pronouns  # who is spoken to: thank you, Mayor Ruiz,
    )


def _replaced_in_cut(pair: Pair) -> tuple[list[Token], list[Token]] | None:
    """Two names of one side each that stand in one role, though the words around them moved (`signed in Cairo on Friday`)."""
    lefts, rights = _of_one_side(pair.left, pair.right, pair.words), _of_one_side(pair.right, pair.left, pair.words)
    for one in lefts:
        for other in rights:
            if _in_one_place(pair, one, other):
                return [pair.left[one]], [pair.right[other]]
    return None


def _of_one_side(found: list[Token], others: list[Token], words: Lexicon) -> list[int]:
    return [
        k
        for k, token in enumerate(found)
        if token.name
        and token.form not in words.numbers.ordinals
        and (not token.doubtful or (k + 1 < len(found) and found[k + 1].name))
        and not any(_same_name(token.form, other.form, words) for other in others)
    ]


def _in_one_place(pair: Pair, one: int, other: int) -> bool:
    if _of_one_family(pair.left, one, pair.right, other):
        return True
    if not one or not other or (_first_name(pair.left, one, pair.right) and _first_name(pair.right, other, pair.left)):
        return False
    around = [_beside(found, k, pair.words) for found, k in ((pair.left, one), (pair.right, other))]
    shared = len(around[0] & around[1])
    if shared > PLACE_TOLD_BY:
        return True
    before, there = pair.left[one - 1], pair.right[other - 1]
    if before.form != there.form and not {before.form, there.form} <= pair.words.placing:
        return False
    if not (
        before.name
        or before.form in pair.words.function
        or before.form in pair.words.placing
        or before.form in pair.words.titles
    ):
        return False
    return shared >= PLACE_TOLD_BY


def _beside(found: list[Token], at: int, words: Lexicon) -> set[str]:
    """The stems of what stands around a name."""
    around = found[max(0, at - NAME_BESIDE) : at + NAME_BESIDE + 1]
    return {root(t.form, words) for t in around if t.form not in words.function}


def _of_one_family(found: list[Token], at: int, others: list[Token], other: int) -> bool:
    """Whether one and the same name follows two names: `Karl Henning`, `Paul Henning`."""
    if at + 1 >= len(found) or other + 1 >= len(others):
        return False
    mine, theirs = found[at + 1], others[other + 1]
    return mine.name and theirs.name and mine.form == theirs.form and mine.start - found[at].end <= 1


def _first_name(found: list[Token], at: int, others: list[Token]) -> bool:
    """Whether a name stands before one that the other side has as well."""
    return _touch(found, at, at + 1) and any(token.name and token.form == found[at + 1].form for token in others)


def _dates_if_both(
    left: list[Token], lefts: list[int], right: list[Token], rights: list[int], dates: frozenset[str]
) -> tuple[list[int], list[int]]:
    """Days and months count where one stands for another, not where one side leaves the day out."""
    if any(left[k].form in dates for k in lefts) and any(right[k].form in dates for k in rights):
        return lefts, rights
    return [k for k in lefts if left[k].form not in dates], [k for k in rights if right[k].form not in dates]


def _unmatched_names(
    found: list[Token], matched: list[int], cut: list[bool], others: list[Token], words: Lexicon
) -> list[int]:
    return [
        at
        for at, token in enumerate(found)
        if token.name
        and token.modal == ""
        and matched[at] < 0
        and not cut[at]
        and (_name_instead(matched, at, others) or not _beside_matched_name(found, matched, at, words))
        and not _beside_moved_name(found, at, others)
        and token.form not in words.numbers.ordinals
        and not any(_same_name(token.form, other.form, words) or _in_plural(token, other) for other in others)
    ]


def _in_plural(one: Token, other: Token) -> bool:
    """`KO`, `KOs`."""
    short, long = sorted((one.shown, other.shown), key=len)
    return short.isupper() and long == f"{short}s"


def _beside_matched_name(found: list[Token], matched: list[int], at: int, words: Lexicon) -> bool:
    """A first name, a middle name or a title beside a name that the other side has as well."""
    for step in (-1, 1):
        k = at + step
        while 0 <= k < len(found) and (found[k].name or found[k].form in words.name_particles):
            if found[max(k, k - step)].start - found[min(k, k - step)].end > 1:
                break
            if found[k].name and matched[k] >= 0:
                return True
            k += step
    return False


def _beside_moved_name(found: list[Token], at: int, others: list[Token]) -> bool:
    """A first name before a name that the other side has elsewhere, without a first name of its own: `Ada Penrose`, `Penrose`."""
    return _touch(found, at, at + 1) and any(
        token.name and token.form == found[at + 1].form and not _touch(others, k - 1, k)
        for k, token in enumerate(others)
    )


def _touch(found: list[Token], one: int, other: int) -> bool:
    """Whether two names stand side by side."""
    if one < 0 or other >= len(found) or not (found[one].name and found[other].name):
        return False
    return found[other].start - found[one].end <= 1


def _same_name(one: str, other: str, words: Lexicon) -> bool:
    """One name in two spellings, as a possessive, or as the adjective of a country."""
    shorter, longer = sorted((len(one), len(other)))
    if one == other or (shorter >= SOUNDED_FROM and _sounds(one) == _sounds(other)):
        return True
    if shorter < STEM_FROM:
        return False
    shared = 0
    while shared < shorter and one[shared] == other[shared]:
        shared += 1
    if (
        shared >= STEM_FROM
        and shorter - shared <= 1
        and {one[shared:], other[shared:]} - {""} <= words.people_endings | words.place_endings
    ):
        return True
    if shorter < SLIP_FROM or one[0] != other[0]:
        return False
    if shorter == longer and distance.OSA.distance(one, other, score_cutoff=1) == 1:
        return distance.Levenshtein.distance(one, other) == 2  # two letters changed places
    return longer - shorter == 1 and distance.Levenshtein.distance(one, other, score_cutoff=1) == 1


@lru_cache(maxsize=SOUNDS_KEPT)
def _sounds(name: str) -> str:
    """`name` with one letter for what spellings differ in."""
    for pattern, letter in _SPELLINGS:
        name = pattern.sub(letter, name)
    return name


def _without_acronyms(
    found: list[Token], indices: list[int], others: list[Token], other_indices: list[int], words: Lexicon
) -> tuple[list[int], list[int]]:
    """The names of both sides without acronyms in `found` that the other side spells out, and without what spells them."""
    kept: list[int] = []
    spelling: set[int] = set()
    for at in indices:
        run = _spelled_out(found[at], others, words)
        spelling.update(run)
        if not run:
            kept.append(at)
    return kept, [k for k in other_indices if k not in spelling]


def _spelled_out(token: Token, others: list[Token], words: Lexicon) -> range:
    """The words of `others` whose first letters `token` is made of, small ones between them left aside: two names at least.

    What is left of the name may have no letter in it (`CDC`: Centers for Disease Control and Prevention).
    """
    if not token.shown.isupper() or len(token.form) < ACRONYM:
        return range(0)
    for start, first in enumerate(others):
        if not first.name or first.form[0] != token.form[0]:
            continue
        letters, named = "", 0
        for end in range(start, len(others)):
            if others[end].form not in words.name_fillers:
                letters += others[end].form[0]
                named += others[end].name
            if not token.form.startswith(letters):
                break
            if letters == token.form and named >= ACRONYM:
                while end + 1 < len(others) and (others[end + 1].name or others[end + 1].form in words.name_fillers):
                    end += 1
                return range(start, end + 1)
    return range(0)


def _name_instead(matched: list[int], at: int, others: list[Token]) -> bool:
    """Whether another name stands where this one stood."""
    return any(t.name for t in instead(matched, at, others))


def _pronoun_instead(matched: list[int], at: int, others: list[Token], words: Lexicon) -> bool:
    """Whether a pronoun or a title stands where the name stood."""
    return any(t.form in words.pronouns for t in instead(matched, at, others))
