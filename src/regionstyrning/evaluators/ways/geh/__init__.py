"""Whether god ekonomisk hushållning holds: financial goals, operational goals and the balance requirement."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import ClassVar

import attrs
from attrs import evolve, field, frozen

from regionstyrning.errors import InvalidValue
from regionstyrning.evaluators.occasions.occasion import occasion_of
from regionstyrning.evaluators.occasions.plans import year_ended
from regionstyrning.evaluators.verdicts.composing import coverage, stage
from regionstyrning.evaluators.verdicts.verdict import Reason, Verdict
from regionstyrning.evaluators.ways.attainment import Attainment
from regionstyrning.evaluators.ways.geh import saying as told
from regionstyrning.evaluators.ways.geh.balance import balance_verdict
from regionstyrning.evaluators.ways.geh.beside import discharged, guidelines, law_of, said_of
from regionstyrning.evaluators.ways.geh.part_targets import with_part_targets, without_part_targets
from regionstyrning.evaluators.ways.geh.results import with_results
from regionstyrning.evaluators.ways.geh.sides import counting, side_verdicts, unlabelled
from regionstyrning.evaluators.ways.geh.whole import whole_of
from regionstyrning.evaluators.wholes.goals import goal_verdicts
from regionstyrning.law import STANDARD, Policies
from regionstyrning.model.geh import GehPart
from regionstyrning.model.indicators import Stage
from regionstyrning.model.joins import Join
from regionstyrning.model.steering_model import SteeringModel

MODEL = "modell"


def _policies(_: Geh, attribute: attrs.Attribute[Policies], value: object) -> None:
    if not isinstance(value, Policies):
        message = f"{attribute.name} {value!r}, expected Policies"
        raise InvalidValue(attribute.name, message)


@frozen(kw_only=True)
class Geh:
    """
    God ekonomisk hushållning, by the region's own rule (god ekonomisk hushållning).

    Financial goals, operational goals and the balance requirement are judged apart, and then joined as
    the region's data says. Where it states no rule, the whole cannot be assessed. Which goals count is
    read from the structure; a goal that is a condition for others is never a term in a sum. A target for a
    part of the year is told, and does not decide the year.

    Attributes:
        stage: The only stage of the figures that counts; None for final ones, or else preliminary.
        join: How the three parts are joined where the region states no rule; None to say that it does not.
        policies: How the law is read where it leaves that open.
        name: What the evaluator is called.

    Raises:
        InvalidValue: for policies of another class.
    """

    version: ClassVar[str] = "1"

    stage: Stage | None = None
    join: Join | None = None
    policies: Policies = field(default=STANDARD, validator=_policies)
    name: str = "geh"

    def __call__(self, model: SteeringModel, *, as_of: date, year: int | None = None) -> Verdict:
        """
        Judge a model.

        Args:
            model: The whole model.
            as_of: The day from which it is judged: nothing known later counts.
            year: The year judged; the last that had ended, if none is named.

        Returns:
            The verdict on the whole, with one part each for financial goals, operational goals and the
            balance requirement, and what others have said beside each.

        Source:
            KL 11:1, 11:5–6, 11:12; LKBR 11:8, 11:10.
        """
        judged = year_ended(as_of) if year is None else year
        begun = occasion_of(Attainment(stage=self.stage), model, as_of, judged)
        occasion = with_part_targets(with_results(without_part_targets(begun)))
        rule = None if occasion.structure is None else occasion.structure.geh
        found = counting(occasion, goal_verdicts(occasion), rule)
        parts = {**side_verdicts(occasion, found, rule), GehPart.BALANCE: balance_verdict(occasion, self.policies)}
        whole = whole_of(occasion, parts, found, rule, self.join)
        said = said_of(occasion, (goal.id for goal in found.goals))
        sides = [
            _with(each, [law_of(occasion, part, self.policies), *each.reasons], said.get(part, []))
            for part, each in parts.items()
        ]
        loose = unlabelled(occasion, found)
        verdict = Verdict(
            about=model.id,
            title=f"{told.TITLE.sv}, {model.title}",
            status=whole.status,
            low=whole.low,
            high=whole.high,
            reasons=[law_of(occasion, None, self.policies), *guidelines(occasion), *whole.reasons],
            parts=sides if loose is None else [*sides, loose],
            evaluator=self.title,
            settings=self.settings,
            coverage=coverage(sides),
            due=whole.due,
            stage=stage(sides),
            year=judged,
            kind=MODEL,
        )
        return _with(verdict, verdict.reasons, said.get(None, []), *discharged(occasion))

    @property
    def title(self) -> str:
        """Its name and version."""
        return f"{self.name} {self.version}"

    @property
    def settings(self) -> tuple[tuple[str, str], ...]:
        """What it was told, by name, and every policy that is not the standard one."""
        join = "–" if self.join is None else self.join.kind.value
        chosen = [
            (name, self.policies.written(name))
            for name in attrs.fields_dict(Policies)
            if self.policies.written(name) != STANDARD.written(name)
        ]
        return (("stage", "–" if self.stage is None else self.stage.value), ("join", join), *chosen)


def _with(verdict: Verdict, reasons: Iterable[Reason], said: Sequence[Reason], *more: Reason) -> Verdict:
    """A verdict with what others have said beside it."""
    return evolve(verdict, reasons=[*reasons, *said, *more], published=[each.record for each in said])
