"""Lines that stand under pictures: descriptions, credits, file names, numbers of a gallery."""

from __future__ import annotations

import re

from reviewer.articles.page_looks import MEDIA, STOP, Look

_I = re.IGNORECASE
_IMAGE_FILE = re.compile(r"[\w%.()-]{1,150}\.(?:jpe?g|png|gif|webp|svg)", _I)
_IMAGE_NUMBER = re.compile(
    r"(?:image|photo|slide|picture|gallery)\s*\d*\s*(?:of|/)\s*/?\s*\d+|\d{1,3} ?(?:/|of) ?\d{1,3}$", _I
)
_AGENCY = r"getty(?: images)?|reuters|\bafp\b|\bap\b|associated press|\bepa\b|shutterstock|alamy|istock"
_CREDIT_BRACKET = re.compile(
    r"\([^()]*(?:/|photo|image|getty|reuters|\bap\b|afp|\bepa\b|\bpa\b|photograph|picture|credit|courtesy|\bvia\b"
    r"|associated press)[^()]*\)\s*$",
    _I,
)
_CREDIT_END = re.compile(
    rf"(?:(?:{_AGENCY}|(?:photo|image|picture)s?)(?: (?:file|photo|image|handout|staff|images))*|©[^.]{{2,60}})\s*[.)]*$",
    _I,
)
_CREDITED = frozenset(
    "getty images image reuters afp ap press epa shutterstock alamy istock photo photos picture pictures file handout staff".split()
)
_CREDIT_TAIL = re.compile(
    r"\b(?:(?:pics?|pictures?|photos?|images?|photograph(?:s|y)?|credits?|illustrations?|graphics?)\s?(?::|\bby\b:?)|photo courtesy of)\s?"
    r"(?-i:[A-Z@])[\w/ .&’'|@-]{1,60}$",
    _I,
)
_SHOWN = re.compile(
    r"(?:\(?(?:pictured|shown|seen|from|clockwise from|clockwise,? from|(?:top|front|back|bottom|middle) row,? from|standing from"
    r"|seated from|l(?:eft)? to r(?:ight)?)\b,?)(?: (?:at the back|in front|here|above|below|right|left|top|centre|center|from (?:the )?left"
    r"|(?:the )?(?:top )?left(?: to right)?))+[:,]? ",
    _I,
)
_CREDIT_BARE = re.compile(r"[A-Z][\w.'’-]+ [A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+)? ?[/|] ?[A-Z]\w+(?: [A-Z]\w+){0,2}")
_CREDIT_NAMED = re.compile(r"\((?:[A-Z][\w.&]* ?){1,4}: ?[A-Z][\w.'’-]+(?: [A-Z][\w.'’/&-]+){0,4}\)$")
_CREDIT_GLUED = re.compile(
    rf"(?:[A-Z][\w.'’-]+ ){{1,3}}?[A-Z][\w.'’-]+ ?/ ?(?i:{_AGENCY})|(?i:{_AGENCY}|photo)(?: [A-Z]\w+)?[ /]*[A-Z][a-z]+ [A-Z]\w+ (?:poses|stands|arrives|speaks)\b"
)
_CREDIT_START = re.compile(
    r"(?:\(?(?:image|photo|picture|graphic|illustration|video|photograph)s?\b[^.]{0,20}(?::|©|by|credit|courtesy)"
    r"|(?:photo |image |picture )?credits?\b|credit\W|courtesy\b|representative image|file photo)",
    _I,
)
_CAPTION_START = re.compile(
    r"(?:image|photo|picture|video|caption|pictured|file|representative image|illustration)s?\s*[:|]"
    r"|(?:image|photo|picture|media) (?:caption|source|credit|copyright)\b|media playback\b",
    _I,
)
_ARCHIVE_CAPTION = re.compile(r"FILE\b ?[-–—:]|[A-Z][A-Z ,.’'()-]{3,60} [-–—] [A-Z]{3,9}\.? \d{1,2}:")


_TEAM = re.compile(r"[A-Z][\w.'’& -]{2,30}(?: ?\(?\d(?:-\d){2,4}\)?)?: ?[A-Z]")
_MATCH_FACTS = re.compile(
    r"(?:subs(?:titutes)?(?: not used)?|unused subs(?:titutes)?|replacements|ref(?:eree)?s?|att(?:endance)?|booked|bookings|yellow cards?|red cards?|sent off"
    r"|scorers?|goals?|tries|conversions?|penalties|half[- ]time|man of the match|venue) ?[:(] ?[\dA-Z]",
    _I,
)
_PLAYERS = 8  # names of a line-up at least


def is_line_up(look: Look) -> bool:
    """Whether a line is the list of a team, or the facts of a match under one ("Referee: A Roe. Attendance: 4,211.")."""
    if look.speech or look.words > 80:
        return False
    if look.words <= 40 and look.lower < 0.5 and _MATCH_FACTS.match(look.text):
        return True
    listed = look.text.count(",") + look.text.count(";")
    return (
        look.lower < 0.2 and listed + 1 >= _PLAYERS and 3 * listed >= look.words and _TEAM.match(look.text) is not None
    )


def is_caption(look: Look) -> bool:
    text = look.text
    media = look.counts[MEDIA] > 0
    if look.words <= 70 and ")" in text[-3:] and not look.speech:
        tail = text[-120:]
        if _CREDIT_BRACKET.search(tail) or (look.words <= 40 and not look.bullet and _CREDIT_NAMED.search(tail)):
            return True
    if look.end != STOP and look.words <= 60 and not look.bullet and (look.words > 3 or media):
        tail = text[-90:]
        last = tail.rstrip(" .)*").rpartition(" ")[2].lower().rpartition("/")[2]
        if ((last in _CREDITED or "©" in tail) and _CREDIT_END.search(tail)) or (media and _CREDIT_TAIL.search(tail)):
            return True
        if look.words <= 12 and media and _CREDIT_START.match(text):
            return True
    if media and look.words <= 45 and _CAPTION_START.match(text):
        return True
    if look.words <= 70 and not look.speech and _SHOWN.match(text):
        return True
    if ("/" in text or "|" in text) and look.words <= 6 and _CREDIT_BARE.fullmatch(text):
        return True
    if ("/" in text[:60] or "Phot" in text[:60]) and look.words <= 60 and _CREDIT_GLUED.match(text):
        return True
    return text[:4].isupper() and _ARCHIVE_CAPTION.match(text) is not None


def is_picture_number(look: Look) -> bool:
    """Whether a short line is a picture's file name or its number in a gallery."""
    text = look.text
    numbered = (look.counts[MEDIA] or look.chars < 10) and _IMAGE_NUMBER.match(text)
    return bool(numbered or ("." in text and _IMAGE_FILE.fullmatch(text)))
