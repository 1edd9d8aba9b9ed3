"""Programs of the group at the door: a token instead of a passphrase, and JSON instead of pages."""
