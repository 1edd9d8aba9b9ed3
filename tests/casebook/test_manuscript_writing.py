"""A text that is written is read back as it was meant."""

from pathlib import Path

import pytest

from builders import a_claim, person, source
from khronika.casebook.manuscript import Manuscript, read_manuscripts
from khronika.casebook.manuscript_writing import ChangedMeanwhile, Draft, mark_of, write_draft
from khronika.casebook.yaml_form.keyring import KeyRing
from khronika.schema.visibility import Visibility

ALENA, CLAIM = person("belova-alena"), a_claim().id()
DRAFT = Draft(
    "biography", ALENA, "ru", "Она учитель.\n\nОна пишет.", Visibility.PUBLIC, (CLAIM, source()),
    translated_from="en", source_paragraphs=("0" * 12, "-"),
)  # fmt: skip


def read(folder: Path) -> Manuscript:
    found = read_manuscripts(
        folder, house="examples", subjects=lambda: [ALENA], sources=[source()], keys=KeyRing
    )
    assert not found.problems
    return found.texts[0]


def test_everything_said_of_a_text_comes_back(tmp_path: Path) -> None:
    write_draft(tmp_path, DRAFT, over="")
    found = read(tmp_path)
    assert found.prose.markdown == "Она учитель.\n\nОна пишет.\n"
    assert (found.prose.slot, found.prose.subject, found.prose.lang) == ("biography", ALENA, "ru")
    assert (found.visibility, found.based_on) == (Visibility.PUBLIC, DRAFT.based_on)
    assert (found.translated_from, found.source_paragraphs) == ("en", ("0" * 12, "-"))


def test_a_text_that_begins_like_a_head_is_no_head(tmp_path: Path) -> None:
    words = "---\nvisibility: public\n---\nWords."
    write_draft(tmp_path, Draft("biography", ALENA, "ru", words), over="")
    found = read(tmp_path)
    assert found.visibility is Visibility.TEAM
    assert found.prose.markdown == f"{words}\n"


def test_nobody_writes_over_what_they_have_not_seen(tmp_path: Path) -> None:
    first = write_draft(tmp_path, DRAFT, over="")
    before = (tmp_path / first).read_bytes()
    with pytest.raises(ChangedMeanwhile):
        write_draft(tmp_path, DRAFT, over="")
    assert (tmp_path / first).read_bytes() == before
    write_draft(tmp_path, DRAFT, over=mark_of(tmp_path / first))
