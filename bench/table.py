"""Puts measurements side by side, prints them, writes them into bench/README.md."""

import json
import sys
from pathlib import Path

README = Path(__file__).with_name("README.md")
BEGIN, END = "<!-- measured -->", "<!-- /measured -->"


def table(runs: list[dict], command: str) -> str:
    """One row a page, a group of columns a size."""
    runs = sorted(runs, key=lambda run: run["stories"])
    heads = [f"{run['stories']:,} stories: median, p95, CPU" for run in runs]
    lines = [f"| page | queries | {' | '.join(heads)} |", f"| --- | --- |{' --- |' * len(runs)}"]
    for rows in zip(*(run["pages"] for run in runs), strict=True):
        counts = [str(row["queries"]) for row in rows]
        queries = counts[0] if len(set(counts)) == 1 else ", ".join(counts)
        cells = [f"{row['median']:.0f}, {row['p95']:.0f}, {row['cpu']:.0f}" for row in rows]
        lines.append(f"| {rows[0]['side']}: {rows[0]['name']} | {queries} | {' | '.join(cells)} |")
    return "\n".join([*_told(runs, command), "", *lines])


def _told(runs: list[dict], command: str) -> list[str]:
    loads = "; ".join(
        f"{run['load'][0]:.1f} to {run['load'][1]:.1f} at {run['stories']:,}, {run['memory']} MB"
        for run in runs
    )
    one = runs[0]
    return [
        f"Made by `{command}`, in milliseconds. Python {one['python']}, {one['cores']} cores.",
        f"Load average while it ran, and memory of the process: {loads}.",
    ]


def main(command: str, *names: str) -> None:
    runs = [json.loads(Path(name).read_text("utf-8")) for name in names]
    made = table(runs, command)
    sys.stdout.write(made + "\n")
    before, _, rest = README.read_text("utf-8").partition(BEGIN)
    after = rest.partition(END)[2]
    README.write_text(f"{before}{BEGIN}\n{made}\n{END}{after}", "utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
