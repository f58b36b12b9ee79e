"""What only its neighbours tell of a line: captions told twice, teaser lists, cards, offers, authors' lives."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from reviewer.articles.page_kinds import (
    BIO,
    BIOGRAPHY,
    BYLINE,
    CAPTION,
    DATE,
    NAVIGATION,
    PLEADING,
    REPEATED,
    TEASER,
    kind_of,
    pleas,
)
from reviewer.articles.page_looks import CLOSER, COLON, OPEN, ROLE, SECOND, SPEECH, STOP, TRIGGER, WE, Look

_LABELLED = re.compile(r"(?::|\||–|—|»|>|→)\s*\S")  # "Related: …", a teaser in itself
_BYLINES = 8  # whose names are looked for
_FACTS = frozenset({NAVIGATION, DATE, BYLINE, PLEADING})
_NAME = re.compile(r"[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,3}")
_BY = re.compile(r"\W*(?:by|von|par|por|di|de|door)\b\W*", re.IGNORECASE)
_TITLED = re.compile(r"(?:Mr|Mrs|Ms|Mx|Dr|Prof(?:essor)?)\.? ")
_MORE = re.compile(r"(?:read |see |more )?(?:more|related|also|next)(?: on| from| in)?\W*", re.IGNORECASE)
# a headline run together with its teaser: "… harbourThe port …"
JOINT = re.compile(r"[a-z]{4}[A-Z][a-z]* (?:[a-z\d]|[A-Z][a-z]+,? [a-z])")


def _alike(one: Look, two: Look) -> bool:
    a, b = one.vocabulary, two.vocabulary
    sizes = len(a), len(b)
    if min(sizes) < 3 or min(sizes) < 0.6 * max(sizes):
        return False
    both = len(a & b)
    return both >= 0.6 * (sum(sizes) - both)


def _tells_a_picture_twice(looks: list[Look], kinds: list[str | None], i: int) -> bool:
    """Whether a line says what one beside it says; more than two that do are a list of like things."""
    look = looks[i]
    near = alike = 0
    sentence = look.prose and look.end == STOP and look.words > 28
    least = look.words / 3
    for j in range(max(0, i - 3), min(len(looks), i + 4)):
        other = looks[j]
        if j == i or other.words > least * 9 or other.words < least or other.words > 45:
            continue
        if (kinds[j] is not None and kinds[j] != CAPTION) or other.text == look.text:
            continue
        if not (sentence and other.prose and other.end == STOP) and _alike(look, other):
            alike += 1
            near += abs(i - j) <= 2
    return near > 0 and alike <= 2


def _forgive_repetition(looks: list[Look], kinds: list[str | None], twice: list[int]) -> None:
    """Sentences said twice stay when they are the bulk of the page's: then they are its text, and nobody's caption."""
    for i in twice:
        if looks[i].prose and looks[i].words >= 35 and (i == 0 or looks[i - 1].text != looks[i].text):
            kinds[i] = None
    sentences = [i for i in twice if looks[i].prose]
    rest = sum(look.words for i, look in enumerate(looks) if look.prose and kinds[i] is None)
    if sum(looks[i].words for i in sentences) <= rest:
        return
    seen: set[str] = set()
    for i in sentences:
        if looks[i].text not in seen:
            kinds[i] = None
            seen.add(looks[i].text)


def spaced_share(looks: list[Look]) -> float:
    """The share of prose lines with a blank line on both sides: near 1 where the page sets paragraphs apart."""
    prose = [look for look in looks if look.prose]
    return sum(1 for look in prose if look.before and look.after) / (len(prose) or 1)


def kinds_of(looks: list[Look], spaced: float) -> list[str | None]:
    """The kind of every line: by itself, then by its neighbours (repeated lines, captions told twice, credits)."""
    for look in looks:
        if not look.judged:
            look.judged.append(kind_of(look))
    kinds = [look.judged[0] for look in looks]
    count = len(looks)
    twice: list[int] = []
    for i, look in enumerate(looks):
        if kinds[i] is not None:
            continue
        if look.words >= 4 and look.chars < 400 and "\t" not in look.text:
            if any(0 <= j < count and looks[j].text == look.text for j in (i - 1, i + 1)):
                kinds[i] = REPEATED
                twice.append(i)
                continue
            if (
                look.words <= 45
                and look.quotes < 2
                and "@" not in look.text
                and _tells_a_picture_twice(looks, kinds, i)
            ):
                kinds[i] = CAPTION
                twice.append(i)
    _forgive_repetition(looks, kinds, twice)
    for i, look in enumerate(looks[:-1]):
        if kinds[i] is None and kinds[i + 1] == CAPTION and look.words >= 4 and looks[i + 1].text.startswith(look.text):
            kinds[i] = CAPTION
    if spaced > 0.5:
        for i, look in enumerate(looks):
            if kinds[i] is None and not look.bullet and look.words <= 45 and look.end in {OPEN, STOP, CLOSER}:
                below = (
                    look.after == 0
                    and i + 1 < count
                    and kinds[i + 1] == CAPTION
                    and _names_a_picture(look, looks[i + 1])
                )
                dated = look.after == 0 and i + 1 < count and kinds[i + 1] == DATE  # a name over its date
                above = look.before == 0 and i > 0 and kinds[i - 1] == CAPTION and not dated
                if below or (above and (look.words <= 4 or (looks[i - 1].words > 4 and look.words <= 20))):
                    kinds[i] = CAPTION
    return kinds


def _names_a_picture(look: Look, caption: Look) -> bool:
    """Whether a line glued to the caption below is a part of it: over a bare credit, or what a blind reader hears of the picture."""
    if caption.words <= 8:
        return True
    alone = look.before > 0 and caption.after > 0
    return alone and look.words <= 25 and not look.quotes and ". " not in look.text


def mark_furniture(looks: Sequence[Look], kinds: list[str | None], end: int) -> None:
    """Gives the lines above `end` the kinds that only their neighbours tell."""
    _mark_teaser_lists(looks, kinds, end)
    _mark_cards(looks, kinds, end)
    _mark_glued_cards(looks, kinds, end)
    _mark_feed(looks, kinds, end)
    _mark_labels(looks, kinds, end)
    _mark_headline_lists(looks, kinds, end)
    _mark_offers(looks, kinds, end)
    _mark_by_neighbours(looks, kinds, end)


def _mark_teaser_lists(looks: Sequence[Look], kinds: list[str | None], end: int) -> None:
    """Under "Read next" or "Most popular" come headlines, with dates, names and pictures, until prose sets in again."""
    i = 0
    while i < end:
        bare = kinds[i] == NAVIGATION and i + 1 < end and _MORE.fullmatch(looks[i].text) is not None
        bare = bare and (not looks[i + 1].before or looks[i].end == COLON)
        if (kinds[i] != TEASER and not bare) or looks[i].words > 8:
            i += 1
            continue
        bulleted = any(look.bullet for look in looks[i + 1 : i + 3])
        inline = _LABELLED.search(looks[i].text) is not None
        j = i + 1
        while j < end and j - i < 16:
            look = looks[j]
            if (inline or bare) and look.before and looks[i].end != COLON:
                break
            if look.before and j > i + 1 and not any(looks[k].before for k in range(i + 1, j)):
                break
            described = (
                bulleted
                and look.words <= 20
                and (look.bullet or looks[j - 1].bullet)
                and not (look.before and look.after)
            )
            sentence = look.prose or (look.end in {STOP, COLON} and (look.lower >= 0.5 or look.words < 4))
            if sentence and not described:
                break
            if kinds[j] not in {None, DATE, CAPTION, BYLINE, NAVIGATION, TEASER, REPEATED} and look.words > 4:
                break
            heading = look.after > 0 and look.before > 0 and not look.bullet and j > i + 1
            if heading and j + 1 < end and looks[j + 1].prose:
                break
            if kinds[j] is None:
                kinds[j] = TEASER
            j += 1
        i = j


def _mark_cards(looks: Sequence[Look], kinds: list[str | None], end: int) -> None:
    """A card for another story: its headline twice, with a picture's words between, and the summary, all without a gap."""
    for i in range(end - 2):
        text = looks[i].text
        if looks[i].words < 5 or looks[i].chars > 200 or text == looks[i + 1].text:
            continue
        j = i + 1
        while j < min(end, i + 5) and looks[j].before == 0 and looks[j].text != text:
            j += 1
        if j == min(end, i + 5) or looks[j].before or looks[j].text != text:
            continue
        if j + 1 < end and looks[j + 1].before == 0:
            j += 1
        first = i - 1 if i and looks[i].before == 0 and looks[i - 1].words <= 3 else i
        kinds[first : j + 1] = [TEASER] * (j + 1 - first)


def _mark_glued_cards(looks: Sequence[Look], kinds: list[str | None], end: int) -> None:
    """Cards for other stories in a page that sets its paragraphs apart: a headline, perhaps a section's name, and glued to
    them a sentence.  One may be a heading of the article's own; three without a paragraph between them are a list."""
    cards: list[tuple[int, int]] = []
    runs = [cards]
    apart = together = 0
    i = 0
    while i < end:
        stop = _card(looks, kinds, end, i)
        if stop is not None:
            cards.append((i, stop))
            i = stop
            continue
        look = looks[i]
        if kinds[i] is None and look.prose:
            glued = not (look.before and look.after)
            joint = (glued or cards) and JOINT.search(look.text[:300])
            if joint and glued:
                cards.append((i, i + 1))
            elif not (joint and cards):
                if cards:
                    cards = []
                    runs.append(cards)
                apart += look.before > 0
                together += look.before == 0
        i += 1
    if apart < 3 or apart < 2 * together:
        return
    for run in runs:
        if len(run) >= 3:
            for j in range(run[0][0], run[-1][1]):
                kinds[j] = kinds[j] or TEASER


def _card(looks: Sequence[Look], kinds: Sequence[str | None], end: int, i: int) -> int | None:
    """The line behind a card that begins with line `i`."""
    if not _is_headline(looks[i]) or kinds[i] not in {None, CAPTION, REPEATED}:
        return None
    j = i + 1
    while j < min(end, i + 4) and looks[j].before == 0 and not looks[j].prose and looks[j].words <= 25:
        j += 1
    if j < end and looks[j].before == 0 and looks[j].prose and looks[j].words <= 70 and kinds[j] in {None, CAPTION}:
        return j + 1
    return None


def _is_headline(look: Look) -> bool:
    return 4 <= look.words <= 28 and not look.prose and look.end in {OPEN, CLOSER} and look.chars < 200


def _mark_feed(looks: Sequence[Look], kinds: list[str | None], end: int) -> None:
    """A feed of other stories: time and again a headline and a byline or a date between two sentences that stand alone."""
    run: list[tuple[int, int]] = []
    above = -1
    for i in range(end + 1):
        if i < end and not (kinds[i] is None and looks[i].prose):
            continue
        gap = range(above + 1, i)
        headed = any(
            4 <= looks[j].words <= 28 and looks[j].end in {OPEN, CLOSER} and kinds[j] not in _FACTS for j in gap
        )
        signed = any(kinds[j] == BYLINE or (kinds[j] == DATE and (looks[j].date or looks[j].ago)) for j in gap)
        if i < end and above >= 0 and headed and signed:
            run.append((gap.start, i))
        else:
            if len(run) >= 3:
                for j in range(run[0][0], run[-1][1] + 1):
                    kinds[j] = kinds[j] or TEASER
            run = []
        above = i


def _mark_labels(looks: Sequence[Look], kinds: list[str | None], end: int) -> None:
    """A section's name that comes back, each time with a headline under it: pointers to other stories between paragraphs."""
    times = Counter(look.text for look in looks[:end] if look.words <= 4)
    shown = [i for i in range(end) if kinds[i] not in {NAVIGATION, CAPTION, DATE}]
    for above, i, j, below in zip(shown, shown[1:], shown[2:], shown[3:], strict=False):
        label, headline = looks[i], looks[j]
        named = label.words <= 4 and label.end == OPEN and not label.bullet and times[label.text] > 1 and label.before
        pointed = named and label.words and _is_headline(headline) and not headline.bullet
        if pointed and kinds[i] is kinds[j] is None and looks[above].prose and looks[below].prose:
            kinds[i] = kinds[j] = TEASER


def _mark_headline_lists(looks: Sequence[Look], kinds: list[str | None], end: int) -> None:
    """Three headlines and more glued together, or five of them set apart, in a page that sets its paragraphs apart, unless a
    colon announces them."""
    prose = [i for i in range(end) if kinds[i] is None and looks[i].prose]
    if len(prose) < 4 or 4 * sum(1 for i in prose if looks[i].before and looks[i].after) < 3 * len(prose):
        return
    run: list[int] = []
    glued: list[int] = []
    for i in range(end + 1):
        listed = i < end and kinds[i] is None and _is_listed(looks[i])
        if not (listed and glued and not looks[i].before):
            if len(glued) >= 3:
                _call_teasers(looks, kinds, glued)
            glued = []
        if listed:
            run.append(i)
            glued.append(i)
            continue
        if i == end or (kinds[i] is None and (looks[i].words > 4 or looks[i].end != OPEN)):
            if len(run) >= 5 and sum(1 for j in prose if j < run[0]) >= 3:
                _call_teasers(looks, kinds, range(run[0], run[-1] + 1))
            run = []


def _call_teasers(looks: Sequence[Look], kinds: list[str | None], lines: Sequence[int]) -> None:
    if lines[0] == 0 or looks[lines[0] - 1].end != COLON:
        for i in lines:
            kinds[i] = kinds[i] or TEASER


def _is_listed(look: Look) -> bool:
    return look.words >= 6 and not look.bullet and _is_headline(look)


def _mark_offers(looks: Sequence[Look], kinds: list[str | None], end: int) -> None:
    """A box that sells or asks: lines with words of pleading close to one another, the short ones between them and the
    box's heading."""
    run: list[int] = []
    for i in range(end + 1):
        look = looks[i] if i < end else None
        if look is not None and (kinds[i] == PLEADING or (kinds[i] is None and _offers(look))):
            run.append(i)
        elif run and (
            look is None or i - run[-1] > 3 or (kinds[i] is None and look.prose and (look.before or look.after))
        ):
            if len(run) >= 3 and sum(1 for j in run if kinds[j] == PLEADING or pleas(looks[j].text)) >= 2:
                above = run[0] - 1
                headed = above >= 0 and looks[above].words <= 8 and looks[above].end == OPEN and looks[above].after == 0
                for j in range(above if headed else run[0], run[-1] + 1):
                    if kinds[j] is None and looks[j].words <= 30 and not looks[j].quotes:
                        kinds[j] = PLEADING
            run = []


def _offers(look: Look) -> bool:
    """Whether a line may stand in such a box: its words are of selling or asking, and it is no sentence about others."""
    if look.words > 25 or look.quotes or not look.counts[TRIGGER]:
        return False
    addressed = look.counts[SECOND] + look.counts[WE] > 0
    if look.prose and (look.before or look.after) and not addressed:
        return False
    return pleas(look.text) >= 1 or (look.words <= 6 and look.end != STOP) or (addressed and look.counts[TRIGGER] >= 2)


def _mark_by_neighbours(looks: Sequence[Look], kinds: list[str | None], end: int) -> None:
    """Promotions inside the article (short paragraphs with a bare date under them), and authors' lives under their names."""
    for i in range(1, end):
        if kinds[i] == NAVIGATION and looks[i - 1].bullet and looks[i].text.startswith("http"):
            kinds[i] = None  # the address of an item in a list
        if kinds[i] != DATE or not looks[i].date:
            continue
        j = i - 1
        while j >= 0 and kinds[j] is None and looks[j].words <= 4 and looks[j].after == 0 and looks[j].end == OPEN:
            kinds[j] = BYLINE  # or a section's name: neither belongs to the text
            j -= 1
    seen = 0
    promotions = []
    for i in range(end - 1):
        look, below = looks[i], looks[i + 1]
        if kinds[i] is not None:
            continue
        seen += look.prose
        dated = kinds[i + 1] == DATE and below.words <= 4 and (below.date or below.ago)
        if dated and look.prose and seen > 2 and look.words < 60 and look.quotes < 2:
            promotions.append(i)
        elif below.ago and below.words <= 4 and seen > 1 and not look.prose:
            kinds[i] = TEASER
    if len(promotions) > 1:  # a single one may be the article's own paragraph above a stray date
        for i in promotions:
            kinds[i] = TEASER
    signed = [looks[i].text[:80] for i in range(end) if kinds[i] == BYLINE][:_BYLINES]
    names = {name for text in signed for name in _NAME.findall(_BY.sub("", text))}
    surnames = tuple(f"{name.split()[-1]} " for name in names)
    for i in range(1, end):
        look, above = looks[i], looks[i - 1]
        if kinds[i] is not None or look.words < 6 or (look.quotes >= 2 and look.counts[SPEECH]):
            continue
        under = 2 <= above.words <= 5 and look.text.startswith(above.text)
        if under and (look.counts[ROLE] or BIOGRAPHY.search(look.text[:200])):
            kinds[i - 1] = kinds[i] = BIO
        elif (
            look.counts[ROLE]
            and (
                any(look.text.startswith(name) for name in names)
                or _TITLED.sub("", look.text[:40]).startswith(surnames)
            )
            and BIOGRAPHY.search(look.text[:200])
        ):
            kinds[i] = BIO
