"""What the cells of *who quoted whom* say, and what stands under the table.  Values only."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from rich.cells import cell_len
from rich.text import Text
from textual.content import Content
from textual.geometry import Size

from reviewer.comparison import Flag, Match, Utterance, Variant
from reviewer.quotes import surname
from reviewer.text import Span, folded
from reviewer.tui.shown import clipped, line

_RAGGED = 8  # cells that a row which breaks at words may leave empty
_LEAST = 24  # cells of words that are shown, whatever the room
Part = str | tuple[str, str]
Rejected = Mapping[
    tuple[str, str], Sequence[Match]
]  # by the two articles, in order: the matches that the analyst rejected


def variants_of(utterance: Utterance, article: str) -> tuple[Variant, ...]:
    """What an article has of an utterance, the fullest first."""
    return tuple(variant for variant in utterance.variants if variant.article == article)


def reference_of(utterance: Utterance) -> Variant:
    """The variant with which the others are compared."""
    return next((v for v in utterance.variants if v.relation is None), utterance.variants[0])


def sought(utterance: Utterance) -> tuple[str, dict[str, frozenset[str]]]:
    """What a filter goes by: all words, folded, and the fields."""
    texts = [utterance.text, utterance.speaker or "", *(variant.text for variant in utterance.variants)]
    flags = frozenset(flag.flag for variant in utterance.variants for flag in variant.flags)
    relations = frozenset(variant.relation for variant in utterance.variants if variant.relation)
    speakers = frozenset(folded(v.speaker) for v in utterance.variants if v.speaker)
    return folded(" ".join(texts)), {"flag": flags, "relation": relations, "speaker": speakers}


def before_words(name: str | None, room: int) -> str:
    """The speaker: the name, or the surname alone where there is no room for more."""
    if not name:
        return ""
    return f"{clipped(name if cell_len(name) <= room else surname(name), room)}: "


def _flags(variants: Iterable[Variant]) -> list[Flag]:
    return list(dict.fromkeys(flag for variant in variants for flag in variant.flags))


def against(utterance: Utterance, article: str, rejected: Rejected) -> list[str]:
    """The other articles with whose words of an utterance those of this one stand in a row, though the analyst rejected the match of both."""
    mine = variants_of(utterance, article)
    found = []
    for other in dict.fromkeys(v.article for v in utterance.variants if v.article != article) if mine else ():
        for match in rejected.get((min(article, other), max(article, other)), ()):
            here, there = (match.left, match.right) if article < other else (match.right, match.left)
            if _meets(here.span, mine) and _meets(there.span, variants_of(utterance, other)):
                found.append(other)
                break
    return found


def _meets(span: Span, variants: Iterable[Variant]) -> bool:
    return any(span.overlaps(Span(variant.start, variant.end)) for variant in variants)


def cell(utterance: Utterance, article: str, rejected: Sequence[str] = ()) -> Text:
    """What became of an utterance in an article: the relation of what it quotes most fully, the flags of all that it has.

    A sign where the match with other articles is `rejected`.
    """
    having = variants_of(utterance, article)
    if not having:
        return Text("–", "dim")
    relation = having[0].relation
    flags = ", ".join(dict.fromkeys(flag.flag for flag in _flags(having)))
    return Text.assemble(
        (relation or "fullest", "bold" if relation is None else ""),
        (f" ⚑ {flags}" if flags else "", "bold"),
        " ✗" if rejected else "",
    )


def detail(
    utterance: Utterance, article: str | None, names: Mapping[str, str], room: Size, rejected: Rejected
) -> Content:
    """The words of the cell's outlet and what they are beside the fullest variant; of a row's own cell, who has them.

    Words are cut where they would push what is said of them, flags above all, out of `room`.
    """
    if article is None:
        having = {variant.article for variant in utterance.variants}
        said = f"in {', '.join(names[name] for name in names if name in having)}"
        speaker = f"{line(utterance.speaker)}: " if utterance.speaker else ""
        words = clipped(utterance.text, _left(room, room.height - _rows(said, room), speaker))
        return Content.assemble((speaker, "bold"), f"“{words}”\n", (said, "italic $muted"))
    variants = variants_of(utterance, article)
    if not variants:
        return Content.assemble((f"{names[article]}: ", "bold"), "has nothing of it")
    parts: list[Part] = [(f"{names[article]}: ", "bold")]
    shown = [variants[0], *sorted(variants[1:], key=lambda variant: not variant.flags)][: max(1, room.height // 2)]
    for variant in shown:
        said = _said(variant, utterance, names) + _why_there(utterance, article, names, rejected)
        if len(variants) > len(shown) and variant is shown[-1]:
            said += f"  and {len(variants) - len(shown)} more"
        flags = _flagged(variant)
        rows = room.height // len(shown) - _rows(said + flags, room)
        speaker = f"  {line(variant.speaker)}" if variant.speaker else ""
        words = clipped(variant.text, _left(room, rows, names[article], speaker))
        parts += ["\n" if variant is not shown[0] else "", f"“{words}”", (speaker, "italic $muted")]
        parts += ["\n", (said, "italic $muted"), (flags, "bold $warning")]
    return Content.assemble(*parts)


def in_full(utterance: Utterance, names: Mapping[str, str], rejected: Rejected) -> Content:
    """Every wording of an utterance to its end, outlet by outlet, with what it is beside the fullest."""
    parts: list[Part] = []
    for name in names:
        for variant in variants_of(utterance, name):
            speaker = f"  {line(variant.speaker)}" if variant.speaker else ""
            parts += [(f"{names[name]}: ", "bold"), f"“{line(variant.text)}”", (speaker, "italic $muted"), "\n"]
            parts += [
                (_said(variant, utterance, names) + _why_there(utterance, name, names, rejected), "italic $muted"),
                (f"{_flagged(variant)}\n\n", "bold $warning"),
            ]
    having = {variant.article for variant in utterance.variants}
    lacking = ", ".join(names[name] for name in names if name not in having)
    return Content.assemble(*parts, f"nothing of it: {lacking}" if lacking else "").rstrip()


def _why_there(utterance: Utterance, article: str, names: Mapping[str, str], rejected: Rejected) -> str:
    """Why an outlet's words stand in this row though the analyst rejected their match with another's; else nothing."""
    others = against(utterance, article, rejected)
    if not others:
        return ""
    through = [v.article for v in utterance.variants if v.article != article and v.article not in others]
    by = f" through {' and '.join(names[name] for name in dict.fromkeys(through))}" if through else ""
    return f"; ✗ you rejected its match with {' and '.join(names[name] for name in others)}, it is here{by}"


def _flagged(variant: Variant) -> str:
    return "".join(f"  ⚑ {f.flag}: {line(f.left) or '–'} → {line(f.right) or '–'}" for f in variant.flags)


def _said(variant: Variant, utterance: Utterance, names: Mapping[str, str]) -> str:
    reference = reference_of(utterance)
    if variant is reference:
        shared = any(other.article != variant.article for other in utterance.variants)
        return "the fullest variant" if shared else "in no other outlet"
    return f"{variant.relation}, beside that of {names[reference.article]}"


def _rows(text: str, room: Size) -> int:
    """How many rows a text that breaks at words takes, give or take none too few."""
    return -(-cell_len(text) // max(room.width - _RAGGED, 1))


def _left(room: Size, rows: int, *others: str) -> int:
    """How many cells words can have in `rows` beside what else stands there."""
    return max(_LEAST, rows * (room.width - _RAGGED) - sum(map(cell_len, others)) - 4)
