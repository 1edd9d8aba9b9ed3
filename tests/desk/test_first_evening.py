"""The first evening, by the pages alone: set up, a person, a look, a site, somebody taken down."""

from collections.abc import Callable, Iterator

import pytest
from django.http import HttpResponse
from django.test import Client

from desking import PASSPHRASE
from khronika.desk.accounts.models import Account
from khronika.desk.archive import Archive
from khronika.desk.setup.code import SETUP_CODE, TRIES

SETUP = {"passphrase": PASSPHRASE, "again": PASSPHRASE, "begin": "empty", "policy": "yes"}
PERSON = {
    "name": "Савелий Фролов",
    "words": "The court in Tver sent Saveliy Frolov to prison for six years.",
    "how": "published",
    "title": "River Paper",
    "where": "pretrial",
    "last": "sentenced",
    "when": "3 March 2026",
    "term": "6 years",
}


@pytest.fixture
def begun(empty: Archive) -> Client:
    client = Client()
    client.post("/setup", SETUP)
    return client


def text_of(answer: HttpResponse) -> str:
    return answer.content.decode("utf-8")


def test_the_first_page_is_there_before_anything_is_set(empty: Archive) -> None:
    answer = Client().get("/")
    assert answer.status_code == 200
    assert "Think of a passphrase" in text_of(answer)


def test_before_the_passphrase_there_is_no_other_page(empty: Archive) -> None:
    assert Client().get("/people").status_code == 404
    assert Client().post("/sign-in", {"passphrase": "x"}).status_code == 404


def test_setting_up_makes_an_archive_and_lets_in(begun: Client, empty: Archive) -> None:
    assert empty.is_there
    assert "Nobody is here yet" in text_of(begun.get("/"))
    assert empty.casebook.settings.policy.value == "already-public"


def test_setting_up_is_done_once(begun: Client) -> None:
    assert Client().post("/setup", SETUP).status_code == 404
    assert Account.objects.count() == 1


@pytest.fixture
def code() -> Iterator[str]:
    """The code of a desk that others can reach."""
    yield SETUP_CODE.issue()
    SETUP_CODE.forget()


def test_where_others_can_reach_it_only_who_started_it_sets_it_up(
    code: str, empty: Archive
) -> None:
    assert 'name="code"' in text_of(Client().get("/"))
    for wrong in ("", "0000000000"):
        assert Client().post("/setup", SETUP | {"code": wrong}).status_code == 422
    assert not Account.objects.exists()
    assert Client().post("/setup", SETUP | {"code": f"{code[:5]} {code[5:]}"}).status_code == 302
    assert not SETUP_CODE.is_asked


def test_nobody_tries_codes_for_long(code: str, empty: Archive) -> None:
    for _ in range(TRIES):
        Client().post("/setup", SETUP | {"code": "0000000000"})
    assert Client().post("/setup", SETUP | {"code": code}).status_code == 422
    assert not Account.objects.exists()


def test_on_this_machine_alone_no_code_is_asked(empty: Archive) -> None:
    assert 'name="code"' not in text_of(Client().get("/"))


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"passphrase": "short", "again": "short"}, "too short"),
        ({"again": "another lantern quiet maple"}, "The two are not the same."),
        ({"begin": ""}, "Choose one."),
    ],
)
def test_what_is_missing_is_asked_for(empty: Archive, changed: dict[str, str], said: str) -> None:
    answer = Client().post("/setup", SETUP | changed)
    assert answer.status_code == 422
    assert said in text_of(answer)
    assert not empty.is_there


def test_the_example_can_be_tried_and_written_in(empty: Archive) -> None:
    client = Client()
    client.post("/setup", SETUP | {"begin": "example"})
    assert not empty.is_read_only
    assert "Ladogin" in text_of(client.get("/people"))


def test_a_person_is_begun_with_a_name_and_a_document(begun: Client) -> None:
    slug = slug_of_the_one(begun)
    page = text_of(begun.get(f"/people/{slug}"))
    assert "Савелий Фролов" in page
    assert "6 years" in page
    assert "3 March 2026" in page
    assert "The court in Tver sent Saveliy Frolov" in page


def test_nothing_is_recorded_without_a_document(begun: Client, empty: Archive) -> None:
    answer = begun.post("/people/new", PERSON | {"words": ""})
    assert answer.status_code == 422
    assert "Paste the words" in text_of(answer)
    assert not empty.casebook.ledger().claims


def test_a_date_that_cannot_be_read_is_asked_about(begun: Client) -> None:
    answer = begun.post("/people/new", PERSON | {"when": "03/04/2026"})
    assert answer.status_code == 422
    assert "3 April 2026" in text_of(answer)


def test_a_date_is_said_back_while_it_is_typed(begun: Client) -> None:
    assert "summer 2024" in text_of(begun.get("/date-words", {"when": "summer 2024"}))


def test_somebody_who_may_be_here_already_is_named(begun: Client) -> None:
    begun.post("/people/new", PERSON)
    assert "Maybe already here" in text_of(
        begun.get("/people/maybe-here", {"name": "Frolov Saveliy"})
    )


def slug_of_the_one(begun: Client) -> str:
    begun.post("/people/new", PERSON)
    page = text_of(begun.get("/people"))
    return (
        page.split('href="&#x2f;people&#x2f;frolov', 1)[-1].split('"')[0] if False else _slug(page)
    )


def _slug(page: str) -> str:
    plain = page.replace("&#x2f;", "/")
    return next(
        part.split('"')[0] for part in plain.split('href="/people/')[1:] if "frolov" in part[:40]
    )


@pytest.fixture
def published(begun: Client) -> Callable[[], str]:
    """Publishes the one person there is; answers their slug."""

    def make() -> str:
        slug = slug_of_the_one(begun)
        page = text_of(begun.get("/publish"))
        seen = page.split('name="seen" value="', 1)[1].split('"', 1)[0]
        begun.post("/publish", {"person": slug, "seen": seen, "passphrase": PASSPHRASE})
        return slug

    return make


def test_who_goes_out_is_shown_with_what_it_tells(begun: Client) -> None:
    slug_of_the_one(begun)
    page = text_of(begun.get("/publish"))
    assert 'name="person"' in page
    assert "court decision" in page.casefold()


def test_the_site_is_made_of_those_who_are_ticked(
    begun: Client, published: Callable[[], str], empty: Archive
) -> None:
    published()
    people = list((empty.folder / "editions/public/en/people").glob("*frolov*"))
    assert people
    answer = begun.get("/publish/public/index.html")
    assert answer.status_code == 200


def test_nobody_goes_out_who_was_not_ticked(begun: Client, empty: Archive) -> None:
    slug_of_the_one(begun)
    page = text_of(begun.get("/publish"))
    seen = page.split('name="seen" value="', 1)[1].split('"', 1)[0]
    begun.post("/publish", {"seen": seen, "passphrase": PASSPHRASE})
    assert not list((empty.folder / "editions/public/en/people").glob("*frolov*"))


def test_publishing_asks_for_the_passphrase(begun: Client, empty: Archive) -> None:
    slug = slug_of_the_one(begun)
    answer = begun.post("/publish", {"person": slug, "seen": "", "passphrase": "wrong"})
    assert answer.status_code == 422
    assert not (empty.folder / "editions/public").exists()


def test_what_changed_since_it_was_shown_is_shown_again(begun: Client, empty: Archive) -> None:
    slug = slug_of_the_one(begun)
    answer = begun.post("/publish", {"person": slug, "seen": "0" * 64, "passphrase": PASSPHRASE})
    assert answer.status_code == 422
    assert "has changed since you looked" in text_of(answer)
    assert not (empty.folder / "editions/public").exists()


def test_a_preview_records_nothing(begun: Client, empty: Archive) -> None:
    slug = slug_of_the_one(begun)
    before = empty.casebook.store.state()
    answer = begun.post("/publish/preview", {"person": slug}, follow=True)
    assert answer.status_code == 200
    assert list((empty.folder / "editions/preview/en/people").glob("*frolov*"))
    assert empty.casebook.store.state() == before


def test_somebody_taken_down_is_gone_from_the_site_and_the_data(
    begun: Client, published: Callable[[], str], empty: Archive
) -> None:
    slug = published()
    begun.post("/publish/take-down", {"person": slug})
    built = (empty.folder / "editions/public").rglob("*")
    assert not [one for one in built if one.is_file() and "Фролов".encode() in one.read_bytes()]


def test_the_packed_site_needs_the_passphrase(begun: Client, published: Callable[[], str]) -> None:
    published()
    assert begun.post("/publish/pack", {"passphrase": "wrong"}).status_code == 302
    packed = begun.post("/publish/pack", {"passphrase": PASSPHRASE})
    assert packed.headers["Content-Type"] == "application/zip"
    assert packed.content.startswith(b"PK")
