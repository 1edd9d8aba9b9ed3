"""Enquiries and complaints to Russian authorities: where somebody is, care, the punishment cell.

The texts are data (`enquiries.yaml`) in Russian; this module fills in what is known.

Invariants:

- Only for those to whom it applies today; health is never filled in from the record.
- What is not known is a blank for the sender.
- Sources stand on a page of their own that is not sent: they name people and groups.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TypedDict, cast

from khronika.dossier.dossier import Dossier
from khronika.dossier.names import checked_name
from khronika.editions.petition.block import (
    Block,
    Document,
    heading,
    item,
    line,
    page,
    paragraph,
    small,
    title,
)
from khronika.editions.petition.fact import FactSheet
from khronika.editions.petition.part import addressed, each_or_blank, offices, sources
from khronika.schema.value import Choice
from khronika.solidarity.addressee import Addressee, Role
from khronika.values.table import read_yaml

LANGUAGE = "ru"
BLANK = "________________"


class _Raw(TypedDict, total=False):
    status: list[str]
    incident: str
    to: list[str]
    title: str
    text: list[str]
    ask: list[str]
    law: list[str]


@dataclass(frozen=True, slots=True)
class Enquiry:
    """One text: for whom it is made, whom it goes to, what it says and asks."""

    key: str
    status: frozenset[str]
    incident: str
    roles: tuple[Role, ...]
    title: str
    text: tuple[str, ...]
    ask: tuple[str, ...]
    law: tuple[str, ...]

    def applies_to(self, dossier: Dossier) -> bool:
        """Whether there is reason to send it for this person today."""
        if self.incident:
            kinds = {one for e in dossier.of_kind("incident") for one in e.values("kind")}
            return Choice(self.incident) in kinds and dossier.status.code.value in _IN_PRISON
        return dossier.status.code.value in self.status


_IN_PRISON = frozenset({"pre-trial", "serving"})


@cache
def enquiries() -> Mapping[str, Enquiry]:
    """Every text by key, in the order of the table."""
    file = resources.files("khronika.editions.petition") / "enquiries.yaml"
    rows = cast("dict[str, _Raw]", read_yaml(file.read_text(encoding="utf-8")))
    return {
        key: Enquiry(
            key,
            frozenset(row.get("status", ())),
            row.get("incident", ""),
            tuple(Role(one) for one in row["to"]),
            row["title"],
            tuple(row["text"]),
            tuple(row["ask"]),
            tuple(row["law"]),
        )
        for key, row in rows.items()
    }


def enquiry_letter(sheet: FactSheet, enquiry: Enquiry) -> Document:
    """A letter for each office, on a page of its own; the sheet is one in Russian."""
    found = offices(sheet.reader.publication, enquiry.roles, LANGUAGE)
    letters = each_or_blank(found)
    blocks = [
        block
        for number, one in enumerate(letters)
        for block in _letter(sheet, enquiry, one, first=not number)
    ]
    name = f"{enquiry.title}: {sheet.name}"
    return Document(name, LANGUAGE, (*blocks, *_for_the_sender(enquiry), *sources(sheet)))


def _letter(
    sheet: FactSheet, enquiry: Enquiry, addressee: Addressee | None, *, first: bool
) -> Iterator[Block]:
    yield from addressed(addressee, sheet.reader)
    yield line(f"От: {BLANK} (имя и адрес заявителя)")
    yield (title if first else page)(enquiry.title)
    known = _known(sheet, enquiry)
    yield from (paragraph(text.format_map(known)) for text in enquiry.text)
    yield paragraph("Прошу:")
    yield from map(item, enquiry.ask)
    yield line(f"Дата: {BLANK}")
    yield line(f"Подпись: {BLANK}")


def _for_the_sender(enquiry: Enquiry) -> Iterator[Block]:
    """A page that stays at home: whom a source names is not told to those who hold the person."""
    yield page("Для заявителя: не отправлять")
    yield heading("Проверить с юристом")
    yield from map(small, enquiry.law)


def _known(sheet: FactSheet, enquiry: Enquiry) -> dict[str, str]:
    """What fills the text; a blank where it is not known."""
    name = checked_name(sheet.dossier, sheet.reader.publication.claims)
    named = " ".join(p for p in (name.family, name.given, name.patronymic) if p) if name else ""
    return {
        "name": named or BLANK,
        "born": f"дата рождения: {sheet.bare(sheet.dossier.of_kind('birth'), 'date') or BLANK}",
        "place": _place(sheet) or BLANK,
        "since": _since(sheet, enquiry),
    }


def _place(sheet: FactSheet) -> str:
    """The facility that the last custody names."""
    held = [one for one in sheet.dossier.of_kind("custody") if one.values("facility")]
    return sheet.bare(held[-1:], "facility")


def _since(sheet: FactSheet, enquiry: Enquiry) -> str:
    if not enquiry.incident:
        since = sheet.dossier.status.since
        return sheet.reader.wording.date(since) if since else BLANK
    cells = [
        entry
        for entry in sheet.dossier.of_kind("incident")
        if Choice(enquiry.incident) in entry.values("kind")
    ]
    return sheet.bare(cells, "date") or BLANK
