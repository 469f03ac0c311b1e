"""Key ratios of the accounts (ekonomiska nyckeltal), by formulas that are data."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import MINYEAR
from decimal import Decimal
from itertools import islice, product
from typing import TYPE_CHECKING, Any

from regionstyrning.errors import InvalidValue, UnknownId
from regionstyrning.law import STANDARD, packaged
from regionstyrning.model.economy import LINES, AmountStage, Ratio
from regionstyrning.questions.economy.accounts import Accounts, accounts
from regionstyrning.questions.economy.books import statement_of
from regionstyrning.questions.economy.formulas import Formula, read_formula
from regionstyrning.questions.economy.layout import ADJUSTED, BALANCE
from regionstyrning.questions.economy.ratio_value import BEFORE, BUDGET, RatioValue, computed_by, line_of
from regionstyrning.questions.economy.readings import MOST

if TYPE_CHECKING:
    from regionstyrning.model.dates import Part
    from regionstyrning.model.steering_model import SteeringModel


def known_ratios(model: SteeringModel) -> Mapping[str, Ratio]:
    """The model's own ratios by id, then those shipped that it has none of its own for."""
    own = {each.id: each for each in model.ratios}
    return own | {each.id: each for each in packaged().ratios if each.id not in own}


def ratio(  # noqa: PLR0913 - each narrows whose and which figures
    model: SteeringModel,
    id: str,
    year: int,
    *,
    stage: AmountStage | None = None,
    organ: str | None = None,
    group: bool = False,
    part: Part | None = None,
) -> RatioValue:
    """
    A key ratio of a year.

    In its formula a line stands for its figure of the year, with its sign. ``foregaende-`` before
    the line is the year before, ``budget-`` the budget of the year. The result after adjustments and
    the balance result are counted by the law of the year where they are not printed.

    Args:
        model: The model.
        id: Id of one of its ratios, or of one that is shipped.
        year: The year.
        stage: Outcome, forecast, budget or plan; left out the first of these that has any figure.
        organ: Id of the organ; the region itself if left out.
        group: Whether it is for the whole group (koncern).
        part: A part of the year; then so are the budget and the year before.

    Returns:
        The value, or why there is none. A line that is not known is never taken to be zero.

    Raises:
        UnknownId: if no ratio has the id; it names the nearest.
        InvalidValue: if the calendar has no such year, or no organ is named and the model says of no legal person.
    """
    known = known_ratios(model)
    if id not in known:
        raise UnknownId("ratio", id, known)
    view = accounts(model, year, stage, organ=organ, group=group, part=part)
    own = known[id]
    usual: dict[str, Any] = {"ratio": own, "year": year, "part": part, "stage": view.scope.stage}
    usual |= {"organ": view.about, "value": None, "named_alike": _named_alike(model, own)}
    if own.formula is None:
        return RatioValue(**usual, why="no-formula")
    try:
        formula = read_formula(own.formula)
    except InvalidValue:
        return RatioValue(**usual, why="unreadable")
    unknown = tuple(each for each in formula.names if line_of(each) not in LINES)
    if unknown:
        return RatioValue(**usual, why="unknown", names=unknown)
    return _valued(model, formula, {each: _figures(model, each, view) for each in formula.names}, usual)


def ratios(
    model: SteeringModel,
    year: int,
    *,
    stage: AmountStage | None = None,
    organ: str | None = None,
    group: bool = False,
) -> tuple[RatioValue, ...]:
    """
    Every key ratio of a year, the model's own first.

    Args:
        model: The model.
        year: The year.
        stage: Outcome, forecast, budget or plan; left out the first of these that has any figure.
        organ: Id of the organ; the region itself if left out.
        group: Whether they are for the whole group (koncern).

    Raises:
        InvalidValue: if the calendar has no such year, or no organ is named and the model says of no legal person.
    """
    return tuple(ratio(model, id, year, stage=stage, organ=organ, group=group) for id in known_ratios(model))


def _named_alike(model: SteeringModel, own: Ratio) -> bool:
    """Whether a shipped ratio that is told beside the model's own has the same name."""
    ids = {each.id for each in model.ratios}
    names = {each.title.casefold() for each in packaged().ratios if each.id not in ids}
    return own.id in ids and own.title.casefold() in names


def _figures(model: SteeringModel, name: str, view: Accounts) -> tuple[Accounts, str]:
    """The accounts that a name is looked up in, and the line."""
    line = line_of(name)
    if line == name:
        return view, line
    year = view.scope.year - name.startswith(BEFORE)
    stage = AmountStage.BUDGET if BUDGET in name else None
    organ = None if view.about == model.legal_person else view.about
    scope = view.scope
    return accounts(model, max(year, MINYEAR), stage, organ=organ, group=scope.group, part=scope.part), line


def _valued(
    model: SteeringModel, formula: Formula, figures: Mapping[str, tuple[Accounts, str]], usual: dict[str, Any]
) -> RatioValue:
    usual["figures"] = figures
    held = {name: _readings(model, view, line) for name, (view, line) in figures.items()}
    missing = tuple(name for name, values in held.items() if values[0] is None)
    if missing:
        return RatioValue(**usual, why="missing", names=missing)
    usual["values"] = {name: values[0] for name, values in held.items() if values[0] is not None}
    choices = [[(name, value) for value in values] for name, values in held.items()]
    values = [computed_by(formula, dict(pick)) for pick in islice(product(*choices), MOST + 1)]
    if values[0] is None:
        return RatioValue(**usual, why="zero")
    known = [each for each in values if each is not None]
    sure = len(known) == len(values) <= MOST
    usual["value"] = values[0]
    return RatioValue(**usual, low=min(known) if sure else None, high=max(known) if sure else None)


def _readings(model: SteeringModel, view: Accounts, line: str) -> list[Decimal | None]:
    """What a line may be, the reading that is followed first."""
    if line in view.entries:
        return [each.value for each in view.entries[line].figures]
    value = view.value(line)
    whole = view.about == model.legal_person and not view.scope.group and view.scope.part is None
    if value is not None or line not in {ADJUSTED, BALANCE} or not whole:
        return [value]
    _, done = statement_of(model, view.scope.year, STANDARD, view.scope.stage)
    return [(done.adjusted if line == ADJUSTED else done.balance).value]
