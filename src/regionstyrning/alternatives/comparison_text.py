"""How projections are told side by side: tables of years and of assumptions, and what is missing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from regionstyrning.alternatives.assumptions_text import NOT_ASSUMED, unlike_choices, unlike_drivers
from regionstyrning.alternatives.geh_ahead import FINANCIAL, GEH
from regionstyrning.alternatives.projection_text import ASKED, COLUMNS, MARKS
from regionstyrning.alternatives.shown import NOTHING, estimate
from regionstyrning.model.economy import LINES
from regionstyrning.questions.answers import told_below
from regionstyrning.questions.economy.layout import BALANCE, EQUITY, RESULT
from regionstyrning.text.numbers import number
from regionstyrning.text.sentences import Sentence
from regionstyrning.text.tables import text_table

if TYPE_CHECKING:
    from regionstyrning.alternatives.comparison import ProjectionComparison
    from regionstyrning.alternatives.projection import Projection
    from regionstyrning.text.sentences import Language

_TOLD = {
    "title": Sentence("Jämförelse {first}–{last}, mnkr", "Comparison {first}–{last}, mnkr"),
    "none": Sentence("Inget år går att räkna fram.", "No year can be reckoned ahead."),
    "name": Sentence("Alternativ", "Alternative"),
    "unlike": Sentence("Antaganden som skiljer sig", "Assumptions that differ"),
    "assumption": Sentence("Antagande", "Assumption"),
    "alike": Sentence("Inget antagande skiljer sig.", "No assumption differs."),
    "opening": Sentence("Ingående: {line}", "Opening: {line}"),
    "difference": Sentence(
        "{name} mot {first} {year}: årets resultat {result} mnkr, eget kapital {equity} mnkr.",
        "{name} against {first} {year}: result {result} mnkr, equity {equity} mnkr.",
    ),
    "of-one": Sentence("{name}: {said}", "{name}: {said}"),
}


def text(found: ProjectionComparison, lang: Language, width: int) -> str:
    """The years as a table, what is assumed otherwise as another, and what is missing below."""
    if not found.years:
        return "\n".join([_TOLD["none"].say(lang), *told_below(missing(found, lang), width)])
    headers, rows = table(found, lang)
    title = _TOLD["title"].say(lang, first=found.years[0], last=found.years[-1])
    told = [title, "", text_table(headers, rows, width), *told_below(differences(found, lang), width), ""]
    headers, rows = unlike(found, lang)
    drawn = ["", text_table(headers, rows, width)] if rows else []
    told += [unlike_title(lang) if rows else _TOLD["alike"].say(lang), *drawn]
    return "\n".join([*told, *told_below(missing(found, lang), width)])


def unlike_title(lang: Language) -> str:
    """What stands above the assumptions that differ."""
    return _TOLD["unlike"].say(lang)


def table(found: ProjectionComparison, lang: Language) -> tuple[list[str], list[list[str]]]:
    """Headers and rows of the years, those of one year below each other."""
    amounts = [COLUMNS[each].say(lang) for each in ("result", "balance", "owed", "equity")]
    headers = [COLUMNS["year"].say(lang), _TOLD["name"].say(lang), *amounts]
    headers += [ASKED[FINANCIAL].say(lang), ASKED[GEH].say(lang)]
    rows = [
        [str(year) if place == 0 else "", name, *_cells(each, year, lang)]
        for year in found.years
        for place, (name, each) in enumerate(found.projections)
    ]
    return headers, rows


def _cells(projection: Projection, number: int, lang: Language) -> list[str]:
    year = next((each for each in projection.years if each.year == number), None)
    if year is None:
        return [NOTHING] * 6
    amounts = (year.lines[RESULT], year.lines[BALANCE], year.outstanding, year.lines[EQUITY])
    statuses = (year.verdict(FINANCIAL).status, year.geh)
    return [*(estimate(each, lang, 0) for each in amounts), *(MARKS[each].say(lang) for each in statuses)]


def differences(found: ProjectionComparison, lang: Language) -> Iterator[str]:
    """How much better or worse the others are than the first in the last year that both have, a sentence each."""
    (first, base), *others = found.projections
    for name, each in others:
        both = {year.year for year in base.years} & {year.year for year in each.years}
        if both:
            now, then = each[max(both)], base[max(both)]
            apart = {line: now.lines[line] - then.lines[line] for line in (RESULT, EQUITY)}
            words = {"result": _signed(apart[RESULT], lang), "equity": _signed(apart[EQUITY], lang)}
            yield _TOLD["difference"].say(lang, name=name, first=first, year=now.year, **words)


def _signed(value: float, lang: Language) -> str:
    shown = estimate(value, lang)
    return f"+{shown}" if round(value, 1) > 0 else shown


def unlike(found: ProjectionComparison, lang: Language) -> tuple[list[str], list[list[str]]]:
    """Headers and rows of what is not assumed alike, or not begun with alike."""
    some = [each.assumptions for _, each in found.projections]
    rows = [*unlike_drivers(some, found.years, lang), *_openings(found, lang), *unlike_choices(some, lang)]
    return [_TOLD["assumption"].say(lang), *found.names], rows


def _openings(found: ProjectionComparison, lang: Language) -> Iterator[list[str]]:
    begun = [each.plan.opening.values for _, each in found.projections]
    for line in sorted({line for each in begun for line in each}):
        values = [each.get(line) for each in begun]
        if len(set(values)) > 1:
            cells = [NOT_ASSUMED.say(lang) if each is None else f"{number(each, lang)} mnkr" for each in values]
            yield [_TOLD["opening"].say(lang, line=LINES[line]), *cells]


def missing(found: ProjectionComparison, lang: Language) -> Iterator[str]:
    """What is missing of all, and then of each with its name."""
    whose: dict[str, list[str]] = {}
    for name, each in found.projections:
        for said in dict.fromkeys(each.what_is_missing(lang)):
            whose.setdefault(said, []).append(name)
    yield from (said for said, names in whose.items() if len(names) == len(found.projections))
    for said, names in whose.items():
        if len(names) < len(found.projections):
            yield _TOLD["of-one"].say(lang, name=", ".join(names), said=said)
