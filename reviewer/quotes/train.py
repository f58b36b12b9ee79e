"""`python -m reviewer.quotes.train DATA.jsonl [--language en] [--output weights.json]`: learn the weights from articles you annotated.

A line of DATA: {"text": …, "quotes": [{"start", "end", "speaker"?, "speaker_start"?, "speaker_end"?}], "ignore"?: [{"start", "end"}]};
offsets in code points.  Marked words that no quotation covers count as not speech, except inside `ignore`.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from reviewer.quotes.lexicon import LANGUAGES, language
from reviewer.quotes.training import train


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="python -m reviewer.quotes.train", description="Learn the weights of the quotation models."
    )
    parser.add_argument("data", type=Path)
    parser.add_argument("--language", choices=LANGUAGES, default="en")
    parser.add_argument("--output", type=Path, default=Path(__file__).parent / "weights.json")
    options = parser.parse_args()
    lines = options.data.read_text(encoding="utf-8").splitlines()
    weights = train([json.loads(line) for line in lines if line.strip()], language(options.language))
    options.output.write_text(
        json.dumps(weights, ensure_ascii=False, separators=(",", ":"), indent=0) + "\n", encoding="utf-8"
    )


if __name__ == "__main__":
    main()
