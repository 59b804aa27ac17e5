"""Claims to entries: what is about one thing, by origin."""
