"""Where published and computed verdicts differ, and why."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar

from attrs import frozen

from regionstyrning.evaluators import saying
from regionstyrning.evaluators.attainment import Attainment
from regionstyrning.evaluators.bounds import UNKNOWN, Bounds, hull, rank
from regionstyrning.evaluators.grades import meant
from regionstyrning.evaluators.occasion import Occasion, year_ended
from regionstyrning.evaluators.published import step_of_judgement, who
from regionstyrning.evaluators.region import judged_by
from regionstyrning.evaluators.rollups import bounds_of
from regionstyrning.evaluators.saying import when
from regionstyrning.evaluators.statuses import IN_ENGLISH, Status
from regionstyrning.evaluators.targets import asked
from regionstyrning.evaluators.units import in_part
from regionstyrning.model.indicators import Indicator
from regionstyrning.text.escaping import one_line
from regionstyrning.text.readable import Readable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from regionstyrning.evaluators.verdict import Verdict
    from regionstyrning.model.dates import Part
    from regionstyrning.model.judgements import Judgement
    from regionstyrning.model.steering_model import SteeringModel
    from regionstyrning.text.sentences import Language


@frozen(kw_only=True, slots=False)
class Comparison(Readable):
    """
    A published verdict beside the computed one (jämförelse).

    Attributes:
        about: Id of what both are about.
        title: Its title.
        judgement: Id of the published judgement.
        when: The year or part of it.
        who: Who said it.
        grade: The word that was said.
        published: From the worst to the best that the word may stand for.
        computed: From the worst to the best of the computed verdict.
        verdict: The computed verdict with its reasons; None for a part of a year.
    """

    _read: ClassVar[str] = "agrees"

    about: str
    title: str
    judgement: str
    when: str
    who: str
    grade: str
    published: Bounds
    computed: Bounds
    verdict: Verdict | None = None

    @cached_property
    def agrees(self) -> bool | None:
        """Whether they say the same; None if that cannot be told."""
        if self.published == self.computed and self.computed.status is not Status.CANNOT_BE_ASSESSED:
            return True
        apart = rank(self.published.high) < rank(self.computed.low) or rank(self.computed.high) < rank(
            self.published.low
        )
        return False if apart else None

    def text(self, lang: Language = "sv") -> str:
        """What was said, what was computed and between what it lies, and the first reason for the difference."""
        sentence = saying.NOT_COMPARABLE if self.agrees is None else saying.DIFFER
        return one_line(
            sentence.say(
                lang,
                title=self.title,
                when=self.when,
                who=self.who,
                grade=self.grade,
                status=self._computed(lang),
                why=self._why(lang),
            )
        ).strip()

    def _computed(self, lang: Language) -> str:
        status, low, high = (
            each.value if lang == "sv" else IN_ENGLISH[each]
            for each in (self.computed.status, self.computed.low, self.computed.high)
        )
        if low == high or self.computed == UNKNOWN:
            return status
        return saying.BOUNDED.say(lang, status=status, low=low, high=high)

    def _why(self, lang: Language) -> str:
        reasons = () if self.verdict is None else self.verdict.reasons
        missing = [reason for reason in reasons if reason.missing]
        said = next((reason.text(lang) for reason in [*missing, *reasons]), "")
        return said[:1].upper() + said[1:]

    def to_records(self) -> list[dict[str, Any]]:
        """One row: about, when, who, grade, published, computed, agrees, text, judgement."""
        return [
            {
                "about": self.about,
                "when": self.when,
                "who": self.who,
                "grade": self.grade,
                "published": self.published.status.value,
                "computed": self.computed.status.value,
                "agrees": self.agrees,
                "text": self.text(),
                "judgement": self.judgement,
            }
        ]


def disagreements(model: SteeringModel, *, as_of: date) -> tuple[Comparison, ...]:
    """
    Where a published verdict differs from the computed one, or cannot be compared with it, and why.

    Args:
        model: The whole model.
        as_of: The day: nothing said or known later counts.

    Returns:
        Those that differ first, then those that cannot be compared, each in the order of what they are about.

    >>> for each in disagreements(model, as_of=date(2026, 6, 1))[:2]:
    ...     print(each.about, each.grade, each.computed.high.value)
    hallbara-resor-2025 Grön delvis uppfyllt
    vard-i-ratt-tid-2025 Grön inte uppfyllt
    """
    held = [each for each in comparisons(model, as_of=as_of) if each.agrees is not True]
    return tuple(sorted(held, key=_order))


def _order(each: Comparison) -> tuple[bool, str, str]:
    return each.agrees is None, each.about, each.judgement


def comparisons(model: SteeringModel, *, as_of: date) -> tuple[Comparison, ...]:
    """
    Every published verdict on a scale that reads level, beside the computed one.

    A word on a part of a year is held against the figure of that part, where it is about an indicator.

    Args:
        model: The whole model.
        as_of: The day: nothing said or known later counts.
    """
    facts = model.at(as_of)
    years: dict[int, tuple[Occasion, Verdict]] = {}
    found = []
    for judgement in sorted(facts.judgements, key=_id):
        year = judgement.year
        if year is None or judgement.grade is None or (judgement.part is None and year > year_ended(as_of)):
            continue
        if year not in years:
            years[year] = judged_by(Attainment(), model, as_of, year)
        found += list(_compared(judgement, *years[year]))
    return tuple(found)


def _id(judgement: Judgement) -> str:
    return judgement.id


def _compared(judgement: Judgement, occasion: Occasion, whole: Verdict) -> Iterator[Comparison]:
    found = step_of_judgement(occasion, judgement)
    if found is None or judgement.year is None:
        return
    for id in judgement.about:
        if id not in whole:
            continue
        verdict = whole[id]
        record = occasion.plan.by_id.get(id)
        computed = bounds_of(verdict)
        if judgement.part is not None:
            computed = _of_part(occasion, record, judgement.part)
        yield Comparison(
            about=id,
            title=verdict.title,
            judgement=judgement.id,
            when=when(judgement.year, judgement.part),
            who=who(occasion, judgement),
            grade=found[1].word,
            published=meant(found[1]),
            computed=computed,
            verdict=verdict if judgement.part is None else None,
        )


def _of_part(occasion: Occasion, record: object, part: Part) -> Bounds:
    """An indicator's figure of a part of the year against its targets for that part, or else for the year."""
    if not isinstance(record, Indicator):
        return UNKNOWN
    targets = occasion.targets.get(record.id, ())
    held = [each for each in asked(targets, occasion.year, occasion.standing_year, date.max) if not each.ahead]
    own = [each for each in held if each.target.part == part]
    wanted = own or [each for each in held if each.target.part is None]
    return hull(in_part(occasion, record, each, part) for each in wanted) if wanted else UNKNOWN
