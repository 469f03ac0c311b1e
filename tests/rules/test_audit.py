"""The rules of the audit that take a limit."""

from __future__ import annotations

from datetime import date

import pytest

from regionstyrning import check, load_region
from regionstyrning.rules.audit import measurable_goals, organs_measurable_goals

MODEL = load_region("vasternorrland")
DAY = date(2024, 6, 30)


@pytest.mark.parametrize(("limit", "found"), [(75, 0), (76, 1)])
def test_the_share_of_measurable_goals_is_compared_with_the_users_limit(limit: int, found: int) -> None:
    """Six of Västernorrland's eight goals: a share that reaches the limit is enough."""
    assert len(check(MODEL, on=DAY, rules=[measurable_goals(at_least_percent=limit)])) == found


def test_the_limit_is_printed_in_the_finding() -> None:
    """So that nobody takes it for the auditors' own."""
    (finding,) = check(MODEL, on=DAY, rules=[measurable_goals(at_least_percent=90)])
    assert finding.text() == (
        "6 av 8 mål som fullmäktige har satt är mätbara (mått och målvärde); gränsen är 90 procent. "
        "Vilar på modellens egna mål."
    )


def test_the_share_is_also_asked_of_each_organ() -> None:
    """At half, Regionstyrelsen's six of twelve are enough; just above, they are not."""
    at_half, above = (
        check(MODEL, on=DAY, rules=[organs_measurable_goals(at_least_percent=limit)]) for limit in (50, 51)
    )
    assert ([finding.records[0] for finding in at_half], [finding.records[0] for finding in above]) == (
        [],
        ["regionstyrelsen"],
    )
