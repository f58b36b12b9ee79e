"""Articles and events in a project's folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from reviewer.articles import (
    Event,
    create_event,
    load_article,
    load_event,
    update_front_matter,
    write_article,
    write_event,
)
from reviewer.articles.moving import move_article
from reviewer.articles.store import Store
from reviewer.errors import ReviewerError
from tests.articles.samples import article, empty_project


def test_an_event_is_made_with_an_id_from_its_title(tmp_path: Path) -> None:
    project = empty_project(tmp_path)
    event = create_event(project, "Ferry aground at Pell", "2031-05-06")
    assert event == Event("ferry-aground-at-pell", "Ferry aground at Pell", "2031-05-06")
    assert load_event(project, event.id) == event
    assert project.event_file(event.id).read_text() == 'title: Ferry aground at Pell\ndate: "2031-05-06"\n'


def test_a_second_event_of_the_same_title_gets_a_number(tmp_path: Path) -> None:
    project = empty_project(tmp_path)
    assert [create_event(project, "Flood", None).id for _ in range(3)] == ["flood", "flood-2", "flood-3"]


def test_a_title_without_latin_letters_still_makes_a_safe_id(tmp_path: Path) -> None:
    assert create_event(empty_project(tmp_path), "渡轮搁浅", None).id.startswith("event-")


def test_writing_an_event_keeps_comments_and_unknown_keys(tmp_path: Path) -> None:
    project = empty_project(tmp_path)
    path = project.event_folder("flood") / "event.yaml"
    path.parent.mkdir()
    path.write_text("# ours\ntitle: Flood  # the big one\ncolour: blue\nnote: |\n  Two\n  lines.\n")
    event = load_event(project, "flood")
    assert event.note == "Two\nlines.\n"
    write_event(project, event)
    assert path.read_text().startswith("# ours\ntitle: Flood  # the big one\n")
    write_event(project, Event("flood", "Flood in the valley", "2031-05", event.note))
    assert (
        path.read_text()
        == "# ours\ntitle: Flood in the valley\ncolour: blue\ndate: 2031-05\nnote: |\n  Two\n  lines.\n"
    )
    assert load_event(project, "flood") == Event("flood", "Flood in the valley", "2031-05", event.note)


def test_an_event_without_a_file_has_no_title_and_its_articles(tmp_path: Path) -> None:
    project = empty_project(tmp_path)
    write_article(Store(project), "flood", article(id="b"))
    write_article(Store(project), "flood", article(id="a"))
    (project.event_folder("flood") / "Not-An-Id.md").write_text("x")
    assert load_event(project, "flood") == Event("flood", articles=("a", "b"))


def test_an_event_that_is_not_there_or_not_a_mapping_is_said_so(tmp_path: Path) -> None:
    project = empty_project(tmp_path)
    with pytest.raises(ReviewerError, match="there is no event flood"):
        load_event(project, "flood")
    path = project.event_folder("flood") / "event.yaml"
    path.parent.mkdir()
    path.write_text("title:\n  - a\n")
    with pytest.raises(ReviewerError, match=r"event\.yaml:2: title must be one text"):
        load_event(project, "flood")


def test_a_corrected_field_changes_its_line_and_nothing_else(tmp_path: Path) -> None:
    project = empty_project(tmp_path)
    path = project.article_file("flood", "packet")
    path.parent.mkdir()
    path.write_bytes(
        "---\n# kept\noutlet: Packet\nmood: grim\npublished: 2031\ninferred:\n  outlet: the footer\n  byline: line 3\n---\n\n\n“Text”  \n".encode()
    )
    new = update_front_matter(project, "flood", "packet", {"outlet": "The Carrow Packet", "byline": "Ada Quist"})
    assert (new.outlet, new.byline, new.inferred) == ("The Carrow Packet", "Ada Quist", {})
    assert path.read_text() == (
        "---\n# kept\noutlet: The Carrow Packet\nmood: grim\nbyline: Ada Quist\npublished: 2031\n---\n\n\n“Text”  \n"
    )


def test_a_field_can_be_taken_out_and_a_first_field_put_in(tmp_path: Path) -> None:
    project = empty_project(tmp_path)
    write_article(Store(project), "flood", article(title="T", outlet="O"))
    update_front_matter(project, "flood", "packet", {"title": None})
    assert load_article(project.article_file("flood", "packet")) == article(outlet="O")
    path = project.article_file("flood", "packet")
    path.write_text("Only text.\n")
    update_front_matter(project, "flood", "packet", {"title": "T"})
    assert path.read_text() == "---\ntitle: T\n---\n\nOnly text.\n"


def test_the_same_fields_again_write_nothing(tmp_path: Path) -> None:
    project = empty_project(tmp_path)
    path = write_article(Store(project), "flood", article(title="T"))
    before = path.stat()
    update_front_matter(project, "flood", "packet", {"title": "T"})
    assert (path.stat().st_ino, path.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_crlf_files_stay_crlf_files(tmp_path: Path) -> None:
    project = empty_project(tmp_path)
    path = project.article_file("flood", "packet")
    path.parent.mkdir()
    path.write_bytes(b"---\r\ntitle: T\r\n---\r\n\r\nOne.\r\nTwo.\r\n")
    update_front_matter(project, "flood", "packet", {"title": "U"})
    assert path.read_bytes() == b"---\r\ntitle: U\r\n---\r\n\r\nOne.\r\nTwo.\r\n"


@pytest.mark.parametrize("fields", [{"published": "yesterday"}, {"mood": "grim"}])
def test_a_wrong_correction_leaves_the_file_as_it_was(tmp_path: Path, fields: dict[str, str]) -> None:
    project = empty_project(tmp_path)
    path = write_article(Store(project), "flood", article(title="T"))
    before = path.read_bytes()
    with pytest.raises(ReviewerError):
        update_front_matter(project, "flood", "packet", fields)
    assert path.read_bytes() == before


def test_a_moved_article_takes_its_original_revisions_and_corrections_along(tmp_path: Path) -> None:
    project = empty_project(tmp_path)
    create_event(project, "Flood", None)
    create_event(project, "Fire", None)
    write_article(Store(project), "flood", article(title="T", source="originals/packet.html"))
    for path in (project.originals("flood") / "packet.html", project.revisions("flood", "packet") / ("0" * 12 + ".md")):
        path.parent.mkdir(parents=True)
        path.write_bytes(b"<p>as it came</p>\r\n")
    corrections = project.corrections_file("flood", "packet", "mira")
    corrections.parent.mkdir(parents=True)
    corrections.write_text("# mine\nschema: quotation-corrections/1\nevent: flood\narticle: packet\ncorrections: []\n")
    moved = move_article(project, "flood", "packet", "fire")
    assert moved == load_article(project.article_file("fire", "packet"))
    assert sorted(str(p.relative_to(tmp_path)) for p in tmp_path.rglob("*") if p.is_file()) == [
        "annotations/fire/packet/mira.yaml",
        "data/fire/event.yaml",
        "data/fire/originals/packet.html",
        "data/fire/packet.md",
        "data/fire/revisions/packet/000000000000.md",
        "data/flood/event.yaml",
    ]
    assert (project.originals("fire") / "packet.html").read_bytes() == b"<p>as it came</p>\r\n"
    text = project.corrections_file("fire", "packet", "mira").read_text()
    assert text == "# mine\nschema: quotation-corrections/1\nevent: fire\narticle: packet\ncorrections: []\n"


def test_an_article_whose_pairs_are_annotated_stays_with_its_annotations(tmp_path: Path) -> None:
    project = empty_project(tmp_path)
    create_event(project, "Fire", None)
    write_article(Store(project), "flood", article())
    pair = project.pair_file("flood", "packet", "wire", "mira")
    pair.parent.mkdir(parents=True)
    pair.write_text("schema: framing-annotations/1\n")
    with pytest.raises(ReviewerError, match="1 annotation file"):
        move_article(project, "flood", "packet", "fire")
    assert project.article_file("flood", "packet").exists()
    assert not project.article_file("fire", "packet").exists()


def test_an_article_never_lands_on_another(tmp_path: Path) -> None:
    project = empty_project(tmp_path)
    write_article(Store(project), "flood", article())
    write_article(Store(project), "fire", article(text="Another."))
    with pytest.raises(ReviewerError, match="has an article packet already"):
        move_article(project, "flood", "packet", "fire")
    assert load_article(project.article_file("fire", "packet")).text == "Another."
