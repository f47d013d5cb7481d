"""Requests for a sum in place of a service, from the files to the letters."""

from story import Story

REQUEST = ("decision request D-2026-0404 --contract OT-2026 --child SPB-004703 --plan-line 1 "
           "--for 'occupational therapy' --asked 2026-11-04 --window review --units 24")
WHOLE = ("decision request D-2026-0405 --contract OT-2026 --child SPB-004704 --plan-line 1 --for 'therapy' "
         "--asked 2026-11-04 --window draft --next-review 2027-03-10 --asks statement --units 24 "
         "--replacement-units 12 --overheads 120.00 --on-premises --starts 2027-01-01 --paid-as 4")
EVIDENCE = """About,Shows,Finding,Document,Page,Day,Basis
D-2026-0402,quote,10.00,Letter of a third therapist,1,20/11/2026,found
"""


class Decisions(Story):
    """The example of decisions step by step, with what is refused on the way, and its evidence taken back."""

    name = "decisions"
    ledger = "ledgers/decided"
    person = "j.osei"
    day = "2026-11-20"
    folder = "imports/example/decisions"

    def tell(self):
        self.demo("ledgers/demo-decisions")
        self.empty(self.ledger, day="2026-04-01")
        self.steps("steps.txt", self.folder, dry=True)
        self.asked()
        for reference in ["D-2026-0402", "D-2026-0403"]:
            self.report(f"decision assess {reference}")
            self.recorded(reference)
        self.copy(self.ledger, "ledgers/moved")
        self.approved()
        if not self.small:
            self.moved()
        made = "ledgers/demo-decisions"
        self.reports("decision list\ndecision show D-2026-0402\ndecision demand\ndecision report D-2026-0403",
                     ledger=made, day="2026-11-24")

    def asked(self):
        self.run(REQUEST + " --dry-run")
        self.done(REQUEST)
        self.run(REQUEST)
        self.done(WHOLE)
        self.run(WHOLE.replace("D-2026-0405", "D-2026-0406").replace("SPB-004704", "SPB-009999"))
        self.run(WHOLE.replace("D-2026-0405", "D-2026-0406").replace("--paid-as 4", "--replaces SPB-004705/1"))
        self.run(REQUEST.replace("D-2026-0404", "D-2026-0407").replace("--units 24", "--units 0"))
        self.run(REQUEST.replace("D-2026-0404", "D-2026-0408").replace("review", "never"))
        for reference in ["D-2026-0404", "D-2026-0405"]:
            self.report(f"decision assess {reference}")
            self.run(f"decision record {reference} {self.folder}/D-2026-0402.yaml")

    def recorded(self, reference):
        words = f"{self.folder}/{reference}.yaml"
        points = ["2026-11-16", "30", "62", "2026-09-01"]
        for point in self.some(points):
            self.run(f"decision assess {reference} --as-known-at {point}")
            self.run(f"decision assess {reference} --as-known-at {point} --format csv")
        for more in self.some(["--families 1,5,7,8,15,16", "--families 1", "--families 0", "--day 2026-12-01",
                               "--day 2027-04-01", "--families 1,8 --format html"]):
            self.run(f"decision assess {reference} {more}")
        if not self.small:
            self.broken_words(reference, words)
        self.run(f"decision record {reference} {words} --dry-run")
        self.run(f"decision approve {reference}", by="h.lowe")
        self.done(f"decision record {reference} {words}")
        self.run(f"decision record {reference} {words}")

    def broken_words(self, reference, words):
        lines = self.text(words).splitlines()
        for number in self.some(range(len(lines))):
            key, _, value = lines[number].partition(":")
            for other in ["", f"{key}:", f"{key}: ~~", f"{key}x:{value}", f"{key}:{value}\n{key}:{value}",
                          f"{key}: Mia Osborne"]:
                changed = lines[:number] + [other] + lines[number + 1:]
                self.write("imports/words.yaml", "\n".join(changed) + "\n")
                self.run(f"decision record {reference} imports/words.yaml -n")
        for outcome in self.some(["REFUSE_A", "REFUSE_B", "DISAGGREGATE", "ORGANISED_ARRANGEMENT", "PART", "NEVER",
                                  "INSUFFICIENT_EVIDENCE"]):
            text = "\n".join(f"outcome: {outcome}" if line.startswith("outcome") else line for line in lines)
            for because in ["", "because: The panel wants the sum to be shown.\n"]:
                self.write("imports/words.yaml", f"{text}\n{because}")
                self.run(f"decision record {reference} imports/words.yaml -n")

    def approved(self):
        self.day = "2026-11-23"
        self.run("decision letter D-2026-0402")
        for reference in ["D-2026-0402", "D-2026-0403"]:
            self.run(f"decision approve {reference}", by="j.osei")
            self.run(f"decision approve {reference} --dry-run", by="h.lowe")
            self.done(f"decision approve {reference}", by="h.lowe")
            self.run(f"decision approve {reference}", by="m.ford")
        self.person = "h.lowe"
        for reference in ["D-2026-0402", "D-2026-0403"]:
            self.run(f"decision letter {reference} -n")
            for format in self.some(["txt", "html", "csv", "json"], 2):
                self.run(f"decision letter {reference} --format {format}")
                self.done(f"decision letter {reference} --format {format} --output out/{reference}.{format}")
                self.run(f"decision letter {reference} --format {format} --output out/{reference}.{format}")
            self.run(f"decision letter {reference} --output out/{reference}.txt --force --young-person")
            self.reports(f"decision report {reference}\ndecision show {reference}")
            self.run(f"decision report {reference} --families 1,5,7,8,15,16")
        self.reports("decision list\ndecision list --contract OT-2026\ndecision demand\n"
                     "decision demand --contract OT-2026\ncheck\ntrial-balance --layer budget --as-of 2027-03-31\n"
                     "block position --period 2026-11\naudit log\nchild show SPB-004711")
        self.run("audit verify")
        self.run("import undo B-0007 --reason 'Wrong letters'")
        self.run("decision assess D-2026-0402 --as-known-at 62")
        self.run("decision report D-2026-0402")

    def moved(self):
        """Figures that move between the decision and its approval."""
        more = {"ledger": "ledgers/moved", "day": "2026-11-21"}
        self.copy("ledgers/moved", "ledgers/undone")
        self.bring(self.write("imports/more.csv", EVIDENCE), "--as evidence", **more)
        for reference in ["D-2026-0402", "D-2026-0403"]:
            self.run(f"decision approve {reference}", ledger="ledgers/moved", by="h.lowe")
        more["ledger"] = "ledgers/undone"
        self.run("import undo B-0007 --reason 'Wrong letters'", **more)
        for reference in ["D-2026-0402", "D-2026-0403"]:
            self.run(f"decision assess {reference}", **more)
            for point in self.some(["62", "2026-11-20"]):
                self.run(f"decision assess {reference} --as-known-at {point}", **more)
            self.run(f"decision approve {reference}", ledger="ledgers/undone", by="h.lowe")
            self.run(f"decision letter {reference}", ledger="ledgers/undone", by="h.lowe")
