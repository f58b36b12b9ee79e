"""Articles of several events, brought in at once: each goes where its event is."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from reviewer.articles.moving import move_article
from reviewer.project import Project
from tests.end_to_end.test_commands import reviewer

BRIDGE = [
    "The bridge at Halmen closed on Tuesday after engineers found cracks in two of its piers, the committee said.",
    "“We would rather close it now than lose it in January,” said Orla Pask, who chairs the Halmen bridge committee.",
    "Lorries must use the old ferry quay until spring. Repairs to the piers are put at four million crowns.",
]
SCHOOL = [
    "Pupils of the Tarvik school walked out on Friday because their music lessons had been cut to one a month.",
    "“You cannot learn the cello once a month,” said Ines Dahlmo, a cellist of fifteen and one of the strikers.",
    "The headmaster Rolf Kviberg promised to speak with the county about money for a second teacher of music.",
]


def article(number: int, outlet: str, title: str, published: str, lines: list[str]) -> dict[str, Any]:
    text = "\n\n".join(lines)
    return {"id": f"a{number}", "outlet": outlet, "title": title, "published": published, "text": text}


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    records = [
        article(1, "Halmen Mail", "Bridge closed at Halmen", "2031-11-04", BRIDGE),
        article(2, "Tarvik Tidings", "Pupils strike for music", "2031-06-06", SCHOOL),
        article(3, "The Crossing", "Cracks close the Halmen bridge", "2031-11-05", BRIDGE[::-1]),
        article(4, "County Post", "Walk-out at Tarvik school", "2031-06-07", SCHOOL[1:] + SCHOOL[:1]),
    ]
    path = tmp_path / "export.jsonl"
    path.write_text("".join(json.dumps(record) + "\n" for record in records), "utf-8")
    reviewer("init", tmp_path / "p")
    return path


def there(project: Path) -> dict[str, list[str]]:
    return {
        event.name: sorted(path.stem for path in event.glob("*.md")) for event in sorted((project / "data").iterdir())
    }


EVENTS = {
    "2031-06-06-pupils-strike-for-music": [
        "county-post-walk-out-at-tarvik-school",
        "tarvik-tidings-pupils-strike-for-music",
    ],
    "2031-11-04-bridge-closed-at-halmen": [
        "halmen-mail-bridge-closed-at-halmen",
        "the-crossing-cracks-close-the-halmen-bridge",
    ],
}


def test_each_article_goes_into_the_event_it_tells_of_and_again_nothing_changes(corpus: Path) -> None:
    project = corpus.parent / "p"
    done = reviewer("import", corpus, "--project", project, "--grouped")
    assert done.returncode == 0, done.stderr
    assert there(project) == EVENTS
    assert "in 2 events: 2031-11-04-bridge-closed-at-halmen, 2031-06-06-pupils-strike-for-music\n" in done.stderr
    again = reviewer("import", corpus, "--project", project, "--grouped")
    assert again.stderr.splitlines()[-1] == "4 unchanged (there already)"  # no event got anything
    assert there(project) == EVENTS


STORIES = {
    "Herring dear": "Fishermen of Carrow landed hardly any herring on Friday, and stalls on the quay were bare before noon.",
    "Tunnel flooded": "Water stood knee-deep in the Oster tunnel after pumps failed, so trains were sent round by Velden.",
    "Choir wins": "A choir of retired postmen from Ilmar took first prize in Brunn with a song about lost parcels.",
    "Orchard felled": "Three hundred pear trees were felled near Sandvik to make room for a warehouse that nobody ordered.",
    "Comet seen": "Amateur astronomers on Mount Kelda photographed a green comet that will not return for nine centuries.",
}


def test_the_events_that_got_something_are_named(tmp_path: Path) -> None:
    reviewer("init", tmp_path / "p")
    lines = [json.dumps({"title": title, "text": text}) for title, text in STORIES.items()]
    done = reviewer("import", "-", "--project", tmp_path / "p", "--grouped", stdin="\n".join(lines))
    assert (
        done.stderr.splitlines()[-1]
        == "in 5 events: herring-dear, tunnel-flooded, choir-wins, orchard-felled, comet-seen"
    )


def test_a_later_article_goes_into_the_event_that_the_project_has(corpus: Path) -> None:
    project = corpus.parent / "p"
    reviewer("import", corpus, "--project", project, "--event", "the-bridge")
    later = json.dumps(article(5, "Weekly", "A town without its bridge", "2031-11-08", BRIDGE[1:]))
    done = reviewer("import", "-", "--project", project, "--grouped", stdin=later)
    assert "in 1 event: the-bridge" in done.stderr
    assert "weekly-a-town-without-its-bridge" in there(project)["the-bridge"]


def test_an_article_that_was_moved_to_another_event_stays_there(corpus: Path) -> None:
    project = corpus.parent / "p"
    reviewer("import", corpus, "--project", project, "--grouped")
    school, bridge = EVENTS
    move_article(Project(project), bridge, EVENTS[bridge][1], school)
    moved = there(project)
    again = reviewer("import", corpus, "--project", project, "--grouped")
    assert "4 unchanged" in again.stderr
    assert there(project) == moved != EVENTS


def test_a_dry_run_shows_the_groups_and_writes_nothing(corpus: Path) -> None:
    project = corpus.parent / "p"
    done = reviewer("import", corpus, "--project", project, "--grouped", "--dry-run", "--format", "jsonl")
    events = [Path(json.loads(row)["path"]).parent.name for row in done.stdout.splitlines()]
    assert [name[:10] for name in events] == ["2031-11-04", "2031-06-06", "2031-11-04", "2031-06-06"]
    assert there(project) == {}
    assert "dry run: 4 new\n" in done.stderr


def test_a_dry_run_s_table_says_what_would_become_of_each(corpus: Path) -> None:
    project = corpus.parent / "p"
    lines = corpus.read_text("utf-8").splitlines()
    reviewer("import", "-", "--project", project, "--grouped", stdin="\n".join(lines[:2]))
    corpus.write_text("\n".join([lines[0], lines[1].replace("Friday", "Thursday"), *lines[2:]]), "utf-8")
    done = reviewer("import", corpus, "--project", project, "--grouped", "--dry-run", "--format", "table")
    assert [row.split("  ")[0] for row in done.stdout.splitlines()[1:]] == [
        "unchanged", "would revise", "would import", "would import",
    ]  # fmt: skip
    assert "dry run: 2 new · 1 revision · 1 unchanged (there already)\n" in done.stderr
    assert "the text changed in 1 place (1 word gone, 1 come)" in done.stderr


def test_an_article_of_the_project_that_cannot_be_read_is_named_once_and_is_no_refusal(corpus: Path) -> None:
    project = corpus.parent / "p"
    broken = project / "data" / "bridges" / "broken.md"
    broken.parent.mkdir()
    broken.write_text("---\ntitle: [\n---\n\nText.\n", "utf-8")
    done = reviewer("import", corpus, "--project", project, "--grouped")
    assert done.returncode == 0
    assert [line for line in done.stderr.splitlines() if "broken.md" in line] == [done.stderr.splitlines()[0]]
    assert "broken.md:3: left out when the articles were grouped: " in done.stderr
    assert "4 new · 1 skipped\n" in done.stderr


def test_a_bad_line_is_named_and_the_groups_of_the_others_stand(corpus: Path) -> None:
    project = corpus.parent / "p"
    corpus.write_text("nonsense\n" + corpus.read_text("utf-8"), "utf-8")
    done = reviewer("import", corpus, "--project", project, "--grouped")
    assert (done.returncode, done.stderr.count("export.jsonl:1:")) == (1, 1)
    assert there(project) == EVENTS


def test_an_event_and_groups_exclude_each_other(corpus: Path) -> None:
    done = reviewer("import", corpus, "--project", corpus.parent / "p", "--grouped", "--event", "x")
    assert done.returncode == 2
    assert "--event or --grouped" in done.stderr
