"""The financial profile as an evaluator: a place among named peers, and never a goal attained."""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar

from attrs import field, frozen

from regionstyrning.errors import InvalidValue
from regionstyrning.evaluators.occasions.plans import year_ended
from regionstyrning.evaluators.verdicts.saying import because
from regionstyrning.evaluators.verdicts.statuses import Status
from regionstyrning.evaluators.verdicts.verdict import Known, Reason, Verdict
from regionstyrning.evaluators.ways.profile.aspects import ASPECTS, Aspect, Peer, ProfileRatio
from regionstyrning.evaluators.ways.profile.compared import (
    RANK,
    FinancialProfile,
    Mark,
    financial_profile,
    heading,
    peer_of,
)
from regionstyrning.model.records import as_tuple
from regionstyrning.model.steering_model import SteeringModel
from regionstyrning.text.sentences import Sentence, listed, verbatim

__all__ = [
    "ASPECTS",
    "Aspect",
    "FinancialProfile",
    "Mark",
    "Peer",
    "Profile",
    "ProfileRatio",
    "financial_profile",
    "peer_of",
]

_MEAN = Sentence("I snitt {points} poäng av 5.", "On average {points} points of 5.")
_GAP = Sentence("Snittet går inte att räkna ut: {names} saknas.", "The mean cannot be computed: {names} is missing.")


def _peers(_: object, attribute: Any, value: tuple[object, ...]) -> None:  # noqa: ANN401 - attrs' own signature
    strange = next((each for each in value if not isinstance(each, Peer)), None)
    if strange is not None:
        message = f"{attribute.name} holds {strange!r}, expected Peer"
        raise InvalidValue(attribute.name, message)


@frozen(kw_only=True)
class Profile:
    """
    The financial profile as an evaluator: a place among named peers, which is no attainment.

    Nothing it says is met or not met. No peers are shipped: the caller brings them.

    Attributes:
        peers: Whom the region is compared with.
        aspects: Which ratios stand under which aspect.
        name: What the evaluator is called.

    Raises:
        InvalidValue: for anything else than peers.
    """

    version: ClassVar[str] = "1"

    peers: tuple[Peer, ...] = field(default=(), converter=as_tuple, validator=_peers)
    aspects: tuple[Aspect, ...] = field(default=ASPECTS, converter=as_tuple)
    name: str = "profile"

    def __call__(self, model: SteeringModel, *, as_of: date, year: int | None = None) -> Verdict:
        """
        Tell a region's place among its peers.

        Args:
            model: The whole model.
            as_of: The day: nothing known later counts.
            year: The fiscal year; the last that had ended, if none is named.

        Returns:
            A verdict that is not judged, with a part for each aspect and each ratio. Without peers, or accounts
            of a legal person, it cannot be assessed.
        """
        judged = year_ended(as_of) if year is None else year
        try:
            found = financial_profile(model, self.peers, as_of=as_of, year=judged, aspects=self.aspects)
        except InvalidValue as error:
            words = verbatim(str(error), str(error))
            return self._whole(model, judged, (), [because(model.id, words, missing=True)])
        parts = tuple(_aspect_verdict(found, title, marks) for title, marks in found.aspects.items())
        told = because(model.id, verbatim(found.compared("sv"), found.compared("en")), missing=not self.peers)
        reasons = [told, because(model.id, RANK)] if self.peers else [told]
        return self._whole(model, judged, parts, reasons)

    def _whole(self, model: SteeringModel, year: int, parts: tuple[Verdict, ...], reasons: list[Reason]) -> Verdict:
        known = sum(part.coverage.known for part in parts)
        return Verdict(
            about=model.id,
            title=heading(model.title, year),
            status=Status.NOT_JUDGED if parts and self.peers else Status.CANNOT_BE_ASSESSED,
            reasons=reasons,
            parts=parts,
            evaluator=f"{self.name} {self.version}",
            settings=(("peers", ", ".join(peer.title for peer in self.peers) or "–"),),
            coverage=Known(known=known, of=sum(part.coverage.of for part in parts)),
            year=year,
            kind="modell",
        )


def _aspect_verdict(found: FinancialProfile, title: str, marks: tuple[Mark, ...]) -> Verdict:
    about = f"{found.about}/{title}"
    points = found.points(title)
    if points is not None:
        reason = because(about, _MEAN, points=round(points, 1))
    else:
        lacking = listed([mark.title for mark in marks if mark.points is None])
        reason = because(about, _GAP, missing=True, names=lacking)
    parts = [_mark_verdict(found, mark) for mark in marks]
    known = Known(known=sum(mark.points is not None for mark in marks), of=len(marks))
    status = Status.NOT_JUDGED
    return Verdict(
        about=about, title=title, status=status, reasons=[reason], parts=parts, coverage=known, year=found.year
    )


def _mark_verdict(found: FinancialProfile, mark: Mark) -> Verdict:
    said = verbatim(mark.text("sv"), mark.text("en"))
    return Verdict(
        about=f"{found.about}/{mark.aspect}/{mark.ratio}",
        title=mark.title,
        status=Status.NOT_JUDGED,
        reasons=[because(mark.ratio, said, missing=mark.points is None)],
        year=found.year,
    )
