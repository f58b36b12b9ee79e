"""Who speaks in an event, under one name: "Mr. Trump" here and "Donald Trump" there are one person where the articles say so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from reviewer.comparison.values import Utterance
from reviewer.quotes import Namesakes, full_name, same_person

RETOLD = frozenset({"unquoted", "paraphrased"})  # whose speaker may be told in words that fit several
_Named = tuple[str, str]  # an article and a name in it: within one article a name is one person


class _Persons:
    """Names of articles, gathered by person (union–find)."""

    def __init__(self, named: Iterable[_Named]) -> None:
        self.counts = Counter(named)
        self.parents = {one: one for one in self.counts}

    def of(self, one: _Named) -> _Named:
        while self.parents[one] != one:
            one = self.parents[one] = self.parents[self.parents[one]]
        return one

    def join(self, one: _Named, other: _Named) -> None:
        self.parents[self.of(other)] = self.of(one)

    def groups(self) -> list[list[_Named]]:
        found: dict[_Named, list[_Named]] = {}
        for one in self.counts:
            found.setdefault(self.of(one), []).append(one)
        return list(found.values())

    def label(self, group: Sequence[_Named]) -> str:
        """The name in full that stands there most often; without any the commonest, then the longest."""
        counts = Counter({name: 0 for _, name in group})
        for one in group:
            counts[one[1]] += self.counts[one]
        return max(counts, key=lambda name: (full_name(name), counts[name], len(name), name))


def under_one_name(utterances: Sequence[Utterance]) -> tuple[Utterance, ...]:
    """The same utterances, each with the fullest name that any article gives its speaker.

    Two names are one person's where two articles give them to the same words and nothing in them speaks against it, or where they are
    the same name in full; a surname or title alone joins those of its kind where only one person of the event can be meant.
    """
    persons = _Persons(
        (v.article, v.speaker) for u in utterances for v in u.variants if v.speaker and v.relation not in RETOLD
    )
    for utterance in utterances:
        spoken = [(v.article, v.speaker) for v in utterance.variants if v.speaker and v.relation not in RETOLD]
        for one, other in pairwise(spoken):
            if one[0] != other[0] and same_person(one[1], other[1]) is not None:
                persons.join(one, other)
    _join_alike(persons)
    labels = {one: persons.label(group) for group in persons.groups() for one in group}
    return tuple(_renamed(utterance, labels) for utterance in utterances)


def _join_alike(persons: _Persons) -> None:
    """Joins groups of one full name, then those without one to the only group they fit: where each name may be each other's."""
    known = Namesakes()
    homes: dict[str, list[list[_Named]]] = {}
    for group in sorted(persons.groups(), key=lambda group: not any(full_name(name) for _, name in group)):
        names = {name for _, name in group}
        alike = frozenset[str].intersection(*(known.of(name) | {name} for name in names))
        near = {id(home): home for name in alike for home in homes.get(name, ())}
        fitting = [home for home in near.values() if all(name in alike for _, name in home)]
        home = list(group)
        if len(fitting) == 1 and not {article for article, _ in group} & {article for article, _ in fitting[0]}:
            home = fitting[0]
            persons.join(home[0], group[0])
            home.extend(group)
        for name in names:
            known.add(name)
            if not any(home is other for other in homes.setdefault(name, [])):
                homes[name].append(home)


def _renamed(utterance: Utterance, labels: dict[_Named, str]) -> Utterance:
    """Under the name of the reference's speaker, or of the first variant that has one."""
    named = sorted((v for v in utterance.variants if v.speaker), key=lambda v: v.relation is not None)
    if not named or named[0].speaker is None:
        return utterance
    return replace(utterance, speaker=labels.get((named[0].article, named[0].speaker), named[0].speaker))
