"""Every spelling of a name that a source has, with its notes."""

from collections.abc import Iterable
from dataclasses import dataclass

from khronika.dossier.entry import Entry
from khronika.editions.label import choice_name
from khronika.editions.note import Backing, Notes
from khronika.editions.reader import Reader
from khronika.schema.claim import Claim, ClaimId
from khronika.schema.value import Choice, Text

_UNREMARKABLE = frozenset({"full", "variant"})
_PARTS = ("given", "patronymic", "family")


@dataclass(frozen=True, slots=True)
class NameView:
    """A name as written; `form` says so where it is a pseudonym, a former name, a chosen one."""

    text: str
    lang: str
    form: str
    backing: tuple[Backing, ...]


def names(entries: Iterable[Entry], reader: Reader, notes: Notes) -> tuple[NameView, ...]:
    """Each spelling once, sorted by language and text."""
    found: dict[tuple[str, str, str], set[ClaimId]] = {}
    for entry in entries:
        if entry.kind == "name":
            for one in entry.claims:
                claim = reader.publication.claims[one]
                found.setdefault((claim.lang, written(claim), _form(claim)), set()).add(one)
    return tuple(
        NameView(
            text=text,
            lang=reader.foreign(lang),
            form="" if form in {"", *_UNREMARKABLE} else _form_label(form, reader),
            backing=notes.backing(found[lang, text, form]),
        )
        for lang, text, form in sorted(found)
        if text
    )


def written(claim: Claim) -> str:
    """The name as the source writes it, else put together from its parts."""
    whole = _field(claim, "text")
    return whole or " ".join(part for name in _PARTS if (part := _field(claim, name)))


def _form_label(form: str, reader: Reader) -> str:
    return reader.said(choice_name, "name-form", form)


def _form(claim: Claim) -> str:
    form = claim.fields.get("form")
    return form.choice if isinstance(form, Choice) else ""


def _field(claim: Claim, name: str) -> str:
    value = claim.fields.get(name)
    return value.text if isinstance(value, Text) else ""
