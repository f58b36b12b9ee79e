"""The file of an article: YAML front matter, then the text, verbatim (DESIGN section 4)."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from reviewer.articles.front_matter import front_matter, read_front_matter
from reviewer.articles.values import Article
from reviewer.errors import ReviewerError
from reviewer.files import decode, read_bytes

FENCE = "---"


@dataclass(frozen=True, slots=True)
class Parts:
    """A source text cut in two: the front matter's YAML (None where there is none) and where the text starts.

    `offset` counts code points of the normalised source (no BOM, LF); `line` is the 1-based line of the text's first line.
    """

    front: str | None
    text: str
    offset: int
    line: int


def normalised(source: str) -> str:
    """A BOM dropped and CRLF as LF: all that is ever changed in a stored text."""
    return source.removeprefix("\ufeff").replace("\r\n", "\n")


def split_source(source: str, where: str | Path | None = None) -> Parts:
    """Front matter and text; raises ReviewerError when the opening `---` is never closed."""
    source = normalised(source)
    if not (source == FENCE or source.startswith(FENCE + "\n")):
        return Parts(None, source, 0, 1)
    start = len(FENCE) + 1
    at = start
    line = 2
    while at <= len(source):
        end = source.find("\n", at)
        stop = len(source) if end < 0 else end
        if source[at:stop].rstrip() == FENCE:
            offset, line = min(stop + 1, len(source)), line + 1
            if source.startswith("\n", offset):
                offset, line = offset + 1, line + 1
            return Parts(source[start:at], source[offset:], offset, line)
        if end < 0:
            break
        at, line = end + 1, line + 1
    raise ReviewerError(
        "the front matter opened by --- is never closed", where=where, line=1, hint="add a line --- after it"
    )


def parse_article(article_id: str, source: str, where: str | Path | None = None) -> Article:
    """The article in `source`; raises ReviewerError with the line where the front matter is wrong."""
    parts = split_source(source, where)
    if parts.front is None:
        return Article(article_id, parts.text)
    return read_front_matter(article_id, parts.text, parts.front, where)


def load_article(path: Path) -> Article:
    """The article in the file `path`, its id the file's stem; raises ReviewerError with the place where something is wrong."""
    return parse_article(path.stem, decode(read_bytes(path), path), path)


def article_source(article: Article) -> str:
    """The file of `article`; `parse_article` gives the same article back, whatever its text."""
    return f"{FENCE}\n{front_matter(article)}{FENCE}\n\n{article.text}"
