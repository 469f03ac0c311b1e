"""What is told of the plans of an organ that are in force on a day, and how they stand to one another."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar

from attrs import field, frozen

from regionstyrning.errors import UnknownId
from regionstyrning.model.organisation import Organ
from regionstyrning.questions.answers import Answer, Step, told_below
from regionstyrning.questions.editions import belongs_to, years_text
from regionstyrning.questions.missing import doubts_of_the_day, undated
from regionstyrning.questions.plans_found import PlanInForce, kinds_held, plans_of
from regionstyrning.questions.threads import first_source, title_of
from regionstyrning.text.escaping import one_line
from regionstyrning.text.sentences import Sentence, listed
from regionstyrning.text.widths import folded

if TYPE_CHECKING:
    from regionstyrning.model.steering_model import SteeringModel
    from regionstyrning.text.sentences import Language

_HEAD = Sentence("Planer i kraft för {organ} den {day}.", "Plans in force for {organ} on {day}.")
_NONE = Sentence(
    "Modellen har ingen plan i kraft för {organ} den {day}.", "The model has no plan in force for {organ} on {day}."
)
_SPANS = Sentence("omfattar {years}", "spans {years}")
_FROM = Sentence("i kraft från {day}", "in force from {day}")
_NEXT_TO = Sentence("bredvid {others}", "beside {others}")
_REPLACES = Sentence("ersätter {others}", "replaces {others}")
_IN_FORCE = Sentence("{title} gäller den {day}.", "{title} is in force on {day}.")
_PRELIMINARY = Sentence(
    "{title} gäller den {day} som preliminär, tills den slutliga finns.",
    "{title} is in force on {day} as preliminary, until there is a final one.",
)
_COMING = Sentence("{title} gäller den {day} men avser {years}.", "{title} is in force on {day} but is for {years}.")
_STATES = {
    "preliminary": Sentence("preliminär", "preliminary"),
    "coming": Sentence("kommande", "to come"),
}
_BESIDE = Sentence("{title} gäller den {day} bredvid {others}.", "{title} is in force on {day} beside {others}.")
_FIRST = Sentence(
    "{title} gäller den {day} bredvid {others} och går före för {years}.",
    "{title} is in force on {day} beside {others} and comes first for {years}.",
)
_REPLACED = Sentence("{title} har ersatts av {other}.", "{title} has been replaced by {other}.")
_NO_SUCH_ORGAN = Sentence("{organ} finns inte den {day}.", "{organ} does not exist on {day}.")
_NO_PLAN = Sentence(
    "{organ} ska enligt strukturen ha ett dokument av slaget {kind}, men modellen har inget i kraft den {day}.",
    "By the structure {organ} is to have a document of the kind {kind}, but the model has none in force on {day}.",
)


@frozen(kw_only=True)
class PlansInForce(Answer):
    """
    The plans of an organ that are in force on a day (gällande planer).

    Attributes:
        about: Id of the organ.
        on: The day that was asked about.
    """

    _read: ClassVar[str] = "plans"

    _held: SteeringModel = field(repr=False, hash=False)

    @cached_property
    def plans(self) -> tuple[PlanInForce, ...]:
        """
        By kind as in the structure; a plan and what amends, supplements or is a part of it the later first.

        A plan for years to come is after those whose years have begun.
        """
        return tuple(plans_of(self._held, self.about))

    @property
    def steps(self) -> tuple[Step, ...]:
        """Each plan with its source, and how it stands to the others."""
        return tuple(self._step(plan) for plan in self.plans)

    @property
    def refused(self) -> tuple[Step, ...]:
        """What has been replaced, kept as history."""
        return tuple(
            Step(
                record=id,
                source=first_source(self._held, plan.document),
                sentence=_REPLACED,
                words=(("title", title_of(self._held, id)), ("other", plan.title)),
            )
            for plan in self.plans
            for id in plan.replaces
        )

    def _step(self, plan: PlanInForce) -> Step:
        others = [title_of(self._held, id) for id in plan.beside]
        sentence = _PRELIMINARY if plan.preliminary else _IN_FORCE
        if plan.coming and not plan.preliminary:
            sentence = _COMING
        if plan.beside:
            sentence = _BESIDE if plan.first_for is None else _FIRST
        spanned = plan.days if plan.first_for is None else plan.first_for
        years = "" if spanned is None else years_text(spanned)
        words = (("title", plan.title), ("day", str(self.on)), ("others", listed(others)), ("years", years))
        return Step(
            record=plan.document, source=first_source(self._held, plan.document), sentence=sentence, words=words
        )

    def text(self, lang: Language = "sv", *, width: int = 80) -> str:
        """Each plan with what is said of it under its title, and what is not known."""
        words = {"organ": title_of(self._held, self.about), "day": self.on}
        told = told_below(self.what_is_missing(lang), width)
        if not self.plans:
            return "\n".join([*folded(_NONE.say(lang, **words), width), *told])
        lines = [*folded(_HEAD.say(lang, **words), width), ""]
        for plan in self.plans:
            lines += folded(f"{one_line(plan.title)} [{plan.document}]", width, "- ", "  ")
            said = " · ".join(self._said(plan, lang))
            lines += folded(one_line(said), width, "    ", "    ") if said else []
        return "\n".join([*lines, *told])

    def _said(self, plan: PlanInForce, lang: Language) -> Iterator[str]:
        """Its years, its first day, its state, and how it stands to others."""
        years = "" if plan.days is None else years_text(plan.days)
        if years:
            yield _SPANS.say(lang, years=years)
        if plan.begins is not None:
            yield _FROM.say(lang, day=plan.begins)
        yield from (_STATES[each].say(lang) for each in _STATES if getattr(plan, each))
        for sentence, others in ((_NEXT_TO, plan.beside), (_REPLACES, plan.replaces)):
            if others:
                yield sentence.say(lang, others=listed((title_of(self._held, id) for id in others), lang))

    def to_records(self) -> list[dict[str, Any]]:
        """One row a plan: document, title, begins, first, last, preliminary, coming, beside, first_for, replaces."""
        return [
            {
                "document": plan.document,
                "title": plan.title,
                "begins": plan.begins,
                "first": None if plan.days is None else plan.days.first,
                "last": None if plan.days is None else plan.days.last,
                "preliminary": plan.preliminary,
                "coming": plan.coming,
                "beside": list(plan.beside),
                "first_for": None if plan.first_for is None else years_text(plan.first_for),
                "replaces": list(plan.replaces),
            }
            for plan in self.plans
        ]

    def what_is_missing(self, lang: Language = "sv") -> Iterator[str]:
        """That the organ is not there that day or lacks a plan, and plans whose first day nobody knows."""
        held = self._held
        yield from doubts_of_the_day(held, lang)
        organ = held.by_id.get(self.about)
        if not isinstance(organ, Organ):
            yield _NO_SUCH_ORGAN.say(lang, organ=title_of(held, self.about), day=self.on)
            return
        own = {document.kind for document in held.documents if belongs_to(document) == organ.id}
        for kind in kinds_held(held):
            if {organ.kind, *(role.kind for role in organ.roles)} & set(kind.belongs_to) and kind.id not in own:
                yield _NO_PLAN.say(lang, organ=organ.title, kind=kind.title.lower(), day=self.on)
        yield from undated(held, (plan.document for plan in self.plans), lang)


def plan_in_force(model: SteeringModel, organ: str, *, on: date) -> PlansInForce:
    """
    Tell which plans of an organ are in force on a day.

    A plan is a document of the organ that looks ahead and does not report. What amends or
    supplements one, or is a part of it, is in force beside it, whoever adopted it; where they
    overlap the later comes first. What has been replaced is history.

    Args:
        model: Any model.
        organ: Id of the organ.
        on: The day.

    Raises:
        UnknownId: if no organ has the id.

    >>> [plan.document for plan in plan_in_force(model, "hsn", on=date(2025, 6, 1)).plans]
    ['verksamhetsplan-hsn-2025']
    """
    ids = [each.id for each in model.organs]
    if organ not in ids and organ not in {name.id for name in model.names if name.catalogue == "organs"}:
        kind = "Organ"
        raise UnknownId(kind, organ, ids)
    return PlansInForce(about=organ, on=on, held=model.at(on))
