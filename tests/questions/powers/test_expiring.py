"""Mandates that run out, and what is left when one is taken back."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from attrs import evolve

import regionstyrning as rs
from regionstyrning.model import (
    Decision,
    DecisionKind,
    Validity,
)
from regionstyrning.questions.powers import Overview, expiring, withdraw
from tests.questions.powers.small_scheme import DAY, row, small_scheme

JUNE = date(2026, 6, 30)
NEW_YEAR = date(2027, 1, 1)


def _causes(found: Overview) -> list[tuple[str, date | None, str | None, tuple[str, ...]]]:
    return [(each.record, each.last, each.reason, each.others) for each in found.rows]


def test_a_mandate_ends_with_its_own_days_and_with_what_it_builds_on() -> None:
    """What builds on a mandate ends with it, and the cause is the mandate above."""
    held = row("a", "chef", may_pass_on=True, validity=Validity(last=JUNE))
    model = small_scheme(held, row("b", "inkopare", giver="chef", builds_on="a"), row("c", "inkopare", "bidrag"))
    found = expiring(model, before=NEW_YEAR)
    assert _causes(found) == [("a", JUNE, "validity", ("a",)), ("b", JUNE, "validity", ("a",))]
    assert found.text().splitlines() == [
        "Mandat som löper ut, 2026-03-01–2026-12-31:",
        "- 2026-06-30: a, chef – a gäller inte längre",
        "- 2026-06-30: b, inkopare – a gäller inte längre",
    ]
    assert found.text("en").splitlines()[1] == "- 2026-06-30: a, chef – a no longer holds"


def test_a_mandate_that_ends_on_the_day_itself_does_not_end_before_it() -> None:
    """Before means that the last day is an earlier one."""
    model = small_scheme(row("a", "chef", validity=Validity(last=JUNE)))
    assert expiring(model, before=JUNE).text() == "Inget mandat löper ut, 2026-03-01–2026-06-29."
    assert expiring(model, before=date(2026, 7, 1)).records == ("a",)
    assert expiring(model, before=DAY).rows == ()


def test_a_mandate_that_has_not_begun_may_end_too() -> None:
    """A mandate that has not begun yet is told if it has ended by the day."""
    later = row("a", "chef", validity=Validity(first=date(2026, 5, 1), last=JUNE))
    assert expiring(small_scheme(later), before=NEW_YEAR).records == ("a",)


def test_a_mandate_ends_with_its_post() -> None:
    """The post that is gone is the cause."""
    model = small_scheme(row("a", "inkopare"))
    gone = evolve(model["inkopare"], validity=Validity(last=JUNE))
    assert _causes(expiring(model.with_(gone), before=NEW_YEAR)) == [("a", JUNE, "body", ("inkopare",))]


def test_a_mandate_ends_with_the_organ_that_gave_it() -> None:
    """The organ that is gone is the cause."""
    model = small_scheme(row("a", "inkopare"))
    gone = evolve(model["namnd"], validity=Validity(last=JUNE))
    assert _causes(expiring(model.with_(gone), before=NEW_YEAR)) == [("a", JUNE, "body", ("namnd",))]


def test_a_mandate_ends_when_it_is_recalled() -> None:
    """A decision that recalls it is told as such."""
    recalled = Decision(kind=DecisionKind.RECALLS, by="namnd", on=date(2026, 7, 1), about="a", title="Återkallas")
    model = small_scheme(row("a", "inkopare"), decisions=(recalled,))
    assert _causes(expiring(model, before=NEW_YEAR)) == [("a", JUNE, "recalled", ("a",))]


def test_a_mandate_ends_with_the_law() -> None:
    """What a statute bars from a day on ends the day before, and the law is the cause."""
    provisions: dict[str, Any] = {
        "effect": rs.model.Effect.PROHIBITS,
        "act": rs.model.Act.DECIDE,
        "position_kinds": (rs.model.PositionKind.EMPLOYEE,),
        "validity": Validity(first=date(2026, 7, 1)),
    }
    barred = rs.model.Statute(
        id="provlag",
        title="Provlag",
        provisions=(rs.model.Provision(id="1", paragraph="1 §", title="Ingen anställd beslutar.", **provisions),),
    )
    model = small_scheme(row("a", "inkopare"), statutes=(barred,))
    found = expiring(model, before=NEW_YEAR)
    assert _causes(found) == [("a", JUNE, "law", ())]
    assert found.text().splitlines()[1] == "- 2026-06-30: a, inkopare – lagen medger det inte längre"


def test_the_day_may_not_lie_before_the_one_asked_from() -> None:
    """A day before the model's own is refused."""
    with pytest.raises(rs.InvalidValue, match="expected a day from 2026-03-01 on, found 2026-02-01"):
        expiring(small_scheme(), before=date(2026, 2, 1))


def test_what_builds_on_a_withdrawn_mandate_is_lost_with_it() -> None:
    """The records that build on it stay; the comparison tells that both receivers have lost their power."""
    model = small_scheme(row("a", "chef", may_pass_on=True), row("b", "inkopare", giver="chef", builds_on="a"))
    new = withdraw(model, "a")
    assert [each.id for each in new.delegations] == ["b"]
    assert [(each.who, each.matter) for each in rs.compare_powers(model, new).lost] == [
        ("chef", "inkop"),
        ("inkopare", "inkop"),
    ]


def test_only_a_delegation_is_withdrawn() -> None:
    """The id of another record is unknown as a delegation's, and the nearest delegation is named."""
    model = small_scheme(row("inkopare-1", "chef"))
    with pytest.raises(rs.UnknownId, match=r"no Delegation has the id 'inkopare'\. Did you mean 'inkopare-1'"):
        withdraw(model, "inkopare")
