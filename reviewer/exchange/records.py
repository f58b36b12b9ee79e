"""The shapes that programs read: one JSON object a line, fixed by DESIGN ("The command line")."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reviewer.articles import Imported
    from reviewer.comparison import Comparison, Extent, Flag, Match, Utterance
    from reviewer.events import Partner
    from reviewer.quotes import Quotations
    from reviewer.text import Span

Record = dict[str, Any]


def quotes_record(article: str, found: Quotations) -> Record:
    """The quotations of one article and the marked words that are not speech."""
    return {
        "id": article,
        "quotes": [
            {
                "start": quotation.start,
                "end": quotation.end,
                "text": quotation.text,
                "kind": quotation.kind,
                "speaker": quotation.speaker,
                "mention": quotation.mention,
                "speaker_start": quotation.speaker_start,
                "speaker_end": quotation.speaker_end,
                "cue": quotation.cue,
                "cue_start": quotation.cue_start,
                "cue_end": quotation.cue_end,
                "cue_class": quotation.cue_class,
                "reported_by": quotation.reported_by,
                "joined_to": quotation.joined_to,
            }
            for quotation in found.quotes
        ],
        "not_speech": [
            {"start": words.start, "end": words.end, "text": words.text, "kind": words.kind, "reason": words.reason}
            for words in found.not_speech
        ],
    }


def _bounds(span: Span) -> list[int]:
    return [span.start, span.end]


def _flags(flags: Iterable[Flag]) -> list[Record]:
    return [{"flag": flag.flag, "left": flag.left, "right": flag.right} for flag in flags]


def match_record(match: Match, left: str, right: str) -> Record:
    """One match; `left` and `right` are the articles' texts, from which the variants are quoted."""

    def side(extent: Extent, text: str) -> Record:
        return {
            "start": extent.start,
            "end": extent.end,
            "text": text[extent.start : extent.end],
            "parts": [_bounds(part) for part in extent.parts],
        }

    return {
        "kind": match.kind,
        "left": side(match.left, left),
        "right": side(match.right, right),
        "relation": match.relation,
        "score": round(match.score, 1),
        "flags": _flags(match.flags),
        "speakers": dict(zip(("left", "right"), match.speakers, strict=True)),
        "cues": dict(zip(("left", "right"), match.cues, strict=True)),
        "edits": [{"op": edit.op, "left": _bounds(edit.left), "right": _bounds(edit.right)} for edit in match.edits],
    }


def comparison_record(
    left_id: str, right_id: str, left: str, right: str, found: Comparison, *, pair_id: str | None = None
) -> Record:
    """All matches of a pair; `pair_id` is echoed where the caller had one."""
    record: Record = {} if pair_id is None else {"pair_id": pair_id}
    return record | {
        "left_id": left_id,
        "right_id": right_id,
        "matches": [match_record(match, left, right) for match in found.matches],
    }


def utterance_record(utterance: Utterance) -> Record:
    """One row of *who quoted whom*."""
    return {
        "utterance": utterance.id,
        "text": utterance.text,
        "speaker": utterance.speaker,
        "variants": [
            {
                "article": variant.article,
                "start": variant.start,
                "end": variant.end,
                "text": variant.text,
                "relation": variant.relation,
                "flags": _flags(variant.flags),
            }
            for variant in utterance.variants
        ],
        "absent": list(utterance.absent),
    }


def partners_record(article: str, partners: Iterable[Partner]) -> Record:
    """An article's best partners, best first."""
    found = [{"id": each.id, "score": each.score, "shared_quotes": each.shared_quotes} for each in partners]
    return {"id": article, "partners": found}


def import_record(page: Imported) -> Record:
    """What `import --dry-run` says of a page: `body` and `comments_start` count in the decoded source."""
    return {
        "source": page.source,
        "title": page.title,
        "outlet": page.outlet,
        "byline": page.byline,
        "published": page.published,
        "language": page.language,
        "body": [_bounds(span) for span in page.body],
        "comments_start": page.comments_start,
        "text": page.text,
    }
