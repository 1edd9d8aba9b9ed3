"""The first evening's first page: a passphrase, and three questions."""
