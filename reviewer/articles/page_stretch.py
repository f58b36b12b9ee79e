"""Which stretch of a page is the article, and which lines inside it are not."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from reviewer.articles.page_comments import comments_begin
from reviewer.articles.page_furniture import JOINT, kinds_of, mark_furniture, spaced_share
from reviewer.articles.page_kinds import (
    BIO,
    BIOGRAPHY,
    BYLINE,
    CAPTION,
    COMMENT_HEAD,
    DATE,
    NAVIGATION,
    PLEADING,
    REPEATED,
    SECTION_END,
    TEASER,
    pleas,
)
from reviewer.articles.page_looks import (
    ACCOUNT,
    CLOSER,
    COLON,
    COMMA,
    ELLIPSIS,
    OPEN,
    PLEA,
    ROLE,
    SECOND,
    SPEECH,
    STOP,
    WE,
    Look,
)
from reviewer.articles.page_mastheads import MASTHEAD

_TRAIL = re.compile(r"\t| [>»/] ")
_STAMPED = re.compile(r"\d{1,2}[.:h]\d\d\b")  # an entry of a live report's list
_ORIGIN = re.compile(r"originally|first pub|this", re.IGNORECASE)
_COSTS = {
    NAVIGATION: -1.0,
    CAPTION: -2.0,
    REPEATED: -3.0,
    DATE: -4.0,
    BYLINE: -4.0,
    TEASER: -5.0,
    PLEADING: -5.0,
    BIO: -8.0,
    COMMENT_HEAD: -8.0,
}
_SIGNED = 12  # lines above an article in which its author's name is looked for
_BY = re.compile(r"\W*(?:by|von|par|por|di|de|door)\s+", re.IGNORECASE)
_LIFE = re.compile(
    r"(?:\S+ ){2,4}(?:is (?:an?|the)|was (?:an?|the)|lives (?:in|near|with)|teaches|works (?:as|at|for|in))\b"
)
_LAST = "♦■◆●"
_BOX = 8  # lines that a box for other stories takes
_LEAST = 12.0  # words in sentences that make an article
_SHORT = 8  # words of a paragraph that may open a short article
_SURE = 40.0  # below this the page is looked through once more for running text
_LONG_PAGE = 60  # lines from which on a page is likely to have teasers with a sentence of their own


@dataclass(frozen=True, slots=True)
class Stretch:
    """What was decided about the lines of a page, by index into its looks.

    `start` and `end` bound the article; `comments` is where the readers' comments begin; `title` the headline;
    `standfirst` the line under it; `unsure` says that nothing read like an article and the best running text was taken.
    """

    kinds: tuple[str | None, ...]
    keep: tuple[bool, ...]
    start: int
    end: int
    comments: int | None
    title: int | None
    standfirst: int | None
    unsure: bool = False


def _values(looks: Sequence[Look], kinds: Sequence[str | None], end: int) -> list[float]:
    """What each line speaks for (its words, where it reads like an article's paragraph) or against the stretch."""
    prose = [kinds[i] is None and looks[i].prose for i in range(end)]
    margins: Counter[int] = Counter()
    for i in range(end):
        if prose[i]:
            margins[looks[i].indent] += min(looks[i].words, 80)
    total = sum(margins.values()) or 1
    apart = sum(1 for i in range(end) if prose[i] and looks[i].before and looks[i].after)
    apart = apart if 8 * apart >= sum(prose) else 0  # in a page without blank lines nothing is glued
    open_lines = [i for i in range(end) if kinds[i] is None]
    place = {i: position for position, i in enumerate(open_lines)}
    items = _items(looks, kinds, end)
    values = []
    listing = False  # after "the winners are:" short lines are the article's
    for i in range(end):
        look, kind = looks[i], kinds[i]
        if kind is not None:
            boxed = kind == PLEADING and i > 0 and kinds[i - 1] == PLEADING
            closing = kind == TEASER and SECTION_END.fullmatch(look.text)
            values.append(-30.0 if closing else -1.0 if boxed else _COSTS[kind])
            if kind in {DATE, BYLINE}:
                listing = False
        elif prose[i]:
            around = [open_lines[p] for p in (place[i] - 1, place[i] + 1) if 0 <= p < len(open_lines)]
            alone = not any(prose[j] or j in items for j in around)
            values.append(_prose_value(look, alone, margins[look.indent] / total, len(margins), apart, end))
            listing = look.end == COLON
        elif look.end == COLON:
            values.append(1.0)
            listing = True
        elif i in items:
            values.append(1.0)
        elif listing and look.words <= 25 and (look.before or look.text.startswith("http")):
            values.append(0.5)
        elif look.end == STOP and look.words >= 3:
            values.append(look.words * 0.5)
        else:
            values.append(-3.0 if look.bullet else -2.5)
    return values


def _items(looks: Sequence[Look], kinds: Sequence[str | None], end: int) -> set[int]:
    """The numbered headings of an article in parts: three and more set apart, counted up or down, with prose between them."""
    run: list[int] = []
    found: set[int] = set()
    prose = False
    for i in range(end):
        look = looks[i]
        prose = prose or (kinds[i] is None and look.prose)
        if not (look.number and kinds[i] is None and look.before and look.after and look.words <= 14):
            continue
        step = look.number - looks[run[-1]].number if run else 0
        goes_on = prose and (step in {1, -1}) and (len(run) < 2 or step == looks[run[1]].number - looks[run[0]].number)
        run = [*run, i] if goes_on else [i]
        prose = False
        if len(run) >= 3:
            found.update(run)
    return found


def _prose_value(look: Look, alone: bool, margin: float, margins: int, apart: int, end: int) -> float:
    """`margin` is the share of the page's prose at this line's indentation, `apart` how many prose lines stand apart."""
    value = float(min(look.words, 70))
    if look.bullet and look.words < 14:
        value *= 0.3
    if look.end == ELLIPSIS:
        value *= 0.3
    if alone:
        if look.words < 45:
            value *= 0.4 if end > _LONG_PAGE else 0.5
        if end > _LONG_PAGE and margin < 0.3:
            value *= 0.4
    if not look.before and not look.after:
        value *= 0.1 if apart >= 3 else 0.4
    if (not look.before or not look.after) and JOINT.search(look.text[:300]):
        value *= 0.05
    if margin < 0.1 and margins > 1 and look.indent:
        value *= 0.5
    return value


def _best(values: Sequence[float]) -> tuple[int, int]:
    """The stretch with the largest sum (Kadane)."""
    best, total, start, bounds = 0.0, 0.0, 0, (0, 0)
    for i, value in enumerate(values):
        if total <= 0:
            total, start = 0.0, i
        total += value
        if total > best:
            best, bounds = total, (start, i + 1)
    return bounds


def _headline(
    looks: Sequence[Look], kinds: Sequence[str | None], first: int, end: int, *, named: bool = False
) -> int | None:
    """The line above the first paragraph whose words the first paragraphs take up again, those that are mostly names too if `named`."""
    told = (look for look, kind in zip(looks[first:end], kinds[first:end], strict=False) if kind is None)
    body = [look.vocabulary for look in told if look.prose or (named and look.words >= _SHORT and look.end == STOP)][:5]
    taken_up = " ".join(frozenset[str]().union(*body))
    times = Counter(look.text for look in looks if look.words <= 30)
    scores: dict[int, float] = {}
    for i in range(first - 1, -1, -1):
        look = looks[i]
        if not 3 <= look.words <= 30:
            continue
        trail = _ends_a_trail(looks, i)
        twice = times[look.text] > 1 or trail
        signed = look.end in {OPEN, CLOSER} and any(kind in {DATE, BYLINE} for kind in kinds[i + 1 : min(first, i + 3)])
        named = (twice and look.end == OPEN) or signed
        if kinds[i] not in {None, REPEATED} and not (
            (kinds[i] == CAPTION and named) or (kinds[i] == TEASER and signed and first - i <= 6)
        ):
            continue
        if (
            look.end in {COLON, COMMA}
            or look.text.endswith(".")
            or _TRAIL.search(look.text)
            or _STAMPED.match(look.text)
        ):
            continue
        words = look.vocabulary
        if not words:
            continue
        # its first letters, for the body inflects a word and makes compounds of it
        score = sum(1 for word in words if word[:6] in taken_up) / (len(words) + 1.5) - 0.006 * min(first - i, 60)
        score += 0.15 * (twice and kinds[i] is None) - 0.1 * (look.bullet > 0) - 0.1 * (look.words >= 18)
        score += 0.25 * (trail and kinds[i] is not None) + 0.1 * signed
        scores[i] = score - 0.1 * (kinds[i] is not None) - 0.1 * (not look.before and not look.after)
    scores = {i: score for i, score in scores.items() if not MASTHEAD.fullmatch(looks[i].text)} or scores
    if not scores:
        return None
    for i in scores:  # one headline among many belongs to a list of them
        beside = sum(
            1 for j in range(i - 4, i + 5) if j in scores and looks[j].words >= 5 and looks[j].text != looks[i].text
        )
        scores[i] -= 0.25 * (beside >= 3)
    found = max(scores, key=lambda i: (scores[i], i))
    if scores[found] <= 0.15:
        return None
    above = scores.get(found - 1, 0.0)
    if looks[found].words >= 12 and above > 0.1 and looks[found - 1].words <= 10:
        return found - 1  # a headline in few words, and its standfirst
    if above > max(0.15, 0.4 * scores[found]) and looks[found].words > looks[found - 1].words:
        return found - 1
    return min(i for i in scores if found - 8 <= i <= found and scores[i] >= 0.6 * scores[found])


def _ends_a_trail(looks: Sequence[Look], i: int) -> bool:
    """Whether a line beside this one leads through sections to the same words ("Home / Town / The words")."""
    text = looks[i].text
    return any(
        len(other.text) > len(text)
        and other.text.endswith(text)
        and not other.text[: -len(text)].rstrip().endswith(":")
        for other in (*looks[max(0, i - 4) : i], *looks[i + 1 : i + 3])
    )


def _standfirst(looks: Sequence[Look], kinds: Sequence[str | None], title: int | None, first: int) -> int | None:
    if title is None:
        return None
    for i in range(title + 1, min(title + 8, first)):
        look = looks[i]
        if look.text == looks[title].text or kinds[i] is not None or look.words < 7 or look.lower < 0.5:
            continue
        above = look.before or i == title + 1
        below = look.after or kinds[i + 1] in {DATE, BYLINE}
        return i if above and below and not look.bullet and look.words <= 60 else None
    return None


def _trim_head(
    looks: Sequence[Look], keep: list[bool], start: int, end: int, title: int | None, under: int | None
) -> None:
    """Above the first real paragraph only what reads like a sentence or stands under the title remains."""
    body = (
        i for i in range(start, end) if keep[i] and looks[i].words >= 18 and (looks[i].prose or looks[i].lower > 0.6)
    )
    first = next(body, start)
    for i in range(start, first):
        look = looks[i]
        if not keep[i] or i == under:
            continue
        apart = look.after > 0 and (look.before > 0 or look.prose)
        sentence = look.end in {STOP, COLON}
        standing = look.words >= 6 and look.lower >= 0.45 and look.end in {OPEN, STOP, CLOSER}
        above_title = title is not None and i < title
        small = look.words < 14 and not sentence and i < first - 3
        keep[i] = apart and (sentence or standing) and not above_title and not small


def _trim_tail(
    looks: Sequence[Look], kinds: Sequence[str | None], keep: list[bool], values: Sequence[float], start: int, end: int
) -> None:
    """Below the last paragraph: stray short lines, the author's life, a last plea and what leads up to it."""
    kept = [i for i in range(start, end) if keep[i]]
    signed = tuple(
        f"{_BY.sub('', look.text)} "
        for look in looks[max(0, start - _SIGNED) : start]
        if 2 <= look.words <= 4 and look.end == OPEN
    )
    pleading = False
    while kept:
        i = kept[-1]
        look = looks[i]
        text = look.text[:300]
        pleading = pleading or (i + 1 < len(looks) and kinds[i + 1] == PLEADING)
        address = look.counts[WE] + look.counts[SECOND]
        stray = not look.prose and look.end not in {STOP, CLOSER} and look.words < 12 and values[i] < 0
        stray = stray and (not look.bullet or (pleading and look.words <= 3))
        author = look.counts[ROLE] > 0 or "@" in look.text[:500]
        life = author and look.quotes < 2 and BIOGRAPHY.search(text) and not _ORIGIN.match(text)
        life = life or (
            look.quotes < 2 and look.words < 60 and text.startswith(signed) and _LIFE.match(text) is not None
        )
        asks = look.counts[PLEA] + look.counts[ACCOUNT] > 0 and look.counts[SPEECH] == 0 and pleading
        plea = address >= 2 and not look.speech and (pleas(look.text) >= 1 or asks)
        if not stray and (len(kept) <= 3 or not (life or plea)):
            break
        pleading = pleading or plea
        keep[i] = False
        kept.pop()


def _extended(looks: Sequence[Look], kinds: Sequence[str | None], stop: int, end: int) -> int:
    """Sentences set apart that follow the best stretch at once, though they lack the stop that would make them prose; and
    what stands, perhaps under a box, above the sign with which magazines end an article."""
    while stop < end:
        look = looks[stop]
        sentence = look.end in {STOP, COLON} or (look.words >= 10 and look.lower >= 0.6)
        if kinds[stop] is not None or not look.before or look.bullet or not sentence:
            break
        stop += 1
    signs = range(stop, min(end, stop + _BOX))
    return next((i + 1 for i in signs if kinds[i] is None and looks[i].before and looks[i].text[-1] in _LAST), stop)


def _feed_begins(looks: Sequence[Look], kinds: Sequence[str | None], end: int) -> int:
    """Where a live feed follows an article: entries of their own, each under a bare time stamp in seconds."""
    stamps = [i for i in range(end) if kinds[i] == DATE and looks[i].text.isdecimal()]
    if len(stamps) < 3 or sum(looks[i].words for i in range(stamps[0]) if looks[i].prose) < 80:
        return end
    return stamps[0]


def _is_sentence(look: Look) -> bool:
    return look.words >= 6 and look.end in {STOP, CLOSER} and look.lower >= 0.5


def _running_text(looks: Sequence[Look], kinds: Sequence[str | None], end: int) -> tuple[int, int] | None:
    """The best stretch of sentences, whatever they were taken for but pleas: the last resort for a page that shows no article."""
    values = [
        float(min(look.words, 70)) if _is_sentence(look) and kind not in {PLEADING, BIO, COMMENT_HEAD} else -5.0
        for look, kind in zip(looks[:end], kinds, strict=False)
    ]
    start, stop = _best(values)
    return (start, stop) if stop > start else None


def _reads(looks: Sequence[Look], kinds: Sequence[str | None], end: int) -> bool:
    """Whether a page without an article to speak of is a note or a poem, to be kept whole, and no list of links."""
    words = [looks[i].words for i in range(end) if kinds[i] is None and not looks[i].bullet]
    return 2 * len(words) > end and (end <= 2 or sum(words) >= 4 * len(words))


def find_stretch(looks: list[Look]) -> Stretch:
    """Decides about every line of a page; linear in the number of lines."""
    spaced = spaced_share(looks)
    kinds = kinds_of(looks, spaced)
    comments = comments_begin(looks, kinds, spaced)
    end = _feed_begins(looks, kinds, len(looks) if comments is None else comments)
    mark_furniture(looks, kinds, end)
    values = _values(looks, kinds, end)
    start, stop = _best(values)
    weight = sum(max(value, 0.0) for value in values[start:stop])
    if weight < _SURE:
        running = _running_text(looks, kinds, end)
        if running is not None and sum(look.words for look in looks[running[0] : running[1]]) > 5 * max(weight, _LEAST):
            start, stop = running
            keep = [start <= i < stop and _is_sentence(look) for i, look in enumerate(looks)]
            return Stretch(tuple(kinds), tuple(keep), start, stop, comments, None, None, unsure=True)
    if weight < _LEAST and _reads(looks, kinds, end):
        keep = [i < end and kinds[i] is None for i in range(len(looks))]
        return Stretch(tuple(kinds), tuple(keep), 0, end, comments, None, None)
    stop = _extended(looks, kinds, stop, end)
    opening = (i for i in range(start, stop) if kinds[i] is None and looks[i].prose and looks[i].words >= 18)
    first = next(opening, start)
    title = _headline(looks, kinds, first, stop)
    if title is None:  # a short article, whose first paragraphs are short as well
        short = (i for i in range(start, first) if kinds[i] is None and looks[i].prose and looks[i].words >= _SHORT)
        first = next(short, first)
        title = _headline(looks, kinds, first, stop) or _headline(looks, kinds, first, stop, named=True)
    under = _standfirst(looks, kinds, title, first)
    keep = [start <= i < stop and kinds[i] is None for i in range(len(looks))]
    if title is not None and start - title <= 15:
        for i in range(title + 1, start):
            look = looks[i]
            keep[i] = kinds[i] is None and look.prose and look.before > 0 and look.after > 0 and not look.bullet
    if title is not None:
        keep[title] = False
    if under is not None:
        keep[under] = True
    _trim_head(looks, keep, start, stop, title, under)
    _trim_tail(looks, kinds, keep, values, start, stop)
    return Stretch(tuple(kinds), tuple(keep), start, stop, comments, title, under)
