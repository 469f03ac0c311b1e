"""Formulas over lines of the accounts: names, numbers, ``+ - * /`` and brackets, nothing else."""

from __future__ import annotations

import ast
import operator
import re
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from functools import cache, cached_property
from typing import Any, TypeVar

from attrs import frozen

from regionstyrning.errors import InvalidValue
from regionstyrning.questions.economy.numbers import N, Numbers

LONGEST = 1000
MOST_SIGNS = 200

_SIGN = re.compile(r"\s*(?:([a-z][a-z0-9]*(?:-[a-z0-9]+)*)|(\d+(?:\.\d+)?)|([-+*/()]))")

_OPERATIONS: Mapping[type[ast.operator], Callable[[Any, Any], Any]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}

Leaf = TypeVar("Leaf")


@frozen(kw_only=True)
class Formula:
    """
    A formula that has been read (formel).

    Attributes:
        text: As written.
        leaves: The names and numbers in it, in order.
        tree: How they hang together; a leaf's name in it is ``v`` and its place.
    """

    text: str
    leaves: tuple[str | Decimal, ...]
    tree: ast.expr

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The names in it, each once, in order."""
        return tuple(dict.fromkeys(each for each in self.leaves if isinstance(each, str)))

    @cached_property
    def steps(self) -> tuple[str | Decimal | Callable[[Any, Any], Any], ...]:
        """What is done to reckon it, in order: names and numbers, and what is done with the last two."""
        return tuple(_steps(self.tree, self.leaves))


@cache
def read_formula(text: str) -> Formula:
    """
    Read a formula, without running anything.

    A name is a word of small letters, digits and hyphens; a minus stands between spaces.

    Args:
        text: The formula as written.

    Raises:
        InvalidValue: for anything but names, numbers, ``+ - * /`` and brackets, and for a formula
            of more than 1000 characters or 200 signs.

    >>> read_formula("100 * eget-kapital / summa-tillgangar").names
    ('eget-kapital', 'summa-tillgangar')
    """
    if len(text) > LONGEST:
        raise InvalidValue("formula", f"the formula has {len(text)} characters, expected at most {LONGEST}")
    leaves: list[str | Decimal] = []
    written = " ".join(_signs(text, leaves))
    try:
        tree = ast.parse(written, mode="eval").body
    except SyntaxError:
        raise InvalidValue("formula", _no_formula(text)) from None
    for node in ast.walk(tree):
        known = isinstance(node, ast.Name | ast.Load) or type(node) in _OPERATIONS
        if not known and not (isinstance(node, ast.BinOp) and type(node.op) in _OPERATIONS):
            raise InvalidValue("formula", _no_formula(text))
    return Formula(text=text, leaves=tuple(leaves), tree=tree)


def evaluated(formula: Formula, values: Mapping[str, N], numbers: Numbers[N]) -> N:
    """
    The value of a formula.

    Args:
        formula: The formula.
        values: A number for every name in it.
        numbers: The kind of number.

    Raises:
        ArithmeticError: if it divides by zero, or comes to more than the kind of number can hold.
    """
    held: list[N] = []
    for step in formula.steps:
        if isinstance(step, str):
            held.append(values[step])
        elif isinstance(step, Decimal):
            held.append(numbers.exact(step))
        else:
            second = held.pop()
            held.append(step(held.pop(), second))
    return held[0]


def _steps(node: ast.expr, leaves: tuple[str | Decimal, ...]) -> Iterator[str | Decimal | Callable[[Any, Any], Any]]:
    """Names and numbers, and after each two of them what is done with both."""
    if isinstance(node, ast.BinOp):
        yield from _steps(node.left, leaves)
        yield from _steps(node.right, leaves)
        yield _OPERATIONS[type(node.op)]
    else:  # all else is a name once a formula is read, and says the place of the leaf
        yield leaves[int(vars(node)["id"][1:])]


def _signs(text: str, leaves: list[str | Decimal]) -> Iterator[str]:
    at, end = 0, len(text.rstrip())
    for _ in range(MOST_SIGNS):
        if at == end:
            return
        found = _SIGN.match(text, at)
        if found is None:
            raise InvalidValue("formula", _no_formula(text))
        at = found.end()
        name, digits, sign = found.groups()
        if sign is not None:
            yield sign
        else:
            leaves.append(name if digits is None else Decimal(digits))
            yield f"v{len(leaves) - 1}"
    if at != end:
        raise InvalidValue("formula", f"the formula has more than {MOST_SIGNS} signs")


def _no_formula(text: str) -> str:
    return f"no formula: {text!r}. Expected names of lines, numbers, + - * / and brackets, with spaces around a minus"
