import io
from dataclasses import replace

import pytest
from PIL import Image

from builders import a_claim
from editions.publications import ALENA, HOUSE, a_publication, all_claims
from khronika.clearance.publication import Publication
from khronika.clearance.unpack import texts_in
from khronika.editions.share.edition import ShareEdition


def card(publication: Publication, name: str) -> bytes:
    (file,) = [one for one in ShareEdition().files(publication) if one.path == f"share/{name}"]
    return file.render()


@pytest.mark.parametrize(("shape", "size"), [("wide", (1200, 630)), ("square", (1080, 1080))])
def test_a_card_has_the_size_that_networks_show(shape: str, size: tuple[int, int]) -> None:
    with Image.open(io.BytesIO(card(a_publication(), f"ru/share-belova-alena-{shape}.png"))) as one:
        assert one.size == size


def test_the_words_of_a_card_can_be_found_in_its_file() -> None:
    data = card(
        a_publication(house=replace(HOUSE, address="https://archive.example")),
        "ru/share-belova-alena-wide.png",
    )
    text = "\n".join(said for _, said in texts_in("card.png", data))
    for words in ("Алёна Белова", "22 ноября 2026", "https://archive.example/ru/people/belova"):
        assert words in text


def test_the_words_of_a_charge_are_on_no_card() -> None:
    assert b"words at a square" not in card(a_publication(), "en/share-belova-alena-square.png")


def test_a_card_is_drawn_alike_every_time() -> None:
    name = "de/share-lesnoy-boris-wide.png"
    assert card(a_publication(), name) == card(a_publication(reversed(all_claims())), name)


def test_a_name_of_any_length_fits() -> None:
    claims = [*all_claims(), a_claim("name", subject=ALENA, lang="de", text="Ä" * 5_000)]
    assert card(a_publication(claims), "de/share-belova-alena-square.png")
