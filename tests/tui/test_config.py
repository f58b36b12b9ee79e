"""The configuration is a person's own file: what the program remembers in it leaves the rest alone."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from reviewer.project import Project
from reviewer.tui import config as configuration
from reviewer.tui.app import ReviewerApp
from reviewer.tui.bars import StatusLine
from reviewer.tui.pair import PairScreen
from tests.tui.projects import until


def test_what_a_person_wrote_into_the_configuration_stays_when_the_theme_is_changed() -> None:
    file = configuration.config_file()
    mine = "# mine\ntheme: light  # for the beamer\nkeys: {pair.sync: S}  # s is broken\ncolour: no\n"
    file.write_text(mine, encoding="utf-8")
    configuration.save_config(replace(configuration.load_config(), analyst="vera"))
    assert file.read_text(encoding="utf-8") == f"analyst: vera\n{mine}"
    configuration.save_config(replace(configuration.load_config(), theme="dark"))
    saved = file.read_text(encoding="utf-8")
    assert all(comment in saved for comment in ("# mine", "# for the beamer", "keys: {pair.sync: S}  # s is broken"))
    assert (configuration.load_config().theme, configuration.load_config().keys) == ("dark", {"pair.sync": "S"})


async def test_a_broken_configuration_is_not_overwritten(pair: Project) -> None:
    file = configuration.config_file()
    file.write_text("keys: {pair.sync: S\n", encoding="utf-8")
    app = ReviewerApp(pair, "vera", config=configuration.load_config())
    async with app.run_test() as pilot:
        await until(pilot, lambda: isinstance(app.screen, PairScreen))
        await pilot.press("T")
        assert "not remembered" in app.screen.query_one(StatusLine).said
    assert file.read_text(encoding="utf-8") == "keys: {pair.sync: S\n"


@pytest.mark.parametrize("kind", ["file", "circle", "nowhere"])
def test_what_stands_in_the_place_of_the_configurations_folder_is_named_in_a_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    given = tmp_path / "mine.yaml"
    if kind == "file":
        given.write_text("theme: light\n")
    else:
        given.symlink_to({"circle": given, "nowhere": tmp_path / "gone"}[kind])
    monkeypatch.setenv(configuration.FOLDER_VARIABLE, str(given))
    assert configuration.load_config().failures == (f"{given}: this is no folder; name the one that holds config.yaml",)


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda file: os.mkfifo(file), "not a regular file; put a text file here"),
        (lambda file: file.mkdir(), "not a regular file; put a text file here"),
        (lambda file: file.write_bytes(b"theme: \xff\n"), "not UTF-8 (byte 0xff); save the file as UTF-8"),
    ],
)
def test_a_configuration_that_is_no_text_file_is_named_in_a_line_and_never_waited_for(
    tmp_path: Path, make: Callable[[Path], object], said: str
) -> None:
    file = tmp_path / "config.yaml"
    make(file)
    (line,) = configuration.load_config(file).failures
    assert line.startswith(str(file))
    assert line.endswith(f": {said}")


def test_a_configuration_that_cannot_be_looked_for_stops_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def homeless() -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.setattr(Path, "home", homeless)
    monkeypatch.setenv(configuration.FOLDER_VARIABLE, "x" * 5000)
    assert configuration.load_config() == configuration.Config()
    monkeypatch.setenv(configuration.FOLDER_VARIABLE, "")
    monkeypatch.setenv("XDG_CONFIG_HOME", "")
    (line,) = configuration.load_config().failures
    assert "no home folder to keep the configuration in; set REVIEWER_CONFIG to a folder" in line
