"""Who is what, and how a taker stands to a giver."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from attrs import frozen

from regionstyrning.model.organisation import (
    LegalForm,
    Organ,
    OrganKind,
    OwnershipKind,
    Position,
    PositionKind,
)
from regionstyrning.model.statutes import Tie

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from regionstyrning.model.steering_model import SteeringModel

COMMITTEES = frozenset({OrganKind.BOARD, OrganKind.COMMITTEE, OrganKind.JOINT_COMMITTEE})
ELECTED = frozenset({PositionKind.CHAIR, PositionKind.VICE_CHAIR, PositionKind.MEMBER, PositionKind.SUBSTITUTE})
HEADS = frozenset({PositionKind.DIRECTOR, PositionKind.HEAD})
_PUBLIC = frozenset({LegalForm.REGION, LegalForm.MUNICIPALITY, LegalForm.MUNICIPALITY_WITH_REGION})


@frozen(kw_only=True, eq=False, slots=False)
class Bodies:
    """
    The organs and posts of a model, and how they stand to one another.

    Attributes:
        model: The model.
        gone_by: Ids of the organs and memberships that do not hold on the day that is looked at.
    """

    model: SteeringModel
    gone_by: frozenset[str] = frozenset()

    @cached_property
    def organs(self) -> Mapping[str, Organ]:
        """The organs by id."""
        return {organ.id: organ for organ in self.model.organs}

    @cached_property
    def positions(self) -> Mapping[str, Position]:
        """The posts by id."""
        return {position.id: position for position in self.model.positions}

    @cached_property
    def gone(self) -> frozenset[str]:
        """Ids of the organs that a model of a day has left out, since they did not exist then."""
        return frozenset(name.id for name in self.model.names if name.catalogue == "organs")

    @cached_property
    def assemblies(self) -> frozenset[str]:
        """Ids of the organs that are fullmäktige."""
        return frozenset(organ.id for organ in self.model.organs if organ.kind is OrganKind.ASSEMBLY)

    @cached_property
    def committees(self) -> frozenset[str]:
        """Ids of the organs that matters may belong to: styrelse, nämnder and gemensamma nämnder."""
        return frozenset(organ.id for organ in self.model.organs if organ.kind in COMMITTEES)

    @cached_property
    def participants(self) -> Mapping[str, frozenset[str]]:
        """The legal persons that take part in a joint committee, by its id."""
        found: dict[str, set[str]] = {}
        for tie in self.model.ownerships:
            if tie.kind is OwnershipKind.MEMBER and self.gone_by.isdisjoint({tie.id, tie.owner}):
                found.setdefault(tie.owned, set()).add(tie.owner)
        return {id: frozenset(owners) for id, owners in found.items()}

    @cached_property
    def _works_under(self) -> Mapping[str, frozenset[str]]:
        """Ids of the nämnder that each organ serves, or that it is part of as their förvaltning."""
        found = {}
        for organ in self.model.organs:
            wider = self.climb(organ.part_of if organ.kind is OrganKind.ADMINISTRATION else None)
            found[organ.id] = frozenset((*organ.serves, *(each.id for each in wider if each.kind in COMMITTEES)))
        return found

    @cached_property
    def _employers(self) -> dict[str, str | None]:
        return {}

    @cached_property
    def _ties(self) -> dict[tuple[str, str], frozenset[Tie]]:
        return {}

    @cached_property
    def _heads(self) -> dict[tuple[str, str], bool | None]:
        return {}

    def body(self, id: str) -> Organ | Position | None:
        """The organ or post with an id, or None."""
        return self.positions.get(id) or self.organs.get(id)

    def kind(self, id: str) -> OrganKind | PositionKind | None:
        """What kind of organ or post it is."""
        found = self.body(id)
        return None if found is None else found.kind

    def climb(self, organ: str | None) -> Iterator[Organ]:
        """The organ itself and what it is part of, upwards."""
        met: set[str] = set()
        while organ is not None and organ not in met and organ in self.organs and organ not in self.gone_by:
            met.add(organ)
            yield self.organs[organ]
            organ = self.organs[organ].part_of

    def employer(self, id: str) -> str | None:
        """Id of the legal person that an organ or post belongs to; the model's own if none is named."""
        if id not in self._employers:
            position = self.positions.get(id)
            above = self.climb(position.organ if position is not None else id)
            persons = (organ.id for organ in above if organ.kind is OrganKind.LEGAL_PERSON)
            self._employers[id] = next(persons, self.model.legal_person)
        return self._employers[id]

    def ties(self, giver: str, taker: str) -> frozenset[Tie]:
        """How a taker stands to the organ that gives."""
        if (giver, taker) not in self._ties:
            self._ties[giver, taker] = self._found_ties(giver, taker)
        return self._ties[giver, taker]

    def _found_ties(self, giver: str, taker: str) -> frozenset[Tie]:
        found: set[Tie] = set()
        position = self.positions.get(taker)
        if position is None:
            if any(organ.id == giver for organ in self.climb(taker)):
                found.add(Tie.WITHIN)
        elif position.kind in ELECTED:
            if any(organ.id == giver for organ in self.climb(position.organ)):
                found.add(Tie.WITHIN)
        elif position.kind is not PositionKind.AUDITOR:
            found.add(self._employment(giver, taker))
        return frozenset(found)

    def heads_in_field(self, position: str, committee: str) -> bool | None:
        """
        Whether a post is förvaltningschef within a nämnd's field: of a förvaltning that serves it or is part of it.

        Returns:
            None where no förvaltning of the post says which nämnder it works under.
        """
        if (position, committee) not in self._heads:
            self._heads[position, committee] = self._leads_in_field(position, committee)
        return self._heads[position, committee]

    def _leads_in_field(self, position: str, committee: str) -> bool | None:
        post = self.positions.get(position)
        if post is None or post.kind not in HEADS:
            return False
        if self.employer(position) != self.employer(committee):
            return False
        led = [self.organs[id] for id in (*post.heads, post.organ) if id in self.organs and id not in self.gone_by]
        if any(committee in self._works_under[organ.id] for organ in led):
            return True
        if post.kind is PositionKind.DIRECTOR and self.kind(committee) is OrganKind.BOARD:
            return True
        there = (organ for organ in self.model.organs if organ.id not in self.gone_by)
        told = any(self._works_under[organ.id] for organ in led) or any(
            committee in self._works_under[organ.id] for organ in there
        )
        return False if told else None

    def _employment(self, giver: str, taker: str) -> Tie:
        own, employer = self.employer(giver), self.employer(taker)
        if employer == own:
            return Tie.EMPLOYED
        if employer in self.participants.get(giver, ()):
            return Tie.PARTICIPANT
        form = None if employer is None else self.organs[employer].legal_form
        return Tie.AGREEMENT if form in _PUBLIC else Tie.OUTSIDE
