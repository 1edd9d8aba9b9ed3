"""What comes in: kept as it came, told apart from what is here, described, handed back."""

import io
import re
import zipfile
from urllib.parse import unquote

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from khronika.desk import uploads
from khronika.desk.archive import Archive
from khronika.schema.source import SourceLevel
from khronika.schema.visibility import Use, Visibility
from reading import TEXT, add_file, add_words, seal, source_of, text_of


def test_pasted_words_are_read_at_once(desk: Archive, alena: Client) -> None:
    slug = add_words(alena)
    page = text_of(alena.get(f"/documents/{slug}"))
    assert "1 of " in page
    assert "Алёну Белову к семи годам" in re.sub(r"</?(mark|a|span)[^>]*>", "", page)
    assert "River Paper" in text_of(alena.get("/documents"))


def test_a_file_is_told_by_its_bytes_and_read(desk: Archive, alena: Client) -> None:
    slug = add_file(alena, TEXT.encode("utf-16"), name="picture.png")
    page = text_of(alena.get(f"/documents/{slug}"))
    assert "picture" in page
    assert "<mark" in page


def test_several_files_come_in_together(desk: Archive, alena: Client) -> None:
    files = [SimpleUploadedFile(f"{one}.txt", f"{one} {TEXT}".encode()) for one in ("a1", "b2")]
    answer = alena.post("/add-document/files", {"how": "told", "files": files})
    assert answer.headers["Location"] == "/documents"
    listed = text_of(alena.get("/documents"))
    assert ">a1<" in listed
    assert ">b2<" in listed


def test_the_same_bytes_lead_to_what_is_here(desk: Archive, alena: Client) -> None:
    first = add_file(alena, TEXT.encode(), name="one.txt")
    again = alena.post(
        "/add-document/files",
        {"how": "told", "files": SimpleUploadedFile("two.txt", TEXT.encode())},
        follow=True,
    )
    assert again.redirect_chain[-1][0] == f"/documents/{first}"
    assert "This is here already, as “one”." in text_of(again)


def test_nearly_the_same_words_are_told_and_can_be_called_a_repeat(
    desk: Archive, alena: Client
) -> None:
    long = " ".join(f"word{one} {TEXT}" for one in range(20))
    first = add_file(alena, long.encode(), name="first.txt")
    second = add_file(alena, f"Reprinted. {long}".encode(), name="second.txt")
    page = text_of(alena.get(f"/documents/{second}/describe"))
    assert "Nearly the same words are here already:" in page
    sent = {"title": "Second", "how": "told", "repeats": first}
    alena.post(f"/documents/{second}/describe", sent)
    assert source_of(desk, second).repeats == source_of(desk, first).id


def test_what_a_document_is_can_be_put_right(desk: Archive, alena: Client) -> None:
    slug = add_file(alena, TEXT.encode(), name="scan0001.txt")
    alena.post(f"/documents/{slug}/describe", {
        "title": "A verdict", "publisher": "A court", "date": "3 March 2026", "lang": "ru",
        "how": "published",
    })  # fmt: skip
    said = source_of(desk, slug)
    assert (said.title, said.publisher, str(said.date)) == ("A verdict", "A court", "2026-03-03")
    assert said.level is SourceLevel.OPEN
    assert desk.casebook.in_force().source_level(said.id, Use.PUBLIC) is Visibility.PUBLIC


def test_what_was_published_can_be_called_told_again(desk: Archive, alena: Client) -> None:
    slug = add_words(alena)
    alena.post(f"/documents/{slug}/describe", {"title": "River Paper", "how": "told"})
    in_force = desk.casebook.in_force()
    said = source_of(desk, slug)
    assert in_force.source_level(said.id, Use.PUBLIC) is Visibility.TEAM
    assert said.level is SourceLevel.CLOSED


def test_a_call_stays_with_the_team(desk: Archive, boris: Client) -> None:
    answer = boris.post("/note-call", {"words": TEXT, "date": "yesterday"})
    slug = answer.headers["Location"].rpartition("/")[2]
    said = source_of(desk, slug)
    assert str(said.date) == "2026-11-22"
    assert said.level is SourceLevel.CLOSED
    assert desk.casebook.in_force().source_level(said.id, Use.PUBLIC) is Visibility.TEAM


def test_an_address_is_kept_and_not_fetched_unless_asked(desk: Archive, alena: Client) -> None:
    sent = {"url": "https://paper.example/a", "how": "published", "title": "A page"}
    answer = alena.post("/add-document/address", sent)
    page = text_of(alena.get(answer.headers["Location"]))
    assert "Only its address is here" in page
    assert not desk.casebook.vault.hashes()


@pytest.mark.parametrize(
    "url",
    ["http://127.0.0.1/", "http://localhost:8765/people", "http://[::1]/", "http://10.0.0.1/",
     "http://169.254.169.254/latest/meta-data/", "http://192.168.1.1/", "http://0x7f000001/"],
)  # fmt: skip
def test_no_address_of_this_network_is_fetched(desk: Archive, alena: Client, url: str) -> None:
    sent = {"url": url, "how": "told", "title": "Inside", "fetch": "1"}
    answer = alena.post("/add-document/address", sent, follow=True)
    assert "Nothing was recorded." in text_of(answer)
    assert not desk.casebook.vault.hashes()


@pytest.mark.parametrize(
    "url", ["file:///etc/passwd", "ftp://paper.example/", "javascript:alert(1)", "paper.example"]
)
def test_what_is_no_address_of_the_web_is_not_kept(desk: Archive, alena: Client, url: str) -> None:
    before = desk.casebook.store.state()
    answer = alena.post("/add-document/address", {"url": url, "how": "told", "fetch": "1"})
    assert answer.status_code == 422
    assert desk.casebook.store.state() == before


def test_more_than_is_taken_is_refused_in_a_sentence(
    desk: Archive, alena: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(uploads, "MOST", 200_000)
    before = desk.casebook.store.state()
    sent = {"how": "told", "files": SimpleUploadedFile("big.txt", b"x" * 300_000)}
    answer = alena.post("/add-document/files", sent)
    assert answer.status_code == 413
    assert not answer.wsgi_request.FILES
    assert "nothing of it was kept" in text_of(answer)
    assert desk.casebook.store.state() == before
    assert not desk.casebook.vault.hashes()


def test_files_are_taken_at_one_address_alone(desk: Archive, alena: Client, public: Client) -> None:
    for client, address in ((alena, "/add-document/words"), (public, "/sign-in")):
        answer = client.post(address, {"files": SimpleUploadedFile("a.txt", b"x" * 100_000)})
        assert not answer.wsgi_request.FILES


HOSTILE = {
    "svg": b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script>',
    "html": b"<!doctype html><html><body><script>alert(1)</script><p>Belova was held.</p>",
    "pdf-and-html": b"%PDF-1.4 <html><script>alert(1)</script></html>",
    "gif-and-script": b"GIF89a/*<script>*/=alert(1)//</script>",
    "zip": b"PK\x03\x04" + b"<script>alert(1)</script>" * 40,
}


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_what_came_in_is_never_shown_as_it_came(desk: Archive, alena: Client, name: str) -> None:
    slug = add_file(alena, HOSTILE[name], name=f"{name}.html")
    for address in (f"/documents/{slug}", f"/documents/{slug}/describe", "/documents"):
        assert b"<script>alert" not in alena.get(address).content
    answer = alena.get(f"/documents/{slug}/original")
    assert answer.headers["Content-Type"] == "application/octet-stream"
    assert answer.headers["Content-Disposition"].startswith("attachment;")
    assert not answer.headers["Content-Disposition"].endswith(('.html"', '.svg"'))
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer.headers["Content-Security-Policy"]


def test_nothing_is_in_an_empty_file(desk: Archive, alena: Client) -> None:
    sent = {"how": "told", "files": SimpleUploadedFile("empty.txt", b" ")}
    answer = alena.post("/add-document/files", sent, follow=True)
    assert answer.status_code == 200
    assert "There is nothing in the document." in text_of(answer)


@pytest.mark.parametrize("part", ["", "/original", "/describe", "/pages/1.png", "/pages/1/mark",
                                  "/progress"])  # fmt: skip
def test_a_document_is_nobodys_by_a_guessed_address(
    desk: Archive, alena: Client, vera: Client, public: Client, part: str
) -> None:
    slug = add_words(alena)
    for client in (vera, public):
        there = client.get(f"/documents/{slug}{part}")
        nowhere = client.get(f"/documents/no-such-document{part}")
        assert there.status_code == nowhere.status_code == 404


@pytest.mark.parametrize("guess", ["..%2f..%2fdesk.key", "../desk.key", "casebook.toml", "vault"])
def test_no_file_is_a_document(desk: Archive, alena: Client, guess: str) -> None:
    assert alena.get(f"/documents/{guess}/original").status_code == 404
    assert alena.get(f"/documents/{unquote(guess)}").status_code == 404


def test_a_hash_is_no_address(desk: Archive, alena: Client) -> None:
    add_words(alena)
    (sha256,) = desk.casebook.vault.hashes()
    for address in (f"/documents/{sha256}", f"/documents/{sha256}/original"):
        assert alena.get(address).status_code == 404


def test_a_sealed_source_is_nowhere(desk: Archive, alena: Client, boris: Client) -> None:
    slug = add_words(alena)
    seal(desk, source_of(desk, slug))
    for client in (alena, boris):
        assert client.get(f"/documents/{slug}").status_code == 404
        assert client.get(f"/documents/{slug}/original").status_code == 404
        assert "River Paper" not in text_of(client.get("/documents"))


def test_what_unpacks_without_end_is_told_and_harms_nothing(desk: Archive, alena: Client) -> None:
    bomb = io.BytesIO()
    with (
        zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("word/document.xml", "w", force_zip64=True) as member,
    ):
        for _ in range(2_100):  # 420 million bytes, in less than one
            member.write(b"lantern " * 25_000)
    slug = add_file(alena, bomb.getvalue(), name="bomb.docx")
    page = text_of(alena.get(f"/documents/{slug}"))
    assert "There is no text of it" in page
    assert 'class="care"' in page
    assert alena.get("/documents").status_code == 200
