"""What can be read in the worked month: every report, at several points."""

from story import Story

POINTS = ["115", "2026-09-30", "1", "2026-03-31", "999", "2026-10-31"]


class Making(Story):
    """The ledgers that most other stories begin with."""

    name = "making"

    def tell(self):
        self.done("demo ledgers/demo --output-folder out/demo", ledger="")
        self.done("demo ledgers/demo-decisions --imports imports/example/decisions "
                  "--output-folder out/demo-decisions", ledger="")
        if not self.small:
            self.done("demo ledgers/demo-again --settings ledgers/example --steps steps.txt -q", ledger="")


class Reading(Story):
    """Every report of the ledger at the end of October, in every format."""

    name = "reading"

    def tell(self):
        self.demo()
        self.runs("status\naudit verify\naudit verify --at 100\naudit verify --at 999")
        head = self.run("status").text.split("record 176, ")[-1].split()[0]
        self.runs(f"""
            audit verify --at 176 --digest {head}
            audit verify --at 176 --digest {head[:12]}
            audit verify --at 176 --digest 0123456789ab
            audit verify --at 175 --digest {head}
            audit verify --digest {head}""")
        self.reports("""
            block position --period 2026-10
            trial-balance --as-of 2026-10-31
            year show 2026-27
            check
            import list
            import show B-0022
            child list
            child show SPB-004655
            budget show
            event suspense
            decision list
            decision demand
            block transfers
            policy show
            audit log
            pool costs
            trace position/2026-10/high-needs/line/1.2.2/actual""")
        self.points()
        if not self.small:
            self.others()
        self.statements()
        for format in ["ledger", "hledger", "beancount"]:
            self.run(f"export --format {format} --output out/journal.{format}")
        self.run("export --format ledger --output out/journal.ledger")
        self.run("export --format ledger --output out/journal.ledger --force")
        self.run("export --format ledger --output out/not-there/journal.ledger")

    def points(self):
        """The same reports as they would have been printed earlier."""
        for point in self.some(POINTS):
            for line in [
                "block position --period 2026-10", "block position --period 2026-10 --grouped",
                "block position --block social-care --as-of 2026-10-15",
                "trial-balance --as-of 2026-10-31", "trial-balance --layer budget --as-of 2027-03-31",
                "year show 2026-27", "pool costs --as-of 2026-10-31",
                "trace position/2026-10/high-needs/line/1.2.2/actual",
                "trace trial-balance/actual/2026-10-31/high-needs/bank",
                "trace child/SPB-004655/2026-10/education-paid-to-you/spent",
            ]:
                self.plain(f"{line} --as-known-at {point}")
            self.run(f"statement build --period 2026-10 --as-known-at {point} --output-folder out/point")

    def others(self):
        """Other options of the same reports."""
        blocks = ["schools", "central", "early-years", "high-needs", "social-care", "general-fund", "health-ICB",
                  "pool-education-POOL-2026", "pool-general-POOL-2026", "adult-social-care"]
        for block in self.some(blocks, 2):
            self.plain(f"block position --block {block} --period 2026-10")
            self.plain(f"budget show --fund {block}")
        for day in self.some(["2026-04-01", "2026-07-31", "2026-10-15", "2027-03-31", "2027-04-30"]):
            self.plain(f"block position --as-of {day}")
            self.plain(f"block position --as-of {day} --grouped")
            self.plain(f"trial-balance --layer budget --as-of {day}")
            self.plain(f"trial-balance --layer actual --as-of {day}")
            self.plain(f"check --as-of {day}")
            self.plain(f"pool costs --as-of {day} --fund high-needs --line 1.2.2 --line 1.2.3")
        for month in self.some(["2026-03", "2026-04", "2027-03", "2027-04", "2036-10"]):
            self.plain(f"block position --period {month}")
        for year in self.some(["2025-26", "2027-28"]):
            self.plain(f"year show {year}")
        for number in self.some(range(1, 177, 4), 5):
            self.run(f"audit log --record {number}")
        for line in self.some(["audit log --last 999", "audit log --record 115", "audit log --record 60"]):
            self.report(line)
        for number in self.some(range(1, 23), 3):
            self.plain(f"import show B-{number:04}")
        self.run("child list --show-names")
        self.run("child list --show-names --format csv")

    def statements(self):
        for month in self.some(["2026-10", "2026-09", "2026-08", "2026-11", "2027-01"]):
            self.run(f"statement build --period {month}")
            self.run(f"statement build --period {month}")
            for format in self.some(["html", "txt", "csv", "json"]):
                self.run(f"statement build --period {month} --format {format} --output-folder out/{format}")
            self.run(f"statement build --period {month} --child SPB-004655 --issue-date 2027-02-06 "
                     "--output-folder out/issued")
        self.run("statement build --period 2026-10 --format html --format csv --output-folder out/both")


class Tracing(Story):
    """Every address that is printed, followed."""

    name = "tracing"

    def tell(self):
        self.demo()
        reports = ["position/2026-10/high-needs", "child/SPB-004655/2026-10", "trial-balance/actual/2026-10-31",
                   "position/2026-09/schools", "position/2026-10/social-care", "position/2027-03/early-years",
                   "child/SPB-004655/2026-09", "trial-balance/budget/2027-03-31", "position/2026-10-15/high-needs"]
        for report in self.some(reports, 3):
            listed = self.run(f"trace {report} --addresses")
            addresses = [row for row in listed.text.split() if row.startswith(report + "/")]
            for address in self.some(addresses, 3):
                self.run(f"trace {address}")
            for address in self.some(addresses[::12], 1):
                self.report(f"trace {address}")
                self.run(f"trace {address} --last 1")
                self.run(f"trace {address} --as-known-at 100")
        self.run("trace position/2026-10/high-needs --addresses --format csv")
        for address in self.some([
            "nonsense", "position", "position/2026-10", "position/2026-10/nothing/line/1.2.2/actual",
            "position/2026-10/high-needs/line/9.9.9/actual", "position/2026-13/high-needs/line/1.2.2/actual",
            "position/2026-10/high-needs/line/1.2.2/marmalade", "child/SPB-000000/2026-10/x/spent",
            "trial-balance/actual/2026-10-32/high-needs/bank", "trial-balance/neither/2026-10-31/high-needs/bank",
        ], 3):
            self.run(f"trace {address}")
