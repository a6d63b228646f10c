"""How long openpyxl takes to read a workbook cell by cell, without keeping it: read_with_openpyxl.py FILE"""

import sys
import time

import openpyxl

start = time.perf_counter()
book = openpyxl.load_workbook(sys.argv[1], read_only=True, data_only=True)
cells = sum(value is not None for sheet in book for row in sheet.iter_rows(values_only=True) for value in row)
print(f"TIME read {time.perf_counter() - start:.3f}")
print(f"CHECK cells {cells}")
