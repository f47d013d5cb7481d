"""Files that are broken, one of each kind in every way, and ledgers that are damaged."""

import csv
import io
import json

from story import Story

CARD = """kind: card
name: Anyshire prepaid card
columns:
  date: Date
  payee: Merchant
  amount: Amount
  balance: Balance
payees:
  SPB-004655:
    Swim: 3
"""

CASES = {"cases": [
    {"id": "D2", "title": "Speech therapy", "inputs": {
        "contract_sum": 216000, "capacity_hours": 2400, "child_hours": 18, "market_hour": "95.00", "dp_overhead": 120,
        "variation_band_pct": 5, "variable_rate": 60, "waiting_hours": 40, "spot_hour": 95}},
    {"id": "D3", "title": "A taxi", "inputs": {"taxi_day": 60, "days": 190, "rate_mile": "0.60", "miles_one_way": 9}},
    {"id": "D4", "title": "Nothing", "inputs": {"marmalade": 1}},
    {"id": "D5", "title": "None", "inputs": {"contract_sum": 600, "capacity_hours": 12, "child_hours": 18}},
]}

BANKS = {
    "barclays": "Date,Memo,Subcategory,Amount\n05/11/2026,SEALS SWIM CLUB,Payment,-44.00\n",
    "hsbc": "05/11/2026,SEALS SWIM CLUB,-44.00\n06/11/2026,ANYSHIRE COUNCIL,60.00\n",
    "lloyds": "Transaction Date,Transaction Type,Sort Code,Account Number,Transaction Description,Debit Amount,"
              "Credit Amount,Balance\n05/11/2026,DEB,'30-00-00,12345678,SEALS SWIM CLUB,44.00,,100.00\n",
    "monzo": "Transaction ID,Date,Time,Type,Name,Amount,Balance\n"
             "tx_1,05/11/2026,10:00,Card,SEALS SWIM CLUB,-44.00,100.00\n",
    "nationwide": "Date,Transaction type,Description,Paid out,Paid in,Balance\n"
                  "05 Nov 2026,Visa,SEALS,£44.00,,£100.00\n",
    "natwest": "Date,Type,Description,Value,Balance\n05 Nov 2026,POS,SEALS SWIM CLUB,-44.00,100.00\n",
    "starling": "Date,Counter Party,Reference,Type,Amount (GBP),Balance (GBP)\n"
                "05/11/2026,SEALS,R1,CARD,-44.00,100.00\n",
}
LISTS = {
    "devon": "Date,Amount,Supplier Name,Supplier ID,Transaction Number,Invoice Number,Expense Code,Expense Type,"
             "Expense Area\n"
             "05/11/2026,100.00,OAKFIELD,200417,71,INV1,9052,Top up,Education\n"
             "05/11/2026,5.00,X,2,72,INV2,1,Fuel,Roads\n",
    "lambeth": "Supplier Name,Total\nOAKFIELD,100.00\n",
    "warwickshire": "Pay Date,Amount,Supplier Name,Supplier ID,Transno,Account,Description,Group\n"
                    "05/11/2026,100.00,OAKFIELD,200417,71,R6107,SEN EHCP,Education\n",
}

# A good file of each kind, and how it is previewed.
KINDS = {
    "openings": ("01-april/openings.csv", ""),
    "dsg-allocation": ("02-july/dsg-2026-07.csv", "--published 2026-07-20"),
    "budgets": ("01-april/budgets.csv", ""),
    "transfers": ("01-april/transfers.csv", ""),
    "packages": ("03-august/packages.csv", ""),
    "families": ("03-august/families.csv", ""),
    "payments": ("04-september/payments.csv", "--mapping anyshire"),
    "direct-payments": ("04-september/direct-payments.csv", ""),
    "bank": ("05-october/bank.csv", "--mapping spb-004655 --child SPB-004655"),
    "receipts": ("04-september/receipts.csv", ""),
    "contributions": ("05-october/contributions.csv", ""),
    "events": ("05-october/events.csv", ""),
    "contracts": ("decisions/contracts.csv", ""),
    "requests": ("decisions/requests.csv", ""),
    "evidence": ("decisions/evidence.csv", ""),
}


def table(rows):
    file = io.StringIO()
    csv.writer(file, lineterminator="\n").writerows(rows)
    return file.getvalue()


class BrokenFiles(Story):
    """A file of each kind: with every cell empty, every cell nonsense, every column missing, and no text at all."""

    name = "files"
    ledger = "ledgers/broken"

    def tell(self):
        self.demo()
        self.empty(self.ledger, day="2026-04-01")
        for kind, (file, options) in KINDS.items():
            self.kind(kind, self.text(f"imports/example/{file}"), f"--as {kind} {options}")
        self.write("ledgers/demo/mappings/card.yaml", CARD)
        for kind, files in {"bank": BANKS, "payments": LISTS}.items():
            for mapping, text in self.some(files.items(), 2):
                child = "--child SPB-004655" if kind == "bank" else ""
                self.committed(f"{mapping}.csv", text, f"--as {kind} --mapping {mapping} {child}")
        self.committed("card.csv", "Date,Merchant,Amount,Balance\n05/11/2026,SEALS SWIM,-44.00,10.00\n",
                       "--as card --mapping card --child SPB-004655")
        self.committed("cases.json", json.dumps(CASES, indent=1), "--as cases")
        for number, text in enumerate(self.some(
            ["", "{", "[]", '{"cases": []}', '{"cases": [{"id": "K1"}]}', '{"cases": [{"id": "K1", "id": "K2"}]}',
             json.dumps({"cases": [CASES["cases"][0]] * 2})], 2)):
            self.committed(f"cases-{number}.json", text, "--as cases")
        self.run("import list", ledger="ledgers/demo")
        self.run("audit verify", ledger="ledgers/demo")

    def committed(self, name, text, options):
        number = self.preview(self.write(f"imports/new/{name}", text), options, ledger="ledgers/demo")
        if number:
            self.run(f"import show {number}", ledger="ledgers/demo")
            self.run(f"import commit {number}", ledger="ledgers/demo")

    def kind(self, kind, text, options):
        rows = list(csv.reader(io.StringIO(text)))
        # The grant's sheet has its headings in several rows, and its own authority in the last.
        above, first = (rows[:-1], rows[-1]) if kind == "dsg-allocation" else (rows[:1], rows[1])
        wide = range(len(first))

        def cell(place, value):
            return first[:place] + [value] + first[place + 1:]

        files = {
            "good": text,
            "empty-cells": table(above + [cell(place, "") for place in wide]),
            "nonsense": table(above + [cell(place, "~~") for place in wide]),
            "names": table(above + [cell(place, "Sam Taylor, 1 Example Street") for place in wide]),
            "figures": table(above + [cell(place, "-1.005") for place in wide]),
            "days": table(above + [cell(place, "31/02/2026") for place in wide]),
            "far": table(above + [cell(place, "9999-12-31") for place in wide]),
            "wide": table(above + [first + ["1", "2"], first[:-1]]),
            "twice": table(above + [first, first]),
            "headings": table(above),
            "total": text + "Total,,,100.00\n",
            "crlf": text.replace("\n", "\r\n"), "cr": text.replace("\n", "\r"),
            "semicolons": text.replace(",", ";"), "tabs": text.replace(",", "\t"),
            "quote": text.rstrip("\n") + '"\n', "blank-rows": text.replace("\n", "\n\n"),
            "bom": b"\xef\xbb\xbf" + text.encode(), "utf-16": text.encode("utf-16"),
            "cp1252": text.replace("Top-up", "Caf\u00e9").encode("cp1252", "replace"),
            "nul": text.encode() + b"\0\n", "nothing": b"", "picture": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
            "workbook": b"PK\x03\x04\x14\0", "prose": b"Dear all\n\nI have paid it.\n",
        }
        for place in wide if kind != "dsg-allocation" else []:
            files[f"without-{place}"] = table([row[:place] + row[place + 1:] for row in above + [first]])
        few = ["nonsense"]
        for name, content in files.items():
            if not self.small or name in few:
                file = self.write(f"imports/{kind}-{name}.csv", content)
                self.run(f"import preview {file} {options} --dry-run")
        if not self.small:
            self.run(f"import preview imports/{kind}-nonsense.csv {options} --error-format json")
            self.run(f"import preview imports/{kind}-nonsense.csv {options} --fail-on error")
            self.run(f"import preview imports/{kind}-nonsense.csv {options} --fail-on never")
            self.run(f"import preview imports/{kind}-good.csv --as {kind} --dry-run")
            self.run(f"import preview imports/{kind}-good.csv --as events --mapping lloyds --dry-run")
        number = None if self.small else self.preview(f"imports/{kind}-nonsense.csv", options)
        if number:
            self.run(f"import show {number}")


class BrokenTexts(Story):
    """The texts that people write: each with every line in turn left out, doubled, misspelt, or saying nonsense."""

    name = "texts"

    def tell(self):
        self.demo()
        agreement = "imports/example/agreements/pool-2026.yaml"
        scenario = "imports/example/scenarios/pool-2027.yaml"
        self.each("imports/example/agreements/changed.yaml", agreement, "pool agree {} --dry-run")
        # To check a scenario takes long, so not each of its lines is tried.
        self.each("imports/example/scenarios/changed.yaml", scenario, "scenario check {}", step=3)
        mapping = f"{self.ledger}/mappings/anyshire.yaml"
        self.each(mapping, mapping, "import preview imports/example/04-september/payments.csv --as payments "
                  "--mapping anyshire --dry-run")
        self.each(f"{self.ledger}/policy.yaml", f"{self.ledger}/policy.yaml", "policy adopt --dry-run")
        self.each(f"{self.ledger}/ledger.yaml", f"{self.ledger}/ledger.yaml", "policy adopt --dry-run")
        self.done(f"pool agree {agreement}")
        self.each("imports/example/agreements/changed.yaml", "imports/example/agreements/pool-2026-varied.yaml",
                  "pool agree {} --dry-run")
        self.init_texts()

    def each(self, place, file, line, step=1):
        original = self.text(file)
        lines = original.splitlines()
        used = [number for number, row in enumerate(lines) if row.strip() and not row.lstrip().startswith("#")]
        for turn, number in enumerate(self.some(used[::step])):
            row = lines[number]
            key, colon, value = row.partition(": ")
            indent = row[: len(row) - len(row.lstrip())]
            changes = [
                [], [row, row], [key.replace(key.strip(" -:"), "marmalade") + colon + value],
                [key + colon + "~~" if colon else row + " ~~"], [indent + "  " + row], [key + ": [1, {a: b}"],
                [key + ": -1"], [key + ": Sam Taylor"],
            ]
            # Two of the changes at each line, and the next two at the next, so that all are tried everywhere.
            for change in changes[turn % 4::4]:
                self.write(place, "\n".join(lines[:number] + change + lines[number + 1:]) + "\n")
                self.run(line.format(place))
        for content in self.some(["", "~~\n", "- 1\n", "a: &a [*a]\n", "\tx: 1\n", original.encode() + b"\xe9\n"], 1):
            self.write(place, content)
            self.run(line.format(place))
        if place == file:
            self.write(place, original)

    def init_texts(self):
        """Settings with a mistake, from which no ledger is made."""
        for name in ["ledger.yaml", "policy.yaml"]:
            lines = self.text(f"ledgers/example/{name}").splitlines()
            for number in self.some(range(0, len(lines), 3), 2):
                folder = f"ledgers/unmade-{name[0]}-{number}"
                for other in ["ledger.yaml", "policy.yaml"]:
                    self.write(f"{folder}/{other}", self.text(f"ledgers/example/{other}"))
                self.write(f"{folder}/{name}", "\n".join(lines[:number] + lines[number + 1:]) + "\n")
                self.run(f"init {folder}", ledger="")


class Damage(Story):
    """Ledgers that lack a file, hold another's, or were cut."""

    name = "damage"
    lines = ["status", "audit verify", "block position --period 2026-10", "child list", "import list",
             "period prepare 2026-10", "statement build --period 2026-10"]

    def tell(self):
        self.demo()
        self.copy(self.ledger, "ledgers/older")
        self.done("period prepare 2026-09")

        def cut(name, size):
            return lambda folder: (folder / name).write_bytes((folder / name).read_bytes()[:size])

        def put(name, other):
            return lambda folder: (folder / name).write_bytes((folder.parent / other / name).read_bytes())

        damages = {
            "no-register": lambda folder: (folder / "register.sqlite").unlink(),
            "no-ledger": lambda folder: (folder / "ledger.sqlite").unlink(),
            "older-ledger": put("ledger.sqlite", "older"),
            "older-register": put("register.sqlite", "older"),
            "words": lambda folder: (folder / "ledger.sqlite").write_text("only words, and more of them"),
            "register-words": lambda folder: (folder / "register.sqlite").write_text("only words"),
            "empty": cut("ledger.sqlite", 0),
            "cut": cut("ledger.sqlite", 40960),
            "no-settings": lambda folder: (folder / "ledger.yaml").unlink(),
            "no-policy": lambda folder: (folder / "policy.yaml").unlink(),
            "swapped": lambda folder: (folder / "register.sqlite").write_bytes((folder / "ledger.sqlite").read_bytes()),
        }
        for name, damage in self.some(damages.items(), 2):
            folder = f"ledgers/{name}"
            self.copy(self.ledger, folder)
            self.files(lambda here, folder=folder, damage=damage: damage(here / folder))
            for line in self.lines:
                self.run(line, ledger=folder)
            self.run(f"export --format ledger --output out/{name}", ledger=folder)
