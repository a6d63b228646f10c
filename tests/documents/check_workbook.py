"""Opens a workbook with openpyxl, checks it against the rules for spreadsheets that everyone can read, and prints it.

usage: check_workbook.py FILE
The rules are those of the Government Analysis Function ("Making spreadsheets accessible"). Each fault is printed first.
Ends with 1 if there is one. tests/cli/workbooks_test.py holds what the program writes against the same rules.
"""

import re
import sys

import openpyxl
from openpyxl.utils import get_column_letter, range_boundaries

MARK = re.compile(r'\[(?:c|x|z|low|[a-z]\d*)\]$')


def faults_of(book, use='publishing', blanks=False):
    """What is against the rules. `use` is publishing or working; `blanks`: cells may be blank where the sheet says why."""
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
        yield from (f'{sheet.title}: {fault}' for fault in faults_of_sheet(sheet, shorthand, use, blanks))


def faults_of_sheet(sheet, shorthand, use, blanks):
    if not re.fullmatch(r'\w+', sheet.title):
        yield 'has a name with a space or a sign'
    if not sheet['A1'].value:
        yield 'says nothing in A1'
    if sheet.merged_cells.ranges:
        yield 'has merged cells'
    if sheet.sheet_state != 'visible' or any(part.hidden for part in (*sheet.row_dimensions.values(), *sheet.column_dimensions.values())):
        yield 'is hidden, or has a hidden row or column'
    if sheet.auto_filter.ref or (sheet.freeze_panes and use == 'publishing'):
        yield 'is frozen or filtered'
    yield from faults_of_looks(sheet)
    if sheet.title == 'Cover':
        return
    if len(sheet.tables) != 1:
        yield f'has {len(sheet.tables)} tables'
        return
    table = next(iter(sheet.tables.values()))
    first_column, first_row, last_column, last_row = range_boundaries(table.ref)
    own = sheet.title not in ('Contents', 'Notes')
    if bool(table.autoFilter) != (use == 'working' and own):
        yield 'has a filter' if table.autoFilter else 'has no filter'
    if use == 'working' and own and sheet.freeze_panes != f'A{first_row + 1}':
        yield 'has headings that go out of sight'
    if first_column != 1 or last_column != sheet.max_column or last_row != sheet.max_row:
        yield 'has something beside or below its table'
    if any(not sheet.cell(row, 1).value for row in range(1, first_row)):
        yield 'has a blank row above its table'
    headings = [sheet.cell(first_row, column).value for column in range(1, last_column + 1)]
    if len(set(headings)) != len(headings) or not all(headings):
        yield 'has headings that are empty or not its own'
    rows = list(sheet.iter_rows(min_row=first_row, max_row=last_row, max_col=last_column))
    explains_blanks = any('blank' in str(sheet.cell(row, 1).value) for row in range(1, first_row))
    if any(all(cell.value in (None, '') for cell in row) for row in rows):
        yield 'has a blank row within its table'
    for column in zip(*rows):
        values = [cell.value for cell in column[1:] if cell.value not in (None, '')]
        if not values and use == 'publishing':
            yield f'{column[0].coordinate} heads a blank column'
        numbers = sum(isinstance(value, (int, float)) for value in values)
        if 2 * numbers > len(values) and any(isinstance(value, str) and re.fullmatch(r'-?[\d,]+(\.\d+)?', value) for value in values):
            yield f'{column[0].coordinate} heads numbers that are text'
    for row in rows:
        for cell in row:
            if cell.value in (None, '') and not (blanks and explains_blanks):
                yield f'{cell.coordinate} is blank'
            if isinstance(cell.value, (int, float)) and cell.number_format == 'General':
                yield f'{cell.coordinate} is a number without a format'
            if isinstance(cell.value, str) and cell.value.startswith('=') and cell.data_type == 'f':
                yield f'{cell.coordinate} holds a formula'
            mark = MARK.search(cell.value) if isinstance(cell.value, str) else None
            if mark and mark.group() not in shorthand:
                yield f'{cell.coordinate} holds shorthand that is not explained'


def faults_of_looks(sheet):
    """Nothing is said by colour, and nothing is cut off."""
    for column in range(1, sheet.max_column + 1):
        width = sheet.column_dimensions[get_column_letter(column)].width
        if not 8 <= width <= 120:
            yield f'column {get_column_letter(column)} is {width} wide'
    for row in sheet.iter_rows():
        for cell in row:
            if cell.value in (None, ''):
                continue
            if cell.fill.fill_type is not None:
                yield f'{cell.coordinate} has a colour behind it'
            if cell.font.color is not None and cell.font.color.type == 'rgb' and not cell.hyperlink:
                yield f'{cell.coordinate} has letters in colour'
            # Titles and the lines below them run over the cells beside them, which are blank.
            if isinstance(cell.value, str) and cell.column > 1 and not cell.alignment.wrap_text:
                yield f'{cell.coordinate} does not wrap'


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
