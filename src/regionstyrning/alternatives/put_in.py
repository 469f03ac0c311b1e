"""A formula as one would write it by hand: with the numbers put in, and without what does nothing."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from functools import cache

from regionstyrning.text.numbers import MINUS

_NAME = r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*"

_SIGNS = (
    (f"^0 {MINUS} ", MINUS),
    (f"^{MINUS}{MINUS}", ""),
    (rf"\+ {MINUS}", f"{MINUS} "),
    (rf"(?<=[ (]){MINUS} {MINUS}", "+ "),
    (rf"· {MINUS}([\d\s.,]*\d)", rf"· ({MINUS}\1)"),
)
"""How signs that meet are written as one, in order."""


def put_in(formula: str, shown: Callable[[str], str], idle: Collection[str] = ()) -> str:
    """
    A formula with numbers in place of names.

    Args:
        formula: Of names, numbers, ``+ - * /`` and brackets.
        shown: How the number of a name is written.
        idle: Names of what does nothing: a term of them, or a factor of growth by them, is left out.

    >>> numbers = {"costs": "200", "growth": "3,5"}
    >>> put_in("spared - costs * (1 + growth / 100)", numbers.__getitem__, ["spared"])
    '−200 · (1 + 3,5 / 100)'
    """
    pieces = _pieces(formula, tuple(sorted(idle)))
    names = map(shown, pieces[1::2])
    told = "".join(piece for pair in zip(pieces[::2], [*names, ""], strict=True) for piece in pair)
    for found, better in _SIGNS:
        told = re.sub(found, better, told)
    return told


@cache
def _pieces(formula: str, idle: tuple[str, ...]) -> tuple[str, ...]:
    """A formula as what stands between names, a name, what stands between, and so on."""
    for name in idle:
        formula = re.sub(rf" \* \(1 \+ {name} / 100\)", "", formula)
        formula = re.sub(rf" [+-] {name}(?![\w-])(?! [*/])", "", formula)
        formula = re.sub(rf"^{name} - ", "0 - ", formula)
    parts = re.split(f"({_NAME})", formula)
    parts[::2] = [each.replace("*", "·").replace("-", MINUS) for each in parts[::2]]
    return tuple(parts)
