"""The one strict YAML reader and splicing writer, atomic writes, locks, hashes."""
