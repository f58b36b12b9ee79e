"""What single words are in their sentence: a modal, a negation or only part of one."""

from __future__ import annotations

from dataclasses import dataclass

from reviewer.comparison.lexicon import Lexicon, Modal

_POSSIBLE: dict[Modal, Modal] = {"will": "can", "would": "could"}
NEGATION_WITHIN = 9  # words within which one negation makes others part of itself
COMPANION_WITHIN = 4  # words after "plus" among which its "ne" may still follow
DENIED_BEFORE = 3  # words before "ne" among which is what it goes along with
PASSIVE_WITHIN = 13  # words after "wird" among which a future or a passive ends
POSSIBLE_WITHIN = 3  # words after "will" among which "possible" makes it "can"
POLITE_WITHIN = 2  # words after "I would" among which is the verb of a courtesy
ABLE_WITHIN = 4  # words after "will" among which "be able to" or "have to" follows
NEEDLESS_WITHIN = 2  # words before "have to" among which is what denies it
AGENT_WITHIN = 4  # words after "by" among which the rest of a phrase like "required to" may stand
INFINITIVE_WITHIN = 3  # words after "va" and its link among which is the infinitive of the near future


@dataclass(slots=True)
class Token:
    """One word: `form` as compared, `shown` as printed, its place in the string; `name` where it is part of a proper name.

    `initial`: the first word of a sentence; `paused`: a comma, dash or bracket stands before it; `doubtful`: its capital may not be that of a name.
    """

    form: str
    shown: str
    start: int
    end: int
    name: bool = False
    initial: bool = False
    doubtful: bool = False
    modal: Modal = ""
    paused: bool = False


def mark_modals(found: list[Token], words: Lexicon) -> None:
    """Sets `modal` of the words that bind, allow, expect or doubt."""
    for at, token in enumerate(found):
        pair = (token.form, found[at + 1].form) if at + 1 < len(found) else (token.form, "")
        if pair[1] in words.agent:
            pair = _around_agent(found, at, words)
        kind = words.periphrases.get(pair) or _kind(token, words)
        if not kind and token.form in words.long_periphrases:
            kind = words.periphrases.get((*pair, found[at + 2].form if at + 2 < len(found) else ""), "")
        if not kind and token.form in words.near_future and _infinitive_follows(found, at, words):
            kind = "will"
        if not kind and token.form in words.possible and _clause_follows(found, at, words):
            kind = next(
                (
                    words.periphrases[token.form, link]
                    for link in words.clausal
                    if (token.form, link) in words.periphrases
                ),
                "",
            )
        if not kind or token.modal or not _is_modal(found, at, kind, pair, words):
            continue
        if kind == "perhaps" and (pair[1][:1].isdigit() or pair[1] in words.numbers.values):
            continue  # `perhaps 300 tonnes` says `some 300 tonnes`
        token.modal = _softened(found, at, kind, words)


def _clause_follows(found: list[Token], at: int, words: Lexicon) -> bool:
    """`it's possible the virus came`, `is possible he knew`, without a "that"."""
    if not at or found[at - 1].form not in words.being or at + 1 == len(found):
        return False
    after = found[at + 1]
    return not after.paused and (after.name or after.form in words.definite or after.form in words.subjects)


def _around_agent(found: list[Token], at: int, words: Lexicon) -> tuple[str, str]:
    """A word and the one that goes with it behind who acts: `required by law to`; the next one where none does."""
    for token in found[at + 2 : at + 2 + AGENT_WITHIN]:
        if token.initial or token.paused:
            break
        if (found[at].form, token.form) in words.periphrases:
            return found[at].form, token.form
    return found[at].form, found[at + 1].form


def _softened(found: list[Token], at: int, kind: Modal, words: Lexicon) -> Modal:
    """The kind of a modal with what follows: `would be possible` is `could`, `I would like` is a courtesy."""
    if kind in _POSSIBLE and any(t.form in words.possible for t in found[at + 1 : at + 1 + POSSIBLE_WITHIN]):
        return _POSSIBLE[kind]
    if kind in _POSSIBLE and _able(found, at, words):
        return ""  # "will be able to" is the future of "can", "will have to" that of "must"
    if kind == "can" and found[at].form not in words.modals:
        before = _form_before(found, at, words)
        if before in words.future_in_past or (words.being and before not in words.being):
            return "was able"  # `lorries unable to pass`, of any time
    if kind == "have to" and any(t.form in words.negators for t in found[max(0, at - NEEDLESS_WITHIN) : at]):
        return "needless"
    if kind == "will" and _form_before(found, at, words) in words.future_in_past:
        return "due to have"
    if kind == "would" and at and found[at - 1].form in words.first_persons:
        following = [t.form for t in found[at + 1 : at + 1 + POLITE_WITHIN] if t.form not in words.negations]
        return "" if following and following[0] in words.polite else kind
    return kind


def _form_before(found: list[Token], at: int, words: Lexicon) -> str:
    """The word before `at`, past negations and "just"."""
    while at and (found[at - 1].form in words.negators or found[at - 1].form in words.only):
        at -= 1
    return found[at - 1].form if at else ""


def _able(found: list[Token], at: int, words: Lexicon) -> bool:
    after = [t.form for t in found[at + 1 : at + 1 + ABLE_WITHIN] if t.form not in words.negations]
    if after and after[0] in words.infinitive:
        del after[0]  # going `to` have to
    if words.periphrases.get(tuple(after[:2])) == "have to":
        return True
    return bool(after) and after[0] in words.being and words.periphrases.get(tuple(after[1:3])) == "can"


def _kind(token: Token, words: Lexicon) -> Modal:
    """Where accents tell forms apart (`konnte`, `könnte`), the word as printed decides."""
    if not words.accented:
        return words.modals.get(token.form, "")
    shown = token.shown.lower()
    kind = words.modals.get(shown, "")
    if (
        not kind
        and shown.endswith(words.tense_endings)
        and (token.doubtful or not token.name)
        and shown not in words.not_tenses
    ):
        return next(kind for ending, kind in words.tenses.items() if shown.endswith(ending))
    return kind


def _is_modal(found: list[Token], at: int, kind: Modal, pair: tuple[str, ...], words: Lexicon) -> bool:
    token = found[at]
    before = found[at - 1].form if at else ""
    if token.form in words.dates and token.shown.istitle() and (not token.initial or _dated(found, at)):
        return False
    if token.form in words.modal_nouns and (
        before in words.before_nouns
        or (before in words.numbers.measures and at > 1 and found[at - 2].form[:1].isdigit())
        or pair[1] in words.numbers.of
    ):
        return False
    if kind == "seem" and (before in words.opining or pair[1] in words.opining):
        return False
    if pair in words.with_verb and not _verb_follows(found, at + 2, words):
        return False
    if token.form.endswith(words.progressive) and pair in words.with_verb and before in words.before_gerunds:
        return False  # `before going to court`
    if kind == "should" and pair in words.periphrases and words.being:
        return _form_before(found, at, words) in words.being  # `had not meant to`
    if kind in ("allegedly", "probably") and pair in words.periphrases and words.being:
        return (_form_before(found, at, words) in words.being or found[at].paused) and (
            pair[1] not in words.infinitive or _verb_follows(found, at + 2, words)
        )
    return not (kind == "will" and token.form in words.passive and _passive(found, at, words))


def _dated(found: list[Token], at: int) -> bool:
    return at + 1 < len(found) and found[at + 1].form[0].isdigit()


def _verb_follows(found: list[Token], at: int, words: Lexicon) -> bool:
    """`going to leave`, not `going to the port` or `going to Paris`."""
    return at < len(found) and not found[at].name and found[at].form not in words.no_verb


def _infinitive_follows(found: list[Token], at: int, words: Lexicon) -> bool:
    """`va a firmar`, `va bientôt fermer`; not `va a la estación`."""
    after = at + 1
    if words.future_links:
        if after >= len(found) or found[after].form not in words.future_links:
            return False
        after += 1
    for token in found[after : after + INFINITIVE_WITHIN]:
        if token.name or token.initial or token.form in words.no_verb:
            return False
        if token.form.endswith(words.infinitive_endings):
            return True
    return False


def _passive(found: list[Token], at: int, words: Lexicon) -> bool:
    """`wird geschlossen`; not `wird schließen` or `wird geschlossen werden`."""
    clause: list[str] = []
    for token in found[at + 1 : at + 1 + PASSIVE_WITHIN]:
        if token.initial or token.form in words.joining:
            break
        clause.append(token.form)
    if clause and clause[-1] in words.passive:
        return False
    return any(words.participles.fullmatch(form) for form in clause) if words.participles else False


def with_negations(found: list[Token], words: Lexicon) -> list[Token]:
    """`found` with one negation for what a language says with several words (`ne … pas`, `no … nada`).

    A word that only goes along with a negation (`ne`) is left out; one that denies nothing in this place, or repeats what
    an earlier one denies, gets a form of its own.
    """
    found = _in_one_negation(found, words)
    if not (words.companions or words.dependents or words.denies_not_after):
        return found
    kept: list[Token] = []
    companion = last = -NEGATION_WITHIN
    alone: Token | None = None  # `n'ose` says `n'ose pas`
    for at, token in enumerate(found):
        if token.initial or token.form in words.joining:
            companion = last = -NEGATION_WITHIN
        form = token.form
        if form in words.companions:
            companion = at
            if at + 1 < len(found) and found[at + 1].form in words.alone and not _denied_soon(found, at, words):
                token.form = words.companions[form]
                alone = token
            continue
        if (
            form in words.companied and at - companion >= NEGATION_WITHIN and not _companion_soon(found, at, words)
        ) or (at and found[at - 1].form in words.denies_not_after.get(form, ())):
            token.form = f"{form}+"
        elif form in words.dependents and at - last < NEGATION_WITHIN:
            token.form = f"{form}-"
        elif form in words.negators:
            last = at
        kept.append(token)
        if alone is not None:
            kept.append(alone)
            alone = None
    return kept


def _in_one_negation(found: list[Token], words: Lexicon) -> list[Token]:
    """`found` with `no longer` and `at no time` as the one word that says the same; not `no longer than`."""
    kept: list[Token] = []
    at = 0
    while at < len(found):
        kept.append(found[at])
        for phrase, form in words.wordy.get(found[at].form, ()):
            after = at + len(phrase)
            if tuple(t.form for t in found[at:after]) == phrase and not any(
                tuple(t.form for t in found[at : at + len(bound)]) == bound for bound in words.bounds
            ):
                kept[-1].form = form
                kept[-1].end = found[after - 1].end
                at = after - 1 - (found[after - 1].form in words.infinitive)
                break
        at += 1
    return kept


def _denied_soon(found: list[Token], at: int, words: Lexicon) -> bool:
    return any(
        t.form in words.negators for t in found[max(0, at - DENIED_BEFORE) : at + NEGATION_WITHIN] if t is not found[at]
    )


def _companion_soon(found: list[Token], at: int, words: Lexicon) -> bool:
    return any(t.form in words.companions for t in found[at + 1 : at + 1 + COMPANION_WITHIN])
