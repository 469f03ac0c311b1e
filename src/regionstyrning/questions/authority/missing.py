"""What is not known about the right to decide a case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from regionstyrning.model.delegation import Nature
from regionstyrning.questions.authority.wording import title_of
from regionstyrning.text.sentences import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from regionstyrning.model.delegation import Delegation
    from regionstyrning.questions.authority.case import Case
    from regionstyrning.text.sentences import Language

_NOT_HELD = Sentence(
    "Lagen den dagen finns inte här: {title} ({number}) finns från {day}.",
    "The law of that day is not held: {title} ({number}) is held from {day}.",
)
_READ_UNTIL = Sentence(
    "Källorna är lästa till och med {day}; vad som har hänt därefter är inte känt.",
    "The sources are read up to {day}; what has happened since is not known.",
)
_NO_OWNER = Sentence("Ingen källa säger vem {matter} hör till.", "No source says to whom {matter} belongs.")
_DANGLING = Sentence(
    "Delegationen {id} pekar på {other}, som inte finns.",
    "The delegation {id} points at {other}, which does not exist.",
)
_TWO_SOURCES = Sentence(
    "Både en lag och en nämnd ger rätt att besluta i ärendet ({ids}); vilken som går före är öppet.",
    "Both a statute and a nämnd give the right to decide the matter ({ids}); which comes first is open.",
)
_OFFICE = Sentence(
    "Ordningen namnger {office}, som inte är någon befattning i modellen ({id}).",
    "The scheme names {office}, which is no post of the model ({id}).",
)


def missing_of(case: Case, who: str | None, lang: Language = "sv") -> Iterator[str]:
    """
    What is not known.

    Args:
        case: The case.
        who: Whom it was asked about; everyone if None.
        lang: Swedish or English.
    """
    authority = case.authority
    yield from of_the_day(case, lang)
    if authority.owner_on(case.matter, case.on) is None:
        yield _NO_OWNER.say(lang, matter=title_of(authority, case.matter))
    yield from _dangling(case, lang)
    yield from _beside_a_statute(case, lang)
    if who is None:
        yield from _offices(case, lang)


def of_the_day(case: Case, lang: Language = "sv") -> Iterator[str]:
    """What is not known of the day: its law, and what has happened since the sources were read."""
    authority, model = case.authority, case.authority.model
    statute = authority.law.not_held(case.on)
    if statute is not None and statute.held_from is not None:
        day = statute.held_from.isoformat()
        yield _NOT_HELD.say(lang, title=statute.title, number=statute.number, day=day)
    if model.read_until is not None and case.on > model.read_until:
        yield _READ_UNTIL.say(lang, day=model.read_until.isoformat())


def _dangling(case: Case, lang: Language) -> Iterator[str]:
    authority = case.authority
    above = set(authority.matters.above(case.matter))
    known = authority.model.by_id
    for delegation in authority.model.delegations:
        if above.isdisjoint(delegation.matters):
            continue
        others = [
            delegation.giver,
            delegation.builds_on,
            *(each.position or each.organ for each in delegation.receivers),
        ]
        for other in others:
            if other is not None and other not in known:
                yield _DANGLING.say(lang, id=delegation.id, other=other)


def _beside_a_statute(case: Case, lang: Language) -> Iterator[str]:
    near = [each for each in touching(case) if each.nature is Nature.DECISION]
    statutes = [each.id for each in near if each.giver is None and each.statute is not None]
    others = [each.id for each in near if each.giver in case.authority.bodies.organs]
    if statutes and others:
        yield _TWO_SOURCES.say(lang, ids=", ".join(sorted([*statutes, *others])))


def _offices(case: Case, lang: Language) -> Iterator[str]:
    for delegation in touching(case):
        for receiver in delegation.receivers:
            if receiver.office is not None and receiver.position is None and receiver.organ is None:
                yield _OFFICE.say(lang, office=receiver.office, id=delegation.id)


def touching(case: Case) -> Iterator[Delegation]:
    """The delegations that reach the matter and stand on the day."""
    above = case.authority.matters.above(case.matter)
    state = case.moment.state
    for delegation in case.authority.model.delegations:
        days = state.days(delegation)
        if days is None or not days[0] <= case.on <= days[1] or state.stands(delegation) is not None:
            continue
        if not set(above).isdisjoint(delegation.matters) and set(above).isdisjoint(delegation.except_matters):
            yield delegation
