"""Pooled money: agreements, whose money is where, scenarios, and children's moves."""

from story import Story

AGREEMENT = "imports/example/agreements/pool-2026.yaml"
VARIED = "imports/example/agreements/pool-2026-varied.yaml"
SCENARIO = "imports/example/scenarios/pool-2027.yaml"
CHILDREN = ("scenario children --transitions imports/example/children/transitions.csv "
            "--population imports/example/children/population.csv --costs imports/example/children/costs.csv")

PACKAGES = ("Child,Line,For,Section,Fund,Section 251 line,Setting,Agency,Element,Held,Provider,Rate,Quantity,Unit,Per,"
            "Pro rata,Instalments,From,To,Decision,Decided by,Decided on\n")


class Pools(Story):
    """An agreement adopted and varied, and each report on its pool."""

    name = "pools"

    def tell(self):
        self.demo()
        self.run("pool show POOL-2026")
        self.run(f"pool agree {VARIED}")
        self.run(f"pool agree {AGREEMENT} --dry-run")
        self.done(f"pool agree {AGREEMENT}")
        self.run(f"pool agree {AGREEMENT}")
        first = self.last_record()
        self.told(["2026-10-31", "2026-10-10", "2027-03-31"], [first, "176", "2026-10-31"])
        self.run(f"pool agree {VARIED} --dry-run")
        self.done(f"pool agree {VARIED}")
        self.run(f"pool agree {VARIED}")
        self.run("event record pool-spent --day 2026-11-05 --amount 3000.00 --fund pool-general-POOL-2026 "
                 "--line 3.4.2 --document 'Pool invoice 40'")
        self.told(["2026-11-30", "2027-01-31"], [first, "176"])
        self.run("scenario new out/begun.yaml --pool POOL-2026")
        self.run("scenario new out/begun.yaml --pool POOL-2026")
        self.done("scenario new out/begun.yaml --pool POOL-2026 --as-of 2026-10-31 --force")
        self.run("scenario check out/begun.yaml")
        self.run("scenario run out/begun.yaml --runs 50")
        self.run("check")
        self.run("audit verify")

    def told(self, days, points):
        for day in self.some(days):
            for what in ["show", "contributions", "share"]:
                self.report(f"pool {what} POOL-2026 --as-of {day}")
                for point in self.some(points):
                    self.run(f"pool {what} POOL-2026 --as-of {day} --as-known-at {point}")
            for result in self.some(["516.40", "-100.00", "0", "100000", "many"]):
                self.run(f"pool share POOL-2026 --as-of {day} --result={result}")
                self.run(f"pool share POOL-2026 --as-of {day} --result {result} --format csv")
        self.run("pool show POOL-2026")


class Scenarios(Story):
    """The example's scenario: each part, the pack, and what is projected from children."""

    name = "scenarios"

    def tell(self):
        self.demo()
        head = self.run("audit log --record 176 --format json").text.partition('"digest"')[2].split('"')
        digest = next((word for word in head if len(word) == 64), "5bbbceb7a690")
        self.done(f"scenario check {SCENARIO}")
        for at in self.some([digest, digest[:12], "0123456789ab"]):
            self.run(f"scenario check {SCENARIO} --at {at}")
        for part in ["run", "compare", "tornado", "fan"]:
            line = f"scenario {part} {SCENARIO}"
            self.brief(f"{line} --runs 100")
            for more in self.some(["--seed 7", "--tasks 1", f"--at {digest}", "--runs 0", "--runs -1", "--tasks 0"], 0):
                self.run(f"{line} {more}" + ("" if "--runs" in more else " --runs 100"))
        pack = f"scenario pack {SCENARIO} --runs 100"
        self.done(f"{pack} --output-folder out/pack")
        self.run(f"{pack} --output-folder out/pack")
        if not self.small:
            self.done(f"{pack} --output-folder out/pack --force --seed 7 --tasks 1 --at {digest}")
            for partner in ["ICB", "COUNCIL-EDUCATION", "NOBODY"]:
                self.run(f"{pack} --output-folder out/{partner} --partner {partner}")
        self.report(f"{CHILDREN} --runs 40", ledger="")
        for more in self.some(["--years 3", "--weight 0", "--weight 25", "--inflation 2.5", "--seed 9",
                               "--inflation 2.5 --inflation-deviation 1", "--adults-from none", "--adults-from 11",
                               "--tasks 1", "--wider imports/example/children/transitions.csv", "--years 0",
                               "--count-without-cost"], 0):
            self.run(f"{CHILDREN} --runs 40 {more}", ledger="")
            self.run(f"{CHILDREN} --runs 40 {more} --format csv", ledger="")
        if not self.small:
            self.children_without()

    def children_without(self):
        """The files of children with rows missing."""
        folder = "imports/example/children"
        for name in ["transitions", "population", "costs"]:
            lines = self.text(f"{folder}/{name}.csv").splitlines()
            for number, other in enumerate([lines[1:], lines[:1], lines[:-3], lines + ["1,2"], [],
                                            lines[:4] + [lines[4].replace(",", ",x")] + lines[5:]]):
                file = self.write(f"imports/changed/{name}-{number}.csv", "\n".join(other) + "\n")
                line = CHILDREN.replace(f"{folder}/{name}.csv", file)
                self.run(f"{line} --runs 20", ledger="")
                self.run(f"{line} --runs 20 --count-without-cost", ledger="")


class Moves(Story):
    """A ledger of several years: what was paid for each child, moves and costs from it, and a backtest."""

    name = "moves"
    ledger = "ledgers/moves"

    def tell(self):
        self.empty(self.ledger, first_year="2018-19", day="2018-04-01")
        for place, pounds in enumerate([1000000, 1060000, 1113000, 1190910, 1262365, 1400000]):
            year = 2018 + place
            if place:
                self.done(f"year open {year}-{year - 1999}", day=f"{year}-04-01")
            lines = [
                f"SPB-2{child:05},{year - 2017},Place,F,High needs,1.2.2,{setting},education,3,{held},,"
                f"{1000 + 10 * child}.00,,,year,days,monthly,{year}-04-01,{year + 1}-03-31,D-1,Panel,{year}-03-01"
                for child in range(8)
                for setting in [["primary", "secondary", "special"][(child + place) % 3]]
                for held in [["paid-to-setting", "organised-arrangement"][child % 2]]
            ]
            self.bring(self.write(f"imports/packages-{year}.csv", PACKAGES + "\n".join(lines) + "\n"),
                       "--as packages", day=f"{year}-04-01")
            paid = [f"payment-made,{year + 1}-03-01,{900 + 10 * child}.00,SPB-2{child:05},{year - 2017},,,"
                    for child in range(8)]
            paid.append(f"payment-made,{year + 1}-03-01,{pounds}.00,,,high-needs,1.2.3,special")
            self.bring(self.write(
                f"imports/events-{year}.csv",
                "event,day,amount,child,plan line,fund,line,setting\n" + "\n".join(paid) + "\n"),
                "--as events", day=f"{year + 1}-03-31")
        self.day = "2024-03-31"
        self.moves()
        for point in self.some(["2021-04-30", "2022-04-30", "2020-04-30", "2024-03-31"], 1):
            line = f"scenario backtest --as-known-at {point} --as-of 2024-03-31 --fund high-needs --line 1.2.3"
            self.report(f"{line} --runs 100")
            if not self.small:
                for more in ["--seed 9 --runs 100", "--tasks 1 --runs 100", f"--scenario {SCENARIO} --runs 100"]:
                    self.run(f"{line} {more}")
        for line in self.some(["pool costs", "pool costs --fund high-needs --line 1.2.2", "status", "check",
                               "year show 2020-21", "block position --period 2023-03", "child list"]):
            self.report(line) if line != "status" else self.run(line)
        for point in self.some(["2020-12-31", "2022-04-01", "40"]):
            self.run(f"pool costs --as-known-at {point}")

    def moves(self):
        needs = ["ASD", "SLCN", "MLD"]
        rows = [f"SPB-2{child:05},{year},{child + place},{needs[child % 3]}"
                for place, year in enumerate(range(2019, 2025)) for child in range(8)]
        census = self.write("imports/census.csv", "child,calendar-year,academic-year,need\n" + "\n".join(rows) + "\n")
        line = f"pool moves --children {census} --as-of 2024-03-31"
        self.report(f"{line} --output-folder out/moves --force")
        self.run(f"{line} --output-folder out/moves")
        for more in self.some(["--by held", "--by setting", "--census 10-01", "--fund high-needs", "--line 1.2.2",
                               "--as-known-at 2022-04-01", "--as-known-at 60", "--census 13-01"]):
            self.run(f"{line} {more} --output-folder out/{more.split()[-1]}")
        for name, other in {"gap": rows[:5] + rows[20:], "twice": rows + rows[:1], "wrong": ["Sam,2019,5,ASD"],
                            "none": []}.items():
            file = self.write(f"imports/{name}.csv", "\n".join(["child,calendar-year,academic-year,need", *other, ""]))
            self.run(f"pool moves --children {file} --as-of 2024-03-31 --output-folder out/{name}")
