"""What an import must know of the articles that are there already: whether one of them is the one that comes."""

from __future__ import annotations

import sys
from array import array
from collections.abc import Iterator
from itertools import takewhile
from pathlib import Path
from typing import NamedTuple

from reviewer.articles.article_file import load_article
from reviewer.articles.kept import Kept
from reviewer.articles.near import Copies, Holders
from reviewer.articles.values import Article, SourceRecord
from reviewer.errors import ReviewerError
from reviewer.project import Project, make_id, numbered
from reviewer.text import folded

SAME_ARTICLE = 0.3  # two texts under one outlet and title are one article when they share that much


class Place(NamedTuple):
    """An article's id and the event it is in."""

    event: str
    article: str


class Shelf:
    """The articles of some events: ids, addresses, texts, sketches.

    Articles are numbered as they come.  Of texts and addresses a keyed hash of 64 bits is kept, so that a million articles
    fit into memory.
    """

    def __init__(self, project: Project, *events: str) -> None:
        self.project = project
        self.events = events
        self.originals = Kept(*(project.originals(event) for event in events))
        self._copies = Copies()
        self._places: list[Place] = []
        self._outlets: list[str | None] = []
        self._texts = array("Q")  # their hashes
        self._urls = array("Q")  # likewise, 0 without one
        self._bylines = array("Q")  # likewise
        self._days = array("Q")
        self._numbers: dict[Place, int] = {}
        self._unreadable: set[Place] = set()  # their names are taken
        self._by_text = Holders("Q")
        self._by_url = Holders("Q")
        self._by_id = Holders("Q")
        self._by_title = Holders("Q")  # with the outlet: of the id that an article would get now

    def catch_up(self) -> None:
        """Takes in what others have put into the events since they were last looked at."""
        for _ in self.newcomers():
            pass

    def newcomers(self) -> Iterator[tuple[Place, Article | ReviewerError]]:
        """What stands in the events' folders and is not known yet, taken in one by one; for what cannot be read, why."""
        for event in self.events:
            for article_id in self.project.article_ids(event):
                place = Place(event, article_id)
                if self._is_taken(place):
                    continue
                try:
                    article = load_article(self.project.article_file(event, article_id))
                except ReviewerError as error:
                    self._unreadable.add(place)
                    yield place, error
                else:
                    self.put(event, article)
                    yield place, article

    def put(self, event: str, article: Article) -> None:
        """Takes in an article, or another text of one that is there: what this one does not say of itself stays known."""
        place = Place(event, article.id)
        number = self._numbers.setdefault(place, len(self._places))
        outlet = article.outlet and sys.intern(article.outlet)
        url = _hashed(article.url) if article.url else 0
        if number == len(self._places):
            self._places.append(place)
            self._by_id.add(_hashed(article.id), number)
            self._outlets.append(outlet)
            self._texts.append(0)
            self._urls.append(url)
            self._bylines.append(0)
            self._days.append(0)
        byline, day = _signs(article)
        self._outlets[number] = outlet or self._outlets[number]
        self._urls[number] = url or self._urls[number]
        self._bylines[number] = byline or self._bylines[number]
        self._days[number] = day or self._days[number]
        words = _hashed_words(article.text)
        if words != self._texts[number]:
            self._texts[number] = words
            self._by_text.add(words, number)
            self._copies.add(number, article.text)
        titled = _hashed(wanted_id(article))
        if number not in self._by_title.of(titled):
            self._by_title.add(titled, number)
        if url:
            self._by_url.add(url, number)

    def find(self, article: Article, record: SourceRecord) -> Place | None:
        """Where this article is: by address, by text, by outlet and title with like words, by the page it was made of."""
        known = self._by_url.of(_hashed(article.url)) if article.url else []
        if known:
            return self._places[known[-1]]
        for same in self._by_text.of(_hashed_words(article.text)):
            if not article.outlet or self._outlets[same] in (None, article.outlet):
                return self._places[same]
        for number in self._named(wanted_id(article)):
            if (self._urls[number] and article.url) or self._is_another_outlet(number, article):
                continue
            if self._copies.like(number, article.text) >= SAME_ARTICLE:
                return self._places[number]
        return self._of_original(article, record)

    def _named(self, wanted: str) -> list[int]:
        """The articles whose ids were made of this outlet and title, then those that have them now under ids of another making."""
        taken = [place for event in self._having(wanted) for place in self._taken(event, wanted)]
        numbers = [self._numbers[place] for place in taken if place in self._numbers]
        return [*dict.fromkeys([*numbers, *self._by_title.of(_hashed(wanted))])]

    def _having(self, wanted: str) -> dict[str, None]:
        """The events where this name is taken, in the order in which they came."""
        events = [self._places[number].event for number in self._by_id.of(_hashed(wanted))]
        return dict.fromkeys([*events, *(place.event for place in self._unreadable if place.article == wanted)])

    def _is_another_outlet(self, number: int, article: Article) -> bool:
        """Of two pages that do not name their outlet: whether authors, or days where these are not known, tell them apart.

        Two outlets print a report of an agency under one headline, too.
        """
        if self._outlets[number] or article.outlet:
            return False
        byline, day = _signs(article)
        if byline and self._bylines[number]:
            return byline != self._bylines[number]
        return bool(day and self._days[number]) and day != self._days[number]

    def near(self, place: Place, text: str) -> str | None:
        """The id of another article than that in `place` with nearly the same words."""
        found = self._copies.nearest(text, but=self._numbers.get(place))
        return None if found is None else self._places[found].article

    def _of_original(self, article: Article, record: SourceRecord) -> Place | None:
        """The article that was made of this very page, whatever a person has made of its text and title since."""
        for place in map(_place_of, self.originals.holding(record.original, record.extension)):
            number = self._numbers.get(place)
            if number is None or (self._urls[number] and article.url and self._urls[number] != _hashed(article.url)):
                continue
            stated = article.outlet if "outlet" not in article.inferred else None
            if not stated or self._outlets[number] in (None, stated):
                return place
        return None

    def original_of(self, place: Place, record: SourceRecord) -> Path | None:
        """The very page of the record, if it is kept as an original of this article."""
        paths = self.originals.holding(record.original, record.extension)
        return next((path for path in paths if _place_of(path) == place), None)

    def _taken(self, event: str, wanted: str) -> Iterator[Place]:
        """Under `wanted`, with a number where it is more than one."""
        return takewhile(self._is_taken, (Place(event, name) for name in numbered(wanted)))

    def _is_taken(self, place: Place) -> bool:
        return place in self._numbers or place in self._unreadable

    def free(self, event: str, wanted: str) -> Place:
        places = (Place(event, name) for name in numbered(wanted))
        return next(place for place in places if not self._is_taken(place))


def wanted_id(article: Article) -> str:
    """Made from outlet and title, as far as they are known, else from what the source calls it."""
    if article.title:
        return make_id(article.outlet, article.title)
    return make_id(article.outlet, Path(article.id).stem if "/" not in article.id else article.id)


def _place_of(original: Path) -> Place:
    """Whose original this is: `data/<event>/originals/<article>.*`."""
    return Place(original.parent.parent.name, original.name.partition(".")[0])


def _hashed(words: str) -> int:
    """64 bits of SipHash with this process's own key: nobody can prepare two pages that fall together."""
    return hash(words) & 0xFFFF_FFFF_FFFF_FFFF


def _signs(article: Article) -> tuple[int, int]:
    """Hashes of byline and day, 0 where unknown."""
    return (
        _hashed(folded(article.byline)) if article.byline else 0,
        _hashed(article.published[:10]) if article.published else 0,
    )


def _hashed_words(text: str) -> int:
    """Of a text whatever line ends stand behind it: what an older import stored without the last one is the same text."""
    return _hashed(text.rstrip("\n"))
