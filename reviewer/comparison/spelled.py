"""The value of a number in digits or in words: `1,250`, `3.5 million`, `forty-two`, `zweihunderttausend`."""

from __future__ import annotations

import re

from reviewer.comparison.counting import TEN, NumberWords, phrase_end

_HUNDRED = 100
_TWENTY = 20  # the least of the tens that take a unit, and a score
_SCORED = (60, 80)  # tens that count on with 10 to 19 where a language counts by scores: soixante-dix
_FOUR = 4  # scores in eighty
HALF = 0.5
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
    if token in words.mixed or DIGITS.fullmatch(token):
        return _scaled(tokens, at, words)
    if tight := TIGHT.fullmatch(token):
        value, scale = _of_digits(tight[1]), words.scales.get(tight[2])
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
            if scale == _HUNDRED:
                current = max(current, 1.0) * _HUNDRED
            elif 0 < total < scale:
                total, current = (total + current) * scale, 0.0  # two thousand million
            else:
                total, current = total + max(current, 1.0) * scale, 0.0
        elif end > at and (after := phrase_end(tokens, end, words.and_a_half)) > end:
            if total and not current and tokens[end - 1] in words.scales:
                total += HALF * words.scales[tokens[end - 1]]  # dos millones y medio
            else:
                current += HALF
            end = after - 1
        elif word in words.joined and end > at and _goes_on(tokens, end + 1, current, words):
            pass
        else:
            break
        end += 1
    return (total + current, end, end == at + 1 and token in words.one) if end > at else (0.0, at, False)


def _scaled(tokens: list[str], at: int, words: NumberWords) -> tuple[float, int, bool]:
    """Digits or a mixed number with the scales that follow: `3.5 million`, `anderthalb Millionen`."""
    value = words.mixed[tokens[at]] if tokens[at] in words.mixed else _of_digits(tokens[at])
    end = at + 1
    while end < len(tokens) and tokens[end] in words.scales:
        value *= words.scales[tokens[end]]
        end += 1
    return value, end, False


def _of_digits(token: str) -> float:
    return float(token.replace(",", ""))


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
    if amount >= _HUNDRED:
        return None if current else amount
    if words.scores and current % _HUNDRED == _FOUR and amount == _TWENTY:
        return current - _FOUR + _FOUR * _TWENTY  # quatre-vingts
    if words.scores and current % _HUNDRED in _SCORED and TEN <= amount < _TWENTY:
        return current + amount  # soixante-dix
    if first and TEN < current <= _TWENTY and amount >= TEN:
        current *= _HUNDRED  # nineteen eighty-four
    return None if current % TEN or (amount >= TEN and current % _HUNDRED) else current + amount


def _scale_alone(tokens: list[str], at: int, words: NumberWords) -> bool:
    return tokens[at] in words.bare_scales or (at > 0 and tokens[at - 1] in words.before_scales)


def _goes_on(tokens: list[str], at: int, current: float, words: NumberWords) -> bool:
    """Whether "and" joins what follows to the number: after hundreds in one language, after tens in another."""
    if at >= len(tokens):
        return False
    small = _small(tokens[at], words)
    if small is None or small >= _HUNDRED:
        return False
    if words.joined_after == _HUNDRED:
        return current % _HUNDRED == 0
    return current % TEN == 0 and current % _HUNDRED >= _TWENTY and small < _TWENTY
