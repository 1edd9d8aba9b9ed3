"""Tables that come in at the desk, and what is handed out there."""

import io
import json
import zipfile
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client

from builders import a_claim, a_decision, a_ledger, a_source
from desking import BELOVA, NOW, PASSPHRASE, SQUARE, VETROVA
from khronika.casebook.table.csv_form import write_csv
from khronika.casebook.table.sheet import MAX_BYTES
from khronika.casebook.table.xlsx_form import write_xlsx
from khronika.desk import clock
from khronika.desk.archive import Archive
from khronika.desk.exchange import incoming
from khronika.desk.exchange.models import HandedOut
from khronika.desk.rules import Role
from khronika.schema.decision import Verb
from khronika.schema.visibility import Visibility

HEADINGS = ["Name", "Date of birth", "Remark"]
ROWS = [["Инна Озерова", "1990-05-01", "a"], ["Kira Lugova", "1985", "b"]]


def text_of(answer: HttpResponse) -> str:
    return answer.content.decode("utf-8").replace("&#x2f;", "/")


def sent(data: bytes, name: str = "prisoners.csv", **more: str) -> dict[str, object]:
    return {"file": SimpleUploadedFile(name, data), **more}


def upload(client: Client, rows: list[list[str]], **more: str) -> str:
    """The address of the page that shows how the table is read."""
    answer = client.post("/import", sent(write_csv(HEADINGS, rows), **more))
    assert answer.status_code == 302, text_of(answer)
    return str(answer.headers["Location"])


def state(desk: Archive) -> str:
    return desk.casebook.store.state()


def test_a_table_is_shown_before_anything_is_written(desk: Archive, alena: Client) -> None:
    before = state(desk)
    page = text_of(alena.get(upload(alena, ROWS)))
    assert "2 rows." in page
    assert "New: 2, changed: 0" in page
    assert "Инна Озерова" in page
    assert state(desk) == before
    assert not (desk.folder / "tables").exists()


def test_what_is_taken_in_waits_and_is_not_doubled(desk: Archive, alena: Client) -> None:
    alena.post(upload(alena, ROWS), {"take": "yes"})
    after = state(desk)
    assert "Озерова" in text_of(alena.get("/waiting"))
    assert "Озерова" not in text_of(alena.get("/people"))
    alena.post(upload(alena, ROWS), {"take": "yes"})
    assert state(desk) == after


def test_a_column_is_corrected_and_the_correction_remembered(desk: Archive, alena: Client) -> None:
    address = upload(alena, ROWS)
    alena.post(address, {"read": "yes", "column-2": "occupation.value", "key-0": "yes"})
    page = text_of(alena.get(address))
    assert '<option value="occupation.value" selected>' in page
    alena.post(address, {"take": "yes", "key-0": "yes"})
    kinds = {claim.kind for claim in desk.casebook.ledger().claims.values()}
    assert "occupation" in kinds
    assert '"Remark" = "occupation.value"' in (desk.folder / "tables/prisoners.toml").read_text()


def test_a_row_that_looks_like_somebody_waits_until_it_is_said_who(
    desk: Archive, alena: Client
) -> None:
    address = upload(alena, [["Vera Vetrova", "1991", ""]])
    page = text_of(alena.get(address))
    assert 'name="row-2"' in page
    alena.post(address, {"read": "yes", "row-2": "vetrova-vera"})
    alena.post(address, {"take": "yes"})
    born = [one for one in desk.casebook.ledger().claims.values() if one.kind == "birth"]
    assert [one.subject for one in born] == [VETROVA]


def test_a_row_is_never_given_to_somebody_who_was_not_proposed(
    desk: Archive, alena: Client
) -> None:
    address = upload(alena, [["Vera Vetrova", "1991", ""]])
    alena.post(address, {"take": "yes", "row-2": "belova-alena"})
    assert "birth" not in {one.kind for one in desk.casebook.ledger().claims.values()}


def test_the_same_goes_for_a_spreadsheet_whatever_it_is_called(
    desk: Archive, alena: Client
) -> None:
    answer = alena.post("/import", sent(write_xlsx(HEADINGS, ROWS), "list.csv"))
    assert "2 rows." in text_of(alena.get(answer.headers["Location"]))


@pytest.mark.parametrize(
    "data",
    [
        b"", b"\x00" * 50, b"\xd0\xcf\x11\xe0old", b"PK\x03\x04broken", b"%PDF-1.7",
        b'Name\n"never closed\n',
    ],
)  # fmt: skip
def test_what_is_no_table_is_refused_in_a_sentence_and_not_kept(
    desk: Archive, alena: Client, data: bytes
) -> None:
    assert alena.post("/import", sent(data)).status_code == 422
    assert not list((desk.folder / incoming.FOLDER).glob("*"))


def bomb() -> bytes:
    """A small zip of a spreadsheet that says it unpacks to more than any table."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/workbook.xml", "<workbook/>")
        for number in range(11):
            packed.writestr(f"xl/worksheets/sheet{number}.xml", bytes(10_000_000))
    return made.getvalue()


def test_a_zip_bomb_is_refused_before_it_is_unpacked(desk: Archive, alena: Client) -> None:
    data = bomb()
    assert len(data) < 200_000
    answer = alena.post("/import", sent(data, "bomb.xlsx"))
    assert answer.status_code == 422
    assert "unpacks to more than a table holds" in text_of(answer)


def test_a_file_too_large_is_refused(desk: Archive, alena: Client) -> None:
    answer = alena.post("/import", sent(b"Name\n" + b"x" * MAX_BYTES))
    assert answer.status_code == 422
    assert not list((desk.folder / incoming.FOLDER).glob("*"))


@pytest.mark.parametrize("name", ["../../desk.key", "/etc/passwd", "..\\..\\x.csv", "a\n!b", ""])
def test_the_name_of_a_file_is_a_title_and_never_a_path(tmp_path: Path, name: str) -> None:
    key = incoming.keep(tmp_path, name, b"Name\nx\n")
    path = incoming.find(tmp_path, key)
    assert path is not None
    assert path.parent == tmp_path / incoming.FOLDER / key
    assert path.stat().st_mode & 0o077 == 0 or path.parent.stat().st_mode & 0o077 == 0


def test_nobody_opens_the_table_another_browser_uploaded(
    desk: Archive, alena: Client, enter: Callable[..., Client]
) -> None:
    address = upload(alena, ROWS)
    editor = enter(Role.EDITOR)
    assert editor.get(address).status_code == 404
    assert editor.post(address, {"take": "yes"}).status_code == 404


def test_a_table_is_dropped_and_what_was_forgotten_goes_after_a_day(
    desk: Archive, alena: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    alena.post(upload(alena, ROWS), {"drop": "yes"})
    assert not list((desk.folder / incoming.FOLDER).glob("*"))
    upload(alena, ROWS)
    monkeypatch.setattr(clock, "now", lambda: NOW + timedelta(days=4000))
    alena.get("/import")
    assert not list((desk.folder / incoming.FOLDER).glob("*"))


def export(client: Client, form: str = "package", **more: str) -> HttpResponse:
    return client.post("/export", {"form": form, "passphrase": PASSPHRASE, **more})


def held(answer: HttpResponse) -> bytes:
    """Every byte of every file in the zip that came."""
    assert answer.status_code == 200
    with zipfile.ZipFile(io.BytesIO(answer.content)) as packed:
        return b"\n".join(packed.read(name) for name in packed.namelist())


@pytest.fixture
def wide(desk: Archive) -> Archive:
    """Beside the record: what is for the team, about Belova; both accepted."""
    told = a_claim("occupation", subject=BELOVA, value={"text": "zqxteam", "lang": "en"})
    batch = a_ledger([told], sources=[a_source()], levels={told.id(): Visibility.TEAM})
    accepted = a_ledger(sources=[], decisions=[a_decision(Verb.ACCEPT, told.id())])
    desk.casebook.store.append(batch | accepted)
    return desk


def test_every_export_asks_for_the_passphrase_again_and_is_noted(
    wide: Archive, alena: Client
) -> None:
    assert export(alena, passphrase="wrong").status_code == 422
    assert not HandedOut.objects.exists()
    assert b"belova" in held(export(alena))
    assert [one.what for one in HandedOut.objects.all()] == ["package, public"]
    assert "package, public" in text_of(alena.get("/export"))


def test_everything_leaves_for_editors_alone(
    wide: Archive, alena: Client, boris: Client, vera: Client
) -> None:
    assert b"zqxteam" in held(export(alena, extent="everything"))
    for client in (boris, vera):
        assert b"zqxteam" not in held(export(client, extent="everything"))
    assert b"zqxteam" not in held(export(alena))


@pytest.mark.parametrize("form", ["package", "yaml"])
def test_a_support_group_gets_its_own_people_and_no_document(
    wide: Archive, vera: Client, boris: Client, form: str
) -> None:
    mine, all_ = held(export(vera, form)), held(export(boris, form))
    assert b"belova-alena" in mine
    assert b"etrova" not in mine
    assert b"etrova" in all_


def test_a_support_group_gets_no_table(desk: Archive, alena: Client, vera: Client) -> None:
    alena.post(upload(alena, ROWS), {"take": "yes"})
    assert export(vera, "csv", table="prisoners").status_code == 404
    assert export(alena, "csv", table="prisoners", extent="everything").status_code == 200


def test_a_table_goes_out_with_the_same_columns_and_no_formula(
    desk: Archive, alena: Client
) -> None:
    rows = [["Инна Озерова", "1990", '=HYPERLINK("https://evil.example")']]
    alena.post(upload(alena, rows), {"take": "yes"})
    accept_everything(desk)
    out = export(alena, "csv", extent="everything").content.decode("utf-8-sig")
    assert out.splitlines()[0] == "Name,Date of birth,Remark"
    assert "'=HYPERLINK" in out
    assert ',"=' not in out


def accept_everything(desk: Archive) -> None:
    waiting = sorted(desk.casebook.ledger().claims)
    desk.casebook.store.append(a_ledger(sources=[], decisions=[a_decision(Verb.ACCEPT, *waiting)]))


def test_a_column_that_means_nothing_is_not_remembered(desk: Archive, alena: Client) -> None:
    address = upload(alena, ROWS)
    assert alena.post(address, {"read": "yes", "column-2": "no-such.thing"}).status_code == 409
    assert not (desk.folder / "tables").exists()
    assert alena.get(address).status_code == 200


@pytest.mark.parametrize("table", ["../casebook", "no-such", "prisoners/../x"])
def test_only_a_table_that_is_remembered_goes_out(desk: Archive, alena: Client, table: str) -> None:
    alena.post(upload(alena, ROWS), {"take": "yes"})
    assert export(alena, "csv", table=table).status_code == 404


def test_an_account_sees_its_own_exports_and_a_coordinator_all(
    desk: Archive, alena: Client, boris: Client
) -> None:
    export(alena)
    assert "package, public" not in text_of(boris.get("/export"))
    export(boris, "yaml")
    assert "yaml, public" in text_of(boris.get("/export"))
    assert "yaml, public" in text_of(alena.get("/export"))


def test_a_package_of_a_case_says_of_sources_only_what_is_named(
    wide: Archive, vera: Client
) -> None:
    answer = export(vera)
    with zipfile.ZipFile(io.BytesIO(answer.content)) as packed:
        lines = [line for name in packed.namelist() if name.endswith("claims.jsonl")
                 for line in packed.read(name).splitlines()]  # fmt: skip
    assert lines
    assert SQUARE in {json.loads(one).get("body", json.loads(one)).get("case") for one in lines}
