"""All of it to views, tables and pages."""
