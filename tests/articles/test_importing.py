"""Articles into a project."""

from __future__ import annotations

import contextlib
import csv
import errno
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from reviewer.articles import Imported, Refused, SourceRecord, load_article, load_event
from reviewer.articles.importing import Importer, import_sources
from reviewer.errors import ReviewerError
from reviewer.project import Project, is_id
from tests.articles.samples import PARAGRAPHS, article, cut_off_at, empty_project, html_page, imported, records

HEAD = '<meta property="article:published_time" content="2031-05-06T07:08:09Z"><meta name="author" content="Ada Quist">'
CHANGED = (*PARAGRAPHS[:2], "Two people were hurt. " + PARAGRAPHS[2][17:], *PARAGRAPHS[3:])


def _files(project: Project) -> dict[str, bytes]:
    return {
        str(path.relative_to(project.root)): path.read_bytes()
        for path in sorted(project.root.rglob("*"))
        if path.is_file()
    }


def _page(folder: Path, name: str = "page.html", **options: Any) -> Path:
    path = folder / name
    path.write_bytes(html_page(head=HEAD, **options))
    return path


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return empty_project(tmp_path / "project")


def test_a_page_becomes_an_article_an_original_and_an_event(tmp_path: Path, project: Project) -> None:
    page = _page(tmp_path)
    (made,) = imported(project, page)
    assert (made.status, made.event) == ("new", "2031-05-06-ferry-runs-aground-off-pell-island")
    assert made.article.id == "the-carrow-packet-ferry-runs-aground-off-pell-island"
    assert load_article(made.path) == made.article
    assert made.article.source == f"originals/{made.article.id}.html"
    assert (project.event_folder(made.event) / made.article.source).read_bytes() == page.read_bytes()
    event = load_event(project, made.event)
    assert (event.title, event.date, event.articles) == (
        "Ferry runs aground off Pell Island",
        "2031-05-06",
        (made.article.id,),
    )


def test_all_pages_of_one_call_go_into_one_event(tmp_path: Path, project: Project) -> None:
    other = _page(
        tmp_path,
        "b.html",
        title="Ferry: what we know",
        paragraphs=tuple(
            reversed([*CHANGED, "A sixth paragraph about quite another matter, the price of herring in Carrow."])
        ),
    )
    made = imported(project, _page(tmp_path, "a.html"), other)
    assert [one.status for one in made] == ["new", "new"]
    assert project.event_ids() == [made[0].event]


def test_of_two_imports_side_by_side_neither_takes_an_id_that_the_other_has_just_given(project: Project) -> None:
    def story(number: int, text: str) -> SourceRecord:
        return SourceRecord(
            article(title=f"Story {number}", outlet="The Packet", text=text), f"page-{number}", original=text.encode()
        )

    one, other = Importer(project, "flood"), Importer(project, "flood")
    herring = "Herring was dear in Carrow on Friday, and few stalls on the quay had any of it left by noon.\n"
    one.take(story(1, PARAGRAPHS[0]))
    other.take(story(2, PARAGRAPHS[1]))
    first, second = one.take(story(3, PARAGRAPHS[2])), other.take(story(3, herring))
    assert (first.status, second.status) == ("new", "new")
    assert [
        path.read_text("utf-8").endswith(text)
        for path, text in ((first.path, f"{PARAGRAPHS[2]}\n"), (second.path, herring))
    ] == [True, True]
    assert other.take(story(3, PARAGRAPHS[2])).status == "unchanged"


def test_imports_that_start_at_once_lose_no_article(project: Project, tmp_path: Path) -> None:
    corpora = []
    for reporter in ("Ada", "Bo", "Cleo"):
        corpora.append(tmp_path / f"{reporter}.jsonl")
        lines = [
            {"outlet": "The Packet", "title": f"Story {n}", "text": f"{reporter} saw {n} {reporter} boats. " * 9}
            for n in range(40)
        ]
        corpora[-1].write_text("\n".join(map(json.dumps, lines)), "utf-8")
    call = [sys.executable, "-m", "reviewer", "import", "--event", "flood", "--project", str(project.root)]
    running = [
        subprocess.Popen([*call, str(corpus)], stdout=subprocess.PIPE, stderr=subprocess.PIPE) for corpus in corpora
    ]
    said = [process.communicate(timeout=120)[1].decode() for process in running]
    assert [process.returncode for process in running] == [0, 0, 0], said
    folder = project.event_folder("flood")
    kept = {path.read_text("utf-8") for path in (*folder.glob("*.md"), *folder.glob("revisions/*/*.md"))}
    for reporter in ("Ada", "Bo", "Cleo"):
        assert all(any(f"{reporter} saw {n} {reporter} boats" in text for text in kept) for n in range(40))


def test_an_event_is_used_when_it_is_there_and_made_when_it_is_not(tmp_path: Path, project: Project) -> None:
    page = _page(tmp_path)
    assert imported(project, page, event="flood")[0].event == "flood"
    assert imported(project, _page(tmp_path, "b.html", title="Flood again"), event="flood")[0].event == "flood"
    assert project.event_ids() == ["flood"]
    with pytest.raises(ReviewerError, match="is no event id"):
        list(import_sources(project, [page], event="../flood"))


def test_the_same_again_changes_not_a_byte(tmp_path: Path, project: Project) -> None:
    page = _page(tmp_path)
    imported(project, page)
    before = _files(project)
    times = {path: path.stat().st_mtime_ns for path in project.root.rglob("*")}
    assert [one.status for one in imported(project, page)] == ["unchanged"]
    assert _files(project) == before
    assert {path: path.stat().st_mtime_ns for path in project.root.rglob("*")} == times


def test_a_page_that_comes_again_is_known_in_whatever_event_it_is(tmp_path: Path, project: Project) -> None:
    (made,) = imported(project, _page(tmp_path), event="flood")
    before = _files(project)
    (again,) = imported(project, _page(tmp_path))
    assert (again.status, again.event, again.path) == ("unchanged", "flood", made.path)
    assert _files(project) == before
    (changed,) = imported(project, _page(tmp_path, paragraphs=CHANGED))
    assert (changed.status, changed.event, changed.path) == ("revision", "flood", made.path)
    assert project.event_ids() == ["flood"]
    (asked_for,) = imported(project, _page(tmp_path), event="another")
    assert (asked_for.status, asked_for.event) == ("new", "another")


def test_pages_that_come_again_in_another_order_stay_where_they_are_and_new_ones_go_where_the_first_is(
    tmp_path: Path, project: Project
) -> None:
    one = _page(tmp_path, "a.html")
    other = _page(tmp_path, "b.html", title="Herring dear", paragraphs=("Herring was dear in Carrow on Friday. " * 9,))
    third = _page(tmp_path, "c.html", title="Comet seen", paragraphs=("A green comet stood over Mount Kelda. " * 9,))
    (first, second) = imported(project, one, other)
    imported(project, third, event="comet")
    found = imported(project, other, third, one, _page(tmp_path, "d.html", paragraphs=(PARAGRAPHS[4] * 3,)))
    assert [(each.status, each.event) for each in found] == [
        ("unchanged", first.event),
        ("unchanged", "comet"),
        ("unchanged", second.event),
        ("new", second.event),
    ]
    assert [each.near_copy_of for each in found] == [None] * 4


def test_the_file_of_an_article_ends_its_last_line(tmp_path: Path, project: Project) -> None:
    (made,) = imported(project, _page(tmp_path))
    assert made.path.read_text().endswith("photographs.\n")
    assert not made.path.read_text().endswith("\n\n")


def test_a_file_without_a_newline_at_its_end_is_the_same_article(tmp_path: Path, project: Project) -> None:
    page = _page(tmp_path)
    (made,) = imported(project, page)
    made.path.write_text(made.path.read_text().removesuffix("\n"))
    before = _files(project)
    (project.event_folder(made.event) / (made.article.source or "")).unlink()
    assert imported(project, page)[0].status == "unchanged"
    assert made.path.read_bytes() == before[str(made.path.relative_to(project.root))]
    (changed,) = imported(project, _page(tmp_path, paragraphs=CHANGED))
    assert "the text changed in 2 places (2 words gone, 3 come)" in changed.report[0]
    assert imported(project, page)[0].status == "unchanged"  # the earlier text, which had no newline


def test_a_changed_article_keeps_its_id_and_its_earlier_text(tmp_path: Path, project: Project) -> None:
    (first,) = imported(project, _page(tmp_path))
    old_file = first.path.read_bytes()
    (second,) = imported(project, _page(tmp_path, paragraphs=CHANGED))
    assert (second.status, second.article.id, second.old) == ("revision", first.article.id, first.article)
    kept = project.revisions(second.event, second.article.id) / f"{first.article.sha256[:12]}.md"
    assert kept.read_bytes() == old_file
    assert load_article(second.path).text == "\n\n".join(CHANGED) + "\n"
    assert "the text changed in 2 places (2 words gone, 3 come)" in second.report[0]
    originals = sorted(path.name for path in project.originals(second.event).iterdir())
    assert len(originals) == 2
    assert imported(project, _page(tmp_path, paragraphs=CHANGED))[0].status == "unchanged"


def test_an_earlier_text_does_not_come_back_by_importing_it_again(tmp_path: Path, project: Project) -> None:
    imported(project, _page(tmp_path))
    imported(project, _page(tmp_path, paragraphs=CHANGED))
    (again,) = imported(project, _page(tmp_path))
    assert again.status == "unchanged"
    assert load_article(again.path).text == "\n\n".join(CHANGED) + "\n"


def test_what_a_person_corrected_by_hand_survives_the_same_page(tmp_path: Path, project: Project) -> None:
    page = _page(tmp_path)
    (made,) = imported(project, page)
    made.path.write_text(
        made.path.read_text().replace("byline: Ada Quist", "byline: Ada Quist-Brandt")
        + "\n\nA paragraph that had been cut."
    )
    (again,) = imported(project, page)
    assert again.status == "unchanged"
    assert again.article.byline == "Ada Quist-Brandt"
    assert again.article.text.endswith("A paragraph that had been cut.")


def test_a_changed_headline_is_told(tmp_path: Path, project: Project) -> None:
    head = '<link rel="canonical" href="https://packet.example/ferry"><script type="application/ld+json">{"@type": "NewsArticle", "headline": "HEADLINE"}</script>'
    page = tmp_path / "page.html"
    page.write_bytes(html_page(head=head.replace("HEADLINE", "Ferry aground")))
    (first,) = imported(project, page)
    page.write_bytes(html_page(head=head.replace("HEADLINE", "Ferry aground, two hurt"), paragraphs=CHANGED))
    (second,) = imported(project, page, event=first.event)
    assert (second.status, second.article.id, second.article.title) == (
        "revision",
        first.article.id,
        "Ferry aground, two hurt",
    )
    assert any("the title changed from 'Ferry aground' to 'Ferry aground, two hurt'" in line for line in second.report)


def test_two_articles_of_one_outlet_and_title_are_told_apart_by_their_words(tmp_path: Path, project: Project) -> None:
    corpus = tmp_path / "corpus.jsonl"
    texts = [
        "The water rose by a metre in the night and the lower town was cleared by boat.",
        "Bread, candles and dry socks are given out at the school hall from nine on.",
    ]
    corpus.write_text(
        "".join(
            json.dumps({"id": str(n), "outlet": "Wire", "title": "Live", "text": text * 3}) + "\n"
            for n, text in enumerate(texts)
        )
    )
    assert [one.article.id for one in imported(project, corpus, event="flood")] == ["wire-live", "wire-live-2"]
    assert [(one.article.id, one.status) for one in imported(project, corpus, event="flood")] == [
        ("wire-live", "unchanged"),
        ("wire-live-2", "unchanged"),
    ]


def test_near_copies_are_pointed_out(tmp_path: Path, project: Project) -> None:
    corpus = tmp_path / "corpus.jsonl"
    text = "\n\n".join(PARAGRAPHS)
    rows = [
        ("Wire", "Ferry aground", text),
        ("Packet", "A ferry runs aground", text + "\n\nMore tomorrow."),
        ("Other", "Fire", "The old mill on the Carrow road burned down before dawn. " * 5),
    ]
    corpus.write_text("".join(json.dumps({"outlet": o, "title": t, "text": x}) + "\n" for o, t, x in rows))
    made = imported(project, corpus)
    assert [one.near_copy_of for one in made] == [None, "wire-ferry-aground", None]
    assert made[1].report[-1].endswith("nearly the same words as wire-ferry-aground")


def test_the_same_words_by_another_outlet_are_another_article(tmp_path: Path, project: Project) -> None:
    corpus = tmp_path / "corpus.jsonl"
    corpus.write_text(
        "".join(
            json.dumps({"outlet": o, "title": "Ferry", "text": "\n".join(PARAGRAPHS)}) + "\n"
            for o in ("Wire", "Packet")
        )
    )
    assert [one.article.id for one in imported(project, corpus)] == ["wire-ferry", "packet-ferry"]


def test_a_dry_run_writes_nothing_and_says_the_same(tmp_path: Path, project: Project) -> None:
    page = _page(tmp_path)
    before = _files(project)
    (dry,) = imported(project, page, dry_run=True)
    assert _files(project) == before
    (made,) = imported(project, page)
    assert (dry.status, dry.event, dry.path, dry.text, dry.title, dry.byline) == (
        made.status,
        made.event,
        made.path,
        made.text,
        made.title,
        made.byline,
    )
    nowhere = list(import_sources(Project(tmp_path / "nowhere"), [page], dry_run=True))
    assert isinstance(nowhere[0], Imported)
    assert not (tmp_path / "nowhere").exists()


def test_the_outlet_that_is_given_is_stated_not_inferred(tmp_path: Path, project: Project) -> None:
    page = tmp_path / "page.txt"
    page.write_text("\n\n".join(PARAGRAPHS))
    (made,) = imported(project, page, outlet="The Evening Gull")
    assert made.article.outlet == "The Evening Gull"
    assert "outlet" not in made.article.inferred
    assert made.article.id.startswith("the-evening-gull-")


@pytest.mark.parametrize("name", ["../../x", "/etc/x", "C:\\x", "CON", "a/b", "x" * 300, "", ".", "..", "a\0b", "=1+1"])
def test_no_id_in_a_file_leads_out_of_the_project(tmp_path: Path, project: Project, name: str) -> None:
    corpus = tmp_path / "corpus.jsonl"
    for fields in ({"id": name}, {"id": name, "title": name, "outlet": name}):
        corpus.write_text(json.dumps({**fields, "text": f"Words for {fields}."}) + "\n")
        (made,) = imported(project, corpus, event="flood")
        assert is_id(made.article.id)
        assert made.path.resolve().parent == project.event_folder("flood").resolve()
    outside = [path for path in tmp_path.rglob("*") if path.is_file() and not path.is_relative_to(project.root)]
    assert outside == [corpus]


def test_a_link_that_leads_out_of_the_project_is_not_written_through(tmp_path: Path, project: Project) -> None:
    (tmp_path / "elsewhere").mkdir()
    (project.data / "flood").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(ReviewerError, match="outside the project"):
        imported(project, _page(tmp_path), event="flood")
    assert list((tmp_path / "elsewhere").iterdir()) == []


@pytest.mark.parametrize("folder", ["originals", "revisions"])
def test_a_linked_folder_inside_an_event_is_not_written_through_either(
    tmp_path: Path, project: Project, folder: str
) -> None:
    (tmp_path / "elsewhere").mkdir()
    if folder == "revisions":
        imported(project, _page(tmp_path), event="flood")
    else:
        (project.data / "flood").mkdir(parents=True)
    (project.data / "flood" / folder).symlink_to(tmp_path / "elsewhere")
    page = _page(tmp_path)
    page.write_text(page.read_text().replace("the", "this", 3))
    with pytest.raises(ReviewerError, match="outside the project"):
        imported(project, page, event="flood")
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_an_import_cut_off_at_any_write_is_finished_by_running_it_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def run(project: Project, crash_at: int) -> int:
        begun = cut_off_at(monkeypatch, crash_at)
        with contextlib.suppress(KeyboardInterrupt):
            imported(project, *pages)
        return len(begun)

    pages = [
        _page(tmp_path, "a.html"),
        _page(
            tmp_path,
            "b.html",
            title="Ferry: the inquiry",
            paragraphs=tuple(f"{p} So says the second report." for p in reversed(PARAGRAPHS)),
        ),
    ]
    whole = empty_project(tmp_path / "whole")
    writes = run(whole, 0)
    assert writes >= 5
    for crash_at in range(1, writes + 1):
        project = empty_project(tmp_path / f"crash-{crash_at}")
        run(project, crash_at)
        for found in project.root.rglob("*.md"):
            assert load_article(found).text
        run(project, 0)
        assert _files(project) == _files(whole)


def test_what_a_crash_left_behind_is_removed_and_what_is_being_written_is_not(tmp_path: Path, project: Project) -> None:
    (made,) = imported(project, _page(tmp_path), event="ferry")
    for folder in (made.path.parent, project.originals("ferry")):
        (folder / ".packet.md.0123abcd.tmp").touch()
        os.utime(folder / ".packet.md.0123abcd.tmp", (1_900_000, 1_900_000))
        (folder / ".packet.md.4567abcd.tmp").touch()
    imported(project, _page(tmp_path), event="ferry")
    left = [path.name for path in project.event_folder("ferry").rglob(".*")]
    assert left == [".packet.md.4567abcd.tmp"] * 2


def test_importing_does_not_look_through_the_folder_for_each_article(
    tmp_path: Path, project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    scans: list[object] = []
    scan = os.scandir
    monkeypatch.setattr(os, "scandir", lambda path=".": scans.append(path) or scan(path))  # type: ignore[func-returns-value]
    counts = []
    for count in (5, 50):
        lines = [json.dumps({"title": f"Title {number}", "text": f"Text {number}."}) for number in range(count)]
        (tmp_path / "corpus.jsonl").write_text("\n".join(lines))
        scans.clear()
        imported(project, tmp_path / "corpus.jsonl", event=f"of-{count}")
        counts.append(len(scans))
    assert counts[0] == counts[1]


def test_what_is_said_of_a_record_names_its_line_and_is_said_once(tmp_path: Path, project: Project) -> None:
    corpus = tmp_path / "corpus.jsonl"
    texts = {"The Packet": "\n\n".join(PARAGRAPHS), "Pell Post": "\n\n".join(PARAGRAPHS[:-1])}
    corpus.write_text(
        "".join(
            json.dumps({"outlet": outlet, "title": "Aground", "text": text}) + "\n" for outlet, text in texts.items()
        )
    )
    said = [one.report for one in imported(project, corpus, event="ferry")]
    assert said == [(), (f"{corpus}:2: nearly the same words as the-packet-aground",)]
    again = imported(project, corpus, event="ferry")
    assert [(one.report, one.near_copy_of) for one in again] == [((), "pell-post-aground"), ((), "the-packet-aground")]


def test_a_bad_record_is_refused_and_the_rest_is_imported(tmp_path: Path, project: Project) -> None:
    corpus = tmp_path / "corpus.jsonl"
    corpus.write_text('{"title": "A", "text": "One."}\n{broken\n{"title": "B", "text": "Two."}\n')
    found = list(import_sources(project, [corpus, tmp_path / "none.txt"]))
    assert [type(one).__name__ for one in found] == ["Imported", "Refused", "Imported", "Refused"]
    assert isinstance(found[1], Refused)
    assert found[1].line == 2


def test_a_project_that_cannot_be_written_is_one_clear_line(tmp_path: Path, project: Project) -> None:
    project.data.chmod(0o500)
    try:
        if os.access(project.data, os.W_OK):
            pytest.skip("this user may write everywhere")
        with pytest.raises(ReviewerError, match=r"data"):
            imported(project, _page(tmp_path))
    finally:
        project.data.chmod(0o700)


@pytest.mark.parametrize("words", ["event.yaml", "originals", "ferry-runs-aground-off-pell-island.md"])
def test_an_event_whose_first_article_cannot_be_written_is_not_left_behind(
    tmp_path: Path, project: Project, monkeypatch: pytest.MonkeyPatch, words: str
) -> None:
    real = os.open

    def opening(path: Any, flags: int, mode: int = 0o777) -> int:
        if flags & os.O_CREAT and words in str(path):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return real(path, flags, mode)

    (record,) = records(_page(tmp_path))
    importer = Importer(project)
    with monkeypatch.context() as disk:
        disk.setattr(os, "open", opening)
        with pytest.raises(ReviewerError, match="No space left"):
            importer.take(record)
    kept = [] if words != "ferry-runs-aground-off-pell-island.md" else ["2031-05-06-ferry-runs-aground-off-pell-island"]
    assert project.event_ids() == kept  # with its original in it, which the next attempt takes up
    made = importer.take(record)
    assert load_event(project, made.event).title == "Ferry runs aground off Pell Island"
    assert load_event(project, made.event).articles == (made.article.id,)


def test_the_text_of_a_corpus_is_normalised_only_when_it_becomes_a_file(tmp_path: Path, project: Project) -> None:
    corpus = tmp_path / "corpus.jsonl"
    line = json.dumps({"title": "A", "text": "\ufeffOne.\r\nTwo.\rThree."})
    corpus.write_text(line + "\n")
    (made,) = imported(project, corpus)
    assert made.text == "One.\nTwo.\rThree.\n"
    assert load_article(made.path).text == made.text
    assert (project.event_folder(made.event) / str(made.article.source)).read_text() == line + "\n"


def test_an_article_file_ends_with_its_last_line_and_the_offsets_in_it_are_those_of_the_page(
    tmp_path: Path, project: Project
) -> None:
    (made,) = imported(project, _page(tmp_path))
    assert made.path.read_bytes().endswith(b"photographs.\n")
    (record,) = records(_page(tmp_path))
    assert made.text == record.article.text + "\n"


def test_an_article_stored_without_its_last_line_end_is_read_as_it_is_and_is_no_other_article(
    tmp_path: Path, project: Project
) -> None:
    (made,) = imported(project, _page(tmp_path))
    old = made.path.read_bytes().rstrip(b"\n")
    made.path.write_bytes(old)
    assert load_article(made.path).text == made.text.rstrip("\n")
    assert [one.status for one in imported(project, _page(tmp_path))] == ["unchanged"]
    assert made.path.read_bytes() == old
    (second,) = imported(project, _page(tmp_path, paragraphs=CHANGED))
    assert (second.status, second.article.id) == ("revision", made.article.id)
    (again,) = imported(project, _page(tmp_path))
    assert again.status == "unchanged", "the earlier text, stored without its last line end, is known"


def test_an_article_file_can_be_imported_with_its_fields(tmp_path: Path, project: Project) -> None:
    from reviewer.articles import article_source

    (tmp_path / "given.md").write_text(
        article_source(article(title="Ferry", outlet="Packet", published="2031-05", source="originals/old.html"))
    )
    (made,) = imported(project, tmp_path / "given.md", event="flood")
    assert (made.article.id, made.article.title, made.article.published) == ("packet-ferry", "Ferry", "2031-05")
    assert made.article.source == "originals/packet-ferry.md"


@pytest.mark.parametrize(
    ("first", "second", "statuses"),
    [
        ({"byline": "Ada Quist"}, {"byline": "Ben Orlo"}, ["new", "new"]),
        ({"byline": "Ada Quist"}, {"byline": "ADA QUIST"}, ["new", "revision"]),
        ({"published": "2031-05-06"}, {"published": "2031-05-09"}, ["new", "new"]),
        ({"published": "2031-05-06"}, {"published": "2031-05-06T10:00"}, ["new", "revision"]),
        ({"byline": "Ada Quist", "published": "2031-05-06"}, {"published": "2031-05-06"}, ["new", "revision"]),
        ({"outlet": "Packet", "byline": "Ada Quist"}, {"outlet": "Packet", "byline": "Ben Orlo"}, ["new", "revision"]),
    ],
)
def test_an_agencys_report_under_one_headline_in_two_papers_that_are_not_named_is_two_articles(
    project: Project, first: dict[str, str], second: dict[str, str], statuses: list[str]
) -> None:
    importer = Importer(project)
    texts = ("\n\n".join(PARAGRAPHS), "\n\n".join(CHANGED))
    made = [
        importer.take(
            SourceRecord(article(text=text, title="Ferry aground", **fields), f"{at}", original=text.encode())
        )
        for at, (text, fields) in enumerate(zip(texts, (first, second), strict=True))
    ]
    assert [one.status for one in made] == statuses


def test_a_table_that_gives_the_paper_s_address_to_every_row_makes_as_many_articles(
    project: Project, tmp_path: Path
) -> None:
    table = tmp_path / "papers.csv"
    with table.open("w", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["outlet", "title", "url", "text"])
        rows.writerows(["Carrow Post", f"Quay {n}", "https://post.example/", text] for n, text in enumerate(PARAGRAPHS))
    done = imported(project, table, event="quay")
    assert [one.status for one in done] == ["new"] * len(PARAGRAPHS)
    assert [one.status for one in imported(project, table, event="quay")] == ["unchanged"] * len(PARAGRAPHS)
