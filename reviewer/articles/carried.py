"""What a person changed in an article, found by making it of its original once more, and the same done to the changed page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from reviewer.articles.html_blocks import key_of
from reviewer.articles.originals import Paragraph, paragraphs_of, rewritten
from reviewer.articles.store import Store
from reviewer.articles.values import Article, SourceRecord
from reviewer.errors import ReviewerError

FIELDS = ("title", "byline", "published")
_OWN = "only in the article"
_SHOWN = 60  # code points of a paragraph that a report names


@dataclass(frozen=True, slots=True)
class ByHand:
    """`decisions`: key of a paragraph → whether it is kept, where the rules would have it otherwise, with its first words in `named`.
    `written` are paragraphs whose words are not the page's; `fields` what the page said of those that now say otherwise."""

    decisions: Mapping[str, bool]
    named: Mapping[str, str]
    written: tuple[str, ...]
    fields: Mapping[str, str | None]


def changed_by_hand(store: Store, event: str, old: Article) -> ByHand | None:
    """What a person kept, cut, wrote and corrected in an article; None where nothing was, or where no original tells."""
    original = _original_of(store, event, old)
    if original is None:
        return None
    data, extension = original
    made = _made_of(data, extension, old)
    if made is None:
        return None
    now = paragraphs_of(data, extension, old.text)
    then = paragraphs_of(data, extension, made.text)
    own = {key_of(one.words) for one in then if one.note == _OWN}
    mine, rules = _kept(now), _kept(then)
    decisions = {key: kept for key, kept in mine.items() if key and kept != rules.get(key, kept)}
    named = {key: _short(one.words) for one in now if (key := key_of(one.words)) in decisions}
    written = tuple(
        _short(one.words if one.place is None else one.place.of(old.text))
        for one in now
        if (one.note == _OWN and key_of(one.words) not in own) or (one.note and one.note != _OWN)
    )
    fields = {
        name: getattr(made, name)
        for name in FIELDS
        if name not in old.inferred and getattr(old, name) != getattr(made, name)
    }
    return ByHand(decisions, named, written, fields) if decisions or written or fields else None


def _kept(paragraphs: Sequence[Paragraph]) -> dict[str, bool]:
    """The page's paragraphs by their words, and whether one of those words is kept."""
    kept: dict[str, bool] = {}
    for one in paragraphs:
        if one.note != _OWN:
            key = key_of(one.words)
            kept[key] = kept.get(key, False) or one.kept
    return kept


def _original_of(store: Store, event: str, article: Article) -> tuple[bytes, str] | None:
    """The page an article was made of, and its extension; only pages are cut, so that only they have anything to tell."""
    if not article.source or Path(article.source).suffix not in (".txt", ".html"):
        return None
    path = store.project.event_folder(event) / article.source
    if not store.has(path) or not path.resolve().is_relative_to(store.project.originals(event).resolve()):
        return None
    return store.read(path), path.suffix


def _made_of(data: bytes, extension: str, old: Article) -> Article | None:
    """The article that the rules make of a page; None where they make none any more."""
    from reviewer.articles.html import page_record
    from reviewer.articles.sources import read_page

    try:
        if extension == ".html":
            return page_record(data, where=old.id, article_id=old.id).article
        return read_page(data, old.id, old.id, outlet=old.outlet).article
    except ReviewerError:
        return None


def _short(words: str) -> str:
    words = " ".join(words.split())
    return f"“{words}”" if len(words) <= _SHOWN else f"“{words[: _SHOWN - 1].rstrip()}…”"


def carried(by_hand: ByHand, record: SourceRecord, old: Article, new: Article) -> tuple[Article, list[str]]:
    """`new` with what was done by hand to `old` done to it too, and a line for each part of that: what was carried, what not."""
    paragraphs = paragraphs_of(record.original, record.extension, new.text)
    there = {key_of(one.words) for one in paragraphs}
    decisions = {
        number: by_hand.decisions[key]
        for number, one in enumerate(paragraphs)
        if (key := key_of(one.words)) in by_hand.decisions and by_hand.decisions[key] != one.kept
    }
    text = rewritten(new.text, paragraphs, decisions) if decisions else new.text
    lines: list[str] = []
    done = [by_hand.named[key] for key in by_hand.decisions if key in there]
    if done:
        lines.append(f"kept or cut by hand, and carried into the new text: {', '.join(done)}")
    lost = [by_hand.named[key] for key in by_hand.decisions if key not in there]
    if lost:
        lines.append(f"kept or cut by hand, but no longer in the page: {', '.join(lost)}")
    if by_hand.written:
        lines.append(f"written by hand, and NOT in the new text (see revisions/): {', '.join(by_hand.written)}")
    fields = {name: getattr(old, name) for name in by_hand.fields if getattr(new, name) != getattr(old, name)}
    for name, said in by_hand.fields.items():
        changed = f"; the page now has {getattr(new, name)!r}" if getattr(new, name) not in (said, None) else ""
        stays = repr(getattr(old, name)) if getattr(old, name) else "empty"
        lines.append(f"the {name} was corrected by hand and stays {stays}{changed}")
    inferred = {name: line for name, line in new.inferred.items() if name not in fields}
    if not text.strip():
        return replace(new, inferred=inferred, **fields), [
            *lines,
            "all of it was cut by hand: the rules' choice stands",
        ]
    return replace(new, text=text, inferred=inferred, **fields), lines
