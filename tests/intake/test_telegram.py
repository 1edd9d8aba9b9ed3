"""Exports of Telegram: every message with its day and its author."""

import json

from khronika.intake import Limits, PartKind, Reading, read


def message(text: object, **more: object) -> dict[str, object]:
    kept = {
        "id": 1,
        "type": "message",
        "date": "2024-05-01T10:00:00",
        "date_unixtime": "1714546800",
    }
    return {**kept, "from": "Vera", "text": text, **more}


def chat(*messages: dict[str, object]) -> dict[str, object]:
    return {"name": "Lanterns", "type": "public_channel", "id": 7, "messages": list(messages)}


def reading_of(export: object) -> Reading:
    return read(json.dumps(export, ensure_ascii=False).encode(), limits=Limits())


def messages(reading: Reading) -> list[tuple[str, str, str]]:
    return [
        (reading.text[one.start : one.end], str(one.date), one.by)
        for one in reading.parts
        if one.kind is PartKind.MESSAGE
    ]


def test_each_message_has_its_day_and_author() -> None:
    pieces = ["Суд по делу ", {"type": "bold", "text": "Алёны Беловой"}, " отложен."]
    reading = reading_of(chat(message(pieces), message("Held.", forwarded_from="Boris")))
    assert messages(reading) == [
        ("Суд по делу Алёны Беловой отложен.", "2024-05-01", "Vera"),
        ("Held.", "2024-05-01", "Boris"),
    ]
    assert (reading.title, reading.problems) == ("Lanterns", ())


def test_service_messages_are_left_and_media_told() -> None:
    kept = message("", photo="photos/1.jpg")
    reading = reading_of(chat(message("x", type="service"), kept, message("Text.")))
    assert [text for text, *_ in messages(reading)] == ["Text."]
    assert [one.code for one in reading.problems] == ["intake.attachments"]


def test_all_chats_of_an_account_are_read_one_after_another() -> None:
    account = {"chats": {"list": [chat(message("One.")), chat(message("Two."))]}}
    assert [text for text, *_ in messages(reading_of(account))] == ["One.", "Two."]


def test_what_is_no_export_after_all_is_damaged_and_a_deep_one_too_much() -> None:
    head = b'{"messages": ["date_unixtime", "date_unixtime": 1'
    assert [one.code for one in read(head, limits=Limits()).problems] == ["intake.damaged"]
    deep = b'{"messages": [{"date_unixtime": 1}, ' + b"[" * 100_000
    assert [one.code for one in read(deep, limits=Limits()).problems] == ["intake.too-much"]


def test_strange_values_are_passed_over() -> None:
    odd = chat(
        message(7), message(None, date=5), message([1, {"text": 2}, "Text."], date="2024-99")
    )
    odd["messages"] = [*odd["messages"], "x", None]  # type: ignore[misc]
    assert messages(reading_of(odd)) == [("Text.", "None", "Vera")]
