"""May this one decide, and why or why not."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from typing import TYPE_CHECKING, Any, ClassVar

from regionstyrning.law import STANDARD, Policies
from regionstyrning.questions.answers import Answer, Step
from regionstyrning.questions.authority.asking import asked
from regionstyrning.questions.authority.case import Case, Facts, bare_case, check_body
from regionstyrning.questions.authority.chains import authority_of
from regionstyrning.questions.authority.doubts import Doubt, doubts_of
from regionstyrning.questions.authority.duties import Duty, duties_of
from regionstyrning.questions.authority.missing import missing_of
from regionstyrning.questions.authority.near import best_right, call_up, near_rights, reaching_rights
from regionstyrning.questions.authority.refusals import Refusal, no_mandate, refusal
from regionstyrning.questions.authority.rights import Right
from regionstyrning.questions.authority.steps import steps_of
from regionstyrning.questions.authority.told import (
    IN_NOTEBOOK,
    as_list,
    case_text,
    section,
    told,
    told_call_up,
    told_duties,
    told_steps,
)
from regionstyrning.questions.authority.verdict import bare_verdict, verdict
from regionstyrning.questions.authority.wording import name_of
from regionstyrning.text.readable import Words
from regionstyrning.text.sentences import Sentence
from regionstyrning.text.widths import folded

if TYPE_CHECKING:
    from regionstyrning.model.steering_model import SteeringModel
    from regionstyrning.text.sentences import Language

_YES = Sentence("Ja: {who} får besluta om {case}.", "Yes: {who} may decide {case}.")
_NO = Sentence("Nej: {who} får inte besluta om {case}.", "No: {who} may not decide {case}.")
_MAYBE = Sentence(
    "Det beror på: mer behöver vara känt för att säga om {who} får besluta om {case}.",
    "It depends: more has to be known to say whether {who} may decide {case}.",
)


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
    _called: ClassVar[Words] = IN_NOTEBOOK

    __slots__ = ("_best", "_case", "about", "allowed", "depends_on", "on", "who")

    __setattr__ = object.__setattr__

    def __init__(
        self, who: str, matter: str, on: date, said: tuple[bool | None, tuple[str, ...]], case: Case | tuple[Any, Any]
    ) -> None:
        self.who = who
        self.about = matter  # type: ignore[misc] # a plain class under a frozen one
        self.on = on  # type: ignore[misc] # as above
        self.allowed, self.depends_on = said
        self._case = case
        self._best: Right | bool | None = False

    @property
    def _right(self) -> Right | None:
        """The best right, looked for once."""
        best = self._best
        if best is False:
            best = self._best = None if self.allowed is False else best_right(self.case, self.who)
        return best if isinstance(best, Right) else None

    @property
    def case(self) -> Case:
        """The case that was asked about."""
        made = self._case
        if not isinstance(made, Case):
            authority, amount_sek = made
            made = self._case = bare_case(authority, self.about, self.on, amount_sek)
        return made

    @property
    def steps(self) -> tuple[Step, ...]:
        """
        From fullmäktige or the law to the one who decides.

        Each `Mandate` is a right that is given, each `Doubt` something that it still hangs on.
        """
        right = self._right
        return () if right is None else steps_of(right, self.case, firm=self.allowed is True)

    @property
    def refused(self) -> tuple[Refusal, ...]:
        """Each mandate of theirs that came near, and what was missing; a no never lacks its reason."""
        told = (refusal(right, self.case) for right in near_rights(self.case, self.who))
        found = tuple(each for each in told if each is not None)
        return found if found or self.allowed is not False else (no_mandate(self.who, self.case),)

    @property
    def duties(self) -> tuple[Duty, ...]:
        """What follows when they decide; nothing if they may not."""
        right = self._right
        return () if right is None else tuple(duties_of(right, self.case))

    @property
    def called_up_by(self) -> tuple[str, ...]:
        """Ids of those who may call the matter up before it is decided."""
        right = self._right
        return () if right is None else call_up(right, self.case)

    def what_is_missing(self, lang: Language = "sv") -> Iterator[str]:
        """The law of a day that is not held, scopes that nobody states, and what the facts are needed for."""
        yield from missing_of(self.case, self.who, lang)

    def headline(self, lang: Language = "sv") -> str:
        """The answer in one sentence."""
        said = _YES if self.allowed else _MAYBE if self.allowed is None else _NO
        who = name_of(self.case.authority, self.who)
        return said.say(lang, who=who, case=case_text(self.case, lang))

    def text(self, lang: Language = "sv", *, width: int = 80) -> str:
        """The answer in a sentence, then its steps, what did not reach, duties and what is not known."""
        authority = self.case.authority
        refused = as_list((told(each, lang) for each in self.refused), width)
        lines = [
            *folded(self.headline(lang), width),
            *told_steps((*self.steps, *self._other_doubts()), lang, width),
            *section("why not" if self.allowed is False else "refused", refused, lang),
            *section("duties", told_duties({self.who: self.duties}, authority, lang, width), lang),
            *told_call_up(self.called_up_by, authority, lang, width),
            *section("missing", as_list(self.what_is_missing(lang), width), lang),
        ]
        return "\n".join(lines)

    def _other_doubts(self) -> Iterator[Doubt]:
        """What the answer depends on by other rights than the one whose steps are told."""
        if self.allowed is None:
            for right in reaching_rights(self.case, self.who)[1:]:
                yield from doubts_of(right, self.case)

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
            ``franvaro:<post>`` and ``vakans:<post>`` say that a post is away or vacant,
            ``overtaget:<organ>`` that an organ decides this case itself and what it has given rests.
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
