import io
from dataclasses import replace

import pytest
from PIL import Image

from builders import a_claim
from editions.paper.reading import pages_of
from editions.publications import ALENA, a_publication, all_claims
from khronika.clearance.picture import stripped
from khronika.clearance.publication import Publication
from khronika.editions.paper.picture import picture_files, picture_of
from khronika.editions.poster.edition import PosterEdition
from khronika.editions.reader import Reader


def a_portrait(form: str) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (48, 60), (90, 120, 90)).save(out, form)
    return out.getvalue()


def with_portrait(form: str) -> Publication:
    credit = {"text": "Photo: V. Lesnaya", "lang": "en"}
    claim = a_claim("portrait", subject=ALENA, file="alena.png", credit=credit, faces="agreed")
    made = a_publication([*all_claims(), claim])
    return replace(made, pictures={claim.id(): stripped(a_portrait(form))})


def test_without_a_picture_there_is_none_and_no_file() -> None:
    reader = Reader(a_publication(), "en")
    assert picture_of(ALENA, reader) is None
    assert picture_files([ALENA], reader) == {}


@pytest.mark.parametrize("form", ["PNG", "JPEG"])
def test_a_picture_has_words_for_whoever_cannot_see_it_and_says_whose_it_is(form: str) -> None:
    reader = Reader(with_portrait(form), "en")
    picture = picture_of(ALENA, reader)
    assert picture is not None
    assert (picture.alt, picture.credit) == ("Portrait of Alyona Belova", "Photo: V. Lesnaya")
    assert list(picture_files([ALENA], reader)) == [picture.file]


@pytest.mark.parametrize("form", ["PNG", "JPEG"])
def test_a_poster_shows_the_picture_with_its_credit(form: str) -> None:
    path = "poster/en/poster-belova-alena.pdf"
    files = {file.path: file for file in PosterEdition().files(with_portrait(form))}
    made = files[path].render()
    assert b"/Subtype/Image" in made
    assert "Photo: V. Lesnaya" in pages_of(made)[0]
