from collections.abc import Callable
from dataclasses import replace
from functools import partial

import pytest

from editions.publications import ALENA, BORIS, a_publication
from khronika.clearance.publication import Prose, Publication
from khronika.editions.path import person_page, press_person_page
from khronika.editions.press_fact import without_quotes
from khronika.editions.reader import Reader
from khronika.editions.site.drafted import Drafts, Values
from khronika.editions.site.edition import _person
from khronika.editions.site.press import person_press
from khronika.editions.site.press_page import _values
from khronika.editions.site.template import render
from khronika.schema.subject import SubjectId

STORY = Prose("biography", ALENA, "ru", "Она *писала* стихи & пела.\n\n> О море")
PUBLICATION = a_publication(prose=(STORY, replace(STORY, lang="de", markdown="Sie schrieb.")))
UNQUOTED = without_quotes(PUBLICATION)
HINT = "a view asks for the language; let it say its words by `reader.said` (see site/draft.py)"


def printed(values: Values, reader: Reader) -> bytes:
    around, shown = values
    return render("person.html", reader.language, page=around, **shown)


def test_a_page_said_from_a_draft_is_the_page_made_by_its_reader() -> None:
    drafts = Drafts(PUBLICATION)
    for person in sorted(PUBLICATION.people):
        page = person_page(PUBLICATION.addresses[person])
        values = partial(_person, person, page)
        for reader in drafts.readers:
            made = printed(values(reader), reader)
            assert drafts.page("person.html", page, values, reader) == made


def test_a_page_is_drafted_once_for_all_languages() -> None:
    drafts, asked = Drafts(PUBLICATION), list[Reader]()
    page = person_page(PUBLICATION.addresses[BORIS])

    def values(reader: Reader) -> Values:
        asked.append(reader)
        return _person(BORIS, page, reader)

    pages = [drafts.page("person.html", page, values, reader) for reader in drafts.readers]
    assert len(set(pages)) == len(drafts.readers)
    assert len(asked) == 1, HINT


def of_press(person: SubjectId, page: str, reader: Reader) -> Values:
    return _values(person_press, person, page, reader)


PAGES = [
    (PUBLICATION, "person.html", person_page, _person),
    (UNQUOTED, "press.html", press_person_page, of_press),
]


@pytest.mark.parametrize(("publication", "template", "page_of", "make"), PAGES)
def test_every_kind_of_page_of_a_person_can_be_drafted(
    publication: Publication,
    template: str,
    page_of: Callable[[str], str],
    make: Callable[[SubjectId, str, Reader], Values],
) -> None:
    drafts = Drafts(publication)
    for person in sorted(publication.people):
        page = page_of(publication.addresses[person])
        values = partial(make, person, page)
        assert drafts.page(template, page, values, drafts.readers[0])
        assert drafts._last[1] is not None, f"{template}: {HINT}"
        for reader in drafts.readers:
            around, shown = values(reader)
            made = render(template, reader.language, page=around, **shown)
            assert drafts.page(template, page, values, reader) == made


def test_what_languages_say_differently_every_language_says_itself() -> None:
    drafts = Drafts(PUBLICATION)
    page = person_page(PUBLICATION.addresses[ALENA])

    def values(reader: Reader) -> Values:
        around, shown = _person(ALENA, page, reader)
        return around, shown if reader.language else {}

    for reader in drafts.readers:
        made = printed(values(reader), reader)
        assert drafts.page("person.html", page, values, reader) == made


def test_marks_are_forgotten_when_there_are_many(monkeypatch) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.setattr("khronika.editions.site.drafted.MANY", 0)
    test_a_page_said_from_a_draft_is_the_page_made_by_its_reader()
