"""Pages made of stories."""

from django.urls import path

from articles.views import api, articles, authors, cards, corrections, feeds, previews

urlpatterns = [
    path("news/", articles.article_list, name="article_list"),
    path("news/feed.rss", feeds.feed_rss, name="feed_rss"),
    path("news/feed.atom", feeds.feed_atom, name="feed_atom"),
    path("news/feed.json", feeds.feed_json, name="feed_json"),
    path("news/<slug:slug>/", articles.article_detail, name="article_detail"),
    path("news/<slug:slug>/card.png", cards.article_card, name="article_card"),
    path("news/<slug:slug>/editions/<count:number>/", articles.edition_detail, name="edition_detail"),
    path("news/<slug:slug>/history/", articles.article_history, name="article_history"),
    path("api/v1/articles/", api.article_api_list, name="article_api_list"),
    path("api/v1/articles/<slug:slug>/", api.article_api_detail, name="article_api_detail"),
    path("corrections/", corrections.corrections, name="corrections"),
    path("authors/<slug:slug>/", authors.author_detail, name="author_detail"),
    path("preview/<str:token>/", previews.preview, name="preview"),
]
