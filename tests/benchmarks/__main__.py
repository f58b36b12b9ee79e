"""`python -m tests.benchmarks [NAME…]`: prints each budget beside its figure; judges nothing.

Names: quotes, matching, ingestion, screen, store, start.  All of them when none is given.
"""

from __future__ import annotations

import importlib
import sys

NAMES = ("start", "store", "screen", "quotes", "matching", "ingestion")


def main(arguments: list[str]) -> int:
    names = [name for name in arguments if not name.startswith("-")]
    unknown = [name for name in names if name not in NAMES]
    if unknown:
        print(f"no benchmark named {', '.join(unknown)}; there are {', '.join(NAMES)}", file=sys.stderr)
        return 2
    options = [option for option in arguments if option.startswith("-")]
    code = 0
    for name in names or NAMES:
        print(f"\n{name}")
        code = max(code, importlib.import_module(f"tests.benchmarks.{name}").main(options))
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
