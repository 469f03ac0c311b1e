"""What stands below the tables of years ahead: what is not reckoned with, only assumed, or missing."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from regionstyrning.alternatives.ahead import MONEY_LASTS
from regionstyrning.alternatives.drivers import MEANINGS, Driver
from regionstyrning.alternatives.geh_ahead import FINANCIAL, GEH
from regionstyrning.alternatives.goal_ahead import Way
from regionstyrning.alternatives.goals_untold import UNCOUNTED, WEIGHED, Untold, spans, told_together, untold_of
from regionstyrning.alternatives.opening import CURRENT
from regionstyrning.alternatives.shown import estimate
from regionstyrning.evaluators import Status
from regionstyrning.evaluators.verdicts.wording import clause
from regionstyrning.model.economy import LINES
from regionstyrning.questions.economy.year_law import EQUALISATION, RESULT_RESERVE
from regionstyrning.text.sentences import Sentence, listed

if TYPE_CHECKING:
    from regionstyrning.alternatives.assumptions import Assumptions
    from regionstyrning.alternatives.plan import Plan
    from regionstyrning.alternatives.projection import Projection
    from regionstyrning.text.sentences import Language

_TOLD = {
    "nothing-ahead": Sentence(
        "Extraordinära poster och realisationsvinster är noll alla år framåt.",
        "Extraordinary items and gains on sales are nothing in all years ahead.",
    ),
    "not-assumed": Sentence(
        "Inget antas om {what}, så inget sådant räknas in.",
        "Nothing is assumed of {what}, so nothing of the kind is counted.",
    ),
    "no-rule": Sentence(
        "God ekonomisk hushållning kan inte bedömas framåt: regionen har ingen uttalad regel för helheten.",
        "God ekonomisk hushållning cannot be judged ahead: the region states no rule for the whole.",
    ),
    "of-activity": Sentence(
        "God ekonomisk hushållning kan inte bedömas framåt där verksamhetens mål kan avgöra den: om de nås är inte "
        "antaget.",
        "God ekonomisk hushållning cannot be judged ahead where goals of the activities may decide it: whether they "
        "are met is not assumed.",
    ),
    "unjoined": Sentence(
        "Hur målen, eller ett måls mått, vägs samman {years} säger regionen inte: de avgör bara där de är lika.",
        "How the goals, or the measures of one, are joined {years} the region does not say: they decide only where "
        "they are alike.",
    ),
    "spent": Sentence(
        "Pengarna räcker inte {years}: omsättningstillgångarna är {amount} mnkr {year}, och inget lån som täcker det "
        "är antaget. Det som saknas ger ingen avkastning och kostar ingen ränta; nyckeltalen räknar det som en "
        "kortfristig skuld. Ge ett eget lån med Assumption(…) eller --assume borrowing=….",
        "The money does not last {years}: current assets are {amount} mnkr {year}, and no loan that covers it is "
        "assumed. What lacks earns nothing and costs no interest; key ratios count it as a short liability. Give a "
        "loan of your own by Assumption(…) or --assume borrowing=….",
    ),
    "uncovered": Sentence(
        "Inget reserveras {years}: inga egna riktlinjer för reserven är kända (KL 11 kap. 1 och 14 §§). Anta att den "
        "fylls med Assumptions(fills_reserves=True) eller --fill-reserves yes.",
        "Nothing is reserved {years}: no own guidelines for the reserve are known (KL 11:1 and 11:14). Assume that it "
        "is filled by Assumptions(fills_reserves=True) or --fill-reserves yes.",
    ),
    "filled": Sentence(
        "{years} reserveras så mycket som lagen och regionens eget tak medger: {why}.",
        "{years} as much is reserved as the law and the region's own ceiling permit: {why}.",
    ),
    "by-guidelines": Sentence(
        "regionens riktlinjer för reserven är kända", "the region's guidelines for the reserve are known"
    ),
    "by-assumption": Sentence("så är antaget", "that is assumed"),
    "idle": Sentence(
        "{line} används inte {years}: inga egna riktlinjer för den är kända (KL 11 kap. 1 och 14 §§). Anta att den "
        "används med Assumptions(uses_reserves=True) eller --use-reserves yes.",
        "{line} is not used {years}: no own guidelines for it are known (KL 11:1 and 11:14). Assume that it is used by "
        "Assumptions(uses_reserves=True) or --use-reserves yes.",
    ),
    "no-average": Sentence(
        "{line} används inte {years}: skatteunderlagets snitt för tio år är inte antaget, så om året är svagt går inte "
        "att säga.",
        "{line} is not used {years}: the mean growth of the tax base over ten years is not assumed, so whether the "
        "year is weak cannot be told.",
    ),
    "not-printed": Sentence(
        "Budget och plan har ingen rad för {line} {years}: det som gällde före antas gälla vidare.",
        "Budget and plan have no line for {line} {years}: what held before is assumed to go on.",
    ),
    "carried-on": Sentence(
        "Varken plan eller antagande säger något om {names} {years}: det som gäller {last} går vidare.",
        "Neither plan nor assumption says anything of {names} {years}: what holds for {last} goes on.",
    ),
    "in-words": Sentence(
        "Regionens egna villkor för {title} sägs i ord och räknas inte in: {words}.",
        "The region's own conditions for {title} are said in words, and not reckoned with: {words}.",
    ),
    "go-on": Sentence(
        "De sista målen antas gälla vidare i år som inget är satt för; det som är sett över flera år gäller då lika "
        "många år, till och med året.",
        "The last targets are assumed to go on in years that none is set for; what is over several years is then over "
        "as many, until the year.",
    ),
}

_READINGS = {
    EQUALISATION: "equalisation_reserve_only_to_zero",
    RESULT_RESERVE: "result_reserve_only_to_zero",
}
"""How the law is read of the use of each reserve, by its line."""


def notes(answer: Projection, lang: Language) -> Iterator[str]:
    """What is not reckoned with or only assumed, and what is missing, each in a sentence."""
    if answer.years:
        silent = [driver for driver, meaning in MEANINGS.items() if not meaning.needed]
        names = [
            MEANINGS[each].short.say(lang)
            for each in silent
            if answer.assumptions.value(each, answer.years[-1].year) is None
        ]
        if names:
            yield _TOLD["not-assumed"].say(lang, what=listed(names, lang))
        yield _TOLD["nothing-ahead"].say(lang)
        yield from not_printed(answer.assumptions, lang)
        yield from carried_on(answer.assumptions, [each.year for each in answer.years], lang)
        yield from reserves_told(answer.plan, lang)
        yield from decided_told(answer.plan, lang)
        yield from going_on(answer.plan, lang)
    yield from answer.what_is_missing(lang)


def not_printed(assumptions: Assumptions, lang: Language) -> Iterator[str]:
    """The lines that budget and plan lack, each with its years."""
    years: dict[str, list[int]] = {}
    for _, line, year in assumptions.not_printed:
        years.setdefault(line, []).append(year)
    for line, lacking in years.items():
        yield _TOLD["not-printed"].say(lang, line=LINES[line], years=spans(lacking))


def carried_on(assumptions: Assumptions, years: Sequence[int], lang: Language) -> Iterator[str]:
    """
    In which years what is said somewhere of the year before them goes on, if there are any.

    What has no source is the caller's own, and holds for as long as the caller meant.

    Args:
        assumptions: What the years are assumed to bring.
        years: The years that are told of.
        lang: The language.
    """
    names: dict[int, list[str]] = {}
    for each in assumptions.items:
        if any((each.source, each.document, each.text)):
            names.setdefault(each.values[-1][0], []).append(MEANINGS[each.driver].short.say(lang))
    for last, drivers in sorted(names.items(), reverse=True):
        after = [year for year in years if year > last]
        if after:
            yield _TOLD["carried-on"].say(lang, names=listed(drivers, lang), years=spans(after), last=last)


def reserves_told(plan: Plan, lang: Language) -> Iterator[str]:
    """In which years as much as may be is reserved, or nothing, and which conditions are not reckoned with."""
    for why, assumed in (("by-guidelines", False), ("by-assumption", True)):
        filled = [each.terms.year for each in plan.years if each.terms.fills and each.terms.assumed is assumed]
        if filled:
            yield _TOLD["filled"].say(lang, years=spans(filled), why=_TOLD[why].say(lang))
    uncovered = [year.terms.year for year in plan.years if year.terms.uncovered]
    if uncovered:
        yield _TOLD["uncovered"].say(lang, years=spans(uncovered))
    yield from _left_idle(plan, lang)
    own = {each.id: each for year in plan.years for each in year.terms.in_words}
    for reserve in own.values():
        words = listed([f"”{clause(each)}”" for each in (reserve.filled, reserve.used) if each], lang)
        yield _TOLD["in-words"].say(lang, title=reserve.title, words=words)
    for terms in [year.terms for year in plan.years[:1]]:
        for reserve_line, name in _READINGS.items():
            if reserve_line in terms.uses and not terms.only_to_zero(reserve_line):
                yield terms.policies.told(name, lang)


def _left_idle(plan: Plan, lang: Language) -> Iterator[str]:
    """Which reserves with something in them are not used, in which years, and for want of what."""
    for line in _READINGS:
        filled = any(year.terms.fills == line for year in plan.years)
        if not filled and not (plan.start is not None and plan.start.values[line] > 0):
            continue
        years = [year.terms.year for year in plan.years if line in year.terms.idle]
        if years:
            yield _TOLD["idle"].say(lang, line=LINES[line], years=spans(years))
        unknown = [
            year.terms.year
            for year in plan.years
            if line == EQUALISATION and line in year.terms.uses and Driver.TAX_BASE_AVERAGE not in year.by
        ]
        if unknown:
            yield _TOLD["no-average"].say(lang, line=LINES[line], years=spans(unknown))


def decided_told(plan: Plan, lang: Language) -> Iterator[str]:
    """What is decided beforehand of deficits in the years ahead."""
    for year in plan.years:
        yield from (each.text(lang) for each in year.terms.decided)


def going_on(plan: Plan, lang: Language) -> Iterator[str]:
    """That targets are assumed to go on, if some are."""
    if any(goal.goes_on for year in plan.years for goal in year.goals):
        yield _TOLD["go-on"].say(lang)


def money_missing(answer: Projection, lang: Language) -> Iterator[str]:
    """The years in which there is less than no money, if there are any, and how it is in the first of them."""
    spent = [each for each in answer.years if each.verdict(MONEY_LASTS).status is Status.NOT_MET]
    if spent:
        amount = estimate(spent[0].lines[CURRENT], lang)
        years = spans([each.year for each in spent])
        yield _TOLD["spent"].say(lang, years=years, year=spent[0].year, amount=amount)


def doubt_missing(plan: Plan, doubtful: Mapping[int, Collection[str]], lang: Language) -> Iterator[str]:
    """
    Why goals are left open by what the years came to, where nothing has been said of it.

    Args:
        plan: The plan.
        doubtful: Names of what is left open, by year.
        lang: The language.
    """
    said = {(title, year) for each in plan.goals.untold for title in each.titles for year in each.years}
    found: dict[Untold, list[int]] = {}
    for year, names in doubtful.items():
        for goal in plan.goals.by_year[year]:
            if goal.name in names and (goal.indicator.title, year) not in said:
                why = WEIGHED if goal.way is Way.ANY else UNCOUNTED
                found.setdefault(untold_of(goal, why), []).append(year)
    for each in told_together(found):
        yield each.text(lang)


def geh_missing(
    plan: Plan, assumptions: Assumptions, doubtful: Mapping[int, Collection[str]], lang: Language
) -> Iterator[str]:
    """
    Why the financial goals together, or the whole, are left open, if they are.

    Args:
        plan: The plan.
        assumptions: What the years are assumed to bring.
        doubtful: Names of what is left open, by year.
        lang: The language.
    """
    rules = {year: plan.goals.rules[year] for year in doubtful}
    unjoined = [year for year, names in doubtful.items() if rules[year].unjoined and {*names} & {FINANCIAL, GEH}]
    if unjoined:
        yield _TOLD["unjoined"].say(lang, years=spans(unjoined))
    whole = [rules[year] for year, names in doubtful.items() if GEH in names]
    if any(not each.stated for each in whole):
        yield _TOLD["no-rule"].say(lang)
    elif any(each.of_activity for each in whole) and assumptions.goals_of_activity_met is None:
        yield _TOLD["of-activity"].say(lang)
