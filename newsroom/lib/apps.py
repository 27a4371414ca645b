from django.apps import AppConfig
from django.db.models.signals import post_migrate


class LibConfig(AppConfig):
    name = "newsroom.lib"
    label = "newsroom_lib"

    def ready(self):
        from newsroom.lib import guards
        from newsroom.lib.search import installing

        # SQLite drops triggers when it remakes a table: after every migration they are put back.
        post_migrate.connect(guards.install_after_migrate, dispatch_uid="newsroom.lib.guards")
        post_migrate.connect(installing.install_after_migrate, dispatch_uid="newsroom.lib.search")
