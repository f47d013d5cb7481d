"""Compares what another tool makes of a journal with our trial balances, as numbers.

compare.py LEDGER_YAML FOLDER TOOL: in the folder are actual.csv and budget.csv, which are ours, and
TOOL.balances, which is the tool's.
"""

import csv
import re
import sys
from collections import defaultdict
from decimal import Decimal


def plain(name):
    """A name as every format has it: small letters and hyphens."""
    return re.sub("[^a-z0-9]+", "-", name.lower().removeprefix("the "))


def fund_codes(path):
    """The code of each fund, by the name that the authority gives it."""
    codes = {}
    inside = False
    for line in open(path, encoding="utf-8"):
        if not line.startswith(" "):
            inside = line.startswith("funds:")
        elif inside and ":" in line:
            code, name = line.split(":", 1)
            codes[name.strip()] = plain(code.strip())
    return codes


def ours(folder, funds):
    found = {}
    for layer in ["actual", "budget"]:
        with open(f"{folder}/{layer}.csv", encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                if row["is_total"] == "1":
                    continue
                account = plain(row["account"].replace("the ", ""))
                amount = Decimal(row["debit_gbp"] or 0) - Decimal(row["credit_gbp"] or 0)
                key = (layer, funds[row["fund"]], account)
                assert key not in found, key
                found[key] = amount
    return found


def pairs(folder, tool):
    """Accounts and amounts, as the tool printed them."""
    with open(f"{folder}/{tool}.balances", encoding="utf-8", newline="") as file:
        if tool == "ledger":
            for line in file:
                yield line.rstrip("\n").split("\t")
        else:
            rows = csv.reader(file)
            next(rows)
            yield from rows


def theirs(folder, tool):
    sums = defaultdict(Decimal)
    accounts = 0
    for account, amount in pairs(folder, tool):
        parts = account.strip().split(":")
        if tool == "beancount":
            parts = parts[1:]
        sums[tuple(map(plain, parts[:3]))] += Decimal(amount.replace("GBP", "").strip())
        accounts += 1
    return accounts, {key: amount for key, amount in sums.items() if amount}


def main(charter, folder, tool):
    wanted = ours(folder, fund_codes(charter))
    accounts, found = theirs(folder, tool)
    wrong = [key for key in sorted(wanted.keys() | found) if wanted.get(key) != found.get(key)]
    for key in wrong:
        print(f"FAULT: {' '.join(key)}: ours {wanted.get(key)}, {tool} {found.get(key)}")
    if not wanted:
        wrong.append("nothing")
        print("FAULT: our trial balances are empty")
    if not wrong:
        print(f"{tool}: {accounts} accounts come to our {len(wanted)} lines of both layers")
    return 1 if wrong else 0


sys.exit(main(*sys.argv[1:]))
