"""What a person can change about the program from inside it: the theme, and as whom one works."""

from __future__ import annotations

from dataclasses import replace

from reviewer.errors import ReviewerError
from reviewer.framing import Workspace
from reviewer.project import Project, is_id
from reviewer.tui.asking import asks
from reviewer.tui.config import Config, save_config
from reviewer.tui.notices import Notices
from reviewer.tui.screens import BaseScreen
from reviewer.tui.themes import NAMES


class Settings(Notices):
    """Both are remembered in the configuration, as far as it can be written."""

    project: Project

    def action_theme(self) -> None:
        names = list(NAMES)
        name = names[(names.index(self.config.theme) + 1) % len(names)]
        self.theme = NAMES[name]
        self._remember(replace(self.config, theme=name), f"theme: {name}")

    @asks
    async def action_analyst(self) -> None:
        from reviewer.tui.dialogs import FieldsDialog

        question, name = "Work as", self.workspace.analyst
        while True:
            answer = await self.push_screen_wait(FieldsDialog(question, {"analyst": name}))
            name = answer["analyst"] if answer else ""
            if not name or name == self.workspace.analyst:
                return
            if is_id(name):
                break
            question = f"Work as: “{name}” cannot name an analyst: lower-case letters, digits, single hyphens"
        if isinstance(self.screen, BaseScreen):
            if not self.screen.may_leave():
                return
            await self.screen.before_leaving()
        self.workspace.close()
        self.workspace = Workspace(self.project, name)
        if isinstance(self.screen, BaseScreen):
            self.screen.analyst_changed()
        self._remember(replace(self.config, analyst=name), f"working as {name}")

    def _remember(self, config: Config, said: str) -> None:
        self.config = config
        try:
            save_config(config)
        except (ReviewerError, OSError) as error:
            said = f"{said}; not remembered: {error}"
        if isinstance(self.screen, BaseScreen):
            self.screen.say(said)
