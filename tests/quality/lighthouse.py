"""`python -m tests.quality.lighthouse [runs]`: what Lighthouse says of a cheap phone opening article, season and list,
the median of five runs.

Not in the suite: its scores depend on how busy the machine is. Exit status 1 where any is below 100.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.quality import tools
from tests.stage import CHROMIUM, CHROMIUM_ARGS, PAGES, staged

LEAST, RUNS = 100, 5
PICKED = ("article", "season", "news")
FLAGS = " ".join(["--headless=new", *CHROMIUM_ARGS])


def report(url: str, out: Path) -> dict:
    command = [tools.LIGHTHOUSE, url, "--quiet", "--disable-error-reporting", "--output=json"]
    command += [f"--output-path={out}", f"--chrome-flags={FLAGS}"]
    subprocess.run(command, check=True, env=os.environ | {"CHROME_PATH": CHROMIUM})
    return json.loads(out.read_text())


def scores(told: dict) -> dict[str, int]:
    return {name: round((one["score"] or 0) * 100) for name, one in told["categories"].items()}


def faults(told: dict) -> list[str]:
    """What costs points, by category."""
    return [
        f"{name}: {audit['title']} {audit.get('displayValue', '')}".strip()
        for name, one in told["categories"].items()
        for ref in one["auditRefs"]
        if ref["weight"] and (audit := told["audits"][ref["id"]])["score"] not in (None, 1)
    ]


def median(runs: list[dict]) -> dict[str, int]:
    """Each category's median over the runs."""
    told = [scores(run) for run in runs]
    return {name: round(statistics.median(one[name] for one in told)) for name in told[0]}


def main(count: int = RUNS) -> int:
    if reason := tools.missing():
        sys.exit(f"Lighthouse can't run: {reason}.")
    least = 100
    with staged() as url, tempfile.TemporaryDirectory() as folder:
        for name in PICKED:
            runs = [report(url + PAGES[name], Path(folder, f"{name}-{run}.json")) for run in range(count)]
            found = median(runs)
            least = min(least, *found.values())
            sys.stdout.write(f"{name:8} {'  '.join(f'{key} {value}' for key, value in found.items())}\n")
            every = (fault for run in runs for fault in faults(run))
            sys.stdout.writelines(f"         – {fault}\n" for fault in dict.fromkeys(every))
            sys.stdout.flush()
    return int(least < LEAST)


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:2])))
