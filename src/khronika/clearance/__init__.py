"""The one door to an edition: which claims may leave for which use."""
