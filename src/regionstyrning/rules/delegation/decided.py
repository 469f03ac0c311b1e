"""Whether recorded decisions were taken within the right that they name."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from regionstyrning.law import law_for, mandate_period
from regionstyrning.model.delegation import Delegation, LimitUnit
from regionstyrning.model.documents import Decision, DecisionKind
from regionstyrning.model.findings import Severity
from regionstyrning.model.organisation import LegalForm, Organ, OrganKind, Ownership
from regionstyrning.questions.threads import title_of
from regionstyrning.rules.delegation.links import links_of
from regionstyrning.rules.rule import Held, Hit, Rule, rule
from regionstyrning.text.sentences import Sentence

if TYPE_CHECKING:
    from regionstyrning.rules.delegation.links import Links

LAW = "KL 13 kap. 8 § första stycket 3 p: ett beslut av någon utan rätt kan upphävas."
MILLION = 1_000_000


@rule(
    "delegation.who-decides-is-the-delegate",
    severity=Severity.ERROR,
    lawful=True,
    source=LAW,
    each="decisions",
    sentence=Sentence(
        "{decision}: {by} beslutade, men {title} gäller {takers}.",
        "{decision}: {by} decided, but {title} is for others ({takers}).",
    ),
    mending=Sentence(
        "Rätta beslutet, eller vilken delegering det vilar på.", "Correct the decision or its delegation."
    ),
)
def who_decides_is_the_delegate(decision: Decision, held: Held) -> Iterator[Hit]:
    """A decision on delegation must be taken by the delegate or a deputy."""
    delegation = _delegation(decision, held)
    if delegation is not None:
        links = links_of(held)
        takers = [each.position or each.organ or each.office or "" for each in delegation.receivers]
        if decision.by not in {*takers, *_instead(links, delegation)}:
            titles = ", ".join(title_of(held.model, taker) for taker in takers)
            words = _words(held, decision, delegation) | {"by": title_of(held.model, decision.by), "takers": titles}
            yield Hit((decision.id, delegation.id), words)


@rule(
    "delegation.what-is-decided-is-delegated",
    severity=Severity.ERROR,
    lawful=True,
    source=LAW,
    each="decisions",
    sentence=Sentence(
        "{decision} gäller {matter}, som {title} inte omfattar.", "{decision} is about {matter}, outside {title}."
    ),
    mending=Sentence("Rätta beslutets ärende eller delegering.", "Correct its matter or delegation."),
)
def what_is_decided_is_delegated(decision: Decision, held: Held) -> Iterator[Hit]:
    """A decision on delegation must be about a matter that was delegated."""
    delegation = _delegation(decision, held)
    matters = links_of(held).authority.matters if delegation is not None else None
    if delegation is not None and matters is not None and decision.matter in matters.by_id:
        above = set(matters.above(decision.matter or ""))
        if above.isdisjoint(delegation.matters) or not above.isdisjoint(delegation.except_matters):
            words = _words(held, decision, delegation) | {"matter": title_of(held.model, decision.matter or "")}
            yield Hit((decision.id, delegation.id), words)


@rule(
    "delegation.the-amount-is-within-the-limit",
    severity=Severity.ERROR,
    lawful=True,
    source=LAW,
    each="decisions",
    sentence=Sentence(
        "{decision} gäller {amount} mnkr, över gränsen {limit} mnkr i {title}.",
        "{decision} is about {amount} mnkr, above the limit of {limit} mnkr in {title}.",
    ),
    mending=Sentence("Lyft beslutet till den som får fatta det.", "Take it to someone who may decide it."),
)
def the_amount_is_within_the_limit(decision: Decision, held: Held) -> Iterator[Hit]:
    """A decision on delegation must keep to the limit of the whole chain."""
    delegation = _delegation(decision, held)
    if delegation is None or decision.amount_mnkr is None:
        return
    for by, limit in _limits(held, delegation):
        if decision.amount_mnkr * MILLION > limit:
            words = _words(held, decision, by) | {
                "amount": _decimal(decision.amount_mnkr),
                "limit": _decimal(limit / MILLION),
            }
            yield Hit((decision.id, by.id), words)
            return


@rule(
    "delegation.is-decided-while-it-holds",
    severity=Severity.ERROR,
    lawful=True,
    source=LAW,
    each="decisions",
    sentence=Sentence(
        "{decision} fattades den {day}, då {title} inte gällde.",
        "{decision} was taken on {day}, when {title} did not hold.",
    ),
    mending=Sentence("Rätta dagen eller delegeringen.", "Correct the day or the delegation."),
)
def is_decided_while_it_holds(decision: Decision, held: Held) -> Iterator[Hit]:
    """A decision on delegation must be taken while the delegation holds."""
    if decision.delegation is None or decision.on is None:
        return
    delegation = held.model.by_id.get(decision.delegation)
    days = getattr(delegation, "validity", None)
    early = days is not None and days.first is not None and decision.on < days.first
    if early or _was_recalled(held, decision):
        title = links_of(held).named(delegation) if isinstance(delegation, Delegation) else None
        words = {"decision": decision.title, "day": str(decision.on)}
        words["title"] = title or title_of(held.model, decision.delegation)
        yield Hit((decision.id, decision.delegation), words)


@rule(
    "delegation.shares-are-known",
    severity=Severity.NOTE,
    source="KL 6 kap. 31 §: den som företräder ett bolag eller en stiftelse är inte jävig där regionen har hälften.",
    each="ownerships",
    sentence=Sentence(
        "Det är inte angivet hur stor del av {title} som {owner} har; jäv kan inte prövas.",
        "It is not stated how much of {title} belongs to {owner}; disqualification cannot be tried.",
    ),
    mending=Sentence(
        "Ange share_percent för ett bolag och board_percent för en stiftelse.",
        "State share_percent for a company and board_percent for a foundation.",
    ),
)
def shares_are_known(tie: Ownership, held: Held) -> Iterator[Hit]:
    """Of a company or foundation the region's share should be known, since disqualification hangs on it."""
    owned = held.model.by_id.get(tie.owned)
    form = owned.legal_form if isinstance(owned, Organ) else None
    unknown = (form is LegalForm.COMPANY and tie.share_percent is None) or (
        form is LegalForm.FOUNDATION and tie.board_percent is None
    )
    if unknown and tie.owner == held.model.legal_person:
        words = {"title": title_of(held.model, tie.owned), "owner": title_of(held.model, tie.owner)}
        yield Hit((tie.id, tie.owned), words)


@rule(
    "delegation.is-adopted-in-the-term",
    severity=Severity.NOTE,
    source="Bibliotekets läsning: en delegering till en befattning består efter ett val, men bör antas på nytt.",
    sentence=Sentence(
        "{title} är från {first}, före mandatperioden som började {term}.",
        "{title} is from {first}, before the term that began on {term}.",
    ),
    mending=Sentence("Låt den nya nämnden anta ordningen.", "Have the new nämnd adopt it."),
)
def is_adopted_in_the_term(held: Held) -> Iterator[Hit]:
    """A nämnd should adopt its scheme of delegation anew in each term."""
    links = links_of(held)
    period = mandate_period(law_for(held.model), OrganKind.BOARD, on=held.model.as_of)
    term = None if period is None else period.days.first
    if term is None:
        return  # the law of that day is not held
    committees = links.authority.bodies.committees
    given = {each.document for each in links.decisions if each.giver in committees}
    for document in held.model.documents:
        if document.id in given and document.begins is not None and document.begins < term:
            words = {"title": document.title, "first": str(document.begins), "term": str(term)}
            yield Hit((document.id,), words)


def _delegation(decision: Decision, held: Held) -> Delegation | None:
    """The delegation that a decision names, if it holds on the day that is asked about."""
    found = held.model.by_id.get(decision.delegation or "")
    return found if isinstance(found, Delegation) else None


def _instead(links: Links, delegation: Delegation) -> Iterator[str]:
    """Deputies, and superiors where a local rule lets them step in."""
    for deputy in delegation.deputies:
        yield deputy.position
    if delegation.superior_when is not None:
        for taker in links.takers(delegation):
            post = links.authority.bodies.positions.get(taker)
            if post is not None and post.superior is not None:
                yield post.superior


def _limits(held: Held, delegation: Delegation) -> Iterator[tuple[Delegation, Decimal]]:
    """The limits in kronor of a delegation and of what it says that it builds on, upwards."""
    met: set[str] = set()
    step: object = delegation
    while isinstance(step, Delegation) and step.id not in met:
        met.add(step.id)
        for limit in step.limits:
            if limit.unit is LimitUnit.SEK:
                yield step, limit.value
        step = held.model.by_id.get(step.builds_on or "")


def _was_recalled(held: Held, decision: Decision) -> bool:
    """Whether the delegation had been recalled by the day of the decision, and not been given again."""
    acts = [
        (each.on, each.kind is DecisionKind.RECALLS)
        for each in held.model.decisions
        if each.about == decision.delegation
        and each.part is None
        and each.kind in {DecisionKind.RECALLS, DecisionKind.ADOPTS}
        and each.on is not None
        and decision.on is not None
        and each.on <= decision.on
    ]
    return max(acts, default=(None, False))[1]


def _words(held: Held, decision: Decision, delegation: Delegation) -> dict[str, str]:
    return {"decision": decision.title, "title": links_of(held).named(delegation)}


def _decimal(value: Decimal) -> str:
    return f"{value.normalize():f}".replace(".", ",")


RULES: tuple[Rule, ...] = (
    who_decides_is_the_delegate,
    what_is_decided_is_delegated,
    the_amount_is_within_the_limit,
    is_decided_while_it_holds,
    shares_are_known,
    is_adopted_in_the_term,
)
