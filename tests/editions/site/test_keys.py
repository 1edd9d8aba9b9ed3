"""A page whose key stayed has the bytes it had, whatever else changed: no page prints what was."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import a_claim, a_decision, case, person
from editions.publications import (
    ALENA,
    BORIS,
    ECHO,
    HOUSE,
    PAPER,
    REPORT,
    SQUARE,
    VERA,
    a_publication,
    all_claims,
)  # fmt: skip
from khronika.clearance.publication import Prose, Publication
from khronika.editions.edition import File, Group
from khronika.editions.site import buckets
from khronika.editions.site.edition import SiteEdition
from khronika.schema.claim import Certainty
from khronika.schema.decision import Verb
from khronika.schema.source import SourceLevel
from khronika.values.language import Labels

DAY = date(2026, 11, 22)
LANGUAGES = ("en", "ru")
TOLD = [
    a_claim("name", subject=BORIS, lang="ru", given="Борис", family="Степной", form="full"),
    a_claim("name", subject=SQUARE, lang="en", text="A case of a square"),
    a_claim("ruling", subject=ALENA, case=SQUARE, instance="first", date="2024-03-01", term="3y",
            articles=["RU-UK 205.2/2"], source=PAPER.id),
    a_claim("support", subject=SQUARE, kind_="fund", url="https://fund.example/square"),
    a_claim("membership", subject=VERA, case=SQUARE, role="witness"),
    a_claim("custody", subject=VERA, kind_="pretrial", start="2026-11-05", end="2026-12-05"),
    a_claim("arrest", subject=BORIS, case=SQUARE, date="2023-02", certainty=Certainty.DENIED),
    a_claim("hearing", subject=VERA, date="2026-12-01", instance="first"),
]  # fmt: skip
GLEB, GATE = person("strunin-gleb"), case("gate")
RECKONED = [
    a_claim("name", subject=GLEB, text="Gleb Strunin"),
    a_claim("arrest", subject=GLEB, case=GATE, date="2023-02-01"),
    a_claim("ruling", subject=GLEB, case=GATE, date="2023-06-01", term="5y", regime="strict",
            articles=["RU-UK 207.3/2"]),
]  # fmt: skip
BASE = [*all_claims(), *TOLD[2:3], *RECKONED]
Change = Callable[[st.DataObject], Publication]


def made(**parts: object) -> Publication:
    claims = parts.pop("claims", BASE)
    return a_publication(claims, languages=LANGUAGES, **parts)  # type: ignore[arg-type]


def told(data: st.DataObject) -> Publication:
    return made(claims=[*BASE, data.draw(st.sampled_from(TOLD))])


def taken_back(data: st.DataObject) -> Publication:
    gone = data.draw(st.integers(0, len(BASE) - 1))
    return made(claims=[one for at, one in enumerate(BASE) if at != gone])


def decided(data: st.DataObject) -> Publication:
    rulings = [one.id() for one in BASE if one.kind == "ruling"]
    one, other = data.draw(st.permutations(rulings))[:2]
    found = [
        a_decision(Verb.PREFER, one, over=[other]),
        a_decision(Verb.MERGE, one, other),
        a_decision(Verb.SPLIT, one),
        a_decision(Verb.SAME, ALENA, VERA),
    ]
    return made(decisions=(data.draw(st.sampled_from(found)),))


def described(data: st.DataObject) -> Publication:
    source = data.draw(st.sampled_from([PAPER, REPORT, ECHO]))
    changes: list[dict[str, object]] = [
        {"title": "Another title"}, {"level": SourceLevel.CLOSED}, {"url": ""}, {"date": None},
        {"lang": "de"}, {"repeats": REPORT.id if source is not REPORT else PAPER.id},
    ]  # fmt: skip
    other = replace(source, **data.draw(st.sampled_from(changes)))  # type: ignore[arg-type]
    return made(sources=(other,))


def dated(data: st.DataObject) -> Publication:
    return made(as_of=DAY + timedelta(days=data.draw(st.integers(-1500, 1500))))


def written(data: st.DataObject) -> Publication:
    subject = data.draw(st.sampled_from([ALENA, BORIS, SQUARE, None]))
    slot = data.draw(st.sampled_from(["biography", "essay", "about", "method"]))
    text = Prose(slot, subject, data.draw(st.sampled_from(["en", "de"])), "It was *so*.")
    return made(prose=(text,))


def set_otherwise(data: st.DataObject) -> Publication:
    publication = made()
    someone = data.draw(st.sampled_from([ALENA, BORIS]))
    changes: list[dict[str, object]] = [
        {"house": replace(HOUSE, title=Labels({"en": "Another"}))},
        {"house": replace(HOUSE, contact="others@example.org", address="https://a.example/")},
        {"addresses": {**publication.addresses, someone: "elsewhere"}},
        {"addresses": {**publication.addresses, SQUARE: "elsewhere"}},
        {"changed": {**publication.changed, someone: date(2026, 11, 2)}},
        {"notes": {someone: "Not all that is said is ours."}},
        {"unindexed": frozenset({someone})},
        {"labels": {"Lugovsk court": {"ru": "Луговский суд"}}},
        {"known": {}},
        {"state": "6" * 64},
        {"people": {one: it for one, it in publication.people.items() if one != someone}},
    ]  # fmt: skip
    return replace(publication, **data.draw(st.sampled_from(changes)))  # type: ignore[arg-type]


CHANGES = [told, taken_back, decided, described, dated, written, set_otherwise]


@cache
def before() -> tuple[dict[str, File], dict[str, bytes]]:
    files = {one.path: one for one in SiteEdition().files(made())}
    return files, {path: one.render() for path, one in files.items()}


@pytest.mark.parametrize("change", CHANGES)
@settings(max_examples=12, deadline=None)
@given(st.data())
def test_whatever_changes_a_page_of_the_same_key_has_the_same_bytes(
    change: Change, data: st.DataObject
) -> None:
    files, pages = before()
    for file in SiteEdition().files(change(data)):
        if file.path in files and file.key and file.key == files[file.path].key:
            assert file.render() == pages[file.path], file.path


def groups(publication: Publication) -> dict[str, Group]:
    return {one.name: one for one in SiteEdition().parts(publication) if isinstance(one, Group)}


def pages_of(group: Group) -> dict[str, tuple[str, bytes]]:
    return {one.path: (one.key, one.render()) for one in group.files()}


@cache
def groups_before() -> dict[str, tuple[str, dict[str, tuple[str, bytes]]]]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(buckets, "FULL", 1)
        return {name: (one.key, pages_of(one)) for name, one in groups(made()).items()}


@pytest.mark.parametrize("change", CHANGES)
@settings(max_examples=12, deadline=None)
@given(st.data())
def test_whatever_changes_a_group_of_the_same_key_has_the_same_pages(
    change: Change, data: st.DataObject
) -> None:
    before = groups_before()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(buckets, "FULL", 1)
        after = groups(change(data))
    for name in after.keys() & before.keys():
        key, pages = before[name]
        if after[name].key == key:
            assert pages_of(after[name]) == pages, name


def test_one_claim_more_leaves_the_groups_of_others_as_they_were(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(buckets, "FULL", 1)
    before, after = groups(made()), groups(made(claims=[*BASE, TOLD[0]]))
    changed = {name for name, one in after.items() if one.key != before[name].key}
    paths = {file.path for name in changed for file in after[name].files()}
    assert "en/people/lesnoy-boris.html" in paths
    assert "en/people/strunin-gleb.html" not in paths
