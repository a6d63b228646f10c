"""The rules of the house. Each takes the files and yields what breaks it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath

from cpp_text import CppText, functions, read_cpp

MOST_LINES = 600
USUAL_LINES = 350
LARGE_SHARE = 0.10  # of the source files may be longer than USUAL_LINES
MOST_FUNCTION_LINES = 60

BELOW_VIEWS = {"base", "statistics", "forecasting", "domain", "engine", "charts", "checks", "documents", "store", "exchange"}
HIDDEN = {"engine", "store"}  # cli and web do not even name what these declare: they call acts and views
MAY_INCLUDE = {  # room: the other rooms whose headers it may include
    "base": set(),
    "statistics": {"base"},
    "forecasting": {"base", "statistics"},
    "domain": {"base", "statistics", "forecasting"},
    "engine": {"base", "statistics", "forecasting", "domain"},
    "charts": {"base", "domain"},
    "checks": {"base", "statistics", "domain"},
    "documents": {"base", "domain", "charts"},
    "store": {"base", "domain"},
    "exchange": {"base", "domain"},
    "views": BELOW_VIEWS,
    "reports": BELOW_VIEWS | {"views"},
    "acts": BELOW_VIEWS | {"views", "reports"},
    "web": BELOW_VIEWS - HIDDEN | {"views", "reports", "acts"},
    "cli": BELOW_VIEWS - HIDDEN | {"views", "reports", "acts"},
}

# Headers of others that belong to one room.
PART_OF = {"acts/inside.hpp": "acts", "sqlite3.h": "store", "libpq-fe.h": "store", "microhttpd.h": "web", "CLI/CLI.hpp": "cli"}

SQL = re.compile(
    r"\b(INSERT INTO|DELETE FROM|CREATE (TABLE|INDEX|VIEW|UNIQUE INDEX|TRIGGER)|DROP TABLE|ALTER TABLE|PRAGMA \w+)\b"
    r"|\bSELECT\b.*\bFROM\b|\bUPDATE \w+ SET\b"
    r"|^\s*(insert into \w+ ?[(\n]|delete from \w+ where|create (table|index|view) |update \w+ set |select .*\bfrom \w+ (where|join|order) )",
    re.DOTALL,
)
HTTP = re.compile(
    r"\bHTTP/\d|^(GET|POST|PUT|PATCH|DELETE|HEAD) /|^(Content-(Type|Length|Security-Policy)|Cache-Control|Set-Cookie|ETag"
    r"|If-None-Match|Accept-Encoding|Location)(:|$)",
    re.IGNORECASE,
)
HTML = re.compile(r"</?(html|head|body|div|table|tr|td|th|p|span|section|ul|li|h[1-6])(\s[^<>]*)?>")

MARKER = re.compile(r"\b(TO" r"DO|FIX" r"ME|XX" r"X|HA" r"CK)\b")
BAD_NAME = re.compile(r"\b(?:class|struct|union|enum|using)\s+(\w*(?:Manager|Helper|Util|Utils|Data))\b(?=[^;]*[{=]|\s*;)")
BAD_STEM = re.compile(r"(^|_)(manager|helpers?|utils?|data)$")
BOOL_PARAMETER = re.compile(r"[(,]\s*(?:const\s+)?bool\s+(\w+)\s*(?:=[^,()]*)?(?=[,)])")


@dataclass(frozen=True, order=True)
class Finding:
    path: str
    line: int  # 0: the whole file
    rule: str
    message: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.rule}: {self.message}" if self.line else f"{self.path}: {self.rule}: {self.message}"


@dataclass(frozen=True)
class File:
    path: PurePosixPath  # from the root of the project
    text: str

    @classmethod
    def read(cls, root: Path, path: Path) -> "File":
        return cls(PurePosixPath(path.relative_to(root).as_posix()), path.read_bytes().decode("utf-8", "replace"))

    @cached_property
    def lines(self) -> list[str]:
        return self.text.split("\n")

    @property
    def length(self) -> int:
        return len(self.text.splitlines())

    @property
    def is_cpp(self) -> bool:
        return self.path.suffix in (".cpp", ".hpp")

    @property
    def room(self) -> str | None:
        """The room of a file below src/; main.cpp stands above all rooms."""
        parts = self.path.parts
        return parts[1] if parts[0] == "src" and len(parts) > 2 else None

    @cached_property
    def cpp(self) -> CppText:
        return read_cpp(self.text)

    @cached_property
    def includes(self) -> list[tuple[int, str, str]]:
        """Line, mark (\" or <), name."""
        found = re.compile(r'^\s*#\s*include\s*(["<])([^">]*)[">]')
        return [(n, m[1], m[2]) for n, line in enumerate(self.lines, 1) if (m := found.match(line))]

    def finding(self, line: int, rule: str, message: str) -> Finding:
        return Finding(str(self.path), line, rule, message)


def layers(file: File) -> Iterator[Finding]:
    room = file.room
    if room is None:
        return
    if room not in MAY_INCLUDE:
        yield file.finding(0, "layer", f"src/{room} is no room that tools/tidy knows: say in rules.py what it may include")
        return
    for line, mark, name in file.includes:
        other = name.split("/")[0]
        if mark == '"' and other in MAY_INCLUDE and other != room and other not in MAY_INCLUDE[room]:
            yield file.finding(line, "layer", f"{room} may not include {other} ({name})")
        if PART_OF.get(name, room) != room:
            yield file.finding(line, "layer", f"only {PART_OF[name]} may include {name}")


DECLARED = re.compile(
    r"^(?:class|struct|enum class|enum|using) (\w+)\b(?!;)|^using (\w+) ="  # types
    r"|^(?:inline |constexpr |static |\[\[\w+\]\] )*[\w:]+(?:<[^()]*>)?[ &*]+(\w+)\(",  # functions
    re.MULTILINE,
)


# Kinds, functions and lambdas that a file has of its own.
OWN = re.compile(r"\b(?:struct|class|enum|using) (\w+)|\b(?!(?:return|throw|else|case|new)\b)\w+(?:<[^()]*>)?[ &*]+(\w+)(?:\(| = \[)")


def declared(files: list[File], rooms: set[str]) -> set[str]:
    """The types and functions that headers of these rooms declare in the open; functions with a bracket behind them."""
    headers = [file for file in files if file.room in rooms and file.path.suffix == ".hpp"]
    return {kind or alias or function + "(" for file in headers for kind, alias, function in DECLARED.findall(file.cpp.code)}


def hidden_names(files: list[File]) -> Iterator[Finding]:
    """What includes forbid could still come in behind a header of views or acts. A name that another room or the file itself
    declares as well is theirs; so is one behind a dot or an arrow, or in a scope that is no room's."""
    hidden = declared(files, HIDDEN) - declared(files, set(MAY_INCLUDE) - HIDDEN)
    if not hidden:
        return
    scope = r"(?:qd::)?(?:(?:" + "|".join(sorted(HIDDEN)) + r")::)?"
    words = "|".join(re.escape(name) if name.endswith("(") else name + r"\b" for name in sorted(hidden))
    named = re.compile(r"(?<![\w.>:])" + scope + r"\b(" + words + ")")
    for file in files:
        if file.room not in ("web", "cli"):
            continue
        own = {kind or function + "(" for kind, function in OWN.findall(file.cpp.code)}
        for line, text in enumerate(file.cpp.code.split("\n"), 1):
            for found in named.finditer(text):
                if found[1] not in own:
                    yield file.finding(line, "layer", f"{file.room} may not name {found[1].rstrip('(')}: call an act or a view")


# base and domain speak for all and stand in qd itself; a room above them has a name space of its own, so that two rooms may
# each have a Table without the linker taking one for the other. `inline` lets everybody write qd::Table where only one is meant.
def name_spaces(file: File) -> Iterator[Finding]:
    if file.room in (None, "base", "domain"):
        return
    for line, text in enumerate(file.lines, 1):
        if re.fullmatch(r"namespace qd \{", text):
            wanted = f"namespace qd::{file.room}" if file.room in ("web", "cli") else f"namespace qd::inline {file.room}"
            yield file.finding(line, "namespace", f"write {wanted} {{")


def include_paths(file: File) -> Iterator[Finding]:
    for line, mark, name in file.includes:
        if mark == '"' and (".." in name.split("/") or "/" not in name) and file.path.parts[0] == "src":
            yield file.finding(line, "include", f'"{name}": write the path from src/')
        elif mark == '"' and ".." in name.split("/"):
            yield file.finding(line, "include", f'"{name}": write the path from tests/ or src/')


def pragma_once(file: File) -> Iterator[Finding]:
    if file.path.suffix == ".hpp" and not re.search(r"^#pragma once$", file.text, re.MULTILINE):
        yield file.finding(0, "pragma", "a header begins with #pragma once")


def size(file: File) -> Iterator[Finding]:
    if file.length > MOST_LINES:
        yield file.finding(0, "size", f"{file.length} lines; no file is longer than {MOST_LINES}: part it")


def sizes(files: list[File]) -> Iterator[Finding]:
    sources = [file for file in files if file.is_cpp]
    large = sorted((file for file in sources if file.length > USUAL_LINES), key=lambda file: -file.length)
    if len(large) > LARGE_SHARE * len(sources):
        names = ", ".join(f"{file.path} ({file.length})" for file in large)
        yield Finding(".", 0, "size", f"{len(large)} of {len(sources)} source files are longer than {USUAL_LINES} lines: {names}")


def function_length(file: File) -> Iterator[Finding]:
    for function in functions(file.cpp.code):
        if function.lines > MOST_FUNCTION_LINES:
            yield file.finding(function.line, "function", f"{function.lines} lines; no function is longer than {MOST_FUNCTION_LINES}")


def markers(file: File) -> Iterator[Finding]:
    for number, line in enumerate(file.lines, 1):
        if found := MARKER.search(line):
            yield file.finding(number, "marker", f"{found[1]} is left over: do it, or open an issue")


def whitespace(file: File) -> Iterator[Finding]:
    for number, line in enumerate(file.lines, 1):
        if "\t" in line:
            yield file.finding(number, "whitespace", "a tab: indent with spaces")
        if line.endswith((" ", "\r")):
            yield file.finding(number, "whitespace", "white space at the end of the line")
    if file.text and not file.text.endswith("\n"):
        yield file.finding(len(file.lines), "whitespace", "the last line does not end")


def languages(file: File) -> Iterator[Finding]:
    """Only store spells SQL, only web HTTP; HTML is written by web and documents, and by charts as SVG."""
    room = file.room
    if room is None:
        return
    for line, literal in file.cpp.literals:
        if room != "store" and SQL.search(literal):
            yield file.finding(line, "sql", "SQL is written in src/store only")
        if room != "web" and HTTP.search(literal):
            yield file.finding(line, "http", "HTTP is written in src/web only")
        if room not in ("web", "documents", "charts") and HTML.search(literal):
            yield file.finding(line, "html", "HTML is written in src/web and src/documents only")


def names(file: File) -> Iterator[Finding]:
    if BAD_STEM.search(file.path.stem):
        yield file.finding(0, "name", "says nothing: name the file after what it is about")
    for number, line in enumerate(file.cpp.code.split("\n"), 1):
        if found := BAD_NAME.search(line):
            yield file.finding(number, "name", f"{found[1]} says nothing: name the type after what it is")


def bool_parameters(file: File) -> Iterator[Finding]:
    """In headers, outside private sections: the caller of f(true) cannot be read. A bool named `value` is what is
    written or stored, and no switch."""
    if file.path.suffix != ".hpp" or file.path.parts[0] != "src":
        return
    code = re.sub(r"template\s*<[^<>]*>", lambda m: " " * len(m.group()), file.cpp.code)
    hidden = re.compile(r"\b(?:private|protected)\s*:(?!:).*?(?=\bpublic\s*:|^\s*};|\Z)", re.DOTALL | re.MULTILINE)
    code = hidden.sub(lambda m: re.sub(r"[^\n]", " ", m.group()), code)
    for found in BOOL_PARAMETER.finditer(code):
        if found[1] == "value":
            continue
        yield file.finding(code.count("\n", 0, found.start(1)) + 1, "bool", f"parameter {found[1]} is a bool: use an enum")


def lock_addresses(file: File) -> Iterator[Finding]:
    for number, line in enumerate(file.lines, 1):
        if '"resolved"' in line:
            yield file.finding(number, "lock", "an address: set npm's omit-lockfile-registry-resolved and write the lock file again")


CPP_RULES = (name_spaces, layers, include_paths, pragma_once, function_length, languages, names, bool_parameters)
TEXT_RULES = (size, markers, whitespace)
