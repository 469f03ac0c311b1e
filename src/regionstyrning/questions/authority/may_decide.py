"""May this one decide, and why or why not."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from typing import TYPE_CHECKING, Any, ClassVar

from regionstyrning.law import STANDARD, Policies
from regionstyrning.questions.answers import Answer, Step
from regionstyrning.questions.authority.asking import asked
from regionstyrning.questions.authority.case import Case, Facts, check_body
from regionstyrning.questions.authority.chains import authority_of
from regionstyrning.questions.authority.duties import Duty, duties_of
from regionstyrning.questions.authority.missing import missing_of
from regionstyrning.questions.authority.near import best_right, call_up, near_rights
from regionstyrning.questions.authority.telling import Refusal, refusal, steps_of, title_of
from regionstyrning.questions.authority.verdict import bare_verdict, verdict
from regionstyrning.text.sentences import Sentence, listed
from regionstyrning.text.widths import folded

if TYPE_CHECKING:
    from regionstyrning.model.steering_model import SteeringModel
    from regionstyrning.text.sentences import Language

_NOTHING: frozenset[str] = frozenset()

_YES = Sentence(
    "Ja: {who} får besluta om {matter} den {day}{amount}.", "Yes: {who} may decide {matter} on {day}{amount}."
)
_NO = Sentence(
    "Nej: {who} får inte besluta om {matter} den {day}{amount}.", "No: {who} may not decide {matter} on {day}{amount}."
)
_MAYBE = Sentence(
    "Det beror på: om {who} får besluta om {matter} den {day}{amount} hänger på {facts}.",
    "It depends: whether {who} may decide {matter} on {day}{amount} hangs on {facts}.",
)
_AMOUNT = Sentence(" för {amount} kronor", " for {amount} kronor")
HEADINGS = {
    "steps": Sentence("Steg", "Steps"),
    "refused": Sentence("Räckte inte", "Did not reach"),
    "duties": Sentence("Därefter", "Afterwards"),
    "missing": Sentence("Inte känt", "Not known"),
    "call_up": Sentence("Ärendet kan tas över av {who}.", "{who} may call the matter up."),
}


class MayDecide(Answer):
    """
    Whether someone may decide a case (får besluta), with its reasons.

    A plain slotted class, since it is made often; its reasons are worked out when they are read.

    Attributes:
        who: Id of the organ or post.
        about: Id of the matter.
        on: The day.
        allowed: True, False, or None if it depends on facts that are not known.
        depends_on: Names of those facts, sorted; ``amount_sek`` for an amount that is not given.
    """

    _read: ClassVar[str] = "allowed"

    __slots__ = ("_case", "about", "allowed", "depends_on", "on", "who")

    __setattr__ = object.__setattr__

    def __init__(
        self, who: str, matter: str, on: date, said: tuple[bool | None, tuple[str, ...]], case: Case | tuple[Any, Any]
    ) -> None:
        self.who = who
        self.about = matter  # type: ignore[misc] # a plain class under a frozen one
        self.on = on  # type: ignore[misc] # as above
        self.allowed, self.depends_on = said
        self._case = case

    @property
    def case(self) -> Case:
        """The case that was asked about."""
        made = self._case
        if not isinstance(made, Case):
            authority, amount_sek = made
            made = Case(
                authority,
                self.about,
                self.on,
                amount_sek,
                {},
                closed=False,
                urgent=False,
                disqualified=_NOTHING,
            )
            self._case = made
        return made

    @property
    def steps(self) -> tuple[Step, ...]:
        """From fullmäktige or the law to the one who decides; where nobody gave the right, to the owner."""
        right = best_right(self.case, self.who)
        return () if right is None else tuple(steps_of(right, self.case))

    @property
    def refused(self) -> tuple[Refusal, ...]:
        """Each mandate of theirs that came near, and what was missing."""
        told = (refusal(right, self.case) for right in near_rights(self.case, self.who))
        return tuple(each for each in told if each is not None)

    @property
    def duties(self) -> tuple[Duty, ...]:
        """What follows when they decide; nothing if they may not."""
        right = None if self.allowed is False else best_right(self.case, self.who)
        return () if right is None else tuple(duties_of(right, self.case))

    @property
    def called_up_by(self) -> tuple[str, ...]:
        """Ids of those who may call the matter up before it is decided."""
        right = None if self.allowed is False else best_right(self.case, self.who)
        return () if right is None else call_up(right, self.case)

    def what_is_missing(self, lang: Language = "sv") -> Iterator[str]:
        """The law of a day that is not held, scopes that nobody states, and what the facts are needed for."""
        yield from missing_of(self.case, self.who, lang)

    def headline(self, lang: Language = "sv") -> str:
        """The answer in one sentence."""
        authority, amount = self.case.authority, self.case.amount_sek
        said = _YES if self.allowed else _MAYBE if self.allowed is None else _NO
        return said.say(
            lang,
            who=title_of(authority, self.who),
            matter=title_of(authority, self.about),
            day=self.on.isoformat(),
            amount="" if amount is None else _AMOUNT.say(lang, amount=f"{amount:,}".replace(",", "\N{NO-BREAK SPACE}")),
            facts=listed(self.depends_on, lang),
        )

    def text(self, lang: Language = "sv", *, width: int = 80) -> str:
        """The answer in a sentence, then its steps, what did not reach, duties and what is not known."""
        lines = folded(self.headline(lang), width)
        for name in ("steps", "refused", "duties"):
            told = getattr(self, name)
            if told:
                lines += ["", HEADINGS[name].say(lang), *told_as_list(told, lang, width)]
        if self.called_up_by:
            names = listed((title_of(self.case.authority, id) for id in self.called_up_by), lang)
            lines += ["", *folded(HEADINGS["call_up"].say(lang, who=names), width)]
        unknown = list(self.what_is_missing(lang))
        if unknown:
            lines += ["", HEADINGS["missing"].say(lang)]
            lines += [piece for each in unknown for piece in folded(each, width, "- ", "  ")]
        return "\n".join(lines)

    def to_records(self) -> list[dict[str, Any]]:
        """One row: who, matter, on, amount_sek, allowed, depends_on, text."""
        return [
            {
                "who": self.who,
                "matter": self.about,
                "on": self.on.isoformat(),
                "amount_sek": self.case.amount_sek,
                "allowed": self.allowed,
                "depends_on": list(self.depends_on),
                "text": self.headline(),
            }
        ]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, MayDecide) and self._key() == other._key()

    def __hash__(self) -> int:
        return hash(self._key())

    def _key(self) -> tuple[Any, ...]:
        return self.who, self.about, self.on, self.allowed, self.depends_on

    def __repr__(self) -> str:
        return f"MayDecide(who={self.who!r}, about={self.about!r}, on={self.on!r}, allowed={self.allowed!r})"


def told_as_list(told: tuple[Step | Duty, ...], lang: Language, width: int) -> list[str]:
    """Sentences as a list, each with its paragraph, folded."""
    lines: list[str] = []
    for each in told:
        said = each.text(lang)
        law = f" [{each.law}]" if each.law is not None and each.law not in said else ""
        lines += folded(f"{said}{law}", width, "- ", "  ")
    return lines


def may_decide(  # noqa: PLR0913 - what a case is made of
    model: SteeringModel,
    who: str,
    matter: str,
    *,
    on: date | None = None,
    amount_sek: int | None = None,
    facts: Facts | None = None,
    closed: bool = False,
    urgent: bool = False,
    disqualified: Collection[str] = (),
    policies: Policies = STANDARD,
) -> MayDecide:
    """
    Tell whether someone may decide a matter on a day, and why or why not.

    Args:
        model: Any model.
        who: Id of the organ or post.
        matter: Id of the matter (ärende).
        on: The day of the decision; the model's own if left out. Validities include both their ends.
        amount_sek: The amount in whole kronor, counted as the limit counts it (per occasion,
            contract or year).
        facts: Facts of the case by name, with yes, no or a number; names alone mean yes. Limits
            in other units are held against ``antal``, ``dagar``, ``manader``, ``ar`` and ``procent``;
            ``franvaro:<post>`` and ``vakans:<post>`` say that a post is away or vacant.
        closed: Whether what is not named does not hold. Numbers stay unknown.
        urgent: Whether the case cannot wait for the nämnd.
        disqualified: Ids of the posts that are jäviga; all others are not.
        policies: Choices where the law leaves open how it is to be read.

    Returns:
        ``allowed`` is None where it depends on facts that are not known; a no that no fact could
        turn is a no. In a matter with narrower ones, the case is taken to belong to none of them.

    Raises:
        UnknownId: if no organ, post, matter or fact has the name.
        InvalidValue: for a day, amount or fact of the wrong kind, or a fact against what the matter states.

    Source:
        KL 5:1–2, 6:37–40, 7:5–8.

    >>> may_decide(model, "omradeschef", "inkop", on=date(2026, 3, 1), amount_sek=2_000_000, closed=True).allowed
    False
    """
    if policies is STANDARD and not (facts or closed or urgent or disqualified) and type(on) is date:
        authority = model.memo.get(_AUTHORITY) or authority_of(model)
        if amount_sek is None or (type(amount_sek) is int and amount_sek >= 0):
            moment = authority.moment(on)
            if who not in moment.rights:
                check_body(authority, who)
            return MayDecide(
                who, matter, on, bare_verdict(moment, who, matter, on, amount_sek), (authority, amount_sek)
            )
    case = asked(
        model,
        matter,
        on=on,
        amount_sek=amount_sek,
        facts=facts,
        closed=closed,
        urgent=urgent,
        disqualified=disqualified,
        policies=policies,
    )
    check_body(case.authority, who)
    return MayDecide(who, matter, case.on, verdict(case, who), case)


_AUTHORITY = ("authority", STANDARD)
