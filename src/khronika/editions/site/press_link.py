"""The link from the page of a person or case to the one for the press, and the place to share."""

from khronika.editions.path import link, press_case_page, press_person_page
from khronika.editions.reader import Reader
from khronika.schema.subject import SubjectId


def press_href(subject: SubjectId, page: str, reader: Reader) -> str:
    """From this page to the subject's press page."""
    publication = reader.publication
    made = press_person_page if subject in publication.people else press_case_page
    return link(page, reader.file(made(publication.addresses[subject])))


def share_link(subject: SubjectId, reader: Reader) -> str:
    """Where the page can be read: on the web if the house has a place there, else in its folder."""
    return reader.said(_share_link, subject)


def _share_link(subject: SubjectId, reader: Reader) -> str:
    address, path = reader.publication.house.address, reader.path_of(subject)
    return f"{address.rstrip('/')}/{path}" if address else path
