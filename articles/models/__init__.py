from articles.models.article import Article, ArticleByline, FormerAddress, FormerSlug
from articles.models.author import Author
from articles.models.disclaimer import Disclaimer
from articles.models.edition import Edition, EditionByline
from articles.models.filing import Filing
from articles.models.former_draft import FormerDraft
from articles.models.preview_link import PreviewLink
from articles.models.resolution import Resolution
from articles.models.saved_filter import SavedFilter
from articles.models.sitting import Sitting
from articles.models.story import Story

__all__ = [
    "Article",
    "ArticleByline",
    "Author",
    "Disclaimer",
    "Edition",
    "EditionByline",
    "Filing",
    "FormerAddress",
    "FormerDraft",
    "FormerSlug",
    "PreviewLink",
    "Resolution",
    "SavedFilter",
    "Sitting",
    "Story",
]
