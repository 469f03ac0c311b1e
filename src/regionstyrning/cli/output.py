"""What is written for the reader: data to standard output, made harmless, in colour only on a terminal."""

from __future__ import annotations

import json
import os
import re
import shutil
import sys
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import click

from regionstyrning.cli.options import Refused
from regionstyrning.files.save import replace
from regionstyrning.text.escaping import printable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from regionstyrning.model.findings import Finding

NARROWEST = 40

_BIGGEST_OF_ONE_UNIT = 0xFFFF


def width() -> int:
    """Columns to write in: the terminal's, 80 where there is none."""
    return max(shutil.get_terminal_size().columns, NARROWEST)


def write(text: str) -> None:
    """Write text for a person; a sign that the stream cannot hold becomes a question mark."""
    encoding = sys.stdout.encoding
    safe = printable(text).encode(encoding, "replace").decode(encoding)
    if not (_wants_colour() and _painted(safe)):
        click.echo(safe)


def write_json(value: Any) -> None:  # noqa: ANN401 - plain values of any shape
    """Write one JSON document for a program, in UTF-8 whatever the terminal speaks."""
    click.echo(json_text(value).encode(), nl=False)


def write_file(place: Path, data: bytes) -> None:
    """
    Write a file: the old one or the new one, never half.

    Args:
        place: The file, or a device or pipe to write into.
        data: What it is to hold.

    Raises:
        Refused: if it cannot be written, with the reason of the system.
    """
    try:
        if place.exists() and not place.is_file():  # nothing can take the place of a device or a pipe
            place.write_bytes(data)
        else:
            replace(place, data)
    except OSError as error:
        message = f"cannot write {str(place)!r}: {error.strerror}"
        raise Refused(printable(message)) from None


def plot(place: Path | None, drawn: Callable[[], str]) -> None:
    """
    Draw a picture into a file, if one is asked for.

    Raises:
        Refused: if the file cannot be written.
    """
    if place is not None:
        write_file(place, drawn().encode())


def plain(value: Any) -> Any:  # noqa: ANN401 - plain values of any shape
    """The same with decimals as JSON numbers and days as text."""
    match value:
        case Decimal():
            return float(value)
        case dict():
            return {key: plain(each) for key, each in value.items()}
        case list() | tuple():
            return [plain(each) for each in value]
        case str() | int() | float() | None:
            return value
        case _:
            return str(value)


def tell(findings: Iterable[Finding]) -> None:
    """Tell on standard error of plugins that could not be used; the command goes on without them."""
    for finding in findings:
        click.echo(f"warning: {printable(finding.text('en'))}", err=True)


def json_text(value: Any) -> str:  # noqa: ANN401 - plain values of any shape
    r"""
    One JSON document in text, its keys as given; signs that would steer a terminal are escaped.

    >>> print(json_text({"a": "mål\u009b"}), end="")
    {
      "a": "mål\u009b"
    }
    """
    text = json.dumps(value, ensure_ascii=False, indent=2, allow_nan=False)
    return _STEERING.sub(_escaped, text) + "\n"


_STEERING = re.compile(r"[^\n\x20-\x7e\xa1-\u02ff]")
"""What is perhaps not printable: all but line feeds and the commonest letters."""


def _escaped(found: re.Match[str]) -> str:
    sign = found[0]
    if sign.isprintable():
        return sign
    units = sign.encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[at : at + 2].hex()}" for at in range(0, len(units), 2))


def _wants_colour() -> bool:
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def _painted(text: str) -> bool:
    try:
        from regionstyrning.cli.colours import paint  # noqa: PLC0415 - only a terminal needs rich
    except ModuleNotFoundError:  # click alone may have come with something else
        return False
    paint(text)
    return True
