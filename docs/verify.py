"""Checks a ledger without the program that wrote it:

    python3 docs/verify.py LEDGER.sqlite [HEAD] [--key KEY]...

It reads the file and writes nothing. It links every record again, checks that every entry balances in
each book, adds up again the running sums that the file keeps, and holds every signature of a closed
month against the key that two people had adopted. HEAD is a head digest from an older report, or its
first digits: without one, records cut off the end leave no trace. KEY is an officer's public key, or a
file with their key: it has to be one of the ledger's, and to have signed what that officer signed.
What the bytes mean is set out in docs/ENCODING.md.
"""

import datetime
import hashlib
import pathlib
import sqlite3
import sys
import unicodedata

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

# Ed25519, as RFC 8032 sets it out: the field, the curve, the base point and its order.
P = 2**255 - 19
D = -121665 * pow(121666, -1, P) % P
ORDER = 2**252 + 27742317777372353535851937790883648493
BASE_Y = 4 * pow(5, -1, P) % P


class Differs(Exception):
    """Something that is not as the chain has it."""


def point_of(encoded):
    """The point that 32 bytes stand for, as X, Y, Z, T; none where there is none."""
    y = int.from_bytes(encoded, "little")
    sign, y = y >> 255, y & (1 << 255) - 1
    if y >= P:
        return None
    square = (y * y - 1) * pow(D * y * y + 1, -1, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * pow(2, (P - 1) // 4, P) % P
    if (x * x - square) % P or (x == 0 and sign):
        return None
    if x & 1 != sign:
        x = P - x
    return x, y, 1, x * y % P


def plus(one, other):
    a = (one[1] - one[0]) * (other[1] - other[0])
    b = (one[1] + one[0]) * (other[1] + other[0])
    c, d = 2 * one[3] * other[3] * D, 2 * one[2] * other[2]
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % P, g * h % P, f * g % P, e * h % P


def times(number, point):
    total = (0, 1, 1, 0)
    while number:
        if number & 1:
            total = plus(total, point)
        point, number = plus(point, point), number >> 1
    return total


def encoded_point(point):
    inverse = pow(point[2], -1, P)
    x, y = point[0] * inverse % P, point[1] * inverse % P
    return (y | (x & 1) << 255).to_bytes(32, "little")


BASE = point_of(BASE_Y.to_bytes(32, "little"))


def public_key(seed):
    """The public half of a private key."""
    low = int.from_bytes(hashlib.sha512(seed).digest()[:32], "little")
    return encoded_point(times(low & (1 << 254) - 8 | 1 << 254, BASE))


def has_signed(key, signature, message):
    """Whether the private half of a key made that signature of those bytes."""
    point, scalar = point_of(key), int.from_bytes(signature[32:], "little")
    if point is None or len(signature) != 64 or scalar >= ORDER:
        return False
    hashed = hashlib.sha512(signature[:32] + key + message).digest()
    against = times(ORDER - int.from_bytes(hashed, "little") % ORDER, point)
    return encoded_point(plus(times(scalar, BASE), against)) == signature[:32]


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
    try:
        datetime.date(packed // 10000, packed // 100 % 100, packed % 100)
    except ValueError:
        raise Differs(f"in a day: {packed} is none")
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


def note(body):
    """What a note's body says: who recorded it, what it is about, and its details by name."""
    rest = fields(body)
    actor, subject, origin = (rest.pop(0).decode() for _ in range(3))
    if origin == "row":
        del rest[:6]
        del rest[:2 * int(rest.pop(0))]
    else:
        del rest[:2]
    del rest[0]
    words = [field.decode() for field in rest]
    return actor, subject, dict(zip(words[::2], words[1::2]))


ALIKE = dict(zip("ⅰⅴⅹⅼⅽⅾⅿıȷſɑɡɩªºаеорсухіјѕԁһкмтвнԛԝοανρκιτυχӏүօսհոց",
                 "ivxlcdmijsagiaoaeopcyxijsdhkmtbhqwoavpkituxlyouhng"))
CAPITALS = str.maketrans("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧӀҮԌՏՕՍ", "ABEZHIKMNOPTYXIYGSOU")
DIGITS = "ZERO ONE TWO THREE FOUR FIVE SIX SEVEN EIGHT NINE".split()
UNSEEN = "\u115f\u1160\u3164\uffa0\u034f\u17b4\u17b5"


def plain(letter):
    """The Latin letters, or the digit, that a letter is or is taken for."""
    if letter.isascii():
        return letter
    if letter in ALIKE:
        return ALIKE[letter]
    words = unicodedata.name(letter, "").split()
    if unicodedata.numeric(letter, None) is not None and words[-1:] and words[-1] in DIGITS \
            and "ROMAN" not in words:
        return str(DIGITS.index(words[-1]))
    if "LATIN" in words and "LETTER" in words[:-1]:
        found = words[words.index("LETTER") + 1]
    else:
        found = words[-1] if words[:1] == ["MATHEMATICAL"] else ""
    return found.lower() if found.isascii() and 1 <= len(found) <= 2 else letter


def folded(name):
    """A name as it is compared: letters and digits as they are seen, all of them small."""
    seen = [letter for letter in name.translate(CAPITALS).lower()
            if unicodedata.category(letter) not in ("Cc", "Cf", "Mn", "Me") and letter not in UNSEEN]
    letters = [plain(letter) for letter in seen
               if unicodedata.category(letter)[0] == "L" or unicodedata.numeric(letter, None) is not None
               or {"CIRCLED", "SQUARED"} & set(unicodedata.name(letter, "").split())]
    return "".join(letters) or name.lower()


class Months:
    """The closed months of a chain, and the key with which each is signed."""

    def __init__(self):
        self.authority, self.keys, self.adopted, self.signed = "", {}, {}, {}
        self.closed = None

    def follow(self, number, kind, body, last):
        """Takes in the next record, which stands behind the digest of the one before."""
        closed, self.closed = self.closed, None
        if kind == "note:month-signed":
            return self.check_signature(number, closed, last, *note(body))
        if closed and closed[1]:
            raise Differs(f"at record {number}: {closed[0]} was closed by somebody who has a key,"
                          " and is not signed")
        if kind == "note:ledger-opened":
            self.authority = note(body)[2]["code"]
        elif kind == "note:officer-key":
            _, key, details = note(body)
            self.keys[folded(details["officer"])] = self.adopted[key] = (details["officer"], key)
        elif kind == "note:key-withdrawn":
            gone = note(body)[1]
            self.keys = {who: held for who, held in self.keys.items() if held[1] != gone}
        elif kind == "note:period-closed":
            actor, month, _ = note(body)
            self.closed, self.signed[month] = (month, folded(actor) in self.keys), None
        elif kind == "note:period-reopened":
            self.signed.pop(note(body)[1], None)

    def check_signature(self, number, closed, last, actor, month, details):
        held = self.keys.get(folded(details["officer"]))
        signed = b"".join(map(netstring, ("sendledger/month/1", self.authority, month,
                                          details["record"], details["digest"])))
        if (not closed or closed[0] != month or details["record"] != str(number - 1)
                or details["digest"] != last.hex() or folded(actor) != folded(details["officer"])
                or not held
                or not has_signed(bytes.fromhex(held[1]), bytes.fromhex(details["signature"]), signed)):
            raise Differs(f"at record {number}: it does not sign the head that closed {month}")
        self.signed[month] = held

    def check_keys(self, given):
        """Holds what was signed against keys from outside the ledger."""
        for key in given:
            if key not in self.adopted:
                raise Differs(f"from the key that was given: {key[:20]} was never adopted")
        officers = {folded(self.adopted[key][0]) for key in given}
        for month, held in sorted(self.signed.items()):
            if held and folded(held[0]) in officers and held[1] not in given:
                raise Differs(f"from the key that was given: {month} is signed with {held[1][:20]}")


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
    if not moves or min(counts, default=0) < 1 or sum(counts) != len(moves):
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
    """Walks along the chain; returns every digest, the number of entries, and the closed months."""
    for text, kept, layer, fund in ledger.execute(CODINGS):
        if [layer, fund] != text.split("|")[:2] or kept != account(text):
            raise Differs(f"in a coding: {text}")
    movements = ledger.execute(MOVEMENTS)
    next_move = movements.fetchone()
    digests, last, last_day, entries, flows, months = [], bytes(32), 0, 0, {}, Months()
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
        before, last = last, hashlib.sha256(last + hashed).digest()
        if last != digest:
            raise Differs(f"at record {number}: it does not follow from the one before it")
        if recorded < last_day:
            raise Differs(f"at record {number}: it was recorded before the one before it")
        last_day = recorded
        digests.append(last.hex())
        try:
            months.follow(number, kind, body, before)
        except (ValueError, IndexError, KeyError):
            raise Differs(f"at record {number}: its body cannot be read")
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
    if months.closed and months.closed[1]:
        raise Differs(f"at the end: {months.closed[0]} is closed and not signed")
    kept = {tuple(row[:4]): row[4] for row in ledger.execute(FLOWS)}
    for slot in sorted(kept.keys() | flows.keys()):
        if kept.get(slot) != flows.get(slot):
            raise Differs(f"in a running sum: {slot[1]} on {day(slot[0])}"
                          f" is kept as {kept.get(slot)} pence and adds to {flows.get(slot)}")
    return digests, entries, months


def given_key(text):
    """A public key as it was typed, or from a file with it or with its private half."""
    try:
        with open(text, encoding="ascii") as file:
            text = file.read(1000)
    except OSError:
        pass
    words = text.split()
    digits = words[-1] if words[:3] == ["sendledger", "private", "key"] else "".join(words)
    try:
        if len(bytes.fromhex(digits)) == 32:
            return public_key(bytes.fromhex(digits)).hex() if "private" in words else digits.lower()
    except ValueError:
        pass
    raise Differs("from a key: what was given is neither 64 hexadecimal digits nor a file with them")


def main(path, head=None, keys=()):
    try:
        keys = [given_key(key) for key in keys]
        ledger = sqlite3.connect(pathlib.Path(path).absolute().as_uri() + "?mode=ro", uri=True)
        digests, entries, months = check(ledger)
        months.check_keys(keys)
        if head and not any(digest.startswith(head) for digest in digests):
            raise Differs(f"from the head that was given: {head} is not in the chain")
    except Differs as fault:
        print(f"differs {fault}")
        return 1
    except sqlite3.Error as error:
        print(f"differs in the file itself: {error}")
        return 1
    except (ArithmeticError, LookupError, TypeError, ValueError, AttributeError) as error:
        print(f"differs in a value that is none of its kind: {error}")
        return 1
    print(f"records {len(digests)}")
    print(f"entries {entries}")
    print(f"head    {digests[-1] if digests else bytes(32).hex()}")
    if months.signed:
        unsigned = [month for month, held in sorted(months.signed.items()) if not held]
        left = ", not signed " + " ".join(unsigned) if unsigned else ""
        print(f"months  {len(months.signed)} closed, {len(months.signed) - len(unsigned)} signed{left}")
    for key in keys:
        own = [month for month, held in sorted(months.signed.items()) if held and held[1] == key]
        print(f"key     {key[:20]} signed {' '.join(own) or 'no month'}")
    print("agrees")
    return 0


if __name__ == "__main__":
    words, keys = sys.argv[1:], []
    while "--key" in words[:-1]:
        place = words.index("--key")
        keys.append(words[place + 1])
        del words[place:place + 2]
    if len(words) not in (1, 2) or "--key" in words:
        sys.exit(__doc__)
    sys.exit(main(*words, keys=keys))
