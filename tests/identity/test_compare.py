import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from khronika.identity.compare import compare
from khronika.identity.weights import THRESHOLD
from khronika.values.name import TABLE, transliterate

FULL = "Розов Степан Ильич"
SAME = [
    "Степан Розов",
    "Rozov Stepan Iljitsch",
    "Stepan Rosow",
    "Розова Степана Ильича",
    "Степану Розову",
    "Стёпа Розов",
    "Styopa Rozov",
    "С. Розов",
    "Розов С. И.",
    "ROZOV, Stepan",
    "Степан Розво",  # a slip
    "Рoзoв Cтепан",  # homoglyphs
]
OTHERS = [
    "Розов Степан Петрович",  # father's name
    "Розов Илья Степанович",  # the father
    "Розов Кирилл Ильич",  # a brother
    "Розова Мария",  # a spouse
    "К. Розов",
    "Розов С. К.",
    "Степан Ильич Мирный",
    "",
    "🙂",
    "Степан",
    "ж" * 10_000,
    "Ооо Ооо Ооо Ооо Ооо",
]
syllables = st.tuples(st.sampled_from("бвгджзклмнпрстфхцчшщ"), st.sampled_from("аеёиоуыэюя"))
words = st.builds(
    lambda parts, last: "".join(map("".join, parts)) + last,
    st.lists(syllables, min_size=2, max_size=5),
    st.sampled_from(["в", "н", "й", "ль", "рг", ""]),
)


@pytest.mark.parametrize("other", SAME)
def test_a_name_is_known_in_another_spelling(other: str) -> None:
    assert compare(FULL, other).score >= THRESHOLD


@pytest.mark.parametrize("other", OTHERS)
def test_somebody_else_is_somebody_else(other: str) -> None:
    assert compare(FULL, other).score < THRESHOLD


@pytest.mark.parametrize("pair", [("Мария", "Mario"), ("Maria", "Mario"), ("Carla", "Carlo")])
def test_a_woman_and_a_man_of_one_name_are_two(pair: tuple[str, str]) -> None:
    assert compare(*(f"{given_} Rozini" for given_ in pair)).score < THRESHOLD


@pytest.mark.parametrize("pair", [("Илхом", "Ilhom"), ("Шухром", "Schuhrom")])
def test_an_ending_that_belongs_to_the_word_is_heard(pair: tuple[str, str]) -> None:
    assert compare(f"{pair[0]} Розов", f"{pair[1]} Rozov").score >= 0.95


@settings(deadline=None)  # tables are read when first asked for
@given(st.text(max_size=60), st.text(max_size=60))
@example("Розов С.", "Розова Степана Ильича")
def test_the_score_is_the_same_from_both_sides(one: str, other: str) -> None:
    assert compare(one, other).score == compare(other, one).score


@pytest.mark.parametrize("convention", sorted(TABLE["conventions"]))
@settings(deadline=None)  # tables are read when first asked for
@given(family=words, given_=words)
@example(family="Щукин", given_="Юлий")
@example(family="Хижняк", given_="Цезарь")
def test_a_name_is_known_in_every_convention(convention: str, family: str, given_: str) -> None:
    name = f"{family} {given_}"
    assert compare(name, transliterate(name, convention)).score >= THRESHOLD


@settings(deadline=None)  # tables are read when first asked for
@given(
    st.sampled_from(["Розов", "Kuznetsova", "Абдуллаев", "Савич"]),
    st.sampled_from(["Степан", "Лейла", "Yuri", "Арыстан"]),
    st.sampled_from([("Ильич", "Кириллович"), ("Ivanovna", "Sergeevna"), ("Бекович", "Олегович")]),
)
def test_a_contradicting_patronymic_never_raises_the_score(
    family: str, given_: str, fathers: tuple[str, str]
) -> None:
    ours, theirs = (f"{family} {given_} {father}" for father in fathers)
    assert compare(ours, theirs).score < compare(ours, f"{family} {given_}").score
    assert compare(ours, theirs).score < compare(f"{family} {given_}", f"{family} {given_}").score


def test_the_reasons_say_what_speaks_against_first() -> None:
    reasons = compare("Розов Степан Ильич", "Stepan Kirillovich Rozov").reasons
    assert reasons[0].code == "identity.patronymics-differ"
    assert reasons[0].params == {"ours": "Ильич", "theirs": "Kirillovich"}


@pytest.mark.parametrize(
    ("other", "code"),
    [
        ("Стёпа Розов", "same-name"),
        ("С. Розов", "initial"),
        ("К. Розов", "other-initial"),
        ("Кирилл Розов", "other-name"),
        ("Степан Мирный", "unlike"),
        ("Розов", "one-word"),
        ("Степан Розов-Мирный", "left-over"),
        ("Степан Рожов", "similar-sound"),
        ("???", "cannot-tell"),
    ],
)
def test_each_observation_is_said(other: str, code: str) -> None:
    assert f"identity.{code}" in {one.code for one in compare(FULL, other).reasons}
