"""Reports as files: the program beside the tools that make them, alone on the same input."""

import shutil
import subprocess
import time
from pathlib import Path

from goals import Results
from programs import QUARTERDAY, ROOT, BenchError, bench_program, run

MOST_HTML = 0.020  # seconds
MOST_RATIO = 1.10


def timed(folder: Path, *commands: list[str]) -> float:
    """Seconds of these commands, one after the other."""
    start = time.perf_counter()
    for command in commands:
        done = subprocess.run(command, cwd=folder, capture_output=True)
        if done.returncode:
            raise BenchError(f"{command[0]} failed: {done.stderr.decode(errors='replace')[-500:]}")
    return time.perf_counter() - start


def weasyprint(folder: Path) -> float:
    return timed(folder, ["weasyprint", "--pdf-variant", "pdf/ua-1", "paged.html", "tool.pdf"])


def pandoc(folder: Path) -> float:
    """Charts become pictures one after the other, as Pandoc itself has it done in its later versions."""
    charts = sorted(folder.glob("chart-*.svg"))
    pictures = [["rsvg-convert", "--format=png", "--width=1440", "--keep-aspect-ratio", "--background-color=white",
                 f"--output={chart.stem}.png", chart.name] for chart in charts]
    return timed(folder, *pictures, ["pandoc", "--from=json", "--to=docx", "--reference-doc=reference.docx",
                                     "--output=tool.docx", "tree.json"])


def run_documents(results: Results, work: Path, runs: int) -> None:
    print("The scorecard report of 35 measures in four formats", flush=True)
    folder = work / "documents"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    store = folder / "lancashire.db"
    run(QUARTERDAY, "--store", f"sqlite:{store}", "init")
    run(QUARTERDAY, "--store", f"sqlite:{store}", "import", ROOT / "examples" / "lancashire")
    ours: dict[str, list[float]] = {name: [] for name in ("html", "pdf", "docx", "xlsx")}
    theirs: dict[str, list[float]] = {"pdf": [], "docx": []}
    for _ in range(runs):
        outcome = run(bench_program("document_job"), store, folder)
        if outcome.checks["measures"] != "35":
            raise BenchError(f"the scorecard has {outcome.checks['measures']} measures, and not 35")
        for name, taken in ours.items():
            taken.append(outcome.times[name])
        theirs["pdf"].append(weasyprint(folder))
        theirs["docx"].append(pandoc(folder))
    results.within("report as HTML, figures computed anew, under 20 ms", ours["html"], MOST_HTML)
    results.against("report as PDF, at most 1.1 of WeasyPrint alone", ours["pdf"], theirs["pdf"], MOST_RATIO)
    results.against("report as DOCX, at most 1.1 of librsvg and Pandoc alone", ours["docx"], theirs["docx"], MOST_RATIO)
    results.add("report as XLSX", f"{sorted(ours['xlsx'])[len(ours['xlsx']) // 2] * 1e3:.3f} ms")
