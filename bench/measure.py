"""Times each page of one newsroom with Django's test client, in this process: `python -m bench.measure OUT.json`.

Further words choose the pages whose names have one of them.

The client goes through every middleware, view and template, and through no socket and no server.
"""

import json
import os
import platform
import resource
import statistics
import sys
import time

import django

REPEATS, ENOUGH = 15, 2.0  # times, and seconds after which a slow page is not asked for again


def main(out: str, *only: str) -> None:
    django.setup()
    from django.conf import settings
    from django.contrib.auth.models import Group, User
    from django.test import Client
    from django.test.utils import setup_test_environment

    from articles.models import Article
    from bench.pages import DESK, pages

    settings.STORAGES["staticfiles"]["BACKEND"] = "django.contrib.staticfiles.storage.StaticFilesStorage"
    setup_test_environment(debug=False)
    # Every page is timed as its reader meets it: a test's template signals would cost time of their own.
    reader, editor = Client(), Client()
    user, _ = User.objects.get_or_create(username="bench", defaults={"is_staff": True})
    user.groups.add(Group.objects.get(name="Managing editor"))
    editor.force_login(user)
    load, found = os.getloadavg()[0], []
    for side, name, url in pages():
        if only and not any(word in name for word in only):
            continue
        client = editor if side == DESK else reader
        found.append({"side": side, "name": name, **timed(client, url)})
        sys.stderr.write(f"{name}: {found[-1]['median']} ms\n")
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    told = {"stories": Article.objects.count(), "load": [load, os.getloadavg()[0]], "memory": memory}
    told |= {"python": platform.python_version(), "cores": os.cpu_count(), "pages": found}
    with open(out, "w", encoding="utf-8") as file:
        json.dump(told, file, indent=1)


def timed(client, url: str) -> dict:
    """Milliseconds by the wall's clock and of this process alone, and how many queries."""
    from django.db import connection

    asked = []

    def count(execute, *words):
        asked.append(words[0])
        return execute(*words)

    with connection.execute_wrapper(count):
        status = client.get(url).status_code
    if status != 200:
        raise SystemExit(f"{url} answers {status}")
    walls, cpus, begun = [], [], time.perf_counter()
    while len(walls) < REPEATS and (not walls or time.perf_counter() - begun < ENOUGH):
        wall, cpu = time.perf_counter(), time.process_time()
        client.get(url)
        cpus.append(1000 * (time.process_time() - cpu))
        walls.append(1000 * (time.perf_counter() - wall))
    return {
        "median": round(statistics.median(walls), 1),
        "p95": round(sorted(walls)[int(0.95 * (len(walls) - 1))], 1),
        "cpu": round(statistics.median(cpus), 1),
        "queries": len(asked),
    }


if __name__ == "__main__":
    main(*sys.argv[1:])
