"""A ledger written as files and read back is the same ledger."""

from pathlib import PurePosixPath

from hypothesis import given
from hypothesis import strategies as st

from builders import CASEBOOK, a_claim, a_decision, a_ledger, a_source, by_id, case, person
from khronika.casebook.layout import area_of
from khronika.casebook.yaml_form.gather import FileText
from khronika.casebook.yaml_form.load import Loaded, Loader
from khronika.casebook.yaml_form.pages import write_ledger
from khronika.ledger.ledger import Ledger
from khronika.schema.claim import Claim
from khronika.schema.decision import Decision, Verb
from khronika.schema.visibility import Visibility

# Signs that mean something to YAML, that end lines, or that no keyboard has.
SIGNS = "aя09 :#-?,[]{}&*!|>%@`'\"\\/\n\r\t\x85\u2028\x00\x7f\ufeff\U0001f600~=<"
texts = st.text(SIGNS, min_size=1, max_size=9).filter(lambda text: text.strip())

names = st.builds(
    lambda text, quote, event: a_claim("name", text=text, quote=quote, event=event),
    texts,
    texts,
    texts,
)
custodies = st.builds(
    lambda start, words, lang: a_claim(
        "custody",
        start=start,
        kind_="house-arrest",
        case=case(),
        facility={"text": words, "lang": lang},
    ),
    st.sampled_from(["2022", "2022-08~", "2022-06/2022-07"]),
    texts,
    st.sampled_from(["", "ru"]),
)
rulings = st.builds(
    lambda term, articles: a_claim("ruling", term=term, articles=articles, case=case("two")),
    st.sampled_from(["9y", "life", "7y10m"]),
    st.lists(st.sampled_from(["RU-UK 205.2/2", "RU-UK 280", "RU-UK 222/2/a"]), min_size=1),
)
ages = st.builds(lambda value: a_claim("age", value=str(value), at="2022-08"), st.integers(1, 99))
claims = st.one_of(names, custodies, rulings, ages)


@st.composite
def ledgers(draw: st.DrawFn) -> Ledger:
    held = by_id(draw(st.lists(claims, min_size=1, max_size=5)))
    first, *rest = sorted(held)
    decisions = [
        a_decision(Verb.ACCEPT, *held, reason=draw(texts)),
        a_decision(Verb.PREFER, first, over=rest or [first]),
        a_decision(
            Verb.CONSENT, person("other"), use="public", state="given", given_by=draw(texts)
        ),
        a_decision(Verb.RESTRICT, a_source().id, level="team"),
        a_decision(Verb.SAME, person("one"), person("two")),
    ]
    again = a_decision(Verb.REJECT, first, replaces=[decisions[0].id()])
    ledger = a_ledger(held.values(), sources=[a_source(), a_source(title=draw(texts))])
    chosen = draw(st.lists(st.sampled_from(decisions), unique_by=Decision.id))
    if decisions[0] in chosen:
        chosen.append(again)
    level = Visibility.PUBLIC
    decided = {one.id(): one for one in chosen}
    return ledger | Ledger(decisions=decided, visibility=dict.fromkeys(decided, level))


def loaded(pages: dict[str, str]) -> Loaded:
    files = [FileText(name, area_of(PurePosixPath(name)), text) for name, text in pages.items()]
    return Loader(CASEBOOK).load(files)


@given(ledger=ledgers())
def test_what_is_written_reads_back_id_by_id(ledger: Ledger) -> None:
    read = loaded(write_ledger(ledger, house=CASEBOOK))
    assert read.problems == ()
    assert read.ledger.claims == ledger.claims
    assert read.ledger.decisions.keys() == ledger.decisions.keys()
    assert read.ledger.sources == ledger.sources
    assert read.ledger.visibility == ledger.visibility


@given(ledger=ledgers())
def test_a_foreign_house_reads_the_same_ids(ledger: Ledger) -> None:
    pages = write_ledger(ledger, house="otherone")
    files = [FileText(name, area_of(PurePosixPath(name)), text) for name, text in pages.items()]
    read = Loader("otherone").load(files)
    assert (set(read.ledger.claims), read.problems) == (set(ledger.claims), ())


def secret(**fields: object) -> Claim:
    return a_claim("quotation", nonce="00112233445566778899aabbccddeeff", **fields)


def test_nothing_above_public_stands_in_the_public_half() -> None:
    held = secret(text="CANARY", case=case("hidden-case"))
    ledger = a_ledger([held], levels={held.id(): Visibility.TEAM})
    public = {
        name: text
        for name, text in write_ledger(ledger, house=CASEBOOK).items()
        if not name.startswith("claims.private/")
    }
    assert public.keys() == {"sources/paper.yaml"}
    assert "CANARY" not in "".join(public.values())


def test_a_person_and_a_case_of_one_name_have_files_of_their_own() -> None:
    named = [a_claim("name", subject=one, text="Same") for one in (person("x"), case("x"))]
    pages = write_ledger(a_ledger(named), house=CASEBOOK)
    assert {"claims/x.yaml", "claims/x.case.yaml"} <= pages.keys()


def test_the_same_ledger_gives_the_same_bytes() -> None:
    one, other = a_claim("name", text="One"), a_claim("name", text="Other")
    assert write_ledger(a_ledger([one, other]), house=CASEBOOK) == write_ledger(
        a_ledger([other, one]), house=CASEBOOK
    )
