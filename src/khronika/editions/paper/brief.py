"""A person in a few lines, as posters, cards, slides and panels show them.

Invariants:

- Of an accusation there is the article, and what the law's table says of it in neutral words; the
  words of the charge are never here.
- Nobody is called convicted before a verdict is in force, or known to be.
- What sources disagree about says so.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from khronika.dossier.dossier import Dossier
from khronika.editions.line import apart, labelled, line_of
from khronika.editions.note import Notes
from khronika.editions.paper.letters import cut_short
from khronika.editions.paper.picture import Picture, picture_of
from khronika.editions.press_fact import FactPrinter, PressFact, without_quotes
from khronika.editions.reader import Reader
from khronika.editions.referred import Outcome, charged_under
from khronika.law.articles import articles
from khronika.schema.subject import SubjectId
from khronika.schema.value import Choice
from khronika.values.date import PartialDate
from khronika.values.legal import LegalReference
from khronika.values.sentence import N_

_SERVED_IN = frozenset(
    map(
        Choice,
        (
            "colony-general",
            "colony-strict",
            "colony-special",
            "settlement",
            "educational",
            "prison",
            "forced-labour",
        ),
    )
)  # nobody is sent there, and nobody let off, before the verdict is in force
_LET_OFF = frozenset(map(Choice, ("served", "early", "parole", "pardon", "amnesty")))
_REVIEWS = frozenset(map(Choice, ("appeal", "cassation", "supervision")))
_UPHELD = frozenset(map(Choice, ("upheld", "changed")))
_ACCUSED = N_("Accused under")


@dataclass(frozen=True, slots=True)
class Line:
    """One line: what it is about, and what is said."""

    label: str
    said: str


@dataclass(frozen=True, slots=True)
class Brief:
    """Everything the small printed matter says of a person; what is not known is empty."""

    name: str
    occupation: str
    status: str
    lines: tuple[Line, ...]
    meanings: tuple[str, ...]
    note: str
    picture: Picture | None = None

    @property
    def in_words(self) -> str:
        """All of it as one text, for whoever cannot see a picture of it."""
        said = [labelled_line(one) for one in self.lines]
        parts = (self.name, self.occupation, self.status, *said, *self.meanings, self.note)
        return "\n".join(part for part in parts if part)


def labelled_line(line: Line) -> str:
    """The line with its label in front."""
    return f"{line.label}: {line.said}"


def brief(person: SubjectId, reader: Reader, notes: Notes | None = None) -> Brief:
    """The person in this language; `notes` collect where it is said."""
    dossier = reader.publication.people[person]
    printer = FactPrinter(reader, notes or Notes(reader))
    facts = [fact for fact in printer.person(dossier) if not fact.denied]
    by_kind: dict[str, list[PressFact]] = {}
    for fact in facts:
        by_kind.setdefault(fact.kind, []).append(fact)
    said = [line_of(one, reader) for one in by_kind.get("occupation", ())]
    return Brief(
        name=cut_short(reader.names[person]),
        occupation=apart(said, reader),
        status=next((line_of(one, reader) for one in by_kind.get("status", ())), ""),
        lines=tuple(_lines(dossier, by_kind, reader)),
        meanings=tuple(dict.fromkeys(_meanings(dossier, reader))),
        note=reader.publication.notes.get(person, ""),
        picture=picture_of(person, reader),
    )


def brief_reader(reader: Reader) -> Reader:
    """A reader of the same publication with no passage quoted: quotations may be a charge's."""
    return Reader(without_quotes(reader.publication), reader.language)


def _lines(dossier: Dossier, by_kind: dict[str, list[PressFact]], reader: Reader) -> Iterator[Line]:
    accused = reader.wording.gettext(_ACCUSED)
    for kind in ("articles-guilty", "articles-accused"):
        for fact in by_kind.get(kind, ()):
            label = fact.label if is_in_force(dossier) else accused
            yield Line(label, line_of(fact, reader))
    for kind in ("ruling", "arrest", "case", "recognition"):
        for fact in by_kind.get(kind, ()):
            yield Line(fact.label, line_of(fact, reader))


def is_in_force(dossier: Dossier) -> bool:
    """Whether a verdict is known to be in force.

    A source says so, a court upheld it, or somebody was taken to where it is served or was let off
    what was left of it. That somebody is taken to serve a term because a court gave one, as
    `dossier.status` does, is no proof.
    """
    rulings = dossier.of_kind("ruling")
    days = [one for ruling in rulings for one in ruling.values("in-force")]
    if any(isinstance(one, PartialDate) and one.last_day <= dossier.as_of for one in days):
        return True
    upheld = any(
        _REVIEWS & set(ruling.values("instance")) and _UPHELD & set(ruling.values("outcome"))
        for ruling in rulings
    )
    return (
        upheld
        or any(_SERVED_IN & set(one.values("kind")) for one in dossier.of_kind("custody"))
        or any(_LET_OFF & set(one.values("kind")) for one in dossier.of_kind("release"))
    )


def _meanings(dossier: Dossier, reader: Reader) -> Iterator[str]:
    """What the articles cover, of those that may be explained and have not come to an end."""
    for one in charged_under(dossier):
        row = articles().get((one.reference.code, one.reference.article))
        if one.outcome is not Outcome.ENDED and row and row.meaning and not row.neutral:
            article = LegalReference(one.reference.code, one.reference.article)
            short = reader.wording.legal_short(article)
            yield labelled(short, row.meaning.in_language(reader.language), reader)
