"""Whether the law lets an act be done: what bars it, what permits it and what that hangs on."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from regionstyrning.law import Law, packaged
from regionstyrning.law.lawfulness import Lawful, lawful
from regionstyrning.model import Act, OrganKind

if TYPE_CHECKING:
    from regionstyrning.text.sentences import Language

LAW = Law(statutes=packaged().statutes)
NOW = date(2026, 11, 21)
AGAINST = "sarskilda-skal-mot-verkstallighet"


def executed(facts: dict[str, bool] | None = None, on: date = NOW) -> Lawful:
    """Whether a decision may be executed before it is final."""
    return lawful(LAW, Act.EXECUTE, on=on, facts=facts or {})


@pytest.mark.parametrize(
    ("facts", "lang", "text"),
    [
        ({AGAINST: False}, "sv", "Ja, KL 13 kap. 14 § tillåter det."),
        ({AGAINST: False}, "en", "Yes, KL 13 kap. 14 § permits it."),
        ({AGAINST: True}, "sv", "Nej, det som KL 13 kap. 14 § kräver är inte uppfyllt."),
        ({AGAINST: True}, "en", "No, what KL 13 kap. 14 § asks for does not hold."),
        ({}, "sv", f"Det beror på {AGAINST}."),
    ],
)
def test_what_is_permitted(facts: dict[str, bool], lang: Language, text: str) -> None:
    """Where a provision permits an act, what it asks for must hold."""
    assert text == executed(facts).text(lang)


def test_what_a_permission_hangs_on() -> None:
    """Is told as a fact that the answer depends on."""
    assert (executed().allowed, executed().depends_on) == (None, (AGAINST,))


def test_a_permission_of_a_day_that_is_not_held() -> None:
    """Before the law is held nothing is told, be the facts what they may."""
    answer = executed({AGAINST: True}, date(2017, 5, 2))
    assert (answer.allowed, answer.complete) == (None, False)


def test_one_of_several_permissions_is_enough() -> None:
    """A nämnd takes over what its delegate has not decided, though it is no krisledningsnämnd."""
    answer = lawful(LAW, Act.TAKE_OVER, on=NOW, by=OrganKind.COMMITTEE, facts={"beslutet-ar-fattat": False})
    assert (answer.allowed, answer.depends_on) == (True, ())
    assert [permit.rule.id for permit in answer.permits if permit.stands] == ["praxis/ta-over"]


def test_a_bar_goes_before_a_permission() -> None:
    """A nämnd may set up an utskott, but not one more where fullmäktige has said which there shall be."""
    facts = {"fullmaktige-har-bestamt-utskotten": True, "ledamot-utanfor-namnden": False}
    answer = lawful(LAW, Act.ORGANISE, on=NOW, by=OrganKind.COMMITTEE, organ=OrganKind.SUBCOMMITTEE, facts=facts)
    assert answer.text() == "Nej, KL 3 kap. 5 § andra stycket hindrar det."


def test_permissions_are_rows() -> None:
    """As bars are, with what they hang on."""
    assert executed().to_records() == [
        {
            "rule": "kl/13-14",
            "paragraph": "KL 13 kap. 14 §",
            "effect": "tillåter",
            "stands": None,
            "depends_on": [AGAINST],
            "lifted_by": [],
        }
    ]


def test_what_was_tried() -> None:
    """The provisions that could have barred an act are told where none does."""
    answer = lawful(LAW, Act.TAKE_PART, on=NOW, organ=OrganKind.ASSEMBLY, closed=True)
    assert [rule.id for rule in answer.tried] == ["kl/5-47", "kl/5-48-val", "kl/5-48-ansvarsfrihet"]


def test_what_settles() -> None:
    """Provisions that neither bar nor permit say how it is: who is jävig is not present either."""
    answer = lawful(LAW, Act.TAKE_PART, on=NOW, organ=OrganKind.COMMITTEE, facts=["part-i-saken"])
    assert [rule.id for rule in answer.settled_by] == ["kl/6-30"]
