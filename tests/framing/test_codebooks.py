"""Codebooks: what comes with the program, a project's own, includes, and what is refused."""

from __future__ import annotations

import pytest

from reviewer.errors import ReviewerError
from reviewer.framing import builtin_codebook, builtin_ids, load_codebook
from reviewer.framing.codebook import parse_codebook
from reviewer.project import Project

DIFFERENCES = (
    "omission addition prominence headline-mismatch naming agency-shift attribution-shift speech-verb certainty "
    "number-framing context-window source-balance quote-trim quote-alter quote-reattribute causal-account moral-judgement "
    "remedy tone image-caption fact-conflict silent-edit"
).split()
HEAD = "schema: framing-codebook/1\nid: own\nversion: 3\ntitle: Ours\n"
BRANCH = "branches:\n  - {id: energy, title: Energy, use: code, codes: [{id: price, title: Price, definition: What it costs.}]}\n"


def test_the_core_codebook_has_the_functions_the_generic_frames_and_our_types() -> None:
    core = builtin_codebook()
    assert [code.path for code in core.types] == [f"difference.{name}" for name in DIFFERENCES]
    assert [code.path for code in core.labels] == [
        *(f"entman.{name}" for name in ("problem", "cause", "moral", "remedy")),
        *(f"generic.{name}" for name in ("conflict", "human-interest", "responsibility", "morality", "economic")),
    ]
    assert "Entman" in core.source
    assert "Semetko" in core.source


def test_the_policy_frames_are_fifteen_labels() -> None:
    policy = builtin_codebook("policy-frames")
    assert len(policy.labels) == 15
    assert not policy.types
    assert all(code.path.startswith("policy.") for code in policy.codes)


@pytest.mark.parametrize("name", builtin_ids())
def test_every_built_in_code_is_defined_shown_and_sourced(name: str) -> None:
    codebook = builtin_codebook(name)
    assert codebook.id == name
    assert codebook.source
    assert codebook.licence_note
    definitions = [code.definition for code in codebook.codes]
    assert all(len(definition) > 30 and definition.endswith(".") for definition in definitions)
    assert len(set(definitions)) == len(definitions)
    assert all(len(code.example) > 8 for code in codebook.codes)


def test_a_project_without_a_codebook_has_the_core(project: Project) -> None:
    assert load_codebook(project) == (builtin_codebook(), ())


def test_a_projects_own_codebook_includes_others_and_nests_codes(project: Project) -> None:
    project.codebook.write_text(
        HEAD + "includes: [framing-core, policy-frames]\nbranches:\n"
        "  - id: energy\n    title: Energy\n    use: code\n    codes:\n"
        "      - id: price\n        title: Price\n        definition: |\n          What it costs.\n"
        "        codes:\n          - {id: heating, title: Heating, definition: What warmth costs., example: e}\n"
    )
    codebook, warnings = load_codebook(project)
    assert warnings == ()
    assert (codebook.id, codebook.version) == ("own", "3")
    assert [code.path for code in codebook.codes if code.branch == "energy"] == ["energy.price", "energy.price.heating"]
    found = codebook.find("energy.price")
    assert found is not None
    assert found.definition == "What it costs."
    assert codebook.find("policy.health-and-safety") is not None
    assert codebook.find("difference.omission") in codebook.types


def test_a_broken_codebook_is_a_warning_with_its_line_and_the_core_serves(project: Project) -> None:
    project.codebook.write_text(HEAD + "includes: [nonesuch]\n")
    codebook, warnings = load_codebook(project)
    assert codebook == builtin_codebook()
    assert len(warnings) == 1
    assert f"{project.codebook}:5: no codebook nonesuch" in warnings[0]


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        (HEAD.replace("/1", "/2"), 1, "no schema"),
        (HEAD.replace("id: own\n", ""), 1, "no id"),
        (HEAD.replace("title: Ours\n", ""), 1, "no title"),
        (HEAD + "includes: [framing-core, framing-core, own]\n", 5, "includes itself"),
        (HEAD + BRANCH + BRANCH.removeprefix("branches:\n"), 7, "branch energy is in own already"),
        (HEAD + "includes: [framing-core]\n" + BRANCH.replace("energy", "entman"), 7, "is in framing-core already"),
        (HEAD + BRANCH.replace("use: code", "use: frame"), 6, "type, code"),
        (HEAD + BRANCH.replace("id: price", "id: Price!"), 6, "no code id"),
        (HEAD + BRANCH.replace("id: energy", "id: a.b"), 6, "no branch id"),
        (HEAD + BRANCH.replace(", definition: What it costs.", ""), 6, "no definition"),
        (HEAD + BRANCH.replace("}]}", "}, {id: price, title: P, definition: D}]}"), 6, "energy.price occurs twice"),
    ],
)  # fmt: skip
def test_what_is_wrong_in_a_codebook_is_named_with_its_line(text: str, line: int, what: str) -> None:
    with pytest.raises(ReviewerError, match=what) as caught:
        parse_codebook(text, "codebook.yaml")
    assert (caught.value.where, caught.value.line) == ("codebook.yaml", line)


def test_a_codebook_that_does_not_exist_is_named_with_those_that_do() -> None:
    with pytest.raises(ReviewerError, match="framing-core, policy-frames"):
        raise_it()


def raise_it() -> None:
    try:
        builtin_codebook("nonesuch")
    except ReviewerError as error:
        raise ReviewerError(str(error)) from error
