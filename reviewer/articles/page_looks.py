"""What a line of a page looks like, in numbers: the evidence on which the page cleaner decides.

Everything lexical comes from the short lists of general words below; nothing here knows an outlet or a topic.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from operator import eq

_MENU = 60  # code points of a line that a whole site may share
HEAD = 320  # code points of a long line that are looked at word by word

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
MONTH = (
    r"(?:jan(?:uary|uari|uar|vier|eiro)?|feb(?:ruary|ruari|ruar|rero|braio)?|fev(?:ereiro)?|f[ée]v(?:rier)?|mar(?:ch|s|zo|ço)?|märz|maart"
    r"|apr(?:il|ile)?|avril|abr(?:il)?|ma[iy]|mayo|mei|maio|maggio|mag|june?|juni|junio|juin|junho|giugno|giu|july?|juli|julio|juillet|julho|luglio"
    r"|lug|aug(?:ust|ustus)?|août|ago(?:sto)?|sept?(?:ember|embre|iembre)?|set(?:tembre|embro)?|o[ck]t(?:ober|obre|ubre)?|ott(?:obre)?"
    r"|out(?:ubro)?|nov(?:ember|embre|iembre|embro)?|de[cz](?:ember|embro)?|d[ée]cembre|dic(?:iembre|embre)?|gen(?:naio)?|enero"
    r"|янв(?:аря)?|фев(?:раля)?|марта|апр(?:еля)?|мая|июня|июля|авг(?:уста)?|сен(?:тября)?|окт(?:ября)?|ноя(?:бря)?|дек(?:абря)?)"
)
_MARK = re.compile(
    rf"(?:[•*+◦▪‣·–—○●■►▶▸➤→»>-]|>>|\d{{1,3}}[.)](?!\s*{MONTH}\b)|[(\[]\d{{1,3}}[)\]])[ \t\u00a0]+", re.IGNORECASE
)
# A name and the date after it often run together ("Ann LeeMay 3, 2031").
_DATE = re.compile(
    rf"{MONTH}\.?\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+(?:19|20)\d\d"
    rf"|\b\d{{1,2}}(?:st|nd|rd|th|er|\.)?\s+(?:(?:of|de)\s+)?{MONTH}\.?,?\s+(?:de\s+)?(?:19|20)\d\d"
    r"|\b(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}|\b\d{1,2}[-/.]\d{1,2}[-/.](?:19|20)?\d\d\b"
    r"|(?:19|20)\d\d年\d{1,2}月\d{1,2}日",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"\b\d{1,2}[:.]\d\d(?:[:.]\d\d)?\s*(?:[ap]\.?m\b|utc|gmt|[ecmp][sd]t|hrs|ist|bst)|\b\d{1,2}\s*[ap]\.?m\b"
    r"|\b\d{1,2}:\d\d\b",
    re.IGNORECASE,
)
_AGO = re.compile(
    r"\b(?:\d+|an?|one|two|three)\s*(?:s|sec|min|minute|hr?|hour|day|d|week|w|month|mo|year|yr|y)s?\.? ago\b"
    r"|\bhace (?:\d+|una?) (?:minuto|hora|d[ií]a|semana|mes|año)|\bil y a (?:\d+|une?) (?:minute|heure|jour|semaine|mois|an)"
    r"|\bvor (?:\d+|einem|einer) (?:minute|stunde|tag|woche|monat|jahr)|\b\d+ (?:minut[io]|or[ae]|giorn[io]) fa\b"
    r"|\byesterday at\b|[·•]\s*\d+ ?(?:min|hr?|[dwy])\b",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
_DATED = re.compile(r"(?:19|20)\d\d|\d[-/.]\d\d?[-/.]\d")  # what every date has: asked first, since it is quick
_WIDE = re.compile("[\u2e80-\ud7ff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]")  # ideographs, kana, Hangul
_AGO_WORDS = frozenset("ago hace il vor fa yesterday".split())
_ENDS = frozenset(".!?…。！？")
_CLOSERS = "\"'”’»“‘«›‹)]*♦■●◆▪ \u00a0"  # in German “ closes, in Danish « may

# Where a sentence of the line's kind ends: how `Look.end` is to be read.
OPEN, STOP, ELLIPSIS, COLON, COMMA, CLOSER = range(6)
# How the line begins: `Look.start`.
LOWER, UPPER, DIGIT, QUOTE, OTHER = range(5)

_LISTS = {
    "speech": "said says told added asked warned wrote according explained argued claimed insisted noted announced "
    "reported stated",
    "first": "i i'm i’m i've i’ve i'd i’d i'll i’ll me my mine myself imo imho",
    "second": "you your you're you’re you've you’ve yours yourself u ur",
    "we": "our us we're we’re we've we’ve we",
    "share": "share tweet facebook twitter whatsapp linkedin pinterest reddit tumblr flipboard instagram youtube "
    "telegram email e-mail messenger print pin copy link google plus snapchat tiktok pocket sms rss podcast",
    "account": "log login logout sign signin signup register registered subscribe subscriber subscribers subscription "
    "account password newsletter newsletters inbox unsubscribe member membership cookies cookie consent accept "
    "notifications free trial",
    "site": "home menu search skip about contact privacy terms policy conditions navigation sitemap help faq faqs "
    "advertise careers jobs copyright rights reserved accessibility follow sections section topics tags categories "
    "tag category archive archives feedback close open toggle next previous prev page pages top bottom back view load "
    "loading refresh site website app apps edition settings preferences shop store",
    "media": "playback photo photos image images picture pictures pictured video videos gallery slideshow caption file "
    "illustration illustrations credit credits courtesy screenshot screengrab photograph photographs graphic seen poses stands shown",
    "ad": "advertisement advertisements advertising ad ads sponsored promoted promotion sponsor offers deals shopping",
    "comment": "comment comments reply replies commented commenting commenter commenters upvote upvotes downvote likes "
    "like liked reported flag report moderated moderation moderator thread posted post permalink quote joined member "
    "guest anonymous vote votes voted rating edited thumbs oldest newest",
    "thread": "comment comments commenting reply replies response responses discussion conversation thought thoughts "
    "forum think say views opinion opinions notify oldest newest best feedbacks sort disqus javascript login log comentarios comentario commentaires commentaire kommentare kommentar commenti commento reacties",
    "plea": "donate donation donations donors contribute contribution support supporting supporter supporters "
    "fundraising fund fund-raising help please thank thanks enjoy independent journalism membership",
    "role": "reporter correspondent editor columnist writer journalist author editor-in-chief contributor contributing "
    "staff freelance covers covering producer photographer anchor covered bureau writes blogger",
    "chat": "lol lmao omg wtf haha hahaha yeah yes yep nope hi hello hey thanks thx pls plz dont cant im ive awesome "
    "wow btw tho gonna wanna stupid idiot agree disagree great nice love hate crap damn shit fuck fucking bullshit "
    "sucks guys dude bro mate congrats",
    "trigger": "sign signing signin subscribe subscribed subscriber subscribers subscribing subscription subscriptions "
    "newsletter newsletters inbox donate donation donations donating support member supporter patron join follow like "
    "app get unlimited access breaking email unsubscribe trial readers members advertisers sister here privacy cookies "
    "notifications letter letters tip commission affiliate account registering epaper paper experience javascript html5 "
    "failed loaded browser junk bookmark bookmarks fundraising fund share enjoy enjoyed liked value buy shop order "
    "register log logged advertising website site terms community guidelines standards policy policies rules moderate "
    "homepage stories podcast edition expressed click tap download chat unlock unlocked saved cancel newsdesk newsroom tip tip-off touch affected pay moderated moderates moderation moderator moderators profane profanity topic",
    "asking": "anmelden abonnieren registrieren bestellen abonnez inscrivez connectez suscríbete suscribete "
    "apúntate apuntate regístrate registrate iscriviti abbonati registrati inscreva cadastre assine "
    "boletín boletin newsletter nieuwsbrief correo postfach schrijf réservé réservée abonnés abonnenten "
    "suscriptores cookie cookies",
    "month": "january february march april may june july august september october november december jan feb mar apr "
    "jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri "
    "sat sun",
}
GROUPS = tuple(_LISTS)
_BITS: dict[str, tuple[int, ...]] = {}
for _index, _name in enumerate(GROUPS):
    for _entry in _LISTS[_name].split():
        _BITS[_entry] = (*_BITS.get(_entry, ()), _index)
(
    SPEECH,
    FIRST,
    SECOND,
    WE,
    SHARE,
    ACCOUNT,
    SITE,
    MEDIA,
    AD,
    COMMENT,
    THREAD,
    PLEA,
    ROLE,
    CHAT,
    TRIGGER,
    ASKING,
    MONTHS,
) = range(len(GROUPS))


NONE = [0] * len(GROUPS)  # the counts of every line without a word of the lists
_MONTH_WORD = re.compile(MONTH)


def is_calendar_word(word: str) -> bool:
    """Whether a lower-case word names a month or a day of the week."""
    return MONTHS in _BITS.get(word, ()) or _MONTH_WORD.fullmatch(word) is not None


@dataclass(slots=True)
class Look:
    """What one paragraph shows by itself: usually one line, several where the page is hard-wrapped.

    `first` and `last` are its line numbers, counted from 0.  `text` is stripped and without its bullets.  `before` and
    `after` count the blank lines around it.  `lower` is the share of words in small letters (or in a script
    without case).  `date`, `time` and
    `ago` are looked for in lines of at most 20 words.  `counts` has one count for each of `GROUPS`.
    """

    first: int
    last: int
    text: str
    indent: int
    bullet: int
    chars: int
    words: int
    end: int
    start: int
    lower: float
    quotes: int
    loud: int
    date: bool
    time: bool
    ago: bool
    counts: list[int]
    prose: bool
    before: int = 0
    after: int = 0
    number: int = 0  # in a numbered list, 0 in none
    judged: list[str | None] = field(
        default_factory=list
    )  # its kind by itself, once known: one list for the same words
    _vocabulary: frozenset[str] | None = None

    @property
    def vocabulary(self) -> frozenset[str]:
        """The words of more than four letters in its head, in small letters."""
        if self._vocabulary is None:
            self._vocabulary = frozenset([word.lower() for word in _WORD.findall(self.text[:HEAD]) if len(word) > 4])
        return self._vocabulary

    def again(self, first: int, last: int) -> Look:
        """The same words in other lines."""
        return Look(
            first, last, self.text, self.indent, self.bullet, self.chars, self.words, self.end, self.start, self.lower,
            self.quotes, self.loud, self.date, self.time, self.ago, self.counts, self.prose, 0, 0, self.number, self.judged,
            self._vocabulary,
        )  # fmt: skip

    @property
    def speech(self) -> bool:
        """Whether the line reports quoted words."""
        return self.counts[SPEECH] > 0 and self.quotes >= 2


def _ending(text: str) -> int:
    if text[-1:].isalnum():
        return OPEN
    tail = text[-12:].rstrip(_CLOSERS)
    last = tail[-1:]
    if last and last in _ENDS:
        return ELLIPSIS if last == "…" or tail.endswith("...") else STOP
    if last in {":", "："}:
        return COLON
    if last in {",", ";"}:
        return COMMA
    return CLOSER if text[-1:] in {'"', "”", "’", ")", "»", "」", "“", "«"} else OPEN


def _beginning(first: str) -> int:
    if first.islower():
        return LOWER
    if first.isupper():
        return UPPER
    if first.isdigit():
        return DIGIT
    return QUOTE if first in "\"“'‘«„「" else OTHER


def look_at(first: int, last: int, raw: str) -> Look:
    """Looks at the head and the tail of a paragraph, so that a line of megabytes costs no more than a short one."""
    text = raw.strip()
    indent = 0
    if raw[:1].isspace():
        margin = raw[:200]
        indent = min(40, len(margin) - len(margin.lstrip()))
    bullet = number = 0
    while bullet < 3 and not text[:1].isalpha() and (mark := _MARK.match(text)):
        bullet += 1
        digits = mark.group().strip("()[]. \t\u00a0")
        number = int(digits) if digits.isdecimal() else number
        text = text[mark.end() :].lstrip()
    chars = len(text)
    head = text[:HEAD]
    found = _WORD.findall(head)
    count = len(found)
    plain = head.isascii()
    if not plain and (wide := len(_WIDE.findall(head))) * 2 > len(
        head
    ):  # a script without spaces: two characters to a word
        count = max(count, wide // 2)
    words = count if chars <= HEAD else count * chars // HEAD
    low = list(map(str.lower, found))
    counts = NONE
    if known := list(filter(None, map(_BITS.get, low))):
        counts = [0] * len(GROUPS)
        for bits in known:
            for bit in bits:
                counts[bit] += 1
        if counts[SECOND] or counts[WE]:  # the country is not us, nor you
            counts[WE] -= found.count("US")
            counts[SECOND] -= found.count("U")
    small = sum(map(eq, found, low))
    if numbered := _DIGIT.search(head) is not None:
        small -= sum([word[0].isdecimal() for word in found])
    share = max(small, 0) / (len(found) or 1)
    quotes = head.count('"')
    if not plain:
        quotes += head.count("“") + head.count("”") + head.count("«") + head.count("»") + head.count("„")
    end = _ending(text)
    brief = words <= 20
    return Look(
        first,
        last,
        text,
        indent,
        bullet,
        chars,
        words,
        end,
        _beginning(text[:1]),
        share,
        quotes,
        head.count("!") + head.count("??") + head.count(".."),
        brief and numbered and _DATED.search(head) is not None and _DATE.search(head) is not None,
        brief and numbered and _TIME.search(head) is not None,
        brief and (not _AGO_WORDS.isdisjoint(low) or "·" in head or "•" in head) and _AGO.search(head) is not None,
        counts,
        words >= 8 and (end in {STOP, CLOSER} or words >= 25) and share >= 0.5,
        0,
        0,
        number,
        [],
        frozenset([word for word in low if len(word) > 4]) if 4 <= words <= 45 else None,
    )


@lru_cache(maxsize=4096)
def _menu_look(raw: str) -> Look:
    """A short line: menus, share bars and forms, which are the same on every page of a site, are looked at once."""
    return look_at(0, 0, raw)


def looks_at(lines: Sequence[str], paragraphs: Sequence[tuple[int, int]]) -> list[Look]:
    """Looks at every paragraph (first and last line); what a page says again and again is looked at once."""
    known: dict[str, Look] = {}
    looks = []
    for first, last in paragraphs:
        raw = lines[first] if first == last else "\n".join(lines[first : last + 1])
        look = known.get(raw)
        if look is None:
            look = _menu_look(raw).again(first, last) if len(raw) <= _MENU else look_at(first, last, raw)
            known[raw] = look
        else:
            look = look.again(first, last)
        looks.append(look)
    _blank_between(looks)
    return looks


def _blank_between(looks: list[Look]) -> None:
    """Fills in `before` and `after`; outside the page there is as much white as one likes (9).

    In a page that has next to no blank lines nothing is glued together: there every line counts as set apart.
    """
    gaps = [two.first - one.last - 1 for one, two in pairwise(looks)]
    bare = len(gaps) >= 4 and sum(gap > 0 for gap in gaps) * 20 < len(gaps)
    for (one, two), gap in zip(pairwise(looks), gaps, strict=True):
        one.after = two.before = 1 if bare else gap
    if looks:
        looks[0].before = 9
        looks[-1].after = 9
