"""How two articles differ in their choice of words: distinctive words, namings of shared actors, verbs of speech."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import log, sqrt

from reviewer.comparison.attribution import proper_words
from reviewer.comparison.lexicon import Lexicon
from reviewer.comparison.sides import Prepared, prepared, shared_language
from reviewer.comparison.values import DistinctiveWord, Naming, Side, SpeechVerbs, Wording
from reviewer.comparison.weights import tiers
from reviewer.quotes import Namesakes, begins_name, full_name
from reviewer.text import ABBREVIATIONS, Span

PRIOR = 50.0  # weight of the prior in words: about a paragraph of the two articles together
WORDS_LISTED = 40  # distinctive words of a pair at most
SET_APART_FROM = 0.8  # |z| from which a word is listed
DECIMALS = 3  # of a z-score
ATTRIBUTES = 4  # words before a name that may belong to its naming


def wording(left: Side, right: Side) -> Wording:
    """How the two differ in their choice of words."""
    one, other = prepared(left), prepared(right)
    words = shared_language(one, other)
    return Wording(_distinctive(one, other, words), _namings(one, other, words), _speech_verbs(left, right, words))


def log_odds(left: Mapping[str, int], right: Mapping[str, int]) -> dict[str, float]:
    """The z-score of every word: log-odds ratio with an informative Dirichlet prior, over its standard deviation.

    Monroe, Colaresi & Quinn (2008), "Fightin' Words", Political Analysis 16(4), equations 15–22.  The prior is the
    two texts together, scaled to PRIOR words: a word as frequent in both has 0, a rare one is drawn towards 0.
    """
    left_total, right_total = sum(left.values()), sum(right.values())
    total = left_total + right_total
    scores: dict[str, float] = {}
    for word in {*left, *right}:
        y, x = left.get(word, 0), right.get(word, 0)
        alpha = PRIOR * (y + x) / total
        delta = log((y + alpha) / (left_total + PRIOR - y - alpha)) - log(
            (x + alpha) / (right_total + PRIOR - x - alpha)
        )
        scores[word] = delta / sqrt(1.0 / (y + alpha) + 1.0 / (x + alpha))
    return scores


def _distinctive(left: Prepared, right: Prepared, language: Lexicon) -> tuple[DistinctiveWord, ...]:
    mine, theirs = (Counter(_bare(key, language) for key in side.words.keys) for side in (left, right))
    if not mine or not theirs or len(mine | theirs) < 2:
        return ()
    scores = log_odds(mine, theirs)
    telling = [
        (word, z)
        for word, z in scores.items()
        if abs(z) >= SET_APART_FROM
        and word not in language.function
        and word not in ABBREVIATIONS
        and len(word) > 1
        and not word[0].isdigit()
    ]
    telling.sort(key=lambda item: (-abs(item[1]) * tiers(language)[item[0]], item[0]))
    listed = telling[:WORDS_LISTED]
    chosen = {word for word, _ in listed}
    places, other_places = _places(left, chosen, language), _places(right, chosen, language)
    return tuple(
        DistinctiveWord(
            word,
            round(z, DECIMALS),
            mine[word],
            theirs[word],
            tuple(places.get(word, ())),
            tuple(other_places.get(word, ())),
        )
        for word, z in listed
    )


def _places(side: Prepared, chosen: set[str], language: Lexicon) -> dict[str, list[Span]]:
    found: dict[str, list[Span]] = {}
    words = side.words
    for at, key in enumerate(words.keys):
        word = _bare(key, language)
        if word in chosen:
            found.setdefault(word, []).append(Span(words.starts[at], words.ends[at]))
    return found


def _namings(left: Prepared, right: Prepared, words: Lexicon) -> tuple[Naming, ...]:
    """Actors both articles name, where their titles, first names or attributes differ; by how often they are named."""
    runs, other_runs = _runs(left, words), _runs(right, words)
    pairs = runs.pairs | other_runs.pairs
    mine, theirs = _mentions(left, runs, pairs, words), _mentions(right, other_runs, pairs, words)
    found = []
    for name in mine.keys() & theirs.keys():
        one, other = mine[name], theirs[name]
        forms, other_forms = _forms(one, left.text), _forms(other, right.text)
        if {form.casefold() for form in forms} == {form.casefold() for form in other_forms}:
            continue
        shown = Counter(
            span.of(side.text).split()[-1] for side, spans in ((left, one), (right, other)) for span in spans
        )
        count = len(one) + len(other)
        called = max(shown, key=lambda form: (shown[form], form))
        found.append((-count, name, Naming(called, forms, other_forms, tuple(one), tuple(other))))
    return tuple(naming for _, _, naming in sorted(found, key=lambda item: item[:2]))


def _forms(spans: Iterable[Span], text: str) -> tuple[str, ...]:
    counts = Counter(" ".join(span.of(text).split()) for span in spans)
    return tuple(form for form, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0])))


@dataclass(frozen=True, slots=True)
class _Runs:
    """Which words of a side are capitalised, which of them open a sentence, and what stands within sentences: words, and pairs of words side by side."""

    proper: list[bool]
    opening: list[bool]
    inside: set[str]
    pairs: set[tuple[str, str]]


def _runs(side: Prepared, language: Lexicon) -> _Runs:
    words, text = side.words, side.text
    sentences = set(words.sentences)
    proper = [
        text[words.starts[at]].isupper() and key not in language.function and key not in language.dates and len(key) > 1
        for at, key in enumerate(words.keys)
    ]
    opening = [proper[at] and (at in sentences or _after_mark(side, at)) for at in range(len(proper))]
    within = [at for at in range(len(proper)) if proper[at] and not opening[at]]
    pairs = {
        (words.keys[at], _bare(words.keys[at + 1], language))
        for at in within
        if at + 1 < len(proper) and proper[at + 1] and _blank(side, at + 1, language)
    }
    return _Runs(proper, opening, {words.keys[at] for at in within}, pairs)


def _mentions(side: Prepared, runs: _Runs, pairs: set[tuple[str, str]], language: Lexicon) -> dict[str, list[Span]]:
    """Last word of a name → its mentions, each from the first title or attribute to that last word.

    A name is a run of capitalised words.  The word that opens a sentence belongs to it if it stands elsewhere inside one, alone or
    before the next word (`pairs`, of either side), or is one by which a name begins.
    """
    words, text, proper = side.words, side.text, runs.proper

    def named(at: int) -> bool:
        key = words.keys[at]
        if key in runs.inside:
            return True
        if at + 1 == len(proper) or not proper[at + 1] or not _blank(side, at + 1, language):
            return False
        following = _bare(words.keys[at + 1], language)
        return (key, following) in pairs or (
            key not in language.common and key not in language.titles and begins_name(key, following, language.code)
        )

    found: dict[str, list[Span]] = {}
    at = 0
    while at < len(proper):
        if not proper[at] or (runs.opening[at] and not named(at)):
            at += 1
            continue
        end = at + 1
        while end < len(proper) and proper[end] and _blank(side, end, language):
            end += 1
        last = end - 1
        key = _bare(words.keys[last], language)
        if key not in language.titles and key not in language.function:
            start = _with_attributes(side, at, language)
            shown = text[words.starts[last] : words.ends[last]].replace("’", "'")
            stop = words.starts[last] + len(_bare(shown, language))
            found.setdefault(key, []).append(Span(words.starts[start], stop))
        at = end
    return found


def _bare(word: str, language: Lexicon) -> str:
    """A word without its possessive ending."""
    return next((word.removesuffix(end) for end in language.possessive_endings if word.endswith(end)), word)


def _blank(side: Prepared, at: int, language: Lexicon) -> bool:
    """Whether nothing but blanks of one line, or the point of a title or initial, parts a word from the one before."""
    gap = side.text[side.words.ends[at - 1] : side.words.starts[at]]
    before = side.words.keys[at - 1]
    if gap.isspace():
        return "\n" not in gap
    return gap == "-" or (gap == ". " and (before in language.titles or len(before) == 1))


def _after_mark(side: Prepared, at: int) -> bool:
    return side.words.starts[at] > 0 and side.text[side.words.starts[at] - 1] in "“\"‘'«("


def _with_attributes(side: Prepared, at: int, language: Lexicon) -> int:
    """The first word of `the embattled mayor Ana Ruiz`: a title in front, with its article and attributes."""
    start = at
    title = False
    while start > 0 and at - start < ATTRIBUTES and _blank(side, start, language):
        before = side.words.keys[start - 1]
        if before in language.titles and not title:
            title = True
        elif not (title and before not in language.function) and not (
            title and (before in language.articles or before in language.former)
        ):
            break
        start -= 1
        if before in language.articles:
            break
    return start if title else at


def _speech_verbs(left: Side, right: Side, words: Lexicon) -> tuple[SpeechVerbs, ...]:
    """The cues of every speaker both articles quote, with counts; in the order of the left article."""
    mine, theirs = _cues(left, words), _cues(right, words)
    places = {name: at for at, name in enumerate(mine)}
    found = []
    for person in _persons({*mine, *theirs}):
        ours, others = person & mine.keys(), person & theirs.keys()
        if ours and others:
            named = max(person, key=lambda name: (full_name(name), len(name), name))
            verbs = SpeechVerbs(named, _ranked(_added(mine, ours)), _ranked(_added(theirs, others)))
            found.append((min(places[name] for name in ours), verbs))
    return tuple(verbs for _, verbs in sorted(found, key=lambda item: item[0]))


def _persons(names: Iterable[str]) -> list[set[str]]:
    """`names` gathered by person, the fullest first; one that fits several persons, or none, is a person's of its own."""
    known = Namesakes()
    persons: dict[str, set[str]] = {}
    for name in sorted(names, key=lambda name: (not full_name(name), -len(name), name)):
        alike = known.of(name)
        fitting = [person for person in (persons[other] for other in alike) if person <= alike]
        own = fitting[0] if fitting and all(person is fitting[0] for person in fitting) else set()
        own.add(name)
        persons[name] = own
        known.add(name)
    return list({id(person): person for person in persons.values()}.values())


def _added(cues: Mapping[str, Counter[str]], names: Iterable[str]) -> Counter[str]:
    return sum((cues[name] for name in names), Counter())


def _cues(side: Side, words: Lexicon) -> dict[str, Counter[str]]:
    found: dict[str, Counter[str]] = {}
    for quotation in side.quotations:
        speaker = quotation.speaker or quotation.mention
        if speaker and quotation.cue and quotation.joined_to is None and proper_words(speaker, words):
            found.setdefault(speaker, Counter())[quotation.cue.casefold()] += 1
    return found


def _ranked(counts: Counter[str]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(counts.items(), key=lambda item: (-item[1], item[0])))
