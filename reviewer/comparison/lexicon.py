"""A language as data, for flags and wording: what denies, binds, counts and names, read from `languages/<code>.json`."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from reviewer.comparison.counting import NumberWords, Phrases, number_words
from reviewer.quotes import language_code
from reviewer.text import folded

_FILES = Path(__file__).parent / "languages"
# Compared with the word as printed: capitals or accents matter.
_AS_PRINTED = frozenset(("never_names", "modals", "tenses", "not_tenses", "hyphened", "participles"))
LANGUAGES = frozenset(file.stem for file in _FILES.glob("*.json"))


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """Words of one language in their matching form (`words.key`); CONTRIBUTING.md says what each list holds.

    `code` is "" for a language without a file: then every list is empty, and only digits and capitals are known.
    `triggers` are the words that could raise a flag by themselves, `colliding` the matching forms of modals that only an accent
    tells from other words (`könnte`, `konnte`).
    """

    code: str
    function: frozenset[str]
    common: frozenset[str]
    speech: frozenset[str]
    page: frozenset[str]
    titles: frozenset[str]
    dates: frozenset[str]
    pronouns: frozenset[str]
    articles: frozenset[str]
    determiners: frozenset[str]
    joining: frozenset[str]
    listing: frozenset[str]
    agent: frozenset[str]
    negators: frozenset[str]
    negations: frozenset[str]
    numbering: frozenset[str]
    either_way: frozenset[str]
    echoing: frozenset[str]
    only: frozenset[str]
    correlatives: dict[str, str]
    opposed: dict[str, frozenset[str]]
    scant: frozenset[str]
    having: frozenset[str]
    much: frozenset[str]
    undoubted: Phrases
    bounds: Phrases
    undoing: frozenset[str]
    wordy_negations: dict[tuple[str, ...], str]
    sparing: frozenset[str]
    excluding: Phrases
    converse: dict[str, frozenset[str]]
    advising: frozenset[str]
    ordering: frozenset[str]
    foretelling: frozenset[str]
    first_time: dict[str, str]
    progressive: str
    coming: frozenset[str]
    present: tuple[str, ...]
    placing: frozenset[str]
    amounting: dict[str, str]
    ranging: tuple[str, ...]
    before_gerunds: frozenset[str]
    far_from: Phrases
    anything_but: Phrases
    until: frozenset[str]
    until_turned: frozenset[str]
    exceptive: frozenset[str]
    quantifying_negators: frozenset[str]
    subject_negators: frozenset[str]
    noun_negators: frozenset[str]
    any_for_none: dict[str, frozenset[str]]
    raising: frozenset[str]
    preventing: frozenset[str]
    permitting: frozenset[str]
    evading: frozenset[str]
    hiding: frozenset[str]
    clausal: frozenset[str]
    forcing: frozenset[str]
    irregular: dict[str, str]
    excepting: frozenset[str]
    privative_endings: tuple[str, ...]
    needing: frozenset[str]
    refused_to: frozenset[str]
    until_passed: frozenset[str]
    faulty: frozenset[str]
    superlatives: dict[str, str]
    superlative_ending: tuple[str, ...]
    mass: frozenset[str]
    waiting: frozenset[str]
    adversative: frozenset[str]
    refused: frozenset[str]
    impossible: frozenset[str]
    prevented_from: frozenset[str]
    refusing: frozenset[str]
    denying_phrases: frozenset[tuple[str, str]]
    contrary: dict[str, frozenset[str]]
    negative_prefixes: tuple[str, ...]
    unprefixed: tuple[str, ...]
    modals: dict[str, str]
    modal_nouns: frozenset[str]
    before_nouns: frozenset[str]
    periphrases: dict[tuple[str, ...], str]
    future_in_past: frozenset[str]
    with_verb: Phrases
    polite: frozenset[str]
    tags: frozenset[str]
    infinitive: frozenset[str]
    no_verb: frozenset[str]
    being: frozenset[str]
    contractions: dict[str, tuple[str, ...]]
    contracted_endings: dict[str, str]
    answers: frozenset[str]
    never_names: frozenset[str]
    noun_endings: tuple[str, ...]
    name_particles: frozenset[str]
    name_fillers: frozenset[str]
    former: frozenset[str]
    same_names: dict[str, str]
    spelled_names: dict[tuple[str, ...], str]
    limits: tuple[tuple[tuple[str, ...], int], ...]
    cue_classes: dict[str, str]
    decimal: str
    thousands: str
    elisions: dict[str, str]
    hyphened: tuple[str, ...]
    accented: bool
    tenses: dict[str, str]
    tense_endings: tuple[str, ...]
    telling_endings: tuple[str, ...]
    not_tenses: frozenset[str]
    long_periphrases: frozenset[str]
    near_future: frozenset[str]
    future_links: frozenset[str]
    infinitive_endings: tuple[str, ...]
    passive: frozenset[str]
    participles: re.Pattern[str] | None
    companions: dict[str, str]
    companied: frozenset[str]
    alone: frozenset[str]
    dependents: frozenset[str]
    denies_not_after: dict[str, frozenset[str]]
    lower_names: frozenset[str]
    nouns_capitalised: bool
    places: frozenset[str]
    first_names: frozenset[str]
    nouns: frozenset[str]
    adverb_endings: tuple[str, ...]
    introducing: frozenset[str]
    numbers: NumberWords
    colliding: frozenset[str]
    triggers: frozenset[str]

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
        return _lexicon({"language": ""})
    return _lexicon(_in_matching_form(json.loads((_FILES / f"{code}.json").read_text(encoding="utf-8"))))


def _in_matching_form(data: Any, key: str = "") -> Any:
    """The words of a data file folded, apart from those that count as printed."""
    if key in _AS_PRINTED:
        return data
    if isinstance(data, dict):
        return {_folded(name): _in_matching_form(value, name) for name, value in data.items()}
    if isinstance(data, list):
        return [_in_matching_form(value) for value in data]
    return _folded(data) if isinstance(data, str) else data


def _folded(words: str) -> str:
    if words.isascii():
        return words.lower()
    return " ".join([word.lower() if word.isascii() else folded(word) for word in words.split(" ")])


@lru_cache(maxsize=64)
def lexicon_of(text: str, *tags: str | None) -> Lexicon:
    """The words of what stands in one language: the one its BCP 47 `tags` agree on, or, without any, that of `text`."""
    codes = {language_code(tag, text) for tag in tags if tag} or {language_code(None, text)}
    return lexicon(codes.pop() if len(codes) == 1 else "")


def _endings(data: dict[str, Any], key: str) -> tuple[str, ...]:
    return tuple(data.get(key, "").split())


def _lexicon(data: dict[str, Any]) -> Lexicon:
    words = {key: frozenset(value.split()) for key, value in data.items() if isinstance(value, str)}

    def listed(key: str) -> frozenset[str]:
        return words.get(key, frozenset())

    def phrases(key: str) -> Phrases:
        return tuple(tuple(phrase.split()) for phrase in data.get(key, ()))

    def groups(key: str) -> dict[str, str]:
        return {word: name for name, group in data.get(key, {}).items() for word in group.split()}

    def phrase_groups(key: str) -> dict[tuple[str, ...], str]:
        return {tuple(phrase.split()): name for name, group in data.get(key, {}).items() for phrase in group}

    def sets(key: str) -> dict[str, frozenset[str]]:
        return {word: frozenset(group.split()) for word, group in data.get(key, {}).items()}

    def pairs(key: str) -> list[tuple[str, frozenset[str]]]:
        return [(word, frozenset(others.split())) for group, others in data.get(key, ()) for word in group.split()]

    denying = frozenset((verb, particle) for verb, particles in pairs("denying_phrases") for particle in particles)
    contrary = dict(pairs("contrary"))
    numbers = number_words(data.get("numbers", {}))
    tenses = groups("tenses")
    same_names = groups("same_names")
    lower_names = (listed("dates") | same_names.keys()) if data.get("names_in_small_letters") else frozenset()
    modals, periphrases = groups("modals"), phrase_groups("periphrases")
    limits = [(phrase, sign) for key, sign in (("upwards", 1), ("downwards", -1)) for phrase in phrases(key)]
    return Lexicon(
        code=data["language"],
        function=listed("function"),
        common=listed("common"),
        speech=listed("speech"),
        page=listed("page"),
        titles=listed("titles"),
        dates=listed("dates"),
        pronouns=listed("pronouns"),
        articles=listed("articles"),
        determiners=listed("determiners"),
        joining=listed("joining"),
        listing=listed("listing"),
        agent=listed("agent"),
        negators=listed("negators"),
        negations=listed("negations"),
        numbering=listed("numbering"),
        either_way=listed("either_way"),
        echoing=listed("echoing"),
        only=listed("only"),
        correlatives=dict(data.get("correlatives", {})),
        opposed=sets("opposed"),
        scant=listed("scant"),
        having=listed("having"),
        much=listed("much"),
        undoubted=phrases("undoubted"),
        bounds=phrases("bounds"),
        undoing=listed("undoing"),
        wordy_negations=phrase_groups("wordy_negations"),
        sparing=listed("sparing"),
        excluding=phrases("excluding"),
        converse=dict(pairs("converse")),
        advising=listed("advising"),
        ordering=listed("ordering"),
        foretelling=listed("foretelling"),
        first_time=dict(data.get("first_time", {})),
        progressive=data.get("progressive", ""),
        coming=listed("coming"),
        present=_endings(data, "present"),
        placing=listed("placing"),
        amounting=dict(data.get("amounting", {})),
        ranging=_endings(data, "ranging"),
        before_gerunds=listed("before_gerunds"),
        far_from=phrases("far_from"),
        anything_but=phrases("anything_but"),
        until=listed("until"),
        until_turned=listed("until_turned"),
        exceptive=listed("exceptive"),
        quantifying_negators=listed("quantifying_negators"),
        subject_negators=listed("subject_negators"),
        noun_negators=listed("noun_negators"),
        any_for_none=sets("any_for_none"),
        raising=listed("raising"),
        preventing=listed("preventing"),
        permitting=listed("permitting"),
        evading=listed("evading"),
        hiding=listed("hiding"),
        clausal=listed("clausal"),
        forcing=listed("forcing"),
        irregular=groups("irregular"),
        excepting=listed("excepting"),
        privative_endings=_endings(data, "privative_endings"),
        needing=listed("needing"),
        refused_to=listed("refused_to"),
        until_passed=listed("until_passed"),
        faulty=listed("faulty"),
        superlatives=dict(data.get("superlatives", {})),
        superlative_ending=_endings(data, "superlative_ending"),
        mass=listed("mass"),
        waiting=listed("waiting"),
        adversative=listed("adversative"),
        refused=listed("refused"),
        impossible=listed("impossible"),
        prevented_from=listed("prevented_from"),
        refusing=listed("refusing"),
        denying_phrases=denying,
        contrary=contrary,
        negative_prefixes=_endings(data, "negative_prefixes"),
        unprefixed=_endings(data, "unprefixed"),
        modals=modals,
        modal_nouns=listed("modal_nouns"),
        before_nouns=listed("before_nouns"),
        periphrases=periphrases,
        future_in_past=listed("future_in_past"),
        with_verb=phrases("with_verb"),
        polite=listed("polite"),
        tags=listed("tags"),
        infinitive=listed("infinitive"),
        no_verb=listed("no_verb"),
        being=listed("being"),
        contractions={word: tuple(long.split()) for word, long in data.get("contractions", {}).items()},
        contracted_endings=dict(data.get("contracted_endings", {})),
        answers=listed("answers"),
        never_names=listed("never_names"),
        noun_endings=_endings(data, "noun_endings"),
        name_particles=listed("name_particles"),
        name_fillers=listed("name_fillers"),
        former=listed("former"),
        same_names=same_names,
        spelled_names=phrase_groups("spelled_names"),
        limits=tuple(sorted(limits, key=lambda limit: -len(limit[0]))),
        cue_classes=groups("cue_classes"),
        decimal=data.get("decimal", ""),
        thousands=data.get("thousands", ""),
        elisions=dict(data.get("elisions", {})),
        hyphened=_endings(data, "hyphened"),
        accented=bool(data.get("accented", False)),
        tenses=tenses,
        tense_endings=tuple(tenses),
        telling_endings=tuple(map(folded, tenses)),
        not_tenses=listed("not_tenses"),
        long_periphrases=frozenset(phrase[0] for phrase in periphrases if len(phrase) > 2),
        near_future=listed("near_future"),
        future_links=listed("future_links"),
        infinitive_endings=_endings(data, "infinitive_endings"),
        passive=listed("passive"),
        participles=re.compile(data["participles"]) if "participles" in data else None,
        companions=dict(data.get("companions", {})),
        companied=listed("companied"),
        alone=listed("alone"),
        dependents=listed("dependents"),
        denies_not_after=sets("denies_not_after"),
        lower_names=lower_names,
        nouns_capitalised=bool(data.get("nouns_capitalised", False)),
        places=listed("places"),
        first_names=listed("first_names"),
        nouns=listed("nouns"),
        adverb_endings=_endings(data, "adverb_endings"),
        introducing=listed("introducing"),
        numbers=numbers,
        colliding=frozenset(folded(word) for word in modals if not word.isascii()),
        triggers=frozenset(
            (
                *numbers.every,
                *lower_names,
                *listed("near_future"),
                *listed("negators"),
                *map(folded, modals),
                *listed("preventing"),
                *listed("evading"),
                *(verb for verb, _ in denying),
                *contrary,
                *listed("scant"),
                *listed("only"),
                *listed("triggers"),
                *(phrase[0] for key in ("far_from", "anything_but") for phrase in phrases(key)),
                *(word for phrase in (*periphrases, *(limit for limit, _ in limits)) for word in phrase),
            )
        )
        - listed("untelling"),
    )
