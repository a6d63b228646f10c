"""Opens a workbook with openpyxl, checks it against the rules for spreadsheets that everyone can read, and prints it.

usage: check_workbook.py FILE
The rules are those of the Government Analysis Function ("Making spreadsheets accessible"). Each fault is printed first.
Ends with 1 if there is one.
"""

import sys

import openpyxl
from openpyxl.utils import range_boundaries


def faults_of(book):
    names = book.sheetnames
    if names[:2] != ['Cover', 'Contents']:
        yield 'does not begin with a cover and the contents'
    if not (book.properties.title and book.properties.creator):
        yield 'has no title or author'
    tables = [name for sheet in book for name in sheet.tables]
    if len(set(tables)) != len(tables):
        yield 'has two tables of one name'
    shorthand = {row[0].value for row in book['Notes'].iter_rows(min_row=2)} if 'Notes' in names else set()
    for sheet in book:
        yield from (f'{sheet.title}: {fault}' for fault in faults_of_sheet(sheet, shorthand))


def faults_of_sheet(sheet, shorthand):
    if not sheet['A1'].value:
        yield 'says nothing in A1'
    if sheet.merged_cells.ranges:
        yield 'has merged cells'
    if sheet.freeze_panes or sheet.auto_filter.ref or sheet.sheet_state != 'visible':
        yield 'is frozen, filtered or hidden'
    if sheet.title == 'Cover':
        return
    if len(sheet.tables) != 1:
        yield f'has {len(sheet.tables)} tables'
        return
    first_column, first_row, last_column, last_row = range_boundaries(next(iter(sheet.tables.values())).ref)
    if first_column != 1 or last_column != sheet.max_column or last_row != sheet.max_row:
        yield 'has something beside or below its table'
    if any(not sheet.cell(row, 1).value for row in range(1, first_row)):
        yield 'has a blank row above its table'
    headings = [sheet.cell(first_row, column).value for column in range(1, last_column + 1)]
    if len(set(headings)) != len(headings) or not all(headings):
        yield 'has headings that are empty or not its own'
    for row in sheet.iter_rows(min_row=first_row, max_row=last_row, max_col=last_column):
        for cell in row:
            if cell.value is None or cell.value == '':
                yield f'{cell.coordinate} is blank'
            if isinstance(cell.value, str) and cell.value.startswith('=') and cell.data_type == 'f':
                yield f'{cell.coordinate} holds a formula'
            if isinstance(cell.value, str) and cell.value[-3:] in ('[x]', '[z]', '[c]') and cell.value[-3:] not in shorthand:
                yield f'{cell.coordinate} holds shorthand that is not explained'


def shown(cell):
    if isinstance(cell.value, (int, float)):
        return f'{cell.value:g} <{cell.number_format}>'
    return str(cell.value).replace('\n', ' / ')


def main(path):
    book = openpyxl.load_workbook(path)
    faults = list(faults_of(book))
    for fault in faults:
        print('FAULT', fault)
    for sheet in book:
        print(f'== {sheet.title}')
        for row in sheet.iter_rows():
            print(' | '.join(shown(cell) for cell in row if cell.value is not None))
    return 1 if faults else 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1]))
