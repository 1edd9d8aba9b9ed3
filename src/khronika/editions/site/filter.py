"""What the list of people can be narrowed by in the browser, as data the script reads.

Invariants:

- The script holds no words: every label stands in the page, in the page's language.
- The values are those of the prebuilt lists, so that both always agree; of an arrest, the year.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from khronika.editions.facet import NOT_RECORDED, FacetName, Heading, Indexes
from khronika.editions.heading import FACETS, heading_label, in_order
from khronika.editions.reader import Reader
from khronika.schema.subject import SubjectId
from khronika.values.sentence import N_

BY = (
    FacetName.STATUS,
    FacetName.CASE,
    FacetName.ARTICLE,
    FacetName.PLACE,
    FacetName.ARRESTED,
)
_YEAR_OF_ARREST = N_("Year of arrest")


@dataclass(frozen=True, slots=True)
class Option:
    """One answer to choose."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Choose:
    """One question: its name in the data and in the address, its label, its answers."""

    name: str
    label: str
    options: tuple[Option, ...]


def choices_of(indexes: Indexes, reader: Reader) -> tuple[Choose, ...]:
    """Every question that more than one answer exists to."""
    found = []
    for facet in indexes.facets:
        if facet.name in BY:
            options = _options(facet.people, reader)
            label = _YEAR_OF_ARREST if facet.name is FacetName.ARRESTED else FACETS[facet.name]
            found.append(Choose(facet.name.value, reader.wording.gettext(label), options))
    return tuple(one for one in found if len(one.options) > 1)


def marks_of(person: SubjectId, indexes: Indexes) -> tuple[tuple[str, str], ...]:
    """The person's values for every question, each list with spaces between."""
    return tuple(
        (facet.value, " ".join(sorted({_value(one) for one in indexes.headings(facet, person)})))
        for facet in BY
    )


def _options(people: Mapping[Heading, object], reader: Reader) -> tuple[Option, ...]:
    options: dict[str, str] = {}
    for heading in in_order(people, reader):
        value = _value(heading)
        is_year = heading.facet is FacetName.ARRESTED and value != NOT_RECORDED
        options.setdefault(value, value if is_year else heading_label(heading, reader))
    return tuple(Option(value, label) for value, label in options.items())


def _value(heading: Heading) -> str:
    if heading.facet is FacetName.ARRESTED and heading.slug != NOT_RECORDED:
        return heading.slug[:4]
    return heading.slug
