"""From a path to the plain values of its files, within bounds."""

from __future__ import annotations

import re
from codecs import BOM_UTF8
from decimal import Decimal, InvalidOperation
from pathlib import Path
from stat import S_ISREG
from typing import Any

from attrs import frozen

from regionstyrning.files.authored import Plain

MAIN = "region.toml"

LARGEST = {".toml": 8 * 2**20, ".json": 256 * 2**20}
"""The most bytes that a file may have, by its ending; for a folder, all its files together."""


@frozen
class Unreadable(ValueError):
    """
    A file is not what it should be, as a whole.

    Attributes:
        rule: Id of the rule that it breaks.
        why: What is the matter.
        line: Where, if that is known.
    """

    rule: str
    why: str = ""
    line: int | None = None


def read_text(path: Path, most: int) -> str:
    """
    The text of a file.

    Args:
        path: A file.
        most: The most bytes that it may have.

    Raises:
        Unreadable: if it cannot be read, is too large or is not UTF-8.
    """
    try:
        status = path.stat()
        if not S_ISREG(status.st_mode):
            raise Unreadable("file.not-a-file")
        if status.st_size > most:
            raise Unreadable("file.too-large", str(most))
        data = path.read_bytes()
    except OSError as error:
        raise Unreadable("file.not-readable", error.strerror or str(error)) from None
    return decoded(data)


def decoded(data: bytes) -> str:
    """
    The text that the bytes are, with or without a byte order mark.

    Raises:
        Unreadable: if they are not UTF-8, or nothing.
    """
    data = data.removeprefix(BOM_UTF8)
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise Unreadable("file.not-utf8", f"0x{data[error.start]:02x}", line) from None
    if not text.strip():
        raise Unreadable("file.empty")
    return text


_AT_LINE = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)")


def parsed_toml(text: str) -> Plain:
    """
    What a TOML text holds; numbers with a point are decimals.

    Raises:
        Unreadable: if it is not TOML, or nested too deep.
    """
    import tomllib  # noqa: PLC0415 - loaded when first used

    try:
        return tomllib.loads(text, parse_float=Decimal)
    except RecursionError:
        raise Unreadable("file.too-deep") from None
    except (ValueError, InvalidOperation) as error:
        why = str(error)
        at = _AT_LINE.search(why)
        line = int(at[1]) if at is not None and at[1] else None
        raise Unreadable("file.not-toml", _AT_LINE.sub("", why), line) from None


def parsed_json(text: str) -> Any:  # noqa: ANN401 - whatever the file holds
    """
    What a JSON text holds.

    Raises:
        Unreadable: if it is not JSON, is nested too deep, or has a key twice.
    """
    import json  # noqa: PLC0415 - loaded when first used

    try:
        return json.loads(text, object_pairs_hook=_without_doubles, parse_constant=_refuse_constant)
    except RecursionError:
        raise Unreadable("file.too-deep") from None
    except json.JSONDecodeError as error:
        raise Unreadable("file.not-json", error.msg, error.lineno) from None
    except ValueError as error:
        raise Unreadable("file.not-json", str(error)) from None


def _without_doubles(pairs: list[tuple[str, Any]]) -> Plain:
    table = dict(pairs)
    if len(table) != len(pairs):
        raise Unreadable("file.duplicate-key")
    return table


def _refuse_constant(name: str) -> None:
    raise Unreadable("file.not-a-number", name)
