"""The sentences that the verdict on god ekonomisk hushållning gives as its reasons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from regionstyrning.model.judgements import Capacity
from regionstyrning.text.sentences import Sentence

if TYPE_CHECKING:
    from collections.abc import Mapping

TITLE = Sentence("God ekonomisk hushållning", "God ekonomisk hushållning")
FINANCIAL = "Finansiella mål"
OPERATIONAL = "Verksamhetsmål"
UNLABELLED = "Mål utan märkning"
BALANCE = "Balanskravet"

LAW = Sentence("Prövas enligt {law}.", "Judged by {law}.")
NO_LAW = Sentence("Lagen om detta hålls inte för {year}.", "The law on this is not held for {year}.")
GUIDELINE = Sentence("Regionens riktlinje: {title}.", "The region's guideline: {title}.")
NO_GUIDELINE = Sentence(
    "Ingen antagen riktlinje för god ekonomisk hushållning är känd.",
    "No adopted guideline for god ekonomisk hushållning is known.",
)
OWN_RULE = Sentence("Regionens egen regel: {rule}.", "The region's own rule: {rule}.")
STATED = Sentence("Så säger regionen: {rule}.", "The region says: {rule}.")
NO_OWN_RULE = Sentence(
    "Regionen anger ingen regel för hur delarna blir en helhet.", "The region states no rule that joins the parts."
)
CALLERS_RULE = Sentence(
    "Delarna vägs samman med en regel som frågan gav: {rule}.", "The parts are joined by a rule of the asker's: {rule}."
)
ONLY_CONDITIONS = Sentence(
    "Regeln nämner bara villkor; hur resten vägs samman sägs inte.",
    "The rule names conditions only; how the rest is joined is not said.",
)
PART = Sentence("{title}: {status}.", "{title}: {status}.")
BESIDE = Sentence("{title}: {status}; regeln nämner det inte.", "{title}: {status}; the rule does not name it.")
NOT_NAMED = Sentence("{title} nämns inte av regeln.", "{title} is not named by the rule.")
NOT_MET_ANYWAY = Sentence(
    "Helt uppfyllt är det inte, hur det som är okänt än faller ut.",
    "It is not wholly met, however what is unknown turns out.",
)
CONDITION_MET = Sentence("Villkoret {title}: {status}.", "The condition {title}: {status}.")
CONDITION_FAILS = Sentence(
    "Villkoret {title}: {status}; då råder det inte, hur resten än är.",
    "The condition {title}: {status}; then it does not hold, however the rest is.",
)
CONDITION_OPEN = Sentence(
    "Villkoret {title}: {status}; om det råder går inte att säga.",
    "The condition {title}: {status}; whether it holds cannot be told.",
)
HELD_BACK = Sentence(
    "Målet räknas inte som uppfyllt: {title}, som är villkor för det, är {status}.",
    "The goal does not count as met: {title}, which is a condition for it, is {status}.",
)
MAY_BE_HELD_BACK = Sentence(
    "Om målet räknas beror på {title}, som är villkor för det: {status}.",
    "Whether the goal counts depends on {title}, which is a condition for it: {status}.",
)
NO_GOALS = Sentence("Inget sådant mål som räknas är känt.", "No such goal that counts is known.")
NO_LABEL = Sentence(
    "Målen räknas, men ingen säger om de är finansiella eller för verksamheten.",
    "The goals count, but nobody says whether they are financial or operational.",
)

COUNTED = Sentence("Uträknat ur räkenskaperna: {text}", "Counted from the accounts: {text}")
DIFFERS = Sentence(
    "Tryckt utfall {printed}, uträknat ur räkenskaperna {counted}.",
    "Printed outcome {printed}, counted from the accounts {counted}.",
)
READS = Sentence(
    "Med en annan läsning av räkenskaperna, {value}: {status}.",
    "With another reading of the accounts, {value}: {status}.",
)
READS_NOT = Sentence(
    "Med någon läsning av räkenskaperna går värdet inte att räkna ut.",
    "By some reading of the accounts the value cannot be computed.",
)
NO_FORMULA = Sentence(
    "{title} är ett lokalt begrepp utan angiven formel och jämförs därför inte.",
    "{title} is a local concept without a stated formula, and is therefore not compared.",
)
SHOWN = Sentence("Tryckt för {when}: {value}.", "Printed for {when}: {value}.")
RESERVATION = Sentence(
    "Utan regionens egen reservering på {reserved} mnkr hade årets tal varit {value}: {status}.",
    "Without the region's own reservation of {reserved} mnkr the figure of the year would have been {value}: {status}.",
)

PART_TARGET = Sentence(
    "Målvärdet för {when}, {asked}: {status}. Det gäller en del av året och avgör inte året.",
    "The target for {when}, {asked}: {status}. It is for a part of the year and does not decide the year.",
)
PART_VALUE = Sentence(
    "Målvärdet för {when}, {asked}: {status} med {value}. Det gäller en del av året och avgör inte året.",
    "The target for {when}, {asked}: {status} at {value}. It is for a part of the year and does not decide the year.",
)

OF_THE_YEAR = Sentence("Årets balanskravsresultat", "The balance result of the year")
OF_EARLIER = Sentence("Underskott att återställa", "Deficits to restore")
RESULT = Sentence("{text}", "{text}")
FROM_TO = Sentence(
    "Med andra läsningar är det {low} till {high} mnkr.", "With other readings it is {low} to {high} mnkr."
)
NO_PERSON = Sentence(
    "Modellen anger ingen juridisk person, så det går inte att säga vems räkenskaperna är.",
    "The model names no legal person, so whose accounts they are cannot be told.",
)
NO_DEFICITS = Sentence("Inget underskott är kvar att återställa.", "No deficit is left to restore.")
NOT_YET = Sentence(
    "Räkenskaperna för {year} är inte klara: {stage}.", "The accounts of {year} are not closed: {stage}."
)
NOT_ENDED = Sentence(
    "Året {year} har inte gått ut, så inget {stage} för hela året kan vara känt än.",
    "The year {year} has not ended, so no {stage} of the whole year can be known yet.",
)
NO_ACCOUNTS = Sentence(
    "Inga räkenskaper för {year} är kända, bara {stage}.", "No accounts of {year} are known, only {stage}."
)

WHO: Mapping[Capacity, Sentence] = {
    Capacity.OWN: Sentence("Regionens egna ord ({who}): {words}.", "The region's own words ({who}): {words}."),
    Capacity.AUDITORS: Sentence("Revisorernas omdöme ({who}): {words}.", "The auditors' opinion ({who}): {words}."),
    Capacity.SOME_AUDITORS: Sentence(
        "Några revisorers omdöme ({who}): {words}.", "The opinion of some auditors ({who}): {words}."
    ),
}
OTHERS = Sentence("{who}: {words}.", "{who}: {words}.")
FORM = Sentence("{form} ({who}): {words}.", "{form} ({who}): {words}.")
ABOUT = Sentence("{who}, om {subject}", "{who}, on {subject}")
DISCHARGE = Sentence("{what} för {year}: {whom}.", "{what} for {year}: {whom}.")
