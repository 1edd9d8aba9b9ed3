from khronika.extraction.proposal import Context, KnownPerson
from khronika.extraction.propose import propose

KNOWN = (KnownPerson("Saveliy Ladogin", ("Савелий Ладогин", "Сава")),)


def people(text: str) -> list[str]:
    return [one.person for one in propose(text, Context(people=KNOWN)) if one.kind == "arrest"]


def test_a_known_person_is_met_in_any_script_by_the_family_name() -> None:
    assert people("Ладогин задержан 3 марта 2023 года.") == ["Saveliy Ladogin"]
    assert people("Ladogin was arrested on 3 March 2023.") == ["Saveliy Ladogin"]


def test_a_given_name_alone_is_no_known_person_until_the_document_names_one() -> None:
    assert not people("Saveliy was arrested on 3 March 2023.")


def test_whoever_the_document_names_in_full_goes_before_a_namesake_of_the_casebook() -> None:
    text = "Pyotr Ladogin is a poet. Ladogin was arrested on 3 March 2023."
    assert people(text) == ["Pyotr Ladogin"]


def test_a_spelling_the_casebook_has_is_no_news() -> None:
    found = propose("Савелий Ладогин задержан 3 марта 2023 года.", Context(people=KNOWN))
    assert [one.kind for one in found] == ["arrest"]
