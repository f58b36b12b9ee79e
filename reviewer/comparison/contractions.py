"""Words as they are when nothing is contracted, so that `we're` and `we are` are the same two."""

from __future__ import annotations

from collections.abc import Iterable

from reviewer.comparison.lexicon import Lexicon


def spelled_out(keys: Iterable[str], words: Lexicon) -> list[str]:
    """Matching keys with the contractions of their language unfolded; a possessive 's is taken for one, too."""
    found: list[str] = []
    for key in keys:
        if key in words.contractions:
            found += words.contractions[key]
            continue
        ending = next((e for e in words.contracted_endings if len(key) > len(e) and key.endswith(e)), "")
        found += (key[: -len(ending)], words.contracted_endings[ending]) if ending else (key,)
    return found
