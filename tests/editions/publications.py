"""A small publication of invented people, folded for real, with most of what pages can print."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from builders import CASEBOOK, a_claim, by_id, case, person, source
from khronika.clearance.publication import KNOWN_TO_EDITORS, House, Prose, Publication
from khronika.clearance.state import publication_state
from khronika.dossier.fold import fold
from khronika.dossier.material import Material
from khronika.schema.claim import Certainty, Claim, ClaimId, Speaker
from khronika.schema.decision import Decision
from khronika.schema.passage import Passage
from khronika.schema.source import Reading, Source, SourceLevel
from khronika.schema.subject import SubjectId, slug_of
from khronika.schema.visibility import Use
from khronika.values.date import PartialDate
from khronika.values.language import LANGUAGES, Labels

ALENA = person("belova-alena")
BORIS = person("lesnoy-boris")
VERA = person("yezhova-vera")
SQUARE = case("square")

HOUSE = House(
    id=CASEBOOK,
    title=Labels(
        {"en": "The Archive of Lugovsk", "ru": "Луговский архив", "de": "Archiv Lugowsk",
         "fr": "Les archives de Lougovsk"}
    ),
    contact="editors@example.org",
    licence="CC BY-SA 4.0",
)  # fmt: skip

PAPER = Source(
    id=source("paper"),
    title="The Lugovsk Paper",
    publisher="Lugovsk Press",
    date=PartialDate.parse("2024-03-02"),
    lang="en",
    url="https://paper.example/cases/square?page=2&part=1",
    level=SourceLevel.OPEN,
)
REPORT = Source(
    id=source("report"),
    title="Доклад о деле о площади",
    publisher="Правозащитная группа",
    date=PartialDate.parse("2024-05"),
    lang="ru",
    level=SourceLevel.OPEN,
    reading=Reading.EXCERPT,
)
ECHO = Source(
    id=source("echo"),
    title="Echo of the Paper",
    date=PartialDate.parse("2024-03-03"),
    lang="en",
    level=SourceLevel.OPEN,
    repeats=PAPER.id,
)


def names() -> list[Claim]:
    return [
        a_claim("name", subject=ALENA, lang="ru", given="Алёна", family="Белова",
                text="Белова Алёна Игоревна", patronymic="Игоревна", form="full"),
        a_claim("name", subject=ALENA, lang="en", text="Alyona Belova", form="variant"),
        a_claim("name", subject=BORIS, lang="ru", given="Борис", family="Лесной", form="full"),
        a_claim("name", subject=VERA, lang="ru", given="Вера", family="Ежова", form="full"),
        a_claim("name", subject=SQUARE, lang="en", text="The Square case"),
        a_claim("name", subject=SQUARE, lang="ru", text="Дело о площади"),
    ]  # fmt: skip


def about_alena() -> list[Claim]:
    def on(kind: str, **fields: object) -> Claim:
        return a_claim(kind, subject=ALENA, **fields)  # type: ignore[arg-type]

    return [
        on("birth", date="1994-05-17"),
        on("occupation", value="teacher"),
        on("affiliation", organisation={"text": "Readers' Circle", "lang": "en"},
           role="accused-member", basis="accusation", speaker=Speaker.INVESTIGATION),
        on("membership", case=SQUARE, role="defendant"),
        on("arrest", case=SQUARE, date="2023-02-11", place={"text": "Lugovsk", "lang": "en"}),
        on("custody", case=SQUARE, kind_="pretrial", start="2023-02-13"),
        on("charge", case=SQUARE, article="RU-UK 205.2/2", date="2023-02-20",
           offence={"text": "words at a square", "lang": "en"}, speaker=Speaker.INVESTIGATION),
        on("search", date="2023-02-11", certainty=Certainty.ALLEGED, speaker=Speaker.LAWYER),
        on("ruling", case=SQUARE, instance="first", date="2024-03-01", outcome="convicted",
           term="6y", regime="general", court={"text": "Lugovsk court", "lang": "en"}),
        on("ruling", case=SQUARE, instance="first", term="9y", lang="ru", section="Приговор",
           source=REPORT.id),
        on("recognition", by="memorial-pzk", status="political-prisoner", date="2024-06-01",
           source=REPORT.id),
        on("own-words", text="Площадь & <улица> помнят нас", date="2024-02-20", lang="ru",
           source=REPORT.id, quote="Площадь & <улица> помнят нас", section="Последнее слово"),
        on("false-report", text="It was reported that she had left the country.",
           refuted_by="Her counsel saw her the same day."),
    ]  # fmt: skip


def about_others() -> list[Claim]:
    return [
        a_claim("membership", subject=BORIS, case=SQUARE, role="defendant"),
        a_claim("arrest", subject=BORIS, case=SQUARE, date="2023-02", source=ECHO.id),
        closed(a_claim("release", subject=BORIS, case=SQUARE, date="2025-01-24", kind_="served")),
        a_claim("arrest", subject=VERA, date="2026-11-04"),
        a_claim("support", subject=VERA, kind_="fund", url="https://fund.example/vera"),
        a_claim("step", subject=SQUARE, kind_="trial-start", date="2023-11-20",
                speaker=Speaker.COURT),
        a_claim("support", subject=SQUARE, kind_="group", contact="square@example.org"),
        a_claim("action", subject=SQUARE, kind_="picket", date="2024-03-08",
                place={"text": "Berlin", "lang": "de"}),
    ]  # fmt: skip


def closed(claim: Claim) -> Claim:
    """The claim as clearance hands it over when its source is closed."""
    return replace(claim, passage=Passage(source=KNOWN_TO_EDITORS))


def all_claims() -> list[Claim]:
    return [*names(), *about_alena(), *about_others()]


def a_publication(
    claims: Iterable[Claim] | None = None,
    *,
    languages: tuple[str, ...] = LANGUAGES,
    decisions: tuple[Decision, ...] = (),
    as_of: date = date(2026, 11, 22),
    changed: Mapping[SubjectId, date] | None = None,
    prose: tuple[Prose, ...] = (),
    notes: Mapping[SubjectId, str] | None = None,
    house: House = HOUSE,
    sources: Iterable[Source] = (),
) -> Publication:
    """The publication these claims fold to; without any, the whole small casebook.

    `sources` are described so and not as everywhere else.
    """
    held = by_id(all_claims() if claims is None else claims)
    described = {one.id: one for one in (PAPER, REPORT, ECHO, *sources)}
    material = Material(held, decisions, described)
    folded = fold(material, as_of=as_of)
    subjects = [*folded.people, *folded.cases]
    return Publication(
        use=Use.PUBLIC,
        as_of=as_of,
        state=publication_state(material, known=_known(held), notes=notes or {}),
        house=house,
        languages=languages,
        people=folded.people,
        cases=folded.cases,
        claims=held,
        sources=described,
        addresses={one: slug_of(one) for one in subjects},
        known=_known(held),
        changed=changed if changed is not None else dict.fromkeys(subjects, date(2026, 10, 1)),
        notes=notes or {},
        prose=prose,
    )


def _known(claims: Mapping[ClaimId, Claim]) -> dict[ClaimId, date]:
    return {
        one: date(2026, 3, 1)
        for one, claim in claims.items()
        if claim.passage.source == KNOWN_TO_EDITORS
    }
