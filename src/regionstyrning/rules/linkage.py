"""Whether goals hang together as the structure requires: the family *linkage*."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from regionstyrning.model.findings import Severity
from regionstyrning.model.indicators import Indicator, IndicatorRole
from regionstyrning.questions.gaps import SENTENCES, LooseEndKind, gaps_of
from regionstyrning.questions.missing import is_unread
from regionstyrning.questions.threads import level_title, serves, title_of
from regionstyrning.rules.rule import Held, Hit, Rule, rule
from regionstyrning.text.sentences import Sentence

if TYPE_CHECKING:
    from regionstyrning.model.indicators import Target

STRUCTURE = "Regionens egen struktur, som den är beskriven i modellen."


@rule(
    "linkage.hangs-on-what-is-above",
    severity=Severity.ERROR,
    lawful=True,
    source=STRUCTURE,
    sentence=SENTENCES[LooseEndKind.NOT_LINKED],
    mending=Sentence("Länka till {level}.", "Link it to some {level_en}."),
)
def hangs_on_what_is_above(held: Held) -> Iterator[Hit]:
    """What the structure says must hang on a level above must do so."""
    yield from _gaps(held, LooseEndKind.NOT_LINKED)


@rule(
    "linkage.is-carried-from-below",
    severity=Severity.WARNING,
    source=STRUCTURE,
    sentence=SENTENCES[LooseEndKind.NOT_CARRIED],
    mending=Sentence("Länka från {level} till {title}.", "Link some {level_en} to {title}."),
)
def is_carried_from_below(held: Held) -> Iterator[Hit]:
    """What the structure says must have something under it must have so."""
    yield from _gaps(held, LooseEndKind.NOT_CARRIED)


@rule(
    "linkage.has-an-owner",
    severity=Severity.WARNING,
    source=STRUCTURE,
    sentence=SENTENCES[LooseEndKind.NO_OWNER],
    mending=Sentence("Ange vem som bär målet.", "Name who carries it."),
)
def has_an_owner(held: Held) -> Iterator[Hit]:
    """What the structure says must be owned must have an owner."""
    yield from _gaps(held, LooseEndKind.NO_OWNER)


@rule(
    "linkage.is-built-on",
    severity=Severity.WARNING,
    source=STRUCTURE,
    sentence=SENTENCES[LooseEndKind.NO_FOLLOWER],
    mending=Sentence("Ange vilka dokument som bygger på det.", "Name the documents that are based on it."),
)
def is_built_on(held: Held) -> Iterator[Hit]:
    """A document that others must build on must have one that does."""
    yield from _gaps(held, LooseEndKind.NO_FOLLOWER)


@rule(
    "linkage.follows-the-levels",
    severity=Severity.WARNING,
    source=STRUCTURE,
    sentence=Sentence(
        "{title} ({level}) länkar till {other} ({upper}), vilket strukturen inte har någon regel för.",
        "{title} ({level_en}) links to {other} ({upper}), for which the structure has no rule.",
    ),
    mending=Sentence(
        "Länka till en nivå som strukturen tillåter, eller lägg till en länkregel.",
        "Link to a level that the structure allows, or add a link rule.",
    ),
)
def follows_the_levels(held: Held) -> Iterator[Hit]:
    """A link must go between levels that the structure has a rule for, where it has rules for the lower one."""
    found = held.threads
    rules = () if found.structure is None else found.structure.links
    allowed = {(rule.lower, upper) for rule in rules for upper in rule.upper}
    ruled = {lower for lower, _ in allowed}
    for lower, links in found.up.items():
        for link in links:
            levels = found.level[lower], found.level[link.upper]
            if levels[0] in ruled and levels not in allowed and serves(link):
                words = {
                    "title": title_of(held.model, lower),
                    "level": level_title(found, lower),
                    "level_en": level_title(found, lower, "en"),
                    "other": title_of(held.model, link.upper),
                    "upper": level_title(found, link.upper),
                }
                yield Hit((link.id, lower, link.upper), words)


@rule(
    "linkage.a-structure-is-in-force",
    severity=Severity.WARNING,
    source="Bibliotekets läsning: utan struktur går det inte att säga vad som krävs.",
    sentence=Sentence("Ingen struktur gäller den {day}.", "No structure is in force on {day}."),
    mending=Sentence("Lägg till en struktur för dagen, eller välj en annan dag.", "Add one, or choose another day."),
)
def a_structure_is_in_force(held: Held) -> Iterator[Hit]:
    """On every day that is asked about a structure must be in force."""
    if held.threads.structure is None:
        yield Hit((), {"day": str(held.model.as_of)})


@rule(
    "linkage.the-day-has-been-read",
    severity=Severity.NOTE,
    lawful=True,
    source="Bibliotekets läsning: vad som har hänt efter den sista lästa dagen vet ingen källa i modellen.",
    sentence=Sentence(
        "Källorna är lästa till och med {last}; fynd om {day} kan bero på det.",
        "The sources are read up to and including {last}; findings about {day} may be due to that.",
    ),
    mending=Sentence(
        "Läs senare källor, eller fråga om en tidigare dag.", "Read later sources, or ask an earlier day."
    ),
)
def the_day_has_been_read(held: Held) -> Iterator[Hit]:
    """The day that is asked about should not be later than what was read."""
    if is_unread(held.model):
        yield Hit((), {"last": str(held.model.read_until), "day": str(held.model.as_of)})


@rule(
    "linkage.watched-has-no-target",
    severity=Severity.WARNING,
    source="Bibliotekets läsning: ett mått som bara följs har inget målvärde.",
    each="targets",
    sentence=Sentence("{title} följs bara, men har ett målvärde.", "{title} is only watched, but has a target."),
    mending=Sentence("Ta bort målvärdet eller ändra indikatorns roll.", "Remove the target or change the role."),
)
def watched_has_no_target(target: Target, held: Held) -> Iterator[Hit]:
    """A measure that is only watched has no target."""
    indicator = held.model.by_id.get(target.indicator)
    if isinstance(indicator, Indicator) and indicator.role is IndicatorRole.WATCHED:
        yield Hit((target.id, indicator.id), {"title": indicator.title})


def _gaps(held: Held, kind: LooseEndKind) -> Iterator[Hit]:
    for gap in gaps_of(held.model):
        if gap.kind is kind:
            yield Hit((gap.record,), gap.words, gap.source)


RULES: tuple[Rule, ...] = (
    hangs_on_what_is_above,
    is_carried_from_below,
    has_an_owner,
    is_built_on,
    follows_the_levels,
    a_structure_is_in_force,
    the_day_has_been_read,
    watched_has_no_target,
)
