"""What the event board learns of its pairs bit by bit: what they share, and how far they are annotated."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from time import monotonic

from textual import on, work
from textual.message import Message
from textual.worker import get_current_worker

from reviewer.framing import PairKey
from reviewer.tui.catalogue import Entry, PairSummary, Progress, progress_in
from reviewer.tui.ranking import Comparing, Ranking, outdated
from reviewer.tui.screens import BaseScreen

_SLICE = 0.5  # seconds of comparing after which what was found is shown


class _Over(Exception):  # noqa: N818 - nothing is wrong
    """Nobody waits for it any more."""


class RankingScreen(BaseScreen):
    """Workers post what they found, and only the handlers here take it in; the event that `attended` names is seen to first."""

    @dataclass
    class Ordered(Message):
        """Which pairs of an event will be compared, the first ones first."""

        event: str
        waiting: tuple[PairKey, ...]

    @dataclass
    class Compared(Message):
        """What some pairs share."""

        found: tuple[PairSummary, ...]

    @dataclass
    class Counted(Message):
        """How far the pairs of each event are annotated, those that are; and which are to be compared anew."""

        progress: Mapping[str, Mapping[PairKey, Progress]]
        anew: Sequence[tuple[Entry, Sequence[PairKey]]]

    class Ranked(Message):
        """All pairs are compared that shall be."""

    def __init__(self) -> None:
        super().__init__()
        self.rankings: dict[str, Ranking] = {}
        self.progress: Mapping[str, Mapping[PairKey, Progress]] = {}
        self.attended: str | None = None
        self._asked: Sequence[PairKey] = ()  # what was last to be compared at once

    def show_found(self, events: set[str]) -> None:
        """More is known of the pairs of these events."""
        raise NotImplementedError

    def rank(self) -> None:
        """Goes on with all pairs that are not compared yet, and counts what is annotated."""
        self.count()
        self._asked = ()  # what a filter lists may have to be compared once more
        known = self.rankings
        for entry in self.reviewer.entries:
            known.setdefault(entry.event.id, Ranking())
        unranked = [e for e in self.reviewer.entries if e.pair_count and not known[e.event.id].is_done]
        self._rank({entry.event.id: entry for entry in unranked}, dict(known))

    @work(thread=True, exclusive=True, group="ranking")
    def _rank(self, entries: dict[str, Entry], known: Mapping[str, Ranking]) -> None:
        worker = get_current_worker()

        def is_over() -> bool:
            return worker.is_cancelled  # another has begun meanwhile, and may be done

        def went_on(_done: int, _total: int) -> None:
            if is_over():
                raise _Over

        if not entries:
            return
        started: dict[str, tuple[Comparing, list[PairKey]]] = {}
        found: list[PairSummary] = []
        since = monotonic()
        while entries and not is_over():
            event = self.attended if self.attended in entries else next(iter(entries))
            if event not in started:
                comparing = Comparing(entries[event], self.reviewer.project, self.reviewer.workspace.analyst, went_on)
                compared = {pair.key for pair in known[event].pairs}
                try:
                    waiting = tuple(key for key in comparing.wanted() if key not in compared)
                except _Over:
                    return
                if is_over():
                    return
                self.post_message(self.Ordered(event, waiting))
                started[event] = comparing, list(reversed(waiting))
            comparing, left = started[event]
            if left:
                found.append(comparing.compared(left.pop()))
            if is_over():
                return
            if not left:
                del entries[event], started[event]
            if found and (not entries or monotonic() - since > _SLICE):
                self.post_message(self.Compared(tuple(found)))
                found, since = [], monotonic()
        if not is_over():
            self.post_message(self.Ranked())

    def compare(self, entry: Entry, keys: Sequence[PairKey]) -> None:
        """Compares these at once: pairs that a filter lists, though they wait or are not likely to share anything."""
        if keys and keys != self._asked:
            self._asked = keys
            self._compare_hits(entry, keys)

    @work(thread=True, exclusive=True, group="ranking of hits")
    def _compare_hits(self, entry: Entry, keys: Sequence[PairKey]) -> None:
        self._compare(entry, keys)

    @work(thread=True, exclusive=True, group="ranking anew")
    def _compare_anew(self, outdated: Sequence[tuple[Entry, Sequence[PairKey]]]) -> None:
        for entry, keys in outdated:
            self._compare(entry, keys)

    def _compare(self, entry: Entry, keys: Sequence[PairKey]) -> None:
        """In the thread of a worker; what was found is shown from time to time."""
        worker = get_current_worker()
        comparing = Comparing(entry, self.reviewer.project, self.reviewer.workspace.analyst)
        found: list[PairSummary] = []
        since = monotonic()
        for key in keys:
            if worker.is_cancelled:
                return
            found.append(comparing.compared(key))
            if monotonic() - since > _SLICE:
                self.post_message(self.Compared(tuple(found)))
                found, since = [], monotonic()
        self.post_message(self.Compared(tuple(found)))

    @work(thread=True, exclusive=True, group="progress")
    def count(self) -> None:
        """How far the pairs are annotated now, and which of those compared the analyst has another word on by now."""
        worker, known = get_current_worker(), dict(self.rankings)
        project, analyst = self.reviewer.project, self.reviewer.workspace.analyst
        progress: dict[str, Mapping[PairKey, Progress]] = {}
        anew: list[tuple[Entry, Sequence[PairKey]]] = []
        for entry in self.reviewer.entries:
            if worker.is_cancelled:
                return
            event = entry.event.id
            if found := progress_in(project, analyst, entry):
                progress[event] = found
            if event in known and (keys := outdated(known[event], entry, project, analyst, found)):
                anew.append((entry, keys))
        self.post_message(self.Counted(progress, anew))

    @on(Ordered)
    def _take_order(self, event: Ordered) -> None:
        if (known := self.rankings.get(event.event)) is not None:
            self.rankings[event.event] = Ranking(known.pairs, event.waiting, is_ordered=True)
            self.show_found({event.event})

    @on(Compared)
    def _take_compared(self, event: Compared) -> None:
        by_event: dict[str, list[PairSummary]] = {}
        for pair in event.found:
            by_event.setdefault(pair.key.event, []).append(pair)
        for name in by_event.keys() & self.rankings.keys():
            self.rankings[name] = self.rankings[name].having(by_event[name])
        self.show_found(set(by_event))

    @on(Counted)
    def _take_count(self, event: Counted) -> None:
        changed = {
            name
            for name in event.progress.keys() | self.progress.keys()
            if event.progress.get(name) != self.progress.get(name)
        }
        self.progress = event.progress
        if changed:
            self.show_found(changed)
        if event.anew:
            self._compare_anew(event.anew)

    @on(Ranked)
    def _take_end(self) -> None:
        """What the analyst said meanwhile may be about pairs that were compared before."""
        self.count()
