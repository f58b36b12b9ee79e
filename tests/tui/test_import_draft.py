"""Going through a page: runs of cut lines, what a person decides about them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from textual.app import App, ComposeResult

from reviewer.articles.originals import Paragraph
from reviewer.text import Span
from reviewer.tui.page_draft import Item, PageDraft
from reviewer.tui.page_pane import PagePane

KINDS = ("navigation", "caption", "comment", "teaser")


def page(pattern: str) -> PageDraft:
    """`k` for a kept paragraph, a digit for a cut one of that kind."""
    return PageDraft(
        [
            Paragraph(f"words {n}", "body", Span(n, n + 1))
            if sign == "k"
            else Paragraph(f"words {n}", KINDS[int(sign)])
            for n, sign in enumerate(pattern)
        ]
    )


def test_runs_of_cut_lines_are_one_item_that_says_how_many_and_of_which_kinds() -> None:
    draft = page("0002kk1")
    assert draft.items() == (
        Item("folded", 0, 3),
        Item("paragraph", 4, 4),
        Item("paragraph", 5, 5),
        Item("folded", 6, 6),
    )
    assert draft.label(draft.items()[0]) == "▸ 4 lines cut: navigation, comment · words 0"
    assert draft.label(draft.items()[-1]) == "▸ 1 line cut: caption · words 6"
    many = page("0123k")
    assert many.label(many.items()[0]).startswith("▸ 4 lines cut: navigation, caption, comment, …")


def test_an_unfolded_run_has_a_line_above_it_and_folds_again() -> None:
    draft = page("k00k").showing([1, 2], shown=True)
    assert [item.kind for item in draft.items()] == ["paragraph", "unfolded", "paragraph", "paragraph", "paragraph"]
    assert draft.around(2) == range(1, 3)
    assert draft.showing(draft.around(2), shown=False).items() == page("k00k").items()


def test_what_is_cut_by_hand_stays_in_view_and_counts_as_yours() -> None:
    draft = page("kk0").deciding([1], keep=False)
    assert [item.kind for item in draft.items()] == ["paragraph", "unfolded", "paragraph", "folded"]
    assert draft.label(draft.items()[1]) == "▾ 1 line cut, by you: body"
    assert draft.counts == "1 line kept · 2 cut · 1 by you"
    assert draft.deciding([1], keep=True).decisions == {}


def test_a_run_is_all_that_is_cut_together_or_what_is_kept_from_here_on() -> None:
    draft = page("k01kkk2")
    assert draft.run(2) == range(1, 3)
    assert draft.run(4) == range(4, 6)


@given(st.text("k012", min_size=1, max_size=20), st.data())
def test_every_paragraph_is_in_one_item_and_decisions_are_what_differs(pattern: str, data: st.DataObject) -> None:
    draft = original = page(pattern)
    for _ in range(data.draw(st.integers(0, 6))):
        numbers = data.draw(st.sets(st.integers(0, len(pattern) - 1)))
        if data.draw(st.booleans()):
            draft = draft.deciding(numbers, keep=data.draw(st.booleans()))
        else:
            draft = draft.showing(numbers, shown=data.draw(st.booleans()))
    covered = [number for item in draft.items() if item.kind != "unfolded" for number in item.numbers]
    assert covered == list(range(len(pattern)))
    assert all(item.first <= item.last for item in draft.items())
    assert all(draft.kept(number) for item in draft.items() if item.kind == "paragraph" for number in item.numbers) or (
        draft.opened
    )
    different = {n for n in range(len(pattern)) if draft.kept(n) != original.kept(n)}
    assert set(draft.decisions) == different


class _Bare(App[None]):
    """A page alone, which has no room yet."""

    def compose(self) -> ComposeResult:
        yield PagePane()


async def test_keys_before_there_is_room_do_no_harm_and_count() -> None:
    app = _Bare()
    async with app.run_test(size=(80, 20)) as pilot:
        pane = app.query_one(PagePane)
        pane.styles.display = "none"
        await pilot.resize_terminal(1, 1)
        pane.show(page("k00k1"))
        for action in (pane.action_fold_all, pane.action_undo, pane.action_fold):
            action()
        pane.action_step(1)
        pane.action_edge(True)
        pane.action_page(-1)
        pane.action_cut(-1)
        pane.action_decide(False)
        pane.styles.display = "block"
        await pilot.resize_terminal(80, 20)
        await pilot.pause()
        assert len(pane.draft.decisions) > 0
        assert any("words 0" in pane.render_line(y).text for y in range(pane.size.height))
