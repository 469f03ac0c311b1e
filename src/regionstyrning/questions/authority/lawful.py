"""What the law says of a link in a chain, and of whoever decides in the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve, frozen

from regionstyrning.law.standing import standing
from regionstyrning.model.organisation import OrganKind, PositionKind
from regionstyrning.model.statutes import Act, Effect, Tie

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from datetime import date
    from decimal import Decimal

    from regionstyrning.law import Law, LawRule
    from regionstyrning.model.statutes import Provision

    ValueOf = Callable[[str], bool | Decimal | None]

Kind = OrganKind | PositionKind

NOT_HELD = "lagen-den-dagen"
HEAD_IN_FIELD = "forvaltningschef-i-namndens-omrade"
APPOINTED = "personligen-utsedd"
DECIDING = "antal-beslutande"

_BY_AGREEMENT = frozenset({Tie.PARTICIPANT, Tie.AGREEMENT})

PASSING_ON = "kl/7-6"
CLOSED_LIST = "kl/6-37-utskott"
URGENT_LIST = "kl/6-39"
ASSEMBLY_LIST = "kl/5-2"
JOINTLY = "kl/7-5"


@frozen(kw_only=True)
class Pattern:
    """
    How a link stands to the law, apart from the case (länkens slag).

    Attributes:
        giver: What kind of organ or post gives; None for a statute.
        taker: What kind receives; None for an office or an unknown body.
        ties: How the taker stands to the giver, or to the nämnd above a giver that is a post.
        urgent: Whether it is for urgent matters only.
        above: For a giver that is a post, what allows it: the nämnd, a statute, another post.
        allowed: For the same, whether passing on was allowed; None if nothing is said.
        head: For the same, whether it is förvaltningschef within the nämnd's field; None if unknown.
        granted: What is stated of the matter as it is handed over.
        board: Id of the taker, for a styrelse: whether it decides in another nämnd's field is seen in the case.
    """

    giver: Kind | None
    taker: Kind | None
    ties: frozenset[Tie] = frozenset()
    urgent: bool = False
    above: str = ""
    allowed: bool | None = None
    head: bool | None = None
    granted: frozenset[str] = frozenset()
    board: str | None = None

    @property
    def act(self) -> Act:
        """Whether it gives a right or passes one on."""
        return Act.PASS_ON if self.above else Act.DELEGATE


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


class LawView:
    """
    The law of a day, sorted by what it is asked about (dagens rätt).

    What is asked of a pattern is worked out once.
    """

    __slots__ = ("_bars", "_day", "_permits", "_rules", "deciding", "held", "law", "read", "reserved")

    def __init__(self, law: Law, day: date) -> None:
        self.law = law
        self._day = day
        self._rules: dict[str, LawRule | None] = {}
        self.held = law.not_held(day) is None
        self.reserved = _together(law.on(day, Act.DECIDE, Effect.RESERVES))
        self.deciding = law.on(day, Act.DECIDE, Effect.PROHIBITS)
        self._permits = {act: law.on(day, act, Effect.PERMITS) for act in (Act.DELEGATE, Act.PASS_ON)}
        self._bars = {act: law.on(day, act, Effect.PROHIBITS) for act in (Act.DELEGATE, Act.PASS_ON)}

        permits = (rule for rules in self._permits.values() for rule in rules)
        self.read = any(rule.provision.policy is not None for rule in permits)

    def rule(self, id: str) -> LawRule | None:
        """A provision by its id, if it is in force on the day."""
        if id not in self._rules:
            rule = self.law.rules.get(id)
            self._rules[id] = rule if rule is not None and rule.in_force(self._day) else None
        return self._rules[id]

    def permits(self, pattern: Pattern) -> tuple[LawRule, ...]:
        """The provisions that let such a link be; for urgent matters only those that speak of them."""
        return tuple(
            rule
            for rule in self._permits[pattern.act]
            if rule.provision.only_urgent is pattern.urgent and _fits(rule.provision, pattern)
        )

    def nearest(self, pattern: Pattern) -> LawRule | None:
        """
        The provision that speaks of such a taker by how it stands to the giver, whatever else it asks.

        None for a taker whom only the general provisions speak of.
        """
        return next(
            (
                rule
                for rule in self._permits[pattern.act]
                if _BY_AGREEMENT.intersection(rule.provision.ties) & pattern.ties
                and rule.provision.only_urgent is pattern.urgent
                and _fits(rule.provision, evolve(pattern, ties=pattern.ties | {Tie.HEAD_IN_FIELD}))
            ),
            None,
        )

    def bars(self, pattern: Pattern) -> tuple[LawRule, ...]:
        """The provisions that may forbid such a link, by the traits of the case or of the grant."""
        return tuple(rule for rule in self._bars[pattern.act] if _fits(rule.provision, pattern))


def _together(rules: Iterable[LawRule]) -> tuple[tuple[LawRule, ...], ...]:
    """Those of one statute that reserve the same traits."""
    groups: dict[tuple[str, tuple[str, ...]], list[LawRule]] = {}
    for rule in rules:
        groups.setdefault((rule.statute.id, rule.provision.traits), []).append(rule)
    return tuple(map(tuple, groups.values()))


def _fits(provision: Provision, pattern: Pattern) -> bool:
    givers: tuple[Kind, ...] = (*provision.givers, *provision.giver_positions)
    if givers and pattern.giver not in givers:
        return False
    takers: tuple[Kind, ...] = (*provision.organ_kinds, *provision.position_kinds)
    if takers and pattern.taker not in takers:
        return False
    asked = set(provision.ties) - pattern.ties
    if pattern.head is not False:  # whether it is one, where that is unknown, is asked of the case
        asked.discard(Tie.HEAD_IN_FIELD)
    return not asked


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
    lifted = {f"{rule.statute.id}/{id}" for rule, _, _ in used for id in rule.provision.lifts}
    for rule in view.bars(pattern):
        if rule.id in lifted:
            continue
        if rule.provision.on_grant:
            if pattern.granted.issuperset(rule.provision.traits):
                yield Objection(reason="law", rule=rule, link=number)
        else:
            yield from _barred(rule, value_of, number)


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
