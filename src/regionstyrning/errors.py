"""
What a wrong call raises.

A wrong call raises; a flawed model yields findings instead.
Every exception carries what it says as fields, so that a program can read it too.
"""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable


def hint(name: str, known: Iterable[str]) -> str:
    """
    Name the nearest known name, as a sentence to end a message with.

    Args:
        name: What was written.
        known: Names that would have been right.

    Returns:
        ``". Did you mean 'x'?"``, or nothing when nothing is near.
    """
    near = get_close_matches(name, list(known), n=1)
    return f". Did you mean {near[0]!r}?" if near else ""


class SteeringError(Exception):
    """
    The root of all exceptions of this library.

    They can be pickled with their fields, so that a worker process can send them home.
    """

    def __reduce__(self) -> tuple[Any, ...]:
        return _again, (type(self), self.args), vars(self)


class UnknownId(SteeringError, KeyError):
    """
    No record, region or rule has the id that was asked for.

    Args:
        kind: What was looked for, as a class name or a word (``"Goal"``, ``"region"``).
        id: The id that was asked for.
        known: Ids that exist, to name the nearest from.
    """

    def __init__(self, kind: str, id: str, known: Iterable[str] = ()) -> None:
        self.kind = kind
        self.id = id
        self.message = f"no {kind} has the id {id!r}{hint(id, known)}"
        super().__init__(self.message)

    def __str__(self) -> str:
        return self.message


class FailedPlugin(UnknownId):
    """
    What was asked for is brought by another package, and cannot be used.

    Args:
        kind: What was looked for.
        id: The name that was asked for.
        package: Name of the distribution that brings it.
        why: What is the matter with it.
    """

    def __init__(self, kind: str, id: str, package: str, why: str) -> None:
        super().__init__(kind, id)
        self.package = package
        self.message = f"the {kind} {id!r} cannot be used. {why}"
        self.args = (self.message,)


class DuplicateId(SteeringError, ValueError):
    """
    Several records of one model have the same id, or an id is not of the right form.

    Args:
        faults: For each fault the catalogue, the position in it, the id and what is wrong.
    """

    def __init__(self, faults: tuple[tuple[str, int, str, str], ...]) -> None:
        self.faults = faults
        lines = (f"{catalogue}[{index}] {id!r}: {what}" for catalogue, index, id, what in faults)
        super().__init__("; ".join(lines))


class InvalidValue(SteeringError, ValueError):
    """
    A value contradicts itself.

    Args:
        field: The field that is wrong.
        message: What was found and what was expected.
    """

    def __init__(self, field: str, message: str) -> None:
        self.field = field
        super().__init__(message)


class NoTruthValue(SteeringError, TypeError):
    """
    An answer was used as if it were true or false.

    Args:
        kind: The class of the answer.
        read: The attribute to read instead.
    """

    def __init__(self, kind: str, read: str) -> None:
        self.kind = kind
        self.read = read
        super().__init__(f"{kind} is neither true nor false. Read its attribute {read!r}")


class MissingExtra(SteeringError, ImportError):
    """
    A feature was asked for whose extra is not installed.

    Args:
        feature: What was asked for.
        extra: The extra that brings it.
    """

    def __init__(self, feature: str, extra: str) -> None:
        self.feature = feature
        self.extra = extra
        super().__init__(f"{feature} needs the extra {extra!r}: pip install 'regionstyrning[{extra}]'")


class NotPicklable(SteeringError, TypeError):
    """
    A function was to be sent to another process and cannot be.

    Args:
        what: The function, in words.
        why: What pickle says of it.
    """

    def __init__(self, what: str, why: str) -> None:
        self.what = what
        self.why = why
        super().__init__(
            f"{what} cannot be sent to another process: {why}. "
            "Give a function of a module or functools.partial of one instead of a lambda or a function made "
            "inside another, or run on threads"
        )


def _again(kind: type[SteeringError], args: tuple[Any, ...]) -> SteeringError:
    return kind.__new__(kind, *args)
