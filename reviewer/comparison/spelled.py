"""The value of a number in digits or in words: `1,250`, `3.5 million`, `forty-two`, `zweihunderttausend`."""

from __future__ import annotations

import re

from reviewer.comparison.counting import NumberWords, phrase_end

DIGITS = re.compile(r"\d[\d,]*(?:\.\d+)?")
TIGHT = re.compile(r"(\d[\d,]*(?:\.\d+)?)([^\W\d_]+|%)")


def split_unit(word: str, words: NumberWords) -> tuple[str, ...]:
    """`10am` as `10` and `am`; any other word as it is."""
    tight = TIGHT.fullmatch(word)
    if tight and tight[2] in words.tight_measures:
        return tight[1], words.tight_measures[tight[2]]
    if tight and (tight[2],) in words.percent:
        return tight[1], tight[2]
    return (tight[1], tight[2]) if tight and tight[2] in words.measures and tight[2] not in words.scales else (word,)


def value_at(tokens: list[str], at: int, words: NumberWords) -> tuple[float, int, bool]:
    """The value that begins at `at`, the token after it, and whether it is but the word "one"; `at` itself if none does."""
    token = tokens[at]
    digits = DIGITS.fullmatch(token) is not None
    if digits or token in words.mixed:
        value = float(token.replace(",", "")) if digits else words.mixed[token]
        end = at + 1
        while end < len(tokens) and tokens[end] in words.scales:
            value *= words.scales[tokens[end]]
            end += 1
        return value, end, False
    if tight := TIGHT.fullmatch(token):
        value, scale = float(tight[1].replace(",", "")), words.scales.get(tight[2])
        return (value * scale, at + 1, False) if scale else (0.0, at, False)
    total = current = 0.0
    end = at
    while end < len(tokens):
        word = tokens[end]
        small = _small(word, words)
        if small is not None:
            joined = _joined(current, float(small), words, first=end == at + 1)
            if joined is None:
                break
            current = joined
        elif word in words.scales and word not in words.letter_scales and (end > at or _scale_alone(tokens, at, words)):
            scale = words.scales[word]
            if scale == 100.0:
                current = max(current, 1.0) * 100.0
            elif 0 < total < scale:
                total, current = (total + current) * scale, 0.0  # two thousand million
            else:
                total, current = total + max(current, 1.0) * scale, 0.0
        elif end > at and (after := phrase_end(tokens, end, words.and_a_half)) > end:
            current += 0.5
            end = after - 1
        elif word in words.joined and end > at and _goes_on(tokens, end + 1, current, words):
            pass
        else:
            break
        end += 1
    return (total + current, end, end == at + 1 and token in words.one) if end > at else (0.0, at, False)


def _small(word: str, words: NumberWords) -> int | None:
    """The value of a word that counts less than a scale."""
    for known in (words.units, words.tens, words.hundreds):
        if word in known:
            return known[word]
    return compound(word, words) if words.joints else None


def compound(word: str, words: NumberWords) -> int | None:
    """The value of a number that is written as one word (`dreitausendfünfhundert`)."""
    for joint, scale in words.joints.items():
        if joint in word:
            head, _, tail = word.partition(joint)
            many = _small(head, words) if head else 1
            rest = _small(_unjoined(tail, words), words) if tail else 0
            return None if many is None or rest is None else many * scale + rest
    return None


def _unjoined(tail: str, words: NumberWords) -> str:
    """`hundertundeins` has what joins units and tens in another place."""
    return next((tail.removeprefix(joint) for joint in words.unit_and_ten if tail.startswith(joint)), tail)


def _joined(current: float, amount: float, words: NumberWords, *, first: bool) -> float | None:
    """`current` with a further word of the value `amount`, None where that begins another number."""
    if amount >= 100:
        return None if current else amount
    if words.scores and current % 100 == 4 and amount == 20:
        return current + 76  # quatre-vingts
    if words.scores and current % 100 in (60, 80) and 10 <= amount < 20:
        return current + amount  # soixante-dix
    if first and 10 < current <= 20 and amount >= 10:
        current *= 100.0  # nineteen eighty-four
    return None if current % 10 or (amount >= 10 and current % 100) else current + amount


def _scale_alone(tokens: list[str], at: int, words: NumberWords) -> bool:
    return tokens[at] in words.bare_scales or (at > 0 and tokens[at - 1] in words.before_scales)


def _goes_on(tokens: list[str], at: int, current: float, words: NumberWords) -> bool:
    """Whether "and" joins what follows to the number: after hundreds in one language, after tens in another."""
    if at >= len(tokens):
        return False
    small = _small(tokens[at], words)
    if small is None or small >= 100:
        return False
    if words.joined_after == 100:
        return current % 100 == 0
    return current % 10 == 0 and current % 100 >= 20 and small < 20
