"""The pages: from a closed program to the first of them, and how many a second beside nginx with the same bytes."""

import contextlib
import http.client
import re
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from goals import Results, seconds
from jobs import generate, import_folder
from programs import QUARTERDAY, BenchError, cores, run

HOST = "127.0.0.1"
CONNECTIONS = 64
SECONDS = 5  # of load at a time
PAGE = "/scorecard"

NGINX = """daemon off;
master_process on;
worker_processes {workers};
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{ worker_connections 1024; }}
http {{
    access_log off;
    sendfile on;
    tcp_nopush on;
    keepalive_requests 1000000000;
    open_file_cache max=16;
    client_body_temp_path {folder}/temp; proxy_temp_path {folder}/temp; fastcgi_temp_path {folder}/temp;
    uwsgi_temp_path {folder}/temp; scgi_temp_path {folder}/temp;
    server {{
        listen {host}:{port};
        root {folder}/pages;
        default_type text/html;
        add_header Content-Encoding gzip;
    }}
}}
"""


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind((HOST, 0))
        return taken.getsockname()[1]


@contextlib.contextmanager
def running(*command: object) -> Iterator[subprocess.Popen]:
    """A program that is ended when it is no longer needed."""
    program = subprocess.Popen([str(word) for word in command], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        yield program
    finally:
        program.terminate()
        try:
            program.wait(10)
        except subprocess.TimeoutExpired:
            program.kill()
            program.wait()


def fetch(port: int, page: str = PAGE) -> bytes:
    connection = http.client.HTTPConnection(HOST, port, timeout=60)
    try:
        connection.request("GET", page, headers={"Accept-Encoding": "gzip"})
        answer = connection.getresponse()
        body = answer.read()
    finally:
        connection.close()
    if answer.status != 200:
        raise BenchError(f"{page} was answered with {answer.status}")
    return body


def wait_for(port: int, program: subprocess.Popen, patience: float = 120, page: str = PAGE) -> bytes:
    end = time.perf_counter() + patience
    while time.perf_counter() < end:
        if program.poll() is not None:
            raise BenchError(f"the server ended with {program.returncode}")
        with contextlib.suppress(ConnectionError):
            return fetch(port, page)
        time.sleep(0.002)
    raise BenchError(f"no page within {patience} seconds")


def cold_start(store: Path) -> float:
    """Seconds from starting the program on a store that nobody has open to the first scorecard."""
    port = free_port()
    start = time.perf_counter()
    with running(QUARTERDAY, "--store", f"sqlite:{store}", "serve", "--listen", f"{HOST}:{port}", "--connections", "0") as program:
        wait_for(port, program)
        return time.perf_counter() - start


UNITS = {"us": 1e-6, "ms": 1e-3, "s": 1.0, "m": 60.0}


def load(port: int) -> tuple[float, float]:
    """Requests a second, and the 99th percentile of the seconds one takes."""
    threads = max(1, min(4, cores()))
    outcome = run("wrk", "--latency", f"-t{threads}", f"-c{CONNECTIONS}", f"-d{SECONDS}s", "-H", "Accept-Encoding: gzip",
                  f"http://{HOST}:{port}{PAGE}")
    rate = re.search(r"Requests/sec:\s*([\d.]+)", outcome.out)
    latency = re.search(r"99%\s+([\d.]+)(us|ms|s|m)\b", outcome.out)
    if not rate or not latency or "Non-2xx" in outcome.out or "Socket errors" in outcome.out:
        raise BenchError(f"wrk met something else than pages:\n{outcome.out}")
    return float(rate[1]), float(latency[1]) * UNITS[latency[2]]


@contextlib.contextmanager
def nginx(work: Path, body: bytes) -> Iterator[int]:
    folder, port = (work / "nginx").resolve(), free_port()
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "pages").mkdir(parents=True)
    (folder / "pages" / PAGE.strip("/")).write_bytes(body)
    configuration = folder / "nginx.conf"
    configuration.write_text(NGINX.format(folder=folder, workers=cores(), host=HOST, port=port))
    with running("nginx", "-c", configuration, "-e", folder / "error.log") as program:
        if wait_for(port, program) != body:
            raise BenchError("nginx does not serve the same bytes")
        yield port


def run_serving(results: Results, work: Path, runs: int) -> None:
    store = work / "store.db"
    if not store.exists():
        generate("folder", work / "folder")
        import_folder(store, work / "folder")
    print("Cold start", flush=True)
    results.within("Cold start to the first scorecard: below 1 s", [cold_start(store) for _ in range(runs)], 1.0)
    port = free_port()
    with running(QUARTERDAY, "--store", f"sqlite:{store}", "serve", "--listen", f"{HOST}:{port}", "--connections", "0") as program:
        body = wait_for(port, program)
        ours, theirs = [], []
        with nginx(work, body) as other:
            for turn in range(runs):
                print(f"Pages, run {turn + 1} of {runs}", flush=True)
                ours.append(load(port))
                theirs.append(load(other))
    rate, other_rate = median(r for r, _ in ours), median(r for r, _ in theirs)
    slowest, other_slowest = median(s for _, s in ours), median(s for _, s in theirs)
    size = f"{len(body) / 1024:.0f} KB"
    results.add(f"Scorecard page ({size} gzip), 64 connections: at least 40,000/s, beside nginx", f"{rate:,.0f}/s",
                f"{other_rate:,.0f}/s", f"{rate / other_rate:.3f}", rate >= 40000)
    results.add("Scorecard page p99: below 5 ms, beside nginx", seconds(slowest), seconds(other_slowest),
                f"{slowest / other_slowest:.3f}", slowest < 0.005)
