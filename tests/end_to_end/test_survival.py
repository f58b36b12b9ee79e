"""Nothing is lost: not to a kill, a signal, or a window that is closed in the middle of an edit."""

from __future__ import annotations

import signal
from typing import TYPE_CHECKING

import pytest

from reviewer.framing import read_pair
from tests.end_to_end.test_commands import reviewer
from tests.end_to_end.test_main_job import annotation_file, leave, open_pair

if TYPE_CHECKING:
    from pathlib import Path

    from tests.end_to_end.conftest import Start
    from tests.end_to_end.terminal import Terminal

ENDS = ["kill -9", "TERM", "HUP", "closed terminal"]


def end(terminal: Terminal, how: str) -> None:
    if how == "closed terminal":
        terminal.hang_up()
    else:
        terminal.signal({"kill -9": signal.SIGKILL, "TERM": signal.SIGTERM, "HUP": signal.SIGHUP}[how])
    terminal.wait()


@pytest.mark.parametrize("how", ENDS)
def test_confirmed_edits_are_in_the_file_and_the_draft_is_offered_at_the_next_start(
    how: str, sample: Path, start: Start
) -> None:
    terminal = start(sample)
    open_pair(terminal)
    terminal.press("n", "c", "n", "r")
    terminal.settle()
    terminal.press("a")
    terminal.wait_for("new difference")
    terminal.type("naming")
    terminal.press("enter")
    terminal.read(1.2)  # the draft is written; the blinking caret never settles that long
    end(terminal, how)

    assert [verdict.verdict for verdict in read_pair(annotation_file(sample)).verdicts] == ["confirmed", "rejected"]
    assert reviewer("check", sample).returncode == 0

    again = start(sample)
    again.wait_for("You were writing a difference")
    again.press("o")
    again.wait_for("difference.naming")
    again.press("ctrl+s")
    again.wait_for("Differences 1")
    leave(again)
    (difference,) = read_pair(annotation_file(sample)).differences
    assert difference.type == "difference.naming"
    assert len(difference.left.anchors) == len(difference.right.anchors) == 1


@pytest.mark.parametrize("how", ["TERM", "HUP"])
def test_a_signal_leaves_the_terminal_as_it_was(how: str, sample: Path, start: Start) -> None:
    terminal = start(sample)
    open_pair(terminal)
    end(terminal, how)
    terminal.read(0.5)
    for restored in (b"\x1b[?1049l", b"\x1b[?25h", b"\x1b[?1000l"):
        assert restored in terminal.raw, restored


def test_a_second_instance_opens_read_only_and_says_who_has_the_project(sample: Path, start: Start) -> None:
    first = start(sample)
    open_pair(first)
    second = start(sample)
    open_pair(second)
    second.wait_for(r"(?i)read.only")
    assert str(first.pid) in second.text()
    second.press("n", "c")
    second.settle()
    assert not annotation_file(sample).exists()
    first.press("n", "c")
    first.settle()
    assert read_pair(annotation_file(sample)).verdicts[0].verdict == "confirmed"
    leave(first)


def test_a_file_that_an_editor_changed_meanwhile_is_not_overwritten_unasked(sample: Path, start: Start) -> None:
    terminal = start(sample)
    open_pair(terminal)
    terminal.press("n", "c")
    terminal.settle()
    file = annotation_file(sample)
    mine = "# a colleague's remark\n" + file.read_text("utf-8")
    file.write_text(mine, "utf-8")
    terminal.press("n", "r")
    terminal.wait_for("(?i)reload")
    assert file.read_text("utf-8") == mine


def test_no_permission_to_write_is_one_clear_line_and_loses_nothing(sample: Path, start: Start) -> None:
    (sample / "annotations" / "harbour-strike" / "courier--tribune" / "tess.yaml").mkdir()
    terminal = start(sample)
    open_pair(terminal)
    terminal.press("n", "c")
    shown = terminal.settle(1.0)
    assert "Traceback" not in shown
    assert "tess.yaml" in shown
    assert not terminal.ended()


def said_after_the_end(terminal: Terminal, quit_key: str) -> str:
    """What stands below the screen once the program has been left with something that is not kept."""
    if quit_key == "TERM":
        terminal.signal(signal.SIGTERM)
    else:
        terminal.press("ctrl+q")
        terminal.wait_for("once more leaves without it")
        assert not terminal.ended()
        terminal.press("ctrl+q")
    terminal.wait()
    terminal.read(0.5)
    return bytes(terminal.raw).rpartition(b"\x1b[?1049l")[2].decode()


@pytest.mark.parametrize("quit_key", ["ctrl+q", "TERM"])
def test_a_draft_that_cannot_be_kept_is_said_before_and_after_the_end(
    quit_key: str, sample: Path, start: Start
) -> None:
    terminal = start(sample)
    open_pair(terminal)
    (sample / ".reviewer" / "drafts").write_text("a file where the drafts' folder should be")
    terminal.press("a")
    terminal.wait_for("new difference")
    terminal.type("naming")
    terminal.press("enter")
    terminal.wait_for("the draft is not kept")
    after = said_after_the_end(terminal, quit_key)
    assert "reviewer: the draft is not kept" in after
    assert "Traceback" not in terminal.text() + after


@pytest.mark.parametrize("how", ENDS)
def test_a_note_that_was_being_typed_is_offered_at_the_next_start(how: str, sample: Path, start: Start) -> None:
    terminal = start(sample)
    open_pair(terminal)
    terminal.press("t")
    terminal.wait_for("Note on this pair")
    terminal.type("half a note")
    terminal.read(1.2)
    end(terminal, how)
    again = start(sample)
    again.wait_for("You were writing a note")
    again.press("o")
    again.wait_for("half a note")
    again.press("ctrl+s")
    again.wait_for("note saved")
    leave(again)
    assert read_pair(annotation_file(sample)).note.strip() == "half a note"


@pytest.mark.parametrize("quit_key", ["ctrl+q", "TERM"])
def test_a_difference_and_a_note_that_cannot_be_kept_are_each_said_after_the_end(
    quit_key: str, sample: Path, start: Start
) -> None:
    terminal = start(sample)
    open_pair(terminal)
    for folder in ("drafts", "notes"):
        (sample / ".reviewer" / folder).write_text("a file where a folder of drafts should be")
    terminal.press("a")
    terminal.wait_for("new difference")
    terminal.type("naming")
    terminal.press("enter")
    terminal.wait_for("the draft is not kept")
    terminal.press("escape", "t")
    terminal.wait_for("Note on this pair")
    terminal.type("half a note")
    terminal.wait_for("the draft is not kept")
    after = said_after_the_end(terminal, quit_key)
    lines = [line for line in after.splitlines() if "reviewer: the draft is not kept" in line]
    assert [" (a difference on " in line for line in lines] == [True, False]
    assert " (a note on " in lines[1]


@pytest.mark.parametrize("how", ["kill -9", "TERM"])
def test_what_was_decided_in_an_import_is_offered_at_the_next_start(
    how: str, sample: Path, tmp_path: Path, start: Start
) -> None:
    page = tmp_path / "ferry.txt"
    page.write_text(
        "Ferry runs aground off Tarn Head\n\nBy Odile Marsh\n\n2031-05-06\n\n"
        "The ferry ran aground at noon, said the harbour office, and sixty passengers were taken off by boat.\n\n"
        "A sentence about the weather that nobody asked for stands here, and it is not needed at all.\n\n"
        "The captain told the paper that the buoy had not been where the chart has it.\n",
        "utf-8",
    )
    terminal = start(sample)
    open_pair(terminal)
    terminal.press("i")
    terminal.wait_for("What to import")
    terminal.type(str(page))
    terminal.press("enter")
    terminal.wait_for("w writes it")
    while "weather" not in terminal.text():
        terminal.press("pagedown")
    terminal.press("end", "up", "x")
    terminal.wait_for("by you")
    terminal.read(1.2)
    end(terminal, how)
    again = start(sample)
    again.wait_for("You were importing: ferry.txt")
    again.press("o")
    again.wait_for("1 by you")
    again.press("w")
    again.wait_for("1 new|imported")
    leave(again)
    text = next((sample / "data").rglob("*ferry*.md")).read_text("utf-8")
    assert "sixty passengers" in text
    assert "weather" not in text
    assert not list((sample / ".reviewer").rglob("imports/*.json"))
