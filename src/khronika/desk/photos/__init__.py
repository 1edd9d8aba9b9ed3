"""Photos of people: brought, credited, masked where somebody did not agree, shown to the team."""
