"""A user can learn the weights from articles of their own."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from reviewer.quotes import ranking
from reviewer.quotes.lexicon import language
from reviewer.quotes.training import article, train, train_speakers

NAMES = ["Dana Marsh", "Paul Ennis", "Mira Solberg", "Otto Lind", "Vera Quist", "Jonas Arden"]
VERBS = ["said", "warned", "argued", "insisted"]


def _record(number: int) -> dict[str, Any]:
    name, other = NAMES[number % 6], NAMES[(number + 1) % 6]
    verb = VERBS[number % 4]
    text = (
        f"{other} watched. “The gate stays shut,” {name} {verb} while {other} listened.\n\n"
        f"Near {other}, {name} {verb}: “Nobody will be paid.” The so-called “experts” left."
    )
    quotes = []
    for words in ("The gate stays shut,", "Nobody will be paid."):
        start = text.index(words)
        at = text.index(name) if words.startswith("The") else text.rindex(name)
        quotes.append(
            {
                "start": start,
                "end": start + len(words),
                "speaker": name,
                "speaker_start": at,
                "speaker_end": at + len(name),
            }
        )
    return {"text": text, "quotes": quotes}


def test_learned_weights_find_the_speakers_they_were_taught() -> None:
    records = [_record(number) for number in range(24)]
    words = language("en")
    weights = train_speakers([article(record, words) for record in records], least=2)
    examples = [example for record in records for example in article(record, words).examples if example.right]
    assert len(examples) == 48
    right = 0
    for example in examples:
        ranked = ranking.Ranker(weights).best(example.candidates)
        assert ranked is not None
        right += example.candidates.index(ranked[0]) in example.right
    assert right == len(examples)


def test_untaught_weights_do_not_find_them() -> None:
    wrong = 0
    for number in range(24):
        for example in article(_record(number), language("en")).examples:
            if example.right:
                ranked = ranking.Ranker({}).best(example.candidates)
                wrong += ranked is None or example.candidates.index(ranked[0]) not in example.right
    assert wrong


def test_training_is_repeatable_and_names_no_words_of_the_articles() -> None:
    records = [_record(number) for number in range(12)]
    weights = train(records, language("en"))
    assert weights == train(records, language("en"))
    names = {word.lower() for name in NAMES for word in name.split()}
    assert not any(word in feature.lower() for feature in (*weights["speaker"], *weights["speech"]) for word in names)


def test_the_script_writes_weights(tmp_path: Path) -> None:
    data, output = tmp_path / "data.jsonl", tmp_path / "weights.json"
    data.write_text("".join(json.dumps(_record(number)) + "\n" for number in range(12)), encoding="utf-8")
    command = [sys.executable, "-m", "reviewer.quotes.train", str(data), "--output", str(output)]
    subprocess.run(command, check=True, capture_output=True)
    assert set(json.loads(output.read_text(encoding="utf-8"))) == {"speaker", "speech"}


def test_the_shipped_weights_are_small() -> None:
    path = Path(ranking.__file__).parent / "weights.json"
    assert path.stat().st_size < 1_000_000
    assert ranking.weights()["speaker"]
    assert ranking.weights()["speech"]
