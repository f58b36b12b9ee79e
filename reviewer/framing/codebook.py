"""Codebooks: the project's own and the built-in ones, their includes resolved."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Literal

from reviewer.errors import ReviewerError
from reviewer.files import Node, decode, parse_yaml, read_bytes
from reviewer.framing.nodes import Fields, Where
from reviewer.framing.values import Code, Codebook
from reviewer.project import Project, is_id

SCHEMA = "framing-codebook/1"
DEFAULT = "framing-core"
_KEYS = ("schema", "id", "version", "title", "source", "licence_note", "includes", "branches")
_BRANCH_KEYS = ("id", "title", "use", "codes")
_CODE_KEYS = ("id", "title", "definition", "example", "codes")
_BUILTIN = Path(__file__).parent.parent / "codebooks"


def _codes(
    nodes: list[Node], parent: str, use: Literal["type", "code"], branch: str, where: Where, made: dict[str, Code]
) -> None:
    for node in nodes:
        fields = Fields(node, where, "a code")
        name = fields.need("id", "a code")
        if not is_id(name):
            raise fields.refuse(f"{name!r} is no code id", "id", "use lower-case letters and digits joined by hyphens")
        path = f"{parent}.{name}"
        if path in made:
            raise fields.refuse(f"the code {path} occurs twice", "id", "give one of them another id")
        title, definition = fields.need("title", f"the code {path}"), fields.lines("definition")
        if not definition:
            raise fields.refuse(f"the code {path} has no definition", hint="say what it is for")
        made[path] = Code(path, title, definition, use, fields.lines("example"), branch)
        _codes(fields.sequence("codes"), path, use, branch, where, made)


def parse_codebook(text: str, where: Where, including: tuple[str, ...] = ()) -> Codebook:
    """A codebook's file with what it includes, included codes first; raises ReviewerError with the line of what is wrong."""
    root = parse_yaml(text, where)
    fields = Fields(root, where, "the codebook")
    if fields.need("schema", "the codebook") != SCHEMA:
        raise fields.refuse(f"{fields.text('schema')} is no schema of a codebook", "schema", f"it should be {SCHEMA}")
    identity = fields.need("id", "the codebook")
    made: dict[str, Code] = {}
    branches: dict[str, str] = {}
    for name in fields.texts("includes"):
        if name in including or name == identity:
            raise fields.refuse(f"the codebook {name} includes itself", "includes")
        if name not in builtin_ids():
            raise fields.refuse(f"no codebook {name}", "includes", f"there are {', '.join(builtin_ids())}")
        for code in _builtin(name, (*including, identity)).codes:
            if branches.setdefault(code.branch, name) != name:
                what = f"the branch {code.branch} of {name} is in {branches[code.branch]} already"
                raise fields.refuse(what, "includes", "include one of them")
            made[code.path] = code
    for node in fields.sequence("branches"):
        branch = Fields(node, where, "a branch")
        name = branch.need("id", "a branch")
        if not is_id(name):
            raise branch.refuse(
                f"{name!r} is no branch id", "id", "use lower-case letters and digits joined by hyphens"
            )
        if name in branches:
            what = f"the branch {name} is in {branches[name]} already"
            raise branch.refuse(what, "id", "give the branch another id")
        branches[name] = identity
        use = branch.choice("use", ("type", "code"), "code")
        _codes(branch.sequence("codes"), name, use, name, where, made)
    return Codebook(
        identity,
        fields.text("version", "1"),
        fields.need("title", "the codebook"),
        fields.lines("source"),
        fields.lines("licence_note"),
        tuple(made.values()),
    )


def misspelt_keys(text: str, where: Where) -> Iterator[tuple[int, str]]:
    """Keys that nobody reads and that are nearly one that is read: line and remark, of a file that `parse_codebook` takes."""
    root = Fields(parse_yaml(text, where), where, "the codebook")
    yield from _misspelt(root, _KEYS)
    for node in root.sequence("branches"):
        branch = Fields(node, where, "a branch")
        yield from _misspelt(branch, _BRANCH_KEYS)
        waiting = branch.sequence("codes")
        while waiting:
            code = Fields(waiting.pop(0), where, "a code")
            yield from _misspelt(code, _CODE_KEYS)
            waiting = [*code.sequence("codes"), *waiting]


def _misspelt(fields: Fields, known: tuple[str, ...]) -> Iterator[tuple[int, str]]:
    from difflib import get_close_matches  # only a check asks for it

    for key, node in fields.items.items():
        meant = get_close_matches(key.casefold(), known, 1, 0.75) if key not in known else ()
        for name in meant:
            yield node.line, f"nobody reads the key {key[:40]!r}; did you mean {name}?"


@cache
def builtin_ids() -> tuple[str, ...]:
    """The ids of the codebooks that come with the program, sorted."""
    return tuple(sorted(file.stem for file in _BUILTIN.glob("*.yaml")))


@cache
def _builtin(name: str, including: tuple[str, ...]) -> Codebook:
    return parse_codebook((_BUILTIN / f"{name}.yaml").read_text(encoding="utf-8"), f"{name}.yaml", including)


def builtin_codebook(name: str = DEFAULT) -> Codebook:
    """A codebook that comes with the program; raises ReviewerError when there is none of that id."""
    if name not in builtin_ids():
        raise ReviewerError(f"no codebook {name}", hint=f"there are {', '.join(builtin_ids())}")
    return _builtin(name, ())


def read_codebook(path: Path) -> Codebook:
    """The codebook in a file."""
    return parse_codebook(decode(read_bytes(path), path), path)


def load_codebook(project: Project) -> tuple[Codebook, tuple[str, ...]]:
    """The project's codebook, else the built-in one; a broken one of the project's own is a warning and the built-in one serves."""
    if not project.codebook.exists():
        return builtin_codebook(), ()
    try:
        return read_codebook(project.codebook), ()
    except ReviewerError as error:
        return builtin_codebook(), (f"{error}; the built-in codebook {DEFAULT} serves meanwhile",)
