"""Petitions as files: two formats that say the same, nobody's name in them, equal bytes."""

import io
import zipfile
from dataclasses import replace

import docx
import pytest

from builders import a_claim
from editions.markup import rendered
from editions.petition.sheets import ALENA, publication
from editions.publications import a_publication, all_claims
from khronika.clearance.unpack import texts_in
from khronika.editions.office import fit
from khronika.editions.petition.edition import PetitionEdition
from khronika.schema.claim import Claim
from khronika.schema.visibility import Use

FOLDER = "petition/en/belova-alena"


def files(*more: Claim, use: Use = Use.PUBLIC) -> dict[str, bytes]:
    return rendered(PetitionEdition(), replace(publication(*more), use=use))


def words(path: str, data: bytes) -> str:
    return " ".join(" ".join(text for _, text in texts_in(path, data)).split())


def test_the_public_ones_are_urgent_actions_and_letters() -> None:
    paths = {path for path in files() if path.startswith(FOLDER)}
    assert paths == {
        f"{FOLDER}/petition-{name}-belova-alena.{ending}"
        for name, ending in (
            ("urgent", "docx"), ("urgent", "pdf"), ("embassy", "docx"), ("embassy", "pdf"),
            ("before-sending", "pdf"),
        )
    }  # fmt: skip


def test_the_form_of_the_un_is_made_for_it_alone_in_its_languages() -> None:
    paths = files(use=Use.UN)
    assert {path.split("/")[1] for path in paths} == {"en", "fr"}
    names = {path.rpartition("/")[2] for path in paths if "belova-alena" in path}
    assert names == {
        "petition-un-belova-alena.docx",
        "petition-un-belova-alena.pdf",
        "petition-before-sending-belova-alena.pdf",
    }


def test_nobody_at_liberty_has_a_petition() -> None:
    claims = [one for one in all_claims() if one.subject != ALENA]
    free = rendered(PetitionEdition(), a_publication(claims))
    assert not any("lesnoy-boris" in path for path in free)


def test_both_formats_say_the_same() -> None:
    made = files()
    for ending in ("docx", "pdf"):
        path = f"{FOLDER}/petition-embassy-belova-alena.{ending}"
        said = words(path, made[path])
        assert "Alyona Belova" in said
        assert "The Lugovsk Paper" in said
        assert "Criminal Code of Russia" in said


def test_a_document_carries_no_author_no_clock_and_no_preview() -> None:
    with zipfile.ZipFile(
        io.BytesIO(files()[f"{FOLDER}/petition-urgent-belova-alena.docx"])
    ) as made:
        assert {one.date_time for one in made.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        core = made.read("docProps/core.xml").decode()
        assert "<dc:creator></dc:creator>" in core
        assert "2026-11-22T00:00:00Z" in core
        assert "python-docx" not in core
        assert not any("thumbnail" in name for name in made.namelist())
        assert b"thumbnail" not in made.read("_rels/.rels")


def test_the_same_publication_gives_the_same_bytes() -> None:
    assert files() == files()


ODD = ["Ж" * 5000, "אבג \u202eدهو\u202c", "{{ 7*7 }} {% raise %} #set", "<w:p>&amp;\x07"]


@pytest.mark.parametrize("name", ODD)
def test_a_name_of_any_kind_is_printed_as_text(name: str) -> None:
    made = files(a_claim("name", subject=ALENA, lang="en", text=name, form="own"))
    document = docx.Document(io.BytesIO(made[f"{FOLDER}/petition-urgent-belova-alena.docx"]))
    assert document.paragraphs[0].text == f"Urgent action: {fit(name)}"
    assert fit(name).isprintable()
    assert made[f"{FOLDER}/petition-urgent-belova-alena.pdf"].startswith(b"%PDF")
