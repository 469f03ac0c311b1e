"""
The rules of delegation and reporting as a plain loop would have them: one pass over the rows for each, that only counts.

Each counts what the rule of the library with the same id finds in a scheme as `flawed_scheme` makes it. What such a
scheme never holds, such as deputies, conditions, exceptions and added statutes, is not looked for here, but by the
library it is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from benchmarks.flawed_scheme import APPEALABLE, BARRED
from regionstyrning.model import (
    Delegation,
    Frequency,
    Nature,
    OrganKind,
    PositionKind,
    SteeringModel,
    Together,
)

COMMITTEES = {OrganKind.BOARD, OrganKind.COMMITTEE, OrganKind.JOINT_COMMITTEE}
RECEIVING = {
    OrganKind.PRESIDIUM,
    OrganKind.SUBCOMMITTEE,
    OrganKind.AUTOMATED,
    *PositionKind,
} - {PositionKind.AUDITOR}
SITTING = {PositionKind.CHAIR, PositionKind.VICE_CHAIR, PositionKind.MEMBER, PositionKind.SUBSTITUTE}


class Plain:
    """What the loops look up: dicts made once, before the first of them."""

    def __init__(self, model: SteeringModel) -> None:
        self.rows = model.delegations
        self.decisions = [row for row in model.delegations if row.nature is Nature.DECISION]
        self.by_id = {row.id: row for row in self.decisions}
        self.organs = {organ.id: organ for organ in model.organs}
        self.posts = {post.id: post for post in model.positions}
        self.kinds = {body.id: body.kind for body in (*model.organs, *model.positions)}
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


def _upwards(matters: dict[str, object], id: str | None) -> Iterator[str]:
    while id is not None:
        yield id
        id = matters[id].part_of  # type: ignore[attr-defined] # a matter


def _takers(row: Delegation) -> Iterator[str]:
    for receiver in row.receivers:
        taker = receiver.position or receiver.organ
        if taker is not None:
            yield taker


def the_law_lets_the_taker_receive(plain: Plain) -> int:
    count = 0
    for row in plain.decisions:
        if row.giver in plain.committees or row.giver in plain.posts:
            for taker in _takers(row):
                if plain.kinds[taker] not in RECEIVING:
                    count += 1
    return count


def urgent_matters_go_to_a_member(plain: Plain) -> int:
    count = 0
    for row in plain.decisions:
        if row.urgent_only and row.giver in plain.committees:
            for taker in _takers(row):
                if plain.kinds[taker] not in SITTING:
                    count += 1
    return count


def the_matter_may_be_delegated(plain: Plain) -> int:
    count = 0
    for row in plain.decisions:
        if row.giver in plain.committees:
            for matter in row.matters:
                if BARRED in plain.stated[matter]:
                    count += sum(1 for _ in _takers(row))
    return count


def barred_parts_are_left_out(plain: Plain) -> int:
    count = 0
    for row in plain.decisions:
        if row.giver in plain.committees:
            for matter in row.matters:
                if matter in plain.parts and BARRED not in plain.stated[matter]:
                    count += len(plain.parts[matter]) * sum(1 for _ in _takers(row))
    return count


def the_scope_is_a_group_of_matters(plain: Plain) -> int:
    count = 0
    for row in plain.decisions:
        if row.giver in plain.committees and not (row.limits or row.conditions or row.except_matters):
            tops = plain.tops[row.giver]
            if len(tops) > 2 and tops <= set(row.matters):  # noqa: PLR2004 - several
                count += sum(1 for _ in _takers(row))
    return count


def leads_up_to_fullmaktige_or_a_statute(plain: Plain) -> int:
    count = 0
    for row in plain.decisions:
        if row.giver in plain.posts:
            count += not plain.bases(row)
        elif row.giver in plain.committees and plain.kinds[row.giver] is not OrganKind.BOARD:
            count += any(plain.owner[matter] != row.giver for matter in row.matters)
    return count


def oversight_gives_no_right(plain: Plain) -> int:
    count = 0
    for row in plain.decisions:
        if row.giver in plain.organs and plain.kinds[row.giver] is OrganKind.BOARD:
            count += any(plain.owner[matter] != row.giver for matter in row.matters)
    return count


def ends_with_its_giver(plain: Plain) -> int:
    count = 0
    for row in plain.decisions:
        if row.giver not in plain.organs and row.giver not in plain.posts:
            count += 1
    return count


def is_no_wider_than_the_givers(plain: Plain) -> int:
    count = 0
    for row in plain.decisions:
        if row.giver in plain.posts:
            bases = plain.bases(row)
            count += bool(bases) and all(_exceeds(plain, row, base) for base in bases)
    return count


def _exceeds(plain: Plain, row: Delegation, base: Delegation) -> bool:
    if row.limits and base.limits:
        own, most = min(each.value for each in row.limits), min(each.value for each in base.limits)
        if own > most:
            return True
    own_days, days = row.validity, base.validity
    if own_days is not None and days is not None and own_days.last is not None and days.last is not None:
        if own_days.last > days.last:
            return True
    for matter in row.matters:
        if not any(each in plain.above[matter] for each in base.matters):
            if any(matter in plain.above[each] for each in base.matters):
                return True
    return False


def comes_to_something(plain: Plain) -> int:
    count = 0
    for row in plain.decisions:
        if row.giver in plain.posts:
            bases = plain.bases(row)
            if bases and not any(_meets(plain, row, base) for base in bases):
                count += sum(1 for _ in _takers(row))
    return count


def _meets(plain: Plain, row: Delegation, base: Delegation) -> bool:
    return any(
        one in plain.above[other] or other in plain.above[one] for one in row.matters for other in base.matters
    )


def passing_on_is_allowed(plain: Plain) -> int:
    count = 0
    for row in plain.decisions:
        if row.giver in plain.posts:
            bases = plain.bases(row)
            count += bool(bases) and bases[0].giver not in plain.posts and bases[0].may_pass_on is not True
    return count


def passes_on_once(plain: Plain) -> int:
    count = 0
    for row in plain.decisions:
        if row.giver in plain.posts:
            bases = plain.bases(row)
            count += bool(bases) and bases[0].giver in plain.posts
    return count


def a_head_passes_on(plain: Plain) -> int:
    count = 0
    for row in plain.decisions:
        if row.giver in plain.posts:
            bases = plain.bases(row)
            if bases and bases[0].giver in plain.committees:
                count += not _heads(plain, row.giver, bases[0].giver)
    return count


def _heads(plain: Plain, post: str, committee: str) -> bool:
    if plain.kinds[post] not in {PositionKind.HEAD, PositionKind.DIRECTOR}:
        return False
    return any(committee in plain.organs[each].serves for each in plain.posts[post].heads)


def leave_to_pass_on_is_a_heads(plain: Plain) -> int:
    count = 0
    for row in plain.decisions:
        if row.may_pass_on and row.giver in plain.committees:
            for taker in _takers(row):
                count += not _heads(plain, taker, row.giver)
    return count


def takers_act_each_alone(plain: Plain) -> int:
    count = 0
    for row in plain.decisions:
        if row.together is Together.JOINTLY and len(row.receivers) > 1:
            count += 1
    return count


def how_takers_act_is_stated(plain: Plain) -> int:
    count = 0
    for row in plain.decisions:
        if row.together is Together.NOT_STATED and len(row.receivers) > 1:
            count += 1
    return count


def the_taker_is_a_post_or_organ(plain: Plain) -> int:
    count = 0
    for row in plain.decisions:
        for receiver in row.receivers:
            if receiver.position is None and receiver.organ is None and receiver.office is not None:
                count += 1
    return count


def has_a_taker(plain: Plain) -> int:
    count = 0
    for row in plain.decisions:
        if not row.receivers:
            count += 1
    return count


def a_row_of_a_scheme_is_a_decision(plain: Plain) -> int:
    schemes = {row.document for row in plain.decisions}
    count = 0
    for row in plain.rows:
        if row.nature is not Nature.DECISION and row.document in schemes:
            count += 1
    return count


def the_extent_is_decided(plain: Plain) -> int:
    count = 0
    for row in plain.decisions:
        stated = row.reporting is not None and row.reporting.often is not Frequency.NOT_STATED
        if not stated and not row.urgent_only and plain.committee(row) is not None:
            count += 1
    return count


def urgent_decisions_come_to_the_next_meeting(plain: Plain) -> int:
    count = 0
    for row in plain.decisions:
        if row.urgent_only and row.reporting is not None and row.reporting.often is not Frequency.NEXT_MEETING:
            count += 1
    return count


def unreported_decisions_are_recorded(plain: Plain) -> int:
    count = 0
    for row in plain.decisions:
        if row.reporting is not None and row.reporting.often is Frequency.NOT_REPORTED:
            for matter in row.matters:
                count += APPEALABLE in plain.stated[matter]
    return count


def comes_to_the_committee(plain: Plain) -> int:
    count = 0
    for row in plain.decisions:
        if row.reporting is not None and row.reporting.organs:
            committee = plain.committee(row)
            if committee is not None and committee not in row.reporting.organs:
                count += 1
    return count


Count = Callable[[Plain], int]

DELEGATION: tuple[Count, ...] = (
    the_law_lets_the_taker_receive,
    urgent_matters_go_to_a_member,
    takers_act_each_alone,
    how_takers_act_is_stated,
    the_taker_is_a_post_or_organ,
    has_a_taker,
    a_row_of_a_scheme_is_a_decision,
    the_matter_may_be_delegated,
    barred_parts_are_left_out,
    the_scope_is_a_group_of_matters,
    passing_on_is_allowed,
    passes_on_once,
    a_head_passes_on,
    leave_to_pass_on_is_a_heads,
    leads_up_to_fullmaktige_or_a_statute,
    oversight_gives_no_right,
    ends_with_its_giver,
    is_no_wider_than_the_givers,
    comes_to_something,
)
REPORTING: tuple[Count, ...] = (
    the_extent_is_decided,
    urgent_decisions_come_to_the_next_meeting,
    unreported_decisions_are_recorded,
    comes_to_the_committee,
)


def counts(model: SteeringModel) -> dict[str, int]:
    """How many break each rule, by its id."""
    plain = Plain(model)
    families = (("delegation", DELEGATION), ("reporting", REPORTING))
    return {f"{name}.{rule.__name__.replace('_', '-')}": rule(plain) for name, rules in families for rule in rules}
