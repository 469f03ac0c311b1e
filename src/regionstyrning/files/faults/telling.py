"""From what refused a value to the faults that a reader is told."""

from __future__ import annotations

import math
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import TYPE_CHECKING, Any

from attrs import evolve
from cattrs.errors import ForbiddenExtraKeysError

from regionstyrning.files.faults.wording import expected_words, found_words, joined, or_near, shown
from regionstyrning.files.form.hooks import MOST_DIGITS, Refused
from regionstyrning.files.form.shapes import shapes
from regionstyrning.model.catalogues import CATALOGUES
from regionstyrning.model.conditions import Condition
from regionstyrning.model.cycle import MonthDay
from regionstyrning.model.dates import Part
from regionstyrning.model.geh import GehRule
from regionstyrning.model.indicators import Outcome
from regionstyrning.model.steering_model import SteeringModel
from regionstyrning.text.sentences import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from regionstyrning.files.faults.careful import Refusal
    from regionstyrning.files.faults.fault import Fault
    from regionstyrning.files.faults.file import File
    from regionstyrning.files.form.authored import Path

_IN_ORDER = {
    "first": ("first", "last"),
    "first_year": ("first_year", "last_year"),
    "at_least_years": ("at_least_years", "at_most_years"),
    "last_year": ("year", "last_year"),
    "low": ("low", "high"),
    "until": ("on", "until"),
}
"""By the field that a class names when it refuses: the one that is not to come after the other."""

_CONTRADICTIONS: dict[tuple[type, str], str] = {
    (Outcome, "value"): "väntade exakt ett av value, grade och missing",
    (Part, "first_month"): "väntade månader från 1 till 12 i ordning",
    (MonthDay, "month"): "väntade en månad från 1 till 12",
    (MonthDay, "day"): "väntade en dag som finns i månaden",
    (Condition, "kind"): "villkoret saknar det som dess slag kräver",
    (Condition, "parts"): "villkor i villkor i för många lager",
    (GehRule, "parts"): "väntade varje del en gång",
}
"""In Swedish, what a class says of a field that it refuses."""

_CATALOGUE_PATHS = {(name,) for name in CATALOGUES}
_ONLY_MAIN = {(name,) for name in ("format", *shapes(SteeringModel))} - _CATALOGUE_PATHS
"""What only the main file of a folder may say."""


def told(refusal: Refusal, file: File) -> Iterator[Fault]:
    """
    The faults that a refusal amounts to.

    Args:
        refusal: What was refused.
        file: The file it stands in.
    """
    error = refusal.error
    if isinstance(error, ForbiddenExtraKeysError):
        for key in sorted(error.extra_fields):
            yield _unknown_key(refusal, key, file)
    elif isinstance(error, KeyError):
        yield _missing_key(refusal, file)
    elif isinstance(error, Refused):
        yield _refused(refusal.path, error, file)
    else:
        yield _out_of_order(refusal, error, file) or _contradiction(refusal, error, file)


def _unknown_key(refusal: Refusal, key: str, file: File) -> Fault:
    at = (*refusal.path, key)
    if at in _ONLY_MAIN and not file.main:
        body = Sentence("får bara stå i region.toml", "may only stand in region.toml")
        return file.fault("file.unknown-key", at, body, {})
    known = [name for name, shape in shapes(_class(refusal)).items() if shape.written]
    body = or_near(Sentence("okänd nyckel {found}", "unknown key {found}"), key, known)
    return evolve(file.fault("file.unknown-key", refusal.path, body, {"found": shown(key)}), path=at)


def _missing_key(refusal: Refusal, file: File) -> Fault:
    *above, name = refusal.path
    shape = shapes(_class(refusal))[str(name)]
    expected = expected_words(shape.element, file.dialect, many=shape.many)
    body = joined(Sentence("nyckeln {found} saknas, väntade ", "missing key {found}, expected "), expected)
    return file.fault("file.missing-key", tuple(above), body, {"found": shown(name)})


def _class(refusal: Refusal) -> type:
    assert refusal.cls is not None, "only a class asks for keys"  # noqa: S101 - a fault of ours
    return refusal.cls


def _refused(path: Path, error: Refused, file: File) -> Fault:
    expected, found = error.expected, error.found
    words = expected_words(expected, file.dialect)
    if isinstance(expected, type) and issubclass(expected, Enum) and type(found) is str:
        values = [member.value for member in expected]
        body = or_near(Sentence("okänt värde {found}", "unknown value {found}"), found, values)
        return file.fault("file.unknown-value", path, body, {"found": shown(found)})
    rule = "file.wrong-type"
    if expected is str and type(found) is str:
        rule, words = "file.bad-text", Sentence("en text av hela tecken", "a text of whole characters")
    elif expected is date:
        rule = "file.bad-day"
    elif expected is Decimal and isinstance(found, float | Decimal) and not math.isfinite(found):
        rule = "file.not-a-number"
    elif expected is Decimal and isinstance(found, Decimal):
        words = Sentence(f"ett tal på högst {MOST_DIGITS} siffror", f"a number of at most {MOST_DIGITS} digits")
    elif expected is int and type(found) is int:
        words = Sentence("ett heltal som ryms i 64 bitar", "a whole number that fits in 64 bits")
    body = joined(Sentence("väntade ", "expected "), words, Sentence(", fann ", ", found "), found_words(found))
    if path in _CATALOGUE_PATHS and type(found) is dict and file.dialect == "toml":
        body = joined(body, Sentence(f"; skriv [[{path[0]}]]", f"; write [[{path[0]}]]"))
    return file.fault(rule, path, body, {"found": shown(found)})


def _out_of_order(refusal: Refusal, error: Exception, file: File) -> Fault | None:
    start, end = _IN_ORDER.get(getattr(error, "field", ""), ("", ""))
    values = file.value(refusal.path)
    if values.get(start) is None or values.get(end) is None:
        return None
    read = Decimal if start == "low" else _as_it_is
    if read(values[start]) <= read(values[end]):
        return None
    body = Sentence(
        "{start} {low} kommer efter {end} {high}, väntade att {start} är tidigare eller lika",
        "{start} {low} comes after {end} {high}, expected {start} to be the earlier or the same",
    )
    words = {"start": start, "end": end, "low": str(values[start]), "high": str(values[end])}
    return evolve(file.fault("file.out-of-order", refusal.path, body, words), path=(*refusal.path, start))


def _as_it_is(value: Any) -> Any:  # noqa: ANN401 - a day or a number
    return value


def _contradiction(refusal: Refusal, error: Exception, file: File) -> Fault:
    field = getattr(error, "field", "")
    told_of = ((cls, field) for cls in (refusal.cls or object).__mro__)
    swedish = next((_CONTRADICTIONS[each] for each in told_of if each in _CONTRADICTIONS), "går inte ihop: {why}")
    return file.fault("file.contradiction", refusal.path, Sentence(swedish, "{why}"), {"why": str(error)})
