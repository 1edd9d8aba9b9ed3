"""What lies in a casebook's folder and is not for the public stands in no file of an edition."""

import re
import shutil
import struct
import zlib
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from canaries import word
from khronika.casebook.adding import Described, note_call
from khronika.casebook.casebook import Casebook
from khronika.casebook.publishing import Request, publish
from khronika.clearance.unpack import texts_in
from khronika.ledger.ledger import Recorded
from khronika.schema.visibility import Use

EXAMPLE = Path(__file__).parents[2] / "casebooks" / "example"
TODAY = date(2026, 11, 22)
SOMEBODY = "ladogin-arseny"  # has a page in the example


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example with canaries in everything that is not public."""
    folder = tmp_path_factory.mktemp("planted") / "example"
    shutil.copytree(EXAMPLE, folder)
    _plant_private_claims(folder)
    _plant_texts(folder)
    _plant_media(folder)
    _plant_call(folder)
    return folder


def _plant_private_claims(folder: Path) -> None:
    """A note for the team about somebody listed, in a file whose name tells too."""
    told = f"{folder.name}: team note"
    private = folder / "claims.private"
    private.mkdir(exist_ok=True)
    (private / f"{word('name of a private file')}.yaml").write_text(
        f"""\
# {word("comment in a private file")}
subject: person
id: {SOMEBODY}
recorded: 2026-11-20
recorded_by: {word("hand of a private file")}
claims:
  - key: {word("key of a private claim")}
    kind: occupation
    value: {{text: {word(told)}, lang: en}}
    source: chronicle
    section: {word("section of a private claim")}
    quote: {word("quote of a private claim")}
    nonce: {word("nonce of a private claim")}
    lang: en
decisions:
  - {{reject: {word("key of a private claim")}, reason: {word("private reason")}, by: editors, at: 2026-11-21}}
""",  # noqa: E501
        encoding="utf-8",
    )


def _plant_texts(folder: Path) -> None:
    """A biography nobody opened: unset means for the team."""
    text = folder / "texts" / "biography" / f"{SOMEBODY}.de.md"
    text.write_text(f"{word('a text for the team')}\n", encoding="utf-8")


def _plant_media(folder: Path) -> None:
    """A picture whose name and metadata tell who took it and where."""
    picture = folder / "media" / f"{word('name of a picture')}.png"
    told = f"Author\0{word('author of a picture')}".encode("latin-1")
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + _chunk(b"tEXt", told) + _chunk(b"IEND", b""))


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def _plant_call(folder: Path) -> None:
    casebook = Casebook.open(folder, {})
    note_call(
        casebook,
        f"{word('words of a call')} said",
        described=Described(title=word("title of a call")),
        recorded=Recorded(at="2026-11-20T10:11:12Z", by=word("hand of a call")),
    )
    casebook.close()


CANARY = re.compile("zqx[a-p]{12}")


@pytest.mark.parametrize("use", list(Use))
def test_no_canary_of_the_folder_is_in_a_published_byte(
    folder: Path, tmp_path: Path, use: Use
) -> None:
    casebook = Casebook.open(folder, {})
    publish(casebook, Request(use=use, out=tmp_path / "out"), today=TODAY)
    assert casebook.in_force().ledger.claims
    casebook.close()
    assert (tmp_path / "out" / "manifest.json").is_file()
    found = {
        f"{match[0]} in {path}"
        for path, text in _everything_in(tmp_path / "out")
        for match in CANARY.finditer(text)
    }
    assert found == set()


def test_the_canaries_are_there_to_be_found(folder: Path) -> None:
    casebook = Casebook.open(folder, {})
    ledger = casebook.in_force().ledger
    casebook.close()
    assert [
        c for c in ledger.claims.values() if word("quote of a private claim") in c.passage.quote
    ]
    assert [s for s in ledger.sources.values() if s.title == word("title of a call")]
    found = {m[0] for _, text in _everything_in(folder) for m in CANARY.finditer(text)}
    assert len(found) >= 12


def _everything_in(folder: Path) -> Iterator[tuple[str, str]]:
    for path in sorted(one for one in folder.rglob("*") if one.is_file()):
        name, content = path.relative_to(folder).as_posix(), path.read_bytes()
        yield name, name
        yield name, content.decode("utf-8", "replace")
        yield from texts_in(name, content)
