"""The commands that report on articles: quotations, comparisons, events, partners."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import click

from reviewer.cli.shared import (
    SOURCE,
    commands,
    complain,
    finish,
    format_option,
    mapping_option,
    progress_bar,
    project_option,
    read,
    read_one,
    side_of,
    sources_argument,
    taken,
)
from reviewer.errors import ReviewerError


@commands.command(epilog=SOURCE)
@sources_argument
@mapping_option
@format_option
def quotes(sources: tuple[str, ...], mapping: tuple[str, ...], form: str | None) -> int:
    """Print each article's quotations, with speaker and cue."""
    from reviewer.exchange import QUOTES_TABLE, Answer, quotes_record
    from reviewer.quotes import extract

    answer = Answer(form, QUOTES_TABLE, complain)
    for article in read(sources, answer, mapping):
        answer.add(quotes_record(article.id, extract(article.text, language=article.language)))
    return finish(answer)


@commands.command()
@click.argument("articles", nargs=-1, metavar="[LEFT RIGHT]")
@click.option("--corpus", metavar="DOCS", help="The corpus that holds the articles of --pairs.")
@click.option("--pairs", metavar="PAIRS", help='What to compare: JSON Lines of {"pair_id", "left_id", "right_id"}.')
@click.option("--event", metavar="EVENT", help="Who quoted whom in an event of the project.")
@project_option
@format_option
def compare(
    articles: tuple[str, ...], corpus: str | None, pairs: str | None, event: str | None, root: Path, form: str | None
) -> int:
    """Print what two articles share, and what each did to it.

    LEFT and RIGHT are article files or pages; --corpus with --pairs compares many pairs, --event a whole event.
    """
    modes = [bool(articles), bool(corpus or pairs), event is not None]
    if sum(modes) != 1 or (articles and len(articles) != 2) or bool(corpus) != bool(pairs):
        raise click.UsageError("give LEFT and RIGHT, or --corpus with --pairs, or --event")
    if articles.count("-") > 1:
        raise click.UsageError("standard input (-) gives one of the two; name a file for the other")
    if event is not None:
        return _compare_event(root, event, form)
    if corpus is not None and pairs is not None:
        return _compare_corpus(corpus, pairs, form)
    from reviewer.comparison import compare as compare_sides
    from reviewer.exchange import COMPARE_TABLE, Answer, comparison_record

    answer = Answer(form, COMPARE_TABLE, complain)
    left, right = (read_one(source, answer) for source in articles)
    answer.add(
        comparison_record(left.id, right.id, left.text, right.text, compare_sides(side_of(left), side_of(right)))
    )
    return finish(answer)


def _compare_corpus(corpus: str, pairs: str, form: str | None) -> int:
    from reviewer.exchange import COMPARE_TABLE, Answer, pair_wishes, wished_comparisons

    answer = Answer(form, COMPARE_TABLE, complain)
    wanted = list(taken(pair_wishes(pairs), answer))
    needed = {article for wish in wanted for article in (wish.left, wish.right)}
    sides = {article.id: side_of(article) for article in read([corpus], answer) if article.id in needed}
    with progress_bar("comparing") as progress:
        for done, record in enumerate(taken(wished_comparisons(wanted, sides), answer), 1):
            progress(done, len(wanted))
            answer.add(record)
    return finish(answer)


def _compare_event(root: Path, event: str, form: str | None) -> int:
    from shutil import get_terminal_size

    from reviewer.comparison import utterances
    from reviewer.exchange import Answer, utterance_record, utterances_table
    from reviewer.project import open_project

    project = open_project(root)
    ids = project.article_ids(event)
    if not ids:
        raise ReviewerError(f"no event {event!r} with articles in this project", where=root)
    width = get_terminal_size((120, 24)).columns
    answer = Answer(form, utterances_table({}, width=width), complain)
    files = [str(project.article_file(event, article)) for article in ids]
    articles = list(read(files, answer))
    shared = Counter(article.outlet for article in articles)
    named = {each.id: each.outlet if each.outlet and shared[each.outlet] == 1 else each.id for each in articles}
    answer.table = utterances_table(named, width=width)
    sides = {article.id: side_of(article) for article in articles}
    with progress_bar("comparing") as progress:
        found = utterances(sides, progress=progress)
    for utterance in found:
        answer.add(utterance_record(utterance))
    return finish(answer)


@commands.command(epilog=SOURCE)
@sources_argument
@mapping_option
@format_option
def events(sources: tuple[str, ...], mapping: tuple[str, ...], form: str | None) -> int:
    """Print of each article which event it tells of."""
    from reviewer.events import events as grouped
    from reviewer.exchange import EVENTS_TABLE, Answer

    answer = Answer(form, EVENTS_TABLE, complain)
    for article, event in grouped(read(sources, answer, mapping)):
        answer.add({"id": article, "event": event})
    return finish(answer)


@commands.command(epilog=SOURCE)
@sources_argument
@click.option("--top", metavar="K", type=click.IntRange(min=1), default=5, help="How many partners each (default: 5).")
@mapping_option
@format_option
def pairs(sources: tuple[str, ...], top: int, mapping: tuple[str, ...], form: str | None) -> int:
    """Print each article's best partners, other reports of its event."""
    from reviewer.events import pairs as ranked
    from reviewer.exchange import PAIRS_TABLE, Answer, partners_record

    answer = Answer(form, PAIRS_TABLE, complain)
    for article, partners in ranked(read(sources, answer, mapping), top=top):
        answer.add(partners_record(article, partners))
    return finish(answer)
