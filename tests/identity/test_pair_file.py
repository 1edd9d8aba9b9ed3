import pytest

from khronika.identity import pair_file
from khronika.identity.compare import compare
from khronika.identity.pair_file import NoPairs, scored_pairs, scores_of

LINES = ["pair_id,note,name1,name2", "1,x,Степан Розов,Stepan Rozov", "2,,Анна,Юрий"]


def test_pairs_are_scored_in_the_order_of_the_file_whatever_else_it_holds() -> None:
    scored = list(scored_pairs(LINES, "pairs.csv"))
    assert [pair for pair, _ in scored] == ["1", "2"]
    assert scored[0][1] == compare("Степан Розов", "Stepan Rozov").score


def test_a_file_without_a_column_is_told_which() -> None:
    with pytest.raises(NoPairs, match="name2"):
        list(scored_pairs(["pair_id,name1", "1,Анна"], "pairs.csv"))


def test_without_numpy_the_scores_are_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    ours, theirs = ["Степан Розов", "Анна"], ["Стёпа Розов", "Юрий"]
    fast = scores_of(ours, theirs)
    monkeypatch.setattr(pair_file, "find_spec", lambda _: None)
    assert scores_of(ours, theirs) == fast
