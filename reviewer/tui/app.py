"""The application: one project, one analyst; which screen is shown, themes, keys, a clean end."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import ClassVar

from textual.binding import Binding, BindingType

from reviewer.framing import DraftKind, PairKey, Workspace
from reviewer.project import Project
from reviewer.text import Span
from reviewer.tui.asking import asks
from reviewer.tui.catalogue import Entry, list_events
from reviewer.tui.config import Config
from reviewer.tui.screens import BaseScreen
from reviewer.tui.settings import Settings
from reviewer.tui.themes import NAMES, THEMES
from reviewer.tui.tidying import Tidying


class ReviewerApp(Settings):
    """Screens ask it for the project, the workspace and each other; it keeps no state of theirs."""

    TITLE = "reviewer"
    CSS_PATH = "app.tcss"
    ENABLE_COMMAND_PALETTE = False
    HELP = "Everything works by plain keys; the mouse does the same."
    HELP_TITLE = "everywhere"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark,f1", "help", "the keys of where one is", id="app.help"),
        Binding("colon", "palette", "palette of every action", id="app.palette"),
        Binding("T", "theme", "next theme: dark, light, colour-blind", id="app.theme"),
        Binding("A", "analyst", "work as another analyst", id="app.analyst"),
        Binding("ctrl+q", "app.quit", "quit", id="app.quit"),
    ]

    def __init__(
        self, project: Project, analyst: str, *, config: Config | None = None, notice: str | None = None
    ) -> None:
        super().__init__()
        self.project = project
        self.config = config or Config()
        self.workspace = Workspace(project, analyst)
        self.entries: list[Entry] = []
        self.tidying = Tidying()
        self.welcome = notice
        self.notices = [*self.config.failures, *([notice] if notice else [])]
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = NAMES[self.config.theme]
        self.set_keymap(dict(self.config.keys))

    def on_mount(self) -> None:
        self.end_on_signals()
        self.read_events()
        pairs = sum(entry.pair_count for entry in self.entries)
        if pairs == 1:
            self.show_pair(next(key for entry in self.entries for key in entry.pair_keys()))
        else:
            self.show_board()
        if not self.workspace.read_only and (self.workspace.failed_edits() or self.workspace.has_drafts):
            self.offer_recovery()
        else:
            self.tell_all()

    @asks
    async def offer_recovery(self) -> None:
        """What was left to be decided, then the notices: they would lie over the question."""
        from reviewer.tui.recovery import offer

        await offer(self)
        self.tell_all()

    def read_events(self) -> None:
        """Lists the project afresh; what cannot be read becomes a notice, the rest goes on."""
        self.entries, problems = list_events(self.project)
        self.notices += problems

    def entry(self, event: str) -> Entry | None:
        return next((entry for entry in self.entries if entry.event.id == event), None)

    def event_title(self, event: str) -> str:
        return entry.title if (entry := self.entry(event)) else event

    def show_pair(
        self,
        key: PairKey,
        pairs: tuple[PairKey, ...] = (),
        *,
        resume: DraftKind | None = None,
        places: Mapping[str, Span] | None = None,
    ) -> None:
        """Opens a pair, among those that next and previous go through; `resume` which draft to open, `places` where in which article to begin."""
        from reviewer.tui.pair import PairScreen

        entry = self.entry(key.event)
        screen = PairScreen(key, pairs or (tuple(entry.pair_keys()) if entry else ()), resume=resume)
        screen.places = places or {}
        self.push_screen(screen)

    def show_matrix(self, event: str) -> None:
        """Who quoted whom in an event."""
        from reviewer.tui.matrix import MatrixScreen

        if entry := self.entry(event):
            self.push_screen(MatrixScreen(entry))

    def show_agreement(self) -> None:
        """How far the analysts agree."""
        from reviewer.tui.agreement import AgreementScreen

        self.push_screen(AgreementScreen())

    def show_board(self) -> None:
        """The board under the present screen, or in its place."""
        from reviewer.tui.board import BoardScreen

        if any(isinstance(screen, BoardScreen) for screen in self.screen_stack):
            while not isinstance(self.screen, BoardScreen):
                self.pop_screen()
        elif isinstance(self.screen, BaseScreen):
            self.switch_screen(BoardScreen())
        else:
            self.push_screen(BoardScreen())

    def leave(self) -> None:
        """Back to the screen below, or out."""
        if sum(isinstance(screen, BaseScreen) for screen in self.screen_stack) > 1:
            self.pop_screen()
        else:
            self.exit(0)

    def action_help(self) -> None:
        from reviewer.tui.dialogs import TextDialog
        from reviewer.tui.help import help_of, laid_out

        self.push_screen(TextDialog("help", partial(laid_out, help_of(self.screen))))

    @asks
    async def action_palette(self) -> None:
        from reviewer.tui.palette import Palette, commands_of

        command = await self.push_screen_wait(Palette(commands_of(self.screen)))
        if command is not None:
            await self.run_action(command.action, command.node)
