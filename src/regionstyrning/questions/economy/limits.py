"""What may be reserved and used at most, and which limit binds."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING, Any, ClassVar

from attrs import field, frozen

from regionstyrning.model.geh import ReserveKind
from regionstyrning.model.records import as_tuple
from regionstyrning.questions.economy.balance import (
    deficit,
    over_share,
    room_under_ceiling,
    share_free_of_reserving,
)
from regionstyrning.questions.economy.layout import EQUALISATION_USED, EQUITY, GRANTS, PENSIONS, RESERVED, TAXES, USED
from regionstyrning.questions.economy.numbers import DECIMALS
from regionstyrning.questions.economy.telling import tidy
from regionstyrning.questions.economy.year_law import EQUALISATION, RESULT_RESERVE
from regionstyrning.text.numbers import number
from regionstyrning.text.readable import Readable
from regionstyrning.text.sentences import Sentence

if TYPE_CHECKING:
    from regionstyrning.model.structure import Structure
    from regionstyrning.questions.economy.accounts import Accounts
    from regionstyrning.questions.economy.computed import Computed
    from regionstyrning.questions.economy.year_law import YearLaw
    from regionstyrning.text.sentences import Language

ZERO = Decimal(0)
KIND_OF = {RESULT_RESERVE: ReserveKind.RESULT, EQUALISATION: ReserveKind.EQUALISATION}

_NAMES = {
    "result": Sentence("årets resultat över {share} procent", "the result above {share} per cent"),
    "adjusted": Sentence(
        "resultatet efter balanskravsjusteringar över {share} procent",
        "the result after adjustments above {share} per cent",
    ),
    "older": Sentence(
        "resultatet efter balanskravsjusteringar, sedan äldre underskott har återställts, över {share} procent",
        "the result after adjustments, when older deficits have been restored, above {share} per cent",
    ),
    "ceiling": Sentence("taket {share} procent för reserven", "the ceiling of {share} per cent on the reserve"),
    "own": Sentence("regionens eget tak {share} procent", "the region's own ceiling of {share} per cent"),
    "law": Sentence("ingen reserv får fyllas detta år", "no reserve may be filled this year"),
    "reserve": Sentence("det som finns i reserven", "what there is in the reserve"),
    "negative": Sentence("det negativa resultatet, upp till noll", "the negative result, up to zero"),
}

_WITHOUT_SHARE = {
    "result": Sentence("årets resultat över lagens andel", "the result above the law's share"),
    "adjusted": Sentence(
        "resultatet efter balanskravsjusteringar över lagens andel",
        "the result after adjustments above the law's share",
    ),
    "older": Sentence(
        "resultatet efter balanskravsjusteringar, sedan äldre underskott har återställts, över lagens andel",
        "the result after adjustments, when older deficits have been restored, above the law's share",
    ),
}
"""Where equity does not say whether the share is one or two per cent, or the result is nothing to take a share of."""

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
    """

    name: str
    value: Decimal | None
    statutory: bool = True
    share: Decimal | None = None

    def title(self, lang: Language = "sv") -> str:
        """What sets it, in words."""
        if self.share is None:
            return _WITHOUT_SHARE.get(self.name, _NAMES[self.name]).say(lang)
        return _NAMES[self.name].say(lang, share=number(tidy(self.share), lang))


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


def most_reserved(  # noqa: PLR0913 - each sets a limit
    law: YearLaw,
    view: Accounts,
    done: Computed,
    *,
    before: Accounts,
    older: Decimal | None,
    structure: Structure | None = None,
) -> Most:
    """
    What may be reserved at most for a year.

    Args:
        law: The rules of the fiscal year.
        view: The accounts of the year.
        done: Its results.
        before: The accounts of the year before, for the reserve that there was.
        older: What is left of older deficits to restore in the year, less what was waived during it;
            None if that is not certain.
        structure: The region's structure, with its own ceiling.
    """
    if law.fills is None or law.usual is None or law.if_negative is None:
        return Most(of="reserved", limits=[Limit(name="law", value=ZERO)])
    own = _own(structure, law.fills)
    taxes, share = _taxes(view), _share(law, view, before)
    reserve = reserve_before(law, view, done, before, law.fills)
    older = older if law.policies.restore_before_reserving else ZERO
    results = (done.result, done.adjusted.value)
    limits = [
        Limit(name="result", value=_over(results[0], taxes, share), share=share),
        Limit(name="adjusted", value=_over(results[1], taxes, share), share=share),
    ]
    if older != ZERO:
        left = None if results[1] is None or older is None else results[1] - older
        limits.append(Limit(name="older", value=_over(left, taxes, share), statutory=False, share=share))
    ceilings = (("ceiling", law.ceiling), ("own", None if own is None else own[0]))
    for name, ceiling in ceilings:
        if ceiling is not None:
            room = None if taxes is None or reserve is None else _room(taxes, ceiling, reserve)
            limits.append(Limit(name=name, value=room, statutory=name == "ceiling", share=ceiling))
    return Most(of="reserved", limits=limits, conditions=[] if own is None else filter(None, own[1:2]))


def most_uses(
    law: YearLaw, view: Accounts, done: Computed, *, before: Accounts, structure: Structure | None = None
) -> Iterator[Most]:
    """
    What may be used at most of each reserve of a year, the older kind first since its time runs out.

    Args:
        law: The rules of the fiscal year.
        view: The accounts of the year.
        done: Its results.
        before: The accounts of the year before, for the reserve that there was.
        structure: The region's structure, with its own conditions.
    """
    policies, used = law.policies, ZERO
    kinds = (
        ("equalisation-used", EQUALISATION_USED, EQUALISATION, policies.equalisation_reserve_only_to_zero),
        ("result-used", USED, RESULT_RESERVE, policies.result_reserve_only_to_zero),
    )
    for of, line, reserve, only_to_zero in kinds:
        if not law.counts(line) or (reserve == RESULT_RESERVE and law.fills != reserve):
            continue
        limits = [Limit(name="reserve", value=reserve_before(law, view, done, before, reserve))]
        if only_to_zero:
            adjusted = done.adjusted.value
            gap = None if adjusted is None else deficit(DECIMALS, adjusted + used)
            limits.append(Limit(name="negative", value=gap, statutory=False))
        own = _own(structure, reserve)
        yield Most(of=of, limits=limits, conditions=[] if own is None else filter(None, own[2:]))
        used += done.counted.get(EQUALISATION_USED, ZERO)


def reserve_before(law: YearLaw, view: Accounts, done: Computed, before: Accounts, reserve: str) -> Decimal | None:
    """
    What there was in a reserve when the year began.

    Args:
        law: The rules of the fiscal year.
        view: The accounts of the year.
        done: Its results.
        before: The accounts of the year before.
        reserve: The reserve, by its line of the balance sheet.

    Returns:
        As printed at the end of the year before, or else by this year's end and what was moved;
        None if neither is known.
    """
    printed = before.value(reserve)
    if printed is not None:
        return printed
    after = view.value(reserve)
    if after is None:
        return None
    older = reserve == EQUALISATION and law.fills != reserve
    lines: tuple[str, ...] = (EQUALISATION_USED,) if older else (RESERVED, USED)
    if law.fills == EQUALISATION:
        lines = (RESERVED, USED, EQUALISATION_USED)
    return after + sum((done.counted.get(line, ZERO) for line in lines), ZERO)


def _smallest(limits: tuple[Limit, ...]) -> Decimal | None:
    known = [each.value for each in limits if each.value is not None]
    if known and (len(known) == len(limits) or min(known) == ZERO):
        return min(known)
    return None


def _taxes(view: Accounts) -> Decimal | None:
    taxes, grants = view.value(TAXES), view.value(GRANTS)
    return None if taxes is None or grants is None else taxes + grants


def _share(law: YearLaw, view: Accounts, before: Accounts) -> Decimal | None:
    """One or two per cent; None if the equity that decides is not known."""
    seen = view if law.policies.equity_of_the_same_year else before
    equity, pensions = seen.value(EQUITY), seen.value(PENSIONS)
    if equity is None or pensions is None or law.usual is None or law.if_negative is None:
        return None
    return share_free_of_reserving(DECIMALS, equity - pensions, usual=law.usual, if_negative=law.if_negative)


def _over(result: Decimal | None, taxes: Decimal | None, share: Decimal | None) -> Decimal | None:
    if result is not None and result <= ZERO:
        return ZERO
    if result is None or taxes is None or share is None:
        return None
    return over_share(DECIMALS, result, taxes=taxes, share=share)


def _room(taxes: Decimal, ceiling: Decimal, reserve: Decimal) -> Decimal:
    return room_under_ceiling(DECIMALS, taxes=taxes, ceiling=ceiling, reserve=reserve)


def _own(structure: Structure | None, reserve: str) -> tuple[Decimal | None, str | None, str | None] | None:
    """The region's own ceiling and conditions for a reserve."""
    kept = () if structure is None else structure.reserves
    found = (each for each in kept if each.kind is KIND_OF[reserve])
    return next(((each.limit_percent, each.filled, each.used) for each in found), None)
