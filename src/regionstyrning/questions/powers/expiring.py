"""Mandates that run out, and what ends them; and a model without one of its mandates."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from regionstyrning.errors import InvalidValue, UnknownId
from regionstyrning.law import STANDARD
from regionstyrning.questions.powers.alone import Alone
from regionstyrning.questions.powers.diagrams import FALSE
from regionstyrning.questions.powers.overview import Overview, OverviewRow
from regionstyrning.text.sentences import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from regionstyrning.law import Policies
    from regionstyrning.model.steering_model import SteeringModel
    from regionstyrning.questions.authority.moment import Moment
    from regionstyrning.questions.authority.rights import Right

_HEADING = Sentence("Mandat som löper ut, {days}:", "Mandates that run out, {days}:")
_NOTHING = Sentence("Inget mandat löper ut, {days}.", "No mandate runs out, {days}.")
_BECAUSE = {
    "validity": Sentence("{by} gäller inte längre", "{by} no longer holds"),
    "body": Sentence("{by} finns inte längre", "{by} no longer exists"),
    "recalled": Sentence("{by} är återkallad", "{by} is recalled"),
    "document": Sentence("dokumentet som {by} står i gäller inte längre", "the document that holds {by} has ended"),
    "decision": Sentence("beslutet om {by} gäller inte", "the decision on {by} does not hold"),
    "chain": Sentence("{by} har inte längre något att bygga på", "{by} has nothing left to build on"),
    "law": Sentence("lagen medger det inte längre", "the law no longer lets it be"),
}
_ROW = Sentence("{last}: {row}, {who} – {sv}", "{last}: {row}, {who} – {en}")


def expiring(model: SteeringModel, *, before: date, on: date | None = None, policies: Policies = STANDARD) -> Overview:
    """
    Find the mandates whose right to decide ends before a day, and what ends it.

    A right ends with its own days, with those of what it builds on, with the post or organ, with
    the document or decision that it stands in, and when the law no longer lets it be.

    Args:
        model: Any model.
        before: The day by which they have ended.
        on: The day from which it is asked; the model's own if left out.
        policies: Choices where the law leaves open how it is to be read.

    Returns:
        A row for each mandate and receiver in order of the last day, where ``record`` is the mandate,
        and ``reason`` and ``others`` say what ends it.

    Raises:
        InvalidValue: if ``before`` is earlier than ``on``.

    >>> expiring(model, before=date(2027, 1, 1)).rows[0].reason
    'validity'
    """
    first = model.as_of if on is None else on
    if before < first:
        message = f"expected a day from {first} on, found {before}"
        raise InvalidValue("before", message)
    alone = Alone(model, (first, before), policies)
    rows = [row for who in sorted(alone.held.authority.given) for row in _ending(alone, who)]
    rows.sort(key=lambda row: (row.last, row.record, row.text()))
    return Overview(
        on=first, until=before - timedelta(days=before > first), rows=tuple(rows), heading=_HEADING, nothing=_NOTHING
    )


def _ending(alone: Alone, who: str) -> Iterator[OverviewRow]:
    """The mandates of one that end within the days."""
    held = alone.held
    lasts: dict[str, date] = {}
    for first, last, moment in held.moments:
        for right in _received(moment, who):
            if right.delegation is not None and held.cases(right, first, last, moment) != FALSE:
                until = min(last, right.last)
                lasts[right.delegation.id] = max(until, lasts.get(right.delegation.id, until))
    for id, last in lasts.items():
        if last < held.last:
            reason, by = _cause(alone, who, id, last + timedelta(days=1))
            because = _BECAUSE[reason]
            words = {"row": id, "who": who, "last": last.isoformat()}
            words |= {lang: because.say(lang, by=by) for lang in ("sv", "en")}
            yield OverviewRow(
                record=id,
                others=(by,) if by else (),
                last=last,
                reason=reason,
                sentence=_ROW,
                words=tuple(words.items()),
            )


def _received(moment: Moment, who: str) -> Iterator[Right]:
    return (right for right in moment.all_rights_of(who) if right.instead is None)


def _cause(alone: Alone, who: str, id: str, day: date) -> tuple[str, str]:
    """What has ended a mandate by a day, and the record that it lies in."""
    moment = next(moment for first, last, moment in alone.held.moments if first <= day <= last)
    rights = [right for right in _received(moment, who) if right.delegation is not None and right.delegation.id == id]
    right = max(rights, key=lambda each: each.last)
    if right.emptied is not None and right.emptied[0] != "day":
        return right.emptied
    return _ended(moment, right) if right.last < day else ("law", "")


def _ended(moment: Moment, right: Right) -> tuple[str, str]:
    """The topmost link of a right with which its days end."""
    link = next(link for link in right.links if link.last == right.last)
    if link.delegation is not None:
        own = moment.state.days(link.delegation)
        if own is not None and own[1] == right.last:
            return "validity", link.delegation.id
    return "body", link.taker


def withdraw(model: SteeringModel, id: str) -> SteeringModel:
    """
    The model without a delegation; what was built on it stays as a record and comes to nothing.

    Args:
        model: Any model.
        id: Id of the delegation.

    Raises:
        UnknownId: if no delegation has the id; it names the nearest.

    >>> from regionstyrning import compare_powers
    >>> compare_powers(model, withdraw(model, "hsn-au-inkop")).relation.value
    'svagare'
    """
    known = [delegation.id for delegation in model.delegations]
    if id not in known:
        kind = "Delegation"
        raise UnknownId(kind, id, known)
    return model.without(id)
