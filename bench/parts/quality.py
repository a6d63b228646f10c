"""Forecasts of the M3 competition's series, as `quarterday forecast` makes them, against what came."""

import csv
import json
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean

from goals import Results, seconds
from programs import QUARTERDAY, BenchError, cores, run


@dataclass
class Case:
    past: list[float]
    came: list[float]


def read_cases(file: Path) -> list[Case]:
    """Rows `id,type,n,h,` then n numbers to learn from and h that came."""
    with file.open(newline="") as lines:
        rows = list(csv.reader(lines))[1:]
    cases = []
    for row in rows:
        past, horizon = int(row[2]), int(row[3])
        numbers = [float(cell) for cell in row[4 : 4 + past + horizon]]
        cases.append(Case(numbers[:past], numbers[past:]))
    return cases


def write_series(cases: list[Case], folder: Path) -> list[Path]:
    folder.mkdir(parents=True, exist_ok=True)
    files = []
    for number, case in enumerate(cases):
        file = folder / f"{number}.csv"
        file.write_text("value\n" + "".join(f"{value}\n" for value in case.past))
        files.append(file)
    return files


@dataclass
class Score:
    smape: float  # per cent
    mase: float
    coverage: float  # share of what came that the 95 % interval holds
    seconds: float


def score(cases: list[Case], forecasts: list[list[dict]], season: int, taken: float) -> Score:
    smapes, mases, held = [], [], []
    for case, points in zip(cases, forecasts):
        if len(points) != len(case.came):
            raise BenchError(f"{len(points)} points were forecast where {len(case.came)} were asked for")
        errors = [abs(came - point["value"]) for came, point in zip(case.came, points)]
        smapes.append(fmean(200 * error / (abs(came) + abs(point["value"]))
                            for error, came, point in zip(errors, case.came, points)))
        scale = fmean(abs(later - earlier) for earlier, later in zip(case.past, case.past[season:]))
        mases.append(fmean(errors) / scale)
        held += [point["lower"] <= came <= point["upper"] for came, point in zip(case.came, points)]
    return Score(fmean(smapes), fmean(mases), fmean(held), taken)


def forecast_all(file: Path, work: Path, season: int) -> Score:
    cases = read_cases(file)
    files = write_series(cases, work / f"m3-{file.stem}")

    def forecast(at: int) -> list[dict]:
        outcome = run(QUARTERDAY, "forecast", "--csv", files[at], "--season", season, "--horizon", len(cases[at].came),
                      "--format", "json")
        return json.loads(outcome.out)["forecast"]

    start = time.perf_counter()
    with ThreadPoolExecutor(cores()) as pool:
        forecasts = list(pool.map(forecast, range(len(cases))))
    return score(cases, forecasts, season, time.perf_counter() - start)


def run_quality(results: Results, work: Path, m3: Path | None) -> None:
    if m3 is None:
        results.note("Forecast quality was not measured: name the folder with the M3 competition's quarterly.csv and "
                     "yearly.csv by --m3.")
        return
    print("Forecasts of the M3 competition", flush=True)
    quarterly = forecast_all(m3 / "quarterly.csv", work, 4)
    yearly = forecast_all(m3 / "yearly.csv", work, 1)
    results.add("M3 quarterly sMAPE: at most 9.2", f"{quarterly.smape:.3f}", met=quarterly.smape <= 9.2)
    results.add("M3 quarterly MASE: at most 1.11", f"{quarterly.mase:.3f}", met=quarterly.mase <= 1.11)
    results.add("M3 quarterly 95 % intervals hold: 93 to 97 %", f"{quarterly.coverage:.1%}",
                met=0.93 <= quarterly.coverage <= 0.97)
    results.add("M3 quarterly, a call of the program for each of 756 series: below 2 s", seconds(quarterly.seconds),
                met=quarterly.seconds < 2)
    results.add("M3 yearly sMAPE: at most 17.2", f"{yearly.smape:.3f}", met=yearly.smape <= 17.2)
    results.add("M3 yearly 95 % intervals hold", f"{yearly.coverage:.1%}")
