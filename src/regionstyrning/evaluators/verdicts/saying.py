"""The sentences that verdicts give as their reasons."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from regionstyrning.evaluators.verdicts.verdict import Reason
from regionstyrning.model.conditions import ConditionKind
from regionstyrning.model.indicators import Missing, Stage
from regionstyrning.text.sentences import Sentence

if TYPE_CHECKING:
    from regionstyrning.model.indicators import Outcome
    from regionstyrning.model.records import Source

KINDS = {
    ConditionKind.AT_LEAST: Sentence("minst", "at least"),
    ConditionKind.ABOVE: Sentence("över", "above"),
    ConditionKind.AT_MOST: Sentence("högst", "at most"),
    ConditionKind.BELOW: Sentence("under", "below"),
    ConditionKind.CHANGE_BY: Sentence("en ändring med", "a change by"),
    ConditionKind.KEEP: Sentence("bibehållas", "be kept"),
    ConditionKind.INCREASE: Sentence("öka", "increase"),
    ConditionKind.DECREASE: Sentence("minska", "decrease"),
    ConditionKind.KEEP_OR_INCREASE: Sentence("bibehållas eller öka", "be kept or increase"),
    ConditionKind.KEEP_OR_DECREASE: Sentence("bibehållas eller minska", "be kept or decrease"),
}

WHY_MISSING = {
    Missing.NOT_REPORTED: Sentence("ej redovisat", "not reported"),
    Missing.NOT_APPLICABLE: Sentence("ej tillämpligt", "not applicable"),
    Missing.SECRET: Sentence("sekretess", "secret"),
    Missing.NEW: Sentence("ny indikator", "a new indicator"),
    Missing.NOT_READABLE: Sentence("oläsligt", "not readable"),
}

STAGES = {
    Stage.PLAN: Sentence("plan", "plan"),
    Stage.FORECAST: Sentence("prognos", "forecast"),
    Stage.PRELIMINARY: Sentence("preliminärt", "preliminary"),
    Stage.FINAL: Sentence("slutligt", "final"),
}

HELD = Sentence(
    "Utfallet {value} ({when}) hålls mot {kind} {limit}.", "The outcome {value} ({when}) against {kind} {limit}."
)
HELD_BAND = Sentence(
    "Utfallet {value} ({when}) hålls mot {low} till {high}.", "The outcome {value} ({when}) against {low} to {high}."
)
CHANGED = Sentence(
    "Ändringen {value} ({when}) hålls mot {kind} {limit}.", "The change {value} ({when}) against {kind} {limit}."
)
MOVED = Sentence(
    "Ändringen är {value} ({when}); värdet ska {kind}.", "The change is {value} ({when}); it should {kind}."
)
GRADED = Sentence("Utfallet {grade} ({when}) hålls mot {asked}.", "The outcome {grade} ({when}) against {asked}.")
SPAN = Sentence("Värdet ligger mellan {low} och {high}.", "The value lies between {low} and {high}.")
SHARE = Sentence("{share} procent av målvärdet är nått.", "{share} percent of the target is reached.")
PARTLY_FROM = Sentence("Som delvis uppfyllt räknas {kind} {limit}.", "Counted as partly met: {kind} {limit}.")
PARTLY_SHARE = Sentence(
    "Som delvis uppfyllt räknas {kind} {limit} procent av målvärdet.",
    "Counted as partly met: {kind} {limit} percent of the target.",
)
PRELIMINARY = Sentence("Värdet för {when} är {stage}.", "The value for {when} is {stage}.")
CARRIED = Sentence(
    "Värdet för {when} är buret över från {measured}.", "The value for {when} is carried over from {measured}."
)

SO_FAR = Sentence(
    "Hittills känt: {value} ({when}) mot {asked}; {status}.", "So far: {value} ({when}) against {asked}; {status}."
)
FOR = Sentence("{whom}: {what}", "{whom}: {what}")
NO_OUTCOME = Sentence("Inget utfall för {when} är känt.", "No outcome for {when} is known.")
NO_VALUE = Sentence("Utfallet för {when} saknar värde: {why}.", "The outcome for {when} has no value: {why}.")
NO_OUTCOME_EVER = Sentence("Inget utfall är känt.", "No outcome is known.")
ACCOUNTS_MAY_TELL = Sentence(
    "Räkenskaperna kan ge nyckeltalet: bedöm med geh, eller läs economy.",
    "The accounts may give the key ratio: judge by geh, or read economy.",
)
NO_NUMBER = Sentence(
    "Utfallet för {when} är inget tal som kan hållas mot villkoret.",
    "The outcome for {when} is no number to hold against it.",
)
NO_GRADE = Sentence(
    "Utfallet för {when} är inget ord på en känd skala.", "The outcome for {when} is no word of a known scale."
)
BASELINE = Sentence(
    "Utfallet för {when} är det första kända och sätter utgångsläget.",
    "The outcome for {when} is the first known and sets the baseline.",
)
NO_BASE_YEAR = Sentence("Basåret anges inte.", "The base year is not stated.")
METHOD = Sentence(
    "Mätsättet ändrades, så {earlier} och {later} kan inte jämföras.",
    "The method of measuring changed, so {earlier} and {later} cannot be compared.",
)
NO_YEARS = Sentence("Över vilka år det räknas anges inte.", "Over which years it is reckoned is not stated.")
NO_WEIGHTS = Sentence(
    "Åren vägs med {weights}, som inte är kända.", "The years are weighted by {weights}, which are not known."
)
NO_LIMIT = Sentence("Målvärdets gräns för {year} är inte känd.", "The limit of the target for {year} is not known.")
RIVAL_LIMITS = Sentence(
    "Målvärdets gräns är tryckt på flera sätt.", "The limit of the target is printed in several ways."
)
PENDING = Sentence("Målvärdet är inte satt än: {text}.", "The target is not set yet: {text}.")
SILENT_SIDE = Sentence(
    "Källan säger inte vad ett värde på den sidan av bandet betyder.",
    "The source does not say what a value on that side of the band means.",
)
SILENT_DIRECTION = Sentence(
    "Värdet har ändrats, och åt vilket håll som är bättre anges inte.",
    "The value has changed, and which way is better is not stated.",
)
RANK_SCALE = Sentence(
    "Skalan läser plats bland andra, som inte säger om målet är nått.",
    "The scale reads rank among others, which does not tell whether the target is met.",
)
SEVERAL_MEANINGS = Sentence("Ordet {grade} kan betyda {meanings}.", "The word {grade} may mean {meanings}.")
SO_MANY = Sentence("{met} av {of} delvillkor är uppfyllda.", "{met} of {of} conditions are met.")

DEVELOPED_SINCE = Sentence(
    "Utveckling sedan {when}: {earlier} till {later}, {development}.",
    "Development since {when}: {earlier} to {later}, {development}.",
)
NO_EARLIER = Sentence(
    "Utveckling: inget tidigare utfall att jämföra med.", "Development: no earlier outcome to compare with."
)
NO_WAY = Sentence(
    "Utveckling: åt vilket håll som är bättre anges inte.", "Development: which way is better is not stated."
)

AHEAD = Sentence("Målvärdet gäller {year} och avgörs först {due}.", "The target is for {year} and falls due on {due}.")
REACHED = Sentence("Läget: {value} ({when}) når redan {asked}.", "Position: {value} ({when}) already reaches {asked}.")
SHORT_BY = Sentence(
    "Läget: {value} ({when}) mot {asked}; {gap} återstår.", "Position: {value} ({when}) against {asked}; {gap} short."
)
NEXT_CHANGE = Sentence(
    "Läget: {value} ({when}); målet gäller en ändring ({asked}) som syns först i nästa utfall.",
    "Position: {value} ({when}); the target is for a change ({asked}) that shows only in the next outcome.",
)
NOT_REACHED = Sentence(
    "Läget: {value} ({when}) mot {asked}; inte nått.", "Position: {value} ({when}) against {asked}; not reached."
)
UNTOLD = Sentence(
    "Läget: {value} ({when}) mot {asked}; om det nås går inte att säga.",
    "Position: {value} ({when}) against {asked}; whether it is reached cannot be told.",
)
WATCHED = Sentence("Måttet följs bara och har inget målvärde.", "The measure is only watched and has no target.")
SUPPORTING = Sentence("Måttet stöder bara och har inget målvärde.", "The measure only supports and has no target.")
NO_TARGET = Sentence("Planen anger inget målvärde för {year}.", "The plan gives no target for {year}.")
OPEN = Sentence("Öppen punkt: {title}.", "Open point: {title}.")
READING = Sentence("Läsarten ”{text}” ger: {status}.", "The reading “{text}” gives: {status}.")
READINGS = Sentence("Läsarterna är fler än vad som kan prövas.", "There are more readings than can be tried.")
UNITS = Sentence("Varje enhet ska nå målvärdet: {units}.", "Every unit must reach the target: {units}.")
NO_UNITS = Sentence(
    "Varje enhet ska nå målvärdet, och enheternas värden är inte kända.",
    "Every unit must reach the target, and the units' values are not known.",
)
SIZES = Sentence("Enheterna vägs efter storlek.", "The units are weighted by size.")
PARTS_UNKNOWN = Sentence("{known} av {of} delar är kända.", "{known} of {of} parts are known.")
RULE = Sentence("Delarna vägs samman så: {rule}.", "The parts are joined thus: {rule}.")
JUDGED_BY_GEH = Sentence(
    "Regionens egen regel för god ekonomisk hushållning: bedöm med geh, eller läs economy.",
    "The region's own rule for god ekonomisk hushållning: judge by geh, or read economy.",
)
NO_RULE = Sentence("Ingen regel för att väga samman delarna är känd.", "No rule for joining the parts is known.")
ONLY = Sentence("{title}: {status}.", "{title}: {status}.")
ALIKE = Sentence("Alla delar är lika, så ingen regel behövs.", "All parts are alike, so no rule is needed.")
NOTHING = Sentence("", "")
COUNTED = Sentence("{count} av {of} {status}.", "{count} of {of} {status}.")
COUNTED_NAMED = Sentence("{count} av {of} {status} ({names}).", "{count} of {of} {status} ({names}).")
NOTHING_DUE = Sentence("Inget av det har avgjorts än.", "Nothing of it has fallen due.")
MORE_AHEAD = Sentence("{count} av delarna avgörs först senare.", "{count} of the parts fall due later.")
NO_MEASURE = Sentence("Inget mått och inget underliggande mål är känt.", "No measure and no goal under it is known.")
NO_ATTAINMENT = Sentence("Nivån {level} bedöms inte.", "The level {level} is not judged.")
WORK = Sentence("Arbetet: {state}.", "The work: {state}.")
NO_STATE = Sentence("Hur långt arbetet har kommit är inte känt.", "How far the work has come is not known.")
WORK_UNDER = Sentence("Arbete under målet: {counts}.", "Work under the goal: {counts}.")
CIRCULAR = Sentence(
    "Målet bryts ned till sig självt genom {through}.", "The goal is broken down to itself by {through}."
)
NO_OVERALL = Sentence(
    "Målet bedöms samlat, och ingen sådan bedömning för {year} är känd.",
    "The goal is judged as a whole, and no such judgement for {year} is known.",
)
OVERALL = Sentence(
    "{who} har bedömt målet samlat: {words} ({grade}).", "{who} has judged the goal as a whole: {words} ({grade})."
)
LEFT_OUT = Sentence(
    "Ordet {grade} kan betyda flera saker och har lämnats utanför.",
    "The word {grade} may mean several things and has been left out.",
)
OWN_WORD = Sentence(
    "Regionens eget ord är {grade}. Uträknat: {status}.", "The region's own word is {grade}. Computed: {status}."
)
PUBLISHED = Sentence("Publicerat av {who} om {when}{on}: {words}.", "Published by {who} about {when}{on}: {words}.")
SET_BY_HAND = Sentence(
    "{who} har {on} satt bedömningen till {grade}: {why}. Uträknat: {status}.",
    "{who} set the verdict to {grade} on {on}: {why}. Computed: {status}.",
)
SET_ENDED = Sentence(
    "En bedömning satt för hand till {grade} upphörde {until}.", "A verdict set by hand to {grade} ended on {until}."
)
SET_UNKNOWN = Sentence(
    "En bedömning satt för hand till {grade} står inte på någon känd skala.",
    "A verdict set by hand to {grade} is on no known scale.",
)
DIFFER = Sentence(
    "{title}, {when}: {who} säger ”{grade}”, som betyder {meaning}; uträknat: {computed}. {why}",
    "{title}, {when}: {who} says “{grade}”, which means {meaning}; computed: {computed}. {why}",
)
NOT_COMPARABLE = Sentence(
    "{title}, {when}: {who} säger ”{grade}”, som betyder {meaning}; uträknat: {computed}. De kan inte jämföras. {why}",
    "{title}, {when}: {who} says “{grade}”, which means {meaning}; computed: {computed}. They cannot be compared. "
    "{why}",
)
OPEN_WORD = Sentence(
    "Ordet säger inte om det är uppfyllt.",
    "The word does not say whether it is met.",
)
WIDE_WORD = Sentence("Ordet kan stå för flera utfall.", "The word may stand for several outcomes.")
NO_PART_OF_A_GOAL = Sentence(
    "För en del av året räknas bara mått ut, inte mål.",
    "For a part of the year only measures are computed, not goals.",
)
PART_AGAINST_YEAR = Sentence(
    "Målvärdet gäller hela året och hålls här mot delårets utfall.",
    "The target is for the whole year and is held here against the figure of the part.",
)
BOUNDED = Sentence("{status} ({low} till {high})", "{status} ({low} to {high})")
TOTAL = Sentence("{word}: {count}, {share} procent.", "{word}: {count}, {share} percent.")
TOTAL_SHARE = Sentence("{word}: {share} procent.", "{word}: {share} percent.")
ONLY_TOTALS = Sentence(
    "Bara antalen är publicerade, och ingen regel för helheten är känd.",
    "Only totals are published, and no rule for the whole is known.",
)
OF_ORGAN = Sentence("Inget utfall eller mål för just {organ} är känt.", "No outcome or goal of {organ} alone is known.")
NO_STRUCTURE = Sentence("Nivån {level} finns inte i strukturen.", "The structure has no level {level}.")


def because(
    record: str,
    sentence: Sentence,
    *,
    source: Source | None = None,
    missing: bool = False,
    **words: Any,  # noqa: ANN401 - what a sentence can be filled with
) -> Reason:
    """A reason with its words."""
    return Reason(record=record, source=source, sentence=sentence, words=tuple(words.items()), missing=missing)


def above(reason: Reason, sentence: Sentence) -> Reason:
    """A reason that says something else, or nothing, where the parts that it tells of stand under it."""
    return Reason(
        record=reason.record,
        source=reason.source,
        sentence=reason.sentence,
        words=reason.words,
        missing=reason.missing,
        above_parts=sentence,
    )


def of_outcome(outcome: Outcome, sentence: Sentence, *, missing: bool = False, **words: Any) -> Reason:  # noqa: ANN401 - as above
    """A reason that rests on an outcome, with its source."""
    source = outcome.sources[0] if outcome.sources else None
    return because(outcome.id, sentence, source=source, missing=missing, **words)
