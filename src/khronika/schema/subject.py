"""Who and what facts are about, and the ids given to them.

Invariants:

- An id is assigned once and never reused: `<casebook>/<kind>/<slug>`.
- A slug is made of lower-case ASCII letters, digits and single hyphens.
"""

import re
from enum import StrEnum
from sys import intern
from typing import NewType

from khronika.errors import KhronikaError

SubjectId = NewType("SubjectId", str)

_CASEBOOK = re.compile(r"[a-z]{8}\Z")
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\Z")
MAX_SLUG = 80  # it becomes a file name, and the strictest file systems in use allow 143 bytes


class SubjectKind(StrEnum):
    """What a subject can be."""

    PERSON = "person"
    CASE = "case"
    ORGANISATION = "organisation"
    PLACE = "place"
    FACILITY = "facility"
    SOURCE = "source"


class InvalidSubject(KhronikaError):
    """An id or slug is not written as ids are."""


def subject_id(casebook: str, kind: SubjectKind, slug: str) -> SubjectId:
    """The id of a subject of this casebook; raises `InvalidSubject` for a bad part."""
    if not _CASEBOOK.match(casebook):
        raise InvalidSubject(f"{casebook!r} is not a casebook id: eight letters a-z.")
    if not _SLUG.match(slug) or len(slug) > MAX_SLUG:
        raise InvalidSubject(
            f"{slug!r} is not a slug: small Latin letters, digits and single hyphens, "
            f"at most {MAX_SLUG}, such as 'ivanova-anna'."
        )
    return SubjectId(intern(f"{casebook}/{kind.value}/{slug}"))  # every claim names three of them


def read_subject(text: str) -> SubjectId:
    """The id written in full; raises `InvalidSubject` when it is not one."""
    parts = text.split("/")
    if len(parts) != 3 or parts[1] not in set(SubjectKind):
        raise InvalidSubject(f"{text!r} is not an id written in full: casebook/kind/slug.")
    return subject_id(parts[0], SubjectKind(parts[1]), parts[2])


def kind_of(subject: SubjectId) -> SubjectKind:
    """What the subject is."""
    return SubjectKind(subject.split("/")[1])


def slug_of(subject: SubjectId) -> str:
    """The last part of the id."""
    return subject.rsplit("/", 1)[1]
