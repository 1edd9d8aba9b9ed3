"""Cards to share: a picture of a person's name and case for networks and messengers."""
