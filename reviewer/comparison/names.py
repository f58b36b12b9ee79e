"""Proper names that differ between two variants."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from rapidfuzz.distance import OSA, Levenshtein

from reviewer.comparison.governed import root
from reviewer.comparison.lexicon import Lexicon
from reviewer.comparison.marking import Token
from reviewer.comparison.pairing import Pair, flag_of, instead
from reviewer.comparison.values import Flag

ENOUGH = 2  # words that tell what a name does, or where it stands
DOING = 3  # words after a name that tell what it does
ENDED = 4  # letters above which a name may end in a plural
AROUND = 6  # words on either side of a name that tell where it stands
APART = 12  # words between two names that may exchange their parts
# Ways to write one sound of a name: Alexander and Aleksander, Jon and John, Katherine and Catharine, Yusuf and Yousuf.
_SPELLINGS = (
    (re.compile("ks"), "x"),
    (re.compile("ph"), "f"),
    (re.compile("(?<=[tgkdrbj])h|(?<=[aeiou])h(?![aeiou])"), ""),
    (re.compile("ck|c(?![eih])|q(?!u)"), "k"),
    (re.compile("y"), "i"),
    (re.compile("ou"), "u"),
    (re.compile("w"), "v"),
    (re.compile("z"), "s"),
    (re.compile(r"(.)\1"), r"\1"),
)
_DEMONYM = frozenset(
    {"", "n", "an", "ian", "ese", "i", "ish", "ns", "ans", "ians", "s", "is", "ic", "er", "ers", "ite", "ites"}
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
    if _initials(pair.left, lefts, pair.right, rights) or _initials(pair.right, rights, pair.left, lefts):
        return []
    if not lefts and not rights and (changed := _exchanged(pair) or _recast(pair) or _replaced_in_cut(pair)):
        return flag_of("name", *changed)
    return flag_of("name", [pair.left[k] for k in lefts], [pair.right[k] for k in rights])


def _left_out(found: list[Token], matched: list[int], at: int, others: list[Token], words: Lexicon) -> bool:
    """Whether a name of one side only is no change: it may be no name, or a pronoun or title stands for it."""
    return (
        found[at].doubtful
        or (at > 0 and found[at - 1].form in words.titles and matched[at - 1] >= 0)
        or _pronoun_instead(matched, at, others, words)
        or _spelled_out(found[at], others, words)
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
    while start and found[start].name and not found[start].paused:
        start -= 1
    while end + 1 < len(found) and found[end + 1].name and not found[end + 1].paused:
        end += 1
    return (
        all(t.name and k < 0 for t, k in zip(found[start : end + 1], matched[start : end + 1], strict=True))
        and end + 1 < len(found)
        and found[end + 1].paused
        and start > 0
        and matched[start - 1] >= 0
    )


def _exchanged(pair: Pair) -> tuple[list[Token], list[Token]] | None:
    """Two names of one clause that changed places around other words: `Ruiz called Tanaka`, `Tanaka called Ruiz`."""
    known = {
        _singular(t) for t in (*pair.left, *pair.right) if t.name
    }  # where a sentence begins, it may look like a noun
    places = {_singular(t): k for k, t in enumerate(pair.right) if _singular(t) in known and t.shown[0].isupper()}
    named = [
        k for k, t in enumerate(pair.left) if _singular(t) in places and t.shown[0].isupper() and t.form[0].isalpha()
    ]
    shared = {_singular(pair.left[k]) for k in named}
    if [_singular(pair.left[k]) for k in named] == [
        _singular(t) for t in pair.right if _singular(t) in shared and t.shown[0].isupper()
    ]:
        return None
    for first, second in pairwise(named):
        one, other = places[_singular(pair.left[first])], places[_singular(pair.left[second])]
        if _in_one_role(pair, first, one) and _in_one_role(pair, second, other):
            continue  # from Cairo to Amman, to Amman from Cairo
        if _acting(pair.left, first, second, pair.words) != _acting(pair.right, other, one, pair.words):
            continue  # Ruiz called Tanaka, Tanaka was called by Ruiz
        if converse(pair):
            continue  # Ruiz sold it to Tanaka, Tanaka bought it from Ruiz
        if _beside_the_same(pair, first, one) or _beside_the_same(pair, second, other):
            continue  # the plan for Ruiz, Tanaka said; Tanaka said that the plan for Ruiz
        if pair.words.dates.intersection((pair.left[first].form, pair.left[second].form)):
            continue
        between, there = pair.left[first + 1 : second], pair.right[other + 1 : one]
        if other < one and _verb_between(between, pair.words) and _verb_between(there, pair.words):
            return [pair.left[first], pair.left[second]], [pair.right[other], pair.right[one]]
    return None


def _singular(token: Token) -> str:
    """A name without the plural of a people: `the Ostrans`, `an Ostran officer`."""
    return token.form.removesuffix("s") if len(token.form) > ENDED else token.form


def _recast(pair: Pair) -> tuple[list[Token], list[Token]] | None:
    """Two names of which each says or does on one side, in a clause of its own, what the other does on the other side."""
    here, there = _doings(pair.left, pair.words), _doings(pair.right, pair.words)
    known = [form for form in here if form in there]
    for at, one in enumerate(known):
        for other in known[at + 1 :]:
            (mine, first), (others, second) = here[one], here[other]
            (after, third), (others_after, fourth) = there[one], there[other]
            if _placed(pair.left, first, pair.words) != _placed(pair.left, second, pair.words):
                continue  # a place and a person
            if _beside_the_same(pair, first, third) or _beside_the_same(pair, second, fourth):
                continue
            crossed = len(mine & others_after), len(others & after)
            alone = not (others or after) or not (mine or others_after)
            if (
                (min(crossed) or alone)
                and (max(crossed) >= ENOUGH + alone or (mine and others and mine == others_after and others == after))
                and mine.isdisjoint(after)
                and others.isdisjoint(others_after)
            ):
                left, right = sorted((first, second)), sorted((third, fourth))
                return [pair.left[k] for k in left], [pair.right[k] for k in right]
    return None


def _placed(found: list[Token], at: int, words: Lexicon) -> bool:
    return at > 0 and found[at - 1].form in words.placing


def _doings(found: list[Token], words: Lexicon) -> dict[str, tuple[frozenset[str], int]]:
    """What follows each name that stands once, up to the next name or the end of its sentence, as stems; and its place."""
    doings: dict[str, tuple[frozenset[str], int]] = {}
    twice: set[str] = set()
    for at, token in enumerate(found):
        beside = at + 1 < len(found) and found[at + 1].name and found[at + 1].start - token.end <= 1
        if not token.name or beside or token.form in words.dates or not token.form.isalpha():
            continue
        form = _singular(token)
        if form in doings:
            twice.add(form)
        said: set[str] = set()
        for other in found[at + 1 :]:
            if (
                other.initial
                or (other.name and other.form.isalpha() and other.form not in words.dates)
                or len(said) == DOING
            ):
                break
            if other.form not in words.function and other.form not in words.titles and other.form.isalpha():
                said.add(root(other.form, words))
        by_another = at and found[at - 1].form in words.agent
        doings[form] = (frozenset() if by_another else frozenset(said)), at
    return {form: doing for form, doing in doings.items() if form not in twice}


def _replaced_in_cut(pair: Pair) -> tuple[list[Token], list[Token]] | None:
    """Two names of one side each that stand in one role, though the words around them moved (`signed in Cairo on Friday`)."""
    lefts, rights = _of_one_side(pair.left, pair.right), _of_one_side(pair.right, pair.left)
    for one in lefts:
        for other in rights:
            if _in_one_place(pair, one, other):
                return [pair.left[one]], [pair.right[other]]
    return None


def _of_one_side(found: list[Token], others: list[Token]) -> list[int]:
    return [
        k
        for k, token in enumerate(found)
        if token.name
        and (not token.doubtful or (k + 1 < len(found) and found[k + 1].name))
        and not any(_same_name(token.form, other.form) for other in others)
    ]


def _in_one_place(pair: Pair, one: int, other: int) -> bool:
    if _of_one_family(pair.left, one, pair.right, other):
        return True
    if not one or not other:
        return False
    around = [_beside(found, k, pair.words) for found, k in ((pair.left, one), (pair.right, other))]
    shared = len(around[0] & around[1])
    if shared > ENOUGH:
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
    return shared >= ENOUGH


def _beside(found: list[Token], at: int, words: Lexicon) -> set[str]:
    """The stems of what stands around a name."""
    around = found[max(0, at - AROUND) : at + AROUND + 1]
    return {root(t.form, words) for t in around if t.form not in words.function}


def _of_one_family(found: list[Token], at: int, others: list[Token], other: int) -> bool:
    """Whether one and the same name follows two names: `Karl Henning`, `Paul Henning`."""
    if at + 1 >= len(found) or other + 1 >= len(others):
        return False
    mine, theirs = found[at + 1], others[other + 1]
    return mine.name and theirs.name and mine.form == theirs.form and mine.start - found[at].end <= 1


def _in_one_role(pair: Pair, one: int, other: int) -> bool:
    """Whether a name stands after the same small word on both sides, one that no other name stands after."""
    before = pair.left[one - 1].form if one else ""
    if before not in pair.words.function or not other or pair.right[other - 1].form != before:
        return False
    return sum(t.form == before and name.name for t, name in pairwise(pair.left)) == 1


def _acting(found: list[Token], first: int, second: int, words: Lexicon) -> bool:
    """Whether the second of two names stands as the one who acts, in the passive voice."""
    before, between = (_before_name(found, at, words) for at in (first, second))
    return between in words.agent and before not in words.agent


def _beside_the_same(pair: Pair, one: int, other: int) -> bool:
    """Whether one and the same word that tells follows a name on both sides, one that is no name."""
    if one + 1 >= len(pair.left) or other + 1 >= len(pair.right):
        return False
    here, there = pair.left[one + 1], pair.right[other + 1]
    if here.name or there.name or here.initial or here.form in pair.words.function:
        return False
    return root(here.form, pair.words) == root(there.form, pair.words)


def converse(pair: Pair) -> bool:
    """Whether one side tells with one verb what the other tells with the verb for the other part in it."""
    left, right = ({t.form for t in found} for found in (pair.left, pair.right))
    return any(
        not there.isdisjoint(pair.words.converse[verb])
        for here, there in ((left, right), (right, left))
        for verb in here - there
        if verb in pair.words.converse
    )


def _before_name(found: list[Token], at: int, words: Lexicon) -> str:
    """The word before a name of one word or several."""
    while at and found[at - 1].name and found[at].start - found[at - 1].end <= 1:
        at -= 1
    while at and found[at - 1].form in words.articles:
        at -= 1
    return found[at - 1].form if at else ""


def _verb_between(between: Sequence[Token], words: Lexicon) -> bool:
    """Whether two names stand in different roles: close by, in one sentence, and not joined as a list."""
    return (
        0 < len(between) <= APART
        and not any(t.initial or t.form in words.listing for t in between)
        and not all(t.name or t.form in words.name_fillers or t.form in words.contracted_endings for t in between)
    )


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
        and not any(_same_name(token.form, other.form) for other in others)
    ]


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


def _same_name(one: str, other: str) -> bool:
    """One name in two spellings, as a possessive, or as the adjective of a country."""
    if one == other or (min(len(one), len(other)) > 2 and _sounds(one) == _sounds(other)):
        return True
    if min(len(one), len(other)) < 4:
        return False
    shared = 0
    while shared < min(len(one), len(other)) and one[shared] == other[shared]:
        shared += 1
    if (
        shared >= 4
        and {len(one) - shared, len(other) - shared} & {0, 1}
        and one[shared:] in _DEMONYM | {"a", "y", "e"}
        and other[shared:] in _DEMONYM | {"a", "y", "e"}
    ):
        return True
    if len(one) == len(other) >= 5 and one[0] == other[0] and OSA.distance(one, other, score_cutoff=1) == 1:
        return Levenshtein.distance(one, other) == 2  # two letters changed places
    return (
        min(len(one), len(other)) >= 5
        and abs(len(one) - len(other)) == 1
        and one[0] == other[0]
        and Levenshtein.distance(one, other, score_cutoff=1) == 1
    )


@lru_cache(maxsize=4096)
def _sounds(name: str) -> str:
    """`name` with one letter for what spellings differ in."""
    for pattern, letter in _SPELLINGS:
        name = pattern.sub(letter, name)
    return name


def _spelled_out(token: Token, others: list[Token], words: Lexicon) -> bool:
    """Whether `token` is short for names in a row of the other side (small words between them left aside)."""
    if not token.shown.isupper() or len(token.form) < 3:
        return False
    letters = "".join(t.form[0] if t.name else "" if t.form in words.name_fillers else " " for t in others)
    return token.form in letters


def _name_instead(matched: list[int], at: int, others: list[Token]) -> bool:
    """Whether another name stands where this one stood."""
    return any(t.name for t in instead(matched, at, others))


def _pronoun_instead(matched: list[int], at: int, others: list[Token], words: Lexicon) -> bool:
    """Whether a pronoun or a title stands where the name stood."""
    return any(t.form in words.pronouns for t in instead(matched, at, others))


def _initials(found: list[Token], indices: list[int], others: list[Token], other_indices: list[int]) -> bool:
    """Whether the names on one side are the initials of those on the other."""
    if len(other_indices) != 1 or len(indices) < 2:
        return False
    short = others[other_indices[0]].form
    return short == "".join(found[k].form[0] for k in indices)
