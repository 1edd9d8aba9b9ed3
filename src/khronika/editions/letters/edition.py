"""Packs for letter nights as an edition: slips, the organiser's list, envelopes and labels.

Invariants:

- Made for the use letters alone.
- On envelopes and labels there is the address and nothing else: no logo, address, slogan or code of
  ours, and no sender anywhere.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property, partial

from khronika.clearance.publication import Publication
from khronika.editions.digest import Dependencies, digest
from khronika.editions.edition import File
from khronika.editions.letters.heads import Heads, heads
from khronika.editions.letters.organiser import OrganiserList, organiser_list
from khronika.editions.letters.plain import envelopes_text, organiser_text, slips_text
from khronika.editions.letters.slip import Slip, slip_of
from khronika.editions.letters.whom import Pack, pack_of
from khronika.editions.paper.typeset import pdf, typesetter
from khronika.editions.reader import Reader
from khronika.editions.template import render
from khronika.schema.visibility import Use

FOLDER = "letters"
SHEETS = ("envelopes", "labels")
POST_LANGUAGE = "ru"  # what goes on an envelope is read by Russian post


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a printed file says of itself."""

    title: str
    lang: str
    day: str


@dataclass(frozen=True, slots=True)
class LettersEdition:
    """The pack in every language, and what goes on envelopes once."""

    name: str = "letters"
    uses: frozenset[Use] = frozenset({Use.LETTERS})

    def files(self, publication: Publication) -> Iterator[File]:
        """Envelopes and labels, then by language the organiser's list and the slips."""
        key = _key(publication)
        post = _Made(Reader(publication, POST_LANGUAGE))
        path = f"{FOLDER}/letters-envelopes.txt"
        yield File(path, post.envelopes_text, digest(key, path))
        for sheet in SHEETS:
            path = f"{FOLDER}/letters-{sheet}.pdf"
            yield File(path, partial(post.sheet, sheet, path), digest(key, path, typesetter()))
        for language in publication.languages:
            yield from _Made(Reader(publication, language)).in_language(key)


def _key(publication: Publication) -> str:
    told = publication.correspondence
    waited = None if told.waited is None else sorted(told.waited.items())
    return digest(
        Dependencies(publication).everything(),
        (sorted(told.unsent.items()), told.unwilling, waited),
        replace(told.choosing, named=frozenset()),
        sorted(told.choosing.named),
    )


@dataclass(frozen=True)
class _Made:
    """The pack for one reader, made once for its files."""

    reader: Reader

    def in_language(self, key: str) -> Iterator[File]:
        for name in ("organiser", "slips"):
            stem = f"{FOLDER}/{self.reader.language}/letters-{name}"
            yield File(f"{stem}.txt", partial(self._text, name), digest(key, stem, "txt"))
            yield File(f"{stem}.html", partial(self._html, name), digest(key, stem, "html"))
            made = partial(self._pdf, name, f"{stem}.pdf")
            yield File(f"{stem}.pdf", made, digest(key, stem, typesetter()))

    def envelopes_text(self) -> bytes:
        """The addresses as text."""
        return envelopes_text(self._pack.recipients)

    def sheet(self, name: str, path: str) -> bytes:
        """Envelopes or labels."""
        titles = {"envelopes": "Конверты", "labels": "Наклейки"}
        envelopes = [one.envelope for one in self._pack.recipients]
        data = {"sheet": self._sheet(titles[name]), "envelopes": envelopes}
        return pdf(f"{FOLDER}/{name}", data, place=path)

    def _text(self, name: str) -> bytes:
        if name == "slips":
            return slips_text(self._slips, self._words)
        return organiser_text(self._told, self._words)

    def _html(self, name: str) -> bytes:
        return render(
            f"{FOLDER}/{name}.html",
            self.reader.language,
            lang=self.reader.language,
            title=self._title(name),
            words=self._words,
            slips=self._slips,
            told=self._told,
        )

    def _pdf(self, name: str, path: str) -> bytes:
        data = {
            "sheet": self._sheet(self._title(name)),
            "words": self._words,
            "slips": self._slips,
            "told": self._told,
        }
        return pdf(f"{FOLDER}/{name}", data, place=path)

    def _title(self, name: str) -> str:
        return self._words.organiser if name == "organiser" else self._words.slips

    def _sheet(self, title: str) -> Sheet:
        return Sheet(title, self.reader.language, self.reader.publication.as_of.isoformat())

    @cached_property
    def _pack(self) -> Pack:
        return pack_of(self.reader)

    @cached_property
    def _slips(self) -> tuple[Slip, ...]:
        return tuple(slip_of(one, self.reader) for one in self._pack.recipients)

    @cached_property
    def _told(self) -> OrganiserList:
        return organiser_list(self._pack, self.reader)

    @cached_property
    def _words(self) -> Heads:
        wording = self.reader.wording
        return heads(wording, as_of=wording.day(self.reader.publication.as_of))
