"""The main job as a person does it: open an event, compare two outlets, annotate the framing, find it in YAML."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from reviewer.articles import load_article
from reviewer.framing import read_pair
from tests.end_to_end.test_commands import reviewer

if TYPE_CHECKING:
    from pathlib import Path

    from tests.end_to_end.conftest import Start
    from tests.end_to_end.terminal import Terminal

PAIR = ("harbour-strike", "courier", "tribune")
NUMBERED = r"\[1 "  # the label of the first match, inside a text


def open_pair(terminal: Terminal) -> None:
    """From the board to the first pair of the harbour strike."""
    terminal.wait_for(r"shared")
    terminal.press("down", "down", "enter", "enter")
    terminal.wait_for(r"Matches [1-9]")
    terminal.wait_for(r"Differences \d|read-only")  # verdicts are taken once the records are read


def show_focus_in(terminal: Terminal, outlet: str) -> None:
    """Press tab until the pane of `outlet` has the focus (its frame is then a heavy one)."""
    for _ in range(8):
        if f"┏━ {outlet}" in terminal.text():
            return
        terminal.press("tab")
    raise AssertionError(terminal.text())


def leave(terminal: Terminal) -> None:
    """Back to the board, then out."""
    for _ in range(6):
        if terminal.ended():
            break
        terminal.press("q")
    assert terminal.wait() == 0


def annotation_file(project: Path) -> Path:
    event, left, right = PAIR
    return project / "annotations" / event / f"{left}--{right}" / "tess.yaml"


def test_a_newcomer_annotates_a_match_and_an_absence_and_finds_both_in_yaml(sample: Path, start: Start) -> None:
    terminal = start(sample)
    open_pair(terminal)
    terminal.press("n", "n")
    terminal.press("a")
    terminal.wait_for("new difference")
    terminal.type("quote-trim")
    terminal.press("enter", "ctrl+s")
    terminal.wait_for(r"Differences 1")
    (first,) = read_pair(annotation_file(sample)).differences
    assert first.type == "difference.quote-trim"
    assert {first.left.state, first.right.state} == {"present"}
    assert first.left.anchors[0].role == "quote"

    show_focus_in(terminal, "Averil Courier")
    terminal.press("home", "}", "}", "}", "v", ")", "a")
    terminal.wait_for("new difference")
    terminal.type("omission")
    terminal.press("enter", *["tab"] * 4)  # to the codes; the left side's three fields, then the right side's state
    terminal.press("a")
    terminal.wait_for(r"\(•\) present +absent .* present +\(•\) absent")
    terminal.press("tab")
    terminal.type("caretaker")
    terminal.press("enter")
    terminal.settle()
    terminal.press("ctrl+s")
    terminal.wait_for("Differences 2")
    leave(terminal)

    found = read_pair(annotation_file(sample))
    assert (found.analyst, found.event) == ("tess", "harbour-strike")
    second = found.differences[1]
    assert second.type == "difference.omission"
    assert {second.left.state, second.right.state} == {"present", "absent"}
    absent = second.left if second.left.state == "absent" else second.right
    assert absent.searched is not None
    assert "caretaker" in absent.searched.queries
    assert absent.searched.best is not None
    for difference in found.differences:
        for name, side in (("courier", difference.left), ("tribune", difference.right)):
            text = load_article(sample / "data" / "harbour-strike" / f"{name}.md").text
            for anchor in side.anchors:
                assert text[anchor.start : anchor.end] == anchor.exact
    assert reviewer("check", sample).returncode == 0

    again = start(sample)
    open_pair(again)
    assert "Differences 2" in again.text()
    again.press("2")
    again.wait_for("omission")


def test_undo_takes_the_record_out_of_the_file_and_redo_brings_it_back_with_its_id(sample: Path, start: Start) -> None:
    terminal = start(sample)
    open_pair(terminal)
    terminal.press("n", "c")
    terminal.settle()
    (verdict,) = read_pair(annotation_file(sample)).verdicts
    assert verdict.verdict == "confirmed"
    terminal.press("u")
    terminal.settle()
    assert read_pair(annotation_file(sample)).verdicts == ()
    terminal.press("U")
    terminal.settle()
    assert read_pair(annotation_file(sample)).verdicts == (verdict,)
    leave(terminal)


def test_the_same_job_on_pages_as_they_came(shared: Path, tmp_path: Path, start: Start) -> None:
    project = tmp_path / "project"
    pages = sorted((shared / "pages").glob("00[01]*.txt"))
    assert reviewer("init", project).returncode == 0
    done = reviewer("import", *pages, "--project", project, "--event", "rebuff")
    assert done.returncode == 0, done.stderr
    terminal = start(project)
    terminal.wait_for(r"Matches [1-9]")  # a project with one pair opens on it
    terminal.press("n", "a")
    terminal.wait_for("new difference")
    terminal.type("attribution")
    terminal.press("enter", "ctrl+s")
    terminal.wait_for("Differences 1")
    leave(terminal)
    (file,) = (project / "annotations" / "rebuff").glob("*--*/tess.yaml")
    assert read_pair(file).differences[0].type == "difference.attribution-shift"
    assert reviewer("check", project).returncode == 0
    assert {original.read_bytes() for original in (project / "data" / "rebuff" / "originals").iterdir()} == {
        page.read_bytes() for page in pages
    }


@pytest.mark.skipif(shutil.which("tmux") is None, reason="needs tmux, which is not here")
def test_the_program_runs_in_tmux(sample: Path, tmp_path: Path) -> None:
    socket = f"reviewer-test-{os.getpid()}"

    def tmux(*arguments: str) -> str:
        done = subprocess.run(["tmux", "-L", socket, *arguments], capture_output=True, text=True, check=True)
        return done.stdout

    def wait_for(words: str, without: str = "\0") -> None:
        end = time.monotonic() + 40
        while words not in (shown := tmux("capture-pane", "-p", "-t", "job")) or without in shown:
            assert time.monotonic() < end, shown
            time.sleep(0.2)

    home = f"HOME={tmp_path} REVIEWER_CONFIG={tmp_path}"
    command = f"{home} {sys.executable} -m reviewer {sample} --analyst tess"
    tmux("new-session", "-d", "-s", "job", "-x", "80", "-y", "24", command)
    try:
        wait_for("Harbour strike")
        wait_for("shared")
        tmux("send-keys", "-t", "job", "Down", "Down", "Enter")
        wait_for("┏━ Pairs", without="ranking …")  # else another pair may stand first
        tmux("send-keys", "-t", "job", "Enter")
        wait_for("Matches 7")
        tmux("send-keys", "-t", "job", "n", "c")
        end = time.monotonic() + 20
        while not annotation_file(sample).exists():
            assert time.monotonic() < end, tmux("capture-pane", "-p", "-t", "job")
            time.sleep(0.1)
        assert read_pair(annotation_file(sample)).verdicts[0].verdict == "confirmed"
    finally:
        tmux("kill-server")
