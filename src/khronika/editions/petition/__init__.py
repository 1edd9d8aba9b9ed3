"""Petitions: urgent actions, letters to embassies, the form of the UN, enquiries, complaints."""
