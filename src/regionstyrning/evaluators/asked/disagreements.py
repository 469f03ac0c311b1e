"""Where published and computed verdicts differ, and why."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar

from attrs import field, frozen

from regionstyrning.evaluators.asked.differing import computed_words, meaning_of, of_part, of_verdict, of_word
from regionstyrning.evaluators.occasions.occasion import Occasion
from regionstyrning.evaluators.occasions.plans import year_ended
from regionstyrning.evaluators.occasions.published import step_of_judgement, who
from regionstyrning.evaluators.targets.grades import meant
from regionstyrning.evaluators.verdicts import saying
from regionstyrning.evaluators.verdicts.bounds import Bounds, rank
from regionstyrning.evaluators.verdicts.rollups import bounds_of
from regionstyrning.evaluators.verdicts.statuses import Status
from regionstyrning.evaluators.verdicts.wording import Words, clause, when, written
from regionstyrning.evaluators.ways.attainment import Attainment
from regionstyrning.evaluators.wholes.region import judged_by
from regionstyrning.model.records import as_tuple
from regionstyrning.text.escaping import one_line
from regionstyrning.text.readable import Readable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from regionstyrning.evaluators.verdicts.verdict import Reason, Verdict
    from regionstyrning.model.judgements import Judgement
    from regionstyrning.model.steering_model import SteeringModel
    from regionstyrning.text.sentences import Language, Sentence


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
        said_on: The day it was said, where that is known.
        grade: The word that was said.
        meaning: What the word may stand for, by its scale.
        published: From the worst to the best that the word may stand for.
        computed: From the worst to the best of the computed verdict.
        why: Why they differ or cannot be compared: what the word leaves open, and what the computed rests on.
        verdict: The computed verdict with its reasons; None for a part of a year.
    """

    _read: ClassVar[str] = "agrees"

    about: str
    title: str
    judgement: str
    when: Words
    who: str
    said_on: date | None = None
    grade: str
    meaning: Sentence
    published: Bounds
    computed: Bounds
    why: tuple[Reason, ...] = field(default=(), converter=as_tuple)
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
        """Who said what and when, what was computed, and why they differ."""
        sentence = saying.NOT_COMPARABLE if self.agrees is None else saying.DIFFER
        return one_line(
            sentence.say(
                lang,
                title=clause(self.title),
                when=written(self.when, lang),
                who=self.who if self.said_on is None else f"{self.who} ({self.said_on})",
                grade=self.grade,
                meaning=self.meaning.say(lang),
                computed=computed_words(self.computed).say(lang),
                why=" ".join(reason.text(lang) for reason in self.why),
            )
        ).strip()

    def to_records(self) -> list[dict[str, Any]]:
        """One row: about, when, who, said_on, grade, published, computed, agrees, why, text, judgement."""
        return [
            {
                "about": self.about,
                "when": written(self.when),
                "who": self.who,
                "said_on": None if self.said_on is None else self.said_on.isoformat(),
                "grade": self.grade,
                "published": self.published.status.value,
                "computed": self.computed.status.value,
                "agrees": self.agrees,
                "why": [reason.text() for reason in self.why],
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
    _, step = found
    for id in judgement.about:
        if id not in whole:
            continue
        verdict = whole[id]
        held = bounds_of(verdict), of_verdict(verdict)
        if judgement.part is not None:
            judged = of_part(occasion, id, judgement.part)
            held = judged.bounds, list(judged.reasons)
        yield Comparison(
            about=id,
            title=verdict.title,
            judgement=judgement.id,
            when=when(judgement.year, judgement.part),
            who=who(occasion, judgement),
            said_on=judgement.on,
            grade=step.word,
            meaning=meaning_of(step),
            published=meant(step),
            computed=held[0],
            why=[*of_word(judgement.id, step), *held[1]],
            verdict=verdict if judgement.part is None else None,
        )
