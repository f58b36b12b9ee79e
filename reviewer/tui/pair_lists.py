"""The lists under a pair's texts: their numbers, their titles, and the keys that matter in them."""

from __future__ import annotations

from reviewer.tui.bars import Hint

MATCHES, DIFFERENCES, ONLY_LEFT, ONLY_RIGHT, WORDING = range(5)
TITLES = (
    ("Matches", "Match"),
    ("Differences", "Diff"),
    ("Only left", "Left"),
    ("Only right", "Right"),
    ("Wording", "Words"),
)
WORDING_LEGENDS = {
    "word": (
        "◀ ▶ the side that uses it more · times left : right · z how surely it sets that side apart: from 2 on probably not by chance",
        "◀ ▶ used more there · left : right · z 2+: not chance",
    ),
    "name": (
        "named: what each side calls the same person or body, left ⇄ right",
        "named: what each side calls the same one",
    ),
    "verbs": (
        "speaks: the verbs with which each side has the same speaker speak, left ⇄ right",
        "speaks: the verbs each side gives a speaker",
    ),
}
_OF_ONE_SIDE = (
    Hint(("list.select",), "to the text"),
    Hint(("pair.annotate",), "annotate"),
    Hint(("pair.correct",), "correct: no speech, other speaker"),
    Hint(("list.details",), "in full"),
)
IN_LIST = {
    MATCHES: (
        Hint(("pair.confirm",), "confirm"),
        Hint(("pair.reject",), "reject"),
        Hint(("pair.annotate",), "annotate"),
        Hint(("list.details",), "in full"),
        Hint(("pair.correct",), "correct quotation"),
    ),
    DIFFERENCES: (
        Hint(("list.select",), "edit"),
        Hint(("pair.withdraw",), "withdraw"),
        Hint(("pair.beside",), "others"),
        Hint(("list.details",), "in full"),
    ),
    ONLY_LEFT: _OF_ONE_SIDE,
    ONLY_RIGHT: _OF_ONE_SIDE,
    WORDING: (Hint(("list.select",), "to the text"),),
}
OF_ANOTHER = (
    Hint(("list.select",), "to the text"),
    Hint(("pair.beside",), "others"),
    Hint(("list.details",), "in full"),
)
WRITING = {"pair.annotate", "pair.confirm", "pair.reject", "pair.withdraw", "pair.correct", "pair.undo"}
IN_ANY_LIST = (
    Hint(("pair.find",), "filter"),
    Hint(("pair.undo",), "undo"),
    Hint(("pair.events",), "events"),
    Hint(("app.help",), "help"),
)

# how the work goes: about in the lists and the texts, judging what is there, going back on it, elsewhere
HELP_ORDER = (
    "app.focus-next app.focus-previous pair.next-row pair.previous-row pair.details pair.partner pair.find "
    "pair.matches pair.differences pair.only-left pair.only-right pair.wording pair.next pair.previous pair.sync pair.swap "
    "pair.annotate pair.confirm pair.reject pair.link pair.correct pair.withdraw pair.accept-moved "
    "pair.undo pair.redo pair.note pair.done pair.beside pair.original pair.import pair.matrix pair.events pair.back"
).split()
