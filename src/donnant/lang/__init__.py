"""Language packs as data, and their strict reader."""
