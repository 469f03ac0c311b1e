"""Who may take part in a matter: jäv, by the law of the day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from regionstyrning.law.lawfulness import Lawful, lawful
from regionstyrning.model.statutes import Act

if TYPE_CHECKING:
    from datetime import date

    from regionstyrning.law.held import Law
    from regionstyrning.law.standing import Facts
    from regionstyrning.model.organisation import OrganKind


def may_take_part(law: Law, organ: OrganKind, *, on: date, facts: Facts = (), closed: bool = False) -> Lawful:
    """
    Tell whether someone may take part in a matter, and be present when it is handled.

    Args:
        law: The law to answer by.
        organ: The kind of organ whose matter it is. For an employee who decides on delegation
            that is the nämnd; for fullmäktige and revisorer the law is narrower, or wider.
        on: The day of the handling.
        facts: What is known of the person in the matter, by the names in the law's data:
            yes, no or a number, or the names of what holds.
        closed: Whether what is not named does not hold.

    Returns:
        ``allowed`` is False for someone who is jävig and None where that hangs on unknown facts,
        or where the wording of the day is not held. ``bars`` names the paragraphs, and those
        that gave way to an exception.

    Raises:
        UnknownId: for a fact that the law does not ask about; it names the nearest.

    Source:
        KL 5:47–49, 6:28–31, 7:4, 7:17, 12:14; before 2018 the act of 1991, 6:25 and 6:27.
    """
    return lawful(law, Act.TAKE_PART, on=on, organ=organ, facts=facts, closed=closed)
