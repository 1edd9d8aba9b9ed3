"""One box: people, cases, texts and documents, each to whom they are open, counts too."""

import re

import pytest
from django.test import Client

from khronika.desk.archive import Archive
from khronika.desk.search import words as index
from reading import TEXT, add_file, add_words, seal, source_of, text_of


def found(client: Client, words: str) -> str:
    return text_of(client.get("/search", {"q": words}))


def counted(page: str) -> str:
    told = re.search(r'<p class="hint" role="status">(.*?)</p>', page)
    return told[1] if told else ""


@pytest.mark.parametrize("words", ["Белова", "belova", "Беловой", "Belov Alena"])
def test_people_are_found_in_any_script_and_case(desk: Archive, alena: Client, words: str) -> None:
    assert 'href="/people/belova-alena"' in found(alena, words)


def test_a_document_is_found_by_its_words_with_a_line_around_them(
    desk: Archive, alena: Client
) -> None:
    slug = add_words(alena)
    page = found(alena, "приговор колония")
    assert "<mark>приговорил</mark>" in page
    assert f'href="/documents/{slug}?page=1"' in page
    assert counted(page).endswith("0 texts, 1 document")


def test_a_document_is_found_by_what_it_is_called(desk: Archive, alena: Client) -> None:
    slug = add_words(alena)
    assert f'href="/documents/{slug}"' in found(alena, "river pap")


def test_a_word_leads_to_the_page_it_stands_on(desk: Archive, alena: Client) -> None:
    slug = add_words(alena, f"{'Дождь над рекой. ' * 900}\n\n{TEXT}")
    assert f'href="/documents/{slug}?page=4"' in found(alena, "приговорил")


def test_a_text_of_the_team_is_found(desk: Archive, alena: Client) -> None:
    folder = desk.folder / "texts" / "biography"
    folder.mkdir(parents=True)
    (folder / "belova-alena.en.md").write_text("She mended lanterns.\n", encoding="utf-8")
    page = found(alena, "lantern")
    assert "<mark>lanterns</mark>" in page
    assert counted(page) == "0 people, 1 text, 0 documents"


def test_what_arrives_is_found_at_once_and_without_the_index(desk: Archive, alena: Client) -> None:
    assert "Nothing here has these words." in found(alena, "приговор")
    add_words(alena)
    assert "1 document" in counted(found(alena, "приговор"))
    (desk.folder / "cache.sqlite").unlink()
    assert "1 document" in counted(found(alena, "приговор"))


def test_what_is_not_looked_through_yet_is_told(
    desk: Archive, alena: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    for one in ("first", "second"):
        add_words(alena, f"{one} {TEXT}")
    (desk.folder / "cache.sqlite").unlink()
    monkeypatch.setattr(index, "MOST_READ", 10)
    assert "1 document is not looked through yet." in found(alena, "приговор")
    assert "not looked through" not in found(alena, "приговор")


def test_a_support_group_finds_its_people_and_nothing_of_documents(
    desk: Archive, alena: Client, vera: Client
) -> None:
    slug = add_words(alena)
    page = found(vera, "Белова")
    assert counted(page) == "1 person"
    assert "document" not in page.partition("<main")[2].partition("</main>")[0].casefold()
    assert slug not in page


@pytest.mark.parametrize("words", ["Vetrova", "приговорил", "River Paper", "Твери"])
def test_a_support_group_is_not_told_of_what_it_may_not_see(
    desk: Archive, alena: Client, vera: Client, words: str
) -> None:
    add_words(alena)
    assert "Nothing here has these words." in found(vera, words)
    assert counted(found(vera, words)) == counted(found(vera, "zqxnothing"))


def test_a_sealed_document_is_found_by_nobody(desk: Archive, alena: Client, boris: Client) -> None:
    slug = add_words(alena)
    seal(desk, source_of(desk, slug))
    for client in (alena, boris):
        for words in ("приговор", "River Paper"):
            assert "Nothing here has these words." in found(client, words)


def test_what_came_in_without_words_is_looked_through_once(desk: Archive, alena: Client) -> None:
    add_file(alena, b"PK\x03\x04 no words of any kind", name="a.zip")
    assert "Nothing here has these words." in found(alena, "words")
    assert "not looked through" not in found(alena, "words")


@pytest.mark.parametrize(
    "words", ['"', "*", "a OR b", "NEAR(", "' ; drop", "<script>alert(1)</script>", "😀", "a" * 999]
)
def test_nothing_that_is_typed_breaks_the_search(desk: Archive, alena: Client, words: str) -> None:
    add_words(alena)
    answer = alena.get("/search", {"q": words})
    assert answer.status_code == 200
    assert b"<script>alert" not in answer.content
