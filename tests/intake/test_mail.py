"""Letters: each with its day and sender, its lines whole again."""

from email.message import EmailMessage

import pytest

from khronika.intake import Limits, PartKind, Reading, read

LETTER = (
    "From: Vera Sadova <vera@lantern.example>\r\nTo: alena@lantern.example\r\n"
    "Subject: =?utf-8?b?0J8g0YHRg9C00LU=?=\r\nDate: Mon, 5 May 2025 23:30:00 -0700\r\n"
)


def listed(reading: Reading) -> list[tuple[PartKind, str, str, str]]:
    return [
        (one.kind, reading.text[one.start : one.end], str(one.date), one.by)
        for one in reading.parts
    ]


def test_a_letter_has_the_day_of_its_sender_and_the_lines_of_its_paragraphs_joined() -> None:
    body = "The hearing was put off until the\r\nautumn of the year.\r\n\r\n> Short\r\n> lines\r\n"
    reading = read((LETTER + "\r\n" + body).encode(), limits=Limits())
    by = ("2025-05-05", "Vera Sadova")
    assert listed(reading) == [
        (PartKind.HEADING, "П суде", *by),
        (PartKind.MESSAGE, "The hearing was put off until the\nautumn of the year.", *by),
        (PartKind.MESSAGE, "Short\nlines", *by),
    ]
    assert (reading.title, str(reading.date)) == ("П суде", "2025-05-05")


def test_long_lines_are_joined() -> None:
    long = "a line that a program broke in two because it was long"
    reading = read(f"{LETTER}\r\n{long}\r\nand goes on".encode(), limits=Limits())
    assert reading.text.endswith(f"{long} and goes on")


def test_a_letter_of_html_with_attachments_is_read_and_these_are_told() -> None:
    letter = EmailMessage()
    letter["From"], letter["Subject"] = "vera@lantern.example", "News"
    letter.set_content("<p>She was <b>held</b>.</p>", subtype="html")
    letter.add_attachment(b"%PDF-1.7", maintype="application", subtype="pdf", filename="a.pdf")
    reading = read(bytes(letter), limits=Limits())
    assert reading.text == "News\n\nShe was held."
    assert [one.code for one in reading.problems] == ["intake.attachments"]
    assert "a.pdf" not in str(reading.problems)


def test_a_wrongly_declared_letter_is_read_as_what_it_is() -> None:
    head = LETTER + "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n"
    body = "Суд назначил ему шесть лет колонии строгого режима."
    reading = read(head.encode() + b"\r\n" + body.encode("koi8-r"), limits=Limits())
    assert body in reading.text
    assert [one.code for one in reading.problems] == ["intake.wrong-encoding"]


def test_many_letters_in_a_file_are_read_one_after_another() -> None:
    box = f"From x Mon\n{LETTER}\nFirst.\n\nFrom y Tue\n{LETTER}\nSecond.\n"
    reading = read(box.encode(), limits=Limits())
    assert [text for kind, text, *_ in listed(reading) if kind is PartKind.MESSAGE] == [
        "First.",
        "Second.",
    ]
    assert reading.date is None


@pytest.mark.parametrize("field", ["Date: no day", "Date: Mon, 99 May 2025", "From: @@<>,,"])
def test_a_broken_header_is_as_none(field: str) -> None:
    reading = read(f"Subject: News\r\nTo: x\r\n{field}\r\n\r\nText.".encode(), limits=Limits())
    assert reading.text == "News\n\nText."
    assert reading.date is None
