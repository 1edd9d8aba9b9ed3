from functools import partial

from editions.publications import ALENA, BORIS, a_publication
from khronika.editions.path import person_page
from khronika.editions.reader import Reader
from khronika.editions.site.drafted import Drafts, Values
from khronika.editions.site.edition import _person
from khronika.editions.site.template import render

PUBLICATION = a_publication()


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
    hint = "a view asks for the language; let it say its words by `reader.said` (see site/draft.py)"
    assert len(asked) == 1, hint


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
