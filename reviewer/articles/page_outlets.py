"""Who publishes a page, among those whom it only names: owners of rights, pleas, mastheads."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from reviewer.articles.page_kinds import BYLINE, CAPTION, DATE
from reviewer.articles.page_looks import Look
from reviewer.articles.page_mastheads import MASTHEAD
from reviewer.articles.page_stretch import Stretch

_I = re.IGNORECASE
ROLE_WORD = re.compile(
    r"\b(?:staff|reporters?|correspondents?|editors?|columnists?|writers?|news|contributors?|desk|agency|agencies|business"
    r"|politics|sports?|opinion|analysis|bureau|press|magazine|image|avatar|guest|admin|more|articles?|read|view)\b",
    _I,
)
_RIGHTS = re.compile(
    r"(?:(?:copyright\W*)?(?:©|\(c\)(?=\W*(?:19|20)\d\d))|copyright(?=\W*(?:19|20)\d\d|(?-i: [A-Z])[\w .&]{2,40} (?:19|20)\d\d\b))\W*(?:copyright\W*)?"
    r"(?:(?:19|20)\d\d(?:\s*[-–]\s*(?:(?:19|20)?\d\d|present))?\W*)?(?:by )?",
    _I,
)
_PARTS = re.compile(r"\s*[,|•·–—]\s*|\s+-\s+")
_OWNER = re.compile(
    r"((?:the )?[^\W\d_a-z][\w’'&-]*(?:\.(?:com|org|net|info|co\.uk))?(?: (?:[^\W\d_a-z][\w’'&-]*|of|and|the|&)){0,5})"
)
_COMPANY = re.compile(
    r"(?:,? (?:inc|llc|ltd|pvt|pty|limited|plc|corp|gmbh|ag|kg|co|verlag|group|media|publishing|publications|publishers|communications|holdings|company|all|and|of|the|&)(?!\w)\.?)+$",
    _I,
)
# What else those are called who own a page's rights; by itself it would be the name of a section as well.
_PAPER = re.compile(
    r"(?:The )?(?:[A-Z][\w’'.-]+ ){1,3}(?:Age|Bee|Bulletin|Champion|Citizen|Daily|Eagle|Enterprise|Express|Globe|Independent|Leader|News|"
    r"Observer|Press|Radio|Record|Register|Reporter|Republican|Review|Star|Sun|Voice|Weekly|World)"
)
_ALL_RIGHTS = re.compile(r"\ball rights\b", _I)
AGENCIES = frozenset("ap afp reuters pa epa dpa upi getty associated agence thomson press getty".split())
_OUTLET_HINTS = (
    re.compile(r"\benjoy(?:ed|ing)? (?:reading )?(?P<name>(?-i:[A-Z])[\w&. ]{2,40}?)[’']s (?:content|journalism|reporting|work|coverage)\b", _I),
    re.compile(r"\bsupport (?P<name>(?-i:[A-Z])[\w&. ]{2,40}?)(?:[’']s (?:journalism|reporting|work)| (?:and|so) )", _I),
    re.compile(r"\bfollow (?P<name>(?:the )?(?-i:[A-Z])[\w&. ]{2,40}?) on (?:twitter|facebook|instagram|x)\b", _I),
    re.compile(r"\bsubscribe to (?P<name>(?:the )?(?-i:[A-Z])[\w&. ]{2,40}?)(?: newsletter| today|[.!]|$)", _I),
    re.compile(r"\benjoying (?P<name>(?:the )?(?-i:[A-Z])[\w&. ]{2,40}?)\?", _I),
    re.compile(r"^(?P<name>(?:the )?(?-i:[A-Z])[\w&. ]{2,40}?) is (?:paid for|funded|supported) by (?:the public|its readers|our readers|readers|you)\b", _I),
    re.compile(r"^(?:originally|first) published (?:on|by|in) (?P<name>(?:the )?(?-i:[A-Z])[\w&. ]{2,40}?)[.!]?\s*$", _I),
)  # fmt: skip
_HINTED = re.compile(
    r"njoy|upport|ollow|ubscribe|aid for|unded|ublished|NJOY|UPPORT|OLLOW|UBSCRIBE|AID FOR|UNDED|UBLISHED"
)


def _is_outlet(name: str) -> bool:
    words = name.split()
    small = all(word[0].isupper() or word in {"of", "the", "and", "for"} for word in words)
    return small and len(words) <= 5 and not AGENCIES & set(name.lower().split()) and not ROLE_WORD.fullmatch(name)


def _is_paper(name: str) -> bool:
    return MASTHEAD.fullmatch(name) is not None or _PAPER.fullmatch(name) is not None


def _owner(text: str, *, shown: bool) -> str | None:
    """Whose the rights are by a line that tells; "" where it does not name them or it is a picture's (`shown`), None for other lines."""
    rights = _RIGHTS.search(text) if "©" in text or "opyright" in text else None
    if rights is None:
        return None
    dated = rights.start() == 0 and any(character.isdigit() for character in rights.group())
    owner = _OWNER.match(text, rights.end())
    whole = _ALL_RIGHTS.split(owner[1])[0].strip(" .,") if owner else ""
    name = _COMPANY.sub("", whole).strip(" .,")
    picture = shown and not dated and name == whole
    return name if not picture and 3 <= len(name) <= 50 and _is_outlet(name) else ""


def paper_of(title: str, lines: Iterable[str]) -> tuple[str, str] | None:
    """The newspaper that a page's title begins or ends with, or the only one that owns the rights by its lines, and the words that say so."""
    for part in (title.partition(": ")[0], title.rpartition(" | ")[2], title.rpartition(" - ")[2]):
        if part != title and _is_paper(part.strip()):
            return part.strip(), title
    owners = {name: line for line in lines if (name := _owner(line, shown=False)) and _is_paper(name)}
    return owners.popitem() if len(owners) == 1 else None


def _signed_by(look: Look, kind: str | None) -> list[str]:
    """The masthead in a line with the day ("Marle Courier, 12 May 2031"), or between bars in one with the authors."""
    if look.words > 14 or not (look.date or (kind == BYLINE and "|" in look.text)):
        return []
    parts = _PARTS.split(look.text) if look.date else look.text.split("|")[1:]
    return [name for part in parts if MASTHEAD.fullmatch(name := part.strip())]


def find_outlet(looks: Sequence[Look], stretch: Stretch, head: range) -> tuple[str, str] | None:
    """Who publishes the page: the owner in the copyright line, if the page calls itself so elsewhere too or newspapers are called so, whose plea it is, or
    the masthead that stands alone beside byline and date; never whom it quotes, nor a name cut short.
    """
    outside = [i for i in range(len(looks)) if not stretch.keep[i] and looks[i].chars < 600]
    owners: dict[str, str] = {}
    stated = set()
    for i in outside:
        text = looks[i].text
        name = _owner(text, shown=stretch.kinds[i] == CAPTION)
        if name is None:
            continue
        stated.add(i)
        if name:
            owners.setdefault(name, text[:200])
    others = [looks[i].text.lower() for i in outside if i not in stated] if owners else []
    for name, proof in owners.items():
        called = name.lower()
        if called in others or sum(called in other for other in others) >= 2:
            return name, proof
    papers = [name for name in owners if _is_paper(name)]
    if len(papers) == 1:
        return papers[0], owners[papers[0]]
    end = stretch.comments if stretch.comments is not None else len(looks)
    for i in outside:
        if i >= end:
            break
        for hint in _OUTLET_HINTS if _HINTED.search(looks[i].text) else ():
            match = hint.search(looks[i].text)
            name = match["name"].strip() if match else ""
            if len(name) >= 4 and not name[-1].isupper() and _is_outlet(name):
                return name, looks[i].text[:200]
    mastheads = {
        looks[i].text
        for i in head
        if i != stretch.title
        and looks[i].words <= 5
        and MASTHEAD.fullmatch(looks[i].text)
        and {DATE, BYLINE}.intersection(stretch.kinds[max(0, i - 2) : i + 3])
    }
    mastheads.update(name for i in head if i != stretch.title for name in _signed_by(looks[i], stretch.kinds[i]))
    name = mastheads.pop() if len(mastheads) == 1 else ""
    return (name, name) if name else None
