"""People who are known, brought forward: as if the others had never been there."""

from khronika.identity.candidates import People, Person

BELOVA, VETROVA = Person(("Белова Алёна",)), Person(("Ветрова Вера",))


def who(known: People, name: str) -> list[str]:
    return [one.who for one in known.candidates(Person((name,)))]


def test_somebody_who_came_is_found_and_so_are_those_before() -> None:
    now = People({"belova": BELOVA}).forward({"vetrova": VETROVA})
    assert who(now, "Vera Vetrova") == ["vetrova"]
    assert who(now, "Alena Belova") == ["belova"]


def test_somebody_who_went_is_not_found() -> None:
    before = People({"belova": BELOVA, "vetrova": VETROVA})
    now = before.forward({"vetrova": None})
    assert who(now, "Vera Vetrova") == []
    assert who(now, "Alena Belova") == ["belova"]
    assert who(before, "Vera Vetrova") == ["vetrova"]


def test_somebody_who_goes_by_another_name_is_found_by_that_alone() -> None:
    now = People({"belova": BELOVA}).forward({"belova": VETROVA})
    assert who(now, "Alena Belova") == []
    assert who(now, "Vera Vetrova") == ["belova"]
