"""From older formats of files to the newest: functions from dict to dict, one a step."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from regionstyrning.files.faults.unreadable import FORMAT, Unreadable

if TYPE_CHECKING:
    from collections.abc import Callable

    from regionstyrning.files.form.authored import Plain


def format_of(document: Any) -> int:  # noqa: ANN401 - whatever the file holds
    """
    Which format a file says that it is of.

    Args:
        document: What the main file holds.

    Returns:
        The newest where the file does not say it as it should.

    Raises:
        Unreadable: if it is of none that this library knows.
    """
    number = document.get("format") if type(document) is dict else None
    if type(number) is not int:
        return FORMAT
    if number > FORMAT:
        raise Unreadable("file.newer-format", str(number))
    if number not in {*MIGRATIONS, FORMAT}:
        raise Unreadable("file.unknown-format", str(number))
    return number


def migrated(document: Plain, number: int) -> Plain:
    """
    What a file holds, in the newest format.

    Args:
        document: What it holds; it is left as it was. What is not as it should be stays as it is.
        number: The format that it is of.
    """
    for step in range(number, FORMAT):
        document = MIGRATIONS[step](document)
    return document


def from_1_to_2(document: Plain) -> Plain:
    """
    Links upwards became records, and validities got a table of their own.

    Format 1 wrote ``parents`` on goals and ``measures`` on indicators, lists of ids of what is
    above them, and ``valid_from`` and ``valid_to`` on organs.
    """
    newer = {**document, "format": 2} if "format" in document else dict(document)
    for name, change in _CHANGES.items():
        if type(document.get(name)) is list:
            newer[name] = [change(each) if type(each) is dict else each for each in document[name]]
    return newer


def _with_links(record: Plain, key: str, kind: str) -> Plain:
    if type(record.get(key)) is not list:
        return record
    links = [{"upper": upper, "kind": kind} for upper in record[key]]
    return {**_without(record, key), "contributions": links}


def _goal(record: Plain) -> Plain:
    return _with_links(record, "parents", "bryter ned")


def _indicator(record: Plain) -> Plain:
    return _with_links(record, "measures", "mäter")


def _organ(record: Plain) -> Plain:
    ends = {"first": "valid_from", "last": "valid_to"}
    validity = {end: record[key] for end, key in ends.items() if record.get(key) is not None}
    newer = _without(record, *ends.values())
    return {**newer, "validity": validity} if validity else newer


def _without(record: Plain, *keys: str) -> Plain:
    return {key: value for key, value in record.items() if key not in keys}


_CHANGES: dict[str, Callable[[Plain], Plain]] = {"goals": _goal, "indicators": _indicator, "organs": _organ}

MIGRATIONS: dict[int, Callable[[Plain], Plain]] = {1: from_1_to_2}
"""By the format that it starts from, what takes a file to the next."""
