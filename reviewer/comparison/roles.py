"""Names of one variant that stand in the roles of others in the other: `Ruiz called Tanaka`, `Tanaka called Ruiz`."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from reviewer.comparison.governed import root
from reviewer.comparison.lexicon import Lexicon
from reviewer.comparison.marking import Token
from reviewer.comparison.pairing import Pair

DOING = 3  # words after a name that tell what it does
DOING_SHARED = 2  # of these, how many the other name of the other side needs
HEAD_WITHIN = 3  # words before a name among which is the one that governs it
APART = 12  # words between two names that may exchange their parts
PLURAL_FROM = 5  # letters of a name that may end in a plural


def exchanged(pair: Pair) -> tuple[list[Token], list[Token]] | None:
    """Two names of one clause that changed places around other words: `Ruiz called Tanaka`, `Tanaka called Ruiz`."""
    # where a sentence begins, a name may look like a noun
    here, there = ([_bare_name(t, pair.words) for t in found] for found in (pair.left, pair.right))
    known = {name for name, t in zip((*here, *there), (*pair.left, *pair.right), strict=True) if t.name}
    if len(known) < 2:
        return None
    capitals = [k for k, t in enumerate(pair.right) if there[k] in known and t.shown[0].isupper()]
    places = {there[k]: k for k in capitals}
    named = [k for k, t in enumerate(pair.left) if here[k] in places and t.shown[0].isupper() and t.form[0].isalpha()]
    order = [here[k] for k in named]
    if order == [there[k] for k in capitals if there[k] in order]:
        return None
    once = [k for k in named if here.count(here[k]) == 1]  # block C and block D
    for first, second in (*pairwise(named), *(pairwise(once) if len(once) < len(named) else ())):
        one, other = places[here[first]], places[here[second]]
        if _in_one_role(pair, first, one) and _in_one_role(pair, second, other):
            continue  # from Cairo to Amman, to Amman from Cairo
        if _moved_with_clause(pair, (first, one), (second, other)):
            continue  # to Ruiz before they go to Tanaka; before they go to Tanaka, to Ruiz
        if _acting(pair.left, first, second, pair.words) != _acting(pair.right, other, one, pair.words):
            continue  # Ruiz called Tanaka, Tanaka was called by Ruiz
        if converse(pair):
            continue  # Ruiz sold it to Tanaka, Tanaka bought it from Ruiz
        if _beside_the_same(pair, first, one) or _beside_the_same(pair, second, other):
            continue  # the plan for Ruiz, Tanaka said; Tanaka said that the plan for Ruiz
        owners = _owning(pair.left, first, pair.words) + _owning(pair.left, second, pair.words)
        if owners != _owning(pair.right, one, pair.words) + _owning(pair.right, other, pair.words):
            continue  # Ruiz could play, Tanaka said; Ruiz's knee is better, Tanaka said
        if pair.words.dates.intersection((pair.left[first].form, pair.left[second].form)):
            continue
        between, across = pair.left[first + 1 : second], pair.right[other + 1 : one]
        if other < one and _verb_between(between, pair.words) and _verb_between(across, pair.words):
            return [pair.left[first], pair.left[second]], [pair.right[other], pair.right[one]]
    return None


def _owning(found: list[Token], at: int, words: Lexicon) -> bool:
    """Whether a name says whose something is: `Ruiz's`."""
    return (
        at + 1 < len(found)
        and found[at + 1].form in words.possessive_endings
        and found[at + 1].start == found[at].start
    )


def _bare_name(token: Token, words: Lexicon) -> str:
    """A name without the plural of a people: `the Ostrans`, `an Ostran officer`."""
    if len(token.form) < PLURAL_FROM:
        return token.form
    return next((token.form.removesuffix(end) for end in words.name_endings if token.form.endswith(end)), token.form)


def retitled(pair: Pair) -> tuple[list[Token], list[Token]] | None:
    """A name with the title that another name has on the other side, or that of the other sex: `Judge Ruiz, Mayor Osei`, `Mr Ruiz`, `Mrs Ruiz`."""
    here, there = _titled(pair.left, pair.words), _titled(pair.right, pair.words)
    known = [name for name in here if name in there]
    for name in known:
        title, other = here[name][0].form, there[name][0].form
        exchanged_with = any((here[k][0].form, there[k][0].form) == (other, title) for k in known)
        if title != other and (exchanged_with or other in pair.words.other_sex.get(title, ())):
            return here[name], there[name]
    return None


def _titled(found: list[Token], words: Lexicon) -> dict[str, list[Token]]:
    """Each name that stands behind one title, with the title and the name."""
    titled: dict[str, dict[str, list[Token]]] = {}
    for title, token in pairwise(found):
        if title.form in words.titles and token.name and token.start - title.end <= len(". "):
            titled.setdefault(token.form, {})[title.form] = [title, token]
    return {name: named for name, (named, *others) in ((n, t.values()) for n, t in titled.items()) if not others}


def recast(pair: Pair) -> tuple[list[Token], list[Token]] | None:
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
                and (
                    max(crossed) >= DOING_SHARED + alone
                    or (mine and others and mine == others_after and others == after)
                )
                and mine.isdisjoint(after)
                and others.isdisjoint(others_after)
            ):
                left, right = sorted((first, second)), sorted((third, fourth))
                return [pair.left[k] for k in left], [pair.right[k] for k in right]
    return None


def regoverned(pair: Pair) -> tuple[list[Token], list[Token]] | None:
    """Two names of which each stands behind the word that the other stands behind on the other side: `born in Cairo and died in
    Oslo`, `born in Oslo and died in Cairo`."""
    here, there = _heads(pair.left, pair.words), _heads(pair.right, pair.words)
    known = [form for form in here if form in there]
    for at, one in enumerate(known):
        for other in known[at + 1 :]:
            (mine, first), (others, second) = here[one], here[other]
            (after, third), (others_after, fourth) = there[one], there[other]
            if mine != others and mine == others_after and others == after:
                left, right = sorted((first, second)), sorted((third, fourth))
                return [pair.left[k] for k in left], [pair.right[k] for k in right]
    return None


def _heads(found: list[Token], words: Lexicon) -> dict[str, tuple[str, int]]:
    """The stem of the word that each name which stands once stands behind, small words passed over; and the place of the name."""
    heads: dict[str, tuple[str, int]] = {}
    twice: set[str] = set()
    for at, token in enumerate(found):
        if not token.name or not token.form.isalpha() or token.form in words.dates:
            continue
        form = _bare_name(token, words)
        if form in heads:
            twice.add(form)
        k = at
        while k and not (found[k].initial or found[k].paused) and k > at - HEAD_WITHIN:
            k -= 1
            if found[k].form not in words.function and found[k].form not in words.titles:
                break
        head = found[k]
        if k < at and not head.name and head.form not in words.function and head.form.isalpha():
            heads[form] = root(head.form, words), at
    return {form: head for form, head in heads.items() if form not in twice}


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
        form = _bare_name(token, words)
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
        by_another = _before_name(found, at, words) in words.agent
        doings[form] = (frozenset() if by_another else frozenset(said)), at
    return {form: doing for form, doing in doings.items() if form not in twice}


def _in_one_role(pair: Pair, one: int, other: int) -> bool:
    """Whether a name stands after the same small word on both sides, one that no other name stands after."""
    before = _before_name(pair.left, one, pair.words)
    if before not in pair.words.function or _before_name(pair.right, other, pair.words) != before:
        return False
    return sum(t.form == before and name.name for t, name in pairwise(pair.left)) == 1


def _moved_with_clause(pair: Pair, first: tuple[int, int], second: tuple[int, int]) -> bool:
    """Whether two names stand in two clauses, each begun by the same word on both sides."""
    mine, theirs = (
        [_clause_word(pair.left, a, pair.words), _clause_word(pair.right, b, pair.words)] for a, b in (first, second)
    )
    return mine[0] == mine[1] != theirs[0] == theirs[1]


def _clause_word(found: list[Token], at: int, words: Lexicon) -> str:
    """The word that begins the clause of a name, "" where none does."""
    for token in reversed(found[: at + 1]):
        if token.form in words.joining or token.form in words.until_turned or token.form in words.until_passed:
            return token.form
        if token.initial or token.paused:
            break
    return ""


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
    if here.form in pair.words.possessive_endings and here.form == there.form:
        return _beside_the_same(pair, one + 1, other + 1)  # Ruiz's brother
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
    while at and (found[at - 1].form in words.articles or found[at - 1].form in words.titles):
        at -= 1
    return found[at - 1].form if at else ""


def _verb_between(between: Sequence[Token], words: Lexicon) -> bool:
    """Whether two names stand in different roles: close by, in one sentence, and not joined as a list."""
    return (
        0 < len(between) <= APART
        and not any(t.initial or t.form in words.listing or (t.paused and t.form in words.adversative) for t in between)
        and not all(
            t.name
            or any(
                t.form in forms
                for forms in (words.name_fillers, words.contracted_endings, words.titles, words.articles)
            )
            for t in between
        )
    )
