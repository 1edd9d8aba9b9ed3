from builders import a_claim
from editions.publications import ALENA, SQUARE, VERA, a_publication, all_claims
from khronika.clearance.publication import Publication
from khronika.editions.paper.brief import Brief, brief, brief_reader, is_in_force
from khronika.editions.reader import Reader
from khronika.schema.claim import Certainty, Claim, Speaker


def the_brief(publication: Publication) -> Brief:
    return brief(ALENA, brief_reader(Reader(publication, "en")))


def accused(*more: Claim) -> Publication:
    """Somebody accused, in custody, and whatever came of it."""
    return a_publication(
        [
            a_claim("name", subject=ALENA, lang="en", text="Alyona Belova"),
            a_claim("membership", subject=ALENA, case=SQUARE, role="defendant"),
            a_claim("custody", subject=ALENA, case=SQUARE, kind_="pretrial", start="2025-02-13"),
            a_claim(
                "charge", subject=ALENA, case=SQUARE, article="RU-UK 205.2/2",
                offence={"text": "words at a square", "lang": "en"},
                speaker=Speaker.INVESTIGATION,
            ),
            *more,
        ]
    )  # fmt: skip


def a_ruling(instance: str, **fields: object) -> Claim:
    return a_claim("ruling", subject=ALENA, case=SQUARE, instance=instance, **fields)  # type: ignore[arg-type]


FIRST = a_ruling("first", date="2026-03-01", outcome="convicted", term="6y",
                 articles=["RU-UK 205.2/2"])  # fmt: skip
UPHELD = a_ruling("appeal", date="2026-06-01", outcome="upheld")


def labels(publication: Publication) -> list[str]:
    return [line.label for line in the_brief(publication).lines]


def test_nobody_is_called_convicted_before_the_verdict_is_in_force() -> None:
    assert "Convicted under" not in labels(accused(FIRST))
    assert "Accused under" in labels(accused(FIRST))
    assert "Convicted under" in labels(accused(FIRST, UPHELD))


def test_a_verdict_said_to_be_in_force_later_is_not_in_force_yet() -> None:
    later = a_ruling("first", date="2026-03-01", outcome="convicted", in_force="2027-01-01")
    publication = accused(later)
    assert not is_in_force(publication.people[ALENA])


def test_the_words_of_the_charge_are_not_in_it() -> None:
    assert "words at a square" not in the_brief(a_publication()).in_words


def test_an_article_is_explained_in_the_words_of_the_table() -> None:
    (said,) = the_brief(a_publication()).meanings
    assert said.startswith("art. 205.2: Public calls")


def test_what_somebody_denies_is_left_out() -> None:
    denied = a_claim("arrest", subject=VERA, date="2026-11-04", certainty=Certainty.DENIED)
    publication = a_publication([*all_claims(), denied])
    said = brief(VERA, brief_reader(Reader(publication, "en")))
    assert [line.label for line in said.lines] == []
