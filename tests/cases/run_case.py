"""Runs golden cases: run_case.py PROGRAM [--postgres] [--update] FILE.case…

A case is a text to read, in which the lines indented by two spaces are a terminal:

    The scorecard names what a council calls itself.

      $ quarterday init
      $ quarterday import examples/lancashire
      Imported 35 measures. (what was printed on both outputs has to follow, to the byte)
      $ quarterday scorecard --period never
      "never" is no period*  (glob)
      [2]

`[N]` is the exit code where it is not 0; `  > ` goes on with a command; ` (glob)` at the end of a line lets * and ? stand for
anything; a line `…` stands for any lines. An empty line is printed where more follows; those at the end of what was printed are not compared. Every case has a folder of its own, in which `quarterday` is the program under test, `examples` the examples and `councils` those of the tests of the
project, `fill-in` fills in a hand-in workbook (fill_in.py), and quarterday.db is the store; with --postgres the store is a database of its own. A case whose first line ends in
"(embedded store)" is about files, so tests/CMakeLists.txt does not run it with --postgres; one whose first line ends in
"(server store)" is about PostgreSQL and is run with it only. --update writes into the case what was printed."""

import argparse
import difflib
import fnmatch
import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
SECONDS = 120  # for one command


@dataclass
class Step:
    command: str
    source: list[str]  # the lines of the command as they stand in the case
    expected: list[str] = field(default_factory=list)


def parse(text: str) -> list[Step | str]:
    """The steps, and the lines of prose between them."""
    parts: list[Step | str] = []
    for line in text.splitlines():
        before = [part for part in parts if part != ""]
        step = before[-1] if before and isinstance(before[-1], Step) else None
        if line.startswith("  $ "):
            parts.append(Step(line[4:], [line]))
        elif step and line.startswith("  > ") and not step.expected:
            step.command += "\n" + line[4:]
            step.source.append(line)
        elif step and line.startswith("  "):
            while parts[-1] == "":
                step.expected.append(parts.pop())
            step.expected.append(line[2:])
        else:
            parts.append(line)
    return parts


def matches(expected: str, printed: str) -> bool:
    if expected.endswith(" (glob)"):
        return fnmatch.fnmatchcase(printed, expected.removesuffix(" (glob)").rstrip())
    return expected == printed


def agree(expected: list[str], printed: list[str]) -> bool:
    """Line by line; a line "…" stands for any number of them."""
    if "…" not in expected:
        return len(printed) == len(expected) and all(map(matches, expected, printed))
    at = expected.index("…")
    if len(printed) < at or not all(map(matches, expected[:at], printed)):
        return False
    return any(agree(expected[at + 1:], printed[skipped:]) for skipped in range(at, len(printed) + 1))


def perform(step: Step, folder: str, environment: dict[str, str]) -> list[str]:
    """What the command prints, and its exit code where that is not 0."""
    done = subprocess.run(["bash", "-c", step.command], cwd=folder, env=environment, stdin=subprocess.DEVNULL,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=SECONDS)
    lines = done.stdout.decode("utf-8", "backslashreplace").split("\n")
    if lines[-1] == "":
        lines.pop()
    else:
        lines[-1] += " (no end of line)"
    while lines and lines[-1] == "":
        lines.pop()
    return lines + ([f"[{done.returncode}]"] if done.returncode else [])


def surroundings(folder: str, program: Path, store: str) -> dict[str, str]:
    os.symlink(PROJECT / "examples", Path(folder, "examples"))
    os.symlink(PROJECT / "tests" / "councils", Path(folder, "councils"))
    programs = Path(folder, ".bin")
    programs.mkdir()
    os.symlink(program, programs / "quarterday")
    os.symlink(PROJECT / "tests" / "cases" / "fill_in.py", programs / "fill-in")
    kept = {name: value for name, value in os.environ.items() if name.startswith(("PG", "ASAN_", "UBSAN_", "TSAN_"))}
    return kept | {"PATH": f"{programs}:{os.environ['PATH']}", "HOME": folder, "LC_ALL": "C.UTF-8", "TZ": "Europe/London",
                   "QUARTERDAY_STORE": store}


def run(parts: list[Step | str], folder: str, environment: dict[str, str]) -> tuple[str, list[str]]:
    """The case with what was printed, and what differs from what was expected."""
    lines: list[str] = []
    differences: list[str] = []
    for part in parts:
        if isinstance(part, str):
            lines.append(part)
            continue
        printed = perform(part, folder, environment)
        same = agree(part.expected, printed)
        if not same:
            differences += [f"$ {part.command}", *difflib.unified_diff(part.expected, printed, "expected", "printed", lineterm="")]
        lines += part.source + ["  " + line if line else "" for line in (part.expected if same else printed)]
    return "\n".join(lines) + "\n", differences


class Database:
    """A PostgreSQL database for the length of one case, on the server that the PG… variables name."""

    def __init__(self) -> None:
        self.name = f"quarterday_case_{os.getpid()}"

    def __enter__(self) -> str:
        subprocess.run(["createdb", "--template=template0", "--encoding=UTF8", "--locale=C.UTF-8", self.name], check=True)
        return f"postgresql:///{self.name}"

    def __exit__(self, *_: object) -> None:
        subprocess.run(["dropdb", "--force", self.name], check=True)


def check(path: Path, options: argparse.Namespace) -> bool:
    text = path.read_text(encoding="utf-8")
    parts = parse(text)
    if not any(isinstance(part, Step) for part in parts):
        print(f"{path} has no command: a line that starts with two spaces and '$ '")
        return False
    with tempfile.TemporaryDirectory() as folder:
        if options.postgres:
            with Database() as store:
                printed, differences = run(parts, folder, surroundings(folder, options.program, store))
        else:
            printed, differences = run(parts, folder, surroundings(folder, options.program, "quarterday.db"))
    if differences and options.update:
        path.write_text(printed, encoding="utf-8")
        print(f"{path}: updated; read the change before you commit it")
    elif differences:
        print(f"{path}:", *differences, sep="\n")
    return not differences or options.update


def main() -> int:
    call = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    call.add_argument("program", type=lambda path: Path(path).resolve(strict=True))
    call.add_argument("cases", type=Path, nargs="+")
    call.add_argument("--postgres", action="store_true")
    call.add_argument("--update", action="store_true")
    options = call.parse_args()
    return 0 if all([check(path, options) for path in options.cases]) else 1


if __name__ == "__main__":
    sys.exit(main())
