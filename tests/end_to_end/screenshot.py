"""`python -m tests.end_to_end.screenshot [FILE]`: the README's picture, made by the program on the sample."""

from __future__ import annotations

import asyncio
import os
import re
import sys
import tempfile
from pathlib import Path

from reviewer.framing import PairKey
from reviewer.project import copy_sample, open_project
from tests.conftest import ROOT

WHERE = ROOT / ".github" / "screenshot.svg"
SIZE = (120, 36)
PAIR = PairKey.of("harbour-strike", "courier", "tribune")


async def picture(folder: Path) -> str:
    """The pair with its matches, the second one chosen, as SVG without anything fetched from elsewhere."""
    from reviewer.tui.app import ReviewerApp

    copy_sample(folder)
    app = ReviewerApp(open_project(folder), "mira")
    async with app.run_test(size=SIZE) as pilot:
        app.show_pair(PAIR)
        await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.pause()
        await pilot.press("n", "n", "n")
        await pilot.pause(0.3)
        svg = app.export_screenshot(title="reviewer", simplify=True)
    return re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.DOTALL)


def main(arguments: list[str]) -> int:
    where = Path(arguments[0]) if arguments else WHERE
    with tempfile.TemporaryDirectory() as folder:
        os.environ["REVIEWER_CONFIG"] = folder
        svg = asyncio.run(picture(Path(folder) / "sample"))
    where.parent.mkdir(parents=True, exist_ok=True)
    where.write_text(svg, "utf-8")
    print(where)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
