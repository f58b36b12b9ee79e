"""What was said once, across all articles of an event: its variants, and the articles that have nothing of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from itertools import combinations

from reviewer.comparison.alignment import compare
from reviewer.comparison.matching import match_spans
from reviewer.comparison.values import Extent, Match, Side, Utterance, Variant
from reviewer.comparison.words import words_of
from reviewer.text import Span

SAME = 0.5  # share of the shorter of two spans of one article that makes them one variant


@dataclass(frozen=True, slots=True)
class _Node:
    """One variant: an article and where it has the utterance."""

    article: str
    span: Span


def utterances(articles: Mapping[str, Side]) -> tuple[Utterance, ...]:
    """The utterances of an event (article id → side), by how many articles have them, then by place in the first article.

    A quotation that no other article has is an utterance of one variant.  Two utterances are never chained: a variant
    joins a group only if it matches, or has the words of, every article's variant that it can be compared with.
    """
    names = list(articles)
    links: list[tuple[float, str, str, Match]] = []
    for one, other in combinations(names, 2):
        for match in compare(articles[one], articles[other]).matches:
            if match.kind != "passage":
                links.append((_weight(match), one, other, match))
    links.sort(key=lambda link: (-link[0], names.index(link[1]), names.index(link[2]), link[3].left.start))
    groups = _Groups({(one, other, *_key(match)) for _, one, other, match in links})
    for _, one, other, match in links:
        groups.join(_Node(one, match.left.span), _Node(other, match.right.span))
    for name in names:
        for quotation in articles[name].quotations:
            groups.add(_Node(name, quotation.span))
    order = {name: at for at, name in enumerate(names)}
    found = [_utterance(nodes, articles, order) for nodes in groups.found()]
    found.sort(key=lambda u: (-len({v.article for v in u.variants}), order[u.variants[0].article], u.variants[0].start))
    return tuple(found)
