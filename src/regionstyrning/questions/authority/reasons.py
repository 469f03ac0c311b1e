"""Why a right does not reach a case, or may not, in words."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from regionstyrning.model.delegation import DeputyWhen
from regionstyrning.model.documents import DecisionKind
from regionstyrning.questions.authority.needs import EACH_ALONE, NUMBERS
from regionstyrning.questions.authority.wording import IF, kronor, name_of, title_of
from regionstyrning.text.escaping import one_line
from regionstyrning.text.numbers import number
from regionstyrning.text.sentences import Sentence, listed

if TYPE_CHECKING:
    from regionstyrning.model.delegation import Delegation
    from regionstyrning.questions.authority.case import Case
    from regionstyrning.questions.authority.chains import Authority
    from regionstyrning.questions.authority.needs import Need
    from regionstyrning.questions.authority.obstacle import Obstacle
    from regionstyrning.questions.authority.rights import Right

_REASONS = {
    "matter": Sentence("rätten gäller {matter}, inte det här ärendet", "the right is for {matter}, not this matter"),
    "excepted": Sentence("{matter} är undantaget", "{matter} is left out"),
    "chain": Sentence("{giver} har inte den rätt som skulle ges", "{giver} does not have the right to be given"),
    "owner": Sentence("ärendet hör inte till {organ}", "the matter does not belong to {organ}"),
    "taken-over": Sentence("{organ} har tagit över ärendet", "{organ} has taken the matter over"),
    "early": Sentence("rätten börjar gälla den {day}", "the right begins on {day}"),
    "day": Sentence("rätten gällde till och med {day}", "the right ended on {day}"),
    "gone": Sentence("rätten gäller ingen dag", "the right holds on no day"),
    "recalled": Sentence("{by} återkallade rätten den {day}", "{by} recalled the right on {day}"),
    "document": Sentence("”{document}” gäller inte den dagen", "”{document}” is not in force that day"),
    "decision": Sentence("beslutet som ger rätten fattas senare", "the decision that gives it is yet to come"),
    "amount": Sentence("gränsen är {limit}", "the limit is {limit}"),
    "base": Sentence("gränsen är {count} prisbasbelopp", "the limit is {count} prisbasbelopp"),
    "nature": Sentence("det är {nature}, inte rätt att besluta", "it is {nature}, no right to decide"),
    "jointly": Sentence("delegaterna ska besluta tillsammans", "the receivers are to decide together"),
    "urgent": Sentence("rätten gäller bara när det brådskar", "the right is for urgent cases only"),
    "disqualified": Sentence("{taker} är jävig", "{taker} is disqualified"),
    "away": Sentence("{body} är borta eller tjänsten vakant", "{body} is away or the post is vacant"),
    "deputy": Sentence("ersättaren träder in bara när {when}", "a deputy steps in only if {when}"),
    "condition": Sentence("villkoret är ”{text}”", "the condition is ”{text}”"),
    "only": Sentence("rätten gäller bara {text}", "the right holds only: {text}"),
    "alone": Sentence("det är inte sagt att var och en får besluta ensam", "it is not said that each may decide alone"),
    "fact": Sentence("villkoret [{fact}] är inte uppfyllt", "the condition [{fact}] is not met"),
    "fact not": Sentence("[{fact}] får inte gälla", "[{fact}] must not hold"),
    "least": Sentence("minst {least} krävs", "at least {least} is needed"),
    "most": Sentence("högst {most} är tillåtet", "at most {most} is allowed"),
    "between": Sentence("mellan {least} och {most} krävs", "between {least} and {most} is needed"),
    "beyond": Sentence("{bounds} är inte tillåtet", "{bounds} is not allowed"),
    "conflict": Sentence("villkoren längs kedjan går inte ihop", "the conditions of the chain contradict one another"),
    "pass-on": Sentence("rätten får inte föras vidare", "the right may not be passed on"),
    "law": Sentence("lagen tillåter det inte", "the law does not allow it"),
    "trait": Sentence("lagen hindrar det", "the law bars it"),
}
_WHEN = {
    DeputyWhen.ABSENCE.name: Sentence("{body} är frånvarande", "{body} is absent"),
    DeputyWhen.VACANCY.name: Sentence("tjänsten som {body} är vakant", "the post of {body} is vacant"),
    DeputyWhen.DISQUALIFICATION.name: Sentence("{body} är jävig", "{body} is disqualified"),
    DeputyWhen.ANY.name: Sentence("{body} har förfall", "{body} is away"),
}
_READ_SO = Sentence(", så läst: ”{reading}”", ", read so: ”{reading}”")
_BOUNDS = {"least": Sentence("minst {bound}", "at least {bound}"), "most": Sentence("högst {bound}", "at most {bound}")}
_UNITS = {fact: unit.value for unit, fact in NUMBERS.items()}


def reason_text(obstacle: Obstacle, right: Right, case: Case, lang: str = "sv") -> str:
    """What stands in the way, without capital or full stop."""
    key, words = _worded(obstacle, right, case, lang)
    said = _REASONS[key].say(lang, **words)
    if obstacle.rule is not None:
        said = f"{said}: {rule_text(obstacle)}{_reading(obstacle, case, lang)}"
    return one_line(said)


def _reading(obstacle: Obstacle, case: Case, lang: str) -> str:
    """How the law is read, where the provision is there by a setting."""
    policy = None if obstacle.rule is None else obstacle.rule.provision.policy
    if policy is None:
        return ""
    told = case.authority.law.policies.told(policy.partition("=")[0], lang)
    return _READ_SO.say(lang, reading=told.rstrip("."))


def rule_text(obstacle: Obstacle) -> str:
    """What the provision says that an obstacle rests on, and where; nothing if it rests on none."""
    rule = obstacle.rule
    return "" if rule is None else f"{rule.provision.title.rstrip('.')} ({rule.cited})"


def _worded(obstacle: Obstacle, right: Right, case: Case, lang: str) -> tuple[str, dict[str, str]]:
    """Which sentence says it, and its words."""
    authority, words, key = case.authority, obstacle.words, obstacle.reason
    delegation = None if obstacle.delegation is None else authority.model.by_id.get(obstacle.delegation)
    match key:
        case "day":
            key = "gone" if not words["day"] else "early" if "early" in words else "day"
        case "amount" if "limit" in words:
            words = {"limit": kronor(Decimal(words["limit"]), lang)}
        case "amount":
            key, words = "base", {"count": number(Decimal(words["count"]), lang)}
        case "recalled":
            words = _recalled(authority, obstacle.delegation, case)
        case "document":
            words = {"document": title_of(authority, getattr(delegation, "document", None) or "?")}
        case "condition":
            key, words = _condition(obstacle.need, lang)
        case "deputy":
            when = _WHEN[words.get("when", DeputyWhen.ANY.name)]
            words = {"when": when.say(lang, body=name_of(authority, words["body"]))}
        case "chain" | "excepted" | "matter" if not words:  # emptied further up
            key, words = "chain", _giver(delegation, authority, lang)
        case _:
            words = {name: name_of(authority, word) for name, word in words.items()}
    return key, {**words, "taker": name_of(authority, right.taker)}


_LAW = Sentence("lagen", "the law")


def _giver(delegation: Delegation | None, authority: Authority, lang: str) -> dict[str, str]:
    giver = None if delegation is None else delegation.giver
    return {"giver": _LAW.say(lang) if giver is None else name_of(authority, giver)}


def _recalled(authority: Authority, id: str | None, case: Case) -> dict[str, str]:
    """Who recalled a delegation, and when; the last time if it was done more than once."""
    found = [
        (each.on, each.by)
        for each in authority.model.decisions
        if each.kind is DecisionKind.RECALLS and each.about == id and each.on is not None and each.on <= case.on
    ]
    day, by = max(found)
    return {"by": name_of(authority, by), "day": day.isoformat()}


def _condition(need: Need | None, lang: str) -> tuple[str, dict[str, str]]:
    if need is None:
        return "conflict", {}
    if need.text:
        return "only" if need.text.startswith(IF) else "condition", {"text": need.text}
    if need.fact == EACH_ALONE:
        return "alone", {}
    unit = _UNITS.get(need.fact, f"[{need.fact}]")
    bounds = {
        name: f"{number(bound, lang)} {unit}"
        for name, bound in (("least", need.least), ("most", need.most))
        if bound is not None
    }
    if bounds and need.beyond:
        return "beyond", {
            "bounds": listed((_BOUNDS[name].say(lang, bound=bound) for name, bound in bounds.items()), lang)
        }
    if bounds:
        return "between" if len(bounds) > 1 else next(iter(bounds)), bounds
    return ("fact not" if need.holds is False else "fact"), {"fact": need.fact}
