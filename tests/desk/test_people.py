"""The people: found, added to, settled, joined and taken apart, with what a page says of them."""

import re
from datetime import timedelta

import pytest
from django.http import HttpResponse
from django.test import Client

from builders import a_claim, a_decision, a_ledger, a_source, person
from desking import BELOVA, NOW, VETROVA
from khronika.desk import clock
from khronika.desk.archive import Archive
from khronika.desk.people import reads
from khronika.ledger.in_force import InForce
from khronika.schema.decision import Decision, Verb
from khronika.schema.visibility import Use, Visibility

BELOVA_PAGE, TWIN_PAGE = "/people/belova-alena", "/people/twin-one"
MOVED = {
    "fact-date": "20 November 2026", "fact-to": "СИЗО-9, Верхнереченск (вымышлен)",
    "words": "Counsel called: she was moved to SIZO-9.", "how": "told", "title": "A call",
}  # fmt: skip


def text_of(answer: HttpResponse) -> str:
    return answer.content.decode("utf-8").replace("&#x2f;", "/")


def main_of(answer: HttpResponse) -> str:
    return text_of(answer).split("<main")[1].split("</main>")[0]


def in_force(desk: Archive) -> InForce:
    return desk.casebook.in_force()


def decided(desk: Archive, verb: Verb) -> list[Decision]:
    return list(in_force(desk).of(verb))


@pytest.fixture
def twin(desk: Archive) -> str:
    """Somebody else here with a name that could be Belova's."""
    claim = a_claim("name", subject=person("twin-one"), text={"text": "Alena Belova", "lang": "en"})
    accepted = a_decision(Verb.ACCEPT, claim.id())
    desk.casebook.store.append(a_ledger([claim], sources=[a_source()], decisions=[accepted]))
    return "twin-one"


@pytest.mark.parametrize("words", ["Белова", "belova", "Belov", "алёна белова"])
def test_people_are_found_in_any_script(desk: Archive, alena: Client, words: str) -> None:
    assert BELOVA_PAGE in text_of(alena.get("/people", {"q": words}))


def test_nobody_is_found_by_a_name_that_nobody_has(desk: Archive, alena: Client) -> None:
    page = text_of(alena.get("/people", {"q": "Qwertyuiop"}))
    assert "Nobody here goes by this name." in page
    assert BELOVA_PAGE not in page


def test_a_page_shows_what_is_known_with_its_passage(desk: Archive, alena: Client) -> None:
    page = text_of(alena.get(BELOVA_PAGE))
    for said in ("Pre-trial detention", "The Paper", "p. 1", "The square", "Hearing"):
        assert said in page or said.casefold() in page.casefold(), said


def test_what_is_stated_counts_at_once_for_an_editor(desk: Archive, alena: Client) -> None:
    answer = alena.post(f"{BELOVA_PAGE}/add/moved", MOVED, follow=True)
    assert "20 November 2026" in text_of(answer)
    (claim,) = [one for one in in_force(desk).ledger.claims.values() if one.kind == "transfer"]
    assert claim.fields["to"].key == "sizo-9-verkhnerechensk"  # type: ignore[union-attr]
    assert in_force(desk).claim_level(claim.id(), Use.PUBLIC) is Visibility.TEAM
    assert claim.nonce


def test_what_was_pasted_is_kept_byte_for_byte(desk: Archive, alena: Client) -> None:
    alena.post(f"{BELOVA_PAGE}/add/moved", MOVED)
    ledger = in_force(desk).ledger
    kept = [desk.casebook.vault.get(one.sha256) for one in ledger.holdings.values()]
    assert MOVED["words"].encode() in kept


def test_a_link_is_kept_and_nothing_is_fetched(desk: Archive, alena: Client) -> None:
    sent = MOVED | {"words": "https://paper.example/1", "how": "published", "title": ""}
    alena.post(f"{BELOVA_PAGE}/add/moved", sent)
    assert "https://paper.example/1" in {one.url for one in in_force(desk).sources.values()}


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"fact-date": "", "fact-to": ""}, "Say at least one thing."),
        ({"fact-date": "some day"}, "some day"),
        ({"words": ""}, "Paste the words"),
        ({"how": ""}, "Choose one."),
    ],
)
def test_what_cannot_be_read_is_asked_about(
    desk: Archive, alena: Client, changed: dict[str, str], said: str
) -> None:
    answer = alena.post(f"{BELOVA_PAGE}/add/moved", MOVED | changed)
    assert answer.status_code == 422
    assert said in text_of(answer)


@pytest.mark.parametrize(
    ("fact", "fields", "said"),
    [
        ("sentenced", {"fact-term": "7 лет", "fact-date": "2026-11-20"}, "7 years"),
        ("charged", {"fact-article": "ст. 207.3 ч. 2 УК РФ"}, "207.3"),
        ("released", {"fact-kind": "pardon", "fact-date": "yesterday"}, "pardon"),
        ("born", {"fact-date": "30.08.1990"}, "30 August 1990"),
        ("named", {"fact-text": "Alena B."}, "Alena B."),
    ],
)
def test_each_button_takes_what_people_type(
    desk: Archive, alena: Client, fact: str, fields: dict[str, str], said: str
) -> None:
    document = {"words": f"Heard of {fact}.", "how": "published"}
    answer = alena.post(f"{BELOVA_PAGE}/add/{fact}", document | fields, follow=True)
    assert answer.status_code == 200
    assert said in text_of(answer)


@pytest.mark.parametrize(("fact", "field"), [("sentenced", "term"), ("charged", "article")])
def test_terms_and_articles_that_are_none_are_asked_about(
    desk: Archive, alena: Client, fact: str, field: str
) -> None:
    sent = {f"fact-{field}": "quite a lot", "words": "x", "how": "told"}
    answer = alena.post(f"{BELOVA_PAGE}/add/{fact}", sent)
    assert answer.status_code == 422
    assert "cannot be read as" in text_of(answer)


def test_what_a_volunteer_states_waits_for_an_editor(
    desk: Archive, boris: Client, alena: Client
) -> None:
    answer = boris.post(f"{BELOVA_PAGE}/add/moved", MOVED, follow=True)
    assert "20 November 2026" not in main_of(alena.get(BELOVA_PAGE))
    assert "waits for somebody" in text_of(answer)
    page = text_of(alena.get("/waiting"))
    assert "Counsel called" in page
    (waiting,) = re.findall(r"/waiting/([0-9a-f]{64})", page)
    alena.post(f"/waiting/{waiting}", {"answer": "accept"})
    assert "20 November 2026" in text_of(alena.get(BELOVA_PAGE))
    assert "Nothing waits." in text_of(alena.get("/waiting"))


def test_what_was_rejected_waits_no_more_and_counts_for_nothing(
    desk: Archive, boris: Client, alena: Client
) -> None:
    boris.post(f"{BELOVA_PAGE}/add/moved", MOVED)
    (waiting,) = re.findall(r"/waiting/([0-9a-f]{64})", text_of(alena.get("/waiting")))
    alena.post(f"/waiting/{waiting}", {"answer": "reject", "reason": "hearsay"})
    assert "Nothing waits." in text_of(alena.get("/waiting"))
    assert "20 November 2026" not in main_of(alena.get(BELOVA_PAGE))


def test_a_clash_is_settled_with_a_reason_and_both_stay(desk: Archive, alena: Client) -> None:
    page = text_of(alena.get(BELOVA_PAGE))
    assert "Where sources disagree" in page
    six = next(
        one
        for one, claim in in_force(desk).ledger.claims.items()
        if claim.passage.section == "p. 2"
    )
    answer = alena.post(
        f"{BELOVA_PAGE}/settle/0", {"claim": six, "reason": "the court's own page"}, follow=True
    )
    assert "Where sources disagree" not in text_of(answer)
    (prefer,) = decided(desk, Verb.PREFER)
    assert (prefer.targets, prefer.reason) == ((six,), "the court's own page")
    assert len(prefer.over) == 1


@pytest.mark.parametrize("sent", [{"claim": "0" * 64, "reason": "x"}, {"reason": "x"}, {}])
def test_a_clash_is_not_settled_without_a_choice_and_a_reason(
    desk: Archive, alena: Client, sent: dict[str, str]
) -> None:
    alena.post(f"{BELOVA_PAGE}/settle/0", sent)
    assert decided(desk, Verb.PREFER) == []


def test_a_clash_that_is_not_there_cannot_be_settled(desk: Archive, alena: Client) -> None:
    assert alena.post(f"{BELOVA_PAGE}/settle/7", {"claim": "x", "reason": "x"}).status_code == 404


def test_two_entries_are_called_one_person_and_taken_apart_again(
    desk: Archive, alena: Client, twin: str
) -> None:
    assert "?other=twin-one" in text_of(alena.get(BELOVA_PAGE))
    alena.post(
        f"{BELOVA_PAGE}/pair", {"other": twin, "answer": "same", "reason": "one day of birth"}
    )
    assert "Alena Belova" in text_of(alena.get(BELOVA_PAGE))
    assert text_of(alena.get(TWIN_PAGE)).count("Take them apart again") == 1
    alena.post(f"{TWIN_PAGE}/apart", {"reason": "two days of birth"})
    assert "Take them apart again" not in text_of(alena.get(BELOVA_PAGE))
    assert decided(desk, Verb.SAME) == []
    assert "twin-one" not in text_of(alena.get(BELOVA_PAGE))


def test_who_was_told_apart_is_not_offered_again(desk: Archive, alena: Client, twin: str) -> None:
    alena.post(
        f"{BELOVA_PAGE}/pair", {"other": twin, "answer": "not-same", "reason": "two fathers"}
    )
    assert "twin-one" not in text_of(alena.get(BELOVA_PAGE))


def test_two_that_were_told_apart_can_be_called_one_after_all(
    desk: Archive, alena: Client, twin: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    alena.post(
        f"{BELOVA_PAGE}/pair", {"other": twin, "answer": "not-same", "reason": "two fathers"}
    )
    monkeypatch.setattr(clock, "now", lambda: NOW + timedelta(days=1))
    alena.post(
        f"{BELOVA_PAGE}/pair", {"other": twin, "answer": "same", "reason": "one day of birth"}
    )
    assert decided(desk, Verb.NOT_SAME) == []
    assert len(decided(desk, Verb.SAME)) == 1


@pytest.mark.parametrize("other", ["belova-alena", "square", "nobody", ""])
def test_nobody_is_the_same_as_a_case_or_themselves(
    desk: Archive, alena: Client, other: str
) -> None:
    sent = {"other": other, "answer": "same"}
    assert alena.post(f"{BELOVA_PAGE}/pair", sent).status_code == 404


def test_a_later_answer_of_the_person_takes_the_place_of_the_earlier(
    desk: Archive, alena: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    alena.post(f"{BELOVA_PAGE}/consent", {"state": "given", "given_by": "counsel", "until": "2027"})
    assert not decided(desk, Verb.CONSENT), "a year is no day"
    alena.post(f"{BELOVA_PAGE}/consent", {"state": "given", "given_by": "counsel"})
    assert "The person agreed." in text_of(alena.get(BELOVA_PAGE))
    alena.post(f"{BELOVA_PAGE}/consent", {"state": "withdrawn"})
    assert "The person withdrew." in text_of(alena.get(BELOVA_PAGE))
    assert [one.details["state"] for one in decided(desk, Verb.CONSENT)] == ["withdrawn"]


def test_ready_puts_on_the_list(desk: Archive, alena: Client) -> None:
    alena.post(f"{BELOVA_PAGE}/ready")
    assert in_force(desk).is_ready(BELOVA)
    assert in_force(desk).stance(BELOVA).value == "list"


def test_a_support_group_is_offered_nothing_to_change(desk: Archive, vera: Client) -> None:
    page = text_of(vera.get(BELOVA_PAGE))
    assert "/add/" not in page
    assert "<form" not in page.split("<main")[1].split("</main>")[0]
    assert "/history" not in page


def test_a_case_shows_who_is_in_it(desk: Archive, alena: Client) -> None:
    page = text_of(alena.get("/cases/square"))
    assert BELOVA_PAGE in page
    assert "vetrova" not in page
    assert alena.get("/cases/belova-alena").status_code == 404
    assert alena.get("/people/square").status_code == 404


def test_the_week_holds_hearings_and_ten_questions_at_most(desk: Archive, alena: Client) -> None:
    page = text_of(alena.get("/"))
    assert "Hearing on 30 November 2026." in page
    claims = [
        a_claim(subject=person(f"person-{n}"), kind="hearing", date="2026-10-01") for n in range(12)
    ]
    accepted = a_decision(Verb.ACCEPT, *(one.id() for one in claims))
    desk.casebook.store.append(a_ledger(claims, sources=[a_source()], decisions=[accepted]))
    questions = text_of(alena.get("/")).split('id="questions"')[1]
    assert questions.count("<li>") == 10


def test_what_another_program_records_is_seen_at_once(desk: Archive, alena: Client) -> None:
    assert "Vera Vetrova" in text_of(alena.get("/people"))
    no = a_decision(Verb.SAME, BELOVA, VETROVA)
    desk.casebook.store.append(a_ledger(decisions=[no]))
    assert text_of(alena.get("/people")).count('class="whole"') == 1


@pytest.mark.parametrize(
    "address", [f"{BELOVA_PAGE}/ready", f"{BELOVA_PAGE}/consent", f"{BELOVA_PAGE}/add/moved"]
)
def test_an_archive_of_files_is_read_and_never_written(
    desk: Archive, alena: Client, address: str
) -> None:
    settings = desk.folder / "casebook.toml"
    text = settings.read_text(encoding="utf-8").replace('truth = "ledger"', 'truth = "yaml"')
    desk.close()
    (desk.folder / "ledger.sqlite").unlink()
    settings.write_text(text, encoding="utf-8")
    (desk.folder / "sources/paper.yaml").write_text(
        "id: paper\ntitle: The Paper\nlevel: open\n", encoding="utf-8"
    )
    (desk.folder / "claims/belova.yaml").write_text(
        "subject: person\nid: belova-alena\nclaims:\n"
        "  - {key: name, kind: name, text: Alena Belova, source: paper}\n",
        encoding="utf-8",
    )
    assert "Alena Belova" in text_of(alena.get(BELOVA_PAGE))
    answer = alena.post(address, MOVED | {"state": "given"})
    assert answer.status_code == 403
    assert "This archive is kept in files" in text_of(answer)


def test_a_long_list_comes_in_parts_that_lead_to_each_other(
    desk: Archive, alena: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reads, "ON_A_LEAF", 1)
    first, second = (text_of(alena.get("/people", {"page": page})) for page in ("1", "2"))
    assert BELOVA_PAGE not in first
    assert BELOVA_PAGE in second  # Latin letters come before Cyrillic ones
    assert "2 people" in first
    assert 'rel="next"' in first
    assert 'rel="prev"' in second
    assert 'rel="next"' not in second


@pytest.mark.parametrize("page", ["0", "99", "-1", "x", "²"])
def test_a_part_that_is_not_there_is_answered_with_the_nearest(
    desk: Archive, alena: Client, page: str
) -> None:
    assert BELOVA_PAGE in text_of(alena.get("/people", {"page": page}))


def test_the_parts_of_a_search_keep_its_words(
    desk: Archive, alena: Client, monkeypatch: pytest.MonkeyPatch, twin: str
) -> None:
    monkeypatch.setattr(reads, "ON_A_LEAF", 1)
    first = alena.get("/people", {"q": "белова"}).content.decode("utf-8")
    assert "q=%D0%B1%D0%B5%D0%BB%D0%BE%D0%B2%D0%B0&amp;page=2" in first
