from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from khronika.casebook import publishing, tripwire
from khronika.casebook.casebook import Casebook
from khronika.casebook.layout import RELEASED
from khronika.casebook.publishing import (
    NotInstalled,
    NotPublishedHere,
    Proposal,
    Published,
    Request,
    UnknownEdition,
    UnreadDecisions,
    publish,
)
from khronika.casebook.released import ReleasedAlready
from khronika.casebook.standing import Standing
from khronika.casebook.tripwire import Leaked
from khronika.clearance.publication import Publication
from khronika.editions.edition import File, NotMade
from khronika.editions.extra import Extra
from khronika.errors import Problem
from khronika.schema.visibility import Use
from khronika.values.language import UnknownLanguage

TODAY = date(2026, 11, 1)
CANARY = "the lodger with the violin case"
FILES = {
    "casebook.toml": (
        'id = "lanterns"\ntruth = "yaml"\npolicy = "already-public"\nlanguages = ["en", "ru"]\n'
        '[title]\nen = "Lanterns"\n'
    ),
    "sources/paper.yaml": "id: paper\ntitle: The River Paper\nlang: ru\nlevel: open\n",
    "claims/square.yaml": (
        "subject: case\nid: square\nrecorded: 2025-01-10\nclaims:\n"
        "  - {key: name, kind: name, text: The square, source: paper, section: p. 1, lang: en}\n"
    ),
    "claims/ladogin.yaml": (
        "subject: person\nid: ladogin-sava\nrecorded: 2025-01-10\nclaims:\n"
        "  - {key: name, kind: name, text: Сава Ладогин, source: paper, section: p. 2, lang: ru}\n"
        "  - {key: in, kind: membership, case: square, role: defendant, source: paper,"
        " section: p. 2, lang: ru}\n"
        "  - {key: arrest, kind: arrest, case: square, date: 2024-03-01, source: paper,"
        " section: p. 2, lang: ru}\n"
        "decisions:\n"
        "  - {stance: ladogin-sava, value: list, by: editors, at: 2025-01-10}\n"
        "  - {ready: ladogin-sava, by: editors, at: 2025-01-10}\n"
    ),
    "claims/orlova.yaml": (
        "subject: person\nid: orlova-anna\nrecorded: 2025-01-11\nclaims:\n"
        "  - {key: name, kind: name, text: Anna Orlova, source: paper, section: p. 3, lang: en}\n"
        "  - {key: arrest, kind: arrest, date: 2024-04-02, source: paper, page: '3', lang: en}\n"
        "decisions:\n"
        "  - {stance: orlova-anna, value: list, by: editors, at: 2025-01-11}\n"
        "  - {ready: orlova-anna, by: editors, at: 2025-01-11}\n"
    ),
}
RESTRICTED = (
    "subject: person\nid: ladogin-sava\nrecorded: 2025-02-01\nclaims:\n"
    f"  - {{key: note, kind: incident, fields: {{kind: other, text: {CANARY}}}, date: 2024-05-05,"
    " source: paper, section: p. 9, lang: en}\n"
)


LEAKING = f"---\nvisibility: public\n---\nThat day came {CANARY}, and stayed.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for path, text in FILES.items():
        write(tmp_path / "lanterns", path, text)
    return tmp_path / "lanterns"


@pytest.fixture
def casebook(folder: Path) -> Iterator[Casebook]:
    casebook = Casebook.open(folder, {})
    yield casebook
    casebook.close()


def write(folder: Path, path: str, text: str) -> None:
    (folder / path).parent.mkdir(parents=True, exist_ok=True)
    (folder / path).write_text(text, encoding="utf-8")


def run(casebook: Casebook, today: date = TODAY, **asked: object) -> Published:
    return publish(casebook, Request(**asked), today=today)  # type: ignore[arg-type]


def held(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_two_casebooks_of_the_same_words_publish_the_same_bytes(
    casebook: Casebook, tmp_path: Path
) -> None:
    run(casebook, out=tmp_path / "one")
    for path, text in reversed(FILES.items()):
        write(tmp_path / "copy", path, text)
    copy = Casebook.open(tmp_path / "copy", {})
    run(copy, out=tmp_path / "two")
    copy.close()
    assert held(tmp_path / "one") == held(tmp_path / "two")


def test_a_second_publication_writes_no_file(casebook: Casebook) -> None:
    first = run(casebook)
    assert first.written.count > 10
    assert run(casebook).written.count == 0
    assert first.out == casebook.settings.folder / "editions" / "public"


def test_one_more_claim_rewrites_one_person_and_what_is_about_everybody(
    casebook: Casebook, folder: Path
) -> None:
    run(casebook)
    text = FILES["claims/ladogin.yaml"].replace("2024-03-01", "2024-03-02")
    write(folder, "claims/ladogin.yaml", text)
    written = run(casebook).written
    pages = {path for path in (*written.new, *written.changed) if "/people/" in path}
    assert {path.rsplit("/", 1)[1] for path in pages} <= {"ladogin-sava.html", "index.html"}
    assert {"en/people/ladogin-sava.html", "ru/people/ladogin-sava.html"} <= pages
    assert "en/people/orlova-anna.html" not in written.changed
    assert written.new == written.removed == ()


def test_a_restricted_claim_changes_no_public_byte(casebook: Casebook, folder: Path) -> None:
    run(casebook)
    before = held(folder / "editions")
    write(folder, "claims.private/ladogin.yaml", RESTRICTED)
    assert run(casebook).written.count == 0
    assert held(folder / "editions") == before


def test_restricted_words_in_a_text_stop_the_publication(casebook: Casebook, folder: Path) -> None:
    run(casebook)
    before = held(folder / "editions")
    write(folder, "claims.private/ladogin.yaml", RESTRICTED)
    write(folder, "texts/biography/ladogin-sava.en.md", LEAKING)
    with pytest.raises(Leaked) as stopped:
        run(casebook)
    assert CANARY not in str(stopped.value)
    assert any(hit.claim in str(stopped.value) for hit in stopped.value.hits)
    assert any("en/people/ladogin-sava.html" in hit.file for hit in stopped.value.hits)
    assert held(folder / "editions") == before


def test_words_forbidden_since_are_found_on_a_page_that_did_not_change(
    casebook: Casebook, folder: Path
) -> None:
    write(folder, "texts/biography/orlova-anna.en.md", LEAKING)
    page = "en/people/orlova-anna.html"
    assert CANARY in held(run(casebook).out)[page].decode()
    write(folder, "claims.private/ladogin.yaml", RESTRICTED)
    with pytest.raises(Leaked) as stopped:
        run(casebook)
    assert page in {hit.file for hit in stopped.value.hits}


def test_a_publication_without_change_makes_no_page_anew(
    casebook: Casebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(casebook)
    made: list[str] = []
    monkeypatch.setattr(Standing, "_has", lambda _, __, file: not made.append(file.path))
    monkeypatch.setattr(tripwire, "scan", lambda *_: pytest.fail("there is nothing to read"))
    written = run(casebook).written
    assert (written.count, written.removed) == (0, ())
    assert "en/people.html" in made
    assert [path for path in made if path.startswith(("en/people/", "en/press/orlova"))] == []
    assert written.taken_over > 0


def test_every_batch_is_read_by_the_tripwire(
    casebook: Casebook, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tripwire, "SCANNED_AT_ONCE", 1)
    write(folder, "claims.private/ladogin.yaml", RESTRICTED)
    write(folder, "texts/biography/ladogin-sava.en.md", LEAKING)
    with pytest.raises(Leaked):
        run(casebook)
    assert not (folder / "editions" / "public" / "manifest.json").exists()


def test_everyday_words_of_a_secret_do_not_stop_the_pages_that_say_them_to_everybody(
    casebook: Casebook, folder: Path
) -> None:
    write(folder, "claims.private/ladogin.yaml", RESTRICTED.replace(CANARY, "warm clothes"))
    said = (folder / "editions" / "public" / "en" / "help.html").read_text
    run(casebook)
    assert "warm clothes" in said("utf-8")


def test_a_decision_that_cannot_be_read_stops_the_publication(
    casebook: Casebook, folder: Path
) -> None:
    text = (
        FILES["claims/ladogin.yaml"] + "  - {restrict: arest, level: team, by: e, at: 2025-02-01}\n"
    )
    write(folder, "claims/ladogin.yaml", text)
    with pytest.raises(UnreadDecisions, match=r"claims/ladogin\.yaml:11"):
        run(casebook)


def test_a_claim_that_cannot_be_read_is_left_out_and_the_rest_goes_out(
    casebook: Casebook, folder: Path
) -> None:
    write(folder, "claims/orlova.yaml", FILES["claims/orlova.yaml"].replace("2024-04-02", "soon"))
    assert run(casebook).written.count > 10


def test_only_the_editions_asked_for_are_built(casebook: Casebook) -> None:
    run(casebook)
    data = run(casebook, only=("data",))
    assert data.imprint.editions == ("data",)
    assert all(path.startswith("data/") for path in held(data.out).keys() - {"manifest.json"})


def test_an_unknown_edition_is_an_error_that_says_what_was_meant(casebook: Casebook) -> None:
    with pytest.raises(UnknownEdition, match="did you mean 'site'"):
        run(casebook, only=("sit",))


def test_an_edition_is_not_built_for_a_use_it_is_not_made_for(
    casebook: Casebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Poster:
        name = "poster"
        uses = frozenset({Use.PUBLIC})

        def files(self, publication: Publication) -> Iterator[File]:
            yield File("poster.txt", publication.state.encode)

    monkeypatch.setattr(publishing, "EDITIONS", {"poster": Poster()})
    assert run(casebook, only=("poster",)).written.new == ("manifest.json", "poster.txt")
    with pytest.raises(UnknownEdition, match="not made for the use 'un'"):
        run(casebook, only=("poster",), use=Use.UN)


class Sheets:
    """An edition of two files, the second of which cannot always be made."""

    name = "sheets"
    uses = frozenset(Use)

    def __init__(self) -> None:
        self.is_well = True

    def files(self, _: Publication) -> Iterator[File]:
        yield File("one.txt", lambda: b"one", problems=(Problem("one.txt", "print.x", "Cut."),))
        yield File("two.txt", self._two)

    def _two(self) -> bytes:
        if self.is_well:
            return b"two"
        raise NotMade(Problem("two.txt", "print.y", "It cannot be made."))


def test_a_file_that_cannot_be_made_stops_no_other_and_leaves_no_older_one(
    casebook: Casebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    sheets = Sheets()
    monkeypatch.setattr(publishing, "EDITIONS", {"sheets": sheets})
    assert run(casebook).written.new == ("manifest.json", "one.txt", "two.txt")
    sheets.is_well = False
    done = run(casebook)
    assert [one.code for one in done.problems] == ["print.x", "print.y"]
    assert done.written.removed == ("two.txt",)
    assert sorted(held(done.out)) == ["manifest.json", "one.txt"]


def test_an_edition_that_needs_more_than_is_installed_is_left_out_and_named(
    casebook: Casebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(publishing, "EDITIONS", {"sheets": Sheets()})
    monkeypatch.setattr(publishing, "extra_of", lambda _: Extra("print", ("no_such_module",)))
    done = run(casebook)
    assert (done.left_out, done.imprint.editions) == (("sheets",), ())
    with pytest.raises(NotInstalled, match=r"khronika\[print\]"):
        run(casebook, only=("sheets",))


def test_an_unknown_language_is_an_error(casebook: Casebook) -> None:
    with pytest.raises(UnknownLanguage, match="'xx'"):
        run(casebook, languages=("en", "xx"))


def test_only_the_languages_asked_for_are_built(casebook: Casebook) -> None:
    assert not any(path.startswith("ru/") for path in held(run(casebook, languages=("en",)).out))


def test_what_is_for_letters_never_lands_among_what_is_public(
    casebook: Casebook, folder: Path
) -> None:
    assert run(casebook, use=Use.LETTERS).out == folder / "editions" / "letters"
    with pytest.raises(NotPublishedHere, match="'letters'"):
        run(casebook, use=Use.PUBLIC, out=folder / "editions" / "letters")


def test_the_day_asked_for_is_the_day_of_the_edition(casebook: Casebook) -> None:
    assert run(casebook, as_of=date(2024, 3, 15)).imprint.as_of == "2024-03-15"
    assert run(casebook).imprint.as_of == "2026-11-01"


def test_what_was_not_known_then_is_not_printed(casebook: Casebook) -> None:
    then = run(casebook, known_at="2025-01-10T12:00:00Z", out=casebook.settings.folder / "then")
    assert "en/people/orlova-anna.html" not in held(then.out)


def test_what_came_later_is_no_secret_of_a_past_state(casebook: Casebook, folder: Path) -> None:
    title = 'en = "Lanterns for Anna Orlova"'
    text = FILES["casebook.toml"].replace('en = "Lanterns"', title)
    write(folder, "casebook.toml", text)
    renamed = Casebook.open(folder, {})
    then = run(renamed, known_at="2025-01-10T12:00:00Z", out=folder / "then")
    renamed.close()
    assert b"Lanterns for Anna Orlova" in held(then.out)["en/index.html"]


def test_whoever_looks_at_the_list_can_stop_the_publication(
    casebook: Casebook, folder: Path
) -> None:
    shown: list[Proposal] = []

    def refuse(proposal: Proposal) -> None:
        shown.append(proposal)
        raise InterruptedError

    with pytest.raises(InterruptedError):
        publish(casebook, Request(), today=TODAY, agree=refuse)
    assert len(shown[0].newly) == len(shown[0].publication.claims) > 0
    assert not (folder / "editions").exists()


def test_a_release_is_what_later_runs_compare_with(casebook: Casebook, folder: Path) -> None:
    first = run(casebook, release="autumn")
    assert run(casebook).proposal.newly == ()
    text = FILES["claims/ladogin.yaml"].replace("2024-03-01", "2024-03-02")
    write(folder, "claims/ladogin.yaml", text)
    after = run(casebook).proposal
    assert [line.kind for line in after.newly] == ["arrest"]
    assert after.digest != first.proposal.digest


def test_a_release_fixes_the_addresses(casebook: Casebook, folder: Path) -> None:
    run(casebook, release="autumn")
    assert '"lanterns/person/ladogin-sava": "ladogin-sava"' in (folder / RELEASED).read_text(
        "utf-8"
    )
    with pytest.raises(ReleasedAlready):
        run(casebook, release="autumn")


def test_a_dry_run_writes_nothing(casebook: Casebook, folder: Path) -> None:
    told = run(casebook, dry_run=True, release="autumn")
    assert told.written.count > 10
    assert not (folder / "editions").exists()
    assert not (folder / RELEASED).exists()


def test_the_page_a_merged_person_once_had_leads_to_the_page_there_is(
    casebook: Casebook, folder: Path
) -> None:
    run(casebook, release="autumn")
    same = "  - {same: [ladogin-sava, orlova-anna], by: editors, at: 2025-02-01}\n"
    write(folder, "claims/orlova.yaml", FILES["claims/orlova.yaml"] + same)
    out = run(casebook).out
    left = (out / "en/people/orlova-anna.html").read_text("utf-8")
    assert 'content="0; url=ladogin-sava.html"' in left
    assert '<a href="ladogin-sava.html">' in left
    assert "Anna Orlova" in (out / "en/people/ladogin-sava.html").read_text("utf-8")
