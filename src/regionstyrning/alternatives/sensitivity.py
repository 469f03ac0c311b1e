"""Which assumption matters most."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, ClassVar

from attrs import evolve, field, frozen

from regionstyrning.alternatives.drivers import MEANINGS, Driver, Form
from regionstyrning.alternatives.lines import PRINTED
from regionstyrning.alternatives.project import project
from regionstyrning.alternatives.shown import estimate, points
from regionstyrning.errors import UnknownId
from regionstyrning.law import STANDARD
from regionstyrning.model.economy import LINES
from regionstyrning.model.records import as_tuple
from regionstyrning.questions.economy.layout import EQUITY
from regionstyrning.text.readable import Readable
from regionstyrning.text.sentences import Sentence
from regionstyrning.text.tables import text_table

if TYPE_CHECKING:
    from regionstyrning.alternatives.assumptions import Assumption, Assumptions
    from regionstyrning.law import Policies
    from regionstyrning.model.steering_model import SteeringModel
    from regionstyrning.text.sentences import Language

_TITLE = Sentence(
    "{line} {year}: så mycket ändras det om ett antagande är högre alla år, mnkr",
    "{line} {year}: how much it changes if an assumption is higher in all years, mnkr",
)
_NONE = Sentence("Inget år går att räkna fram.", "No year can be reckoned ahead.")
_HEADERS = {
    "driver": Sentence("Antagande", "Assumption"),
    "step": Sentence("Högre med", "Higher by"),
    "effect": Sentence("Ändring", "Change"),
}
_STEP = Sentence("{step} {unit}", "{step} {unit}")


@frozen(kw_only=True)
class Effect:
    """
    What one assumption does (utslag).

    Attributes:
        driver: The assumption.
        step: How much higher it was, in percentage points or mnkr.
        change: How much higher the line came out, in mnkr.
    """

    driver: Driver
    step: Decimal
    change: float


@frozen(kw_only=True)
class Sensitivity(Readable):
    """
    Which assumption matters most (känslighet).

    Attributes:
        line: The line that is looked at.
        year: The last year.
        effects: What each assumption does, the greatest first.
    """

    _read: ClassVar[str] = "effects"

    line: str
    year: int | None
    effects: tuple[Effect, ...] = field(converter=as_tuple)

    def text(self, lang: Language = "sv", *, width: int = 80) -> str:
        """The assumptions as a table, the one that matters most first."""
        if self.year is None:
            return _NONE.say(lang)
        headers = [each.say(lang) for each in _HEADERS.values()]
        rows = [
            [MEANINGS[each.driver].told.say(lang), _step(each, lang), estimate(each.change, lang)]
            for each in self.effects
        ]
        title = _TITLE.say(lang, line=LINES[self.line], year=self.year)
        return "\n".join([title, "", text_table(headers, rows, width)])

    def to_records(self) -> list[dict[str, Any]]:
        """One row an assumption: driver, step, line, year, change."""
        return [
            {
                "driver": each.driver.value,
                "step": each.step,
                "line": self.line,
                "year": self.year,
                "change": each.change,
            }
            for each in self.effects
        ]


def sensitivity(  # noqa: PLR0913 - what is asked, and how
    model: SteeringModel,
    assumptions: Assumptions,
    years: int,
    *,
    line: str = EQUITY,
    points: Decimal = Decimal(1),
    mnkr: Decimal = Decimal(100),
    policies: Policies = STANDARD,
) -> Sensitivity:
    """
    Find which assumption matters most: each made higher in all years, the others as they are.

    Args:
        model: The model.
        assumptions: What the years are assumed to bring.
        years: How many.
        line: Id of the line to look at in the last of them.
        points: How many percentage points higher growth and shares are made.
        mnkr: How much higher amounts are made.
        policies: How the law is read where it leaves that open.

    Raises:
        UnknownId: if the line is not reckoned ahead.
        InvalidValue: as `project`.
    """
    if line not in PRINTED:
        raise UnknownId("line", line, PRINTED)
    base = project(model, assumptions, years, policies=policies)
    if not base.years:
        return Sensitivity(line=line, year=None, effects=[])
    effects = []
    for each in assumptions.items:
        step = mnkr if MEANINGS[each.driver].form is Form.AMOUNT else points
        moved = project(model, assumptions.with_(_higher(each, step)), years, policies=policies)
        change = moved.years[-1].lines[line] - base.years[-1].lines[line]
        effects.append(Effect(driver=each.driver, step=step, change=change))
    effects.sort(key=lambda each: (-abs(each.change), each.driver.value))
    return Sensitivity(line=line, year=base.years[-1].year, effects=effects)


def _higher(assumption: Assumption, step: Decimal) -> Assumption:
    earlier = None if assumption.earlier is None else _higher(assumption.earlier, step)
    return evolve(assumption, values=[(year, value + step) for year, value in assumption.values], earlier=earlier)


def _step(effect: Effect, lang: Language) -> str:
    unit = "mnkr" if MEANINGS[effect.driver].form is Form.AMOUNT else points(effect.step, lang)
    return _STEP.say(lang, step=estimate(float(effect.step), lang), unit=unit)
