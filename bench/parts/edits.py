"""An edit of one row costs a row, and not a store."""

from pathlib import Path

from goals import Results, seconds
from programs import BenchError, bench_program, run

EDITS = 10_001 + 300 + 1  # with the import that they begin with
MOST_TIME = 3         # times a bare durable insert of such a row into the same file, in turn
MOST_OF_PAST = 0.1     # of the time that it takes to read all of it
MOST_BYTES = 2_000    # of the file, for each of 10,000


def run_edits(results: Results, work: Path) -> None:
    print("Edits: one action of 2,000", flush=True)
    store = work / "edits.db"
    for ending in ("", "-wal", "-shm"):
        Path(f"{store}{ending}").unlink(missing_ok=True)
    done = run(bench_program("edit_job"), store)
    if done.checks.get("edits") != str(EDITS):
        raise BenchError(f"{done.checks.get('edits')} acts were done instead of {EDITS}")
    ours, theirs, growth = done.times["edit_p50"], done.times["insert_p50"], done.sizes["edit"]
    results.add(f"Edit of one of 2,000 actions: at most {MOST_TIME} x a bare insert", seconds(ours), seconds(theirs),
                f"{ours / theirs:.3f}", ours / theirs <= MOST_TIME)
    results.add(f"Growth of the store by an edit: at most {MOST_BYTES:,} bytes", f"{growth:,.0f} B", met=growth <= MOST_BYTES)
    whole, later = done.times["past_whole"], done.times["past_later"]
    results.add(f"What ended in another edit, beside the history of all: at most {MOST_OF_PAST} x", seconds(later), seconds(whole),
                f"{later / whole:.3f}", later / whole <= MOST_OF_PAST)
