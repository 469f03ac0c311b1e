"""The figures of an organ or of the group, and of which years there are any: for the command ``economy``."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from attrs import frozen

from regionstyrning.model.economy import AmountStage, Unit
from regionstyrning.questions.economy import accounts, ratios
from regionstyrning.questions.economy.accounts import STAGES
from regionstyrning.questions.economy.known import known_organs, known_scopes
from regionstyrning.questions.economy.telling import STAGE
from regionstyrning.questions.threads import title_of
from regionstyrning.text.numbers import number, spans
from regionstyrning.text.sentences import Sentence, listed
from regionstyrning.text.widths import folded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from regionstyrning.model import Amount, SteeringModel
    from regionstyrning.questions.economy import Accounts, RatioValue, Scope
    from regionstyrning.text.sentences import Language

RATIOS = Sentence("Nyckeltal", "Key ratios")

_PER_CENT = "per cent"

_TOLD = {
    "group": Sentence("{title}, koncernen", "{title}, the group"),
    "nothing": Sentence(
        "Varken utfall, prognos, budget eller plan för {year} är känt för {whose}.",
        "Neither outcome, forecast, budget nor plan of {year} is known for {whose}.",
    ),
    "no-stage": Sentence(
        "Inga tal för {year} ({stage}) är kända för {whose}.", "No figures of {year} ({stage}) are known for {whose}."
    ),
    "years": Sentence("Tal för helår finns: {known}.", "There are figures of whole years: {known}."),
    "no-years": Sentence("Tal för helår finns inte för något år.", "There are figures of no whole year."),
    "organs": Sentence("Andra som har tal: {organs}.", "Others that have figures: {organs}."),
    "one": Sentence("{stage} {years}", "{stage} {years}"),
    "of-the-person": Sentence(
        "Balanskravet gäller {person} som juridisk person och prövas inte för {whose} (KL 11 kap. 5 och 12 §§).",
        "The balance requirement is of {person} as a legal person, and is not tried for {whose} (KL 11:5, 11:12).",
    ),
    "not-of-the-group": Sentence(
        "Balanskravet och utvärderingen av god ekonomisk hushållning gäller {person} som juridisk person, inte "
        "koncernen (LKBR 11 kap. 12 §).",
        "The balance requirement and the evaluation of god ekonomisk hushållning are of {person} as a legal person, "
        "not of the group (LKBR 11:12).",
    ),
    "over-years": Sentence("Flera år tillsammans", "Several years together"),
    "spanning": Sentence("{title} {years} ({stage}): {value} {unit}.", "{title} {years} ({stage}): {value} {unit}."),
    "no-ratios": Sentence(
        "Inget nyckeltal går att räkna ut ur dessa tal.", "No key ratio can be computed from these figures."
    ),
}


@frozen(kw_only=True, slots=False)
class Figures:
    """
    Whose figures are asked for, and of when (efterfrågade tal).

    Attributes:
        model: The model, on the day asked.
        year: The year.
        stage: The only stage asked for; None for all that there are.
        organ: Id of the organ; the legal person for the region itself.
        group: Whether they are for the whole group.
    """

    model: SteeringModel
    year: int
    organ: str
    stage: AmountStage | None = None
    group: bool = False

    @property
    def of_another(self) -> bool:
        """Whether they are of an organ or the group, for which the balance requirement is not tried."""
        return self.group or self.organ != self.model.legal_person

    @cached_property
    def known(self) -> tuple[Scope, ...]:
        """All figures that there are of whose they are."""
        return known_scopes(self.model, self.organ, group=self.group)

    @cached_property
    def views(self) -> tuple[Accounts, ...]:
        """The accounts of the year at each stage that has a figure, then those of its parts."""
        asked = [each for each in self.known if each.year == self.year and self.stage in {None, each.stage}]
        return tuple(
            accounts(self.model, self.year, each.stage, organ=self.organ, group=self.group, part=each.part)
            for each in asked
        )

    @property
    def there(self) -> bool:
        """Whether there is any figure of the whole year that a balance statement can be made of."""
        return any(each.scope.part is None and each.scope.stage in STAGES for each in self.views)

    def ratios(self) -> tuple[RatioValue, ...]:
        """Every key ratio of the firmest figures."""
        return ratios(self.model, self.year, stage=self.stage, organ=self.organ, group=self.group)

    def whose(self, lang: Language) -> str:
        """Whose figures they are, in words."""
        title = title_of(self.model, self.organ)
        return _TOLD["group"].say(lang, title=title) if self.group else title

    def nothing(self, lang: Language) -> Iterator[str]:
        """That there are no figures, and which there are instead, a sentence each."""
        words: dict[str, Any] = {"year": self.year, "whose": self.whose(lang)}
        if self.stage is None:
            yield _TOLD["nothing"].say(lang, **words)
        else:
            yield _TOLD["no-stage"].say(lang, **words, stage=STAGE[self.stage].say(lang))
        years: dict[AmountStage, list[int]] = {}
        for each in self.known:
            if each.part is None:
                years.setdefault(each.stage, []).append(each.year)
        told = [
            _TOLD["one"].say(lang, stage=STAGE[stage].say(lang), years=listed(spans(years[stage]), lang))
            for stage in sorted(years, key=_order)
        ]
        yield _TOLD["years" if told else "no-years"].say(lang, known="; ".join(told))
        others = [id for id in known_organs(self.model) if id != self.organ]
        if others and self.organ != self.model.legal_person:
            yield _TOLD["organs"].say(lang, organs=listed(others, lang))

    def not_applied(self, lang: Language) -> str:
        """What the law asks of the legal person only."""
        person = title_of(self.model, self.model.legal_person or self.organ)
        key = "not-of-the-group" if self.group else "of-the-person"
        return _TOLD[key].say(lang, person=person, whose=self.whose(lang))

    @property
    def over_years(self) -> tuple[Amount, ...]:
        """What is printed of several years together, of which the year is one."""
        found = [
            each
            for each in self.model.amounts
            if each.organ == self.organ and each.group == self.group and self.stage in {None, each.stage}
            if each.last_year not in {None, each.year} and each.year <= self.year <= (each.last_year or each.year)
        ]
        return tuple(sorted(found, key=lambda each: each.id))

    def accounts_text(self, lang: Language, width: int, first: Accounts | None = None) -> list[str]:
        """
        The accounts as tables, with space below each, and what is printed of several years together.

        Args:
            lang: Swedish or English.
            width: Longest line.
            first: The accounts to begin with, if there are any.
        """
        order = sorted(self.views, key=lambda view: first is None or view.scope != first.scope)
        lines = [line for view in order for line in (view.text(lang, width=width), "", "")]
        together = dict.fromkeys(_over_years(each, lang) for each in self.over_years)
        spanning = [line for each in together for line in folded(each, width, "- ", "  ")]
        return [*lines, _TOLD["over-years"].say(lang), "", *spanning, "", ""] if spanning else lines

    def accounts_plain(self, lang: Language) -> dict[str, Any]:
        """The same as values for a program."""
        return {
            "accounts": [row for view in self.views for row in _rows(view)],
            "over_years": [{"record": each.id, "text": _over_years(each, lang)} for each in self.over_years],
        }

    def text(self, lang: Language, width: int) -> str:
        """The accounts of each stage as tables, or that there are none, the ratios, and what does not apply."""
        views = self.views
        if not views:
            told = [line for each in self.nothing(lang) for line in folded(each, width)]
            return "\n".join([*told, "", *self.accounts_text(lang, width), *folded(self.not_applied(lang), width)])
        lines = [f"{self.whose(lang)} {self.year}", "", *self.accounts_text(lang, width)]
        known = [each.text(lang) for each in self.ratios() if each.value is not None]
        lines += [RATIOS.say(lang), ""]
        lines += [line for each in known or [_TOLD["no-ratios"].say(lang)] for line in folded(each, width, "- ", "  ")]
        return "\n".join([*lines, "", *folded(self.not_applied(lang), width)])

    def to_plain(self, lang: Language) -> dict[str, Any]:
        """The same as values for a program; what is not known is told."""
        views = self.views
        return {
            "about": self.organ,
            "group": self.group,
            "year": self.year,
            "complete": bool(views),
            "missing": [] if views else list(self.nothing(lang)),
            **self.accounts_plain(lang),
            "ratios": [row for each in self.ratios() for row in each.to_records()],
            "text": self.not_applied(lang),
        }


def _order(stage: AmountStage) -> int:
    return tuple(AmountStage).index(stage)


def _over_years(amount: Amount, lang: Language) -> str:
    years = f"{amount.year}–{amount.last_year}"
    value = amount.text if amount.value is None else number(amount.value, lang)
    unit = _PER_CENT if lang == "en" and amount.unit is Unit.PERCENT else amount.unit.value
    words = {"title": amount.title, "years": years, "stage": STAGE[amount.stage].say(lang)}
    return _TOLD["spanning"].say(lang, **words, value=value or "–", unit=unit)


def _rows(view: Accounts) -> list[dict[str, Any]]:
    """The figures of a view, each with the stage and the period that it is of."""
    return [{"stage": view.scope.stage.value, "period": view.scope.period, **row} for row in view.to_records()]
