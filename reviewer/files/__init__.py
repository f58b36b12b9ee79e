"""The one strict YAML reader and splicing writer, atomic writes, locks, hashes."""

from reviewer.files.atomic import SaveFailed, final_target, make_private, write_atomically
from reviewer.files.hashes import sha256_of
from reviewer.files.reader import Mapping, Node, Plain, Scalar, Sequence, decode, parse_yaml, read_bytes, to_plain

__all__ = [
    "Mapping",
    "Node",
    "Plain",
    "SaveFailed",
    "Scalar",
    "Sequence",
    "decode",
    "final_target",
    "make_private",
    "parse_yaml",
    "read_bytes",
    "sha256_of",
    "to_plain",
    "write_atomically",
]
