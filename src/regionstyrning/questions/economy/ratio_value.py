"""The value of a key ratio, or why there is none."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal, localcontext
from typing import TYPE_CHECKING, Any, ClassVar

from attrs import field, frozen

from regionstyrning.model.dates import period_named
from regionstyrning.model.economy import LINES, AmountStage, Ratio
from regionstyrning.questions.answers import Step
from regionstyrning.questions.economy.accounts import Accounts
from regionstyrning.questions.economy.formulas import Formula, evaluated, read_formula
from regionstyrning.questions.economy.numbers import DECIMALS
from regionstyrning.questions.economy.telling import STAGE, figure_steps
from regionstyrning.text.numbers import number
from regionstyrning.text.readable import Readable
from regionstyrning.text.sentences import Sentence, listed

if TYPE_CHECKING:
    from regionstyrning.model.dates import Part
    from regionstyrning.text.sentences import Language

BEFORE, BUDGET = "foregaende-", "budget-"
NET_COSTS = "verksamhetens-nettokostnader"

DIGITS = 28

_TOLD = {
    "value": Sentence("{title} {year} ({stage}): {value} {unit}.", "{title} {year} ({stage}): {value} {unit}."),
    "unsure": Sentence(
        "{told} Med någon läsning av talen går det inte att räkna ut.",
        "{told} By some reading of the figures it cannot be computed.",
    ),
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
        low: The lowest by any reading of the figures; None if one of them gives none, or they are too many to try.
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
        return computed_by(read_formula(self.ratio.formula), changed)

    def text(self, lang: Language = "sv") -> str:
        """The ratio in a sentence, rounded to one decimal."""
        period, stage = period_named(self.year, self.part, lang), STAGE[self.stage].say(lang)
        title = _TOLD["own"].say(lang, title=self.ratio.title) if self.named_alike else self.ratio.title
        words = {"title": title, "year": period, "stage": stage}
        if self.value is None:
            why = _TOLD[self.why or "zero"].say(lang, names=listed([words_of(each, lang) for each in self.names], lang))
            return _TOLD["none"].say(lang, **words, why=why)
        # Nothing is added so that what is rounded to nothing has no sign.
        span = sorted({round(each, 1) + 0 for each in (self.value, self.low, self.high) if each is not None})
        shown = "–".join(number(each, lang) for each in (span[0], span[-1])[: len(span)])
        unit = self.ratio.unit.value
        told = unit if lang == "sv" else _UNITS.get(unit, unit)
        if self.over_budget is not None and (span[0] > 0 or span[-1] < 0):
            told = _TOLD["over" if self.over_budget else "under"].say(lang, unit=told)
        said = _TOLD["value"].say(lang, **words, value=shown, unit=told)
        return _TOLD["unsure"].say(lang, told=said) if self.is_unsure else said

    @property
    def is_unsure(self) -> bool:
        """Whether there is a value by the reading that is followed, and by some other none that is known."""
        return self.value is not None and self.low is None

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


def line_of(name: str) -> str:
    """The line that a name in a formula stands for."""
    return name.removeprefix(BEFORE).removeprefix(BUDGET)


def words_of(name: str, lang: Language = "sv") -> str:
    """What a person reads of a name in a formula: the line, and whether it is the year before or the budget."""
    line = LINES.get(line_of(name), name)
    for prefix, key in ((BEFORE, "before"), (BUDGET, "budget")):
        if name.startswith(prefix):
            return _TOLD[key].say(lang, line=line)
    return line


def computed_by(formula: Formula, values: Mapping[str, Decimal | None]) -> Decimal | None:
    """What a formula comes to, exact to 28 digits; None if a name has no value, or it divides by zero."""
    known = {name: value for name, value in values.items() if value is not None}
    if len(known) < len(values):
        return None
    with localcontext(prec=DIGITS) as context:
        context.clear_flags()
        try:
            return evaluated(formula, known, DECIMALS)
        except ArithmeticError:
            return None
