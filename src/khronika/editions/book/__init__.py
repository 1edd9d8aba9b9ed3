"""The book: everything that was cleared, bound, as PDF and as EPUB."""
