"""``regionstyrning decide``: who may decide a matter, and why or why not (rätt att besluta)."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any

import click

from regionstyrning.cli.models import model_at, place_of
from regionstyrning.cli.options import JSON, TEXT, Refused, format_option, language_option, model_argument, on_option
from regionstyrning.cli.output import width, write, write_json
from regionstyrning.cli.policies import TRUTH, policy_option
from regionstyrning.errors import InvalidValue, UnknownId
from regionstyrning.questions import may_decide, who_may_decide

if TYPE_CHECKING:
    from datetime import date

    from regionstyrning.law import Policies
    from regionstyrning.questions import MayDecide, Step, WhoMayDecide
    from regionstyrning.questions.authority import Decider, Duty
    from regionstyrning.text.sentences import Language

FIRM_YES, NO_OR_DEPENDS = 0, 1


def _facts(ctx: click.Context, param: click.Parameter, written: tuple[str, ...]) -> dict[str, bool | Decimal]:  # noqa: ARG001 - click's own signature
    return {name: _value(value) if given else True for name, given, value in (each.partition("=") for each in written)}


def _value(written: str) -> bool | Decimal:
    if written in TRUTH:
        return TRUTH[written]
    try:
        value = Decimal(written)
    except InvalidOperation:
        value = Decimal("nan")
    if not value.is_finite():
        message = f"{written!r} is neither ja, nej nor a number with a decimal point"
        raise click.BadParameter(message)
    return value


@click.command()
@model_argument
@click.argument("matter")
@click.option("--who", metavar="ID", help="Ask about this organ or post only, whole.")
@click.option("--amount", "amount_sek", type=click.IntRange(min=0), metavar="SEK", help="The amount in whole kronor.")
@click.option(
    "--fact",
    "facts",
    metavar="NAME[=VALUE]",
    multiple=True,
    callback=_facts,
    help="A fact of the case: ja, nej or a number; the name alone means ja. May be given several times.",
)
@click.option("--closed", is_flag=True, help="What is not named does not hold. Numbers stay unknown.")
@click.option("--urgent", is_flag=True, help="The case cannot wait for the nämnd (brådskande).")
@click.option("--disqualified", metavar="ID", multiple=True, help="A post that is jävig. May be given several times.")
@policy_option
@click.option(
    "--explain", is_flag=True, help="Every decider's steps and every refusal, whole; with --who it is always."
)
@on_option
@language_option
@format_option(TEXT, JSON)
def decide(  # noqa: PLR0913, PLR0917 - click passes each by name
    model: str,
    matter: str,
    who: str | None,
    amount_sek: int | None,
    facts: dict[str, bool | Decimal],
    closed: bool,
    urgent: bool,
    disqualified: tuple[str, ...],
    policies: Policies,
    explain: bool,
    on: date | None,
    language: Language,
    format: str,
) -> None:
    """
    Tell who may decide a matter, and why or why not.

    Exit status: 0 for a firm yes, 1 for a no and for what depends on something that is not known.
    """
    loaded = model_at(place_of(model), language)
    case: dict[str, Any] = {
        "on": on,
        "amount_sek": amount_sek,
        "facts": facts,
        "closed": closed,
        "urgent": urgent,
        "disqualified": disqualified,
        "policies": policies,
    }
    try:
        everyone = who_may_decide(loaded, matter, **case)
        one = None if who is None else may_decide(loaded, who, matter, **case)
    except (UnknownId, InvalidValue) as error:
        raise Refused(str(error)) from None
    if format == JSON:
        write_json(_everyone(everyone, language) if one is None else _one(one, language))
    else:
        write(_told(everyone, one, language, explain=explain))
    answers = [decider.allowed for decider in everyone.deciders] if one is None else [one.allowed]
    raise click.exceptions.Exit(FIRM_YES if True in answers else NO_OR_DEPENDS)


def _told(everyone: WhoMayDecide, one: MayDecide | None, language: Language, *, explain: bool) -> str:
    if one is not None:
        return one.text(language, width=width())
    return everyone.explain(language, width=width()) if explain else everyone.text(language, width=width())


def _one(answer: MayDecide, language: Language) -> dict[str, Any]:
    (row,) = answer.to_records()
    return {
        **row,
        "text": answer.headline(language),
        "complete": answer.complete,
        "missing": list(answer.what_is_missing(language)),
        "steps": _rows(answer.steps, language),
        "refused": _rows(answer.refused, language),
        "duties": _rows(answer.duties, language),
        "called_up_by": list(answer.called_up_by),
    }


def _everyone(answer: WhoMayDecide, language: Language) -> dict[str, Any]:
    return {
        "matter": answer.about,
        "on": answer.on.isoformat(),
        "text": answer.headline(language),
        "complete": answer.complete,
        "missing": list(answer.what_is_missing(language)),
        "deciders": [_decider(decider, language) for decider in answer.deciders],
        "refused": _rows(answer.refused, language),
    }


def _decider(decider: Decider, language: Language) -> dict[str, Any]:
    (row,) = decider.to_records()
    return {
        **row,
        "steps": _rows(decider.steps, language),
        "duties": _rows(decider.duties, language),
        "called_up_by": list(decider.called_up_by),
    }


def _rows(each: tuple[Step | Duty, ...], language: Language) -> list[dict[str, Any]]:
    return [{**row, "text": one.text(language)} for one in each for row in one.to_records()]
