"""Ends the program at every step to the disk, and looks at what it leaves behind: crash_test.py PROGRAM SWEEP

A sweep runs one command again and again, each time on a fresh copy of the same store, with strace standing in for the power
cut, the full disk or the broken one at the K-th system call of a kind. What a store looks like changes where writes end and something
else begins, such as a sync or a rename; so the calls on both sides of each such border are always disturbed, and the last ones, where
it commits; of the rows of equal writes between them at most `MOST`, evenly spread. Left out are other writes amid such a row. After each
run the store must be sound and hold either what it held before or all that the command was to bring; a command that says it
succeeded must have done so, and one that says it failed must say why. Then the command is run once more, undisturbed.
"""

import concurrent.futures
import contextlib
import csv
import dataclasses
import gzip
import hashlib
import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
SECONDS = 120  # for one command
AT_ONCE = 4
MOST = 40      # system calls of a kind, where not all are disturbed
LAST = 8
KILLED = (-9, 137)
NO_STORE = "no store"


@dataclasses.dataclass
class Outcome:
    code: int
    out: str
    err: str


class Program:
    def __init__(self, path: Path) -> None:
        self.path = path

    def run(self, *arguments: str | Path, under: tuple[str, ...] = ()) -> Outcome:
        environment = {name: value for name, value in os.environ.items() if name.startswith(("PG", "ASAN_", "UBSAN_"))}
        environment |= {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "TZ": "Europe/London"}
        if under:  # leaks cannot be looked for beside strace
            environment["ASAN_OPTIONS"] = environment.get("ASAN_OPTIONS", "") + ":detect_leaks=0"
        done = subprocess.run([*under, self.path, *arguments], env=environment, stdin=subprocess.DEVNULL, capture_output=True,
                              timeout=SECONDS, text=True)
        return Outcome(done.returncode, done.stdout, done.stderr)

    def must(self, *arguments: str | Path) -> Outcome:
        done = self.run(*arguments)
        assert done.code == 0, f"{arguments}: {done.out}{done.err}"
        return done


def kinds_of(trace: Path) -> list[str]:
    """The system calls that a command made, in their order; a write to another file is one of another kind."""
    calls = []
    for line in trace.read_text(errors="replace").splitlines():
        call = re.match(r"(?:\d+ +)?(\w+)\((\d*)", line)
        if call:
            calls.append(" ".join(call.groups()))
    return calls


def borders(calls: list[str], kind: str) -> tuple[int, list[int]]:
    """How many calls of a kind there are, and which of them (from 1) stand beside another call."""
    number, found = 0, []
    for i, call in enumerate(calls):
        if call.split()[0] != kind:
            continue
        number += 1
        if calls[i - 1 : i] != [call] or calls[i + 1 : i + 2] != [call]:
            found.append(number)
    return number, found


def spread(count: int, most: int, always: list[int]) -> list[int]:
    """1 … count, or some of them: those that are always chosen, and the last ones."""
    return sorted({*range(1, count + 1, -(-count // most) or 1), *range(max(1, count - LAST + 1), count + 1), *always})


def fingerprint(folder: Path) -> str:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return hashlib.sha256(b"".join(str(path.relative_to(folder)).encode() + b"\0" + path.read_bytes() for path in files)).hexdigest()


def content(program: Program, store: str, folder: Path) -> str:
    """What a store holds, as its export; it must be sound. Or that there is none."""
    verified = program.run("--store", store, "verify")
    if verified.code != 0 and ("There is no store" in verified.err or "is not a Quarterday store" in verified.err):
        return NO_STORE
    assert verified.code == 0, f"verify: {verified.out}{verified.err}"
    shutil.rmtree(folder, ignore_errors=True)
    program.must("--store", store, "export", folder)
    return fingerprint(folder)


def change(table: Path, column: str, value) -> None:
    with table.open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        row[column] = value(row)
    with table.open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, rows[0].keys(), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def make_change(folder: Path) -> None:
    """A council folder that changes a table of each nature: rows that are written anew, and rows that join a ledger."""
    shutil.copytree(PROJECT / "examples" / "lancashire", folder)
    change(folder / "actions.csv", "title", lambda row: row["title"] + " (again)")
    change(folder / "targets.csv", "value", lambda row: row["value"] and str(float(row["value"]) + 1))
    change(folder / "returns.csv", "known_at", lambda row: "2013-03-01")


class Sweep:
    """One command, and what it starts from: a function that fills a folder in which the command is then run."""

    def __init__(self, program: Program, prepare, command: list[str], looked_at: str, repeat: bool = True) -> None:
        self.program = program
        self.command = command
        self.looked_at = looked_at  # the store to look at afterwards
        self.repeat = repeat        # whether the command can be run again once it came through
        self.scratch = Path(tempfile.mkdtemp(prefix="quarterday-crash-"))
        self.start = self.scratch / "start"
        self.start.mkdir()
        prepare(self.start)
        self.before = self.look(self.start)
        done = self.fresh("done")
        self.trace = self.scratch / "trace"
        whole = self.act(done, ("strace", "-f", "-qq", "-o", str(self.trace), "-e",
                                "trace=pwrite64,fsync,fdatasync,ftruncate,rename,unlink"))
        assert whole.code == 0, whole.err
        self.after = self.look(done)
        assert self.after not in (self.before, NO_STORE), "the command must change something"

    def fresh(self, name: str) -> Path:
        folder = self.scratch / name
        shutil.copytree(self.start, folder)
        return folder

    def act(self, folder: Path, under: tuple[str, ...] = ()) -> Outcome:
        return self.program.run(*(word.replace("@", str(folder)) for word in self.command), under=under)

    def look(self, folder: Path) -> str:
        return content(self.program, str(folder / self.looked_at), folder / "export")

    def step(self, kind: str, fault: str, when: str) -> str | None:
        """What is wrong after one disturbed run; None where nothing is."""
        name = f"{kind} {fault} when={when}"
        folder = self.fresh(name.replace(" ", "-"))
        try:
            disturbed = self.act(folder, ("strace", "-f", "-qq", "-o", "/dev/null", "-e", f"inject={kind}:{fault}:when={when}"))
            found = self.look(folder)
            if found not in (self.before, self.after):
                return f"{name}: the store holds something between before and after"
            if disturbed.code == 0 and found != self.after:
                return f"{name}: success was reported, but nothing was changed"
            if disturbed.code not in (0, *KILLED) and not self.is_clear(disturbed):
                return f"{name}: exit code {disturbed.code} with the message: {disturbed.err}"
            if found == self.before or self.repeat:
                again = self.act(folder)
                if again.code != 0 or self.look(folder) != self.after:
                    return f"{name}: the command does not succeed afterwards: {again.err}"
            return None
        except (AssertionError, subprocess.TimeoutExpired) as error:
            return f"{name}: {error}"
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    @staticmethod
    def is_clear(outcome: Outcome) -> bool:
        return outcome.code == 1 and outcome.err.startswith("quarterday: ") and "bug" not in outcome.err and len(outcome.err) > 40

    def run(self, faults: list[tuple[str, str, str]], most: int = MOST) -> list[str]:
        """Each fault (system call, what happens to it, "" or "+" for all later ones too) at each K, or at `most` of them."""
        steps, counts = [], []
        for kind, fault, more in faults:
            count, always = borders(kinds_of(self.trace), kind)
            chosen = spread(count, most, always)
            steps += [(kind, fault, f"{k}{more}") for k in chosen]
            counts.append(f"{kind} {fault}{' from there on' if more else ''} at {len(chosen)} of {count}")
        with concurrent.futures.ThreadPoolExecutor(AT_ONCE) as pool:
            problems = [problem for problem in pool.map(lambda step: self.step(*step), steps) if problem]
        print(f"{len(steps)} runs: {'; '.join(counts)}. {len(problems)} problems.")
        shutil.rmtree(self.scratch)
        return problems


class IssueSweep(Sweep):
    """What was issued is looked at too: an issue is there with its files to the byte, or not at all."""

    def look(self, folder: Path) -> str:
        store = str(folder / self.looked_at)
        issues = json.loads(self.program.must("--store", store, "issues", "--format", "json").out)["issues"]
        kept = [(issue["number"], issue["explanations"], issue["files"]) for issue in issues]
        for issue in issues:
            for file in issue["files"]:
                self.program.must("--store", store, "issues", str(issue["number"]), "--format", file["format"], "--out",
                                  folder / "kept")
                assert hashlib.sha256((folder / "kept").read_bytes()).hexdigest() == file["sha256"]
        return content(self.program, store, folder / "export") + json.dumps(kept)


class MigrationSweep(Sweep):
    """A store of an older program is still one, to the byte of its rows, or is wholly carried over, with its issues."""

    def look(self, folder: Path) -> str:
        store = folder / self.looked_at
        with contextlib.closing(sqlite3.connect(store)) as database:
            tables = [row[0] for row in database.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")]
            if "acts" not in tables:
                assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
                rows = [(name, sorted(map(repr, database.execute(f"SELECT * FROM {name}")))) for name in tables]
                return "older " + hashlib.sha256(repr(rows).encode()).hexdigest()
        return content(self.program, str(store), folder / "export")


KILL = "signal=SIGKILL"
KILLS = [(kind, KILL, "") for kind in ("pwrite64", "fdatasync", "fsync", "ftruncate", "rename", "unlink")]
DISK_FULL = [("pwrite64", "error=ENOSPC", more) for more in ("", "+")]
DISK_BROKEN = [(kind, "error=EIO", more) for kind in ("fdatasync", "fsync") for more in ("", "+")]


def import_sweep(program: Program) -> Sweep:
    def prepare(folder: Path) -> None:
        program.must("--store", folder / "store.db", "init")
        program.must("--store", folder / "store.db", "import", PROJECT / "examples" / "lancashire")
        make_change(folder / "change")

    return Sweep(program, prepare, ["--store", "@/store.db", "import", "@/change"], "store.db")


def sweep(program: Program, name: str) -> list[str]:
    def prepare_backup(folder: Path) -> None:
        program.must("--store", folder / "store.db", "init")
        program.must("--store", folder / "store.db", "import", PROJECT / "examples" / "chorley")

    def prepare_restore(folder: Path) -> None:
        prepare_backup(folder)
        program.must("--store", folder / "store.db", "backup", folder / "monday.backup")

    def prepare_issue(folder: Path) -> None:
        program.must("--store", folder / "store.db", "init")
        program.must("--store", folder / "store.db", "import", PROJECT / "examples" / "lancashire")

    def prepare_migration(folder: Path) -> None:
        old = PROJECT / "tests" / "store" / "old" / "lancashire.db.gz"
        (folder / "store.db").write_bytes(gzip.decompress(old.read_bytes()))

    if name == "migration":
        return MigrationSweep(program, prepare_migration, ["--store", "@/store.db", "rebuild"], "store.db").run(
            KILLS + DISK_FULL + DISK_BROKEN, MOST)
    if name == "import-killed":
        return import_sweep(program).run(KILLS, MOST)
    if name == "import-disk-full":
        return import_sweep(program).run(DISK_FULL, MOST)
    if name == "import-disk-broken":
        return import_sweep(program).run(DISK_BROKEN, MOST)
    if name == "issue":
        return IssueSweep(program, prepare_issue, ["--store", "@/store.db", "report", "scorecard", "--period", "2012-13Q2", "--as-at",
                                                   "2012-11-22", "--issue", "--format", "html"], "store.db", repeat=False).run(
            KILLS + DISK_FULL + DISK_BROKEN, MOST)
    if name == "init":
        return Sweep(program, lambda folder: None, ["--store", "@/store.db", "init"], "store.db", repeat=False).run(
            KILLS + DISK_FULL + DISK_BROKEN, MOST)
    if name == "backup":
        return Sweep(program, prepare_backup, ["--store", "@/store.db", "backup", "@/monday.backup"], "monday.backup", repeat=False).run(
            KILLS + DISK_FULL + DISK_BROKEN, MOST)
    if name == "restore":
        return Sweep(program, prepare_restore, ["--store", "@/new.db", "restore", "@/monday.backup"], "new.db", repeat=False).run(
            KILLS + DISK_FULL + DISK_BROKEN, MOST)
    if name == "postgres":
        return postgres(program)
    raise SystemExit(f"there is no sweep {name}")


class Database:
    """A PostgreSQL database for a while, on the server that the PG… variables name."""

    def __init__(self, number: int) -> None:
        self.name = f"quarterday_crash_{os.getpid()}_{number}"

    def __enter__(self) -> str:
        subprocess.run(["createdb", "--template=template0", "--encoding=UTF8", "--locale=C.UTF-8", self.name], check=True)
        return f"postgresql:///{self.name}"

    def __exit__(self, *_: object) -> None:
        subprocess.run(["dropdb", "--force", self.name], check=True)


def postgres(program: Program) -> list[str]:
    """Kills an import into PostgreSQL at messages to the server, evenly spread, and at the last ones, where it commits."""
    problems = []
    with Database(1) as store, tempfile.TemporaryDirectory() as scratch:
        export, trace, changed = Path(scratch, "export"), Path(scratch, "trace"), Path(scratch, "change")
        program.must("--store", store, "init")
        before = content(program, store, export)
        with Database(2) as whole:
            program.must("--store", whole, "init")
            done = program.run("--store", whole, "import", PROJECT / "examples" / "lancashire",
                               under=("strace", "-f", "-qq", "-o", str(trace), "-e", "trace=sendto"))
            assert done.code == 0, done.err
            after = content(program, whole, export)
        messages, _ = borders(kinds_of(trace), "sendto")
        kept = 0
        for k in spread(messages, MOST, []):
            killed = program.run("--store", store, "import", PROJECT / "examples" / "lancashire",
                                 under=("strace", "-f", "-qq", "-o", "/dev/null", "-e", f"inject=sendto:{KILL}:when={k}"))
            found = content(program, store, export)
            if killed.code not in (0, *KILLED):
                problems.append(f"sendto {k}: exit code {killed.code}: {killed.err}")
            if found not in (before, after):
                problems.append(f"sendto {k}: the store holds something between before and after")
            kept += found == before
            if found == after:
                break
        print(f"killed at up to {messages} messages; the store stayed as it was {kept} times")
        assert kept > 20, "the kills came too late to show anything"
        program.must("--store", store, "import", PROJECT / "examples" / "lancashire")
        if content(program, store, export) != after:
            problems.append("the import does not succeed afterwards")
    return problems


if __name__ == "__main__":
    found_problems = sweep(Program(Path(sys.argv[1]).resolve()), sys.argv[2])
    print(*found_problems, sep="\n")
    sys.exit(1 if found_problems else 0)
