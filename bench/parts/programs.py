"""Running programs: what they took, what they printed, and what they must have printed."""

import json
import os
import subprocess
import time
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BUILD = ROOT / "build" / "release"
QUARTERDAY = BUILD / "quarterday"
EXPECTED = json.loads((ROOT / "bench" / "expected.json").read_text())
PATIENCE = 900  # seconds that a program may take


class BenchError(Exception):
    """Something without which there is nothing to measure."""


@dataclass
class Outcome:
    """What a program printed: TIME name seconds, MEMORY name GB, SIZE name bytes, CHECK name sums."""

    wall: float
    code: int
    times: dict[str, float] = field(default_factory=dict)
    memory: dict[str, float] = field(default_factory=dict)
    sizes: dict[str, float] = field(default_factory=dict)
    checks: dict[str, str] = field(default_factory=dict)
    out: str = ""
    err: str = ""


def bench_program(name: str) -> Path:
    return BUILD / "bench" / f"bench_{name}"


def run(*command: object, codes: tuple[int, ...] = (0,)) -> Outcome:
    words = [str(word) for word in command]
    start = time.perf_counter()
    done = subprocess.run(words, capture_output=True, text=True, timeout=PATIENCE, cwd=ROOT)
    outcome = Outcome(time.perf_counter() - start, done.returncode, out=done.stdout, err=done.stderr)
    if done.returncode not in codes:
        raise BenchError(f"{' '.join(words)} ended with {done.returncode}:\n{done.stdout[-1000:]}{done.stderr[-2000:]}")
    for line in done.stdout.splitlines():
        match line.split(None, 2):
            case ["TIME", name, seconds]:
                outcome.times[name] = float(seconds)
            case ["MEMORY", name, gigabytes]:
                outcome.memory[name] = float(gigabytes)
            case ["SIZE", name, size]:
                outcome.sizes[name] = float(size)
            case ["CHECK", name, sums]:
                outcome.checks[name] = sums
    return outcome


def check(who: str, outcome: Outcome, *names: str) -> None:
    """The sums of these jobs are those that every engine finds."""
    for name in names:
        found = outcome.checks.get(name, "nothing").split(" rejected ")
        if found[0] != EXPECTED[name]:
            raise BenchError(f"{who} computed something else in {name}:\n  found    {found[0]}\n  expected {EXPECTED[name]}")
        if len(found) > 1 and found[1] != EXPECTED["rejected"]:
            raise BenchError(f"{who} refused {found[1]} rows, and {EXPECTED['rejected']} are wrong")


def cores() -> int:
    return len(os.sched_getaffinity(0))
