"""The balance requirement as a part of god ekonomisk hushållning: the year's result, and older deficits."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from attrs import evolve

from regionstyrning.errors import InvalidValue
from regionstyrning.evaluators.verdicts.bounds import MET, NOT_MET, UNKNOWN, Bounds
from regionstyrning.evaluators.verdicts.composing import Joining, Whole, composed, coverage, unknown
from regionstyrning.evaluators.verdicts.saying import because
from regionstyrning.evaluators.verdicts.statuses import Status
from regionstyrning.evaluators.verdicts.verdict import Known, Verdict
from regionstyrning.evaluators.verdicts.wording import clause
from regionstyrning.evaluators.ways.geh import saying as told
from regionstyrning.evaluators.ways.geh.results import STAGES
from regionstyrning.evaluators.ways.geh.sides import SIDE, TITLES, about_of
from regionstyrning.model.dates import DECEMBER
from regionstyrning.model.geh import GehPart
from regionstyrning.model.joins import Join, JoinKind
from regionstyrning.questions.economy.books import HAPPENED
from regionstyrning.questions.economy.deficits import DeficitState
from regionstyrning.questions.economy.layout import BALANCE
from regionstyrning.questions.economy.statement import balance_statement
from regionstyrning.questions.economy.telling import STAGE
from regionstyrning.text.sentences import verbatim

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from regionstyrning.evaluators.occasions.occasion import Occasion
    from regionstyrning.evaluators.verdicts.verdict import Reason
    from regionstyrning.law import Policies
    from regionstyrning.questions.economy.deficits import Deficit
    from regionstyrning.questions.economy.statement import BalanceStatement
    from regionstyrning.text.sentences import Sentence

_BOTH = Join(kind=JoinKind.ALL, text="årets resultat är inte negativt, och äldre underskott återställs i tid")


def balance_verdict(occasion: Occasion, policies: Policies) -> Verdict:
    """
    The verdict on the balance requirement of the year judged.

    Args:
        occasion: When and by what it is judged.
        policies: How the law is read where it leaves that open.

    Source:
        KL 11:5, 11:12–13; LKBR 11:10–11.
    """
    stage = None if occasion.settings.stage is None else STAGES[occasion.settings.stage]
    about = about_of(occasion, GehPart.BALANCE)
    try:
        statement = balance_statement(occasion.facts, occasion.year, stage=stage, policies=policies)
    except InvalidValue:
        return _made(occasion, (), unknown(because(about, told.NO_PERSON, missing=True)))
    parts = [_of_the_year(about, statement), _of_earlier(about, statement)]
    happened = statement.stage in HAPPENED
    due = date(occasion.year, DECEMBER, 31)
    ended = due <= occasion.as_of
    if (happened and ended) or (stage is not None and not happened):
        return _made(occasion, parts, composed(about, parts, Joining(join=_BOTH)))
    words: dict[str, Any] = {"year": occasion.year, "stage": STAGE[statement.stage]}
    if ended:
        return _made(occasion, (), unknown(because(about, told.NO_ACCOUNTS, missing=True, **words)))
    waiting = [evolve(each, status=Status.NOT_DUE, low=None, high=None, due=due) for each in parts]
    sentence = told.NOT_ENDED if happened else told.NOT_YET
    open_yet = because(about, sentence, **words)
    return _made(occasion, waiting, Whole(status=Status.NOT_DUE, due=due, reasons=[open_yet]))


def _made(occasion: Occasion, parts: Sequence[Verdict], whole: Whole) -> Verdict:
    return Verdict(
        about=about_of(occasion, GehPart.BALANCE),
        title=TITLES[GehPart.BALANCE],
        status=whole.status,
        low=whole.low,
        high=whole.high,
        reasons=whole.reasons,
        parts=parts,
        coverage=coverage(parts),
        due=whole.due,
        year=occasion.year,
        kind=SIDE,
    )


def _of_the_year(about: str, statement: BalanceStatement) -> Verdict:
    """Whether the balance result is negative, under every reading."""
    value, span = statement.balance_result, statement.balance_range
    entry = statement.accounts.entries.get(BALANCE)
    source = None if entry is None else next(iter(entry.figures[0].amount.sources), None)
    record = statement.about if entry is None else entry.figures[0].amount.id
    said = verbatim(statement.headline("sv"), statement.headline("en"))
    reasons = [because(record, told.RESULT, source=source, missing=value is None, text=said)]
    held = UNKNOWN
    if value is None:
        reasons += _missing(statement)
    elif span is not None:
        low, high = span
        held = MET if low >= 0 else NOT_MET if high < 0 else UNKNOWN
        if statement.computed.unaccounted:
            reasons += _missing(statement)
        elif low != high:
            reasons.append(because(record, told.FROM_TO, low=low, high=high))
    return _part(f"{about}/{statement.year}", told.OF_THE_YEAR, held, reasons, statement.year)


def _missing(statement: BalanceStatement) -> Iterator[Reason]:
    """What the statement lacks, apart from what it says of other years."""
    elsewhere = set(statement.ledger.what_is_missing("sv"))
    pairs = zip(statement.what_is_missing("sv"), statement.what_is_missing("en"), strict=True)
    for sv, en in pairs:
        if sv not in elsewhere:
            yield because(statement.about, told.RESULT, missing=True, text=verbatim(sv, en))


def _of_earlier(about: str, statement: BalanceStatement) -> Verdict:
    """Whether deficits of earlier years are restored in time, or decided not to be."""
    earlier = [each for each in statement.ledger.deficits if each.older or each.year < statement.year]
    reasons = [_told(statement, each) for each in statement.ledger.deficits]
    reasons += _decided(statement)
    unseen = [
        because(statement.about, told.RESULT, missing=True, text=verbatim(sv, en))
        for sv, en in zip(statement.ledger.what_is_unknown("sv"), statement.ledger.what_is_unknown("en"), strict=True)
    ]
    if not statement.ledger.deficits and not unseen:
        reasons.append(because(statement.about, told.NO_DEFICITS))
    states = {each.state for each in earlier}
    held = MET
    if DeficitState.OVERDUE in states:
        held = NOT_MET
    elif DeficitState.UNCERTAIN in states or unseen:
        held = UNKNOWN
    return _part(f"{about}/underskott", told.OF_EARLIER, held, [*reasons, *unseen], statement.year)


def _told(statement: BalanceStatement, deficit: Deficit) -> Reason:
    return because(statement.about, told.RESULT, text=verbatim(deficit.text("sv"), deficit.text("en")))


def _decided(statement: BalanceStatement) -> Iterator[Reason]:
    """What fullmäktige has decided of them, with its reason, and what another has, which is not counted."""
    for decision in statement.ledger.decisions:
        source = next(iter(decision.sources), None)
        text = f"{clause(': '.join(filter(None, (decision.title, decision.reason))))}."
        yield because(decision.id, told.RESULT, source=source, text=verbatim(text, text))
    for each in statement.ledger.by_others:
        yield because(each.decision.id, told.RESULT, text=verbatim(each.text("sv"), each.text("en")))


def _part(about: str, title: Sentence, held: Bounds, reasons: Iterable[Reason], year: int) -> Verdict:
    known = int(held.low is held.high)
    return Verdict(
        about=about,
        title=title.sv,
        status=held.status,
        low=held.low,
        high=held.high,
        reasons=reasons,
        coverage=Known(known=known, of=1),
        year=year,
    )
