"""Whether a sheet says the same after LibreOffice has saved it: saved_by_libreoffice.py PROGRAM [--cells N] [--kinds xlsx ods xls]

Makes a sheet of so many filled cells (100,000 where not said; more than 65,536 rows with a million), of what programs like to change:
codes with leading zeros, percentages, days, texts that look like numbers, days or formulas. It is saved by LibreOffice as each kind, imported
by a layout into a store of its own, and what comes out is compared with what went in, row by row. Ends with 1 if anything
changed, with or without a word. Needs soffice (libreoffice-calc).
"""

import argparse
import csv
import datetime
import shutil
import subprocess
import sys
import tempfile
import time
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

HEADINGS = ('Ref', 'Ward', 'Quarter', 'Rate', 'Target', 'Known', 'Remark', 'Depot')
ODD = ('007', '00123', '1-2', '3/4', '01/04/2023', '2011-12', '1E5', '=1+1', "'quoted", '+44', '@home', 'TRUE', '12.50', '1,234', '50%', 'N/A',
       '£5', 'naïve – “café”', 'two\nlines', 'a  b', '0', '-0', '#1', '[c]', '1e-7', '12:30', 'Mar-24', 'SEPT2', '_x_', '&<>"', '١٢', '0x1F')
MEASURES, WARDS, QUARTERS = 60, 110, 20
MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
EPOCH = datetime.date(1899, 12, 30)


def measure(number):
    return f'{number:03}'  # a code that is a number with leading zeros


def ward(number):
    return f'{number:04}W'


def quarter(number):
    year = 2019 + number // 4
    return f'{year}-{(year + 1) % 100:02}Q{number % 4 + 1}'


def rate(place):
    """In thousandths of a per cent: 84.125 %."""
    return (place * 7919) % 100_000


def target(place):
    return f'{(place * 104_729) % 1_000_000 / 1_000:.3f}'.rstrip('0').rstrip('.')


def known(place):
    return datetime.date(2024, 2, 25) + datetime.timedelta(days=(place * 13) % 60)


def rows(count):
    for place in range(count):
        rest, number = divmod(place, QUARTERS)
        of_measure, of_ward = divmod(rest, WARDS)
        yield place, measure(of_measure), ward(of_ward), quarter(number)


def expected(place, code, area, period):
    return {'measure': code, 'area': area, 'period': period, 'value': f'{rate(place) / 1_000:.3f}'.rstrip('0').rstrip('.'),
            'target': target(place), 'known_at': known(place).isoformat(), 'note': ODD[place % len(ODD)], 'source': f'{place % 100:05}'}


def write_book(path, count):
    def text(name, words):
        return f'<c r="{name}" t="inlineStr" s="3"><is><t xml:space="preserve">{escape(words)}</t></is></c>'

    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    parts = {
        '[Content_Types].xml': f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-'
                               'package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>' + ''.join(
                                   f'<Override PartName="/xl/{part}.xml" ContentType="application/vnd.openxmlformats-officedocument.'
                                   f'spreadsheetml.{kind}+xml"/>' for part, kind in (('workbook', 'sheet.main'), ('styles', 'styles'),
                                                                                    ('worksheets/sheet1', 'worksheet'))) + '</Types>',
        '_rels/.rels': f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" Type="{OFFICE}/officeDocument" '
                       'Target="xl/workbook.xml"/></Relationships>',
        'xl/_rels/workbook.xml.rels': f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" Type="{OFFICE}/worksheet" '
                                      f'Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="{OFFICE}/styles" Target="styles.xml"/></Relationships>',
        'xl/workbook.xml': f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets><sheet name="List" sheetId="1" r:id="rId1"/></sheets></workbook>',
        'xl/styles.xml': f'<styleSheet xmlns="{MAIN}"><numFmts count="2"><numFmt numFmtId="170" formatCode="dd/mm/yyyy"/><numFmt numFmtId="171" '
                         'formatCode="0.0%"/></numFmts><fonts count="1"><font><name val="Calibri"/></font></fonts><fills count="1"><fill><patternFill/></fill>'
                         '</fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf/>'
                         '<xf numFmtId="170" applyNumberFormat="1"/><xf numFmtId="171" applyNumberFormat="1"/><xf numFmtId="49" applyNumberFormat="1"/>'
                         '</cellXfs></styleSheet>',
    }
    with zipfile.ZipFile(path, 'w', zipfile.ZIP_DEFLATED, compresslevel=1) as book:
        for name, content in parts.items():
            book.writestr(name, head + content)
        with book.open('xl/worksheets/sheet1.xml', 'w', force_zip64=True) as sheet:
            sheet.write(f'{head}<worksheet xmlns="{MAIN}"><sheetData><row r="1">'.encode())
            sheet.write(''.join(text(f'{"ABCDEFGH"[i]}1', heading) for i, heading in enumerate(HEADINGS)).encode())
            sheet.write(b'</row>')
            for place, code, area, period in rows(count):
                row, said = place + 2, expected(place, code, area, period)
                cells = (text(f'A{row}', code), text(f'B{row}', area), text(f'C{row}', period),
                         f'<c r="D{row}" s="2"><v>{rate(place) / 100_000!r}</v></c>', f'<c r="E{row}"><v>{said["target"]}</v></c>',
                         f'<c r="F{row}" s="1"><v>{(known(place) - EPOCH).days}</v></c>', text(f'G{row}', said['note']), text(f'H{row}', said['source']))
                sheet.write(f'<row r="{row}">{"".join(cells)}</row>'.encode())
            sheet.write(b'</sheetData></worksheet>')


def write_council(folder):
    (folder / 'layouts').mkdir(parents=True)
    (folder / 'council.toml').write_text('name = "Wenlow"\narea = "WEN"\n', encoding='utf-8')
    (folder / 'areas.csv').write_text('code,name,kind,parent\nWEN,Wenlow Borough Council,district,\n' + ''.join(
        f'{ward(i)},Ward {i},ward,WEN\n' for i in range(WARDS)), encoding='utf-8')
    (folder / 'measures.csv').write_text('code,title,unit,grain,roll_up\n' + ''.join(
        f'{measure(i)},Measure {i},percent,quarter,last\n' for i in range(MEASURES)), encoding='utf-8')
    kinds = zip(HEADINGS, ('measure', 'area', 'period', 'value', 'target', 'known_at', 'note', 'source'))
    (folder / 'layouts' / 'long.toml').write_text('title = "A long list"\n[[block]]\nheading = ["Ref", "Ward"]\n' + ''.join(
        f'[[block.column]]\nheading = "{heading}"\nis = "{kind}"\n' for heading, kind in kinds), encoding='utf-8')


def saved(book, kind, folder):
    """The same book, opened and saved by LibreOffice."""
    filters = {'xlsx': 'xlsx:Calc MS Excel 2007 XML', 'ods': 'ods:calc8', 'xls': 'xls:MS Excel 97'}
    out = folder / f'saved-{kind}'
    subprocess.run(['soffice', f'-env:UserInstallation=file://{folder}/profile', '--headless', '--norestore', '--convert-to', filters[kind],
                    '--outdir', out, book], check=True, capture_output=True)
    return out / f'{book.stem}.{kind}'


def run(program, folder, *words):
    done = subprocess.run([program, '--store', 'store.db', *map(str, words)], cwd=folder, capture_output=True, text=True)
    return done.returncode, done.stdout + done.stderr


def differences(program, folder, book, count, council):
    """What is not as it was, as sentences."""
    folder.mkdir()
    for words in (('init',), ('import', council)):
        if run(program, folder, *words)[0]:
            return ['the council could not be imported']
    code, said = run(program, folder, 'import', book)
    if code:
        return [f'refused: {said[:1500]}']
    run(program, folder, 'export', 'out')
    csv.field_size_limit(1 << 30)
    with open(folder / 'out' / 'returns.csv', encoding='utf-8', newline='') as file:
        found = {(row['measure'], row['area'], row['period']): row for row in csv.DictReader(file)}
    wrong = [] if len(found) == count else [f'{len(found)} rows of {count}']
    for place, code, area, period in rows(count):
        said, row = expected(place, code, area, period), found.get((code, area, period), {})
        wrong += [f'row {place + 2}, {name}: {value!r} became {row.get(name)!r}' for name, value in said.items()
                  if row.get(name, '')[:10 if name == 'known_at' else None] != value]
    return wrong


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('program', type=Path)
    parser.add_argument('--cells', type=int, default=100_000)
    parser.add_argument('--kinds', nargs='+', default=['xlsx', 'ods', 'xls'], choices=['xlsx', 'ods', 'xls'])
    wish = parser.parse_args()
    program, count = str(wish.program.resolve()), wish.cells // len(HEADINGS) - 1
    if not shutil.which('soffice'):
        sys.exit('LibreOffice (soffice) is not installed.')
    if count > MEASURES * WARDS * QUARTERS:
        sys.exit(f'At most {(MEASURES * WARDS * QUARTERS + 1) * len(HEADINGS):,} cells.')
    failed = False
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_council(folder / 'council')
        for kind in wish.kinds:
            lines = min(count, 65_535) if kind == 'xls' else count  # an .xls has no more rows
            book = folder / f'book-{lines}.xlsx'
            if not book.exists():
                write_book(book, lines)
            start = time.perf_counter()
            wrong = differences(program, folder / kind, saved(book, kind, folder), lines, folder / 'council')
            print(f'.{kind}: {(lines + 1) * len(HEADINGS):,} cells in {lines + 1:,} rows, {len(wrong)} changed, {time.perf_counter() - start:.0f} s', flush=True)
            print(''.join(f'  {each}\n' for each in wrong[:20]), end='')
            failed = failed or bool(wrong)
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
