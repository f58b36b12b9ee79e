"""A revised article: what stands unchanged moves with its text, what changed is proposed with a reason, the rest are orphans."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from reviewer.articles import Article
from reviewer.cli import run
from reviewer.framing import (
    Anchor,
    Difference,
    DifferenceSide,
    PairKey,
    Placement,
    Rejected,
    Revision,
    Searched,
    Workspace,
    anchor_at,
    carry_anchor,
    carry_over,
    check_project,
    read_corrections,
    read_pair,
)
from reviewer.project import Project
from tests.framing.conftest import BEACON, KEY, LEDGER, article, at, correction, difference, file_of, omission, verdict
from tests.growth import assert_in_proportion

OLD = (
    "The pumps at Orrin failed on Friday, and 40 barges waited below the lock.\n\n"
    "“We did not order the closure,” said Tessa Varn, who runs the canal.\n\n"
    "Bakers sold out by ten. The lock keeper had seen nothing like it in his life.\n\n"
    "Bakers sold out by ten. Nobody blamed them.\n\n"
    "A hearing is set for the ninth of May in the old customs house.\n"
)


def carried(words: str, new: str, old: str = OLD, *, last: bool = False) -> Placement:
    start = old.rindex(words) if last else old.index(words)
    anchor = anchor_at(old, start, start + len(words), role="body")
    placement = carry_anchor(anchor, Revision(Article("a", old), Article("a", new)))
    if placement.anchor is not None:
        found = placement.anchor
        assert new[found.start : found.end] == found.exact
        assert found.role == "body"
        assert (found.prefix, found.suffix) == (
            anchor_at(new, found.start, found.end).prefix,
            anchor_at(new, found.start, found.end).suffix,
        )
    return placement


def test_text_put_in_before_moves_the_anchor() -> None:
    placement = carried("who runs the canal", "Updated at noon.\n\n" + OLD)
    assert placement.fate == "moved"
    assert placement.anchor is not None
    assert placement.anchor.start == OLD.index("who runs") + 18


def test_text_put_in_after_keeps_the_anchor() -> None:
    assert carried("who runs the canal", OLD + "\nMore follows.\n").fate == "kept"


def test_a_change_of_marks_moves_the_anchor_and_says_so() -> None:
    new = OLD.replace("“", '"').replace("”", '"')
    placement = carried("“We did not order the closure,” said", new)
    assert placement.fate == "moved"
    assert placement.anchor is not None
    assert placement.anchor.exact == '"We did not order the closure," said'
    assert "marks" in placement.why


@pytest.mark.parametrize(
    ("words", "old", "new", "flag"),
    [
        ("40 barges waited below the lock", "40 barges", "41 barges", "number"),
        ("We did not order the closure", "did not order", "did order", "negation"),
        ("said Tessa Varn, who runs the canal", "Tessa Varn", "Tessa Holm", "name"),
        ("A hearing is set for the ninth of May", "is set", "may be set", ""),
        ("had seen nothing like it in his life", "in his life", "in his long life", ""),
    ],
)
def test_a_changed_word_is_proposed_and_needs_a_look(words: str, old: str, new: str, flag: str) -> None:
    placement = carried(words, OLD.replace(old, new))
    assert placement.fate == "look"
    assert placement.anchor is not None
    assert placement.anchor.exact == words.replace(old, new)
    assert "the words changed" in placement.why
    assert flag in placement.why


@pytest.mark.parametrize(
    ("old", "new"),
    [("the polish crew had waited", "the Polish crew had waited"), ("an area of 9 m² or so", "an area of 9 m2 or so")],
)
def test_a_capital_or_a_number_that_came_is_no_mere_change_of_marks(old: str, new: str) -> None:
    assert carried(old, f"Zero.\n\nSo {new}, they said.\n", f"Zero.\n\nSo {old}, they said.\n").fate == "look"


def test_a_number_of_a_short_anchor_that_changed_is_never_taken_silently() -> None:
    assert carried("40", OLD.replace("40", "41")).fate in ("look", "orphan")
    assert carried("did not", OLD.replace("did not", "did")).fate in ("look", "orphan")


def test_a_dropped_negation_is_named_in_the_language_of_the_article() -> None:
    old, new = "Das Dach der Halle ist nicht sicher gebaut.", "Das Dach der Halle ist sicher gebaut."
    anchor = anchor_at(old, 0, len(old), role="body")
    placement = carry_anchor(anchor, Revision(Article("a", old, language="de"), Article("a", new, language="de")))
    assert (placement.fate, placement.why) == ("look", "the words changed (negation)")


def test_a_deleted_span_is_an_orphan() -> None:
    new = OLD.replace("“We did not order the closure,” said Tessa Varn, who runs the canal.\n\n", "")
    assert carried("We did not order the closure", new) == Placement("orphan", None, "the words are gone")


def test_the_twin_of_a_deleted_span_is_not_taken_for_it() -> None:
    new = OLD.replace("Bakers sold out by ten. Nobody blamed them.\n\n", "")
    placement = carried("Bakers sold out by ten.", new, last=True)
    assert placement.fate in ("orphan", "look")
    stays = carried("Bakers sold out by ten.", new)
    assert stays.fate == "moved" or stays.fate == "kept"
    assert stays.anchor is not None
    assert stays.anchor.start == OLD.index("Bakers")


def test_each_twin_follows_its_own_paragraph() -> None:
    new = "First.\n\n" + OLD
    first, second = carried("Bakers sold out by ten.", new), carried("Bakers sold out by ten.", new, last=True)
    assert first.anchor is not None
    assert second.anchor is not None
    assert first.anchor.start == new.index("Bakers")
    assert second.anchor.start == new.rindex("Bakers")


def test_a_paragraph_that_went_elsewhere_takes_its_anchor_along() -> None:
    paragraph = "“We did not order the closure,” said Tessa Varn, who runs the canal.\n\n"
    new = OLD.replace(paragraph, "") + "\n" + paragraph
    placement = carried("We did not order the closure", new)
    assert placement.fate in ("moved", "look")
    assert placement.anchor is not None
    assert placement.anchor.start == new.index("We did not order")


def test_words_that_now_stand_twice_and_nowhere_where_they_stood_are_an_orphan() -> None:
    line = "A hearing is set for the ninth of May in the old customs house."
    new = f"Box one: {line}\n\nBox two: {line}\n\n"
    start = OLD.index(line)
    anchor = Anchor(line, "gone. ", " gone", start, start + len(line))
    assert carry_anchor(anchor, Revision(Article("a", "x" * start + line), Article("a", new))).fate == "orphan"


def test_a_passage_that_now_stands_twice_with_the_same_surroundings_is_an_orphan() -> None:
    block = "Notice to all who use the lock at night: the keeper is away until the ninth, ring the bell at the house instead.\n\n"
    placement = carried("the keeper is away", f"{OLD}\n\n{block}Once more.\n\n{block}", f"{block}{OLD}")
    assert placement == Placement("orphan", None, "the words stand in 2 places now")


def test_likeness_needs_twenty_code_points_and_a_clear_lead() -> None:
    old = "Zero.\n\nThe keeper of the eastern lock had seen nothing like it.\n"
    moved = "The keeper of the eastern locks had seen nothing like it.\n\n" + "Something else entirely. " * 20
    words = "keeper of the eastern lock had seen"
    look = carried(words, moved, old)
    assert look.fate == "look"
    assert look.anchor is not None
    assert look.anchor.exact == "keeper of the eastern locks had seen"
    twins = moved + "\n\nThe keeper of the eastern lochs had seen nothing like it.\n"
    assert carried(words, twins, old).fate in ("orphan", "look")
    assert carried("eastern lock", "Nothing of the sort, but an eastern loch.\n", old).fate == "orphan"


def test_a_passage_that_moved_and_changed_is_proposed_and_two_such_are_an_orphan() -> None:
    words = "The keeper of the eastern lock had seen nothing like it."
    old = f"{words}\n\n{OLD}"
    one = f"{OLD}\n\n{words.replace('lock', 'loch')}\n"
    placement = carried(words, one, old)
    assert placement.fate == "look"
    assert placement.anchor is not None
    assert placement.anchor.exact == words.replace("lock", "loch")
    two = f"{one}\n\nx y z\n\n{words.replace('lock', 'lick')}\n"
    assert carried(words, two, old) == Placement("orphan", None, "two places are alike")


def test_a_changed_title_carries_the_anchors_in_it() -> None:
    revision = Revision(
        Article("a", OLD, title="Pumps fail at Orrin"), Article("a", OLD, title="Live: Pumps fail at Orrin")
    )
    placement = carry_anchor(anchor_at("Pumps fail at Orrin", 0, 5, role="headline", place="title"), revision)
    assert placement.fate == "moved"
    assert placement.anchor is not None
    assert (placement.anchor.start, placement.anchor.place) == (6, "title")


@given(st.text("ab .\n", max_size=80), st.text("ab .\n", max_size=80), st.data())
@settings(max_examples=300, deadline=None)
def test_what_is_moved_unasked_always_has_the_same_words(old: str, new: str, data: st.DataObject) -> None:
    assume(old)
    start = data.draw(st.integers(0, len(old) - 1))
    anchor = anchor_at(old, start, data.draw(st.integers(start + 1, len(old))))
    placement = carry_anchor(anchor, Revision(Article("a", old), Article("a", new)))
    if placement.fate in ("kept", "moved"):
        assert placement.anchor is not None
        assert new[placement.anchor.start : placement.anchor.end] == placement.anchor.exact
        assert "".join(placement.anchor.exact.split()) == "".join(anchor.exact.split())
    if placement.fate == "orphan":
        assert placement.anchor is None


@given(st.text(max_size=40), st.text(max_size=40), st.data())
@settings(max_examples=200, deadline=None)
def test_text_put_in_around_a_text_orphans_nothing(before: str, after: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(OLD) - 1))
    anchor = anchor_at(OLD, start, data.draw(st.integers(start + 1, min(len(OLD), start + 60))))
    new = f"{before}\n{OLD}{after}"
    placement = carry_anchor(anchor, Revision(Article("a", OLD), Article("a", new)))
    assert placement.fate in ("kept", "moved")
    assert placement.anchor is not None
    assert placement.anchor.start == anchor.start + len(before) + 1


def test_orphans_take_no_longer_than_the_article_is_long() -> None:
    def settle(words: int) -> None:
        old = " ".join(f"w{n * 7919 % 9973}" for n in range(words))
        new = " ".join(f"q{n * 31 % 8009}" for n in range(words))
        revision = Revision(Article("a", old), Article("a", new))
        starts = (n * len(old) // 25 for n in range(20))
        fates = {carry_anchor(anchor_at(old, at, min(len(old), at + 80)), revision).fate for at in starts}
        assert fates == {"orphan"} or words < 1000

    assert_in_proportion(settle, 9000)


# In a project


def revised(project: Project, name: str, old: str, new: str, title: str) -> tuple[Article, Article]:
    """The article in the project with another text, the old one kept as a revision, as an import leaves them."""
    before, after = Article(name, old, title=title), Article(name, new, title=title)
    folder = project.revisions("ferry", name)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{before.sha256[:12]}.md").write_text(article(old, title))
    project.article_file("ferry", name).write_text(article(new, title))
    return before, after


@pytest.fixture
def annotated(work: Workspace) -> Workspace:
    work.put_difference(KEY, difference())
    work.put_difference(KEY, omission())
    work.put_verdict(KEY, verdict())
    work.put_correction("ferry", "beacon", correction())
    return work


NEW = "Latest.\n\n" + BEACON.replace("the company said", "the company says")


def test_every_analysts_files_are_carried_over_and_the_report_says_what_to_look_at(
    annotated: Workspace, project: Project
) -> None:
    jonas = Workspace(project, "jonas")
    jonas.put_difference(KEY, omission("fd-jonas00000"))
    jonas.close()
    old, new = revised(project, "beacon", BEACON, NEW, "Ferry stops at noon")
    files = carry_over(project, "ferry", old, new)
    assert [file.path.relative_to(project.annotations).as_posix() for file in files] == [
        "ferry/beacon--ledger/jonas.yaml",
        "ferry/beacon--ledger/mira.yaml",
        "ferry/beacon/mira.yaml",
    ]
    mine = files[1]
    assert [(one.record, one.placement.fate) for one in mine.carried] == [
        ("fd-aaaaaaaaaa", "look"),
        ("fd-aaaaaaaaaa", "kept"),
        ("fd-bbbbbbbbbb", "moved"),
        ("m-aaaaaaaaaa", "moved"),
    ]
    lines = mine.lines()
    assert lines[0].endswith("mira.yaml: 1 as they were, 2 moved, 1 need a look")
    assert "fd-aaaaaaaaaa" in lines[1]
    assert "'the company said' → 'the company says'" in lines[1]
    now = read_pair(file_of(annotated))
    assert now.differences[0].left.anchors == difference().left.anchors
    assert now.differences[1].left.anchors[0].start == NEW.index("Nobody was hurt")
    assert now.left.sha256 == old.sha256
    assert read_corrections(files[2].path).sha256 == new.sha256
    assert read_pair(files[0].path).left.sha256 == new.sha256


def test_what_needs_a_look_is_proposed_when_the_pair_is_opened_and_can_be_accepted_and_taken_back(
    annotated: Workspace, project: Project
) -> None:
    old, new = revised(project, "beacon", BEACON, NEW, "Ferry stops at noon")
    carry_over(project, "ferry", old, new)
    loaded = annotated.load(KEY)
    assert any("the text of beacon has changed" in problem for problem in loaded.problems)
    check = loaded.check("left", difference().left.anchors[0])
    assert check.status == "moved"
    assert check.proposed is not None
    assert check.proposed.exact == "the company says"
    assert "changed" in check.why
    annotated.accept_moved(KEY, "fd-aaaaaaaaaa")
    loaded = annotated.load(KEY)
    assert (loaded.problems, {one.status for one in loaded.checks.values()}) == ((), {"ok"})
    assert read_pair(file_of(annotated)).differences[0].left.anchors[0].exact == "the company says"
    annotated.undo()
    assert read_pair(file_of(annotated)).differences[0].left.anchors == difference().left.anchors


def test_files_on_other_pairs_and_on_an_article_of_that_name_elsewhere_are_left_alone(
    annotated: Workspace, project: Project
) -> None:
    elsewhere = project.pair_file("fire", KEY.left, KEY.right, "mira")
    elsewhere.parent.mkdir(parents=True)
    elsewhere.write_bytes(file_of(annotated).read_bytes().replace(b"event: ferry", b"event: fire"))
    shutil.copytree(project.event_folder("ferry"), project.event_folder("fire"))
    annotated.put_difference(PairKey.of("ferry", "ledger", "third"), omission("fd-cccccccccc"))
    before = elsewhere.read_bytes()
    old, new = revised(project, "beacon", BEACON, NEW, "Ferry stops at noon")
    files = carry_over(project, "ferry", old, new)
    assert [file.path.relative_to(project.annotations).as_posix() for file in files] == [
        "ferry/beacon--ledger/mira.yaml",
        "ferry/beacon/mira.yaml",
    ]
    assert elsewhere.read_bytes() == before


def test_a_check_offers_what_the_program_offers_for_words_that_changed(annotated: Workspace, project: Project) -> None:
    old, new = revised(project, "beacon", BEACON, NEW, "Ferry stops at noon")
    carry_over(project, "ferry", old, new)
    said = [problem for problem in check_project(project) if problem.what.startswith("fd-")]
    at = NEW.index("the company says")
    assert [(problem.severity, problem.what) for problem in said] == [
        (
            "warning",
            f"fd-aaaaaaaaaa: the words changed, and may be those at {at} in beacon now; open the pair to accept that",
        )
    ]


def test_a_second_revision_carries_what_the_first_moved_and_what_it_left(
    annotated: Workspace, project: Project
) -> None:
    old, middle = revised(project, "beacon", BEACON, NEW, "Ferry stops at noon")
    carry_over(project, "ferry", old, middle)
    latest = "Very latest.\n\n" + NEW
    _, new = revised(project, "beacon", NEW, latest, "Ferry stops at noon")
    files = {
        file.path.name: file for file in carry_over(project, "ferry", middle, new) if "--" in file.path.parent.name
    }
    fates = [(one.record, one.placement.fate) for one in files["mira.yaml"].carried]
    assert fates == [
        ("fd-aaaaaaaaaa", "look"),
        ("fd-aaaaaaaaaa", "kept"),
        ("fd-bbbbbbbbbb", "moved"),
        ("m-aaaaaaaaaa", "moved"),
    ]
    check = annotated.load(KEY).check("left", difference().left.anchors[0])
    assert check.proposed is not None
    assert check.proposed.start == latest.index("the company says")


def test_an_unreadable_file_is_named_and_the_others_are_carried(annotated: Workspace, project: Project) -> None:
    broken = project.pair_file(KEY.event, KEY.left, KEY.right, "broken")
    broken.write_text("<<<<<<< HEAD\n")
    old, new = revised(project, "beacon", BEACON, NEW, "Ferry stops at noon")
    files = carry_over(project, "ferry", old, new)
    assert [file.path.name for file in files if file.problem] == ["broken.yaml"]
    assert "conflict marker" in files[0].lines()[0]
    assert read_pair(file_of(annotated)).differences[1].left.anchors[0].start == NEW.index("Nobody was hurt")
    assert broken.read_text() == "<<<<<<< HEAD\n"


def test_the_rejected_candidate_of_an_absence_moves_with_its_words(work: Workspace, project: Project) -> None:
    record = Difference(
        id="fd-cccccccccc",
        type="difference.omission",
        codes=(),
        left=DifferenceSide(
            "absent", searched=Searched(("x",), Rejected(30, "Nobody was hurt", *at(BEACON, "Nobody was hurt")))
        ),
        right=omission().left,
    )
    pair = PairKey.of("ferry", "beacon", "third")
    record = replace(record, right=DifferenceSide("present", (anchor_at("The third paper", 0, 9),)))
    work.put_difference(pair, record)
    old, new = revised(project, "beacon", BEACON, NEW, "Ferry stops at noon")
    carry_over(project, "ferry", old, new)
    searched = work.load(pair).annotations.differences[0].left.searched
    assert searched is not None
    assert searched.best is not None
    assert searched.best.start == NEW.index("Nobody was hurt")


def test_an_article_that_comes_back_the_same_changes_no_file(annotated: Workspace, project: Project) -> None:
    before = {path: path.read_bytes() for path in project.annotations.rglob("*.yaml")}
    same = Article("beacon", BEACON, title="Ferry stops at noon")
    carry_over(project, "ferry", same, same)
    assert {path: path.read_bytes() for path in project.annotations.rglob("*.yaml")} == before


def test_an_import_of_a_changed_page_carries_the_annotations_over_and_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project = Project(tmp_path / "project")
    project.data.mkdir(parents=True)
    project.annotations.mkdir()
    for name, text in (("beacon", BEACON), ("ledger", LEDGER)):
        line = {
            "id": name,
            "outlet": name,
            "title": "Ferry stops at noon",
            "url": f"https://{name}.example/ferry",
            "text": text,
        }
        (tmp_path / f"{name}.jsonl").write_text(json.dumps(line) + "\n")
        assert run(["import", "--event", "ferry", "--project", str(project.root), str(tmp_path / f"{name}.jsonl")]) == 0
    left, right = project.article_ids("ferry")
    work = Workspace(project, "mira")
    key = PairKey.of("ferry", left, right)
    work.put_difference(key, omission())
    changed = json.loads((tmp_path / "beacon.jsonl").read_text()) | {"text": "Latest.\n\n" + BEACON}
    (tmp_path / "beacon.jsonl").write_text(json.dumps(changed) + "\n")
    capsys.readouterr()
    assert run(["import", "--event", "ferry", "--project", str(project.root), str(tmp_path / "beacon.jsonl")]) == 0
    assert "1 moved" in capsys.readouterr().err
    now = work.load(key).annotations.differences[0].left.anchors[0]
    assert now.start == omission().left.anchors[0].start + 9
    work.close()
