"""Moves a penny within the entry in the middle of a journal, and leaves the balances as they were.

penny.py FORMAT JOURNAL COPY. The entry still balances, so only the balances that we gave can tell.
"""

import re
import sys

POSTING = re.compile(r"^ +\S.*?  (-?\d+\.\d\d) GBP")


def is_entry(line):
    return re.match(r"\d{4}-\d\d-\d\d \*", line)


def move(line, pence):
    start, end = POSTING.match(line).span(1)
    digits = int(line[start:end].replace(".", "")) + pence
    sign = "-" if digits < 0 else ""
    pounds, rest = divmod(abs(digits), 100)
    return f"{line[:start]}{sign}{pounds}.{rest:02d}{line[end:]}"


def main(name, journal, copy):
    with open(journal, encoding="utf-8") as file:
        lines = file.readlines()
    entries = [number for number, line in enumerate(lines) if is_entry(line)]
    middle = entries[len(entries) // 2]
    assert POSTING.match(lines[middle + 1]) and POSTING.match(lines[middle + 2]), name
    lines[middle + 1] = move(lines[middle + 1], 1)
    lines[middle + 2] = move(lines[middle + 2], -1)
    with open(copy, "w", encoding="utf-8") as file:
        file.writelines(lines)


main(*sys.argv[1:])
