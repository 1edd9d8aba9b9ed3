"""Who is who within one document: spellings, case forms and bare names brought to one person.

Invariants:

- Two people are one only when given and family name meet, or the casebook says so; what stays
  open stays two people.
- The name handed on is the fullest in the nominative; of equals the most frequent, then the first.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from khronika.extraction.mention import Mention
from khronika.extraction.naming import CYRILLIC, Gender, given_keys, given_name, is_patronymic, stem
from khronika.extraction.proposal import KnownPerson
from khronika.values.name import fold_name

LONG_ENOUGH = 6  # letters of a family name in which one slip of the pen is forgiven


@dataclass(eq=False, slots=True)
class Person:
    """Somebody the document names; `forms` counts each full name as written.

    `aliases` are the stems of the words of all names the casebook knows already.
    """

    given: frozenset[str]
    family: str
    gender: Gender = Gender.UNKNOWN
    forms: Counter[str] = field(default_factory=Counter)
    titles: Counter[str] = field(default_factory=Counter)
    aliases: set[str] = field(default_factory=set)
    is_sure: bool = False
    beside: int = 0
    name_at: int = -1
    named: str = ""
    plain: int = 0

    @property
    def is_aside(self) -> bool:
        """Whether the text brings this person in as a relative, a lawyer or an official."""
        return self.beside > 0 and self.beside * 2 > self.plain

    @property
    def is_met(self) -> bool:
        """Whether the document itself gives the full name."""
        return self.beside + self.plain > 0

    @property
    def name(self) -> str:
        """The fullest name, in the nominative."""
        told = self.beside + self.plain  # both grow with each mention
        if self.name_at != told:
            self.name_at, self.named = told, self._fullest()
        return self.named

    def _fullest(self) -> str:
        longest = max(len(form.split()) for form in self.forms)
        fullest = [form for form in self.forms if len(form.split()) == longest]
        return max(fullest, key=lambda form: self.forms[form] + self.titles[form])


class Cast:
    """The people of one document."""

    def __init__(self, known: Sequence[KnownPerson] = ()) -> None:
        self._by_family: dict[str, list[Person]] = {}
        self._by_given: dict[str, list[Person]] = {}
        self._by_alias: dict[str, Person] = {}
        self.people: list[Person] = []
        for person in known:
            self._admit(person)

    def meet(self, mention: Mention) -> Person:
        """The person a full name means, met before or new."""
        keys = given_keys(mention.given)
        found = self._find(keys, mention) or self._new(keys, mention)
        found.is_sure = found.is_sure or mention.is_sure
        found.gender = found.gender or mention.gender
        found.forms[mention.full] += 1
        return found

    def known(self, mention: Mention) -> Person | None:
        """Whom a full name means, if the document names that person anywhere."""
        return self._find(given_keys(mention.given), mention)

    def named(self, mention: Mention, among: Iterable[Person] = ()) -> Person | None:
        """Whom a bare family or given name means; of several, one of those who are on stage."""
        if mention.given and not mention.given.endswith(".") and not mention.family:
            found = self._of_given(mention)
        else:
            found = self._of_family(mention)
        near = [person for person in among if person in found]
        if near:
            return near[0]
        return found[0] if len(found) == 1 else None

    def _admit(self, known: KnownPerson) -> None:
        given, family = _in_order(known.name)
        known_as = given_name(given)
        gender = known_as.gender if known_as else Gender.UNKNOWN
        person = Person(given_keys(given), stem(family), gender, is_sure=True)
        person.forms[known.name] += 1
        self._keep(person)
        for alias in known.aliases:
            self._also(person, alias)

    def _also(self, person: Person, spelling: str) -> None:
        """Another name of somebody: whole ones are met by their parts, a single word as it is."""
        person.aliases.update(map(stem, spelling.split()))
        if len(spelling.split()) == 1:
            self._by_alias[fold_name(spelling)] = person
            return
        given, family = _in_order(spelling)
        person.given |= given_keys(given)
        same = self._by_family.setdefault(stem(family), [])
        if person not in same:
            same.append(person)

    def _find(self, keys: frozenset[str], mention: Mention) -> Person | None:
        same = self._by_family.get(stem(mention.family), [])
        for person in same:
            if person.given & keys and _gender_fits(person.gender, mention.gender):
                return person
        for key in keys:
            for person in self._by_given.get(key, ()):
                if _one_slip(person.family, stem(mention.family)):
                    return person
        return None

    def _new(self, keys: frozenset[str], mention: Mention) -> Person:
        person = Person(keys, stem(mention.family), mention.gender)
        self._keep(person)
        return person

    def _keep(self, person: Person) -> None:
        self.people.append(person)
        self._by_family.setdefault(person.family, []).append(person)
        for key in person.given:
            self._by_given.setdefault(key, []).append(person)

    def _of_family(self, mention: Mention) -> list[Person]:
        word = mention.family
        alias = self._by_alias.get(fold_name(word))
        if alias:
            return [alias]
        found = _met_first(self._by_family.get(stem(word), ()))
        if mention.given:
            initial = fold_name(mention.given.split(".")[0])[:1]
            found = [one for one in found if any(key.startswith(initial) for key in one.given)]
        if CYRILLIC.search(word):
            return _by_form(found, word)
        return found or self._plural(word)

    def _plural(self, word: str) -> list[Person]:
        return list(self._by_family.get(stem(word[:-1]), ())) if word.endswith("s") else []

    def _of_given(self, mention: Mention) -> list[Person]:
        keys = given_keys(mention.given)
        found = [person for key in sorted(keys) for person in self._by_given.get(key, ())]
        return [person for person in found if person.is_met]


def _in_order(name: str) -> tuple[str, str]:
    """The given and the family name of a whole name, in either order of official papers."""
    words = name.split()
    is_turned = len(words) > 2 and is_patronymic(words[-1])
    return (words[1], words[0]) if is_turned else (words[0], words[-1])


def _met_first(people: Sequence[Person]) -> list[Person]:
    """Those the document names in full, where it names any of them."""
    return [person for person in people if person.is_met] or list(people)


def _by_form(found: list[Person], word: str) -> list[Person]:
    """A form like "Петров" is a man's, "Петровой" a woman's; "Петрова" may be either."""
    lower = word.lower()
    if lower.endswith(("ов", "ев", "ин", "ий", "ым", "ому", "ого")):
        fitting = [one for one in found if one.gender is not Gender.FEMALE]
    elif lower.endswith(("ой", "ая", "ую")):
        fitting = [one for one in found if one.gender is not Gender.MALE]
    else:
        fitting = found
    return fitting or found


def _gender_fits(one: Gender, other: Gender) -> bool:
    return not one or not other or one is other


def _one_slip(one: str, other: str) -> bool:
    """Whether two long family names differ by one letter put in, left out or changed inside."""
    if min(len(one), len(other)) < LONG_ENOUGH or abs(len(one) - len(other)) > 1 or one == other:
        return False
    short, long = sorted((one, other), key=len)
    at = next((n for n, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    if at == 0 or at >= len(short) - 1:
        return False
    rest = short[at + 1 :] if len(short) == len(long) else short[at:]
    return rest == long[at + 1 :]
