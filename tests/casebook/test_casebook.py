"""A casebook opened: its store is what its files say, and says so when it is not."""

from collections.abc import Callable

import pytest

from builders import a_claim, a_ledger
from khronika.casebook.casebook import Casebook
from khronika.casebook.level import AnotherStore
from khronika.ledger.ledger import Ledger
from khronika.schema.claim import ClaimId


class Counting:
    """A store that counts how often it is made anew."""

    def __init__(self, store: object) -> None:
        self._store = store
        self.replaced = 0

    def __getattr__(self, name: str) -> object:
        return getattr(self._store, name)

    def replace(self, ledger: Ledger) -> None:
        self.replaced += 1
        self._store.replace(ledger)  # type: ignore[attr-defined]


def counted(casebook: Casebook) -> tuple[Casebook, Counting]:
    store = Counting(casebook.store)
    return Casebook(casebook.settings, store, casebook.vault), store  # type: ignore[arg-type]


def test_what_stands_in_the_files_counts_as_accepted(casebook: Casebook) -> None:
    in_force = casebook.in_force()
    assert (casebook.problems, len(in_force.accepted)) == ((), 4)


def test_the_store_is_made_anew_only_when_files_differ(casebook: Casebook) -> None:
    again, store = counted(casebook)
    again.in_force()
    again.in_force()
    assert store.replaced == 1
    path = casebook.settings.folder / "claims" / "belova.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("9y", "8y"), encoding="utf-8")
    assert "8y" in {str(one.fields.get("term")) for one in again.ledger().claims.values()}
    assert store.replaced == 2


def test_problems_stay_known_when_nothing_is_read_again(casebook: Casebook) -> None:
    (casebook.settings.folder / "claims" / "bad.yaml").write_text("a: [", encoding="utf-8")
    first = casebook.problems
    again, store = counted(casebook)
    assert first
    assert (again.problems, store.replaced) == (first, 0)


def test_a_half_made_cache_is_made_again(casebook: Casebook) -> None:
    casebook.in_force()
    casebook.store.replace(Ledger())
    casebook.store.note("files", "stopped before the digest was written")
    assert len(casebook.ledger().claims) == 4


def test_a_ledger_is_never_overwritten_by_files(make: Callable[..., Casebook]) -> None:
    casebook = make("ledger", "ledger")
    casebook.store.append(a_ledger([a_claim("age", value="40")]))
    state = casebook.store.state()
    casebook.close()
    path = casebook.settings.folder / "casebook.toml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('truth = "ledger"', 'truth = "yaml"'), encoding="utf-8")
    with pytest.raises(AnotherStore, match="a record of its own"):
        Casebook.open(casebook.settings.folder, {})
    path.write_text(text, encoding="utf-8")
    again = Casebook.open(casebook.settings.folder, {})
    assert again.store.state() == state
    again.close()


def test_a_cache_is_never_taken_for_a_ledger(casebook: Casebook) -> None:
    casebook.in_force()
    casebook.close()
    path = casebook.settings.folder / "casebook.toml"
    text = path.read_text(encoding="utf-8").replace('truth = "yaml"', 'truth = "ledger"')
    path.write_text(text, encoding="utf-8")
    with pytest.raises(AnotherStore, match="khronika adopt"):
        Casebook.open(casebook.settings.folder, {})


def test_what_is_sealed_stays_in_its_file(casebook: Casebook) -> None:
    path = casebook.settings.folder / "claims.private" / "vetrova.yaml"
    row = "  - {key: h, kind: health, text: …, source: paper}\n"
    path.write_text(path.read_text(encoding="utf-8") + row, encoding="utf-8")
    notes = casebook.level().notes
    assert {one.kind for one in casebook.ledger().claims.values()} == {"name", "ruling", "age"}
    assert {one.code for one in notes} == {"yaml.nonce-added", "yaml.sealed"}


def test_an_article_the_group_checked_itself_is_known(casebook: Casebook) -> None:
    folder = casebook.settings.folder
    row = (
        "subject: person\nid: x\nclaims:\n  - {key: c, kind: charge, article: %s, source: paper}\n"
    )
    (folder / "claims" / "x.yaml").write_text(row % "RU-UK 145.1", encoding="utf-8")
    assert [one.code for one in casebook.problems] == ["yaml.unknown-article"]
    toml = folder / "casebook.toml"
    said = 'articles = ["RU-UK 145.1"]\n' + toml.read_text(encoding="utf-8")
    toml.write_text(said, encoding="utf-8")
    again = Casebook.open(folder, {})
    assert again.problems == ()
    again.close()


def write_text(casebook: Casebook, name: str, text: str) -> None:
    path = casebook.settings.folder / "texts" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_a_text_that_does_not_say_public_is_in_no_edition(casebook: Casebook) -> None:
    write_text(casebook, "biography/belova-alena.en.md", "For the team.\n")
    write_text(
        casebook, "biography/belova-alena.ru.md", "---\nvisibility: public\n---\nДля всех.\n"
    )
    assert [(one.lang, one.markdown) for one in casebook.prose()] == [("ru", "Для всех.\n")]
    assert len(casebook.manuscripts()) == 2


def test_a_text_rests_on_its_claims(casebook: Casebook) -> None:
    claim = next(iter(casebook.ledger().claims))
    head = f"---\nvisibility: public\nbased_on: [paper, {claim}]\n---\n"
    write_text(casebook, "biography/belova-alena.en.md", head + "So it was.\n")
    assert casebook.prose(cleared=[]) == ()
    assert len(casebook.prose(cleared=[ClaimId(claim)])) == 1


def test_a_text_may_name_its_claims_by_their_keys(casebook: Casebook) -> None:
    head = "---\nvisibility: public\nbased_on: [paper, belova-alena#term-9]\n---\n"
    write_text(casebook, "biography/belova-alena.en.md", head + "So it was.\n")
    (text,) = casebook.manuscripts()
    assert casebook.prose(cleared=[]) == ()
    assert len(casebook.prose(cleared=[ClaimId(text.based_on[1])])) == 1


@pytest.mark.parametrize(
    ("name", "text", "code"),
    [
        ("biography/nobody.en.md", "…", "yaml.text-subject"),
        ("biography/belova-alena.md", "…", "yaml.text-name"),
        ("biography/belova-alena.xx.md", "…", "yaml.text-name"),
        ("biography/belova-alena.en.md", "---\nvisibilty: team\n---\n", "yaml.unknown-key"),
        ("biography/belova-alena.en.md", "---\nbased_on: papr\n---\n", "yaml.text-basis"),
        ("biography/belova-alena.en.md", "---\nbased_on: [x#gone]\n---\n", "yaml.text-basis"),
    ],
)
def test_trouble_with_a_text_is_told_and_the_text_left_out(
    casebook: Casebook, name: str, text: str, code: str
) -> None:
    write_text(casebook, name, text)
    assert [one.code for one in casebook.problems] == [code]
    assert casebook.manuscripts() == ()


def test_an_essay_need_be_about_nobody(casebook: Casebook) -> None:
    write_text(casebook, "essay/about.en.md", "---\nvisibility: public\n---\nWho we are.\n")
    assert [(one.slot, one.subject) for one in casebook.prose()] == [("about", None)]


def test_nothing_is_written_into_a_folder_that_is_only_shown(casebook: Casebook) -> None:
    casebook.close()
    folder = casebook.settings.folder
    for store in folder.glob("ledger.sqlite*"):
        store.unlink()
    row = "  - {key: b, kind: age, value: 41, source: paper}\n"
    path = folder / "claims.private" / "vetrova.yaml"
    path.write_text(path.read_text(encoding="utf-8") + row, encoding="utf-8")
    before = {one: one.read_bytes() for one in folder.rglob("*") if one.is_file()}
    shown = Casebook.open(folder, {"KHRONIKA_DATABASE_URL": "memory:"}, mint=None)
    assert len(shown.ledger().claims) == 4
    assert {one: one.read_bytes() for one in folder.rglob("*") if one.is_file()} == before
