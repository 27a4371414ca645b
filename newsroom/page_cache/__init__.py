"""Finished pages, answered before Django is asked; exact by one generation and one boundary (docs/page-cache.md)."""
