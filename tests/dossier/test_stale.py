"""What later sources answer, and of whom nobody has spoken for a year."""

from datetime import date

import pytest

from builders import a_claim, a_decision, a_source, by_id, case, person, source
from khronika.dossier.fold import fold
from khronika.dossier.material import Material
from khronika.dossier.stale import Overtaken, Stale, stale
from khronika.schema.claim import Claim
from khronika.schema.decision import Decision, Verb
from khronika.schema.source import Source
from khronika.values.language import LANGUAGES
from khronika.values.wording import Wording

SQUARE = case()
TODAY = date(2024, 6, 1)
OLD = a_source("old", title="The Old Paper", date="2023-07-01")
NEW = a_source("new", title="The New Paper", date="2024-05-01")
UNDATED = a_source("undated", title="The List", date="")


def look(
    *claims: Claim,
    sources: tuple[Source, ...] = (OLD, NEW, UNDATED),
    decisions: tuple[Decision, ...] = (),
    as_of: date = TODAY,
) -> Stale | None:
    held = {one.id: one for one in sources}
    material = Material(claims=by_id(claims), sources=held, decisions=decisions)
    dossier = fold(material, as_of=as_of).people[person()]
    return stale(dossier, material.claims, held, as_of=as_of)


def facts(found: Stale | None) -> tuple[Overtaken, ...]:
    return found.facts if found else ()


def said(found: Stale | None) -> list[str]:
    return [Wording.of("en").say(one.say) for one in facts(found)]


def term(length: str, by: str) -> Claim:
    return a_claim(
        "ruling", source=source(by), case=SQUARE, instance="first", outcome="convicted", term=length
    )


def test_a_field_is_answered_by_the_source_that_is_dated_later() -> None:
    found = look(term("6y", "new"), term("9y", "old"))
    assert [(one.code, one.kind, one.field, one.sources) for one in facts(found)] == [
        ("answered-by-later-source", "ruling", "term", (source("old"), source("new")))
    ]
    (sentence,) = said(found)
    assert sentence == (
        "Court decision, term: “9 years” by The Old Paper (1 July 2023); “6 years” by The New "
        "Paper (1 May 2024), which is later."
    )


def test_where_the_dates_do_not_tell_which_is_later_the_report_says_so() -> None:
    (fact,) = facts(look(term("6y", "undated"), term("9y", "new")))
    assert fact.code == "answered-by-later-source"
    assert fact.sources == (source("new"), source("undated"))
    assert Wording.of("en").say(fact.say).endswith("Which of the two is later is not known.")


def test_a_year_does_not_lie_before_a_day_in_it() -> None:
    year = a_source("year", date="2024")
    (fact,) = facts(look(term("6y", "new"), term("9y", "year"), sources=(NEW, year)))
    assert fact.say.code == "stale.answered-by-other-source"


def test_the_oldest_word_and_its_newest_answer_stand_for_the_field() -> None:
    middle = a_source("middle", date="2023-12-01")
    claims = [term("9y", "old"), term("8y", "middle"), term("6y", "new")]
    (fact,) = facts(look(*claims, sources=(OLD, middle, NEW)))
    assert fact.sources == (source("old"), source("new"))


def test_one_source_that_says_two_things_answers_nothing() -> None:
    assert look(term("9y", "new"), term("6y", "new")) is None


def test_a_source_that_repeats_another_is_no_second_voice() -> None:
    echo = a_source("echo", date="2024-05-20", repeats=source("new"))
    assert look(term("9y", "new"), term("6y", "echo"), sources=(NEW, echo)) is None


def test_two_sources_that_repeat_each_other_end_nowhere_but_end() -> None:
    one = a_source("one", date="2024-05-20", repeats=source("two"))
    two = a_source("two", date="2024-05-20", repeats=source("one"))
    assert look(term("9y", "one"), sources=(one, two)) is None


def test_what_an_editor_settled_is_not_asked_again() -> None:
    six, nine = term("6y", "new"), term("9y", "old")
    settled = a_decision(Verb.PREFER, six.id(), over=[nine.id()])
    assert look(six, nine, decisions=(settled,)) is None


def test_a_more_exact_date_is_no_other_word() -> None:
    claims = [
        a_claim(source=source("old"), case=SQUARE, date="2023"),
        a_claim(source=source("new"), case=SQUARE, date="2023-05-04"),
    ]
    assert "date" not in {one.field for one in facts(look(*claims))}


def test_the_status_is_answered_where_another_source_tells_what_came_after() -> None:
    held = a_claim("custody", source=source("old"), case=SQUARE, kind_="pretrial", start="2023-06")
    freed = a_claim("release", source=source("new"), case=SQUARE, kind_="served", date="2024-04-30")
    found = look(held, freed)
    assert [(one.kind, one.field, one.sources) for one in facts(found)] == [
        ("", "", (source("old"), source("new")))
    ]
    assert said(found)[0].startswith("Status: “In pre-trial detention” by The Old Paper")
    assert "“Released” by The New Paper" in said(found)[0]


def test_a_bare_arrest_is_answered_by_what_became_of_it() -> None:
    arrest = a_claim(source=source("old"), case=SQUARE, date="2023-03-01")
    (fact,) = facts(look(arrest, term("6y", "new")))
    assert Wording.of("en").say(fact.say).startswith("Status: “Arrest” by The Old Paper")


def test_a_source_that_tells_of_no_measure_is_not_answered() -> None:
    occupation = a_claim("occupation", source=source("old"), value="teacher")
    assert look(occupation, term("6y", "new")) is None


def test_two_sources_that_leave_a_person_in_the_same_place_answer_nothing() -> None:
    held = a_claim("custody", source=source("old"), case=SQUARE, kind_="colony-general")
    verdict = a_claim(
        "ruling", source=source("new"), case=SQUARE, outcome="convicted", term="6y", date="2024-04"
    )
    assert look(held, verdict) is None


def test_what_is_said_of_a_person_under_another_id_counts() -> None:
    other = person("vetrova-alena")
    held = a_claim(
        "custody", subject=other, source=source("old"), case=SQUARE, kind_="pretrial", start="2023"
    )
    freed = a_claim("release", source=source("new"), case=SQUARE, kind_="served", date="2024-04-30")
    same = a_decision(Verb.SAME, person(), other)
    assert facts(look(held, freed, decisions=(same,)))[0].sources == (source("old"), source("new"))


def test_an_older_source_does_not_answer_a_newer_one() -> None:
    freed = a_claim("release", source=source("old"), case=SQUARE, kind_="served", date="2023-06-30")
    held = a_claim("custody", source=source("new"), case=SQUARE, kind_="pretrial", start="2022-06")
    assert look(freed, held) is None


def test_the_order_of_what_is_handed_in_changes_nothing() -> None:
    claims = [term("9y", "old"), term("6y", "new"), term("8y", "undated")]
    assert look(*claims) == look(*reversed(claims), sources=(UNDATED, NEW, OLD))


@pytest.mark.parametrize(
    ("as_of", "code"), [(date(2024, 6, 30), ""), (date(2024, 7, 1), "no-word-for-a-year")]
)
def test_a_year_without_a_word_is_told_from_the_day_after(as_of: date, code: str) -> None:
    found = look(term("9y", "old"), as_of=as_of)
    assert [one.code for one in facts(found)] == ([code] if code else [])
    assert [one.sources for one in facts(found)] == ([(source("old"),)] if code else [])


def test_the_newest_source_counts_and_a_year_lasts_until_its_end() -> None:
    year = a_source("year", date="2023")
    claims = [term("9y", "old"), term("9y", "year")]
    assert look(*claims, sources=(OLD, year), as_of=date(2024, 12, 30)) is None
    assert facts(look(*claims, sources=(OLD, year), as_of=date(2025, 1, 1)))


def test_who_has_no_dated_source_has_no_dated_word() -> None:
    assert said(look(term("9y", "undated"))) == ["No source with a date speaks of this person."]
    assert facts(look(term("9y", "nowhere")))[0].sources == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_value_can_be_said_in_every_language(language: str) -> None:
    kinds = [
        ("custody", {"event": "held", "kind_": ("pretrial", "house-arrest")}),
        ("arrest", {"event": "taken", "agency": ("fsb", "police")}),
        ("ruling", {"event": "fined", "fine": ("100 RUB", "200 RUB")}),
        ("charge", {"event": "charged", "article": ("RU-UK 280", "RU-UK 275")}),
        ("age", {"event": "age", "value": (20, 30)}),
    ]
    claims = [
        a_claim(
            name,
            source=source(by),
            case=SQUARE,
            **{key: one if key == "event" else one[which] for key, one in fields.items()},  # type: ignore[arg-type]
        )
        for name, fields in kinds
        for which, by in enumerate(("old", "new"))
    ]
    found = [one for one in facts(look(*claims)) if one.field]
    assert {one.kind for one in found} >= {"custody", "arrest", "ruling", "charge"}
    assert all(Wording.of(language).say(one.say) for one in found)
