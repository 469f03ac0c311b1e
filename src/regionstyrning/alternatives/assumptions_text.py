"""How assumptions are told: all that the years ahead rest on, as a table and as rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, zip_longest
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from attrs import fields

from regionstyrning.alternatives.drivers import MEANINGS, Driver, Form
from regionstyrning.model.economy import LINES
from regionstyrning.text.numbers import SPACE, number
from regionstyrning.text.sentences import Sentence, listed
from regionstyrning.text.tables import text_table

if TYPE_CHECKING:
    from decimal import Decimal

    from regionstyrning.alternatives.assumptions import Assumption, Assumptions
    from regionstyrning.alternatives.shocks import Correlation, Shock
    from regionstyrning.text.sentences import Language

_HEADERS = {
    "what": Sentence("Antagande", "Assumption"),
    "values": Sentence("Från och med år", "From the year"),
    "source": Sentence("Var det sägs", "Where it is said"),
}

_TOLD = {
    "title": Sentence("Antaganden", "Assumptions"),
    "own": Sentence("eget antagande", "an assumption of one's own"),
    "usual": Sentence("om inget annat sägs", "unless something else is said"),
    "percent": Sentence(f"{{year}}: {{value}}{SPACE}%", f"{{year}}: {{value}}{SPACE}%"),
    "mnkr": Sentence(f"{{year}}: {{value}}{SPACE}mnkr", f"{{year}}: {{value}}{SPACE}mnkr"),
    "shock": Sentence("Störning: {name}, på {drivers}", "Shock: {name}, on {drivers}"),
    "times": Sentence("{driver} gånger {times}", "{driver} times {times}"),
    "size": Sentence("standardavvikelse {size} {unit}", "standard deviation {size} {unit}"),
    "only-up": Sentence("{size}, bara över noll", "{size}, only above zero"),
    "together": Sentence("Samvariation: {first} och {second}", "Correlation: {first} and {second}"),
    "opening": Sentence("Ingående: {line}", "Opening: {line}"),
    "short": Sentence("{what} {values}", "{what} {values}"),
    "short-opening": Sentence("ingående {line} {value} mnkr", "opening {line} {value} mnkr"),
    "short-shock": Sentence("störning {name}, {size}", "shock {name}, {size}"),
    "chosen": Sentence("{choice}: {answer}", "{choice}: {answer}"),
    "in": Sentence(f"{{value}}{SPACE}{{unit}} {{years}}", f"{{value}}{SPACE}{{unit}} {{years}}"),
    "from": Sentence(f"{{value}}{SPACE}{{unit}} från {{years}}", f"{{value}}{SPACE}{{unit}} from {{years}}"),
    "points": Sentence("procentenheter", "percentage points"),
}

_CHOICES = {
    "fills_reserves": Sentence("Reserver fylls så långt det går", "Reserves are filled as far as possible"),
    "uses_reserves": Sentence("Reserver används för negativa resultat", "Reserves are used for negative results"),
    "goals_of_activity_met": Sentence("Verksamhetens mål nås", "The goals of the activities are met"),
    "last_targets_go_on": Sentence(
        "De sista målen gäller vidare i år utan mål", "The last targets go on in years without one"
    ),
}
"""What is assumed beside figures, by its field."""

NOT_ASSUMED = Sentence("inte antaget", "not assumed")
_ANSWERS = {True: Sentence("ja", "yes"), False: Sentence("nej", "no"), None: NOT_ASSUMED}
_RESERVES = frozenset({"fills_reserves", "uses_reserves"})
_BY_GUIDELINES = Sentence("om egna riktlinjer för dem är kända", "if own guidelines for them are known")


def table(some: Assumptions, lang: Language, width: int) -> str:
    """Everything that is assumed, as a table."""
    headers = [each.say(lang) for each in _HEADERS.values()]
    return "\n".join([_TOLD["title"].say(lang), "", text_table(headers, list(_rows(some, lang)), width)])


def in_short(some: Assumptions, lang: Language) -> str:
    """All that is assumed beside what is usual, in one line without where it is said."""
    return "; ".join(_shortly(some, lang))


def _shortly(some: Assumptions, lang: Language) -> Iterator[str]:
    for each in some.items:
        meaning = MEANINGS[each.driver]
        yield _TOLD["short"].say(lang, what=meaning.short.say(lang), values=_by_spans(each, lang))
    for line, value in some.opening:
        yield _TOLD["short-opening"].say(lang, line=LINES[line].lower(), value=number(value, lang))
    for shock in some.shocks:
        unit = _unit(shock.drivers[0][0], _TOLD["points"].say(lang))
        size = _TOLD["size"].say(lang, size=rounded(shock.size, lang), unit=unit)
        yield _TOLD["short-shock"].say(lang, name=shock.name, size=size)
    for name, choice in _CHOICES.items():
        value = getattr(some, name)
        if value is not _usual(some, name):
            yield _TOLD["chosen"].say(lang, choice=choice.say(lang).lower(), answer=_ANSWERS[value].say(lang))


def unlike_drivers(some: Sequence[Assumptions], years: Sequence[int], lang: Language) -> Iterator[list[str]]:
    """
    What drivers are not assumed to be alike, each with what it is assumed to be.

    Args:
        some: The assumptions that are compared.
        years: The years that are looked at.
        lang: Swedish or English.
    """
    for driver, meaning in MEANINGS.items():
        if len({tuple(each.value(driver, year) for year in years) for each in some}) > 1:
            held = [next((item for item in each.items if item.driver is driver), None) for each in some]
            cells = [NOT_ASSUMED.say(lang) if each is None else _by_spans(each, lang) for each in held]
            yield [meaning.told.say(lang), *cells]


def unlike_choices(some: Sequence[Assumptions], lang: Language) -> Iterator[list[str]]:
    """What is assumed beside figures, where it is not alike."""
    for name, choice in _CHOICES.items():
        values = [getattr(each, name) for each in some]
        if len(set(values)) > 1:
            yield [choice.say(lang), *(_answer(name, value).say(lang) for value in values)]


def _by_spans(each: Assumption, lang: Language) -> str:
    """All values with the years that each holds, in one line."""
    return listed(list(_spans(each, MEANINGS[each.driver].form, lang)), lang)


def _answer(name: str, value: bool | None) -> Sentence:
    return _BY_GUIDELINES if name in _RESERVES and value is None else _ANSWERS[value]


def _spans(each: Assumption, form: Form, lang: Language) -> Iterator[str]:
    """Each value with the years that it holds, alike ones after each other told once."""
    changes = [next(alike) for _, alike in groupby(each.all_values, key=itemgetter(1))]
    ends = [year - 1 for year, _ in changes[1:]]
    for (first, value), last in zip_longest(changes, ends):
        years = f"{first}" if last in (None, first) else f"{first}–{last}"
        sign = "+" if form is Form.GROWTH and value > 0 else ""
        unit = "mnkr" if form is Form.AMOUNT else "%"
        words = {"value": sign + rounded(value, lang), "unit": unit, "years": years}
        yield _TOLD["from" if last is None else "in"].say(lang, **words)


def said_where(each: Assumption | Shock | Correlation, lang: Language = "sv") -> str:
    """Where something is said, with its day, and how it was come to."""
    publication, place = (None, None) if each.source is None else (each.source.publication, each.source.place)
    named = getattr(each, "title", None) or publication or getattr(each, "document", None)
    on = getattr(each, "on", None)
    parts = (", ".join(filter(None, (named, place))), on and on.isoformat(), getattr(each, "text", None))
    return "; ".join(filter(None, parts)) or _TOLD["own"].say(lang)


def rounded(value: Decimal, lang: Language = "sv") -> str:
    """A number with at most two decimals."""
    exact = value.normalize()
    exponent = exact.as_tuple().exponent
    long = isinstance(exponent, int) and exponent < -2  # noqa: PLR2004 - two decimals are shown
    return number(round(value, 2) if long else exact, lang)


def _rows(some: Assumptions, lang: Language) -> Iterator[list[str]]:
    for each in some.items:
        meaning = MEANINGS[each.driver]
        unit = "mnkr" if meaning.form is Form.AMOUNT else "percent"
        for part in each.stretches:
            values = [_TOLD[unit].say(lang, year=year, value=rounded(value, lang)) for year, value in part.values]
            yield [meaning.told.say(lang), "; ".join(values), said_where(part, lang)]
    for line, value in some.opening:
        own = _TOLD["own"].say(lang)
        yield [_TOLD["opening"].say(lang, line=LINES[line]), f"{number(value, lang)} mnkr", own]
    for shock in some.shocks:
        moved = listed([_moved(driver, times, lang) for driver, times in shock.drivers], lang)
        size = _TOLD["size"].say(lang, size=rounded(shock.size, lang), unit=_unit(shock.drivers[0][0], "%"))
        told = _TOLD["only-up"].say(lang, size=size) if shock.only_up else size
        yield [_TOLD["shock"].say(lang, name=shock.name, drivers=moved), told, said_where(shock, lang)]
    for pair in some.correlations:
        name = _TOLD["together"].say(lang, first=pair.first, second=pair.second)
        yield [name, rounded(pair.value, lang), said_where(pair, lang)]
    for name, choice in _CHOICES.items():
        value = getattr(some, name)
        where = _TOLD["usual" if value is _usual(some, name) else "own"]
        yield [choice.say(lang), _answer(name, value).say(lang), where.say(lang)]


def _usual(some: Assumptions, name: str) -> object:
    return getattr(fields(type(some)), name).default


def _moved(driver: Driver, times: Decimal, lang: Language) -> str:
    short = MEANINGS[driver].short.say(lang)
    return short if times == 1 else _TOLD["times"].say(lang, driver=short, times=rounded(times, lang))


def _unit(driver: Driver, share: str) -> str:
    return "mnkr" if MEANINGS[driver].form is Form.AMOUNT else share


_EMPTY = dict.fromkeys(
    ("kind", "name", "driver", "year", "value", "unit", "document", "publication", "place", "on", "text")
)


def records(some: Assumptions) -> Iterator[dict[str, Any]]:
    """One row a value; of a shock one for each driver that it moves, with how much."""
    for each in (part for item in some.items for part in item.stretches):
        where = {"document": each.document, "on": each.on, "text": each.text, **_said(each)}
        for year, value in each.values:
            name, unit = each.driver.value, _unit(each.driver, "procent")
            yield _row("antagande", name, value, driver=name, year=year, unit=unit, **where)
    for line, value in some.opening:
        yield _row("ingående", line, value, unit="mnkr")
    for shock in some.shocks:
        unit = _unit(shock.drivers[0][0], "procentenheter")
        text = "; ".join(filter(None, (shock.text, "bara det som är över noll räknas" if shock.only_up else None)))
        for driver, times in shock.drivers:
            size = shock.size * times
            more = {"driver": driver.value, "unit": unit, "text": text or None, **_said(shock)}
            yield _row("störning", shock.name, size, **more)
    for pair in some.correlations:
        yield _row("samvariation", f"{pair.first}, {pair.second}", pair.value, **_said(pair))
    for name in _CHOICES:
        yield _row("val", name, getattr(some, name))


def _row(kind: str, name: str, value: object, **more: object) -> dict[str, Any]:
    return {**_EMPTY, "kind": kind, "name": name, "value": value, **more}


def _said(each: Assumption | Shock | Correlation) -> dict[str, Any]:
    source = each.source
    return {} if source is None else {"publication": source.publication, "place": source.place}
