"""The workspace: every confirmed change is on disk, and every one can be taken back and done again."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reviewer.errors import ReviewerError
from reviewer.framing import (
    Difference,
    PairKey,
    Workspace,
    new_id,
    read_corrections,
    read_pair,
)
from reviewer.project import Project
from tests.framing.conftest import (
    BEACON,
    KEY,
    again,
    article,
    correction,
    difference,
    file_of,
    omission,
    timeless,
    verdict,
)

THIRD = PairKey.of("ferry", "third", "beacon")


def test_a_key_puts_its_articles_in_order() -> None:
    assert KEY == PairKey("ferry", "beacon", "ledger") == PairKey.of("ferry", "beacon", "ledger")


def test_a_pair_without_a_file_is_empty_and_makes_none(work: Workspace) -> None:
    loaded = work.load(KEY)
    assert (loaded.annotations.differences, loaded.annotations.verdicts, loaded.problems) == ((), (), ())
    assert loaded.annotations.codebook == ("framing-core", "1")
    assert not file_of(work).parent.exists()


def test_every_change_is_in_the_file_when_the_method_returns(work: Workspace) -> None:
    work.put_difference(KEY, difference())
    assert [timeless(record) for record in read_pair(file_of(work)).differences] == [difference()]
    work.put_difference(KEY, omission())
    work.put_verdict(KEY, verdict())
    work.set_done(KEY, True)
    work.set_note(KEY, "Read twice.\nOnce in print.")
    now = read_pair(file_of(work))
    assert [record.id for record in now.differences] == ["fd-aaaaaaaaaa", "fd-bbbbbbbbbb"]
    assert (now.verdicts, now.done, now.note) == ((verdict(),), True, "Read twice.\nOnce in print.")
    work.withdraw_difference(KEY, "fd-aaaaaaaaaa")
    work.remove_verdict(KEY, "m-aaaaaaaaaa")
    now = read_pair(file_of(work))
    assert [record.status for record in now.differences] == ["withdrawn", "open"]
    assert now.verdicts == ()
    assert work.load(KEY).annotations == now


def test_created_stays_and_modified_moves(work: Workspace) -> None:
    first = work.put_difference(KEY, difference()).differences[0]
    assert re.fullmatch(r"2031-04-02T09:\d\d:07Z", first.created)
    second = work.put_difference(KEY, replace(difference(), note="more")).differences[0]
    assert second.created == first.created
    assert second.modified > first.modified


def test_a_change_that_changes_nothing_is_no_step_and_writes_nothing(work: Workspace) -> None:
    work.put_difference(KEY, difference())
    before = file_of(work).stat()
    work.put_difference(KEY, difference())
    work.set_done(KEY, False)
    work.set_note(KEY, "")
    work.accept_moved(KEY, "fd-aaaaaaaaaa")
    after = file_of(work).stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)
    work.undo()
    assert work.undo() is None


def test_undoing_a_creation_removes_the_record_and_redoing_restores_it_with_its_id(work: Workspace) -> None:
    work.put_difference(KEY, difference())
    one = file_of(work).read_bytes()
    work.put_difference(KEY, omission())
    two = file_of(work).read_bytes()
    change = work.undo()
    assert change is not None
    assert (change.key, change.label) == (KEY, "add difference “Nobody was hurt 😀”")
    assert file_of(work).read_bytes() == one
    assert work.redo() == change
    assert file_of(work).read_bytes() == two


def test_undo_goes_across_pairs_and_articles_in_the_order_of_the_changes(work: Workspace) -> None:
    work.put_difference(KEY, difference())
    work.put_difference(THIRD, replace(omission(), right=replace(omission().right, searched=None)))
    work.put_correction("ferry", "beacon", correction())
    work.set_done(KEY, True)
    labels = []
    while (change := work.undo()) is not None:
        labels.append((type(change.key).__name__, change.label))
    assert labels == [
        ("PairKey", "mark the pair done"),
        ("ArticleKey", "correct quotation “We were told to wait,”"),
        ("PairKey", "add difference “Nobody was hurt 😀”"),
        ("PairKey", "add difference “the company said”"),
    ]
    assert read_pair(file_of(work)).differences == ()
    while work.redo() is not None:
        pass
    assert read_pair(file_of(work)).done
    assert work.corrections("ferry", "beacon") == (correction(),)


def test_a_new_change_ends_what_could_be_redone(work: Workspace) -> None:
    work.put_difference(KEY, difference())
    work.undo()
    work.put_difference(KEY, omission())
    assert work.redo() is None


def test_a_record_put_back_stands_where_it_stood(work: Workspace) -> None:
    for identity in ("m-a", "m-b", "m-c"):
        work.put_verdict(KEY, verdict(identity))
    work.remove_verdict(KEY, "m-b")
    work.undo()
    assert [record.id for record in read_pair(file_of(work)).verdicts] == ["m-a", "m-b", "m-c"]


def test_corrections_hold_in_a_file_of_the_article_while_their_words_stand_there(work: Workspace) -> None:
    work.put_correction("ferry", "beacon", correction())
    path = work.project.corrections_file("ferry", "beacon", "mira")
    assert read_corrections(path).corrections == (correction(),)
    work.put_correction("ferry", "beacon", replace(correction(), is_speech=False, speaker=None))
    assert not work.corrections("ferry", "beacon")[0].is_speech
    file = work.project.article_file("ferry", "beacon")
    file.write_text(article(BEACON.replace("We were told to wait", "We were made to wait"), "Ferry stops at noon"))
    assert work.corrections("ferry", "beacon") == ()
    assert len(read_corrections(path).corrections) == 1
    work.remove_correction("ferry", "beacon", "q-aaaaaaaaaa")
    assert read_corrections(path).corrections == ()


def test_a_correction_whose_words_went_elsewhere_is_proposed_and_can_be_put_there(work: Workspace) -> None:
    work.put_correction("ferry", "beacon", correction())
    work.project.article_file("ferry", "beacon").write_text(article("New.\n\n" + BEACON, "Ferry stops at noon"))
    assert work.corrections("ferry", "beacon") == ()
    ((there, check),) = work.correction_checks("ferry", "beacon")
    assert check.proposed is not None
    work.put_correction("ferry", "beacon", replace(there, anchor=check.proposed))
    assert [c.anchor.start for c in work.corrections("ferry", "beacon")] == [correction().anchor.start + 6]


def test_a_comment_and_an_unknown_key_outlive_the_changes_of_others(work: Workspace) -> None:
    work.put_difference(KEY, difference())
    work.put_difference(KEY, omission())
    path = file_of(work)
    text = (
        path.read_text()
        .replace("  - id: fd-bbb", "  # look again\n  - id: fd-bbb")
        .replace("done:", "mood: fair\ndone:")
    )
    path.write_text(text)
    work.load(KEY)
    work.put_difference(KEY, replace(difference(), note="changed"))
    assert path.read_text().count("\n  # look again\n  - id: fd-bbb") == 1
    assert "\nmood: fair\ndone:" in path.read_text()
    old, new = text.splitlines(), path.read_text().splitlines()
    assert [line for line in new if line not in old] == [
        "      changed",
        new[[line.strip()[:8] for line in new].index("modified")],
    ]


def test_anchors_are_checked_at_load_and_proposed_places_taken_when_accepted(work: Workspace) -> None:
    work.put_difference(KEY, difference())
    work.put_verdict(KEY, verdict())
    article_file = work.project.article_file("ferry", "beacon")
    article_file.write_text(article("A new first line.\n\n" + BEACON, "Ferry stops at noon"))
    before = file_of(work).read_bytes()
    loaded = work.load(KEY)
    assert any("the text of beacon has changed since" in problem for problem in loaded.problems)
    assert loaded.annotations.differences[0].left.anchors == difference().left.anchors
    checks = [loaded.check("left", anchor) for anchor in difference().left.anchors]
    assert [check.status for check in checks] == ["moved", "ok"]
    assert checks[0].proposed is not None
    assert checks[0].proposed.start == difference().left.anchors[0].start + 19
    assert file_of(work).read_bytes() == before
    work.accept_moved(KEY, "fd-aaaaaaaaaa")
    assert any("the text of beacon has changed since" in problem for problem in work.load(KEY).problems)
    work.accept_moved(KEY, "m-aaaaaaaaaa")
    loaded = work.load(KEY)
    assert loaded.problems == ()
    assert {check.status for check in loaded.checks.values()} == {"ok"}
    work.undo()
    work.undo()
    assert read_pair(file_of(work)).differences[0].left.anchors == difference().left.anchors


def test_an_orphan_is_listed_and_kept(work: Workspace) -> None:
    work.put_difference(KEY, difference())
    work.project.article_file("ferry", "ledger").write_text(article("All is new.\n", "Shares fall"))
    loaded = work.load(KEY)
    assert [check.status for check in loaded.checks.values()].count("orphan") == 1
    assert any("fd-aaaaaaaaaa" in problem and "not found" in problem for problem in loaded.problems)
    work.accept_moved(KEY, "fd-aaaaaaaaaa")
    work.set_done(KEY, True)
    assert timeless(read_pair(file_of(work)).differences[0]) == difference()


def test_an_unknown_code_is_a_problem_and_kept(work: Workspace) -> None:
    work.put_difference(KEY, replace(difference(), codes=("entman.cause", "own.code")))
    assert any("has no own.code" in problem for problem in work.load(KEY).problems)
    assert read_pair(file_of(work)).differences[0].codes == ("entman.cause", "own.code")


def test_an_article_that_is_gone_is_a_problem_and_the_records_stay(work: Workspace) -> None:
    work.put_difference(KEY, difference())
    work.project.article_file("ferry", "ledger").unlink()
    loaded = again(work).load(KEY)
    assert timeless(loaded.annotations.differences[0]) == difference()
    assert any("ledger.md" in problem for problem in loaded.problems)


def test_others_records_are_shown_and_an_unreadable_file_of_theirs_is_a_warning(
    work: Workspace, project: Project
) -> None:
    jonas = Workspace(project, "jonas")
    jonas.put_difference(KEY, difference())
    jonas.close()
    project.pair_file(*_place(), "broken").write_text("a: &x 1\n")
    project.pair_file(*_place(), "eve").write_bytes(project.pair_file(*_place(), "jonas").read_bytes())
    project.pair_file(*_place(), "nina").write_bytes(b"")
    assert [other.annotations.analyst for other in work.others(KEY)] == ["jonas"]
    assert any("nina.yaml: the file is empty" in warning for warning in work.warnings)
    assert any("broken.yaml:1:" in warning for warning in work.warnings)
    assert any("eve.yaml: the file says it is" in warning for warning in work.warnings)


def _place() -> tuple[str, str, str]:
    return KEY.event, KEY.left, KEY.right


@pytest.mark.parametrize("content", ["a: &x 1\n", "<<<<<<< HEAD\n", "schema: framing-annotations/1\n", "- x\n", "\x00"])
def test_an_unreadable_file_is_refused_with_its_place_and_never_touched(work: Workspace, content: str) -> None:
    path = file_of(work)
    path.parent.mkdir(parents=True)
    path.write_text(content)
    for doing in (lambda: work.load(KEY), lambda: work.put_difference(KEY, difference())):
        acting: Callable[[], Any] = doing
        with pytest.raises(ReviewerError) as caught:
            acting()
        assert (caught.value.where, caught.value.line) == (str(path), 1)
    assert path.read_text() == content


def test_a_file_that_belongs_elsewhere_is_refused(work: Workspace, project: Project) -> None:
    work.put_difference(KEY, difference())
    path = project.pair_file(*_place(), "jonas")
    path.write_bytes(file_of(work).read_bytes())
    with pytest.raises(ReviewerError, match="ferry beacon ledger mira"):
        Workspace(project, "jonas").load(KEY)


def test_a_record_that_could_not_be_read_back_is_refused_before_it_is_written(work: Workspace) -> None:
    for record in (
        replace(difference(), salience=7),
        replace(difference(), left=replace(difference().left, anchors=())),
        replace(omission(), left=omission().right),
        replace(difference(), id=""),
        replace(difference(), extra={"codes": ["not", "those"]}),
    ):
        with pytest.raises(ReviewerError):
            work.put_difference(KEY, record)
    assert not file_of(work).exists()


@pytest.mark.parametrize("analyst", ["", "Mira", "../mira", "a--b", "x" * 81])
def test_an_analyst_whose_name_is_no_id_is_refused(project: Project, analyst: str) -> None:
    with pytest.raises(ReviewerError, match="no analyst id"):
        Workspace(project, analyst)


def test_ids_of_records_are_random_and_plain() -> None:
    made = {new_id("fd") for _ in range(1000)}
    assert len(made) == 1000
    assert all(re.fullmatch(r"fd-[a-z0-9]{10}", identity) for identity in made)


def test_threads_that_write_at_once_lose_nothing(work: Workspace) -> None:
    def add(start: int) -> None:
        for at in range(start, start + 8):
            work.put_verdict(KEY, verdict(f"m-{at:03d}"))
            work.load(KEY)

    threads = [threading.Thread(target=add, args=(start,)) for start in (0, 100, 200)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(read_pair(file_of(work)).verdicts) == 24
    while work.undo() is not None:
        pass
    assert read_pair(file_of(work)).verdicts == ()


ACTIONS = st.lists(
    st.tuples(
        st.sampled_from(["add", "edit", "withdraw", "verdict", "unverdict", "done", "note", "correct", "undo", "redo"]),
        st.integers(0, 5),
        st.text(max_size=12),
    ),
    max_size=25,
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ACTIONS)
def test_any_history_can_be_undone_to_the_beginning_and_done_again(
    tmp_path_factory: pytest.TempPathFactory, clock: Callable[[], datetime], actions: list[tuple[str, int, str]]
) -> None:
    project = Project(tmp_path_factory.mktemp("project"))
    (project.data / "ferry").mkdir(parents=True)
    for name in ("beacon", "ledger"):
        project.article_file("ferry", name).write_text(BEACON)
    work = Workspace(project, "mira", clock=clock)
    states: list[tuple[Any, Any]] = []

    def state() -> tuple[Any, Any]:
        return work.load(KEY).annotations, work.corrections("ferry", "beacon")

    def records() -> tuple[Difference, ...]:
        return work.load(KEY).annotations.differences

    start = state()
    states.append(start)
    position = 0
    for action, number, text in actions:
        if action == "undo":
            position -= work.undo() is not None
        elif action == "redo":
            position += work.redo() is not None
        else:
            known = [record for record in records() if record.id == f"fd-{number}"]
            if action == "add":
                work.put_difference(KEY, difference(f"fd-{number}", text))
            elif action == "edit" and known:
                work.put_difference(KEY, replace(known[0], note=text, salience=1))
            elif action == "withdraw" and known:
                work.withdraw_difference(KEY, known[0].id)
            elif action == "verdict":
                work.put_verdict(KEY, replace(verdict(f"m-{number}"), relation=text))
            elif action == "unverdict" and work.load(KEY).annotations.verdicts:
                work.remove_verdict(KEY, work.load(KEY).annotations.verdicts[0].id)
            elif action == "done":
                work.set_done(KEY, number % 2 == 0)
            elif action == "note":
                work.set_note(KEY, text)
            elif action == "correct":
                anchor = replace(correction().anchor)
                work.put_correction("ferry", "beacon", replace(correction(f"q-{number}"), anchor=anchor, speaker=text))
            if state() != states[position]:
                del states[position + 1 :]
                states.append(state())
                position += 1
        assert state() == states[position]
    fresh = Workspace(project, "jonas")
    fresh.close()
    while work.undo() is not None:
        position -= 1
        assert state() == states[position]
    assert position == 0
    while work.redo() is not None:
        position += 1
        assert state() == states[position]
    assert position == len(states) - 1
    work.close()
