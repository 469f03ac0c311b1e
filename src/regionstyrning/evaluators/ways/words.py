"""What ways of judging and their settings are called, beside the names that are typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from regionstyrning.text.sentences import Sentence

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from regionstyrning.evaluators.verdicts.verdict import Verdict
    from regionstyrning.text.sentences import Language

_NAMED = Sentence("{name} [{id}]", "{name} [{id}]")

_NAMES: Mapping[str, Sentence] = {
    "attainment": Sentence("planens mål och regler", "the plan's targets and rules"),
    "egen": Sentence("regionens egna ord först", "the region's own words first"),
    "bands": Sentence("statusband", "status bands"),
    "scores": Sentence("poäng", "scores"),
    "propagation": Sentence("spridning längs länkarna", "propagation along the links"),
    "geh": Sentence("lagens delar och regionens egen regel", "the parts of the law and the region's own rule"),
    "profile": Sentence("den finansiella profilen", "the financial profile"),
}

_VALUES: Mapping[tuple[str, str], str] = {
    ("ambiguous", "from-to"): "ord med flera betydelser räknas från–till",
    ("ambiguous", "leave out"): "ord med flera betydelser lämnas utanför",
    ("per_scope", "each"): "målvärden för alla redovisas enhet för enhet",
    ("per_scope", "all"): "målvärden för alla ska nås av varje enhet",
    ("per_scope", "weighted"): "målvärden för alla hålls mot enheternas vägda medelvärde",
    ("words", "beside"): "regionens egna ord står bredvid",
    ("words", "first"): "regionens egna ord först",
}
_SETTINGS: Mapping[str, str] = {
    "green_from": "grönt från {value}",
    "yellow_from": "gult från {value}",
    "partly_share": "delvis uppfyllt från {value} procent av målvärdet",
    "partly_points": "delvis uppfyllt ger {value} i ett medelvärde",
    "stage": "bara värden som är {value}",
    "join": "delar utan regel vägs samman så: {value}",
}
"""Settings in Swedish; English has the names that are typed, which are English already."""

_NOT_SET = "–"


def way_named(whole: Verdict, lang: Language) -> str:
    """
    A way of judging by what it goes by and, in brackets, its name and version; a plugin's by these alone.

    Args:
        whole: A verdict that it gave.
        lang: Swedish or English.
    """
    name = _NAMES.get(whole.evaluator.rpartition(" ")[0])
    return whole.evaluator if name is None else _NAMED.say(lang, name=name.say(lang), id=whole.evaluator)


def settings_named(whole: Verdict, lang: Language, known: Collection[tuple[str, str]] = ()) -> str:
    """
    What a way of judging was told, in brackets, or nothing.

    Args:
        whole: A verdict that it gave.
        lang: Swedish or English.
        known: Settings that are told already.
    """
    name = way_named(whole, lang)
    said = [_setting(*each, lang) for each in whole.settings if each[1] != _NOT_SET and each not in known]
    told = [each for each in said if not name.startswith(each)]
    return f" ({'; '.join(told)})" if told else ""


def _setting(name: str, value: str, lang: Language) -> str:
    if lang == "sv" and (name, value) in _VALUES:
        return _VALUES[name, value]
    if lang == "sv" and name in _SETTINGS:
        return _SETTINGS[name].format(value=value)
    return f"{name} {value}"
