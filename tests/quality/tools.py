"""The tools that look the pages over: axe-core, the Nu validator and Lighthouse, from npm, kept beside this file."""

import shutil
import subprocess
from pathlib import Path

from tests.stage import CHROMIUM

HERE = Path(__file__).parent
MODULES = HERE / "node_modules"
AXE = MODULES / "axe-core" / "axe.min.js"
NU = MODULES / "vnu-jar" / "build" / "dist" / "vnu.jar"
LIGHTHOUSE = MODULES / ".bin" / "lighthouse"


def missing(*, java=False) -> str:
    """Why the checks can't be made here; empty where they can. What npm brings is fetched at first."""
    if java and not shutil.which("java"):
        return "there is no java"
    if not java and not Path(CHROMIUM).exists():
        return f"there is no {CHROMIUM}"
    if not (AXE.exists() and NU.exists()):
        return _install()
    return ""


def _install() -> str:
    if not shutil.which("npm"):
        return "there is no npm to fetch the tools with"
    done = subprocess.run(
        ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"], cwd=HERE, capture_output=True, text=True
    )
    return f"npm could not fetch the tools: {done.stderr.strip()[-200:]}" if done.returncode else ""
