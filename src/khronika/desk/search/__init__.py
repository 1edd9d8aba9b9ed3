"""One box over people, cases, texts and documents."""
