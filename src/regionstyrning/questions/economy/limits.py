"""Limits on what may be reserved and used, and which of them binds."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, ClassVar

from attrs import field, frozen

from regionstyrning.model.records import as_tuple
from regionstyrning.questions.economy.telling import tidy
from regionstyrning.text.numbers import number
from regionstyrning.text.readable import Readable
from regionstyrning.text.sentences import Sentence

if TYPE_CHECKING:
    from regionstyrning.text.sentences import Language

ZERO = Decimal(0)

_NAMES = {
    "result": Sentence("årets resultat över {share}", "the result above {share}"),
    "adjusted": Sentence(
        "resultatet efter balanskravsjusteringar över {share}", "the result after adjustments above {share}"
    ),
    "older": Sentence(
        "resultatet efter balanskravsjusteringar, sedan äldre underskott har återställts, över {share}",
        "the result after adjustments, when older deficits have been restored, above {share}",
    ),
    "ceiling": Sentence("taket {share} för reserven", "the ceiling of {share} on the reserve"),
    "own": Sentence("regionens eget tak {share}", "the region's own ceiling of {share}"),
    "law": Sentence("ingen reserv får fyllas detta år", "no reserve may be filled this year"),
    "reserve": Sentence("det som finns i reserven", "what there is in the reserve"),
    "negative": Sentence("det negativa resultatet, upp till noll", "the negative result, up to zero"),
}

_SHARE = {
    "told": Sentence("{share} procent av skatter och bidrag", "{share} per cent of taxes and grants"),
    # Where equity does not say whether it is one or two per cent, or the result is nothing to take a share of.
    "unknown": Sentence("lagens andel", "the law's share"),
    "counted": Sentence(
        "{share} procent av skatter och bidrag ({mnkr} mnkr)", "{share} per cent of taxes and grants ({mnkr} mnkr)"
    ),
}

_NOTHING_OVER = {
    "result": Sentence("inget av årets resultat är över {share}", "nothing of the result is above {share}"),
    "adjusted": Sentence(
        "inget av resultatet efter balanskravsjusteringar är över {share}",
        "nothing of the result after adjustments is above {share}",
    ),
    "older": Sentence(
        "inget av resultatet efter balanskravsjusteringar är över {share} sedan äldre underskott har återställts",
        "nothing of the result after adjustments is above {share} when older deficits have been restored",
    ),
}

_TOLD = {
    "known": Sentence("Högst {value} mnkr {what}: {binding}.", "At most {value} mnkr {what}: {binding}."),
    "unknown": Sentence(
        "Hur mycket som högst {what} går inte att säga. Inte känt: {limits}.",
        "How much {what} at most cannot be told. Not known: {limits}.",
    ),
    "reserved": Sentence("får reserveras", "may be reserved"),
    "result-used": Sentence("får användas ur resultatreserven", "may be used of the resultatreserv"),
    "equalisation-used": Sentence(
        "får användas ur resultatutjämningsreserven", "may be used of the resultatutjämningsreserv"
    ),
}


@frozen(kw_only=True)
class Limit:
    """
    One of the limits on a reserve (gräns).

    Attributes:
        name: What sets it: result, adjusted, older, ceiling, own, law, reserve, negative.
        value: How much it lets through, in mnkr; None if that is not known.
        statutory: Whether the statute sets it, and not a policy or the region itself.
        share: The share of taxes and grants that it is made with, in percent.
        of_taxes: What that share comes to, in mnkr; None if it is not known.
    """

    name: str
    value: Decimal | None
    statutory: bool = True
    share: Decimal | None = None
    of_taxes: Decimal | None = None

    def title(self, lang: Language = "sv") -> str:
        """What sets it, in words."""
        words = {} if self.share is None else {"share": number(tidy(self.share), lang)}
        if self.of_taxes is not None:
            words["mnkr"] = number(tidy(round(self.of_taxes, 1)), lang)
        share = _SHARE["counted" if self.of_taxes is not None else "told" if words else "unknown"].say(lang, **words)
        names = _NAMES | _NOTHING_OVER if self.value == ZERO else _NAMES
        return names[self.name].say(lang, share=share)


@frozen(kw_only=True)
class Most(Readable):
    """
    How much may be reserved or used at most (högsta belopp).

    Attributes:
        of: What it is: reserved, result-used or equalisation-used.
        limits: The limits, in the order of the law.
        conditions: The region's own conditions, in words, which no number can say.
    """

    _read: ClassVar[str] = "value"

    of: str
    limits: tuple[Limit, ...] = field(converter=as_tuple)
    conditions: tuple[str, ...] = field(default=(), converter=as_tuple)

    @property
    def value(self) -> Decimal | None:
        """The smallest limit; None if one is not known that could be smaller."""
        return _smallest(self.limits)

    @property
    def statutory(self) -> Decimal | None:
        """The smallest of the limits that the statute itself sets."""
        return _smallest(tuple(each for each in self.limits if each.statutory))

    @property
    def binding(self) -> Limit | None:
        """The limit that binds, the first of equals; None if that is not known."""
        value = self.value
        return None if value is None else next(each for each in self.limits if each.value == value)

    def text(self, lang: Language = "sv") -> str:
        """The most, and what binds, in a sentence."""
        what, binding = _TOLD[self.of].say(lang), self.binding
        if binding is None:
            unknown = "; ".join(each.title(lang) for each in self.limits if each.value is None)
            return _TOLD["unknown"].say(lang, what=what, limits=unknown)
        return _TOLD["known"].say(
            lang, value=number(tidy(binding.value or ZERO), lang), what=what, binding=binding.title(lang)
        )

    def to_records(self) -> list[dict[str, Any]]:
        """One row a limit: of, limit, mnkr, statutory, binds."""
        return [
            {
                "of": self.of,
                "limit": each.name,
                "mnkr": each.value,
                "statutory": each.statutory,
                "binds": each is self.binding,
            }
            for each in self.limits
        ]


def _smallest(limits: tuple[Limit, ...]) -> Decimal | None:
    known = [each.value for each in limits if each.value is not None]
    if known and (len(known) == len(limits) or min(known) == ZERO):
        return min(known)
    return None
