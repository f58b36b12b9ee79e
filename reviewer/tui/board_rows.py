"""The rows of the event board."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence

from rich.cells import cell_len
from textual.content import Content

from reviewer.framing import PairKey
from reviewer.text import folded
from reviewer.tui.catalogue import Entry, PairSummary, Progress
from reviewer.tui.rows import DIM, Part, Row
from reviewer.tui.shown import NO_OUTLET, clipped, headline_of, joined, line, outlet_of, plural, published_of

MORE = "more"  # the id of the row that stands for pairs which are not listed


def event_row(entry: Entry, pairs: Sequence[PairSummary], progress: Mapping[PairKey, Progress]) -> Row:
    """Date, title, articles, shared quotations, differences, verdicts, pairs done."""
    outlets = Counter(outlet_of(article) for article in entry.articles.values())
    nameless = outlets.pop(NO_OUTLET, 0)
    names = [name if count == 1 else f"{name} ({count})" for name, count in outlets.items()]
    if nameless:
        names.append(f"{nameless} without outlet")
    counts = [plural(len(entry.articles), "article")]
    if pairs:
        counts.append(f"{sum(pair.shared for pair in pairs):,} shared")
    parts: list[Part] = [
        (f"{line(entry.date)[:10]:<10} ", DIM),
        (f"{line(entry.title)}\n", "bold"),
        f"  {' · '.join(counts)}",
    ]
    done, made = done_words(progress.values(), entry.pair_count), made_words(progress.values())
    if done:
        parts.append((f" · {done}", "$success"))
    if made:
        parts.append((f"\n  {made}", "$success"))
    if entry.problems:
        parts.append((f" · {len(entry.problems)} not readable", "bold $error"))
    parts.append((f"\n  {', '.join(names)}", DIM))
    finished = entry.pair_count > 0 and sum(p.done for p in progress.values()) == entry.pair_count
    return Row(
        entry.event.id,
        joined(*parts),
        folded(" ".join([entry.event.id, entry.title, entry.date, *names, entry.event.note or ""])),
        {"status": frozenset(["done" if finished else "open"])},
        detail=lambda: Content(f"{', '.join(names)}\nid: {entry.event.id}"),
    )


def event_choice(entry: Entry) -> Content:
    """The event in a line, where one is asked for."""
    return joined((f"{line(entry.date)[:10]:<10} ", DIM), line(entry.title))


def made_words(progress: Collection[Progress]) -> str:
    """`4 differences, 7 verdicts`; empty where nothing is annotated."""
    differences, verdicts = sum(p.differences for p in progress), sum(p.verdicts for p in progress)
    said = [plural(differences, "difference")] if differences else []
    if verdicts:
        said.append(plural(verdicts, "verdict"))
    return ", ".join(said)


def done_words(progress: Collection[Progress], of: int = 1) -> str:
    """`1/3 done`, of so many pairs; empty where none is."""
    done = sum(p.done for p in progress)
    return "" if not done else f"{done:,}/{of:,} done" if of > 1 else "done"


def pair_rows(
    entry: Entry, pairs: Iterable[tuple[PairKey, PairSummary | None]], progress: Mapping[PairKey, Progress], width: int
) -> list[Row]:
    """The pairs, each with what it shares where it has been compared; with the titles, in `width` cells, where outlets do not tell them apart."""
    rows = []
    outlets = {identity: outlet_of(article) for identity, article in entry.articles.items()}
    alike = Counter(outlets.values())
    room = max(8, width - 8)  # beside the list's mark and bar, and the marks of the row
    for key, found in pairs:
        left, right = entry.articles[key.left], entry.articles[key.right]
        named = outlets[left.id], outlets[right.id]
        titled = [f"“{clipped(headline_of(article), room)}”" for article in (left, right)]
        if named == (NO_OUTLET, NO_OUTLET):
            parts: list[Part] = [(f"{titled[0]}\n⇄ {titled[1]}\n  ", "bold")]
        else:
            parts = [(f"{named[0]} ⇄ {named[1]}\n  ", "bold")]
            if any(alike[name] > 1 or name == NO_OUTLET for name in named):
                parts.append(f"{titled[0]}\n  ⇄ {titled[1]}\n  ")
        known = progress.get(key, Progress())
        shared = "comparing …" if found is None else f"{found.shared} shared"
        if found is not None and found.passages:
            shared += f", {plural(found.passages, 'passage')}"
        parts.append((shared, DIM) if found is None else shared)
        done = ", ".join(filter(None, (made_words([known]), done_words([known]))))
        if done:
            gap = " · " if cell_len(f"{shared}{done}") <= width - 8 else "\n  "
            parts.append((f"{gap}{done}", "$success"))
        if known.problem:
            parts.append((" · file not readable", "bold $error"))
        titles = Content(
            "\n".join(f"{outlet_of(a)}: {headline_of(a)}" for a in (left, right))
            + ("\n" + line(known.problem) if known.problem else "")
        )
        rows.append(
            Row(
                f"pair {key.left} {key.right}",
                joined(*parts),
                detail=lambda titles=titles: titles,  # type: ignore[misc]
            )
        )
    return rows


def key_of(entry: Entry, row: Row) -> PairKey | None:
    """The pair that a row is for, None for other rows."""
    kind, *names = row.id.split(" ")
    return PairKey(entry.event.id, *names) if kind == "pair" else None


def more_row(count: int) -> Row:
    """For the pairs that are not listed."""
    said = joined(
        (f"… and {plural(count, 'more pair')}\n", "bold"), "  that share less: / finds them by outlet and title"
    )
    return Row(MORE, said, "")


def article_rows(entry: Entry) -> list[Row]:
    """The articles, with what is known of each."""
    rows = []
    for identity, article in entry.articles.items():
        about = " · ".join(line(text) for text in (published_of(article)[:10], article.byline) if text)
        parts: list[Part] = [
            f"{outlet_of(article)}  ",
            (about, DIM),
            (f"\n  {headline_of(article)}", "italic " + DIM),
        ]
        facts = [
            f"{name}: {line(value)}"
            for name in ("outlet", "title", "byline", "published", "url")
            if (value := getattr(article, name))
        ]
        wanting = [f"no {name}" for name in ("outlet", "title", "published") if not getattr(article, name)]
        remarks = [
            "" if len(entry.articles) > 1 else "A pair needs two articles: i imports another, t moves one here.",
            f"{', '.join(wanting)}: f fills it in" if wanting else "",
            *facts,
            f"id: {identity}",
            f"inferred: {', '.join(map(line, article.inferred))}" if article.inferred else "",
        ]
        detail = Content("\n".join(filter(None, remarks)))
        rows.append(
            Row(
                f"article {identity}",
                joined(*parts),
                folded(" ".join(line(text) for text in (identity, article.outlet, article.title, about))),
                detail=lambda detail=detail: detail,  # type: ignore[misc]
            )
        )
    return rows
