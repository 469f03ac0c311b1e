"""What the law sheet does not settle: settings with a name, a printed value and a default."""

from __future__ import annotations

from enum import Enum

import attrs
from attrs import field, frozen

from regionstyrning.text.sentences import Sentence


class ReportsTo(Enum):
    """To whom decisions of someone who got the right from a förvaltningschef are reported."""

    COMMITTEE = "nämnden"
    HEAD = "förvaltningschefen"
    BOTH = "båda"


class MonthsEnd(Enum):
    """When a time in months ends that begins on the last day of a month."""

    SAME_NUMBER = "samma datum"
    LAST_DAY = "månadens sista dag"


YES = "ja"

NO = "nej"

ENGLISH = {YES: "yes", NO: "no"}


def _policy(sv: str, en: str) -> dict[str, Sentence]:
    return {"sentence": Sentence(sv, en)}


@frozen(kw_only=True, cache_hash=True)  # the key of whatever is kept with a model
class Policies:
    """
    Choices where the law was not seen, or leaves open how it is to be read (tolkningsval).

    Each one that an answer rests on is named and printed in its steps.

    Attributes:
        delegation_survives_new_term: A delegation to a post holds on in a new mandate period.
        subdelegate_reports_to: Who is told of decisions taken on a right that was passed on.
        shift_authority_deadlines: A last day on a holiday moves to the next working day for the region's own dates too.
        months_end: How two months from the last day of a month are counted: 30 June gives 30 or 31 August.
        kl_2026_07: The changes of kommunallagen from 2026-07-01 are in force.
        old_disqualification_wording: Before 2022-07-01 the five older points on jäv applied.
        choice_system_barred_before_2024: An automated function might not decide on valfrihetssystem before 2024 either.
        pass_on_under_agreement: The head of another region's administration may pass on what avtalssamverkan gave.
        splitting_barred: A purchase may not be cut up to stay under a limit.
        wartime_procedure: The act on procedure in war or danger of war is applied.
        older_balance_requirement: Before 2018 the balance requirement and the reserve were as in the act of 2017.
        restore_before_reserving: Older deficits are restored before anything is reserved.
        oldest_deficit_first: A surplus restores the deficit whose time ends first.
        equalisation_reserve_only_to_zero: A resultatutjämningsreserv is used for a negative result, up to zero.
        result_reserve_only_to_zero: A resultatreserv is used for a negative result, up to zero.
        equity_of_the_same_year: One or two per cent follows from the equity at the end of the year accounted for.
        assembly_decides_reserves: Fullmäktige decides what is reserved and what is used.
    """

    delegation_survives_new_term: bool = field(
        default=True,
        metadata=_policy(
            "En delegation till en befattning består efter ett val: {value}.",
            "A delegation to a post survives an election: {value}.",
        ),
    )
    subdelegate_reports_to: ReportsTo = field(
        default=ReportsTo.COMMITTEE,
        metadata=_policy(
            "Beslut på vidaredelegation anmäls till: {value}.",
            "Decisions on a right that was passed on are reported to: {value}.",
        ),
    )
    shift_authority_deadlines: bool = field(
        default=False,
        metadata=_policy(
            "Regionens egna sista dagar flyttas från helgdag: {value}.",
            "The region's own last days move from a holiday: {value}.",
        ),
    )
    months_end: MonthsEnd = field(
        default=MonthsEnd.SAME_NUMBER,
        metadata=_policy(
            "En tid i månader från en månads sista dag slutar på: {value}.",
            "A time in months from the last day of a month ends on: {value}.",
        ),
    )
    kl_2026_07: bool = field(
        default=True,
        metadata=_policy(
            "Kommunallagens ändringar den 1 juli 2026 räknas som gällande: {value}.",
            "The changes of kommunallagen on 2026-07-01 count as in force: {value}.",
        ),
    )
    old_disqualification_wording: bool = field(
        default=True,
        metadata=_policy(
            "Före den 1 juli 2022 gällde de fem äldre jävspunkterna: {value}.",
            "Before 2022-07-01 the five older points on jäv applied: {value}.",
        ),
    )
    choice_system_barred_before_2024: bool = field(
        default=True,
        metadata=_policy(
            "Valfrihetssystem var stängt för automatiserade beslut också före 2024: {value}.",
            "Valfrihetssystem was closed to automated decisions before 2024 too: {value}.",
        ),
    )
    pass_on_under_agreement: bool = field(
        default=False,
        metadata=_policy(
            "Chefen hos en avtalspart får föra rätten vidare: {value}.",
            "The other party's head may pass the right on: {value}.",
        ),
    )
    splitting_barred: bool = field(
        default=True,
        metadata=_policy(
            "Ett inköp får inte delas upp för att rymmas under en gräns: {value}.",
            "A purchase may not be cut up to stay under a limit: {value}.",
        ),
    )

    wartime_procedure: bool = field(
        default=False,
        metadata=_policy(
            "Lagen om förfarandet under krig eller krigsfara tillämpas: {value}.",
            "The act on procedure in war or danger of war is applied: {value}.",
        ),
    )

    older_balance_requirement: bool = field(
        default=True,
        metadata=_policy(
            "Före 2018 gällde balanskravet och reserven som i 2017 års kommunallag: {value}.",
            "Before 2018 the balance requirement and the reserve were as in the act of 2017: {value}.",
        ),
    )
    restore_before_reserving: bool = field(
        default=True,
        metadata=_policy(
            "Äldre underskott återställs innan något reserveras: {value}.",
            "Older deficits are restored before anything is reserved: {value}.",
        ),
    )
    oldest_deficit_first: bool = field(
        default=True,
        metadata=_policy(
            "Ett överskott återställer först det underskott vars tid går ut först: {value}.",
            "A surplus restores the deficit whose time ends first: {value}.",
        ),
    )
    equalisation_reserve_only_to_zero: bool = field(
        default=True,
        metadata=_policy(
            "Resultatutjämningsreserven används bara för ett negativt resultat, högst upp till noll: {value}.",
            "The resultatutjämningsreserv is used only for a negative result, up to zero: {value}.",
        ),
    )
    result_reserve_only_to_zero: bool = field(
        default=True,
        metadata=_policy(
            "Resultatreserven används bara för ett negativt resultat, högst upp till noll: {value}.",
            "The resultatreserv is used only for a negative result, up to zero: {value}.",
        ),
    )
    equity_of_the_same_year: bool = field(
        default=True,
        metadata=_policy(
            "Om en eller två procent gäller avgörs av eget kapital vid utgången av samma år: {value}.",
            "Whether one or two per cent applies follows from the equity at the end of the same year: {value}.",
        ),
    )
    assembly_decides_reserves: bool = field(
        default=True,
        metadata=_policy(
            "Fullmäktige beslutar om vad som reserveras och används: {value}.",
            "Fullmäktige decides what is reserved and used: {value}.",
        ),
    )

    def written(self, name: str) -> str:
        """
        The value of a setting as a provision's ``policy`` writes it: ja, nej or the choice itself.

        Raises:
            AttributeError: if there is no such setting.
        """
        value = getattr(self, name)
        if isinstance(value, bool):
            return YES if value else NO
        return str(value.value)

    def told(self, name: str, lang: str = "sv") -> str:
        """
        One setting and its value, in a sentence.

        Raises:
            KeyError: if there is no such setting.
        """
        sentence: Sentence = attrs.fields_dict(type(self))[name].metadata["sentence"]
        written = self.written(name)
        return sentence.say(lang, value=written if lang == "sv" else ENGLISH.get(written, written))


STANDARD = Policies()

NAMES = tuple(attrs.fields_dict(Policies))
