"""What was turned down, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from attrs import field, frozen

from regionstyrning.model.records import as_tuple
from regionstyrning.questions.answers import Step
from regionstyrning.questions.authority.late import late
from regionstyrning.questions.authority.obstacle import given_by
from regionstyrning.questions.authority.obstacles import obstacles
from regionstyrning.questions.authority.reasons import reason_text
from regionstyrning.questions.authority.verdict import looked_at
from regionstyrning.questions.authority.wording import EITHER, both, cited, title_of
from regionstyrning.text.sentences import LANGUAGES, Sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from regionstyrning.model.delegation import Delegation
    from regionstyrning.questions.authority.case import Case
    from regionstyrning.questions.authority.rights import Right

_REFUSED = Sentence("{taker}: {reasons}.", "{taker}: {reasons}.")
_NO_MANDATE = Sentence(
    "{taker}: ingen delegation och ingen lag ger rätt att besluta i ärendet.",
    "{taker}: no delegation and no statute gives the right to decide the matter.",
)
_OFFICE = Sentence("{office}: är ingen befattning i modellen.", "{office}: is no post of the model.")

_PUBLIC = {"excepted": "matter", "document": "day", "decision": "day", "recalled": "withdrawn", "deputy": "away"}


@frozen(kw_only=True)
class Refusal(Step):
    """
    A mandate that came near and did not reach (avvisat mandat).

    Attributes:
        who: Id of the organ or post that would have decided, or the office as the scheme names it.
        delegation: Id of the delegation, or None for what an organ owns.
        label: The row's number in the scheme, where the scheme numbers its rows.
        reasons: What was missing, in short: ``amount``, ``day``, ``matter``, ``trait``, ``condition``,
            ``pass-on``, ``disqualified``, ``law``, ``jointly``, ``nature``, ``urgent``, ``office``,
            ``taken-over``, ``away``, ``owner``, ``withdrawn``, ``chain``.
    """

    _read: ClassVar[str] = "reasons"

    who: str
    delegation: str | None = None
    label: str | None = None
    reasons: tuple[str, ...] = field(default=(), converter=as_tuple)

    def to_records(self) -> list[dict[str, Any]]:
        """One row: as of `Step`, with who, delegation, label and reasons."""
        named = {"who": self.who, "delegation": self.delegation, "label": self.label}
        more = {**named, "reasons": list(self.reasons)}
        return [{**row, **more} for row in super().to_records()]


@late
class _Refused(Refusal):
    """A refusal that is put into words when it is read."""

    __slots__ = ("_case", "_made", "_right")

    __setattr__ = object.__setattr__

    def __init__(self, right: Right, case: Case) -> None:
        self._right, self._case = right, case
        self._made: Refusal | None = None

    @property
    def whole(self) -> Refusal:
        """The refusal with its words."""
        if self._made is None:
            self._made = _refusal(self._right, self._case)
        return self._made


def refusal(right: Right, case: Case) -> Refusal | None:
    """Why a right does not reach the case; None if it does, or may."""
    return _Refused(right, case) if looked_at(right, case)[0] is False else None


def _refusal(right: Right, case: Case) -> Refusal:
    firm = [obstacle for obstacle in obstacles(right, case) if not obstacle.facts]
    telling = [each for each in firm if each.reason != "day" or each.words["day"]]
    firm = telling or firm  # that it holds on no day says nothing beside what ended it
    delegation = right.delegation
    words = {
        lang: _REFUSED.say(
            lang,
            taker=title_of(case.authority, right.taker),
            reasons="; ".join(dict.fromkeys(reason_text(each, right, case, lang) for each in firm)),
        )
        for lang in LANGUAGES
    }
    return Refusal(
        record=case.matter if delegation is None else delegation.id,
        law=cited(next((each.rule for each in firm if each.rule is not None), None)),
        source=None if delegation is None else next(iter(delegation.sources), None),
        sentence=EITHER,
        words=both(words),
        who=right.taker,
        delegation=given_by(right),
        label=None if delegation is None else delegation.label,
        reasons=dict.fromkeys(_PUBLIC.get(each.reason, each.reason) for each in firm),
    )


def no_mandate(who: str, case: Case) -> Refusal:
    """That nothing at all came near."""
    words = (("taker", title_of(case.authority, who)),)
    return Refusal(record=case.matter, sentence=_NO_MANDATE, words=words, who=who, reasons=("matter",))


def office_refusals(delegation: Delegation) -> Iterator[Refusal]:
    """That a scheme names an office, which is no post of the model."""
    for receiver in delegation.receivers:
        if receiver.office is not None and receiver.position is None and receiver.organ is None:
            yield Refusal(
                record=delegation.id,
                source=next(iter(delegation.sources), None),
                sentence=_OFFICE,
                words=(("office", receiver.office),),
                who=receiver.office,
                delegation=delegation.id,
                label=delegation.label,
                reasons=("office",),
            )
