"""A language as data, for flags and wording: what denies, binds, counts and names, read from `languages/<code>.json`.

Every key of such a file is a field of `Lexicon`, or of `NumberWords` for the part `numbers`, and is defined there.
"""

# ruff: noqa: RUF009 (the calls make the fields themselves)
from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, Literal

from reviewer.comparison.counting import NumberWords, number_words
from reviewer.comparison.keys import (
    Phrases,
    PhrasesByBeginning,
    alike,
    derived,
    endings,
    grouped,
    grouped_phrases,
    listed,
    mapped,
    mark,
    paired_sets,
    pattern,
    phrases,
    phrases_by_beginning,
    read_keys,
    sets,
    spelled,
    switch,
)
from reviewer.quotes import language_code
from reviewer.text import folded

# What a word or phrase that binds, allows, expects or doubts says: the groups of `modals`, `tenses` and `periphrases`.
# "was able" and "due to have" are what "can" and "will" become after a verb of the past, "needless" is a denied "have to".
Modal = Literal[
    "", "will", "would", "can", "could", "may", "must", "should", "have to", "needless", "supposed", "perhaps", "probably",
    "unlikely", "certainly", "allegedly", "seem", "allowed", "due", "pending", "was able", "due to have",
]  # fmt: skip

_FILES = Path(__file__).parent / "languages"
_TEXTS_KEPT = 64  # texts of which the language is remembered
_BORROWED = ("people_endings", "place_endings", "name_endings")  # what a language without a file has from English
LANGUAGES = frozenset(file.stem for file in _FILES.glob("*.json"))


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Lexicon:
    """Words of one language, in their matching form (`words.key`) but where a key counts as printed."""

    code: str = derived('the language; "" for one without a file, of which only digits and capitals are known')
    # how it is written
    decimal: str = mark("the mark before decimals")
    thousands: str = mark("marks that part thousands")
    accented: bool = switch("accents tell modals apart from other words")
    nouns_capitalised: bool = switch("every noun has a capital, so that a capital alone tells no name")
    names_in_small_letters: bool = switch("days, months and peoples are written small and count as names all the same")
    elisions: dict[str, str] = mapped("what stands before an apostrophe, with the word it is short for")
    hyphened: tuple[str, ...] = endings("words that keep their hyphen", as_printed=True)
    contractions: dict[str, tuple[str, ...]] = spelled("one word that stands for several")
    contracted_endings: dict[str, str] = mapped("ends of words that stand for a word, or for themselves if for several")
    contracted_would: frozenset[str] = listed("of these ends, those that may stand for a modal that expects")
    in_one_word: dict[tuple[str, ...], str] = grouped_phrases("two words that say what one word says, by that word")
    possessive_endings: tuple[str, ...] = endings("ends by which a name or noun says whose something is")
    name_endings: tuple[str, ...] = endings("ends of names of people and peoples in the plural or genitive")
    # how much a word tells
    function: frozenset[str] = listed("small words of grammar, which tell nothing by themselves")
    common: frozenset[str] = listed("everyday words, which tell little")
    page: frozenset[str] = listed("words that pages say of themselves: subscribe, reprinted")
    speech: frozenset[str] = listed("verbs of speech, in all their forms")
    saying: frozenset[str] = listed("of these, those that at once what was said may follow, and hardly who was told")
    cue_classes: dict[str, str] = grouped("verbs of speech that imply something, by what they imply")
    answers: frozenset[str] = listed("words before a comma at the beginning that only take up the talk")
    # grammar
    subjects: frozenset[str] = listed("pronouns for who acts: he, they")
    pronouns: frozenset[str] = listed("pronouns, and what else stands for a name")
    first_persons: frozenset[str] = listed("pronouns of those who speak")
    articles: frozenset[str] = listed("articles")
    definite: frozenset[str] = listed("of these, those before what is known")
    determiners: frozenset[str] = listed("articles, possessives and demonstratives: a noun follows")
    joining: frozenset[str] = listed("words that begin a clause")
    coordinating: frozenset[str] = listed("words between two things side by side: and, or, but")
    listing: frozenset[str] = listed("words between the names or verbs of a list")
    adversative: frozenset[str] = listed("words for but")
    clausal: frozenset[str] = listed("words before a clause that is said or thought")
    narrating: frozenset[str] = listed("words before one that is told: she recalled how")
    until: frozenset[str] = listed("words for until")
    until_turned: frozenset[str] = listed('words that say "not until" from the other end: before')
    until_passed: frozenset[str] = listed('words that say "not until" without the negation: once, after')
    agent: frozenset[str] = listed("words before the one who acts in the passive voice")
    being: frozenset[str] = listed('forms of "be", and adverbs that may stand between it and a participle')
    having: frozenset[str] = listed('verbs before what there is much or little of, or that is "far from" something')
    infinitive: frozenset[str] = listed("words before an infinitive")
    infinitive_endings: tuple[str, ...] = endings("ends of infinitives")
    progressive: tuple[str, ...] = endings("ends of verbs under way: ing")
    before_gerunds: frozenset[str] = listed("words before such a form that says nothing of the future")
    present: tuple[str, ...] = endings("ends of the present tense")
    irregular: dict[str, str] = grouped("forms and nouns of a verb that its stem does not tell, by the verb")
    superlatives: dict[str, str] = mapped("irregular comparatives, with their superlatives")
    superlative_ending: tuple[str, ...] = endings("the ends of regular comparatives and superlatives, in this order")
    comparing: frozenset[str] = listed('words after "never" by which it tells of the most: such, like, other')
    than: frozenset[str] = listed("words between what is more and what is less")
    # what denies
    negators: frozenset[str] = listed("words that deny, by themselves or as verbs: not, nobody, without, refused")
    negations: frozenset[str] = listed("of these, those that deny whatever verb they stand by: not")
    quantifying_negators: frozenset[str] = listed("of these, those that may move in their clause: nobody, never")
    subject_negators: frozenset[str] = listed("of these, those that deny of whom or what a thing is said: none")
    noun_negators: frozenset[str] = listed("of these, those before a noun: no")
    sparing: frozenset[str] = listed("of these, those that deny one thing, not a clause: without")
    two_word_negators: Phrases = phrases('negators of two words, of which the first denies alone, too: "no one"')
    wordy: PhrasesByBeginning = phrases_by_beginning("phrases, most of which deny, by the one word that says the same")
    numbering: frozenset[str] = listed("negators that before digits are short for number")
    relatives: frozenset[str] = listed("words that begin what is told of a noun between commas: who, which")
    correlatives: dict[str, str] = mapped("negators that only go on with an earlier one, with that one: nor, neither")
    opposed: dict[str, frozenset[str]] = sets(
        "negators that deny only where the other side has one of these: against, for"
    )
    any_for_none: dict[str, frozenset[str]] = sets("negators, with the words that say the same after a negation")
    companions: dict[str, str] = mapped('words that only go along with a negation, with what they say alone ("ne")')
    companied: frozenset[str] = listed('words that deny only beside a companion ("plus")')
    alone: frozenset[str] = listed('verbs that a companion denies without a negation ("n\'ose")')
    dependents: frozenset[str] = listed('words that repeat an earlier negation of their clause ("no … nada")')
    denies_not_after: dict[str, frozenset[str]] = sets("negators, with the words after which they deny nothing")
    either_way: frozenset[str] = listed("words by which one negation holds of two things: or, nor")
    echoing: frozenset[str] = listed('words after "not" that repeat an earlier negation: "not even"')
    only: frozenset[str] = listed('words after "not" by which it denies nothing: only')
    excepting: frozenset[str] = listed('words after "nobody" by which somebody is meant: but, except')
    exceptive: frozenset[str] = listed("words for if not")
    excluding: Phrases = phrases("two words that deny what follows: rather than")
    undoubted: Phrases = phrases('two words, one of them a negator, that affirm: "no doubt"')
    bounds: Phrases = phrases('phrases with a negator that set a limit, and deny nothing: "no later than"')
    far_from: Phrases = phrases("phrases that deny a quality, if no place follows")
    anything_but: Phrases = phrases("phrases that deny a quality, whatever follows")
    undoing: frozenset[str] = listed("words that undo a negation before the match: doubt, denying, only")
    scant: frozenset[str] = listed("words for few, which deny where the other side has `much`")
    much: frozenset[str] = listed("words for many")
    mass: frozenset[str] = listed('words by which a negation says few: "not much"')
    first_time: dict[str, frozenset[str]] = sets(
        'negators, with the words that say the same of the first time ("never before")'
    )
    last_time: frozenset[str] = listed('words that with a verb say "not since": last')
    since: frozenset[str] = listed("words before the time from which on a thing was not done")
    raising: frozenset[str] = listed('verbs that hand their negation on ("do not think that it will")')
    waiting: frozenset[str] = listed("verbs that with `until` say the same as a denied verb")
    # verbs and adjectives that deny
    refused: frozenset[str] = listed('participles that deny what was asked for ("calls were rejected")')
    refusing: frozenset[str] = listed('verbs for "will not"')
    refused_to: frozenset[str] = listed('verbs that one declines to do, and then "would not"')
    denying_phrases: dict[str, frozenset[str]] = paired_sets("verbs that deny with the particle that follows: rule out")
    separable: bool = switch("such a particle ends the clause of its verb")
    preventing: frozenset[str] = listed("verbs that deny where the other side permits")
    pausing: frozenset[str] = listed('of these, those that before an infinitive prevent nothing: "stopped to help"')
    prevented_from: frozenset[str] = listed("words between such a verb and what is prevented")
    unrealised: frozenset[str] = listed(
        'verbs before an infinitive of what was perhaps never done: "tried to", "threatened to"'
    )
    mutual: frozenset[str] = listed("verbs of what two do to each other: met, married")
    weighing: frozenset[str] = listed('verbs before a gerund of what is only thought about: "is considering closing"')
    permitting: frozenset[str] = listed("verbs that permit")
    evading: frozenset[str] = listed("verbs that say that something was not done: avoid, forget")
    impossible: frozenset[str] = listed("words for what cannot be")
    hiding: frozenset[str] = listed(
        "words that deny by their meaning, and answer for a negation of the other side only"
    )
    contrary: dict[str, frozenset[str]] = paired_sets("words that deny where the other side has one of the second set")
    opposite: dict[str, frozenset[str]] = paired_sets(
        "words that deny in the place of one of the second set: fall, rise"
    )
    directions: frozenset[str] = listed("words for where to, which two opposites may share: dropped down, climbed down")
    amounts_of_all: dict[str, frozenset[str]] = paired_sets(
        "words for all or the first, with those in their place that say another part: some, last"
    )
    certainties: dict[str, frozenset[str]] = paired_sets(
        "words for what one hopes, thinks, asks, with those in their place that promise, know, order"
    )
    ruling_out: frozenset[str] = listed("verbs that with a negation say that something may be: rule out")
    excessive: frozenset[str] = listed('words that with an infinitive deny it: "too late to save it"')
    faulty: frozenset[str] = listed('words that with "nothing" say that all is well: wrong')
    negative_prefixes: tuple[str, ...] = endings("beginnings that deny the rest of a word")
    unprefixed: tuple[str, ...] = endings("beginnings of words that only look so")
    privative_endings: tuple[str, ...] = endings("ends that deny the rest of a word: less")
    abounding_endings: tuple[str, ...] = endings("ends that say the contrary of these: ful")
    # what binds, allows, expects or doubts
    modals: dict[str, Modal] = grouped("words, by kind (`Modal`)", as_printed=True)
    tenses: dict[str, Modal] = grouped(
        "ends of verbs in a tense of its own, by kind; the longer first", as_printed=True
    )
    not_tenses: frozenset[str] = listed("words that only look so", as_printed=True)
    periphrases: dict[tuple[str, ...], Modal] = grouped_phrases("phrases of two or three words, by kind")
    near_future: frozenset[str] = listed("verbs that with an infinitive tell the future")
    future_links: frozenset[str] = listed("words between them and the infinitive")
    passive: frozenset[str] = listed("words for the future that in the passive voice are none")
    participles: re.Pattern[str] | None = pattern("participles, which tell the passive voice")
    with_verb: Phrases = phrases("phrases that bind only before a verb: going to")
    no_verb: frozenset[str] = listed("words that are no verb, after such a phrase")
    modal_nouns: frozenset[str] = listed("modals that may be nouns")
    before_nouns: frozenset[str] = listed("words before such a noun")
    polite: frozenset[str] = listed("verbs after `first_persons` and a modal by which it is a courtesy: would like")
    possible: frozenset[str] = listed('words after a modal by which it says can ("will be possible")')
    alike_modals: tuple[frozenset[str], ...] = alike("modals of several kinds of which one is said for another")
    opining: frozenset[str] = listed('pronouns beside "seem" by which it is an opinion ("me parece")')
    future_in_past: frozenset[str] = listed("verbs of the past before a phrase of the future or of being able")
    tags: frozenset[str] = listed('verbs of a question that only asks to agree ("isn\'t it?")')
    advising: frozenset[str] = listed("verbs that say should: urge")
    ordering: frozenset[str] = listed("verbs that say must: order")
    forcing: frozenset[str] = listed("verbs that say have to: force")
    needing: frozenset[str] = listed('verbs for "must have"')
    foretelling: frozenset[str] = listed("verbs that say will: expect, promise")
    coming: frozenset[str] = listed("adverbs of what is to come")
    # what names
    titles: frozenset[str] = listed("titles and offices, which are no names")
    other_sex: dict[str, frozenset[str]] = paired_sets("titles of men and women, with those of the other sex")
    former: frozenset[str] = listed("words before the title of one who holds it no more")
    office_endings: tuple[str, ...] = endings(
        "ends of words, besides `titles`, for one who has others to speak for them"
    )
    spokespeople: tuple[str, ...] = endings("beginnings of words for those who speak for others")
    who_is: Phrases = phrases("phrases between a name and what somebody is")
    dates: frozenset[str] = listed("days and months")
    places: frozenset[str] = listed("names of places that a capital alone would not tell")
    first_names: frozenset[str] = listed("first names that a capital alone would not tell")
    same_names: dict[str, str] = grouped("names of one state, people or person, by one of them")
    spelled_names: PhrasesByBeginning = phrases_by_beginning("names of several words, by the one word for them")
    in_capitals: frozenset[str] = listed("of these names, those that in small letters are another word")
    people_endings: frozenset[str] = listed("ends of words for people and things of a place")
    place_endings: frozenset[str] = listed("ends of names of places, which `people_endings` replace")
    never_names: frozenset[str] = listed("words with a capital that are no names", as_printed=True)
    name_particles: frozenset[str] = listed("small words inside the names of people")
    name_fillers: frozenset[str] = listed("small words inside long names, which initials leave out")
    nouns: frozenset[str] = listed("common nouns that may stand without an article")
    noun_endings: tuple[str, ...] = endings("ends of common words, which a name seldom has")
    adverb_endings: tuple[str, ...] = endings("ends of adverbs and adjectives that may begin a sentence")
    introducing: frozenset[str] = listed("words before a common noun")
    placing: frozenset[str] = listed("prepositions of place")
    converse: dict[str, frozenset[str]] = paired_sets(
        "verbs, with those that tell the same from the other part in it: sell, buy"
    )
    # what counts
    numbers: NumberWords = derived("how it writes numbers, from the part `numbers`")
    amounting: dict[str, str] = mapped('words before an amount, with that of the other meaning ("fell by", "fell to")')
    ranging: tuple[str, ...] = endings("the words before the first and before the second number of a span")
    upwards: Phrases = phrases("phrases before a number that is exceeded or at least reached")
    downwards: Phrases = phrases("phrases before a number that is not exceeded or not reached")
    # which changes are looked at
    telling: frozenset[str] = listed(
        "words that call for a closer look, besides those of the keys above that raise flags"
    )
    untelling: frozenset[str] = listed("words of those keys that are no reason for one")
    # made of the keys above
    limits: tuple[tuple[tuple[str, ...], int], ...] = derived("`upwards` (1) and `downwards` (-1), the longest first")
    tense_endings: tuple[str, ...] = derived("those of `tenses`")
    telling_endings: tuple[str, ...] = derived("the same in their matching form, and `privative_endings`")
    long_periphrases: frozenset[str] = derived("the first words of `periphrases` of three")
    lower_names: frozenset[str] = derived("names written in small letters")
    colliding: frozenset[str] = derived(
        "modals that only an accent tells from other words, without it (`könnte`, `konnte`)"
    )
    told_apart: dict[str, frozenset[str]] = derived("`opposite`, `amounts_of_all` and `certainties` together")
    triggers: frozenset[str] = derived("the words that could raise a flag by themselves")

    def opposites(self, form: str) -> frozenset[str]:
        """The words in the place of one of which, or beside one of which, `form` denies."""
        return self.opposite.get(form, frozenset()) | self.contrary.get(form, frozenset())

    def denies(self, key: str) -> bool:
        """Whether a word denies, be it by what it is contracted with (`cannot`, `isn't`)."""
        if key in self.negators:
            return True
        if key in self.contractions:
            return not self.negators.isdisjoint(self.contractions[key])
        return "'" in key and any(
            key.endswith(ending) and meaning in self.negators for ending, meaning in self.contracted_endings.items()
        )


@cache
def lexicon(code: str) -> Lexicon:
    """The words of a language; its file is read once, when it is first asked for."""
    if code not in LANGUAGES:
        english = _data("en")
        return _lexicon("", {key: english[key] for key in _BORROWED})
    return _lexicon(code, _data(code))


def _data(code: str) -> dict[str, Any]:
    data: dict[str, Any] = json.loads((_FILES / f"{code}.json").read_text(encoding="utf-8"))
    return data


@lru_cache(maxsize=_TEXTS_KEPT)
def lexicon_of(text: str, *tags: str | None) -> Lexicon:
    """The words of what stands in one language: the one its BCP 47 `tags` agree on, or, without any, that of `text`."""
    codes = {language_code(tag, text) for tag in tags if tag} or {language_code(None, text)}
    return lexicon(codes.pop() if len(codes) == 1 else "")


def _lexicon(code: str, data: dict[str, Any]) -> Lexicon:
    read = read_keys(Lexicon, data)
    # a word that repeats a negation or denies nothing in its place, as `with_negations` marks it, tells nothing by itself
    partial = [f"{word}-" for word in read["dependents"]] + [f"{word}+" for word in read["companied"]]
    read["function"] |= {*partial, *(f"{word}+" for word in read["denies_not_after"])}
    numbers = number_words(data.get("numbers", {}))
    limits = [(phrase, sign) for key, sign in (("upwards", 1), ("downwards", -1)) for phrase in read[key]]
    limits.sort(key=lambda limit: -len(limit[0]))
    lower_names = read["dates"].union(read["same_names"]) if read["names_in_small_letters"] else frozenset()
    phrased = {word for phrase in (*read["periphrases"], *(phrase for phrase, _ in limits)) for word in phrase}
    triggers = lower_names.union(
        numbers.every,
        map(folded, read["modals"]),
        *(read[key] for key in ("near_future", "negators", "preventing", "evading", "denying_phrases", "contrary")),
        *(read[key] for key in ("scant", "only", "excessive", "telling", "unrealised", "weighing")),
        (phrase[0] for phrase in (*read["far_from"], *read["anything_but"])),
        read["wordy"].keys() - read["function"],
        phrased,
    )
    return Lexicon(
        **read,
        code=code,
        numbers=numbers,
        limits=tuple(limits),
        tense_endings=tuple(read["tenses"]),
        telling_endings=(*map(folded, read["tenses"]), *read["privative_endings"]),
        long_periphrases=frozenset(phrase[0] for phrase in read["periphrases"] if len(phrase) > 2),
        lower_names=lower_names,
        colliding=frozenset(folded(word) for word in read["modals"] if not word.isascii()),
        told_apart=_together(read["opposite"], read["amounts_of_all"], read["certainties"]),
        triggers=triggers - read["untelling"],
    )


def _together(*tables: dict[str, frozenset[str]]) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for table in tables:
        for word, others in table.items():
            found[word] = found[word] | others if word in found else others
    return found
