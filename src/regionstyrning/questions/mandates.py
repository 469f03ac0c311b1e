"""Which assembly decides on a day: the one whose mandate period it is."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any, ClassVar

from attrs import field, frozen

from regionstyrning.law import (
    STANDARD,
    MandatePeriod,
    Policies,
    election_day,
    law_for,
    mandate_period,
    newly_elected_from,
)
from regionstyrning.law.mandates import ADOPTION, ELECTION
from regionstyrning.model.organisation import OrganKind
from regionstyrning.model.records import as_tuple
from regionstyrning.questions.answers import Answer, Step, told_below
from regionstyrning.questions.threads import first_source, title_of
from regionstyrning.text.sentences import Sentence, listed

if TYPE_CHECKING:
    from regionstyrning.law import Law
    from regionstyrning.model.steering_model import SteeringModel
    from regionstyrning.text.sentences import Language

_SITS = Sentence(
    "{organ}, som beslutar den {day}, valdes {year} och sitter {first}–{last}.",
    "{organ}, which decides on {day}, was elected in {year} and sits {first}–{last}.",
)
_ELECTION = Sentence("Val hålls den {election}.", "There is an election on {election}.")
_WAITS = Sentence(
    "Budgeten för {year} antas av det nyvalda, tidigast den {first}.",
    "The budget for {year} is adopted by the newly elected one, on {first} at the earliest.",
)
_NOT_HELD = Sentence("Lagen för {day} hålls inte.", "The law of {day} is not held.")
_NO_ORGAN = Sentence(
    "Modellen har inget fullmäktige den {day}.", "The model has no organ of the kind fullmäktige on {day}."
)
_ASSEMBLY = "Fullmäktige"


@frozen(kw_only=True, eq=False)
class DecidingAssembly(Answer):
    """
    Which assembly decides on a day (beslutande fullmäktige).

    Attributes:
        organs: Ids of the organs of the kind fullmäktige that exist on the day.
        period: Its mandate period; None if the law of the day is not held.
        election: The day of the ordinary election of that year, if there is one.
        waits_until: The first day on which next year's budget may be adopted, if that waits for the newly elected.
    """

    _read: ClassVar[str] = "period"

    organs: tuple[str, ...] = field(converter=as_tuple)
    period: MandatePeriod | None
    election: date | None
    waits_until: date | None

    _held: SteeringModel = field(repr=False)
    _law: Law = field(repr=False)

    @property
    def may_adopt_next_budget(self) -> bool | None:
        """Whether it may adopt the budget of the next year; None if the law is not held."""
        if self.period is None:
            return None
        return self.waits_until is None or self.waits_until <= self.on

    def text(self, lang: Language = "sv", *, width: int = 80) -> str:
        """Which assembly, elected when, with the election of the year and what waits for it."""
        told = " ".join(step.text(lang) for step in self.steps if step.record == self.about)
        return "\n".join([told, *told_below(self.what_is_missing(lang), width)]).strip("\n")

    @property
    def steps(self) -> tuple[Step, ...]:
        """The mandate period, the election and what waits for it, each with its paragraph; then the organs."""
        return tuple(self._steps())

    def _steps(self) -> Iterator[Step]:
        if self.period is not None:
            names = listed(title_of(self._held, id) for id in self.organs)
            days = (("first", str(self.period.days.first)), ("last", str(self.period.days.last or "")))
            more = (("organ", names or _ASSEMBLY), ("day", str(self.on)), ("year", str(self.period.election_year)))
            yield self._step(_SITS, self.period.rule.cited, (*more, *days))
        if self.election is not None:
            yield self._step(_ELECTION, self._law.rule(ELECTION).cited, (("election", str(self.election)),))
        if self.waits_until is not None:
            words = (("year", str(self.on.year + 1)), ("first", str(self.waits_until)))
            yield self._step(_WAITS, self._law.rule(ADOPTION).cited, words)
        for id in self.organs:
            said = (("sv", title_of(self._held, id)), ("en", title_of(self._held, id)))
            yield Step(record=id, source=first_source(self._held, id), sentence=Sentence("{sv}", "{en}"), words=said)

    def _step(self, sentence: Sentence, law: str, words: tuple[tuple[str, str], ...]) -> Step:
        return Step(record=self.about, law=law, sentence=sentence, words=words)

    def to_records(self) -> list[dict[str, Any]]:
        """One row: on, organs, elected, first, last, election, waits_until, may_adopt_next_budget."""
        days = None if self.period is None else self.period.days
        return [
            {
                "on": self.on,
                "organs": list(self.organs),
                "elected": None if self.period is None else self.period.election_year,
                "first": None if days is None else days.first,
                "last": None if days is None else days.last,
                "election": self.election,
                "waits_until": self.waits_until,
                "may_adopt_next_budget": self.may_adopt_next_budget,
            }
        ]

    def what_is_missing(self, lang: Language = "sv") -> Iterator[str]:
        """That the law of the day is not held, and that the model has no such organ."""
        if self.period is None:
            yield _NOT_HELD.say(lang, day=self.on)
        if not self.organs:
            yield _NO_ORGAN.say(lang, day=self.on)


def deciding_assembly(
    model: SteeringModel, *, on: date | None = None, policies: Policies = STANDARD
) -> DecidingAssembly:
    """
    Tell which assembly decides on a day, and whether it may adopt next year's budget.

    Args:
        model: Any model.
        on: The day; the model's own if left out.
        policies: How the law is read where it leaves that open.

    Source:
        KL 5:9, 11:10; VAL 1:3.

    >>> deciding_assembly(model, on=date(2026, 10, 14)).may_adopt_next_budget
    False
    """
    day = model.as_of if on is None else on
    held, law = model.at(day), law_for(model, policies)
    organs = (organ.id for organ in held.organs if organ.kind is OrganKind.ASSEMBLY)
    return DecidingAssembly(
        about=model.id,
        on=day,
        organs=sorted(organs),
        period=mandate_period(law, OrganKind.ASSEMBLY, on=day),
        election=election_day(law, day.year),
        waits_until=newly_elected_from(law, day.year + 1),
        held=held,
        law=law,
    )
