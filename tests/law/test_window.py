"""How long a finding leaves the door to a criminal case open."""

from datetime import date

import pytest

from khronika.law.articles import is_known
from khronika.law.window import windows_after
from khronika.values.legal import LegalReference


@pytest.mark.parametrize(
    ("finding", "opens", "until", "findings"),
    [
        ("RU-KoAP 20.3.3/1", "RU-UK 280.3/1", "2025-03-04", 1),
        ("RU-KoAP 20.2/5", "RU-UK 212.1", "2024-08-31", 3),
        ("RU-KoAP 20.33", "RU-UK 284.1/1", "2025-03-04", 1),
    ],
)
def test_a_finding_opens_a_crime_for_a_time(
    finding: str, opens: str, until: str, findings: int
) -> None:
    (window,) = windows_after(LegalReference.parse(finding))
    assert str(window.opens) == opens
    assert window.findings == findings
    assert window.until(date(2024, 3, 5)).isoformat() == until
    assert is_known(window.opens) is not False


def test_a_criminal_article_opens_nothing() -> None:
    assert windows_after(LegalReference.parse("RU-UK 280.3/1")) == ()
