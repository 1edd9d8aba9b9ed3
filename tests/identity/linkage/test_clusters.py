from khronika.identity.linkage.clusters import clusters_of
from khronika.identity.linkage.model import LinkedPair


def test_records_that_pairs_join_are_one_cluster_named_for_the_first() -> None:
    pairs = [LinkedPair("b", "c", 0.9), LinkedPair("a", "c", 0.95)]
    assert clusters_of(["c", "a", "b", "d"], pairs) == {"c": "c", "a": "c", "b": "c", "d": "d"}


def test_a_pair_that_is_not_likely_enough_joins_nobody() -> None:
    assert clusters_of(["a", "b"], [LinkedPair("a", "b", 0.4)]) == {"a": "a", "b": "b"}
