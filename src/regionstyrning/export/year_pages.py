"""The year of a region as a page of Markdown, and as JSON."""

from __future__ import annotations

import json
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING

from attrs import evolve

from regionstyrning.law import STANDARD
from regionstyrning.questions.calendar import calendar as calendar_of
from regionstyrning.questions.calendar.said import said_of
from regionstyrning.questions.calendar.telling import path_words
from regionstyrning.text.markdown import bullets, for_markdown, heading, markdown_table
from regionstyrning.text.months import month_name
from regionstyrning.text.sentences import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from regionstyrning.law import Policies
    from regionstyrning.model.steering_model import SteeringModel
    from regionstyrning.questions.calendar import Calendar, DatedStep
    from regionstyrning.text.sentences import Language

_TITLE = Sentence("Årshjul {year} för {region}", "The steering year {year} of {region}")
_SEEN = Sentence("Sett den {day}.", "Seen on {day}.")
_DAY = Sentence("Dag", "Day")
_STEP = Sentence("Steg", "Step")
_SAID = Sentence("Vem, sista dagar och vad som gjordes", "Who, last days and what was done")
_FROM = Sentence("Ur", "From")
_IN = Sentence("under månaden", "in the month")
_NO_DAY = Sentence("Utan dag", "Without a day")
_LEFT_OUT = Sentence("Görs inte", "Not done")
_PATH = Sentence("Kritisk linje för {year}", "Critical line for {year}")
_UNKNOWN = Sentence("Vad som inte är känt", "What is not known")


def markdown_year(
    model: SteeringModel,
    *,
    on: date | None = None,
    year: int | None = None,
    lang: Language = "sv",
    policies: Policies = STANDARD,
) -> str:
    """
    The year of a region as a page of Markdown: a table a month.

    Args:
        model: Any model.
        on: The day that it is seen from; the model's own if left out.
        year: The calendar year; that of the day if left out.
        lang: Language of what is not the region's own words.
        policies: Whether last days move from holidays, and how months are counted.

    >>> print(markdown_year(model, year=2026).splitlines()[0])
    # Årshjul 2026 för Region Exempel
    """
    shown = _shown(model, on, year, policies)
    parts = [
        heading(_TITLE.say(lang, year=shown.first_year, region=model.title), 1),
        _SEEN.say(lang, day=shown.on),
        *_months(shown, lang),
        *_part(_NO_DAY, _table(shown, shown.without_day, lang), lang),
        *_part(_LEFT_OUT, bullets(for_markdown(step.text(lang)) for step in shown.refused), lang),
        *_paths(shown, lang),
        *_part(_UNKNOWN, bullets(for_markdown(line) for line in shown.what_is_missing(lang)), lang),
    ]
    return "\n\n".join(parts) + "\n"


def json_year(
    model: SteeringModel, *, on: date | None = None, year: int | None = None, policies: Policies = STANDARD
) -> str:
    """
    The year of a region as JSON: the steps in order, each with its keys.

    Args:
        model: Any model.
        on: The day that it is seen from; the model's own if left out.
        year: The calendar year; that of the day if left out.
        policies: Whether last days move from holidays, and how months are counted.

    >>> import json
    >>> json.loads(json_year(model, year=2026))["year"]
    2026
    """
    shown = _shown(model, on, year, policies)
    plain = {
        "about": shown.about,
        "on": shown.on.isoformat(),
        "year": shown.first_year,
        "steps": shown.to_records(),
        "left_out": [step.text() for step in shown.refused],
        "missing": list(shown.missing),
    }
    return json.dumps(plain, ensure_ascii=False, indent=2) + "\n"


def _shown(model: SteeringModel, on: date | None, year: int | None, policies: Policies) -> Calendar:
    seen = model if on is None or on == model.as_of else evolve(model, as_of=on)
    return calendar_of(seen, seen.as_of.year if year is None else year, policies=policies)


def _part(title: Sentence, text: str, lang: Language) -> list[str]:
    return [heading(title.say(lang), 2), text] if text else []


def _months(shown: Calendar, lang: Language) -> Iterator[str]:
    dated = [step for step in shown.steps if step.on is not None]
    for month, steps in groupby(dated, key=lambda step: (step.on or date.max).month):
        yield heading(month_name(month, lang).capitalize(), 2)
        yield _table(shown, list(steps), lang)


def _table(shown: Calendar, steps: Sequence[DatedStep], lang: Language) -> str:
    headers = [each.say(lang) for each in (_DAY, _STEP, _SAID, _FROM)]
    rows = [
        [_day(step, lang), step.text(lang), " ".join(said_of(shown.model, step, lang)), step.kind.value]
        for step in steps
    ]
    return markdown_table(headers, rows)


def _day(step: DatedStep, lang: Language) -> str:
    if step.on is None:
        return ""
    return str(step.on) if step.exact else _IN.say(lang)


def _paths(shown: Calendar, lang: Language) -> Iterator[str]:
    for year in shown.plans:
        lines = [for_markdown(f"{title}, {day}") for title, day in path_words(shown.path(year), lang)]
        if lines:
            yield heading(_PATH.say(lang, year=year), 2)
            yield "\n".join(f"{place}. {line}" for place, line in enumerate(lines, 1))
