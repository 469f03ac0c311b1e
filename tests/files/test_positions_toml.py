"""The lines of a TOML text are those that another reader tells."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING, Any

import pytest
import spanned_toml
from hypothesis import assume, given
from hypothesis import strategies as st

from regionstyrning.files.faults.positions_toml import toml_lines
from regionstyrning.files.packaged import FOLDER

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from regionstyrning.files.form import authored

_BARE = st.sampled_from(["a", "b", "c-1", "7", "_"])
_KEYS = st.one_of(_BARE, st.sampled_from(['"å"', "'x.y'", '"]#="', '"q\\"\\u00e5"', '""']))
_DOTTED = st.lists(_KEYS, min_size=1, max_size=3).flatmap(
    lambda parts: st.sampled_from([".", " . ", "\t."]).map(lambda dot: dot.join(parts))
)
_SCALARS = st.sampled_from(
    [
        *("1", "-1.50", "true", "2025-01-01", "2025-01-01 10:00:00", "10:00:00", "nan", "0x1F"),
        *('""', '"a # b"', '"\\"]"', "'\\'", "''", '"}, {"', "'''a\n''b'''", "'''\n\n'''''", '"""\n"\\"\n""a"""""'),
        *('"""\\\n  x"""', '""""""', "''''''", '"""a\n[b]\nc = 1\n"""'),
    ]
)
_SPACE = st.sampled_from(["", " ", "\n", " # c, [\n", "\r\n\t"])
_INLINE_SPACE = st.sampled_from(["", " ", "\t"])


@st.composite
def _lists(draw: st.DrawFn, values: st.SearchStrategy[str]) -> str:
    inside = draw(st.lists(values, max_size=3))
    separated = [f"{draw(_SPACE)}{value}{draw(_SPACE)}," for value in inside]
    text = "".join(separated)
    return f"[{text if draw(st.booleans()) else text.removesuffix(',')}{draw(_SPACE)}]"


@st.composite
def _inline(draw: st.DrawFn, values: st.SearchStrategy[str]) -> str:
    pairs = [f"{draw(_INLINE_SPACE)}{key} ={draw(_INLINE_SPACE)}{draw(values)}" for key in draw(_several_keys)]
    return f"{{{', '.join(pairs)}{draw(_INLINE_SPACE)}}}"


_several_keys = st.lists(_DOTTED, max_size=3, unique=True)
_values = st.recursive(_SCALARS, lambda values: st.one_of(_lists(values), _inline(values)), max_leaves=6)


@st.composite
def _tomls(draw: st.DrawFn) -> str:
    """A text that is TOML."""
    lines: list[str] = []
    for _ in range(draw(st.integers(0, 8))):
        kind = draw(st.sampled_from(["pair", "pair", "table", "array", "comment"]))
        key = draw(_DOTTED)
        after = draw(st.sampled_from(["", " # c", "\r", "\n"]))
        match kind:
            case "pair":
                lines.append(f"{draw(_INLINE_SPACE)}{key} = {draw(_values)}{after}")
            case "table":
                lines.append(f"{draw(_INLINE_SPACE)}[ {key}]{after}")
            case "array":
                lines.append(f"[[{key} ]]{after}")
            case _:
                lines.append(f"# {key} = [{after}")
    text = "\n".join(lines)
    try:
        tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        assume(False)
    return text


def told_by_another(text: str) -> dict[authored.Path, int]:
    """The lines of keys, and of what stands in lists in brackets."""
    held = spanned_toml.loads(text)
    text = text.replace("\r\n", "\n")  # as TOML readers do before they count
    return {path: text.count("\n", 0, offset) + 1 for path, offset in _offsets(held.inner(), ())}


def _offsets(value: Any, path: authored.Path) -> Iterator[tuple[authored.Path, int]]:  # noqa: ANN401 - whatever it holds
    if isinstance(value, dict):
        for key, below in value.items():
            yield (*path, key.inner()), key.span().start
            yield from _offsets(below.inner(), (*path, key.inner()))
    elif isinstance(value, list):
        for index, below in enumerate(value):
            if below.span().stop:
                yield (*path, index), below.span().start
            yield from _offsets(below.inner(), (*path, index))


@pytest.mark.full
@given(_tomls())
def test_the_lines_are_those_of_another_reader(text: str) -> None:
    """Every key and every element of a list has its line."""
    lines = toml_lines(text)
    told = told_by_another(text)
    assert {path: lines.get(path) for path in told} == told


@pytest.mark.parametrize("file", sorted(FOLDER.glob("*/*.toml")), ids=lambda file: f"{file.parent.name}-{file.stem}")
def test_the_lines_of_the_regions_are_those_of_another_reader(file: Path) -> None:
    """As authors write."""
    text = file.read_text(encoding="utf-8")
    lines = toml_lines(text)
    told = told_by_another(text)
    assert {path: lines.get(path) for path in told} == told


def test_a_table_of_an_array_has_the_line_of_its_header() -> None:
    """The array itself has the line of the first."""
    assert toml_lines("[[a]]\n\n[[a]]\n[[a.b]]\nc = 1\n[[a.b]]") == {
        (): 1,
        ("a",): 1,
        ("a", 0): 1,
        ("a", 1): 3,
        ("a", 1, "b"): 4,
        ("a", 1, "b", 0): 4,
        ("a", 1, "b", 0, "c"): 5,
        ("a", 1, "b", 1): 6,
    }
