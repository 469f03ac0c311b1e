"""Parts of records in words, for pages and for the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from regionstyrning.model.dates import Validity
from regionstyrning.model.documents import Adoption, DocumentStatus
from regionstyrning.model.records import Reading
from regionstyrning.questions.threads import level_word, title_of
from regionstyrning.text.months import MONTHS
from regionstyrning.text.numbers import counted, number
from regionstyrning.text.sentences import Sentence, listed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from regionstyrning.model import SteeringModel
    from regionstyrning.model.dates import Part, PlanningHorizon
    from regionstyrning.model.documents import SteeringDocument
    from regionstyrning.model.indicators import Outcome, Target
    from regionstyrning.model.joins import Join
    from regionstyrning.model.records import Source
    from regionstyrning.model.structure import DocumentKind, Level, Link, Structure
    from regionstyrning.text.sentences import Language

_ADOPTED_ON = Sentence("antaget av {organ} {day}", "adopted by {organ} {day}")
_ADOPTED = Sentence("antaget av {organ}", "adopted by {organ}")
_SOME_DAY = Sentence("antaget {day}", "adopted {day}")
_NOT_STATED = Sentence("antagande ej angivet", "adoption not stated")
_NOT_CONFIRMED = Sentence("antagande ej bekräftat: {told}", "adoption not confirmed: {told}")
_WRITTEN = Sentence("{day} (”{text}”)", "{day} (”{text}”)")
_FROM = Sentence("i kraft från {day}", "in force from {day}")
_UNKNOWN = Sentence("okänd första dag", "first day not known")
_BEGINS = Sentence("från {first}", "from {first}")
_ENDS = Sentence("till {last}", "until {last}")
_YEARS = Sentence("{span} år", "{span} years")
_REPORT = Sentence("rapport", "report")

_MUST = Sentence("Varje {lower} måste hänga på nivån {upper}.", "Every {lower} must hang on the level {upper}.")
_MUST_CARRY = Sentence(
    "Varje {upper} måste ha något på nivån {lower} under sig.",
    "Every {upper} must have something on the level {lower} under it.",
)
_MAY = Sentence("{lower} får hänga på nivån {upper}.", "{lower} may hang on the level {upper}.")
_OR = Sentence(" eller ", " or ")

_ALL_ON = Sentence("alla mål på nivån {level}", "all goals on the level {level}")
_ALL_UNDER = Sentence("alla mål under {perspective}", "all goals under {perspective}")
_MARKED = Sentence("mål med egen märkning", "goals with a mark of their own")


def days_words(validity: Validity, lang: Language = "sv") -> str:
    """
    Days from and to, as far as they are known.

    >>> from regionstyrning.model.dates import years
    >>> days_words(years(2024, None))
    'från 2024-01-01'
    """
    return _between(validity.first, validity.last, lang)


def years_words(validity: Validity, lang: Language = "sv") -> str:
    """
    Whole years as years, other days as days.

    >>> from regionstyrning.model.dates import years
    >>> years_words(years(2024, 2024)), years_words(years(2022, 2023))
    ('2024', '2022–2023')
    >>> years_words(years(2024, None))
    'från 2024'
    """
    first, last = validity.first, validity.last
    if first is not None and last is None and (first.month, first.day) == (1, 1):
        return _BEGINS.say(lang, first=first.year)
    if first is None or last is None or (first.month, first.day, last.month, last.day) != (1, 1, 12, 31):
        return days_words(validity, lang)
    return _between(first.year, last.year, lang)


def horizon_words(horizon: PlanningHorizon, lang: Language = "sv") -> str:
    """
    The time that a plan looks ahead: its days, its years, its own words, its span or its kind.

    >>> from regionstyrning.model.dates import HorizonKind, PlanningHorizon
    >>> horizon_words(PlanningHorizon(kind=HorizonKind.ROLLING, first_year=2024, last_year=2026))
    '2024–2026'
    """
    days = horizon.days
    if horizon.first is not None or horizon.last is not None:
        return days_words(days, lang)
    if days != Validity():
        first, last = (None if day is None else day.year for day in (days.first, days.last))
        return _between(first, last, lang)
    spans = dict.fromkeys(str(span) for span in (horizon.at_least_years, horizon.at_most_years) if span is not None)
    return horizon.text or (_YEARS.say(lang, span="–".join(spans)) if spans else horizon.kind.value)


def _between(first: date | int | None, last: date | int | None, lang: Language) -> str:
    if first == last or last is None:
        return str(first) if first == last else _BEGINS.say(lang, first=first)
    return _ENDS.say(lang, last=last) if first is None else f"{first}–{last}"


def document_words(held: SteeringModel, document: SteeringDocument, lang: Language = "sv") -> Iterator[str]:
    """Horizon, standing, adoption and first day of a document, as far as they are known."""
    if document.horizon is not None:
        yield horizon_words(document.horizon, lang)
    if document.status is DocumentStatus.PRELIMINARY:
        yield document.status.value
    yield from _adoption(held, document, lang)
    if document.in_force is not None and document.in_force.first is not None:
        yield _FROM.say(lang, day=document.in_force.first)
    elif document.begins is None:
        yield _UNKNOWN.say(lang)


def _adoption(held: SteeringModel, document: SteeringDocument, lang: Language) -> Iterator[str]:
    """Who adopted it and when; where nobody says that it was adopted, what is said of it."""
    adopted = document.adopted or Adoption()
    day = None if adopted.on is None else adopted.on.isoformat()
    if day is not None and adopted.on_text is not None:
        day = _WRITTEN.say(lang, day=day, text=adopted.on_text)
    day = day or adopted.on_text
    organ = None
    if adopted.organ is not None:
        organ = getattr(held.by_id.get(adopted.organ), "short", None) or title_of(held, adopted.organ)
    told = " ".join(filter(None, (organ, day)))
    if document.status is DocumentStatus.NOT_STATED:
        yield _NOT_CONFIRMED.say(lang, told=told) if told else _NOT_STATED.say(lang)
    elif organ is not None:
        yield (_ADOPTED if day is None else _ADOPTED_ON).say(lang, organ=organ, day=day)
    elif day is not None:
        yield _SOME_DAY.say(lang, day=day)


def link_words(structure: Structure, link: Link, lang: Language = "sv") -> Iterator[str]:
    """What a link rule asks or allows, a sentence for each."""
    lower, *uppers = (level_word(structure, id, lang) for id in (link.lower, *link.upper))
    either = _OR.say(lang).join(filter(None, (", ".join(uppers[:-1]), *uppers[-1:])))
    if link.required:
        yield _MUST.say(lang, lower=lower, upper=either)
    if link.required_under:
        yield _MUST_CARRY.say(lang, lower=lower, upper=listed(uppers, lang))
    if not link.required and not link.required_under:
        yield _MAY.say(lang, lower=lower[:1].upper() + lower[1:], upper=either)


def kind_horizon_words(kind: DocumentKind, lang: Language = "sv") -> str:
    """What time a kind of document looks ahead, and whether it reports."""
    years = None
    if kind.horizon_years is not None:
        years = counted(kind.horizon_years, *(("år", "år") if lang == "sv" else ("year", "years")))
    horizon = None if kind.horizon is None else kind.horizon.value
    return ", ".join(filter(None, (_REPORT.say(lang) if kind.reports else None, horizon, years)))


def setters(level: Level) -> list[str]:
    """The kinds of organ and post that set a level."""
    return [kind.value for kind in (*level.set_by, *level.set_by_posts)]


def counted_geh(structure: Structure, lang: Language = "sv") -> list[str]:
    """Which goals count for god ekonomisk hushållning: by level, by perspective, by a mark."""
    told = [_ALL_ON.say(lang, level=level_word(structure, level.id, lang)) for level in structure.levels if level.geh]
    told += [_ALL_UNDER.say(lang, perspective=each.title) for each in structure.perspectives if each.geh]
    return [*told, *([_MARKED.say(lang)] if structure.geh is not None and structure.geh.by_mark else [])]


def join_words(join: Join | None) -> str:
    """How what is judged is joined, as the region says it; an empty text where it says nothing."""
    return "" if join is None else (join.text or join.kind.value)


def part_words(part: Part, lang: Language = "sv") -> str:
    """
    A part of a year by its months.

    >>> from regionstyrning.model.dates import Part
    >>> part_words(Part(first_month=1, last_month=4))
    'januari–april'
    """
    months = MONTHS[lang].split()
    return "–".join(dict.fromkeys((months[part.first_month - 1], months[part.last_month - 1])))


def source_words(loaded: SteeringModel, source: Source, lang: Language = "sv") -> str:
    """A source in one line: publication, place, quotation, and what kind of reading it is."""
    quote = f": ”{source.quote.strip('”')}”" if source.quote else ""
    reading = source.reading.value if lang == "sv" else source.reading.name.lower()
    told = "; ".join(filter(None, (None if source.reading is Reading.STATED else reading, source.note)))
    return f"{place_words(loaded, source)}{quote}{f' ({told})' if told else ''}"


def place_words(loaded: SteeringModel, source: Source) -> str:
    """Publication and place of a source."""
    return ", ".join(filter(None, (title_of(loaded, source.publication), source.place)))


def about_words(fact: Outcome | Target) -> Iterator[str]:
    """For which part of the year, and for whom, a target or outcome is."""
    if fact.part is not None:
        yield f"{fact.part.first_month}–{fact.part.last_month}"
    if fact.scope is not None:
        yield fact.scope
    if fact.gender is not None:
        yield fact.gender.value


def figure_words(outcome: Outcome, lang: Language = "sv") -> str:
    """What an outcome was: its number, its grade, or why there is neither."""
    if outcome.value is not None:
        return number(outcome.value, lang)
    return str(outcome.grade if outcome.missing is None else outcome.missing.value)
