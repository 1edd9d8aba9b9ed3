"""A press page says of an accusation its article alone, and of everything else where it stands."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from builders import a_claim, case
from editions.markup import Element, parsed, rendered
from editions.publications import (
    ALENA,
    BORIS,
    HOUSE,
    PAPER,
    REPORT,
    SQUARE,
    a_publication,
    all_claims,
)
from khronika.clearance.publication import House
from khronika.editions.site.edition import SiteEdition
from khronika.schema.claim import Certainty, Claim, Speaker
from khronika.values.language import LANGUAGES

Page = Callable[[str], Element]
PATH = "en/press/belova-alena.html"


def press(*claims: Claim, path: str = PATH, house: House = HOUSE) -> Element:
    publication = a_publication([*all_claims(), *claims], house=house)
    return parsed(rendered(SiteEdition(), publication)[path])


def post(page: Element, limit: int = 500) -> str:
    area = page.one("textarea", id=f"post-{limit}")
    return "".join(one for one in area.inside if isinstance(one, str)).removeprefix("\n")


def facts(page: Element) -> list[str]:
    return [one.text for one in page.one("ul", of_class="press-facts").all("li")]


def test_the_long_post_says_what_stands_with_its_dispute_and_its_link(page: Page) -> None:
    assert post(page(PATH)).split("\n") == [
        "Alyona Belova. Serving a sentence, since 1 March 2024",
        "Accused under: Criminal Code of Russia, article 205.2 part 2",
        (
            "Court decision, first instance: 1 March 2024, convicted, "
            "6 years by one account, 9 years by another"
        ),
        (
            "Recognition: Support for Political Prisoners. Memorial, "
            "recognised as a political prisoner"
        ),
        "Arrest: 11 February 2023",
        "The Square case",
        "en/people/belova-alena.html",
    ]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("limit", [500, 280])
def test_every_post_keeps_to_its_limit_and_has_a_label(
    page: Page, language: str, limit: int
) -> None:
    for path in ("press/belova-alena.html", "press/yezhova-vera.html", "press/cases/square.html"):
        shown = page(f"{language}/{path}")
        assert 0 < len(post(shown, limit)) <= limit
        area = shown.one("textarea", id=f"post-{limit}")
        assert "readonly" in area.attributes
        label = shown.one("label", **{"for": f"post-{limit}"})
        assert str(limit) in label.text


def test_a_case_names_its_people_with_where_they_are(page: Page) -> None:
    lines = post(page("en/press/cases/square.html")).split("\n")
    assert lines[0] == "The Square case: 2 persons listed"
    assert lines[1].startswith("Alyona Belova: Serving a sentence")
    assert lines[2].startswith("Boris Lesnoy: Released, 24 January 2025")
    assert lines[-1] == "en/cases/square.html"
    assert any("trial began" in one for one in facts(page("en/press/cases/square.html")))


@pytest.mark.parametrize(
    ("language", "name", "line"),
    [
        ("en", "Case of the Square", "Case of the Square"),
        ("en", "The Square", "Case: The Square"),
        ("ru", "Дело «Площади»", "Дело «Площади»"),
        ("ru", "Площадь", "Дело: Площадь"),
        ("de", "Platz-Verfahren", "Platz-Verfahren"),
        ("fr", "L’affaire de la place", "L’affaire de la place"),
    ],
)
def test_the_word_for_case_stands_once_where_the_name_has_it(
    language: str, name: str, line: str
) -> None:
    other = case("other")
    shown = press(
        a_claim("membership", subject=ALENA, case=other, role="defendant"),
        a_claim("name", subject=other, text={"text": name, "lang": language}, lang=language),
        path=f"{language}/press/belova-alena.html",
    )
    assert line in post(shown).split("\n")
    assert any(" ".join(one.split()).startswith(f"{line} ") for one in facts(shown))


def test_the_link_is_whole_where_the_house_has_a_place_on_the_web() -> None:
    there = press(house=replace(HOUSE, address="https://archive.example/"))
    link = "https://archive.example/en/people/belova-alena.html"
    assert post(there).endswith(link)
    assert there.one("code", of_class="share").text == link
    assert "Put the address" not in there.text
    assert "Put the address" in press().text


def test_no_words_of_the_charge_no_offence_and_no_quote_of_it() -> None:
    shown = press(
        a_claim("charge", subject=ALENA, case=SQUARE, article="RU-UK 280/1", role="organiser",
                offence={"text": "calls at the market"}, quote="called upon the crowd to rise"),
        a_claim("own-words", subject=ALENA, text="We were all there", words_of_charge="yes"),
        a_claim("quotation", subject=ALENA, text="I confess", under_duress="unknown"),
        a_claim("quotation", subject=ALENA, text="She praised it",
                speaker=Speaker.INVESTIGATION),
        a_claim("own-words", subject=ALENA, text="I never wrote this",
                certainty=Certainty.DENIED),
    )  # fmt: skip
    for words in ("market", "crowd", "words at a square", "all there", "confess", "praised",
                  "organiser", "never wrote", "Readers' Circle"):  # fmt: skip
        assert words not in shown.text, words
    assert "article 280 part 1" in post(shown) or "art. 280 part 1" in post(shown)
    assert "Площадь & <улица> помнят нас" in shown.text  # her own, and not of the charge


def test_a_verdict_takes_the_place_of_the_accusation_it_took_up() -> None:
    shown = press(
        a_claim("ruling", subject=ALENA, case=SQUARE, instance="first", source=PAPER.id,
                section="p. 2", articles=["RU-UK 205.2/2"], suspended="yes"),
    )  # fmt: skip
    assert "Convicted under: Criminal Code of Russia, article 205.2 part 2" in post(shown)
    assert "Accused under" not in shown.one("main").text
    assert "suspended" in post(shown)


def test_a_fact_that_somebody_denies_is_marked_and_in_no_post() -> None:
    shown = press(
        a_claim("arrest", subject=ALENA, case=SQUARE, date="2023-02-11", source=REPORT.id,
                certainty=Certainty.DENIED),
        a_claim("charge", subject=ALENA, case=SQUARE, article="RU-UK 205.2/2", source=REPORT.id,
                offence={"text": "words at a square", "lang": "en"}, certainty=Certainty.DENIED),
    )  # fmt: skip
    for label in ("Arrest", "Accused under"):
        assert any(one.startswith(label) and "Denied" in one for one in facts(shown))
        assert label not in post(shown)


def test_a_sentence_changed_on_appeal_never_stands_alone() -> None:
    appeal = a_claim(
        "ruling", subject=ALENA, case=SQUARE, instance="appeal", date="2024-06-03",
        outcome="changed", term="5y",
    )  # fmt: skip
    shown = press(appeal)
    assert "first instance" in post(shown)
    assert "appeal: 3 June 2024, changed, 5 years" in post(shown)
    assert "appeal: 3 June 2024, changed, 5 years" in post(shown, 280)
    assert "by one account" not in post(shown, 280)
    denied = replace(appeal, certainty=Certainty.DENIED, passage=replace(appeal.passage, page="9"))
    doubtful = press(appeal, denied)
    assert "Court decision" not in post(doubtful)
    assert any("3 June 2024" in one and "Denied" in one for one in facts(doubtful))


def test_a_colon_keeps_its_distance_in_french(page: Page) -> None:
    assert "Affaire\u00a0: The Square case" in post(page("fr/press/belova-alena.html"))


def test_recognition_refused_is_a_fact_and_no_post() -> None:
    shown = press(
        a_claim("recognition", subject=BORIS, by="memorial-pzk", status="refused"),
        path="en/press/lesnoy-boris.html",
    )
    assert any("not recognised" in one for one in facts(shown))
    assert "Recognition" not in post(shown)


def test_what_is_unknown_is_left_out() -> None:
    claims = [a_claim("name", subject=ALENA, text="Alena Belova")]
    site = rendered(SiteEdition(), a_publication(claims, languages=("en",)))
    shown = parsed(site[PATH])
    assert post(shown) == "Alena Belova\nen/people/belova-alena.html"
    assert not shown.all("ul", of_class="press-facts")


def test_a_disclaimer_and_the_contact_stand_on_the_page() -> None:
    publication = a_publication(notes={ALENA: "We do not share her views."})
    shown = parsed(rendered(SiteEdition(), publication)[PATH])
    assert shown.one("p", of_class="disclaimer").text == "We do not share her views."
    contact = shown.one("p", of_class="contact")
    assert contact.one("a").attributes["href"] == "mailto:editors@example.org"


def test_notes_of_a_press_page_name_the_place_and_quote_nothing(page: Page) -> None:
    for path in (PATH, "ru/press/cases/square.html"):
        assert page(path).one("ol", of_class="notes").all("li")
        assert not page(path).all("q")


def test_person_and_case_lead_to_their_press_pages_and_back(page: Page) -> None:
    for path, target in (
        ("fr/people/belova-alena.html", "../press/belova-alena.html"),
        ("fr/cases/square.html", "../press/cases/square.html"),
    ):
        assert page(path).one("p", of_class="to-press").one("a").attributes["href"] == target
    back = page("fr/press/cases/square.html").one("header", of_class="lead").one("a")
    assert back.attributes["href"] == "../../cases/square.html"


def test_search_engines_are_led_to_the_page_itself(page: Page) -> None:
    robots = page(PATH).one("meta", name="robots").attributes["content"]
    assert "noindex" in robots


def test_without_its_script_the_page_has_no_dead_button(page: Page) -> None:
    assert not page(PATH).all("button")
    assert page(PATH).one("script").attributes["src"] == "../../copy.js"
