"""Who wrote a page, when, where and in which language, found among decoys: other dates, other names, "by" and nothing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from reviewer.articles.dates import iso_date
from reviewer.articles.page_kinds import BYLINE, BYLINE_SHAPE, CAPTION, DATE, LIVE_SHIFT, TEASER
from reviewer.articles.page_looks import COMMENT, MONTH, OPEN, ROLE, Look
from reviewer.articles.page_outlets import AGENCIES, ROLE_WORD, find_outlet
from reviewer.articles.page_stretch import Stretch

_I = re.IGNORECASE
_LATER = re.compile(
    r"(?<=\w)\W+(?:last )?(?:updated?|modified|modifiée?|mis à jour|aktualisiert|actualizado|aggiornato|atualizado|bijgewerkt)\b",
    _I,
)  # behind the day of publication
_UPDATED = re.compile(
    r"\W*(?:last )?(?:updated?|modified|modifiée?|mis à jour|(?:zuletzt )?aktualisiert|actualizado|(?:ultimo )?aggiorna\w+|atualizado)\b",
    _I,
)
_FIRST = re.compile(r"\W*(?:first|originally) (?:published|posted)\b", _I)
_PUBLISHED = re.compile(r"\b(?:published|posted|issued|created)\b", _I)
_NUMERIC = re.compile(r"\b(?:(?:19|20)\d\d[-/]\d{1,2}[-/]\d{1,2}|\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d\d)\b")
_YEAR_SIGNS = re.compile(r"((?:19|20)\d\d)年(\d{1,2})月(\d{1,2})日")
_CLOCK = re.compile(
    r"(?<![\d.:+-])(?P<hour>\d{1,2})(?::|h(?=\d\d\b)|\.(?=\d\d ?(?:[ap]\.?m|bst|gmt|uhr)))(?P<minute>[0-5]\d)(?::[0-5]\d)?(?!\d)"
    r"\s*(?:(?P<half>[ap])\.?m\b\.?)?(?:\s*\(?(?P<zone>gmt|utc)\b(?! ?[+-]))?",
    _I,
)
_FORUM = re.compile(r"reaction score|messages?\b|joined\b|member|posts?:|location:|likes?:", _I)
_NUMBERS = {word: n for n, word in enumerate("zero one two three four five six seven eight nine ten".split())} | {
    "a": 1
}
_DAYS_AGO = re.compile(
    rf"\b(?:(yesterday)|(\w+) days? ago|(a week) ago),? (?:on )?(?:\w+day,? )?({MONTH})\.? (\d{{1,2}})\b(?!,? (?:19|20)\d\d)",
    _I,
)
_DATELINE = re.compile(rf"[A-Z][A-Z .,’'-]{{2,40}},? (?i:({MONTH}))\.? (\d{{1,2}})(?:,? ((?:19|20)\d\d))? ?\(?")
_NAME_WORD = r"[^\W\d_a-z][\w’'.-]*"
_NAME = re.compile(
    rf"{_NAME_WORD}(?: (?:{_NAME_WORD}|de|da|del|della|di|du|van|von|der|den|bin|al|el|la|le|ten|ter)){{0,4}}"
)
_FROM = re.compile(rf" (?:in|at) {_NAME.pattern}")  # where a reporter is, behind the name
_BEAT = re.compile(
    r"(?:affairs|arts|assistant|associate|city|chief|climate|communities|community|consumer|courts?|crime|culture|data|defen[cs]e"
    r"|deputy|digital|diplomatic|economics?|education|energy|entertainment|environment(?:al)?|executive|fashion|features|film"
    r"|finance|financial|food|football|foreign|general|global|head|health|home|industry|international|investigations?|lead|legal"
    r"|lifestyle|local|managing|media|medical|money|music|national|night|personal|political|property|regional|religion|royal"
    r"|rural|science|security|senior|showbiz|social|special|technology|tech|trainee|transport|travel|tv|video|weather|world)\b .*"
    r"|[\w-]+ (?:affairs|team)|(?:professor|lecturer|director|president|founder|ceo|analyst|fellow)\b.*",
    _I,
)
_HOUSE = re.compile(
    r"\b(?:Times|Post|Herald|Tribune|Gazette|News|Media|Wire|Online|Desk|Team|Press|Agency|Bureau|Staff|Journal|Daily|Today|Network"
    r"|Magazine|Service|Services|Reporters?|Editors?|Correspondents?)$"
)
_BODY_OF = re.compile(
    r"(?:University|Institute|Ministry|Department|Office|Association|Cent(?:er|re)|College|Society|Council|School|Academy|Foundation|Embassy)"
)
_GLUED_ROLE = re.compile(
    r"(?<=[a-z])(?=(?:Staff|Senior|Deputy|Chief|Political|Business|Sports?|Special|Reporter|Correspondent|Editor|Columnist"
    r"|Writer|Contribut)|(?:[A-Z][a-z]+ ){1,2}(?:Reporter|Correspondent|Editor|Columnist|Writer|Producer)\b)"
)
_GLUED_MONTH = re.compile(r"(?<=[a-z])(?=(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \d)")
_BYLINE_END = re.compile(
    rf"\s+\S+@|\s+(?:on|at|in|for|of|from)\s+|\s*[|•·–—/(\d]|\s+-\s+|\s*\b(?:updated|published|posted|{MONTH}\s+\d|(?:mon|tues|wednes|thurs|fri|satur|sun)day\b)",
    _I,
)
_BY = re.compile(
    r"^\W*(?:(?:words|story|text|reported|written|posted|published|analysis|opinion|review|report|exclusive) )?(?:by:?|von:?|par:?|por|di|de|door)\s+|^(?:author|from|autore?|texto?):?\s+|^(?-i:By(?=[A-Z]))|^(?:words|text|story|interview|review|report)\s*:\s+",
    _I,
)
_LANGUAGES = {
    "en": "the of and to in is that was for with he on as his it at are this have from",
    "de": "der die und das ist nicht von mit den des ein eine im dem auch sich auf für wird sie",
    "fr": "le la les des et est dans que pour une qui pas sur au du avec ce par plus il",
    "es": "el la los las de que y en un una por con para del se no es al lo como",
    "it": "il di che la e per un una non con del della è sono gli anche nel alla più si",
    "pt": "o os que de do da em um uma para com não por mais dos das no na se ao",
    "nl": "de het een van en is dat op te voor met niet zijn aan er ook die bij wordt om",
}
_WORD_LANGUAGES: dict[str, tuple[str, ...]] = {}
for _code, _words in _LANGUAGES.items():
    for _entry in _words.split():
        _WORD_LANGUAGES[_entry] = (*_WORD_LANGUAGES.get(_entry, ()), _code)


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What a page says about its article; `inferred` maps a field to the line that proves it."""

    title: str | None
    outlet: str | None
    byline: str | None
    published: str | None
    language: str | None
    inferred: Mapping[str, str]


def _day(text: str) -> date | None:
    """The first day that a line names with its year."""
    found = iso_date(text)
    if found is None or len(found) < 10:
        token = _NUMERIC.search(text)
        found = iso_date(token.group()) if token else None
    if found is None and (signs := _YEAR_SIGNS.search(text)):
        found = iso_date(f"{signs[1]}/{signs[2]}/{signs[3]}")
    return date.fromisoformat(found[:10]) if found is not None and len(found) >= 10 else None


def _moment(text: str, day: date) -> str:
    """A day with the time of day that the line gives after it or before it; local, unless it says UTC or GMT."""
    times = {
        (
            int(match["hour"]) % 12 + 12 * (match["half"].lower() == "p") if match["half"] else int(match["hour"]),
            match["minute"],
            match["zone"],
        )
        for match in _CLOCK.finditer(text)
    }
    if len(times) != 1:
        return day.isoformat()
    hour, minute, zone = times.pop()
    return f"{day}T{hour:02}:{minute}{'Z' if zone else ''}" if hour < 24 else day.isoformat()


def _head(looks: Sequence[Look], stretch: Stretch) -> range:
    """The lines round the headline, above the first paragraph: where bylines and dates are to be believed."""
    body = [i for i in range(len(looks)) if stretch.keep[i] and looks[i].words >= 18]
    first = next((i for i in body if stretch.title is None or i > stretch.title), stretch.start)
    if stretch.title is not None:
        below = next((i for i in body if i > first), first + 1)
        between = {stretch.kinds[i] for i in range(first + 1, below)} if below - first <= 8 else set()
        dated = any(
            looks[i].date or looks[i].ago or stretch.kinds[i] in {DATE, BYLINE} for i in range(stretch.title + 1, first)
        )
        if stretch.standfirst == first or (between & {DATE, BYLINE} and not dated and TEASER not in between):
            first = below
    top = stretch.title if stretch.title is not None else first
    return range(max(0, top - 3), max(top, first))


def _dates(looks: Sequence[Look], stretch: Stretch, head: range) -> tuple[str, str | None] | None:
    """The day of publication, and the line that proves it where it is not called so."""
    updated = None
    first = [i for i in head if looks[i].date and _FIRST.match(looks[i].text)]
    title = stretch.title if stretch.title is not None else head.start
    for i in first or sorted(head, key=lambda j: (j < title, abs(j - title))):
        look = looks[i]
        if not look.date or look.words > 20 or stretch.kinds[i] in {CAPTION, TEASER}:
            continue
        if any(_FORUM.match(looks[j].text) for j in (i - 1, i, i + 1) if 0 <= j < len(looks)):
            continue
        day = _day(look.text[:200])
        if day is None:
            continue
        if _UPDATED.match(look.text):
            updated = updated or (_moment(look.text[:200], day), look.text[:200])
            continue
        return _moment(_LATER.split(look.text[:200])[0], day), None
    end = stretch.comments if stretch.comments is not None else len(looks)
    for i in range(stretch.end, min(end, stretch.end + 12)):
        look = looks[i]
        if stretch.kinds[i] == DATE and look.date and _PUBLISHED.search(look.text) and (day := _day(look.text[:200])):
            return _moment(_LATER.split(look.text[:200])[0], day), None
    return updated


def _inferred_date(looks: Sequence[Look], stretch: Stretch) -> tuple[str, str] | None:
    """ "Two days ago, on May 3", or a dateline with its year, made sure by the oldest comment."""
    signatures = [] if stretch.comments is None else looks[stretch.comments :]
    days = (_day(look.text[:200]) for look in signatures if look.date and look.words <= 16)
    latest = min((day for day in days if day is not None), default=None)
    for i in range(stretch.start, stretch.end):
        if not stretch.keep[i]:
            continue
        text = looks[i].text[:600]
        dateline = _DATELINE.match(text) if i <= stretch.start + 2 else None
        if dateline is not None and (found := _dated(dateline[1], dateline[2], dateline[3], latest)) is not None:
            return found.isoformat(), looks[i].text[:200]
        ago = _DAYS_AGO.search(text)
        if ago is None:
            continue
        back = 1 if ago[1] else 7 if ago[3] else _NUMBERS.get(ago[2].lower(), int(ago[2]) if ago[2].isdecimal() else 0)
        if not 0 < back < 40:
            continue
        found = _dated(ago[4], ago[5], None, latest, back)
        if found is not None:
            return found.isoformat(), looks[i].text[:200]
    return None


def _dated(month: str, day: str, year: str | None, latest: date | None, back: int = 0) -> date | None:
    """The day `back` days after a day of the year; without its year the comments' must tell it, within two months."""
    if year is None and latest is None:
        return None
    years = [int(year)] if year is not None else [latest.year, latest.year - 1] if latest is not None else []
    for candidate in years:
        stated = _day(f"{month} {day}, {candidate}")
        if stated is None:
            continue
        found = stated + timedelta(days=back)
        if latest is None or timedelta(0) <= latest - found <= timedelta(days=60):
            return found
    return None


def _names(text: str, *, single: bool) -> str | None:
    """The names a byline begins with; a single word only where "by" stands before it."""
    text = _GLUED_MONTH.sub(" ", _GLUED_ROLE.split(text, maxsplit=1)[0])
    text = _BYLINE_END.split(f"{text} ", maxsplit=1)[0].strip(" ,;:.")
    names: list[str] = []
    for part in re.split(r",\s*|\s+and\s+", text):
        name = part.strip()
        if names and _BEAT.match(name):
            break
        if not _NAME.fullmatch(name) or (names and (ROLE_WORD.search(name) or " " not in name)):
            break
        if ROLE_WORD.search(name) and not (single and " " not in name):
            break
        names.append(name)
    if names and (
        _BODY_OF.fullmatch(names[0])
        or _HOUSE.search(names[0])
        or (not single and AGENCIES.issuperset(names[0].lower().split()))
    ):
        return None
    if not names or (not single and not all(2 <= len(name.split()) <= 4 for name in names)):
        return None
    return ", ".join(names)


def _dates_a_place(look: Look) -> bool:
    """Whether a short line tells where and when ("Puerto Claro - 7 May 2031 - 12:40")."""
    return look.date and look.words <= 10 and look.text[0].isupper() and " - " in look.text


def _is_role(look: Look) -> bool:
    """Whether a line says what the one above it does for the paper ("Transport reporter, Harwick")."""
    return look.counts[ROLE] > 0 and 2 <= look.words <= 7 and look.end == OPEN and not look.date


def _byline(looks: Sequence[Look], stretch: Stretch, head: range) -> tuple[str, str | None] | None:
    """The authors, and the line that proves them where no "by" does: a name beside the date, under the headline."""
    title = stretch.title if stretch.title is not None else head.start
    for i in sorted(head, key=lambda j: (j < title, abs(j - title))):
        look = looks[i]
        text = look.text[:200]
        shaped = look.words <= 16 and (look.date or i == title + 1) and BYLINE_SHAPE.match(text)
        if stretch.kinds[i] == BYLINE or shaped:
            rest = LIVE_SHIFT.sub("", _BY.sub("", text.lstrip("|/ "), count=1))
            if rest == text and text.strip(" :|").lower() != "by":
                continue
            if look.words == 1 and rest.strip(" :").lower() == "by":
                below = looks[i + 1] if i + 1 in head else None
                named = _names(below.text, single=False) if below is not None and below.words <= 5 else None
                if named:
                    return named, None
                continue
            found = _names(rest, single=True)
            if found:
                return found, None
    for i in head:
        look = looks[i]
        if i <= title or stretch.keep[i] or stretch.kinds[i] in {CAPTION, TEASER}:
            continue
        if (look.date or look.ago) and look.words <= 14 and not _BY.match(look.text):
            named = _names(look.text[:120], single=False)
            if (
                named
                and named not in looks[title].text
                and re.match(r"\s*(?:[-–—|•·]\s|\|)", look.text[len(named) : len(named) + 3])
            ):
                return named, look.text[:200]
        beside = any(j in head and (stretch.kinds[j] == DATE or _dates_a_place(looks[j])) for j in (i - 1, i + 1))
        beside = beside or (look.after == 0 and i + 1 in head and _is_role(looks[i + 1]))
        if (
            stretch.kinds[i] in {None, BYLINE}
            and beside
            and 2 <= look.words <= (4 if " in " not in look.text and " at " not in look.text else 8)
            and look.end == OPEN
            and not look.counts[COMMENT]
        ):
            named = None if _BY.match(look.text) else _names(look.text, single=False)
            if named is not None and (named == look.text or _FROM.fullmatch(look.text, len(named))):
                return named, look.text
    return None


def _language(text: str) -> str | None:
    """The language whose commonest words fill the text, among seven; None where none of them clearly does."""
    words = re.findall(r"[^\W\d_]+", text[:1600].lower())
    tally: Counter[str] = Counter()
    for word, times in Counter(words).items():
        for code in _WORD_LANGUAGES.get(word, ()):
            tally[code] += times
    ranked = tally.most_common(2)
    if not ranked or ranked[0][1] < max(4, 0.12 * len(words)):
        return None
    return ranked[0][0] if len(ranked) < 2 or ranked[0][1] >= 1.25 * ranked[1][1] else None


def find_facts(looks: Sequence[Look], stretch: Stretch, text: str, outlet: str | None) -> PageFacts:
    """The facts about a page; `text` is the article's, `outlet` what the caller knows already."""
    inferred: dict[str, str] = {}
    head = _head(looks, stretch)
    published = _dates(looks, stretch, head) or _inferred_date(looks, stretch)
    byline = _byline(looks, stretch, head)
    publisher = (outlet, None) if outlet is not None else find_outlet(looks, stretch, head)
    for field, found in (("published", published), ("byline", byline), ("outlet", publisher)):
        if found is not None and found[1] is not None:
            inferred[field] = found[1]
    return PageFacts(
        None if stretch.title is None else looks[stretch.title].text,
        None if publisher is None else publisher[0],
        None if byline is None else byline[0],
        None if published is None else published[0],
        _language(text),
        inferred,
    )
