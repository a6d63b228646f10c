"""What a changed return costs: until it is to be seen, in memory, and for those who look at other pages meanwhile."""

import contextlib
import shutil
import time
from pathlib import Path

from goals import Results, seconds
from jobs import generate, import_folder
from programs import QUARTERDAY, BenchError, bench_program, run
from serving import HOST, fetch, free_port, running, wait_for

MEASURE = "M0008"
PATIENCE = 10.0  # seconds until another process has to show a change at all


def copy_of(store: Path) -> Path:
    """The national store, to be changed: the other parts hold what they find against checksums."""
    copy = store.with_name("moving.db")
    for ending in ("-wal", "-shm"):
        Path(f"{copy}{ending}").unlink(missing_ok=True)
    shutil.copyfile(store, copy)
    return copy


@contextlib.contextmanager
def serving(store: Path):
    port = free_port()
    with running(QUARTERDAY, "--store", f"sqlite:{store}", "serve", "--listen", f"{HOST}:{port}", "--connections", "0") as program:
        yield port, program


def first_page(store: Path, page: str) -> float:
    """Seconds from starting the program to the last byte of a page that nobody asked for before."""
    start = time.perf_counter()
    with serving(store) as (port, program):
        wait_for(port, program, page=page)
        return time.perf_counter() - start


def seen_elsewhere(store: Path, runs: int) -> list[float]:
    """Seconds from a commit until a server in another process shows it."""
    page = f"/measures/{MEASURE}"
    taken = []
    with serving(store) as (port, program):
        before = wait_for(port, program, page=page)
        for _ in range(runs):
            time.sleep(1)  # a correction differs from the one of another second
            committed = run(bench_program("moving_job"), store, "commit", MEASURE).times["committed"]
            while (now := fetch(port, page)) == before:
                if time.time() - committed > PATIENCE:
                    raise BenchError(f"a changed return was not to be seen within {PATIENCE} seconds")
            taken.append(time.time() - committed)
            before = now
    return taken


def run_moving(results: Results, work: Path, runs: int) -> None:
    store = work / "store.db"
    if not store.exists():
        generate("folder", work / "folder")
        import_folder(store, work / "folder")
    print("A changed return, in one process", flush=True)
    copy = copy_of(store)
    done = run(bench_program("moving_job"), copy)
    results.within("Changed return to its measure's page, in the process of the act: at most 50 ms", [done.times["visible"]], 0.05)
    results.add("… of which the snapshot moves on", seconds(done.times["look"]))
    results.add("… slowest answer of another page meanwhile", seconds(done.times["meanwhile"]))
    one, two = done.memory["one"], done.memory["two"]
    results.add("Memory with two snapshots: at most 1.3 x one", f"{two:.3f} GB", f"{one:.3f} GB", f"{two / one:.3f}", two / one <= 1.3)
    print("A changed return, seen by another process", flush=True)
    results.within("Changed return to its page in another process: at most 1 s", seen_elsewhere(copy, max(3, runs)), 1.0)
    print("First overview and first scorecard", flush=True)
    overviews, scorecards = [], []
    for _ in range(runs):
        scorecards.append(first_page(store, "/scorecard"))
        overviews.append(first_page(store, "/"))
    results.against("First overview of the nation, beside the first scorecard: at most 1.5 x", overviews, scorecards, 1.5)
