"""How a simulation is told: probabilities and spread as tables."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from regionstyrning.alternatives.ahead import IN_BALANCE, IN_TIME, MONEY_LASTS
from regionstyrning.alternatives.assumptions_text import rounded, said_where
from regionstyrning.alternatives.drivers import MEANINGS, Form
from regionstyrning.alternatives.geh_ahead import FINANCIAL, GEH
from regionstyrning.alternatives.projection_notes import carried_on, decided_told, going_on, not_printed, reserves_told
from regionstyrning.alternatives.projection_text import ASKED, MARKS, asked_by_year, goals_of
from regionstyrning.alternatives.shown import NOTHING, estimate, points, share
from regionstyrning.evaluators import Status
from regionstyrning.questions.answers import Step, told_below
from regionstyrning.questions.economy.layout import EQUITY, RESULT
from regionstyrning.text.numbers import number
from regionstyrning.text.sentences import Sentence, listed
from regionstyrning.text.tables import text_table
from regionstyrning.text.widths import folded

if TYPE_CHECKING:
    from regionstyrning.alternatives.assumptions import Assumptions
    from regionstyrning.alternatives.simulation import Odds, Simulation, YearOdds
    from regionstyrning.text.sentences import Language

_TOLD = {
    "title": Sentence(
        "Simulering {first}–{last}, {paths} banor med frö {seed}",
        "Simulation {first}–{last}, {paths} paths, seed {seed}",
    ),
    "none": Sentence("Inget år går att räkna fram.", "No year can be reckoned ahead."),
    "odds": Sentence("Sannolikhet att det som krävs nås", "Probability that what is asked is reached"),
    "goal": Sentence("Mål {place}: {title} ({asked})", "Goal {place}: {title} ({asked})"),
    "goal-head": Sentence("Mål {place}", "Goal {place}"),
    "spread": Sentence("Så sprider de sig, mnkr", "How they spread, mnkr"),
    "error": Sentence(
        "Antalet banor gör varje sannolikhet osäker med högst {error} procentenheter (95 procents säkerhet).",
        "The number of paths leaves each probability uncertain by at most {error} percentage points (95 per cent).",
    ),
    "first": Sentence(
        "Spridningen är räknad på de {kept} första banorna.", "The spread is that of the first {kept} paths."
    ),
    "partly": Sentence("{odds} (minst delvis {partly})", "{odds} (at least partly {partly})"),
    "between": Sentence("{low}–{high}", "{low}–{high}"),
    "spent": Sentence(
        "Pengarna räcker inte i en del av banorna: {shares}. Det som saknas ger ingen avkastning och kostar ingen "
        "ränta; nyckeltalen räknar det som en kortfristig skuld, och inget lån som täcker det är antaget. Ge ett eget "
        "med Assumption(…) eller --assume borrowing=….",
        "The money does not last in some of the paths: {shares}. What lacks earns nothing and costs no interest; key "
        "ratios count it as a short liability, and no loan that covers it is assumed. Give one of your own by "
        "Assumption(…) or --assume borrowing=….",
    ),
    "of-year": Sentence("{year}: {share}", "{year}: {share}"),
    "shock": Sentence(
        "Störning {name}: standardavvikelse {size} {unit} på {drivers} ({where})",
        "Shock {name}: standard deviation {size} {unit} on {drivers} ({where})",
    ),
    "shock-up": Sentence(
        "Störning {name}: standardavvikelse {size} {unit} på {drivers}, bara det som är över noll räknas ({where})",
        "Shock {name}: standard deviation {size} {unit} on {drivers}, only what is above zero counts ({where})",
    ),
    "apart": Sentence(
        "Störningarna dras var för sig: ingen samvariation är antagen.",
        "The shocks are drawn apart: no correlation is assumed.",
    ),
    "together": Sentence(
        "{first} och {second} samvarierar med {value}.", "{first} and {second} are correlated by {value}."
    ),
}

_YEAR = Sentence("År", "Year")
_SPREAD = {
    RESULT: Sentence("Resultat {share} %", "Result {share} %"),
    EQUITY: Sentence("Eget kapital {share} %", "Equity {share} %"),
}
SHARES = (5, 25, 50, 75, 95)
"""The percentiles of a fan, from the lowest."""

_TOLD_SHARES = (5, 50, 95)

_LEAST_SHARE = 0.0005
_UNDER = Sentence("under 0,1\N{NO-BREAK SPACE}%", "below 0.1\N{NO-BREAK SPACE}%")


def text(answer: Simulation, lang: Language, width: int) -> str:
    """The probabilities and the spread, with what is missing below."""
    told = [_TOLD["none"].say(lang)]
    if answer.years:
        words = {"first": answer.years[0].year, "last": answer.years[-1].year, "seed": answer.seed}
        told = [_TOLD["title"].say(lang, **words, paths=number(answer.paths, lang)), "", _TOLD["odds"].say(lang), ""]
        goals = goals_of(answer.plan)
        asked_by = asked_by_year(answer.plan, lang)
        told += [_odds_table(answer, tuple(goals), lang, width), ""]
        for place, (name, indicator) in enumerate(goals.items(), 1):
            of_goal = {"title": indicator.title, "asked": asked_by[name]}
            told += folded(_TOLD["goal"].say(lang, place=place, **of_goal), width)
        told += ["", _TOLD["spread"].say(lang), "", _spread_table(answer, lang, width)]
    return "\n".join([*told, *told_below(_notes(answer, lang), width)])


def _odds_table(answer: Simulation, names: tuple[str, ...], lang: Language, width: int) -> str:
    asked = {name: sentence.say(lang) for name, sentence in ASKED.items()}
    places = {name: _TOLD["goal-head"].say(lang, place=place) for place, name in enumerate(names, 1)}
    order = [IN_BALANCE, IN_TIME, *names, FINANCIAL, GEH]
    headers = [_YEAR.say(lang), *((asked | places)[name] for name in order)]
    rows = [[str(each.year), *(_told_odds(each, name, lang) for name in order)] for each in answer.years]
    return text_table(headers, rows, width)


def _told_odds(year: YearOdds, name: str, lang: Language) -> str:
    """A probability; of what is decided later and may be met in every path, that it is not decided yet."""
    odds = year.odds.get(name)
    if name in year.waits and odds is not None and odds.high == 1:
        return MARKS[Status.NOT_DUE].say(lang)
    partly = year.partly.get(name)
    told = odds_of(odds, lang)
    return (
        told if partly is None or partly == odds else _TOLD["partly"].say(lang, odds=told, partly=odds_of(partly, lang))
    )


def odds_of(odds: Odds | None, lang: Language) -> str:
    """A probability, or from what to what it may be."""
    if odds is None:
        return NOTHING
    low, high = estimate(100 * odds.low, lang), estimate(100 * odds.high, lang)
    if odds.value is not None or low == high:
        return share(odds.high, lang)
    if (odds.low, odds.high) == (0, 1):
        return MARKS[Status.CANNOT_BE_ASSESSED].say(lang)
    return _TOLD["between"].say(lang, low=low, high=share(odds.high, lang))


def _spread_table(answer: Simulation, lang: Language, width: int) -> str:
    headers = [_YEAR.say(lang), *(_SPREAD[line].say(lang, share=each) for line in _SPREAD for each in _TOLD_SHARES)]
    rows = [
        [
            str(each.year),
            *(estimate(each.fan[line][SHARES.index(part)], lang, 0) for line in _SPREAD for part in _TOLD_SHARES),
        ]
        for each in answer.years
    ]
    return text_table(headers, rows, width)


def _notes(answer: Simulation, lang: Language) -> Iterator[str]:
    if answer.years:
        yield from (each.text(lang) for each in steps(answer))
        yield from _going_together(answer.assumptions, lang)
        yield _TOLD["error"].say(lang, error=estimate(196 * (0.25 / answer.paths) ** 0.5, lang, 2))
        if answer.spread_over < answer.paths:
            yield _TOLD["first"].say(lang, kept=number(answer.spread_over, lang))
        yield from not_printed(answer.assumptions, lang)
        yield from carried_on(answer.assumptions, [each.year for each in answer.years], lang)
        yield from reserves_told(answer.plan, lang)
        yield from decided_told(answer.plan, lang)
        yield from going_on(answer.plan, lang)
    yield from answer.what_is_missing(lang)


def _going_together(assumptions: Assumptions, lang: Language) -> Iterator[str]:
    """How the shocks go together, or that nobody says they do."""
    for each in assumptions.correlations:
        yield _TOLD["together"].say(lang, first=each.first, second=each.second, value=rounded(each.value, lang))
    if len(assumptions.shocks) > 1 and not assumptions.correlations:
        yield _TOLD["apart"].say(lang)


def money_missing(answer: Simulation, lang: Language) -> Iterator[str]:
    """In how many of the paths there is less than no money, by year, if there are any."""
    lacking = {each.year: 1 - each.odds[MONEY_LASTS].high for each in answer.years}
    told = [
        _TOLD["of-year"].say(lang, year=year, share=share(part, lang) if part >= _LEAST_SHARE else _UNDER.say(lang))
        for year, part in lacking.items()
        if part > 0
    ]
    if told:
        yield _TOLD["spent"].say(lang, shares=listed(told, lang))


def steps(answer: Simulation) -> Iterator[Step]:
    """What may turn out otherwise, with where it is said."""
    for each in answer.assumptions.shocks:
        form = MEANINGS[each.drivers[0][0]].form
        told = {
            lang: _TOLD["shock-up" if each.only_up else "shock"].say(
                lang,
                name=each.name,
                size=rounded(each.size, lang),
                unit="mnkr" if form is Form.AMOUNT else points(each.size, lang),
                drivers=listed([MEANINGS[driver].short.say(lang) for driver, _ in each.drivers], lang),
                where=said_where(each, lang),
            )
            for lang in ("sv", "en")
        }
        yield Step(record=each.name, source=each.source, sentence=Sentence("{sv}", "{en}"), words=tuple(told.items()))
