"""No import takes more than 1 GB of memory or 60 seconds of a processor for a file below 10 MB: limits_test.py PROGRAM [CASE …]

Each case makes a small file that asks for much, and imports it in a program of its own, which may not take more than 4 GB of
addresses. It must end in complaints or be taken in; by a signal, a bug or an outage it must not.
"""

import io
import os
import resource
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

MOST_FILE = 10 << 20
MOST_MEMORY = 1 << 30
MOST_SECONDS = 60

AREAS = "code,name,kind,parent\nX10,Exampleshire,county,\n"
COUNCIL = 'name = "Exampleshire"\narea = "X10"\n'
MEASURES = "code,title,unit,polarity,grain\nBINS,Bins collected,number,higher,quarter\n"
MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" ' \
       'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def workbook(sheets: dict[str, str], strings: str = "", styles: str = "") -> bytes:
    """A workbook of sheets given by the XML of their rows."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("_rels/.rels", f'<Relationships xmlns="{PACKAGE}"><Relationship Id="r" Type="{OFFICE}officeDocument" '
                                        'Target="xl/workbook.xml"/></Relationships>')
        names = "".join(f'<sheet name="{name}" sheetId="{i}" r:id="r{i}"/>' for i, name in enumerate(sheets, 1))
        archive.writestr("xl/workbook.xml", f"<workbook {MAIN}><sheets>{names}</sheets></workbook>")
        relations = "".join(f'<Relationship Id="r{i}" Type="{OFFICE}worksheet" Target="s{i}.xml"/>' for i in range(1, len(sheets) + 1))
        relations += f'<Relationship Id="s" Type="{OFFICE}sharedStrings" Target="strings.xml"/>'
        relations += f'<Relationship Id="t" Type="{OFFICE}styles" Target="styles.xml"/>'
        archive.writestr("xl/_rels/workbook.xml.rels", f'<Relationships xmlns="{PACKAGE}">{relations}</Relationships>')
        archive.writestr("xl/strings.xml", f"<sst {MAIN}>{strings}</sst>")
        archive.writestr("xl/styles.xml", f"<styleSheet {MAIN}>{styles}</styleSheet>")
        for i, rows in enumerate(sheets.values(), 1):
            archive.writestr(f"xl/s{i}.xml", f"<worksheet {MAIN}><sheetData>{rows}</sheetData></worksheet>")
    return out.getvalue()


def cell(text: str) -> str:
    return f'<c t="inlineStr"><is><t>{text}</t></is></c>'


def row(*cells: str) -> str:
    return "<row>" + "".join(cell(text) for text in cells) + "</row>"


def rows_of(table: str, count: int) -> str:
    return "".join(row(*(text.replace("#", str(i)) for text in table.split(","))) for i in range(count))


def folder(**tables: str) -> dict[str, bytes]:
    files = {"council.toml": COUNCIL, "areas.csv": AREAS}
    files |= {name.replace("__", "/").replace("_md", ".md") + ("" if "__" in name else ".csv"): text for name, text in tables.items()}
    return {name: text.encode() for name, text in files.items()}


def plan(text: str) -> dict[str, bytes]:
    return folder(measures=MEASURES, recovery__BINS_md=f'+++\nmeasure = "BINS"\n+++\n{text}\n')


def areas_in_a_chain(count: int) -> str:
    return AREAS + "".join(f"A{i},x,ward,{'A' + str(i - 1) if i else 'X10'}\n" for i in range(count))


def formulas_in_a_chain(count: int) -> str:
    head = "code,title,unit,polarity,formula\nM0,x,number,higher,\n"
    return head + "".join(f"M{i},x,number,higher,M{i - 1} + 1\n" for i in range(1, count))


SHARED = '<row><c t="s"><v>0</v></c></row>'
CASES = {
    "one text of 4 MB in 2,000 cells": lambda: workbook({"areas": SHARED * 2_000}, f"<si><t>{'x' * (4 << 20)}</t></si>"),
    "one text of 30 kB in 500,000 cells": lambda: workbook({"areas": SHARED * 500_000}, f"<si><t>{'x' * 30_000}</t></si>"),
    "column XFD in 20,000 rows": lambda: workbook({"areas": row("code", "name", "kind") + "".join(
        f'<row><c r="XFD{i}"><v>1</v></c></row>' for i in range(2, 20_000))}),
    "column IV in 500,000 rows": lambda: workbook({"areas": row("code", "name", "kind") + "".join(
        f'<row><c r="IV{i}"><v>1</v></c></row>' for i in range(2, 500_000))}),
    "ten million cells": lambda: workbook({"areas": "<row>" + "<c><v>1</v></c>" * 10_000_000 + "</row>"}),
    "ten million shared texts": lambda: workbook({"areas": SHARED}, "<si/>" * 10_000_000),
    "elements 20 million deep": lambda: workbook({"areas": "<a>" * 20_000_000}),
    "a million formats": lambda: workbook({"areas": SHARED}, "<si/>", '<numFmt numFmtId="1" formatCode="0"/>' * 1_000_000),
    "an attribute of 100 MB": lambda: workbook({"areas": f'<row a="{"x" * 100_000_000}"/>'}),
    "half a million areas": lambda: workbook({"areas": row("code", "name", "kind") + rows_of("A#,x,ward", 500_000)}),
    "half a million wrong areas": lambda: workbook({"areas": row("code", "name", "kind") + rows_of("?#,,x", 500_000)}),
    "200,000 recovery plans in the sheet files": lambda: workbook({"files": row("path", "text") + rows_of("recovery/#.md,x", 200_000)}),
    "areas 20,000 deep": lambda: folder(areas=areas_in_a_chain(20_000)),
    "formulas 20,000 deep": lambda: folder(measures=formulas_in_a_chain(20_000)),
    "areas 32 deep, and as many formulas": lambda: folder(areas=areas_in_a_chain(31), measures=formulas_in_a_chain(33)),
    "a dotted key of 4 MB": lambda: folder() | {"council.toml": (COUNCIL + "a" + ".a" * 2_000_000 + " = 1\n").encode()},
    "a dotted key behind an escaped quote": lambda: folder() | {"council.toml": (
        COUNCIL + 'a = """ \\""""""\n' + ".".join(["k"] * 20_000) + ' = 1\nx = """ """\n').encode()},
    "brackets 4 MB deep": lambda: folder() | {"council.toml": (COUNCIL + "a = " + "[" * 4_000_000 + "\n").encode()},
    "inline tables 1 MB deep": lambda: folder() | {"council.toml": (COUNCIL + "a = " + "{a=" * 300_000 + "\n").encode()},
    "pictures of nothing": lambda: plan("![[]()" * 100_000),
    "rows of pipes": lambda: plan("|a" * 3_000 + "\n" + "|-" * 3_000 + "\n" + "|a\n" * 100_000),
    "one long link, used 15,000 times": lambda: plan("[a] \n\n" * 15_000 + "[a]: http://x/" + "x" * 100_000),
    "quotations 100,000 deep": lambda: plan("> " * 100_000 + "a"),
    "9 MB of returns of one letter": lambda: folder(measures=MEASURES, returns="measure,period,value\n" + "a,b,c\n" * 1_500_000),
    "9 MB of returns of unknown measures": lambda: folder(measures=MEASURES, returns="measure,period,value\n" + "".join(
        f"B{i},2012-13,1\n" for i in range(500_000))),
}


def write(made: bytes | dict[str, bytes], place: Path) -> Path:
    if isinstance(made, bytes):
        path = place / "made.xlsx"
        path.write_bytes(made)
        return path
    for name, text in made.items():
        path = place / "made" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text)
    return place / "made"


def run(program: Path, store: Path, *arguments: str | Path) -> tuple[int, str, float, int]:
    """Exit code, what was said, seconds of a processor, bytes of memory."""
    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (4 << 30, 4 << 30))
        resource.setrlimit(resource.RLIMIT_CPU, (4 * MOST_SECONDS, 4 * MOST_SECONDS))

    environment = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "TZ": "Europe/London"}
    with tempfile.TemporaryFile() as said:
        child = subprocess.Popen([program, "--store", store, *arguments], env=environment, stdin=subprocess.DEVNULL, stdout=said,
                                 stderr=subprocess.STDOUT, preexec_fn=limit)
        _, status, used = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        said.seek(0)
        text = said.read().decode(errors="replace")
    return child.returncode, text, used.ru_utime + used.ru_stime, used.ru_maxrss * 1024


def check(program: Path, name: str) -> list[str]:
    with tempfile.TemporaryDirectory(prefix="quarterday-limits-") as made:
        place = Path(made)
        path = write(CASES[name](), place)
        size = sum(file.stat().st_size for file in ([path] if path.is_file() else path.rglob("*")) if file.is_file())
        assert size < MOST_FILE, f"{name}: {size} bytes were made"
        store = place / "store.db"
        assert run(program, store, "init")[0] == 0
        code, said, seconds, memory = run(program, store, "import", path)
        print(f"{name}: {size:,} bytes, exit {code}, {seconds:.1f} s, {memory >> 20} MB: {' | '.join(said.splitlines()[:2])[:150]}", flush=True)
        problems = []
        if code not in (0, 1):
            problems.append(f"{name}: exit code {code}: {said[:300]}")
        if code == 1 and "complaint" not in said:
            problems.append(f"{name}: no complaint: {said[:300]}")
        if memory > MOST_MEMORY:
            problems.append(f"{name}: {memory >> 20} MB")
        if seconds > MOST_SECONDS:
            problems.append(f"{name}: {seconds:.0f} s")
        return problems


def main() -> int:
    program, chosen = Path(sys.argv[1]).resolve(), sys.argv[2:] or list(CASES)
    problems = [problem for name in chosen for problem in check(program, name)]
    print("\n".join(problems))
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
