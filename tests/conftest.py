"""Nothing here is a timed test: a busy machine may be slow."""

from hypothesis import settings

settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
