"""What travels to where the site stands, in which order, and what is never believed."""

import json
from pathlib import Path

import pytest

from khronika.casebook.manifest import MANIFEST, Imprint
from khronika.casebook.sending import (
    CannotSend,
    read_sent,
    refuse_strangers_there,
    step,
    write_sent,
)
from khronika.casebook.standing import Finished
from khronika.casebook.writing import write_edition

IMPRINT = Imprint("public", "2026-11-01", "ab" * 32, ("en",), ("site",))
PAGES = {"index.html": b"home", "en/people/anna.html": b"Anna", "en/boris/page.html": b"Boris"}


def published(folder: Path, pages: dict[str, bytes]) -> bytes:
    write_edition(folder, (Finished(*row) for row in pages.items()), imprint=IMPRINT)
    return (folder / MANIFEST).read_bytes()


def test_everything_goes_to_an_empty_place_and_the_manifest_last(tmp_path: Path) -> None:
    published(tmp_path, PAGES)
    todo = step(tmp_path, None, sent_before=())
    assert todo.put == ("en/boris/page.html", "en/people/anna.html", "index.html", MANIFEST)
    assert todo.folders == ("en", "en/boris", "en/people")
    assert todo.remove == ()


def test_nothing_goes_where_everything_is(tmp_path: Path) -> None:
    there = published(tmp_path, PAGES)
    assert step(tmp_path, there, sent_before=PAGES).is_nothing


def test_what_is_gone_goes_first_then_what_is_new_then_what_changed(tmp_path: Path) -> None:
    there = published(tmp_path, PAGES)
    published(tmp_path, {"index.html": b"other", "en/people/anna.html": b"Anna", "z.html": b"new"})
    todo = step(tmp_path, there, sent_before=())
    assert todo.remove == ("en/boris/page.html",)
    assert todo.emptied == ("en/boris",)
    assert todo.put == ("z.html", "index.html", MANIFEST)


def test_what_a_broken_transfer_left_is_removed_by_the_next(tmp_path: Path) -> None:
    there = published(tmp_path, {"index.html": b"home"})
    todo = step(tmp_path, there, sent_before={"en/people/boris.html", "index.html"})
    assert todo.remove == ("en/people/boris.html",)
    assert todo.put == (MANIFEST,)


@pytest.mark.parametrize(
    "path",
    ['x"\n!touch pwned', "a\n!touch pwned", "../../.ssh/authorized_keys", "/etc/passwd", "-rf",
     "a/../../b", "a//b", ".hidden/x", "a b", "é.html", "x" * 500],
)  # fmt: skip
def test_a_path_that_the_host_made_up_is_refused(tmp_path: Path, path: str) -> None:
    there = json.loads(published(tmp_path, PAGES))
    there["files"][path] = "00" * 32
    with pytest.raises(CannotSend, match="changed by somebody"):
        step(tmp_path, json.dumps(there).encode(), sent_before=())


@pytest.mark.parametrize("there", [b"", b"{}", b'{"name": "another app"}', b"<html>"])
def test_a_manifest_that_is_not_ours_stops_everything(tmp_path: Path, there: bytes) -> None:
    published(tmp_path, PAGES)
    with pytest.raises(CannotSend, match="not one of ours"):
        step(tmp_path, there, sent_before=())


def test_a_folder_of_other_things_is_not_written_into() -> None:
    with pytest.raises(CannotSend, match="holds 1 things"):
        refuse_strangers_there([".", "..", ".htaccess", "photos"], sent_before=())
    refuse_strangers_there([".", "..", ".htaccess"], sent_before=())
    refuse_strangers_there(["en", "index.html"], sent_before=PAGES)


def test_nothing_is_sent_before_anything_is_made(tmp_path: Path) -> None:
    with pytest.raises(CannotSend, match="Make the site first"):
        step(tmp_path, None, sent_before=())


def test_what_was_sent_is_remembered_and_a_damaged_memory_is_none(tmp_path: Path) -> None:
    record = tmp_path / "online" / "sent.json"
    assert read_sent(record) == frozenset()
    write_sent(record, PAGES)
    assert read_sent(record) == PAGES.keys()
    record.write_text('["ok.html", "x\\n!touch pwned"]', encoding="ascii")
    assert read_sent(record) == {"ok.html"}
    record.write_text("{", encoding="ascii")
    assert read_sent(record) == frozenset()
