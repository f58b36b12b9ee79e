"""The commands that work in a project: make one, bring articles in, check it, take annotations out."""

from __future__ import annotations

import shlex
from collections import Counter
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from reviewer.cli.shared import (
    DONE,
    FOLDER,
    NO,
    SOURCE,
    commands,
    complain,
    counted,
    fields,
    finish,
    first_few,
    format_option,
    mapping_option,
    one_line,
    progress_bar,
    project_option,
    sources_argument,
    stated,
)
from reviewer.errors import ReviewerError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from reviewer.articles import Imported
    from reviewer.exchange import Answer
    from reviewer.project import Project

_WOULD = {"new": "would import", "revision": "would revise", "unchanged": "unchanged"}


@commands.command()
@click.argument("folder", type=FOLDER)
@click.option("--sample", is_flag=True, help="Put the sample corpus in it.")
def init(folder: Path, sample: bool) -> int:
    """Make a new project in FOLDER, which may exist."""
    from reviewer.project import make_project

    make_project(folder, sample=sample)
    named = shlex.quote(str(folder))
    first = f"reviewer {named}"
    then = first if sample else f"reviewer import PAGES… --project {named}, then {first}"
    click.echo(one_line(f"{folder}: a new project; next: {then}"))
    return DONE


@commands.command("import", epilog=SOURCE)
@sources_argument
@click.option(
    "--event",
    metavar="EVENT",
    help="The event all of them tell of (default: where the first is, or one named after it).",
)
@click.option(
    "--grouped", is_flag=True, help="Each into the event it tells of: one that the project has, else a new one."
)
@click.option("--outlet", metavar="NAME", help="Who published all of it, whatever the pages say.")
@click.option("--dry-run", is_flag=True, help="Only show what would be imported.")
@mapping_option
@project_option
@format_option
def import_(
    sources: tuple[str, ...],
    event: str | None,
    grouped: bool,
    outlet: str | None,
    dry_run: bool,
    mapping: tuple[str, ...],
    root: Path,
    form: str | None,
) -> int:
    """Turn pages, corpora, archives and feeds into article files.

    The originals are kept beside the articles. What was imported is printed as a table unless --format says otherwise.
    """
    if grouped and event is not None:
        raise click.UsageError("give --event or --grouped, not both")
    from reviewer.articles import Refused, tally
    from reviewer.exchange import IMPORT_TABLE, Answer, import_record
    from reviewer.framing import carried_lines
    from reviewer.project import Project, open_project

    bring: Callable[..., Iterator[Imported | Refused]]
    if grouped:
        from reviewer.events.placing import import_grouped

        bring = import_grouped
    else:
        from reviewer.articles.importing import import_sources

        bring = partial(import_sources, event=event)
    project = Project(root) if dry_run and root == Path() else open_project(root)  # a dry run needs none
    outlet = stated(outlet, "--outlet")
    answer = Answer(form or (None if dry_run else "table"), IMPORT_TABLE, complain)
    counts: Counter[str] = Counter()
    new: Counter[str] = Counter()  # how many into which event
    unchanged: Counter[str] = Counter()
    try:
        with progress_bar("importing") as progress:
            for found in bring(
                project, sources, outlet=outlet, dry_run=dry_run, mapping=fields(mapping), progress=progress
            ):
                if isinstance(found, Refused):
                    (answer.remark if found.skipped else answer.refuse)(found)
                    counts["skipped" if found.skipped else "refused"] += 1
                    continue
                counts[found.status] += 1
                new[found.event] += found.status == "new"
                unchanged[found.event] += found.status == "unchanged"
                for note in found.notes:
                    answer.remark(Refused(found.record.where, found.record.line, note))
                carried = [] if dry_run else carried_lines(project, found)
                for line in (*found.report[len(found.notes) :], *carried):
                    complain(line)
                answer.add(_shown(import_record(found), found, answer, grouped=grouped, dry_run=dry_run))
    except (ReviewerError, OSError, KeyboardInterrupt):
        if counts and not dry_run:
            complain(f"broken off after {tally(counts)}; import again to go on")
        raise
    code = finish(answer)
    if counts.total() > 1:
        complain(f"dry run: {tally(counts)}" if dry_run else tally(counts))
    if grouped:
        where = _in_which_events(+new, +unchanged if not counts["revision"] else Counter())
    else:
        where = None if event is not None else _all_in_one(project, +new, dry_run=dry_run)
    if where is not None:
        complain(where)
    return code


def _shown(record: dict[str, Any], found: Imported, answer: Answer, *, grouped: bool, dry_run: bool) -> dict[str, Any]:
    """The record with what became of it, and where; a dry run's JSON has no status, its shape is fixed."""
    if not dry_run:
        return record | {"status": found.status, "path": str(found.path)}
    if grouped:
        record["path"] = str(found.path)
    if answer.form == "table":
        record["status"] = _WOULD[found.status]
    return record


def _in_which_events(new: Counter[str], unchanged: Counter[str]) -> str | None:
    if new:
        return f"in {counted(len(new), 'event')}: {first_few(new)}"
    if len(unchanged) == 1 and unchanged.total() > 1:
        return f"what is there stays where it is, all of it in {first_few(unchanged)}: t on the board moves one"
    return None


def _all_in_one(project: Project, new: Counter[str], *, dry_run: bool) -> str | None:
    """What to do with several articles that all went into one event: whatever an import finds there, it leaves there."""
    if new.total() < 2:
        return None
    ((event, came),) = new.items()
    if dry_run:
        return f"all of them would go into one event, {event}; with --grouped each goes into the event it tells of"
    said, moved = f"all of them in one event, {event}", "t on the board moves one"
    if came < len(project.article_ids(event)):
        return f"{said}, with what was there; --grouped puts each into the event it tells of; {moved}"
    folder = shlex.quote(str(project.event_folder(event)))
    return f"{said}; to part them, remove {folder} and import again with --grouped, or with --event NAME; {moved}"


@commands.command()
@click.argument("root", metavar="[PROJECT]", default=".", type=FOLDER)
@click.option("--format", "form", type=click.Choice(["csv", "jsonl"]), default="csv", help="csv unless you say jsonl.")
@click.option(
    "--of",
    "what",
    type=click.Choice(["differences", "verdicts", "agreement"]),
    default="differences",
    help="The verdicts on matches, or how far the analysts agree; the differences unless you say.",
)
@click.option("--raw", is_flag=True, help="No ' before CSV cells that a spreadsheet would run as a formula.")
def export(root: Path, form: str, what: str, raw: bool) -> int:
    """Print the annotations as rows, one per difference and anchor."""
    from reviewer import exchange
    from reviewer.project import open_project

    project = open_project(root)
    refused: list[ReviewerError] = []
    columns: Sequence[str]
    if what == "agreement":
        found, columns = exchange.agreement_rows(project, refused.append), exchange.AGREEMENT_COLUMNS
    elif what == "verdicts":
        found = exchange.project_rows(project, refused.append, exchange.verdict_rows)
        columns = exchange.VERDICT_COLUMNS
    else:
        found, columns = exchange.project_rows(project, refused.append, exchange.rows), exchange.COLUMNS
    for line in exchange.csv_lines(found, columns, raw=raw) if form == "csv" else exchange.json_lines(found):
        exchange.write_utf8(line)
    for error in refused:
        complain(error)
    return NO if refused else DONE


@commands.command()
@click.argument("root", metavar="[PROJECT]", default=".", type=FOLDER)
def check(root: Path) -> int:
    """Validate a project; name file and line of whatever is wrong."""
    from reviewer.framing import check_project, correction_files, pair_files
    from reviewer.project import open_project

    project = open_project(root)
    problems = check_project(project)
    for problem in problems:
        click.echo(one_line(problem))
    events = project.event_ids()
    articles = sum(len(project.article_ids(event)) for event in events)
    files = len(pair_files(project)) + len(correction_files(project))
    sizes = (counted(len(events), "event"), counted(articles, "article"), counted(files, "annotation file"))
    wrong = counted(len(problems), "complaint") if problems else "nothing wrong"
    complain(f"checked {', '.join(sizes)}: {wrong}")
    return NO if any(problem.severity == "error" for problem in problems) else DONE
