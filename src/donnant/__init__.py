"""Donnant: who gave what to whom, how much, when, and who says so."""
