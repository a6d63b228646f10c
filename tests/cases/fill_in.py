#!/usr/bin/python3
"""Fills in a hand-in workbook as a person would: fill_in.py FILE [--force] "REF HEADING=VALUE"…

REF is what stands below "Ref", with @AREA where there are several lines of it. A cell that is locked cannot be filled in, and
neither can one whose rule refuses the value: both are errors, as they are in a spreadsheet program. --force fills it anyway."""

import argparse
import re
import sys

import openpyxl
from openpyxl.utils import range_boundaries


def typed(text: str) -> object:
    """A number where it is one, as a spreadsheet program takes it."""
    return float(text) if re.fullmatch(r"-?\d+\.\d+", text) else int(text) if re.fullmatch(r"-?[1-9]\d*|0", text) else text


def heading_row(sheet) -> int | None:
    return next((row for row in range(1, 21) if sheet.cell(row, 1).value == "Ref"), None)


def find(book, ref: str, heading: str):
    code, _, area = ref.partition("@")
    for sheet in book:
        top = heading_row(sheet)
        if top is None:
            continue
        columns = {cell.value: cell.column for cell in sheet[top] if cell.value is not None}
        if heading not in columns:
            sys.exit(f"There is no heading {heading}. There are: {', '.join(columns)}")
        for row in range(top + 1, sheet.max_row + 1):
            if sheet.cell(row, 1).value == code and (sheet.cell(row, columns["Area"]).value or "") == area:
                return sheet, sheet.cell(row, columns[heading])
    sys.exit(f"There is no line {ref}.")


def listed(book, formula: str) -> list:
    """What a drop-down offers: =Lists!$A$1:$A$5"""
    sheet, _, cells = formula.lstrip("=").partition("!")
    left, top, right, bottom = range_boundaries(cells.replace("$", ""))
    return [cell.value for row in book[sheet].iter_rows(top, bottom, left, right) for cell in row]


def problem(book, sheet, cell, value) -> str:
    """Why the cell cannot have the value; "" if it can."""
    if cell.protection.locked and sheet.protection.sheet:
        return "is locked"
    for rule in sheet.data_validations.dataValidation:
        if cell.coordinate not in rule.sqref:
            continue
        if rule.type == "list" and value not in listed(book, rule.formula1):
            return rule.error
        if rule.type in ("decimal", "whole"):
            low, high = float(rule.formula1), float(rule.formula2) if rule.formula2 else float("inf")
            if not isinstance(value, (int, float)) or not low <= value <= high or (rule.type == "whole" and value != int(value)):
                return rule.error
    return ""


def main() -> int:
    call = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    call.add_argument("file")
    call.add_argument("cells", nargs="+", metavar="REF HEADING=VALUE")
    call.add_argument("--force", action="store_true")
    options = call.parse_args()
    book = openpyxl.load_workbook(options.file)
    refused = 0
    for each in options.cells:
        place, _, text = each.partition("=")
        ref, _, heading = place.partition(" ")
        sheet, cell = find(book, ref, heading)
        value = cell.value if text == "" else typed(text)
        if cell.number_format == "@" and text != "":
            value = text
        why = "" if options.force else problem(book, sheet, cell, value)
        if why:
            print(f"{sheet.title}!{cell.coordinate} {heading}: {why}")
            refused = 1
        else:
            cell.value = None if text == "" else value
    book.save(options.file)
    return refused


if __name__ == "__main__":
    sys.exit(main())
