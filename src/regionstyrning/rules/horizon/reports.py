"""Whether interim reports cover and compare what the law asks, and nämnder are told by when to account."""

from __future__ import annotations

from typing import TYPE_CHECKING

from regionstyrning.law import law_for
from regionstyrning.law.deadlines import INTERIM_PERIOD, interim_months, interim_period_is_lawful
from regionstyrning.model.contents import Content
from regionstyrning.model.cycle import Action
from regionstyrning.model.economy import AmountStage
from regionstyrning.model.findings import Severity
from regionstyrning.model.organisation import OrganKind
from regionstyrning.questions.calendar.deeds import kinds_of
from regionstyrning.questions.calendar.own import cycles_of
from regionstyrning.rules.horizon.looked_at import is_done
from regionstyrning.rules.rule import Held, Hit, Rule, rule
from regionstyrning.rules.words import in_a_row
from regionstyrning.text.months import month_name, months_words
from regionstyrning.text.sentences import LANGUAGES, Sentence, listed

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from regionstyrning.law import Law
    from regionstyrning.model.cycle import CycleStep
    from regionstyrning.model.dates import Part
    from regionstyrning.model.documents import SteeringDocument
    from regionstyrning.model.economy import Amount
    from regionstyrning.questions.calendar.cycle import Cycle

INCOME = frozenset(
    {
        "verksamhetens-intakter",
        "verksamhetens-kostnader",
        "avskrivningar",
        "verksamhetens-nettokostnader",
        "skatteintakter",
        "generella-statsbidrag-och-utjamning",
        "verksamhetens-resultat",
        "finansiella-intakter",
        "finansiella-kostnader",
        "resultat-efter-finansiella-poster",
        "extraordinara-poster",
        "arets-resultat",
    }
)
"""The lines of the income statement (LKBR 5:1)."""

BALANCE = frozenset(
    {
        "anlaggningstillgangar",
        "omsattningstillgangar",
        "varulager",
        "summa-tillgangar",
        "eget-kapital",
        "resultatreserv",
        "resultatutjamningsreserv",
        "avsattningar",
        "avsattningar-for-pensioner",
        "langfristiga-skulder",
        "kortfristiga-skulder",
        "summa-eget-kapital-avsattningar-och-skulder",
    }
)
"""Those of the balance sheet (LKBR 6:1)."""

_MADE_BY = frozenset({Action.PREPARES, Action.REPORTS, Action.FOLLOWS_UP})
"""What is done in the steps that make a report."""

_OF_COMMITTEES = frozenset({OrganKind.COMMITTEE, OrganKind.JOINT_COMMITTEE})
_SET_BY_THE_BOARD = (
    (Content.BUDGET, frozenset({Action.PREPARES}), "kl/11-9"),
    (Content.ANNUAL_REPORT, frozenset({Action.PREPARES, Action.REPORTS}), "kl/11-18"),
)
"""What nämnder hand over by a day that styrelsen sets."""


@rule(
    "horizon.interim-period-is-lawful",
    severity=Severity.ERROR,
    lawful=True,
    source="LKBR 13 kap. 1 §: minst hälften och högst två tredjedelar av året, från årets början.",
    sentence=Sentence(
        "{title}: delårsrapporten omfattar {periods}; minst en ska omfatta januari till tidigast {first} och senast "
        "{last}.",
        "{title}: the interim report covers {periods_en}; at least one must cover January to {first_en} at the "
        "earliest and {last_en} at the latest.",
    ),
    mending=Sentence("Rätta delårsperioden.", "Correct the interim period."),
)
def interim_period_is_lawful_rule(held: Held) -> Iterator[Hit]:
    """
    At least one interim report must cover from half the year to two thirds of it.

    It is told of the steps that make the reports. If one of them does not say what it covers, that may be the
    one that the law asks for.
    """
    law, year = law_for(held.model), held.model.as_of.year
    months = interim_months(law, year)
    for cycle in cycles_of(held.model):
        reports = [step for step in cycle.structure.cycle if is_done(step, held) and _is_of_interim_report(cycle, step)]
        periods = {step.id: period for step in reports if (period := cycle.period(step)) is not None}
        made = [step.id for step in reports if step.action in _MADE_BY]
        unsaid = any(id not in periods for id in made)
        lawful = any(interim_period_is_lawful(law, year, each) for each in periods.values())
        if months is None or unsaid or not periods or lawful:
            continue
        steps = sorted(made or periods, key=lambda id: (_in_time(periods[id]), id))
        words = {"title": cycle.structure.title, **_in_both(sorted(set(periods.values()), key=_in_time), months)}
        yield Hit((cycle.structure.id, *steps), words, f"{law.rule(INTERIM_PERIOD).cited}.")


@rule(
    "horizon.interim-period-is-known",
    severity=Severity.NOTE,
    source="LKBR 13 kap. 1 §.",
    sentence=Sentence(
        "{steps}: vilken del av året rapporten omfattar är inte angivet, så det går inte att säga om någon "
        "delårsrapport är den som lagen ber om.",
        "{steps_en}: which part of the year the report covers is not stated, so it cannot be told whether any interim "
        "report is the one that the law asks for.",
    ),
    mending=Sentence("Ange perioden (period) på steget.", "State the period (period) of the step."),
)
def interim_period_is_known(held: Held) -> Iterator[Hit]:
    """Of some interim report it should be known that it covers what the law asks for."""
    law, year = law_for(held.model), held.model.as_of.year
    if interim_months(law, year) is None:
        return
    for cycle in cycles_of(held.model):
        steps = [step for step in cycle.structure.cycle if is_done(step, held) and _is_of_interim_report(cycle, step)]
        periods = [(step, cycle.period(step)) for step in steps]
        unsaid = [step for step, period in periods if period is None and step.action in _MADE_BY]
        lawful = (interim_period_is_lawful(law, year, period) for _, period in periods if period is not None)
        if unsaid and not any(lawful):
            titles = in_a_row("steps", (step.title for step in unsaid))
            yield Hit((cycle.structure.id, *(step.id for step in unsaid)), titles, f"{law.rule(INTERIM_PERIOD).cited}.")


def _is_of_interim_report(cycle: Cycle, step: CycleStep) -> bool:
    return Content.INTERIM_REPORT in (*step.contains, *getattr(cycle.kind(step), "contains", ()))


def _in_time(part: Part) -> tuple[int, int]:
    """What parts of a year are told in order of: when they end, then when they begin."""
    return part.last_month, part.first_month


def _in_both(periods: list[Part], months: tuple[int, int]) -> dict[str, str]:
    """The periods that are covered and the months that may end one, in both languages."""
    words: dict[str, str] = {}
    for lang in LANGUAGES:
        ending = "" if lang == "sv" else "_en"
        words["periods" + ending] = ", ".join(months_words(each.first_month, each.last_month, lang) for each in periods)
        words["first" + ending], words["last" + ending] = (month_name(month, lang) for month in months)
    return words


@rule(
    "horizon.interim-report-compares-its-figures",
    severity=Severity.NOTE,
    source="LKBR 13 kap. 2–3 §§.",
    sentence=Sentence(
        "{title} har utfall för {year}, men detta att jämföra med är inte känt: {missing}.",
        "{title} has outcomes for {year}, but this to compare them with is not known: {missing_en}.",
    ),
    mending=Sentence("Lägg till de belopp som rapporten jämför med.", "Add the figures that the report compares with."),
)
def interim_report_compares_its_figures(held: Held) -> Iterator[Hit]:
    """
    The last interim report should compare the income statement with last year, forecast and budget.

    A balance sheet is compared with the end of last year. One figure of each is enough, wherever in the
    model it stands: what was read of a report is seldom all of it.
    """
    law, kinds, found = law_for(held.model), kinds_of(held.known, held.model.as_of), {}
    for document in held.known.documents:
        if Content.INTERIM_REPORT in getattr(kinds.get(document.kind or ""), "contains", ()):
            figures = [each for each in held.model.amounts if _is_outcome_of(each, document)]
            if figures:
                found[max(each.year for each in figures), document.id] = (document, figures)
    if not found:
        return
    (year, id), (document, figures) = max(found.items())
    missing = list(_not_compared(held, law, year, figures))
    if missing:
        words = {"title": document.title, "year": str(year)}
        said = {"missing": listed(sv for sv, _ in missing), "missing_en": listed((en for _, en in missing), "en")}
        yield Hit((id,), {**words, **said}, f"{law.rule('lkbr/13-2-resultat').cited}.")


def _is_outcome_of(amount: Amount, document: SteeringDocument) -> bool:
    return amount.document == document.id and amount.stage is AmountStage.OUTCOME and amount.line in INCOME | BALANCE


def _not_compared(held: Held, law: Law, year: int, figures: list[Amount]) -> Iterator[tuple[str, str]]:
    """What the law compares the figures with, and nothing of which is known, in both languages."""
    income = {each.line for each in figures} & INCOME
    parts = {each.part for each in figures if each.line in INCOME}
    if income and law.rule("lkbr/13-2-resultat").of_year(year):
        wanted = (
            (year - 1, AmountStage.OUTCOME, parts, ("samma period förra året", "the same period of last year")),
            (year, AmountStage.FORECAST, {None}, ("en prognos för året", "a forecast for the year")),
            (year, AmountStage.BUDGET, {None}, ("budgeten", "the budget")),
        )
        yield from (said for about, stage, of, said in wanted if not _is_known(held, about, stage, INCOME, of))
    balance = {each.line for each in figures} & BALANCE
    asked = bool(balance) and law.rule("lkbr/13-2-balans").of_year(year)
    if asked and not _is_known(held, year - 1, AmountStage.OUTCOME, BALANCE, {None}):
        yield ("balansräkningen vid förra årets utgång", "the balance sheet at the end of last year")


def _is_known(held: Held, year: int, stage: AmountStage, lines: frozenset[str], parts: Collection[Part | None]) -> bool:
    return any(
        each.year == year and each.stage is stage and each.line in lines and each.part in parts
        for each in held.model.amounts
    )


@rule(
    "horizon.the-board-sets-the-dates",
    severity=Severity.NOTE,
    source="KL 11 kap. 9 och 18 §§.",
    sentence=Sentence(
        "{title} görs av nämnderna utan dag; styrelsen bestämmer när.",
        "{title} is done by the nämnder without a day; styrelsen decides when.",
    ),
    mending=Sentence("Ange den dag som styrelsen har bestämt.", "State the day that styrelsen has set."),
)
def the_board_sets_the_dates(held: Held) -> Iterator[Hit]:
    """A step in which nämnder propose their budget or hand in their accounts should have a day."""
    law, day = law_for(held.model), held.model.as_of
    for cycle in cycles_of(held.model):
        for step in cycle.structure.cycle:
            provision = None if step.last is not None else _set_by_the_board(cycle, step)
            if provision is not None and law.rule(provision).in_force(day):
                yield Hit((cycle.structure.id, step.id), {"title": step.title}, f"{law.rule(provision).cited}.")


def _set_by_the_board(cycle: Cycle, step: CycleStep) -> str | None:
    """The provision by which styrelsen sets the day of a step, where that is one of nämnder alone."""
    contains = getattr(cycle.kind(step), "contains", ())
    if not step.by or not _OF_COMMITTEES.issuperset(step.by):
        return None
    return next((id for content, acts, id in _SET_BY_THE_BOARD if content in contains and step.action in acts), None)


RULES: tuple[Rule, ...] = (
    interim_period_is_lawful_rule,
    interim_period_is_known,
    interim_report_compares_its_figures,
    the_board_sets_the_dates,
)
