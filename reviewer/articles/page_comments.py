"""Where the readers' comments begin: under a heading, with dates or names or "Reply" around them, or glued to the body."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import accumulate, pairwise

from reviewer.articles.page_kinds import BYLINE, COMMENT_HEAD, COUNTED_COMMENTS, NAVIGATION, REPEATED
from reviewer.articles.page_looks import CHAT, COLON, COMMENT, FIRST, LOWER, MONTHS, OPEN, SECOND, STOP, UPPER, Look

_REPLY = re.compile(
    r"(?:reply|reply ?delete|delete|report|report abuse|like|quote|replies|upvote|downvote|flag|permalink|share"
    r"|log in to reply|reply to .{1,30}|like ?\d*|\d+ likes?|[+-]?\d+)",
    re.IGNORECASE,
)
_SAYS = re.compile(r".{1,60}\b(?:says|said|wrote|commented|replied)\s*:?\s*", re.IGNORECASE)
_AFTER = re.compile(
    r"log ?in|you must|please|sort|(?:add|write|leave|post) ", re.IGNORECASE
)  # may stand under a comment
_NAME = re.compile(r"[@\w][\w.'’@-]*(?: [\w.'’@-]+){0,3}")
_NO_COMMENTS = re.compile(r"\W*(?:0|no) ", re.IGNORECASE)
_REACH = 60  # lines that a chain of signatures is followed, so that the whole stays linear


class _Page:
    """Running sums over the lines of a page, so that any stretch is judged in constant time."""

    def __init__(self, looks: Sequence[Look], kinds: Sequence[str | None]) -> None:
        self.looks = looks
        self.kinds = kinds
        self.count = len(looks)
        says = [look.words <= 8 and look.end in {OPEN, COLON} and bool(_SAYS.fullmatch(look.text)) for look in looks]
        self.signature = [
            says[i]
            or (
                look.words <= 16
                and not look.prose
                and (look.date or look.ago or (look.time and look.counts[MONTHS] > 0))
            )
            for i, look in enumerate(looks)
        ]
        self.firm = [
            self.signature[i]
            and (says[i] or look.ago or look.time or look.words >= 5 or (look.end == OPEN and look.counts[COMMENT] > 0))
            for i, look in enumerate(looks)
        ]
        self.reply = [look.words <= 3 and bool(_REPLY.fullmatch(look.text)) for look in looks]
        self.around = [a or b for a, b in zip(self.reply, self.signature, strict=True)]
        self.name = [
            look.words <= 4
            and look.end == OPEN
            and not look.bullet
            and look.start in {LOWER, UPPER}
            and kinds[i] is None
            and bool(_NAME.fullmatch(look.text))
            for i, look in enumerate(looks)
        ]
        self._prose = [0, *accumulate(look.words if look.prose else 0 for look in looks)]
        self._words = [0, *accumulate(min(look.words, 60) for look in looks)]
        self._chat = [0.0, *accumulate(_chattiness(look) for look in looks)]
        self._speech = [0, *accumulate(int(look.speech) for look in looks)]
        self._apart = [0, *accumulate(int(one.prose and one.before > 0 and one.after > 0) for one in looks)]
        self._lines = [0, *accumulate(int(look.prose) for look in looks)]

    def prose(self, start: int, end: int) -> int:
        """Words of prose from line to line."""
        return self._prose[min(end, self.count)] - self._prose[start]

    def prose_lines(self, start: int, end: int) -> int:
        return self._lines[min(end, self.count)] - self._lines[start]

    def apart(self, end: int) -> float:
        """The share of prose lines above `end`, the last line left out, that blank lines set apart."""
        return self._apart[end - 1] / (self._lines[end - 1] or 1)

    def speech(self, start: int, end: int) -> float:
        """The share of prose lines that report quoted words."""
        lines = self.prose_lines(start, end)
        return (self._speech[min(end, self.count)] - self._speech[start]) / (lines or 1)

    def chat(self, start: int, end: int) -> float:
        """Signs of talk (I, you, slang, shouting, small initials, questions) for each word."""
        end = min(end, self.count)
        return (self._chat[end] - self._chat[start]) / max(self._words[end] - self._words[start], 20)

    def chain(self, flags: Sequence[bool], start: int, gap: int) -> tuple[int, int]:
        """How many flagged lines follow one another at most `gap` lines apart, and the last of them."""
        found, last = 1, start
        for j in range(start + 1, min(self.count, start + _REACH)):
            if j - last > gap:
                break
            if flags[j]:
                found += 1
                last = j
        return found, last


def _chattiness(look: Look) -> float:
    counts = look.counts
    small = look.start == LOWER and look.words > 4
    asks = look.words > 3 and look.text.endswith("?")
    talk = counts[FIRST] + 0.7 * counts[SECOND] + 2 * counts[CHAT] + (look.loud > 0) + 2 * small + asks
    return 0.4 * talk if look.speech else talk  # who is quoted says "I" too


def _under_a_heading(page: _Page, i: int, seen: int) -> bool:
    following = range(i + 1, min(page.count, i + 25))
    signed = sum(page.firm[j] for j in following) + sum(page.reply[j] for j in following)
    talk = page.chat(i, i + 40)
    if signed >= 3 and talk > 0.015:
        return True
    if page.prose(i, page.count) < 0.12 * seen or (talk > 0.05 and page.prose_lines(i, i + 40) >= 2):
        return True
    text = page.looks[i].text
    if COUNTED_COMMENTS.fullmatch(text) is None or _NO_COMMENTS.match(text):
        return False
    if signed < 3 and page.speech(i, i + 40) > 0.25:  # a counter above the article
        return False
    rest = page.chat(i, page.count)
    return rest > 0.03 or signed >= 1 or (seen > 80 and rest > 0.015)


def _signed(page: _Page, i: int) -> bool:
    found, last = page.chain(page.signature, i, 7)
    firm = sum(page.firm[i : last + 1])
    talk = page.chat(i, last + 4)
    if firm >= 3 and found >= 3 and (talk > 0.02 or sum(page.reply[i : last + 8]) >= 2):
        return True
    return firm >= 2 and talk > 0.06


def _answered(page: _Page, i: int) -> bool:
    found, last = page.chain(page.around, i, 6)
    if found < 4 or page.chat(i, last + 3) <= 0.015:
        return False
    numbers = [int(look.text) for look in page.looks[i : last + 1] if look.chars < 5 and look.text.isdecimal()][:3]
    counted = len(numbers) > 1 and all(two == one + 1 for one, two in pairwise(numbers))
    return not (counted and page.looks[i].text.isdecimal())  # the numbers of a list, no votes


def _named(page: _Page, i: int) -> bool:
    found, last = page.chain(page.name, i, 3)
    if found < 5 or (found < 8 and page.count - last >= 12):
        return False
    return page.chat(i, last + 3) > 0.035 and page.prose(i, last) > 20


def _glued(page: _Page, i: int, repeated: frozenset[str]) -> bool:
    """A forum's replies that follow a well-spaced article without a blank line."""
    looks = page.looks
    look, above = looks[i], looks[i - 1]
    if (
        look.before
        or look.bullet
        or not above.before
        or above.end != STOP
        or page.prose_lines(0, i) < 4
        or page.apart(i) < 0.85
    ):
        return False
    if not look.prose and page.chat(i, i + 1) <= 0.1:
        return False
    near = range(i, min(page.count, i + 24))
    plain = [looks[j] for j in near if page.kinds[j] in {None, REPEATED} and looks[j].words >= 6]
    glued = sum(1 for one in plain if one.before == 0 and not one.bullet)
    if page.kinds[i] is not None or glued < 3 or glued < 0.4 * len(near):
        return False
    before, after = page.chat(0, i), page.chat(i, page.count)
    if after > 0.035 and before < 0.03:
        return True
    echoed = sum(1 for one in looks[i : i + 40] if one.text in repeated)
    quiet = page.speech(i, page.count) <= 0.5 * page.speech(0, i)
    return quiet and ((echoed >= 2 and after > 0.5 * before) or after > max(0.02, 2 * before))


def comments_begin(looks: Sequence[Look], kinds: Sequence[str | None], spaced: float) -> int | None:
    """The index of the first line of the readers' comments, with the names and dates that belong to it; None without.

    `spaced` is the share of prose lines with blank lines around them.  Some prose must come first: a counter in the
    share bar is no thread.
    """
    opening = next((i for i, look in enumerate(looks) if look.prose), len(looks))
    page = _Page(looks[opening:], kinds[opening:])
    looks = page.looks
    tally = Counter(look.text for look in looks if look.words >= 8)
    repeated = frozenset(text for text, times in tally.items() if times > 1)
    found = None
    for i in range(page.count):
        seen = page.prose(0, i)
        if seen < 20:
            continue
        if (
            (page.kinds[i] == COMMENT_HEAD and _under_a_heading(page, i, seen))
            or (page.firm[i] and _signed(page, i))
            or (page.reply[i] and _answered(page, i))
            or (page.name[i] and seen > 60 and _named(page, i))
            or (seen > 80 and _glued(page, i, repeated))
        ):
            found = i
            break
    if found is None:
        return None
    if page.kinds[found] == COMMENT_HEAD and not _AFTER.match(looks[found].text):
        return opening + found
    return opening + _with_its_signature(page, found, spaced)


def _signs_below(page: _Page, i: int) -> bool:
    """Whether names and dates stand under the comments: the last one has no comment after it."""
    _, last = page.chain(page.signature, i, 7)
    below = range(last + 1, min(page.count, last + 4))
    return not any(page.kinds[j] is None and page.looks[j].words >= 4 for j in below)


def _with_its_signature(page: _Page, found: int, spaced: float) -> int:
    looks, kinds = page.looks, page.kinds
    i = found
    while i > 1 and page.prose(0, i - 1) >= 20:
        above = looks[i - 1]
        named = page.name[i - 1] and above.words <= 3
        rank = kinds[i - 1] == NAVIGATION and above.words <= 3 and looks[i].before == 0
        if not (named or rank or page.signature[i - 1] or kinds[i - 1] in {COMMENT_HEAD, BYLINE}):
            break
        i -= 1
    if i == found and page.signature[i] and _signs_below(page, i) and page.chat(i - 1, i) > 0.08:
        return i - 1
    if spaced <= 0.7 or kinds[found] == COMMENT_HEAD or looks[i].before == 0 or looks[i - 1].before:
        return i
    j = i  # the first comment, glued to the article, stands above the first signature
    while j > 1 and i - j < 4 and looks[j - 1].before == 0 and not looks[j - 1].bullet and kinds[j - 1] is None:
        if page.prose(0, j - 1) < 20:
            break
        j -= 1
    return j if looks[j - 1].prose else i
