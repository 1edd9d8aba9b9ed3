"""Publications with somebody to write to, for the tests of letter packs."""

from dataclasses import replace

from builders import a_claim
from editions.publications import ALENA, BORIS, SQUARE, a_publication
from khronika.clearance.publication import Correspondence, Publication
from khronika.schema.claim import Claim, Speaker
from khronika.schema.subject import SubjectId
from khronika.schema.visibility import Use

WRITTEN = (
    "618000, Пермский край, Верхнереченск, ул. Вымышленная, 31, ИК-31, Беловой Алёне, 1994 г. р."
)


def named(who: SubjectId, family: str, given: str, **more: object) -> Claim:
    return a_claim(
        "name", subject=who, family=family, given=given, form="full",
        **{"speaker": Speaker.COURT, "lang": "ru", **more},  # type: ignore[arg-type]
    )  # fmt: skip


def serving(who: SubjectId) -> Claim:
    return a_claim("custody", subject=who, case=SQUARE, kind_="colony-general", start="2025-01-10")


def address(who: SubjectId, **more: object) -> Claim:
    return a_claim(
        "support", subject=who, kind_="address", lang="ru",
        **{"address": WRITTEN, "facility": "ik-31-verkhnerechensk", "checked": "2026-11-02",
           "checked-by": "answer", **more},  # type: ignore[arg-type]
    )  # fmt: skip


def whole(who: SubjectId, family: str, given: str) -> list[Claim]:
    """Somebody to whom nothing forbids a letter."""
    return [named(who, family, given), serving(who), address(who)]


def pack(*claims: Claim, **told: object) -> Publication:
    return replace(
        a_publication(claims or whole(ALENA, "Белова", "Алёна")),
        use=Use.LETTERS,
        correspondence=Correspondence(**told),  # type: ignore[arg-type]
    )


__all__ = ["ALENA", "BORIS", "SQUARE", "address", "named", "pack", "serving", "whole"]
