"""A casebook of invented people, as large as asked for: ten claims each, half with a dispute.

Everything follows from a person's number, so that two runs and two programs work on the same data.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from khronika.ledger.ledger import Ledger, Recorded
from khronika.schema.claim import Claim, ClaimId
from khronika.schema.decision import Decision, Verb
from khronika.schema.kind import kind
from khronika.schema.passage import Passage
from khronika.schema.read_value import read_value
from khronika.schema.source import Source, SourceLevel
from khronika.schema.subject import SubjectId, SubjectKind, subject_id
from khronika.schema.visibility import Visibility
from khronika.values.date import PartialDate

HOUSE = "inventio"
AS_OF = date(2026, 11, 22)
WHEN = Recorded(at="2026-11-20T10:00:00Z", by="editors")
PEOPLE_IN_A_CASE = 20
PEOPLE_IN_A_SOURCE = 50

_STEMS = ("Бел", "Горд", "Дрозд", "Жар", "Калин", "Лос", "Мох", "Нос", "Реп", "Шум", "Ясн", "Вешн")
_MIDDLES = (
    "",
    "ач",
    "ень",
    "ик",
    "ул",
    "ар",
    "ош",
    "ят",
    "ыш",
    "ун",
    "ейк",
    "иц",
    "ав",
    "ож",
    "ит",
)
_ENDINGS = ("ов", "ин", "ский", "енко", "ых", "ян")
_FAMILIES = tuple(s + m + e for e in _ENDINGS for m in _MIDDLES for s in _STEMS)
_GIVEN = ("Андрей", "Борис", "Вадим", "Глеб", "Денис", "Егор", "Захар", "Игорь", "Кирилл", "Лев")
_PATRONYMICS = ("Андреевич", "Борисович", "Глебович", "Денисович", "Егорович", "Игоревич")
_OCCUPATIONS = ("учитель", "врач", "слесарь", "программист", "журналистка", "водитель", "студент")
_ARTICLES = ("205.2/2", "207.3/2", "275", "280.3/1", "281/2", "282.1/2", "318/1")
_SECTIONS = tuple(f"Глава {number}" for number in range(90))  # held once, as read from a store
_OFFENCES = ("призывы в сети", "слова о войне", "поджог", "письмо за границу", "надпись на стене")


def claims_of(number: int) -> Iterator[Claim]:
    """The claims about one invented person."""
    born = f"{1960 + number % 45}-{1 + number % 12:02}-{1 + number % 28:02}"
    year, month, day = 2020 + number % 5, 1 + number % 12, 1 + number % 27
    arrested, judged = f"{year}-{month:02}-{day:02}", f"{year + 1}-{month:02}-{day:02}"
    term = f"{2 + number % 14}y{number % 12}m" if number % 12 else f"{2 + number % 14}y"
    told = f"{_given(number)} {_family(number)}"
    said: tuple[tuple[str, dict[str, object], str], ...] = (
        ("name", _name(number), ""),
        ("birth", {"date": born}, f"{told} родился {born}"),
        ("occupation", {"value": {"text": _OCCUPATIONS[number % 7], "lang": "ru"}}, ""),
        ("membership", {"role": "defendant"}, ""),
        ("arrest", {"date": arrested}, f"{told} задержан {arrested}, сообщили адвокаты"),
        ("custody", {"kind": "pretrial", "start": arrested, "end": judged}, ""),
        (
            "charge",
            {
                "article": f"RU-UK {_ARTICLES[number % 7]}",
                "date": arrested,
                "offence": {"text": f"{_OFFENCES[number % 5]}, эпизод {number}", "lang": "ru"},
            },
            "",
        ),
        ("hearing", {"date": f"{year + 1}-{month:02}", "instance": "first"}, ""),
        (
            "ruling",
            {"date": judged, "instance": "first", "term": term, "regime": "strict"},
            f"Суд назначил: {term}, дело номер {number}",
        ),
        _last(number, judged),
    )
    for place, (name, raw, quote) in enumerate(said):
        yield a_claim(number, name, raw, place=place, quote=quote)


def a_claim(
    number: int, name: str, raw: dict[str, object], *, place: int, quote: str = ""
) -> Claim:
    """One claim about this person, its values read as from a file."""
    spec = kind(name)
    return Claim(
        subject=person_of(number),
        kind=name,
        fields={one: read_value(spec.field(one), value) for one, value in raw.items()},  # type: ignore[arg-type]
        passage=Passage(
            source=source_of(number, place % 3), section=_SECTIONS[number % 90], quote=quote
        ),
        case=case_of(number) if name not in {"name", "birth", "occupation"} else None,
        lang="ru",
    )


def record(people: int) -> Ledger:
    """The record of so many people, all accepted and fit to publish."""
    claims = {claim.id(): claim for n in range(people) for claim in claims_of(n)}
    claims |= {claim.id(): claim for n in range(0, people, PEOPLE_IN_A_CASE) for claim in _case(n)}
    secrets = {claim.id(): claim for n in range(0, people, 10) for claim in [_secret(n)]}
    claims |= secrets
    sources = {one.entry_id(): one for one in _sources(people)}
    decisions = {one.id(): one for one in _decisions(people, claims)}
    entries = [*claims, *sources]
    return Ledger(
        sources=sources,
        claims=claims,
        decisions=decisions,
        recorded=dict.fromkeys([*entries, *decisions], frozenset({WHEN})),
        visibility=dict.fromkeys(entries, Visibility.PUBLIC)
        | dict.fromkeys(secrets, Visibility.TEAM),
    )


def one_more(number: int) -> Ledger:
    """What an editor adds on another day: one claim about one person, accepted."""
    claim = a_claim(number, "listing", {"date": "2026-11-01"}, place=0)
    accepted = _decided(Verb.ACCEPT, claim.id())
    return Ledger(
        claims={claim.id(): claim},
        decisions={accepted.id(): accepted},
        recorded=dict.fromkeys([claim.id(), accepted.id()], frozenset({WHEN})),
        visibility={claim.id(): Visibility.PUBLIC},
    )


def person_of(number: int) -> SubjectId:
    """The id of the person with this number."""
    return subject_id(HOUSE, SubjectKind.PERSON, f"person-{number}")


def case_of(number: int) -> SubjectId:
    """The case this person is in."""
    return subject_id(HOUSE, SubjectKind.CASE, f"case-{number // PEOPLE_IN_A_CASE}")


def source_of(number: int, which: int) -> SubjectId:
    """One of the three sources that tell of this person."""
    return subject_id(HOUSE, SubjectKind.SOURCE, f"paper-{number // PEOPLE_IN_A_SOURCE}-{which}")


def _secret(number: int) -> Claim:
    """What is for the team alone, so that the tripwire has words to look for."""
    text = {"text": f"записка о свидетеле номер {number} лежит у редакции", "lang": "ru"}
    return replace(
        a_claim(number, "incident", {"kind": "other", "text": text}, place=0),
        nonce=f"{number:032x}",
    )


def _case(number: int) -> Iterator[Claim]:
    fields = {"text": {"text": f"Дело номер {number // PEOPLE_IN_A_CASE}", "lang": "ru"}}
    spec = kind("name")
    yield Claim(
        subject=case_of(number),
        kind="name",
        fields={one: read_value(spec.field(one), value) for one, value in fields.items()},  # type: ignore[arg-type]
        passage=Passage(source=source_of(number, 0), section=_SECTIONS[number % 90]),
        lang="ru",
    )


def _name(number: int) -> dict[str, object]:
    patronymic = _PATRONYMICS[number // 90 % 6]
    parts = {"family": _family(number), "given": _given(number), "patronymic": patronymic}
    return {name: {"text": text, "lang": "ru"} for name, text in parts.items()} | {"form": "full"}


def _last(number: int, judged: str) -> tuple[str, dict[str, object], str]:
    """Of every two people one has a verdict that another source tells otherwise."""
    if number % 2:
        return "listing", {"date": judged}, ""
    return "ruling", {"date": judged, "instance": "first", "term": f"{1 + number % 3}y"}, ""


def _family(number: int) -> str:
    return _FAMILIES[number % len(_FAMILIES)]


def _given(number: int) -> str:
    return _GIVEN[number // 9 % 10]


def _sources(people: int) -> Iterator[Source]:
    for number in range(0, people, PEOPLE_IN_A_SOURCE):
        for which, title in enumerate(("Газета", "Правозащитный обзор", "Письма из зала")):
            yield Source(
                id=source_of(number, which),
                title=f"{title} {number // PEOPLE_IN_A_SOURCE}",
                publisher="Издательство",
                date=PartialDate.parse(f"{2022 + which}-05-0{1 + which}"),
                lang="ru",
                level=SourceLevel.OPEN,
                url=f"https://example.org/{which}/{number}",
            )


def _decisions(people: int, claims: dict[ClaimId, Claim]) -> Iterator[Decision]:
    for number in range(people):
        person = person_of(number)
        yield _decided(Verb.READY, person)
        yield _decided(Verb.STANCE, person, value="list")
        yield _decided(Verb.CONSENT, person, use="public", state="given")
    for claim in claims:
        yield _decided(Verb.ACCEPT, claim)


def _decided(verb: Verb, target: str, **details: str) -> Decision:
    return Decision(
        verb=verb, targets=(target,), by=WHEN.by, at=WHEN.at, reason="read", details=details
    )
