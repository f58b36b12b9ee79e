"""`reviewer check`: everything in a project looked at, and what is wrong named with its file and line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, NamedTuple, cast

from reviewer.articles import Article, load_article, load_event
from reviewer.errors import ReviewerError
from reviewer.files import Mapping, Node, Scalar, Sequence, decode, parse_yaml, read_bytes
from reviewer.framing.carry import Revision, recheck
from reviewer.framing.codebook import builtin_codebook, misspelt_keys, read_codebook
from reviewer.framing.history import ArticleKey, Content, Key, PairKey
from reviewer.framing.loading import unknown_codes
from reviewer.framing.store import SIDES, article_ids, content_of, earlier_of, parse, require_place
from reviewer.framing.values import Anchor, ArticleCorrections, Codebook, PairAnnotations, Rejected
from reviewer.project import Project, is_id, pair_name

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong (`error`) or worth a look (`warning`: nothing is lost or false by it)."""

    path: Path
    line: int | None
    what: str
    severity: Severity = "error"

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}" if self.line is not None else f"{self.path}"
        return f"{place}: {'' if self.severity == 'error' else 'warning: '}{self.what}"


class _File(NamedTuple):
    """An annotation file that is being looked at, and what its articles were before, as `earlier_of` gives it."""

    key: Key
    path: Path
    earlier: tuple[tuple[Revision, ...], ...]


def _problem(error: ReviewerError, path: Path) -> Problem:
    return Problem(Path(error.where) if error.where is not None else path, error.line, error.said)


class _Check:
    def __init__(self, project: Project) -> None:
        self.project = project
        self.articles: dict[tuple[str, str], Article | None] = {}
        self.codebook: Codebook = builtin_codebook()
        self.ids: dict[str, Path] = {}

    def run(self) -> Iterator[Problem]:
        yield from self.data()
        yield from self.own_codebook()
        yield from self.annotations()

    def data(self) -> Iterator[Problem]:
        project = self.project
        for folder in _folders(project.data):
            if not is_id(folder.name):
                yield Problem(folder, None, f"{folder.name!r} is no event id, so the folder is not read", "warning")
                continue
            try:
                load_event(project, folder.name)
            except ReviewerError as error:
                yield _problem(error, folder / "event.yaml")
            for file in sorted(folder.glob("*.md")):
                if not is_id(file.stem):
                    yield Problem(file, None, f"{file.stem!r} is no article id, so the file is not read", "warning")
                    continue
                yield from self.article(folder.name, file)

    def article(self, event: str, file: Path) -> Iterator[Problem]:
        self.articles[event, file.stem] = None
        try:
            article = load_article(file)
        except ReviewerError as error:
            yield _problem(error, file)
            return
        self.articles[event, article.id] = article
        for earlier in sorted(self.project.revisions(event, article.id).glob("*.md")):
            try:
                load_article(earlier)
            except ReviewerError as error:
                yield _problem(error, earlier)
        if not article.text.strip():
            yield Problem(file, None, "the article has no text", "warning")
        if article.source is not None:
            original = file.parent / article.source
            if not original.resolve().is_relative_to(file.parent.resolve()):
                yield Problem(file, None, f"source: {article.source} is outside the event's folder")
            elif not original.is_file():
                yield Problem(file, None, f"source: {article.source} is not there", "warning")

    def own_codebook(self) -> Iterator[Problem]:
        path = self.project.codebook
        if path.exists():
            try:
                self.codebook = read_codebook(path)
                for at, what in misspelt_keys(decode(read_bytes(path), path), path):
                    yield Problem(path, at, what, "warning")
            except ReviewerError as error:
                yield _problem(error, path)

    def annotations(self) -> Iterator[Problem]:
        events = set(self.project.event_ids())
        for event in _folders(self.project.annotations):
            if not is_id(event.name):
                yield Problem(event, None, f"{event.name!r} is no event id, so the folder is not read", "warning")
                continue
            if event.name not in events:
                yield Problem(event, None, f"there is no event {event.name} in data/")
            for folder in _folders(event):
                names = folder.name.split("--")
                if len(names) > 2 or not all(is_id(name) for name in names):
                    yield Problem(folder, None, "named like no pair and no article, so it is not read", "warning")
                    continue
                if len(names) == 2 and pair_name(*names) != folder.name:
                    yield Problem(folder, None, f"a pair's folder is named in order: {pair_name(*names)}")
                    continue
                key: Key = PairKey(event.name, *names) if len(names) == 2 else ArticleKey(event.name, names[0])
                for file in sorted(folder.glob("*.yaml")):
                    if is_id(file.stem):
                        yield from self.file(key, file)
                    else:
                        yield Problem(file, None, f"{file.stem!r} is no analyst id, so the file is not read", "warning")

    def file(self, key: Key, path: Path) -> Iterator[Problem]:
        try:
            data = read_bytes(path)
            found = parse(data, key, path)
            if found is None:
                yield Problem(path, 1, "the file holds nothing; remove it, or bring it back from git", "warning")
                return
            content = content_of(found)
            require_place(content, key, path.stem, path)
        except ReviewerError as error:
            yield _problem(error, path)
            return
        if found.newer is not None:
            yield Problem(path, 1, f"written by a newer version of this program ({found.newer})", "warning")
        root = cast(Mapping, parse_yaml(decode(data, path), path))
        yield from self.sources(key, content, root, path)
        yield from self.record_ids(root, path)
        articles = tuple(self.articles.get((key.event, name)) for name in article_ids(key))
        file = _File(key, path, earlier_of(self.project, key, content, articles))
        if isinstance(content, PairAnnotations):
            yield from self.codes(content, root, path)
            yield from self.pair_anchors(file, content, root)
        else:
            for node, correction in zip(_items(root, "corrections"), content.corrections, strict=True):
                yield from self.anchor(file, 0, correction.id, correction.anchor, _at(node, "anchor"))

    def sources(self, key: Key, content: Content, root: Mapping, path: Path) -> Iterator[Problem]:
        if isinstance(content, ArticleCorrections):
            said = [(content.sha256, root.items.get("sha256", root).line)]
        else:
            sources = root.items["sources"]
            said = [
                (content.left.sha256, _at(sources, "left").line),
                (content.right.sha256, _at(sources, "right").line),
            ]
        for name, (digest, line) in zip(article_ids(key), said, strict=True):
            if (key.event, name) not in self.articles:
                yield Problem(path, line, f"there is no article {name} in data/{key.event}/")
            else:
                article = self.articles[key.event, name]
                if article is not None and article.sha256 != digest:
                    yield Problem(path, line, f"the text of {name} has changed since it was annotated", "warning")

    def record_ids(self, root: Mapping, path: Path) -> Iterator[Problem]:
        for section in ("differences", "matches", "corrections"):
            for node in _items(root, section):
                identity = cast(Scalar, _at(node, "id")).value
                first = self.ids.setdefault(identity, path)
                if first != path:
                    yield Problem(path, node.line, f"the id {identity} is in {first} too; ids are never used twice")

    def codes(self, content: PairAnnotations, root: Mapping, path: Path) -> Iterator[Problem]:
        if content.codebook[0] != self.codebook.id:
            what = f"made with the codebook {content.codebook[0]}, the project's is {self.codebook.id}"
            yield Problem(path, root.items["codebook"].line, what, "warning")
        for node, difference in zip(_items(root, "differences"), content.differences, strict=True):
            for code in unknown_codes(difference, self.codebook):
                what = f"{difference.id}: the codebook {self.codebook.id} has no {code}"
                yield Problem(path, _line_of(node, code), what, "warning")

    def pair_anchors(self, file: _File, content: PairAnnotations, root: Mapping) -> Iterator[Problem]:
        for node, difference in zip(_items(root, "differences"), content.differences, strict=True):
            for at, name in enumerate(SIDES):
                side, there = difference.side(name), _at(node, name)
                for anchor, line in zip(side.anchors, _items(there, "anchors"), strict=True):
                    mild = difference.status == "withdrawn"
                    yield from self.anchor(file, at, difference.id, anchor, line, mild=mild)
                if side.searched is not None and side.searched.best is not None:
                    yield from self.best(file, at, difference.id, side.searched.best, there)
        for node, verdict in zip(_items(root, "matches"), content.verdicts, strict=True):
            for at, name in enumerate(SIDES):
                anchors = verdict.left if name == "left" else verdict.right
                for anchor, line in zip(anchors, _items(_at(node, name), "anchors"), strict=True):
                    yield from self.anchor(file, at, verdict.id, anchor, line)

    def anchor(
        self, file: _File, at: int, record: str, anchor: Anchor, node: Node, *, mild: bool = False
    ) -> Iterator[Problem]:
        name = article_ids(file.key)[at]
        article = self.articles.get((file.key.event, name))
        if article is None:
            return  # said once, for the article
        check = recheck(anchor, article, file.earlier[at])
        if check.status == "moved" and check.proposed is not None:
            where = f"at {check.proposed.start} in {name} now; open the pair to accept that"
            what = f"{check.why}, and may be those {where}" if check.why else f"the words stand {where}"
            yield Problem(file.path, node.line, f"{record}: {what}", "warning")
        elif check.status == "orphan":
            what = f"{record}: an orphan, its words are not found in {name}"
            yield Problem(file.path, node.line, what, "warning" if mild else "error")

    def best(self, file: _File, at: int, record: str, best: Rejected, node: Node) -> Iterator[Problem]:
        name = article_ids(file.key)[at]
        article = self.articles.get((file.key.event, name))
        if article is not None and article.text[best.start : best.end] != best.exact:
            line = _at(node, "searched").line
            yield Problem(
                file.path, line, f"{record}: the rejected candidate is not found in {name} at its place", "warning"
            )


def _folders(folder: Path) -> list[Path]:
    """The visible folders in a folder, sorted; links are not followed."""
    if not folder.is_dir():
        return []
    return sorted(p for p in folder.iterdir() if p.is_dir() and not p.is_symlink() and not p.name.startswith("."))


def _at(node: Node, key: str) -> Node:
    return cast(Mapping, node).items[key]


def _items(node: Node, key: str) -> list[Node]:
    there = cast(Mapping, node).items.get(key)
    return there.items if isinstance(there, Sequence) else []


def _scalars(node: Node) -> Iterable[Scalar]:
    if isinstance(node, Scalar):
        yield node
    else:
        for part in node.items if isinstance(node, Sequence) else node.items.values():
            yield from _scalars(part)


def _line_of(record: Node, code: str) -> int:
    """The line on which a record names a code."""
    return next((scalar.line for scalar in _scalars(record) if scalar.value == code), record.line)


def check_project(project: Project) -> tuple[Problem, ...]:
    """What is wrong with a project, in the order in which one would read it: data, codebook, annotations."""
    return tuple(_Check(project).run())
