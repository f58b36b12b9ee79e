"""The original of an article, from the pair: at the same place, and what was wrongly cut brought back."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from textual.pilot import Pilot

from reviewer.articles import load_article
from reviewer.articles.originals import paragraphs_of
from reviewer.framing import Difference, DifferenceSide, PairKey, Workspace, anchor_at
from reviewer.project import Project
from reviewer.text import Span
from reviewer.tui.bars import HeaderLine, KeyLine
from reviewer.tui.dialogs import TextDialog
from reviewer.tui.draft import draft_from_mapping, draft_to_mapping, new_draft
from reviewer.tui.original_screen import OriginalScreen, paragraph_at
from reviewer.tui.pair import PairScreen
from tests.tui.pages import BODY, EVENT, LOST, PAGE, at, imported, page_file, said, shown
from tests.tui.projects import HERALD, in_file, ready, running, until


def with_page(project: Project) -> PairKey:
    """A pair of the herald and an article with an original."""
    made = imported(project, page_file(project.root.parent / f"{project.root.name}-in"), outlet="Zebra Post")
    return PairKey.of(EVENT, "herald", made.article.id)


@asynccontextmanager
async def reading(
    project: Project, key: PairKey, words: str = BODY[3], size: tuple[int, int] = (100, 30)
) -> AsyncIterator[tuple[PairScreen, Pilot[int]]]:
    """The pair, its annotations loaded, the caret in the article with an original at some words."""
    async with running(project, size=size) as (app, pilot):
        app.show_pair(key)
        await until(pilot, lambda: isinstance(app.screen, PairScreen) and app.screen.key == key and ready(app.screen))
        screen = app.screen
        assert isinstance(screen, PairScreen)
        pane = screen.pane("right")
        assert pane.article is not None
        offset = pane.article.text.index(words) + 5
        pane.go_to("text", Span(offset, offset))
        pane.focus()
        await pilot.pause()
        yield screen, pilot


async def original(screen: PairScreen, pilot: Pilot[int]) -> OriginalScreen:
    await pilot.press("o")
    await until(pilot, lambda: isinstance(screen.app.screen, OriginalScreen), "the original")
    shown_now = screen.app.screen
    assert isinstance(shown_now, OriginalScreen)
    await pilot.pause()
    return shown_now


async def test_o_shows_the_original_at_the_same_place_with_what_is_cut_folded(pair: Project) -> None:
    async with reading(pair, with_page(pair)) as (screen, pilot):
        page = await original(screen, pilot)
        item = page.page.item
        assert item is not None
        assert page.page.draft.paragraphs[item.first].words == BODY[3]
        rows = shown(page)
        assert any("▸ " in row and "cut" in row for row in rows)
        assert any(row.startswith("›") and BODY[3][:30] in row for row in rows)
        assert "original of Zebra Post" in page.query_one(HeaderLine).texts[1]
        await pilot.press("escape")
        assert screen.app.screen is screen


@pytest.mark.parametrize("words", [BODY[0], BODY[3]])
async def test_the_original_of_html_opens_at_the_same_place_and_shows_all_that_was_cut(
    pair: Project, words: str
) -> None:
    inside = "".join(f"<p>{one}</p>" for one in BODY)
    page = page_file(
        pair.root.parent / "in",
        "rowers.html",
        f"<html><head><title>Rowers meet</title></head><body><nav><a href=/>Weather</a></nav><article><h1>Rowers meet</h1>{inside}"
        f"<div>{LOST}</div></article><div class=comments><p>About time, too!</p></div></body></html>",
    )
    made = imported(pair, page, outlet="Zebra Post")
    async with reading(pair, PairKey.of(EVENT, "herald", made.article.id), words) as (screen, pilot):
        there = await original(screen, pilot)
        item, draft = there.page.item, there.page.draft
        assert item is not None
        assert (draft.paragraphs[item.first].words, draft.kept(item.first)) == (words, True)
        cut = [one.words for number, one in enumerate(draft.paragraphs) if not draft.kept(number)]
        assert cut == ["Weather", "Rowers meet", LOST, "About time, too!"]
        await at(there, pilot, LOST)
        await pilot.press("x", "w")
        await until(pilot, lambda: screen.app.screen is not there, "the revision")
        assert load_article(made.path).text == made.text.rstrip("\n") + f"\n\n{LOST}\n"


async def test_the_place_is_that_of_the_caret_also_where_the_text_was_edited(pair: Project) -> None:
    key = with_page(pair)
    path = pair.article_file(EVENT, key.right)
    path.write_text(path.read_text().replace(BODY[2], f"A line of ours.\n\n{BODY[2]} [sic]"))
    for words, expected in ((BODY[2], BODY[2]), ("A line of ours", "A line of ours."), (BODY[0], BODY[0])):
        async with reading(pair, key, words) as (screen, pilot):
            page = await original(screen, pilot)
            assert page.page.item is not None
            assert page.page.draft.paragraphs[page.page.item.first].words == expected


async def test_a_wrongly_cut_paragraph_comes_back_as_a_revision_with_the_annotations(pair: Project) -> None:
    key = with_page(pair)
    article = load_article(pair.article_file(EVENT, key.right))
    start = article.text.index("forty-one minutes")
    workspace = Workspace(pair, "vera")
    side = DifferenceSide("present", (anchor_at(article.text, start, start + 17),))
    record = Difference(
        "fd-aaaaaaaaaa", "difference.agency-shift", (), DifferenceSide("present", (anchor_at(HERALD, 0, 8),)), side
    )
    workspace.put_difference(key, record)
    workspace.close()
    async with reading(pair, key) as (screen, pilot):
        page = await original(screen, pilot)
        await at(page, pilot, LOST)
        await pilot.press("x", "w")
        await until(pilot, lambda: isinstance(screen.app.screen, TextDialog), "the report")
        assert "1 moved" in screen.app.screen.text.plain  # type: ignore[attr-defined]
        await pilot.press("escape")
        assert screen.app.screen is screen
        assert "revised" in said(screen.reviewer)
        pane = screen.pane("right")
        assert pane.article is not None
        assert LOST in pane.article.text
        assert pane.article.text[pane.caret.offset - 5 :].startswith(BODY[3])
        await until(pilot, lambda: ready(screen), "the records")
        assert screen.desk is not None
        assert screen.desk.loaded is not None
        assert screen.desk.loaded.problems == ()
    new = load_article(pair.article_file(EVENT, key.right))
    assert new.text == article.text.replace(BODY[1], f"{BODY[1]}\n\n{LOST}")
    assert load_article(pair.revisions(EVENT, article.id) / f"{article.sha256[:12]}.md").text == article.text
    anchor = in_file(pair, key).differences[0].right.anchors[0]
    assert new.text[anchor.start : anchor.end] == "forty-one minutes"


async def test_a_wrongly_kept_paragraph_is_cut_and_can_be_brought_back(pair: Project) -> None:
    key = with_page(pair)
    path = pair.article_file(EVENT, key.right)
    before = path.read_bytes()
    for _ in range(2):
        async with reading(pair, key) as (screen, pilot):
            page = await original(screen, pilot)
            await at(page, pilot, BODY[1])
            await pilot.press("x", "w")
            await until(pilot, lambda: screen.app.screen is screen, "the pair")
            await until(pilot, lambda: "revised" in said(screen.reviewer), "the revision")
    assert path.read_bytes() == before
    assert len(list(pair.revisions(EVENT, key.right).iterdir())) == 2


async def test_escape_writes_nothing_and_w_without_a_decision_says_so(pair: Project) -> None:
    key = with_page(pair)
    before = pair.article_file(EVENT, key.right).read_bytes()
    async with reading(pair, key) as (screen, pilot):
        page = await original(screen, pilot)
        await pilot.press("w")
        assert "nothing was decided" in said(page.reviewer)
        await pilot.press("x", "escape")
        assert "what you decided here is not written" in said(page.reviewer)
        assert page.is_current
        await pilot.press("escape")
        assert screen.is_current
    assert pair.article_file(EVENT, key.right).read_bytes() == before
    assert not pair.revisions(EVENT, key.right).exists()


async def test_an_article_changed_meanwhile_is_not_overwritten(pair: Project) -> None:
    key = with_page(pair)
    path = pair.article_file(EVENT, key.right)
    async with reading(pair, key) as (screen, pilot):
        page = await original(screen, pilot)
        changed = path.read_text() + "\n\nAdded by somebody else."
        path.write_text(changed)
        await pilot.press("x", "w")
        await until(pilot, lambda: "changed meanwhile" in said(page.reviewer), "the complaint")
        assert screen.app.screen is page
    assert path.read_text() == changed


async def test_an_article_of_which_nothing_would_be_left_is_not_written(pair: Project) -> None:
    key = with_page(pair)
    before = pair.article_file(EVENT, key.right).read_bytes()
    async with reading(pair, key) as (screen, pilot):
        page = await original(screen, pilot)
        every = range(len(page.page.draft.paragraphs))
        page.page.show(page.page.draft.deciding(every, keep=False))
        await pilot.press("w")
        await until(pilot, lambda: "nothing would be left" in said(page.reviewer), "the complaint")
    assert pair.article_file(EVENT, key.right).read_bytes() == before
    assert not pair.revisions(EVENT, key.right).exists()


@pytest.mark.parametrize(
    ("source", "why"),
    [
        (None, "no original is kept of The Herald"),
        ("originals/gone.txt", "no such file"),
        ("../x.txt", "outside originals"),
    ],
)
async def test_an_article_without_an_original_says_so_in_a_line(pair: Project, source: str | None, why: str) -> None:
    path = pair.article_file(EVENT, "herald")
    if source:
        path.write_text(path.read_text().replace("---\n", f"---\nsource: {source}\n", 1))
    async with reading(pair, with_page(pair)) as (screen, pilot):
        screen.pane("left").focus()
        await pilot.press("o")
        await until(pilot, lambda: why in said(screen.reviewer), "the complaint")
        assert screen.app.screen is screen


async def test_what_is_being_typed_follows_the_revision(pair: Project) -> None:
    key = with_page(pair)
    article = load_article(pair.article_file(EVENT, key.right))
    start = article.text.index("forty-one minutes")
    workspace = Workspace(pair, "vera")
    draft = new_draft().with_anchors("right", (anchor_at(article.text, start, start + 17),))
    workspace.save_draft(key, draft_to_mapping(draft))
    workspace.close()
    async with reading(pair, key) as (screen, pilot):
        page = await original(screen, pilot)
        await at(page, pilot, LOST)
        await pilot.press("x", "w")
        await until(
            pilot, lambda: screen.app.screen is screen and "draft of yours" in said(screen.reviewer), "the pair"
        )
        kept = draft_from_mapping(screen.reviewer.workspace.draft(key) or {})
    assert kept is not None
    anchor = kept.right.anchors[0]
    assert load_article(pair.article_file(EVENT, key.right)).text[anchor.start : anchor.end] == "forty-one minutes"


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 36)])
async def test_every_size_shows_the_place_and_the_keys(pair: Project, size: tuple[int, int]) -> None:
    async with reading(pair, with_page(pair), size=size) as (screen, pilot):
        page = await original(screen, pilot)
        assert any(row.startswith("›") and BODY[3][:20] in row for row in shown(page))
        assert "keep or cut" in str(page.query_one(KeyLine).render())
        page.page.action_edge(True)
        await pilot.pause()
        assert any(row.startswith("›") for row in shown(page))


def test_a_place_between_paragraphs_is_that_of_the_one_before() -> None:
    text = "\n\n".join(BODY)
    paragraphs = paragraphs_of(PAGE.encode(), ".txt", text)
    for number, words in enumerate(BODY):
        start = text.index(words)
        for offset in (start, start + len(words) - 1, start + len(words), start + len(words) + 1):
            assert paragraphs[paragraph_at(paragraphs, offset)].words == BODY[number]
    assert paragraph_at((), 7) == 0
