"""A person's page says what is known, in whose words, and what is not known."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from builders import a_claim, a_decision
from editions.markup import Element, parsed, rendered
from editions.publications import ALENA, BORIS, SQUARE, a_publication
from khronika.clearance.publication import Prose
from khronika.editions.site.edition import SiteEdition
from khronika.schema.claim import Certainty, Claim, Speaker
from khronika.schema.decision import Verb
from khronika.schema.subject import slug_of

Page = Callable[[str], Element]
ALENAS = "en/people/belova-alena.html"


def alone(*claims: Claim, language: str = "en", **parts: object) -> Element:
    """Alena's page in a casebook of these claims alone."""
    named = a_claim("name", subject=ALENA, text="Alyona Belova")
    publication = a_publication([named, *claims], languages=(language,), **parts)  # type: ignore[arg-type]
    path = f"{language}/people/belova-alena.html"
    return parsed(rendered(SiteEdition(), publication)[path])


def section(page: Element, name: str) -> Element:
    return page.one("section", **{"aria-labelledby": name})


def test_names_stand_in_every_script_and_the_page_in_the_readers_own(page: Page) -> None:
    assert page(ALENAS).one("h1").text == "Alyona Belova"
    assert page("ru/people/belova-alena.html").one("h1").text == "Алёна Белова"
    assert page("de/people/belova-alena.html").one("h1").text == "Aljona Belowa"
    names = page(ALENAS).one("ul", of_class="names")
    assert [one.text for one in names.all("span", lang="ru")] == ["Белова Алёна Игоревна"]


def test_the_status_is_words_with_since_reason_and_sources(page: Page) -> None:
    standing = page(ALENAS).one("div", of_class="standing")
    assert standing.one("span", of_class="chip").text == "Serving a sentence"
    assert "since 1 March 2024" in standing.text
    assert "no release is recorded" in standing.text
    assert "on 1 October 2026, when this page last changed" in standing.text
    assert standing.all("a", of_class="ref")


def test_a_dispute_prints_every_value_with_its_own_source(page: Page) -> None:
    ruling = section(page(ALENAS), "rulings")
    row = ruling.one("div", of_class="disputed")
    assert row.text == "term 6 years Source [1] · 9 years Source [2] sources disagree"
    listed = section(page(ALENAS), "disputes").one("li")
    assert "6 years Source [1] · 9 years Source [2]" in listed.text
    assert "–" not in row.text
    assert "6–9" not in page(ALENAS).text


def test_a_charge_is_worded_as_an_accusation_and_never_as_a_deed(page: Page) -> None:
    charges = section(page(ALENAS), "charges")
    assert charges.one("h2").text == "Accused of"
    name = charges.one("span", of_class="record-name").text
    assert name == "Criminal Code of Russia, article 205.2 part 2"
    assert "according to the investigation" not in charges.text  # "accused of" has said it
    assert "accused of words at a square" in charges.text
    told = section(page(ALENAS), "timeline").text
    assert "Accusation" in told
    assert "accused under Criminal Code of Russia" in told


def test_whoever_says_so_is_named_with_what_they_say(page: Page) -> None:
    told = section(page(ALENAS), "timeline").text
    assert "Search , alleged, according to the defence Source [1]" in told
    about = section(page(ALENAS), "about").text
    assert "accused of membership" in about
    assert "according to the investigation" in about


def test_what_different_voices_say_of_one_thing_keeps_them_apart() -> None:
    claims = [
        a_claim("arrest", subject=ALENA, date="2023-02-11", section="one"),
        a_claim(
            "arrest", subject=ALENA, date="2023-02-11", section="two", speaker=Speaker.PRISONER
        ),
    ]
    when = section(alone(*claims), "timeline").one("li")
    assert "Source [2] , according to the prisoner Source [3]" in when.text


def test_a_denial_is_printed_as_one_and_lends_no_value() -> None:
    claims = [
        a_claim("search", subject=ALENA, date="2023-02-11"),
        a_claim(
            "search",
            subject=ALENA,
            date="2023-02-11",
            certainty=Certainty.DENIED,
            speaker=Speaker.LAWYER,
            section="p. 9",
        ),
    ]
    told = section(alone(*claims), "timeline").text
    assert "Denied , according to the defence" in told


def test_the_timeline_runs_in_the_order_of_time(page: Page) -> None:
    events = section(page(ALENAS), "timeline").all("li")
    days = [event.all("time")[0].attributes["datetime"] for event in events]
    assert days == sorted(days)
    assert days[0] == "2023-02-11"


def test_an_undated_event_says_so() -> None:
    told = section(alone(a_claim("arrest", subject=ALENA, case=SQUARE)), "timeline")
    assert "date not known" in told.text
    assert "Arrest" in told.text


def test_a_season_is_printed_in_words_and_not_given_to_machines() -> None:
    told = section(alone(a_claim("arrest", subject=ALENA, date="2023-22")), "timeline")
    assert "summer 2023" in told.text
    assert not told.all("time")


def test_without_a_checked_address_the_page_says_not_to_write_to_an_old_one(page: Page) -> None:
    support = section(page(ALENAS), "support")
    assert "Please do not write to an old one" in support.text
    assert support.one("a", href="mailto:square@example.org")


def test_a_release_needs_no_letters(page: Page) -> None:
    released = page("en/people/lesnoy-boris.html")
    assert "old one" not in released.text
    assert released.one("span", of_class="chip").text == "Released"


def test_what_happened_on_a_day_is_not_said_to_last_since_then(page: Page) -> None:
    since = page("en/people/lesnoy-boris.html").one("span", of_class="since")
    assert since.text == "24 January 2025"
    month = alone(a_claim("custody", subject=ALENA, kind_="pretrial", start="2023-02"))
    assert month.one("span", of_class="since").text == "since: February 2023"


def test_a_closed_source_prints_the_month_and_nothing_else(page: Page) -> None:
    released = page("en/people/lesnoy-boris.html")
    notes = released.one("ol", of_class="notes")
    known = [note.text for note in notes.all("li") if "editors" in note.text]
    assert known == ["Known to the editors, March 2026"]


def test_a_source_that_repeats_another_says_so(page: Page) -> None:
    notes = page("en/people/lesnoy-boris.html").one("ol", of_class="notes")
    assert "Repeats another source: The Lugovsk Paper." in notes.text


def test_a_note_leads_to_the_place_and_says_what_was_not_read(page: Page) -> None:
    notes = page(ALENAS).one("ol", of_class="notes")
    assert "Lugovsk Press, 2 March 2024. Section: “p. 1” ." in notes.text
    assert "Not read in full." in notes.text
    quote = notes.one("q")
    assert quote.text == "Площадь & <улица> помнят нас"
    assert quote.attributes["lang"] == "ru"


def test_own_words_are_a_quotation_in_their_own_language(page: Page) -> None:
    words = section(page(ALENAS), "words")
    quoted = words.one("blockquote")
    assert quoted.attributes["lang"] == "ru"
    assert "20 February 2024" in words.one("figcaption").text
    own = section(page("ru/people/belova-alena.html"), "words").one("blockquote")
    assert "lang" not in own.attributes


def test_what_is_not_known_is_said_and_the_editors_own_errands_are_not(page: Page) -> None:
    unknown = section(page(ALENAS), "unknown").text
    assert "appeal" in unknown
    for errand in ("Consent", "family", "birth"):
        assert errand not in unknown


def test_an_affiliation_stands_on_the_persons_own_page_alone(site: dict[str, bytes]) -> None:
    holding = {path for path, data in site.items() if "Readers' Circle" in data.decode()}
    assert holding == {f"{code}/people/belova-alena.html" for code in ("en", "ru", "de", "fr")}


def test_a_false_report_stands_with_what_refutes_it(page: Page) -> None:
    told = section(page(ALENAS), "false-reports").text
    assert "left the country" in told
    assert "refuted by Her counsel saw her" in told


def test_a_story_in_another_language_says_so() -> None:
    prose = (Prose("biography", ALENA, "ru", "Она учила *истории*."),)
    page = alone(a_claim("arrest", subject=ALENA), prose=prose)
    story = section(page, "story")
    assert "Nobody has translated this text yet" in story.text
    assert story.all("div", lang="ru")
    assert story.one("em").text == "истории"


def test_a_story_in_the_readers_language_needs_no_note() -> None:
    prose = (
        Prose("biography", ALENA, "en", "She taught history."),
        Prose("biography", ALENA, "ru", "Она учила истории."),
    )
    story = section(alone(a_claim("arrest", subject=ALENA), prose=prose), "story")
    assert story.text == "Story She taught history."


def test_the_note_that_goes_with_a_person_stands_near_the_name() -> None:
    page = alone(a_claim("arrest", subject=ALENA), notes={ALENA: "We do not share these views."})
    assert page.one("p", of_class="disclaimer").text == "We do not share these views."


def test_a_page_without_a_day_of_change_names_none() -> None:
    page = alone(a_claim("arrest", subject=ALENA), changed={})
    assert "last changed" not in page.text


def test_kinds_without_a_part_of_their_own_are_not_lost() -> None:
    page = alone(
        a_claim("figure", subject=SQUARE, measure="political-prisoners", value=3),
        a_claim("family", subject=ALENA, relation="parent", text="A word about somebody."),
    )
    assert "A word about somebody." in section(page, "also").text


def test_a_preference_is_shown_with_what_it_put_aside() -> None:
    nine = a_claim("ruling", subject=ALENA, case=SQUARE, term="9y", section="nine")
    six = a_claim("ruling", subject=ALENA, case=SQUARE, term="6y", section="six")
    prefer = a_decision(Verb.PREFER, six.id(), over=(nine.id(),))
    ruling = section(alone(nine, six, decisions=(prefer,)), "rulings").text
    assert "6 years" in ruling
    assert "other sources say: 9 years" in ruling
    assert "sources disagree" not in ruling


def test_a_broken_order_of_events_is_a_dispute_in_words() -> None:
    page = alone(
        a_claim("birth", subject=ALENA, date="2024-01-01"),
        a_claim("arrest", subject=ALENA, date="2023-01-01"),
        as_of=date(2026, 11, 22),
    )
    told = section(page, "disputes").one("li").text
    assert "“Arrest” is dated before “Birth”." in told


def test_a_penalty_that_does_not_go_with_the_outcome_is_named_by_its_label() -> None:
    ruling = a_claim("ruling", subject=ALENA, case=SQUARE, outcome="acquitted", term="2y")
    told = section(alone(ruling, language="de"), "disputes").one("li").text
    assert "Strafmaß" in told
    assert "2 Jahre" in told


def test_nobody_elses_facts_stand_on_a_page(page: Page) -> None:
    text = page(ALENAS).text
    assert "Lesnoy" not in text
    assert slug_of(BORIS) not in text


def test_a_ruling_on_which_sources_agree_is_named_with_its_instance() -> None:
    ruling = a_claim("ruling", subject=ALENA, case=SQUARE, instance="appeal", date="2024-05-01",
                     outcome="upheld", articles=["RU-UK 205.2/2", "RU-UK 207.3/1"])  # fmt: skip
    record = section(alone(ruling), "rulings").one("li")
    assert record.one("span", of_class="record-name").text == "Court decision, appeal"
    assert record.text.count("Source") == 1
    assert "article 205.2 part 2 and Criminal Code of Russia, article 207.3 part 1" in record.text


def test_a_pseudonym_is_called_one() -> None:
    page = alone(a_claim("name", subject=ALENA, text="Mira", form="pseudonym"))
    assert "Mira (pseudonym)" in page.one("ul", of_class="names").text


def test_a_case_without_an_address_is_named_without_a_link() -> None:
    publication = a_publication(
        [a_claim("membership", subject=ALENA, case=SQUARE)], languages=("en",)
    )
    publication = replace(publication, addresses={ALENA: "alena"})
    page = parsed(rendered(SiteEdition(), publication)["en/people/alena.html"])
    assert page.one("ul", of_class="case-links").one("li").text == "square"
    assert not page.one("ul", of_class="case-links").all("a")
