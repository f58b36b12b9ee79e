"""The commands: arguments in, exit codes out.  A room is imported only when its command runs."""

from __future__ import annotations

import os
import sys
from collections import Counter
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from reviewer.errors import ReviewerError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from reviewer.articles import Article, Refused
    from reviewer.comparison import Side
    from reviewer.exchange import Answer

Found = TypeVar("Found")
DONE, NO, INTERRUPTED = 0, 1, 130  # wrong usage is click's 2
_ROOT_OPTIONS = {"--help", "-h", "--version"}
_FOLDER = click.Path(path_type=Path)
_SETTINGS = {"help_option_names": ["-h", "--help"], "max_content_width": 100}

_format = click.option(
    "--format",
    "form",
    type=click.Choice(["table", "json", "jsonl"]),
    help="table for people (default on a terminal), jsonl for programs (default elsewhere), or json: one array.",
)
_SOURCE = "SOURCE is an article file, a page, a corpus, an archive, a feed, a folder of these, or - for standard input."
_sources = click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
_mapping = click.option(
    "--map", "mapping", multiple=True, metavar="FIELD=NAME", help="Where a corpus keeps a field: text=body. Repeatable."
)
_project = click.option("--project", "root", type=_FOLDER, default=Path(), help="The project (default: this folder).")


def _line(message: object) -> str:
    """The message made displayable on one line: what it names comes from files and arguments."""
    from reviewer.text import displayable

    return displayable(str(message), one_line=True)


def complain(message: object) -> None:
    """One displayable line on stderr."""
    click.echo(_line(message), err=True)


def _finish(answer: Answer) -> int:
    """Writes what is left of the answer; gives the exit code."""
    answer.end()
    return NO if answer.refused else DONE


def _fields(mapping: Sequence[str]) -> dict[str, str]:
    fields = dict(item.partition("=")[::2] for item in mapping)
    if any(not field or not name for field, name in fields.items()):
        raise click.UsageError("--map takes FIELD=NAME, for example text=body")
    return fields


def _taken(found: Iterable[Found | Refused], answer: Answer) -> Iterator[Found]:
    """What could be read; what could not is named on stderr."""
    from reviewer.articles import Refused

    for each in found:
        if isinstance(each, Refused):
            (complain if each.skipped else answer.refuse)(each)
        else:
            yield each


def _read(sources: Iterable[str], answer: Answer, mapping: Sequence[str] = ()) -> Iterator[Article]:
    from reviewer.articles import read_sources

    with _progress("reading") as progress:
        yield from _taken(read_sources(list(sources), mapping=_fields(mapping), progress=progress), answer)


def _one(source: str, answer: Answer) -> Article:
    found = list(_read([source], answer))
    if answer.refused and not found:
        raise click.exceptions.Exit(NO)  # it has been said why
    if len(found) != 1:
        raise ReviewerError(f"{len(found)} articles here, one is needed", where=source, hint="name one article")
    return found[0]


def _side(article: Article) -> Side:
    from reviewer.comparison import Side
    from reviewer.quotes import extract

    return Side(article.text, extract(article.text, language=article.language).quotes, article.language)


@contextmanager
def _progress(label: str) -> Iterator[Callable[[int, int], None]]:
    """A bar on stderr that takes how much is done of how much; none where stderr is no terminal."""
    if not sys.stderr.isatty():
        yield lambda *_: None
        return
    with click.progressbar(length=1, label=label, file=sys.stderr) as bar:

        def show(done: int, total: int) -> None:
            bar.length = max(1, total)
            bar.update(min(done, bar.length) - bar.pos)

        yield show


@click.group(context_settings=_SETTINGS, subcommand_metavar="[PROJECT | COMMAND]", options_metavar="")
@click.version_option(package_name="framing-reviewer", prog_name="reviewer", message="%(prog)s %(version)s")
def commands() -> None:
    """Compare how two outlets tell the same event.

    \b
    reviewer            opens this folder's project, or the sample where there is none
    reviewer PROJECT    opens the project in that folder   (--analyst NAME: as whom)

    Exit codes: 0 done, 1 the answer is no or some input was refused, 2 wrong usage, 130 interrupted.
    """


@click.command("reviewer", context_settings=_SETTINGS)
@click.argument("root", metavar="[PROJECT]", required=False, type=_FOLDER)
@click.option(
    "--analyst", metavar="NAME", help="As whom to annotate (default: the configuration, else the login name)."
)
def open_tui(root: Path | None, analyst: str | None) -> int:
    """Open PROJECT on the screen (default: this folder, or the sample where there is no data/ here)."""
    from reviewer.project import open_project, require_id, user_sample

    notice = None
    if root is None and not Path("data").is_dir():
        root = user_sample()
        notice = f"no data/ here: this is the sample, kept in {root}"
    root = root or Path()
    if not root.exists():
        raise ReviewerError("no such folder or command", where=root, hint="reviewer --help lists the commands")
    open_project(root)
    if analyst is not None:
        require_id(analyst, "analyst")
    if not (sys.stdin.isatty() and sys.stderr.isatty()):  # Textual reads the one and draws on the other
        raise ReviewerError(
            "the screen needs a terminal", hint="without one, use a command; reviewer --help lists them"
        )
    from reviewer.tui import run

    return run(root, analyst=analyst, notice=notice)


@commands.command()
@click.argument("folder", type=_FOLDER)
@click.option("--sample", is_flag=True, help="Put the sample corpus in it.")
def init(folder: Path, sample: bool) -> int:
    """Make a new project in FOLDER, which may exist."""
    from reviewer.project import make_project

    make_project(folder, sample=sample)
    click.echo(
        _line(f"{folder}: a new project; next: reviewer import PAGES… --project {folder}, then reviewer {folder}")
    )
    return DONE


@commands.command("import", epilog=_SOURCE)
@_sources
@click.option("--event", metavar="EVENT", help="The event the articles tell of (default: a new one).")
@click.option("--outlet", metavar="NAME", help="The outlet, where the pages do not say it.")
@click.option("--dry-run", is_flag=True, help="Only show what would be imported.")
@_mapping
@_project
@_format
def import_(
    sources: tuple[str, ...],
    event: str | None,
    outlet: str | None,
    dry_run: bool,
    mapping: tuple[str, ...],
    root: Path,
    form: str | None,
) -> int:
    """Turn pages, corpora, archives and feeds into article files.

    The originals are kept beside the articles. What was imported is printed as a table unless --format says otherwise.
    """
    from reviewer.articles import Refused, tally
    from reviewer.articles.importing import import_sources
    from reviewer.exchange import IMPORT_TABLE, Answer, import_record
    from reviewer.framing import carried_lines
    from reviewer.project import Project, open_project

    project = Project(root) if dry_run else open_project(root)
    answer = Answer(form or (None if dry_run else "table"), IMPORT_TABLE, complain)
    counts: Counter[str] = Counter()
    with _progress("importing") as progress:
        for found in import_sources(
            project,
            list(sources),
            event=event,
            outlet=outlet,
            dry_run=dry_run,
            mapping=_fields(mapping),
            progress=progress,
        ):
            if isinstance(found, Refused):
                (complain if found.skipped else answer.refuse)(found)
                counts["skipped" if found.skipped else "refused"] += 1
                continue
            counts[found.status] += 1
            record = import_record(found)
            if not dry_run:
                record |= {"status": found.status, "path": str(found.path)}
                for line in (*found.report, *carried_lines(project, found)):
                    complain(line)
            answer.add(record)
    code = _finish(answer)
    if not dry_run and counts.total() > 1:
        complain(tally(counts))
    return code


@commands.command(epilog=_SOURCE)
@_sources
@_mapping
@_format
def quotes(sources: tuple[str, ...], mapping: tuple[str, ...], form: str | None) -> int:
    """Print each article's quotations, with speaker and cue."""
    from reviewer.exchange import QUOTES_TABLE, Answer, quotes_record
    from reviewer.quotes import extract

    answer = Answer(form, QUOTES_TABLE, complain)
    for article in _read(sources, answer, mapping):
        answer.add(quotes_record(article.id, extract(article.text, language=article.language)))
    return _finish(answer)


@commands.command()
@click.argument("articles", nargs=-1, metavar="[LEFT RIGHT]")
@click.option("--corpus", metavar="DOCS", help="The corpus that holds the articles of --pairs.")
@click.option("--pairs", metavar="PAIRS", help='What to compare: JSON Lines of {"pair_id", "left_id", "right_id"}.')
@click.option("--event", metavar="EVENT", help="Who quoted whom in an event of the project.")
@_project
@_format
def compare(
    articles: tuple[str, ...], corpus: str | None, pairs: str | None, event: str | None, root: Path, form: str | None
) -> int:
    """Print what two articles share, and what each did to it.

    LEFT and RIGHT are article files or pages; --corpus with --pairs compares many pairs, --event a whole event.
    """
    modes = [bool(articles), bool(corpus or pairs), event is not None]
    if sum(modes) != 1 or (articles and len(articles) != 2) or bool(corpus) != bool(pairs):
        raise click.UsageError("give LEFT and RIGHT, or --corpus with --pairs, or --event")
    if event is not None:
        return _compare_event(root, event, form)
    if corpus is not None and pairs is not None:
        return _compare_corpus(corpus, pairs, form)
    from reviewer.comparison import compare as compare_sides
    from reviewer.exchange import COMPARE_TABLE, Answer, comparison_record

    answer = Answer(form, COMPARE_TABLE, complain)
    left, right = (_one(source, answer) for source in articles)
    answer.add(comparison_record(left.id, right.id, left.text, right.text, compare_sides(_side(left), _side(right))))
    return _finish(answer)


def _compare_corpus(corpus: str, pairs: str, form: str | None) -> int:
    from reviewer.exchange import COMPARE_TABLE, Answer, pair_wishes, wished_comparisons

    answer = Answer(form, COMPARE_TABLE, complain)
    wanted = list(_taken(pair_wishes(pairs), answer))
    needed = {article for wish in wanted for article in (wish.left, wish.right)}
    sides = {article.id: _side(article) for article in _read([corpus], answer) if article.id in needed}
    with _progress("comparing") as progress:
        for done, record in enumerate(_taken(wished_comparisons(wanted, sides), answer), 1):
            progress(done, len(wanted))
            answer.add(record)
    return _finish(answer)


def _compare_event(root: Path, event: str, form: str | None) -> int:
    from reviewer.comparison import utterances
    from reviewer.exchange import Answer, utterance_record, utterances_table
    from reviewer.project import open_project

    project = open_project(root)
    ids = project.article_ids(event)
    if not ids:
        raise ReviewerError(f"no event {event!r} with articles in this project", where=root)
    answer = Answer(form, utterances_table({}), complain)
    files = [str(project.article_file(event, article)) for article in ids]
    articles = list(_read(files, answer))
    answer.table = utterances_table({article.id: article.outlet or article.id for article in articles})
    for utterance in utterances({article.id: _side(article) for article in articles}):
        answer.add(utterance_record(utterance))
    return _finish(answer)


@commands.command(epilog=_SOURCE)
@_sources
@_mapping
@_format
def events(sources: tuple[str, ...], mapping: tuple[str, ...], form: str | None) -> int:
    """Print of each article which event it tells of."""
    from reviewer.events import events as grouped
    from reviewer.exchange import EVENTS_TABLE, Answer

    answer = Answer(form, EVENTS_TABLE, complain)
    for article, event in grouped(_read(sources, answer, mapping)):
        answer.add({"id": article, "event": event})
    return _finish(answer)


@commands.command(epilog=_SOURCE)
@_sources
@click.option("--top", metavar="K", type=click.IntRange(min=1), default=5, help="How many partners each (default: 5).")
@_mapping
@_format
def pairs(sources: tuple[str, ...], top: int, mapping: tuple[str, ...], form: str | None) -> int:
    """Print each article's best partners, other reports of its event."""
    from reviewer.events import pairs as ranked
    from reviewer.exchange import PAIRS_TABLE, Answer, partners_record

    answer = Answer(form, PAIRS_TABLE, complain)
    for article, partners in ranked(_read(sources, answer, mapping), top=top):
        answer.add(partners_record(article, partners))
    return _finish(answer)


@commands.command()
@click.argument("root", metavar="[PROJECT]", default=".", type=_FOLDER)
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
@click.argument("root", metavar="[PROJECT]", default=".", type=_FOLDER)
def check(root: Path) -> int:
    """Validate a project; name file and line of whatever is wrong."""
    from reviewer.framing import check_project
    from reviewer.project import open_project

    problems = check_project(open_project(root))
    for problem in problems:
        click.echo(_line(problem))
    return NO if any(problem.severity == "error" for problem in problems) else DONE


def run(arguments: Sequence[str]) -> int:
    """The exit code of one call.  A first word that names no command is PROJECT."""
    first = arguments[0] if arguments else None
    command = commands if first in commands.commands or first in _ROOT_OPTIONS else open_tui
    try:
        code = command.main(args=list(arguments), prog_name="reviewer", standalone_mode=False)
        sys.stdout.flush()
    except click.exceptions.Exit as stop:
        return stop.exit_code
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except ReviewerError as error:
        complain(f"reviewer: {error}")
        return NO
    except (KeyboardInterrupt, click.Abort):
        complain("reviewer: interrupted")
        return INTERRUPTED
    except BrokenPipeError:  # the reader, `head` perhaps, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return NO
    except OSError as error:
        complain(f"reviewer: {error.filename or 'standard output'}: {error.strerror or error}")
        return NO
    return int(code or DONE)


def main() -> None:
    """The program; a standard stream that the caller closed leads nowhere, so that no file of ours takes its number."""
    for stream, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, stream) is None:
            setattr(sys, stream, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115 - until the program ends
    sys.exit(run(sys.argv[1:]))
