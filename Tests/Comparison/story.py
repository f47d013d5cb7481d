"""What every story has at hand: a day, a person, a ledger, and ways to run a command."""

import csv
import io
import shlex
import shutil

FORMATS = ["csv", "json", "html", "txt"]


class Story:
    """Commands in a fixed order on ledgers of its own; a subclass says which in `tell`."""

    name = ""
    day = "2026-11-12"
    person = "a.khan"
    ledger = "ledgers/demo"

    def __init__(self, sides, commands, small):
        self.sides = sides
        self.commands = commands
        self.small = small
        self.written = set()

    def tell(self):
        raise NotImplementedError

    # Running

    def run(self, line, ledger=None, day=None, by=None, environment=None):
        """Has both programs run a line, on the story's ledger where the line names none."""
        words = shlex.split(line)
        ledger = self.ledger if ledger is None else ledger
        if ledger and "-C" not in words and "--ledger" not in words:
            words += ["-C", ledger]
        return self.sides.run(words, day or self.day, by or self.person, environment)

    def done(self, line, **more):
        """The same, of a command that the story cannot go on without."""
        answer = self.run(line, **more)
        if answer.status not in (0, 2):
            said = answer.errors.splitlines()[:1] or [""]
            self.sides.unlike.append(f"{line}: status {answer.status}, and the story needs it done: {said[0]}")
        return answer

    def runs(self, lines, **more):
        for line in lines.strip().splitlines():
            if line.strip():
                self.run(line.strip(), **more)

    def some(self, items, count=1):
        """All of them; the first few of a small comparison."""
        items = list(items)
        return items[:count] if self.small else items

    # Reports

    def report(self, line, **more):
        """A report in every format, and to files the first time that its command is run."""
        self.run(line, **more)
        command = self.command(line)
        if self.small and command in self.written:
            return
        for format in self.some(FORMATS):
            self.run(f"{line} --format {format}", **more)
        if not self.small:
            self.run(f"{line} --format xlsx --output out/report.xlsx --force", **more)
        if self.small or command in self.written:
            self.written.add(command)
            return
        self.written.add(command)
        for format in ["table", *FORMATS]:
            self.run(f"{line} --format {format} --output out/report.{format}", **more)
        self.run(f"{line} --format csv --output out/report.csv", **more)
        self.run(f"{line} --format csv --output out/report.csv --force", **more)
        self.run(f"{line} --format csv --output out/not-there/report.csv", **more)
        self.run(f"{line} --format xlsx", **more)
        for unit in ["pounds", "thousands"]:
            self.run(f"{line} --unit {unit}", **more)
            self.run(f"{line} --unit {unit} --format csv", **more)
            self.run(f"{line} --unit {unit} --format xlsx --output out/report.xlsx --force", **more)
        self.files(lambda here: [file.unlink() for file in (here / "out").glob("report.*")])

    def brief(self, line, **more):
        """A report that takes long: each format and option once."""
        for words in self.some([
            "--format csv --unit pounds", "--format json --unit thousands", "--format html", "--format txt", "",
            "--format table --output out/brief", "--format table --output out/brief",
            "--format xlsx --output out/brief --force",
        ]):
            self.run(f"{line} {words}", **more)
        self.files(lambda here: (here / "out/brief").unlink(missing_ok=True))

    def plain(self, line, **more):
        """A report as a table and as csv."""
        self.run(line, **more)
        self.run(f"{line} --format csv", **more)

    def reports(self, lines, **more):
        for line in lines.strip().splitlines():
            if line.strip():
                self.report(line.strip(), **more)

    def command(self, line):
        words = tuple(shlex.split(line))
        return next(
            (command.path for command in self.commands if words[: len(command.path)] == command.path), words[:1])

    # Files

    def files(self, work):
        self.sides.prepare(work)

    def write(self, path, content):
        """Writes a file for both programs, and gives its path."""
        data = content if isinstance(content, bytes) else content.encode("utf-8")

        def work(here):
            (here / path).parent.mkdir(parents=True, exist_ok=True)
            (here / path).write_bytes(data)

        self.files(work)
        return path

    def copy(self, one, other):
        def work(here):
            shutil.rmtree(here / other, ignore_errors=True)
            shutil.copytree(here / one, here / other)

        self.files(work)

    def text(self, path):
        """A file of the project, which is the same for both programs."""
        return (self.sides.sides[0].home / path).read_text(encoding="utf-8")

    # What many stories begin with

    def demo(self, ledger="ledgers/demo"):
        """The ledger of the worked month, or of decisions, as the story of making has made it."""
        self.sides.copy_made(ledger)

    def empty(self, ledger, first_year=None, day=None):
        """A ledger of the example's settings without a record, from another first year if one is said."""
        options = "--from ledgers/example"
        if first_year:
            charter = self.text("ledgers/example/ledger.yaml")
            self.write(f"{ledger}/ledger.yaml", charter.replace("2026-27", first_year))
            policy = self.text("ledgers/example/policy.yaml")
            self.write(f"{ledger}/policy.yaml", policy.replace("from: 2026-04-01", f"from: {first_year[:4]}-04-01"))
        self.done(f"init {ledger} {options}", ledger="", day=day)

    def preview(self, file, options, **more):
        """Previews a file; its import's number, or none where it was given none."""
        answer = self.run(f"import preview {file} {options}", **more)
        words = answer.text.splitlines()[0].split() if answer.text else []
        return words[-1] if words and words[-1].startswith("B-") else None

    def bring(self, file, options, **more):
        """Previews a file and commits it."""
        number = self.preview(file, options, **more)
        self.done(f"import commit {number}", **more)
        return number

    def steps(self, name, folder="imports/example", dry=False):
        """A file of steps, as `demo` reads it, command by command."""
        for row in self.text(f"{folder}/{name}").splitlines():
            if row.startswith("#"):
                continue
            day, person, kind, file, *options = row.split()
            if kind != "run":
                at = {"day": day, "by": person}
                options = " ".join([f"{folder}/{file}", "--as", kind, *options])
                if dry and not self.small:
                    self.run(f"import preview {options} --dry-run", **at)
                number = self.preview(options, "", **at)
                if not self.small:
                    self.run(f"import show {number}", **at)
                if dry and not self.small:
                    self.run(f"import commit {number} --dry-run", **at)
                self.done(f"import commit {number}", **at)

    def last_record(self):
        return self.numbers("audit log --last 1")[-1]

    def numbers(self, line):
        """The numbers of the records that a report lists; 1 where it lists none."""
        rows = csv.DictReader(io.StringIO(self.run(f"{line} --format csv").text))
        return [row["record"] for row in rows if (row.get("record") or "").isdigit()] or ["1"]
