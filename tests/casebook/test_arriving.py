"""A document comes in by two steps: its bytes, then the text read from them."""

from khronika.casebook.adding import Described, add_text
from khronika.casebook.arriving import after, keep_text
from khronika.casebook.casebook import Casebook
from khronika.casebook.near_source import near_sources
from khronika.intake.reading import Reading
from khronika.ledger.ledger import Recorded
from khronika.values.date import PartialDate

RECORDED = Recorded("2026-11-23T10:00:00Z", "editors")
READ = Reading("Belova was held.", "pdf", "pdf", "1", title="A report", lang="en",
               date=PartialDate.parse("2026-11"))  # fmt: skip


def came_in(casebook: Casebook, words: str = "bytes") -> tuple[str, str]:
    described = Described(title="scan0001")
    added = add_text(casebook, words, described=described, recorded=RECORDED)
    return added.source, added.sha256


def test_a_text_is_kept_beside_its_bytes(casebook: Casebook) -> None:
    source, sha256 = came_in(casebook)
    text = keep_text(casebook, source, sha256, reading=READ, recorded=RECORDED)
    held = [one for one in casebook.ledger().holdings.values() if one.source == source]
    assert casebook.vault.get(text).decode() == READ.text
    assert {(one.sha256, one.read_from) for one in held} == {(sha256, ""), (text, sha256)}


def test_what_a_document_says_of_itself_fills_what_nobody_said(casebook: Casebook) -> None:
    source, sha256 = came_in(casebook)
    keep_text(casebook, source, sha256, reading=READ, recorded=RECORDED)
    said = casebook.in_force().sources[source]
    assert (said.title, str(said.date), said.lang) == ("scan0001", "2026-11", "en")


def test_a_reading_without_words_keeps_nothing(casebook: Casebook) -> None:
    source, sha256 = came_in(casebook)
    before = casebook.store.state()
    empty = Reading(" \n", "pdf", "pdf", "1")
    assert keep_text(casebook, source, sha256, reading=empty, recorded=RECORDED) == ""
    assert casebook.store.state() == before


def test_the_later_of_two_descriptions_of_one_second_counts(casebook: Casebook) -> None:
    source, _ = came_in(casebook)
    assert after(RECORDED, source, casebook.ledger()).at == "2026-11-23T10:00:01Z"
    later = Recorded("2026-11-24T10:00:00Z", "editors")
    assert after(later, source, casebook.ledger()) == later


def test_pasted_words_that_are_nearly_here_are_told(casebook: Casebook) -> None:
    words = " ".join(f"lantern{one}" for one in range(200))
    first, _ = came_in(casebook, words)
    second, sha256 = came_in(casebook, f"Reprinted: {words}")
    near = near_sources(casebook, casebook.ledger(), sha256, besides=second)
    assert [one.name for one in near] == [first]


def test_what_is_called_after_its_file_is_called_as_it_calls_itself(casebook: Casebook) -> None:
    source, sha256 = came_in(casebook)
    keep_text(casebook, source, sha256, reading=READ, recorded=RECORDED, is_unnamed=True)
    assert casebook.in_force().sources[source].title == "A report"
