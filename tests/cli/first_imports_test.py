"""first_imports_test.py PROGRAM [--postgres]: two councils are imported into one empty store at the same moment, by two processes.
Whoever is quicker, one of them is in the store whole and the other is refused whole."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
COUNCILS = {"lancashire": "E10000017", "chorley": "E07000118"}
ROUNDS = 4


def fail(message: str) -> None:
    print(message)
    sys.exit(1)


def one_round(program: str, store: str, folder: Path) -> str:
    """The council that was quicker."""
    def run(*words: str) -> subprocess.CompletedProcess:
        return subprocess.run([program, "--store", store, *words], capture_output=True, text=True, timeout=300)

    if run("init").returncode != 0:
        fail("The store could not be made.")
    start = [program, "--store", store, "import"]
    running = {name: subprocess.Popen([*start, PROJECT / "examples" / name], stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                                      text=True) for name in COUNCILS}
    said = {name: process.communicate(timeout=300)[0] for name, process in running.items()}
    won = [name for name, process in running.items() if process.returncode == 0]
    if len(won) != 1:
        fail(f"{len(won)} of two first imports went through, not one:\n" + "\n".join(said.values()))
    other = next(name for name in COUNCILS if name != won[0])
    if "is not the council in this store" not in said[other]:
        fail(f"The import of {other} was refused without saying why:\n{said[other]}")
    if run("export", str(folder / "out")).returncode != 0:
        fail("The store could not be exported.")
    areas = (folder / "out/areas.csv").read_text()
    settings = (folder / "out/council.toml").read_text()
    if COUNCILS[won[0]] not in areas or COUNCILS[won[0]] not in settings or COUNCILS[other] in settings:
        fail(f"{won[0]} was quicker, but the store does not hold it alone.")
    sound = run("verify")
    if sound.returncode != 0:
        fail(sound.stdout + sound.stderr)
    return won[0]


def main() -> None:
    program = sys.argv[1]
    with tempfile.TemporaryDirectory() as name:
        for number in range(ROUNDS):
            folder = Path(name, str(number))
            folder.mkdir()
            if "--postgres" not in sys.argv:
                print(one_round(program, str(folder / "store.db"), folder), "was quicker")
                continue
            database = f"quarterday_first_{os.getpid()}_{number}"
            subprocess.run(["createdb", "--template=template0", "--encoding=UTF8", "--locale=C.UTF-8", database], check=True)
            try:
                print(one_round(program, f"postgresql:///{database}", folder), "was quicker")
            finally:
                subprocess.run(["dropdb", "--force", database], check=True)


main()
