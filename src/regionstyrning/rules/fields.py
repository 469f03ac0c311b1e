"""What the fields that name records say, in words."""

from __future__ import annotations

from regionstyrning.text.sentences import Sentence

_SAYS: dict[str, Sentence] = {
    "about": Sentence("gäller", "is about"),
    "adopted.organ": Sentence("är antagen av", "was adopted by"),
    "amends": Sentence("ändrar", "amends"),
    "answers": Sentence("besvaras av", "is answered for by"),
    "based_on": Sentence("bygger på", "is based on"),
    "builds_on": Sentence("bygger på", "builds on"),
    "by": Sentence("är gjord av", "was made by"),
    "called_up_by": Sentence("kan tas över av", "may be called up by"),
    "condition.reference.indicators": Sentence("jämförs med", "is compared with"),
    "continues": Sentence("fortsätter", "continues"),
    "decision": Sentence("vilar på beslutet", "rests on the decision"),
    "delegation": Sentence("vilar på delegationen", "rests on the delegation"),
    "deputies.position": Sentence("har som ersättare", "has as deputy"),
    "document": Sentence("står i", "stands in"),
    "except_matters": Sentence("undantar", "excepts"),
    "giver": Sentence("är given av", "was given by"),
    "heads": Sentence("leder", "heads"),
    "indicator": Sentence("gäller", "is about"),
    "legal_person": Sentence("är den juridiska personen", "is the legal person"),
    "lower": Sentence("går från", "goes from"),
    "matter": Sentence("avser", "concerns"),
    "matters": Sentence("avser", "concerns"),
    "organ": Sentence("hör till", "belongs to"),
    "outranks": Sentence("går före", "outranks"),
    "oversees": Sentence("har uppsikt över", "oversees"),
    "owned": Sentence("avser ägande i", "is ownership of"),
    "owner": Sentence("ägs av", "is owned by"),
    "owners.organ": Sentence("ägs av", "is owned by"),
    "owners.position": Sentence("ägs av", "is owned by"),
    "part_of": Sentence("ingår i", "is part of"),
    "parts": Sentence("har som del", "has as a part"),
    "ratio": Sentence("mäts med", "is measured by"),
    "receivers.organ": Sentence("är mottagen av", "was received by"),
    "receivers.position": Sentence("är mottagen av", "was received by"),
    "replaces": Sentence("ersätter", "replaces"),
    "reporting.organs": Sentence("anmäls till", "is reported to"),
    "reporting.positions": Sentence("anmäls till", "is reported to"),
    "scopes.organ": Sentence("mäts för", "is measured for"),
    "serves": Sentence("arbetar under", "works under"),
    "set_by": Sentence("är satt av", "was set by"),
    "sources.publication": Sentence("har som källa", "has as source"),
    "succeeds": Sentence("efterträder", "succeeds"),
    "superior": Sentence("lyder under", "answers to"),
    "supplements": Sentence("kompletterar", "supplements"),
    "upper": Sentence("leder till", "leads to"),
}

_NAMES = Sentence("hänvisar i {field} till", "names in {field}")


def says(field: str) -> dict[str, str]:
    """
    What a field says of the record it stands in, as words for a sentence in either language.

    Args:
        field: Its name, with those of the values it stands in: ``based_on``, ``owners.organ``.

    Returns:
        ``says`` in Swedish and ``says_en`` in English; a field without words of its own is named.

    >>> says("based_on")
    {'says': 'bygger på', 'says_en': 'is based on'}
    """
    words = _SAYS.get(field, _NAMES)
    return {"says": words.say("sv", field=field), "says_en": words.say("en", field=field)}
