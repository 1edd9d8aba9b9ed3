"""The way from paper to a page on the web, where there is one."""

from khronika.editions.reader import Reader
from khronika.schema.subject import SubjectId


def way_to(subject: SubjectId, reader: Reader) -> str:
    """The address of the person's or case's page; empty where the house has none on the web."""
    address, path = reader.publication.house.address, reader.path_of(subject)
    return f"{address.rstrip('/')}/{path}" if address and path else ""
