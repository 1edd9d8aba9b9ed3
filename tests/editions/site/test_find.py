"""What can be found is what has a page, under every spelling and case, in blocks of a few rows."""

import json
import re
from collections.abc import Iterator

import pytest

from editions.publications import a_publication
from khronika.editions.edition import File, Group, in_full
from khronika.editions.facet import Indexes
from khronika.editions.reader import Reader
from khronika.editions.site import find
from khronika.editions.site.find import Blocks, find_files
from khronika.editions.site.findable import keys_of
from khronika.identity.search_key import rules

LANGUAGES = ("en", "ru")


def handed_over(script: bytes, function: str) -> list[object]:
    """The arguments of the one call a script makes."""
    said = re.fullmatch(rf"{function}\((.*)\);\n", script.decode("utf-8"))
    assert said
    return json.loads(f"[{said[1]}]")  # type: ignore[no-any-return]


def rows(site: dict[str, bytes], language: str) -> list[list[str]]:
    blocks = [path for path in site if path.startswith(f"{language}/find/") and "index" not in path]
    ordered = sorted(blocks, key=lambda path: int(path.split("/")[-1].removesuffix(".js")))
    return [row for path in ordered for row in handed_over(site[path], "khronikaBlock")[1]]  # type: ignore[attr-defined]


def beginnings(said: str) -> Iterator[str]:
    """The first keys of blocks, as the script reads them out of the index."""
    before = ""
    for line in said.split("\n"):
        before = before[: int(line[0], 36)] + line[1:]
        yield before


def pages_found(site: dict[str, bytes], language: str, typed: str) -> set[str]:
    beginning = " ".join(keys_of(typed)[:2])
    return {row[2] for row in rows(site, language) if row[0].startswith(beginning)}


@pytest.mark.parametrize(
    "typed",
    ["Белова", "belova", "Алёна Бел", "Alyona Belova", "Беловой", "belova alena", "Игоревна"],
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_person_is_found_in_any_script_order_and_case(
    site: dict[str, bytes], language: str, typed: str
) -> None:
    assert "people/belova-alena.html" in pages_found(site, language, typed)


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_that_is_found_has_a_page(site: dict[str, bytes], language: str) -> None:
    assert {row[2] for row in rows(site, language)} <= {
        path.removeprefix(f"{language}/") for path in site if path.endswith(".html")
    }


def test_everybody_with_a_page_is_found(site: dict[str, bytes]) -> None:
    people = {path.removeprefix("en/") for path in site if path.startswith("en/people/")}
    found = {row[2] for row in rows(site, "en")}
    assert (
        people - found
        == {
            path.removeprefix("en/")
            for path, page in site.items()
            if b'http-equiv="refresh"' in page
        }
        & people
    )


def test_an_article_is_found_by_its_number(site: dict[str, bytes]) -> None:
    lists = {path.removeprefix("ru/") for path in site if path.startswith("ru/by/article/ru-uk-")}
    for one in lists:
        number = one.removesuffix(".html").rpartition("-")[2]
        assert one in pages_found(site, "ru", number)


def test_the_index_tells_where_every_block_begins(
    monkeypatch: pytest.MonkeyPatch, site: dict[str, bytes]
) -> None:
    monkeypatch.setattr(find, "BLOCK", 3)
    made = a_publication()
    blocks = Blocks([Reader(made, "en")], Indexes(made))
    (index,) = handed_over(blocks.index("en"), "khronikaIndex")
    assert isinstance(index, dict)
    rows = [
        handed_over(blocks.block("en", number), "khronikaBlock")[1]
        for number in range(blocks.count("en"))
    ]
    before = ""
    for beginning, block in zip(beginnings(index["keys"]), rows, strict=True):
        keys = [row[0] for row in block]  # type: ignore[attr-defined]
        assert keys[0].startswith(beginning)
        assert before <= beginning  # a key twice may end one block and begin the next
        before = keys[-1]
    assert len(rows) > 1


def test_a_browser_is_handed_the_programs_own_rules(site: dict[str, bytes]) -> None:
    (index,) = handed_over(site["ru/find/index.js"], "khronikaIndex")
    assert isinstance(index, dict)
    steps = [(found, becomes.replace("$1", "\\1")) for found, becomes in index["rules"]["steps"]]
    assert steps == [tuple(step) for step in rules()["steps"]]
    assert index["rules"]["letters"] == rules()["letters"]


def test_nothing_is_worked_out_for_an_unchanged_publication(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made = a_publication()

    def parts() -> list[File | Group]:
        readers = [Reader(made, language) for language in LANGUAGES]
        return list(find_files(readers, Indexes(made), "x"))

    files = [[(one.path, one.key) for one in in_full(parts())] for _ in "12"]
    assert files[0] == files[1]
    monkeypatch.setattr(find, "findables", lambda *_: pytest.fail("nobody asked for a file"))
    keys = [[one.key for one in parts()] for _ in "12"]
    assert keys[0] == keys[1]


def test_an_empty_publication_still_has_a_block_to_open() -> None:
    made = a_publication(claims=[])
    blocks = Blocks([Reader(made, "en")], Indexes(made))
    assert handed_over(blocks.block("en", 0), "khronikaBlock") == [0, []]
