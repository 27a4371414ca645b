from django.apps import AppConfig


class DoorConfig(AppConfig):
    name = "newsroom.door"
    label = "door"
