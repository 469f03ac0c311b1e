"""What a rule says of a model."""

from __future__ import annotations

import pytest

from regionstyrning.errors import NoTruthValue
from regionstyrning.model import Finding, Severity, Where
from regionstyrning.text.sentences import Sentence

NO_OWNER = Finding(
    rule="linkage.has-owner",
    severity=Severity.WARNING,
    records=["god-vard"],
    sentence=Sentence("{title} saknar ägare.", "{title} has no owner."),
    words=[("title", "God vård")],
    source="Region Exempels styrmodell",
    mending=Sentence("Skriv vem som bär {title}.", "Write who carries {title}."),
    place=lambda: Where("goals.toml", 12),
)
BARE = Finding(rule="a.b", severity=Severity.ERROR, sentence=Sentence("Fel.", "Wrong."))


def test_a_finding_is_said_in_swedish() -> None:
    """Swedish comes first."""
    assert NO_OWNER.text() == "God vård saknar ägare."


def test_a_finding_is_said_in_english_on_request() -> None:
    """The same words fill the English sentence."""
    assert NO_OWNER.text("en") == "God vård has no owner."


def test_a_finding_says_what_would_mend_it() -> None:
    """In either language."""
    assert (NO_OWNER.mend, NO_OWNER.how_to_mend("en")) == ("Skriv vem som bär God vård.", "Write who carries God vård.")


def test_a_finding_that_nothing_is_known_to_mend_says_nothing() -> None:
    """No advice is made up."""
    assert BARE.mend is None


def test_a_finding_says_where_its_record_is_written() -> None:
    """File and line are looked up when asked."""
    assert NO_OWNER.where == Where("goals.toml", 12)


def test_a_finding_about_a_model_from_elsewhere_stands_nowhere() -> None:
    """A model made by hand has no files."""
    assert BARE.where is None


def test_a_finding_is_a_row_of_plain_values() -> None:
    """Everything that can be read of it, by name."""
    assert NO_OWNER.to_records() == [
        {
            "rule": "linkage.has-owner",
            "severity": "varning",
            "records": ["god-vard"],
            "file": "goals.toml",
            "line": 12,
            "text": "God vård saknar ägare.",
            "mend": "Skriv vem som bär God vård.",
            "source": "Region Exempels styrmodell",
        }
    ]


def test_a_finding_that_stands_nowhere_has_no_file_in_its_row() -> None:
    """The keys are the same and their values empty."""
    row = BARE.to_records()[0]
    assert (row["file"], row["line"]) == (None, None)


def test_a_finding_is_neither_true_nor_false() -> None:
    """Asked as a condition it names what to read instead."""
    with pytest.raises(NoTruthValue, match="Read its attribute 'severity'"):
        bool(NO_OWNER)


def test_where_a_finding_was_made_does_not_change_what_it_is() -> None:
    """Two findings that say the same are equal, wherever the record is written."""
    elsewhere = Finding(
        rule=NO_OWNER.rule,
        severity=NO_OWNER.severity,
        records=NO_OWNER.records,
        sentence=NO_OWNER.sentence,
        words=NO_OWNER.words,
        source=NO_OWNER.source,
        mending=NO_OWNER.mending,
    )
    assert elsewhere == NO_OWNER


def test_the_gravest_findings_come_first() -> None:
    """Then they stand by rule, records and words."""
    assert sorted([NO_OWNER, BARE], key=lambda finding: finding.order) == [BARE, NO_OWNER]


@pytest.mark.parametrize(
    ("severity", "rank", "swedish", "english"),
    [
        (Severity.ERROR, 0, "fel", "error"),
        (Severity.WARNING, 1, "varning", "warning"),
        (Severity.NOTE, 2, "upplysning", "note"),
    ],
)
def test_a_severity_has_a_rank_and_a_word(severity: Severity, rank: int, swedish: str, english: str) -> None:
    """0 is the gravest."""
    assert (severity.rank, severity.title(), severity.title("en")) == (rank, swedish, english)


@pytest.mark.parametrize(
    ("where", "written"), [(Where("goals.toml", 12), "goals.toml:12"), (Where("goals.toml"), "goals.toml")]
)
def test_a_place_is_written_as_file_and_line(where: Where, written: str) -> None:
    """Without a known line it is the file."""
    assert str(where) == written
