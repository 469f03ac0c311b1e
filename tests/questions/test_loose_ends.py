"""What hangs loose, as an answer."""

from __future__ import annotations

from datetime import date

import pytest
from attrs import evolve

from regionstyrning import loose_ends
from regionstyrning.errors import NoTruthValue
from regionstyrning.model import Owner, Validity
from regionstyrning.questions.gaps import gaps_of
from regionstyrning.text.sentences import LANGUAGES, Language
from regionstyrning.text.widths import width_of
from tests.threaded import DAY, SAID, bare, goal, link, plan, region

RF = Owner(organ="rf")


def loosened() -> tuple[str, ...]:
    """The ends of a region with one goal too many."""
    return tuple(end.record for end in loose_ends(region().with_(goal("ny", owners=[RF]))).ends)


def test_in_a_whole_region_nothing_hangs_loose() -> None:
    """All that is required is there."""
    assert loose_ends(region()).ends == ()


def test_what_hangs_loose_is_found() -> None:
    """A goal that nothing carries and that hangs on nothing."""
    assert loosened() == ("ny", "ny")


def test_the_ends_are_every_gap() -> None:
    """Of the model as it held on the day."""
    model = bare(goal("a"), plan("p", kind="regionplan"))
    assert loose_ends(model).ends == gaps_of(model.at(DAY))


def test_only_what_is_in_force_hangs_loose() -> None:
    """The goal ends with the year."""
    model = region().with_(goal("ny", owners=[RF], validity=Validity(last=date(2026, 12, 31))))
    assert [len(loose_ends(model, on=date(year, 12, 31)).ends) for year in (2026, 2027)] == [2, 0]


def test_the_answer_says_what_was_asked() -> None:
    """The region and the day."""
    answer = loose_ends(region(), on=date(2026, 2, 1))
    assert (answer.about, answer.on) == ("trad", date(2026, 2, 1))


def test_without_a_day_the_models_own_is_meant() -> None:
    """Never today."""
    assert loose_ends(region()).on == DAY


def test_each_loose_end_is_a_step() -> None:
    """With the source of its record."""
    model = region().with_(goal("ny", owners=[RF], sources=[SAID]))
    assert [(step.record, step.source, step.text()) for step in loose_ends(model).steps] == [
        ("ny", SAID, "Ny saknar länk från nämndmål."),
        ("ny", SAID, "Ny saknar länk till målområde."),
    ]


def test_a_step_is_a_sentence_in_english() -> None:
    """On request."""
    assert loose_ends(bare()).steps[0].text("en") == "God vård has no link from any mål."


def test_braces_in_a_title_are_only_a_title() -> None:
    """They are no places to fill in."""
    model = bare(goal("a", title="{mål}"))
    assert loose_ends(model).steps[-1].text() == "{mål} saknar ägare."


def test_a_whole_region_says_that_nothing_hangs_loose() -> None:
    """On the day, in both languages."""
    answer = loose_ends(region())
    assert [answer.text(lang) for lang in LANGUAGES] == [
        "Inget hänger löst den 2026-03-01.",
        "Nothing hangs loose on 2026-03-01.",
    ]


def test_loose_ends_are_a_table() -> None:
    """Under their number."""
    assert loose_ends(bare(goal("a", "namndmal", owners=[RF]))).text().splitlines() == [
        "3 lösa ändar den 2026-03-01.",
        "",
        "id    lös ände",
        "----  ------------------------------",
        "a     A saknar länk från indikator.",
        "vard  God vård saknar länk från mål.",
        "a     A saknar länk till mål.",
    ]


def test_a_single_loose_end_is_told_in_singular() -> None:
    """In English."""
    assert loose_ends(bare()).text("en").splitlines() == [
        "1 loose end on 2026-03-01.",
        "",
        "id    loose end",
        "----  ----------------------------------",
        "vard  God vård has no link from any mål.",
    ]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_lines_fit_a_terminal(lang: Language) -> None:
    """Long titles are folded."""
    long = "Ett mycket långt mål om att alla invånare ska få vård i rätt tid på rätt plats " * 3
    model = bare(
        goal("a", title=long), link("a", "ingenting-som-finns-i-denna-modell-av-en-region"), plan("p", title=long)
    )
    ends = loose_ends(model)
    assert max(map(width_of, ends.text(lang).splitlines())) <= 80
    assert max(map(width_of, ends.text(lang, width=60).splitlines())) <= 60


def test_without_a_structure_nothing_is_said_to_be_well() -> None:
    """Nobody knows what is required."""
    model = evolve(region(), structures=(), contributions=())
    assert loose_ends(model).text() == "- Ingen struktur gäller den 2026-03-01, så vad som krävs är okänt."


def test_without_a_structure_the_answer_is_not_complete() -> None:
    """It is not known what is required."""
    assert loose_ends(bare(structures=())).complete is False


def test_a_link_that_was_passed_over_is_told() -> None:
    """Also where both its ends are nowhere."""
    assert loose_ends(region().with_(link("hit", "dit"))).text().splitlines() == [
        "Inget hänger löst den 2026-03-01.",
        "",
        "- Länken från hit till dit leder inte till något som gäller den dagen och är",
        "  överhoppad.",
    ]


def test_an_undated_document_that_something_stands_in_is_told() -> None:
    """It may not hold that day."""
    model = region().with_(plan("hsn-planen", adopted=None, based_on=["regionplanen"]))
    assert loose_ends(model).missing == ("Ingen känd första dag för Hsn-planen; det räknas som gällande.",)


def test_an_undated_foundation_is_told() -> None:
    """Nobody knows whether it needs followers that day."""
    model = region().with_(plan("grunden", kind="regionplan", adopted=None))
    assert loose_ends(model).missing == ("Ingen känd första dag för Grunden; det räknas som gällande.",)


def test_an_undated_follower_is_told() -> None:
    """Nobody knows whether the foundation is built on that day."""
    model = region().with_(plan("grunden", kind="regionplan"), plan("f", adopted=None, based_on=["grunden"]))
    assert loose_ends(model).missing == ("Ingen känd första dag för F; det räknas som gällande.",)


def test_an_undated_document_that_nothing_rests_on_is_not_told() -> None:
    """No end hangs on it."""
    assert loose_ends(region().with_(plan("policyn", adopted=None))).complete is True


def test_what_is_missing_is_told_in_english() -> None:
    """On request."""
    assert list(loose_ends(bare(structures=())).what_is_missing("en")) == [
        "No structure is in force on 2026-03-01, so what is required is not known."
    ]


def test_loose_ends_are_rows() -> None:
    """One an end."""
    assert [(row["record"], row["kind"]) for row in loose_ends(bare(goal("a", "namndmal"))).to_records()] == [
        ("a", "saknar länk nedifrån"),
        ("vard", "saknar länk nedifrån"),
        ("a", "saknar länk uppåt"),
        ("a", "saknar ägare"),
    ]


def test_a_page_has_the_number_as_its_caption() -> None:
    """Above the rows."""
    assert loose_ends(bare())._repr_html_().startswith("<table><caption>1 lös ände den 2026-03-01.</caption>")


def test_titles_are_escaped_on_a_page() -> None:
    """They may hold anything."""
    html = loose_ends(bare(goal("a", title="<b>")))._repr_html_()
    assert ("<b>" in html, "&lt;b&gt;" in html) == (False, True)


def test_loose_ends_are_neither_true_nor_false() -> None:
    """One reads its ends."""
    with pytest.raises(NoTruthValue) as caught:
        bool(loose_ends(region()))
    assert caught.value.read == "ends"


def test_answers_about_one_model_are_equal() -> None:
    """The same question of the same model."""
    model = region()
    assert loose_ends(model) == loose_ends(model.at(DAY))


def test_answers_about_different_models_are_not_equal() -> None:
    """The same question may have another answer."""
    assert loose_ends(region()) != loose_ends(bare())
