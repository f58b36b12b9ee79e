"""The configuration is a person's own file: what the program remembers in it leaves the rest alone."""

from __future__ import annotations

from dataclasses import replace

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
