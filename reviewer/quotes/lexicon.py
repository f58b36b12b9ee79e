"""A language as data: cues with their classes, titles, pronouns, function words, read from `languages/<code>.json`."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, field
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any, TypeVar, cast

from reviewer.quotes.values import CueClass

_FILES = Path(__file__).parent / "languages"
LANGUAGES = tuple(sorted(file.stem for file in _FILES.glob("*.json")))
_MEMORY = 50_000

Key = TypeVar("Key")
Value = TypeVar("Value")

# One letter a word class; `tagging` says what each stands for.  Later lines win over earlier ones.
_CLASSES = (
    ("verbs", "v"),
    ("nouns", "w"),
    ("roles", "r"),
    ("adverbs", "a"),
    ("temporal_nouns", "w"),
    ("cues", "V"),
    ("prepositions", "p"),
    ("subordinators", "s"),
    ("conjunctions", "c"),
    ("auxiliaries", "x"),
    ("determiners", "D"),
    ("possessives", "d"),
    ("temporal", "t"),
    ("pronouns", "h"),
    ("relatives", "l"),
    ("of", "o"),
    ("that", "s"),
    ("phrase_cues", "A"),
)


@dataclass(frozen=True, slots=True)
class MarkStyle:
    """How a language sets its marks, where languages differ: the angle marks that only open, those that only close, those that
    stand before every further paragraph of a quotation, and the dash that opens a line of dialogue; `announcing` are its cues."""

    opening: frozenset[str] = frozenset()
    closing: frozenset[str] = frozenset()
    reopening: frozenset[str] = frozenset()
    dialogue: str = ""
    announcing: frozenset[str] = frozenset()


class Memory(dict[Key, Value]):
    """Answers given once, up to a limit: most words of an article were met in the one before."""

    def keep(self, key: Key, value: Value) -> Value:
        if len(self) < _MEMORY:
            self[key] = value
        return value


_NAMES = "en"  # the file whose first names are of many countries, and known in every language


@dataclass(frozen=True, slots=True)
class Language:
    """Words of one language, all in lower case; `tags` maps a word to the letter of its class, `phrase_cues` last to first words.

    `roles` are nouns for persons and bodies: those with a class of their own, and the trades, which only tell names from what
    stands before them.
    The last three remember what was found for words met: `known` the class guessed for an unknown one, `read` the class after
    that of the word before, and whether a stop ends the sentence there, `alone` the name that a capitalised word may be.
    """

    code: str
    marks: MarkStyle
    tags: dict[str, str]
    cue_class: dict[str, CueClass]
    weak: frozenset[str]
    hearing: frozenset[str]
    asking: frozenset[str]
    participle: tuple[str, ...]
    links_end: str  # a word in capitals that ends headlines which a page's links left in a sentence
    phrase_cues: dict[str, tuple[str, ...]]
    speech_nouns: frozenset[str]
    temporal_nouns: frozenset[str]
    titles: dict[str, str]
    titles_in_full: dict[str, str]
    given_titles: frozenset[str]  # that go with a given name alone: Dame Ana
    particles: frozenset[str]
    approximators: frozenset[str]
    suffixes: frozenset[str]
    abbreviations: frozenset[str]
    roles: frozenset[str]
    agent_suffixes: tuple[str, ...]
    pronouns: dict[str, str]
    addressed: frozenset[str]  # the pronouns for who is spoken to
    first_person: frozenset[str]  # the writer: I
    possessive_pronouns: dict[str, str]
    possessive_words: frozenset[str]
    names: dict[str, str]
    short_names: tuple[str, ...]
    not_names: frozenset[str]
    places: frozenset[str]
    lesser: frozenset[str]  # what makes an office another: shadow, former
    same_office: dict[str, tuple[str, ...]]  # other nouns for the office that a noun takes up: the manager, the boss
    relations: frozenset[str]
    protagonists: frozenset[str]  # nouns by which a report takes up again whom it is about: the striker
    presenting: frozenset[str]  # relations that stand before a name without an article: Wife Ana
    demonyms: frozenset[str]  # that name one person by his or her country: the Swede
    gendered: dict[str, str]  # a relation's gender: son
    telling: frozenset[str]
    topics: tuple[str, ...]
    relaying: frozenset[str]
    hearers: frozenset[str]
    bodies: frozenset[str]
    signing: frozenset[str]  # what opens the line that tells who wrote the article
    operating: frozenset[str]  # nouns for a firm by what it does: maker, operator
    indefinite: frozenset[str]
    singular: frozenset[str]
    plural: frozenset[str]
    collective: frozenset[str]
    standalone: frozenset[str]
    by: frozenset[str]
    that: frozenset[str]
    infinitive: frozenset[str]
    opening_clauses: frozenset[
        str
    ]  # words whose clause is nearer to a participle than the main one: where, with Roe telling
    locating: frozenset[str]  # prepositions of places: at
    passive: frozenset[str]
    courts: frozenset[str]  # before whom things are said, and the verbs of which they are the subject then
    heard: frozenset[str]
    verdicts: frozenset[str]  # what words before it are said to be somebody's: that was the verdict of
    addresses: frozenset[str]  # by which somebody is called he or she: Her Honour
    asides: frozenset[str]  # phrases with a possessor that say no more than "too": por su parte
    when: frozenset[str]  # prepositions of time: before
    perfect: frozenset[str]  # auxiliaries whose participle ends the clause: hat … bezeichnet
    quoting: frozenset[str]  # verbs in the passive whose subject speaks: was quoted
    views: frozenset[str]
    impersonal: frozenset[str]
    reported_mood: frozenset[str]
    calling: frozenset[str]
    likening: frozenset[str]
    joining: frozenset[str]
    objects: frozenset[str]
    scare_before: tuple[str, ...]
    naming_before: tuple[str, ...]
    title_nouns: frozenset[str]
    title_after: frozenset[str]
    slogan_nouns: frozenset[str]
    announces: frozenset[str]
    verb_suffixes: tuple[str, ...]
    adverb_suffixes: tuple[str, ...]
    elisions: tuple[str, ...]
    clitics: tuple[str, ...]
    incise_openers: frozenset[str]
    incise_asides: frozenset[str]
    nonfinite_suffixes: tuple[str, ...]
    past_suffixes: tuple[
        str, ...
    ]  # of verbs that tell what somebody did, where hardly any other word ends so: farfulló
    noun_suffixes: tuple[str, ...]
    nouns_capitalised: bool = False
    verb_second: bool = False
    inverts: bool = False
    plural_articles: frozenset[str] = frozenset()  # these, and how verbs of several end, tell who is left out
    plural_verbs: tuple[str, ...] = ()
    drops_subject: bool = False  # a verb alone says that whoever spoke last goes on ("«…», dijo.")
    known: Memory[str, str] = field(default_factory=Memory)
    read: Memory[tuple[str, str], tuple[str, bool]] = field(default_factory=Memory)
    alone: Memory[str, str] = field(default_factory=Memory)


def _words(data: dict[str, Any], key: str) -> list[str]:
    value = data.get(key, "")
    return value.split() if isinstance(value, str) else list(value)


def _groups(data: dict[str, Any], key: str) -> dict[str, str]:
    """Word → name of its group."""
    return {word: group for group, words in data.get(key, {}).items() for word in words.split()}


def _roles(data: dict[str, Any]) -> frozenset[str]:
    """Nouns for persons and bodies, in every case where a language has cases ("des Historikers")."""
    plain = (*_words(data, "roles"), *_words(data, "trades"))
    return frozenset((*plain, *(word + ending for ending in _words(data, "case_endings") for word in plain)))


def _phrases(phrases: list[str]) -> dict[str, tuple[str, ...]]:
    """Last word of a phrase of two → its possible first words."""
    found: dict[str, tuple[str, ...]] = {}
    for phrase in phrases:
        first, _, last = phrase.partition(" ")
        if last:
            found[last] = (*found.get(last, ()), first)
    return found


def _tags(data: dict[str, Any], cues: dict[str, CueClass], participle: tuple[str, ...]) -> dict[str, str]:
    tags: dict[str, str] = {}
    for key, tag in _CLASSES:
        if key == "cues":
            for cue in cues:
                tags[cue] = "G" if participle and cue.endswith(participle) else "V"
        elif key == "phrase_cues":
            tags.update({phrase: tag for phrase in _words(data, key) if " " not in phrase})
        elif key == "pronouns":
            tags.update(dict.fromkeys(_groups(data, key), tag))
        else:
            tags.update(dict.fromkeys(_words(data, key), tag))
    return tags


def _marks(data: dict[str, Any], cues: Collection[str]) -> MarkStyle:
    """Angle marks point either way in one language and the other; a language that sets them both ways says nothing."""
    pairs = data["marks"]["angles"].split()
    opening, closing = {pair[0] for pair in pairs}, {pair[1] for pair in pairs}
    return MarkStyle(
        frozenset(opening - closing),
        frozenset(closing - opening),
        frozenset(data["marks"]["reopening"]),
        data["marks"]["dialogue"],
        frozenset(cues),
    )


def _data(code: str) -> dict[str, Any]:
    data: dict[str, Any] = json.loads((_FILES / f"{code}.json").read_text(encoding="utf-8"))
    return data


def _load(code: str) -> Language:
    data = _data(code)
    cues = cast("dict[str, CueClass]", _groups(data, "cues"))
    participle = tuple(_words(data, "participle_suffixes"))
    return Language(
        code=code,
        marks=_marks(data, cues),
        tags=_tags(data, cues, participle),
        cue_class=cues,
        weak=frozenset(_words(data, "weak")),
        hearing=frozenset(_words(data, "hearing")),
        asking=frozenset(_words(data, "asking")),
        participle=participle,
        links_end=data["links_end"],
        phrase_cues=_phrases(_words(data, "phrase_cues")),
        speech_nouns=frozenset(_words(data, "speech_nouns")),
        temporal_nouns=frozenset(_words(data, "temporal_nouns")),
        titles=_groups(data, "titles"),
        given_titles=frozenset(_words(data, "given_titles")),
        titles_in_full=dict(data.get("titles_in_full", {})),
        particles=frozenset(_words(data, "name_particles")),
        approximators=frozenset(_words(data, "approximators")),
        suffixes=frozenset(_words(data, "suffixes")),
        abbreviations=frozenset((*_words(data, "abbreviations"), *_words(data, "suffixes"))),
        roles=_roles(data),
        agent_suffixes=tuple(_words(data, "agent_suffixes")),
        pronouns=_groups(data, "pronouns"),
        addressed=frozenset(_words(data, "addressed")),
        possessive_pronouns=_groups(data, "possessive_pronouns"),
        first_person=frozenset(word for word, sort in _groups(data, "pronouns").items() if sort == "first"),
        possessive_words=frozenset(_words(data, "possessives")),
        names=_groups(_data(_NAMES), "first_names") | _groups(data, "first_names"),
        short_names=tuple(data.get("short_names", ())),
        not_names=frozenset(_words(data, "not_names")),
        infinitive=frozenset(_words(data, "infinitive")),
        opening_clauses=frozenset(_words(data, "opening_clauses")),
        locating=frozenset(_words(data, "locating")),
        passive=frozenset(_words(data, "passive")),
        courts=frozenset(_words(data, "courts")),
        heard=frozenset(_words(data, "heard")),
        verdicts=frozenset(_words(data, "verdicts")),
        addresses=frozenset(_words(data, "addresses")),
        asides=frozenset(data.get("asides", ())),
        when=frozenset(_words(data, "when")),
        perfect=frozenset(_words(data, "perfect")),
        by=frozenset(_words(data, "by")),
        that=frozenset(_words(data, "that")),
        standalone=frozenset(_words(data, "standalone")),
        indefinite=frozenset(_words(data, "indefinite")),
        singular=frozenset(_words(data, "singular")),
        plural=frozenset(_words(data, "plural")),
        collective=frozenset(_words(data, "collective")),
        places=frozenset(_words(data, "places")),
        demonyms=frozenset(_words(data, "demonyms")),
        same_office={noun: tuple(others.split()) for noun, others in data.get("same_office", {}).items()},
        relations=frozenset(_words(data, "relations")),
        protagonists=frozenset(_words(data, "protagonists")),
        presenting=frozenset(_words(data, "presenting")),
        lesser=frozenset(_words(data, "lesser")),
        gendered=_groups(data, "gendered"),
        relaying=frozenset(_words(data, "relaying")),
        topics=tuple(f"{phrase} " for phrase in _words(data, "topics")),
        telling=frozenset(_words(data, "telling")),
        signing=frozenset(_words(data, "signing")),
        operating=frozenset(_words(data, "operating")),
        bodies=frozenset(_words(data, "bodies")),
        hearers=frozenset(_words(data, "hearers")),
        views=frozenset(_words(data, "views")),
        quoting=frozenset(_words(data, "quoting")),
        objects=frozenset(_words(data, "objects")),
        reported_mood=frozenset(_words(data, "reported_mood")),
        calling=frozenset(_words(data, "calling")),
        likening=frozenset(_words(data, "likening")),
        joining=frozenset(_words(data, "and")),
        impersonal=frozenset(_words(data, "impersonal")),
        scare_before=tuple(_words(data, "scare_before")),
        naming_before=tuple(_words(data, "naming_before")),
        title_nouns=frozenset(_words(data, "title_nouns")),
        title_after=frozenset(_words(data, "title_after")),
        slogan_nouns=frozenset(_words(data, "slogan_nouns")),
        announces=frozenset(_words(data, "announces")),
        verb_suffixes=tuple(_words(data, "verb_suffixes")),
        adverb_suffixes=tuple(_words(data, "adverb_suffixes")),
        elisions=tuple(_words(data, "elisions")),
        clitics=tuple(_words(data, "clitics")),
        incise_openers=frozenset(_words(data, "incise_openers")),
        incise_asides=frozenset(_words(data, "incise_asides")),
        nonfinite_suffixes=tuple(_words(data, "nonfinite_suffixes")),
        past_suffixes=tuple(_words(data, "past_suffixes")),
        noun_suffixes=tuple(_words(data, "noun_suffixes")),
        nouns_capitalised=bool(data.get("nouns_capitalised", False)),
        verb_second=bool(data.get("verb_second", False)),
        inverts=bool(data.get("inverts", False)),
        plural_articles=frozenset(_words(data, "plural_articles")),
        plural_verbs=tuple(_words(data, "plural_verbs")),
        drops_subject=bool(data.get("drops_subject", False)),
    )


@cache
def language(code: str) -> Language:
    """The language of a code in `LANGUAGES`; its file is read once.  Raises KeyError for another."""
    if code not in LANGUAGES:
        raise KeyError(code)
    return _load(code)


def language_of(tag: str | None, text: str) -> Language | None:
    """The language of a BCP 47 tag, or, without one, the one whose small words are commonest in `text`.

    None for a language without a file here: its marks are found all the same.
    """
    code = language_code(tag, text)
    return language(code) if code in LANGUAGES else None


def language_code(tag: str | None, text: str) -> str:
    """The primary language of a BCP 47 tag; without one, that of `text` as far as the files here know it."""
    return tag.replace("_", "-").split("-")[0].lower() if tag else guess(text)


@cache
def _small_words() -> dict[str, tuple[str, ...]]:
    """Small word → the languages that have it, each as often as its file names the word."""
    found: dict[str, tuple[str, ...]] = {}
    for code in LANGUAGES:
        for word in _words(_data(code), "small_words"):
            found[word] = (*found.get(word, ()), code)
    return found


def guess(text: str) -> str:
    """The code of the language whose small words stand most often among the first words; "en" where none does."""
    owners = map(_small_words().get, text[:1500].lower().split())
    counts = Counter(chain.from_iterable(filter(None, owners)))
    best = max(LANGUAGES, key=lambda code: counts[code])
    return best if counts[best] > counts["en"] else "en"
