"""Tables that groups keep: a row a person, a cell a claim; they come in, and go out again."""
