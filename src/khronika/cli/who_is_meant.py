"""From a name typed by a volunteer to one person, or to a list of candidates."""

from collections.abc import Iterable

from khronika.casebook.reading import Reading
from khronika.cli.output import print_json, print_lines
from khronika.cli.session import Session
from khronika.dossier.names import all_names, person_name
from khronika.errors import KhronikaError
from khronika.schema.subject import SubjectId
from khronika.values.wording import Wording


class NobodyFound(KhronikaError):
    """No person goes by this name."""

    def __init__(self, name: str, wording: Wording) -> None:
        said = wording.gettext("Nobody here goes by {name}.")
        super().__init__(said.format(name=f"“{name}”"))


class SeveralFound(KhronikaError):
    """More than one person goes by this name."""

    def __init__(self, wording: Wording) -> None:
        super().__init__(wording.gettext("Several people go by this name; choose one by the id."))


def the_person(session: Session, reading: Reading, name: str, *, as_json: bool) -> SubjectId:
    """The one person this means; otherwise prints candidates and raises."""
    found = reading.find(name)
    if len(found) == 1:
        return found[0]
    print_people(session, reading, found or reading.near(name), as_json=as_json)
    raise SeveralFound(session.wording) if found else NobodyFound(name, session.wording)


def print_people(
    session: Session, reading: Reading, people: Iterable[SubjectId], *, as_json: bool
) -> None:
    """A line or a JSON row for each: the id, the name, every other spelling."""
    people = tuple(people)
    dossiers, claims = reading.fold(people).people, reading.material.claims
    names = {one: person_name(dossiers[one], claims, session.language) for one in people}
    spellings = {
        one: sorted({text for text, _ in all_names(dossiers[one], claims)}) for one in people
    }
    if as_json:
        print_json([{"person": one, "name": names[one], "names": spellings[one]} for one in people])
        return
    print_lines(f"{one}  {' · '.join(_once(names[one], spellings[one]))}" for one in people)


def _once(name: str, spellings: Iterable[str]) -> list[str]:
    return list(dict.fromkeys([name, *spellings]))
