"""The law that is held: statutes shipped with the library, and those that a model adds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from functools import cache, cached_property
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import field, frozen

from regionstyrning.errors import UnknownId
from regionstyrning.files.load import load
from regionstyrning.law.policies import STANDARD, YES, Policies
from regionstyrning.model.records import as_tuple
from regionstyrning.model.statutes import Act, Effect, Provision, Statute

if TYPE_CHECKING:
    from regionstyrning.model.steering_model import SteeringModel

FOLDER = Path(__file__).parent / "statutes"

MAIN = "kl"


@cache
def packaged() -> SteeringModel:
    """The statutes shipped with the library, and the publications that they were seen in."""
    return load(FOLDER)


@frozen(kw_only=True, eq=False, repr=False)
class LawRule:
    """
    A provision together with the statute that it stands in (bestämmelse i sin lag).

    Attributes:
        statute: The statute.
        provision: The provision.
    """

    statute: Statute
    provision: Provision

    @property
    def id(self) -> str:
        """Its id in the law, such as ``kl/6-38-1-1``."""
        return f"{self.statute.id}/{self.provision.id}"

    @property
    def cited(self) -> str:
        """How it is cited: ``KL 6 kap. 38 § första stycket 1 p``."""
        return f"{self.statute.abbreviation or self.statute.title} {self.provision.paragraph}"

    def __repr__(self) -> str:
        """Its id alone: the statute would come with every provision that it has."""
        return f"LawRule({self.id!r})"

    def in_force(self, day: date) -> bool:
        """Whether the wording, and the statute itself, is in force on a day and held for it."""
        statute, validity = self.statute, self.provision.validity
        return (
            (statute.held_from is None or statute.held_from <= day)
            and (statute.validity is None or statute.validity.covers(day))
            and (validity is None or validity.covers(day))
        )

    def of_year(self, year: int) -> bool:
        """Whether it is applied to the accounts of a fiscal year; one without such years never is."""
        first, last = self.provision.first_year, self.provision.last_year
        if first is None and last is None:
            return False
        return (first is None or first <= year) and (last is None or year <= last)

    def share(self, name: str) -> Decimal | None:
        """A number that it sets for every year that it is applied to, or None."""
        return next((each.value for each in self.provision.parameters if each.name == name), None)

    def number(self, name: str, day: date) -> Decimal | None:
        """
        A number that it sets, as it is on a day.

        Args:
            name: What the number is ("prisbasbelopp").
            day: The day.

        Returns:
            The number in its unit, or None where none is held for the day.
        """
        for each in self.provision.parameters:
            if each.name == name and (each.validity is None or each.validity.covers(day)) and self.in_force(day):
                return each.value
        return None


@frozen(kw_only=True, eq=False, repr=False)
class Law:
    """
    The law that a question is answered by (gällande rätt).

    Attributes:
        statutes: Those shipped with the library first, then those that the model adds.
        policies: Choices where the law leaves open how it is to be read.
    """

    statutes: tuple[Statute, ...] = field(converter=as_tuple)
    policies: Policies = STANDARD

    def __repr__(self) -> str:
        """The ids of its statutes."""
        return f"Law({', '.join(statute.id for statute in self.statutes)})"

    @cached_property
    def rules(self) -> Mapping[str, LawRule]:
        """Every provision by its id in the law, in the order of the statutes."""
        return {
            rule.id: rule
            for statute in self.statutes
            for rule in (LawRule(statute=statute, provision=provision) for provision in statute.provisions)
            if self._chosen(rule.provision)
        }

    @cached_property
    def traits(self) -> frozenset[str]:
        """Every trait and fact that some provision asks for."""
        return frozenset(
            chain.from_iterable(
                (*rule.provision.traits, *(condition.fact for condition in rule.provision.conditions))
                for rule in self.rules.values()
            )
        )

    @cached_property
    def yearly(self) -> tuple[LawRule, ...]:
        """The provisions that are applied to fiscal years."""
        return tuple(
            rule
            for rule in self.rules.values()
            if rule.provision.first_year is not None or rule.provision.last_year is not None
        )

    @cached_property
    def changes(self) -> tuple[date, ...]:
        """The days on which some provision begins or has just ended, in order."""
        return tuple(sorted(set(chain.from_iterable(map(_ends, self.rules.values())))))

    def rule(self, id: str) -> LawRule:
        """
        The provision with an id.

        Raises:
            UnknownId: if the law has none; it names the nearest.
        """
        if id not in self.rules:
            raise UnknownId("provision", id, self.rules)
        return self.rules[id]

    def on(self, day: date, act: Act, *effects: Effect) -> tuple[LawRule, ...]:
        """
        The provisions in force on a day about an act.

        Args:
            day: The day.
            act: The act they speak of.
            effects: What they do; any if left out.
        """
        return tuple(
            rule
            for rule in self.rules.values()
            if rule.provision.act is act and (not effects or rule.provision.effect in effects) and rule.in_force(day)
        )

    def of_year(self, year: int, *, line: str | None = None, number: str | None = None) -> tuple[LawRule, ...]:
        """
        The provisions on accounts and balance that are applied to a fiscal year.

        Which day it is does not matter: accounts of 2023 follow the law of 2023 when they are closed in 2024 too.

        Args:
            year: The fiscal year (räkenskapsår).
            line: A line of the accounts that they speak of; any if left out.
            number: The name of a number that they set; any if left out.
        """
        return tuple(
            rule
            for rule in self.yearly
            if rule.of_year(year)
            and (line is None or line in rule.provision.lines)
            and (number is None or rule.share(number) is not None)
        )

    def not_held(self, day: date) -> Statute | None:
        """The main statute, if its text is not held for the day."""
        main = next(statute for statute in self.statutes if statute.id == MAIN)
        return main if main.held_from is not None and day < main.held_from else None

    def _chosen(self, provision: Provision) -> bool:
        if provision.policy is None:
            return True
        name, _, wanted = provision.policy.partition("=")
        return self.policies.written(name) == (wanted or YES)


def law_for(model: SteeringModel, policies: Policies = STANDARD) -> Law:
    """
    The law that questions about a model are answered by.

    A statute of the model with the id of a shipped one is left out: no record can change what is
    shipped.

    Args:
        model: The model, whose statutes are added.
        policies: Choices where the law leaves open how it is to be read.
    """
    key = ("law", policies)
    found: Law | None = model.memo.get(key)
    if found is None:
        shipped = _shipped(policies)
        taken = {statute.id for statute in shipped.statutes}
        added = tuple(each for each in model.statutes if each.id not in taken)
        found = Law(statutes=(*shipped.statutes, *added), policies=policies) if added else shipped
        model.memo[key] = found
    return found


@cache
def _shipped(policies: Policies) -> Law:
    """What is shipped, with its indexes, for every model that adds nothing."""
    return Law(statutes=packaged().statutes, policies=policies)


def _ends(rule: LawRule) -> Iterator[date]:
    """The day when a provision begins to be in force, and the one when it no longer is."""
    spans = tuple(span for span in (rule.provision.validity, rule.statute.validity) if span is not None)
    firsts = tuple(span.first for span in spans if span.first is not None)
    lasts = tuple(span.last for span in spans if span.last is not None)
    if rule.statute.held_from is not None:
        firsts = (*firsts, rule.statute.held_from)
    if firsts:
        yield max(firsts)
    if lasts:
        yield date.fromordinal(min(lasts).toordinal() + 1)
