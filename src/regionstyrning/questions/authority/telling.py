"""Rights and obstacles in words: steps, and what was turned down."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any, ClassVar

from attrs import field, frozen

from regionstyrning.law import Rule
from regionstyrning.law.standing import standing
from regionstyrning.model.records import as_tuple
from regionstyrning.questions.answers import Step
from regionstyrning.questions.authority.case import AMOUNT
from regionstyrning.questions.authority.fields import patterns_in
from regionstyrning.questions.authority.obstacles import Obstacle, obstacles
from regionstyrning.questions.threads import first_source
from regionstyrning.text.escaping import one_line
from regionstyrning.text.numbers import number
from regionstyrning.text.sentences import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from regionstyrning.model.delegation import Delegation, Limit
    from regionstyrning.questions.authority.case import Case
    from regionstyrning.questions.authority.chains import Authority
    from regionstyrning.questions.authority.rights import Right
    from regionstyrning.text.sentences import Language

_EITHER = Sentence("{sv}", "{en}")
_FIELD = Sentence(
    "{assembly} bestämmer vad {owner} har hand om.",
    "{assembly} decides what belongs to {owner}.",
)
_OWNS = Sentence("Ärendet {matter} hör till {owner}.", "The matter {matter} belongs to {owner}.")
_RESERVED = Sentence("Ärendet {matter} beslutas av {owner}.", "The matter {matter} is decided by {owner}.")
_GIVES = Sentence(
    "{giver} har gett {taker} rätt att besluta om {matter}{limit}{until}.",
    "{giver} has given {taker} the right to decide {matter}{limit}{until}.",
)
_STATUTE = Sentence(
    "Lagen ger {taker} rätt att besluta om {matter}{limit}{until}.",
    "The law gives {taker} the right to decide {matter}{limit}{until}.",
)
_DEPUTY = Sentence("{taker} träder in för {principal}.", "{taker} steps in for {principal}.")
_AT_MOST = Sentence(", högst {amount}", ", at most {amount}")
_UNTIL = Sentence(", till och med {day}", ", until {day}")
_CLEAR = Sentence(
    "Inget hinder enligt {section}: inget av det som hindrar gäller ärendet ({traits}).",
    "No obstacle by {section}: nothing that bars holds of the matter ({traits}).",
)
_LEFT_OUT = Sentence(" utom {matters}", " except {matters}")

_REASONS = {
    "matter": Sentence(
        "rätten gäller {matter}, inte det här ärendet", "the right is for {matter}, not for this matter"
    ),
    "excepted": Sentence("{matter} är undantaget", "{matter} is left out"),
    "chain": Sentence("den som gav rätten har den inte själv", "whoever gave the right does not have it"),
    "owner": Sentence("ärendet hör inte till {organ}", "the matter does not belong to {organ}"),
    "taken-over": Sentence("{organ} har övertagit ärendet", "{organ} has taken the matter over"),
    "early": Sentence("rätten gäller först från och med {day}", "the right does not begin until {day}"),
    "day": Sentence("rätten gällde till och med {day}", "the right ended on {day}"),
    "gone": Sentence("rätten gäller ingen dag", "the right holds on no day"),
    "withdrawn": Sentence("delegationen är återkallad", "the delegation has been recalled"),
    "document": Sentence("dokumentet som den står i gäller inte den dagen", "its document is not in force that day"),
    "decision": Sentence("beslutet som gav rätten är ännu inte fattat", "the decision that gave it is yet to come"),
    "amount": Sentence("gränsen är {limit}", "the limit is {limit}"),
    "base": Sentence("gränsen är {count} prisbasbelopp", "the limit is {count} prisbasbelopp"),
    "nature": Sentence("det är {nature}, inte beslutanderätt", "it is {nature}, no right to decide"),
    "jointly": Sentence("delegaterna ska besluta tillsammans", "the receivers are to decide together"),
    "urgent": Sentence("rätten gäller bara när det brådskar", "the right is for urgent cases only"),
    "disqualified": Sentence("{taker} är jävig", "{taker} is disqualified"),
    "away": Sentence("{body} är borta eller tjänsten vakant", "{body} is away or the post is vacant"),
    "deputy": Sentence(
        "ersättaren träder in bara när {body} har förfall", "a deputy steps in only when {body} is away"
    ),
    "condition": Sentence("villkoret är: {fact}", "the condition is: {fact}"),
    "conflict": Sentence(
        "villkoren längs kedjan går inte ihop", "the conditions along the chain contradict one another"
    ),
    "pass-on": Sentence("rätten får inte föras vidare", "the right may not be passed on"),
    "law": Sentence("lagen tillåter det inte", "the law does not allow it"),
    "trait": Sentence("lagen hindrar det", "the law bars it"),
}

_PUBLIC = {"excepted": "matter", "document": "day", "decision": "day", "recalled": "withdrawn", "deputy": "away"}


@frozen(kw_only=True)
class Mandate(Step):
    """
    A step that gives a right, and what of it is left there (mandat).

    Attributes:
        limit_sek: The limit in kronor so far, or None if there is none.
        until: The last day so far, or None if there is none.
    """

    limit_sek: int | None = None
    until: date | None = None

    def to_records(self) -> list[dict[str, Any]]:
        """One row: as of `Step`, with limit_sek and until."""
        until = None if self.until is None else self.until.isoformat()
        return [{**row, "limit_sek": self.limit_sek, "until": until} for row in super().to_records()]


@frozen(kw_only=True)
class Refusal(Step):
    """
    A mandate that came near and did not reach (avvisat mandat).

    Attributes:
        who: Id of the organ or post that would have decided.
        delegation: Id of the delegation, or None for what an organ owns.
        reasons: What was missing, in short: ``amount``, ``day``, ``matter``, ``trait``, ``condition``,
            ``pass-on``, ``disqualified``, ``law``, ``jointly``, ``nature``, ``urgent``, ``office``,
            ``taken-over``, ``away``, ``owner``, ``withdrawn``, ``chain``.
    """

    _read: ClassVar[str] = "reasons"

    who: str
    delegation: str | None = None
    reasons: tuple[str, ...] = field(default=(), converter=as_tuple)

    def to_records(self) -> list[dict[str, Any]]:
        """One row: as of `Step`, with who, delegation and reasons."""
        more = {"who": self.who, "delegation": self.delegation, "reasons": list(self.reasons)}
        return [{**row, **more} for row in super().to_records()]


def title_of(authority: Authority, id: str) -> str:
    """The title of an organ, post or matter; its id if it has none."""
    record = authority.model.by_id.get(id)
    return str(getattr(record, "title", None) or id)


def kronor(amount: Decimal | int, lang: Language = "sv") -> str:
    """An amount in kronor, such as ``2 000 000 kronor``."""
    return f"{number(amount, lang)} kronor"


def cited(rule: Rule | None, delegation: Delegation | None = None) -> str | None:
    """How a provision is cited, or the statute that a delegation itself names."""
    if rule is not None:
        return rule.cited
    return None if delegation is None else delegation.statute


def steps_of(right: Right, case: Case) -> Iterator[Step]:
    """From fullmäktige or a statute to the one who decides, step by step."""
    authority = case.authority
    links = right.links
    yield from _beginning(links[0], case)
    for place, link in enumerate(link for link in links if link.delegation is not None):
        yield _given(link, place, case)
    if right.instead is not None:
        words = {
            "taker": title_of(authority, right.taker),
            "principal": title_of(authority, right.instead.principal),
        }
        yield Step(record=right.taker, sentence=_DEPUTY, words=tuple(words.items()))
    yield from _cleared(right, case)
    for obstacle in obstacles(right, case):
        yield _doubt(obstacle, right, case)


def _beginning(first: Right, case: Case) -> Iterator[Step]:
    authority = case.authority
    owner = first.taker
    if not owner:  # a statute gives
        return
    matter = authority.matters.by_id[case.matter]
    rules = authority.law.rules
    words = (("matter", matter.title), ("owner", title_of(authority, owner)))
    source = first_source(authority.model, case.matter)
    if owner in authority.bodies.assemblies:
        rule = rules.get("kl/5-1") if owner != authority.matters.owner(case.matter) else rules.get("kl/3-1")
        yield Step(record=case.matter, law=cited(rule), source=source, sentence=_RESERVED, words=words)
        return
    for assembly in sorted(authority.bodies.assemblies):
        names = (("assembly", title_of(authority, assembly)), ("owner", title_of(authority, owner)))
        yield Step(
            record=assembly,
            law=cited(rules.get("kl/6-44")),
            source=first_source(authority.model, owner),
            sentence=_FIELD,
            words=names,
        )
    yield Step(record=case.matter, law=cited(rules.get("kl/6-3")), source=source, sentence=_OWNS, words=words)


def _given(link: Right, place: int, case: Case) -> Mandate:
    delegation, authority = link.delegation, case.authority
    if delegation is None:
        message = "a link without a delegation gives nothing"
        raise AssertionError(message)
    pattern = patterns_in(authority, link.patterns, case.matter)[place]
    permit = next(
        (rule for rule in case.moment.law.permits(pattern) if standing(rule.provision, case.value_of)[0] is not False),
        None,
    )
    until = None if link.last == date.max else link.last
    words = {
        lang: {
            "giver": title_of(authority, delegation.giver or ""),
            "taker": title_of(authority, link.taker if link.instead is None else link.instead.principal),
            "matter": _what(delegation, case, lang),
            "limit": _limits(delegation, lang),
            "until": "" if until is None else _UNTIL.say(lang, day=until.isoformat()),
        }
        for lang in ("sv", "en")
    }
    said = _STATUTE if delegation.giver is None else _GIVES
    both = tuple((lang, said.say(lang, **words[lang])) for lang in ("sv", "en"))
    return Mandate(
        record=delegation.id,
        law=cited(permit, delegation),
        source=next(iter(delegation.sources), None),
        sentence=_EITHER,
        words=both,
        limit_sek=link.limit,
        until=until,
    )


def _what(delegation: Delegation, case: Case, lang: str) -> str:
    authority = case.authority
    above = authority.matters.above(case.matter)
    near = next((id for id in above if id in delegation.matters), None) or delegation.matters[0]
    said = title_of(authority, near)
    if delegation.except_matters:
        left = ", ".join(title_of(authority, id) for id in delegation.except_matters)
        said += _LEFT_OUT.say(lang, matters=left)
    return said


def _limits(delegation: Delegation, lang: str) -> str:
    said = (
        " och ".join(_limit(limit, lang) for limit in delegation.limits)
        if lang == "sv"
        else " and ".join(_limit(limit, lang) for limit in delegation.limits)
    )
    return _AT_MOST.say(lang, amount=said) if said else ""


def _limit(limit: Limit, lang: str) -> str:
    per = "" if limit.span.name == "NOT_STATED" else f" per {limit.span.value}"
    return f"{number(limit.value, lang)} {limit.unit.value}{per}"


def _cleared(right: Right, case: Case) -> Iterator[Step]:
    """The bars that were looked at and do not hold in this case, a section at a time."""
    clear: dict[str, list[str]] = {}
    for pattern in patterns_in(case.authority, right.patterns, case.matter):
        if pattern.giver is None or pattern.above:
            continue
        for rule in case.moment.law.bars(pattern):
            stands, _ = standing(rule.provision, case.value_of)
            if stands is False and not rule.provision.on_grant:
                clear.setdefault(_section(rule.cited), []).extend(rule.provision.traits)
    for section, traits in clear.items():
        named = tuple(dict.fromkeys(traits))
        words = (("section", section), ("traits", ", ".join(named)))
        yield Step(record=case.matter, law=section, sentence=_CLEAR, words=words)


def _section(cited: str) -> str:
    """A citation without paragraph and point: ``KL 6 kap. 38 §``."""
    return cited.partition("§")[0] + "§"


_DEPENDS = Sentence("Det beror på {facts}: {what}.", "It depends on {facts}: {what}.")


def _doubt(obstacle: Obstacle, right: Right, case: Case) -> Step:
    facts = ", ".join(sorted(obstacle.facts))
    both = tuple(
        (lang, _DEPENDS.say(lang, facts=facts, what=reason_text(obstacle, right, case, lang))) for lang in ("sv", "en")
    )
    return Step(record=obstacle.delegation or case.matter, law=cited(obstacle.rule), sentence=_EITHER, words=both)


def reason_text(obstacle: Obstacle, right: Right, case: Case, lang: str = "sv") -> str:
    """What stands in the way, without capital or full stop."""
    authority = case.authority
    words = {name: title_of(authority, word) for name, word in obstacle.words.items()}
    words["taker"] = title_of(authority, right.taker)
    key = obstacle.reason
    match key:
        case "day":
            key = "gone" if not words.get("day") else "early" if "early" in words else "day"
        case "amount":
            key = "amount" if "limit" in words else "base"
            if "limit" in words:
                words["limit"] = kronor(Decimal(words["limit"]), "en" if lang == "en" else "sv")
        case "recalled":
            key = "withdrawn"
        case "condition" if "fact" not in words:
            key = "conflict"
        case "matter" if "matter" not in words:
            key = "chain"
    said = _REASONS[key].say(lang, **words)
    if obstacle.rule is not None:
        said = f"{said}: {obstacle.rule.provision.title.rstrip('.')} ({obstacle.rule.cited})"
    elif key == "law":
        said = f"{said} ({AMOUNT})" if AMOUNT in obstacle.facts else said
    return one_line(said)


_REFUSED = Sentence("{taker}: {reasons}.", "{taker}: {reasons}.")


def refusal(right: Right, case: Case) -> Refusal | None:
    """Why a right does not reach the case; None if it does, or may."""
    firm = [obstacle for obstacle in obstacles(right, case) if not obstacle.facts]
    if not firm:
        return None
    telling = [each for each in firm if each.reason != "day" or each.words["day"]]
    firm = telling or firm  # that it holds on no day says nothing beside what ended it
    both = tuple(
        (
            lang,
            _REFUSED.say(
                lang,
                taker=title_of(case.authority, right.taker),
                reasons="; ".join(dict.fromkeys(reason_text(each, right, case, lang) for each in firm)),
            ),
        )
        for lang in ("sv", "en")
    )
    rule = next((each.rule for each in firm if each.rule is not None), None)
    delegation = right.delegation
    return Refusal(
        record=case.matter if delegation is None else delegation.id,
        law=cited(rule),
        source=None if delegation is None else next(iter(delegation.sources), None),
        sentence=_EITHER,
        words=both,
        who=right.taker,
        delegation=None if delegation is None else delegation.id,
        reasons=dict.fromkeys(_PUBLIC.get(each.reason, each.reason) for each in firm),
    )
