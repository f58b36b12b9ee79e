"""What an earlier session, or another program, left to be decided: failed edits, drafts, files that changed on disk."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from reviewer.errors import ReviewerError
from reviewer.framing import DRAFT_KINDS, ArticleKey, Conflict, DraftKind, FailedEdit, PairKey, Workspace
from reviewer.tui.catalogue import called
from reviewer.tui.dialogs import Answer, ChoiceDialog

if TYPE_CHECKING:
    from reviewer.tui.app import ReviewerApp

LATER = Answer("l", "later: it stays kept and is offered again")


async def offer(app: ReviewerApp) -> None:
    """Asks about every edit whose save failed and every draft of an earlier session, one by one; for a worker."""
    for edit in app.workspace.failed_edits():
        await _offer_edit(app, edit)
    for key, kind in left_behind(app.workspace):
        answer = await app.push_screen_wait(
            ChoiceDialog(
                f"You were writing a {kind}: {called(key, app.entries)}.",
                [Answer("o", "open it"), Answer("d", "discard it"), LATER],
            )
        )
        if answer == "d":
            _discard(partial(app.workspace.discard_draft, key, kind), app)
        elif answer == "o":
            app.show_pair(key, resume=kind)
            return
    if not await _offer_pages(app):
        await offer_import(app, LATER)


async def _offer_pages(app: ReviewerApp) -> bool:
    """Asks about what was decided on originals and not written; whether one of them is open now."""
    for key, decided in app.workspace.pages():
        pair = _pair_of(app, key, decided.get("beside"))
        question = f"You were deciding on an original: {called(key, app.entries)}."
        answers = [Answer("d", "discard what you decided"), LATER]
        if pair is not None:
            answers.insert(0, Answer("o", "open it"))
        answer = await app.push_screen_wait(ChoiceDialog(question, answers))
        if answer == "d":
            _discard(partial(app.workspace.discard_page, key), app)
        elif answer == "o" and pair is not None:
            await _open_page(app, pair, key.article)
            return True
    return False


def _pair_of(app: ReviewerApp, key: ArticleKey, beside: object) -> PairKey | None:
    """The pair from which the original was opened; another one with the article where that is gone."""
    entry = app.entry(key.event)
    if entry is None or key.article not in entry.articles:
        return None
    named = beside if isinstance(beside, list) else []
    others = [name for name in (*named, *sorted(entry.articles)) if name in entry.articles and name != key.article]
    return PairKey.of(key.event, key.article, others[0]) if others else None


async def _open_page(app: ReviewerApp, key: PairKey, article: str) -> None:
    from reviewer.tui.original_screen import show_original  # with it comes what reads pages
    from reviewer.tui.pair_view import PairView

    app.show_pair(key)
    if isinstance(app.screen, PairView):
        await show_original(app.screen, article, 0)


async def offer_import(app: ReviewerApp, *more: Answer) -> bool:
    """Asks about an import that was not finished; whether none is left now."""
    stored = app.workspace.begun_import()
    if stored is None:
        return True
    from reviewer.tui.import_keeping import (
        begun_from_mapping,  # with it comes what reads pages: not before it is needed
    )
    from reviewer.tui.import_screen import ImportScreen

    begun = begun_from_mapping(stored)
    if begun is None:
        return True
    gone = f"; {begun.missing} is not there now" if begun.missing else ""
    answers = [Answer("d", "discard it"), *more]
    if not gone:
        answers.insert(0, Answer("o", "go on with it"))
    answer = await app.push_screen_wait(ChoiceDialog(f"You were importing: {begun.called}{gone}.", answers))
    if answer == "d":
        _discard(app.workspace.discard_import, app)
    elif answer == "o":
        app.push_screen(ImportScreen(begun.wish, begun))
    return answer == "d"


def left_behind(workspace: Workspace) -> list[tuple[PairKey, DraftKind]]:
    """The drafts of an earlier session, and what each is to become."""
    return [(key, kind) for kind in DRAFT_KINDS for key, _ in workspace.drafts(kind)]


def _discard(discard: Callable[[], None], app: ReviewerApp) -> None:
    try:
        discard()
    except (ReviewerError, OSError) as error:
        app.tell(f"what was kept cannot be removed: {error}", "error")


async def _offer_edit(app: ReviewerApp, edit: FailedEdit) -> None:
    question = f"An edit could not be saved: {edit.label}, {called(edit.key, app.entries)} ({edit.why})"
    answer = await app.push_screen_wait(
        ChoiceDialog(question, [Answer("t", "try again"), Answer("d", "discard it"), LATER])
    )
    if answer == "t":
        await retry(app, edit)
    elif answer == "d":
        _discard(partial(app.workspace.discard, edit), app)


async def retry(app: ReviewerApp, edit: FailedEdit) -> bool:
    """The edit once more; where its record has changed meanwhile, asks which of the two shall stand."""
    try:
        app.workspace.retry(edit)
    except Conflict as error:
        answer = await app.push_screen_wait(
            ChoiceDialog(
                f"The same record was changed meanwhile: {error}",
                [Answer("m", "mine shall stand"), Answer("t", "what is in the file shall stand"), LATER],
            )
        )
        if answer == "t":
            _discard(partial(app.workspace.discard, edit), app)
        if answer != "m":
            return False
        return _over(app, edit)
    except ReviewerError as error:
        app.tell(str(error), "error")
        return False
    return True


def _over(app: ReviewerApp, edit: FailedEdit) -> bool:
    try:
        app.workspace.retry(edit, over=True)
    except ReviewerError as error:
        app.tell(str(error), "error")
        return False
    return True


async def decide(app: ReviewerApp, key: PairKey, what: str) -> str | None:
    """A pair's file changed on disk under one's hands: what to do.  Gives what was done, None where nothing was."""
    mine = [edit for edit in app.workspace.failed_edits() if edit.key == key]
    answers = [
        Answer("r", "reload, and make my change again on top" if mine else "reload: show what is on disk now"),
        Answer("s", "save a copy of mine beside it, then reload"),
    ]
    if mine:
        answers.append(Answer("d", "reload, and drop my change"))
    answer = await app.push_screen_wait(ChoiceDialog(what, answers))
    if answer is None:
        return None
    try:
        said = f"yours is in {app.workspace.save_copy(key)}" if answer == "s" else "reloaded"
        app.workspace.reload(key)
    except ReviewerError as error:
        app.tell(str(error), "error")
        return None
    for edit in mine:
        if answer == "r":
            await retry(app, edit)
        else:
            _discard(partial(app.workspace.discard, edit), app)
    return said
