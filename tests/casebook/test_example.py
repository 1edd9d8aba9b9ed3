"""The example casebook shows every kind, status, decision and dispute, and gives nobody away."""

import re
import struct
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path

import pytest

from builders import a_claim, a_decision, a_ledger, a_source
from khronika.casebook.casebook import Casebook
from khronika.casebook.demonstration import IN_MEMORY
from khronika.casebook.settings import DATABASE_URL, Settings, Truth, read_settings
from khronika.casebook.yaml_form.gather import gather
from khronika.casebook.yaml_form.load import Loaded, Loader
from khronika.clearance.clear import Cleared, clear
from khronika.clearance.policy import Policy
from khronika.clearance.publication import KNOWN_TO_EDITORS
from khronika.dossier.accepted import material_of
from khronika.dossier.dossier import Dispute, Dossier, StatusCode
from khronika.dossier.entry import Standing
from khronika.dossier.fold import Folded, fold
from khronika.ledger.in_force import InForce
from khronika.ledger.ledger import Ledger
from khronika.schema.claim import Certainty, Claim, ClaimId, Speaker
from khronika.schema.decision import ConsentState, Stance, Verb
from khronika.schema.kind import kinds
from khronika.schema.nature import nature
from khronika.schema.passage import Passage
from khronika.schema.source import SourceLevel
from khronika.schema.subject import SubjectId, SubjectKind, slug_of, subject_id
from khronika.schema.value import Choice, show
from khronika.schema.visibility import Use, Visibility
from khronika.values.language import LANGUAGES
from khronika.vault.vault import Vault

FOLDER = Path(__file__).parents[2] / "casebooks" / "example"
TODAY = date(2026, 11, 22)  # the example is written for this day
STATUS = re.compile(r"^# status (\d{4}-\d\d-\d\d): (\S+)$", re.MULTILINE)
INVENTED = {"en": "invented", "ru": "вымышлены", "de": "erfunden", "fr": "inventées"}


@dataclass(frozen=True)
class Example:
    """The example as files, as a ledger, folded and cleared."""

    settings: Settings
    loaded: Loaded

    @property
    def ledger(self) -> Ledger:
        return self.loaded.ledger

    @property
    def claims(self) -> list[Claim]:
        return list(self.ledger.claims.values())

    @cached_property
    def today(self) -> Folded:
        return self.on(TODAY)

    @cached_property
    def cleared(self) -> Cleared:
        return cleared(self.ledger)

    def on(self, day: date) -> Folded:
        return fold(material_of(InForce(self.ledger, standing=True)), as_of=day)

    def person(self, slug: str) -> Dossier:
        return self.today.people[self.id(slug)]

    def id(self, slug: str) -> SubjectId:
        return subject_id(self.settings.id, SubjectKind.PERSON, slug)

    def claim(self, slug: str, key: str) -> ClaimId:
        found = [
            claim
            for claim, places in self.loaded.keys.items()
            if any((Path(one.file).stem, one.key) == (slug, key) for one in places)
        ]
        assert len(found) == 1, (slug, key)
        return found[0]


def cleared(ledger: Ledger) -> Cleared:
    in_force = InForce(ledger, standing=True)
    return clear(in_force, use=Use.PUBLIC, policy=Policy(already_public=True), today=TODAY)


@pytest.fixture(scope="module")
def example() -> Example:
    settings = read_settings(FOLDER, {})
    gathered = gather(FOLDER)
    assert not gathered.problems
    return Example(settings, Loader(settings.id).load(gathered.files))


def statuses() -> Iterator[tuple[str, date, str]]:
    """What the head of each file says: whose status on which day."""
    for path in sorted(FOLDER.glob("claims/*.yaml")):
        for day, code in STATUS.findall(path.read_text("utf-8")):
            yield path.stem, date.fromisoformat(day), code


def test_it_says_in_every_language_that_its_people_are_invented(example: Example) -> None:
    assert example.settings.truth is Truth.YAML
    assert example.settings.languages == LANGUAGES
    assert all(INVENTED[one] in example.settings.title.in_language(one) for one in LANGUAGES)


def test_it_loads_without_a_problem(example: Example) -> None:
    assert not example.loaded.problems
    assert not example.loaded.bare
    assert not example.today.problems


def test_the_whole_folder_opens_without_a_problem() -> None:
    casebook = Casebook.open(FOLDER, {DATABASE_URL: IN_MEMORY}, mint=None)
    with closing(casebook):
        assert not casebook.problems
        assert {(one.slot, one.lang) for one in casebook.prose()} == {
            (slot, language) for slot in ("about", "biography") for language in ("en", "ru")
        }


def test_every_kind_that_may_be_stored_occurs_and_no_other(example: Example) -> None:
    stored = {name for name, kind in kinds().items() if kind.least is not Visibility.SEALED}
    assert {one.kind for one in example.claims} == stored


def test_nothing_in_the_files_is_sealed_by_nature(example: Example) -> None:
    assert all(nature(one).least is not Visibility.SEALED for one in example.claims)


@pytest.mark.parametrize(("slug", "day", "code"), list(statuses()))
def test_a_person_has_the_status_that_the_file_says(
    example: Example, slug: str, day: date, code: str
) -> None:
    assert example.on(day).people[example.id(slug)].status.code == code


def test_every_status_occurs() -> None:
    assert {code for _, _, code in statuses()} == {one.value for one in StatusCode}


def test_every_person_says_the_status_of_the_day_the_example_is_written_for(
    example: Example,
) -> None:
    said = {slug for slug, day, _ in statuses() if day == TODAY}
    assert said == {slug_of(one) for one in example.today.people}


def test_every_decision_occurs_but_the_one_that_removes_its_lines(example: Example) -> None:
    decided = {one.verb for one in example.ledger.decisions.values()}
    assert decided == set(Verb) - {Verb.REDACT}


def test_a_decision_that_another_replaces_is_among_them(example: Example) -> None:
    assert any(one.replaces for one in example.ledger.decisions.values())


def test_every_speaker_certainty_consent_and_stance_occurs(example: Example) -> None:
    details = [one.details for one in example.ledger.decisions.values()]
    assert {one.speaker for one in example.claims} == set(Speaker)
    assert {one.certainty for one in example.claims} == set(Certainty)
    assert {one["state"] for one in details if "state" in one} == {s.value for s in ConsentState}
    assert {one["value"] for one in details if "value" in one} == {s.value for s in Stance}


def test_some_sources_are_closed_and_one_repeats_another(example: Example) -> None:
    sources = example.ledger.sources.values()
    assert {one.level for one in sources} == set(SourceLevel)
    assert any(one.repeats for one in sources)


def test_every_quote_with_a_place_is_what_the_text_holds_there(example: Example) -> None:
    vault = Vault(FOLDER / "vault")
    passages = [one.passage for one in example.claims if one.passage.text]
    for one in passages:
        text = vault.get(one.text).decode("utf-8")
        assert text[one.start : one.end] == one.quote
    assert len({one.text for one in passages}) == 2


def test_the_vault_holds_what_the_sources_name_and_nothing_else(example: Example) -> None:
    vault = Vault(FOLDER / "vault")
    assert not vault.verify()
    assert vault.hashes() == sorted(one.sha256 for one in example.ledger.holdings.values())


def test_dates_terms_courts_fines_and_measures_are_disputed(example: Example) -> None:
    found = {(slug_of(one.person), one.kind, one.field): one for one in disputes(example)}
    expected = {
        ("zarechnev-timofey", "arrest", "date"): ["2024-10-03", "2024-10-05"],
        ("zarechnev-timofey", "ruling", "court"): ["military-central", "military-eastern-2"],
        ("zarechnev-timofey", "ruling", "fine"): ["300000 RUB", "500000 RUB"],
        ("sukhoruchko-oles", "ruling", "term"): ["11y", "13y"],
        ("kamaldinov-aydar", "custody", "kind"): ["house-arrest", "pretrial"],
    }
    assert {key: values(found[key]) for key in expected} == expected


def test_what_cannot_be_between_two_kinds_is_disputed(example: Example) -> None:
    breaches = {(slug_of(one.person), one.kind, one.field) for one in disputes(example) if one.rule}
    assert breaches == {
        ("poluektova-raisa", "release", "date"),
        ("poluektova-raisa", "ruling", "fine"),
        ("ochirgalov-bair", "ruling", "date"),
    }


def test_a_preference_settles_a_term(example: Example) -> None:
    states = [one.fields["term"] for one in example.person("ladogin-arseny").of_kind("ruling")]
    settled = [one for one in states if one.standing is Standing.SETTLED]
    assert [show(one.values[0].value) for one in settled] == ["8y6m"]
    assert [show(one.aside[0].value) for one in settled] == ["9y"]


def test_a_later_source_reopens_what_was_preferred(example: Example) -> None:
    claims = without(example, "kamaldinov-aydar", "verdict-19-february")
    before = replace(example.ledger, claims=claims)
    settled = fold(material_of(InForce(before, standing=True)), as_of=TODAY)
    person = settled.people[example.id("kamaldinov-aydar")]
    assert ("ruling", "date") not in {(one.kind, one.field) for one in person.disputes}
    reopened = example.person("kamaldinov-aydar").disputes
    assert ["2026-02-12", "2026-02-16", "2026-02-19"] in [values(one) for one in reopened]


def test_a_vague_claim_may_be_one_of_two(example: Example) -> None:
    vague = [one for one in example.person("berestova-yelizaveta").entries if one.may_be]
    assert [(one.kind, len(one.may_be)) for one in vague] == [("hearing", 2)]


def test_one_man_under_two_ids_is_one_person_and_his_namesake_another(example: Example) -> None:
    joined = example.person("ladogin-arseny").joined
    assert set(joined) == {example.id("ladogin-arseny"), example.id("ladogin-of-the-booklet")}
    assert example.person("ladogin-anton").joined == (example.id("ladogin-anton"),)


def test_the_same_words_in_two_languages_are_one_entry(example: Example) -> None:
    merged = {example.claim("ladogin-arseny", key) for key in ("queue", "queue-in-english")}
    entries = example.person("ladogin-arseny").of_kind("quotation")
    assert [one for one in entries if set(one.claims) == merged]


def test_two_arrests_in_one_case_are_two_entries(example: Example) -> None:
    assert len(example.person("ovsyanetsky-miron").of_kind("arrest")) == 2


def test_a_denial_stands_beside_what_it_denies(example: Example) -> None:
    incidents = example.person("zarechnev-timofey").of_kind("incident")
    denial = example.claim("zarechnev-timofey", "beating-denied")
    assert [one.denied_by for one in incidents] == [(denial,)]


def test_who_is_not_ready_refused_or_is_not_to_be_listed_leaves_no_trace(
    example: Example,
) -> None:
    kept = {one.subject for one in example.claims} - {
        one.subject for one in example.cleared.material.claims.values()
    }
    assert {slug_of(one) for one in kept} == {
        "dozhdeva-kapitolina",
        "ladogin-anton",
        "nenarokov-gleb",
        "nezvantsev-karp",
        "poluektova-raisa",
    }


@pytest.mark.parametrize(
    ("slug", "key", "code"),
    [
        ("berestova-yelizaveta", "address", "address-stale"),
        ("berestova-yelizaveta", "letter-held-back", "team"),
        ("berestova-yelizaveta", "said-to-counsel", "closed-words"),
        ("dozhdeva-kapitolina", "charge", "mention-only"),
        ("kamaldinov-aydar", "affiliation-by-hearsay", "affiliation"),
        ("kamaldinov-aydar", "frozen-accounts", "delicate"),
        ("ladogin-anton", "name", "do-not-list"),
        ("ladogin-arseny", "birth-misprint", "rejected"),
        ("nenarokov-gleb", "left", "consent-refused"),
        ("nezvantsev-karp", "name", "not-ready"),
        ("ovsyanetsky-miron", "lost", "source-not-public"),
        ("poluektova-raisa", "acquittal", "consent-withdrawn"),
        ("ryabintseva-stefania", "after-the-order", "gag"),
        ("ryabintseva-stefania", "portrait", "faces"),
    ],
)
def test_what_stays_stays_for_the_reason_it_is_there_to_show(
    example: Example, slug: str, key: str, code: str
) -> None:
    refused = {one.claim: one.code for one in example.cleared.refused}
    assert refused[example.claim(slug, key)] == code


@pytest.mark.parametrize(
    ("slug", "key"),
    [
        ("ladogin-arseny", "address"),
        ("ladogin-arseny", "own-words"),
        ("ladogin-arseny", "portrait"),
        ("lunyov-faddey", "treatment"),
        ("ryabintseva-stefania", "second-reader"),
    ],
)
def test_what_may_leave_leaves(example: Example, slug: str, key: str) -> None:
    assert example.claim(slug, key) in example.cleared.material.claims


def test_what_a_closed_source_says_leaves_without_its_name(example: Example) -> None:
    told = example.ledger.claims[example.claim("berestova-yelizaveta", "hearing-ahead")]
    found = [
        one
        for one in example.cleared.material.claims.values()
        if (one.subject, one.kind, one.fields) == (told.subject, told.kind, told.fields)
    ]
    assert [one.passage for one in found] == [Passage(KNOWN_TO_EDITORS)]
    assert told.passage.source not in example.cleared.material.sources


SEALED = [
    a_claim("family", relation="sibling", text="a sister"),
    a_claim("health", text="an illness"),
    a_claim("asylum", country="ge", state="asked"),
    a_claim("wanted", place="a street", route="a road"),
    replace(a_claim("incident"), fields={"kind": Choice("self-harm")}),
    a_claim("membership", role="witness"),
]


@pytest.mark.parametrize("claim", SEALED, ids=lambda one: one.kind)
def test_what_is_sealed_by_nature_never_leaves_even_with_consent(
    example: Example, claim: Claim
) -> None:
    sealed = replace(claim, subject=example.id("ladogin-arseny"), nonce="0" * 32)
    ledger = example.ledger | a_ledger([sealed], sources=[a_source()])
    refused = {one.claim: one.code for one in cleared(ledger).refused}
    assert refused[sealed.id()] == "sealed"


def test_taking_consent_back_takes_everything_back(example: Example) -> None:
    person = example.id("ladogin-arseny")
    back = a_decision(Verb.CONSENT, person, state="withdrawn", at="2026-11-21T00:00:00Z")
    ledger = example.ledger | a_ledger(sources=[], decisions=[back])
    assert person not in {one.subject for one in cleared(ledger).material.claims.values()}


def test_the_portraits_hold_nothing_but_the_picture(example: Example) -> None:
    portraits = [show(one.fields["file"]) for one in example.claims if one.kind == "portrait"]
    assert sorted(portraits) == sorted(one.name for one in (FOLDER / "media").iterdir())
    for name in portraits:
        chunks = png_chunks((FOLDER / "media" / name).read_bytes())
        assert set(chunks) <= {"IHDR", "PLTE", "IDAT", "IEND"}  # size, colours, points: no text


def test_two_people_and_the_house_have_texts_in_two_languages() -> None:
    texts = {one.relative_to(FOLDER / "texts").as_posix() for one in FOLDER.glob("texts/*/*.md")}
    slots = ("biography/berestova-yelizaveta", "biography/ladogin-arseny", "essay/about")
    assert texts == {f"{slot}.{language}.md" for slot in slots for language in ("en", "ru")}


def disputes(example: Example) -> list[Dispute]:
    return [one for person in example.today.people.values() for one in person.disputes]


def values(dispute: Dispute) -> list[str]:
    return [show(one.value) for one in dispute.values]


def without(example: Example, slug: str, key: str) -> dict[ClaimId, Claim]:
    gone = example.claim(slug, key)
    return {one: claim for one, claim in example.ledger.claims.items() if one != gone}


def png_chunks(data: bytes) -> list[str]:
    """The names of the chunks, in order; metadata would be one of its own."""
    names, at = [], 8
    while at < len(data):
        (length,) = struct.unpack(">I", data[at : at + 4])
        names.append(data[at + 4 : at + 8].decode("ascii"))
        at += length + 12
    return names
