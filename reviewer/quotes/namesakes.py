"""Many names at once: which of them a name can be another form of, without asking of each."""

from __future__ import annotations

from collections.abc import Iterator

from rapidfuzz import distance, process

from reviewer.quotes.persons import CLOSE, acronym, initials, name_of, people_of, same_person, sound


class Namesakes:
    """Names put in one by one, found again by the parts that `same_person` compares.

    Only spelling that differs by a letter or two has no key: surnames are compared with each other for that, which takes
    rapidfuzz a microsecond.
    """

    def __init__(self) -> None:
        self._names: set[str] = set()
        self._by_key: dict[tuple[str, ...], list[str]] = {}
        self._by_surname: dict[str, list[str]] = {}
        self._found: dict[str, frozenset[str]] = {}

    def add(self, name: str) -> None:
        if name in self._names:
            return
        self._names.add(name)
        self._found.clear()
        for key in _keys(name):
            self._by_key.setdefault(key, []).append(name)
        for surname in name_of(name).surname:
            self._by_surname.setdefault(surname, []).append(name)

    def of(self, name: str) -> frozenset[str]:
        """Those of the names that can be one person's with `name`."""
        if name not in self._found:
            self._found[name] = frozenset(one for one in self._near(name) if same_person(name, one) is not None)
        return self._found[name]

    def _near(self, name: str) -> set[str]:
        """What shares a key with a name, or nearly its surname."""
        found = {other for key in _keys(name) for other in self._by_key.get(key, ())}
        for surname in name_of(name).surname:
            alike = process.extract(
                surname, self._by_surname.keys(), scorer=distance.JaroWinkler.similarity, score_cutoff=CLOSE, limit=None
            )
            found.update(other for form, *_ in alike for other in self._by_surname[form])
        return found


def _keys(name: str) -> Iterator[tuple[str, ...]]:
    """What two names share one of at least if `same_person` joins them, save surnames spelled almost alike."""
    if len(people_of(name)) > 1:
        yield ("several",)
        return
    yield "words", " ".join(name.casefold().split())
    first = acronym(name), initials(name)[0]
    for letters in {*first, first[1][:-1]}:
        if len(letters) > 1:
            yield "letters", letters
    parts = name_of(name).parts
    if not parts:
        return
    yield "parts", *sorted(parts)
    for part in {*parts[-2:], name_of(name).run}:
        yield "part", part
    yield "sound", sound(parts[-1])
    yield "given", parts[0], str(len(parts[-1]))
