"""Learning the weights from annotated articles: two log-linear models, in pure Python.

Both are trained with AdaGrad (Duchi, Hazan & Singer 2011), several times over in another order each, and averaged.  The speaker model maximises the likelihood that one of the right
candidates is chosen; the speech model is a logistic regression whose features include the speaker model's confidence, taken from
models that have not seen the article.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import exp, sqrt
from typing import Any

from reviewer.quotes import ranking, speech
from reviewer.quotes.candidates import Candidate, Candidates, Paragraph, Speaker
from reviewer.quotes.lexicon import Language
from reviewer.quotes.reading import read

_EDGE = " \t\r\n\u00a0\u200b\"“”„‟'‘’‚‛`´«».,;:!?…-–—()[]{}*"
_FOLDS = 4
_PRIORS = {"announcer": 3.0, "signer": 5.0}  # too rare in news articles to be learned from a few hundred of them
_ORDERS = 3
Weights = dict[str, float]


@dataclass(frozen=True, slots=True)
class Example:
    """A marked span: its candidates, which of them are right (empty where nobody knows), and whether it is speech (None: unknown)."""

    paragraph: Paragraph
    number: int
    token: int
    candidates: list[Candidate]
    right: list[int]
    is_speech: bool | None


@dataclass(frozen=True, slots=True)
class Article:
    text: str
    examples: list[Example]


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in _EDGE:
        start += 1
    while end > start and text[end - 1] in _EDGE:
        end -= 1
    return start, end


def _share(a: tuple[int, int], b: tuple[int, int]) -> float:
    shared = min(a[1], b[1]) - max(a[0], b[0])
    return shared / (max(a[1], b[1]) - min(a[0], b[0])) if shared > 0 else 0.0


def article(record: Mapping[str, Any], language: Language) -> Article:
    """`record` is an annotated article: `text`; `quotes` with `start`, `end`, and `speaker_start`, `speaker_end` where known; optional `ignore`."""
    text = record["text"]
    gold = [(_stripped(text, quote["start"], quote["end"]), quote) for quote in record["quotes"]]
    ignored = [(region["start"], region["end"]) for region in record.get("ignore", ())]
    reading = read(text, language)
    previous: Speaker | None = None
    examples: list[Example] = []
    for paragraph in reading.paragraphs:
        candidates = Candidates(text, paragraph, language, reading.known)
        for number, marked in enumerate(paragraph.marked):
            span = _stripped(text, marked.start, marked.end)
            quote = next((quote for place, quote in gold if _share(place, span) >= 0.8), None)
            is_speech: bool | None = quote is not None
            if quote is None and any(
                2 * (min(span[1], end) - max(span[0], start)) >= span[1] - span[0] for start, end in ignored
            ):
                is_speech = None
            if marked.block:
                is_speech = None
            found = candidates.of(number, previous)
            right = _right(found, quote)
            examples.append(Example(paragraph, number, candidates.at[number], found, right, is_speech))
            if right:
                previous = found[right[0]].speaker
    return Article(text, examples)


def _right(candidates: Sequence[Candidate], quote: Mapping[str, Any] | None) -> list[int]:
    if quote is None or quote.get("speaker_start") is None or quote.get("nested_cue"):
        return []
    low, high = quote["speaker_start"], quote["speaker_end"]
    overlapping = [i for i, c in enumerate(candidates) if c.speaker.start < high and low < c.speaker.end]
    if overlapping:
        return overlapping
    words = {word.strip(_EDGE).lower() for word in str(quote["speaker"]).split()}
    return [i for i, c in enumerate(candidates) if c.speaker.kind == "N" and c.speaker.head in words]


def _common(groups: Iterable[Iterable[list[str]]], least: int) -> frozenset[str]:
    """Features that occur in at least `least` articles: what is rarer is remembered rather than learned."""
    counts: Counter[str] = Counter()
    for group in groups:
        counts.update({name for names in group for name in names})
    return frozenset(name for name, count in counts.items() if count >= least)


def train_speakers(
    articles: Sequence[Article],
    *,
    epochs: int = 8,
    rate: float = 0.05,
    decay: float = 1e-6,
    least: int = 10,
) -> Weights:
    """Weights of the speaker model."""
    common = _common(
        ((c.features for example in one.examples if example.right for c in example.candidates) for one in articles),
        least,
    )
    data = [
        (
            [[name for name in candidate.features if name in common] for candidate in example.candidates],
            set(example.right),
        )
        for one in articles
        for example in one.examples
        if example.right and len(example.right) < len(example.candidates)
    ]
    return _PRIORS | _averaged(lambda seed: _speakers_once(data, epochs, rate, decay, random.Random(seed)))


def _averaged(learn: Callable[[int], Weights]) -> Weights:
    """The mean of what several orders of the examples teach: less of it hangs on which came last."""
    total: Weights = {}
    for seed in range(_ORDERS):
        _accumulate(total, learn(seed))
    return _mean(total, _ORDERS)


def _speakers_once(
    data: Sequence[tuple[list[list[str]], set[int]]], epochs: int, rate: float, decay: float, order: random.Random
) -> Weights:
    weights: Weights = {}
    squares: Weights = {}
    total_weights: Weights = {}
    data = list(data)
    for epoch in range(epochs):
        order.shuffle(data)
        for features, right in data:
            scores = [ranking.score(names, weights) for names in features]
            top = max(scores)
            odds = [exp(score - top) for score in scores]
            total, correct = sum(odds), sum(odds[i] for i in right)
            gradient: Weights = {}
            for index, names in enumerate(features):
                step = odds[index] / total - (odds[index] / correct if index in right and correct > 0 else 0.0)
                if abs(step) > 1e-4:
                    for name in names:
                        gradient[name] = gradient.get(name, 0.0) + step
            _descend(weights, squares, gradient, rate, decay)
        if epoch >= epochs // 2:
            _accumulate(total_weights, weights)
    return _mean(total_weights, epochs - epochs // 2)


def _accumulate(total: Weights, weights: Mapping[str, float]) -> None:
    for name, value in weights.items():
        total[name] = total.get(name, 0.0) + value


def _mean(total: Weights, count: int) -> Weights:
    return {name: value / count for name, value in total.items()}


def _descend(weights: Weights, squares: Weights, gradient: Weights, rate: float, decay: float) -> None:
    for name, slope in gradient.items():
        full = slope + decay * weights.get(name, 0.0)
        square = squares.get(name, 0.0) + full * full
        squares[name] = square
        weights[name] = weights.get(name, 0.0) - rate * full / sqrt(square + 1e-6)


def _speech_data(articles: Sequence[Article], speaker: Weights, language: Language) -> Iterator[tuple[list[str], bool]]:
    ranker = ranking.Ranker(speaker)
    for one in articles:
        for example in one.examples:
            if example.is_speech is not None:
                ranked = ranker.best(example.candidates)
                yield (
                    speech.features(one.text, example.paragraph, example.number, example.token, ranked, language),
                    example.is_speech,
                )


def train_speech(
    articles: Sequence[Article],
    language: Language,
    *,
    epochs: int = 12,
    rate: float = 0.05,
    decay: float = 3e-2,
    least: int = 5,
) -> Weights:
    """Weights of the speech model, a score above 0 meaning speech."""
    found: list[list[tuple[list[str], bool]]] = []
    for fold in range(_FOLDS):
        seen = [one for i, one in enumerate(articles) if i % _FOLDS != fold]
        unseen = [one for i, one in enumerate(articles) if i % _FOLDS == fold]
        speaker = train_speakers(seen)
        found.extend(list(_speech_data([one], speaker, language)) for one in unseen)
    common = _common(((names for names, _ in group) for group in found), least)
    data = [([name for name in names if name in common], truth) for group in found for names, truth in group]
    return _averaged(lambda seed: _speech_once(data, epochs, rate, decay, random.Random(seed)))


def _speech_once(
    data: Sequence[tuple[list[str], bool]], epochs: int, rate: float, decay: float, order: random.Random
) -> Weights:
    weights: Weights = {}
    squares: Weights = {}
    data = list(data)
    for _ in range(epochs):
        order.shuffle(data)
        for names, truth in data:
            score = ranking.score(names, weights)
            step = 1.0 / (1.0 + exp(-max(-30.0, min(30.0, score)))) - truth
            _descend(weights, squares, dict.fromkeys(names, step), rate, decay)
    return weights


def rounded(weights: Mapping[str, float]) -> dict[str, int]:
    """Thousandths, without those too small to matter, by name."""
    return {name: round(value * 1000) for name, value in sorted(weights.items()) if abs(value) >= 0.02}


def train(records: Sequence[Mapping[str, Any]], language: Language) -> dict[str, dict[str, int]]:
    """Both models from annotated articles, as `weights.json` holds them."""
    articles = [article(record, language) for record in records]
    return {"speaker": rounded(train_speakers(articles)), "speech": rounded(train_speech(articles, language))}
