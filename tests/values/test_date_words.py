from khronika.values.date_words import Sign, plain_text, read_words


def signs(text: str) -> list[Sign]:
    return [word.sign for word in read_words(plain_text(text))]


def test_the_longest_phrase_wins() -> None:
    assert signs("day before yesterday") == [Sign.DAYS_AGO]
    assert signs("aux alentours de 2022") == [Sign.ABOUT, Sign.NUMBER]


def test_a_word_is_never_found_inside_another() -> None:
    assert signs("marching mayor") == [Sign.UNKNOWN, Sign.UNKNOWN]


def test_an_unknown_word_is_kept() -> None:
    assert signs("night of 5 June") == [Sign.UNKNOWN, Sign.NUMBER, Sign.MONTH]


def test_a_date_in_figures_is_one_sign_and_a_longer_row_of_figures_is_not() -> None:
    assert signs("30.08.2022") == [Sign.DATE]
    assert Sign.DATE not in signs("130.08.20221")


def test_plain_text_has_one_kind_of_dash_space_and_apostrophe() -> None:
    assert plain_text(" Ещё —  ’30-го’ ") == "еще - '30'"
