"""Saving a model to one file, which is then the old one or the new one, never half."""

from __future__ import annotations

import os
from pathlib import Path
from stat import S_IMODE
from typing import TYPE_CHECKING, Any

import attrs

from regionstyrning.errors import InvalidValue, MissingExtra
from regionstyrning.files.form.hooks import Refused

if TYPE_CHECKING:
    from regionstyrning.files.form.hooks import Dialect
    from regionstyrning.model.steering_model import SteeringModel


def save(model: SteeringModel, path: str | os.PathLike[str]) -> None:
    """
    Save a model to one file, the same bytes for the same model.

    A crash leaves the old file or the new one. Links, targets, outcomes and sources are written
    out, as a model holds them; a zero has no sign.

    Args:
        model: The model.
        path: A file that ends in .json, or in .toml with the extra ``toml``. A folder is refused: it
            cannot be replaced at once, and its comments are its author's.

    Raises:
        InvalidValue: for a folder, a path that leads to none or another ending, or if a record holds
            what no file can.
        MissingExtra: for a .toml file without the extra.
        OSError: if the file cannot be written, with its path.
    """
    place = Path(path)
    if os.path.isdir(place):  # noqa: PTH112 - unlike Path's, it is False for a name that no file can have
        message = f"{place.name!r} is a folder, expected a file: a folder cannot be replaced at once"
        raise InvalidValue("path", message)
    if place.suffix == ".json":
        data = json_bytes(model)
    elif place.suffix == ".toml":
        data = _toml_bytes(model)
    else:
        message = f"cannot tell what {place.name!r} should be, expected a name that ends in .json or .toml"
        raise InvalidValue("path", message)
    try:
        whole = Path(os.path.realpath(place))
        if whole.parent.is_dir():
            replace(whole, data)
            return
    except ValueError:
        message = f"{place.name!r} is no name that a file can have"
    else:
        message = f"there is no folder {str(whole.parent)!r} to save {place.name!r} in"
    raise InvalidValue("path", message)


def json_bytes(model: SteeringModel) -> bytes:
    """
    A model as one JSON document, in its only form: UTF-8, no spaces, keys sorted, every field there.

    Args:
        model: The model.

    Raises:
        InvalidValue: if a record holds what no file can.
    """
    import json  # noqa: PLC0415 - loaded when first used

    held = _held(model, "json")
    return json.dumps(held, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def _toml_bytes(model: SteeringModel) -> bytes:
    try:
        import tomli_w  # noqa: PLC0415 - of the extra
    except ImportError:
        feature = "saving TOML"
        raise MissingExtra(feature, "toml") from None
    return tomli_w.dumps(_held(model, "toml")).encode()


def _held(model: SteeringModel, dialect: Dialect) -> dict[str, object]:
    from regionstyrning.files.form.plain import plain  # noqa: PLC0415 - whoever has a model has loaded the records

    try:
        return plain(model, dialect)
    except Refused as refused:
        from regionstyrning.files.faults.file import dotted  # noqa: PLC0415 - only for what is refused
        from regionstyrning.files.faults.wording import class_words, expected_words, found_words, shown  # noqa: PLC0415 - as above

        field = dotted(refused.path) or "model"
        cls: Any = refused.expected
        expected = class_words(cls) if attrs.has(cls) else expected_words(cls, dialect)
        message = f"{field}: expected {expected.en}, found {found_words(refused.found).en}: no file could hold it"
        raise InvalidValue(field, message.format(found=shown(refused.found))) from None


def replace(place: str | os.PathLike[str], data: bytes) -> None:
    """
    Put a file in place at once, the old one or the new one, by way of another beside it, which is never told of.

    Args:
        place: The file; a link goes on leading to what it leads to. Its folder must be there.
        data: What it is to hold.

    Raises:
        OSError: if the file cannot be written, with its path.
        ValueError: if no file can have the name.
    """
    whole = Path(os.path.realpath(place))
    beside = whole.with_name(f".regionstyrning-{os.urandom(8).hex()}.tmp")
    try:
        with beside.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if whole.exists():
            beside.chmod(S_IMODE(whole.stat().st_mode))
        beside.replace(whole)
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(whole)) from None
    finally:
        beside.unlink(missing_ok=True)
