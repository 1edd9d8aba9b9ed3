"""Where accounts are kept: beside the casebook, or in a schema of the server the record is on."""

from pathlib import Path

import pytest

from khronika.desk.database import SCHEMA, database_settings


@pytest.mark.parametrize("url", ["", "sqlite:////home/alena/ledger.sqlite"])
def test_without_a_server_there_is_a_file_of_its_own(url: str, tmp_path: Path) -> None:
    found = database_settings(url, tmp_path / "desk.sqlite")
    assert found["ENGINE"] == "django.db.backends.sqlite3"
    assert found["NAME"] == tmp_path / "desk.sqlite"


def test_on_a_server_there_is_a_schema_of_its_own(tmp_path: Path) -> None:
    url = "postgresql+psycopg://alena:a%40b@db.example:5433/archive"
    found = database_settings(url, tmp_path / "desk.sqlite")
    assert found["ENGINE"] == "django.db.backends.postgresql"
    named = [found[one] for one in ("NAME", "USER", "PASSWORD", "HOST", "PORT")]
    assert named == ["archive", "alena", "a@b", "db.example", "5433"]
    assert SCHEMA in str(found["OPTIONS"])
