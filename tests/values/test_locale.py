import re
from pathlib import Path

import pytest

import khronika
from khronika.values.catalogue import gaps_of, messages_of, read_catalogue
from khronika.values.language import LANGUAGES

PACKAGE = Path(khronika.__file__).parent
MESSAGES = messages_of(PACKAGE)


@pytest.mark.parametrize("language", LANGUAGES[1:])
def test_every_text_is_translated_and_keeps_its_placeholders(language: str) -> None:
    path = PACKAGE / "values" / "locale" / language / "khronika.po"
    gaps = gaps_of(read_catalogue(path, language), MESSAGES, language=language)
    assert [str(gap) for gap in gaps] == []


def test_the_texts_of_this_room_are_found() -> None:
    assert {"about {date}", "Understood as {date}."} <= {str(found.id) for found in MESSAGES}


@pytest.mark.parametrize("language", ["de", "fr"])
def test_no_text_is_left_in_russian(language: str) -> None:
    path = PACKAGE / "values" / "locale" / language / "khronika.po"
    assert re.findall(r"[\u0400-\u04ff]{3,}", path.read_text(encoding="utf-8")) == []
