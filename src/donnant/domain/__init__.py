"""The words of the design: frozen dataclasses and enums; nothing is read or written here."""
