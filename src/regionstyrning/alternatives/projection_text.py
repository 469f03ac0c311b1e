"""How a projection is told: tables of the years, and how each figure is come to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from regionstyrning.alternatives.ahead import IN_BALANCE, IN_TIME, MONEY_LASTS
from regionstyrning.alternatives.derivation import derivations
from regionstyrning.alternatives.geh_ahead import FINANCIAL, GEH
from regionstyrning.alternatives.goal_words import asked_of, held_of
from regionstyrning.alternatives.goals_untold import spans
from regionstyrning.alternatives.projection_notes import notes
from regionstyrning.alternatives.shown import estimate
from regionstyrning.evaluators import Status
from regionstyrning.evaluators.verdicts.statuses import IN_ENGLISH
from regionstyrning.questions.answers import told_below
from regionstyrning.questions.economy.layout import BALANCE, EQUITY, GRANTS, RESULT, TAXES
from regionstyrning.questions.economy.year_law import EQUALISATION, RESULT_RESERVE
from regionstyrning.text.sentences import Sentence
from regionstyrning.text.tables import text_table
from regionstyrning.text.widths import folded

if TYPE_CHECKING:
    from regionstyrning.alternatives.plan import Plan
    from regionstyrning.alternatives.projection import Projection, VerdictAhead, YearAhead
    from regionstyrning.model.indicators import Indicator
    from regionstyrning.text.sentences import Language

_TOLD = {
    "title": Sentence(
        "Framskrivning {first}–{last} från räkenskaperna {opening}, mnkr",
        "Projection {first}–{last} from the accounts of {opening}, mnkr",
    ),
    "none": Sentence("Inget år går att räkna fram.", "No year can be reckoned ahead."),
    "verdicts": Sentence("Bedömning", "Verdicts"),
    "policies": Sentence("Tolkningsval", "Policies"),
    "year": Sentence("År {year}", "Year {year}"),
    "goal": Sentence("Mål {place}: {title} ({asked})", "Goal {place}: {title} ({asked})"),
    "goal-head": Sentence("Mål {place}", "Goal {place}"),
    "later": Sentence("avgörs {year}", "decided {year}"),
    "goes-on": Sentence("{asked}, antas gälla vidare", "{asked}, assumed to go on"),
    "owed": Sentence(
        "Kvar att återställa {year}: {amount} mnkr senast {last}",
        "Left to restore {year}: {amount} mnkr by {last}",
    ),
}

COLUMNS = {
    "year": Sentence("År", "Year"),
    "taxes": Sentence("Skatter, bidrag", "Taxes, grants"),
    "costs": Sentence("Nettokostnad", "Net costs"),
    "result": Sentence("Årets resultat", "Result"),
    "balance": Sentence("Balanskrav", "Balance result"),
    "reserve": Sentence("Reserv", "Reserve"),
    "owed": Sentence("Kvar att återställa", "To restore"),
    "equity": Sentence("Eget kapital", "Equity"),
}
"""What the amounts of a year are called above a table."""

ASKED = {
    IN_BALANCE: Sentence("Balans", "Balance"),
    IN_TIME: Sentence("Återställt i tid", "Restored in time"),
    MONEY_LASTS: Sentence("Pengarna räcker", "The money lasts"),
    FINANCIAL: Sentence("Finansiella mål", "Financial goals"),
    GEH: Sentence("GEH", "GEH"),
}

_POLICIES = (
    "restore_before_reserving",
    "oldest_deficit_first",
    "equity_of_the_same_year",
    "equalisation_reserve_only_to_zero",
    "result_reserve_only_to_zero",
)
"""How the law is read where it leaves that open, as far as years ahead rest on it."""

MARKS = {
    Status.MET: Sentence("ja", "yes"),
    Status.PARTLY_MET: Sentence("delvis", "partly"),
    Status.NOT_MET: Sentence("nej", "no"),
    Status.CANNOT_BE_ASSESSED: Sentence("?", "?"),
    Status.NOT_DUE: Sentence("inte än", "not yet"),
}


def text(answer: Projection, lang: Language, width: int) -> str:
    """The years as tables, with what is missing below."""
    told = [_TOLD["none"].say(lang)]
    if answer.years:
        told = [_title(answer, lang), "", _amounts(answer, lang, width), "", _TOLD["verdicts"].say(lang), ""]
        told += _verdicts(answer, lang, width)
    return "\n".join([*told, *told_below(notes(answer, lang), width)])


def _title(answer: Projection, lang: Language) -> str:
    first, last = answer.years[0].year, answer.years[-1].year
    return _TOLD["title"].say(lang, first=first, last=last, opening=answer.plan.opening.year)


def _amounts(answer: Projection, lang: Language, width: int) -> str:
    headers = [each.say(lang) for each in COLUMNS.values()]
    rows = [
        [
            str(each.year),
            *(
                estimate(value, lang, 0)
                for value in (
                    each.lines[TAXES] + each.lines[GRANTS],
                    -each.lines["verksamhetens-nettokostnader"],
                    each.lines[RESULT],
                    each.lines[BALANCE],
                    each.lines[RESULT_RESERVE] + each.lines[EQUALISATION],
                    each.outstanding,
                    each.lines[EQUITY],
                )
            ),
        ]
        for each in answer.years
    ]
    return text_table(headers, rows, width)


def _verdicts(answer: Projection, lang: Language, width: int) -> list[str]:
    """The verdicts as a table, each goal under a number that is told below."""
    goals = goals_of(answer.plan)
    asked_by = asked_by_year(answer.plan, lang)
    places = {name: _TOLD["goal-head"].say(lang, place=place) for place, name in enumerate(goals, 1)}
    asked = {name: sentence.say(lang) for name, sentence in ASKED.items()}
    order = [IN_BALANCE, IN_TIME, *goals, FINANCIAL]
    headers = [COLUMNS["year"].say(lang), *((asked | places)[name] for name in order), asked[GEH]]
    rows = [[str(each.year), *_marks(each, order, lang), MARKS[each.geh].say(lang)] for each in answer.years]
    legend = [
        _TOLD["goal"].say(lang, place=place, title=indicator.title, asked=asked_by[name])
        for place, (name, indicator) in enumerate(goals.items(), 1)
    ]
    return [text_table(headers, rows, width), "", *(piece for each in legend for piece in folded(each, width))]


def goals_of(plan: Plan) -> dict[str, Indicator]:
    """The indicator of each goal that is judged in some year or decided later, by the goal's name."""
    found: dict[str, Indicator] = {}
    for year in plan.years:
        found |= {each.name: each.indicator for each in year.goals}
        found |= {each.name: each.indicator for each in year.waiting}
    return dict(sorted(found.items()))


def asked_by_year(plan: Plan, lang: Language = "sv") -> dict[str, str]:
    """What is asked of each measure, with the years of each where it is not the same in all of them."""
    found: defaultdict[str, defaultdict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for year in plan.years:
        for goal in year.goals:
            asked = asked_of(goal, lang)
            said = _TOLD["goes-on"].say(lang, asked=asked) if goal.goes_on else asked
            found[goal.name][said].append(year.terms.year)
        for each in year.waiting:
            found[each.name][_TOLD["later"].say(lang, year=each.decided)].append(year.terms.year)
    return {name: next(iter(asked)) if len(asked) == 1 else "; ".join(_spans(asked)) for name, asked in found.items()}


def _spans(asked: Mapping[str, list[int]]) -> Iterator[str]:
    for said, years in asked.items():
        yield f"{spans(years)}: {said}"


def title_of(verdict: VerdictAhead, lang: Language) -> str:
    """What is asked, in words."""
    return ASKED[verdict.name].say(lang) if verdict.title is None else verdict.title


def _marks(year: YearAhead, order: list[str], lang: Language) -> Iterator[str]:
    found = {each.name: each for each in year.verdicts}
    for name in order:
        verdict = found.get(name)
        if verdict is None:
            yield "–"
        else:
            yield f"{MARKS[verdict.status].say(lang)} {held_of(verdict, lang)}".rstrip()


def explained(answer: Projection, lang: Language, width: int) -> str:
    """Every figure of every year, with how it is come to."""
    if not answer.years:
        return text(answer, lang, width)
    told = [_title(answer, lang)]
    for year in answer.years:
        told += ["", _TOLD["year"].say(lang, year=year.year), ""]
        told += [piece for line in _lines(answer, year, lang) for piece in folded(line, width, "- ", "  ")]
    policies = answer.years[0].terms.policies
    told += ["", _TOLD["policies"].say(lang), ""]
    told += [piece for each in _POLICIES for piece in folded(policies.told(each, lang), width, "- ", "  ")]
    return "\n".join([*told, *told_below(notes(answer, lang), width)])


def _lines(answer: Projection, year: YearAhead, lang: Language) -> Iterator[str]:
    for line, told in derivations(answer, year, lang):
        law = year.terms.law.cited(line)
        yield f"{told} [{law}]" if law else told
    for last, amount in year.owed:
        yield _TOLD["owed"].say(lang, year=year.year, amount=estimate(amount, lang), last=last)
    for verdict in year.verdicts:
        told = f"{title_of(verdict, lang)} {year.year}: {_status(verdict.status, lang)}"
        held = held_of(verdict, lang)
        value = f"{held}; " if held else ""
        yield told if verdict.goal is None else f"{told} ({value}{asked_of(verdict.goal, lang)})"


def _status(status: Status, lang: Language) -> str:
    return status.value if lang == "sv" else IN_ENGLISH[status]
