"""File to report: text, blocks with exact offsets, and what the file says of itself."""
