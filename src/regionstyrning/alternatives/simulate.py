"""Many paths ahead: the same rules as of a projection, under shocks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from regionstyrning.alternatives.geh_ahead import FINANCIAL, GEH
from regionstyrning.alternatives.plan import plan_of
from regionstyrning.alternatives.simulation import Odds, Simulation, YearOdds
from regionstyrning.alternatives.simulation_text import SHARES
from regionstyrning.errors import InvalidValue, MissingExtra
from regionstyrning.law import STANDARD
from regionstyrning.questions.economy.layout import BALANCE, EQUITY, RESULT

if TYPE_CHECKING:
    from regionstyrning.alternatives.arrays import Counts
    from regionstyrning.alternatives.assumptions import Assumptions
    from regionstyrning.alternatives.plan import Plan, PlannedYear
    from regionstyrning.law import Policies
    from regionstyrning.model.steering_model import SteeringModel

LINES = (RESULT, BALANCE, EQUITY)
"""The lines whose spread is told."""


def simulate(  # noqa: PLR0913 - what is asked, and how much of it
    model: SteeringModel,
    assumptions: Assumptions,
    years: int,
    paths: int,
    seed: int,
    *,
    policies: Policies = STANDARD,
    chunk_paths: int = 16_384,
) -> Simulation:
    """
    Reckon many paths of the years ahead, each with shocks of its own.

    Path by path it gives what `project` gives with the same shocks, to the last bit. Two
    alternatives with the same seed meet the same shocks, as far as they have them by the same names.

    Args:
        model: The model.
        assumptions: What the years are assumed to bring, with what may turn out otherwise; no
            shock is assumed that nobody gives.
        years: How many, 1 to 200.
        paths: How many.
        seed: What the numbers are drawn from; the same gives the same, with the same version of numpy.
        policies: How the law is read where it leaves that open.
        chunk_paths: How many paths are reckoned at a time; it changes memory and time, nothing else.

    Returns:
        The probability of balance, of restoration in time, of each financial goal and of god
        ekonomisk hushållning for each year, and how results and equity spread.

    Raises:
        InvalidValue: if no shock is given, for fewer than one path or years that cannot be, a seed
            below zero, or a model that names no legal person.
        MissingExtra: without the extra ``simulate``.

    >>> from regionstyrning.alternatives import growth_shock, planned
    >>> some = simulate(model, planned(model, shocks=[growth_shock("1.2")]), 3, 1000, 1)
    >>> some[2026].odds["balans"].value
    0.998
    """
    found = simulate_each(model, {"": assumptions}, years, paths, seed, policies=policies, chunk_paths=chunk_paths)
    return found[""]


def simulate_each(  # noqa: PLR0913 - what is asked, and how much of it
    model: SteeringModel,
    alternatives: Mapping[str, Assumptions],
    years: int,
    paths: int,
    seed: int,
    *,
    policies: Policies = STANDARD,
    chunk_paths: int = 16_384,
) -> Mapping[str, Simulation]:
    """
    Simulate several alternatives at once, all with the same shocks drawn.

    Each gets what `simulate` gives it alone; drawing, which costs the most, is done once.

    Args:
        model: The model.
        alternatives: Assumptions by name.
        years: How many, 1 to 200.
        paths: How many.
        seed: What the numbers are drawn from.
        policies: How the law is read where it leaves that open.
        chunk_paths: How many paths are reckoned at a time.

    Raises:
        InvalidValue: as `simulate`.
        MissingExtra: without the extra ``simulate``.
    """
    _check(model, alternatives.values(), paths, seed, chunk_paths)
    try:
        from regionstyrning.alternatives.arrays import counted, drawing  # noqa: PLC0415 - numpy is an extra
    except ModuleNotFoundError:
        raise MissingExtra("simulating", "simulate") from None
    plans = {name: plan_of(model, each, years, policies) for name, each in alternatives.items()}
    shocks = {name: [shock.name for shock in each.shocks] for name, each in alternatives.items()}
    names = sorted({shock for each in shocks.values() for shock in each})
    longest = max((len(plan.years) for plan in plans.values()), default=0)
    draw = drawing(names, longest, seed)
    ready = [name for name, plan in plans.items() if plan.start is not None and plan.years]
    asked = [(plans[name], shocks[name]) for name in ready]
    came = dict(zip(ready, counted(asked, paths, draw, chunk=chunk_paths, lines=LINES) if asked else (), strict=True))
    return {name: _made(model, each, plans[name], came.get(name), paths, seed) for name, each in alternatives.items()}


def _check(model: SteeringModel, alternatives: Iterable[Assumptions], paths: int, seed: int, chunk_paths: int) -> None:
    if model.legal_person is None:
        raise InvalidValue("legal_person", "the model names no legal person whose accounts they are")
    for name, value, least in (("paths", paths, 1), ("seed", seed, 0), ("chunk_paths", chunk_paths, 1)):
        if value < least:
            message = f"expected {name} of {least} or more, found {value!r}"
            raise InvalidValue(name, message)
    if not all(each.shocks for each in alternatives):
        raise InvalidValue("shocks", "no shock is given. How much may turn out otherwise is for the caller to say")


def _made(  # noqa: PLR0913, PLR0917 - what was asked, and what came of it
    model: SteeringModel, assumptions: Assumptions, plan: Plan, came: Counts | None, paths: int, seed: int
) -> Simulation:
    return Simulation(
        about=model.legal_person or model.id,
        on=model.as_of,
        plan=plan,
        assumptions=assumptions,
        paths=paths,
        spread_over=0 if came is None else came.kept[RESULT].shape[1],
        seed=seed,
        years=[] if came is None else list(_years(plan, came)),
        model=model,
    )


def _years(plan: Plan, came: Counts) -> Iterator[YearOdds]:
    from regionstyrning.alternatives.arrays import spread  # noqa: PLC0415 - numpy is an extra

    fans = {line: spread(kept, [share / 100 for share in SHARES]) for line, kept in came.kept.items()}
    for place, year in enumerate(plan.years):
        missed, doubtful = came.missed[place], came.doubtful[place]
        lost, unsure = came.lost[place], came.unsure[place]
        yield YearOdds(
            year=year.terms.year,
            odds={name: _odds(came.paths, missed[name], doubtful[name]) for name in missed},
            partly={name: _odds(came.paths, lost[name], unsure[name]) for name in lost},
            fan={line: tuple(map(float, fan[:, place])) for line, fan in fans.items()},
            waits=_waits(year),
        )


def _waits(year: PlannedYear) -> frozenset[str]:
    """What is decided in a later year: goals, and what hangs on those that count."""
    goals = {each.name for each in year.waiting}
    rule = year.rule
    together = {FINANCIAL} if rule.waits(rule.financial) else set()
    whole = {GEH} if rule.waits(rule.whole) else set()
    return frozenset(goals | together | whole)


def _odds(paths: int, missed: int, doubtful: int) -> Odds:
    return Odds(low=(paths - doubtful) / paths, high=(paths - missed) / paths)
