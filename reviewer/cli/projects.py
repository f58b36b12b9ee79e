"""The commands that work in a project: make one, bring articles in, check it, take annotations out."""

from __future__ import annotations

import shlex
from collections import Counter
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from reviewer.cli.shared import (
    DONE,
    FOLDER,
    NO,
    SOURCE,
    commands,
    complain,
    fields,
    finish,
    first_few,
    format_option,
    mapping_option,
    one_line,
    progress_bar,
    project_option,
    sources_argument,
)
from reviewer.errors import ReviewerError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from reviewer.articles import Imported
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
@click.option("--event", metavar="EVENT", help="The event all of them tell of (default: one named after the first).")
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
    project = Project(root) if dry_run else open_project(root)
    answer = Answer(form or (None if dry_run else "table"), IMPORT_TABLE, complain)
    counts: Counter[str] = Counter()
    new: Counter[str] = Counter()  # how many into which event
    unchanged: Counter[str] = Counter()
    with progress_bar("importing") as progress:
        for found in bring(
            project, sources, outlet=outlet, dry_run=dry_run, mapping=fields(mapping), progress=progress
        ):
            if isinstance(found, Refused):
                (complain if found.skipped else answer.refuse)(found)
                counts["skipped" if found.skipped else "refused"] += 1
                continue
            counts[found.status] += 1
            record = import_record(found)
            new[found.event] += found.status == "new"
            unchanged[found.event] += found.status == "unchanged"
            if grouped:
                record["path"] = str(found.path)
            if dry_run and answer.form == "table":  # JSON has no status here: its shape is fixed
                record["status"] = _WOULD[found.status]
            elif not dry_run:
                record |= {"status": found.status, "path": str(found.path)}
                for line in (*found.report, *carried_lines(project, found)):
                    complain(line)
            answer.add(record)
    code = finish(answer)
    if counts.total() > 1:
        complain(f"dry run: {tally(counts)}" if dry_run else tally(counts))
    if grouped:
        where = _in_which_events(+new, +unchanged if not counts["revision"] else Counter())
    else:
        where = None if dry_run or event is not None else _all_in_one(project, +new)
    if where is not None:
        complain(where)
    return code


def _in_which_events(new: Counter[str], unchanged: Counter[str]) -> str | None:
    if new:
        return f"in {len(new)} event{'s' * (len(new) != 1)}: {first_few(new)}"
    if len(unchanged) == 1 and unchanged.total() > 1:
        return f"what is there stays where it is, all of it in {first_few(unchanged)}: t on the board moves one"
    return None


def _all_in_one(project: Project, new: Counter[str]) -> str | None:
    """What to do with several articles that all went into one event: whatever an import finds there, it leaves there."""
    if new.total() < 2:
        return None
    ((event, came),) = new.items()
    said, moved = f"all of them in one event, {event}", "t on the board moves one"
    if came < len(project.article_ids(event)):
        return f"{said}, with what was there; {moved}"
    folder = shlex.quote(str(project.event_folder(event)))
    return f"{said}; to part them, remove {folder} and import again with --grouped, or with --event NAME; {moved}"


@commands.command()
@click.argument("root", metavar="[PROJECT]", default=".", type=FOLDER)
@click.option("--format", "form", type=click.Choice(["csv", "jsonl"]), default="csv", help="csv unless you say jsonl.")
@click.option("--raw", is_flag=True, help="No ' before CSV cells that a spreadsheet would run as a formula.")
def export(root: Path, form: str, raw: bool) -> int:
    """Print the annotations as rows, one per difference and anchor."""
    from reviewer.exchange import csv_lines, json_lines, project_rows, write_utf8
    from reviewer.project import open_project

    refused: list[ReviewerError] = []
    found = project_rows(open_project(root), refused.append)
    for line in csv_lines(found, raw=raw) if form == "csv" else json_lines(found):
        write_utf8(line)
    for error in refused:
        complain(error)
    return NO if refused else DONE


@commands.command()
@click.argument("root", metavar="[PROJECT]", default=".", type=FOLDER)
def check(root: Path) -> int:
    """Validate a project; name file and line of whatever is wrong."""
    from reviewer.framing import check_project
    from reviewer.project import open_project

    problems = check_project(open_project(root))
    for problem in problems:
        click.echo(one_line(problem))
    return NO if any(problem.severity == "error" for problem in problems) else DONE
