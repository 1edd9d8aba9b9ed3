"""A page for whoever writes about a person or a case: posts to copy, facts with sources, words.

Invariants:

- Words named in a charge, words said under duress, and words that investigators or courts report
  are never on it.
- It can be used without a script: the text stands in a field, to be selected and copied.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from khronika.dossier.dossier import Dossier
from khronika.editions.event import EventPrinter, EventView
from khronika.editions.line import head_of, labelled, line_of, titled
from khronika.editions.note import Backing, NoteRow, Notes
from khronika.editions.path import ANY, COPY, Link, link, page_path
from khronika.editions.press_fact import FactPrinter, Part, PressFact
from khronika.editions.reader import Reader
from khronika.editions.site.post import LONG, SHORT, compose, enumerate_within
from khronika.editions.site.press_link import share_link
from khronika.editions.spoken import serves_the_accusation
from khronika.schema.subject import SubjectId

_ALL: frozenset[str] = frozenset()
_IN_POST: Mapping[str, frozenset[str]] = {
    "articles-guilty": _ALL,
    "articles-accused": _ALL,
    "ruling": frozenset(
        {"date", "outcome", "term", "suspended", "total", "fine", "forced-labour", "arrest-days"}
    ),
    "recognition": frozenset({"by", "status"}),
    "arrest": _ALL,
    "case": _ALL,
}  # kinds of facts in the order of a post, and which of their fields; none named means every one
_TOGETHER = "ruling"
_WORDS = ("own-words", "quotation")
_OF_WORDS = ("text", "date", "occasion")


@dataclass(frozen=True, slots=True)
class PostView:
    """A text to copy; `limit` is the number of characters it keeps to."""

    id: str
    label: str
    text: str
    limit: int


@dataclass(frozen=True, slots=True)
class LineView:
    """One fact: what stands before it, what is said, and who denies it."""

    head: str
    parts: tuple[Part, ...]
    denied: tuple[Backing, ...]


@dataclass(frozen=True, slots=True)
class PressView:
    """Everything a press page prints."""

    name: str
    title: str
    about: Link
    note: str
    posts: tuple[PostView, ...]
    share: str
    is_whole: bool
    facts: tuple[LineView, ...]
    words: tuple[EventView, ...]
    notes: tuple[NoteRow, ...]
    script: str


def person_press(person: SubjectId, page: str, reader: Reader) -> PressView:
    """The press page of this person; the reader's publication is one without quotes."""
    dossier = reader.publication.people[person]
    notes = Notes(reader)
    printer = FactPrinter(reader, notes)
    facts = printer.person(dossier)
    words = _words(dossier, reader, notes)
    name, share = reader.name(person), share_link(person, reader)
    status = "".join(line_of(fact, reader) for fact in facts if fact.kind == "status")
    head = f"{name}. {status}" if status else name
    lines = tuple(_lines(facts, reader))
    texts = {limit: reader.said(_post, head, lines, share, limit) for limit in (LONG, SHORT)}
    view = _view(person, page, reader, texts)
    note = reader.publication.notes.get(person, "")
    shown = _shown(facts, reader)
    return replace(view, name=name, note=note, facts=shown, words=words, notes=notes.rows())


def case_press(case: SubjectId, page: str, reader: Reader) -> PressView:
    """The press page of this case; it names the people who have a page, with their status."""
    file = reader.publication.cases[case]
    notes = Notes(reader)
    printer = FactPrinter(reader, notes)
    people = tuple(
        PressFact(
            "person", reader.names[one], printer.status(reader.publication.people[one].status)
        )
        for one in reader.with_pages(file.people)
    )
    facts = (*people, *printer.steps(file.entries))
    wording, share = reader.wording, share_link(case, reader)
    counted = wording.ngettext("{count} person listed", "{count} persons listed", len(people))
    number = counted.format(count=wording.number(len(people)))
    head = labelled(reader.case_names[case], number, reader)
    items = [titled(fact, reader) for fact in people]
    texts = {
        limit: enumerate_within(head, items, share, limit=limit, wording=wording)
        for limit in (LONG, SHORT)
    }
    view = _view(case, page, reader, texts)
    shown = _shown(facts, reader)
    return replace(view, name=reader.case_names[case], facts=shown, notes=notes.rows())


def _view(subject: SubjectId, page: str, reader: Reader, texts: Mapping[int, str]) -> PressView:
    """What every press page has."""
    wording, about = reader.wording, reader.href(reader.file(page), subject)
    return PressView(
        name="",
        title=wording.gettext("For the press, and to share"),
        about=Link(wording.gettext("The page with everything known"), about),
        note="",
        posts=tuple(
            PostView(f"post-{limit}", reader.said(_label_of_post, limit), text, limit)
            for limit, text in texts.items()
        ),
        share=share_link(subject, reader),
        is_whole=bool(reader.publication.house.address),
        facts=(),
        words=(),
        notes=(),
        script=link(page_path(ANY, page), COPY),
    )


def _shown(facts: Sequence[PressFact], reader: Reader) -> tuple[LineView, ...]:
    return tuple(LineView(head_of(one, reader), one.parts, one.denied) for one in facts)


def _post(head: str, lines: Sequence[Sequence[str]], share: str, limit: int, _: Reader) -> str:
    """The text as it stands on the page, where no line is empty."""
    text = compose(head, lines, share, limit=limit)
    return "\n".join(filter(None, map(str.strip, text.split("\n"))))


def _label_of_post(limit: int, reader: Reader) -> str:
    label = reader.wording.gettext("Post of up to {count} characters")
    return label.format(count=reader.wording.number(limit))


def _lines(facts: Sequence[PressFact], reader: Reader) -> list[tuple[str, ...]]:
    """The facts of a post, the most telling first, each in its forms; none that somebody denies.

    Rulings stand together or the last of them alone: an earlier one may be changed by it.
    """
    lines: list[tuple[str, ...]] = []
    for kind, fields in _IN_POST.items():
        of_kind = [one for one in facts if one.kind == kind]
        said = [_shortened(one, fields, reader) for one in of_kind if not one.denied]
        if kind != _TOGETHER:
            lines += [(line,) for line in said]
        elif said and len(said) == len(of_kind):
            lines.append(("\n".join(filter(None, said)), said[-1]))
    return lines


def _shortened(fact: PressFact, fields: frozenset[str], reader: Reader) -> str:
    """The fact with these of its fields; empty where it has none of them."""
    parts = tuple(part for part in fact.parts if not fields or part.field in fields)
    return titled(replace(fact, parts=parts), reader) if parts else ""


def _words(dossier: Dossier, reader: Reader, notes: Notes) -> tuple[EventView, ...]:
    """What the person said, where it can be repeated without doing the accusers' work."""
    printer = EventPrinter(reader, notes)
    return tuple(
        printer.event(entry, only=_OF_WORDS, quoted="text")
        for entry in dossier.of_kind(*_WORDS)
        if entry.values("text") and not serves_the_accusation(entry, reader)
    )
