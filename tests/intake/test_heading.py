from khronika.intake.heading import is_heading


def test_a_heading_is_short_and_ends_no_sentence_or_stands_in_capitals() -> None:
    assert is_heading("The case of the lanterns")
    assert is_heading('THE CASE OF "LANTERNS" (RIVERSIDE)')
    assert not is_heading("He was arrested.")
    assert not is_heading("and then the court")
    assert not is_heading("* * *")
    assert not is_heading("A" * 3 + " b" * 60)
    assert not is_heading("OVD;")
