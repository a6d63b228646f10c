"""Sheets of a council's own, far larger than people make them: previewed, taken in, guessed; and hostile ones."""

import shutil
import subprocess
import time
import zipfile
from pathlib import Path

from goals import Results
from programs import PATIENCE, QUARTERDAY, ROOT, BenchError, run

PYTHON = "/usr/bin/python3"  # the one that Debian's openpyxl belongs to
MOST_PREVIEW, MOST_IMPORT = 0.3, 1.0  # of what openpyxl takes to read it
MOST_MEMORY, MOST_GUESS = 1.0, 5.0  # GB, seconds
CELLS = "1000000"
HOSTILE_SECONDS, HOSTILE_MEMORY = 10.0, 1.0


def measured(store: Path, *words: object, codes: tuple[int, ...] = (0,)) -> tuple[float, str]:
    """Seconds of the program, and what it said."""
    command = [str(word) for word in (QUARTERDAY, "--store", f"sqlite:{store}", *words)]
    start = time.perf_counter()
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, cwd=store.parent, timeout=PATIENCE)
    taken = time.perf_counter() - start
    if done.returncode not in codes:
        raise BenchError(f"{' '.join(command)} ended with {done.returncode}:\n{done.stdout[-2000:]}")
    return taken, done.stdout


def memory_of(store: Path, *words: object) -> float:
    """GB of the program alone, told by a process that starts nothing else."""
    script = ("import resource, subprocess, sys; subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL); "
              "print('MEMORY peak', resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1e6)")
    return run(PYTHON, "-c", script, QUARTERDAY, "--store", f"sqlite:{store}", *words).memory["peak"]


def fresh_store(folder: Path) -> Path:
    store = folder / "wenlow.db"
    for ending in ("", "-wal", "-shm"):
        Path(f"{store}{ending}").unlink(missing_ok=True)
    run(QUARTERDAY, "--store", f"sqlite:{store}", "init")
    run(QUARTERDAY, "--store", f"sqlite:{store}", "import", folder / "council")
    return store


def hostile_sheets(folder: Path, book: Path) -> dict[str, Path]:
    """Small files that ask for much, made of a good one: each has to be refused, or read, in no time."""
    with zipfile.ZipFile(book) as good:
        parts = {name: good.read(name) for name in good.namelist() if "sheet1" not in name and "sharedStrings" not in name}
    head = b'<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
    row = b'<row r="%d"><c r="A%d"><v>1</v></c></row>'
    sheets = {
        "swells": b" " * 600_000_000,
        "deep": head + b"<row>" * 2_000_000,
        "far": head + b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>',
        "merged": head + b"</sheetData><mergeCells>" + b'<mergeCell ref="A1:XFD1048576"/>' * 200_000 + b"</mergeCells></worksheet>",
        "texts": head + b"".join(b'<row r="%d"><c r="A%d" t="s"><v>0</v></c></row>' % (i, i) for i in range(1, 200_000)) + b"</sheetData></worksheet>",
        "cells": head + b"".join(row % (i, i) for i in range(1, 1_048_576)) + b"</sheetData></worksheet>",
    }
    made = {}
    for name, sheet in sheets.items():
        shared = b"<sst><si><t>" + (b"x" * 30_000 if name == "texts" else b"x") + b"</t></si></sst>"
        made[name] = folder / f"hostile-{name}.xlsx"
        with zipfile.ZipFile(made[name], "w", zipfile.ZIP_DEFLATED) as book_made:
            for part, bytes_ in {**parts, "xl/worksheets/sheet1.xml": sheet, "xl/sharedStrings.xml": shared}.items():
                book_made.writestr(part, bytes_)
    return made


def run_sheets(results: Results, work: Path, runs: int) -> None:
    print("A council's own sheets: a million cells, 50 MB, and hostile ones", flush=True)
    folder = work / "sheets"
    if not (folder / "made").exists():
        shutil.rmtree(folder, ignore_errors=True)
        run(PYTHON, "-B", ROOT / "bench" / "make_sheets.py", folder)
        (folder / "made").touch()
    million = folder / "million.xlsx"
    times: dict[str, list[float]] = {"preview": [], "import": [], "openpyxl": []}
    for _ in range(runs):
        store = fresh_store(folder)
        taken, said = measured(store, "layout", "try", million)
        if f"{int(CELLS):d} filled cells" not in said.replace(",", ""):
            raise BenchError(f"the preview does not speak of {CELLS} cells: {said[:300]}")
        times["preview"].append(taken)
        read = run(PYTHON, "-B", ROOT / "bench" / "read_with_openpyxl.py", million)
        if read.checks["cells"] != CELLS:
            raise BenchError(f"openpyxl reads {read.checks['cells']} cells")
        times["openpyxl"].append(read.times["read"])
        times["import"].append(measured(store, "import", million)[0])
    memory = [memory_of(fresh_store(folder), "layout", "try", million), memory_of(fresh_store(folder), "import", million)]
    results.against("A million cells previewed, at most 0.3 of openpyxl reading them", times["preview"], times["openpyxl"], MOST_PREVIEW)
    results.against("A million cells taken in, at most 1 of openpyxl reading them", times["import"], times["openpyxl"], MOST_IMPORT)
    for name, peak in zip(("previewed", "taken in"), memory):
        results.add(f"A million cells {name}, under 1 GB", f"{peak:.3f} GB", met=peak < MOST_MEMORY)
    store = fresh_store(folder)
    for kind in ("xlsx", "csv"):
        book = folder / f"fifty.{kind}"
        guesses = [measured(store, "layout", "guess", book, codes=(0, 1))[0] for _ in range(runs)]
        results.within(f"Guessing the whole of a {kind} of 50 MB, at most 5 s", guesses, MOST_GUESS)
        results.add("… memory", f"{memory_of(store, 'layout', 'guess', book):.3f} GB")
    worst, heaviest = 0.0, 0.0
    for book in hostile_sheets(folder, million).values():
        taken, _ = measured(store, "layout", "try", book, codes=(0, 1))
        worst, heaviest = max(worst, taken), max(heaviest, memory_of(store, "layout", "try", book))
    results.within("The slowest of six hostile sheets, at most 10 s", [worst], HOSTILE_SECONDS)
    results.add("… memory of the heaviest, under 1 GB", f"{heaviest:.3f} GB", met=heaviest < HOSTILE_MEMORY)
