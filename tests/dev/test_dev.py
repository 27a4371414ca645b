"""The task runner introduces itself, refuses in sentences and never works twice."""

import ast
import importlib.machinery
import importlib.util
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def load(path=ROOT / "dev"):
    """The runner as a module, though its name has no extension."""
    loader = importlib.machinery.SourceFileLoader("dev", str(path))
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader("dev", loader))
    loader.exec_module(module)
    return module


@pytest.fixture
def dev(tmp_path, monkeypatch):
    """A runner in a folder of its own: it can neither touch the developer's .venv nor read var/."""
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    shutil.copy(ROOT / "dev", tmp_path / "dev")
    shutil.copytree(ROOT / "locks", tmp_path / "locks")
    return load(tmp_path / "dev")


@pytest.fixture
def calls(dev, monkeypatch):
    """Every command that the runner would have run, as lists of words; each succeeds."""
    made = []
    monkeypatch.setattr(
        dev, "call", lambda *words, **options: made.append([str(word) for word in words]) or 0
    )
    return made


def test_alone_it_lists_every_verb_with_what_it_does(dev, capsys):
    assert dev.main([]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[1] for line in lines] == list(dev.VERBS)
    assert all(len(line.split()) > 4 for line in lines)


def test_each_verb_says_in_one_line_what_it_does(dev):
    for function in dev.VERBS.values():
        assert function.__doc__ and "\n" not in function.__doc__


def test_an_unknown_verb_is_answered_with_the_list(dev, capsys):
    assert dev.main(["fly"]) == 2
    assert "no verb 'fly'" in capsys.readouterr().out


def test_an_older_python_is_told_in_a_sentence(dev, monkeypatch):
    monkeypatch.setattr(sys, "version_info", (3, 9, 2))
    with pytest.raises(SystemExit, match=r"needs Python 3\.11 or newer; this is 3\.9\."):
        load(Path(dev.__file__))


def test_an_older_python_can_read_it_at_all():
    ast.parse((ROOT / "dev").read_text(), feature_version=(3, 6))


def test_it_needs_the_standard_library_alone():
    tree = ast.parse((ROOT / "dev").read_text())
    imported = {name.name for node in ast.walk(tree) if isinstance(node, ast.Import) for name in node.names}
    imported |= {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert {name.split(".")[0] for name in imported} <= sys.stdlib_module_names


def test_what_is_installed_is_not_installed_again(dev, calls):
    dev.VENV.mkdir()
    dev.environment("dev")
    installs = len(calls)
    for lock in ["dev", "scale", "runtime"]:
        dev.environment(lock)
    assert [words for words in calls[installs:] if "install" in words] == []


def test_a_changed_lock_is_installed(dev, calls):
    dev.VENV.mkdir()
    dev.environment("runtime")
    with dev.lock_file("runtime").open("a") as lock:
        lock.write("# moved\n")
    calls.clear()
    dev.environment("runtime")
    assert [words[-3:] for words in calls if "--require-hashes" in words] == [
        ["--require-hashes", "-r", str(dev.lock_file("runtime"))]
    ]


def test_an_install_cut_short_is_done_again(dev, calls, monkeypatch):
    dev.VENV.mkdir()
    monkeypatch.setattr(dev, "must", lambda *words, **options: sys.exit(1))
    with pytest.raises(SystemExit):
        dev.environment("runtime")
    assert not dev.INSTALLED.exists()


def test_a_broken_venv_is_not_sound(dev):
    assert not dev.is_sound()
    dev.PYTHON.parent.mkdir(parents=True)
    dev.PYTHON.symlink_to("/nowhere/python3")
    assert not dev.is_sound()


def test_a_venv_of_this_python_is_sound_and_of_another_is_not(dev, monkeypatch):
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", dev.VENV], check=True)
    assert dev.is_sound()
    monkeypatch.setattr(sys, "version_info", (3, 99))
    assert not dev.is_sound()


def test_without_any_pip_it_says_what_to_install(dev, monkeypatch):
    dev.VENV.mkdir()
    monkeypatch.setattr(dev.shutil, "which", lambda name: None)
    monkeypatch.setattr(dev, "call", lambda *words, **options: 1)
    with pytest.raises(SystemExit, match="apt-get install python3-venv"):
        dev.installer()


@pytest.mark.parametrize("word", ["x", "0", "65536", "-1", "8000.5", "٣", "8 000"])
def test_a_port_that_is_none_is_refused_in_a_sentence(dev, monkeypatch, word):
    monkeypatch.setenv("PORT", word)
    with pytest.raises(SystemExit, match="give a number from 1 to 65535"):
        dev.port()


def test_a_busy_port_is_refused_before_anything_is_made(dev, calls, monkeypatch):
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        monkeypatch.setenv("PORT", str(other.getsockname()[1]))
        with pytest.raises(SystemExit, match=r"can't be had .* Choose another: PORT=8001 \./dev run"):
            dev.run()
    assert calls == []


def test_what_the_environment_says_wins_over_development_values(dev, monkeypatch):
    for name in ["DEBUG", "SECRET_KEY", "SITE_URL", "ALLOWED_HOSTS"]:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PORT", "8123")
    values = dev.development()
    assert (values["DEBUG"], values["SITE_URL"]) == ("1", "http://127.0.0.1:8123")
    monkeypatch.setenv("SITE_URL", "http://desk.example")
    assert dev.development()["SITE_URL"] == "http://desk.example"


def test_the_secret_is_made_once_and_for_its_owner_alone(dev):
    assert dev.secret() == dev.secret()
    assert len(dev.secret()) >= 50
    assert (dev.ROOT / "var" / "secret").stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(("words", "commands"), [([], ["migrate", "load_demo"]), (["--empty"], ["migrate"])])
def test_run_migrates_and_loads_the_demo_unless_told(dev, calls, monkeypatch, words, commands):
    monkeypatch.setattr(dev, "refuse_busy_port", lambda: None)
    monkeypatch.setattr(dev, "environment", lambda lock: None)
    monkeypatch.setattr(dev, "serve", lambda values: 0)
    assert dev.run(*words) == 0
    assert [call[2] for call in calls if call[1] == "manage.py"] == commands


def test_postgresql_and_redis_bring_their_packages(dev, monkeypatch):
    asked = []
    monkeypatch.setattr(dev, "environment", asked.append)
    dev.packages({})
    dev.packages({"DATABASE_URL": "postgres://127.0.0.1/newsroom"})
    dev.packages({"CACHE_URL": "redis://127.0.0.1"})
    assert asked == ["runtime", "scale", "scale"]


def test_shots_say_so_where_nothing_can_take_them(dev):
    with pytest.raises(SystemExit, match=r"no tests/shots\.py yet"):
        dev.shots()


@pytest.mark.parametrize("name", ["runtime", "scale", "dev"])
def test_a_lock_has_hashes_and_names_no_host_and_no_folder(name):
    text = (ROOT / "locks" / f"{name}.lock").read_text()
    pinned = [line for line in text.splitlines() if "==" in line and not line.lstrip().startswith("#")]
    assert pinned
    assert all(line.endswith("\\") for line in pinned)
    assert not [
        word for word in ("://", "file:", " @ ", "--index", "--find-links", str(ROOT)) if word in text
    ]
