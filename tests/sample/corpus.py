"""The sample corpus read by other means than the program's own, so that a fault of its readers cannot hide here."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parent.parent.parent
DATA = ROOT / "data"
ANNOTATIONS = ROOT / "annotations"
ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")

EVENTS = {
    "astrolabe-return": ("sentinel", "voice-of-qasmara", "whistle"),
    "boil-water": ("beacon", "public-radio", "whistle"),
    "harbour-strike": ("courier", "ledger", "tribune"),
}
ARTICLES = [(event, article) for event, articles in EVENTS.items() for article in articles]


@dataclass(frozen=True, slots=True)
class Sample:
    """One article file: its front matter, and the text after it, verbatim."""

    event: str
    article: str
    front: dict[str, Any]
    text: str

    @property
    def paragraphs(self) -> list[str]:
        return [line for line in self.text.split("\n") if line.strip()]

    def span(self, words: str) -> tuple[int, int]:
        """Where `words` stand in the text; they must stand there once."""
        assert self.text.count(words) == 1, f"{self.event}/{self.article}: {self.text.count(words)} times: {words}"
        start = self.text.index(words)
        return start, start + len(words)


@cache
def sample(event: str, article: str) -> Sample:
    source = (DATA / event / f"{article}.md").read_bytes().decode("utf-8")
    opening, head, text = source.split("---\n", 2)
    assert opening == ""
    return Sample(event, article, yaml.safe_load(head), text.removeprefix("\n"))


def read_yaml(path: Path) -> dict[str, Any]:
    value = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert isinstance(value, dict)
    return value
