"""Is it alive, and is it ready?"""

from django.core.cache import cache
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpResponse, JsonResponse
from django.views.decorators.http import require_safe


@require_safe
def live(request):
    """The process answers; nothing else is touched."""
    return HttpResponse("ok", content_type="text/plain")


@require_safe
def ready(request):
    """Database and migrations must be there; without the cache we are slower, not down."""
    report = {"database": _database(), "cache": _cache()}
    is_ready = report["database"] == "ok"
    return JsonResponse(report, status=200 if is_ready else 503)


def _database() -> str:
    try:
        executor = MigrationExecutor(connection)
        return "migrations wait" if executor.migration_plan(executor.loader.graph.leaf_nodes()) else "ok"
    except DatabaseError:
        return "away"


def _cache() -> str:
    cache.set("health", "ok", 5)
    return "ok" if cache.get("health") == "ok" else "degraded"
