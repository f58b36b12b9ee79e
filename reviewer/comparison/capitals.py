"""Which capitals are those of names: by the word, by its place in the sentence, and by what stands before it."""

from __future__ import annotations

from functools import lru_cache

from reviewer.comparison.lexicon import Lexicon
from reviewer.comparison.marking import Token
from reviewer.comparison.measures import CODES

SHOWN_KEPT = 1 << 16  # printed words of which it is remembered whether they look like names
NAME_FROM = 3  # letters of a name that stands at the start of a sentence


@lru_cache(maxsize=SHOWN_KEPT)
def looks_like_name(shown: str, words: Lexicon) -> bool:
    """Whether the word as printed has the capital of a name, wherever it stands."""
    if shown.lower() in (words.pronouns if shown[1:].islower() else words.articles):
        return False  # where a quotation goes on after its attribution
    return (
        shown[0].isupper()
        and shown[-1] != "$"
        and shown not in words.never_names
        and shown.lower() not in words.numbering
    )


def mark_proper_names(found: list[Token], words: Lexicon) -> None:
    """Sets `name` in a language that writes every noun with a capital.

    Surely a name: what is known as one, is in capitals throughout, or follows a title or a first name.  Perhaps one,
    which counts like a capital at the start of a sentence: a noun that nothing introduces and that looks like no common one.
    """
    for at, token in enumerate(found):
        if not token.name:
            continue
        before = found[at - 1] if at else None
        beside = before is not None and token.start - before.end <= 1
        if (
            token.form in words.same_names
            or token.form in words.places
            or token.form in words.dates
            or token.form in words.first_names
            or (len(token.shown) > 1 and token.shown.isupper())
            or (
                beside and before is not None and (before.form in words.titles or (before.name and not before.doubtful))
            )
        ):
            token.doubtful = False
            continue
        token.name = not _common(token, before, words)
        token.doubtful = True


def _common(token: Token, before: Token | None, words: Lexicon) -> bool:
    """Whether a word with a capital is a noun, or only begins the sentence."""
    form = token.form
    if (
        form in words.titles
        or form in words.nouns
        or form in words.function
        or form in words.triggers
        or words.numbers.begins(form)
    ):
        return True
    if token.initial or before is None:
        return form.endswith(words.noun_endings + words.adverb_endings)
    if before.form in words.introducing:
        return True
    if before.shown[0].isupper() and not before.initial and token.start - before.end == 1:
        return before.form in words.numbers.every  # `Reederei Morwig`: of two nouns side by side the second is a name
    return form.endswith(words.noun_endings)


def with_one_spelling(found: list[Token], words: Lexicon) -> list[Token]:
    """Names of a few states and unions in one spelling (`United States`, `U.S.`); titles are no names."""
    merged: list[Token] = []
    at = 0
    while at < len(found):
        token = found[at]
        for spelled, form in words.spelled_names.get(token.form, ()) if token.shown[0].isupper() else ():
            if tuple(t.form for t in found[at : at + len(spelled)]) == spelled:
                last = found[at + len(spelled) - 1]
                shown = " ".join(t.shown for t in found[at : at + len(spelled)])
                merged.append(Token(form, shown, token.start, last.end, name=True))
                at += len(spelled)
                break
        else:
            token.name = token.name or token.form in words.lower_names
            if token.name:
                _settle_name(token, found[at + 1] if at + 1 < len(found) else None, words)
            merged.append(token)
            at += 1
    return merged


def _settle_name(token: Token, following: Token | None, words: Lexicon) -> None:
    """Gives a name the one form of all its spellings, and says of a word that only looks like one that it is none."""
    if token.form in words.same_names and (
        token.form not in words.in_capitals or token.shown[:2].isupper() or "." in token.shown
    ):
        token.form = words.same_names[token.form]
    if (
        token.form in words.titles
        or token.form in CODES
        or (len(token.form) > 1 and token.form in words.numbers.degrees)
    ):
        token.name = False
    elif token.initial and not words.nouns_capitalised and token.form not in words.lower_names:
        token.name = _may_be_name(token, following, words)


def _may_be_name(token: Token, following: Token | None, words: Lexicon) -> bool:
    """Whether a word that has its capital from the start of a sentence could be a name as well."""
    if (
        token.form in words.function
        or token.form in words.common
        or token.form in words.numbers.every
        or token.form in words.numbers.by
        or token.modal
        or token.form in words.modals
        or len(token.form) < NAME_FROM
    ):
        return False
    if following is not None and following.name and following.form not in words.titles:
        return True
    return not token.form.endswith(words.noun_endings) and token.form not in words.told_apart
