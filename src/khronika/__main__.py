"""`python -m khronika` is the command line."""

from khronika.cli.main import main

main()
