"""Forecasts of the M3 competition's series against what came. What came is used for scoring only."""

import json
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from goals import Results, seconds
from programs import QUARTERDAY, bench_program, cores, run


def score(file: Path, season: int) -> dict[str, float]:
    return json.loads(run(bench_program("forecast_score"), file, season, cores()).out)


def call_for_each(file: Path, work: Path, season: int) -> float:
    """Seconds of calling the program once for each series of the file, as many at a time as there are cores."""
    folder = work / f"m3-{file.stem}"
    folder.mkdir(parents=True, exist_ok=True)
    calls = []
    for line in file.read_text().splitlines()[1:]:
        cells = line.split(",")
        known, horizon = int(cells[2]), cells[3]
        series = folder / f"{cells[0]}.csv"
        series.write_text("value\n" + "".join(f"{cell}\n" for cell in cells[4 : 4 + known]))
        calls.append((QUARTERDAY, "forecast", "--csv", series, "--season", season, "--horizon", horizon, "--format", "json"))
    start = time.perf_counter()
    with ThreadPoolExecutor(cores()) as pool:
        list(pool.map(lambda call: run(*call), calls))
    return time.perf_counter() - start


def run_quality(results: Results, work: Path, m3: Path | None) -> None:
    if m3 is None:
        results.note("Forecast quality was not measured: name the folder with the M3 competition's quarterly.csv and "
                     "yearly.csv by --m3.")
        return
    print("Forecasts of the M3 competition", flush=True)
    quarterly, yearly = score(m3 / "quarterly.csv", 4), score(m3 / "yearly.csv", 1)
    coverage = quarterly["coverage"]
    results.add("M3 quarterly sMAPE: at most 9.2", f"{quarterly['smape']:.3f}", met=quarterly["smape"] <= 9.2)
    results.add("M3 quarterly MASE: at most 1.11", f"{quarterly['mase']:.3f}", met=quarterly["mase"] <= 1.11)
    results.add("M3 quarterly, 95 % intervals hold: 93 to 97 %", f"{coverage:.1%}", met=0.93 <= coverage <= 0.97)
    results.add(f"M3 quarterly, all {quarterly['series']}: below 2 s", seconds(quarterly["seconds"]),
                met=quarterly["seconds"] < 2)
    results.add("M3 quarterly, a call of the program for each", seconds(call_for_each(m3 / "quarterly.csv", work, 4)))
    results.add("M3 yearly sMAPE: at most 17.2", f"{yearly['smape']:.3f}", met=yearly["smape"] <= 17.2)
    results.add("M3 yearly, 95 % intervals hold", f"{yearly['coverage']:.1%}")
