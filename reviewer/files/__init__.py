"""The one strict YAML reader and splicing writer, atomic writes, locks, hashes."""

from reviewer.files.atomic import SaveFailed, make_folder, make_private, remove_stale, write_atomically
from reviewer.files.emitter import Block, Flow, emit
from reviewer.files.hashes import sha256_of
from reviewer.files.lock import Lock, alone
from reviewer.files.reader import Mapping, Node, Plain, Scalar, Sequence, decode, parse_yaml, read_bytes, to_plain
from reviewer.files.splice import SplicedFile, take_apart

__all__ = [
    "Block",
    "Flow",
    "Lock",
    "Mapping",
    "Node",
    "Plain",
    "SaveFailed",
    "Scalar",
    "Sequence",
    "SplicedFile",
    "alone",
    "decode",
    "emit",
    "make_folder",
    "make_private",
    "parse_yaml",
    "read_bytes",
    "remove_stale",
    "sha256_of",
    "take_apart",
    "to_plain",
    "write_atomically",
]
