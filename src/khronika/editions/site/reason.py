"""Why somebody stands in a list: one value of one entry, said shortly, with its notes."""

from collections.abc import Iterable
from dataclasses import dataclass

from khronika.dossier.entry import Entry
from khronika.editions.note import Backing, Notes
from khronika.editions.reader import Reader
from khronika.editions.show import capital, show
from khronika.schema.claim import ClaimId
from khronika.schema.kind import kind
from khronika.schema.label import choice_label, field_label, kind_label
from khronika.schema.value import Choice, Value


@dataclass(frozen=True, slots=True)
class ReasonView:
    """What happened, the value that counts, when; `lang` is set where the value is foreign."""

    title: str
    text: str
    lang: str
    when: str
    disputed: bool
    backing: tuple[Backing, ...]


class Reasons:
    """Says reasons on one page: one language, one set of notes."""

    def __init__(self, reader: Reader, notes: Notes) -> None:
        self._reader = reader
        self._notes = notes

    def of_value(
        self, entry: Entry, field: str, value: Value, *, claims: Iterable[ClaimId], disputed: bool
    ) -> ReasonView:
        """The entry for this value of this field: "Arrest: Surgut, 30 August 2022"."""
        claims = tuple(claims)
        spec = kind(entry.kind).field(field)
        said_in = self._reader.publication.claims[claims[0]].lang if claims else ""
        shown = show(value, spec, reader=self._reader, said_in=said_in)
        return ReasonView(
            title=self._title(entry),
            text=shown.text,
            lang=shown.lang,
            when=self._when(entry),
            disputed=disputed,
            backing=self._notes.backing(claims),
        )

    def of_happening(
        self, entry: Entry, field: str, *, claims: Iterable[ClaimId], disputed: bool
    ) -> ReasonView:
        """The entry where the page itself names the value: "Pre-trial detention, May 2023"."""
        title, when = self._title(entry), self._when(entry)
        if entry.kind == "transfer":
            title = f"{title} ({field_label(entry.kind, field, self._reader.language)})"
        return ReasonView(title, "", "", when, disputed, self._notes.backing(claims))

    def of_text(
        self, text: str, *, claims: Iterable[ClaimId], disputed: bool, title: str = ""
    ) -> ReasonView:
        """Words of our own about these claims."""
        return ReasonView(title, text, "", "", disputed, self._notes.backing(claims))

    def _title(self, entry: Entry) -> str:
        """The one answer that names the entry better than its kind, else its kind."""
        spec, value = kind(entry.kind).fields.get("kind"), entry.value("kind")
        if spec and isinstance(value, Choice):
            return capital(choice_label(spec.of, value.choice, self._reader.language))
        return kind_label(entry.kind, self._reader.language)

    def _when(self, entry: Entry) -> str:
        return " · ".join(self._reader.wording.date(one) for one in entry.dates)
