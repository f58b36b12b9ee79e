"""The lists under a pair's texts: their numbers, their titles, and the keys that matter in them."""

from __future__ import annotations

from reviewer.tui.bars import Hint

MATCHES, DIFFERENCES, ONLY_LEFT, ONLY_RIGHT, WORDING = range(5)
TITLES = (("Matches", "Match"), ("Differences", "Diff"), ("Only left", "◀"), ("Only right", "▶"), ("Wording", "Words"))
IN_LIST = {
    MATCHES: (
        Hint(("pair.confirm",), "confirm"),
        Hint(("pair.reject",), "reject"),
        Hint(("pair.annotate",), "annotate"),
        Hint(("list.details",), "in full"),
    ),
    DIFFERENCES: (
        Hint(("list.select",), "edit"),
        Hint(("pair.withdraw",), "withdraw"),
        Hint(("pair.beside",), "others"),
        Hint(("list.details",), "in full"),
    ),
}
IN_ANY_LIST = (
    Hint(("pair.find",), "filter"),
    Hint(("pair.correct",), "quotation"),
    Hint(("pair.undo",), "undo"),
    Hint(("pair.events",), "events"),
    Hint(("app.help",), "help"),
)
