"""Detained now: the first hours of somebody, with the law's clock and what is to be done."""
