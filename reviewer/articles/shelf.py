"""What an import must know of the articles that are there already: whether one of them is the one that comes."""

from __future__ import annotations

import re
import sys
from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from itertools import count
from pathlib import Path
from typing import NamedTuple

from reviewer.articles.article_file import load_article
from reviewer.articles.kept import Kept
from reviewer.articles.near import NEAR, Copies, Holders
from reviewer.articles.values import Article, SourceRecord
from reviewer.errors import ReviewerError
from reviewer.project import Project, make_id
from reviewer.text import folded

SAME_ARTICLE = 0.3  # two texts under one outlet and title are one article when they share that much
_COMPARED = 64  # of more articles under one title or address the newest, and those that share a rare run of words
# a paper's address, not an article's
_HOME = re.compile(r"\A(?:[a-z]+://)?[^/?#\s][^/?#\s.]*+\.[^/?#\s]++/?(?:index\.\w+|[a-z]{2}/?)?", re.IGNORECASE)
_NUMBER = re.compile(r"-[1-9][0-9]*\Z")  # what tells ids of one making apart


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
        self.events = list(events)
        self.originals = Kept(*(project.originals(event) for event in events))
        self._copies = Copies()
        self._unsketched: defaultdict[str, set[int]] = defaultdict(set)  # by event: sketched once somebody asks
        self._places: list[Place] = []
        self._outlets: list[str | None] = []
        self._texts = array("Q")  # their hashes
        self._urls = array("Q")  # likewise, 0 without one
        self._titles = array("Q")  # likewise, of the ids that they would get now
        self._bylines = array("Q")
        self._days = array("Q")
        self._numbers: dict[Place, int] = {}
        self._unreadable: set[Place] = set()  # their names are taken
        self._by_text = Holders("Q")
        self._by_url = Holders("Q")
        self._by_name = Holders("Q")  # of the ids they have, with and without a number, and of those they would get now
        self._free: dict[Place, int] = {}  # the number from which on an id may be free

    def catch_up(self) -> None:
        """Takes in what others have put into the events since they were last looked at."""
        for _ in self.newcomers():
            pass

    def look_into(self, event: str) -> None:
        """From now on what others put into this event is taken in, too."""
        if event not in self.events:
            self.events.append(event)

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
                    self._take_in(event, article, sketched=False)
                    yield place, article

    def put(self, event: str, article: Article) -> None:
        """Takes in an article, or another text of one that is there: what this one does not say of itself stays known."""
        self._take_in(event, article, sketched=True)

    def _take_in(self, event: str, article: Article, *, sketched: bool) -> None:
        """As `put`.  A sketch takes longer than all else, so that a file's text is sketched but when it is compared."""
        place = Place(event, article.id)
        number = self._numbers.setdefault(place, len(self._places))
        outlet = article.outlet and sys.intern(article.outlet)
        url = _hashed(article.url) if article.url else 0
        titled = _hashed(wanted_id(article))
        if number == len(self._places):
            self._places.append(place)
            self._outlets.append(outlet)
            for column in (self._texts, self._urls, self._titles, self._bylines, self._days):
                column.append(0)
            for name in {_hashed(article.id), _own_name(article.id)} - {titled}:
                self._by_name.add(name, number)
        byline, day = _signs(article)
        if titled != self._titles[number]:
            self._by_name.add(titled, number)
        if url and url != self._urls[number]:
            self._by_url.add(url, number)
        self._outlets[number] = outlet or self._outlets[number]
        self._urls[number] = url or self._urls[number]
        self._titles[number] = titled
        self._bylines[number] = byline or self._bylines[number]
        self._days[number] = day or self._days[number]
        words = _hashed_words(article.text)
        if words != self._texts[number]:
            self._texts[number] = words
            self._by_text.add(words, number)
            if sketched:
                self._unsketched[event].discard(number)
                self._copies.add(number, article.text)
            else:
                self._unsketched[event].add(number)

    def _sketch(self, number: int) -> None:
        """Sketches what stands in an article's file, if that is still to do and can be read."""
        place = self._places[number]
        if number not in self._unsketched[place.event]:
            return
        self._unsketched[place.event].remove(number)
        with suppress(ReviewerError):
            self._copies.add(number, load_article(self.project.article_file(*place)).text)

    def _sketch_all(self, *events: str) -> None:
        for event in events:
            for number in sorted(self._unsketched[event]):
                self._sketch(number)

    def _likeness(self, number: int, text: str) -> float:
        self._sketch(number)
        return self._copies.like(number, text)

    def find(self, article: Article, record: SourceRecord) -> Place | None:
        """Where this article is: by address, by text, by outlet and title with like words, by the page it was made of."""
        at_address = self._most_like(article, self._at_address(article)) if article.url else None
        if at_address is not None:
            return self._places[at_address]
        for same in self._by_text.of(_hashed_words(article.text)):
            if not article.outlet or self._outlets[same] in (None, article.outlet):
                return self._places[same]
        named = self._most_like(article, self._named(article))
        return self._places[named] if named is not None else self._of_original(article, record)

    def _most_like(self, article: Article, numbers: Iterable[int]) -> int | None:
        found = list(numbers)
        if len(found) == 1:
            return found[0]
        return max(found, key=lambda number: self._likeness(number, article.text), default=None)

    def _at_address(self, article: Article) -> Iterator[int]:
        """What stands at the article's address, but for what that held on another day in words of its own, as a column does.

        What has a paper's own address has it in common with all of its articles.
        """
        url = _hashed(article.url or "")
        everybodys = _HOME.fullmatch(article.url or "") is not None
        for number in self._holding(self._by_url, url, article.text, lambda number: self._urls[number] == url):
            tells_apart = everybodys or self._is_of_another_day(number, article)
            if not tells_apart or self._is_like(number, article, SAME_ARTICLE):
                yield number

    def _named(self, article: Article) -> Iterator[int]:
        """The articles with like words whose ids were made of this outlet and title, or would be now; a column has much of its
        words every day, so that of another day's they must be nearly the same."""
        name = _hashed(wanted_id(article))

        def has_it(number: int) -> bool:
            return name in (self._titles[number], _own_name(self._places[number].article))

        for number in self._holding(self._by_name, name, article.text, has_it):
            if (self._urls[number] and article.url) or self._is_another_outlet(number, article):
                continue
            if self._is_like(number, article, NEAR if self._is_of_another_day(number, article) else SAME_ARTICLE):
                yield number

    def _holding(self, holders: Holders, key: int, text: str, is_holder: Callable[[int], bool]) -> list[int]:
        """The articles under a key that may be this text's, in the order in which they came; of very many not all."""
        newest = holders.of(key, most=_COMPARED)
        if len(newest) < _COMPARED:
            return newest
        self._sketch_all(*self._unsketched)
        return sorted({*newest, *filter(is_holder, self._copies.sharing(text))})

    def _is_like(self, number: int, article: Article, least: float) -> bool:
        return self._likeness(number, article.text) >= least

    def _is_of_another_day(self, number: int, article: Article) -> bool:
        _, day = _signs(article)
        return bool(day and self._days[number]) and day != self._days[number]

    def _is_another_outlet(self, number: int, article: Article) -> bool:
        """Of two pages that do not name their outlet: whether authors, or days where these are not known, tell them apart.

        Two outlets print a report of an agency under one headline, too.
        """
        if self._outlets[number] or article.outlet:
            return False
        byline, _ = _signs(article)
        if byline and self._bylines[number]:
            return byline != self._bylines[number]
        return self._is_of_another_day(number, article)

    def near(self, place: Place, text: str) -> str | None:
        """The id of another article of the event than that in `place` with nearly the same words."""

        def is_other(number: int) -> bool:
            return self._places[number].event == place.event and self._places[number] != place

        self._sketch_all(place.event)
        found = self._copies.nearest(text, among=is_other)
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

    def _is_taken(self, place: Place) -> bool:
        return place in self._numbers or place in self._unreadable

    def free(self, event: str, wanted: str) -> Place:
        """An id that nothing in the event has: the one wanted, with a number where it is taken."""
        place = Place(event, wanted)
        if not self._is_taken(place):
            return place
        numbers = count(self._free.get(place, 2))
        free = next(number for number in numbers if not self._is_taken(_numbered(place, number)))
        self._free[place] = free
        return _numbered(place, free)


def _numbered(place: Place, number: int) -> Place:
    return Place(place.event, f"{place.article}-{number}")


def wanted_id(article: Article) -> str:
    """Made from outlet and title, as far as they are known, else from what the source calls it."""
    if article.title:
        return make_id(article.outlet, article.title)
    return make_id(article.outlet, Path(article.id).stem if "/" not in article.id else article.id)


def _own_name(article_id: str) -> int:
    """Hash of an id without the number that tells it from others of its making."""
    return _hashed(_NUMBER.sub("", article_id))


def _place_of(original: Path) -> Place:
    """Whose original this is: `data/<event>/originals/<article>.*`."""
    return Place(original.parent.parent.name, original.name.partition(".")[0])


def _hashed(words: str) -> int:
    """64 bits of SipHash with this process's own key: nobody can prepare two pages that fall together."""
    return hash(words) & 0xFFFF_FFFF_FFFF_FFFF


def _signs(article: Article) -> tuple[int, int]:
    """Hashes of byline and day, 0 where unknown; a month or a year is no day."""
    day = (article.published or "")[:10]
    return (
        _hashed(folded(article.byline)) if article.byline else 0,
        _hashed(day) if len(day) == len("2031-04-02") else 0,
    )


def _hashed_words(text: str) -> int:
    """Of a text whatever line ends stand behind it: what an older import stored without the last one is the same text."""
    return _hashed(text.rstrip("\n"))
