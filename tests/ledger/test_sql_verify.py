"""Any one row changed, swapped or taken out from outside is found."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from builders import a_claim, a_ledger, person
from khronika.ledger.engine import StoreUnavailable
from khronika.ledger.ledger import Ledger
from khronika.ledger.row import claim_row, entry_hash
from khronika.ledger.sql import SqlStore
from khronika.ledger.sql_read import DamagedEntry
from khronika.ledger.tombstone import bury
from ledger.ledgers import SALT, a_full_ledger

ALENA = next(one for one, row in a_full_ledger().claims.items() if row.subject == person())


def a_store(url: str) -> SqlStore:
    store = SqlStore(url)
    stone = bury("ab" * 32, salt=SALT, reason="asked", on="2026-11-22")
    store.append(a_full_ledger() | Ledger(tombstones=frozenset({stone})))
    return store


def damage(file: Path, *statements: str) -> None:
    with closing(sqlite3.connect(file)) as connection, connection:
        for statement in statements:
            assert connection.execute(statement).rowcount != 0, statement


def codes(url: str) -> set[str]:
    with closing(SqlStore(url)) as store:
        return {problem.code for problem in store.verify()}


ONE_CLAIM = f"'{ALENA}'"
DAMAGES = {
    "a body changed": (
        f"UPDATE entry SET body = replace(body, '2022', '2023') WHERE id = {ONE_CLAIM}",
        "ledger.damaged-row",
    ),
    "a hash changed": (
        f"UPDATE entry SET row_hash = 'ab' WHERE id = {ONE_CLAIM}",
        "ledger.damaged-row",
    ),
    "a type changed": (
        f"UPDATE entry SET type = 'decision' WHERE id = {ONE_CLAIM}",
        "ledger.damaged-row",
    ),
    "a subject changed": (
        f"UPDATE entry SET subject = 'examples/person/vera' WHERE id = {ONE_CLAIM}",
        "ledger.damaged-row",
    ),
    "a claim deleted": (f"DELETE FROM entry WHERE id = {ONE_CLAIM}", "ledger.missing-rows"),
    "a decision deleted": (
        "DELETE FROM entry WHERE type = 'decision' AND body LIKE '%reject%'",
        "ledger.missing-rows",
    ),
    "all sources deleted": ("DELETE FROM entry WHERE type = 'source'", "ledger.missing-source"),
    "who changed": ("UPDATE recorded SET by = 'boris'", "ledger.damaged-row"),
    "when deleted": (f"DELETE FROM recorded WHERE entry = {ONE_CLAIM}", "ledger.missing-rows"),
    "visibility opened": (
        "UPDATE visibility SET level = 'public' WHERE level = 'team'",
        "ledger.damaged-row",
    ),
    "visibility deleted": (
        f"DELETE FROM visibility WHERE entry = {ONE_CLAIM}",
        "ledger.missing-rows",
    ),
    "offsets moved": ("UPDATE pointer SET start = start + 1", "ledger.damaged-row"),
    "offsets deleted": ("DELETE FROM pointer", "ledger.missing-rows"),
    "a tombstone changed": ("UPDATE tombstone SET reason = 'mistake'", "ledger.damaged-row"),
    "a tombstone deleted": ("DELETE FROM tombstone", "ledger.missing-rows"),
    "a decision no longer found": (
        f"DELETE FROM named WHERE name = {ONE_CLAIM}",
        "ledger.damaged-index",
    ),
    "the tally lost": ("DELETE FROM meta WHERE name = 'tally'", "ledger.lost-tally"),
    "the tally garbled": (
        "UPDATE meta SET text = '[1]' WHERE name = 'tally'",
        "ledger.lost-tally",
    ),
    "a note in place of the tally": (
        "UPDATE meta SET text = 'none' WHERE name = 'tally'",
        "ledger.lost-tally",
    ),
}


@pytest.mark.parametrize("name", DAMAGES)
def test_any_one_damage_is_found(url: str, file: Path, name: str) -> None:
    a_store(url).close()
    statement, code = DAMAGES[name]
    damage(file, statement)
    assert code in codes(url)


def test_a_whole_store_has_no_problems(url: str) -> None:
    a_store(url).close()
    assert codes(url) == set()


def test_two_levels_swapped_with_their_hashes_are_found(url: str, file: Path) -> None:
    a_store(url).close()
    with closing(sqlite3.connect(file)) as connection, connection:
        one, other = (
            connection.execute("SELECT * FROM visibility WHERE level = ?", [level]).fetchone()
            for level in ("public", "team")
        )
        for (entry, *_), (_, *said) in ((one, other), (other, one)):
            swap = "UPDATE visibility SET level = ?, row_hash = ? WHERE entry = ?"
            connection.execute(swap, [*said, entry])
    assert codes(url) == {"ledger.damaged-row"}


def test_a_claim_forged_with_the_right_hashes_is_found_by_the_tally(url: str, file: Path) -> None:
    a_store(url).close()
    row = claim_row(a_claim(date="2030", case=a_full_ledger().claims[ALENA].case))
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?)", row)
    assert codes(url) == {"ledger.missing-rows"}
    damage(file, f"DELETE FROM entry WHERE id = {ONE_CLAIM}")
    assert "ledger.missing-rows" in codes(url)
    with closing(SqlStore(url)) as store:
        said = [one.message for one in store.verify() if one.place == "ledger: table entry"]
    assert said == ["A row is not the one that was written."]


def test_rows_of_an_entry_that_is_gone_name_it(url: str, file: Path) -> None:
    a_store(url).close()
    damage(file, f"DELETE FROM entry WHERE id = {ONE_CLAIM}")
    with closing(SqlStore(url)) as store:
        places = {one.place for one in store.verify() if one.code == "ledger.missing-entry"}
    assert places == {f"ledger: recorded of {ALENA}", f"ledger: visibility of {ALENA}"}


@pytest.mark.parametrize("body", ["{}", "[]", '{"kind":"telepathy"}', "no json", '{"kind":7}'])
def test_a_body_nobody_can_read_is_found_and_not_handed_out(
    url: str, file: Path, body: str
) -> None:
    a_store(url).close()
    row_hash = entry_hash(ALENA, "claim", body)
    damage(
        file,
        f"UPDATE entry SET body = '{body}', row_hash = '{row_hash}' WHERE id = {ONE_CLAIM}",
    )
    assert "ledger.unreadable-entry" in codes(url)
    with closing(SqlStore(url)) as store, pytest.raises(DamagedEntry, match=ALENA):
        store.read()


@pytest.mark.parametrize(
    "statement",
    [
        f"UPDATE entry SET type = 'rumour' WHERE id = {ONE_CLAIM}",
        "UPDATE visibility SET level = 'everybody'",
        "UPDATE pointer SET start = 100",
        f"UPDATE pointer SET entry = {ONE_CLAIM}, start = 'x'",
        "UPDATE pointer SET entry = 'nothing'",
    ],
)
def test_what_cannot_be_read_is_never_guessed(url: str, file: Path, statement: str) -> None:
    a_store(url).close()
    damage(file, statement)
    with closing(SqlStore(url)) as store:
        assert store.verify()
        with pytest.raises(DamagedEntry, match="khronika verify"):
            store.read()


def test_a_lost_tally_stays_lost_while_work_goes_on(url: str, file: Path) -> None:
    a_store(url).close()
    damage(file, "DELETE FROM meta WHERE name = 'tally'")
    with closing(SqlStore(url)) as store:
        store.append(a_ledger([a_claim(date="2024")]))
        store.redact(ALENA, reason="asked", on="2026-11-22", salt=SALT)
        assert {problem.code for problem in store.verify()} == {"ledger.lost-tally"}


def test_a_torn_page_is_found_and_named_in_a_sentence(url: str, file: Path) -> None:
    a_store(url).close()
    start, size = page_of(file, "entry")
    content = bytearray(file.read_bytes())
    content[start : start + size] = b"\x13" * size
    file.write_bytes(content)
    with closing(SqlStore(url)) as store:
        assert {one.code for one in store.verify()} == {"ledger.unreadable"}
        with pytest.raises(StoreUnavailable, match="restore a backup"):
            store.read()


def test_an_index_that_no_longer_fits_its_table_is_found(url: str, file: Path) -> None:
    a_store(url).close()
    start, size = page_of(file, "entry_by_subject")
    content = bytearray(file.read_bytes())
    page = bytes(content[start : start + size])
    content[start : start + size] = page.replace(b"person/boris", b"person/bobby")
    file.write_bytes(content)
    assert codes(url) == {"ledger.damaged-file"}


def page_of(file: Path, name: str) -> tuple[int, int]:
    """Where the first page of this table or index stands in the file, and how long it is."""
    with closing(sqlite3.connect(file)) as connection:
        (size,) = connection.execute("PRAGMA page_size").fetchone()
        root = "SELECT rootpage FROM sqlite_master WHERE name = ?"
        (number,) = connection.execute(root, [name]).fetchone()
    return (number - 1) * size, size


def test_problems_never_repeat_what_the_row_said(url: str, file: Path) -> None:
    a_store(url).close()
    damage(file, "UPDATE entry SET body = replace(body, 'hall', 'cell')")
    with closing(SqlStore(url)) as store:
        said = "\n".join(map(str, store.verify()))
    assert ALENA in said
    assert "cell" not in said
