"""Words as indirect speech and retelling leave them: without tense, number and person."""

from __future__ import annotations

from collections.abc import Iterable

_KNOWN_WORDS = 1 << 18

_SAME = (
    (
        "be",
        "am is are was were been being i'm he's she's it's that's there's they're we're you're isn't wasn't aren't weren't",
    ),
    ("have", "has had having haven't hasn't hadn't i've we've they've you've"),
    ("do", "does did done doing don't doesn't didn't"),
    ("will", "would i'll we'll they'll he'll she'll it'll won't wouldn't he'd she'd they'd we'd i'd"),
    ("can", "could can't cannot couldn't able"),
    ("may", "might"),
    ("must", "should shall ought mustn't shouldn't"),
    ("he", "i we she they you him her them us me it who"),
    ("his", "my our their your its hers ours theirs mine yours"),
    ("himself", "myself ourselves themselves herself yourself itself"),
    ("this", "that these those"),
    ("here", "there"),
    ("now", "then"),
    ("say", "said says"),
    ("make", "made"),
    ("go", "went gone"),
    ("take", "took taken"),
    ("come", "came"),
    ("know", "knew known"),
    ("think", "thought"),
    ("give", "gave given"),
    ("see", "saw seen"),
    ("get", "got gotten"),
    ("find", "found"),
    ("tell", "told"),
    ("feel", "felt"),
    ("leave", "left"),
    ("hold", "held"),
    ("keep", "kept"),
    ("mean", "meant"),
    ("lose", "lost"),
    ("win", "won"),
    ("bring", "brought"),
    ("buy", "bought"),
    ("fight", "fought"),
    ("speak", "spoke spoken"),
    ("break", "broke broken"),
    ("choose", "chose chosen"),
    ("begin", "began begun"),
    ("build", "built"),
    ("send", "sent"),
    ("spend", "spent"),
    ("pay", "paid"),
    ("meet", "met"),
    ("stand", "stood"),
    ("become", "became"),
    ("fall", "fell fallen"),
    ("grow", "grew grown"),
    ("write", "wrote written"),
    ("rise", "rose risen"),
    ("drive", "drove driven"),
    ("run", "ran"),
    ("lead", "led"),
    ("person", "people"),
    ("man", "men"),
    ("woman", "women"),
    ("child", "children"),
    ("good", "better best well"),
    ("bad", "worse worst"),
    ("someone", "somebody"),
    ("everyone", "everybody"),
    ("nobody", "noone"),
    ("anyone", "anybody"),
)
_FORMS = {form: base for base, forms in _SAME for form in forms.split()}
_SUFFIXES = (
    "ations",
    "ation",
    "ments",
    "ment",
    "ingly",
    "edly",
    "ings",
    "ing",
    "ness",
    "ies",
    "ied",
    "est",
    "ed",
    "es",
    "ly",
    "er",
    "s",
    "e",
    "y",
)


_BY_LAST = {last: tuple(s for s in _SUFFIXES if s[-1] == last) for last in {s[-1] for s in _SUFFIXES}}


class _Stems(dict[str, str]):
    """The stem of every word met so far."""

    def __missing__(self, word: str) -> str:
        if len(self) >= _KNOWN_WORDS:
            self.clear()
        form = self[word] = stem(word)
        return form


def stems(words: Iterable[str]) -> list[str]:
    """The stem of each of `words`."""
    return list(map(_STEMS.__getitem__, words))


def stem(word: str) -> str:
    """A crude common form of one matching key: irregular forms by list, others by cutting one ending off."""
    base = _FORMS.get(word)
    if base is not None:
        return base
    word = word.removesuffix("'s")
    if len(word) < 4 or not word.isascii() or not word.isalpha():
        return word
    suffixes = _BY_LAST.get(word[-1], ())
    if suffixes and word.endswith(suffixes):
        for suffix in suffixes:
            if word.endswith(suffix) and len(word) - len(suffix) >= 3:
                word = word[: -len(suffix)]
                break
    if len(word) > 4 and word[-1] == word[-2]:
        word = word[:-1]
    return word[:-1] if len(word) > 4 and word[-1] in "ei" else word


_STEMS = _Stems()
