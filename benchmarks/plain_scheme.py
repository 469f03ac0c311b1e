"""What plain loops over a scheme of delegation look up."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from benchmarks.flawed_scheme import BARRED
from regionstyrning.model import Delegation, Matter, Nature, OrganKind, PositionKind, SteeringModel

COMMITTEES = {OrganKind.BOARD, OrganKind.COMMITTEE, OrganKind.JOINT_COMMITTEE}


class Plain:
    """What the loops look up: dicts made once, before the first of them."""

    def __init__(self, model: SteeringModel) -> None:
        self.rows = model.delegations
        self.decisions = [row for row in model.delegations if row.nature is Nature.DECISION]
        self.by_id = {row.id: row for row in self.decisions}
        self.organs = {organ.id: organ for organ in model.organs}
        self.posts = {post.id: post for post in model.positions}
        self.kinds: dict[str, OrganKind | PositionKind] = {organ.id: organ.kind for organ in model.organs}
        self.kinds |= {post.id: post.kind for post in model.positions}
        self.committees = {organ.id for organ in model.organs if organ.kind in COMMITTEES}
        matters = {matter.id: matter for matter in model.matters}
        self.above = {id: tuple(_upwards(matters, id)) for id in matters}
        self.owner = {id: matters[above[-1]].owner for id, above in self.above.items()}
        stated = {id: {trait.id for trait in matter.traits if trait.holds} for id, matter in matters.items()}
        self.stated = {id: set().union(*(stated[each] for each in above)) for id, above in self.above.items()}
        self.parts: dict[str, list[str]] = {}
        for id, above in self.above.items():
            for wider in above[1:] if BARRED in stated[id] else ():
                self.parts.setdefault(wider, []).append(id)
        self.tops = {id: {each for each, owner in self.owner.items() if owner == id} for id in self.committees}
        self.tops = {id: {each for each in owned if len(self.above[each]) == 1} for id, owned in self.tops.items()}
        self.received: dict[tuple[str, str], list[Delegation]] = {}
        for row in self.decisions:
            for receiver in row.receivers:
                for matter in row.matters if receiver.position is not None else ():
                    self.received.setdefault((receiver.position or "", matter), []).append(row)

    def bases(self, row: Delegation) -> list[Delegation]:
        """What a post passes on, by what the row says or by what it has received."""
        if row.builds_on is not None:
            return [self.by_id[row.builds_on]]
        if row.giver not in self.posts:
            return []
        return [
            base
            for matter in row.matters
            for wider in self.above[matter]
            for base in self.received.get((row.giver, wider), ())
            if base is not row
        ]

    def committee(self, row: Delegation) -> str | None:
        """On whose behalf it is decided."""
        if row.giver in self.committees:
            return row.giver
        bases = self.bases(row) if row.giver in self.posts else []
        return bases[0].giver if bases and bases[0].giver in self.committees else None

    def exceeds(self, row: Delegation, base: Delegation) -> bool:
        """Whether a row is wider than what it builds on, by limit, last day or matter."""
        if row.limits and base.limits:
            own, most = min(each.value for each in row.limits), min(each.value for each in base.limits)
            if own > most:
                return True
        own_days, days = row.validity, base.validity
        if own_days is not None and days is not None and (own_days.last or date.max) > (days.last or date.max):
            return True
        for matter in row.matters:
            within = any(each in self.above[matter] for each in base.matters)
            if not within and any(matter in self.above[each] for each in base.matters):
                return True
        return False

    def meets(self, row: Delegation, base: Delegation) -> bool:
        """Whether a row has any matter of what it builds on."""
        return any(
            one in self.above[other] or other in self.above[one] for one in row.matters for other in base.matters
        )

    def heads(self, post: str, committee: str) -> bool:
        """Whether a post leads a förvaltning under a nämnd."""
        if self.kinds[post] not in {PositionKind.HEAD, PositionKind.DIRECTOR}:
            return False
        return any(committee in self.organs[each].serves for each in self.posts[post].heads)


def _upwards(matters: dict[str, Matter], id: str | None) -> Iterator[str]:
    while id is not None:
        yield id
        id = matters[id].part_of


def takers(row: Delegation) -> Iterator[str]:
    """Ids of the posts and organs that receive."""
    for receiver in row.receivers:
        taker = receiver.position or receiver.organ
        if taker is not None:
            yield taker
