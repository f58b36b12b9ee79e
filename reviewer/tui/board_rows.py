"""The rows of the event board."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from textual.content import Content

from reviewer.text import folded
from reviewer.tui.catalogue import Entry, PairSummary, Progress
from reviewer.tui.rows import DIM, Part, Row
from reviewer.tui.shown import clipped, headline_of, joined, line, outlet_of, plural, published_of


def event_row(entry: Entry, pairs: Sequence[PairSummary] | None) -> Row:
    """Date, title, articles, shared quotations, differences, verdicts, pairs done."""
    progress = [pair.progress for pair in pairs or ()]
    outlets = Counter(outlet_of(article) for article in entry.articles.values())
    names = [name if count == 1 else f"{name} ({count})" for name, count in outlets.items()]
    counts = [plural(len(entry.articles), "article")]
    if pairs:
        counts.append(f"{sum(pair.shared for pair in pairs)} shared")
    parts: list[Part] = [
        (f"{line(entry.date)[:10]:<10} ", DIM),
        (f"{line(entry.title)}\n", "bold"),
        f"{'':<11}{' · '.join(counts)}",
    ]
    done = progress_words(progress)
    if done:
        parts.append((f"\n{'':<11}{done}", "$success"))
    if entry.problems:
        parts.append((f" · {len(entry.problems)} not readable", "bold $error"))
    parts.append((f"\n{'':<11}{', '.join(names)}", DIM))
    return Row(
        entry.event.id,
        joined(*parts),
        folded(" ".join([entry.event.id, entry.title, entry.date, *names, entry.event.note or ""])),
        {"status": frozenset(["done"] if progress and all(p.done for p in progress) else ["open"])},
        detail=lambda: Content(", ".join(names)),
    )


def progress_words(progress: Sequence[Progress]) -> str:
    """`4 differences, 7 verdicts, 1/3 done`; empty where nothing is annotated."""
    differences, verdicts = sum(p.differences for p in progress), sum(p.verdicts for p in progress)
    done = sum(p.done for p in progress)
    said = [plural(differences, "difference")] if differences else []
    if verdicts:
        said.append(plural(verdicts, "verdict"))
    if done:
        said.append(f"{done}/{len(progress)} done" if len(progress) > 1 else "done")
    return ", ".join(said)


def pair_rows(entry: Entry, pairs: Sequence[PairSummary] | None, width: int = 60) -> list[Row]:
    """The pairs, ranked where they have been compared; with the titles, in `width` cells, where outlets do not tell them apart.

    What was compared before may know articles that the event has no more, or that cannot be read any more.
    """
    rows = []
    known = frozenset(entry.keys)
    outlets = {identity: outlet_of(article) for identity, article in entry.articles.items()}
    alike = Counter(frozenset((outlets[key.left], outlets[key.right])) for key in entry.keys)
    room = max(8, (width - 12) // 2)
    for pair in pairs if pairs is not None else [PairSummary(key) for key in entry.keys]:
        if pair.key not in known:
            continue
        left, right = entry.articles[pair.key.left], entry.articles[pair.key.right]
        named = outlets[left.id], outlets[right.id]
        parts: list[Part] = [(f"{named[0]} ⇄ {named[1]}\n  ", "bold")]
        if alike[frozenset(named)] > 1 or named[0] == named[1] or not (left.outlet and right.outlet):
            parts.append(" ⇄ ".join(f"“{clipped(headline_of(article), room)}”" for article in (left, right)) + "\n  ")
        if pairs is None:
            parts.append(("comparing …", DIM))
        else:
            parts.append(f"{pair.shared} shared")
            if pair.passages:
                parts.append(f", {plural(pair.passages, 'passage')}")
        done = progress_words([pair.progress])
        if done:
            parts.append((f" · {done}", "$success"))
        if pair.progress.problem:
            parts.append((" · file not readable", "bold $error"))
        problem = pair.progress.problem
        titles = Content(
            "\n".join(f"{outlet_of(a)}: {headline_of(a)}" for a in (left, right))
            + ("\n" + line(problem) if problem else "")
        )
        rows.append(
            Row(
                f"pair {pair.key.left} {pair.key.right}",
                joined(*parts),
                folded(" ".join(line(text) for a in (left, right) for text in (a.outlet, a.title, a.byline, a.id))),
                detail=lambda titles=titles: titles,  # type: ignore[misc]
            )
        )
    return rows


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
