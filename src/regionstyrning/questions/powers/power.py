"""A power that someone has in one scheme and not in another, with a case that shows it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any, ClassVar

from attrs import field, frozen

from regionstyrning.questions.powers.diagrams import DISQUALIFIED, URGENT
from regionstyrning.text.escaping import one_line
from regionstyrning.text.numbers import number
from regionstyrning.text.readable import Readable
from regionstyrning.text.sentences import Sentence, listed

if TYPE_CHECKING:
    from regionstyrning.text.sentences import Language

_OR = {"sv": "; eller ", "en": "; or "}
_LAW = Sentence("vad lagen medger", "what the law lets be")
_WHOLE = {
    True: Sentence("{name}", "{name}"),
    False: Sentence("inte {name}", "not {name}"),
}
_URGENT = {True: Sentence("brådskande", "urgent"), False: Sentence("inte brådskande", "not urgent")}
_DISQUALIFIED = {
    True: Sentence("{name} är jävig", "{name} is disqualified"),
    False: Sentence("{name} är inte jävig", "{name} is not disqualified"),
}
_LEAST = Sentence("minst {value}", "at least {value}")
_ABOVE = Sentence("över {value}", "above {value}")
_MOST = Sentence("högst {value}", "at most {value}")
_BELOW = Sentence("under {value}", "below {value}")
_OR_NOT = Sentence("inte {name} eller {bounds}", "not {name} or {bounds}")
_NUMBER = Sentence("{name} {bounds}", "{name} {bounds}")
_FROM_TO = Sentence("över {below} till och med {most} kronor", "above {below} to {most} kronor")
_TO = Sentence("till och med {most} kronor", "up to {most} kronor")
_FROM = Sentence("över {below} kronor", "above {below} kronor")
_DAYS = Sentence("{first}–{last}", "{first} to {last}")
_IF = Sentence("om {conditions}", "if {conditions}")
_EXCEPT = Sentence("{matter} utom {others}", "{matter} except {others}")
_POWER = Sentence("{who}: {rest}", "{who}: {rest}")


@frozen(kw_only=True)
class FactHeld:
    """
    What must be so of one fact (villkor).

    Attributes:
        fact: Its name; ``bradskande`` for an urgent case, ``jav:`` and an id for a post that is
            jävig. Of ``prisbasbelopp-`` and a year, how many of them the amount makes.
        holds: Whether it holds, or is a number within the bounds; if not, it does not hold, or is
            a number within the bounds if there are any.
        at_least: The least number.
        above: What the number is above.
        at_most: The greatest number.
        below: What the number is below.
    """

    fact: str
    holds: bool = True
    at_least: Decimal | None = None
    above: Decimal | None = None
    at_most: Decimal | None = None
    below: Decimal | None = None

    def told(self, lang: Language = "sv") -> str:
        """The condition in a few words."""
        if self.fact == URGENT[1]:
            return _URGENT[self.holds].say(lang)
        if self.fact.startswith(DISQUALIFIED):
            return _DISQUALIFIED[self.holds].say(lang, name=self.fact.removeprefix(DISQUALIFIED))
        bounds = [
            sentence.say(lang, value=number(value, lang))
            for sentence, value in (
                (_LEAST, self.at_least),
                (_ABOVE, self.above),
                (_MOST, self.at_most),
                (_BELOW, self.below),
            )
            if value is not None
        ]
        if not bounds:
            return _WHOLE[self.holds].say(lang, name=self.fact)
        sentence = _NUMBER if self.holds else _OR_NOT
        return sentence.say(lang, name=self.fact, bounds=listed(bounds, lang))


@frozen(kw_only=True)
class ExampleCase:
    """
    A case that one scheme lets someone decide and the other does not (exempel).

    Nothing holds in it but what is named.

    Attributes:
        matter: Id of the matter.
        on: The day.
        amount_sek: The amount in kronor.
        facts: What holds, with yes, or is a number; what is asked as a number and does not hold, with no.
        urgent: Whether it cannot wait.
        disqualified: Ids of the posts that are jäviga.
        before: What the first scheme says: whether one may decide it.
        after: What the second says.
    """

    matter: str
    on: date
    amount_sek: int
    facts: tuple[tuple[str, bool | Decimal], ...] = ()
    urgent: bool = False
    disqualified: tuple[str, ...] = ()
    before: bool | None = None
    after: bool | None = None

    @property
    def keywords(self) -> dict[str, Any]:
        """The case as `may_decide` takes it, beside who and matter."""
        return {
            "on": self.on,
            "amount_sek": self.amount_sek,
            "facts": dict(self.facts),
            "closed": True,
            "urgent": self.urgent,
            "disqualified": self.disqualified,
        }


@frozen(kw_only=True)
class Power(Readable):
    """
    What someone may decide (befogenhet): one line of a comparison.

    Attributes:
        who: Id of the organ or post.
        matter: Id of the matter, with all that is part of it; what a narrower matter states of
            itself holds there too.
        except_matters: Ids of the matters within it that it is not about.
        from_sek: The least amount in whole kronor, itself included.
        to_sek: The greatest amount, itself included; None if there is none.
        days: The first day and the last, both included.
        conditions: Ways to meet what is asked of the facts, one of which must be met, all of it;
            none where nothing is asked.
        example: A case of it.
    """

    _read: ClassVar[str] = "example"

    who: str
    matter: str
    except_matters: tuple[str, ...] = ()
    from_sek: int
    to_sek: int | None
    days: tuple[date, date]
    conditions: tuple[tuple[FactHeld, ...], ...] = ()
    example: ExampleCase
    _law: frozenset[str] = field(repr=False, eq=False, default=frozenset())
    _titles: tuple[tuple[str, str], ...] = field(repr=False, eq=False, default=())

    def text(self, lang: Language = "sv") -> str:
        """Who, the matter, amounts, days and conditions, in one line; what the law bars anyway is left out."""
        rest = ", ".join(filter(None, [self._matter(lang), self._amounts(lang), self._days(lang), self._if(lang)]))
        return one_line(_POWER.say(lang, who=self._title(self.who), rest=rest))

    def _title(self, id: str) -> str:
        return dict(self._titles).get(id, id)

    def _matter(self, lang: Language) -> str:
        if not self.except_matters:
            return self._title(self.matter)
        others = listed(map(self._title, self.except_matters), lang)
        return _EXCEPT.say(lang, matter=self._title(self.matter), others=others)

    def _amounts(self, lang: Language) -> str:
        below = number(self.from_sek - 1, lang)
        if self.to_sek is None:
            return _FROM.say(lang, below=below) if self.from_sek else ""
        sentence = _FROM_TO if self.from_sek else _TO
        return sentence.say(lang, below=below, most=number(self.to_sek, lang))

    def _days(self, lang: Language) -> str:
        first, last = self.days
        return "" if first == last else _DAYS.say(lang, first=first, last=last)

    def _if(self, lang: Language) -> str:
        """The conditions, without what some statute bars wherever it holds."""
        ways: dict[str, None] = {}
        for way in self.conditions:
            said = [each.told(lang) for each in way if each.holds or each.fact not in self._law]
            if not said:
                return ""
            ways[listed(said, lang)] = None
        return _IF.say(lang, conditions=_OR[lang].join(ways)) if ways else ""

    def to_records(self) -> list[dict[str, Any]]:
        """One row: who, matter, exceptions, amounts, days, conditions and the example."""
        example = self.example
        return [
            {
                "who": self.who,
                "matter": self.matter,
                "except_matters": list(self.except_matters),
                "from_sek": self.from_sek,
                "to_sek": self.to_sek,
                "first": self.days[0].isoformat(),
                "last": self.days[1].isoformat(),
                "conditions": _OR["sv"].join(listed(each.told() for each in way) for way in self.conditions),
                "example_matter": example.matter,
                "example_on": example.on.isoformat(),
                "example_amount_sek": example.amount_sek,
                "example_facts": [
                    name if value is True else f"{name} = {_plain(value)}" for name, value in example.facts
                ],
                "example_urgent": example.urgent,
                "example_disqualified": list(example.disqualified),
            }
        ]


def _plain(value: bool | Decimal) -> str:
    return f"{value:f}" if isinstance(value, Decimal) else "nej"
