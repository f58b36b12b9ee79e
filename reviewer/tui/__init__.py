"""Screens, widgets, keys, themes: the one room that knows Textual."""

from __future__ import annotations

import sys
from pathlib import Path

__all__ = ["run"]


def run(project_root: Path, *, analyst: str | None, notice: str | None = None) -> int:
    """Opens the screens on a project; gives the exit code.  Without `analyst`, the configured one, else the login name.

    Raises ReviewerError where the folder is no project.
    """
    from reviewer.tui import collector

    collector.hold()
    from reviewer.project import open_project
    from reviewer.text import displayable
    from reviewer.tui.app import ReviewerApp
    from reviewer.tui.config import load_config, login_analyst

    config = load_config()
    app = ReviewerApp(
        open_project(project_root), analyst or config.analyst or login_analyst(), config=config, notice=notice
    )
    app.run()
    for why in app.parting.values():
        print(f"reviewer: {displayable(why, one_line=True)}", file=sys.stderr)
    return app.return_code or (1 if app.parting else 0)
