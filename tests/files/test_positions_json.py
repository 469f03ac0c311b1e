"""The lines of a JSON text are where its keys and elements stand."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regionstyrning.files.faults.positions_json import doubled_keys, json_lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from regionstyrning.files.form.authored import Path

_TEXTS = st.one_of(st.sampled_from(["a", "b", "{", "]", '",\n"', "\\", ": ", "å"]), st.text(max_size=3))
_VALUES: st.SearchStrategy[Any] = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), _TEXTS),
    lambda values: st.one_of(st.lists(values, max_size=3), st.dictionaries(_TEXTS, values, max_size=3)),
    max_leaves=12,
)


def one_a_line(value: Any, path: Path, lines: dict[Path, int], text: list[str]) -> None:  # noqa: ANN401 - any value
    """Write a value with every key and element on a line of its own, and note the lines."""
    if not isinstance(value, dict | list):
        text.append(json.dumps(value))
        return
    text.append("{" if isinstance(value, dict) else "[")
    steps = value.items() if isinstance(value, dict) else enumerate(value)
    for number, (step, below) in enumerate(steps):
        text.append(",\n" if number else " \n")
        lines[*path, step] = "".join(text).count("\n") + 1
        text.append(f"{json.dumps(step)} :\t" if isinstance(value, dict) else "")
        one_a_line(below, (*path, step), lines, text)
    text.append("}" if isinstance(value, dict) else " ]")


@pytest.mark.full
@given(_VALUES)
def test_every_place_has_its_line(value: Any) -> None:  # noqa: ANN401 - any value
    """Keys and elements are found again where they were written."""
    lines: dict[Path, int] = {(): 1}
    text: list[str] = []
    one_a_line(value, (), lines, text)
    written = "".join(text)
    assert json.loads(written) == value
    assert json_lines(written, lines) == lines


@given(_VALUES, st.data())
def test_what_is_not_looked_for_is_passed_over(value: Any, data: st.DataObject) -> None:  # noqa: ANN401 - any value
    """Only the way to what is wanted is told."""
    lines: dict[Path, int] = {(): 1}
    text: list[str] = []
    one_a_line(value, (), lines, text)
    wanted = data.draw(st.sampled_from(sorted(lines, key=str)))
    way = [wanted[:length] for length in range(len(wanted) + 1)]
    assert json_lines("".join(text), [wanted]) == {path: lines[path] for path in way}


def test_what_is_not_there_has_no_line() -> None:
    """A list may be shorter than what is looked for, and an object lack a key."""
    text = '{"a": [1,\n2],\n"b": {}}'
    assert json_lines(text, [("a", 1), ("a", 7), ("b", "c")]) == {(): 1, ("a",): 1, ("a", 1): 2, ("b",): 3}


def told_by_python(value: Any, path: Path) -> Iterator[tuple[Path, str]]:  # noqa: ANN401 - any value
    """Keys that come again, from the pairs that json reads."""
    if isinstance(value, tuple):
        seen: set[str] = set()
        for key, below in value:
            if key in seen:
                yield path, key
            seen.add(key)
            yield from told_by_python(below, (*path, key))
    elif isinstance(value, list):
        for index, below in enumerate(value):
            yield from told_by_python(below, (*path, index))


_PAIRS: st.SearchStrategy[str] = st.recursive(
    st.sampled_from(["1", '"{"', '"\\""', '"a"', "null", "[]", "{}"]),
    lambda texts: st.one_of(
        st.lists(texts, max_size=3).map(lambda each: f"[{', '.join(each)}]"),
        st.lists(st.tuples(st.sampled_from(['"a"', '"\\u0061"', '"b]"', '""']), texts), max_size=3).map(
            lambda each: f"{{{', '.join(f'{key}: {text}' for key, text in each)}}}"
        ),
    ),
    max_leaves=8,
)


@given(_PAIRS)
def test_keys_that_stand_twice_are_found(text: str) -> None:
    """However they are written, and wherever."""
    told = told_by_python(json.loads(text, object_pairs_hook=tuple), ())
    assert [(path, key) for path, key, _ in doubled_keys(text)] == list(told)
