"""What somebody looks for, found as they type or when they ask."""

from django.http import HttpResponse

from khronika.desk.pages import page
from khronika.desk.search import reads
from khronika.desk.visit import Request

MOST_TYPED = 200  # characters; nobody looks for more


def search(request: Request) -> HttpResponse:
    """Everything the words are met in, of what this visitor may see."""
    words = request.GET.get("q", "").strip()[:MOST_TYPED]
    found = reads.search(words, request.visit) if words else None
    return page(request, "search/search.html", words=words, found=found)
