"""The commands: arguments in, exit codes out.  A room is imported only when its command runs."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from reviewer.cli import projects, reports
from reviewer.cli.shared import DONE, FOLDER, INTERRUPTED, NO, SETTINGS, commands, complain
from reviewer.errors import ReviewerError

__all__ = ["commands", "main", "projects", "reports", "run"]

_ROOT_OPTIONS = {"--help", "-h", "--version"}


@click.command("reviewer", context_settings=SETTINGS)
@click.argument("root", metavar="[PROJECT]", required=False, type=FOLDER)
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
    """The program; a standard stream that the caller closed leads nowhere, so that no file of ours takes its number, and what a
    stream's encoding has not is written as its escape."""
    for stream, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, stream) is None:
            setattr(sys, stream, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115 - until the program ends
    for output in (sys.stdout, sys.stderr):
        if isinstance(output, io.TextIOWrapper):
            output.reconfigure(errors="backslashreplace")
    sys.exit(run(sys.argv[1:]))
