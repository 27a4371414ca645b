import base64
import hashlib
import re

import pytest

from newsroom import theme
from tests.newsstand import on_sale

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("url", ["/", "/news/season-2-date/", "/shows/", "/policies/privacy/", "/never/"])
def test_nothing_blocks_the_first_paint_but_one_stylesheet_and_the_theme_line(client, at, url):
    on_sale()
    answer = client.get(url)
    head = answer.content.decode().split("</head>")[0]
    assert len(re.findall(r'<link rel="stylesheet"', head)) == 1
    scripts = [tag for tag in re.findall(r"<script[^>]*>", head) if "ld+json" not in tag]
    assert [tag for tag in scripts if 'type="module"' not in tag] == ["<script>"]
    line = re.search(r"<script>(.*?)</script>", head)[1]
    digest = base64.b64encode(hashlib.sha256(line.encode()).digest()).decode()
    assert (line, f"'sha256-{digest}'") == (theme.LINE, theme.SOURCE)
    policy = answer["Content-Security-Policy"]
    assert f"script-src 'self' {theme.SOURCE};" in f"{policy};"
    assert "unsafe" not in policy
