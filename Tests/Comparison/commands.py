"""Every command, option and value that a program's own `--help` names, and whether each was exercised."""

import re
import subprocess
from dataclasses import dataclass, field

# What every command has, and one command shows for all.
OF_EVERY_COMMAND = {"--help", "--version"}


@dataclass
class Command:
    """A command that does something, as its help has it."""

    path: tuple
    options: dict = field(default_factory=dict)
    values: dict = field(default_factory=dict)


def section(help_text, title):
    """The entries of a part of a help text, each with its continued lines joined to it."""
    entries, inside = [], False
    for line in help_text.splitlines():
        if re.match("[A-Z]+:", line):
            inside = line.startswith(title + ":")
        elif inside and re.match("  [^ ]", line):
            entries.append(line.strip())
        elif inside and line.startswith("   ") and entries:
            entries[-1] += " " + line.strip()
    return entries


def values(entry):
    found = re.search(r"\(values: ([^;)]*)", entry)
    return [value.strip() for value in found.group(1).split(",")] if found else []


def walk(program, path=()):
    """The commands at the ends of all branches, and the help of every branch on the way."""
    done = subprocess.run([program, *path, "--help"], capture_output=True, text=True, check=True)
    names = [entry.split()[0] for entry in section(done.stdout, "SUBCOMMANDS")]
    names = [name for name in names if re.fullmatch("[a-z][a-z-]*", name) and name != "help"]
    if names:
        for name in names:
            yield from walk(program, (*path, name))
        return
    command = Command(path)
    for entry in section(done.stdout, "OPTIONS"):
        found = re.match(r"(?:-(\w), )?(--[a-z-]+)(?: <)?", entry)
        command.options[found.group(2)] = "-" + found.group(1) if found.group(1) else found.group(2)
        command.values[found.group(2)] = values(entry)
    for entry in section(done.stdout, "ARGUMENTS"):
        command.values[entry.split()[0]] = values(entry)
    yield command


def of(command, runs):
    return [run for run in runs if run.words[: len(command.path)] == command.path]


def says(run, name, short):
    return any(word in (name, short) or word.startswith(name + "=") for word in run.words)


def faults(commands, runs, small):
    """What was not exercised: a command, and of the whole comparison also an option or a value."""
    for command in commands:
        name = " ".join(command.path)
        mine = of(command, runs)
        if not any(run.status in (0, 2) for run in mine):
            yield f"{name}: never done" if mine else f"{name}: not exercised"
            continue
        if small:
            continue
        used = [run for run in mine if run.status != 64]
        for option, short in command.options.items():
            if option not in OF_EVERY_COMMAND and not any(says(run, option, short) for run in used):
                yield f"{name} {option}: not exercised"
        for option, known in command.values.items():
            short = command.options.get(option, option)
            missing = [
                value for value in known
                if not any(
                    value in run.words and (option.startswith("<") or says(run, option, short)) for run in used)
            ]
            if missing:
                yield f"{name} {option}: not exercised with {', '.join(missing)}"
