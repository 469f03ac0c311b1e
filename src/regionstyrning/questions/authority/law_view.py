"""The law of a day, as it is asked about links and about whoever decides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from regionstyrning.model.statutes import Act, Effect, Tie

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from regionstyrning.law import Law, LawRule
    from regionstyrning.model.statutes import Provision
    from regionstyrning.questions.authority.pattern import Kind, Pattern

_BY_AGREEMENT = frozenset({Tie.PARTICIPANT, Tie.AGREEMENT})


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
