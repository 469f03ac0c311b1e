"""The public face is one list of names, loaded when they are used."""

from __future__ import annotations

import ast
from importlib.metadata import version
from pathlib import Path

import pytest

import regionstyrning as rs
from regionstyrning.model import proposed

FACE = ast.parse(Path(rs.__file__).read_text(encoding="utf-8"))


def _names_for_type_checkers() -> dict[str, str | None]:
    guard = next(node for node in FACE.body if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING")
    imports = (node for node in guard.body if isinstance(node, ast.ImportFrom))
    return {alias.asname or alias.name: node.module for node in imports for alias in node.names}


def test_type_checkers_see_the_names_that_are_loaded() -> None:
    """The table of names and the imports for type checkers are equal, name by name and module by module."""
    assert _names_for_type_checkers() == rs._MODULE_OF


def test_the_list_of_names_is_the_table() -> None:
    """What ``import *`` brings is what the table holds, in order."""
    assert rs.__all__ == sorted(rs._MODULE_OF)


@pytest.mark.parametrize("name", rs.__all__)
def test_every_name_is_there(name: str) -> None:
    """Each name leads to something of that name, defined in the room that the table says or under it."""
    value = getattr(rs, name)
    assert value.__name__ == name
    assert value.__module__.startswith(rs._MODULE_OF[name])


def test_a_name_is_looked_up_once() -> None:
    """A name that was used is an ordinary attribute of the module."""
    getattr(rs, "proposed")  # noqa: B009 - using it is what puts it there
    assert vars(rs)["proposed"] is proposed


def test_the_version_is_that_of_the_distribution() -> None:
    """The version is written in one place."""
    assert getattr(rs, "__version__") == version("regionstyrning")  # noqa: B009 - as a program would


def test_dir_shows_the_public_names() -> None:
    """Completion in a notebook offers what is public, loaded or not."""
    assert dir(rs) == sorted([*rs.__all__, "__version__"])


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("laod", "module 'regionstyrning' has no attribute 'laod'. Did you mean 'load'?"),
        ("chekc", "module 'regionstyrning' has no attribute 'chekc'. Did you mean 'check'?"),
        ("xyzzy", "module 'regionstyrning' has no attribute 'xyzzy'"),
    ],
)
def test_a_misspelt_name_is_told_the_nearest(name: str, message: str) -> None:
    """Who misspells a name is told the nearest one, if any is near."""
    with pytest.raises(AttributeError) as raised:
        getattr(rs, name)
    assert str(raised.value) == message
