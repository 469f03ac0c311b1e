"""
The rules of delegation and reporting as plain loops: one pass over the rows for each, that only counts.

Each counts what the rule of the library with the same id finds in a scheme as `flawed_scheme` makes it. What such a
scheme never holds, such as deputies, conditions, exceptions and added statutes, is not looked for here, but by the
library it is.
"""

from __future__ import annotations

from collections.abc import Callable

from benchmarks.flawed_scheme import APPEALABLE, BARRED
from benchmarks.plain_scheme import Plain, takers
from regionstyrning.model import Frequency, Nature, OrganKind, PositionKind, SteeringModel, Together

RECEIVING = {OrganKind.PRESIDIUM, OrganKind.SUBCOMMITTEE, OrganKind.AUTOMATED, *PositionKind} - {PositionKind.AUDITOR}
SITTING = {PositionKind.CHAIR, PositionKind.VICE_CHAIR, PositionKind.MEMBER, PositionKind.SUBSTITUTE}


def the_law_lets_the_taker_receive(plain: Plain) -> int:
    """Takers that stand in no list of those that may receive."""
    count = 0
    for row in plain.decisions:
        if row.giver in plain.committees or row.giver in plain.posts:
            for taker in takers(row):
                if plain.kinds[taker] not in RECEIVING:
                    count += 1
    return count


def urgent_matters_go_to_a_member(plain: Plain) -> int:
    """Takers of urgent matters who do not sit in the nämnd."""
    count = 0
    for row in plain.decisions:
        if row.urgent_only and row.giver in plain.committees:
            for taker in takers(row):
                if plain.kinds[taker] not in SITTING:
                    count += 1
    return count


def the_matter_may_be_delegated(plain: Plain) -> int:
    """Matters that are barred, once a taker."""
    count = 0
    for row in plain.decisions:
        for matter in row.matters if row.giver in plain.committees else ():
            if BARRED in plain.stated[matter]:
                count += sum(1 for _ in takers(row))
    return count


def barred_parts_are_left_out(plain: Plain) -> int:
    """Barred parts of wider matters, once a taker."""
    count = 0
    for row in plain.decisions:
        for matter in row.matters if row.giver in plain.committees else ():
            if matter in plain.parts and BARRED not in plain.stated[matter]:
                count += len(plain.parts[matter]) * sum(1 for _ in takers(row))
    return count


def the_scope_is_a_group_of_matters(plain: Plain) -> int:
    """Takers of all that a nämnd owns."""
    count = 0
    for row in plain.decisions:
        if row.giver in plain.committees and not (row.limits or row.conditions or row.except_matters):
            tops = plain.tops[row.giver]
            if len(tops) > 2 and tops <= set(row.matters):  # noqa: PLR2004 - several
                count += sum(1 for _ in takers(row))
    return count


def leads_up_to_fullmaktige_or_a_statute(plain: Plain) -> int:
    """Givers who neither own the matter nor have received it."""
    count = 0
    for row in plain.decisions:
        if row.giver in plain.posts:
            count += not plain.bases(row)
        elif row.giver in plain.committees and plain.kinds[row.giver] is not OrganKind.BOARD:
            count += any(plain.owner[matter] != row.giver for matter in row.matters)
    return count


def oversight_gives_no_right(plain: Plain) -> int:
    """What the board gives of what others own."""
    count = 0
    for row in plain.decisions:
        if row.giver in plain.organs and plain.kinds[row.giver] is OrganKind.BOARD:
            count += any(plain.owner[matter] != row.giver for matter in row.matters)
    return count


def ends_with_its_giver(plain: Plain) -> int:
    """Givers that are no more."""
    count = 0
    for row in plain.decisions:
        if row.giver not in plain.organs and row.giver not in plain.posts:
            count += 1
    return count


def is_no_wider_than_the_givers(plain: Plain) -> int:
    """What exceeds all that its giver has received."""
    count = 0
    for row in plain.decisions:
        if row.giver in plain.posts:
            bases = plain.bases(row)
            count += bool(bases) and all(plain.exceeds(row, base) for base in bases)
    return count


def comes_to_something(plain: Plain) -> int:
    """Takers of what lies outside all that the giver has received."""
    count = 0
    for row in plain.decisions:
        if row.giver in plain.posts:
            bases = plain.bases(row)
            if bases and not any(plain.meets(row, base) for base in bases):
                count += sum(1 for _ in takers(row))
    return count


def passing_on_is_allowed(plain: Plain) -> int:
    """What is passed on without leave."""
    count = 0
    for row in plain.decisions:
        if row.giver in plain.posts:
            bases = plain.bases(row)
            count += bool(bases) and bases[0].giver not in plain.posts and bases[0].may_pass_on is not True
    return count


def passes_on_once(plain: Plain) -> int:
    """What was passed on before."""
    count = 0
    for row in plain.decisions:
        if row.giver in plain.posts:
            bases = plain.bases(row)
            count += bool(bases) and bases[0].giver in plain.posts
    return count


def a_head_passes_on(plain: Plain) -> int:
    """What others than a förvaltningschef of the field pass on."""
    count = 0
    for row in plain.decisions:
        if row.giver in plain.posts:
            bases = plain.bases(row)
            if bases and bases[0].giver in plain.committees:
                count += not plain.heads(row.giver, bases[0].giver)
    return count


def leave_to_pass_on_is_a_heads(plain: Plain) -> int:
    """Leave that others than a förvaltningschef of the field have."""
    count = 0
    for row in plain.decisions:
        for taker in takers(row) if row.may_pass_on and row.giver in plain.committees else ():
            count += not plain.heads(taker, row.giver or "")
    return count


def takers_act_each_alone(plain: Plain) -> int:
    """Takers who are to act together."""
    count = 0
    for row in plain.decisions:
        if row.together is Together.JOINTLY and len(row.receivers) > 1:
            count += 1
    return count


def how_takers_act_is_stated(plain: Plain) -> int:
    """Several takers of whom nothing is said."""
    count = 0
    for row in plain.decisions:
        if row.together is Together.NOT_STATED and len(row.receivers) > 1:
            count += 1
    return count


def the_taker_is_a_post_or_organ(plain: Plain) -> int:
    """Takers that are neither."""
    count = 0
    for row in plain.decisions:
        for receiver in row.receivers:
            if receiver.position is None and receiver.organ is None and receiver.office is not None:
                count += 1
    return count


def has_a_taker(plain: Plain) -> int:
    """What nobody receives."""
    count = 0
    for row in plain.decisions:
        count += not row.receivers
    return count


def a_row_of_a_scheme_is_a_decision(plain: Plain) -> int:
    """Rows about something else, among decisions."""
    schemes = {row.document for row in plain.decisions}
    count = 0
    for row in plain.rows:
        if row.nature is not Nature.DECISION and row.document in schemes:
            count += 1
    return count


def the_extent_is_decided(plain: Plain) -> int:
    """What nobody has said how to report."""
    count = 0
    for row in plain.decisions:
        stated = row.reporting is not None and row.reporting.often is not Frequency.NOT_STATED
        if not stated and not row.urgent_only and plain.committee(row) is not None:
            count += 1
    return count


def urgent_decisions_come_to_the_next_meeting(plain: Plain) -> int:
    """Urgent decisions that are reported later."""
    count = 0
    for row in plain.decisions:
        if row.urgent_only and row.reporting is not None and row.reporting.often is not Frequency.NEXT_MEETING:
            count += 1
    return count


def unreported_decisions_are_recorded(plain: Plain) -> int:
    """Matters that may be appealed and are not reported."""
    count = 0
    for row in plain.decisions:
        if row.reporting is not None and row.reporting.often is Frequency.NOT_REPORTED:
            for matter in row.matters:
                count += APPEALABLE in plain.stated[matter]
    return count


def comes_to_the_committee(plain: Plain) -> int:
    """What is reported to others than the nämnd."""
    count = 0
    for row in plain.decisions:
        if row.reporting is not None and row.reporting.organs:
            committee = plain.committee(row)
            if committee is not None and committee not in row.reporting.organs:
                count += 1
    return count


Count = Callable[[Plain], int]

_DELEGATION: tuple[Count, ...] = (
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
_REPORTING: tuple[Count, ...] = (
    the_extent_is_decided,
    urgent_decisions_come_to_the_next_meeting,
    unreported_decisions_are_recorded,
    comes_to_the_committee,
)


RULES = {
    f"{family}.{rule.__name__.replace('_', '-')}": rule
    for family, rules in (("delegation", _DELEGATION), ("reporting", _REPORTING))
    for rule in rules
}
"""Each loop by the id of the rule."""


def counts(model: SteeringModel) -> dict[str, int]:
    """How many break each rule, by its id."""
    plain = Plain(model)
    return {id: rule(plain) for id, rule in RULES.items()}
