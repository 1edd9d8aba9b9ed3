"""Whom a petition goes to."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Role(StrEnum):
    """What kind of office it is; every petition goes to some of them."""

    EMBASSY = "embassy"
    MINISTER = "minister"
    PARLIAMENT = "parliament"
    PRISON_SERVICE = "prison-service"
    PROSECUTOR = "prosecutor"
    OMBUDSMAN = "ombudsman"


ABROAD = frozenset({Role.EMBASSY, Role.MINISTER, Role.PARLIAMENT})


@dataclass(frozen=True, slots=True, order=True)
class Addressee:
    """An office: its role, its name, the lines of its address, how it is greeted, in a language.

    `checked` is the day somebody last looked whether all of it holds.
    """

    role: Role
    lang: str
    name: str
    lines: tuple[str, ...] = ()
    salutation: str = ""
    checked: date | None = None
