"""bench/run: measures what the program must reach, and prints one table. Exit 1 where a goal is missed."""

import argparse
import os
import platform
import sys
from pathlib import Path

from goals import Results
from growth import run_growth
from jobs import run_jobs
from programs import ROOT, BenchError, cores
from quality import run_quality
from serving import run_serving

SECTIONS = ("jobs", "serving", "growth", "quality")


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
    sections = wish.only or SECTIONS
    results = Results()
    print(f"{platform.node()}: {cores()} cores, load {os.getloadavg()[0]:.1f}", flush=True)
    try:
        if "jobs" in sections:
            run_jobs(results, work, wish.runs)
        if "serving" in sections:
            run_serving(results, work, wish.runs)
        if "growth" in sections:
            run_growth(results, work, max(1, min(3, wish.runs)))
        if "quality" in sections:
            run_quality(results, work, wish.m3)
    except BenchError as error:
        results.print()
        print(f"\nThe benchmark stopped: {error}", file=sys.stderr)
        return 1
    results.print()
    return 0 if results.all_met() else 1


sys.exit(main())
