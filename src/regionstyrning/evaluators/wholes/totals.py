"""Judgements of which only totals were published: counted and shared out, never turned into parts."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from regionstyrning.evaluators.targets.given import step_of
from regionstyrning.evaluators.targets.grades import ambiguous, meant
from regionstyrning.evaluators.verdicts import saying
from regionstyrning.evaluators.verdicts.bounds import UNKNOWN, Bounds
from regionstyrning.evaluators.verdicts.rollups import HUNDRED, NONE, Percent, joined
from regionstyrning.evaluators.verdicts.saying import because
from regionstyrning.evaluators.verdicts.statuses import Status
from regionstyrning.evaluators.verdicts.verdict import Reason, Verdict
from regionstyrning.evaluators.verdicts.wording import shown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from regionstyrning.evaluators.occasions.occasion import Occasion
    from regionstyrning.model.judgements import Judgement, Total

WORDS = "omdöme"
"""What a verdict on totals is called."""

MOST_PARTS = 10_000
"""How many parts a total may have for a rule to be tried on them; no region comes near."""


def totals(occasion: Occasion) -> list[Verdict]:
    """A verdict for each judgement of the year that published totals, in the order of their ids."""
    held = [each for each in occasion.facts.judgements if each.totals and each.year == occasion.year]
    return [_verdict(occasion, judgement) for judgement in sorted(held, key=_id)]


def _id(judgement: Judgement) -> str:
    return judgement.id


def _verdict(occasion: Occasion, judgement: Judgement) -> Verdict:
    counted = [(total, _meaning(occasion, judgement, total)) for total in judgement.totals]
    if occasion.settings.ambiguous == "leave out":
        counted = [(total, held) for total, held in counted if held is not None]
    share = _met(counted, judgement)
    found = _by_rule(occasion, counted, judgement)
    reasons = [_told(judgement, total) for total in judgement.totals]
    if found is None:
        reasons.append(because(judgement.id, saying.ONLY_TOTALS, missing=True))
    return Verdict(
        about=judgement.id,
        title=judgement.subject or judgement.words,
        status=Status.CANNOT_BE_ASSESSED if found is None else found.status,
        low=None if share is None else share.low,
        high=None if share is None else share.high,
        reasons=reasons,
        published=[judgement.id],
        year=judgement.year,
        kind=WORDS,
    )


def _meaning(occasion: Occasion, judgement: Judgement, total: Total) -> Bounds | None:
    """What a word stands for; None for an ambiguous one that the caller leaves out, anything for an unknown one."""
    scale = occasion.scale_of_year(judgement.scale)
    step = None if scale is None else step_of(scale, total.word)
    if step is None:
        return UNKNOWN
    if ambiguous(step) and occasion.settings.ambiguous == "leave out":
        return None
    return meant(step)


def _percent(total: Total, of: int | None) -> Decimal | None:
    if total.share_percent is not None:
        return total.share_percent
    return HUNDRED * total.count / of if total.count is not None and of else None


def _of(totals: Sequence[Total], judgement: Judgement) -> int | None:
    """How many there were: as printed, or all that were counted."""
    counts = [total.count for total in totals if total.count is not None]
    if len(totals) < len(judgement.totals):
        return sum(counts)
    return judgement.total_of or sum(counts)


def _met(counted: Sequence[tuple[Total, Bounds | None]], judgement: Judgement) -> Percent | None:
    """Which share is met, from–to: what is ambiguous or not told counts only at the top."""
    of = _of([total for total, _ in counted], judgement)
    shares = [(_percent(total, of), held) for total, held in counted]
    known = [(percent, held) for percent, held in shares if percent is not None and held is not None]
    if not known:
        return None
    rest = max(NONE, HUNDRED - sum((percent for percent, _ in known), NONE))
    low = sum((percent for percent, held in known if held.low is Status.MET), NONE)
    high = sum((percent for percent, held in known if held.high is Status.MET), NONE)
    return Percent(low, min(HUNDRED, high + rest))


def _by_rule(occasion: Occasion, counted: Sequence[tuple[Total, Bounds | None]], judgement: Judgement) -> Bounds | None:
    """The status that the caller's rule gives, if every part was counted."""
    join = occasion.settings.join
    of = _of([total for total, _ in counted], judgement)
    told = [(total.count, held) for total, held in counted if total.count is not None and held is not None]
    if join is None or not of or of > MOST_PARTS or sum(count for count, _ in told) != of or len(told) < len(counted):
        return None
    parts = [
        Verdict(about=judgement.id, title=judgement.words, status=held.status, low=held.low, high=held.high)
        for count, held in told
        for _ in range(count)
    ]
    found = joined(join, parts)
    return found if isinstance(found, Bounds) else None


def _told(judgement: Judgement, total: Total) -> Reason:
    source = judgement.sources[0] if judgement.sources else None
    share = _percent(total, judgement.total_of or _of(judgement.totals, judgement))
    if total.count is None or share is None:
        return because(
            judgement.id,
            saying.TOTAL_SHARE,
            source=source,
            word=total.word,
            share=_unread(share),
        )
    return because(judgement.id, saying.TOTAL, source=source, word=total.word, count=total.count, share=shown(share))


def _unread(share: Decimal | None) -> object:
    return "–" if share is None else shown(share)
