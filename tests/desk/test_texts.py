"""Texts: written, translated, opened by two, and marked when what they rest on changes."""

import re
from collections.abc import Callable

import pytest
from django.http import HttpResponse
from django.test import Client

from desking import BELOVA, NOW
from khronika.casebook.manuscript import Manuscript
from khronika.desk.archive import Archive
from khronika.desk.rules import Role
from khronika.desk.waiting.models import Asked
from khronika.schema.visibility import Visibility

PAGE = "/people/belova-alena"
WORDS = "She is a teacher.\r\n\r\nShe writes."


def main_of(answer: HttpResponse) -> str:
    return answer.content.decode("utf-8").replace("&#x2f;", "/").split("<main")[1]


def text_of(desk: Archive, lang: str = "en") -> Manuscript:
    return next(one for one in desk.casebook.manuscripts() if one.prose.lang == lang)


def over(client: Client, address: str) -> str:
    found = re.search(r'name="over" value="([0-9a-f]*)"', main_of(client.get(address)))
    assert found
    return found[1]


def write(client: Client, lang: str = "en", **sent: object) -> HttpResponse:
    address = f"{PAGE}/texts/{lang}"
    form = {"words": WORDS, "level": "team", "over": over(client, address)} | sent
    return client.post(address, form, follow=True)


def ruling_key(desk: Archive) -> str:
    entries = desk.snapshot(desk.today(NOW)).people[BELOVA].entries
    return next(one.key for one in entries if one.kind == "ruling")


def test_a_text_is_written_and_read(desk: Archive, boris: Client) -> None:
    write(boris)
    assert text_of(desk).prose.markdown == "She is a teacher.\n\nShe writes.\n"
    assert "She writes." in main_of(boris.get(f"{PAGE}/texts"))
    assert "English" in main_of(boris.get(PAGE))


def test_a_text_rests_on_entries_and_says_when_they_change(desk: Archive, alena: Client) -> None:
    write(alena, based_on=[ruling_key(desk)])
    assert len(text_of(desk).based_on) == 2
    assert "New statements since" not in main_of(alena.get(f"{PAGE}/texts"))
    said = {"fact-term": "7 years", "words": "Seven years, it says.", "how": "published"}
    alena.post(f"{PAGE}/add/sentenced", said)
    assert "New statements since" in main_of(alena.get(f"{PAGE}/texts"))
    write(alena, based_on=[ruling_key(desk)])
    assert "New statements since" not in main_of(alena.get(f"{PAGE}/texts"))
    one = text_of(desk).based_on[0]
    alena.post(f"{PAGE}/statements/{one}/reject", {"reason": "wrong"})
    assert "does not count any more" in main_of(alena.get(f"{PAGE}/texts"))


def test_nobody_writes_over_a_text_they_have_not_seen(
    desk: Archive, alena: Client, boris: Client
) -> None:
    seen = over(boris, f"{PAGE}/texts/en")
    write(alena, words="Alena's words.")
    answer = write(boris, words="Boris's words.", over=seen)
    assert "changed this text meanwhile" in main_of(answer)
    assert "Boris&#x27;s words." in main_of(answer), "what was typed is not lost"
    assert text_of(desk).prose.markdown == "Alena's words.\n"


def test_what_a_volunteer_writes_is_for_the_team_until_an_editor_opens_it(
    desk: Archive, alena: Client, boris: Client
) -> None:
    write(boris, level="public")
    assert text_of(desk).visibility is Visibility.TEAM
    (asked,) = Asked.objects.all()
    assert "May this text be published?" in main_of(alena.get("/waiting"))
    alena.post(f"/waiting/asked/{asked.pk}", {"answer": "accept"})
    assert text_of(desk).visibility is Visibility.PUBLIC
    write(boris, words="Other words.", level="public")
    assert text_of(desk).visibility is Visibility.TEAM


def test_who_wrote_on_a_text_is_no_reader_of_it(
    desk: Archive, alena: Client, enter: Callable[..., Client]
) -> None:
    irina = enter(Role.EDITOR)
    write(alena)
    write(irina, words="Irina's words.", level="public", ask="yes")
    (asked,) = Asked.objects.all()
    for one in (alena, irina):
        one.post(f"/waiting/asked/{asked.pk}", {"answer": "accept"})
    assert text_of(desk).visibility is Visibility.TEAM


def test_a_yes_is_to_the_words_that_were_read(desk: Archive, alena: Client, boris: Client) -> None:
    write(boris, level="public")
    (asked,) = Asked.objects.all()
    file = desk.folder / text_of(desk).file
    file.write_text(file.read_text(encoding="utf-8") + "\nAnd more.\n", encoding="utf-8")
    alena.post(f"/waiting/asked/{asked.pk}", {"answer": "accept"})
    assert text_of(desk).visibility is Visibility.TEAM


def test_a_text_is_translated_paragraph_by_paragraph(desk: Archive, boris: Client) -> None:
    write(boris)
    address = f"{PAGE}/texts/ru/from/en"
    sent = {"p-0": "Она учитель.", "p-1": "", "level": "team", "over": over(boris, address)}
    boris.post(address, sent)
    assert text_of(desk, "ru").prose.markdown == "Она учитель.\n\n[…]\n"
    assert text_of(desk, "ru").translated_from == "en"
    write(boris, words=WORDS.replace("a teacher", "a painter"))
    assert "The original has changed" in main_of(boris.get(f"{PAGE}/texts"))
    page = main_of(boris.get(address))
    assert page.count("The original has changed here.") == 1
    assert "Она учитель." in page


@pytest.mark.parametrize("address", ["/texts/xx", "/texts/ru/from/de", "/texts/en/from/en"])
def test_a_language_nobody_speaks_here_is_no_page(
    desk: Archive, alena: Client, address: str
) -> None:
    write(alena)
    assert alena.get(f"{PAGE}{address}").status_code == 404
    assert alena.post(f"{PAGE}{address}", {"words": "x", "level": "team"}).status_code == 404


def test_a_script_in_a_text_is_shown_as_words(desk: Archive, alena: Client) -> None:
    script = "<script>alert(1)</script>"
    write(alena, words=script)
    for address in ("/texts", "/texts/en", "/texts/ru/from/en"):
        assert script not in main_of(alena.get(f"{PAGE}{address}"))
        assert "alert(1)" in main_of(alena.get(f"{PAGE}{address}"))
