"""Pages made of stories."""

from django.urls import path

from articles.views import articles, authors

urlpatterns = [
    path("news/", articles.article_list, name="article_list"),
    path("news/<slug:slug>/", articles.article_detail, name="article_detail"),
    path("news/<slug:slug>/editions/<count:number>/", articles.edition_detail, name="edition_detail"),
    path("news/<slug:slug>/history/", articles.article_history, name="article_history"),
    path("authors/<slug:slug>/", authors.author_detail, name="author_detail"),
]
