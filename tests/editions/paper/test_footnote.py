from collections.abc import Iterator, Mapping

import pytest

from editions.paper.reading import pages_of
from editions.publications import a_publication
from khronika.editions.book.edition import BookEdition
from khronika.editions.paper.entry import PersonEntry, person_entry
from khronika.editions.paper.footnote import Mark, with_footnotes
from khronika.editions.paper.volume import volume
from khronika.editions.reader import Reader
from khronika.values.language import LANGUAGES


def entries(language: str = "en") -> list[PersonEntry]:
    reader = Reader(a_publication(), language)
    return [
        person_entry(one, reader) for one in reader.names if one in reader.publication.addresses
    ]


def marks(value: object) -> Iterator[Mark]:
    """Every mark in the printed values, in reading order."""
    if isinstance(value, Mark):
        yield value
    elif isinstance(value, Mapping):
        for one in value.values():
            yield from marks(one)
    elif isinstance(value, list):
        for one in value:
            yield from marks(one)


def test_of_marks_alike_the_first_carries_the_note_and_no_other() -> None:
    for entry in entries():
        seen: set[int] = set()
        for mark in marks(with_footnotes(entry)):
            assert (mark.note is not None) == (mark.number not in seen), entry.name
            seen.add(mark.number)


def test_every_note_of_an_entry_is_carried_by_a_mark_of_its_number() -> None:
    for entry in entries():
        carried = [(one.number, one.note) for one in marks(with_footnotes(entry)) if one.note]
        assert sorted(carried) == [(row.number, row) for row in entry.notes], entry.name


def test_entries_of_one_book_do_not_share_their_notes() -> None:
    made = with_footnotes(volume(Reader(a_publication(), "en"), "The book"))
    carried = [one.note for one in marks(made) if one.note and one.number == 1]
    assert len(carried) >= len(entries())


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_a_page_says_has_its_sources_at_its_foot(language: str) -> None:
    wanted = f"book/book.{language}.pdf"
    (file,) = [one for one in BookEdition().files(a_publication()) if one.path == wanted]
    pages = pages_of(file.render())
    for entry in entries(language):
        begins = [page for page in pages if f" {entry.name} " in page]
        first = next(row for row in entry.notes if row.title)
        said = " ".join(f"{first.title}{first.published}".split())
        assert any(said in page for page in begins), entry.name
