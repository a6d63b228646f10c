"""Which files tidy reads, and all it finds in them."""

from collections.abc import Iterator
from pathlib import Path

from rules import CPP_RULES, TEXT_RULES, File, Finding, hidden_names, lock_addresses, sizes

FOLDERS = ("src", "tests", "tools", "bench", "cmake", "sql", "templates", "ui", "docs", "man", "packaging", ".ci")
SUFFIXES = {".cpp", ".hpp", ".c", ".h", ".cmake", ".txt", ".sh", ".py", ".mjs", ".js", ".ts", ".scss", ".sql", ".html",
            ".mustache", ".md", ".json", ""}
TEST_SUFFIXES = {".cpp", ".hpp", ".py", ".mjs", ".ts"}  # what else lies below tests/ is read by tests as it is


def files_of(root: Path) -> Iterator[Path]:
    yield from sorted(path for path in root.iterdir() if path.is_file() and path.name != "package-lock.json")
    for folder in FOLDERS:
        yield from sorted(path for path in (root / folder).rglob("*") if path.is_file())


def is_source(root: Path, path: Path) -> bool:
    name = path.relative_to(root).as_posix()
    if name.startswith("tests/"):
        return path.suffix in TEST_SUFFIXES or path.name == "CMakeLists.txt"
    return path.suffix in SUFFIXES and not name.startswith("ui/dist/")


def findings(root: Path) -> Iterator[Finding]:
    files = [File.read(root, path) for path in files_of(root) if is_source(root, path)]
    for file in files:
        for rule in TEXT_RULES:
            yield from rule(file)
        if file.is_cpp:
            for rule in CPP_RULES:
                yield from rule(file)
    yield from sizes(files)
    yield from hidden_names(files)
    lock = root / "package-lock.json"
    if lock.exists():
        yield from lock_addresses(File.read(root, lock))
