"""Import, recompute, query and change, in turn with DuckDB and the yardstick, so that all of them meet the same machine."""

from pathlib import Path

from goals import Results, seconds
from programs import EXPECTED, QUARTERDAY, ROOT, BenchError, Outcome, bench_program, check, run

DUCKDB = "@duckdb/node-api@1.5.6-r.1"


def generate(form: str, folder: Path, *options: object) -> None:
    """Once for each folder: what is there already was checked when it was written."""
    made = folder / "made"
    if made.exists():
        return
    outcome = run(bench_program("generate"), form, folder, *options)
    if not options:
        check("the generator", outcome, "j1")
    made.write_text(outcome.out)


def install_duckdb(work: Path) -> None:
    place = work / "duckdb"
    if (place / "node_modules" / "@duckdb" / "node-api").exists():
        return
    print(f"Installing {DUCKDB} into {place}", flush=True)
    place.mkdir(parents=True, exist_ok=True)
    run("npm", "install", "--no-audit", "--no-fund", "--no-save", "--prefix", place, DUCKDB)


def remove_store(store: Path) -> None:
    for name in (store, Path(f"{store}-wal"), Path(f"{store}-shm")):
        name.unlink(missing_ok=True)


def import_folder(store: Path, folder: Path) -> Outcome:
    """The program's import into a new store, timed up to the commit."""
    remove_store(store)
    return run(bench_program("import_job"), store, folder)


def import_by_command(store: Path, folder: Path) -> Outcome:
    """The same as somebody does it at a terminal. The rows that are left out make it end with 1."""
    remove_store(store)
    address = f"sqlite:{store}"
    run(QUARTERDAY, "--store", address, "init")
    outcome = run(QUARTERDAY, "--store", address, "import", "--leave-out-bad-rows", folder, codes=(1,))
    if f"{EXPECTED['rejected']} rows of the returns were left out" not in outcome.err:
        raise BenchError(f"the import did not say what it left out:\n{outcome.err[-1000:]}")
    return outcome


def recompute(store: Path, *options: str) -> Outcome:
    return run(bench_program("engine_jobs"), store, *options)


def run_jobs(results: Results, work: Path, runs: int) -> None:
    plain, folder, store = work / "plain", work / "folder", work / "store.db"
    generate("plain", plain)
    generate("folder", folder)
    install_duckdb(work)
    duck = ("node", ROOT / "bench" / "duck.mjs")
    yardstick = bench_program("yardstick")
    ours: list[Outcome] = []
    theirs: list[Outcome] = []
    least: list[Outcome] = []
    imports: list[Outcome] = []
    for turn in range(runs):
        print(f"Jobs, run {turn + 1} of {runs}", flush=True)
        for job in ("j1", "j2"):
            theirs.append(run(*duck, job, plain, work))
            least.append(run(yardstick, job, plain, work))
            if job == "j1":
                imports.append(import_folder(store, folder))
            else:
                ours.append(recompute(store))
    for outcome in ours:
        check("quarterday", outcome, "j1", "j2", "j3")
    for outcome in imports:
        check("quarterday", outcome, "rejected")
    print("Import at the terminal", flush=True)
    command = import_by_command(store, folder).wall
    check("quarterday", recompute(store), "j1", "j2", "j3")
    for who, outcomes in (("DuckDB", theirs), ("the yardstick", least)):
        for outcome in outcomes:
            check(who, outcome, *outcome.checks)
    report(results, imports, ours, theirs, least)
    results.add("quarterday import at the terminal, with the figures of the nation computed anew", seconds(command))


def report(results: Results, imports: list[Outcome], ours: list[Outcome], theirs: list[Outcome], least: list[Outcome]) -> None:
    def times(outcomes: list[Outcome], name: str) -> list[float]:
        return [outcome.times[name] for outcome in outcomes if name in outcome.times]

    results.against("J1 import: at most 0.6 x DuckDB", times(imports, "j1"), times(theirs, "j1"), 0.6)
    results.against("J1 import, beside the yardstick", times(imports, "j1"), times(least, "j1"))
    results.against("J2 recompute in memory: at most 0.07 x DuckDB", times(ours, "j2"), times(theirs, "j2"), 0.07)
    results.against("J2 recompute in memory: at most 2 x the yardstick", times(ours, "j2"), times(least, "j2"), 2)
    peak = max(outcome.memory["j2"] for outcome in ours)
    results.add("J2 peak memory: below 0.7 GB", f"{peak:.2f} GB", met=peak < 0.7)
    results.within("Incremental, a changed return of 333 cells: at most 2 ms", times(ours, "incremental"), 0.002)
    results.within("J3 query p50: below 0.05 ms", times(ours, "j3_p50"), 0.00005)
    results.within("J3 query p99: below 0.2 ms", times(ours, "j3_p99"), 0.0002)
    results.against("J3 query p50, beside DuckDB", times(ours, "j3_p50"), times(theirs, "j3_p50"))
