"""How a balance statement is told: a sentence, and the table that an annual report prints."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from regionstyrning.law import STANDARD
from regionstyrning.model.economy import LINES
from regionstyrning.questions.answers import told_below
from regionstyrning.questions.economy.layout import ADJUSTED
from regionstyrning.questions.economy.telling import ACCOUNTS, NOTHING, STAGE, rival_lines, shown, together
from regionstyrning.text.sentences import Sentence, listed
from regionstyrning.text.tables import text_table
from regionstyrning.text.widths import folded

if TYPE_CHECKING:
    from regionstyrning.questions.economy.computed import Subtotal
    from regionstyrning.questions.economy.limits import Most
    from regionstyrning.questions.economy.statement import BalanceStatement, StatementLine
    from regionstyrning.text.sentences import Language

_TOLD = {
    "head": Sentence(
        "Balanskravsresultatet {year} ({stage}) är {value} mnkr.",
        "The balance result of {year} ({stage}) is {value} mnkr.",
    ),
    "unknown": Sentence(
        "Balanskravsresultatet {year} ({stage}) går inte att räkna ut.",
        "The balance result of {year} ({stage}) cannot be computed.",
    ),
    "title": Sentence("Balanskravsutredning {year}, {stage}, mnkr", "Balance statement {year}, {stage}, mnkr"),
    "missing": Sentence(
        "{line} går inte att räkna ut: inget är tryckt för {missing}.",
        "{line} cannot be computed: nothing is printed for {missing}.",
    ),
    "as-printed": Sentence(
        "{line} är som tryckt och går inte att pröva: inget är tryckt för {missing}.",
        "{line} is as printed and cannot be tried: nothing is printed for {missing}.",
    ),
    "unaccounted": Sentence(
        "{line} är tryckt som {printed} mnkr, men raderna som är tryckta blir {by_lines}: skillnad {difference}. "
        "Inget är tryckt för {missing}; antingen saknas det där, eller så stämmer inte talen.",
        "{line} is printed as {printed} mnkr, but the lines that are printed come to {by_lines}: difference "
        "{difference}. Nothing is printed for {missing}; either it lacks there, or the figures are wrong.",
    ),
    "differs": Sentence(
        "{line} är tryckt som {printed} mnkr, men enligt årets lag {by_law} mnkr: skillnad {difference}{beside}.",
        "{line} is printed as {printed} mnkr, by the law of the year {by_law} mnkr: difference {difference}{beside}.",
    ),
    "beside": Sentence(", lika mycket som på raden {title}", ", as much as on the line {title}"),
    "rounding": Sentence(
        "{line} skiljer {difference} mnkr från summan av raderna, inom avrundningen.",
        "{line} differs by {difference} mnkr from the sum of the lines, within the rounding.",
    ),
    "not-counted": Sentence(
        "{line}: {value} mnkr räknas inte enligt årets lag.",
        "{line}: {value} mnkr are not counted by the law of the year.",
    ),
    "range": Sentence(
        "Med andra läsningar blir balanskravsresultatet {low} till {high} mnkr.",
        "With other readings the balance result is {low} to {high} mnkr.",
    ),
    "range-unknown": Sentence(
        "Med någon läsning går balanskravsresultatet inte att räkna ut.",
        "With some reading the balance result cannot be computed.",
    ),
    "no-law": Sentence(
        "Lagen om balanskravsutredning hålls inte för räkenskapsåret {year}.",
        "The law on balance statements is not held for the fiscal year {year}.",
    ),
    "without": Sentence(
        "Utan resultatutjämningsreserven är balanskravsresultatet {value} mnkr.",
        "Without the resultatutjämningsreserv the balance result is {value} mnkr.",
    ),
    "limits": Sentence("Reserver", "Reserves"),
    "ledger": Sentence("Underskott att återställa vid årets slut", "Deficits to restore at the end of the year"),
    "no-deficits": Sentence("Inga kända underskott.", "No known deficits."),
    "untold": Sentence(
        "Går inte att säga: balanskravsresultatet är inte känt för alla år.",
        "Cannot be told: the balance result is not known for all years.",
    ),
    "more": Sentence(
        "Fler än dessa kan finnas: balanskravsresultatet är inte känt för alla år.",
        "There may be more than these: the balance result is not known for all years.",
    ),
    "beside-it": Sentence("Räknas inte i utredningen", "Not counted in the statement"),
    "one": Sentence("{title}: {value} mnkr.", "{title}: {value} mnkr."),
    "unreadable": Sentence("{title}: går inte att läsa.", "{title}: cannot be read."),
    "conditions": Sentence("Regionens eget villkor: {text}", "The region's own condition: {text}"),
    "policies": Sentence("Tolkningsval", "Policies"),
    "not-in-sum": Sentence("räknas inte", "not counted"),
}


def headline(answer: BalanceStatement, lang: Language) -> str:
    """The balance result in a sentence."""
    key = "unknown" if answer.balance_result is None else "head"
    return _TOLD[key].say(
        lang, year=answer.year, stage=STAGE[answer.stage].say(lang), value=shown(answer.balance_result, lang)
    )


def below(lines: Iterator[str], width: int) -> list[str]:
    """What is not known, below the rest."""
    return told_below(lines, width)


def explained(answer: BalanceStatement, lang: Language, width: int) -> str:
    """The table, the limits, the ledger, the settings and what is missing."""
    title = _TOLD["title"].say(lang, year=answer.year, stage=STAGE[answer.stage].say(lang))
    headers = [ACCOUNTS[name].say(lang) for name in ("line", "amount", "law")]
    lines = [_row(each, lang) for each in answer.lines if each.line is not None]
    numbers = together([value for _, value, _ in lines], lang)
    rows = [[line, value, rule] for (line, _, rule), value in zip(lines, numbers, strict=True)]
    told = [title, "", text_table(headers, rows, width)]
    beside = list(_beside(answer, lang))
    told += _section("beside-it", beside, lang, width) if beside else []
    told += _section("limits", _limits(answer, lang), lang, width)
    told += _section("ledger", _deficits(answer, lang), lang, width)
    policies = [answer.policies.told(name, lang) for name in _policies(answer)]
    told += _section("policies", policies, lang, width) if policies else []
    # That a decision is not counted stands with the decision.
    others = {each.text(lang) for each in answer.ledger.by_others}
    return "\n".join([*told, *below((each for each in answer.what_is_missing(lang) if each not in others), width)])


def missing(answer: BalanceStatement, lang: Language) -> Iterator[str]:
    """What cannot be computed, does not agree or has several readings, each in a sentence."""
    if ADJUSTED not in answer.accounts.law:
        yield _TOLD["no-law"].say(lang, year=answer.year)
    for line, total in (
        ("resultat-efter-balanskravsjusteringar", answer.computed.adjusted),
        ("balanskravsresultat", answer.computed.balance),
    ):
        yield from _subtotal(answer, line, total, lang)
    for line, value in answer.computed.not_counted.items():
        yield _TOLD["not-counted"].say(lang, line=LINES[line], value=shown(value, lang))
    for each in answer.lines:
        if each.line is not None and each.line in answer.accounts.entries:
            yield from rival_lines(each.title, answer.accounts.entries[each.line].figures, lang)
    if answer.readings:
        span = answer.balance_range
        if span is None:
            yield _TOLD["range-unknown"].say(lang)
        else:
            low, high = together(span, lang)
            yield _TOLD["range"].say(lang, low=low, high=high)


def _subtotal(answer: BalanceStatement, line: str, total: Subtotal, lang: Language) -> Iterator[str]:
    title = LINES[line]
    if total.missing:
        lines = listed([LINES[each] for each in total.missing], lang)
        if total.unaccounted is not None:
            numbers = together([total.printed, total.by_lines, total.unaccounted], lang)
            words = dict(zip(("printed", "by_lines", "difference"), numbers, strict=True))
            yield _TOLD["unaccounted"].say(lang, line=title, missing=lines, **words)
        else:
            yield _TOLD["missing" if total.value is None else "as-printed"].say(lang, line=title, missing=lines)
    elif total.difference and total.by_law is not None and total.printed is not None:
        near = [each for each in answer.accounts.unplaced if each.value is not None]
        beside = next(
            (each.amount.title for each in near if abs(total.difference - (each.value or 0)) <= total.tolerance), None
        )
        printed, by_law, difference = together([total.printed, total.by_law, total.difference], lang)
        yield _TOLD["rounding" if total.agrees else "differs"].say(
            lang,
            line=title,
            printed=printed,
            by_law=by_law,
            difference=difference,
            beside="" if beside is None else _TOLD["beside"].say(lang, title=beside),
        )


def _row(line: StatementLine, lang: Language) -> tuple[str, Decimal | None, str]:
    if line.amount is None and line.printed is not None:
        return line.title, line.printed, _TOLD["not-in-sum"].say(lang)
    return line.title, line.amount, line.rule


def _beside(answer: BalanceStatement, lang: Language) -> Iterator[str]:
    """What is printed beside the lines of the layout, which the statement does not count."""
    beside = [each for each in answer.lines if each.line is None]
    for each, value in zip(beside, together([each.printed for each in beside], lang), strict=True):
        key = "unreadable" if each.printed is None else "one"
        yield _TOLD[key].say(lang, title=each.title, value=value)


def _deficits(answer: BalanceStatement, lang: Language) -> list[str]:
    """The ledger, and what is decided; what cannot be told comes first."""
    held = answer.ledger
    untold = [_TOLD["more" if held.deficits else "untold"].say(lang)] if held.untold else []
    deficits = [each.text(lang) for each in held.deficits]
    return [*untold, *deficits, *(each.text(lang) for each in held.decided)] or [_TOLD["no-deficits"].say(lang)]


def _policies(answer: BalanceStatement) -> Iterator[str]:
    """The settings that something in the answer hangs on, and those chosen otherwise than usual."""
    used = {each.of: each for each in answer.most_used}
    asked = {
        "restore_before_reserving": bool(answer.ledger.deficits),
        "oldest_deficit_first": len(answer.ledger.deficits) > 1,
        "equity_of_the_same_year": any(each.share is not None for each in answer.most_reserved.limits),
        "equalisation_reserve_only_to_zero": "equalisation-used" in used and _some(used["equalisation-used"]),
        "result_reserve_only_to_zero": "result-used" in used and _some(used["result-used"]),
    }
    chosen = answer.policies
    return (name for name, asks in asked.items() if asks or getattr(chosen, name) != getattr(STANDARD, name))


def _some(most: Most) -> bool:
    """Whether there may be something to use of a reserve."""
    return any(each.name == "reserve" and each.value for each in most.limits)


def _limits(answer: BalanceStatement, lang: Language) -> Iterator[str]:
    for most in (answer.most_reserved, *answer.most_used):
        yield most.text(lang)
        for condition in most.conditions:
            yield _TOLD["conditions"].say(lang, text=condition)
    without = answer.without_equalisation
    if without is not None and without != answer.balance_result:
        yield _TOLD["without"].say(lang, value=shown(without, lang))


def _section(name: str, lines: Iterator[str] | list[str], lang: Language, width: int) -> list[str]:
    told = [piece for line in lines for piece in folded(line, width, "- ", "  ")]
    return ["", _TOLD[name].say(lang), "", *(told or [NOTHING])]
