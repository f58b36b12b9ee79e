"""An article moved to another event, with its original and its earlier texts."""

from __future__ import annotations

import shutil
from pathlib import Path

from reviewer.articles.article_file import load_article
from reviewer.errors import ReviewerError
from reviewer.project import Project


def move_article(project: Project, event: str, article: str, to: str) -> Path:
    """Moves the article's file, its original and its revisions; gives the new path.

    Copies first and removes last, so that a crash leaves a copy too many and never one too few.  Raises ReviewerError where the other
    event has an article of that id, and where annotations name this one: they would be cut off from their text.
    """
    old, new = project.article_file(event, article), project.article_file(to, article)
    if not project.event_folder(to).is_dir():
        raise ReviewerError(f"there is no event {to}", where=project.event_folder(to), hint="make it first")
    if new.exists():
        raise ReviewerError(f"the event {to} has an article {article} already", where=new, hint="give one another id")
    named = _annotations_of(project, event, article)
    if named:
        raise ReviewerError(
            f"{len(named)} annotation files name this article in this event",
            where=named[0],
            hint="it stays where it is until they are gone",
        )
    leftovers: list[Path] = []
    source = load_article(old).source
    folder = project.event_folder(event)
    if source and (folder / source).is_file() and (folder / source).resolve().is_relative_to(folder.resolve()):
        kept = project.event_folder(to) / source
        kept.parent.mkdir(parents=True, exist_ok=True)
        if not kept.exists():
            shutil.copy2(folder / source, kept)
            leftovers.append(folder / source)
    revisions = project.revisions(event, article)
    if revisions.is_dir():
        shutil.copytree(revisions, project.revisions(to, article), dirs_exist_ok=True)
        leftovers.append(revisions)
    old.replace(new)
    for path in leftovers:
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink()
    return new


def _annotations_of(project: Project, event: str, article: str) -> list[Path]:
    folder = project.annotations / event
    if not folder.is_dir():
        return []
    folders = [path for path in folder.iterdir() if path.is_dir() and article in path.name.split("--")]
    return sorted(file for path in folders for file in path.glob("*.yaml"))
