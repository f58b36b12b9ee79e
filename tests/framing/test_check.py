"""`reviewer check`: a whole project is right, or what is wrong is named with its file and line."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from reviewer.framing import Problem, Workspace, check_project
from reviewer.project import Project
from tests.conftest import ROOT
from tests.framing.conftest import BEACON, KEY, article, correction, difference, file_of, omission, verdict


@pytest.fixture
def filled(work: Workspace) -> Project:
    work.put_difference(KEY, difference())
    work.put_difference(KEY, omission())
    work.put_verdict(KEY, verdict())
    work.put_correction("ferry", "beacon", correction())
    return work.project


def said(project: Project, severity: str = "error") -> list[tuple[str, int | None, str]]:
    return [
        (problem.path.relative_to(project.root).as_posix(), problem.line, problem.what)
        for problem in check_project(project)
        if problem.severity == severity
    ]


def line_of(path: Path, words: str) -> int:
    return next(n for n, line in enumerate(path.read_text().splitlines(), 1) if words in line)


def edited(path: Path, old: str, new: str) -> None:
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))


def test_a_project_in_order_has_no_problems(filled: Project) -> None:
    assert check_project(filled) == ()


def test_the_sample_is_in_order() -> None:
    assert [str(problem) for problem in check_project(Project(ROOT))] == []


def test_a_problem_is_one_line_with_its_place() -> None:
    assert str(Problem(Path("a/b.yaml"), 7, "what is wrong")) == "a/b.yaml:7: what is wrong"
    assert str(Problem(Path("a/b.yaml"), None, "a look", "warning")) == "a/b.yaml: warning: a look"


PAIR = "annotations/ferry/beacon--ledger/mira.yaml"


@pytest.mark.parametrize(
    ("words", "new", "what"),
    [
        ("salience: 3", "salience: 9", "salience is 1, 2 or 3"),
        ("state: absent", "state: gone", "state is none that is known"),
        ("codes: [entman.cause]", "codes: &x [entman.cause]", "an anchor (&x)"),
        ("id: fd-bbbbbbbbbb", "id: fd-aaaaaaaaaa", "the id fd-aaaaaaaaaa occurs twice, first in line 11"),
        ("exact: the company said", "exact: the company wept", "fd-aaaaaaaaaa: an orphan"),
        ("exact: Ferry, ", "exact: Fairy, ", "fd-aaaaaaaaaa: an orphan"),
    ],
)
def test_what_is_wrong_in_an_annotation_file_is_an_error_with_its_line(
    filled: Project, words: str, new: str, what: str
) -> None:
    path = filled.root / PAIR
    line = line_of(path, words)
    edited(path, words, new)
    (found,) = said(filled)
    assert found[:2] == (PAIR, line)
    assert what in found[2]


@pytest.mark.parametrize(
    ("words", "new", "what"),
    [
        ("codes: [entman.cause]", "codes: [entman.cause, own.code]", "has no own.code"),
        ("codebook: {id: framing-core", "codebook: {id: other-book", "made with the codebook other-book"),
        ("start: 27, end: 43", "start: 28, end: 44", "the words stand at 27 in beacon now"),
        ("exact: Engineers", "exact: Engineer", "rejected candidate"),
    ],
)
def test_what_is_worth_a_look_is_a_warning_with_its_line(filled: Project, words: str, new: str, what: str) -> None:
    path = filled.root / PAIR
    line = line_of(path, words)
    edited(path, words, new)
    assert said(filled) == []
    (found,) = said(filled, "warning")
    assert found[:2] == (PAIR, line)
    assert what in found[2]


def test_a_changed_article_is_a_warning_and_the_orphan_of_a_withdrawn_record_too(
    filled: Project, work: Workspace
) -> None:
    work.withdraw_difference(KEY, difference().id)
    filled.article_file("ferry", "beacon").write_text(
        article(BEACON.replace("the company said", "his company said"), "Ferry stops at noon")
    )
    assert said(filled) == []
    warnings = [what for _, _, what in said(filled, "warning")]
    assert sum("has changed since" in what for what in warnings) == 2
    assert sum("an orphan" in what for what in warnings) == 1


def test_corrections_are_checked_too(filled: Project) -> None:
    path = filled.corrections_file("ferry", "beacon", "mira")
    line = line_of(path, "anchor:")
    edited(path, 'exact: "We were told to wait,"', 'exact: "We were told to go,"')
    (found,) = said(filled)
    assert found[:2] == ("annotations/ferry/beacon/mira.yaml", line)
    edited(path, "is_speech: true", "is_speech: maybe")
    assert "neither true nor false" in said(filled)[0][2]


def test_an_id_that_another_file_has_is_an_error_in_the_second(filled: Project) -> None:
    path = file_of_jonas(filled)
    path.write_text((filled.root / PAIR).read_text().replace("analyst: mira", "analyst: jonas"))
    found = said(filled)
    assert {problem[0] for problem in found} == {PAIR}
    assert all("is in" in problem[2] for problem in found)
    assert len(found) == 3


def file_of_jonas(project: Project) -> Path:
    return project.pair_file(KEY.event, KEY.left, KEY.right, "jonas")


def break_article(project: Project) -> None:
    project.article_file("ferry", "third").write_text("---\noutlet: a\noutlet: b\n---\nText.\n")


def break_event(project: Project) -> None:
    project.event_file("ferry").write_text("title: [a\n")


def break_codebook(project: Project) -> None:
    project.codebook.write_text("schema: framing-codebook/1\nid: own\n")


def lose_article(project: Project) -> None:
    project.article_file("ferry", "ledger").unlink()


def swap_folder(project: Project) -> None:
    (project.root / PAIR).parent.rename(project.annotations / "ferry" / "ledger--beacon")


def misplace(project: Project) -> None:
    (project.root / PAIR).rename(file_of_jonas(project))


def conflict(project: Project) -> None:
    (project.root / PAIR).write_text("schema: framing-annotations/1\n<<<<<<< HEAD\n")


def lose_event(project: Project) -> None:
    project.event_folder("ferry").rename(project.data / "harbour")


@pytest.mark.parametrize(
    ("harm", "path", "line", "what"),
    [
        (break_article, "data/ferry/third.md", 3, "outlet"),
        (break_event, "data/ferry/event.yaml", 2, "not YAML"),
        (break_codebook, "annotations/codebook.yaml", 1, "no title"),
        (lose_article, PAIR, 7, "there is no article ledger"),
        (swap_folder, "annotations/ferry/ledger--beacon", None, "beacon--ledger"),
        (misplace, "annotations/ferry/beacon--ledger/jonas.yaml", None, "the file says it is ferry beacon ledger mira"),
        (conflict, PAIR, 2, "conflict marker"),
        (lose_event, "annotations/ferry", None, "there is no event ferry"),
    ],
)
def test_what_is_wrong_anywhere_is_named(
    filled: Project, harm: Callable[[Project], None], path: str, line: int | None, what: str
) -> None:
    harm(filled)
    found = said(filled)
    assert found[0][:2] == (path, line)
    assert what in found[0][2]


def test_names_that_are_no_ids_are_warnings_and_the_rest_is_still_checked(filled: Project) -> None:
    (filled.data / "The Ferry").mkdir()
    (filled.event_folder("ferry") / "Third Paper.md").write_text("x")
    (filled.annotations / "ferry" / "a--b--c").mkdir()
    (filled.root / PAIR).with_name("Mira.yaml").write_text("x")
    (filled.root / PAIR).with_name("empty.yaml").write_text("")
    edited(filled.root / PAIR, "salience: 3", "salience: 9")
    assert len(said(filled, "warning")) == 5
    assert len(said(filled)) == 1


def test_an_original_outside_the_event_is_an_error_and_a_missing_one_a_warning(filled: Project) -> None:
    path = filled.article_file("ferry", "third")
    edited(path, "outlet:", "source: ../../../secret\noutlet:")
    assert "outside the event's folder" in said(filled)[0][2]
    edited(path, "../../../secret", "originals/none.html")
    assert "is not there" in said(filled, "warning")[0][2]


def test_a_projects_own_codebook_decides_which_codes_are_known(filled: Project) -> None:
    filled.codebook.write_text(
        "schema: framing-codebook/1\nid: framing-core\nversion: 1\ntitle: x\nbranches:\n"
        "  - {id: difference, title: D, use: type, codes: [{id: omission, title: O, definition: D}]}\n"
    )
    unknown = [what for _, _, what in said(filled, "warning")]
    assert any("difference.agency-shift" in what for what in unknown)
    assert not any("difference.omission" in what for what in unknown)


@pytest.mark.parametrize(
    ("right", "wrong", "line"),
    [("includes:", "include:", 5), ("codes:", "Codes:", 10), ("example:", "exmaple:", 10), ("version:", "versoin:", 3)],
)
def test_a_key_of_a_codebook_that_is_nearly_one_is_remarked_with_its_line(
    filled: Project, right: str, wrong: str, line: int
) -> None:
    text = (
        "schema: framing-codebook/1\nid: ferries\nversion: 1\ntitle: Ferries\nincludes: [framing-core]\n"
        "colour: blue\nbranches:\n  - id: ferry\n    title: Ferry\n"
        "    codes: [{id: crew, title: The crew, definition: It is to blame., example: Asleep.}]\n"
    )
    filled.codebook.write_text(text)
    assert not [each for each in said(filled, "warning") if "nobody reads" in each[2]]
    filled.codebook.write_text(text.replace(right, wrong))
    (remark,) = [each for each in said(filled, "warning") if "nobody reads" in each[2]]
    assert remark[1:] == (line, f"nobody reads the key {wrong[:-1]!r}; did you mean {right[:-1]}?")


def test_nothing_is_written_by_a_check(filled: Project, work: Workspace) -> None:
    before = {path: path.stat().st_mtime_ns for path in filled.root.rglob("*")}
    check_project(filled)
    assert {path: path.stat().st_mtime_ns for path in filled.root.rglob("*")} == before
    assert replace(difference(), note="") != difference()
    assert file_of(work).exists()
