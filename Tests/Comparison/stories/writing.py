"""What is written: events, budgets, transfers, doubts about rows, months and years."""

from story import Story

# Each event, and the words with which it may be recorded at the end of October.
EVENTS = {
    "grant-instalment-received": "--amount 10.00 --fund schools",
    "commitment-made": "--amount 500.00 --fund high-needs --line 1.2.3 --setting special",
    "commitment-released": "--amount 200.00 --fund high-needs --line 1.2.3",
    "invoice-received": "--amount 60.00 --child SPB-004655 --plan-line 2",
    "invoice-paid": "--amount 60.00 --child SPB-004655 --plan-line 2",
    "payment-made": "--amount 12.50 --fund high-needs --line 1.2.3 --commitment yes",
    "placement-ended": "--child SPB-004655 --plan-line 2",
    "credit-due": "--amount 20.00 --child SPB-004655 --plan-line 5",
    "credit-received": "--amount 20.00 --child SPB-004655 --plan-line 5",
    "direct-payment-advanced": "--amount 280.00 --child SPB-004655 --plan-line 1 --due 2026-11-01",
    "direct-payment-evidenced": "--amount 45.00 --child SPB-004655 --plan-line 1",
    "direct-payment-returned": "--amount 5.00 --child SPB-004655 --plan-line 1",
    "third-party-return": "--amount 15.00 --child SPB-004655 --plan-line 4",
    "contribution-agreed": "--amount 100.00 --fund health-ICB --partner ICB",
    "contribution-due": "--amount 50.00 --fund health-ICB --partner ICB",
    "contribution-received": "--amount 40.00 --fund health-ICB --partner ICB",
    "pool-agreed": "--amount 100.00 --fund pool-general-POOL-2026 --partner ICB --contract POOL-2026 --due 2026-12-01",
    "pool-due": "--amount 1000.00 --fund pool-general-POOL-2026 --partner ICB --contract POOL-2026 --due 2027-01-01",
    "pool-paid": "--amount 800.00 --fund pool-general-POOL-2026 --line 3.4.2 --contract POOL-2026 "
                 "--partner COUNCIL-SOCIAL-CARE --paid-by social-care",
    "pool-received": "--amount 500.00 --fund pool-general-POOL-2026 --partner ICB --contract POOL-2026",
    "pool-spent": "--amount 60.00 --fund pool-general-POOL-2026 --line 3.4.2",
    "suspense-placed": "--record {suspense} --fund high-needs --line 1.2.3",
}

UNPLACED = """Supplier name,Supplier ID,Date paid,Transaction number,Expense area,Expense type,Expense code,Amount
FERNBANK HOUSE,200999,02/11/2026,51900999,Education,Fees,HN999,10.00
OAKFIELD ACADEMY,200417,02/11/2026,51901000,Education,Top-up funding,HN122,55.00
HILLTOP FUELS,200202,02/11/2026,51901001,Highways,Fuel,R4400,7.00
"""

ADVANCES = """Child,Line,Due,Paid,Covers,Amount,Payment reference
SPB-004655,1,01/11/2026,{day},November 2026,100.00,DP-A
SPB-004655,3,01/11/2026,{day},November 2026,100.00,DP-B
"""


class Writing(Story):
    """Every event, and each other command that writes one thing."""

    name = "writing"

    def tell(self):
        self.demo()
        listed = self.run("event record --help", ledger="").text.partition("Events: ")[2].partition(".\n")[0]
        for event in listed.replace("\n", " ").split(", "):
            if event.strip() not in EVENTS:
                self.sides.unlike.append(f"event {event.strip()}: the story does not record it")
        self.events()
        self.run("event record marmalade --day 2026-11-03 --document x")
        self.budgets()
        self.transfers()
        self.requests()
        self.policy()
        self.reverse()
        for line in ["check", "audit verify", "block position --period 2026-11", "statement build --period 2026-11"]:
            self.run(line)
        self.reports("audit log --last 60\npool costs\nblock transfers\nbudget show\nevent suspense")
        self.report("block position --period 2026-11")
        self.report("trial-balance --as-of 2026-11-30")
        self.run("export --format hledger --output out/journal")

    def events(self):
        self.bring(self.write("imports/unplaced.csv", UNPLACED), "--as payments --mapping anyshire")
        suspense = self.numbers("event suspense")[0]
        for event, words in EVENTS.items():
            line = f"event record {event} --day 2026-11-03 {words.format(suspense=suspense)} --document 'Letter 7'"
            if not self.small:
                self.run(f"{line} --dry-run")
            self.done(line)
        for event, words in self.some(EVENTS.items()):
            # The same with one thing missing, and on days on which it cannot be.
            given = words.format(suspense=suspense).split(" --")
            for left_out in range(len(given)):
                rest = " --".join(part for place, part in enumerate(given) if place != left_out)
                rest = rest if not rest or rest.startswith("--") else f"--{rest}"
                self.run(f"event record {event} --day 2026-11-03 {rest} --document 'Letter 8' --dry-run")
            for day in ["2026-03-31", "2027-04-01", "2199-12-31"]:
                self.run(f"event record {event} --day {day} {' --'.join(given)} --document 'Letter 9' --dry-run")
            self.run(f"event record {event} --day 2026-11-03 {' --'.join(given)} --document 'Mrs A Taylor' --dry-run")

    def budgets(self):
        line = "budget set --fund high-needs --line 1.2.3 --amount 23000 --budget-version 2 --day 2026-11-03 " \
               "--authority 'Schools Forum, 3 November 2026, minute 4'"
        self.run(f"{line} -n")
        self.done(line)
        self.run(line)
        self.run(line.replace("--budget-version 2", "--budget-version 1"))
        self.run(line.replace("1.2.3", "1.2.5").replace("23000", "5500") + " --setting special")
        self.run("budget set --fund social-care --amount 12500.00 --budget-version 2 --day 2026-11-03 "
                 "--authority 'Full Council, 3 November 2026'")
        self.run(line.replace("1.2.3", "3.4.1"))
        self.run(line.replace("2026-11-03", "2027-11-03", 1))

    def transfers(self):
        line = "block transfer --from schools --to high-needs --amount 100 --base 240000 --day 2026-11-05"
        self.run(f"{line} --forum 'Schools Forum, 3 November 2026, minute 5' --dry-run")
        self.run(f"{line} --forum 'Schools Forum, 3 November 2026, minute 5'")
        self.done(f"{line} --secretary-of-state 'DIS-2026-999'")
        self.run(line)
        self.run(line.replace("schools", "central", 1) + " --forum 'Schools Forum, minute 6'")
        self.run(line.replace("100", "5000", 1) + " --forum 'Schools Forum, minute 7'")
        self.run(line.replace("schools", "social-care", 1) + " --forum 'Schools Forum, minute 8'")

    def requests(self):
        self.run("decision request D-2026-0999 --contract NONE-1 --child SPB-004655 --plan-line 2 --for therapy "
                 "--asked 2026-11-03 --window review --units 4")

    def policy(self):
        self.run("policy adopt")
        path = f"{self.ledger}/policy.yaml"
        text = self.text(path)
        self.write(path, text + "  - setting: twin-days\n    from: 2026-12-01\n    value: 7\n"
                   "    source: Finance procedure note 14, November 2026\n")
        self.run("policy adopt --dry-run")
        self.done("policy adopt")
        self.report("policy show")
        self.write(path, text.replace("value: 5\n", "value: 6\n"))
        self.run("policy adopt")
        self.write(path, text)
        charter = self.text(f"{self.ledger}/ledger.yaml")
        self.write(f"{self.ledger}/ledger.yaml", charter + "  VOLUNTARY: Anyshire Families\n")
        self.run("policy adopt --dry-run")
        self.run("policy adopt")
        self.write(f"{self.ledger}/ledger.yaml", charter.replace("999", "998"))
        self.run("policy adopt")
        self.write(f"{self.ledger}/ledger.yaml",
                   charter.replace("COUNCIL-EDUCATION: Council", "COUNCIL-EDUCATION: Sam Taylor"))
        self.run("policy adopt")
        self.write(f"{self.ledger}/ledger.yaml", charter)

    def reverse(self):
        last = int(self.last_record())
        for number in self.some(range(last, last - 12, -1), 3):
            self.run(f"event reverse {number} --reason 'Entered twice' --dry-run")
            self.run(f"event reverse {number} --reason 'Entered twice'")
        self.run(f"event reverse {last - 4} --reason 'Sam Taylor said so'")
        self.run("event reverse 20 --reason 'Entered twice'")


class Settling(Story):
    """Rows in doubt, previews that grow stale, and imports taken back."""

    name = "settling"

    def tell(self):
        self.demo()
        first = self.bring(self.write("imports/a.csv", ADVANCES.format(day="02/11/2026")), "--as direct-payments")
        second = self.preview(self.write("imports/b.csv", ADVANCES.format(day="03/11/2026")), "--as direct-payments")
        self.run(f"import commit {second}")
        self.run(f"import twins {second}")
        self.run("status")
        self.report(f"import show {second}")
        self.run(f"import twins {second} --row 2 real --reason 'Two payments' --dry-run")
        self.done(f"import twins {second} --row 2 real --reason 'Two payments'")
        self.run(f"import twins {second} --row 2 twin --reason 'One payment'")
        self.run(f"import twins {second} --row 9 real --reason 'Two payments'")
        self.run(f"import twins {second} --row 3 real")
        self.run(f"import twins {second} --row 3 real --reason 'Sam Taylor said so'")
        self.done(f"import twins {second} --row 3 twin --reason 'Listed twice'")
        self.run(f"import commit {second} --dry-run")
        self.done(f"import commit {second}")
        self.run(f"import commit {second}")
        again = self.preview("imports/b.csv", "--as direct-payments")
        self.run(f"import commit {again}")

        third = self.preview(self.write("imports/c.csv", ADVANCES.format(day="20/11/2026")), "--as direct-payments")
        fourth = self.preview("imports/c.csv", "--as direct-payments")
        self.run(f"import commit {third}")
        self.write("imports/c.csv", ADVANCES.format(day="21/11/2026"))
        self.run(f"import commit {fourth}")
        self.run(f"import undo {fourth} --reason Mistake -n")
        self.run(f"import undo {fourth} --reason Mistake")
        self.run(f"import commit {fourth}")

        stale = self.preview(self.write("imports/d.csv", UNPLACED), "--as payments --mapping anyshire")
        copy = self.write("imports/e.csv", UNPLACED.replace("HILLTOP", "LOWTOP"))
        self.bring(copy, "--as payments --mapping anyshire")
        self.run(f"import commit {stale}")
        self.run("import undo B-0002 --reason Mistake")
        self.run(f"import undo {first} --reason Mistake --dry-run")
        before = self.last_record()
        self.done(f"import undo {first} --reason Mistake")
        self.run(f"import undo {first} --reason Mistake")
        self.run(f"import undo {second} --reason 'Sam Taylor said so'")
        for point in self.some([before, "176", self.last_record()], 1):
            self.report(f"block position --period 2026-11 --as-known-at {point}")
            self.run(f"statement build --period 2026-11 --as-known-at {point} --output-folder out/at-{point}")
        self.reports("import list\nchild show SPB-004655")
        self.run("status")
        self.run("audit verify")


class Year(Story):
    """The worked year: its steps one by one, months closed and opened, the year closed, the next one begun."""

    name = "year"

    def tell(self):
        if self.small:
            self.demo()
        else:
            self.empty(self.ledger, day="2026-04-01")
            self.steps("steps.txt", dry=True)
        self.months()
        self.steps("steps-later.txt", dry=True)
        at = {"day": "2027-03-31"}
        self.run("block position --period 2027-04", **at)
        self.run("year close 2026-27", **at)
        self.done("period prepare 2027-03", **at)
        self.run("year close 2026-27", **at)
        self.run("year close 2026-27 --dry-run", by="j.osei", **at)
        self.done("year close 2026-27", by="j.osei", **at)
        self.run("year close 2026-27", by="j.osei", **at)
        at = {"day": "2027-04-01"}
        self.reports("block position --period 2027-03\nyear show 2026-27\nblock position --period 2027-04", **at)
        self.run("year open 2027-28 --dry-run", **at)
        self.done("year open 2027-28", **at)
        self.run("year open 2027-28", **at)
        self.run("year open 2028-29", **at)
        late = "event record payment-made --day 2027-03-30 --amount 3.00 --fund high-needs --line 1.2.3 --document x"
        self.run(late, **at)
        self.run("period reopen 2027-03 --reason 'Late file'", **at)
        for line in self.some([
            "block position --period 2027-03", "block position --period 2027-04", "block position --period 2026-10",
            "block position --block social-care --period 2027-03", "year show 2026-27", "year show 2027-28",
            "trial-balance --as-of 2027-03-31", "trial-balance --layer budget --as-of 2027-03-31",
            "trial-balance --as-of 2027-04-30", "pool costs", "child show SPB-004655", "budget show", "check",
        ], 2):
            self.report(line, **at)
            for point in ["2026-10-31", "2027-03-31", "150"] if "--" in line and "budget show" not in line else []:
                self.run(f"{line} --as-known-at {point}", **at)
        for month in self.some(["2026-11", "2026-12", "2027-01", "2027-02", "2027-03", "2027-04"]):
            self.run(f"statement build --period {month} --output-folder out/year", day="2027-05-01")
        self.run("status", **at)
        self.run("audit verify", **at)

    def months(self):
        """September and October are closed by two people, and October is opened again."""
        day = "2026-11-02"
        for month in ["2026-04", "2026-05", "2026-06", "2026-07", "2026-08", "2026-09"]:
            if not self.small:
                self.run(f"period close {month}", day=day, by="j.osei")
                self.run(f"period prepare {month} -n", day=day)
            self.done(f"period prepare {month}", day=day)
            if not self.small:
                self.run(f"period close {month}", day=day)
                self.run(f"period close {month} --dry-run", day=day, by="j.osei")
            self.done(f"period close {month}", day=day, by="j.osei")
        self.run("period prepare 2026-09", day=day)
        self.run("status", day=day)
        late = "event record payment-made --day 2026-09-30 --amount 10.00 --fund high-needs --line 1.2.3 --document x"
        self.run(late + " --dry-run", day=day)
        # What is recorded counts in October, and is taken back so that the year's figures are the worked ones.
        self.done(late, day=day)
        self.done(f"event reverse {self.last_record()} --reason 'Only tried'", day=day)
        self.run("period reopen 2026-09 --reason 'Late bank file' --dry-run", day=day)
        self.run("period reopen 2026-09 --reason '  '", day=day)
        self.done("period reopen 2026-09 --reason 'Late bank file'", day=day)
        self.run("period reopen 2026-09 --reason 'Late bank file'", day=day)
        self.run("period reopen 2026-10 --reason 'Late bank file'", day=day)
