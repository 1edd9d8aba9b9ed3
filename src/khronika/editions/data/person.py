"""One person a line: the facts that tables are made from, each as far as known."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from khronika.clearance.publication import Publication
from khronika.dossier.dossier import Dossier
from khronika.dossier.entry import Entry
from khronika.dossier.names import person_name
from khronika.editions.data.column import DISPUTED, LIST, Column
from khronika.schema.kind import kind
from khronika.schema.source import SourceLevel
from khronika.schema.subject import SubjectId
from khronika.schema.value import Choice, Key, Value, in_order, show
from khronika.schema.vocabulary import label


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A dossier with what else a row needs."""

    publication: Publication
    dossier: Dossier

    @property
    def person(self) -> SubjectId:
        """Whose row it is."""
        return self.dossier.person


def person_rows(publication: Publication) -> list[PersonRow]:
    """Everybody with a page, by id."""
    return [
        PersonRow(publication, publication.people[one])
        for one in sorted(publication.people)
        if one in publication.addresses
    ]


def person_columns(languages: Iterable[str]) -> list[Column[PersonRow]]:
    """The columns of people.csv: one name for each language of the edition."""
    named = [
        Column(f"name_{code}", "text", f"the name as printed in the language {code}", _named(code))
        for code in languages
    ]
    return [*_HEAD, *named, *_FACTS]


def _named(language: str) -> Callable[[PersonRow], str]:
    return lambda row: person_name(row.dossier, row.publication.claims, language)


def shown(value: Value) -> str:
    """A value in no language but for named things, which stand in English."""
    if isinstance(value, Key):
        return label(value.table, value.key, "en")
    return show(value)


def _values(entries: Iterable[Entry], name: str) -> str:
    """The field's versions in these entries: every entry after the other."""
    cells = [DISPUTED.join(shown(one) for one in in_order(e.values(name))) for e in entries]
    return LIST.join(dict.fromkeys(cell for cell in cells if cell))


def _first_detention(row: PersonRow) -> str:
    entries = row.dossier.of_kind("arrest", "custody")
    first = next((entry for entry in entries if entry.dates), None)
    return _values([first], kind(first.kind).when) if first else ""


def _verdicts(row: PersonRow) -> Sequence[Entry]:
    """The latest court decision of first instance, alone in a list; empty when there is none."""
    first = [
        entry
        for entry in row.dossier.of_kind("ruling")
        if entry.value("instance") in {None, Choice("first")}
    ]
    return first[-1:]


def _of_verdict(name: str) -> Callable[[PersonRow], str]:
    return lambda row: _values(_verdicts(row), name)


def _articles(row: PersonRow) -> str:
    charged = [v for entry in row.dossier.of_kind("charge") for v in entry.values("article")]
    ruled = [v for entry in row.dossier.of_kind("ruling") for v in entry.values("articles")]
    found = {show(one) for v in (*charged, *ruled) for one in (v if isinstance(v, tuple) else (v,))}
    return LIST.join(sorted(found))


def _recognition(row: PersonRow) -> str:
    said = []
    for entry in row.dossier.of_kind("recognition"):
        parts = [_values([entry], name) for name in ("by", "status", "date")]
        said.append(", ".join(part for part in parts if part))
    return LIST.join(said)


def _sources(row: PersonRow) -> str:
    claims, sources = row.publication.claims, row.publication.sources
    named = {claims[one].passage.source for entry in row.dossier.entries for one in entry.claims}
    return LIST.join(
        sorted(one for one in named if one in sources and sources[one].level is SourceLevel.OPEN)
    )


def _changed(row: PersonRow) -> str:
    day = row.publication.changed.get(row.person)
    return day.isoformat() if day else ""


def _cases(row: PersonRow) -> str:
    addresses = row.publication.addresses
    return LIST.join(addresses[one] for one in row.dossier.cases if one in addresses)


_HEAD: list[Column[PersonRow]] = [
    Column(
        "id",
        "text",
        "public address: the page is people/ID.html",
        lambda row: row.publication.addresses[row.person],
    ),
    Column("subject", "text", "id of the person in claims.jsonl", lambda row: row.person),
]
_FACTS: list[Column[PersonRow]] = [
    Column(
        "status",
        "choice",
        "where the person stands on the day of the edition; see the rows of type status",
        lambda row: row.dossier.status.code.value,
    ),
    Column(
        "status_since",
        "date",
        "since when, as far as known",
        lambda row: str(row.dossier.status.since or ""),
    ),
    Column("cases", "list of text", "addresses of the cases", _cases),
    Column(
        "articles",
        "list of legal references",
        "articles of law the person is or was accused under: code, article/part/point",
        _articles,
    ),
    Column(
        "first_detention",
        "date",
        "the first day of arrest or custody that has a date",
        _first_detention,
    ),
    Column(
        "verdict_date",
        "date",
        "date of the latest court decision of first instance",
        _of_verdict("date"),
    ),
    Column("court", "text", "the court of that decision, in English", _of_verdict("court")),
    Column(
        "term", "term", "its term of imprisonment: y years, m months, d days", _of_verdict("term")
    ),
    Column("regime", "choice", "its regime", _of_verdict("regime")),
    Column("recognition", "list of text", "who recognised the person, as what, when", _recognition),
    Column("sources", "list of text", "ids of the sources, as in sources.csv", _sources),
    Column("last_changed", "date", "the day the person's page last changed", _changed),
    Column(
        "disputed_fields",
        "list of text",
        "kind.field of everything about which sources disagree",
        lambda row: LIST.join(
            dict.fromkeys(f"{one.kind}.{one.field}" for one in row.dossier.disputes)
        ),
    ),
]
