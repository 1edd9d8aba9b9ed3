from collections.abc import Callable

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from khronika.clearance.scan import Hit, scan
from khronika.clearance.unpack import texts_in
from khronika.clearance.words import Lookup
from khronika.schema.claim import ClaimId
from rendered import a_docx, a_gzip, a_pdf, a_zip

CANARY = "Yellow Canary"
CLAIM, OTHER = ClaimId("a" * 64), ClaimId("b" * 64)
FORMATS: dict[str, Callable[[str], bytes]] = {
    "page.html": lambda words: f"<p>{words.replace(' ', '<br>')}</p>".encode(),
    "index.json": lambda words: f'{{"text": "{words}"}}'.replace("Y", "\\u0059").encode(),
    "feed.xml": lambda words: f"<entry>{words.replace(' ', '&#32;')}</entry>".encode(),
    "days.ics": lambda words: f"BEGIN:VEVENT\r\nSUMMARY:{words[:9]}\r\n {words[9:]}\r\n".encode(),
    "pack.zip": lambda words: a_zip(note__txt=words.encode()),
    "list.csv.gz": lambda words: a_gzip(words.encode()),
    "letter.docx": a_docx,
    "book.pdf": a_pdf,
}


@pytest.mark.parametrize("file", FORMATS)
def test_a_canary_is_found_in_every_format(file: str) -> None:
    hits = scan([(file, FORMATS[file](CANARY))], {CLAIM: (CANARY,)})
    assert {hit.claim for hit in hits} == {CLAIM}
    assert all(hit.file.startswith(file) for hit in hits)


@pytest.mark.parametrize("file", FORMATS)
def test_where_there_is_no_canary_there_is_no_hit(file: str) -> None:
    assert scan([(file, FORMATS[file]("Yellow parrot"))], {CLAIM: (CANARY,)}) == ()


def test_a_hit_never_prints_the_words() -> None:
    hits = scan([("a.html", CANARY.encode())], {CLAIM: (CANARY,)})
    assert hits == (Hit("a.html", CLAIM),)
    assert "canary" not in repr(hits).lower()


def test_a_name_of_a_file_can_give_away_too() -> None:
    hits = scan([("people/yellow-canary.html", b"")], {CLAIM: (CANARY,)})
    assert [hit.claim for hit in hits] == [CLAIM]


def test_what_is_in_two_archives_is_found_in_both() -> None:
    clean, told = a_zip(note__txt=b"Yellow parrot"), a_zip(note__txt=CANARY.encode())
    packs = {"a.zip": clean, "b.zip": told, "c.zip": clean, "d.zip": told}
    hits = scan(packs.items(), {CLAIM: (CANARY,)})
    assert [hit.file for hit in hits] == ["b.zip!note.txt", "d.zip!note.txt"]


def test_hits_come_in_one_order_each_once() -> None:
    files = [("b.html", b"one two three"), ("a.html", b"one two, one two")]
    hits = scan(files, {OTHER: ("one two",), CLAIM: ("two three", "one two three")})
    assert hits == (Hit("a.html", OTHER), Hit("b.html", CLAIM), Hit("b.html", OTHER))


def test_many_words_in_many_files_are_looked_for_in_one_walk() -> None:
    forbidden = {ClaimId(f"{number:064d}"): (f"secret {number}",) for number in range(5_000)}
    files = [(f"{number}.txt", b"plain words " * 500) for number in range(20)]
    assert scan([*files, ("x.txt", b"the secret 4321 is out")], forbidden) == (
        Hit("x.txt", ClaimId(f"{4321:064d}")),
    )


def test_words_the_program_prints_for_everybody_are_not_looked_for() -> None:
    forbidden = {ClaimId("ab"): ["warm clothes", "the lodger with the violin"]}
    own = ("Send warm clothes in autumn.",)
    assert scan([("help.html", b"Send warm clothes")], forbidden, own=own) == ()
    hits = scan([("page.html", b"the lodger with the violin")], forbidden, own=own)
    assert [hit.claim for hit in hits] == ["ab"]


# What could join two lines to words, or part a word in one: ends of lines, tags, escapes, folds.
_WORDS = ("Yellow", "Canary", "Yel", "low", "Can", "ary", "parrot")
_SIGNS = (" ", "\n", "\n ", "\r\n\t", "<", ">", "&lt;", "&gt;", "<b>", "</b>", "\\", "\\n", "%20")
_OTHERS = ("&amp;", "&#10;", "\u00ad", "\0", "BEGIN:V")
pieces = st.sampled_from((*_WORDS, *_SIGNS, *_OTHERS))


@given(files=st.lists(st.lists(pieces, max_size=8).map("".join), min_size=1, max_size=4))
@example(files=["Yel<b\n>low Canary"])
@example(files=["Yel&lt;b\n&gt;low Canary", "parrot"])
@example(files=["Yellow\nCanary"])
def test_a_glance_overlooks_nothing_that_a_full_reading_finds(files: list[str]) -> None:
    lookup = Lookup({CLAIM: [CANARY], OTHER: ["parrot"]})
    named = [(f"{number}.html", text.encode()) for number, text in enumerate(files)]
    found = {
        Hit(place, claim)
        for name, content in named
        for place, text in texts_in(name, content)
        for claim in lookup.find(text)
    }
    assert scan(named, {CLAIM: [CANARY], OTHER: ["parrot"]}) == tuple(sorted(found))
