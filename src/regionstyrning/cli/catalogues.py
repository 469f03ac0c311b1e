"""What the catalogues of a model are called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from regionstyrning.text.sentences import Sentence, listed

if TYPE_CHECKING:
    from regionstyrning.model import SteeringModel
    from regionstyrning.text.sentences import Language

WORDS = {
    "publications": Sentence("publikationer", "publications"),
    "structures": Sentence("strukturer", "structures"),
    "documents": Sentence("dokument", "documents"),
    "statutes": Sentence("författningar", "statutes"),
    "decisions": Sentence("beslut", "decisions"),
    "organs": Sentence("organ", "organs"),
    "positions": Sentence("befattningar", "positions"),
    "ownerships": Sentence("ägarband", "ownerships"),
    "goals": Sentence("mål och uppdrag", "goals and work"),
    "indicators": Sentence("indikatorer", "indicators"),
    "contributions": Sentence("länkar", "links"),
    "targets": Sentence("målvärden", "targets"),
    "outcomes": Sentence("utfall", "outcomes"),
    "judgements": Sentence("bedömningar", "judgements"),
    "matters": Sentence("ärenden", "matters"),
    "delegations": Sentence("delegationer", "delegations"),
    "amounts": Sentence("belopp", "amounts"),
    "ratios": Sentence("nyckeltal", "ratios"),
    "open_points": Sentence("öppna punkter", "open points"),
}
"""By the name of the catalogue."""

PARTS = {
    "levels": Sentence("nivåer", "levels"),
    "perspectives": Sentence("perspektiv", "perspectives"),
    "document_kinds": Sentence("slag av dokument", "kinds of document"),
    "scales": Sentence("skalor", "scales"),
    "streams": Sentence("strömmar", "streams"),
    "cycle": Sentence("steg i året", "steps of the year"),
    "reserves": Sentence("reserver", "reserves"),
}
"""By the part of a structure whose values have ids."""


def counts(model: SteeringModel) -> dict[str, int]:
    """How many records each catalogue of a model has."""
    return {name: len(records) for name, records in model.catalogues().items()}


def counts_text(model: SteeringModel, lang: Language) -> str:
    """How many records a model has of each kind that it has any of."""
    return listed([f"{WORDS[name].say(lang)} {count}" for name, count in counts(model).items() if count], lang)
