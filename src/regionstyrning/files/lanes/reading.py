"""From a path to the plain values of its files, within bounds."""

from __future__ import annotations

import re
from codecs import BOM_UTF8
from datetime import date
from decimal import Decimal, InvalidOperation
from os import stat_result
from os.path import realpath  # unlike Path's, it takes links that go in a circle
from pathlib import Path
from stat import S_ISREG
from typing import TYPE_CHECKING, Any

from regionstyrning.files.faults.unreadable import Unreadable

if TYPE_CHECKING:
    from regionstyrning.files.form.authored import Plain

MAIN = "region.toml"

LARGEST = {".toml": 8, ".json": 256}
"""The most mebibytes that a file may have, by its ending; a folder's files together no more than one."""

MEBIBYTE = 2**20


def read_bytes(path: Path, most: int, used: int = 0, folder: Path | None = None) -> bytes:
    """
    What an ordinary file holds, without a byte order mark.

    Args:
        path: A file.
        most: The most mebibytes that it may have.
        used: How many bytes of them other files have taken.
        folder: The folder that it must lie in.

    Raises:
        Unreadable: if it cannot be read, is too large or is empty.
    """
    try:
        if folder is not None and not Path(realpath(path)).is_relative_to(realpath(folder)):
            raise Unreadable("file.outside-folder")
        status = _status(path)
        if not S_ISREG(status.st_mode):
            raise Unreadable("file.not-a-file")
        if used + status.st_size > most * MEBIBYTE:
            raise Unreadable("file.too-large", str(most))
        data = path.read_bytes().removeprefix(BOM_UTF8)
    except OSError as error:
        raise Unreadable("file.not-readable", str(error.strerror)) from None
    if not data.strip():
        raise Unreadable("file.empty")
    return data


def _status(path: Path) -> stat_result:
    try:
        return path.stat()
    except (FileNotFoundError, ValueError):  # the latter for a name that no file can have
        raise Unreadable("file.not-found") from None


def decoded(data: bytes) -> str:
    """
    The text that the bytes are.

    Raises:
        Unreadable: if they are not UTF-8.
    """
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise Unreadable("file.not-utf8", f"0x{data[error.start]:02x}", line) from None


MOST_KEY_PARTS = 40
"""How many parts a dotted key may have; tomllib takes time and room by the square of them."""

_PART = r"""(?:[A-Za-z0-9_-]++|"(?:\\.|[^"\\\n])*+"|'[^'\n]*+')"""
_LONG_KEY = re.compile(rf"(?:^|[\[{{,])[ \t]*+(?:{_PART}[ \t]*+\.[ \t]*+){{{MOST_KEY_PARTS}}}")

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]|\r(?!\n)")
_QUOTED = re.compile(r""""(?:\\.|[^"\\])*+"?|'[^']*+'?|#.*""")
_DAY = re.compile(r"(?:^|[=,\[])[ \t]*+(\d{4}-\d{1,2}-\d{1,2})(?![\w-])")
_DECIMAL_COMMA = re.compile(r"=[ \t]*+([+\-\u2212]?\d[\d \u00a0_]*,\d+)")
_LONG_NUMBER = re.compile(r"[0-9_]{10,}+")
_AT_LINE = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)")


def parsed_toml(text: str) -> Plain:
    """
    What a TOML text holds; numbers with a point are decimals.

    Raises:
        Unreadable: if it is not TOML, or nested too deep.
    """
    import tomllib  # noqa: PLC0415 - loaded when first used

    for number, line in enumerate(text.split("\n"), start=1):
        if line.count(".") >= MOST_KEY_PARTS and _LONG_KEY.search(line):
            raise Unreadable("file.too-deep", line=number)
    try:
        return tomllib.loads(text, parse_float=Decimal)
    except RecursionError:
        raise Unreadable("file.too-deep") from None
    except tomllib.TOMLDecodeError as error:
        raise _no_toml(text, str(error)) from None
    except (InvalidOperation, ValueError):
        raise _too_long_number(text) from None


def _no_toml(text: str, why: str) -> Unreadable:
    """What is said of the line where a TOML text breaks off."""
    at = _AT_LINE.search(why)
    lines = text.split("\n")
    number = int(at[1]) if at is not None and at[1] else len(lines)
    line = f"{lines[number - 1]}\n"
    control = _CONTROL.search(line)
    if control is not None:
        return Unreadable("file.control-character", f"0x{ord(control[0]):02x}", number)
    for day in _DAY.finditer(_QUOTED.sub("", line)):
        if not _is_day(day[1]):
            return Unreadable("file.bad-day", day[1], number)
    comma = _DECIMAL_COMMA.search(_QUOTED.sub('""', line))
    if comma is not None:
        return Unreadable("file.decimal-comma", comma[1], number)
    return Unreadable("file.not-toml", _AT_LINE.sub("", why), number)


def _is_day(word: str) -> bool:
    try:
        date.fromisoformat(word)
    except ValueError:
        return False
    return True


def _too_long_number(text: str) -> Unreadable:
    """What is said of a number that Python makes no value of: the longest in the text."""
    longest = max(_LONG_NUMBER.finditer(text), key=lambda found: found.end() - found.start())
    return Unreadable("file.too-long-number", line=text.count("\n", 0, longest.start()) + 1)


def parsed_json(text: str) -> Any:  # noqa: ANN401 - whatever the file holds
    """
    What a JSON text holds; of a key that an object has twice, the last.

    Raises:
        Unreadable: if it is not JSON, or nested too deep.
    """
    import json  # noqa: PLC0415 - loaded when first used

    try:
        return json.loads(text)
    except RecursionError:
        raise Unreadable("file.too-deep") from None
    except json.JSONDecodeError as error:
        found = text[error.pos : error.pos + 1]
        if _CONTROL.match(found) or error.msg.startswith("Invalid control character"):
            raise Unreadable("file.control-character", f"0x{ord(found):02x}", error.lineno) from None
        raise Unreadable("file.not-json", error.msg, error.lineno) from None
    except ValueError:
        raise _too_long_number(text) from None


def parsed_strictly(text: str) -> Any:  # noqa: ANN401 - whatever the file holds
    """
    What a JSON text holds, if nothing in it is doubtful.

    Raises:
        ValueError: if it is not JSON, has a key twice or half a character, or holds what is no number.
        RecursionError: if it is nested too deep.
    """
    import json  # noqa: PLC0415 - loaded when first used

    held = json.loads(text, object_pairs_hook=_without_doubles, parse_constant=_refuse)
    if "\\u" in text:
        json.dumps(held, ensure_ascii=False).encode()  # raises for half a character
    return held


def _without_doubles(pairs: list[tuple[str, Any]]) -> Plain:
    table = dict(pairs)
    if len(table) != len(pairs):
        message = "a key stands twice"
        raise ValueError(message)
    return table


def _refuse(name: str) -> None:
    raise ValueError(name)
