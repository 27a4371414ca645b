"""Documentation is tested: what the pages say exists, and what exists is on the pages."""

import ast
import inspect
import json
import re
from pathlib import Path

import pytest
from django.apps import apps
from django.urls import Resolver404, resolve

from articles import workflow
from articles.models import Article, Edition
from claims import assessing, merging
from claims.confidence import Confidence
from claims.models import Claim, Evidence, Outcome, Outlet
from newsroom.demo import NEWS, cast
from newsroom.lib import timeline
from tests import factories
from tests.test_conventions import CODE, ROOT, places, public_patterns, told

PAGES = [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").rglob("*.md"))]
SAID = {told(page): page.read_text("utf-8") for page in PAGES}
README, CONTRIBUTING = SAID["README.md"], SAID["CONTRIBUTING.md"]
GLOSSARY, WORKFLOW = SAID["docs/glossary.md"], SAID["docs/workflow.md"]
CONFIGURATION = SAID["docs/configuration.md"]
MANUAL = "\n".join(text for name, text in SAID.items() if name != "CHANGELOG.md")


def missing(names, page, quoted="`{}`"):
    return [name for name in names if quoted.format(name) not in page]


def found(pattern, paths):
    return {name for path in paths for name in re.findall(pattern, path.read_text("utf-8"))}


# Configuration


def variables():
    """What the code reads of the environment; `os.environ` stands in `env` and in the task runner alone."""
    read = found(r"\benv\.(?:text|flag|words|count)\(\"([A-Z_]+)\"", CODE)
    read |= found(r"\b(?:text|flag|words)\(\"([A-Z_]+)\"", [ROOT / "newsroom/env.py"])
    return read | found(r"os\.environ(?:\.get\(|\[)\"([A-Z_]+)\"", [ROOT / "dev"])


def test_every_variable_stands_in_the_configuration():
    assert missing(sorted(variables()), CONFIGURATION, "| `{}` |") == []


def test_every_variable_of_the_configuration_is_read():
    assert set(re.findall(r"^\| `([A-Z_]+)` \|", CONFIGURATION, re.M)) - variables() == set()


def test_the_environment_is_read_in_one_place():
    assert places(r"os\.environ", CODE, but=["newsroom/env.py", "newsroom/wsgi.py"]) == []


# Commands


def test_every_verb_of_the_task_runner_stands_in_the_readme():
    tree = ast.parse((ROOT / "dev").read_text("utf-8"))
    functions = [node for node in tree.body if isinstance(node, ast.FunctionDef)]
    verbs = [one.name for one in functions if any(ast.unparse(mark) == "verb" for mark in one.decorator_list)]
    assert verbs and missing(verbs, README, "`./dev {}`") == []


def test_every_command_stands_in_the_pages():
    ours = [path.stem for path in CODE if path.parent.name == "commands" and path.stem != "__init__"]
    assert [name for name in ours if not re.search(rf"`{name}[ `]", MANUAL)] == []


# The glossary


@pytest.mark.parametrize("level", Confidence)
def test_a_level_stands_in_the_glossary_as_its_rule_says(level):
    days = f"{level.rule.review_days} days" if level.rule.review_days else "–"
    days += ", or the window's edge" if level.rule.reviewed_at_edge else ""
    machines = "yes" if level.rule.is_machine_readable else "no"
    row = [f"`{level}`", level.rule.definition, level.rule.least_evidence, level.rule.wording, days, machines]
    assert f"| {' | '.join(row)} |" in GLOSSARY


def test_every_model_of_ours_stands_in_the_glossary():
    ours = {"images", "shows", "claims", "articles", "newsroom"}
    names = [model._meta.object_name for model in apps.get_models() if model._meta.app_label in ours]
    assert [name for name in names if not re.search(rf"`{name}[`.]", GLOSSARY)] == []


def test_every_word_of_time_stands_in_the_glossary():
    words = [name for name in vars(timeline.TimelineQuerySet) if not name.startswith("_")]
    assert [word for word in words if not re.search(rf"`{word}\((at|end|moment)?\)`", GLOSSARY)] == []


def verbs():
    """The public functions that ask by whom; and judging, which is the desk's alone."""
    homes = [workflow, assessing, merging, timeline]
    functions = [one for home in homes for one in vars(home).values() if inspect.isfunction(one)]
    acts = {one.__name__ for one in functions if "by" in inspect.signature(one).parameters}
    return sorted({name for name in acts if name[0] != "_"} | {"judge"})


def test_every_verb_stands_in_the_glossary_and_in_the_workflow():
    assert missing(verbs(), GLOSSARY) == []
    assert missing(verbs(), WORKFLOW, "| `{}(") == []


@pytest.mark.parametrize(
    "choices",
    [
        *(Claim.Property, Claim.Precision, Claim.Change, Claim.Spoiler, Outcome.Value, Outlet.Kind),
        *(Evidence.Role, Article.State, Edition.NoteKind),
    ],
    ids=lambda choices: choices.__qualname__,
)
def test_every_choice_stands_in_the_glossary(choices):
    assert missing(choices.values, GLOSSARY) == []


def test_every_role_stands_in_the_glossary():
    assert missing(cast.ROLES.values(), GLOSSARY, "| {} |") == []


def test_every_public_address_stands_in_the_glossary():
    assert missing([pattern.name for pattern in public_patterns()], GLOSSARY) == []


# The pages themselves


LINK = re.compile(r"\]\((?!https?:|#|mailto:)([^)#\s]+)")
FENCE = re.compile(r"^```(\w*)\n(.*?)^```", re.M | re.S)


@pytest.mark.parametrize("page", PAGES, ids=told)
def test_links_lead_somewhere(page):
    links = LINK.findall(FENCE.sub("", page.read_text("utf-8")))
    assert [link for link in links if not (page.parent / link).exists()] == []


def test_every_page_can_be_reached_from_the_readme():
    reached, waiting = set(), [ROOT / "README.md"]
    while waiting:
        page = waiting.pop()
        if page.suffix == ".md" and page.exists() and page not in reached:
            reached.add(page)
            waiting += [(page.parent / link).resolve() for link in LINK.findall(page.read_text("utf-8"))]
    assert [told(page) for page in PAGES if page not in reached] == []


def test_decisions_are_numbered_without_a_gap_and_say_what_was_rejected():
    records = sorted((ROOT / "docs/decisions").glob("*.md"))
    assert [int(record.name[:4]) for record in records] == list(range(1, len(records) + 1))
    for record in records:
        text = record.read_text("utf-8")
        assert text.startswith(f"# {int(record.name[:4])}. ")
        assert "**Decided.**" in text and "## Rejected" in text


@pytest.mark.parametrize("page", PAGES, ids=told)
def test_files_that_are_named_exist(page):
    names = re.findall(r"`((?:[\w.-]+/)+[\w.-]+\.(?:py|html|css|lock|md|jsonl))`", page.read_text("utf-8"))
    assert [name for name in names if not name.startswith("var/") and not (ROOT / name).exists()] == []


def test_constants_and_functions_that_recipes_name_exist():
    code = "\n".join(
        path.read_text("utf-8") for path in [*CODE, *sorted((ROOT / "tests").rglob("test_*.py"))]
    )
    names = re.findall(r"`(_?[A-Za-z]+(?:_[A-Za-z]+)*)(?:\(…?\))?`", CONTRIBUTING)
    assert [name for name in names if not re.search(rf"\b{name}\b", code)] == []


def machines_own(text):
    """Folders of somebody's machine, and where somebody's packages come from."""
    folders = r"(?<![\w.<>/-])/(?:work|root|home|Users|mnt|tmp(?!/newsroom-ci))/[\w.-]+"
    return re.findall(rf"{folders}|index-url|find-links|trusted-host|/simple/|artifactory|devpi|pypi\.", text)


def test_no_folder_of_a_machine_and_no_package_host_is_named():
    texts = [*PAGES, *ROOT.glob("requirements*.txt"), *ROOT.glob("locks/*"), ROOT / "dev", ROOT / ".ci/run"]
    named = {told(path): machines_own(path.read_text("utf-8")) for path in texts}
    assert {name: words for name, words in named.items() if words} == {}
    assert machines_own("see /work/main and --index-url x, not a/root/b or /tmp/newsroom-ci.1") == [
        "/work/main",
        "index-url",
    ]


def python_of(text):
    return [code for language, code in FENCE.findall(text) if language == "python"]


def test_python_in_the_pages_compiles():
    for name, text in SAID.items():
        for code in python_of(text):
            compile(code, name, "exec")


@pytest.mark.django_db
def test_the_readmes_example_runs_and_says_what_it_is_said_to(at, alice):
    window = factories.a_release(key="c-window")
    known = {
        "alice": alice,
        "window": window,
        "article": factories.a_story(claims=[window], leads=[window]),
        "pasted_text": factories.a_document(),
        "announcement": factories.a_source(),
    }
    (code,) = python_of(README)
    steps, results = code.split("\n\nwindow.", 1)
    before, after = steps.split("then = clock.now()\n")
    exec(before + "then = clock.now()\n", known)
    at.forward(hours=1)
    exec(after, known)
    answers = [line.split("  # ") for line in ("window." + results).strip().splitlines()]
    assert [eval(asked, known) for asked, _ in answers] == ["official", "rumoured", 2]
    assert [said.partition(":")[0] for _, said in answers] == ['"official"', '"rumoured"', "2"]


def test_the_addresses_that_the_readme_sends_to_are_there():
    addresses = re.findall(r"^\| `(/[^`]*)` \|", README, re.M)
    lines = [json.loads(line) for line in Path(NEWS).read_text("utf-8").splitlines()]
    keys = {line["key"] for line in lines}
    assert len(addresses) > 5
    for address in addresses:
        try:
            match = resolve(address.split("?")[0])
        except Resolver404:
            pytest.fail(f"{address} leads nowhere")
        named = {word for name, word in match.kwargs.items() if name in {"slug", "key"}}
        assert named | set(re.findall(r"show=([\w-]+)", address)) <= keys
