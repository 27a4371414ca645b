"""Under hashed names every module still finds what it imports."""

import re
import shutil
from pathlib import Path

from newsroom.static_files import HashedFiles

STATIC = Path(__file__).parents[2] / "static"


def test_every_import_leads_to_a_file_that_is_there(tmp_path, settings):
    settings.DEBUG = False
    shutil.copytree(STATIC, tmp_path, dirs_exist_ok=True)
    (tmp_path / "django_prose_editor").mkdir()
    (tmp_path / "django_prose_editor/editor.js").write_text("export {};")
    storage = HashedFiles(location=tmp_path, base_url="/static/")
    names = [str(path.relative_to(tmp_path)) for path in tmp_path.rglob("*.*")]
    faults = [
        done
        for _, _, done in storage.post_process({name: (storage, name) for name in names})
        if done not in (True, False)
    ]
    assert faults == []
    body = tmp_path / storage.stored_name("js/editor/body.js")
    seen, left = set(), [body]
    while left:
        module = left.pop()
        seen.add(module.name.split(".")[0])
        for found in re.findall(r'from "(\.[^"]+)"', module.read_text("utf-8")):
            path = (module.parent / found).resolve()
            assert path.exists() and re.search(r"\.[0-9a-f]{12}\.js$", found), found
            if path.name.split(".")[0] not in seen:
                left.append(path)
    assert {"body", "claim_panel", "extensions", "paste", "toolbar", "editor"} <= seen
