"""Settings: careful unless said otherwise, and strict about what they say."""

from pathlib import Path

import pytest

from khronika.casebook.settings import (
    BadSettings,
    NoCasebook,
    PolicyName,
    Settings,
    Truth,
    read_settings,
)

LEAST = 'id = "examples"\n'


def read(folder: Path, text: str, **environ: str) -> Settings:
    (folder / "casebook.toml").write_text(text, encoding="utf-8")
    return read_settings(folder, environ)


def test_what_is_not_said_is_the_careful_answer(tmp_path: Path) -> None:
    settings = read(tmp_path, LEAST)
    assert (settings.truth, settings.policy) == (Truth.LEDGER, PolicyName.ASK)
    assert settings.languages == ("en", "ru", "de", "fr")
    assert settings.database_url == f"sqlite:///{tmp_path}/ledger.sqlite"


def test_the_address_of_the_site_is_taken_whole(tmp_path: Path) -> None:
    assert read(tmp_path, LEAST).address == ""
    settings = read(tmp_path, LEAST + 'address = "https://example.org/archive/"\n')
    assert settings.address == "https://example.org/archive/"


def test_a_title_in_one_language_stands_for_all(tmp_path: Path) -> None:
    settings = read(tmp_path, LEAST + '[title]\nru = "Архив"\n')
    assert settings.title.in_language("fr") == "Архив"


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        (LEAST + 'trut = "yaml"\n', "did you mean 'truth'"),
        (LEAST + 'truth = "yml"\n', "did you mean 'yaml'"),
        (LEAST + 'policy = "public"\n', "already-public"),
        (LEAST + 'languages = ["en", "xx"]\n', "languages: 'xx'"),
        (LEAST + 'languages = "en"\n', "list of texts"),
        (LEAST + 'timezone = "Europe/Nowhere"\n', "Europe/Moscow"),
        (LEAST + "contact = 4\n", "a text in quotes"),
        (LEAST + 'address = "example.org"\n', "https://example.org/"),
        (LEAST + 'address = "https://example.org/?a"\n', "write it whole"),
        (LEAST + 'search_texts = "yes"\n', "either true or false"),
        (LEAST + 'title = "Archive"\n', "[title]"),
        ('id = "short"\n', "eight letters"),
        ('id = "example\n', "cannot be read"),
        ("truth = 'yaml'\n", "eight letters"),
    ],
)
def test_a_wrong_setting_is_told_with_what_was_meant(tmp_path: Path, text: str, hint: str) -> None:
    with pytest.raises(BadSettings) as error:
        read(tmp_path, text)
    assert hint in str(error.value)


def test_a_folder_without_settings_is_no_casebook(tmp_path: Path) -> None:
    with pytest.raises(NoCasebook, match="khronika init"):
        read_settings(tmp_path, {})


def test_the_store_is_where_the_environment_says(tmp_path: Path) -> None:
    assert read(tmp_path, LEAST, KHRONIKA_DATABASE_URL="memory:").database_url == "memory:"


def test_a_secret_file_holds_the_address_and_never_shows(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("postgresql+psycopg://u:pass@h/d\n", encoding="utf-8")
    settings = read(tmp_path, LEAST, KHRONIKA_DATABASE_URL_FILE=str(secret))
    assert settings.database_url.endswith("@h/d")
    assert "pass" not in repr(settings)


@pytest.mark.parametrize("content", [None, ""])
def test_a_secret_file_that_cannot_be_used_fails_loudly(
    tmp_path: Path, content: str | None
) -> None:
    secret = tmp_path / "secret"
    if content is not None:
        secret.write_text(content, encoding="utf-8")
    with pytest.raises(BadSettings, match="KHRONIKA_DATABASE_URL_FILE"):
        read(tmp_path, LEAST, KHRONIKA_DATABASE_URL_FILE=str(secret))


def test_two_addresses_are_refused(tmp_path: Path) -> None:
    with pytest.raises(BadSettings, match="unset one"):
        read(tmp_path, LEAST, KHRONIKA_DATABASE_URL="memory:", KHRONIKA_DATABASE_URL_FILE="x")
