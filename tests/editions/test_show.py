"""Values become words of the reader's language; addresses become links only when they are safe."""

import pytest

from builders import a_claim
from editions.publications import a_publication
from khronika.editions.reader import Reader
from khronika.editions.show import capital, link_to, show
from khronika.schema.kind import kind


def shown(kind_name: str, field: str, value: object, language: str = "en") -> tuple[str, str]:
    claim = a_claim(kind_name, lang="ru", **{f"{field.replace('-', '_')}_": value})
    reader = Reader(a_publication([]), language)
    found = show(claim.fields[field], kind(kind_name).field(field), reader=reader, said_in="ru")
    return found.text, found.lang


@pytest.mark.parametrize(
    ("kind_name", "field", "value", "text", "lang"),
    [
        ("ruling", "term", "7y10m", "7 years 10 months", ""),
        ("ruling", "regime", "strict", "strict regime", ""),
        ("ruling", "fine", "100000 RUB", "100,000 Russian roubles", ""),
        ("ruling", "arrest-days", 15, "15", ""),
        ("recognition", "by", "memorial-pzk", "Support for Political Prisoners. Memorial", ""),
        ("recognition", "by", {"text": "Le Comité", "lang": "fr"}, "Le Comité", "fr"),
        ("false-report", "text", "как написано", "как написано", "ru"),
        ("recognition", "url", "https://a.example", "https://a.example", ""),
    ],
)
def test_a_value_is_said_in_the_readers_language_or_keeps_its_own(
    kind_name: str, field: str, value: object, text: str, lang: str
) -> None:
    assert shown(kind_name, field, value) == (text, lang)


def test_several_articles_are_a_list() -> None:
    text, _ = shown("ruling", "articles", ["RU-UK 205.2/2", "RU-UK 30"])
    assert " and " in text


@pytest.mark.parametrize(
    ("text", "href"),
    [
        ("https://a.example/b?c=d", "https://a.example/b?c=d"),
        ("http://a.example", "http://a.example"),
        ("group@a.example", "mailto:group@a.example"),
        ("javascript:alert(1)", ""),
        ("data:text/html,x", ""),
        ("https://a.example/<b>", ""),
        ("write to us @ noon", ""),
        ("", ""),
    ],
)
def test_only_web_and_mail_addresses_become_links(text: str, href: str) -> None:
    assert link_to(text) == href


def test_a_line_begins_with_a_capital() -> None:
    assert capital("следственный изолятор") == "Следственный изолятор"
    assert capital("") == ""
