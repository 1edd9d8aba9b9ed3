"""Web archives: the pages in them, and nothing of what pages are dressed in."""

import io

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from khronika.intake import Limits, Reading, read

HTML = "text/html; charset=windows-1251"


def archive(*records: tuple[str, str, bytes], gzip: bool = True) -> bytes:
    kept = io.BytesIO()
    writer = WARCWriter(kept, gzip=gzip)
    for status, kind, payload in records:
        headers = StatusAndHeaders(status, [("Content-Type", kind)], protocol="HTTP/1.1")
        writer.write_record(
            writer.create_warc_record(
                "http://lantern.example/",
                "response",
                payload=io.BytesIO(payload),
                length=len(payload),
                http_headers=headers,
            )
        )
    return kept.getvalue()


def codes(reading: Reading) -> list[str]:
    return [one.code for one in reading.problems]


def test_a_page_is_read_in_the_encoding_its_server_named() -> None:
    page = "<html><title>Суд</title><p>Алёну задержали на площади.".encode("cp1251")
    reading = read(archive(("200 OK", HTML, page)), limits=Limits())
    assert (reading.text, reading.title, reading.format) == (
        "Алёну задержали на площади.",
        "Суд",
        "warc",
    )
    assert "html" in reading.version


def test_redirects_styles_and_pictures_are_left() -> None:
    kept = archive(
        ("302 Found", "text/html", b"<html><p>Moved."),
        ("200 OK", "text/css", b"p {}"),
        ("200 OK", "image/png", b"\x89PNG\r\n\x1a\n"),
        ("200 OK", "text/html", b"<html><title>A</title><p>One."),
        ("200 OK", "text/plain", b"Two."),
        gzip=False,
    )
    assert read(kept, limits=Limits()).text == "A\n\nOne.\n\nTwo."


def test_a_pdf_in_an_archive_keeps_its_pages_and_boxes(story_pdf: bytes) -> None:
    reading = read(archive(("200 OK", "application/pdf", story_pdf)), limits=Limits())
    assert reading.boxes(0, 10)


def test_an_archive_without_pages_is_damaged_and_a_bomb_too_much() -> None:
    assert codes(read(b"WARC/1.0\r\nrubbish", limits=Limits())) == ["intake.damaged"]
    bomb = archive(("200 OK", "text/plain", b"a" * 2_000_000))
    assert codes(read(bomb, limits=Limits(unpacked=1_000_000))) == ["intake.too-much"]
