from django.apps import AppConfig


class FollowingConfig(AppConfig):
    name = "newsroom.following"
    label = "following"
