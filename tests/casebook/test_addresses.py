from collections.abc import Iterable
from datetime import date

from builders import CASEBOOK, case, person
from khronika.casebook.addresses import public_addresses
from khronika.casebook.released import Release
from khronika.clearance.publication import House, Publication
from khronika.dossier.dossier import CaseFile, Dossier, Possible, Status, StatusCode
from khronika.errors import Say
from khronika.schema.subject import SubjectId
from khronika.schema.visibility import Use
from khronika.values.language import Labels

DAY = date(2026, 11, 1)
ALENA, BORIS = person("belova-alena"), person("ladogin-boris")
FOREIGN = SubjectId("aaaaaaaa/person/belova-alena")


def a_dossier(*joined: SubjectId) -> Dossier:
    status = Status(StatusCode.UNKNOWN, Say("status.unknown"), Possible.UNKNOWN, Possible.UNKNOWN)
    return Dossier(
        person=joined[0],
        joined=joined,
        as_of=DAY,
        entries=(),
        cases=(),
        status=status,
        disputes=(),
        gaps=(),
        ahead=(),
        stable_until=None,
        behind="",
    )


def a_publication(
    *people: Dossier, cases: Iterable[SubjectId] = (), use: Use = Use.PUBLIC
) -> Publication:
    return Publication(
        use=use,
        as_of=DAY,
        state="",
        house=House(CASEBOOK, Labels({"en": "Archive"}), "", ""),
        languages=("en",),
        people={one.person: one for one in people},
        cases={one: CaseFile(one, (), ()) for one in cases},
        claims={},
        sources={},
        addresses={},
    )


def a_release(addresses: dict[SubjectId, str], name: str = "one") -> Release:
    return Release(name, DAY, Use.PUBLIC, "", addresses, frozenset())


def addresses_of(publication: Publication, *releases: Release) -> dict[SubjectId, str]:
    return public_addresses(publication, releases, home=CASEBOOK)


def test_before_the_first_release_the_slug_is_the_address() -> None:
    found = addresses_of(a_publication(a_dossier(ALENA), cases=[case("square")]))
    assert found == {ALENA: "belova-alena", case("square"): "square"}


def test_a_released_address_stands_whatever_the_id_becomes() -> None:
    merged = a_publication(a_dossier(FOREIGN, BORIS))
    assert addresses_of(merged, a_release({BORIS: "ladogin-boris"})) == {FOREIGN: "ladogin-boris"}


def test_the_other_address_of_a_merged_person_stays_to_be_a_redirect() -> None:
    merged = a_publication(a_dossier(ALENA, BORIS))
    first, second = a_release({BORIS: "ladogin-boris"}), a_release({ALENA: "belova-alena"}, "two")
    found = addresses_of(merged, first, second)
    assert found == {ALENA: "belova-alena", BORIS: "ladogin-boris"}


def test_an_address_is_never_given_to_somebody_else() -> None:
    namesake = a_publication(a_dossier(FOREIGN))
    found = addresses_of(namesake, a_release({ALENA: "belova-alena"}))
    assert found == {FOREIGN: "belova-alena-aaaaaaaa"}


def test_the_casebooks_own_people_have_the_first_right_to_their_slugs() -> None:
    found = addresses_of(a_publication(a_dossier(FOREIGN), a_dossier(ALENA)))
    assert found == {ALENA: "belova-alena", FOREIGN: "belova-alena-aaaaaaaa"}


def test_a_person_and_a_case_may_share_a_slug() -> None:
    found = addresses_of(a_publication(a_dossier(person("square")), cases=[case("square")]))
    assert set(found.values()) == {"square"}


def test_a_name_that_systems_keep_for_themselves_is_not_used() -> None:
    found = addresses_of(a_publication(a_dossier(person("con")), a_dossier(person("index"))))
    assert found == {person("con"): f"con-{CASEBOOK}", person("index"): f"index-{CASEBOOK}"}


def test_two_who_were_one_and_parted_do_not_share_a_page() -> None:
    released = a_release({BORIS: "ladogin-boris"}), a_release({ALENA: "ladogin-boris"}, "two")
    found = addresses_of(a_publication(a_dossier(ALENA), a_dossier(BORIS)), *released)
    assert sorted(found.values()) == ["belova-alena", "ladogin-boris"]
