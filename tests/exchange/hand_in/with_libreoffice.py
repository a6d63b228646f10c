"""A hand-in workbook in LibreOffice: with_libreoffice.py PROGRAM.

LibreOffice opens it, offers what its lists hold, keeps its cells locked, fills it in, saves it as .xlsx, and the program reads every
figure back exactly. Not part of ./test: it needs LibreOffice Calc and python3-uno, which nothing else needs."""

import csv
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.table.CellContentType import EMPTY

PROGRAM = str(Path(sys.argv[1]).resolve(strict=True))
PORT = 20_302


def property_value(name: str, value: object) -> PropertyValue:
    made = PropertyValue()
    made.Name, made.Value = name, value
    return made


def connect(folder: Path):
    office = subprocess.Popen(["soffice", "--headless", "--norestore", f"-env:UserInstallation=file://{folder}/profile",
                               f"--accept=socket,host=127.0.0.1,port={PORT};urp;"])
    resolver = uno.getComponentContext().ServiceManager.createInstance("com.sun.star.bridge.UnoUrlResolver")
    for _ in range(120):
        try:
            context = resolver.resolve(f"uno:socket,host=127.0.0.1,port={PORT};urp;StarOffice.ComponentContext")
            return office, context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        except Exception:  # noqa: BLE001: not there yet
            time.sleep(1)
    raise SystemExit("LibreOffice does not answer.")


def quarterday(folder: Path, *words: str) -> str:
    done = subprocess.run([PROGRAM, *words], cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise SystemExit(done.stdout + done.stderr)
    return done.stdout


class Lines:
    """The lines of a sheet of figures, by reference, area and heading."""

    def __init__(self, sheet):
        self.sheet = sheet
        self.columns = {}
        for column in range(30):
            if text := sheet.getCellByPosition(column, 2).String:
                self.columns[text] = column
        self.rows = {}
        for row in range(3, 500):
            if not (ref := sheet.getCellByPosition(0, row).String):
                break
            self.rows[ref, sheet.getCellByPosition(self.columns["Area"], row).String] = row

    def cell(self, ref: str, heading: str, area: str = ""):
        return self.sheet.getCellByPosition(self.columns[heading], self.rows[ref, area])


def expect(what: str, found: object, wanted: object) -> None:
    if found != wanted:
        raise SystemExit(f"{what}: {found!r}, and it should be {wanted!r}")


def check_rules(book, lines: Lines) -> None:
    expect("visible sheets", [sheet.Name for sheet in book.Sheets if sheet.IsVisible], ["Read me", "Place", "People", "Resources", "Examples"])
    expect("protected", all(sheet.isProtected() for sheet in book.Sheets), True)
    gap = lines.cell("EN1", "No figure because").Validation
    expect("a list", (gap.Type.value, gap.getFormula1()), ("LIST", "$Lists.$A$1:$A$5"))
    offered = book.Sheets.getByName("Lists").getCellRangeByName("A1:A5").DataArray
    expect("its words", [row[0] for row in offered],
           ["not due yet", "late", "does not apply", "cannot be had", "too small to publish"])
    value = lines.cell("EN1", "Value").Validation
    expect("a percentage", (value.Type.value, value.getOperator().value, value.getFormula1(), value.getFormula2(), value.ErrorAlertStyle.value),
           ("DECIMAL", "BETWEEN", "0", "100", "STOP"))
    count = lines.cell("EN2", "Value").Validation
    expect("a count", (count.Type.value, count.getFormula1()), ("WHOLE", "0"))
    expect("open", lines.cell("EN1", "Value").CellProtection.IsLocked, False)
    expect("locked", lines.cell("EN1", "Ref").CellProtection.IsLocked, True)


FIGURES = {("EN1", ""): {"Numerator": 214.0, "Denominator": 251.0, "Provisional": "yes", "Handed in by (post)": "Street scene manager",
                         "What the figure shows": "Ä line — with “marks”\nand two lines"},
           ("EN2", ""): {"Value": 251.0},
           ("EN2", "HILL"): {"No figure because": "too small to publish"},
           ("WA1", ""): {"Numerator": 2790.125, "Denominator": 6120.5},
           ("PL2", ""): {"Value": 1234567.0},
           ("WA2", ""): {"Value": 0.1}}
WANTED = {("EN1", "", "2024-25Q1"): ("214", "251", "", "", "provisional", "Street scene manager"),
          ("EN2", "", "2024-25Q1"): ("", "", "251", "", "", ""),
          ("EN2", "HILL", "2024-25Q1"): ("", "", "", "suppressed", "", ""),
          ("WA1", "", "2024-25Q1"): ("2790.125", "6120.5", "", "", "", ""),
          ("PL2", "", "2024-25Q1"): ("", "", "1234567", "", "", ""),
          ("WA2", "", "2024-25Q1"): ("", "", "0.1", "", "", "")}


def fill(lines: Lines) -> None:
    for (ref, area), cells in FIGURES.items():
        if (ref, area) not in lines.rows:
            continue
        for heading, value in cells.items():
            cell = lines.cell(ref, heading, area)
            if isinstance(value, float):
                cell.Value = value
            else:
                cell.String = value
            expect(f"{ref} {heading} is filled in", cell.Type == EMPTY, False)


def check_import(folder: Path) -> None:
    print(quarterday(folder, "import", "filled.xlsx"))
    quarterday(folder, "export", "out")
    with open(folder / "out" / "returns.csv", encoding="utf-8") as file:
        rows = {(row["measure"], row["area"], row["period"]): row for row in csv.DictReader(file) if row["period"] == "2024-25Q1"}
    expect("figures", sorted(rows), sorted(WANTED))
    for key, wanted in WANTED.items():
        row = rows[key]
        expect(str(key), tuple(row.get(name) or "" for name in ("numerator", "denominator", "value", "gap", "flags", "handed_in_by")), wanted)
    with open(folder / "out" / "updates.csv", encoding="utf-8") as file:
        said = [row["narrative"] for row in csv.DictReader(file) if row["period"] == "2024-25Q1"]
    expect("narratives", said, ["Ä line — with “marks”\nand two lines"])


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        quarterday(folder, "new", "--sample")
        quarterday(folder, "init")
        quarterday(folder, "import", "sample")
        quarterday(folder, "template", "--period", "2024-25Q1", "--out", "made.xlsx")
        office, desktop = connect(folder)
        try:
            book = desktop.loadComponentFromURL(f"file://{folder}/made.xlsx", "_blank", 0, (property_value("Hidden", True),))
            sheets = [Lines(book.Sheets.getByName(sheet)) for sheet in ("Place", "People", "Resources")]
            check_rules(book, sheets[0])
            for lines in sheets:
                fill(lines)
            book.storeToURL(f"file://{folder}/filled.xlsx", (property_value("FilterName", "Calc MS Excel 2007 XML"),))
            book.close(True)
        finally:
            try:
                desktop.terminate()
            except Exception:  # noqa: BLE001: it goes while it answers
                pass
            office.wait(60)
        check_import(folder)
    print("LibreOffice opened, filled in and saved it; every figure came back as it was.")


if __name__ == "__main__":
    main()
