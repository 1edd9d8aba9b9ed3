import json
from dataclasses import replace

import pytest
import rfc8785
from hypothesis import example, given
from hypothesis import strategies as st

from builders import a_claim, person
from khronika.schema.canonical import canonical_json, content_id
from khronika.schema.claim import Certainty, Claim, Speaker
from khronika.schema.decode import decode_claim
from khronika.schema.passage import Passage
from khronika.schema.subject import SubjectId
from khronika.schema.value import Text

words = st.text(alphabet='ab.,:"[]{}/\\', min_size=1, max_size=6)  # the likely separators
letters = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)


@st.composite
def claims(draw: st.DrawFn) -> Claim:
    """A claim with every part drawn, awkward text included."""
    return Claim(
        subject=person(draw(st.sampled_from(["belova-alena", "zimin-boris"]))),
        kind="own-words",
        fields={"text": Text(draw(letters).strip() or "x", draw(st.sampled_from(["", "ru"])))},
        passage=Passage(
            source=SubjectId("examples/source/paper"),
            section=draw(letters),
            page=draw(letters),
            quote=draw(letters),
            text="ab" * 32,
            start=draw(st.integers(0, 99)),
            end=100,
        ),
        event=draw(letters),
        speaker=draw(st.sampled_from(list(Speaker))),
        certainty=draw(st.sampled_from(list(Certainty))),
        lang=draw(st.sampled_from(["", "en", "ru"])),
        nonce=draw(words),
    )


@given(said=st.tuples(words, words), other=st.tuples(words, words))
@example(said=("a.b", "c"), other=("a", "b.c"))
@example(said=('a","b', "c"), other=("a", 'b","c'))
def test_text_cannot_slide_from_one_field_into_the_next(
    said: tuple[str, str], other: tuple[str, str]
) -> None:
    one = a_claim(event=said[0], section=said[1])
    two = a_claim(event=other[0], section=other[1])
    assert (one.id() == two.id()) == (said == other)


@given(said=st.tuples(words, words), other=st.tuples(words, words))
@example(said=("b", "a"), other=("a", "b"))
def test_text_cannot_slide_between_the_fields_of_a_kind(
    said: tuple[str, str], other: tuple[str, str]
) -> None:
    one = a_claim("own-words", text={"text": said[0]}, occasion={"text": said[1]})
    two = a_claim("own-words", text={"text": other[0]}, occasion={"text": other[1]})
    assert (one.id() == two.id()) == (said == other)


@given(claims())
def test_the_body_is_what_the_standard_calls_canonical(claim: Claim) -> None:
    body = claim.body()
    assert canonical_json(body).encode() == rfc8785.dumps(body)


@given(claims())
def test_a_claim_read_back_from_its_body_has_the_same_id(claim: Claim) -> None:
    assert decode_claim(claim.body()).id() == claim.id()


def test_ids_read_from_two_stored_bodies_are_held_once() -> None:
    stored = json.dumps(a_claim().body())
    first, again = (decode_claim(json.loads(stored)) for _ in range(2))
    assert first.subject is again.subject
    assert first.passage.source is again.passage.source


def test_offsets_are_no_part_of_the_id() -> None:
    claim = a_claim()
    pointed = replace(claim, passage=replace(claim.passage, text="ab" * 32, start=3, end=9))
    assert pointed.id() == claim.id()


def test_the_quote_is_verbatim_and_everything_else_is_normal_form() -> None:
    composed, decomposed = "й", "и\u0306"
    assert a_claim(section=composed).id() == a_claim(section=decomposed).id()
    assert a_claim(quote=composed).id() != a_claim(quote=decomposed).id()


def test_values_equal_in_every_spelling_give_one_id() -> None:
    assert a_claim("ruling", term="18m").id() == a_claim("ruling", term="1y6m").id()


@pytest.mark.parametrize(
    "change",
    [
        {"subject": person("zimin-boris")},
        {"kind": "search"},
        {"event": "second"},
        {"speaker": Speaker.COURT},
        {"certainty": Certainty.ALLEGED},
        {"lang": "ru"},
        {"nonce": "n"},
        {"case": SubjectId("examples/case/square")},
        {"fields": {}},
    ],
    ids=lambda change: next(iter(change)),
)
def test_every_identifying_part_moves_the_id(change: dict[str, object]) -> None:
    claim = a_claim(date="2022")
    assert replace(claim, **change).id() != claim.id()  # type: ignore[arg-type]


def test_the_frame_keeps_kinds_of_entries_apart() -> None:
    assert content_id("claim/1", {"a": "b"}) != content_id("decision/1", {"a": "b"})
