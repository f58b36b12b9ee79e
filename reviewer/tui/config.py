"""What a person wants remembered: who they are, the theme, their keys.  A broken file never stops the program."""

from __future__ import annotations

import getpass
import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from reviewer.errors import ReviewerError
from reviewer.project import is_id, make_id
from reviewer.tui.themes import NAMES

FOLDER_VARIABLE = "REVIEWER_CONFIG"
_SETTINGS = ("analyst", "theme", "keys")


@dataclass(frozen=True, slots=True)
class Config:
    """`keys` maps binding ids to key names as Textual writes them; `failures` are one line each."""

    analyst: str | None = None
    theme: str = "dark"
    keys: Mapping[str, str] = field(default_factory=dict)
    failures: tuple[str, ...] = ()


def config_file() -> Path:
    """`config.yaml` in REVIEWER_CONFIG, else in the platform's folder for a program's configuration; nothing is created.

    Raises ReviewerError for a user without home.
    """
    if given := os.environ.get(FOLDER_VARIABLE):
        return Path(given) / "config.yaml"
    try:
        if sys.platform == "win32":
            base = Path(os.environ.get("APPDATA") or Path.home() / "AppData" / "Roaming")
        elif sys.platform == "darwin":
            base = Path.home() / "Library" / "Application Support"
        else:
            base = Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config")
    except RuntimeError as error:
        hint = f"set {FOLDER_VARIABLE} to a folder"
        raise ReviewerError("no home folder to keep the configuration in", hint=hint) from error
    return base / "reviewer" / "config.yaml"


def login_analyst() -> str:
    """The login name made a safe id."""
    try:
        return make_id(getpass.getuser(), fallback="analyst")
    except (OSError, KeyError):  # no such user, as in some containers
        return "analyst"


def load_config(path: Path | None = None) -> Config:
    """What the file says; whatever is wrong in it is left out and named in `failures`, never raised."""
    from reviewer.files import decode, parse_yaml, read_bytes, to_plain

    try:
        path = path or config_file()
        if os.path.lexists(path.parent) and not path.parent.is_dir():
            return Config(failures=(f"{path.parent}: this is no folder; name the one that holds {path.name}",))
        if not os.path.lexists(path):
            return Config()
        stored = to_plain(parse_yaml(decode(read_bytes(path), path), path))
    except ReviewerError as error:
        return Config(failures=(str(error),))
    except OSError as error:
        return Config(failures=(f"{path}: cannot be read: {error.strerror or error}",))
    if not isinstance(stored, Mapping):
        return Config(failures=() if stored is None else (f"{path}: not a mapping of names to values",))
    return _checked(stored, path)


def _checked(stored: Mapping[object, object], path: Path) -> Config:
    failures = [f"{path}: unknown setting {name!r}" for name in stored if name not in _SETTINGS]
    analyst, theme, keys = stored.get("analyst"), stored.get("theme"), stored.get("keys")
    if analyst is not None and not (isinstance(analyst, str) and is_id(analyst)):
        failures.append(f"{path}: analyst {analyst!r} is no id (lower-case letters, digits, hyphens)")
        analyst = None
    if theme is not None and theme not in NAMES:
        failures.append(f"{path}: unknown theme {theme!r}; there are {', '.join(NAMES)}")
        theme = None
    if keys is not None and not isinstance(keys, Mapping):
        failures.append(f"{path}: keys is no mapping of binding ids to keys")
        keys = None
    moved = {}
    for identity, key in (keys or {}).items():
        if isinstance(identity, str) and isinstance(key, str) and key:
            moved[identity] = key
        else:
            failures.append(f"{path}: keys: {identity!r} has no key")
    return Config(
        analyst if isinstance(analyst, str) else None,
        theme if isinstance(theme, str) else "dark",
        moved,
        tuple(failures),
    )


def save_config(config: Config, path: Path | None = None) -> None:
    """Writes analyst and theme into the file; all else in it, comments too, stays as a person wrote it.

    Raises ReviewerError or OSError where that is not possible, or the file is broken.
    """
    from reviewer.files import SplicedFile, read_bytes, take_apart, to_plain, write_atomically

    path = path or config_file()
    path.parent.mkdir(parents=True, exist_ok=True)
    pieces, root = take_apart(read_bytes(path), path) if path.exists() else (SplicedFile(), None)
    stored = to_plain(root) if root is not None else {}
    for name, value in (("analyst", config.analyst), ("theme", config.theme), ("keys", dict(config.keys) or None)):
        changed = value != stored.get(name) if name != "keys" else name not in stored  # the program moves no keys
        if value is not None and changed:
            pieces = pieces.with_value(name, value, _SETTINGS)
    write_atomically(path, pieces.to_bytes())
