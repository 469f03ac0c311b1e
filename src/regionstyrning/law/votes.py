"""How many must be there for a body to decide, and how many must ask for a matter to wait."""

from __future__ import annotations

from decimal import Decimal
from enum import Enum
from typing import TYPE_CHECKING, Any, ClassVar

from attrs import field, frozen

from regionstyrning.errors import InvalidValue
from regionstyrning.model.organisation import OrganKind
from regionstyrning.model.records import as_tuple
from regionstyrning.text.readable import Readable
from regionstyrning.text.sentences import Sentence, listed

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from regionstyrning.law.held import Law, LawRule
    from regionstyrning.text.sentences import Language

_BODIES = frozenset({OrganKind.BOARD, OrganKind.COMMITTEE, OrganKind.JOINT_COMMITTEE})
_WAR = {OrganKind.ASSEMBLY: "f88/6", **dict.fromkeys(_BODIES, "f88/8")}
_PEACE = {OrganKind.ASSEMBLY: "kl/5-45", **dict.fromkeys(_BODIES, "kl/6-27")}
_JAV = "kl/5-46"
_QUORUM, _LEAST, _MORE, _MOST = "beslutför", "minst", "fler än", "högst"

_QUORATE = {
    None: Sentence(
        "{least} av {seats} ledamöter ska vara närvarande ({law}).",
        "{least} of {seats} members must be present ({law}).",
    ),
    True: Sentence(
        "Beslutfört: {counted} räknas, och det krävs {least} av {seats} ledamöter ({law}).",
        "It has a quorum: {counted} count, and {least} of {seats} members are required ({law}).",
    ),
    False: Sentence(
        "Inte beslutfört: {counted} räknas, men det krävs {least} av {seats} ledamöter ({law}).",
        "It has no quorum: {counted} count, but {least} of {seats} members are required ({law}).",
    ),
}
_VOTES = Sentence(
    "Det krävs {least} av {present} närvarande ({law}).", "It takes {least} of {present} present ({law})."
)


class Wish(Enum):
    """What those present may want of a matter (yrkande)."""

    TABLE = "bordlägga"
    RETURN = "återremittera"
    EXTRA_ELECTION = "besluta om extra val"


@frozen(kw_only=True, eq=False)
class Quorum(Readable):
    """
    Whether a body may decide (beslutför).

    Attributes:
        seats: How many members it has.
        least: How many must be present.
        counted: How many count as present; None if that was not asked.
        rules: The provisions.
    """

    _read: ClassVar[str] = "quorate"

    seats: int
    least: int
    counted: int | None
    rules: tuple[LawRule, ...] = field(converter=as_tuple)

    @property
    def quorate(self) -> bool | None:
        """Whether enough are present; None if that was not asked."""
        return None if self.counted is None else self.counted >= self.least

    def text(self, lang: Language = "sv") -> str:
        """Say it in one sentence, with the paragraphs."""
        words = {"least": self.least, "seats": self.seats, "counted": self.counted}
        return _QUORATE[self.quorate].say(lang, law=_cited(self.rules, lang), **words)

    def to_records(self) -> list[dict[str, Any]]:
        """One row: seats, least, counted, quorate, law."""
        laws = [rule.cited for rule in self.rules]
        words = {"seats": self.seats, "least": self.least, "counted": self.counted}
        return [{**words, "quorate": self.quorate, "law": laws}]


@frozen(kw_only=True, eq=False)
class Votes(Readable):
    """
    How many of those present must want something (röster som krävs).

    Attributes:
        wish: What they want.
        present: How many are present; a simple majority is counted as if all of them vote.
        least: How many it takes.
        rules: The provisions; for an extra election also that the matter is tabled the first time.
    """

    _read: ClassVar[str] = "least"

    wish: Wish
    present: int
    least: int
    rules: tuple[LawRule, ...] = field(converter=as_tuple)

    def text(self, lang: Language = "sv") -> str:
        """Say it in one sentence, with the paragraphs, and what else the law asks."""
        told = _VOTES.say(lang, least=self.least, present=self.present, law=_cited(self.rules[:1], lang))
        more = (f"{rule.provision.title.rstrip('.')} ({rule.cited})." for rule in self.rules[1:])
        return " ".join((told, *more))

    def to_records(self) -> list[dict[str, Any]]:
        """One row: wish, present, least, law."""
        laws = [rule.cited for rule in self.rules]
        return [{"wish": self.wish.value, "present": self.present, "least": self.least, "law": laws}]


def quorum(  # noqa: PLR0913 - what the number hangs on
    law: Law, body: OrganKind, seats: int, *, on: date, present: int | None = None, disqualified: int = 0
) -> Quorum | None:
    """
    How many members of a body must be present for it to decide.

    Args:
        law: The law to answer by.
        body: Fullmäktige, styrelsen, a nämnd or a gemensam nämnd.
        seats: How many members it has.
        on: The day.
        present: How many of them are present.
        disqualified: How many of those are jäviga: they do not count in a nämnd, but in fullmäktige they do.

    Returns:
        None for a body that the law says nothing of, and where the law of the day is not held.

    Raises:
        InvalidValue: for a body without seats, more present than it has, or more jäviga than are present.

    Source:
        KL 5:45–46, 6:27; lag (1988:97) 6 and 8 §§ where the setting ``wartime_procedure`` is on.
    """
    _check("seats", seats, 1)
    _check("disqualified", disqualified, 0)
    if present is not None:
        _check("present", present, disqualified, seats)
    rule = next((law.rules[each[body]] for each in (_WAR, _PEACE) if each.get(body) in law.rules), None)
    share = None if rule is None else _share(rule, _QUORUM, on)
    if rule is None or share is None:
        return None
    least = max(seats * share[0] // share[1] + 1, int(rule.number("minst närvarande", on) or 0))
    assembly = body is OrganKind.ASSEMBLY
    rules = [rule, law.rule(_JAV)] if assembly and disqualified else [rule]
    counted = None if present is None else present - (0 if assembly else disqualified)
    return Quorum(seats=seats, least=least, counted=counted, rules=rules)


def votes_needed(  # noqa: PLR0913 - what the number hangs on
    law: Law, body: OrganKind, wish: Wish, present: int, *, on: date, again: bool = False, election: bool = False
) -> Votes | None:
    """
    How many of those present it takes to put a matter off, or to hold an extra election.

    Args:
        law: The law to answer by.
        body: Fullmäktige, styrelsen, a nämnd or a gemensam nämnd.
        wish: What is wanted.
        present: How many are present.
        on: The day.
        again: Whether the matter was already put off because a minority asked for it.
        election: Whether the matter is an election.

    Returns:
        None for what the law says nothing of, such as returning a matter in a nämnd, and where the
        law of the day is not held.

    Raises:
        InvalidValue: if nobody is present.

    Source:
        KL 5:10, 5:50, 6:33.
    """
    _check("present", present, 1)
    rules = tuple(law.rule(id) for id in _ids(body, wish, by_majority=again or election))
    if not rules:
        return None
    at_least, more = (_share(rules[0], name, on) for name in (_LEAST, _MORE))
    if at_least is not None:
        return Votes(wish=wish, present=present, least=-(-present * at_least[0] // at_least[1]), rules=rules)
    if more is None:
        return None
    return Votes(wish=wish, present=present, least=present * more[0] // more[1] + 1, rules=rules)


def most_substitutes(law: Law, seats: int, *, on: date) -> Decimal | None:
    """
    The most substitutes that a party's seats in fullmäktige may have; how a half is rounded is not held.

    Args:
        law: The law to answer by.
        seats: The party's seats.
        on: The day.

    Returns:
        None if the law of the day is not held.

    Source:
        KL 5:8.
    """
    share = _share(law.rule("kl/5-8"), _MOST, on)
    return None if share is None else Decimal(seats * share[0]) / share[1]


def _check(name: str, value: int, least: int, most: int | None = None) -> None:
    """
    Check a number of members.

    Raises:
        InvalidValue: if there are fewer or more than can be.
    """
    if value < least or (most is not None and value > most):
        span = f"{least} or more" if most is None else f"{least} to {most}"
        message = f"expected {name} of {span}, found {value!r}"
        raise InvalidValue(name, message)


def _ids(body: OrganKind, wish: Wish, *, by_majority: bool) -> tuple[str, ...]:
    if body is OrganKind.ASSEMBLY:
        if wish is Wish.EXTRA_ELECTION:
            return ("kl/5-10", "kl/5-50-extra-val")
        return ("kl/5-50-majoritet",) if by_majority else ("kl/5-50",)
    return ("kl/6-33",) if body in _BODIES and wish is Wish.TABLE else ()


def _share(rule: LawRule, name: str, on: date) -> tuple[int, int] | None:
    """A share that a provision sets, as what it is of and by what it is divided."""
    over, under = (rule.number(f"{name}, {part}", on) for part in ("täljare", "nämnare"))
    return None if over is None or under is None else (int(over), int(under))


def _cited(rules: Iterable[LawRule], lang: Language) -> str:
    return listed((rule.cited for rule in rules), lang)
