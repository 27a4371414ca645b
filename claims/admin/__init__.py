"""The desk's pages for claims, for what they rest on, and for the catalogue that they are about."""

from claims.admin import assessments, catalogue, propositions, sources

__all__ = ["assessments", "catalogue", "propositions", "sources"]
