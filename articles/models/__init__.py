from articles.models.article import Article, ArticleByline, FormerSlug
from articles.models.author import Author
from articles.models.disclaimer import Disclaimer
from articles.models.edition import Edition, EditionByline
from articles.models.story import Story

__all__ = [
    "Article",
    "ArticleByline",
    "Author",
    "Disclaimer",
    "Edition",
    "EditionByline",
    "FormerSlug",
    "Story",
]
