"""Help, explanations, and commands that are typed wrongly or by somebody who may not."""

import re
import shlex

from story import Story

WRONG = """
marmalade
imprt preview list.csv
import previw list.csv
import
help
help import
help import preview
help marmalade
--version
--help
--marmalade
import preview
import preview list.csv --as cheques
import preview list.csv --as dsg-allocation --published yesterday
import preview list.csv --as bank --mapping lloyds --child Mary
import commit seven
import list --colour
import list --formt csv
import list one two
import list one
import list --format
import list --format pdf
import list --quiet=yes
import list --unit pence
import undo B-0001
block position
block position --period 2026-10 --as-of 2026-10-15
block position --period 2026-13
block position --period 2026-10 --block marmalade
block position --period 2026-10 --as-known-at yesterday
block position --period 1026-10
block position --period 9999-12
trial-balance --as-of 2026-02-30
trial-balance --as-of 2026-10-31 --layer third
check --as-of 9999-12-31
check --as-of 0001-01-01
audit log --last none
audit log --last 0
audit log --last -1
audit log --record 0
audit log --record 999
audit verify --at none
child show SPB-000000
child show Sam
decision assess D-0000
decision show D-2026-0402
decision assess D-2026-0402
decision letter D-2026-0402
decision report D-2026-0402
decision approve D-2026-0402
decision record D-2026-0402 nowhere.yaml
decision list --contract NONE-1
decision demand --contract NONE-1
pool show POOL-2026
pool show NONE-1
pool share POOL-2026
pool agree nowhere.yaml
pool moves --children nowhere.csv --output-folder out/moves
pool costs --fund marmalade
pool costs --line 9.9.9
scenario check nowhere.yaml
scenario run nowhere.yaml --runs 10
scenario new out/new.yaml --pool NONE-1
scenario backtest --as-known-at 1
scenario children --transitions nowhere.csv --population nowhere.csv --costs nowhere.csv
statement build --period 2026-10 --child SPB-000000
statement build --period 2026-10 --format pdf
period prepare 2026-13
period close 2026-09
period reopen 2026-09 --reason 'Late file'
period prepare 2025-01
period prepare 9999-12
year close 2026-27
year close 2026-28
year open 2026-27
year show 9998-99
event record marmalade --day 2026-11-01 --document x
event record payment-made --document x
event record payment-made --day 2026-11-01
event record payment-made --day 2026-11-01 --document x --amount ten
event record payment-made --day 2026-11-01 --document x --amount -5
event record payment-made --day 2026-11-01 --document x --amount 0
event reverse 999 --reason x
event reverse 1 --reason '  '
event reverse none --reason x
budget set --fund high-needs --amount 5
budget set --fund marmalade --amount 5 --budget-version 2 --day 2026-11-01 --authority x
block transfer --from schools --to schools --amount 5 --base 100 --day 2026-11-01
export --format marmalade --output out/x
export --format ledger
init
init ledgers/demo
init ledgers/demo -C ledgers/demo
demo ledgers/demo -C ledgers/demo
init ledgers/none --from ledgers/nowhere
init ledgers/none
demo
demo ledgers/demo
demo ledgers/other --imports nowhere
demo ledgers/other --settings nowhere
demo ledgers/other --steps nowhere.txt
explain no-such-code
explain one two
trace
status -C nowhere
status --ledger imports
status one
import commit B-0099
import show B-0099
import twins B-0099
import undo B-0099 --reason Wrong
import commit B-0001
import twins B-0001
import preview nowhere.csv --as events
import preview imports --as events
"""


class Usage(Story):
    """Every help text, explanation and example; wrong words; and who may not write."""

    name = "usage"
    ledger = "ledgers/demo"

    def tell(self):
        self.demo()
        self.copy("ledgers/demo", "ledgers/used")
        self.help()
        listed = self.run("explain", ledger="").text
        for code in self.some(re.findall("^  ([a-z0-9-]+)$", listed, re.MULTILINE), 10):
            self.run(f"explain {code}", ledger="")
        wrong = [line for line in WRONG.strip().splitlines() if line]
        for line in wrong[::8] if self.small else wrong:
            bare = line.startswith(("help", "--", "init", "demo", "explain"))
            self.run(line, ledger="" if bare else None)
        self.missing_words()
        self.people()

    def help(self):
        """The help of every command, and its first example with each of the common options."""
        branches = {command.path[:count] for command in self.commands for count in range(len(command.path))}
        for path in self.some(sorted(branches)):
            self.run(" ".join([*path, "--help"]), ledger="")
        common = ["", "-q --error-format json --fail-on error", "--no-progress --error-format text --fail-on warning",
                  "--fail-on never"]
        for command in self.commands[:: 6 if self.small else 1]:
            name = " ".join(command.path)
            text = self.run(f"{name} --help", ledger="").text
            if self.small:
                continue
            self.run(f"{name} --marmalade", ledger="")
            examples = self.examples(text)
            if "--runs" in command.options:
                examples = [re.sub(" --runs [0-9]+", "", example) + " --runs 100" for example in examples]
            for option in common:
                for example in examples[: 1 if option else None]:
                    self.run(f"{example} {option}", ledger="", environment={"SENDLEDGER_LEDGER": "ledgers/used"})

    @staticmethod
    def examples(text):
        """The lines that a help text shows, without the name of the program."""
        part = text.partition("Examples:\n")[2].partition("\n\n")[0]
        lines = re.split(r"^  sendledger ", part, flags=re.MULTILINE)[1:]
        return [" ".join(line.split()) for line in lines]

    def missing_words(self):
        """Every command without its words, and with a word too many."""
        for command in self.commands if not self.small else self.commands[::9]:
            name = " ".join(command.path)
            self.run(name, ledger="ledgers/used")
            self.run(f"{name} one two three", ledger="ledgers/used")

    def people(self):
        """Nobody, a day that is none, a salt that is none, no ledger, and names in several forms."""
        lines = ["status", "period prepare 2026-10", "import list"]
        surroundings = [
            {"SENDLEDGER_USER": "", "LOGNAME": "", "USER": "m.ford"}, {"SENDLEDGER_TODAY": "soon"},
            {"SENDLEDGER_TODAY": "2026-02-30"}, {"SENDLEDGER_SALT": "salt"}, {"SENDLEDGER_LEDGER": "nowhere"},
            {"SENDLEDGER_TODAY": "2026-01-01"}, {"SENDLEDGER_USER": "Sam Taylor"},
            {"LANG": "tr_TR.UTF-8", "LC_ALL": "tr_TR.UTF-8", "TZ": "Pacific/Apia"},
        ]
        for number, around in enumerate(self.some(surroundings)):
            ledger = f"ledgers/person-{number}"
            self.copy("ledgers/demo", ledger)
            for line in lines:
                self.run(line, ledger=ledger, environment=around)
                self.run(line, ledger="", environment=around)
            self.run(f"init ledgers/made-{number} --from ledgers/example", ledger="", environment=around)
            for other in [shlex.quote("a.khan "), "A.Khan", "j.osei"]:
                self.run("period close 2026-10", ledger=ledger, by=shlex.split(other)[0])
            self.run("audit log --last 3", ledger=ledger)
            self.run("audit verify", ledger=ledger)
