from django.apps import AppConfig


class PageCacheConfig(AppConfig):
    name = "newsroom.page_cache"
    label = "page_cache"
