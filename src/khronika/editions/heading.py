"""What headings are called in the reader's language, and in which order they stand."""

from collections.abc import Iterable

from khronika.dossier.dossier import StatusCode
from khronika.editions.facet import IN_WORDS, NOT_RECORDED, FacetName, Heading
from khronika.editions.named import name_of
from khronika.editions.reader import Reader
from khronika.editions.sorting import plain
from khronika.schema.label import status_label
from khronika.schema.subject import SubjectId, SubjectKind
from khronika.schema.vocabulary import label, table
from khronika.values.date import PartialDate
from khronika.values.legal import LegalReference
from khronika.values.sentence import N_

FACETS = {
    FacetName.STATUS: N_("Status"),
    FacetName.CASE: N_("Case"),
    FacetName.ARTICLE: N_("Article"),
    FacetName.PLACE: N_("Place"),
    FacetName.ARRESTED: N_("Month of arrest"),
    FacetName.VERDICT: N_("Month of verdict"),
}
_NOTHING = {
    FacetName.STATUS: N_("No status recorded"),
    FacetName.CASE: N_("No case recorded"),
    FacetName.ARTICLE: N_("No article recorded"),
    FacetName.PLACE: N_("No place recorded"),
    FacetName.ARRESTED: N_("No date of arrest recorded"),
    FacetName.VERDICT: N_("No date of a verdict recorded"),
}
_SPECIAL = (IN_WORDS, NOT_RECORDED)  # after all others, in this order
_STATUSES = tuple(StatusCode)


def heading_label(heading: Heading, reader: Reader) -> str:
    """The heading in a few words, without the name of its facet."""
    if heading.slug == NOT_RECORDED:
        return reader.wording.gettext(_NOTHING[heading.facet])
    if heading.slug == IN_WORDS:
        return reader.wording.gettext("Named only in a source’s own words")
    return _said(heading, reader)


def heading_title(heading: Heading, reader: Reader) -> str:
    """The heading as the title of a page of its own."""
    said = heading_label(heading, reader)
    if heading.slug == NOT_RECORDED or heading.facet is FacetName.ARTICLE:
        return said
    facet = reader.wording.gettext(FACETS[heading.facet])
    return reader.wording.gettext("{facet}: {value}").format(facet=facet, value=said)


def in_order(headings: Iterable[Heading], reader: Reader) -> list[Heading]:
    """The headings of one facet: by status, code of law, time or name; the special ones last."""
    by_slug = {one.slug: one for one in headings}
    special = [by_slug.pop(slug) for slug in _SPECIAL if slug in by_slug]
    return [*sorted(by_slug.values(), key=lambda one: _order(one, reader)), *special]


def place_label(key: str, reader: Reader) -> str:
    """The place's name: the table's, else what the record's own claims call it."""
    if key in table("place"):
        return label("place", key, reader.language)
    return name_of(reader.publication, SubjectKind.PLACE, key, reader.language)[0]


def _said(heading: Heading, reader: Reader) -> str:
    match heading.meaning:
        case StatusCode() as code:
            return status_label(code, reader.language)
        case LegalReference() as article:
            return reader.wording.legal(article)
        case PartialDate() as when:
            return _period(when, reader)
        case str() as named if heading.facet is FacetName.CASE:
            return reader.case_names[SubjectId(named)]
        case named:
            return place_label(str(named), reader)


def _period(when: PartialDate, reader: Reader) -> str:
    if not when.year_only:
        return reader.wording.date(when)
    return reader.wording.gettext("{year}, month not recorded").format(year=when.text)


def _order(heading: Heading, reader: Reader) -> tuple[object, ...]:
    match heading.meaning:
        case StatusCode() as code:
            return (_STATUSES.index(code),)
        case LegalReference() as article:
            return (article,)
        case PartialDate() as when:
            return when.first_day, not when.year_only
        case _:
            return plain(_said(heading, reader)), heading.slug
