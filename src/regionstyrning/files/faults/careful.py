"""The careful pass: everything in a file that is not as it must be."""

from __future__ import annotations

from enum import Enum
from functools import cache
from typing import TYPE_CHECKING, Any, get_args, get_origin

import attrs
from cattrs import ClassValidationError, Converter, IterableValidationError, IterableValidationNote
from cattrs.gen import make_dict_structure_fn

from regionstyrning.files.faults.fault import MOST_FAULTS
from regionstyrning.files.form.authored_classes import document_class
from regionstyrning.files.form.hooks import PLAIN, Dialect, Hook, Refused, is_whole, text
from regionstyrning.files.form.shapes import shapes
from regionstyrning.model.catalogues import CATALOGUES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from regionstyrning.files.form.authored import Path


@attrs.frozen
class Refusal:
    """
    A value that is not as it must be.

    Attributes:
        path: The way to it in its file.
        error: What refused it: `Refused`, KeyError for a missing key, ForbiddenExtraKeysError,
            or what the class raised.
        cls: The class that was to be made, for what a class refused.
    """

    path: Path
    error: Exception
    cls: type | None = None


def refusals(document: Any, dialect: Dialect, *, main: bool) -> Iterator[Refusal]:  # noqa: ANN401 - whatever the file holds
    """
    Everything in a file that is not as it must be.

    Args:
        document: What the file holds, of the newest format.
        dialect: What it is written in.
        main: Whether it is the file that says which region it is.

    Yields:
        What the file says at its top, and then record by record, so that one need not wait for the last.
    """
    cls = document_class(main=main)
    listed: dict[str, list[Any]] = {}
    if type(document) is dict:
        listed = {name: each for name, each in document.items() if name in CATALOGUES and type(each) is list}
        document = {**document, **{name: [] for name in listed}}
    yield from _structured(document, cls, dialect, ())
    for name, values in listed.items():
        for index, value in enumerate(values):
            yield from _structured(value, shapes(cls)[name].element, dialect, (name, index))


def _structured(value: Any, cls: type, dialect: Dialect, path: Path) -> Iterator[Refusal]:  # noqa: ANN401 - as above
    try:
        converter(dialect).structure(value, cls)
    except Exception as error:  # noqa: BLE001 - cattrs groups whatever a class raises
        yield from _leaves(error, path, None)


@cache
def converter(dialect: Dialect) -> Converter:
    """
    A converter that takes nothing for something else, and lists all that it refuses.

    Args:
        dialect: What the files are written in.
    """
    made = Converter(forbid_extra_keys=True, detailed_validation=True)
    made.register_structure_hook_factory(_is_tuple, _tuple_hook)
    made.register_structure_hook_factory(attrs.has, _class_hook)
    made.register_structure_hook_factory(_is_enumeration, _enumeration_hook)
    for cls, hook in PLAIN[dialect].items():
        made.register_structure_hook(cls, _without_class(hook))
    made.register_structure_hook(str, _whole_text)
    return made


def _whole_text(value: Any, _: Any) -> str:  # noqa: ANN401 - whatever the file holds
    if is_whole(text(value)):
        return str(value)
    raise Refused(str, value)


def _without_class(hook: Hook) -> Callable[[Any, Any], Any]:
    return lambda value, _: hook(value)


def _is_tuple(cls: Any) -> bool:  # noqa: ANN401 - an annotation
    return get_origin(cls) is tuple


def _is_enumeration(cls: Any) -> bool:  # noqa: ANN401 - an annotation
    return isinstance(cls, type) and issubclass(cls, Enum)


def _tuple_hook(cls: Any, made: Converter) -> Callable[[Any, Any], Any]:  # noqa: ANN401 - an annotation
    element = get_args(cls)[0]

    def structure(value: Any, _: Any) -> Any:  # noqa: ANN401 - whatever the file holds
        if type(value) is not list:
            raise Refused(cls, value)
        taken: list[Any] = []
        errors: list[Exception] = []
        count = 0
        for index, each in enumerate(value):
            try:
                taken.append(made.structure(each, element))
            except Exception as error:  # noqa: BLE001 - as above
                error.add_note(IterableValidationNote("", index, element))
                errors.append(error)
                count += _count(error)
                if count > MOST_FAULTS:  # no more are told, and a hostile list may have millions
                    break
        if errors:
            raise IterableValidationError("", errors, cls)
        return tuple(taken)

    return structure


def _count(error: BaseException) -> int:
    return sum(map(_count, error.exceptions)) if isinstance(error, BaseExceptionGroup) else 1


def _class_hook(cls: type[Any], made: Converter) -> Callable[[Any, Any], Any]:
    make = make_dict_structure_fn(cls, made, _cattrs_forbid_extra_keys=True, _cattrs_detailed_validation=True)

    def structure(value: Any, _: Any) -> Any:  # noqa: ANN401 - whatever the file holds
        if type(value) is not dict:
            raise Refused(cls, value)
        return make(value, cls)

    return structure


def _enumeration_hook(cls: type[Enum], _: Converter) -> Callable[[Any, Any], Any]:
    members = {member.value: member for member in cls}

    def structure(value: Any, _: Any) -> Any:  # noqa: ANN401 - whatever the file holds
        if type(value) is not str or value not in members:
            raise Refused(cls, value)
        return members[value]

    return structure


def _leaves(error: Exception, path: Path, cls: type | None) -> Iterator[Refusal]:
    if isinstance(error, ClassValidationError):
        inside, alone = error.group_exceptions()
        for each in alone:
            yield from _leaves(each, path, error.cl)
        for each, note in inside:
            yield from _leaves(each, (*path, note.name), error.cl)
    elif isinstance(error, IterableValidationError):
        for each, at in error.group_exceptions()[0]:
            yield from _leaves(each, (*path, at.index), cls)
    else:
        yield Refusal(path, error, cls)
