"""A revised article, and every analyst's files on it brought along, with a report for people to read."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from reviewer.articles import Article, Imported
from reviewer.errors import ReviewerError
from reviewer.framing import store
from reviewer.framing.annotation_file import correction_files, pair_files
from reviewer.framing.carry import Carried, Fate, Revision, carry_content, earlier_texts
from reviewer.framing.history import ArticleKey, Key, PairKey
from reviewer.project import Project


@dataclass(frozen=True, slots=True)
class CarriedFile:
    """One analyst's file: what became of its anchors in the revised article, or the line that says why it could not be touched."""

    path: Path
    carried: tuple[Carried, ...] = ()
    problem: str = ""

    def of(self, fate: Fate) -> tuple[Carried, ...]:
        return tuple(one for one in self.carried if one.placement.fate == fate)

    def lines(self) -> list[str]:
        """The report: one line of counts, then one for whatever a person should look at."""
        if self.problem:
            return [self.problem]
        counts = [f"{len(found)} {word}" for fate, word in _WORDS if (found := self.of(fate))]
        lines = [f"{self.path}: {', '.join(counts)}"] if counts else []
        for one in (*self.of("look"), *self.of("orphan")):
            now = one.placement.anchor.exact if one.placement.anchor is not None else "nothing"
            lines.append(f"{self.path}: {one.record}: {one.placement.why}: {one.anchor.exact!r} → {now!r}")
        return lines


_WORDS: tuple[tuple[Fate, str], ...] = (
    ("kept", "as they were"),
    ("moved", "moved"),
    ("look", "need a look"),
    ("orphan", "orphaned"),
)


def _keys(project: Project, event: str, article: str) -> list[tuple[Key, Path]]:
    """The files that count in the article: on its pairs and on itself."""
    found: list[tuple[Key, Path]] = []
    for path in (*pair_files(project), *correction_files(project)):
        names = path.parent.name.split("--")
        if path.parent.parent.name == event and article in names:
            found.append((PairKey(event, *names) if len(names) == 2 else ArticleKey(event, article), path))
    return found


def carry_over(project: Project, event: str, old: Article, new: Article) -> tuple[CarriedFile, ...]:
    """Every annotation of an article brought from its text `old` to `new`, which is in the project already.

    What stands unchanged is set to its new place in the files; what changed is left as it is and proposed when the pair is
    next opened, as long as the project keeps the earlier text.  A file that cannot be read or written is named.
    """
    made = []
    for key, path in _keys(project, event, new.id):
        try:
            opened = store.open_file(project, key, path.stem, ("", ""))
            made.append(_carry_file(project, opened, Revision(old, new)))
        except ReviewerError as error:
            made.append(CarriedFile(path, problem=str(error) if error.where else f"{path}: {error}"))
    return tuple(made)


def _carry_file(project: Project, opened: store.Opened, revision: Revision) -> CarriedFile:
    new = revision.new
    earlier = earlier_texts(project, opened.key.event, new, store.digest_of(opened.content, new.id))
    content, carried = carry_content(opened.content, new.id, (revision, *earlier))
    if opened.exists:
        store.save(project, opened, content)
    return CarriedFile(opened.path, carried)


def carried_lines(project: Project, found: Imported) -> list[str]:
    """After an import: the annotations of an article that it revised are carried over, and this says what became of them."""
    if found.old is None:
        return []
    return [line for file in carry_over(project, found.event, found.old, found.article) for line in file.lines()]
