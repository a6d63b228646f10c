"""Holds every workbook that the program makes against the rules for spreadsheets that everyone can read, and imports the
exported ones again: workbooks_test.py PROGRAM"""

import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / 'documents'))
import openpyxl  # noqa: E402
from check_workbook import faults_of  # noqa: E402

PROGRAM = str(Path(sys.argv[1]).resolve())
ROOT = Path(__file__).parents[2]
EXAMPLES = {'lancashire': ['scorecard', 'panel'], 'chorley': ['partnership']}
# A council with what the examples lack: every kind of missing figure, a code that looks like a number, text that looks like a formula.
SMALL = {
    'council.toml': 'name = "Wenlow"\narea = "WEN"\n',
    'areas.csv': 'code,name,kind\nWEN,Wenlow Borough Council,district\n',
    'measures.csv': 'code,title,unit,grain,roll_up\n007,Trees planted,count,quarter,sum\nP2,"=1+1, is what it says",percent,quarter,last\n',
    'returns.csv': 'measure,period,value,gap,note\n007,2023-24Q1,1234.5,,\n007,2023-24Q2,,suppressed,\n007,2023-24Q3,,overdue,late\n'
                   '007,2023-24Q4,,not_applicable,\nP2,2023-24Q1,84.50,,@home\nP2,2023-24Q2,,not_available,"two\nlines"\nP2,2023-24Q3,-0.5,,\n',
}


def run(folder, *words):
    done = subprocess.run([PROGRAM, '--store', 'store.db', *words], cwd=folder, capture_output=True, text=True)
    if done.returncode:
        sys.exit(f'{" ".join(words)}: {done.stdout}{done.stderr}')
    return done.stdout


def check(path, use, blanks, faults):
    book = openpyxl.load_workbook(path)
    faults += [f'{path.name} ({use}): {fault}' for fault in faults_of(book, use, blanks)]
    return book


def exported_again(folder, book, name):
    """The council folder that comes of a workbook, in a store of its own."""
    other = folder / name
    other.mkdir()
    run(other, 'init')
    run(other, 'import', str(book))
    run(other, 'export', 'folder')
    return {str(file.relative_to(other / 'folder')): file.read_bytes() for file in (other / 'folder').rglob('*') if file.is_file()}


def check_council(folder, source, reports, faults):
    run(folder, 'init')
    run(folder, 'import', str(source))
    run(folder, 'export', 'folder')
    known = {str(file.relative_to(folder / 'folder')): file.read_bytes() for file in (folder / 'folder').rglob('*') if file.is_file()}
    for use in ('working', 'publishing'):
        run(folder, 'export', f'{use}.xlsx', '--for', use)
        check(folder / f'{use}.xlsx', use, True, faults)
        if exported_again(folder, folder / f'{use}.xlsx', f'again-{use}') != known:
            faults.append(f'{source.name}: what was exported for {use} is not the same when it is imported again')
    run(folder, 'export', 'public.xlsx', '--public')
    check(folder / 'public.xlsx', 'publishing', True, faults)
    for report in reports:
        run(folder, 'report', report, '--out', f'{report}.xlsx')
        check(folder / f'{report}.xlsx', 'publishing', False, faults)


def check_small(folder, faults):
    source = folder / 'small'
    source.mkdir()
    for name, text in SMALL.items():
        (source / name).write_text(text, encoding='utf-8')
    check_council(folder, source, [], faults)
    returns = openpyxl.load_workbook(folder / 'publishing.xlsx')['returns']
    headings = next(row for row in returns.iter_rows(values_only=True) if row[1])
    values = [row[headings.index('value')] for row in returns.iter_rows(values_only=True) if row[0] in ('007', 'P2')]
    if values != [1234.5, '[c]', '[x]', '[z]', 84.5, '[x]', -0.5]:
        faults.append(f'the values to publish are {values}')


def main():
    faults = []
    for name, reports in EXAMPLES.items():
        with tempfile.TemporaryDirectory() as folder:
            check_council(Path(folder), ROOT / 'examples' / name, reports, faults)
    with tempfile.TemporaryDirectory() as folder:
        check_small(Path(folder), faults)
    print('\n'.join(faults[:100]) or 'Every workbook is as it should be.')
    return 1 if faults else 0


if __name__ == '__main__':
    sys.exit(main())
