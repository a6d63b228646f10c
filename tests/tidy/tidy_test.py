"""Each rule of tools/tidy is broken once in a small tree of its own, and has to be reported there and nowhere else."""

import subprocess
import sys
import tempfile
import textwrap
import unittest
from pathlib import Path

TOOL = Path(__file__).resolve().parents[2] / "tools/tidy"
sys.path.insert(0, str(TOOL))
from house import findings  # noqa: E402 (the tool is a folder to run, no package to install)

TIDY_TREE = {
    "src/base/date.hpp": "#pragma once\n\nnamespace qd {\nint year();\n}\n",
    "src/store/rows.cpp": '#include "base/date.hpp"\n\n#include <sqlite3.h>\n\nconst char* rows = "SELECT a FROM b";\n',
    "src/web/page.cpp": 'const char* line = "HTTP/1.1 200 OK";\nconst char* page = "<html>";\n',
    "src/main.cpp": "int main() {}\n",
    "tests/base/date_test.cpp": "int main() {}\n",
}


def plant(folder: str, files: dict[str, str]) -> None:
    """The tidy tree with these files added."""
    for name, text in (TIDY_TREE | files).items():
        path = Path(folder, name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())


def tidy(files: dict[str, str]) -> list[str]:
    with tempfile.TemporaryDirectory() as folder:
        plant(folder, files)
        return [str(finding) for finding in findings(Path(folder))]


def run(folder: str) -> subprocess.CompletedProcess:
    return subprocess.run([sys.executable, "-B", TOOL, folder], capture_output=True, text=True)


class Tidy(unittest.TestCase):
    def breaks(self, finding: str, files: dict[str, str]) -> None:
        lines = tidy(files)
        self.assertEqual(len(lines), 1, lines)
        self.assertTrue(lines[0].startswith(finding), lines[0])

    def keeps(self, files: dict[str, str]) -> None:
        self.assertEqual(tidy(files), [])

    def test_a_tidy_tree(self):
        self.keeps({})

    def test_exit_codes(self):
        with tempfile.TemporaryDirectory() as folder:
            self.assertEqual(run(folder).returncode, 2)  # no sources: not the root of the project
            plant(folder, {})
            self.assertEqual(run(folder).returncode, 0)
            plant(folder, {"src/base/a.hpp": "int a();\n"})
            untidy = run(folder)
            self.assertEqual(untidy.returncode, 1)
            self.assertEqual(untidy.stdout, "src/base/a.hpp: pragma: a header begins with #pragma once\n")

    def test_layers(self):
        for room, other in (("base", "domain"), ("statistics", "domain"), ("domain", "engine"), ("engine", "store"), ("store", "engine"),
                            ("charts", "documents"), ("checks", "engine"), ("exchange", "store"), ("documents", "store"),
                            ("views", "reports"), ("reports", "acts"), ("acts", "web"), ("web", "cli"), ("web", "store"), ("cli", "engine"), ("cli", "web")):
            with self.subTest(f"{room} includes {other}"):
                self.breaks(f"src/{room}/a.cpp:2: layer:", {f"src/{room}/a.cpp": f'// a\n#include "{other}/b.hpp"\n'})
        for room, other in (("domain", "base"), ("engine", "domain"), ("engine", "statistics"), ("forecasting", "statistics"), ("views", "store"), ("reports", "views"), ("acts", "reports"), ("web", "acts"), ("cli", "acts")):
            with self.subTest(f"{room} may include {other}"):
                self.keeps({f"src/{room}/a.cpp": f'#include "{other}/b.hpp"\n'})
        self.keeps({"src/main.cpp": '#include "web/b.hpp"\n#include "cli/b.hpp"\n'})

    def test_a_room_that_is_not_known(self):
        self.breaks("src/cellar/a.cpp: layer:", {"src/cellar/a.cpp": "int a;\n"})

    def test_parts_of_one_room(self):
        self.breaks("src/engine/a.cpp:1: layer:", {"src/engine/a.cpp": "#include <sqlite3.h>\n"})
        self.breaks("src/views/a.cpp:1: layer:", {"src/views/a.cpp": "#include <microhttpd.h>\n"})

    def test_names_of_rooms_that_are_hidden(self):
        store = {"src/store/store.hpp": "#pragma once\n\nnamespace qd::inline store {\nclass Store {\n    int count();\n};\nenum class Opening { read };\n"
                                        "std::vector<int> rows_of(int table);\n}\n",
                 "src/engine/rate.hpp": "#pragma once\n\nnamespace qd::inline engine {\nStatus rate(const Figure& figure);\nint year();\n}\n"}
        for text in ("Store a;", "auto a = Opening::read;", "auto a = qd::store::rows_of(1);", "int a() { return rate(b); }"):
            for room in ("web", "cli"):
                with self.subTest(text, room=room):
                    self.breaks(f"src/{room}/a.cpp:1: layer: {room} may not name", store | {f"src/{room}/a.cpp": text + "\n"})
            self.keeps(store | {"src/acts/a.cpp": text + "\n"})
        for text in ("Restore a;", "int rate = a.rate(b);", "int a = year();", "struct Store {};\nStore a;", "// the Store\nauto a = b->count();",
                     "const auto rate = [](int a) { return a; };\nint b = rate(1);"):
            with self.subTest(text):
                self.keeps(store | {"src/cli/a.cpp": text + "\n"})

    def test_include_paths(self):
        self.breaks("src/base/a.cpp:1: include:", {"src/base/a.cpp": '#include "../base/date.hpp"\n'})
        self.breaks("src/base/a.cpp:1: include:", {"src/base/a.cpp": '#include "date.hpp"\n'})
        self.breaks("tests/base/a.cpp:1: include:", {"tests/base/a.cpp": '#include "../a.hpp"\n'})

    def test_pragma_once(self):
        self.breaks("src/base/a.hpp: pragma:", {"src/base/a.hpp": "// #pragma once\nint a();\n"})

    def test_file_size(self):
        self.breaks("src/base/a.cpp: size: 601 lines", {"src/base/a.cpp": "\n" * 601, **many_small_files(5)})
        self.keeps({"src/base/a.cpp": "\n" * 600, **many_small_files(5)})

    def test_share_of_large_files(self):
        self.breaks(".: size: 1 of 9", {"src/base/a.cpp": "\n" * 351, **many_small_files(3)})
        self.keeps({"src/base/a.cpp": "\n" * 351, **many_small_files(4)})
        self.keeps({"src/base/a.cpp": "\n" * 350})

    def test_function_length(self):
        body = "    a();\n"
        for name, head, tail in (
            ("function", "int f(int x) {\n", "}\n"),
            ("member", "struct S {\n    int f() const {\n", "}\n};\n"),
            ("in a namespace", "namespace qd {\nnamespace {\nvoid f() {\n", "}\n}\n}\n"),
            ("with braces and a lambda", "void f(int x = {}) {\n  if (x) { a(); }\n  auto b = [] { return 1; };\n", "}\n"),
            ("constructor", "S::S(int a) : a_{a}, b_(a) {\n", "}\n"),
        ):
            inside = head.split("{\n", head.count("{\n") - 1)[-1].count("\n") if name != "with braces and a lambda" else 3
            with self.subTest(name):
                long = head + body * (60 - inside) + tail
                lines = tidy({"src/base/a.cpp": long})
                self.assertEqual(len(lines), 1, lines)
                self.assertIn("function: 61 lines", lines[0])
                self.keeps({"src/base/a.cpp": head + body * (59 - inside) + tail})

    def test_what_is_no_function(self):
        rows = "    {1, f(2)},\n" * 100
        self.keeps({"src/base/a.cpp": "const int table[] = {\n" + rows + "};\n"})
        self.keeps({"src/base/a.cpp": "struct alignas(8) S {\n" + "    int a(); // }\n" * 100 + "};\n"})
        self.keeps({"src/base/a.cpp": 'const char* text = R"({\n' + "{\n" * 100 + ')";\n'})
        self.keeps({"src/base/a.cpp": "enum class E {\n" + "    a,\n" * 100 + "};\nint f(E e) {\n    return '{' + 1'000;\n}\n"})

    def test_markers(self):
        for marker in ("TO" "DO", "FIX" "ME", "XX" "X", "HA" "CK"):
            with self.subTest(marker):
                self.breaks("src/base/a.cpp:2: marker:", {"src/base/a.cpp": f"int a;\n// {marker}: later\n"})
                self.breaks("docs/a.md:1: marker:", {"docs/a.md": f"{marker}\n"})
        self.keeps({"src/base/a.cpp": "// hackney and todos are words\n"})

    def test_whitespace(self):
        self.breaks("src/base/a.cpp:1: whitespace: a tab", {"src/base/a.cpp": "\tint a;\n"})
        self.breaks("sql/0001_a.sql:1: whitespace: white space", {"sql/0001_a.sql": "-- a \n"})
        self.breaks("ui/main.ts:1: whitespace: white space", {"ui/main.ts": "let a;\r\n"})
        self.breaks("cmake/a.cmake:1: whitespace: the last line", {"cmake/a.cmake": "set(a)"})
        self.keeps({"ui/dist/a.js": "\tlet a;  ", "tests/exchange/hostile.csv": "a\t\r\n"})

    def test_sql(self):
        for text in ("SELECT code FROM measures", "INSERT INTO a VALUES (1)", "PRAGMA journal_mode=WAL", "UPDATE a SET b = 1",
                     "create table a (b int)", "select a from b where c = $1", "delete from a where b = 1"):
            with self.subTest(text):
                self.breaks("src/views/a.cpp:1: sql:", {"src/views/a.cpp": f'auto a = "{text}";\n'})
        self.breaks("src/views/a.cpp:1: sql:", {"src/views/a.cpp": 'auto a = R"(\nSELECT a\nFROM b\n)";\n'})
        self.keeps({"src/views/a.cpp": '// SELECT a FROM b\nauto a = "select a measure from the list";\n'})

    def test_http(self):
        self.breaks("src/views/a.cpp:1: http:", {"src/views/a.cpp": 'auto a = "HTTP/1.1 200";\n'})
        self.breaks("src/cli/a.cpp:1: http:", {"src/cli/a.cpp": 'auto a = "Content-Type";\n'})

    def test_html(self):
        self.breaks("src/views/a.cpp:1: html:", {"src/views/a.cpp": 'auto a = "<p class=\\"a\\">";\n'})
        self.keeps({"src/documents/a.cpp": 'auto a = "</table>";\n', "src/cli/a.cpp": 'auto a = "a < b, <path>";\n'})

    def test_names(self):
        self.breaks("src/base/a.cpp:1: name:", {"src/base/a.cpp": "class StoreManager {};\n"})
        self.breaks("src/base/a.cpp:1: name:", {"src/base/a.cpp": "struct RowData;\n"})
        self.breaks("src/base/a.cpp:1: name:", {"src/base/a.cpp": "using DateHelper = int;\n"})
        self.breaks("src/base/text_utils.cpp: name:", {"src/base/text_utils.cpp": "int a;\n"})
        self.keeps({"src/base/dataset.cpp": "struct Dataset {};\nstruct Managers {};\n"})

    def test_bool_parameters(self):
        for line in ("void f(bool loud);", "void f(int a, const bool loud = true);", "S(bool loud, int b);"):
            with self.subTest(line):
                self.breaks("src/base/a.hpp:2: bool:", {"src/base/a.hpp": f"#pragma once\n{line}\n"})
        self.keeps({"src/base/a.hpp": textwrap.dedent("""\
            #pragma once
            template <class T, bool fast> struct A {
                bool is_open() const;
                bool open = false;
                void write(int key, bool value);
            private:
                void set(bool open);
            };
            """)})
        self.breaks("src/base/a.hpp:6: bool:", {"src/base/a.hpp": "#pragma once\nclass A {\nprivate:\n    int a;\n};\nvoid f(bool loud);\n"})
        self.keeps({"src/base/a.cpp": "void f(bool loud) {}\n"})

    def test_addresses_in_the_lock_file(self):
        self.breaks("package-lock.json:2: lock:", {"package-lock.json": '{\n"resolved": "a"\n}\n'})


def many_small_files(count: int) -> dict[str, str]:
    """With the five of the tidy tree, what makes up the number that a share is taken of."""
    return {f"src/base/small_{number}.cpp": "int a;\n" for number in range(count)}


if __name__ == "__main__":
    unittest.main()
