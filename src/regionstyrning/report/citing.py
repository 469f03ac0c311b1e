"""Sources by short references: a publication is named once, in the list of sources, and a reading of ours once."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from attrs import Factory, frozen

from regionstyrning.model.records import Reading
from regionstyrning.text.sentences import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterable

    from regionstyrning.model.records import Source
    from regionstyrning.text.sentences import Language

_PUBLICATION = Sentence("K{number}", "S{number}")
_READING = Sentence("L{number}", "R{number}")
_PARTLY = Sentence("delvis {reading}", "partly {reading}")


@frozen(kw_only=True)
class Citations:
    """
    What a page has referred to so far, numbered by when it was first named.

    Attributes:
        lang: Swedish or English.
        publications: Ids of publications in order; grows as the page is written.
        readings: Our notes on sources in order; grows too.
    """

    lang: Language = "sv"
    publications: dict[str, int] = Factory(dict)
    readings: dict[str, int] = Factory(dict)

    def publication(self, id: str) -> str:
        """
        The short reference to a publication.

        >>> Citations().publication("regionplanen")
        'K1'
        """
        return _PUBLICATION.say(self.lang, number=self.publications.setdefault(id, len(self.publications) + 1))

    def reading(self, note: str) -> str:
        """
        The short reference to a note on a source.

        >>> Citations().reading("Ägaren är vår läsning.")
        'L1'
        """
        return _READING.say(self.lang, number=self.readings.setdefault(note, len(self.readings) + 1))


def references(cited: Citations, sources: Iterable[Source], *, quoted: bool) -> list[str]:
    """
    Refer to sources, each place once.

    Args:
        cited: What the page has referred to; it grows.
        sources: In their own order.
        quoted: Whether quotations stand with them.

    Returns:
        One text a place: the publication, the place, the quotation, and how it is read where that is not as stated.
    """
    told = []
    for (id, place), some in groupby(_by_place(sources), key=lambda source: (source.publication, source.place)):
        at_place = tuple(some)
        quotes = dict.fromkeys(source.quote.strip("”") for source in at_place if source.quote) if quoted else ()
        words = ", ".join(filter(None, (cited.publication(id), place)))
        said = f"{words}: {', '.join(f'”{quote}”' for quote in quotes)}" if quotes else words
        how = ", ".join(_how(cited, at_place))
        told.append(f"{said} ({how})" if how else said)
    return told


def _by_place(sources: Iterable[Source]) -> list[Source]:
    """Sources of one place beside each other, in the order of the places."""
    by_place: dict[tuple[str, str | None], list[Source]] = {}
    for source in sources:
        by_place.setdefault((source.publication, source.place), []).append(source)
    return [source for some in by_place.values() for source in some]


def _how(cited: Citations, at_place: tuple[Source, ...]) -> list[str]:
    readings = dict.fromkeys(source.reading for source in at_place)
    words = [
        reading.value if cited.lang == "sv" else reading.name.lower()
        for reading in readings
        if reading is not Reading.STATED
    ]
    if words and Reading.STATED in readings:
        words[0] = _PARTLY.say(cited.lang, reading=words[0])
    notes = dict.fromkeys(source.note for source in at_place if source.note)
    return [*words, *map(cited.reading, notes)]
