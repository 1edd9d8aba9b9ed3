"""The numbered sources of a page: where each fact stands, and who says it there.

Invariants:

- Numbers follow the order in which a page first names a passage, so equal pages number alike.
- A closed source prints as "known to the editors" and the month, and nothing else.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from khronika.clearance.publication import KNOWN_TO_EDITORS
from khronika.editions.reader import Reader
from khronika.editions.show import capital, link_to
from khronika.schema.claim import Certainty, Claim, ClaimId, Speaker
from khronika.schema.source import Reading, Source
from khronika.schema.subject import SubjectId
from khronika.values.date import PartialDate
from khronika.values.sentence import N_

_SPEAKERS = {
    Speaker.INVESTIGATION: N_("according to the investigation"),
    Speaker.COURT: N_("according to the court"),
    Speaker.LAWYER: N_("according to the defence"),
    Speaker.PRISONER: N_("according to the prisoner"),
    Speaker.RELATIVE: N_("according to people close to the prisoner"),
}  # a reporter's and the editors' own statements stand as they are: the note names the source
_ITS_OWN_VOICE = {
    Speaker.INVESTIGATION: frozenset({"charge"}),
    Speaker.COURT: frozenset({"ruling", "step", "hearing", "custody"}),
    Speaker.PRISONER: frozenset({"quotation", "own-words"}),
}  # "accused of" already says who accuses, a court decision who decided


@dataclass(frozen=True, slots=True)
class Backing:
    """The notes behind a value that share one way of being said; `words` is empty if plain."""

    words: str
    notes: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class NoteRow:
    """One numbered source note; `known` alone is set for a closed source."""

    number: int
    known: str = ""
    title: str = ""
    title_lang: str = ""
    href: str = ""
    published: str = ""
    section: str = ""
    page: str = ""
    quote: str = ""
    quote_lang: str = ""
    excerpt: bool = False
    repeats: str = ""


_Place = tuple[str, str, str, str]  # source, section, page, quote; or "", month for a closed one


class Notes:
    """Collects the passages a page refers to, and numbers them."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._numbers: dict[_Place, int] = {}
        self._first: dict[_Place, Claim] = {}
        self._backings: dict[frozenset[ClaimId], tuple[Backing, ...]] = {}

    def backing(self, claims: Iterable[ClaimId]) -> tuple[Backing, ...]:
        """The numbers of these claims' passages, grouped by who says so; plain ones first."""
        asked = frozenset(claims)
        if not asked:
            return ()
        if asked not in self._backings:  # what one event tells is mostly told by the same claims
            self._backings[asked] = self._backing(asked)
        return self._backings[asked]

    def _backing(self, claims: frozenset[ClaimId]) -> tuple[Backing, ...]:
        groups: dict[str, set[int]] = {}
        for claim in claims if len(claims) == 1 else sorted(claims, key=self._order):
            words = self._attribution(self._reader.publication.claims[claim])
            groups.setdefault(words, set()).add(self._number(claim))
        ordered = groups if len(groups) == 1 else self._reader.in_order(groups)
        return tuple(Backing(words, tuple(sorted(groups[words]))) for words in ordered)

    def rows(self) -> tuple[NoteRow, ...]:
        """Every note, by number."""
        return tuple(self._row(place, number) for place, number in self._numbers.items())

    def _number(self, claim_id: ClaimId) -> int:
        place = self._place(claim_id)
        number = self._numbers.get(place)
        if number is None:
            number = self._numbers[place] = len(self._numbers) + 1
            self._first[place] = self._reader.publication.claims[claim_id]
        return number

    def _place(self, claim_id: ClaimId) -> _Place:
        passage = self._reader.publication.claims[claim_id].passage
        if passage.source == KNOWN_TO_EDITORS or self._reader.source(passage.source) is None:
            return "", self._month(claim_id), "", ""
        return passage.source, passage.section, passage.page, passage.quote

    def _month(self, claim_id: ClaimId) -> str:
        day = self._reader.publication.known.get(claim_id)
        return f"{day:%Y-%m}" if day else ""

    def _order(self, claim_id: ClaimId) -> tuple[str, ...]:
        """Older sources first, then by passage; the claim's id settles what is left."""
        place = self._place(claim_id)
        source = self._reader.source(self._reader.publication.claims[claim_id].passage.source)
        day = source.date.first_day.isoformat() if source and source.date else ""
        return day, *place, claim_id

    def _attribution(self, claim: Claim) -> str:
        words = []
        if claim.certainty is Certainty.ALLEGED:
            words.append(self._reader.wording.gettext("alleged"))
        if claim.speaker in _SPEAKERS and claim.kind not in _ITS_OWN_VOICE.get(claim.speaker, ()):
            words.append(self._reader.wording.gettext(_SPEAKERS[claim.speaker]))
        return ", ".join(words)

    def _row(self, place: _Place, number: int) -> NoteRow:
        source = self._reader.source(self._first[place].passage.source)
        if not place[0] or source is None:
            return NoteRow(number, known=self._reader.said(_known, place[1]))
        _, section, page, quote = place
        foreign = self._reader.foreign(source.lang)
        return NoteRow(
            number=number,
            title=source.title,
            title_lang=foreign,
            href=link_to(source.url),
            published=self._reader.said(_published, source.id),
            section=section,
            page=page,
            quote=quote,
            quote_lang=foreign,
            excerpt=source.reading is Reading.EXCERPT,
            repeats=repeated_title(source, self._reader),
        )


def _known(month: str, reader: Reader) -> str:
    if not month:
        return reader.wording.gettext("Known to the editors")
    said = reader.wording.date(PartialDate.parse(month))
    return reader.wording.gettext("Known to the editors, {month}").format(month=said)


def _published(source: SubjectId, reader: Reader) -> str:
    return published(reader.publication.sources[source], reader)


def published(source: Source, reader: Reader) -> str:
    """What follows a source's title: who published it and when, as far as known, and the stop."""
    said = reader.wording.date(source.date) if source.date else ""
    publisher = source.publisher if source.publisher != source.title else ""
    line = "".join(f", {part}" for part in (publisher, said) if part)
    return line if line.endswith(".") else f"{line}."


def repeated_title(source: Source, reader: Reader) -> str:
    """The title of the source this one repeats, where that one may be named."""
    repeated = reader.source(source.repeats) if source.repeats else None
    return capital(repeated.title) if repeated else ""
