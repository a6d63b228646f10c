"""Twice the areas, measures or periods take twice the time, and not more."""

from pathlib import Path
from statistics import median

from goals import Results, seconds
from jobs import generate, import_folder, recompute

# A job that costs twice as much for twice the data, with the noise of a shared machine and caches that hold less of it.
MOST = 2.5
DOUBLED = {
    "areas": ("--districts", 666, "--counties", 96),
    "measures": ("--measures", 1000),
    "periods": ("--quarters", 80),
}


def measure(work: Path, name: str, runs: int, *options: object) -> tuple[float, float]:
    """Seconds of import and of recomputing."""
    folder, store = work / name, work / "growth.db"
    generate("folder", folder, *options)
    imports, recomputes = [], []
    for _ in range(runs):
        imports.append(import_folder(store, folder).times["j1"])
        recomputes.append(recompute(store, "--only-times").times["j2"])
    return median(imports), median(recomputes)


def run_growth(results: Results, work: Path, runs: int) -> None:
    print("Growth: the workload as it is", flush=True)
    base = measure(work, "folder", runs)
    for what, options in DOUBLED.items():
        print(f"Growth: twice the {what}", flush=True)
        doubled = measure(work, f"folder-twice-the-{what}", runs, *options)
        for job, one, two in zip(("import", "recompute"), base, doubled):
            results.add(f"Growth of {job} with twice the {what}: at most {MOST} x", seconds(two), seconds(one),
                        f"{two / one:.3f}", two / one <= MOST)
