"""What a hostile article may do to a terminal: nothing.  The bytes that reach it are searched."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from reviewer.framing import Difference, DifferenceSide, PairKey, Workspace, anchor_at
from reviewer.project import Project
from tests.end_to_end.terminal import Terminal
from tests.end_to_end.test_main_job import leave

if TYPE_CHECKING:
    from pathlib import Path

    from tests.end_to_end.conftest import Start

MARKER = "EVIL"
ATTACKS = [
    f"\x1b]52;c;{MARKER}\x07",
    f"\x1b]0;{MARKER}\x07",
    f"\x1b]8;;http://{MARKER}\x1b\\",
    f"\x1bP{MARKER}\x1b\\",
    f"\x1b_{MARKER}\x1b\\",
    "\x1b[6n",
    "\x1bc",
    "\x9b31m\x9d0;x\x9c",
    "\x7f\x08\x08",
    "\u202e\u2066abc\u2069\u202c",
    "\u200b\u2060\ufeff\U000e0041",
    "[/][@click=app.quit]x[/] [bold red] [Acme] [sic] [his]",
    "e" + "\u0301" * 500,
    "👨‍👩‍👧‍👦 🇫🇷 न्द 字",
]
RAW = re.compile(
    rb"\x1b\]52|\x1b\]8;;http|\x1b\]0;EVIL|\x1bPEVIL|\x1b_EVIL|\x1b\[6n|\x1bc|\x7f|\x08"
    rb"|\xc2[\x80-\x9f]|\xe2\x80[\x8b\x8e\x8f\xaa-\xae]|\xe2\x81[\xa0\xa6-\xa9]|\xef\xbb\xbf|\xf3\xa0[\x80\x81]"
)


def write_event(project: Path) -> None:
    folder = project / "data" / "evil"
    folder.mkdir(parents=True)
    (project / "annotations").mkdir()
    quoted = "“We will all go home by the last ferry tonight and not before”"
    for name in ("beacon", "ledger"):
        paragraphs = "\n\n".join(f"Paragraph {i} of it: {attack} and on." for i, attack in enumerate(ATTACKS))
        title = "".join(f"\\u{ord(c):04x}" for c in f"\x1b]0;{MARKER}\x07 {name} [/]")
        (folder / f"{name}.md").write_text(
            f'---\noutlet: "\\e]52;c;{MARKER}\\a{name} [@click=app.quit]"\ntitle: "{title}"\n---\n'
            f"{quoted}, said Ana\x1b[2J Lopez{ATTACKS[0]}.\n\n{paragraphs}\n",
            "utf-8",
        )


@pytest.mark.parametrize("size", [(120, 36), (80, 24), (60, 20)])
def test_no_control_of_an_article_reaches_the_terminal_through_any_screen(
    size: tuple[int, int], tmp_path: Path, start: Start
) -> None:
    project = tmp_path / "project"
    write_event(project)
    terminal = start(project, columns=size[0], rows=size[1])
    terminal.wait_for("Matches|beacon")
    terminal.settle()
    for keys in (
        ["down"] * 3,
        ["pagedown"] * 5,
        ["n", "1", "2", "3", "4", "1"],
        ["?", "escape", ":", "escape"],
        ["a", "escape"],
        ["v", ")", "y"],
        ["/"],
    ):
        terminal.press(*keys)
    terminal.type("[/][@click")
    terminal.press("enter", "escape", "escape", "e")
    terminal.settle()
    shown = RAW.search(re.sub(rb"\x1b\]52;c;[A-Za-z0-9+/=]*\x07", b"", terminal.raw))
    assert shown is None, terminal.raw[max(0, shown.start() - 60) : shown.end() + 60]
    assert not terminal.ended()


@pytest.mark.parametrize(
    "command",
    [
        "quotes project/data --format jsonl",
        "quotes project/data --format table",
        "compare --event evil --project project --format json",
        "import --dry-run project/data --format jsonl",
        "export project",
        "export project --format jsonl",
        "check project",
    ],
)
def test_no_control_of_an_article_reaches_the_terminal_through_a_command(command: str, tmp_path: Path) -> None:
    project = tmp_path / "project"
    write_event(project)
    source = (project / "data" / "evil" / "beacon.md").read_text("utf-8").split("---\n", 2)[2]
    whole = DifferenceSide("present", (anchor_at(source, 0, len(source), role="body"),))
    work = Workspace(Project(project), "tess")
    work.put_difference(
        PairKey("evil", "beacon", "ledger"), Difference("fd-evil000000", None, (), whole, whole, note="".join(ATTACKS))
    )
    work.close()
    with Terminal(command.split(), cwd=tmp_path, home=tmp_path / "home", columns=200) as terminal:
        assert terminal.wait() in (0, 1)
        assert command.startswith("check") or terminal.raw
        shown = RAW.search(terminal.raw)
        assert shown is None, terminal.raw[max(0, shown.start() - 60) : shown.end() + 60]


def test_editorial_brackets_are_shown_letter_by_letter(tmp_path: Path, start: Start) -> None:
    project = tmp_path / "project"
    write_event(project)
    terminal = start(project, columns=120, rows=60)
    terminal.wait_for("Paragraph 0")
    terminal.press("pagedown", "pagedown")
    shown = terminal.settle()
    for words in ("[Acme]", "[sic]", "[his]", "[/]"):
        assert words in shown
    leave(terminal)
