"""Nothing held back stands in any byte of any edition, for any use.

The example casebook is read into memory, canaries are planted wherever something is held back, and
every registered edition is rendered and read again with archives and documents opened.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from pkgutil import iter_modules

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import khronika.editions
from builders import a_decision
from canaries import OLD_YEAR, Planted, plant_everywhere, word
from editions.paper.reading import pages_of
from khronika.casebook.yaml_form.gather import gather
from khronika.casebook.yaml_form.load import Loader
from khronika.clearance.clear import Cleared, clear
from khronika.clearance.policy import Policy
from khronika.clearance.publication import House, Publication
from khronika.clearance.publish import publication
from khronika.clearance.unpack import texts_in
from khronika.editions.registry import EDITIONS
from khronika.ledger.in_force import InForce
from khronika.ledger.ledger import Ledger, Recorded
from khronika.schema.claim import Claim
from khronika.schema.decision import Verb
from khronika.schema.kind import kind
from khronika.schema.nature import nature
from khronika.schema.passage import Passage
from khronika.schema.read_value import read_value
from khronika.schema.subject import SubjectId, slug_of
from khronika.schema.value import Choice, Text
from khronika.schema.visibility import Use, Visibility, strictest
from khronika.values.language import LANGUAGES, Labels

EXAMPLE = Path(__file__).parents[2] / "casebooks" / "example"
TODAY = date(2026, 11, 22)
OLD = re.compile(rf"(?<![0-9a-fA-F]){OLD_YEAR}(?![0-9a-fA-F])")


MADE = [(name, use) for name, edition in EDITIONS.items() for use in sorted(edition.uses)]
NAMELESS = frozenset({"atom"})  # names issues and their days, and nobody


@cache
def example() -> Ledger:
    return Loader("qhxwntrb").load(gather(EXAMPLE).files).ledger


@cache
def planted() -> Planted:
    """The canaries, and the example with all of them in it."""
    source = next(iter(cleared(example()).material.sources))
    return plant_everywhere(source, people())


@cache
def people() -> Mapping[str, SubjectId]:
    """Somebody with a page, somebody who refused, somebody only named in texts."""
    before = cleared(example())
    by_code = {refusal.code: refusal.claim for refusal in before.refused}
    return {
        "listed": min(before.people),
        "refused": example().claims[by_code["consent-refused"]].subject,
        "mentioned": example().claims[by_code["mention-only"]].subject,
    }


def cleared(ledger: Ledger, use: Use = Use.PUBLIC) -> Cleared:
    in_force = InForce(ledger, standing=True)
    return clear(in_force, use=use, policy=Policy(already_public=True), today=TODAY)


def published(ledger: Ledger, use: Use) -> Publication:
    out = cleared(ledger, use)
    subjects = out.people | {c.case for c in out.material.claims.values() if c.case}
    return publication(
        out,
        house=House("qhxwntrb", Labels({"en": "Example"}), "editors@example.org", "CC BY 4.0"),
        languages=LANGUAGES,
        as_of=TODAY,
        today=TODAY,
        addresses={one: slug_of(one) for one in subjects},
    )


def bytes_of(edition: str, ledger: Ledger, use: Use) -> dict[str, bytes]:
    files = EDITIONS[edition].files(published(ledger, use))
    return {file.path: file.render() for file in files}


def everything_in(files: Mapping[str, bytes]) -> Iterator[tuple[str, str]]:
    """Paths, raw bytes, and every text a reader could get out of them."""
    for path, content in files.items():
        yield path, path
        yield path, content.decode("utf-8", "replace")
        yield from texts_in(path, content)


def read_in(files: Mapping[str, bytes]) -> Iterator[tuple[str, str]]:
    """As `everything_in`, but of PDF and PNG only texts: their bytes hold numbers by chance."""
    for path, content in files.items():
        if content.startswith(b"%PDF-"):
            yield from ((path, page) for page in pages_of(content))
        elif content.startswith(b"\x89PNG"):
            yield from texts_in(path, content)
        else:
            yield from everything_in({path: content})


SHAPES = re.compile(r"(?=(zqx[a-p]{12}|[0-9a-f]{64}|[0-9]{9}))")  # of nearly all canaries


def leaks(files: Mapping[str, bytes], canaries: Mapping[str, str]) -> set[str]:
    """What leaked, and where."""
    others = [one for one in canaries if not shaped(one)]
    return {
        f"{canaries[found]} in {path}"
        for path, text in everything_in(files)
        for found in {*SHAPES.findall(text), *(one for one in others if one in text)}
        if found in canaries
    }


def shaped(canary: str) -> bool:
    found = SHAPES.match(canary)
    return found is not None and found[1] == canary


@pytest.mark.parametrize(("edition", "use"), MADE)
def test_no_canary_is_in_any_byte_of_an_edition(edition: str, use: Use) -> None:
    files = bytes_of(edition, example() | planted().ledger, use)
    assert files
    assert leaks(files, planted().canaries) == set()
    assert not [path for path, text in read_in(files) if OLD.search(text)]


@pytest.mark.parametrize(("edition", "use"), MADE)
def test_no_consent_opens_what_is_sealed(edition: str, use: Use) -> None:
    consent = a_decision(Verb.CONSENT, people()["listed"], state="given", given_by="relative")
    sealed = {
        one: claim for one, claim in planted().ledger.claims.items()
        if planted().ledger.visibility[one] is Visibility.SEALED
    }  # fmt: skip
    more = Ledger(claims=sealed, visibility=planted().ledger.visibility,
                  decisions={consent.id(): consent})  # fmt: skip
    assert leaks(bytes_of(edition, example() | more, use), planted().canaries) == set()


@pytest.mark.parametrize("edition", sorted(EDITIONS.keys() - NAMELESS))
def test_the_suite_would_see_a_leak(edition: str) -> None:
    told = word("an open name")
    fields = {"text": Text(told), "form": Choice("own")}
    claim = replace(_claim("name", people()["listed"], fields), lang="fr")
    use = max(EDITIONS[edition].uses)  # the public one where there is one
    more = example() | _entered(claim, Visibility.PUBLIC)
    assert leaks(bytes_of(edition, more, use), {told: "an open name"})


@pytest.mark.parametrize("edition", list(EDITIONS))
def test_what_is_planted_changes_no_public_byte(edition: str) -> None:
    """Canaries about nobody listed, in sources of the team, in decisions: nothing moves."""
    before = bytes_of(edition, example(), Use.PUBLIC)
    restricted = [
        one for one, claim in planted().ledger.claims.items()
        if planted().ledger.visibility[one] is not Visibility.PUBLIC
    ]  # fmt: skip
    claims = {one: planted().ledger.claims[one] for one in restricted}
    harmless = {one: c for one, c in claims.items() if c.kind not in TELLING}
    ledger = Ledger(claims=harmless, visibility=planted().ledger.visibility)
    assert bytes_of(edition, example() | ledger, Use.PUBLIC) == before


# A restricted release, order or move may hold more back (consent lapses, an address is stale):
# what protects counts whatever its level.
TELLING = frozenset(
    {"release", "custody", "transfer", "birth", "age", "search", "name", "ruling", "death"}
)


@settings(max_examples=25, deadline=None)
@given(
    kind_name=st.sampled_from(sorted({"occupation", "hearing", "incident", "quotation", "step"})),
    level=st.sampled_from([Visibility.TEAM, Visibility.SEALED]),
    words=st.text("abc xyz", min_size=1, max_size=12),
    use=st.sampled_from(list(Use)),
)
def test_a_restricted_claim_changes_no_byte(
    kind_name: str, level: Visibility, words: str, use: Use
) -> None:
    fields = {"date": read_value(kind("hearing").field("date"), "2024-02-03")}
    if kind_name in {"occupation", "quotation"}:
        fields = {"value" if kind_name == "occupation" else "text": Text(words)}
    claim = _claim(kind_name, people()["listed"], fields)
    more = example() | _entered(claim, level)
    for edition in (name for name, made_for in MADE if made_for is use):
        assert changed_by(more, edition, use) == set()


def changed_by(ledger: Ledger, edition: str, use: Use) -> set[str]:
    """The files that are others than without; equal keys promise equal bytes (test_registry)."""
    keys, before = _keys(edition, use), _before(edition, use)
    files = {file.path: file for file in EDITIONS[edition].files(published(ledger, use))}
    moved = {path for path, file in files.items() if not file.key or file.key != keys.get(path)}
    return (files.keys() ^ before.keys()) | {
        path for path in moved if files[path].render() != before.get(path)
    }


@cache
def _keys(edition: str, use: Use) -> dict[str, str]:
    return {file.path: file.key for file in EDITIONS[edition].files(published(example(), use))}


@cache
def _before(edition: str, use: Use) -> dict[str, bytes]:
    return bytes_of(edition, example(), use)


def test_a_person_taken_down_is_in_no_byte() -> None:
    person = people()["listed"]
    names = [c for c in example().claims.values() if c.subject == person and c.kind == "name"]
    family = {str(c.fields["family"].text) for c in names if "family" in c.fields}  # type: ignore[union-attr]
    gone = a_decision(Verb.CONSENT, person, state="withdrawn", use="public")
    after = example() | Ledger(decisions={gone.id(): gone})
    for edition in (name for name, made in EDITIONS.items() if Use.PUBLIC in made.uses):
        files = bytes_of(edition, after, Use.PUBLIC)
        canaries = {slug_of(person): "the address of the page"} | dict.fromkeys(family, "the name")
        assert leaks(files, canaries) == set()
        assert edition in NAMELESS or leaks(_before(edition, Use.PUBLIC), canaries)


def test_every_edition_is_registered() -> None:
    folders = [m.name for m in iter_modules(khronika.editions.__path__) if m.ispkg]
    rooms = [one for one in folders if find_spec(f"khronika.editions.{one}.edition")]
    assert set(folders) - set(rooms) == {"paper"}  # what printed editions share, and no edition
    assert sorted(rooms) == sorted(EDITIONS)
    for name in rooms:
        module = import_module(f"khronika.editions.{name}.edition")
        made = [one for one in vars(module).values() if isinstance(one, type)
                and hasattr(one, "files") and one.__module__ == module.__name__]  # fmt: skip
        assert made == [type(EDITIONS[name])]


def _claim(kind_name: str, person: SubjectId, fields: Mapping[str, object]) -> Claim:
    source = next(iter(cleared(example()).material.sources))
    return Claim(person, kind_name, fields, Passage(source), lang="en", nonce="n")  # type: ignore[arg-type]


def _entered(claim: Claim, level: Visibility) -> Ledger:
    entry = claim.id()
    return Ledger(
        claims={entry: claim},
        recorded={entry: frozenset({Recorded(at="2026-11-01T00:00:00Z", by="editors")})},
        visibility={entry: strictest(level, nature(claim).least)},
    )
