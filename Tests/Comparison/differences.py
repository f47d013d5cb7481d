"""What differs between two answers, in words that a person can act on."""

import difflib
import fnmatch
import io
import re
import shlex
import sqlite3
import tempfile
import zipfile
from dataclasses import dataclass
from pathlib import Path

LONGEST_LINE = 240
BESIDE_A_DATABASE = ("-wal", "-shm", "-journal")


@dataclass(frozen=True)
class Difference:
    """One part of a command's answer that is not the same: its output, its status, or a file."""

    story: str
    line: str
    part: str
    changed: tuple

    @property
    def kind(self):
        """What makes two differences one: the same lines changed in the same file of any ledger."""
        return re.sub("^file ledgers/[^/]+/", "file ledgers/*/", self.part), self.changed

    @property
    def command(self):
        """The command without its options, such as `block position`."""
        words = []
        for word in shlex.split(self.line):
            if word.startswith("-") or not re.fullmatch("[a-z-]+", word) or len(words) == 2:
                break
            words.append(word)
        return " ".join(words) or "sendledger"


def unified(old, new):
    """The lines of a unified diff of two texts, without its two heading lines."""
    lines = difflib.unified_diff(old.splitlines(), new.splitlines(), lineterm="", n=2)
    found = list(lines)[2:]
    if not found and old != new:
        found = ["-" + repr(old[-40:]), "+" + repr(new[-40:])]
    return tuple(line[:LONGEST_LINE] for line in found)


def text(content):
    """Bytes as a text in which every byte can be told from every other."""
    return content.decode("utf-8", "backslashreplace")


def of_file(path, old, new):
    """Pairs of a part and its changed lines, for a file that two programs wrote; None is no file."""
    if old == new:
        return
    if old is None or new is None:
        yield f"file {path}", ("-there" if new is None else "+there",)
    elif path.endswith(BESIDE_A_DATABASE):
        # Random by design; its content is compared with that of the database beside which it stands.
        return
    elif old.startswith(b"SQLite format 3") and new.startswith(b"SQLite format 3"):
        yield from of_database(path, old, new)
    elif old.startswith(b"PK") and new.startswith(b"PK"):
        yield f"file {path}", unified(unpacked(old), unpacked(new)) or ("-other bytes", "+other bytes")
    else:
        yield f"file {path}", unified(text(old), text(new))


def unpacked(workbook):
    """The members of a workbook one after another, an element a line."""
    with zipfile.ZipFile(io.BytesIO(workbook)) as members:
        return "\n".join(
            f"{name}\n" + text(members.read(name)).replace("><", ">\n<") for name in members.namelist())


def of_database(path, old, new):
    """The schema and the tables of a database that differ; its bytes, if only they do.

    Of a table the columns are compared that both have: one that is new is a difference of the schema.
    """
    was, now = dump(old), dump(new)
    if was is None or now is None or was == now:
        yield f"file {path}", ("-other bytes", "+other bytes, and the same rows")
        return
    for name in sorted(was.keys() | now.keys()):
        if was.get(name) != now.get(name):
            part = name if name == "schema" else f"table {name}"
            before, after = was.get(name, []), now.get(name, [])
            shared = set(before[0]) & set(after[0]) if name != "schema" and before and after else None
            one, other = rows(before, shared), rows(after, shared)
            if one != other:
                yield f"file {path}, {part}", unified(one, other)


def rows(table, columns):
    """The rows of a table as text, with those columns alone where they are given."""
    return "\n".join(sorted(
        repr({name: value for name, value in row.items() if columns is None or name in columns})
        if isinstance(row, dict) else row for row in table))


def dump(content):
    """The schema of a database and the rows of each table, as text; None if it cannot be read."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "database")
        file.write_bytes(content)
        try:
            with sqlite3.connect(file) as database:
                schema = database.execute(
                    "SELECT type, name, sql FROM sqlite_master ORDER BY type, name").fetchall()
                found = {"schema": [f"{kind} {name}: {sql}" for kind, name, sql in schema]}
                for kind, name, _ in schema:
                    if kind == "table":
                        cursor = database.execute(f'SELECT * FROM "{name}"')
                        names = [column[0] for column in cursor.description]
                        found[name] = [dict(zip(names, row)) for row in cursor]
        except sqlite3.Error:
            return None
    return found


class Allowed:
    """The changes made on purpose, as `changed.md` lists them."""

    ITEM = re.compile(r"^- `([^`]+)`(?:: `([^`]+)`)?(?:: `/(.+)/`)?$")

    def __init__(self, path):
        self.headings = []
        self.faults = []
        heading, inside = None, False
        for number, row in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if row.startswith("```"):
                inside = not inside
            elif inside:
                continue
            elif row.startswith("## "):
                heading = {"title": row[3:].strip(), "reason": "", "items": [], "covered": 0}
                self.headings.append(heading)
            elif heading is not None and row.startswith("- "):
                item = self.ITEM.match(row)
                if item is None:
                    self.faults.append(f"changed.md:{number}: this item is in no form that README.md gives")
                else:
                    heading["items"].append(item.groups())
            elif heading is not None and row.strip() and not heading["items"]:
                heading["reason"] += row.strip() + " "
        for heading in self.headings:
            if not heading["reason"] or not heading["items"]:
                self.faults.append(f"changed.md: “{heading['title']}” has no reason, or covers no command")

    def heading(self, difference):
        """The heading that covers a difference; None if none does."""
        for heading in self.headings:
            if any(self.covers(item, difference) for item in heading["items"]):
                heading["covered"] += 1
                return heading
        return None

    @staticmethod
    def covers(item, difference):
        line, part, words = item
        if not fnmatch.fnmatchcase(difference.line, line):
            return False
        if part is not None and not fnmatch.fnmatchcase(difference.part, part):
            return False
        changed = [row[1:] for row in difference.changed if row[:1] in "+-"]
        return words is None or all(re.search(words, row) for row in changed)
