"""Writes what the part `sheets` of the benchmark reads: a council, and sheets of its own that are larger than people make them.

usage: make_sheets.py FOLDER
Every cell is a function of its place, so that each machine makes the same files:

  council/            a council with 50 measures and 125 wards, and a layout for its long lists
  million.xlsx        1,000,000 filled cells: a line for each measure, ward and quarter, as a spreadsheet program saves it
  fifty.xlsx          the same form, unpacked and packed as large as a file of 50 MB is
  fifty.csv           the same as text, 50 MB
"""

import sys
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

MEASURES, WARDS, QUARTERS = 50, 125, 20
HEADINGS = ("Ref", "What we count", "Ward", "Quarter", "Numerator", "Denominator", "Target", "Remarks")
SUBJECTS = ("Repairs", "Bins", "Permits", "Visits", "Calls", "Licences", "Inspections", "Loans", "Claims", "Repairs to roads")
FIFTY = 50 * 1024 * 1024


def code(measure):
    return f"KP{measure:02}"


def title(measure):
    return f"{SUBJECTS[measure % len(SUBJECTS)]} dealt with in time, group {measure // len(SUBJECTS) + 1}"


def ward(number):
    return f"{('North', 'South', 'East', 'West', 'Upper')[number % 5]} Wenlow {number // 5 + 1}"


def quarter(number):
    year = 2019 + number // 4
    return f"Q{number % 4 + 1} {year}/{(year + 1) % 100:02}"


def number(place, most):
    """A number that packs no better than people's own."""
    return (place * 2654435761 >> 7) % most


def line(place):
    """The cells of the line in this place: texts, and numbers as numbers."""
    measure, rest = divmod(place % (MEASURES * WARDS * QUARTERS), WARDS * QUARTERS)
    ward_number, quarter_number = divmod(rest, QUARTERS)
    whole = 100_000 + number(place, 900_000)
    part = whole * (60 + number(place + 1, 40)) // 100
    return (code(measure), title(measure), ward(ward_number), quarter(quarter_number), part, whole, 80 + number(place, 20),
            f"as at visit {number(place, 997)}")


def lines(count):
    for place in range(count):
        yield line(place)


def write_council(folder):
    (folder / "layouts").mkdir(parents=True, exist_ok=True)
    (folder / "council.toml").write_text('name = "Wenlow"\narea = "WEN"\n', encoding="utf-8")
    areas = ["code,name,kind,parent", "WEN,Wenlow Borough Council,district,"]
    areas += [f"W{i:03},{ward(i)},ward,WEN" for i in range(WARDS)]
    (folder / "areas.csv").write_text("\n".join(areas) + "\n", encoding="utf-8")
    measures = ["code,title,unit,grain,roll_up"] + [f'{code(i)},"{title(i)}",percent,quarter,sum' for i in range(MEASURES)]
    (folder / "measures.csv").write_text("\n".join(measures) + "\n", encoding="utf-8")
    kinds = dict(zip(HEADINGS, ("measure", "leave", "area", "period", "numerator", "denominator", "target", "note")))
    layout = 'title = "The long list"\n[[block]]\nheading = ["Ref", "Ward"]\n'
    layout += "".join(f'[[block.column]]\nheading = "{heading}"\nis = "{is_}"\n' for heading, is_ in kinds.items())
    (folder / "layouts" / "long.toml").write_text(layout, encoding="utf-8")


MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PARTS = {
    "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
                           '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
                           '<Default Extension="xml" ContentType="application/xml"/>' + "".join(
                               f'<Override PartName="/xl/{part}.xml" ContentType='
                               f'"application/vnd.openxmlformats-officedocument.spreadsheetml.{kind}+xml"/>'
                               for part, kind in (("workbook", "sheet.main"), ("styles", "styles"),
                                                  ("sharedStrings", "sharedStrings"), ("worksheets/sheet1", "worksheet"))) + "</Types>",
    "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
                   f'<Relationship Id="rId1" Type="{RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/_rels/workbook.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' + "".join(
        f'<Relationship Id="rId{i}" Type="{RELATIONS}/{kind}" Target="{target}.xml"/>'
        for i, (kind, target) in enumerate((("worksheet", "worksheets/sheet1"), ("styles", "styles"),
                                            ("sharedStrings", "sharedStrings")), 1)) + "</Relationships>",
    "xl/workbook.xml": f'<workbook {MAIN} xmlns:r="{RELATIONS}"><sheets><sheet name="List" sheetId="1" r:id="rId1"/></sheets></workbook>',
    "xl/styles.xml": f'<styleSheet {MAIN}><fonts count="1"><font/></fonts><fills count="1"><fill><patternFill/></fill></fills><borders count="1"><border/>'
                     '</borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf/><xf numFmtId="3"/></cellXfs></styleSheet>',
}
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def write_workbook(path, least_bytes, count=None):
    """A sheet of so many lines, or of as many as make the file this large."""
    texts = {}

    def cell(place, row, value):
        name = f"{'ABCDEFGH'[place]}{row}"
        if isinstance(value, int):
            return f'<c r="{name}" s="1"><v>{value}</v></c>'
        return f'<c r="{name}" t="s"><v>{texts.setdefault(value, len(texts))}</v></c>'

    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as book:
        for name, text in PARTS.items():
            book.writestr(name, HEAD + text)
        with book.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as sheet:
            sheet.write((HEAD + f"<worksheet {MAIN}><sheetData>").encode())
            pending, row = [HEADINGS], 1
            for cells in (each for source in (pending, lines(count or sys.maxsize)) for each in source):
                sheet.write((f'<row r="{row}" spans="1:8">' + "".join(cell(i, row, value) for i, value in enumerate(cells)) + "</row>").encode())
                row += 1
                if count is None and row % 1000 == 0 and (path.stat().st_size >= least_bytes or row > 1_000_000):
                    break
            sheet.write(b"</sheetData></worksheet>")
        shared = "".join(f"<si><t>{escape(text)}</t></si>" for text in texts)
        book.writestr("xl/sharedStrings.xml", HEAD + f'<sst {MAIN} uniqueCount="{len(texts)}">{shared}</sst>')


def write_text(path, least_bytes):
    with open(path, "w", encoding="utf-8", newline="") as out:
        size = out.write(",".join(HEADINGS) + "\n")
        for cells in lines(sys.maxsize):
            size += out.write(",".join(f'"{cell}"' if "," in str(cell) else str(cell) for cell in cells) + "\n")
            if size >= least_bytes:
                return


def main(folder):
    folder.mkdir(parents=True, exist_ok=True)
    write_council(folder / "council")
    write_workbook(folder / "million.xlsx", 0, MEASURES * WARDS * QUARTERS - 1)  # with the headings: 1,000,000 cells
    write_workbook(folder / "fifty.xlsx", FIFTY)
    write_text(folder / "fifty.csv", FIFTY)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
