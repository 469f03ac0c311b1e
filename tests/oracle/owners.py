"""Whose matter it is, also while a krisledningsnämnd has it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from regionstyrning.model import DecisionKind, OrganKind
from regionstyrning.model.statutes import Act, Effect
from tests.oracle.facts import Facts
from tests.oracle.records import Records
from tests.oracle.said import Chain, Met, some

COMMITTEES = {OrganKind.BOARD, OrganKind.COMMITTEE, OrganKind.JOINT_COMMITTEE}


class Owners(Records):
    """Who has a matter."""

    def is_owned(self, chain: Chain, case: Facts) -> Met:
        """Whether the organ where the chain begins has the matter, and no krisledningsnämnd has taken it over."""
        taken = self.taken_over_by()
        if taken is not None:
            bodies = [chain.origin, *(link.taker for link in chain.links)]
            if any(self.kind(id) in COMMITTEES and id != taken for id in bodies):
                return False
        if chain.origin is None:
            return True
        owner = taken or self.owner()
        if self.kind(chain.origin) is OrganKind.ASSEMBLY:
            return bool(chain.links) or owner == chain.origin or some(self.reserved_for_assembly(case))
        if owner is not None:
            return owner == chain.origin
        belongs = case.holds(f"tillhor:{chain.origin}")  # asked of nämnder only, for no other organ has matters
        return belongs if isinstance(belongs, bool) else self.kind(chain.origin) in COMMITTEES and belongs

    def owner(self) -> str | None:
        """The organ that the nearest matter names."""
        owners = (self.matters[id].owner for id in self.above)
        return next((owner for owner in owners if owner is not None), None)

    def reserved_for_assembly(self, case: Facts) -> Iterator[Met]:
        """Whether a statute lets nobody but fullmäktige decide."""
        for _, provision in self.provisions(Act.DECIDE, Effect.RESERVES):
            if OrganKind.ASSEMBLY in provision.organ_kinds:
                yield case.stand(provision)

    def taken_over_by(self) -> str | None:
        """The krisledningsnämnd that has taken the matter over on the day."""
        for act in self.model.decisions:
            if act.kind is not DecisionKind.TAKES_OVER or act.on is None or act.matter not in self.above:
                continue
            crisis = self.organs.get(act.by)
            if crisis is None or "krisledning" not in crisis.tasks or not self.in_function(crisis.id, act.on):
                continue
            ends = [act.until] if act.until is not None else []
            for other in self.model.decisions:
                back = other.kind is DecisionKind.HANDS_OVER and (other.by, other.matter) == (act.by, act.matter)
                over = other.kind is DecisionKind.LEAVES_FUNCTION and self.ends(crisis.id, other.about, other.by)
                if (back or over) and other.on is not None and other.on > act.on:
                    ends.append(other.on - timedelta(days=1))
            if act.on <= self.day and all(self.day <= end for end in ends):
                return crisis.id
        return None

    def in_function(self, crisis: str, day: date) -> bool:
        """Whether it has entered into function by the day and its activity has not ended."""
        acts: list[tuple[date, bool]] = []
        for act in self.model.decisions:
            if act.on is None or act.on > day or act.about != crisis:
                continue
            post = self.posts.get(act.by)
            chairs = post is not None and post.organ == crisis
            if act.kind is DecisionKind.ENTERS_FUNCTION and (act.by == crisis or chairs):
                acts.append((act.on, True))
            if act.kind is DecisionKind.LEAVES_FUNCTION and self.ends(crisis, act.about, act.by):
                acts.append((act.on, False))
        return bool(acts) and max(acts)[1]

    def ends(self, crisis: str, about: str | None, by: str) -> bool:
        """Whether a decision ends its activity: its own, the styrelse's or fullmäktige's."""
        return about == crisis and (by == crisis or self.kind(by) in {OrganKind.ASSEMBLY, OrganKind.BOARD})
