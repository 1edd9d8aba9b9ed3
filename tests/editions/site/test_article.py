"""The page of an article: its title as far as it is checked, and people by what became of it."""

from dataclasses import replace

import pytest

from builders import a_claim
from editions.markup import Element, parsed, rendered
from editions.publications import ALENA, BORIS, SQUARE, VERA, a_publication, names
from khronika.editions.site import article
from khronika.editions.site.edition import SiteEdition
from khronika.law.articles import articles
from khronika.schema.claim import Claim
from khronika.schema.subject import SubjectId
from khronika.values.language import LANGUAGES, Labels


def charge(said: str, *, who: SubjectId = ALENA, **fields: object) -> Claim:
    return a_claim("charge", subject=who, case=SQUARE, article=said, **fields)  # type: ignore[arg-type]


def page_of(slug: str, *claims: Claim, language: str = "en") -> Element:
    site = rendered(SiteEdition(), a_publication([*names(), *claims], languages=(language,)))
    return parsed(site[f"{language}/by/article/{slug}.html"])


def test_convicted_accused_and_accused_once_stand_apart_and_nobody_twice() -> None:
    verdict = a_claim(
        "ruling", subject=BORIS, case=SQUARE, outcome="convicted", articles=["RU-UK 214/2"]
    )
    page = page_of(
        "ru-uk-214",
        charge("RU-UK 214"),
        charge("RU-UK 214/2", who=BORIS),
        verdict,
        charge("RU-UK 214/1", who=VERA, state="dropped"),
    )
    groups = {
        section.one("h2").text: [one.text for one in section.all("a", of_class="person-name")]
        for section in page.all("section")
        if section.all("li", of_class="person")
    }
    assert groups == {
        "Convicted (1)": ["Boris Lesnoy"],
        "Accused (1)": ["Alyona Belova"],
        "Accused once (1)": ["Vera Ezhova"],
    }
    assert "Persons here: 3 of 3." in page.text
    assert "art. 214 part 2" in page.text


def test_a_title_stands_in_the_readers_language_and_as_the_code_has_it() -> None:
    page = page_of("ru-uk-214", charge("RU-UK 214"))
    titles = [
        (one.text, one.attributes.get("lang")) for one in page.all("p", of_class="list-title")
    ]
    assert titles == [("Vandalism", None), ("Вандализм", "ru")]
    assert "Defacing buildings" in page.one("p", of_class="list-meaning").text
    assert "checked against a copy of the code" in page.text
    assert "Parts: 1, 2." in page.text
    russian = page_of("ru-uk-214", charge("RU-UK 214"), language="ru")
    assert [one.text for one in russian.all("p", of_class="list-title")] == ["Вандализм"]


def test_what_is_not_recorded_in_a_language_says_so_and_stands_in_english(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    known = articles()[("RU-UK", "328")]
    lacking = replace(known, title=Labels({"en": known.title["en"], "ru": known.title["ru"]}))
    monkeypatch.setattr(article, "articles", lambda: {("RU-UK", "328"): lacking})
    page = page_of("ru-uk-328", charge("RU-UK 328"), language="de")
    title = page.all("p", of_class="list-title")[0]
    assert (title.text, title.attributes["lang"]) == ("Evasion of military service", "en")
    assert "Der Titel ist in dieser Sprache nicht erfasst." in page.text
    assert not page.all("p", of_class="list-meaning")


def test_a_title_nobody_checked_says_so() -> None:
    text = page_of("ru-uk-328", charge("RU-UK 328")).text
    assert "Title not checked against the code." in text
    assert "Parts:" not in text


def test_an_article_nobody_looked_up_has_a_page_all_the_same() -> None:
    page = page_of("ru-uk-126", charge("RU-UK 126/2"))
    assert "Nobody has looked up what this article says." in page.text
    assert page.one("h1").text == "Criminal Code of Russia, article 126"


@pytest.mark.parametrize("article", ["131", "132", "133", "134", "135"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sexual_offence_prints_as_its_number_alone(article: str, language: str) -> None:
    page = page_of(f"ru-uk-{article}", charge(f"RU-UK {article}/2"), language=language)
    assert not page.all("p", of_class="list-title")
    assert not page.all("p", of_class="list-meaning")
    for word in ("sexual", "сексуал", "sexuel", "rape", "изнасил", "indecent", "развратн"):
        assert word not in page.text.lower()


def test_the_same_words_of_several_claims_print_once_with_all_their_notes() -> None:
    page = page_of(
        "ru-uk-214",
        charge("RU-UK 214/2", offence={"text": "a wall"}, section="p. 1"),
        charge("RU-UK 214/2", offence={"text": "a door"}, section="p. 2"),
    )
    reasons = page.one("ul", of_class="person-reasons").all("li")
    assert [one.text for one in reasons] == ["Accusation: art. 214 part 2 Source [1] Source [2]"]
