"""The issues there were, and what the next one tells that the last did not.

Invariants:

- What is shown here is what the list of changes of the edition prints: a withdrawal is silent.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from khronika.casebook.released import Release, read_releases
from khronika.desk.publishing import reads
from khronika.desk.visit import Visit
from khronika.editions.change import Changes, changes
from khronika.editions.change_line import change_lines, erratum_line
from khronika.editions.reader import Reader
from khronika.schema.subject import SubjectId, SubjectKind, kind_of, slug_of
from khronika.schema.visibility import Use


@dataclass(frozen=True, slots=True)
class Issued:
    """An issue: its name, the day in words, and how many people were in it."""

    name: str
    day: str
    people: int


@dataclass(frozen=True, slots=True)
class Changed:
    """A person or case, and what the list of changes says of them; `slug` leads to their page."""

    slug: str
    name: str
    is_person: bool
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Since:
    """What the next issue tells; `compared` names the issue before, empty where there is none."""

    compared: str
    changed: tuple[Changed, ...]
    errata: tuple[Changed, ...]


def issued(visit: Visit, use: Use) -> tuple[Issued, ...]:
    """Every issue of the use, the latest first."""
    found = read_releases(visit.archive.folder, use)
    return tuple(
        Issued(one.name, visit.wording.day(one.day), _people(one)) for one in reversed(found)
    )


def _people(release: Release) -> int:
    return sum(kind_of(one) is SubjectKind.PERSON for one in release.addresses)


def since_last(visit: Visit, use: Use) -> Since:
    """What the edition made today would say has changed, person by person."""
    publication = reads.proposal_with((), visit, use).publication
    reader = Reader(publication, visit.language)
    found = changes(publication)
    if found is None:
        return Since("", (), ())
    told = {one.subject: change_lines(one, reader) for one in found.about}
    wrong = _errata(found, reader)
    return Since(found.since.name, _rows(told, reader), _rows(wrong, reader))


def _errata(found: Changes, reader: Reader) -> dict[SubjectId, tuple[str, ...]]:
    lines: dict[SubjectId, tuple[str, ...]] = {}
    for one in found.errata:
        said = erratum_line(one, found.since, reader)
        lines[one.subject] = (*lines.get(one.subject, ()), said)
    return lines


def _rows(told: dict[SubjectId, tuple[str, ...]], reader: Reader) -> tuple[Changed, ...]:
    return tuple(
        Changed(slug_of(one), _name(one, reader), one in reader.names, told[one])
        for one in reader.with_pages(told)
    )


def _name(subject: SubjectId, reader: Reader) -> str:
    return reader.names.get(subject) or reader.case_names[subject]


def issues_with(people: Sequence[SubjectId], visit: Visit) -> tuple[str, ...]:
    """The names and days of the issues any of these ids had a page in, the latest first."""
    named = [
        f"{one.name} ({visit.wording.day(one.day)})"
        for use in Use
        for one in reversed(read_releases(visit.archive.folder, use))
        if set(people) & one.addresses.keys()
    ]
    return tuple(named)
