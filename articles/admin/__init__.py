"""The desk's pages for stories, bylines and disclaimers."""

from articles.admin import articles, authors, disclaimers

__all__ = ["articles", "authors", "disclaimers"]
