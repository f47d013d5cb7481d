"""Checks a ledger without the program that wrote it: python3 docs/verify.py LEDGER.sqlite [HEAD]

It reads the file and writes nothing. It links every record again, checks that every entry balances in
each book, and adds up again the running sums that the file keeps. HEAD is a head digest from an older
report, or its first digits: without one, records cut off the end leave no trace. What the bytes mean
is set out in docs/ENCODING.md.
"""

import hashlib
import sqlite3
import sys

RECORDS = "SELECT number, kind, day, own_day, recorded, body, digest FROM record ORDER BY number"
MOVEMENTS = """
  SELECT movement.record, movement.pence, debit.text, credit.text, debit.account, credit.account
  FROM movement
  LEFT JOIN coding AS debit ON debit.id = movement.debit
  LEFT JOIN coding AS credit ON credit.id = movement.credit
  ORDER BY movement.record, movement.position
"""
CODINGS = """
  SELECT coding.text, account.text, book.layer, book.fund FROM coding
  LEFT JOIN account ON account.id = coding.account
  LEFT JOIN book ON book.id = coding.book
"""
FLOWS = "SELECT day, kind, debit, credit, pence FROM flow"

PLAN_LINE, PROVIDER = 7, 8


class Differs(Exception):
    """Something that is not as the chain has it."""


def netstring(field):
    if isinstance(field, int):
        field = str(field)
    if isinstance(field, str):
        field = field.encode()
    return b"%d:%s," % (len(field), field)


def day(packed):
    """A day as it is hashed: the file keeps 20261031."""
    if packed is None:
        return ""
    return f"{packed // 10000:04}-{packed // 100 % 100:02}-{packed % 100:02}"


def fields(encoded):
    """The fields of a run of netstrings."""
    found, place = [], 0
    while place < len(encoded):
        colon = encoded.index(b":", place)
        end = colon + 1 + int(encoded[place:colon])
        if encoded[end:end + 1] != b",":
            raise ValueError("a netstring has no end")
        found.append(encoded[colon + 1:end])
        place = end + 1
    return found


def parts(body):
    """What an entry's body says: its correction, and how many movements each part of it has."""
    rest = fields(body)
    take = lambda: rest.pop(0)
    take()
    correction, counts = take().decode(), []
    while rest:
        counts.append(int(take()))
        origin = take()
        if origin == b"row":
            del rest[:6]
            del rest[:2 * int(take())]
        elif origin in (b"command", b"rule"):
            del rest[:2]
        else:
            raise ValueError("an origin of no known kind")
        del rest[:2 * int(take())]
    return correction, counts


def account(coding):
    """What a balance is kept by: a coding without plan line and provider, marked if it is a child's."""
    parts = coding.split("|")
    is_for_child = parts[PLAN_LINE] != ""
    parts[PLAN_LINE] = parts[PROVIDER] = ""
    return "|".join(parts) + ("|*" if is_for_child else "")


def check_entry(number, body, moves):
    """Whether every movement balances in its book; returns the correction."""
    try:
        correction, counts = parts(body)
    except (ValueError, IndexError):
        raise Differs(f"at record {number}: its body cannot be read")
    if not moves or min(counts) < 1 or sum(counts) != len(moves):
        raise Differs(f"at record {number}: its body and its movements do not belong together")
    books = {}
    for _, pence, debit, credit, _, _ in moves:
        for coding, amount in ((debit, pence), (credit, -pence)):
            book = tuple(coding.split("|")[:2])
            books[book] = books.get(book, 0) + amount
        if pence <= 0 or debit.split("|")[:2] != credit.split("|")[:2]:
            raise Differs(f"at record {number}: a movement does not balance in its book")
    if any(books.values()):
        raise Differs(f"at record {number}: the entry does not balance")
    return correction


def check(ledger):
    """Walks along the chain; returns the number of records, of entries, and every digest."""
    for text, kept, layer, fund in ledger.execute(CODINGS):
        if [layer, fund] != text.split("|")[:2] or kept != account(text):
            raise Differs(f"in a coding: {text}")
    movements = ledger.execute(MOVEMENTS)
    next_move = movements.fetchone()
    digests, last, last_day, entries, flows = [], bytes(32), 0, 0, {}
    for number, kind, on, own, recorded, body, digest in ledger.execute(RECORDS):
        if number != len(digests) + 1:
            raise Differs(f"at record {len(digests) + 1}: it is missing")
        moves = []
        while next_move and next_move[0] == number:
            moves.append(next_move)
            next_move = movements.fetchone()
        if any(move[2] is None or move[3] is None for move in moves):
            raise Differs(f"at record {number}: a coding is missing")
        hashed = b"".join(
            map(netstring, ("sendledger/1", number, kind, day(on), day(own), day(recorded), body)))
        for _, pence, debit, credit, _, _ in moves:
            hashed += netstring(debit) + netstring(credit) + netstring(pence)
        last = hashlib.sha256(last + hashed).digest()
        if last != digest:
            raise Differs(f"at record {number}: it does not follow from the one before it")
        if recorded < last_day:
            raise Differs(f"at record {number}: it was recorded before the one before it")
        last_day = recorded
        digests.append(last.hex())
        if kind.startswith("note:"):
            if moves:
                raise Differs(f"at record {number}: a note moves money")
            continue
        entries += 1
        reverses = check_entry(number, body, moves).startswith("reverses ")
        for _, pence, _, _, debit, credit in moves:
            slot = (on, kind, credit, debit) if reverses else (on, kind, debit, credit)
            flows[slot] = flows.get(slot, 0) + (-pence if reverses else pence)
    if next_move:
        raise Differs(f"at record {next_move[0]}: it has movements and is not there")
    kept = {tuple(row[:4]): row[4] for row in ledger.execute(FLOWS)}
    for slot in sorted(kept.keys() | flows.keys()):
        if kept.get(slot) != flows.get(slot):
            raise Differs(f"in a running sum: {slot[1]} on {day(slot[0])}"
                          f" is kept as {kept.get(slot)} pence and adds to {flows.get(slot)}")
    return digests, entries


def main(path, head=None):
    try:
        ledger = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
        digests, entries = check(ledger)
        if head and not any(digest.startswith(head) for digest in digests):
            raise Differs(f"from the head that was given: {head} is not in the chain")
    except Differs as fault:
        print(f"differs {fault}")
        return 1
    except sqlite3.Error as error:
        print(f"differs in the file itself: {error}")
        return 1
    print(f"records {len(digests)}")
    print(f"entries {entries}")
    print(f"head    {digests[-1] if digests else bytes(32).hex()}")
    print("agrees")
    return 0


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    sys.exit(main(*sys.argv[1:]))
