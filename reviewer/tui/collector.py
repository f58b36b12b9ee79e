"""Python's collector of cyclic garbage, kept out of the way of the first text and of keys.

What is loaded and mounted once stays; going through it again and again costs tens of milliseconds at a time that fall on some key.
Nothing here does anything in a process that has not called `hold`, such as one that runs tests.
"""

from __future__ import annotations

import gc


def hold() -> None:
    """No collection from here on: while starting, hardly anything becomes garbage."""
    gc.disable()


def let_go() -> None:
    """Collections again, but not through what is there by now."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()


def spare() -> None:
    """What has been added since `let_go`, and stays, is not gone through either."""
    if gc.get_freeze_count():
        gc.freeze()
