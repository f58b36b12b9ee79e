"""One file of the analyst's: opened with its content's hash, saved only over what was read."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import cast

from reviewer.articles import Article, load_article
from reviewer.errors import ReviewerError
from reviewer.files import SplicedFile, alone, make_folder, read_bytes, sha256_of, take_apart, write_atomically
from reviewer.framing import annotation_file
from reviewer.framing.anchors import AnchorCheck, check_anchor
from reviewer.framing.annotation_file import CorrectionsFile, PairFile
from reviewer.framing.carry import Revision, earlier_texts, recheck
from reviewer.framing.history import ArticleKey, Content, Key, PairKey
from reviewer.framing.values import Anchor, ArticleCorrections, PairAnnotations, SideName, SourceRef
from reviewer.project import Project

SIDES: tuple[SideName, SideName] = ("left", "right")


class FileChanged(ReviewerError):  # noqa: N818 - it says what happened
    """The file on disk is no longer the one that was read; it has not been touched."""


class ReadOnly(ReviewerError):  # noqa: N818
    """Nothing is written here; the reason says why."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A file as it was read: `digest` is the hash of its bytes, None when there was no file.

    `exists` says whether the file holds `content` (else it is fresh).  `frozen` says why it is not written to; `articles` are
    those its anchors count in, as they were then (None: unreadable), and `earlier` the revisions of those that have changed
    since the file was written.
    """

    key: Key
    path: Path
    content: Content
    pieces: SplicedFile
    digest: str | None
    exists: bool = False
    frozen: str | None = None
    articles: tuple[Article | None, ...] = ()
    problems: tuple[str, ...] = ()
    earlier: tuple[tuple[Revision, ...], ...] = ()

    def check(self, side: SideName, anchor: Anchor) -> AnchorCheck:
        """What has become of an anchor of one side (an article's own corrections are all on the left)."""
        at = SIDES.index(side)
        return recheck(anchor, self.articles[at], self.earlier[at])


def path_of(project: Project, key: Key, analyst: str) -> Path:
    if isinstance(key, PairKey):
        return project.pair_file(key.event, key.left, key.right, analyst)
    return project.corrections_file(key.event, key.article, analyst)


def article_ids(key: Key) -> tuple[str, ...]:
    return (key.left, key.right) if isinstance(key, PairKey) else (key.article,)


def _articles(project: Project, key: Key) -> tuple[tuple[Article | None, ...], tuple[str, ...]]:
    found: list[Article | None] = []
    problems: list[str] = []
    for name in article_ids(key):
        try:
            found.append(load_article(project.article_file(key.event, name)))
        except ReviewerError as error:
            found.append(None)
            problems.append(str(error))
    return tuple(found), tuple(problems)


def _fresh(key: Key, analyst: str, codebook: tuple[str, str], articles: tuple[Article | None, ...]) -> Content:
    hashes = [article.sha256 if article is not None else "" for article in articles]
    if isinstance(key, ArticleKey):
        return ArticleCorrections(key.event, key.article, hashes[0], analyst)
    left, right = SourceRef(key.left, hashes[0]), SourceRef(key.right, hashes[1])
    return PairAnnotations(key.event, analyst, left, right, codebook)


def digest_of(content: Content, article: str) -> str:
    """The hash of the text of `article` that the content counts in."""
    if isinstance(content, ArticleCorrections):
        return content.sha256
    return content.left.sha256 if content.left.article == article else content.right.sha256


def earlier_of(
    project: Project, key: Key, content: Content, articles: tuple[Article | None, ...]
) -> tuple[tuple[Revision, ...], ...]:
    """For each article that is not as it was when the file was written, the revisions since; none for the others."""
    found = []
    for article in articles:
        digest = digest_of(content, article.id) if article is not None else ""
        changed = article is not None and digest != article.sha256
        found.append(earlier_texts(project, key.event, article, digest) if changed and article is not None else ())
    return tuple(found)


def require_place(content: Content, key: Key, analyst: str, path: Path) -> None:
    """Raises ReviewerError when a file says that it belongs elsewhere."""
    if isinstance(content, PairAnnotations):
        names: tuple[str, ...] = (content.left.article, content.right.article)
    else:
        names = (content.article,)
    said = (content.event, *names, content.analyst)
    meant = (key.event, *article_ids(key), analyst)
    if said != meant:
        raise ReviewerError(
            f"the file says it is {' '.join(said)}, its place says {' '.join(meant)}",
            where=path,
            hint="move it, or mend event, sources and analyst",
        )


def read_in_place(path: Path) -> PairAnnotations:
    """`read_pair` for a file of the project; raises ReviewerError, too, when it says that it belongs elsewhere."""
    annotations = annotation_file.read_pair(path)
    key = PairKey(path.parent.parent.name, *path.parent.name.split("--"))
    require_place(annotations, key, path.stem, path)
    return annotations


def parse(data: bytes, key: Key, path: Path) -> PairFile | CorrectionsFile | None:
    """The file in `data`, read as its place `key` says; None when it holds nothing."""
    if isinstance(key, PairKey):
        return annotation_file.parse_pair(data, path)
    return annotation_file.parse_corrections(data, path)


def content_of(file: PairFile | CorrectionsFile) -> Content:
    return file.annotations if isinstance(file, PairFile) else file.corrections


def open_file(project: Project, key: Key, analyst: str, codebook: tuple[str, str], *, consent: bool = False) -> Opened:
    """The analyst's file on `key`, or a fresh content when there is none.

    An empty file is not written to until the analyst has said so (`consent`).  Raises ReviewerError when it cannot be read.
    """
    path = path_of(project, key, analyst)
    articles, problems = _articles(project, key)
    fresh = _fresh(key, analyst, codebook, articles)
    none: tuple[tuple[Revision, ...], ...] = ((),) * len(articles)
    if not path.exists() and not path.is_symlink():
        return Opened(key, path, fresh, SplicedFile(), None, articles=articles, problems=problems, earlier=none)
    data = read_bytes(path)
    digest = sha256_of(data)
    file = parse(data, key, path)
    if file is None:
        pieces = take_apart(data, path)[0]
        frozen = None if consent else "the file is there and holds nothing"
        problems = (*problems, f"{path}: the file holds nothing")
        return Opened(key, path, fresh, pieces, digest, False, frozen, articles, problems, none)
    content = content_of(file)
    require_place(content, key, analyst, path)
    newer = None
    if file.newer is not None:
        newer = f"written by a newer version of this program ({file.newer})"
        problems = (*problems, f"{path}: {newer}; opened read-only")
    earlier = earlier_of(project, key, content, articles)
    return Opened(key, path, content, file.pieces, digest, True, newer, articles, problems, earlier)


def with_articles(project: Project, opened: Opened) -> Opened:
    """The same file with its articles read again."""
    articles = _articles(project, opened.key)[0]
    return replace(opened, articles=articles, earlier=earlier_of(project, opened.key, opened.content, articles))


def anchors_of(content: Content) -> list[tuple[str, SideName, Anchor]]:
    """Every anchor with the id of its record and its side ("left" for an article's own corrections)."""
    if isinstance(content, ArticleCorrections):
        return [(record.id, "left", record.anchor) for record in content.corrections]
    found: list[tuple[str, SideName, Anchor]] = []
    for side in SIDES:
        for difference in content.differences:
            found += [(difference.id, side, anchor) for anchor in difference.side(side).anchors]
        for verdict in content.verdicts:
            found += [(verdict.id, side, anchor) for anchor in (verdict.left if side == "left" else verdict.right)]
    return found


def _with_present_sources(content: Content, articles: tuple[Article | None, ...]) -> Content:
    """The hash of a changed article renewed, once every anchor of that side holds in the present text."""
    anchors = anchors_of(content)
    for side, article in zip(SIDES, articles, strict=False):
        if article is None:
            continue
        if any(check_anchor(anchor, article).status != "ok" for _, at, anchor in anchors if at == side):
            continue
        if isinstance(content, ArticleCorrections):
            content = replace(content, sha256=article.sha256)
        elif side == "left":
            content = replace(content, left=SourceRef(content.left.article, article.sha256))
        else:
            content = replace(content, right=SourceRef(content.right.article, article.sha256))
    return content


def pieces_of(opened: Opened, content: Content) -> SplicedFile:
    """The file with `content` in it; what did not change since it was read keeps its bytes."""
    old = opened.content if opened.exists else None
    if isinstance(content, ArticleCorrections):
        return annotation_file.corrections_pieces(opened.pieces, cast(ArticleCorrections | None, old), content)
    return annotation_file.pair_pieces(opened.pieces, cast(PairAnnotations | None, old), content)


def require_unchanged(opened: Opened) -> None:
    """Raises FileChanged when the file is not, byte for byte, the one that was read."""
    path = opened.path
    hint = "reload it, or save a copy of yours"
    if not path.exists():
        if opened.digest is not None:
            raise FileChanged("the file is gone", where=path, hint=hint)
        return
    if opened.digest is None:
        raise FileChanged("a file has come to be here", where=path, hint=hint)
    try:
        data = read_bytes(path)
    except ReviewerError as error:
        raise FileChanged(error.what, where=path, hint=hint) from error
    if sha256_of(data) != opened.digest:
        raise FileChanged("the file has been changed by something else", where=path, hint=hint)


def save(project: Project, opened: Opened, content: Content) -> Opened:
    """`content` in its file; nothing is written when its bytes are there already.

    Raises ReadOnly, FileChanged or SaveFailed, and then the file is as it was.
    """
    if opened.frozen is not None:
        raise ReadOnly(opened.frozen, where=opened.path, hint="reload it, or save a copy of yours")
    require_unchanged(opened)
    content = _with_present_sources(content, opened.articles)
    pieces = pieces_of(opened, content)
    data = pieces.to_bytes()
    digest = sha256_of(data)
    if digest != opened.digest:
        make_folder(opened.path.parent)
        with alone(opened.path.parent):
            require_unchanged(opened)  # again: an import beside us may have carried the annotations over meanwhile
            write_atomically(opened.path, data, within=project.root)
    return replace(opened, content=content, pieces=pieces, digest=digest, exists=True)
