"""The pack on paper: what goes in the envelope is the address alone."""

import re
from dataclasses import replace

import pytest

from builders import a_claim
from editions.letters.packs import ALENA, BORIS, named, pack, whole
from editions.markup import parsed, rendered
from editions.publications import HOUSE
from khronika.clearance.publication import Publication
from khronika.clearance.unpack import texts_in
from khronika.editions.letters.edition import LettersEdition
from khronika.editions.registry import EDITIONS
from khronika.schema.visibility import Use
from khronika.values.language import LANGUAGES

LONG = "Ж" * 2500 + " " + "щ" * 2499


def files(publication: Publication | None = None) -> dict[str, bytes]:
    return rendered(LettersEdition(), publication or pack())


def text_of(path: str, made: dict[str, bytes]) -> str:
    return " ".join(" ".join(text for _, text in texts_in(path, made[path])).split())


def test_it_is_made_for_letters_alone() -> None:
    assert EDITIONS["letters"].uses == {Use.LETTERS}


def test_every_file_is_named_for_its_edition_and_every_language_has_its_own() -> None:
    made = files()
    assert all("letter" in path.rpartition("/")[2] for path in made)
    for language in LANGUAGES:
        for name in ("organiser", "slips"):
            for ending in ("txt", "html", "pdf"):
                assert made[f"letters/{language}/letters-{name}.{ending}"]


@pytest.mark.parametrize("name", ["envelopes", "labels"])
def test_on_envelopes_and_labels_stands_the_address_alone(name: str) -> None:
    publication = pack(*whole(ALENA, "Белова", "Алёна"))
    house = replace(HOUSE, address="https://our.example/", contact="editors@our.example")
    made = files(replace(publication, house=house))
    text = text_of(f"letters/letters-{name}.pdf", made)
    assert "БЕЛОВА Алёна" in text
    assert "618000" in text
    for ours in ("our.example", "editors@", "Lugovsk", "Луговский", "Khronika"):
        assert ours not in text
    assert b"/Subtype/Image" not in made[f"letters/letters-{name}.pdf"]


def test_a_slip_asks_for_no_name_and_names_no_sender() -> None:
    page = parsed(files()["letters/en/letters-slips.html"])
    assert not page.all("input")
    assert "https" not in page.text
    assert "editors@example.org" not in page.text


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_slip_has_five_lines_and_three_beginnings_with_their_russian(language: str) -> None:
    page = parsed(files()[f"letters/{language}/letters-slips.html"])
    about, _, prompts, channels = page.all("ul")
    assert 1 <= len(about.all("li")) <= 5
    assert len(prompts.all("li")) == 3
    assert len(prompts.all("span", lang="ru")) == (0 if language == "ru" else 3)
    assert len(channels.all("li")) >= 2


def test_the_three_formats_say_the_same_until_when() -> None:
    made = files()
    said = "Do not use this address after 1 May 2027."
    for ending in ("txt", "html", "pdf"):
        assert said in text_of(f"letters/en/letters-slips.{ending}", made)


def test_who_wants_no_letters_is_a_number() -> None:
    told = files(pack(unwilling=2))["letters/en/letters-organiser.txt"].decode()
    assert "2 persons want no letters and are not named here." in told


def test_an_empty_pack_says_so_and_why() -> None:
    made = files(pack(named(ALENA, "Белова", "Алёна")))
    assert "Nobody can be written to today." in made["letters/en/letters-slips.txt"].decode()
    assert "Alyona Belova: It is not known where the person is." in re.sub(
        r"Alena|Alyona", "Alyona", made["letters/en/letters-organiser.txt"].decode()
    )
    assert made["letters/letters-labels.pdf"].startswith(b"%PDF")


@pytest.mark.parametrize("family", [LONG, "אבג \u202eدهو", "a#b*[x](y)$z$"])
def test_a_name_of_any_kind_is_set_and_changes_no_other_slip(family: str) -> None:
    odd = [named(BORIS, f"Ц{family}", "Борис"), *whole(BORIS, "Лесной", "Борис")[1:]]
    made = files(pack(*whole(ALENA, "Белова", "Алёна"), *odd))
    for path in made:
        assert made[path], path
    assert "БЕЛОВА Алёна" in text_of("letters/letters-labels.pdf", made)


def test_a_listed_person_brings_a_warning_about_money() -> None:
    listed = a_claim("listing", subject=ALENA, list="rosfinmonitoring", date="2026-01-01")
    plain, warned = files(), files(pack(*whole(ALENA, "Белова", "Алёна"), listed))
    path = "letters/en/letters-slips.txt"
    assert "terrorists and extremists" not in plain[path].decode()
    assert "terrorists and extremists" in warned[path].decode()


def test_the_same_pack_has_the_same_bytes() -> None:
    assert files() == files()
