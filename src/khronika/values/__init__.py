"""The values facts are made of: dates, terms, money, legal references, names, and their wording."""
