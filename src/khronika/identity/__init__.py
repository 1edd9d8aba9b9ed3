"""Says who may be who, with a score and its reasons; never merges anybody."""

from khronika.identity.candidates import Candidate, candidates
from khronika.identity.compare import Comparison, compare
from khronika.identity.search_key import fold_for_search
from khronika.identity.weights import THRESHOLD

__all__ = ["THRESHOLD", "Candidate", "Comparison", "candidates", "compare", "fold_for_search"]
