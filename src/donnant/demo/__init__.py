"""The bundled case."""
