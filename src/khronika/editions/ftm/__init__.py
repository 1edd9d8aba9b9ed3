"""FollowTheMoney: people, cases and sources as entities that tools for investigations read."""
