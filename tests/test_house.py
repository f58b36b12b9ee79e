"""The house rules that a linter cannot see: what a fresh interpreter loads, how long modules are, what lies at the top."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib

import pytest

from tests.conftest import ROOT

# What importing a room must not load (each takes tens or hundreds of milliseconds, or belongs to another room).
HEAVY = ("textual", "rich", "trafilatura", "lxml", "feedparser", "warcio", "numpy", "hypothesis")
# What is asked for by its module, since not all who come to the door should load it.
BY_NAME = (
    "text.graphemes",
    "text.wrapping",
    "files.emitter",
    "articles.by_hand",
    "articles.edits",
    "articles.importing",
    "articles.moving",
    "articles.originals",
    "articles.revisions",
    "articles.shelf",
    "articles.store",
    "quotes.values",
    "comparison.flags",
    "events.placing",
    "framing.agreement",
)
ROOMS = (
    "errors",
    "text",
    "files",
    "project",
    "articles",
    "quotes",
    "comparison",
    "events",
    "framing",
    "exchange",
    "cli",
)
ABOVE = {room: ROOMS[i + 1 :] for i, room in enumerate(ROOMS)} | {
    "events": ("exchange", "cli"),
    "framing": ("exchange", "cli"),
}


def loaded_after(code: str) -> set[str]:
    """The modules of a fresh interpreter after `code`."""
    script = f"{code}\nimport sys\nprint('\\n'.join(sorted(sys.modules)), file=sys.__stdout__)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_loads_alone_without_heavy_libraries_or_rooms_above_it(room: str) -> None:
    loaded = loaded_after(f"import reviewer.{room}")
    assert f"reviewer.{room}" in loaded
    assert not loaded & set(HEAVY)
    assert not {f"reviewer.{above}" for above in (*ABOVE[room], "tui")} & loaded


def test_help_loads_no_room() -> None:
    loaded = loaded_after("from reviewer.cli import run\nassert run(['--help']) == 0")
    rooms = {name.split(".")[1] for name in loaded if name.startswith("reviewer.")}
    assert rooms == {"cli", "errors"}
    assert not loaded & {*HEAVY, "yaml", "rapidfuzz", "wcwidth", "json"}


def test_a_program_that_reads_quotations_waits_for_no_table_no_network_and_no_archive() -> None:
    (article, *_) = sorted((ROOT / "data").glob("*/*.md"))
    loaded = loaded_after(f"from reviewer.cli import run\nassert run(['quotes', {str(article)!r}]) == 0")
    assert not loaded & {*HEAVY, "wcwidth", "socket", "shutil", "zipfile", "reviewer.framing"}


def test_check_loads_neither_textual_nor_trafilatura(tmp_path: object) -> None:
    code = f"from reviewer.cli import run\nrun(['init', {str(tmp_path)!r} + '/p', '--sample'])\nassert run(['check', {str(tmp_path)!r} + '/p']) == 0"
    assert not loaded_after(code) & set(HEAVY)


def test_rooms_take_from_each_other_what_stands_in_the_door() -> None:
    inside = [
        f"{path.relative_to(ROOT)}: {module}"
        for path in (ROOT / "reviewer").rglob("*.py")
        for module in re.findall(r"^ *from reviewer\.(\w+\.\w+) import", path.read_text("utf-8"), re.MULTILINE)
        if module.split(".")[0] != path.relative_to(ROOT).parts[1] and module not in BY_NAME
    ]
    assert inside == []


def test_only_the_tui_imports_textual() -> None:
    offenders = [
        str(path.relative_to(ROOT))
        for path in (ROOT / "reviewer").rglob("*.py")
        if path.relative_to(ROOT).parts[1] != "tui"
        for line in path.read_text("utf-8").splitlines()
        if line.lstrip().startswith(("import textual", "from textual", "import rich", "from rich"))
    ]
    assert offenders == []


def test_no_module_outgrows_four_hundred_lines_and_the_app_stays_below_a_hundred_and_fifty() -> None:
    lengths = {
        str(p.relative_to(ROOT)): len(p.read_text("utf-8").splitlines()) for p in (ROOT / "reviewer").rglob("*.py")
    }
    assert {name: n for name, n in lengths.items() if n > 400} == {}
    assert lengths["reviewer/tui/app.py"] < 150


def test_the_rooms_are_two_levels_deep_at_most() -> None:
    folders = {p.parent.relative_to(ROOT / "reviewer") for p in (ROOT / "reviewer").rglob("*.py")}
    assert all(len(folder.parts) <= 2 for folder in folders)


def test_the_top_level_holds_what_the_design_names() -> None:
    named = {
        "pyproject.toml",
        "README.md",
        "reviewer",
        "annotations",
        "data",
        "tests",
        "LICENSE",
        "CHANGELOG.md",
        "CONTRIBUTING.md",
        "constraints.txt",
    }
    tracked = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True)
    if tracked.returncode:
        pytest.skip("not a git checkout")
    top = {line.split("/")[0] for line in tracked.stdout.splitlines()}
    assert {name for name in top if not name.startswith(".")} == named


def test_yaml_is_read_only_through_the_one_strict_reader() -> None:
    other = re.compile(r"^\s*(?:import|from) yaml|\bC?(?:Safe|Full|Unsafe|Base)?Loader\b", re.MULTILINE)
    readers = [path for path in (ROOT / "reviewer").rglob("*.py") if other.search(path.read_text("utf-8"))]
    assert [str(path.relative_to(ROOT)) for path in readers] == ["reviewer/files/reader.py"]


def test_every_dependency_is_locked_in_the_constraints() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    names = {w.split(">")[0].split("=")[0].split("[")[0].strip().lower().replace("_", "-") for w in wanted}
    locked = {
        line.split("==")[0].strip().lower().replace("_", "-")
        for line in (ROOT / "constraints.txt").read_text("utf-8").splitlines()
        if "==" in line
    }
    assert names - locked == set()
