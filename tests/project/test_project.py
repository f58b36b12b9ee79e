"""A project's folder: paths and ids."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.errors import ReviewerError
from reviewer.project import (
    MAX_ID,
    Project,
    is_id,
    make_id,
    make_project,
    open_project,
    pair_name,
    require_id,
    sample_root,
    user_sample,
)

ESCAPING = [
    "../../x",
    "/etc/x",
    "C:\\x",
    "CON",
    "a/b",
    "x" * 300,
    "",
    ".",
    "..",
    "a\0b",
    "=1+1",
    "a--b",
    "-a",
    "a-",
    "É",
    "a\n",
]


@pytest.mark.parametrize("name", ESCAPING)
def test_a_name_that_could_leave_the_folder_is_no_id(tmp_path: Path, name: str) -> None:
    assert not is_id(name)
    project = Project(tmp_path)
    paths: tuple[Callable[[], Path], ...] = (
        lambda: project.event_folder(name),
        lambda: project.article_file("event", name),
        lambda: project.revisions("event", name),
        lambda: project.pair_file("event", "left", name, "mira"),
        lambda: project.pair_file("event", "left", "right", name),
        lambda: project.corrections_file(name, "article", "mira"),
    )
    for path in paths:
        with pytest.raises(ReviewerError, match=r"is no .* id"):
            path()


@given(st.lists(st.none() | st.text(), max_size=4))
def test_whatever_a_thing_is_called_its_id_is_one(words: list[str | None]) -> None:
    made = make_id(*words)
    assert is_id(made)
    assert len(made) <= MAX_ID - 12
    assert made == make_id(*words)


@given(st.text(alphabet="渡轮搁浅مرحبا", min_size=1), st.text(alphabet="渡轮搁浅مرحبا", min_size=1))
def test_names_without_latin_letters_are_told_apart_by_a_hash(one: str, other: str) -> None:
    assert make_id(one).startswith("article-")
    assert (make_id(one) == make_id(other)) == (one == other)


@pytest.mark.parametrize(
    ("called", "made"),
    [
        ("Großbrand am Fährhafen", "grossbrand-am-fahrhafen"),
        ("Sœurs d’Ærø – à l'œuvre", "soeurs-daero-a-loeuvre"),
        ("Łódź", "lodz"),
        ("Fire—nine hurt", "fire-nine-hurt"),
        ("2031–2032 Seilbahn", "2031-2032-seilbahn"),
        ("¿Agua?¡No!", "agua-no"),
    ],
)
def test_letters_that_are_no_accented_ones_and_dashes_between_words_are_kept_in_ids(called: str, made: str) -> None:
    assert make_id(called) == made


def test_who_gives_a_name_instead_of_an_id_is_told_the_id() -> None:
    with pytest.raises(ReviewerError, match=r"as big-event$"):
        require_id("Big Event", "event")
    with pytest.raises(ReviewerError, match=r"at most 80$"):
        require_id("..", "event")


def test_ids_keep_the_words_and_drop_accents_and_marks() -> None:
    assert make_id("The Carrow Packet", "Étienne’s “ferry”: aground!") == "the-carrow-packet-etiennes-ferry-aground"


@given(st.sampled_from(["courier", "tribune", "ledger"]), st.sampled_from(["courier", "tribune", "ledger"]))
def test_a_pair_has_one_folder_whichever_side_comes_first(left: str, right: str) -> None:
    assert pair_name(left, right) == pair_name(right, left)
    assert pair_name(left, right).split("--") == sorted((left, right))


def test_only_folders_and_files_named_by_ids_are_found(tmp_path: Path) -> None:
    project = Project(tmp_path)
    for folder in ("flood", "Fire", "a--b", ".git"):
        (project.data / folder).mkdir(parents=True)
    for name in ("packet.md", "Wire.md", "notes.txt", "event.yaml", "x--y.md"):
        (project.data / "flood" / name).write_text("x")
    (project.data / "elsewhere").symlink_to(tmp_path)
    assert project.event_ids() == ["flood"]
    assert project.article_ids("flood") == ["packet"]
    assert project.article_ids("fire") == []
    assert project.analysts("flood", "packet", "wire") == []


def test_who_has_a_file_on_a_pair_and_on_which_pairs_somebody_has_one(tmp_path: Path) -> None:
    project = Project(tmp_path)
    for pair in ("packet--wire", "gazette--wire", "wire--x--y", "wire"):
        folder = project.annotations / "flood" / pair
        folder.mkdir(parents=True)
        for name in ("mira.yaml", "Jonas.yaml", "eve.yaml.bak", "vera.txt"):
            (folder / name).write_text("x")
    (project.pair_folder("flood", "wire", "packet") / "adam.yaml").mkdir()
    assert project.analysts("flood", "wire", "packet") == ["mira"]
    assert project.annotated_pairs("flood", "mira") == [("gazette", "wire"), ("packet", "wire")]
    assert project.annotated_pairs("flood", "adam") == []


def test_a_folder_that_is_no_project_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(ReviewerError, match="no data/ folder here; make a project with: reviewer init"):
        open_project(tmp_path)
    with pytest.raises(ReviewerError, match="no such folder"):
        open_project(tmp_path / "none")
    (tmp_path / "file").write_text("x")
    with pytest.raises(ReviewerError, match="not a folder"):
        open_project(tmp_path / "file")


def test_a_sample_that_cannot_be_copied_leaves_nothing_and_says_why(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(source: str, target: str, **_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), target)

    with monkeypatch.context() as disk:
        disk.setattr(shutil, "copyfile", full)
        with pytest.raises(ReviewerError, match="copied here: No space left on device; make room"):
            make_project(tmp_path / "press", sample=True)
    assert list((tmp_path / "press").iterdir()) == []
    make_project(tmp_path / "press", sample=True)
    assert sorted(path.name for path in (tmp_path / "press").iterdir()) == ["annotations", "data"]
    with pytest.raises(ReviewerError, match="already"):
        make_project(tmp_path / "press")


def test_what_a_complaint_about_a_folder_proposes_works(tmp_path: Path) -> None:
    (tmp_path / "annotations" / "ferry").mkdir(parents=True)
    with pytest.raises(ReviewerError, match="make a project with: reviewer init"):
        open_project(tmp_path)
    make_project(tmp_path)
    assert open_project(tmp_path).event_ids() == []
    assert (tmp_path / "annotations" / "ferry").is_dir()
    with pytest.raises(ReviewerError, match="open it with: reviewer"):
        make_project(tmp_path)


@pytest.mark.parametrize("kind", ["file", "dangling link"])
def test_a_file_in_the_place_of_data_is_named_and_not_called_a_project(tmp_path: Path, kind: str) -> None:
    if kind == "file":
        (tmp_path / "data").write_text("x")
    else:
        (tmp_path / "data").symlink_to(tmp_path / "nowhere")
    for call in (open_project, make_project):
        with pytest.raises(ReviewerError, match=r"data: .*move") as refused:
            call(tmp_path)
        assert refused.value.where == str(tmp_path / "data")


@pytest.mark.parametrize("target", ["nowhere", "link"])
def test_a_link_that_leads_nowhere_is_called_one(tmp_path: Path, target: str) -> None:
    (tmp_path / "link").symlink_to(target)
    for call in (open_project, make_project):
        with pytest.raises(ReviewerError, match="link: this link leads nowhere"):
            call(tmp_path / "link")


def test_a_sample_is_not_mixed_with_annotations_that_are_there(tmp_path: Path) -> None:
    (tmp_path / "annotations").mkdir()
    with pytest.raises(ReviewerError, match="annotations: this is in the way"):
        make_project(tmp_path, sample=True)


def test_an_empty_variable_puts_the_users_sample_where_none_would(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    usual = user_sample()
    monkeypatch.setenv("XDG_DATA_HOME", "")
    assert user_sample() == usual
    assert [path.name for path in tmp_path.iterdir()] == ["home"]


def test_a_user_without_a_home_is_told_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    def none() -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    monkeypatch.setattr(Path, "home", none)
    with pytest.raises(ReviewerError, match="reviewer init FOLDER --sample"):
        user_sample()


def test_the_sample_is_a_project() -> None:
    project = open_project(sample_root())
    assert project.event_ids()
    assert all(project.article_ids(event) for event in project.event_ids())
