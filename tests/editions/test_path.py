"""Links are relative and name the file."""

import pytest

from khronika.editions.path import case_page, link, page_path, person_page


@pytest.mark.parametrize(
    ("page", "target", "href"),
    [
        ("en/index.html", "style.css", "../style.css"),
        ("en/people/a.html", "en/index.html", "../index.html"),
        ("en/people/a.html", "ru/people/a.html", "../../ru/people/a.html"),
        ("index.html", "en/index.html", "en/index.html"),
        ("en/people/a.html", "en/people/a.html", "a.html"),
    ],
)
def test_a_link_leads_from_file_to_file(page: str, target: str, href: str) -> None:
    assert link(page, target) == href


def test_no_person_can_stand_in_the_way_of_a_page() -> None:
    assert page_path("en", person_page("index")) != page_path("en", "index.html")
    assert person_page("x") != case_page("x")
