"""God ekonomisk hushållning as a whole: parts joined by the region's own rule, and by nobody else's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from regionstyrning.evaluators.verdicts.composing import Joining, Whole, unknown
from regionstyrning.evaluators.verdicts.saying import NOTHING, above, because
from regionstyrning.evaluators.verdicts.statuses import Status
from regionstyrning.evaluators.verdicts.wording import clause
from regionstyrning.evaluators.ways.geh import saying as told
from regionstyrning.evaluators.ways.geh.sides import gated
from regionstyrning.model.geh import GehPart

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from regionstyrning.evaluators.occasions.occasion import Occasion
    from regionstyrning.evaluators.verdicts.verdict import Reason, Verdict
    from regionstyrning.evaluators.ways.geh.sides import Counting
    from regionstyrning.model.geh import GehRule
    from regionstyrning.model.joins import Join


def whole_of(
    occasion: Occasion,
    parts: Mapping[GehPart, Verdict],
    found: Counting,
    rule: GehRule | None,
    join: Join | None,
) -> Whole:
    """
    What the parts come to.

    Args:
        occasion: When and by what it is judged.
        parts: The verdict on each part.
        found: The goals that count.
        rule: The region's own rule.
        join: How the parts are joined where the region states no rule.

    Returns:
        What cannot be assessed, where neither the region nor the asker states a rule.
    """
    about = occasion.model.id
    stated = list(_stated(about, rule))
    if rule is not None and rule.is_stated:
        whole = _by_parts(about, parts, rule) if rule.parts else _by_goals(about, parts, found, rule)
    elif join is not None:
        stated.append(because(about, told.CALLERS_RULE, rule=clause(join.text or join.kind.value)))
        whole = gated(about, (), list(parts.values()), Joining(join=join))
    else:
        whole = unknown(because(about, told.NO_OWN_RULE, missing=True))
        whole = evolve(whole, reasons=[*_parts(parts.values()), *whole.reasons])
    return _judged(about, evolve(whole, reasons=[*stated, *whole.reasons]))


def _by_parts(about: str, parts: Mapping[GehPart, Verdict], rule: GehRule) -> Whole:
    """By the parts that the rule names: conditions first, and the others joined."""
    named = {each.part: each for each in rule.parts}
    gates = [parts[part] for part, each in named.items() if each.condition]
    terms = [parts[part] for part, each in named.items() if not each.condition]
    whole = gated(about, gates, terms, Joining(join=rule.join))
    return evolve(
        whole, reasons=[*whole.reasons, *_beside(verdict for part, verdict in parts.items() if part not in named)]
    )


def _by_goals(about: str, parts: Mapping[GehPart, Verdict], found: Counting, rule: GehRule) -> Whole:
    """By the goals that count as one set: those that come first are conditions, and the others are joined."""
    gates, terms = found.parted([found.verdicts[goal.id] for goal in found.goals])
    beside = list(_beside([parts[GehPart.BALANCE]]))
    if not gates and not terms:
        return unknown(because(about, told.NO_GOALS, missing=True), *beside)
    whole = gated(about, gates, terms, Joining(join=rule.join))
    only = [because(about, told.ONLY_CONDITIONS, missing=True)] if rule.join is None and len(terms) > 1 else []
    return evolve(whole, reasons=[*whole.reasons, *only, *beside])


def _judged(about: str, whole: Whole) -> Whole:
    """The whole with what is certain of it; nothing to judge is nothing known."""
    if whole.status is Status.CANNOT_BE_ASSESSED and whole.high in {Status.NOT_MET, Status.PARTLY_MET}:
        return evolve(whole, reasons=[*whole.reasons, because(about, told.NOT_MET_ANYWAY)])
    return unknown(*whole.reasons) if whole.status is Status.NOT_JUDGED else whole


def _stated(about: str, rule: GehRule | None) -> Iterator[Reason]:
    """The region's own words on it, with their source."""
    if rule is None:
        return
    source = next(iter(rule.sources), None)
    if rule.text:
        sentence = told.OWN_RULE if rule.is_stated else told.STATED
        yield because(about, sentence, source=source, rule=clause(rule.text))


def _parts(parts: Iterable[Verdict]) -> Iterator[Reason]:
    for each in parts:
        reason = because(each.about, told.PART, title=each.title, status=each.status)
        yield above(reason, NOTHING)


def _beside(parts: Iterable[Verdict]) -> Iterator[Reason]:
    """The parts that the rule does not name."""
    for each in parts:
        reason = because(each.about, told.BESIDE, title=each.title, status=each.status)
        yield above(reason, told.NOT_NAMED)
