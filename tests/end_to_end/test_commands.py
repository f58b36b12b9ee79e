"""The commands as a user or a program calls them: shapes, exit codes, one line for each complaint."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ROOT
from tests.end_to_end.terminal import Terminal

LEFT = (
    "---\noutlet: The Beacon\ntitle: Ferry company defends captain\npublished: 2031-05-01\n---\n\n"
    "The ferry company defended its captain on Thursday.\n\n"
    "“He did not leave the bridge before every one of the 212 passengers was ashore,” said Olga Brenn, the company's director.\n"
)
RIGHT = (
    "---\noutlet: The Ledger\ntitle: Captain under fire\npublished: 2031-05-02\n---\n\n"
    "Questions remain about the grounding.\n\n"
    "“He did leave the bridge before every one of the 221 passengers was ashore,” Olga Brenn claimed.\n"
)

BODY = (
    "The bridge committee met on Tuesday in Halmen and agreed that the bridge must be repaired before the winter.\n\n"
    "Engineers had found cracks in two of the piers in April. Traffic will be led over the old ferry quay, they said.\n\n"
    "“We would rather close it now than lose it in January,” said Orla Pask, who chairs the committee."
)


def reviewer(*arguments: object, cwd: Path | None = None, stdin: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "reviewer", *map(str, arguments)],
        cwd=cwd or ROOT,
        input=stdin,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"},
    )


def records(done: subprocess.CompletedProcess[str]) -> list[dict[str, Any]]:
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Path, Path]:
    left, right = tmp_path / "beacon.md", tmp_path / "ledger.md"
    left.write_text(LEFT, "utf-8")
    right.write_text(RIGHT, "utf-8")
    return left, right


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    done = reviewer("init", tmp_path / "sample", "--sample")
    assert done.returncode == 0, done.stderr
    return tmp_path / "sample"


def test_quotes_gives_the_fixed_shape_with_offsets_into_the_text(pair: tuple[Path, Path]) -> None:
    done = reviewer("quotes", pair[0])
    assert (done.returncode, done.stderr) == (0, "")
    (record,) = records(done)
    assert set(record) == {"id", "quotes", "not_speech"}
    (quote,) = record["quotes"]
    text = LEFT.split("---\n\n")[1]
    assert text[quote["start"] : quote["end"]] == quote["text"]
    assert quote["text"].startswith("He did not leave")
    assert (quote["speaker"], quote["cue"], quote["kind"]) == ("Olga Brenn", "said", "direct")
    assert text[quote["speaker_start"] : quote["speaker_end"]] == quote["mention"]
    assert {"reported_by", "joined_to", "cue_start", "cue_end"} <= set(quote)


def test_compare_flags_a_lost_negation_and_a_changed_number_with_edits_that_reproduce_both(
    pair: tuple[Path, Path],
) -> None:
    done = reviewer("compare", *pair)
    assert (done.returncode, done.stderr) == (0, "")
    (record,) = records(done)
    assert (record["left_id"], record["right_id"]) == ("beacon", "ledger")
    (match,) = [match for match in record["matches"] if match["kind"] == "quote"]
    flags = {flag["flag"]: (flag["left"], flag["right"]) for flag in match["flags"]}
    assert {"negation", "number", "cue"} <= set(flags)
    assert "not" in flags["negation"][0]
    assert flags["number"] == ("212", "221")
    for side, source in (("left", LEFT), ("right", RIGHT)):
        text = source.split("---\n\n")[1]
        assert match[side]["text"] == text[match[side]["start"] : match[side]["end"]]
        pieces = "".join(text[slice(*edit[side])] for edit in match["edits"])
        assert pieces == "".join(text[slice(*part)] for part in match[side]["parts"])


def test_compare_takes_a_corpus_and_pairs_and_names_what_it_skips(tmp_path: Path) -> None:
    corpus, pairs = tmp_path / "docs.jsonl", tmp_path / "pairs.jsonl"
    docs = [{"id": "a/1", "text": LEFT.split("---\n\n")[1]}, {"id": "b 2", "text": RIGHT.split("---\n\n")[1]}]
    corpus.write_text("\n".join([json.dumps(docs[0]), "{not json", json.dumps(docs[1])]), "utf-8")
    wishes = [
        {"pair_id": "p1", "left_id": "a/1", "right_id": "b 2"},
        {"pair_id": "p2", "left_id": "a/1", "right_id": "gone"},
    ]
    pairs.write_text("\n".join(json.dumps(wish) for wish in wishes), "utf-8")
    done = reviewer("compare", "--corpus", corpus, "--pairs", pairs)
    assert done.returncode == 1
    (record,) = records(done)
    assert (record["pair_id"], record["left_id"], record["right_id"]) == ("p1", "a/1", "b 2")
    assert record["matches"]
    assert f"{corpus}:2: " in done.stderr
    assert f"{pairs}:2: pair p2: not in the corpus: gone" in done.stderr
    assert "Traceback" not in done.stderr


def test_compare_of_an_event_says_who_has_each_utterance_and_who_has_not(sample: Path) -> None:
    event = min(path.name for path in (sample / "data").iterdir())
    done = reviewer("compare", "--event", event, "--project", sample)
    assert (done.returncode, done.stderr) == (0, "")
    found = records(done)
    articles = {path.stem for path in (sample / "data" / event).glob("*.md")}
    assert any(len({v["article"] for v in row["variants"]}) >= 2 for row in found)
    for row in found:
        assert {v["article"] for v in row["variants"]} | set(row["absent"]) == articles


def test_json_is_one_array_and_table_is_for_people(pair: tuple[Path, Path]) -> None:
    whole = json.loads(reviewer("quotes", *pair, "--format", "json").stdout)
    assert [record["id"] for record in whole] == ["beacon", "ledger"]
    table = reviewer("quotes", *pair, "--format", "table").stdout.splitlines()
    assert table[0].split() == ["article", "at", "kind", "speaker", "mention", "cue", "words"]
    assert len(table) == 3
    assert json.loads(reviewer("events", "-", "--format", "json").stdout or "[]") == []


def test_standard_input_is_a_source(pair: tuple[Path, Path]) -> None:
    done = reviewer("quotes", "-", stdin=json.dumps({"id": "x", "text": "“Come in,” said Rosa Leal."}) + "\n")
    (record,) = records(done)
    assert record["quotes"][0]["speaker"] == "Rosa Leal"


def test_check_says_what_it_looked_at_and_names_file_and_line_of_what_is_wrong(sample: Path) -> None:
    events = [path for path in (sample / "data").iterdir() if path.is_dir()]
    articles = [path for event in events for path in event.glob("*.md")]
    annotated = list((sample / "annotations").glob("*/*/*.yaml"))
    sizes = f"{len(events)} events, {len(articles)} articles, {len(annotated)} annotation files"
    good = reviewer("check", sample)
    assert (good.returncode, good.stdout, good.stderr) == (0, "", f"checked {sizes}: nothing wrong\n")
    file, _ = sorted((sample / "annotations").glob("*/*--*/mira.yaml"))
    lines = file.read_text("utf-8").splitlines(keepends=True)
    at = next(i for i, line in enumerate(lines) if "salience:" in line)
    lines[at] = lines[at].split("salience")[0] + "salience: 9\n"
    file.write_text("".join(lines), "utf-8")
    bad = reviewer("check", sample)
    assert bad.returncode == 1
    assert f"{file}:{at + 1}: " in bad.stdout
    assert bad.stderr == f"checked {sizes}: 1 complaint\n"


def test_export_gives_a_row_for_each_anchor_and_each_absent_side(sample: Path) -> None:
    done = reviewer("export", sample, "--format", "csv")
    assert (done.returncode, done.stderr) == (0, "")
    rows = list(csv.DictReader(io.StringIO(done.stdout)))
    assert {row["analyst"] for row in rows} >= {"mira"}
    assert any(row["state"] == "absent" and row["queries"] for row in rows)
    as_json = records(reviewer("export", sample, "--format", "jsonl"))
    assert len(as_json) == len(rows)
    for row in as_json:
        if row["exact"] and row["place"] == "text":
            source = (sample / "data" / row["event"] / f"{row['article']}.md").read_text("utf-8")
            assert row["exact"] in source


def test_export_gives_the_verdicts_on_matches_if_asked(sample: Path) -> None:
    done = reviewer("export", sample, "--of", "verdicts")
    assert (done.returncode, done.stderr) == (0, "")
    rows = list(csv.DictReader(io.StringIO(done.stdout)))
    assert {row["verdict"] for row in rows} == {"confirmed", "rejected", "added"}
    files = sorted((sample / "annotations").glob("*/*--*/*.yaml"))
    written = [record for file in files for record in re.findall(r"id: (m-\w+)", file.read_text("utf-8"))]
    assert list(dict.fromkeys(row["match"] for row in rows)) == written
    as_json = records(reviewer("export", sample, "--of", "verdicts", "--format", "jsonl"))
    assert [row["exact"] for row in as_json] == [row["exact"] for row in rows]


def test_export_gives_how_far_the_analysts_agree_if_asked(sample: Path) -> None:
    done = reviewer("export", sample, "--of", "agreement")
    assert (done.returncode, done.stderr) == (0, "")
    rows = list(csv.DictReader(io.StringIO(done.stdout)))
    found = {(row["pairs"], row["unit"], row["measured"], row["code"]): row for row in rows}
    assert len(found) == len(rows)
    economic = found["all", "article", "code", "generic.economic"]
    assert [economic[name] for name in ("analysts", "units", "values", "yes", "agreed", "alpha", "undefined")] == [
        *("jonas mira", "4", "8", "3", "0.75", "0.533333", "")
    ]
    assert found["all", "article", "code", "generic.conflict"]["alpha"] == "-0.4", "a number is no formula"
    omission = found["finished", "pair", "code", "difference.omission"]
    assert (omission["title"], omission["agreed"], omission["alpha"]) == ("Omission", "1.0", "")
    assert omission["undefined"].startswith("all of it was coded alike")
    as_json = records(reviewer("export", sample, "--of", "agreement", "--format", "jsonl"))
    assert [row["alpha"] for row in as_json] == [float(row["alpha"]) if row["alpha"] else None for row in rows]
    spoilt, _ = sorted((sample / "annotations").glob("*/*--*/jonas.yaml"))
    spoilt.write_text("schema: framing-annotations/1\nevent: [\n", "utf-8")
    done = reviewer("export", sample, "--of", "agreement")
    assert done.returncode == 1
    assert f"{spoilt}:" in done.stderr
    assert "all,jonas mira,code,entman.cause,Causal interpretation,article,2,4," in done.stdout


def test_agreement_says_that_another_codebook_serves_where_the_projects_own_is_broken(sample: Path) -> None:
    book = sample / "annotations" / "codebook.yaml"
    book.write_text("schema: framing-codebook/1\nid: [\n", "utf-8")
    done = reviewer("export", sample, "--of", "agreement")
    assert done.returncode == 1
    assert f"{book}:" in done.stderr
    assert "the built-in codebook framing-core serves meanwhile" in done.stderr
    assert "generic.economic" in done.stdout


def test_a_file_that_says_it_is_someone_elses_is_named_and_counted_for_nobody(sample: Path) -> None:
    mine, _ = sorted((sample / "annotations").glob("*/*--*/mira.yaml"))
    before = reviewer("export", sample)
    shutil.copy(mine, mine.with_name("copied.yaml"))
    done = reviewer("export", sample)
    assert (done.returncode, done.stdout) == (1, before.stdout)
    assert "copied.yaml: the file says it is" in done.stderr


def test_an_import_keeps_the_original_and_a_second_one_changes_nothing(tmp_path: Path) -> None:
    project, page = tmp_path / "project", tmp_path / "page.txt"
    assert reviewer("init", project).returncode == 0
    page.write_text(
        f"Home\nNews\nSubscribe\n\nBridge repairs agreed\n\nBy Tilda Moor\n\n3 May 2031\n\n{BODY}\n\nRELATED: Tolls to rise\n",
        "utf-8",
    )
    dry = reviewer("import", "--dry-run", "--format", "jsonl", page)
    assert dry.returncode == 0, dry.stderr
    (record,) = records(dry)
    assert (record["title"], record["byline"], record["published"]) == (
        "Bridge repairs agreed",
        "Tilda Moor",
        "2031-05-03",
    )
    assert list((project / "data").iterdir()) == []
    done = reviewer("import", page, "--project", project, "--event", "bridge", "--outlet", "The Beacon")
    assert done.returncode == 0, done.stderr
    (article,) = (project / "data" / "bridge").glob("*.md")
    (original,) = (project / "data" / "bridge" / "originals").iterdir()
    assert original.read_bytes() == page.read_bytes()
    assert "bridge committee" in article.read_text("utf-8")
    assert "Subscribe" not in article.read_text("utf-8")
    before = {path: path.read_bytes() for path in project.rglob("*") if path.is_file()}
    again = reviewer("import", page, "--project", project, "--event", "bridge", "--outlet", "The Beacon")
    assert again.returncode == 0, again.stderr
    assert {path: path.read_bytes() for path in project.rglob("*") if path.is_file()} == before
    assert reviewer("check", project).returncode == 0


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (["quotes", "missing.md"], 1, "missing.md"),
        (["quotes"], 2, "SOURCE"),
        (["quotes", "x", "--format", "xml"], 2, "xml"),
        (["compare", "one.md"], 2, "LEFT and RIGHT"),
        (["compare", "one.md", "two.md"], 1, "one.md: no such file"),
        (["compare", "-", "-"], 2, "name a file for the other"),
        (["compare", "--corpus", "docs.jsonl"], 2, "--pairs"),
        (["compare", "--event", "../etc"], 1, "event id"),
        (["check", "nowhere"], 1, "nowhere"),
        (["qoutes"], 1, "qoutes: no such folder or command; reviewer --help lists"),
        (["{sample}"], 1, "needs a terminal"),
        (["--analyst", "Not An Id", "{sample}"], 1, "analyst id"),
        (["--no-such-option"], 2, "--no-such-option"),
        (["init", "{sample}"], 1, "already"),
        (["init", ""], 2, "an empty name"),
        (["", "--analyst", "tess"], 2, "an empty name"),
        (["import", "x", "--project", ""], 2, "an empty name"),
        (["import", "x", "--outlet", " "], 2, "--outlet takes a name, and ' ' is none"),
        (["import", "x", "--outlet", "\udcff"], 2, "--outlet takes a name"),
        (["import", "--dry-run", "x", "--project", "nowhere"], 1, "nowhere: no such folder"),
    ],
)
def test_a_wrong_call_gets_one_line_and_its_exit_code(
    arguments: list[str], code: int, says: str, sample: Path, tmp_path: Path
) -> None:
    done = reviewer(*(word.format(sample=sample) for word in arguments), cwd=sample)
    assert done.returncode == code, done.stderr
    assert says in done.stderr
    assert "Traceback" not in done.stderr
    assert code == 2 or len(done.stderr.strip().splitlines()) == 1


def test_no_escape_sequence_of_an_article_reaches_the_output(tmp_path: Path) -> None:
    evil = "\x1b]52;c;ZXZpbA==\x07\x1b[2J\u202e\x9b31m"
    page = tmp_path / "evil.md"
    page.write_text(
        f"---\noutlet: Evil\n---\n“Go home{evil} and stay there for good,” said Ana{evil} Lopez.\n", "utf-8"
    )
    for form in ("table", "jsonl"):
        done = reviewer("quotes", page, "--format", form)
        for code in ("\x1b", "\x07", *(["\u202e", "\x9b"] if form == "table" else [])):
            assert code not in done.stdout, form
    bad = tmp_path / f"na{evil.replace('/', '')}me.jsonl"
    bad.write_text("{\n", "utf-8")
    assert "\x1b" not in reviewer("quotes", bad).stderr


@pytest.mark.parametrize("form", ["table", "json", "jsonl"])
def test_a_reader_that_stops_early_is_no_error(form: str, tmp_path: Path) -> None:
    corpus = tmp_path / "corpus.jsonl"  # its quotations are more than a pipe holds
    corpus.write_text('{"id": "x", "text": "“Come in out of the rain,” said Rosa Leal."}\n' * 2000, "utf-8")
    command = f"'{sys.executable}' -m reviewer quotes '{corpus}' --format {form} | head -n 1; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", command], cwd=ROOT, capture_output=True, text=True)
    assert done.stderr == ""
    assert len(done.stdout.splitlines()) == 2
    assert done.stdout.splitlines()[1] == "1"


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
def test_a_closed_standard_stream_is_no_error(closed: str, sample: Path) -> None:
    for command in ("--help", f"check '{sample}'", f"quotes '{sample}/data'", f"export '{sample}'"):
        line = f"'{sys.executable}' -m reviewer {command} {closed}"
        done = subprocess.run(["bash", "-c", line], cwd=ROOT, capture_output=True, text=True)
        said = [line for line in done.stderr.splitlines() if not line.startswith("checked ")]
        assert (done.returncode, said) == (0, []), command


def test_what_the_output_s_encoding_has_not_is_written_as_its_escape(sample: Path, tmp_path: Path) -> None:
    wrong = sample / "data" / "storm" / "gazette.md"
    wrong.parent.mkdir()
    wrong.write_text("---\npublished: “soon”\n---\n\nText.\n", "utf-8")
    for command in (["init", tmp_path / "p…"], ["check", sample]):
        done = subprocess.run(
            [sys.executable, "-m", "reviewer", *map(str, command)],
            cwd=ROOT,
            capture_output=True,
            env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "latin-1"},
        )
        assert done.returncode == (command[0] == "check"), done.stderr
        assert (b"\\u2026" if command[0] == "init" else b"\\u201csoon\\u201d") in done.stdout


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full, which this system has not")
def test_results_that_cannot_be_written_are_named_and_the_exit_code_tells(sample: Path) -> None:
    for command in ("--help", f"quotes '{sample}/data'", f"export '{sample}'"):
        line = f"'{sys.executable}' -m reviewer {command} >/dev/full"
        done = subprocess.run(["bash", "-c", line], cwd=ROOT, capture_output=True, text=True)
        assert (done.returncode, done.stderr) == (1, "reviewer: standard output: No space left on device\n"), command


def test_an_interrupt_ends_with_130_and_one_line(tmp_path: Path) -> None:
    # Where the tests run in the background, the signal is ignored unless the child takes it up again.
    script = "import os, signal, sys; from reviewer import cli; signal.signal(signal.SIGINT, signal.default_int_handler); cli.commands.commands['check'].callback = lambda **k: os.kill(os.getpid(), signal.SIGINT); sys.exit(cli.run(['check', '.']))"
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 130
    assert done.stderr.strip() == "reviewer: interrupted"


def test_a_sample_that_was_half_copied_is_copied_again(tmp_path: Path) -> None:
    project = tmp_path / "share" / "reviewer" / "sample"
    (project / "sample.partial" / "data").mkdir(parents=True)
    (project / "annotations").mkdir()
    script = "from reviewer.project import user_sample; print(user_sample())"
    env = {**os.environ, "XDG_DATA_HOME": str(tmp_path / "share"), "PYTHONPATH": str(ROOT)}
    done = subprocess.run([sys.executable, "-c", script], cwd=tmp_path, env=env, capture_output=True, text=True)
    assert done.stdout.strip() == str(project)
    assert sorted(path.name for path in project.iterdir()) == ["annotations", "data"]
    shutil.rmtree(project)


def test_several_articles_without_an_event_are_told_where_they_went(tmp_path: Path) -> None:
    pages = [
        {"title": title, "outlet": "Courier", "text": "The quay was shut. " * 9 + title} for title in ("One", "Two")
    ]
    (tmp_path / "pages.jsonl").write_text("\n".join(map(json.dumps, pages)), "utf-8")
    assert reviewer("init", "p", cwd=tmp_path).returncode == 0
    dry = reviewer("import", "pages.jsonl", "--project", "p", "--dry-run", cwd=tmp_path)
    assert "all of them would go into one event, one; with --grouped each goes into the event it tells of" in dry.stderr
    done = reviewer("import", "pages.jsonl", "--project", "p", cwd=tmp_path)
    folder = Path("p") / "data" / "one"
    assert (
        f"all of them in one event, one; to part them, remove {folder} and import again with --grouped" in done.stderr
    )
    again = reviewer("import", "pages.jsonl", "--project", "p", "--grouped", cwd=tmp_path)
    assert "what is there stays where it is, all of it in one: t on the board moves one" in again.stderr
    shutil.rmtree(tmp_path / folder)
    assert "2 new\n" in reviewer("import", "pages.jsonl", "--project", "p", "--grouped", cwd=tmp_path).stderr
    named = reviewer("import", "pages.jsonl", "--project", "p", "--event", "b", cwd=tmp_path)
    assert "all of them" not in named.stderr


def test_articles_that_went_to_others_are_not_told_to_be_removed_with_them(tmp_path: Path) -> None:
    texts = ("The quay was shut. ", "A choir sang on the roof. ", "Nobody came to the fair. ")
    pages = [json.dumps({"title": "One", "outlet": f"Paper {n}", "text": text * 9}) for n, text in enumerate(texts)]
    reviewer("init", "p", cwd=tmp_path)
    reviewer("import", "-", "--project", "p", cwd=tmp_path, stdin=pages[0])
    done = reviewer("import", "-", "--project", "p", cwd=tmp_path, stdin="\n".join(pages[1:]))
    said = "all of them in one event, one, with what was there; --grouped puts each into the event it tells of"
    assert f"{said}; t on the board moves one" in done.stderr


def test_what_is_to_be_said_of_every_record_alike_is_said_once(tmp_path: Path) -> None:
    lines = [{"title": f"T{n}", "content": f"<p>{'The quay was shut. ' * n}</p><p>{n}</p>"} for n in range(1, 9)]
    reviewer("init", "p", cwd=tmp_path)
    done = reviewer("import", "-", "--project", "p", cwd=tmp_path, stdin="\n".join(map(json.dumps, lines)))
    said = [line for line in done.stderr.splitlines() if "taken out of HTML" in line]
    note = "the text was taken out of HTML"
    assert said == [f"-:1: {note}", f"-: and 7 more like it (2-8): {note}"]
    again = reviewer("import", "-", "--project", "p", cwd=tmp_path, stdin="\n".join(map(json.dumps, lines)))
    assert again.stderr == "8 unchanged (there already)\n"


def test_an_import_that_breaks_off_says_how_far_it_came(tmp_path: Path) -> None:
    pages = [{"title": title, "text": f"{title} quay was shut. " * 9} for title in ("One", "Two", "Three")]
    reviewer("init", "p", cwd=tmp_path)
    (tmp_path / "p" / "data" / "quay" / "three.md").mkdir(parents=True)
    call = ("import", "-", "--project", "p", "--event", "quay")
    done = reviewer(*call, cwd=tmp_path, stdin="\n".join(map(json.dumps, pages)))
    assert done.returncode == 1
    assert done.stderr.splitlines()[-2:] == [
        "broken off after 2 new; import again to go on",
        f"reviewer: {Path('p/data/quay/three.md')}: a folder stands where the file should be; move the folder away",
    ]
    (tmp_path / "p" / "data" / "quay" / "three.md").rmdir()
    assert "1 new · 2 unchanged" in reviewer(*call, cwd=tmp_path, stdin="\n".join(map(json.dumps, pages))).stderr


def test_on_a_terminal_a_complaint_has_a_line_of_its_own_and_what_came_of_it_all_is_said_last(tmp_path: Path) -> None:
    pages = [json.dumps({"title": f"T{n}", "text": f"Quay {n} was shut. " * 9}) for n in range(400)]
    (tmp_path / "c.jsonl").write_text("\n".join([*pages[:200], "{", *pages[200:]]), "utf-8")
    reviewer("init", "p", cwd=tmp_path)
    call = ["import", "c.jsonl", "--project", "p", "--event", "quay"]
    with Terminal(call, cwd=tmp_path, home=tmp_path / "home", rows=500) as terminal:
        assert terminal.wait(60) == 1
        shown = [line for line in terminal.settle().splitlines() if line]
    assert [line.partition(": ")[0] for line in shown if "c.jsonl:201" in line] == ["c.jsonl:201"]
    assert shown[-1] == "400 new · 1 refused"


def test_a_new_project_is_told_what_comes_next(tmp_path: Path) -> None:
    assert reviewer("init", "p", cwd=tmp_path).stdout.endswith("reviewer import PAGES… --project p, then reviewer p\n")
    assert reviewer("init", "q", "--sample", cwd=tmp_path).stdout.endswith("next: reviewer q\n")


def test_what_init_proposes_can_be_pasted_though_the_folder_has_blanks(tmp_path: Path) -> None:
    assert reviewer("init", "my press", cwd=tmp_path).stdout.endswith(
        "--project 'my press', then reviewer 'my press'\n"
    )
    assert "reviewer 'my press'" in reviewer("init", "my press", cwd=tmp_path).stderr
    (tmp_path / "no project").mkdir()
    assert "reviewer init 'no project'" in reviewer("check", "no project", cwd=tmp_path).stderr
