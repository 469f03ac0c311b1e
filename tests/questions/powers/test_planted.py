"""Every change of one row is found and told in one line; what is only written otherwise is no change."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from functools import cache

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from regionstyrning.model import CaseCondition, Delegation, Receiver, SteeringModel, Validity
from regionstyrning.questions.powers import PowerComparison, Relation, compare_powers
from tests.questions.powers.wide_scheme import DAY, YEAR_END, wide_scheme

ROWS = 600

JULY = date(2026, 7, 1)


@cache
def _scheme() -> SteeringModel:
    return wide_scheme(ROWS)


def _replaced(at: int, *rows: Delegation) -> SteeringModel:
    model = _scheme()
    return evolve(model, delegations=(*model.delegations[:at], *rows, *model.delegations[at + 1 :]))


def _limited(row: Delegation, times: Decimal) -> Delegation:
    return evolve(row, limits=(evolve(row.limits[0], value=row.limits[0].value * times),))


def _added(at: int) -> SteeringModel:
    row = _scheme().delegations[at]
    return _replaced(at, row, evolve(row, id="ny-rad", receivers=(Receiver(position=f"post-{ROWS}"),)))


CHANGES: dict[str, tuple[Relation, Callable[[int, Delegation], SteeringModel]]] = {
    "a higher limit": (Relation.STRONGER, lambda at, row: _replaced(at, _limited(row, Decimal(2)))),
    "a lower limit": (Relation.WEAKER, lambda at, row: _replaced(at, _limited(row, Decimal("0.5")))),
    "no limit": (Relation.STRONGER, lambda at, row: _replaced(at, evolve(row, limits=()))),
    "a last day": (Relation.WEAKER, lambda at, row: _replaced(at, evolve(row, validity=Validity(last=JULY)))),
    "a first day": (Relation.WEAKER, lambda at, row: _replaced(at, evolve(row, validity=Validity(first=JULY)))),
    "a narrower matter": (
        Relation.WEAKER,
        lambda at, row: _replaced(at, evolve(row, matters=(f"{row.matters[0]}-0",))),
    ),
    "a wider matter": (Relation.STRONGER, lambda at, row: _replaced(at, evolve(row, matters=("allt",)))),
    "an exception": (
        Relation.WEAKER,
        lambda at, row: _replaced(at, evolve(row, except_matters=(f"{row.matters[0]}-1",))),
    ),
    "a condition": (
        Relation.WEAKER,
        lambda at, row: _replaced(
            at, evolve(row, conditions=(*row.conditions, CaseCondition(fact="upphandlat", holds=False)))
        ),
    ),
    "a number": (
        Relation.WEAKER,
        lambda at, row: _replaced(
            at, evolve(row, conditions=(*row.conditions, CaseCondition(fact="ar", at_most=Decimal(3))))
        ),
    ),
    "urgent matters only": (Relation.WEAKER, lambda at, row: _replaced(at, evolve(row, urgent_only=True))),
    "no row": (Relation.WEAKER, lambda at, _: _replaced(at)),
    "one more row": (Relation.STRONGER, lambda at, _: _added(at)),
}


def _over_the_year(new: SteeringModel) -> PowerComparison:
    return compare_powers(_scheme(), new, until=YEAR_END)


@pytest.mark.verify
@given(at=st.integers(min_value=0, max_value=ROWS - 1), change=st.sampled_from(sorted(CHANGES)))
def test_one_changed_row_among_many_is_one_line(at: int, change: str) -> None:
    """A change of one row is told with its direction, in a heading and one line, with an example that shows it."""
    relation, changed = CHANGES[change]
    found = _over_the_year(changed(at, _scheme().delegations[at]))
    assert found.relation is relation
    (power,) = (*found.gained, *found.lost)
    assert len(found.text().splitlines()) == 2
    assert (power.example.before, power.example.after) == (relation is Relation.WEAKER, relation is Relation.STRONGER)


def _renumbered(model: SteeringModel) -> SteeringModel:
    rows = [
        evolve(row, id=f"punkt-{at}", label=f"B {at}", title="Omskriven", sources=())
        for at, row in enumerate(model.delegations)
    ]
    return evolve(model, delegations=rows)


def _split(model: SteeringModel, split: Callable[[Delegation], tuple[Delegation, ...]]) -> SteeringModel:
    rows = [
        evolve(part, id=f"{row.id}-{number}") for row in model.delegations for number, part in enumerate(split(row))
    ]
    return evolve(model, delegations=rows)


def _by_day(row: Delegation) -> tuple[Delegation, ...]:
    before = Validity(last=JULY - timedelta(days=1))
    return evolve(row, validity=before), evolve(row, validity=Validity(first=JULY))


def _by_fact(row: Delegation) -> tuple[Delegation, ...]:
    return tuple(
        evolve(row, conditions=(*row.conditions, CaseCondition(fact="upphandlat", holds=holds)))
        for holds in (True, False)
    )


def _by_matter(row: Delegation) -> tuple[Delegation, ...]:
    (matter,) = row.matters
    return evolve(row, except_matters=(f"{matter}-0",)), evolve(row, matters=(f"{matter}-0",))


def _with_a_lesser(row: Delegation) -> tuple[Delegation, ...]:
    return row, _limited(row, Decimal("0.1"))


@pytest.mark.parametrize(
    "rewritten",
    [
        lambda model: model,
        _renumbered,
        lambda model: evolve(model, delegations=tuple(reversed(model.delegations))),
        lambda model: _split(model, _by_day),
        lambda model: _split(model, _by_fact),
        lambda model: _split(model, _by_matter),
        lambda model: _split(model, _with_a_lesser),
    ],
    ids=["itself", "renumbered", "reordered", "by day", "by fact", "by matter", "with a lesser row"],
)
def test_what_is_written_otherwise_is_no_change(rewritten: Callable[[SteeringModel], SteeringModel]) -> None:
    """Renumbered, re-worded, reordered and split rows that mean the same are equivalent, over a whole year."""
    model = wide_scheme(30)
    found = compare_powers(model, rewritten(model), on=DAY, until=YEAR_END)
    assert found.relation is Relation.EQUIVALENT
    assert (found.gained, found.lost, found.relations) == ((), (), ())
    assert found.text() == "2026-03-01–2026-12-31: ekvivalent."
