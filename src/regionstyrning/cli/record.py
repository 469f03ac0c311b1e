"""One record with all its fields and sources, and what names it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import Enum
from itertools import chain, groupby
from typing import TYPE_CHECKING, Any

import attrs

from regionstyrning.cli.catalogues import PARTS, WORDS
from regionstyrning.cli.sections import Page
from regionstyrning.cli.summaries import summary
from regionstyrning.model.catalogues import CATALOGUE_OF, CATALOGUES
from regionstyrning.model.records import Source
from regionstyrning.model.references import reference_fields
from regionstyrning.questions.threads import title_of
from regionstyrning.report.words import source_words
from regionstyrning.text.escaping import one_line
from regionstyrning.text.numbers import number
from regionstyrning.text.plain import plain_value
from regionstyrning.text.sentences import Sentence
from regionstyrning.text.widths import folded

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from regionstyrning.model import SteeringModel
    from regionstyrning.model.structure import Structure

_HEAD = Sentence("{kind}, gäller {day}", "{kind}, in force on {day}")
_GONE = Sentence("{kind}, gäller inte {day}", "{kind}, not in force on {day}")
_FIELDS = Sentence("FÄLT, SOM I FILEN", "FIELDS, AS IN THE FILE")
_SOURCES = Sentence("KÄLLOR", "SOURCES")
_NAMED_BY = Sentence("NÄMNS AV", "NAMED BY")
_TRUE, _FALSE = Sentence("ja", "yes"), Sentence("nej", "no")
_MORE = Sentence("och {count} till; alla med --format json", "and {count} more; all with --format json")

MOST_NAMED = 20
"""How many records of a catalogue are listed that name the record."""


@attrs.frozen(kw_only=True)
class Shown:
    """
    A record, and where it stands.

    Attributes:
        id: Its id.
        value: The record, or a value of a structure, such as a level.
        catalogue: The catalogue, or the part of a structure, that it stands in.
        in_force: Whether it is in force on the day.
        named_by: The catalogue and id of each record that names it.
    """

    id: str
    value: Any
    catalogue: str
    in_force: bool
    named_by: tuple[tuple[str, str], ...]


def shown(loaded: SteeringModel, held: SteeringModel, id: str) -> Shown:
    """
    Find a record, or a value of a structure: the one in force before any other.

    Args:
        loaded: The whole model.
        held: The model as it held on a day.
        id: What is asked for.

    Raises:
        UnknownId: if the model holds nothing with the id.
    """
    if id not in loaded:
        for structure in filter(None, (held.structure_on(held.as_of), *loaded.structures)):
            for part, value in _values(structure):
                if value.id == id:
                    named = tuple(_named_by(loaded, id, part))
                    in_force = structure in held.structures
                    return Shown(id=id, value=value, catalogue=part, in_force=in_force, named_by=named)
    value = loaded[id]
    catalogue = CATALOGUE_OF[type(value)]
    in_force = any(record.id == id for record in getattr(held, catalogue))
    return Shown(id=id, value=value, catalogue=catalogue, in_force=in_force, named_by=tuple(_named_by(loaded, id)))


def _values(structure: Structure) -> Iterator[tuple[str, Any]]:
    """The values of a structure that have ids, and the part that each stands in."""
    return ((part, value) for part in PARTS for value in getattr(structure, part))


def record_row(found: Shown) -> dict[str, Any]:
    """The record in plain values: every field, decimals and days as text."""
    fields = attrs.asdict(found.value, value_serializer=_plain)
    return {
        "id": found.id,
        "catalogue": found.catalogue,
        "in_force": found.in_force,
        "record": fields,
        "named_by": [{"catalogue": catalogue, "id": id} for catalogue, id in found.named_by],
    }


def record_text(loaded: SteeringModel, held: SteeringModel, found: Shown, page: Page) -> str:
    """The record for a person: its title, its fields as they are called in the file, its sources and what names it."""
    title = getattr(found.value, "title", None)
    head = _HEAD if found.in_force else _GONE
    lines = folded(one_line(f"{title} [{found.id}]" if title else f"[{found.id}]"), page.width)
    lines += [
        head.say(page.lang, kind={**WORDS, **PARTS}[found.catalogue].say(page.lang), day=held.as_of),
        "",
        _FIELDS.say(page.lang),
    ]
    lines += _field_lines(held if found.in_force else loaded, found.value, page)
    sources = [source_words(loaded, source, page.lang) for source in found.value.sources]
    if sources:
        lines += ["", _SOURCES.say(page.lang), page.listed(sources)]
    if found.named_by:
        lines += ["", _NAMED_BY.say(page.lang), page.listed(_naming(loaded, found, page))]
    return "\n".join(lines)


def _naming(loaded: SteeringModel, found: Shown, page: Page) -> Iterator[str]:
    """A line for each record that names it; of a catalogue with very many only the first."""
    for catalogue, records in groupby(found.named_by, key=lambda pair: pair[0]):
        ids = [id for _, id in records]
        for id in ids[:MOST_NAMED]:
            yield f"{WORDS[catalogue].say(page.lang)}: {summary(loaded, loaded[id], page.lang)} [{id}]"
        if len(ids) > MOST_NAMED:
            more = _MORE.say(page.lang, count=len(ids) - MOST_NAMED)
            yield f"{WORDS[catalogue].say(page.lang)}: {more}"


def _field_lines(held: SteeringModel, record: Any, page: Page) -> Iterator[str]:  # noqa: ANN401 - any record
    items = {name: said for name, said in _items(held, record, page) if name not in {"id", "title", "sources"}}
    longest = max(map(len, items), default=0)
    for name in sorted(items, key=lambda name: name in {"note", "proposed"}):
        for place, item in enumerate(items[name]):
            first = " " * longest if place else name.ljust(longest)
            yield from folded(one_line(item), page.width, f"{first}  ", " " * (longest + 4))


def _items(held: SteeringModel, value: Any, page: Page) -> Iterator[tuple[str, list[str]]]:  # noqa: ANN401 - any value of attrs
    """Each field that says something, with its values in words."""
    for field in attrs.fields(type(value)):
        said = getattr(value, field.name)
        if said not in (field.default, None, ()):
            values = said if isinstance(said, tuple) else (said,)
            yield field.name, [_words(held, each, page, field.metadata) for each in values]


def _words(  # noqa: PLR0911 - one for each kind of value
    held: SteeringModel,
    value: Any,  # noqa: ANN401 - any value of a field
    page: Page,
    metadata: Mapping[str, Any],
) -> str:
    match value:
        case str():
            return _resolved(held, value, metadata)
        case bool():
            return (_TRUE if value else _FALSE).say(page.lang)
        case int():
            return str(value)  # years are not grouped by thousands
        case Decimal():
            return number(value, page.lang)
        case Enum():
            return str(value.value)
        case date():
            return value.isoformat()
        case Source():
            return source_words(held, value, page.lang)
        case _:
            return ", ".join(f"{name}: {' + '.join(said)}" for name, said in _items(held, value, page))


def _resolved(held: SteeringModel, value: str, metadata: Mapping[str, Any]) -> str:
    """What an id stands for, if the text is one."""
    title = None
    if "to" in metadata:
        title = title_of(held, value)
    structure = held.structure_on(held.as_of)
    if "within" in metadata and structure is not None:
        parts = chain.from_iterable(getattr(structure, part) for part in metadata["within"])
        title = next((part.title for part in parts if part.id == value), None)
    return value if title in {None, value} else f"{title} [{value}]"


def _named_by(loaded: SteeringModel, id: str, part: str | None = None) -> Iterator[tuple[str, str]]:
    """What names a record, or the value with the id in a part of a structure."""
    for name, cls in CATALOGUES.items():
        records: tuple[Any, ...] = getattr(loaded, name)
        known = (*reference_fields(cls), *(each for each in reference_fields(cls, "within") if part in each.targets))
        fields = [field for field in known if id in field.ids(records)]
        yield from sorted(
            (name, record.id) for record in records if any(id in field.ids((record,)) for field in fields)
        )


def _plain(_instance: object, _field: object, value: Any) -> Any:  # noqa: ANN401 - any value of a field
    return plain_value(value)
