"""The texts people write about a person, language by language, and translating them."""
