"""This week: what is ahead and what is asked, on one page that can be printed."""
