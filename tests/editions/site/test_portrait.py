"""A portrait with whose it is and on what terms; else a frame, the same for everybody."""

from collections.abc import Callable
from dataclasses import replace

from builders import a_claim
from editions.markup import Element, parsed, rendered
from editions.publications import ALENA, BORIS, REPORT, a_publication, all_claims
from khronika.clearance.picture import Picture
from khronika.editions.site.edition import SiteEdition
from khronika.schema.claim import Claim

Page = Callable[[str], Element]
ALENAS = "en/people/belova-alena.html"


def a_portrait(file: str = "secret-name.jpg", **more: object) -> Claim:
    told = {"credit": "Vera Yezhova", "licence": "CC BY 4.0", "faces": "agreed"} | more
    return a_claim("portrait", subject=ALENA, source=REPORT.id, file=file, **told)  # type: ignore[arg-type]


def shown(*portraits: Claim, broken: bool = False) -> dict[str, bytes]:
    publication = a_publication([*all_claims(), *portraits])
    pictures = {
        one: Picture(str(claim.fields["file"]).encode(), 48, 60, "jpg")
        for one, claim in publication.claims.items()
        if claim.kind == "portrait" and not broken
    }
    return rendered(SiteEdition(), replace(publication, pictures=pictures))


def test_the_frame_is_the_same_for_everybody_and_says_what_it_is(page: Page) -> None:
    alena, boris = (
        page(f"en/people/{one}.html").one("svg", of_class="portrait")
        for one in ("belova-alena", "lesnoy-boris")
    )
    assert alena.text == boris.text == "No portrait is published"
    assert not alena.all("text")
    assert alena.attributes["role"] == "img"


def test_a_portrait_says_who_is_on_it_whose_it_is_and_on_what_terms_with_notes() -> None:
    figure = parsed(shown(a_portrait())[ALENAS]).one("figure", of_class="portrait")
    image = figure.one("img")
    assert image.attributes["alt"] == "Portrait of Alyona Belova"
    assert (image.attributes["width"], image.attributes["height"]) == ("48", "60")
    assert "Vera Yezhova" in figure.text
    assert "CC BY 4.0" in figure.text
    assert len(figure.all("a", of_class="ref")) == 2


def test_a_portrait_goes_by_its_persons_address_in_every_language() -> None:
    site = shown(a_portrait())
    assert [path for path in site if path.startswith("pictures/")] == ["pictures/belova-alena.jpg"]
    for language in ("en", "ru", "de", "fr"):
        image = parsed(site[f"{language}/people/belova-alena.html"]).one("img")
        assert image.attributes["src"] == "../../pictures/belova-alena.jpg"
    assert not [
        path for path, data in site.items() if b"secret-name.jpg" in data and "html" in path
    ]


def test_masked_faces_are_said_to_be_masked() -> None:
    masked, agreed = (
        parsed(shown(a_portrait(faces=faces))[ALENAS]).one("figure", of_class="portrait").text
        for faces in ("masked", "agreed")
    )
    assert "Faces are masked." in masked
    assert "Faces are masked." not in agreed


def test_of_several_portraits_the_newest_is_shown() -> None:
    site = shown(a_portrait("old.jpg", taken="2021"), a_portrait("new.jpg", taken="2022-05"))
    assert b"new.jpg" in site["pictures/belova-alena.jpg"]


def test_a_picture_that_could_not_be_read_leaves_the_frame_in_its_place() -> None:
    site = shown(a_portrait(), broken=True)
    assert parsed(site[ALENAS]).one("svg", of_class="portrait")
    assert not [path for path in site if path.startswith("pictures/")]


def test_another_picture_is_another_page() -> None:
    one, other = (
        replace(
            a_publication([*all_claims(), a_portrait()]),
            pictures={a_portrait().id(): Picture(data, 4, 5, "jpg")},
        )
        for data in (b"one", b"other")
    )
    keys = [{file.path: file.key for file in SiteEdition().files(made)} for made in (one, other)]
    changed = {path for path in keys[0] if keys[0][path] != keys[1][path]}
    assert {ALENAS, "pictures/belova-alena.jpg"} <= changed
    assert f"en/people/{BORIS.rpartition('/')[2]}.html" not in changed
