"""The words of two variants in the form in which flags compare them: contractions unfolded, names and modals marked."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from unicodedata import numeric

from reviewer.comparison.capitals import looks_like_name, mark_proper_names, with_one_spelling
from reviewer.comparison.contractions import unfolded
from reviewer.comparison.counting import MINUS_SIGN
from reviewer.comparison.lexicon import Lexicon
from reviewer.comparison.marking import Token, mark_modals, with_negations
from reviewer.comparison.spelled import split_unit
from reviewer.text import folded

MINUS = re.compile(r"(?<![^\s(])[-−](?=\d)")
WORDS_KEPT = 1 << 16  # words of which the forms are remembered
TAG = range(2, 4)  # words of a question that only asks to agree: "isn't it"
DIGITS_GROUPED = 3  # digits between the marks that part thousands
_BLANKS = " \u00a0\u2009\u202f"
_PARTS = {"½": "1/2", "⅓": "1/3", "⅔": "2/3", "¼": "1/4", "¾": "3/4", "⅕": "1/5", "⅖": "2/5", "⅗": "3/5", "⅘": "4/5"}
_PARTS |= {"⅙": "1/6", "⅚": "5/6", "⅐": "1/7", "⅛": "1/8", "⅜": "3/8", "⅝": "5/8", "⅞": "7/8", "⅑": "1/9", "⅒": "1/10"}
_VULGAR = re.compile(f"[{''.join(_PARTS)}]")
_FIRST = (
    MINUS.pattern,
    r"(?<!\w)(?:US|AU?|C|NZ|HK)\$",
    r"(?:[^\W\d_]\.)+[^\W\d_]\b\.?",  # initials
    r"\[[^\W\d_]\][^\W\d_]+",
    "[$€£¥%]",
    _VULGAR.pattern,
    r"°(?:[CF]\b)?",
    r"\d{1,2}:[0-5]\d(?![\d:])(?:[ap]m\b)?",
    r"[1-9]/(?:[2-9]|10)(?![\d/])",
)
_MIXED = rf"(?:(?:(?<!\d{{4}})[{_BLANKS}])?{_VULGAR.pattern})?"  # 2½, 2 ½; not what follows a year: in 2019 ½ of it
_POINT = (
    rf"\d{{1,3}}(?:[{_BLANKS}]\d{{3}})+(?![\d.,]?\d)",  # thousands set apart by blanks
    rf"\d(?:[\d,]*\d)?(?:\.\d+)?{_MIXED}\w*",
)
_COMMA = (
    rf"\d{{1,2}}[{_BLANKS}]?h[{_BLANKS}]?[0-5]\d(?!\w)",
    rf"\d{{1,3}}(?:[{_BLANKS}]\d{{3}})+(?:,\d+)?(?![\d.,]?\d)",
    r"\d+\.?[ºª]",
    rf"\d+(?:[.,]\d+)*{_MIXED}\w*",
)
_LAST = (
    r"[^\W\d_]+(?:['’‘][^\W\d_]+)*",
    r"[.!?…:;,\n“”\"\[\]()–—«»„]",
    r"(?<=[,:] )['‘](?=[^\W\d_])",  # opens a quotation: “…, telling them, ‘Stop.’”
)
_HOURS = re.compile(r"(\d{1,2})\s?h\s?([0-5]\d)")
_NUMBER = re.compile(r"(\d+(?:[.,]\d+)*)(.*)")
_TIGHT_DEGREES = re.compile(r"(\d+(?:\.\d+)?)([CF])")


def tokens(text: str, words: Lexicon) -> list[Token]:
    """The words of `text`; the pieces of a contraction show the whole contraction."""
    found: list[Token] = []
    initial, paused = True, False
    comma = 0
    for match in _pattern(words).finditer(text):
        shown = match.group()
        if len(shown) == 1 and not shown.isalnum() and shown not in "$€£¥%°-−":
            if shown == "?":
                _drop_tag(found, comma, words)
            comma = len(found) if shown == "," else comma
            paused = True
            initial = initial or shown in ".!?…:\n“\"[«„'‘"
            if shown == "," and found and found[-1].form in words.answers and found[-1].initial:
                found.pop()
                initial = True
            continue
        start, end = match.span()
        if words.elisions and (mark := max(map(shown.find, "'’‘"))) > 0:
            small = words.elisions.get(shown[:mark].lower())
            if small is not None:
                found.append(Token(small, shown[: mark + 1], start, start + mark + 1, False, initial, initial))
                initial, start, shown = False, start + mark + 1, shown[mark + 1 :]
        if found and shown[0].isdigit() and _goes_with_letters(text[found[-1].end : start], found[-1], words):
            before = found[-1]
            before.form, before.shown, before.end = f"{before.form}-{shown}", f"{before.shown}-{shown}", end
            continue
        (form, *rest), name = _forms(shown, words), looks_like_name(shown, words)
        if rest and _named_alike(shown, text[end : end + 2], None if initial else found[-1]):
            form, rest = folded(shown), []
        found.append(Token(form, shown, start, end, name, initial, initial, "", paused))
        if rest:
            found += [Token(form, shown, start, end, False, False, initial) for form in rest]
        initial = paused = False
    _drop_tag(found, comma, words)
    if words.nouns_capitalised:
        mark_proper_names(found, words)
    mark_modals(found, words)
    return with_one_spelling(with_negations(found, words), words)


def _named_alike(shown: str, after: str, before: Token | None) -> bool:
    """Whether a word that is contracted elsewhere is a name here (`Winna Tulloch`, `to Canna`); not in a headline (`Mayor Cannot Go`)."""
    if not (shown.isalpha() and shown.istitle()):
        return False
    return after[1:].isupper() if before is None else before.shown.islower()


def _goes_with_letters(gap: str, before: Token, words: Lexicon) -> bool:
    """Whether digits are part of a name (`COVID-19`, `F-16`), and no number."""
    return gap == "-" and ((before.shown.isalpha() and before.shown.isupper()) or before.shown in words.never_names)


def _drop_tag(found: list[Token], comma: int, words: Lexicon) -> None:
    """Takes the negation out of `…, isn't it?`, which denies nothing."""
    tag = found[comma:]
    if len(tag) in TAG and comma and tag[0].form in words.tags and words.pronouns.intersection(t.form for t in tag):
        found[comma:] = [token for token in tag if token.form not in words.negations]


@cache
def _pattern(words: Lexicon) -> re.Pattern[str]:
    """What counts as one token: the decimal comma or point, and which words keep their hyphen, are the language's."""
    numbers = _POINT if words.decimal == "." else _COMMA
    hyphened = (rf"(?i:\b(?:{'|'.join(map(re.escape, words.hyphened))})\b)",) if words.hyphened else ()
    return re.compile("|".join((*_FIRST, *numbers, *hyphened, *_LAST)))


@lru_cache(maxsize=WORDS_KEPT)
def _forms(shown: str, words: Lexicon) -> tuple[str, ...]:
    if shown[0] == "°":
        return words.numbers.degree_signs.get(shown.lower(), (shown,))
    if shown in "-−":
        return (MINUS_SIGN,)
    if shown in _PARTS:
        return (_PARTS[shown],)
    word = folded(shown) or shown
    if word[0] == "[":
        return (word.replace("[", "").replace("]", ""),)
    if degrees := _TIGHT_DEGREES.fullmatch(shown):
        sign = f"°{degrees[2]}".lower()
        return (degrees[1], *words.numbers.degree_signs.get(sign, (sign,)))
    if shown[0].isdigit():
        plain = "".join(_decimal(shown).split())
        return split_unit(plain if words.decimal == "." else _with_point(plain, words), words.numbers)
    if "." in word:
        return (word.replace(".", ""),)
    return unfolded(word, words)


def _decimal(shown: str) -> str:
    """A number with its fraction in decimals: `2½` as `2.5`."""
    fraction = _VULGAR.search(shown)
    if fraction is None:
        return folded(shown)
    whole = shown[: fraction.start()].strip()
    return f"{whole}{f'{numeric(fraction.group()):.4g}'.lstrip('0')}{folded(shown[fraction.end() :])}"


def _with_point(shown: str, words: Lexicon) -> str:
    """`1.234,5` and `1234,5` as `1234.5`, `18h30` as `18:30`; one mark before three digits parts thousands."""
    if hours := _HOURS.fullmatch(shown):
        return f"{hours[1]}:{hours[2]}"
    match = _NUMBER.match(shown)
    if match is None:
        return shown
    digits, rest = match.groups()
    marks = [c for c in digits if not c.isdigit()]
    if not marks:
        return shown
    last = digits.rindex(marks[-1])
    grouped = (
        len(digits) - last - 1 == DIGITS_GROUPED
        and digits[0] != "0"
        and (not words.decimal or marks[-1] in words.thousands)
    )
    if marks.count(marks[-1]) > 1 or (len(set(marks)) == 1 and grouped):
        return digits.replace(".", "").replace(",", "") + rest
    return f"{digits[:last].replace('.', '').replace(',', '')}.{digits[last + 1 :]}{rest}"
