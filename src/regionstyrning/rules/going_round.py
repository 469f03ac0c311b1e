"""Whether links lead back to where they begin: the family *references*, its second part."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from regionstyrning.model.findings import Severity
from regionstyrning.questions.rounds import rounds
from regionstyrning.questions.threads import serves, title_of
from regionstyrning.rules.rule import Held, Hit, Rule, rule
from regionstyrning.text.sentences import Sentence

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from regionstyrning.model.steering_model import SteeringModel

OWN = "Bibliotekets läsning: det som en modell hänvisar till ska gå att slå upp."


@rule(
    "references.organisation-does-not-go-round",
    severity=Severity.ERROR,
    lawful=True,
    source=OWN,
    sentence=Sentence("Organisationen går runt: {titles}.", "The organisation goes round: {titles}."),
    mending=Sentence("Ta bort en av länkarna i varvet.", "Remove one link of the round."),
)
def organisation_does_not_go_round(held: Held) -> Iterator[Hit]:
    """No organ may be part of itself, and no post its own superior."""
    yield from _rounds(held.model, {organ.id: _some(organ.part_of) for organ in held.model.organs})
    yield from _rounds(held.model, {post.id: _some(post.superior) for post in held.model.positions})


@rule(
    "references.goals-do-not-go-round",
    severity=Severity.ERROR,
    lawful=True,
    source=OWN,
    sentence=Sentence("Målen går runt: {titles}.", "The goals go round: {titles}."),
    mending=Sentence("Ta bort en av länkarna i varvet.", "Remove one link of the round."),
)
def goals_do_not_go_round(held: Held) -> Iterator[Hit]:
    """No goal may contribute to itself, by any number of links, nor continue itself."""
    ups = held.threads.up.items()
    yield from _rounds(held.model, {id: {link.upper for link in links if serves(link)} for id, links in ups})
    yield from _rounds(held.model, {goal.id: goal.continues for goal in held.model.goals})


@rule(
    "references.documents-do-not-go-round",
    severity=Severity.ERROR,
    lawful=True,
    source=OWN,
    sentence=Sentence("Dokumenten går runt: {titles}.", "The documents go round: {titles}."),
    mending=Sentence("Ta bort en av länkarna i varvet.", "Remove one link of the round."),
)
def documents_do_not_go_round(held: Held) -> Iterator[Hit]:
    """No document may be based on, replace, amend or be part of itself, by any number of links."""
    documents = held.model.documents
    for tie in ("based_on", "replaces", "amends", "supplements", "outranks"):
        yield from _rounds(held.model, {document.id: getattr(document, tie) for document in documents})
    yield from _rounds(held.model, {document.id: _some(document.part_of) for document in documents})


@rule(
    "references.delegation-does-not-go-round",
    severity=Severity.ERROR,
    lawful=True,
    source=OWN,
    sentence=Sentence("Delegationen går runt: {titles}.", "The delegation goes round: {titles}."),
    mending=Sentence("Ta bort en av länkarna i varvet.", "Remove one link of the round."),
)
def delegation_does_not_go_round(held: Held) -> Iterator[Hit]:
    """No matter may be part of itself, and no delegation hand itself on."""
    yield from _rounds(held.model, {matter.id: _some(matter.part_of) for matter in held.model.matters})
    yield from _rounds(held.model, {each.id: _some(each.builds_on) for each in held.model.delegations})


def _some(id: str | None) -> tuple[str, ...]:
    return () if id is None else (id,)


def _rounds(model: SteeringModel, links: Mapping[str, Collection[str]]) -> Iterator[Hit]:
    for found in rounds(links):
        titles = " → ".join(title_of(model, id) for id in (*found, found[0]))
        yield Hit(found, {"titles": titles})


RULES: tuple[Rule, ...] = (
    organisation_does_not_go_round,
    goals_do_not_go_round,
    documents_do_not_go_round,
    delegation_does_not_go_round,
)
