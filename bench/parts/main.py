"""bench/run: measures what the program must reach, and prints one table. Exit 1 where a goal is missed."""

import argparse
import os
import sys
from pathlib import Path

from documents import run_documents
from edits import run_edits
from goals import Results
from growth import run_growth
from jobs import run_jobs
from moving import run_moving
from programs import ROOT, BenchError, cores
from quality import run_quality
from serving import run_serving
from sheets import run_sheets

SECTIONS = ("jobs", "edits", "moving", "serving", "documents", "sheets", "growth", "quality")


def read_wish() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="bench/run", description=__doc__)
    parser.add_argument("--runs", type=int, default=5, metavar="N", help="how often each job runs; medians count (5)")
    parser.add_argument("--only", choices=SECTIONS, action="append", help="only this part; may be repeated")
    parser.add_argument("--m3", type=Path, metavar="DIR", help="folder with quarterly.csv and yearly.csv of the M3 competition")
    parser.add_argument("--work", type=Path, default=ROOT / "build" / "bench-work", metavar="DIR",
                        help="where data, stores and DuckDB are kept between runs (build/bench-work)")
    return parser.parse_args()


def main() -> int:
    wish = read_wish()
    wish.work.mkdir(parents=True, exist_ok=True)
    work = wish.work.resolve()
    wanted = wish.only or SECTIONS
    results = Results()
    parts = {
        "jobs": lambda: run_jobs(results, work, wish.runs),
        "edits": lambda: run_edits(results, work),
        "moving": lambda: run_moving(results, work, wish.runs),
        "serving": lambda: run_serving(results, work, wish.runs),
        "documents": lambda: run_documents(results, work, wish.runs),
        "sheets": lambda: run_sheets(results, work, wish.runs),
        "growth": lambda: run_growth(results, work, max(1, min(3, wish.runs))),
        "quality": lambda: run_quality(results, work, wish.m3),
    }
    print(f"{cores()} cores, load {os.getloadavg()[0]:.1f}", flush=True)
    failed = False
    for name in (name for name in SECTIONS if name in wanted):
        try:
            parts[name]()
        except BenchError as error:  # the other parts are measured all the same
            results.note(f"{name} could not be measured to the end: {error}")
            failed = True
    results.print()
    return 0 if results.all_met() and not failed else 1


sys.exit(main())
