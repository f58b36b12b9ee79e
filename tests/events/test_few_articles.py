"""A project begins with two articles: among few there are no rivals to tell a likely pair from an unlikely one."""

from __future__ import annotations

from itertools import combinations, product

import pytest

from reviewer.articles import Article
from reviewer.events import events
from tests.events.test_grouping import BUDGET, FERRY, articles, groups
from tests.sample.corpus import ARTICLES, sample

HOSPITAL = [
    "Nurses at the Ostrand hospital in Velmark began a three-day walkout on Monday after talks over night shifts with director Paul Henning failed.",
    "The Ostrand hospital postponed 90 operations on Monday as its nurses walked out over night shifts; director Paul Henning called it reckless.",
]
FLOOD = [
    "The river Issel rose above its banks in Torvik on Monday and the fire brigade took 40 people out of their homes by boat, mayor Anna Lindqvist said.",
    "Forty people had to leave their homes in Torvik on Monday when the Issel flooded the lower town; mayor Anna Lindqvist asked for sandbags.",
]
SHORT = {"ferry": FERRY[:2], "budget": BUDGET, "hospital": HOSPITAL, "flood": FLOOD}


def _told(event: str, article: str, day: str | None) -> Article:
    told = sample(event, article)
    return Article(
        f"{event}/{article}", told.text, outlet=told.front["outlet"], title=told.front["title"], published=day
    )


def by_event(corpus: list[Article]) -> set[frozenset[str]]:
    events_of: dict[str, set[str]] = {}
    for each in corpus:
        events_of.setdefault(each.id.rpartition("/")[0], set()).add(each.id)
    return {frozenset(group) for group in events_of.values()}


@pytest.mark.parametrize("day", ["2031-05-05", None])
@pytest.mark.parametrize("size", [2, 3, 4])
def test_of_the_samples_articles_any_few_dated_alike_are_grouped_by_event(size: int, day: str | None) -> None:
    told = [_told(event, article, day) for event, article in ARTICLES]
    wrong = [[each.id for each in few] for few in combinations(told, size) if groups(events(few)) != by_event([*few])]
    assert wrong == []


@pytest.mark.parametrize("one", SHORT)
def test_two_short_reports_are_one_event_only_if_they_tell_of_one(one: str) -> None:
    corpus = {name: articles(texts, f"{name}/", "2031-05-05") for name, texts in SHORT.items()}
    assert len(groups(events(corpus[one]))) == 1
    for other in SHORT.keys() - {one}:
        assert all(len(groups(events(pair))) == 2 for pair in product(corpus[one], corpus[other]))


def test_reports_in_a_language_without_word_lists_are_told_apart_among_few() -> None:
    ferry = (
        (
            "De veerboot Aldera liep maandag voor de haven van Vesna aan de grond en 212 passagiers werden door vissersboten naar Halmen gebracht, "
            "zei de kustwacht. Niemand raakte gewond, maar velen sliepen in de school van het dorp. De rederij begon een onderzoek naar de oorzaak."
        ),
        (
            "Vissers uit Halmen redden maandag 212 passagiers van de veerboot Aldera, die bij de haven van Vesna op een zandbank was gelopen. De kustwacht "
            "kwam toen bijna iedereen al aan land was. De burgemeester opende de school, en de rederij beloofde een onderzoek naar de oorzaak."
        ),
    )
    budget = (
        "Het parlement van Korvath nam de begroting met twee stemmen verschil aan nadat minister Ilse Brandt de heffing had laten vallen die haar partij "
        "wilde. De oppositie zei dat de wet niet genoeg is en dat veel gemeenten scholen moeten sluiten. De minister zei dat het land nu een begroting heeft."
    )
    corpus = articles([*ferry, budget], "told", "2031-05-05")
    assert groups(events(corpus)) == {frozenset({"told-0", "told-1"}), frozenset({"told-2"})}
    assert len(groups(events(corpus[1:]))) == 2
