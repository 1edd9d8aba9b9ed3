import pytest
from hypothesis import given
from hypothesis import strategies as st

from khronika.values.name import (
    PersonName,
    UnknownConvention,
    fold_name,
    print_name,
    transliterate,
)

NAME = PersonName("Кагарлицкий", "Юлий", "Савельевич")


@pytest.mark.parametrize(
    ("name", "english", "german", "french"),
    [
        ("Кагарлицкий", "Kagarlitsky", "Kagarlizki", "Kagarlitski"),
        ("Фролов", "Frolov", "Frolow", "Frolov"),
        ("Штефанов", "Shtefanov", "Schtefanow", "Chtefanov"),
        ("Елисеев", "Eliseev", "Jelisejew", "Elisseïev"),
        ("Юлий", "Yuly", "Juli", "Iouli"),
        ("Савелий", "Savely", "Saweli", "Saveli"),
        ("Алексей", "Alexey", "Alexei", "Alexeï"),
        ("Сергей", "Sergey", "Sergei", "Sergueï"),
        ("Николай", "Nikolai", "Nikolai", "Nikolaï"),
        ("Александр", "Alexander", "Alexander", "Alexandre"),
        ("Любовь", "Lyubov", "Ljubow", "Lioubov"),
        ("Наталья", "Natalya", "Natalja", "Natalia"),
        ("Алёна", "Alyona", "Aljona", "Aliona"),
        ("Хрущёв", "Khrushchev", "Chruschtschow", "Khrouchtchev"),
        ("Соловьёв", "Solovyov", "Solowjow", "Soloviov"),
        ("Арсеньев", "Arsenyev", "Arsenjew", "Arseniev"),
        ("Путин", "Putin", "Putin", "Poutine"),
        ("Ксения", "Ksenia", "Xenija", "Xenia"),
        # Ukrainian and Belarusian letters
        ("Лук'яненко", "Lukyanenko", "Lukjanenko", "Loukianenko"),
        ("Зеленський", "Zelensky", "Selenski", "Zelenski"),
        ("Їжакевич", "Yizhakevich", "Jischakewitsch", "Ïjakevitch"),
        ("Быкаў", "Bykau", "Bykau", "Bykaou"),
        # capitals, initials, joined names, other scripts
        ("ФРОЛОВ", "FROLOV", "FROLOW", "FROLOV"),
        ("Ю. Щукин-Фролов", "Yu. Shchukin-Frolov", "Ju. Schtschukin-Frolow",
         "Iou. Chtchoukine-Frolov"),
        ("Vera Belova", "Vera Belova", "Vera Belova", "Vera Belova"),
        ("Ђорђе", "Ђorђe", "Ђorђe", "Ђorђe"),  # a letter that is not listed stands as it is
        ("", "", "", ""),
    ],
)  # fmt: skip
def test_a_name_prints_by_the_custom_of_each_language(
    name: str, english: str, german: str, french: str
) -> None:
    assert transliterate(name, "en") == english
    assert transliterate(name, "de") == german
    assert transliterate(name, "fr") == french


def test_the_international_standard_gives_one_letter_for_one_letter() -> None:
    assert transliterate("Щёголев Жюль", "iso9") == "Ŝëgolev Žûlʹ"


def test_a_custom_that_is_not_in_the_table_is_refused() -> None:
    with pytest.raises(UnknownConvention, match="the table holds de, en, fr, iso9"):
        transliterate("Вера", "xx")


@pytest.mark.parametrize(
    ("language", "short", "full"),
    [
        ("ru", "Юлий Кагарлицкий", "Юлий Савельевич Кагарлицкий"),
        ("en", "Yuly Kagarlitsky", "Yuly Savelyevich Kagarlitsky"),
        ("de", "Juli Kagarlizki", "Juli Saweljewitsch Kagarlizki"),
        ("fr", "Iouli Kagarlitski", "Iouli Savelievitch Kagarlitski"),
    ],
)
def test_the_patronymic_is_printed_only_when_asked_for(
    language: str, short: str, full: str
) -> None:
    assert print_name(NAME, language) == short
    assert print_name(NAME, language, full=True) == full


def test_a_name_of_one_word_prints_as_that_word() -> None:
    assert print_name(PersonName("Вера"), "en", full=True) == "Vera"


@pytest.mark.parametrize(
    "spellings",
    [
        "Фролов Frolov Frolow Frolof Froloff",
        "Юлий Yuli Yuliy Yuly Juli Iouli Julij",
        "Любовь Lyubov' Lyubov’ Lyubov Ljubow Liubov",
        "Кагарлицкий Kagarlitsky Kagarlizki Kagarlitski Kagarlitskii Kagarlitskiy Kagarlickij",
        "Елисеев Eliseev Yeliseyev Jelissejew Jelisejew Elisseïev",
        "Алёна Алена Alyona Alena Aliona",
        "Дмитрий Dmitry Dmitriy Dmitri Dmitrij",
        "Хрущёв Хрущев Khrushchev Chruschtschow Khrouchtchev Khrushchyov",
        "Горбачёв Gorbachev Gorbatschow Gorbatchev Gorbačëv",
        "Александр Alexander Aleksandr Alexandre",
        "Савелий Saveliy Saweli Savely",
        "Соловьёв Solovyov Solovyev Solowjow",
        "Сергей Sergei Sergey Sergej Sergueï",
        "Штефанов Shtefanov Schtefanow Chtefanov Štefanov",
        "Данил Даниил Danil Daniil",
    ],
)
def test_the_usual_spellings_of_a_name_share_one_key(spellings: str) -> None:
    assert len({fold_name(spelling) for spelling in spellings.split()}) == 1


def test_the_order_of_given_and_family_name_does_not_matter() -> None:
    assert fold_name("Фролов, Савелий") == fold_name("Saveliy FROLOV") == "frolov saveli"


def test_different_names_keep_different_keys() -> None:
    names = ("Фролов", "Фомин", "Орлов", "Олег", "Ольга", "Вера", "Борис", "Алёна", "Ирина")
    assert len({fold_name(name) for name in names}) == len(names)


cyrillic = st.text("абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґў", min_size=1, max_size=12)


@given(cyrillic)
def test_every_convention_leaves_no_cyrillic_letter(word: str) -> None:
    for convention in ("en", "de", "fr", "iso9"):
        printed = transliterate(word, convention)
        assert not any("\u0400" <= letter <= "\u04ff" for letter in printed)


@given(st.text(max_size=20))
def test_a_key_does_not_depend_on_capitals(text: str) -> None:
    assert fold_name(text) == fold_name(text.casefold())
