"""The unknown most worth knowing."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, ClassVar

from attrs import evolve, field, frozen

from regionstyrning.evaluators.measures.indicators import indicator_verdict
from regionstyrning.evaluators.occasions.plans import year_ended
from regionstyrning.evaluators.verdicts.bounds import rank
from regionstyrning.evaluators.verdicts.rollups import bounds_of
from regionstyrning.evaluators.verdicts.saying import ACCOUNTS_MAY_TELL
from regionstyrning.evaluators.verdicts.statuses import ORDERED, Status
from regionstyrning.evaluators.verdicts.verdict import Reason, Verdict
from regionstyrning.evaluators.verdicts.wording import between
from regionstyrning.evaluators.ways.attainment import Attainment
from regionstyrning.evaluators.wholes.goals import GOAL
from regionstyrning.evaluators.wholes.region import MODEL, PERSPECTIVE, judged_by
from regionstyrning.model.records import as_tuple
from regionstyrning.questions.threads import threads
from regionstyrning.text.escaping import one_line
from regionstyrning.text.readable import Readable
from regionstyrning.text.sentences import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from regionstyrning.evaluators.occasions.occasion import Occasion
    from regionstyrning.model.steering_model import SteeringModel
    from regionstyrning.text.sentences import Language

MOST_TRIED = 60
"""How many unknown indicators are tried one by one, unless the caller says otherwise."""

_COUNTED = frozenset({MODEL, PERSPECTIVE, GOAL})

_BEST = Sentence(
    "Mest värd att veta är {title} [{id}]: den avgör {span} bedömningar.",
    "Most worth knowing is {title} [{id}]: it settles {span} verdicts.",
)
_BEST_OF_ONE = Sentence(
    "Mest värd att veta är {title} [{id}]: den avgör {span} bedömning.",
    "Most worth knowing is {title} [{id}]: it settles {span} verdict.",
)
_NONE = Sentence(
    "Inget utfall eller målvärde som saknas avgör något.", "No missing outcome or target settles anything."
)
_EXACT = Sentence("Prövade okända: {count}, alla som finns.", "Unknowns tried: {count}, all there are.")
_BOUND = Sentence(
    "De okända är {count}, fler än som prövas; antalen är vad som mest kan avgöras.",
    "The unknowns are {count}, more than are tried; the numbers are the most that can be settled.",
)


@frozen(kw_only=True)
class Worth:
    """
    What it is worth to know one indicator (värdet av ett besked).

    Attributes:
        id: Id of the indicator.
        title: Its title.
        settles_least: How many verdicts on goals, perspectives and the whole it settles, whatever it turns out to be.
        settles_most: How many it settles at most.
        narrows_least: By how many steps of the statuses it narrows them all together, whatever it turns out to be.
        narrows_most: By how many at most.
        missing: What is missing, as its verdict tells.
        in_accounts: That the accounts may tell it, where it is a key ratio.
    """

    id: str
    title: str
    settles_least: int
    settles_most: int
    narrows_least: int
    narrows_most: int
    missing: tuple[str, ...] = field(default=(), converter=as_tuple)
    in_accounts: tuple[Reason, ...] = field(default=(), converter=as_tuple)


@frozen(kw_only=True)
class NextMeasurement(Readable):
    """
    The unknown most worth knowing (nästa mätning).

    Attributes:
        on: The day asked.
        year: The year judged.
        candidates: What each unknown indicator is worth to know, the most first.
        exact: Whether each was tried in every way; else the numbers are bounds from above.
    """

    _read: ClassVar[str] = "candidates"

    on: date
    year: int
    candidates: tuple[Worth, ...] = field(converter=as_tuple)
    exact: bool

    @property
    def best(self) -> Worth | None:
        """The one most worth knowing; None if none settles or narrows anything."""
        return next((each for each in self.candidates if each.narrows_most), None)

    def text(self, lang: Language = "sv") -> str:
        """Which it is, and whether all have been tried."""
        best = self.best
        said = _NONE.say(lang)
        if best is not None:
            span = between(best.settles_least, best.settles_most).say(lang)
            sentence = _BEST_OF_ONE if best.settles_least == best.settles_most == 1 else _BEST
            said = one_line(sentence.say(lang, title=best.title, id=best.id, span=span))
            said = " ".join([said, *(reason.text(lang) for reason in best.in_accounts)])
        tried = (_EXACT if self.exact else _BOUND).say(lang, count=len(self.candidates))
        return f"{said} {tried}"

    def to_records(self) -> list[dict[str, Any]]:
        """One row an unknown: id, title, settles and narrows from–to, missing, exact."""
        return [
            {
                "id": each.id,
                "title": each.title,
                "settles_least": each.settles_least,
                "settles_most": each.settles_most,
                "narrows_least": each.narrows_least,
                "narrows_most": each.narrows_most,
                "missing": list(each.missing),
                "exact": self.exact,
            }
            for each in self.candidates
        ]


def next_measurement(
    model: SteeringModel,
    *,
    as_of: date,
    year: int | None = None,
    settings: Attainment | None = None,
    most: int = MOST_TRIED,
) -> NextMeasurement:
    """
    Find the unknown whose knowledge would settle most verdicts, or narrow them most.

    Each indicator whose verdict is not settled is tried as met, partly met and not met, while all other
    unknowns stay so, and the whole region is judged each time. Of more unknowns than are to be tried it is
    told instead how many unsettled verdicts stand above each: no more than those can be settled.

    Args:
        model: The whole model.
        as_of: The day: nothing known later counts.
        year: The year judged; the last that had ended, if none is named.
        settings: How it is judged.
        most: How many unknowns are tried.
    """
    judged = year_ended(as_of) if year is None else year
    chosen = settings or Attainment()
    occasion, now = judged_by(chosen, model, as_of, judged)
    unknown = [each for each in _verdicts(occasion) if _width(each)]
    exact = len(unknown) <= most
    if exact:
        worths = [_tried(each, now, _outcomes(chosen, model, as_of, judged, each)) for each in unknown]
    else:
        worths = list(_bounds(occasion, now, unknown))
    return NextMeasurement(on=as_of, year=judged, candidates=sorted(worths, key=_order), exact=exact)


def _order(worth: Worth) -> tuple[int, int, int, int, str]:
    return -worth.settles_least, -worth.settles_most, -worth.narrows_least, -worth.narrows_most, worth.id


def _verdicts(occasion: Occasion) -> Iterator[Verdict]:
    for each in sorted(occasion.plan.indicators, key=lambda indicator: indicator.id):
        yield indicator_verdict(occasion, each)


def _width(verdict: Verdict) -> int:
    """How many steps there are between the worst and the best it can be; none for what is not judged now."""
    if verdict.due is not None or verdict.status is Status.NOT_JUDGED:
        return 0
    held = bounds_of(verdict)
    return rank(held.high) - rank(held.low)


def _outcomes(
    settings: Attainment, model: SteeringModel, as_of: date, year: int, verdict: Verdict
) -> Iterator[Verdict]:
    """The region as it would be judged for each thing that an indicator can turn out to be."""
    for status in _possible(verdict):
        known = evolve(verdict, status=status, low=status, high=status, due=None, year=year)
        yield judged_by(settings, model, as_of, year, {verdict.about: known})[1]


def _possible(verdict: Verdict) -> list[Status]:
    held = bounds_of(verdict)
    return [status for status in ORDERED if rank(held.low) <= rank(status) <= rank(held.high)]


def _tried(verdict: Verdict, now: Verdict, thens: Iterable[Verdict]) -> Worth:
    before = _widths(now)
    settled, narrowed = [], []
    for then in thens:
        after = _widths(then)
        settled.append(sum(bool(width) and not after.get(key, width) for key, width in before.items()))
        narrowed.append(sum(width - after.get(key, width) for key, width in before.items()))
    return Worth(
        id=verdict.about,
        title=verdict.title,
        settles_least=min(settled),
        settles_most=max(settled),
        narrows_least=min(narrowed),
        narrows_most=max(narrowed),
        missing=_missing(verdict),
        in_accounts=_in_accounts(verdict),
    )


def _widths(top: Verdict) -> dict[tuple[str, str], int]:
    return {(each.kind, each.about): _width(each) for each in top.everything() if each.kind in _COUNTED}


def _missing(verdict: Verdict) -> list[str]:
    return [reason.text() for reason in verdict.reasons if reason.missing]


def _in_accounts(verdict: Verdict) -> list[Reason]:
    return [reason for reason in verdict.reasons if reason.sentence == ACCOUNTS_MAY_TELL]


def _bounds(occasion: Occasion, now: Verdict, unknown: Iterable[Verdict]) -> Iterator[Worth]:
    widths: Mapping[tuple[str, str], int] = _widths(now)
    open_: dict[str, int] = {about: width for (_, about), width in widths.items() if width}
    found = threads(occasion.plan)
    for verdict in unknown:
        above = {*found.reached(verdict.about, "up", serving=True), now.about} - {verdict.about}
        steps = [open_[id] for id in above if id in open_]
        yield Worth(
            id=verdict.about,
            title=verdict.title,
            settles_least=0,
            settles_most=len(steps),
            narrows_least=0,
            narrows_most=sum(steps),
            missing=_missing(verdict),
            in_accounts=_in_accounts(verdict),
        )
