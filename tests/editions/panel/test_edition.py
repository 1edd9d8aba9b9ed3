from builders import a_claim
from editions.markup import rendered
from editions.paper.reading import headings_of, pages_of
from editions.publications import ALENA, a_publication, all_claims
from khronika.clearance.publication import Prose
from khronika.editions.panel.edition import PanelEdition


def test_everybody_has_one_panel_however_much_there_is_to_tell() -> None:
    many = [a_claim("hearing", subject=ALENA, date=f"2024-{month:02}-0{day}")
            for month in range(1, 13) for day in (1, 3, 5)]  # fmt: skip
    prose = (Prose("biography", ALENA, "de", "Sie las viel.\n\n" * 60),)
    files = rendered(PanelEdition(), a_publication([*all_claims(), *many], prose=prose))
    assert list(files) == [
        f"panel/panels-a2.{language}.pdf" for language in ("en", "ru", "de", "fr")
    ]
    for pdf in files.values():
        assert len(pages_of(pdf)) == len(headings_of(pdf)) == 3


def test_a_panel_says_who_and_as_of_when_and_no_word_of_a_charge() -> None:
    text = " ".join(pages_of(rendered(PanelEdition(), a_publication())["panel/panels-a2.en.pdf"]))
    assert text.count("Facts as of 22 November 2026.") == 3
    assert "Площадь & <улица> помнят нас" in text
    assert "words at a square" not in text
