"""What every question about the right to decide is asked with."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import TYPE_CHECKING

from regionstyrning.errors import InvalidValue
from regionstyrning.law import STANDARD, Policies
from regionstyrning.questions.authority.case import Case, Facts, check_amount, checked_bodies, checked_facts
from regionstyrning.questions.authority.chains import authority_of

if TYPE_CHECKING:
    from regionstyrning.model.steering_model import SteeringModel

__all__ = ["asked"]


def asked(  # noqa: PLR0913 - what a case is made of
    model: SteeringModel,
    matter: str,
    *,
    on: date | None = None,
    amount_sek: int | None = None,
    facts: Facts | None = None,
    closed: bool = False,
    urgent: bool = False,
    disqualified: Collection[str] = (),
    policies: Policies = STANDARD,
) -> Case:
    """
    The case that a caller describes, checked.

    Raises:
        UnknownId: if no matter, organ, post or fact has the name.
        InvalidValue: for anything but a day, whole kronor, or yes, no and numbers.
    """
    day = model.as_of if on is None else on
    if type(day) is not date:
        message = f"expected a day, found {day!r}"
        raise InvalidValue("on", message)
    check_amount(amount_sek)
    authority = authority_of(model, policies)
    authority.matters.above(matter)
    given = checked_facts(authority, matter, facts)
    barred = checked_bodies(authority, disqualified)
    return Case(authority, matter, day, amount_sek, given, closed=closed, urgent=urgent, disqualified=barred)
