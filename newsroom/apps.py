from django.apps import AppConfig
from django.contrib.admin.apps import AdminConfig


class DeskConfig(AdminConfig):
    default = False
    default_site = "newsroom.desk.DeskSite"


class NewsroomConfig(AppConfig):
    name = "newsroom"
