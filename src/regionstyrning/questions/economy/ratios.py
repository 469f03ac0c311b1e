"""Key ratios of the accounts (ekonomiska nyckeltal), by formulas that are data."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import MINYEAR
from decimal import Decimal, localcontext
from itertools import islice, product
from typing import TYPE_CHECKING, Any, ClassVar

from attrs import field, frozen

from regionstyrning.errors import InvalidValue, UnknownId
from regionstyrning.law import STANDARD, packaged
from regionstyrning.model.dates import period_words
from regionstyrning.model.economy import LINES, AmountStage, Ratio
from regionstyrning.questions.answers import Step
from regionstyrning.questions.economy.accounts import Accounts, accounts
from regionstyrning.questions.economy.books import statement_of
from regionstyrning.questions.economy.formulas import Formula, evaluated, read_formula
from regionstyrning.questions.economy.layout import ADJUSTED, BALANCE
from regionstyrning.questions.economy.numbers import DECIMALS
from regionstyrning.questions.economy.telling import STAGE, figure_steps
from regionstyrning.text.numbers import number
from regionstyrning.text.readable import Readable
from regionstyrning.text.sentences import Sentence, listed

if TYPE_CHECKING:
    from regionstyrning.model.dates import Part
    from regionstyrning.model.steering_model import SteeringModel
    from regionstyrning.text.sentences import Language

BEFORE, BUDGET = "foregaende-", "budget-"
NET_COSTS = "verksamhetens-nettokostnader"

MOST = 256
DIGITS = 28

_TOLD = {
    "value": Sentence("{title} {year} ({stage}): {value} {unit}.", "{title} {year} ({stage}): {value} {unit}."),
    "own": Sentence("{title}, regionens egen,", "{title}, the region's own,"),
    "over": Sentence("{unit} (över budget)", "{unit} (over budget)"),
    "under": Sentence("{unit} (under budget)", "{unit} (under budget)"),
    "none": Sentence(
        "{title} {year} ({stage}) går inte att räkna ut: {why}.", "{title} {year} ({stage}) cannot be computed: {why}."
    ),
    "no-formula": Sentence("ingen formel är angiven", "no formula is stated"),
    "unreadable": Sentence("formeln går inte att läsa", "the formula cannot be read"),
    "unknown": Sentence("{names} är ingen rad", "{names} is no line"),
    "missing": Sentence("tal saknas för {names}", "no figure is known for {names}"),
    "zero": Sentence("den delar med noll", "it divides by zero"),
    "before": Sentence("{line} året före", "{line} the year before"),
    "budget": Sentence("{line} i budgeten", "{line} in the budget"),
}

_UNITS = {"kronor": "kronor", "procent": "per cent"}


@frozen(kw_only=True, eq=False)
class RatioValue(Readable):
    """
    A key ratio of a year (nyckeltalets värde).

    Attributes:
        ratio: The record with its formula.
        year: The year.
        part: The part of the year; None for the whole.
        stage: What the figures are.
        organ: Id of the organ.
        value: Exact to 28 digits, in the ratio's unit; None if it cannot be computed.
        low: The lowest by any reading of the figures; None if one of them gives none.
        high: The highest.
        why: Why it cannot be computed: no-formula, unreadable, unknown, missing, zero; None if it can.
        names: The names in the formula that are unknown or missing.
        figures: The accounts of each name in the formula, with the line.
        values: What each name in the formula stands for, in mnkr, where all are known.
        named_alike: Whether it is the region's own, and a shipped one with another formula has its name.
    """

    _read: ClassVar[str] = "value"

    ratio: Ratio
    year: int
    stage: AmountStage
    organ: str
    value: Decimal | None
    part: Part | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    why: str | None = None
    names: tuple[str, ...] = ()
    figures: Mapping[str, tuple[Accounts, str]] = field(factory=dict, repr=False)
    values: Mapping[str, Decimal] = field(factory=dict, repr=False)
    named_alike: bool = False

    def if_changed(self, changes: Mapping[str, Decimal]) -> Decimal | None:
        """
        The value if lines had been otherwise.

        Args:
            changes: What is added to a name in the formula, in mnkr.

        Returns:
            None if it cannot be computed, or names none of them.
        """
        if self.value is None or self.ratio.formula is None or not changes.keys() & self.values.keys():
            return None
        changed = {name: value + changes.get(name, 0) for name, value in self.values.items()}
        return _one(read_formula(self.ratio.formula), changed)

    def text(self, lang: Language = "sv") -> str:
        """The ratio in a sentence, rounded to one decimal."""
        period, stage = period_words(self.year, self.part), STAGE[self.stage].say(lang)
        title = _TOLD["own"].say(lang, title=self.ratio.title) if self.named_alike else self.ratio.title
        words = {"title": title, "year": period, "stage": stage}
        if self.value is None:
            why = _TOLD[self.why or "zero"].say(lang, names=listed([words_of(each, lang) for each in self.names], lang))
            return _TOLD["none"].say(lang, **words, why=why)
        span = sorted({round(each, 1) for each in (self.value, self.low, self.high) if each is not None})
        shown = "–".join(number(each, lang) for each in (span[0], span[-1])[: len(span)])
        unit = self.ratio.unit.value
        told = unit if lang == "sv" else _UNITS.get(unit, unit)
        if self.over_budget is not None and (span[0] > 0 or span[-1] < 0):
            told = _TOLD["over" if self.over_budget else "under"].say(lang, unit=told)
        return _TOLD["value"].say(lang, **words, value=shown, unit=told)

    @property
    def over_budget(self) -> bool | None:
        """Whether net costs are above their budget; None if it is no deviation of the two, or there is none."""
        budget = next((value for name, value in self.values.items() if name.startswith(BUDGET)), None)
        if budget is None or len(self.values) != len({NET_COSTS, BUDGET}) or NET_COSTS not in self.values:
            return None
        # Net costs are below zero; their budget is too, but for a frame, which is what may be spent.
        more = -abs(budget) - self.values[NET_COSTS]
        return more > 0 if more and self.if_changed({NET_COSTS: more}) == 0 else None

    def to_records(self) -> list[dict[str, Any]]:
        """One row: id, title, year, stage, organ, value, low, high, unit, formula, why, names."""
        return [
            {
                "id": self.ratio.id,
                "title": self.ratio.title,
                "year": self.year,
                "stage": self.stage.value,
                "organ": self.organ,
                "value": self.value,
                "low": self.low,
                "high": self.high,
                "unit": self.ratio.unit.value,
                "formula": self.ratio.formula,
                "why": self.why,
                "names": list(self.names),
            }
        ]

    @property
    def steps(self) -> tuple[Step, ...]:
        """Each figure in the formula with its source."""
        return tuple(
            step
            for view, line in self.figures.values()
            if line in view.entries
            for step in figure_steps(view.entries[line].figures[:1], view.law.get(line))
        )


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


def line_of(name: str) -> str:
    """The line that a name in a formula stands for."""
    return name.removeprefix(BEFORE).removeprefix(BUDGET)


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
    values = [_one(formula, dict(pick)) for pick in islice(product(*choices), MOST)]
    if values[0] is None:
        return RatioValue(**usual, why="zero")
    known = [each for each in values if each is not None]
    sure = len(known) == len(values)
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


def _one(formula: Formula, values: Mapping[str, Decimal | None]) -> Decimal | None:
    known = {name: value for name, value in values.items() if value is not None}
    if len(known) < len(values):
        return None
    with localcontext(prec=DIGITS) as context:
        context.clear_flags()
        try:
            return evaluated(formula, known, DECIMALS)
        except ArithmeticError:
            return None


def words_of(name: str, lang: Language = "sv") -> str:
    """What a person reads of a name in a formula: the line, and whether it is the year before or the budget."""
    line = LINES.get(line_of(name), name)
    for prefix, key in ((BEFORE, "before"), (BUDGET, "budget")):
        if name.startswith(prefix):
            return _TOLD[key].say(lang, line=line)
    return line
