"""The page an article came from, paragraph by paragraph: what the article has of it, what was left out, and either changed by a person."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

from reviewer.articles.guarded import decode_page, read_bytes
from reviewer.articles.page_lines import PREFIXES
from reviewer.articles.values import Article, SourceRecord
from reviewer.errors import ReviewerError
from reviewer.project import Project
from reviewer.text import Span

ALIKE = 70.0  # per cent of likeness from which a paragraph in the article is the edited form of one in the original
_MAX_TWINS = 40  # places of one and the same paragraph that are looked at
_LINKED = 0.6  # share of linked letters from which a block of HTML is navigation
_HTML_PREFIXES = {"heading": "## ", "block": "> "}


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of an original.

    `words` are its own; an article has them after `prefix` ("## ", "> " or nothing).  `kind` is that of the page's lines
    ("body", "navigation", "comment" …).  `place` is where it stands in the article's text, None where it was left out.  `note` says
    when the two differ: "edited in the article", or "only in the article" for one that the original does not have.
    """

    words: str
    kind: str
    place: Span | None = None
    prefix: str = ""
    lines: int = 1
    note: str = ""

    @property
    def kept(self) -> bool:
        return self.place is not None


@dataclass(frozen=True, slots=True)
class _Found:
    paragraph: Paragraph
    key: str
    expected: bool  # the rules keep it


def _key(words: str) -> str:
    return " ".join(words.lstrip("#> \t").split())


def _of_page(source: str) -> Iterator[_Found]:
    from reviewer.articles.page import clean_page

    groups: list[tuple[list[str], str, bool]] = []
    for line in clean_page(source).lines:
        words = line.span.of(source).strip()
        if line.kind == "blank":
            continue
        if line.kind == "block":
            words = words.lstrip(">").lstrip()
        if line.continues and groups:
            groups[-1][0].append(words)
        else:
            groups.append(([words], line.kind, line.kept))
    for pieces, kind, kept in groups:
        words = " ".join(pieces)
        prefix = PREFIXES.get(kind, "") if kept else ""
        yield _Found(Paragraph(words, kind, prefix=prefix, lines=len(pieces)), _key(words), kept)


def _of_html(source: str, text: str) -> Iterator[_Found]:
    from trafilatura.utils import load_html

    from reviewer.articles.html_blocks import key_of
    from reviewer.articles.html_shown import shown_blocks

    tree = load_html(source.replace("\x00", ""))
    kept = {key_of(line) for line in text.split("\n")}
    for block in shown_blocks(tree) if tree is not None else ():
        whole = key_of(block.words) in kept
        for words in (block.words,) if whole else block.lines:
            key = key_of(words)
            expected = key in kept
            kind: str = block.role
            if kind == "body" and not expected:
                kind = "navigation" if block.linked >= _LINKED else "other"
            yield _Found(Paragraph(words, kind, prefix=_HTML_PREFIXES.get(kind, "")), key, expected)


def _lines_of(text: str) -> list[Span]:
    """Every line with something on it, without its margins."""
    spans = []
    at = 0
    for line in text.split("\n"):
        words = line.strip()
        if words:
            start = at + len(line) - len(line.lstrip())
            spans.append(Span(start, start + len(words)))
        at += len(line) + 1
    return spans


def _common(found: Sequence[_Found], keys: Sequence[str]) -> dict[int, int]:
    """The longest common subsequence (Hunt and Szymanski 1977) as line of the article → paragraph of the original; of twins those
    that the rules keep."""
    expected = [at for at, one in enumerate(found) if one.expected]
    if [found[at].key for at in expected] == list(keys):
        return dict(enumerate(expected))
    places: dict[str, list[int]] = defaultdict(list)
    for at, one in enumerate(found):
        places[one.key].append(at)
    wanted: dict[str, int] = defaultdict(int)
    for key in keys:
        wanted[key] += 1
    for key, known in places.items():
        preferred = [at for at in known if found[at].expected]
        places[key] = (preferred if len(preferred) >= wanted.get(key, 0) > 0 else known)[:_MAX_TWINS]
    ends: list[int] = []  # the paragraph that ends the best chain of each length
    links: list[tuple[int, int, int | None]] = []  # line, paragraph, the link before
    best: list[int] = []
    for line, key in enumerate(keys):
        for at in reversed(places.get(key, ())):
            length = bisect_left(ends, at)
            links.append((line, at, best[length - 1] if length else None))
            if length == len(ends):
                ends.append(at)
                best.append(len(links) - 1)
            else:
                ends[length], best[length] = at, len(links) - 1
    pairs: dict[int, int] = {}
    link = best[-1] if best else None
    while link is not None:
        line, at, link = links[link]
        pairs[line] = at
    return pairs


def _edited(found: Sequence[_Found], texts: Sequence[str], pairs: Mapping[int, int]) -> dict[int, int]:
    """Between two pairs: lines that resemble a paragraph which the rules keep, in order."""
    from rapidfuzz import fuzz

    more: dict[int, int] = {}
    bounds = [(-1, -1), *sorted(pairs.items()), (len(texts), len(found))]
    for (line, at), (last_line, last_at) in pairwise(bounds):
        free = [i for i in range(at + 1, last_at) if found[i].expected] if last_line - line > 1 else []
        for number in range(line + 1, last_line):
            match = next((i for i in free[:8] if fuzz.ratio(found[i].key, _key(texts[number])) >= ALIKE), None)
            if match is not None:
                more[number] = match
                free = [i for i in free if i > match]
    return more


def _placed(found: Sequence[_Found], text: str, key: Callable[[str], str]) -> tuple[Paragraph, ...]:
    """The original's paragraphs with their places in `text`, and those that only `text` has, where they stand in it."""
    spans = _lines_of(text)
    texts = [span.of(text) for span in spans]
    pairs = _common(found, [key(words) for words in texts])
    edited = _edited(found, texts, pairs)
    line_of = {at: line for line, at in (*pairs.items(), *edited.items())}
    made: list[Paragraph] = []
    done = 0

    def own_until(line: int) -> None:
        nonlocal done
        made.extend(
            Paragraph(texts[number], "body", spans[number], note="only in the article") for number in range(done, line)
        )
        done = max(done, line)

    for at, one in enumerate(found):
        line = line_of.get(at)
        if line is None:
            made.append(replace(one.paragraph, place=None))
            continue
        own_until(line)
        note = "edited in the article" if line in edited else ""
        made.append(replace(one.paragraph, place=spans[line], note=note))
        done = line + 1
    own_until(len(spans))
    return tuple(made)


def paragraphs_of(original: bytes, extension: str, text: str) -> tuple[Paragraph, ...]:
    """All that a page of plain text (".txt") or HTML holds, in its order, each paragraph with its place in the article's `text`.

    Of any other original (a record of a corpus, an article's file) it gives the paragraphs of `text`.  The places are those of every
    line of `text` that is not blank, in order.
    """
    if extension == ".txt":
        source = decode_page(original).text.removeprefix("\ufeff").replace("\r\n", "\n")
        return _placed(list(_of_page(source)), text, _key)
    if extension == ".html":
        from reviewer.articles.html_blocks import key_of

        return _placed(list(_of_html(decode_page(original).text.removeprefix("\ufeff"), text)), text, key_of)
    return tuple(
        Paragraph(span.of(text).removeprefix(prefix), kind, span, prefix)
        for span in _lines_of(text)
        for kind, prefix in [_kind_of(span.of(text))]
    )


def _kind_of(line: str) -> tuple[str, str]:
    return next(((kind, prefix) for kind, prefix in PREFIXES.items() if line.startswith(prefix)), ("body", ""))


def paragraphs_of_record(record: SourceRecord) -> tuple[Paragraph, ...]:
    """The same of what a source holds, before it is imported."""
    return paragraphs_of(record.original, record.extension, record.article.text)


def read_original(project: Project, event: str, article: Article) -> tuple[Paragraph, ...]:
    """The paragraphs of the original that the project keeps of an article.  Raises ReviewerError where it keeps none."""
    folder = project.originals(event)
    if not article.source:
        raise ReviewerError(
            f"no original is kept of {article.name}", hint="reviewer import keeps the page that it makes an article of"
        )
    path = project.event_folder(event) / Path(article.source)
    if not path.resolve().is_relative_to(folder.resolve()):
        raise ReviewerError(f"{article.source} lies outside originals/", where=project.article_file(event, article.id))
    return paragraphs_of(read_bytes(path), path.suffix, article.text)


def rewritten(text: str, paragraphs: Sequence[Paragraph], decisions: Mapping[int, bool]) -> str:
    """`text` with paragraphs (by index) taken in (True) or left out (False); not a code point of the others changes.

    What is taken in stands behind the paragraph that comes before it in the original, set off by blank lines.
    """
    spans = [paragraph.place for paragraph in paragraphs if paragraph.place is not None]
    after = {one.end: text[one.end : two.start] for one, two in pairwise(spans)}
    made: list[str] = []
    before: Span | None = None
    for index, paragraph in enumerate(paragraphs):
        place = paragraph.place
        if not decisions.get(index, place is not None):
            continue
        if made:
            made.append(after[before.end] if before is not None and place is not None else "\n\n")
        made.append(paragraph.prefix + paragraph.words if place is None else place.of(text))
        before = place
    head, tail = (text[: spans[0].start], text[spans[-1].end :]) if spans else ("", text)
    return head + "".join(made) + tail
