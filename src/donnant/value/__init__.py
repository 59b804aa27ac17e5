"""Entries to balance."""
