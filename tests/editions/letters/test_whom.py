"""Nobody is in a pack whom a letter could miss or harm, and everybody left out has a reason."""

import pytest

from builders import a_claim
from editions.letters.packs import ALENA, BORIS, SQUARE, address, named, pack, serving, whole
from khronika.clearance.publication import Publication
from khronika.editions.letters.whom import Pack, pack_of
from khronika.editions.reader import Reader
from khronika.schema.claim import Claim, Speaker
from khronika.solidarity.choosing import read_choosing


def of(publication: Publication) -> Pack:
    return pack_of(Reader(publication, "en"))


def why(*claims: Claim, **told: object) -> str:
    found = of(pack(*claims, **told))
    assert not found.recipients
    (left_out,) = found.left_out
    return left_out.why.code


NAME, PLACE, ADDRESS = whole(ALENA, "Белова", "Алёна")


def test_somebody_to_write_to_has_a_number_an_envelope_and_a_last_day() -> None:
    (one,) = of(pack()).recipients
    assert one.number == 1
    assert one.envelope == (
        "618000",
        "Пермский край, Верхнереченск, ул. Вымышленная, 31",
        "ИК-31",
        "БЕЛОВА Алёна",
    )
    assert one.until.isoformat() == "2027-05-01"


@pytest.mark.parametrize(
    ("claims", "code"),
    [
        ([NAME, PLACE], "letter.no-address"),
        ([NAME, PLACE, address(ALENA, checked="2026-03-01")], "letter.stale"),
        ([NAME, PLACE, address(ALENA, facility={"text": "дома", "lang": "ru"})],
         "letter.not-institution"),
        ([named(ALENA, "Белова", "Алёна", speaker=Speaker.EDITORS), PLACE, ADDRESS],
         "letter.name-unchecked"),
        ([named(ALENA, "Belova", "Alyona", lang="en"), PLACE, ADDRESS], "letter.name-unchecked"),
        ([NAME, ADDRESS], "letter.status-unknown"),
        ([NAME, ADDRESS, a_claim("transfer", subject=ALENA, case=SQUARE, date="2026-11-10")],
         "letter.in-transit"),
        ([NAME, ADDRESS, a_claim("custody", subject=ALENA, case=SQUARE, kind_="house-arrest",
                                 start="2026-10-01")], "letter.under-order"),
        ([NAME, ADDRESS, a_claim("release", subject=ALENA, case=SQUARE, date="2026-11-10")],
         "letter.not-held"),
    ],
)  # fmt: skip
def test_who_is_left_out_has_the_reason(claims: list[Claim], code: str) -> None:
    assert why(*claims) == code


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("address-stale", "clearance.address-stale"),
        ("gag", "clearance.gag"),
        ("delicate", "pack.no-consent"),
    ],
)
def test_what_kept_an_address_from_leaving_is_told(code: str, said: str) -> None:
    assert why(NAME, PLACE, unsent={ALENA: code}) == said


def test_who_was_not_chosen_is_listed_too() -> None:
    claims = [*whole(ALENA, "Белова", "Алёна"), *whole(BORIS, "Лесной", "Борис")]
    found = of(pack(*claims, choosing=read_choosing("belova-alena")))
    assert [one.person for one in found.recipients] == [ALENA]
    assert [(one.person, one.why.code) for one in found.left_out] == [(BORIS, "pack.not-chosen")]


def test_numbers_are_the_same_in_every_language() -> None:
    claims = [*whole(ALENA, "Белова", "Алёна"), *whole(BORIS, "Лесной", "Борис")]
    publication = pack(*claims)
    orders = {
        tuple(one.person for one in pack_of(Reader(publication, lang)).recipients)
        for lang in ("en", "ru", "de", "fr")
    }
    assert len(orders) == 1
    assert serving(BORIS) in claims
