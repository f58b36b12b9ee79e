"""Speech or not: features of a marked span that tell spoken words from scare quotes, titles, slogans and words as words."""

from __future__ import annotations

import re

from reviewer.quotes.candidates import Candidate, Paragraph, shape_of
from reviewer.quotes.lexicon import Language
from reviewer.quotes.marks import Marked
from reviewer.quotes.values import NotSpeechKind

Ranked = tuple[Candidate, float]
_WORD = re.compile(r"[^\W\d_][\w'’-]*|\d[\d.,]*")
_SPEAKING = re.compile("[VGA]")
_AUXILIARY = re.compile("a{0,2}x")
_DESCRIBED = re.compile("w{1,2}a{0,2}[xVv]")
_TERM = 3  # words that a term has at most
_FAR = 60
_BEFORE_TITLES = "DSpoc#wv"
_LENGTHS = "0123445556666"


def _title_case(words: list[str], language: Language) -> bool:
    """All words capitalised but the small ones, and the first one too."""
    if not words[0][0].isupper():
        return False
    tag_of, any_heavy = language.tags.get, False
    for word in words:
        if tag_of(word.lower(), "w") not in "Dpocsd":
            if not (word[0].isupper() or word[0].isdigit()):
                return False
            any_heavy = True
    return any_heavy


def features(
    text: str,
    paragraph: Paragraph,
    number: int,
    token: int,
    ranked: Ranked | None,
    language: Language,
) -> list[str]:
    """Structure only: length, letters, neighbours and how sure the ranking is of a speaker."""
    marked = paragraph.marked[number]
    tagged = paragraph.line.tagged
    tags, names = tagged.tags, tagged.words
    words = _WORD.findall(text, marked.start, marked.end)
    count = len(words)
    length = _LENGTHS[count] if count < len(_LENGTHS) else "7" if count < 20 else "8"
    short = "s" if count < 4 else "m" if count < 9 else "l"
    shape = shape_of(text, marked)
    before = tags[token - 1] if token else "^"
    after = tags[token + 1] if token + 1 < len(tags) else "$"
    titled = bool(words) and _title_case(words, language)
    case = "T" if titled else "U" if words and words[0][0].isupper() else "l"
    found = [
        "bias",
        f"l{length}",
        f"s{shape}{short}",
        f"c{case}{length}",
        f"a{after}{short}",
        f"b{before}{case}{short}",
        f"a{after}{case}{short}",
        f"{before}{after}{short}",
        f"n{min(paragraph.line.number, 1)}{int(marked.single)}",
    ]
    hosted = case != "l" and _hosted(names, tags, token, language)
    if hosted:
        found += ["hosted", f"hosted{case}"]
    if titled and count > 1 and not marked.single and token and (hosted or before in _BEFORE_TITLES):
        found.append("title")
    if _named(text, paragraph, token, language):
        found.append(f"named{short}")
    first = max(tagged.firsts[tagged.sentences[token]], token - _FAR)
    if _SPEAKING.search(tags, first, token + 20) is None:
        found.append(f"silent{short}")
    if "Q" in tags[max(0, token - 3) : token] or "Q" in tags[token + 1 : token + 4]:
        found.append(f"row{short}{case}")
    return found + _ranked(text, paragraph, marked, short, ranked, language)


def _ranked(
    text: str, paragraph: Paragraph, marked: Marked, short: str, ranked: Ranked | None, language: Language
) -> list[str]:
    """How sure the ranking is of a speaker, and by what sort of cue at what distance."""
    if ranked is None:
        return ["no", f"no{short}"]
    candidate, top = ranked
    level = max(-4, min(12, int(top // 1.0)))
    place = "c" if candidate.cue is not None else "p" if candidate.speaker.line != paragraph.line.number else "m"
    side = "b" if candidate.speaker.start < marked.start else "a"
    found = [f"t{level}", f"t{level}{short}", f"k{place}{side}{short}"]
    if candidate.cue is None:
        return found
    low, high = sorted((candidate.cue[0], marked.start))
    apart = text.count(" ", low, min(high, low + 200))
    word = text[candidate.cue[0] : candidate.cue[1]].lower()
    weak = "w" if word in language.weak else "f"
    form = "g" if language.participle and word.endswith(language.participle) else "v"
    near = "0" if apart < 2 else "1" if apart < 5 else "2"
    return [*found, f"v{weak}{form}{side}{near}{short}"]


def _hosted(names: list[str], tags: str, token: int, language: Language) -> bool:
    """Whether a noun for a work, or a preposition of place after an outlet's name, stands beside the words."""
    near = [word.lower() for word in names[max(0, token - 4) : token]]
    if any(word in language.title_nouns for word in near):
        return True
    following = [word.lower() for word in names[token + 1 : token + 3]]
    if any(word in language.title_after or word in language.title_nouns for word in following):
        return True
    return token >= 2 and tags[token - 1] == "S" and tags[token - 2] == "N"


def lead_of(text: str, paragraph: Paragraph, token: int) -> str:
    """The few words before the marked ones, in lower case."""
    starts = paragraph.line.tagged.starts
    return text[starts[max(0, token - 4)] : starts[token]].rstrip(" \"“”'‘’«»„`,:").lower() if token else ""


def _named(text: str, paragraph: Paragraph, token: int, language: Language) -> bool:
    """Whether the words before say that these are a name, a term or so called."""
    lead = lead_of(text, paragraph, token)
    return lead.endswith((*language.naming_before, *language.scare_before))


def kept_at_a_distance(lead: str, words: str, language: Language) -> bool:
    """Whether the article says in so many words that the words are not its own ("so-called"), before them (`lead`) or by them."""
    return lead.endswith(language.scare_before) or words.lower() in language.scare_before


def stands_for_a_noun(paragraph: Paragraph, token: int, words: str, language: Language) -> bool:
    """Whether the words are, or describe, the subject of a sentence that somebody else tells (The "wellness coach" was arrested), or describe when it was (before the "shock" news)."""
    tags, names = paragraph.line.tagged.tags, paragraph.line.tagged.words
    if token == 0 or tags[token - 1] != "D":
        return False
    alone = " " not in words and words[0].islower() and tags[token + 1 : token + 2] == "w"
    if alone and token > 1 and names[token - 2].lower() in language.when:
        return True
    return _AUXILIARY.match(tags, token + 1) is not None or (
        words.count(" ") < _TERM and words[0].islower() and _DESCRIBED.match(tags, token + 1) is not None
    )


def written_on_a_sign(lead: str, paragraph: Paragraph, token: int, language: Language) -> bool:
    """Whether the words are said to stand on a thing ("a board with the words")."""
    if not lead.endswith(language.naming_before):
        return False
    return any(word.lower() in language.slogan_nouns for word in paragraph.line.tagged.words[max(0, token - 4) : token])


def why_not(text: str, paragraph: Paragraph, number: int, token: int, language: Language) -> tuple[NotSpeechKind, str]:
    """The kind of words that are not speech, and the reason in a few words."""
    marked = paragraph.marked[number]
    tagged = paragraph.line.tagged
    words = _WORD.findall(text, marked.start, marked.end)
    near = [word.lower() for word in (*tagged.words[max(0, token - 4) : token], *tagged.words[token + 1 : token + 4])]
    lead = (
        text[tagged.starts[max(0, token - 3)] : tagged.starts[token]].rstrip(" \"“”'‘’«»„`,:").lower() if token else ""
    )
    if any(word in language.slogan_nouns for word in near):
        return "slogan", "stands on a sign, garment or banner, or is chanted"
    if lead.endswith(language.scare_before):
        return "scare", "the article keeps its distance in so many words"
    if lead.endswith(language.naming_before):
        return "mention", "a name, a term or a word as a word"
    if words and _title_case(words, language):
        if _hosted(tagged.words, tagged.tags, token, language) or len(words) > 1:
            return "title", "capitalised like the name of a work, show or thing"
        return "mention", "a name, a term or a word as a word"
    work = any(word.lower() in language.title_nouns for word in tagged.words[max(0, token - 4) : token])
    if work and words and words[0][0].isupper():
        return "title", "set beside a noun for a work"
    if len(words) < 4:
        return "scare", "a few words that nobody is said to have spoken"
    return "mention", "nobody is said to have spoken these words"
