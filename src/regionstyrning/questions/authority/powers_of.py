"""What someone may decide."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar

from attrs import field, frozen

from regionstyrning.law import STANDARD, Policies
from regionstyrning.questions.answers import Answer, Step
from regionstyrning.questions.authority.asking import asked
from regionstyrning.questions.authority.case import Facts, check_body
from regionstyrning.questions.authority.chains import authority_of
from regionstyrning.questions.authority.decider import Decider
from regionstyrning.questions.authority.doubts import Doubt
from regionstyrning.questions.authority.missing import of_the_day
from regionstyrning.questions.authority.near import best_right, order
from regionstyrning.questions.authority.refusals import Refusal, refusal
from regionstyrning.questions.authority.told import as_list, section, told, told_once
from regionstyrning.questions.authority.verdict import verdict
from regionstyrning.questions.authority.wording import name_of, title_of
from regionstyrning.text.sentences import Sentence
from regionstyrning.text.tables import text_table
from regionstyrning.text.widths import folded

if TYPE_CHECKING:
    from regionstyrning.model.steering_model import SteeringModel
    from regionstyrning.questions.authority.case import Case
    from regionstyrning.questions.authority.chains import Authority
    from regionstyrning.questions.authority.rights import Right
    from regionstyrning.text.sentences import Language

_WHAT = Sentence("Vad får {who} besluta om den {day}?", "What may {who} decide on {day}?")
_NOTHING = Sentence("Ingenting i modellen.", "Nothing in the model.")
_HEADERS = {"sv": ["ärende", "får besluta", "högst"], "en": ["matter", "may decide", "at most"]}


@frozen(kw_only=True)
class HeldPower(Decider):
    """
    A matter that someone may decide, or may if some facts are so (befogenhet).

    Attributes:
        matter: Id of the matter.
    """

    matter: str

    def row(self, lang: Language = "sv") -> list[str]:
        """The cells of a table."""
        return [f"{title_of(self._case.authority, self.matter)} [{self.matter}]", *super().row(lang)[1:]]

    def to_records(self) -> list[dict[str, Any]]:
        """One row: matter, matter_title, and as of `Decider`."""
        title = title_of(self._case.authority, self.matter)
        return [{"matter": self.matter, "matter_title": title, **row} for row in super().to_records()]


@frozen(kw_only=True)
class PowersOf(Answer):
    """
    What someone may decide on a day (befogenheter).

    Attributes:
        about: Id of the organ or post.
        on: The day.
    """

    _read: ClassVar[str] = "powers"

    _authority: Authority = field(repr=False, eq=False)
    _cases: tuple[Case, ...] = field(repr=False, eq=False)

    @cached_property
    def powers(self) -> tuple[HeldPower, ...]:
        """Each matter that they may decide, by id, with how far. An amount is asked only where it is limited."""
        found = []
        for case in self._cases:
            allowed, facts = verdict(case, self.about)
            right = None if allowed is False else best_right(case, self.about)
            if right is not None:
                asked = tuple(fact for fact in facts if fact != "amount_sek")
                firm = allowed if allowed or asked else True
                power = HeldPower(
                    id=self.about, matter=case.matter, allowed=firm, depends_on=asked, right=right, case=case
                )
                found.append(power)
        return tuple(found)

    @property
    def steps(self) -> tuple[Step, ...]:
        """The steps of each power, the same step once."""
        return tuple(dict.fromkeys(step for power in self.powers for step in power.steps))

    @property
    def refused(self) -> tuple[Refusal, ...]:
        """Each mandate of theirs that does not reach what it says, and why."""
        cases = {case.matter: case for case in self._cases}
        told = (refusal(right, cases[right.scope]) for right in sorted(self._mandates(), key=order))
        return tuple(each for each in told if each is not None)

    def _mandates(self) -> Iterator[Right]:
        moment = self._authority.moment(self.on)
        return (right for right in moment.all_rights_of(self.about) if right.delegation is not None)

    def what_is_missing(self, lang: Language = "sv") -> Iterator[str]:
        """The law of a day that is not held."""
        for case in self._cases[:1]:
            yield from of_the_day(case, lang)

    def headline(self, lang: Language = "sv") -> str:
        """The question in one sentence."""
        return _WHAT.say(lang, who=name_of(self._authority, self.about), day=self.on.isoformat())

    def text(self, lang: Language = "sv", *, width: int = 80) -> str:
        """A table of what they may decide, then what does not reach and what is not known."""
        lines = [*folded(self.headline(lang), width), ""]
        if self.powers:
            lines.append(text_table(_HEADERS[lang], [power.row(lang) for power in self.powers], width))
        else:
            lines.append(_NOTHING.say(lang))
        lines += [
            *section("depends", told_once(self._doubts(lang), self._authority, lang, width), lang),
            *section("refused", as_list((told(each, lang) for each in self.refused), width), lang),
            *section("missing", as_list(self.what_is_missing(lang), width), lang),
        ]
        return "\n".join(lines)

    def _doubts(self, lang: Language) -> dict[str, list[str]]:
        """What each power hangs on, apart from the amount, which the table gives a limit for."""
        return {
            power.matter: [
                told(step, lang)
                for step in power.steps
                if isinstance(step, Doubt) and not set(step.facts).isdisjoint(power.depends_on)
            ]
            for power in self.powers
        }

    def to_records(self) -> list[dict[str, Any]]:
        """One row a matter: matter, matter_title, who, title, allowed, depends_on, limits."""
        return [row for power in self.powers for row in power.to_records()]


def powers_of(  # noqa: PLR0913 - what a case is made of
    model: SteeringModel,
    who: str,
    *,
    on: date | None = None,
    facts: Facts | None = None,
    closed: bool = False,
    urgent: bool = False,
    disqualified: Collection[str] = (),
    policies: Policies = STANDARD,
) -> PowersOf:
    """
    List what someone may decide on a day, with how far.

    Args:
        model: Any model.
        who: Id of the organ or post.
        on: The day; the model's own if left out.
        facts: Facts of the case by name, as for `may_decide`, taken for every matter.
        closed: Whether what is not named does not hold.
        urgent: Whether the case cannot wait for the nämnd.
        disqualified: Ids of the posts that are jäviga.
        policies: Choices where the law leaves open how it is to be read.

    Returns:
        Every matter that `may_decide` does not refuse for some amount. A limit in kronor is
        given, not asked about.

    Raises:
        UnknownId: if no organ, post or fact has the name.
        InvalidValue: for a day or fact of the wrong kind.

    >>> [power.matter for power in powers_of(model, "enhetschef", on=date(2026, 3, 1)).powers]
    ['anstallning', 'avgiftsbefrielse', 'direktupphandling', 'ramavtalsavrop']
    """
    authority = authority_of(model, policies)
    check_body(authority, who)
    cases = tuple(
        asked(
            model,
            matter,
            on=on,
            facts=facts,
            closed=closed,
            urgent=urgent,
            disqualified=disqualified,
            policies=policies,
        )
        for matter in sorted(authority.matters.by_id)
    )
    day = model.as_of if on is None else on
    return PowersOf(about=who, on=day, authority=authority, cases=cases)
