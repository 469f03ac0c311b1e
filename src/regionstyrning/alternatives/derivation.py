"""How each figure of a year ahead is come to, with the numbers put in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

from regionstyrning.alternatives.ahead import BASE_COSTS, COSTS, HELD, reserving_limits
from regionstyrning.alternatives.assumptions_text import rounded, said_where
from regionstyrning.alternatives.drivers import MEANINGS, Driver, Form, entering, stated
from regionstyrning.alternatives.lines import EARNING, TRACES, Trace
from regionstyrning.alternatives.opening import COSTS as COST_LINE
from regionstyrning.alternatives.put_in import put_in
from regionstyrning.alternatives.shown import estimate
from regionstyrning.model.economy import LINES
from regionstyrning.questions.answers import Step
from regionstyrning.questions.economy.limits import Limit
from regionstyrning.questions.economy.numbers import FLOATS
from regionstyrning.questions.economy.ratio_value import BEFORE
from regionstyrning.questions.economy.year_law import EQUALISATION, RESULT_RESERVE
from regionstyrning.text.numbers import number
from regionstyrning.text.sentences import LANGUAGES, Sentence

if TYPE_CHECKING:
    from regionstyrning.alternatives.projection import Projection, YearAhead
    from regionstyrning.text.sentences import Language

_TOLD = {
    "line": Sentence("{line} {year}: {value} mnkr = {how}", "{line} {year}: {value} mnkr = {how}"),
    "rests": Sentence("{what} {value} ({where})", "{what} {value} ({where})"),
    "shock": Sentence("{what} efter störning {value}", "{what} after a shock {value}"),
    "limits": Sentence("det minsta av {limits}", "the least of {limits}"),
    "not-filled": Sentence("ingen reserv fylls", "no reserve is filled"),
    "used": Sentence(
        "det negativa resultatet upp till noll, så långt reserven räcker",
        "the negative result up to zero, as far as the reserve lasts",
    ),
    "all-used": Sentence("hela reserven", "all of the reserve"),
    "all-but": Sentence("hela reserven, utöver det som reserveras", "all of the reserve, beyond what is reserved"),
    "beyond": Sentence("{limits}; utöver det som används", "{limits}; beyond what is used"),
    "slow": Sentence(
        "; bara när skatteunderlaget växer långsammare än snittet", "; only when the tax base grows less than its mean"
    ),
    "base": Sentence(
        "{value} är kostnaderna {year} utan besparingar och sådant som gäller ett enda år",
        "{value} are the costs of {year} without savings and what is of a single year",
    ),
    "held": Sentence(
        "det som fanns, med det som reserverats och använts", "what there was, with what is reserved and used"
    ),
    "dissolved": Sentence("upplöst, efter lagens sista år", "dissolved, after the last year of the law"),
    "taken-out": Sentence("det antagna, borträknat", "what is assumed, taken out"),
}


_SHARES = frozenset(each.name for each in MEANINGS.values() if each.form is not Form.AMOUNT)
"""Growth and shares, which are told with four decimals at most; amounts have one."""


def derivations(answer: Projection, year: YearAhead, lang: Language) -> Iterator[tuple[str, str]]:
    """Each line of a year, and how it is come to: with the numbers put in, and what is assumed."""
    values = values_in(answer, year)

    @cache  # most figures stand in several formulas
    def shown(name: str) -> str:
        return estimate(values[name], lang, 1) if name not in _SHARES else number(_short(values[name]), lang)

    idle = [each.name for each in MEANINGS.values() if not each.needed and values[each.name] == 0]
    for line, trace in TRACES.items():
        how = _limited(year, line, lang) if trace.formula is None else put_in(trace.formula, shown, idle)
        rests = ", ".join([*_based(year, line, lang), *_assumed(answer, year, trace, lang)])
        told = _TOLD["line"].say(lang, line=LINES[line], year=year.year, value=shown(line), how=how)
        yield line, f"{told}; {rests}" if rests else told


def values_in(answer: Projection, year: YearAhead) -> Mapping[str, float]:
    """The number that each name in a formula of `TRACES` stands for."""
    held = dict(year.lines)
    before = next((each for each in answer.years if each.year == year.year - 1), None)
    opening = answer.plan.opening.values
    earlier = {line: float(value) for line, value in opening.items()} if before is None else before.lines
    held |= {f"{BEFORE}{line}": value for line, value in earlier.items()}
    held[f"{BEFORE}{BASE_COSTS}"] = year.before.values[BASE_COSTS]
    held[EARNING] = year.before.values[HELD]
    return held | {meaning.name: _stated(driver, year) for driver, meaning in MEANINGS.items()}


def _stated(driver: Driver, year: YearAhead) -> float:
    """What a driver was in the year, in percent or mnkr; nothing if it did nothing."""
    entered = year.by.get(driver)
    return 0.0 if entered is None else stated(driver, entered)


def _assumed(answer: Projection, year: YearAhead, trace: Trace, lang: Language) -> Iterator[str]:
    for driver in trace.drivers:
        held = answer.assumptions.holding(driver, year.year)
        value = None if held is None else held.value(year.year)
        entered = year.by.get(driver)
        if held is not None and value is not None:
            where = said_where(held, lang)
            yield _TOLD["rests"].say(
                lang, what=MEANINGS[driver].short.say(lang), value=rounded(value, lang), where=where
            )
        if entered is not None and (value is None or entered != entering(driver, value)):
            yield _TOLD["shock"].say(
                lang, what=MEANINGS[driver].short.say(lang), value=estimate(stated(driver, entered), lang, 2)
            )


def _short(value: float) -> Decimal:
    """A share or growth with four decimals at most, and no needless ones."""
    return round(Decimal(value), 4).normalize() + 0


def _based(year: YearAhead, line: str, lang: Language) -> Iterator[str]:
    """What the costs grow from, where that is not the costs of the year before."""
    base = year.before.values[BASE_COSTS]
    costs = year.before.values.get(COSTS, base)
    if line == COST_LINE and abs(base - costs) >= _SEEN:
        yield _TOLD["base"].say(lang, value=estimate(base, lang), year=year.year - 1)


def _limited(year: YearAhead, line: str, lang: Language) -> str:
    if line == "reservering-till-reserv":
        if year.terms.fills is None:
            return _TOLD["not-filled"].say(lang)
        limits = reserving_limits(FLOATS, year.before, year.ahead.values, year.terms)
        told = [f"{_limit(name, part, lang)} {estimate(value, lang)}" for name, value, part in limits]
        least = _TOLD["limits"].say(lang, limits=", ".join(told))
        netted = any(not year.terms.only_to_zero(each) for each in year.terms.uses)
        return _TOLD["beyond"].say(lang, limits=least) if netted else least
    if line == "orealiserade-vinster-och-forluster":
        return _TOLD["taken-out"].say(lang)
    if line in {RESULT_RESERVE, EQUALISATION}:
        dissolved = line == EQUALISATION and year.terms.dissolves
        return _TOLD["dissolved" if dissolved else "held"].say(lang)
    slow = line == "anvandning-av-resultatutjamningsreserv"
    only = year.terms.only_to_zero(EQUALISATION if slow else RESULT_RESERVE)
    every = "all-used" if year.terms.fills is None else "all-but"
    return _TOLD["used" if only else every].say(lang) + (_TOLD["slow"].say(lang) if slow else "")


def _limit(name: str, share: float, lang: Language) -> str:
    return Limit(name=name, value=None, share=round(Decimal(share), 2)).title(lang)


def steps(answer: Projection) -> Iterator[Step]:
    """Each figure with how it is come to, the paragraph on its line and where what it rests on is said."""
    for year in answer.years:
        swedish, english = (dict(derivations(answer, year, lang)) for lang in LANGUAGES)
        for line, told in swedish.items():
            assumed = [each for each in answer.assumptions.items if each.driver in TRACES[line].drivers]
            found = [each.holding(year.year) for each in assumed]
            held = [each for each in found if each is not None]
            yield Step(
                record=line,
                law=year.terms.law.cited(line) or None,
                source=next((each.source for each in held if each.source is not None), None),
                sentence=_STEP,
                words=(("sv", told), ("en", english[line])),
            )


_SEEN = 0.05
"""A difference that shows in one decimal, in mnkr."""

_STEP = Sentence("{sv}", "{en}")
