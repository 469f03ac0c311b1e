"""The records as one question looks at them: what is part of what, and what stands on the day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from regionstyrning.law import STANDARD, packaged
from regionstyrning.model import (
    DecisionKind,
    Delegation,
    Matter,
    Organ,
    OrganKind,
    Position,
    PositionKind,
    SteeringModel,
    Validity,
)
from regionstyrning.model.statutes import Act, Effect, Provision, Statute
from tests.oracle.said import Question, covers


class Records:
    """A model as one question looks at it."""

    def __init__(self, model: SteeringModel, question: Question) -> None:
        self.model, self.question, self.day = model, question, question.on
        self.organs: dict[str, Organ] = {organ.id: organ for organ in model.organs}
        self.posts: dict[str, Position] = {post.id: post for post in model.positions}
        self.matters: dict[str, Matter] = {matter.id: matter for matter in model.matters}
        self.above = self.upwards(question.matter)
        self.documents = {document.id for document in model.at(question.on).documents}
        self.statutes = (*packaged().statutes, *model.statutes)

    def upwards(self, matter: str) -> list[str]:
        """The matter and the wider ones."""
        found: list[str] = []
        step: str | None = matter
        while step is not None and step not in found and step in self.matters:
            found.append(step)
            step = self.matters[step].part_of
        return found

    def kind(self, id: str | None) -> OrganKind | PositionKind | None:
        """What kind of organ or post it is."""
        if id is None:
            return None
        if id in self.posts:
            return self.posts[id].kind
        return self.organs[id].kind if id in self.organs else None

    def parts(self, organ: str | None) -> list[str]:
        """An organ and what it is part of."""
        found: list[str] = []
        while organ is not None and organ not in found and self.there(organ):
            found.append(organ)
            organ = self.organs[organ].part_of
        return found

    def employer(self, id: str) -> str | None:
        """The legal person that an organ or post belongs to."""
        start = self.posts[id].organ if id in self.posts else id
        persons = [each for each in self.parts(start) if self.kind(each) is OrganKind.LEGAL_PERSON]
        return persons[0] if persons else self.model.legal_person

    def given(self, delegation: Delegation) -> bool:
        """Whether a delegation holds on the day: given by then, not recalled, its document in force."""
        if delegation.document is not None and delegation.document not in self.documents:
            return False
        gave = [each.on for each in self.model.decisions if each.id == delegation.decision]
        if any(on is not None and on > self.day for on in gave):
            return False
        return self.in_time(delegation.id, delegation.validity)

    def stands(self, id: str) -> bool:
        """Whether an organ or post exists on the day, and what a post sits in."""
        if id in self.posts:
            post = self.posts[id]
            seat = self.organs.get(post.organ)
            return self.in_time(id, post.validity) and (seat is None or self.in_time(seat.id, seat.validity))
        return id in self.organs and self.in_time(id, self.organs[id].validity)

    def there(self, organ: str) -> bool:
        """Whether an organ exists on the day."""
        return organ in self.organs and self.in_time(organ, self.organs[organ].validity)

    def in_time(self, id: str, validity: Validity | None) -> bool:
        """Whether decisions up to the day, and its own days, leave a record standing."""
        recalled, last = False, None
        acts = [each for each in self.model.decisions if each.about == id and each.part is None and each.on is not None]
        for act in sorted(acts, key=lambda each: (each.on, each.kind is DecisionKind.RECALLS)):
            if act.on is None or act.on > self.day:
                continue
            if act.kind is DecisionKind.ADOPTS:
                recalled = False
            elif act.kind is DecisionKind.RECALLS:
                recalled = True
            elif act.kind is DecisionKind.PROLONGS and act.until is not None:
                last = act.until if last is None else max(last, act.until)
        if recalled:
            return False
        if covers(validity, self.day) or validity is None:
            return True
        begun = validity.first is None or validity.first <= self.day
        return begun and last is not None and self.day <= last

    def provisions(self, act: Act, effect: Effect) -> Iterator[tuple[Statute, Provision]]:
        """The provisions of the day about an act."""
        for statute in self.statutes:
            if not covers(statute.validity, self.day) or (statute.held_from or date.min) > self.day:
                continue
            for provision in statute.provisions:
                chosen = provision.policy is None or getattr(STANDARD, provision.policy, False) is True
                asked = (provision.act, provision.effect) == (act, effect)
                if asked and chosen and covers(provision.validity, self.day):
                    yield statute, provision

    def held(self) -> bool:
        """Whether kommunallagen is held for the day."""
        act = next(statute for statute in self.statutes if statute.id == "kl")
        return act.held_from is None or act.held_from <= self.day
