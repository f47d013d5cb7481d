"""Runs one command with two programs at one and the same place, and compares all that comes of it."""

import os
import re
import shlex
import shutil
import subprocess
from dataclasses import dataclass

import differences

LONGEST = 300
SALT = "a1" * 32


@dataclass(frozen=True)
class Answer:
    """What a program said, and left to the system."""

    status: int
    out: bytes
    err: bytes

    @property
    def text(self):
        return differences.text(self.out)

    @property
    def errors(self):
        return differences.text(self.err)


def untraced(answer):
    """What a program said of its errors, without the addresses at which it stopped, which are never the same."""
    return answer.errors if answer.status >= 0 else re.sub(r"(?m)^\d+ +\S+ +0x[0-9a-f]+ .*\n?", "", answer.errors)


@dataclass(frozen=True)
class Run:
    """A command that was run, for the count and for whoever asks whether all were."""

    words: tuple
    status: int


class Side:
    """One of the two programs, its files while it is not running, and what it said."""

    def __init__(self, name, program, place):
        self.name = name
        self.program = program
        self.home = place / name
        self.seen = {}
        self.said = []

    def changed(self, here):
        """Paths of files that are not as they were when this was asked last."""
        now = {}
        waiting = [(str(here), "")]
        while waiting:
            folder, prefix = waiting.pop()
            with os.scandir(folder) as entries:
                for entry in entries:
                    name = prefix + entry.name
                    if entry.is_dir(follow_symlinks=False):
                        waiting.append((entry.path, name + "/"))
                    else:
                        state = entry.stat(follow_symlinks=False)
                        now[name] = (state.st_mtime_ns, state.st_size, state.st_ino, state.st_mode)
        paths = {path for path in now.keys() | self.seen.keys() if now.get(path) != self.seen.get(path)}
        self.seen = now
        return paths


class Sides:
    """Both programs, in turn in the folder `here`, so that every path they see is the same."""

    def __init__(self, story, programs, place, checkouts, made=None):
        self.story = story
        self.made = made
        self.here = place / "here"
        self.sides = [Side(name, program, place) for name, program in zip(("old", "new"), programs)]
        self.runs = []
        self.differences = []
        self.unlike = []
        self.codes = set()
        self.files = 0
        for side, checkout in zip(self.sides, checkouts):
            for folder in ["imports/example", "ledgers/example"]:
                shutil.copytree(checkout / folder, side.home / folder)
            (side.home / "out").mkdir()
        self.prepare(lambda here: None)

    def run(self, words, day, person, environment=None):
        """Has both programs run a command, and gives the answer of the old one."""
        surroundings = {
            "PATH": "/usr/bin:/bin", "HOME": "/", "LANG": "C.UTF-8", "TZ": "UTC", "LOGNAME": "nobody",
            # Of a crash the system's own trace holds the number of the process and the hour.
            "SWIFT_BACKTRACE": "enable=no",
            "SENDLEDGER_TODAY": day, "SENDLEDGER_USER": person, "SENDLEDGER_SALT": SALT,
        } | (environment or {})
        line = shlex.join(words)
        answers, changed, contents = [], set(), []
        for side in self.sides:
            side.home.rename(self.here)
            try:
                answers.append(self.answer(side.program, words, surroundings))
                changed |= side.changed(self.here)
            finally:
                self.here.rename(side.home)
            side.said.append((f"{day} {person}: {line}", answers[-1]))
        for side in self.sides:
            contents.append({path: self.content(side.home / path) for path in changed})
        self.runs.append(Run(tuple(words), answers[0].status))
        self.codes.update(re.findall(r"(?:error|warning|note) ([a-z0-9-]+):", answers[0].errors))
        self.compare(line, *answers)
        for path in sorted(changed):
            self.compare_file(line, path, *(content[path] for content in contents))
        return answers[0]

    def answer(self, program, words, surroundings):
        try:
            done = subprocess.run(
                [program, *words], cwd=self.here, env=surroundings, capture_output=True,
                stdin=subprocess.DEVNULL, timeout=LONGEST)
        except subprocess.TimeoutExpired:
            return Answer(-1, b"", f"not ended after {LONGEST} seconds".encode())
        return Answer(done.returncode, done.stdout, done.stderr)

    @staticmethod
    def content(path):
        """The rights and the bytes of a file; nothing where there is none."""
        try:
            return path.stat().st_mode & 0o777, path.read_bytes()
        except FileNotFoundError:
            return None, None

    def compare(self, line, old, new):
        pairs = [
            ("status", f"{old.status}\n", f"{new.status}\n"),
            ("standard output", old.text, new.text),
            ("standard error", untraced(old), untraced(new)),
        ]
        for part, was, now in pairs:
            if was != now:
                self.differ(line, part, differences.unified(was, now))

    def compare_file(self, line, path, old, new):
        self.files += 1
        if old[0] != new[0] and None not in (old[0], new[0]):
            self.differ(line, f"file {path}, rights", (f"-{old[0]:o}", f"+{new[0]:o}"))
        for part, changed in differences.of_file(path, old[1], new[1]):
            self.differ(line, part, changed)

    def differ(self, line, part, changed):
        self.differences.append(differences.Difference(self.story, line, part, changed))

    def prepare(self, work):
        """Has something done to the files of both sides that no command is for."""
        for side in self.sides:
            side.home.rename(self.here)
            try:
                work(self.here)
                side.changed(self.here)
            finally:
                self.here.rename(side.home)

    def copy_made(self, ledger):
        """Puts a ledger that another story made where each side finds it."""
        for side, other in zip(self.sides, self.made.result().sides):
            shutil.copytree(other.home / ledger, side.home / ledger)
        self.prepare(lambda here: None)

    def keep(self, folder):
        """Writes what each program said, command by command."""
        for side in self.sides:
            with open(folder / f"{self.story}.{side.name}.txt", "w", encoding="utf-8") as file:
                for line, answer in side.said:
                    file.write(f"$ {line}\n[{answer.status}]\n{answer.text}")
                    if answer.err:
                        file.write(f"[standard error]\n{answer.errors}")
                    file.write("\n")
