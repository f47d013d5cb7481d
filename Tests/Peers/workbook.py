"""Opens a workbook of ours with openpyxl, and compares it with the same report as JSON.

python3 Tests/Peers/workbook.py WORKBOOK REPORT.json
"""

import datetime
import json
import re
import sys
import zipfile
from decimal import Decimal

import openpyxl

CELL = re.compile(r"([A-Z]+)([0-9]+)")
faults = []


def fault(words):
    faults.append(words)


def pence(number):
    """The pence of a number as a spreadsheet shows it: to fifteen digits."""
    return Decimal(format(number, ".15g")).quantize(Decimal("0.01"))


def number(sheet, name, book):
    value = sheet[name].value
    if isinstance(value, str) and value.startswith("="):
        return work_out(sheet, value, book)
    return value


def run(sheet, text):
    (left, top), (right, bottom) = (CELL.fullmatch(end).groups() for end in text.split(":"))
    assert left == right, text
    return [f"{left}{row}" for row in range(int(top), int(bottom) + 1)]


def work_out(sheet, formula, book):
    """What a formula of ours comes to: an evaluation that knows no others."""
    if match := re.fullmatch(r"=SUM\((.+)\)", formula):
        cells = [number(sheet, name, book) for part in match[1].split(",") for name in run(sheet, part)]
        return sum((pence(cell) for cell in cells if isinstance(cell, (int, float, Decimal))), Decimal(0))
    if match := re.fullmatch(r"='(.+)'!([A-Z]+[0-9]+)", formula):
        return number(book[match[1]], match[2], book)
    if match := re.fullmatch(r"=ROUND\(([A-Z]+[0-9]+)-([A-Z]+[0-9]+),2\)", formula):
        one, two = (pence(number(sheet, name, book)) for name in match.groups())
        return one - two
    if match := re.fullmatch(r'=IF\(([A-Z]+[0-9]+)=0,"yes","no"\)', formula):
        return "yes" if number(sheet, match[1], book) == 0 else "no"
    if match := re.fullmatch(r'=IF\(COUNTIF\((.+),"no"\)=0,"yes","no"\)', formula):
        return "no" if "no" in [number(sheet, name, book) for name in run(sheet, match[1])] else "yes"
    raise ValueError(f"not a formula of ours: {formula}")


def check_formulas(book, kept):
    count = 0
    for sheet in book:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type != "f":
                    continue
                count += 1
                found, was = work_out(sheet, cell.value, book), kept[sheet.title][cell.coordinate].value
                same = found == was if isinstance(found, str) else pence(found) == pence(was)
                if not same:
                    fault(f"{sheet.title}!{cell.coordinate} comes to {found}, and {was} is kept")
    return count


def check_form(book, path):
    for sheet in book:
        if sheet.merged_cells.ranges:
            fault(f"{sheet.title} has merged cells")
        if not sheet["A1"].value or sheet.freeze_panes != "A5":
            fault(f"{sheet.title} has no title in A1, or its heading is not kept in sight")
        if len(sheet.title) > 31:
            fault(f"{sheet.title} is a name of more than 31 letters")
    if book.sheetnames[0] != "Contents" or book.sheetnames[-2:] != ["Checks", "About"]:
        fault(f"the sheets are {book.sheetnames}")
    with zipfile.ZipFile(path) as parts:
        if broken := parts.testzip():
            fault(f"{broken} is damaged")
        if any("xl/externalLinks" in name or "vba" in name for name in parts.namelist()):
            fault("something in it reaches outside")


def same(given, cell):
    if given is None:
        return cell.value in (None, "n/k")
    if isinstance(given, Decimal):
        return isinstance(cell.value, (int, float)) and pence(cell.value) == given
    if isinstance(cell.value, datetime.datetime):
        return cell.is_date and cell.value.date().isoformat() == given
    return (cell.value or "") == given and cell.data_type in ("s", "n")


def check_tables(kept, report):
    tables = report["tables"]
    if len(tables) != len(kept.sheetnames) - 3:
        fault("there are other tables than sheets")
    for name, table in zip(kept.sheetnames[1:], tables):
        rows = list(kept[name].iter_rows(min_row=5))
        if kept[name]["A1"].value != table["caption"] or len(rows) != len(table["rows"]):
            fault(f"{name} is not {table['caption']}, or has other rows")
        for cells, given in zip(rows, table["rows"]):
            values = [value for key, value in given.items() if key not in ("is_total", "addresses")]
            for cell, value in zip(cells, values, strict=True):
                if not same(value, cell):
                    fault(f"{name}!{cell.coordinate} is {cell.value!r}, and the report says {value!r}")


def main(path, report_path):
    with open(report_path, encoding="utf-8") as file:
        report = json.load(file, parse_float=Decimal, parse_int=Decimal)
    book = openpyxl.load_workbook(path)
    kept = openpyxl.load_workbook(path, data_only=True)
    check_form(book, path)
    check_tables(kept, report)
    formulas = check_formulas(book, kept)
    checks = [row[6].value for row in kept["Checks"].iter_rows(min_row=5)]
    if "no" in checks or (formulas and checks[0] != "yes"):
        fault(f"the checks say {checks}")
    for words in faults[:10]:
        print(f"FAULT: {words}")
    if not faults:
        cells = sum(len(table["rows"]) for table in report["tables"])
        print(f"openpyxl: {cells} rows as the report gives them, {formulas} formulas come to what is kept")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
