from hypothesis import example, given, settings
from hypothesis import strategies as st

from khronika.identity.sounds import LONGEST, SIGNS, distance
from khronika.identity.sounds_many import codes_of, distances

rows = st.text(SIGNS, max_size=LONGEST)


@settings(deadline=None)  # tables are read when first asked for
@given(st.lists(st.tuples(rows, rows), min_size=1, max_size=12))
@example([("", ""), ("rozov", "rzoov"), ("", "5irkova")])
def test_distances_in_columns_are_those_one_by_one(pairs: list[tuple[str, str]]) -> None:
    ours, theirs = ([pair[side] for pair in pairs] for side in (0, 1))
    found = distances(codes_of(ours), codes_of(theirs)).tolist()
    assert found == [distance(*pair) for pair in pairs]
