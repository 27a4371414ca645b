"""The newsroom's own jobs: a broken one does not stop the others, and a signal ends them between two steps."""

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from newsroom import tick
from newsroom.lib.changes import Change
from newsroom.management.commands.tick import Command
from tests.newsstand import on_sale

pytestmark = pytest.mark.django_db
ROOT = Path(__file__).parents[4]


def test_one_tick_does_every_job(at):
    on_sale()
    call_command("tick")
    assert not Change.objects.due().exists()
    assert list(tick.JOBS) == ["the outbox", "what was told long ago", "follows that nobody confirmed"]


def test_a_job_that_fails_does_not_stop_the_others(monkeypatch, caplog):
    done = []
    jobs = {"first": lambda is_over: 1 / 0, "second": lambda is_over: done.append("second") or "two done"}
    monkeypatch.setattr(tick, "JOBS", jobs)
    with pytest.raises(CommandError, match="1 of its jobs failed"):
        call_command("tick")
    assert done == ["second"] and "first failed" in caplog.text


def test_again_and_again_until_it_is_asked_to_stop(monkeypatch):
    over, rounds = threading.Event(), []

    def job(is_over):
        rounds.append(is_over())
        if len(rounds) == 3:
            over.set()
        return ""

    monkeypatch.setattr(tick, "JOBS", {"count": job})
    monkeypatch.setattr(Command, "stopped_by_signals", lambda self: over)
    call_command("tick", every=0.01)
    assert rounds == [False, False, False]


@pytest.mark.parametrize("every", ["0", "-1", "nan", "100000"])
def test_a_pause_that_is_none_is_refused(every):
    with pytest.raises(CommandError):
        call_command("tick", every=float(every))


def test_sigterm_ends_it_cleanly(tmp_path):
    values = os.environ | {
        "DATABASE_URL": f"sqlite:///{tmp_path}/tick.sqlite3",
        "DJANGO_SETTINGS_MODULE": "newsroom.settings",
    }
    command = [sys.executable, "manage.py", "tick", "--every", "60"]
    child = subprocess.Popen(command, cwd=ROOT, env=values, stderr=subprocess.PIPE, text=True)
    for line in child.stderr:  # its database is empty: each job says so, and it goes on
        if "follows that nobody confirmed failed" in line:
            break
    time.sleep(0.5)
    child.send_signal(signal.SIGTERM)
    assert child.wait(timeout=20) == 0
    child.stderr.close()
