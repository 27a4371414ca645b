"""What standards and their tools find on the pages of the demo: nothing."""

import gzip
import json
import re
import subprocess
import urllib.request
from pathlib import Path

import pytest
from django.urls import get_resolver, resolve

from newsroom.management.commands.public_urls import patterns
from tests.quality import tools
from tests.stage import CHROMIUM, CHROMIUM_ARGS, PAGES, fetch

pytestmark = pytest.mark.xdist_group("stage")  # one is enough
# Public addresses that are no pages.
MACHINES = {
    "favicon", "feed_rss", "feed_atom", "feed_json", "calendar_ics", "robots_txt", "humans_txt", "security_txt",
    "sitemap", "news_sitemap", "oembed", "openapi_json", "media_file", "health_live", "health_ready",
}  # fmt: skip
WIDTHS = (320, 390, 768, 1280, 1920)
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
AXE = """async (rules) => {
  const found = await axe.run(document, {runOnly: rules, resultTypes: ["violations"]});
  return found.violations.flatMap(({id, nodes}) => nodes.map(({target, failureSummary}) =>
    `${id}: ${target.join(" ")}: ${failureSummary}`));
}"""


@pytest.fixture(scope="module")
def browser(playwright):
    if reason := tools.missing():
        pytest.skip(reason)
    browser = playwright.chromium.launch(executable_path=CHROMIUM, args=CHROMIUM_ARGS)
    yield browser
    browser.close()


def test_every_kind_of_page_is_looked_at():
    public = {name for name, _, _ in patterns() if "_api_" not in name and "_card" not in name} - MACHINES
    paths = [path.split("?")[0] for path in PAGES.values() if not path.startswith(("/on-stage/", "/nothing"))]
    assert public - {resolve(path).url_name for path in paths} == set()
    assert get_resolver().urlconf_name == "newsroom.urls"


@pytest.mark.journey
@pytest.mark.parametrize(("theme", "width"), [("light", 1280), ("dark", 390)])
def test_axe_finds_nothing(stage, browser, theme, width):
    page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=theme)
    found = []
    for name, path in PAGES.items():
        page.goto(stage + path)
        page.evaluate(tools.AXE.read_text())
        found += [f"{name}: {fault}" for fault in page.evaluate(AXE, RULES)]
    page.close()
    assert found == []


@pytest.mark.journey
def test_no_page_is_wider_than_its_window(stage, browser):
    page = browser.new_page()
    wide = []
    for name, path in PAGES.items():
        page.goto(stage + path, wait_until="domcontentloaded")
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            if page.evaluate("document.documentElement.scrollWidth") > width:
                wide.append(f"{name} at {width}")
    page.close()
    assert wide == []


@pytest.mark.journey
def test_the_switch_chooses_keeps_and_needs_scripts(stage, browser):
    context = browser.new_context(color_scheme="light")
    page = context.new_page()
    page.goto(stage)
    switch = page.get_by_role("button", name="Dark")
    assert switch.get_attribute("aria-pressed") == "false"
    switch.click()
    page.goto(f"{stage}/news/")
    assert page.evaluate("getComputedStyle(document.body).colorScheme") == "dark"
    assert page.get_by_role("button", name="Dark").get_attribute("aria-pressed") == "true"
    context.close()
    plain = browser.new_context(java_script_enabled=False).new_page()
    plain.goto(stage)
    assert not plain.get_by_role("button", name="Dark").is_visible()
    plain.context.close()


def test_the_nu_validator_finds_no_error(stage, tmp_path):
    if reason := tools.missing(java=True):
        pytest.skip(reason)
    for name, path in PAGES.items():
        Path(tmp_path, f"{name}.html").write_text(fetch(stage + path), encoding="utf-8")
    command = [
        "java",
        "-jar",
        str(tools.NU),
        "--skip-non-html",
        "--errors-only",
        "--format",
        "json",
        str(tmp_path),
    ]
    told = json.loads(subprocess.run(command, capture_output=True, text=True).stderr)["messages"]
    assert [f"{Path(one['url']).stem}: {one['message']} {one.get('extract', '')}" for one in told] == []


def test_every_page_has_one_title_one_description_and_its_own_address(stage):
    """But an embed, which is shown within others' pages and leads to the claim's."""
    for name, path in PAGES.items():
        if name == "claim-embed":
            continue
        head = fetch(stage + path).split("</head>")[0]
        counts = [head.count("<title>"), head.count('name="description"'), head.count('rel="canonical"')]
        is_error = name.startswith("error-")
        assert (name, counts) == (name, [1, 1, 0 if is_error else 1])
        assert re.search(r'name="description" content="[^"]{20,}"', head), name
        if not is_error:
            assert f'rel="canonical" href="{stage}{path}"'.replace("&", "&amp;") in head, name
            assert re.search(r'property="og:title" content="[^"]+"', head), name
            assert f'property="og:url" content="{stage}{path}"'.replace("&", "&amp;") in head, name


@pytest.mark.journey
def test_an_article_without_its_pictures_weighs_little_and_asks_no_third_party(stage, browser):
    page = browser.new_page()
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(stage + PAGES["article"], wait_until="networkidle")
    page.close()
    assert [url for url in asked if not url.startswith(stage)] == []
    weights = {url: _compressed(url) for url in asked if "/media/" not in url}
    scripts = sum(weight for url, weight in weights.items() if url.endswith(".js"))
    assert (sum(weights.values()) < 60_000, scripts < 15_000) == (True, True)


def _compressed(url: str) -> int:
    """Bytes on the wire as a proxy would send them."""
    with urllib.request.urlopen(url) as answer:
        return len(gzip.compress(answer.read()))
