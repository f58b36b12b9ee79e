"""Who speaks on each side of a match, by which cue, and whether that differs."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from functools import lru_cache
from operator import attrgetter

from reviewer.comparison.growing import Stretch
from reviewer.comparison.lexicon import Lexicon
from reviewer.comparison.sides import Prepared, shared_language
from reviewer.comparison.values import Flag
from reviewer.comparison.words import key, words_of_name
from reviewer.quotes import Quotation, Reporter, full_name, names_person, people_of, reporter, same_person

TAKEN_UP = 3  # sentences before a report by "he" or "she" in which he or she is named
NAMES_KEPT = 4096  # speakers and cues of which it is remembered what they are
_Two = tuple[str | None, str | None]
_START = attrgetter("start")


def attributions(
    one: Sequence[Stretch], other: Sequence[Stretch], left: Prepared, right: Prepared
) -> tuple[_Two, _Two]:
    """Speakers and cues, left and right: of the first quotation of a side that has one; of a side without marks, whose other
    side has some, those by which its own sentence reports it."""
    mine, theirs = _quotations(one, left), _quotations(other, right)
    one_speaker, one_cue = _spoken(mine, left, one, theirs)
    other_speaker, other_cue = _spoken(theirs, right, other, mine)
    return (one_speaker, other_speaker), (one_cue, other_cue)


def _spoken(
    quotations: Sequence[Quotation], side: Prepared, found: Sequence[Stretch], others: Sequence[Quotation]
) -> _Two:
    if quotations or not others:
        return _first([q.speaker or q.mention for q in quotations]), _first([q.cue for q in quotations])
    reporter = told(side, found[0].start, found[-1].end, _first([q.speaker for q in others]))
    return (reporter.mention, reporter.cue) if reporter else (None, None)


def told(side: Prepared, start: int, end: int, speaker: str | None = None) -> Reporter | None:
    """Who says what the words `[start, end)` tell without marks, by their first sentence or else by their last.

    A pronoun counts where it takes up `speaker`, whom the other side has: whom else it may mean, nothing shows surely enough.
    """
    sentences = side.words.sentences
    first, last = (bisect_right(sentences, word) - 1 for word in (start, end - 1))
    for number in dict.fromkeys((first, last)):
        found = _reporter(side, number)
        if found is None:
            continue
        if not _is_pronoun(found, side):
            return found
        before = _last_speaker(side, number) if speaker else None
        if speaker and before and same_person(before, speaker):
            return Reporter(before, found.cue)
    return None


def _reporter(side: Prepared, number: int) -> Reporter | None:
    """Who says what a sentence tells without marks."""
    low, high = _sentence(side, number)
    quoted = [q.span for q in _begun(side, low, high) if q.end <= high]
    found = reporter(side.text, low, high, quoted, side.lexicon.code)
    if found is None or _is_pronoun(found, side):
        return found
    return found._replace(mention=_in_full(found.mention, side))


def _last_speaker(side: Prepared, number: int) -> str | None:
    """Who spoke last in the few sentences before one, in marks or by report."""
    for earlier in range(number - 1, max(-1, number - 1 - TAKEN_UP), -1):
        spoken = _first([q.speaker for q in reversed(_begun(side, *_sentence(side, earlier)))])
        found = None if spoken else _reporter(side, earlier)
        if spoken or (found and not _is_pronoun(found, side)):
            return spoken or (found and found.mention)
    return None


def _is_pronoun(found: Reporter, side: Prepared) -> bool:
    return key(found.mention) in side.lexicon.pronouns


def _sentence(side: Prepared, number: int) -> tuple[int, int]:
    """Where a sentence begins and ends, in code points."""
    sentences = side.words.sentences
    stop = sentences[number + 1] if number + 1 < len(sentences) else len(side.words)
    return side.words.starts[sentences[number]], side.words.ends[stop - 1]


def _begun(side: Prepared, low: int, high: int) -> Sequence[Quotation]:
    """The quotations that begin in a range of code points."""
    first, last = (bisect_left(side.quotations, at, key=_START) for at in (low, high))
    return side.quotations[first:last]


def _in_full(mention: str, side: Prepared) -> str:
    """The name that the side's quotations give whom it mentions, where they know but one."""
    if full_name(mention):
        return mention
    called = mention.casefold()
    known = {(q.speaker, q.mention or q.speaker) for q in side.quotations if q.speaker}
    found = {name for name, form in known if form.casefold() == called or _may_be(mention, name)}
    return found.pop() if len(found) == 1 else mention


@lru_cache(maxsize=NAMES_KEPT)
def _may_be(mention: str, name: str) -> bool:
    return same_person(mention, name) is not None


def attribution_flags(
    speakers: _Two, cues: _Two, one: Sequence[Stretch], other: Sequence[Stretch], left: Prepared, right: Prepared
) -> list[Flag]:
    """A speaker flag where both sides name somebody and not the same; a cue flag where the cues differ in what they imply."""
    if (not all(speakers) or speakers[0] == speakers[1]) and (not all(cues) or cues[0] == cues[1]):
        return []
    flags = []
    words = shared_language(left, right)
    mine, theirs = _quotations(one, left), _quotations(other, right)
    if speakers[0] and speakers[1] and speakers[0] != speakers[1]:
        if mine and theirs:
            differ = (
                different_people(speakers[0], speakers[1], words)
                or _speaks_for_another(speakers[0], left.text, speakers[1], words)
                or _speaks_for_another(speakers[1], right.text, speakers[0], words)
            )
        elif mine:
            differ = _told_by_another(speakers[0], one, left, speakers[1], other, right)
        else:
            differ = _told_by_another(speakers[1], other, right, speakers[0], one, left)
        if differ:
            flags.append(Flag("speaker", speakers[0], speakers[1]))
    if (
        cues[0]
        and cues[1]
        and cues[0] != cues[1]
        and _cue_class(cues[0], mine, words) != _cue_class(cues[1], theirs, words)
    ):
        flags.append(Flag("cue", cues[0], cues[1]))
    return flags


def _told_by_another(
    speaker: str, quoted: Sequence[Stretch], home: Prepared, teller: str, retold: Sequence[Stretch], side: Prepared
) -> bool:
    """Whether what `speaker` says in marks is told elsewhere as what another person says.

    Sure only of two persons by name, and where neither is named in the sentences of the other side: who is may be quoted there, or
    spoken for.
    """
    words = shared_language(home, side)
    if not different_people(speaker, teller, words):
        return False
    named = proper_words(teller, words), proper_words(speaker, words)
    for one, found, around in zip(named, (quoted, retold), (home, side), strict=True):
        if not set(one).isdisjoint(_sentences(found, around)):
            return False
    return names_person(speaker, home.text, home.lexicon.code) and names_person(teller, side.text, side.lexicon.code)


def _sentences(found: Sequence[Stretch], side: Prepared) -> list[str]:
    """The words of the sentences from the first of `found` to the last."""
    sentences = side.words.sentences
    low = sentences[bisect_right(sentences, found[0].start) - 1]
    after = bisect_left(sentences, found[-1].end)
    return side.words.keys[low : sentences[after] if after < len(sentences) else len(side.words)]


@lru_cache(maxsize=NAMES_KEPT)
def different_people(one: str, other: str, words: Lexicon) -> bool:
    """Whether two names are surely not of one person: both are proper names, and no rule of names joins them.

    What begins with an article ("the New Averil Socialist") may describe anybody, and so may a plain noun that only
    begins a sentence, and what ends in one ("Sundria's foreign minister").  Several who speak together are different people where they share nobody.
    """
    articles = [not words.articles.isdisjoint(words_of_name(name).keys[:1]) for name in (one, other)]
    if articles[0] != articles[1] or any(_plain(name, words) or _describes(name) for name in (one, other)):
        return False
    mine, theirs = proper_words(one, words), proper_words(other, words)
    shorter, longer = sorted((mine, theirs), key=len)
    if not shorter or (len(shorter) < len(longer) and longer[: len(shorter)] == shorter):
        return False  # `Dame Olive` may be `Olive Hurst`
    return not any(same_person(a, b) for a in people_of(one) for b in people_of(other))


def _plain(name: str, words: Lexicon) -> bool:
    return all(word in words.common for word in proper_words(name, words)) and words.titles.isdisjoint(
        words_of_name(name).keys
    )


def _describes(name: str) -> bool:
    """Whether the last word of several is a noun in small letters."""
    last = name.rsplit(" ", 1)[-1]
    return " " in name and last[:1].islower() and not last.isdigit()


def _speaks_for_another(name: str, text: str, office: str, words: Lexicon) -> bool:
    """Whether `name`, whom `text` introduces as a spokesperson, cannot be who the other side calls "the harbour master"."""
    surname = proper_words(name, words)[-1:] if _is_office(office, words) else []
    return bool(surname) and _introduced_as_spokesperson(surname[0], text, words)


@lru_cache(maxsize=64)
def _introduced_as_spokesperson(surname: str, text: str, words: Lexicon) -> bool:
    called, speaking = re.escape(surname), rf"(?:{_any_of(words.spokespeople)})\w+"
    is_one = rf"(?:(?:{_any_of(map(' '.join, words.who_is))}) )?(?:(?:{_any_of(words.articles)}) )?"
    introduced = re.finditer(rf"\b{called},? {is_one}(?:[\w’'-]{{1,30}} ){{0,3}}{speaking}", text, re.IGNORECASE)
    if any(not text[one.end() + 1 : one.end() + 2].isupper() for one in introduced):
        return True  # not `Roe spokeswoman Ana Venn`
    between = re.finditer(rf"\b{speaking},? ((?:[\w’'-]{{1,30}},? ){{0,5}}){called}\b", text, re.IGNORECASE)
    return any(words.function.isdisjoint(one[1].rpartition(", ")[2].lower().split()) for one in between)


def _any_of(phrases: Iterable[str]) -> str:
    """A regular expression for one of `phrases`; of none, one that finds nothing."""
    return "|".join(map(re.escape, phrases)) or "(?!)"


@lru_cache(maxsize=NAMES_KEPT)
def _is_office(name: str, words: Lexicon) -> bool:
    """Whether `name` is a description of one who has others to speak for them ("the harbour master")."""
    described = words_of_name(name).keys
    if words.definite.isdisjoint(described[:1]) or (not words.nouns_capitalised and proper_words(name, words)):
        return False
    if any(word.startswith(words.spokespeople) for word in described):
        return False
    head = next((described[k - 1] for k, w in enumerate(described) if k > 1 and w in words.function), described[-1])
    return head in words.titles or head.endswith(words.office_endings)


def proper_words(name: str, known: Lexicon) -> list[str]:
    """The words of the proper name in `name`, folded; none for a description such as "a spokesman"."""
    words = words_of_name(name)
    return [
        form
        for form, start in zip(words.keys, words.starts, strict=True)
        if name[start].isupper() and form not in known.titles and form not in known.function
    ]


def _quotations(found: Sequence[Stretch], side: Prepared) -> list[Quotation]:
    return [side.pieces[s.piece].quotation for s in found if s.piece >= 0]


def _first(values: Sequence[str | None]) -> str | None:
    return next((value for value in values if value), None)


def _cue_class(cue: str, quotations: Sequence[Quotation], words: Lexicon) -> str:
    """What a cue implies: by the list here, which is finer, else by the class the quotation came with."""
    return _listed_class(cue, words) or next(
        (q.cue_class for q in quotations if q.cue == cue and q.cue_class is not None), "neutral"
    )


@lru_cache(maxsize=NAMES_KEPT)
def _listed_class(cue: str, words: Lexicon) -> str | None:
    return next((words.cue_classes[word] for word in words_of_name(cue).keys if word in words.cue_classes), None)
