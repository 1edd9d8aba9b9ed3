from builders import a_claim
from khronika.clearance.naming import spellings


def test_a_name_is_written_in_each_usual_order_and_language() -> None:
    name = a_claim("name", family="Громов", given="Борис", patronymic="Ильич")
    found = set(spellings(name))
    assert {"Борис Громов", "Громов Борис", "Борис Ильич Громов", "Громов Борис Ильич"} <= found
    assert {"Boris Gromov", "Boris Gromow"} <= found
    assert "Громов" in found
    assert "Борис" not in found


def test_a_name_written_whole_stands_as_it_is() -> None:
    assert set(spellings(a_claim("name", text="Alena Belova", form="own"))) == {"Alena Belova"}
