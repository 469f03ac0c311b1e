"""What the law says of a link in a chain, and of whoever decides in the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from regionstyrning.law.standing import standing
from regionstyrning.model.organisation import OrganKind, PositionKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from decimal import Decimal

    from regionstyrning.law import LawRule
    from regionstyrning.model.statutes import Provision
    from regionstyrning.questions.authority.law_view import LawView
    from regionstyrning.questions.authority.pattern import Kind, Pattern

    ValueOf = Callable[[str], bool | Decimal | None]

NOT_HELD = "lagen-den-dagen"
HEAD_IN_FIELD = "forvaltningschef-i-namndens-omrade"
APPOINTED = "personligen-utsedd"
DECIDING = "antal-beslutande"

PASSING_ON = "kl/7-6"
CLOSED_LIST = "kl/6-37-utskott"
URGENT_LIST = "kl/6-39"
ASSEMBLY_LIST = "kl/5-2"
JOINTLY = "kl/7-5"


@frozen(kw_only=True)
class Objection:
    """
    What the law has against a right (invändning).

    Attributes:
        reason: In short: law, pass-on, trait.
        rule: The provision, or None where no provision lets it be.
        facts: Unknown facts that it hangs on; none for a firm objection.
        link: Which link of the chain it concerns, from the top.
    """

    reason: str
    rule: LawRule | None
    facts: frozenset[str] = frozenset()
    link: int = 0


def objections(
    view: LawView, patterns: tuple[Pattern, ...], taker: Kind | None, value_of: ValueOf, *, urgent: bool
) -> Iterator[Objection]:
    """
    What the law has against a right.

    Args:
        view: The law of the day.
        patterns: The links, from the top; none for an organ that decides in what it owns.
        taker: What kind of organ or post decides.
        value_of: What is known of the case.
        urgent: Whether the case is urgent.
    """
    for number, pattern in enumerate(patterns):
        yield from _of_link(view, pattern, value_of, number)
    last = len(patterns) - 1
    for rules in view.reserved:
        yield from _reserved(rules, patterns, taker, value_of, urgent=urgent)
    for rule in view.deciding:
        kinds = (*rule.provision.organ_kinds, *rule.provision.position_kinds)
        if not kinds or taker in kinds:
            yield from _barred(rule, value_of, last)
    if not view.held:
        yield Objection(reason="law", rule=None, facts=frozenset({NOT_HELD}), link=last)


def _of_link(view: LawView, pattern: Pattern, value_of: ValueOf, number: int) -> Iterator[Objection]:
    if pattern.giver is None:  # a statute gives as it says
        return
    if pattern.above:
        if pattern.above == "statute" and pattern.allowed is True:  # the row says that the statute lets it
            return
        yield from _passed_on(view, pattern, value_of, number)
    used = [
        (rule, stands, facts)
        for rule in view.permits(pattern)
        for stands, facts in (standing(rule.provision, value_of),)
        if stands is not False
    ]
    yield from _permitted(view, pattern, used, number)
    lifted = lifted_by(rule for rule, _, _ in used)
    for rule in view.bars(pattern):
        if rule.id in lifted:
            continue
        if rule.provision.on_grant:
            if pattern.granted.issuperset(rule.provision.traits):
                yield Objection(reason="law", rule=rule, link=number)
        else:
            yield from _barred(rule, value_of, number)


def lifted_by(rules: Iterable[LawRule]) -> set[str]:
    """Ids of the provisions that do not hold where these do."""
    return {f"{rule.statute.id}/{id}" for rule in rules for id in rule.provision.lifts}


def _passed_on(view: LawView, pattern: Pattern, value_of: ValueOf, number: int) -> Iterator[Objection]:
    rule = view.nearest(pattern) or view.rule(PASSING_ON)
    if pattern.above == "statute":  # only a provision of its own may let it
        return
    if pattern.above == "post" or pattern.allowed is not True:
        yield Objection(reason="pass-on", rule=rule, link=number)
    elif pattern.head is None and view.held:
        value = value_of(HEAD_IN_FIELD)
        if value is None:
            yield Objection(reason="pass-on", rule=rule, facts=frozenset({HEAD_IN_FIELD}), link=number)
        elif value is False:
            yield Objection(reason="pass-on", rule=rule, link=number)


def _permitted(
    view: LawView, pattern: Pattern, used: Sequence[tuple[LawRule, bool | None, frozenset[str]]], number: int
) -> Iterator[Objection]:
    """Objects if no provision lets the link be, or none does for certain."""
    if not used and view.held:
        reason = "pass-on" if pattern.above else "law"
        rule = view.nearest(pattern) or view.rule(_closed_list(pattern))
        yield Objection(reason=reason, rule=rule, link=number)
    elif used and all(stands is None for _, stands, _ in used):
        facts = frozenset().union(*(facts for _, _, facts in used))
        yield Objection(reason="law", rule=used[0][0], facts=facts, link=number)


def _closed_list(pattern: Pattern) -> str:
    """Id of the provision that lists whom such a giver may give a right."""
    if pattern.above:
        return "" if pattern.above == "statute" else PASSING_ON
    if pattern.giver is OrganKind.ASSEMBLY:
        return ASSEMBLY_LIST
    return URGENT_LIST if pattern.urgent else CLOSED_LIST


def _barred(rule: LawRule, value_of: ValueOf, number: int) -> Iterator[Objection]:
    stands, facts = standing(rule.provision, value_of)
    if stands is not False:
        yield Objection(reason="trait", rule=rule, facts=facts, link=number)


def _reserved(
    rules: tuple[LawRule, ...], patterns: tuple[Pattern, ...], taker: Kind | None, value_of: ValueOf, *, urgent: bool
) -> Iterator[Objection]:
    stands, facts = standing(rules[0].provision, value_of)
    if stands is False:
        return
    asked: set[str] = set()
    for rule in rules:
        met, unknown = _takes(rule.provision, patterns, taker, value_of, urgent=urgent)
        if met:
            return
        if met is None:
            asked |= unknown
    link = len(patterns) - 1
    if asked:
        yield Objection(reason="law", rule=rules[0], facts=facts | asked, link=link)
    else:
        yield Objection(reason="law", rule=rules[0], facts=facts, link=link)


def _takes(
    provision: Provision, patterns: tuple[Pattern, ...], taker: Kind | None, value_of: ValueOf, *, urgent: bool
) -> tuple[bool | None, frozenset[str]]:
    """Whether a decider is one of those that a provision reserves the matter for."""
    kinds = (*provision.organ_kinds, *provision.position_kinds)
    if kinds and taker not in kinds:
        return False, frozenset()
    if provision.only_urgent and not urgent:
        return False, frozenset()
    if provision.may_pass_on is False and any(pattern.above for pattern in patterns):
        return False, frozenset()
    asked = [_appointed(provision, value_of), _enough(provision, taker, value_of)]
    if False in asked:
        return False, frozenset()
    unknown = frozenset(each for each in asked if isinstance(each, str))
    return (None, unknown) if unknown else (True, frozenset())


def _appointed(provision: Provision, value_of: ValueOf) -> bool | str:
    """Whether the taker is appointed in person, where that is asked; the fact's name if unknown."""
    value = value_of(APPOINTED) if provision.personally_appointed else True
    return APPOINTED if value is None else value is not False


def _enough(provision: Provision, taker: Kind | None, value_of: ValueOf) -> bool | str:
    """Whether as many decide as is asked; the fact's name if unknown. A post is one."""
    least = provision.at_least or 1
    if least == 1:
        return True
    if isinstance(taker, PositionKind):
        return False
    number = value_of(DECIDING)
    return DECIDING if number is None or number is True else number is not False and number >= least
