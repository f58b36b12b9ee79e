"""What the commands have in common: their options, what they read, how they complain, and the group they belong to."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from itertools import accumulate
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


class _Folder(click.Path):
    """A folder's name; an empty one, of a variable that is not set perhaps, is not the folder one is in."""

    def convert(self, value: str | os.PathLike[str], param: click.Parameter | None, ctx: click.Context | None) -> Path:
        if not os.fspath(value):
            self.fail("an empty name; name a folder", param, ctx)
        return Path(os.fsdecode(value))


FOLDER = _Folder()
_bars: list[object] = []  # those that are shown
SETTINGS = {"help_option_names": ["-h", "--help"], "max_content_width": 100}

format_option = click.option(
    "--format",
    "form",
    type=click.Choice(["table", "json", "jsonl"]),
    help="table for people (default on a terminal), jsonl for programs (default elsewhere), or json: one array.",
)
SOURCE = "SOURCE is an article file, a page, a corpus, an archive, a feed, a folder of these, or - for standard input."
sources_argument = click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
mapping_option = click.option(
    "--map", "mapping", multiple=True, metavar="FIELD=NAME", help="Where a corpus keeps a field: text=body. Repeatable."
)
project_option = click.option(
    "--project", "root", type=FOLDER, default=Path(), help="The project (default: this folder)."
)


def one_line(message: object) -> str:
    """The message made displayable on one line: what it names comes from files and arguments."""
    from reviewer.text import displayable

    return displayable(str(message), one_line=True)


def complain(message: object) -> None:
    """One displayable line on stderr, in the place of the bar where one is shown."""
    click.echo(("\r\x1b[K" if _bars else "") + one_line(message), err=True)


def counted(number: int, thing: str) -> str:
    """`1 event`, `2,000 events`."""
    return f"{number:,} {thing}{'s' * (number != 1)}"


def first_few(names: Iterable[str], *, width: int = 80) -> str:
    """`a, b and 40 more`: the first of many names, no more than fit into `width` characters, but one."""
    known = list(names)
    ends = accumulate(len(name) + 2 for name in known)
    shown = max(1, sum(end <= width + 2 for end in ends))
    more = f" and {len(known) - shown:,} more" if shown < len(known) else ""
    return ", ".join(known[:shown]) + more


def finish(answer: Answer) -> int:
    """Writes what is left of the answer, before anything else is said; gives the exit code."""
    answer.end()
    sys.stdout.flush()
    return NO if answer.refused else DONE


def fields(mapping: Sequence[str]) -> dict[str, str]:
    """Of our fields what a corpus calls them; raises UsageError for an item that is no `field=name`."""
    fields = {field.strip(): name.strip() for field, _, name in (item.partition("=") for item in mapping)}
    if any(not field or not name for field, name in fields.items()):
        raise click.UsageError("--map takes FIELD=NAME, for example text=body")
    return fields


def stated(name: str | None, option: str) -> str | None:
    """What an option says, on one line; raises UsageError where that is nothing, or no text."""
    words = None if name is None else " ".join(name.split())
    if words is not None and (not words or any(0xD800 <= ord(letter) < 0xE000 for letter in words)):
        raise click.UsageError(f"{option} takes a name, and {one_line(repr(name))} is none")
    return words


def taken(found: Iterable[Found | Refused], answer: Answer) -> Iterator[Found]:
    """What could be read; what could not is named on stderr."""
    from reviewer.articles import Refused

    for each in found:
        if isinstance(each, Refused):
            (answer.remark if each.skipped else answer.refuse)(each)
        else:
            yield each


def read(sources: Iterable[str], answer: Answer, mapping: Sequence[str] = ()) -> Iterator[Article]:
    from reviewer.articles import read_sources

    with progress_bar("reading") as progress:
        yield from taken(read_sources(list(sources), mapping=fields(mapping), progress=progress), answer)


def read_one(source: str, answer: Answer) -> Article:
    found = list(read([source], answer))
    if answer.refused and not found:
        raise click.exceptions.Exit(NO)  # it has been said why
    if len(found) != 1:
        raise ReviewerError(f"{len(found)} articles here, one is needed", where=source, hint="name one article")
    return found[0]


def side_of(article: Article) -> Side:
    from reviewer.comparison import Side
    from reviewer.quotes import extract

    return Side(article.text, extract(article.text, language=article.language).quotes, article.language)


@contextmanager
def progress_bar(label: str) -> Iterator[Callable[[int, int], None]]:
    """A bar on stderr that takes how much is done of how much; none where stderr is no terminal."""
    if not sys.stderr.isatty():
        yield lambda *_: None
        return
    with click.progressbar(length=1, label=label, file=sys.stderr) as bar:

        def show(done: int, total: int) -> None:
            bar.length = max(1, total)
            bar.update(min(done, bar.length) - bar.pos)

        _bars.append(bar)
        try:
            yield show
        finally:
            _bars.remove(bar)


@click.group(context_settings=SETTINGS, subcommand_metavar="[PROJECT | COMMAND]", options_metavar="")
@click.version_option(package_name="framing-reviewer", prog_name="reviewer", message="%(prog)s %(version)s")
def commands() -> None:
    """Compare how two outlets tell the same event.

    \b
    reviewer            opens this folder's project, or the sample where there is none
    reviewer PROJECT    opens the project in that folder   (--analyst NAME: as whom)

    Exit codes: 0 done, 1 the answer is no or some input was refused, 2 wrong usage, 130 interrupted.
    """
