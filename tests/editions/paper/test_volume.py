from dataclasses import asdict, is_dataclass, replace
from datetime import date

from builders import a_claim
from editions.publications import ALENA, BORIS, SQUARE, VERA, a_publication, all_claims
from khronika.clearance.publication import Prose, Publication
from khronika.editions.event import EventView, SaidView
from khronika.editions.paper.entry import CaseEntry, PersonEntry
from khronika.editions.paper.order import order
from khronika.editions.paper.prosecution import has_criminal_case
from khronika.editions.paper.volume import Volume, volume
from khronika.editions.reader import Reader
from khronika.schema.subject import SubjectId


def the_volume(publication: Publication | None = None, language: str = "en") -> Volume:
    return volume(Reader(publication or a_publication(), language), "The book")


def entries(made: Volume) -> list[PersonEntry]:
    return [*(one for case in made.cases for one in case.people), *made.alone, *made.without]


def test_everybody_with_a_page_has_one_entry_and_stands_in_the_index() -> None:
    made = the_volume()
    names = [one.name for one in entries(made)]
    assert sorted(names) == ["Alyona Belova", "Boris Lesnoy", "Vera Ezhova"]
    assert [row.text for row in made.people] == ["Belova, Alyona", "Ezhova, Vera", "Lesnoy, Boris"]
    places = {place for row in made.people for place in row.places}
    assert {one.id for one in entries(made)} <= places


def test_everybody_in_two_cases_stands_under_one_and_is_named_in_the_other() -> None:
    other = SubjectId(SQUARE.replace("square", "bridge"))
    more = [
        a_claim("name", subject=other, lang="en", text="The Bridge case"),
        a_claim("membership", subject=ALENA, case=other, role="defendant"),
    ]
    made = the_volume(a_publication([*all_claims(), *more]))
    told = {case.name: ([p.name for p in case.people], [p.name for p in case.elsewhere])
            for case in made.cases}  # fmt: skip
    assert told["The Bridge case"] == (["Alyona Belova"], [])
    assert told["The Square case"] == (["Boris Lesnoy"], ["Alyona Belova"])


def test_who_has_no_criminal_case_follows_from_what_is_recorded() -> None:
    assert [one.name for one in the_volume().without] == ["Vera Ezhova"]
    fined = a_claim("charge", subject=VERA, article="RU-KoAP 20.3/1")
    assert order(Reader(a_publication([*all_claims(), fined]), "en")).without == (VERA,)
    accused = a_claim("charge", subject=VERA, article="RU-UK 205.2/1")
    now = a_publication([*all_claims(), accused])
    assert order(Reader(now, "en")).without == ()
    assert order(Reader(now, "en")).alone == (VERA,)
    assert has_criminal_case(now.people[BORIS])


def test_every_printed_fact_of_an_entry_has_a_note_and_every_note_is_in_the_list() -> None:
    for entry in (*entries(the_volume()), *the_volume().cases):
        listed = {row.number for row in entry.notes}
        events = [*entry.timeline, *(e for part in entry.sections for e in part.events)]
        if isinstance(entry, PersonEntry):
            events += [*entry.charges, *entry.rulings, *(e for r in entry.about for e in r.events)]
        for event in events:
            assert is_noted(event), (entry.name, event)
        alone = replace(entry, people=()) if isinstance(entry, CaseEntry) else entry
        assert numbers_in(alone) == listed


def is_noted(event: EventView) -> bool:
    """Whether the event, or each of its values, names where it is said."""
    values = [one for fact in (event.when, event.quoted, *event.facts) if fact
              for one in (*fact.values, *fact.aside)]  # fmt: skip
    return bool(event.backing or event.denied) or all(one.backing for one in values)


def numbers_in(value: object) -> set[int]:
    """Every number of a note anywhere in the view."""
    if isinstance(value, SaidView) or (is_dataclass(value) and hasattr(value, "words")):
        backing = value.backing if isinstance(value, SaidView) else (value,)
        return {number for one in backing for number in one.notes}
    if is_dataclass(value):
        return set().union(*(numbers_in(getattr(value, name)) for name in asdict(value)))  # type: ignore[call-overload]
    if isinstance(value, tuple):
        return set().union(*map(numbers_in, value))
    return set()


def test_essays_stand_in_their_places_with_their_own_titles() -> None:
    texts = {
        "afterword": "## What is to be done\n\nWrite.",
        "foreword": "We made this.",
        "life-inside": "# Life inside\n\nIt is cold.",
        "back-cover": "Heard.",
    }
    prose = tuple(Prose(slot, None, "en", text) for slot, text in texts.items())
    made = the_volume(a_publication(prose=prose))
    assert [one.title for one in made.foreword] == ["Foreword", "Life inside"]
    assert [one.title for one in made.afterword] == ["What is to be done"]
    assert made.back.blocks[0].lines[0][0].text == "Heard."


def test_a_disclaimer_stands_with_the_person_it_is_about() -> None:
    made = the_volume(a_publication(notes={BORIS: "We list him and share no view of his."}))
    assert {one.name: one.note for one in entries(made) if one.note} == {
        "Boris Lesnoy": "We list him and share no view of his."
    }


def test_every_open_source_is_listed_and_no_closed_one() -> None:
    titles = [one.title for one in the_volume().sources]
    assert titles == ["Echo of the Paper", "The Lugovsk Paper", "Доклад о деле о площади"]


def test_the_imprint_says_as_of_when_and_by_which_rule_it_counts() -> None:
    made = the_volume(replace(a_publication(), as_of=date(2026, 3, 1)))
    assert made.sheet.as_of == "Facts as of 1 March 2026."
    assert "1 March 2026" in made.imprint.rule
    assert made.imprint.counted == "3 persons listed"
    assert made.imprint.state == a_publication().state


def test_signs_stand_as_the_language_puts_them() -> None:
    french, german = (the_volume(language=one).words for one in ("fr", "de"))
    assert (french["colon"], french["semicolon"]) == ("\u00a0: ", "\u00a0; ")
    assert (german["colon"], german["semicolon"]) == (": ", "; ")
