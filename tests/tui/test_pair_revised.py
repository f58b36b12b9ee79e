"""A pair whose text changed after it was annotated: verdicts and differences where their words stand now, or listed as lost."""

from __future__ import annotations

from reviewer.articles import load_article
from reviewer.framing import Workspace
from reviewer.project import Project
from reviewer.tui.desk import Desk, find, open_articles, verdict_on
from reviewer.tui.lists import RowDetail
from reviewer.tui.marks import sync_points
from reviewer.tui.pair import PairScreen
from reviewer.tui.pair_lists import DIFFERENCES
from tests.tui.annotated import a_difference, kept
from tests.tui.projects import KEY, in_file, on_pair

SAFE = "The bridge is not safe and nobody should cross it before the spring,"


def judged(project: Project, word: str, analyst: str = "vera") -> None:
    """A verdict on the first match, which is that of the quotation on the bridge."""
    articles = open_articles(project, KEY)
    desk = Desk(articles).having(found=find(articles, {"left": (), "right": ()}))
    workspace = Workspace(project, analyst)
    workspace.put_verdict(KEY, verdict_on(desk, desk.matches[0], word))
    workspace.close()


def revised(project: Project, old: str, new: str) -> None:
    """The left article with other words, its earlier text kept as an import keeps it."""
    path = project.article_file(KEY.event, KEY.left)
    earlier = project.revisions(KEY.event, KEY.left) / f"{load_article(path).sha256[:12]}.md"
    earlier.parent.mkdir(parents=True)
    earlier.write_bytes(path.read_bytes())
    path.write_text(path.read_text().replace(old, new))


def marked(screen: PairScreen, kind: str) -> list[str]:
    text = screen.desk.articles.left.text  # type: ignore[union-attr]
    return [text[mark.start : mark.end] for mark in screen.pane("left").marks if mark.kind == kind]


async def test_a_verdict_holds_where_its_words_stand_now(pair: Project) -> None:
    judged(pair, "rejected")
    path = pair.article_file(KEY.event, KEY.left)
    path.write_text(
        path.read_text().replace("The old bridge", "It had been expected for a long time. " * 6 + "The old bridge")
    )
    async with on_pair(pair) as (screen, pilot):
        first, second = screen.desk.matches  # type: ignore[union-attr]
        assert (first.state, second.state) == ("rejected", "")
        assert "moved?" in screen.rows.rows[0].prompt.plain
        screen.rows.focus()
        await pilot.press("M")
        text = screen.desk.articles.left.text  # type: ignore[union-attr]
        assert [anchor.span.of(text) for anchor in in_file(pair).verdicts[0].left] == [SAFE]
        assert "moved?" not in screen.rows.rows[0].prompt.plain


async def test_a_match_whose_words_changed_is_marked_at_the_new_ones_and_says_both(pair: Project) -> None:
    judged(pair, "confirmed")
    revised(
        pair,
        "The bridge is not safe and nobody should cross it",
        "This bridge is not at all safe and no one may cross it",
    )
    async with on_pair(pair) as (screen, pilot):
        screen.rows.focus()
        await pilot.pause()
        row = next(row for row in screen.desk.matches if row.verdict)  # type: ignore[union-attr]
        assert not row.lost
        text = screen.desk.articles.left.text  # type: ignore[union-attr]
        assert [part.of(text) for part in row.match.left.parts] == [
            "This bridge is not at all safe and no one may cross it before the spring,"
        ]
        screen.rows.reach(screen.row_id(row.number))
        await pilot.pause()
        said = str(screen.query_one(RowDetail).render())
        assert "This bridge is not at all safe" in said
        assert "M accepts" in said


async def test_a_difference_whose_words_changed_is_marked_at_the_new_ones_and_says_both(pair: Project) -> None:
    words = "The town has set aside four million crowns for the repair."
    kept(pair, a_difference(words=words))
    revised(pair, "set aside four million crowns", "put by five million crowns")
    async with on_pair(pair) as (screen, pilot):
        screen.action_list(DIFFERENCES)
        await pilot.pause()
        assert marked(screen, "difference") == ["The town has put by five million crowns for the repair."]
        said = str(screen.query_one(RowDetail).render())
        assert "put by five million crowns" in said
        assert "M accepts" in said


async def test_a_verdict_whose_words_are_gone_is_listed_and_marked_nowhere(pair: Project) -> None:
    judged(pair, "confirmed")
    path = pair.article_file(KEY.event, KEY.left)
    path.write_text(path.read_text().replace(f"“{SAFE}” the engineer", "Nothing was said by the engineer"))
    async with on_pair(pair) as (screen, pilot):
        desk = screen.desk
        assert desk is not None
        (lost,) = [row for row in desk.matches if row.lost]
        assert lost.number not in {mark.number for mark in screen.pane("left").marks}
        assert len(sync_points(desk)) == len(desk.matches) - 1
        row = next(row for row in screen.rows.rows if "orphan" in row.prompt.plain)
        assert SAFE in row.prompt.plain
        screen.rows.reach(row.id)
        await pilot.pause()
        assert "is gone from Norrholm Gazette" in str(screen.query_one(RowDetail).render())
        await pilot.press("n")
        screen.rows.focus()
        await pilot.press("enter")


async def test_what_is_lost_can_be_taken_back(pair: Project) -> None:
    judged(pair, "confirmed")
    path = pair.article_file(KEY.event, KEY.left)
    path.write_text(path.read_text().replace(f"“{SAFE}” the engineer", "Nothing was said by the engineer"))
    async with on_pair(pair) as (screen, pilot):
        screen.rows.focus()
        await pilot.press("end", "c")
        assert in_file(pair).verdicts == ()


async def test_what_another_analyst_says_stands_where_its_words_went_too(pair: Project) -> None:
    words = "The town has set aside four million crowns for the repair."
    kept(pair, a_difference(words=words), analyst="otto")
    judged(pair, "rejected", analyst="otto")
    revised(pair, "set aside four million crowns", "put by five million crowns")
    path = pair.article_file(KEY.event, KEY.left)
    path.write_text(path.read_text().replace("The bridge is not safe and", "This bridge is not at all safe and"))
    async with on_pair(pair) as (screen, pilot):
        await pilot.press("1", "b")
        assert "≡ otto ✗" in screen.rows.rows[0].prompt.plain
        screen.action_list(DIFFERENCES)
        await pilot.pause()
        assert marked(screen, "other") == ["The town has put by five million crowns for the repair."]
        assert "moved?" in screen.rows.rows[0].prompt.plain
        said = screen.query_one(RowDetail).content.plain
        assert "put by five million crowns" in said
        assert "M accepts" not in said
