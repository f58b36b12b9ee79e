"""A project folder: its paths, the ids in it, what lies where.  Parses nothing."""

from __future__ import annotations

import os
import re
import shlex
import sys
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from itertools import count
from pathlib import Path

from reviewer.errors import ReviewerError

ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
MAX_ID = 80
_LETTERS = str.maketrans(
    {"æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", **dict.fromkeys("'’ʼ")}
)
# General categories of what parts words though no space stands by it, a dash perhaps:
_BETWEEN = frozenset({"Pd", "Po", "Ps", "Pe", "Pi", "Pf", "Sm"})
_PACKAGED_SAMPLE = Path(__file__).parent / "sample"


def is_id(name: str) -> bool:
    """Whether `name` may name an event, an article or an analyst (and so a file)."""
    return len(name) <= MAX_ID and ID.fullmatch(name) is not None


def require_id(name: str, what: str) -> str:
    """`name` itself; raises ReviewerError when it is not an id."""
    if not is_id(name):
        like = f", as {make_id(name)}" if any(c.isascii() and c.isalpha() for c in name) else ""
        raise ReviewerError(
            f"{name!r} is no {what} id",
            hint=f"use lower-case letters and digits joined by single hyphens, at most {MAX_ID}{like}",
        )
    return name


def make_id(*words: str | None, fallback: str = "article") -> str:
    """An id from what people call a thing; with no Latin letters or digits in it, `fallback-<8 hex of its hash>`."""
    said = " ".join(word for word in words if word)
    spaced = "".join(" " if unicodedata.category(c) in _BETWEEN else c for c in said.casefold().translate(_LETTERS))
    plain = unicodedata.normalize("NFKD", spaced).encode("ascii", "ignore").decode().lower()
    parts: list[str] = []
    for part in re.findall(r"[a-z0-9]+", plain):
        if len("-".join([*parts, part])) > MAX_ID - 12:
            break
        parts.append(part)
    if not any(character.isalpha() for character in "".join(parts)):
        parts = [fallback, sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:8]]
    return "-".join(parts)


def numbered(name: str) -> Iterator[str]:
    """`name`, `name-2`, `name-3`, …: ids to try where the first is taken."""
    yield name
    for number in count(2):
        yield f"{name}-{number}"


def pair_name(left: str, right: str) -> str:
    """The folder of a pair: its two article ids in code-point order."""
    return "--".join(sorted((left, right)))


@dataclass(frozen=True, slots=True)
class Project:
    """A folder with `data/` and `annotations/`; every path in it is asked for here."""

    root: Path

    @property
    def data(self) -> Path:
        return self.root / "data"

    @property
    def annotations(self) -> Path:
        return self.root / "annotations"

    @property
    def private(self) -> Path:
        """Drafts, failed edits, locks and indexes; made by `reviewer.files` with mode 0700 on first use."""
        return self.root / ".reviewer"

    @property
    def codebook(self) -> Path:
        return self.annotations / "codebook.yaml"

    def event_folder(self, event: str) -> Path:
        return self.data / require_id(event, "event")

    def event_file(self, event: str) -> Path:
        return self.event_folder(event) / "event.yaml"

    def article_file(self, event: str, article: str) -> Path:
        return self.event_folder(event) / f"{require_id(article, 'article')}.md"

    def originals(self, event: str) -> Path:
        return self.event_folder(event) / "originals"

    def revisions(self, event: str, article: str) -> Path:
        return self.event_folder(event) / "revisions" / require_id(article, "article")

    def pair_folder(self, event: str, left: str, right: str) -> Path:
        for article in (left, right):
            require_id(article, "article")
        return self.annotations / require_id(event, "event") / pair_name(left, right)

    def pair_file(self, event: str, left: str, right: str, analyst: str) -> Path:
        return self.pair_folder(event, left, right) / f"{require_id(analyst, 'analyst')}.yaml"

    def corrections_file(self, event: str, article: str, analyst: str) -> Path:
        folder = self.annotations / require_id(event, "event") / require_id(article, "article")
        return folder / f"{require_id(analyst, 'analyst')}.yaml"

    def event_ids(self) -> list[str]:
        """Folders of `data/` whose name is an id, sorted; links are not followed."""
        if not self.data.is_dir():
            return []
        return sorted(p.name for p in self.data.iterdir() if is_id(p.name) and p.is_dir() and not p.is_symlink())

    def article_ids(self, event: str) -> list[str]:
        """`*.md` files of the event whose stem is an id, sorted."""
        folder = self.event_folder(event)
        if not folder.is_dir():
            return []
        return sorted(p.stem for p in folder.iterdir() if p.suffix == ".md" and is_id(p.stem) and p.is_file())

    def annotated_pairs(self, event: str, analyst: str) -> list[tuple[str, str]]:
        """The pairs of the event on which this analyst has a file, as their articles' ids, sorted."""
        files = (self.annotations / require_id(event, "event")).glob(f"*--*/{require_id(analyst, 'analyst')}.yaml")
        pairs = (tuple(path.parent.name.split("--")) for path in files if path.is_file())
        return sorted((pair[0], pair[1]) for pair in pairs if len(pair) == 2 and all(map(is_id, pair)))

    def analysts(self, event: str, left: str, right: str) -> list[str]:
        """Who has a file on this pair, sorted."""
        folder = self.pair_folder(event, left, right)
        if not folder.is_dir():
            return []
        return sorted(p.stem for p in folder.iterdir() if p.suffix == ".yaml" and is_id(p.stem) and p.is_file())


def _follow(root: Path) -> None:
    """Raises ReviewerError for a link that leads nowhere, or in a circle."""
    if root.is_symlink() and not root.exists():
        raise ReviewerError("this link leads nowhere", where=root, hint="name a folder")


def open_project(root: Path) -> Project:
    """The project in `root`; raises ReviewerError when there is no `data/` folder in it."""
    _follow(root)
    if not root.exists():
        raise ReviewerError(
            "no such folder", where=root, hint="check the path, or make a project with: reviewer init FOLDER"
        )
    if not root.is_dir():
        raise ReviewerError("not a folder", where=root, hint="a project is a folder with data/ and annotations/ in it")
    if os.path.lexists(root / "data") and not (root / "data").is_dir():
        raise ReviewerError(
            "not a folder", where=root / "data", hint="a project has its articles in it; move this away"
        )
    if not (root / "data").is_dir():
        raise ReviewerError(
            "no data/ folder here", where=root, hint=f"make a project with: reviewer init {shlex.quote(str(root))}"
        )
    return Project(root)


def make_project(root: Path, *, sample: bool = False) -> None:
    """A new project in `root`, empty or with the sample corpus in it; annotations without data are one whose empty folder a copy
    left out.  Raises ReviewerError where there is a project already."""
    _follow(root)
    if (root / "data").is_dir():
        raise ReviewerError(
            "there is a project here already", where=root, hint=f"open it with: reviewer {shlex.quote(str(root))}"
        )
    for there in (root / "data", root / "annotations"):
        if os.path.lexists(there) and (sample or not there.is_dir()):
            raise ReviewerError(
                "this is in the way of a new project", where=there, hint="move it, or name another folder"
            )
    if sample:
        copy_sample(root)
        return
    try:
        for name in ("data", "annotations"):
            (root / name).mkdir(parents=True, exist_ok=True)
    except OSError as error:
        hint = "name another folder"
        raise ReviewerError(f"cannot make the folder: {error.strerror}", where=root, hint=hint) from error


def sample_root() -> Path:
    """Where the sample corpus lies: inside the installed package, or beside it in a checkout."""
    if (_PACKAGED_SAMPLE / "data").is_dir():
        return _PACKAGED_SAMPLE
    return Path(__file__).parent.parent


def copy_sample(root: Path) -> None:
    """Copy the sample corpus into `root`; raises ReviewerError when that cannot be done."""
    import shutil

    source = sample_root()
    if not (source / "data").is_dir():
        raise ReviewerError(
            "the sample corpus is missing from this installation", where=source, hint="install the package again"
        )
    partial = root / "sample.partial"  # data/ comes last and whole, so an interrupted copy is begun anew
    try:
        shutil.rmtree(partial, ignore_errors=True)
        for name in ("annotations", "data"):
            for path in sorted((source / name).rglob("*")):
                if path.is_file():
                    target = partial / path.relative_to(source)
                    target.parent.mkdir(parents=True, exist_ok=True)
                    shutil.copyfile(path, target)
        for name in ("annotations", "data"):
            if not (root / name).exists():
                (partial / name).rename(root / name)
    except OSError as error:
        what = f"the sample cannot be copied here: {error.strerror or error}"
        raise ReviewerError(
            what, where=root, hint="make room, or choose another folder: reviewer init FOLDER --sample"
        ) from error
    finally:
        shutil.rmtree(partial, ignore_errors=True)


def _user_data() -> Path:
    """The folder for a user's data (XDG base directories, or what the platform has); raises ReviewerError for a user without home."""
    if given := os.environ.get("XDG_DATA_HOME"):  # empty counts as not set
        return Path(given)
    try:
        if sys.platform == "darwin":
            return Path.home() / "Library" / "Application Support"
        if sys.platform == "win32":
            return Path(os.environ.get("LOCALAPPDATA") or Path.home())
        return Path.home() / ".local" / "share"
    except RuntimeError as error:
        raise ReviewerError(
            "no home folder to keep the sample in", hint="use: reviewer init FOLDER --sample"
        ) from error


def user_sample() -> Path:
    """The user's own copy of the sample, in the user's data folder; made at the first call."""
    root = _user_data() / "reviewer" / "sample"
    if not (root / "data").is_dir():
        copy_sample(root)
    return root
