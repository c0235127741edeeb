#!/usr/bin/env python3
"""Writes the test vectors of the ledger's format, or checks them.

    ./generate.py           writes the files again
    ./generate.py --check   fails if the files are not what this program would write

A third implementation, from docs/ledger-format.md alone: it shares no code with the ledger or with its auditor. Needs
Python 3.8 and the openssl program (3.0 or later, for Ed25519), and nothing else.

The trees are computed by the recursive definitions of RFC 6962, section 2.1, which are slow and short; the verification
algorithms of the page are run on every proof as well, and must agree with what the vector says.
"""

import base64
import hashlib
import json
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent


def sha256(data):
    return hashlib.sha256(data).digest()


def b64(data):
    return base64.b64encode(data).decode("ascii")


# --- leaves ----------------------------------------------------------------------------------------------------------


def preimage(event):
    values = [
        event["id"].encode("utf-8"),
        event["name"].encode("utf-8"),
        event["revision"].encode("utf-8"),
        event["aggregateType"].encode("utf-8"),
        event["aggregateId"].encode("utf-8"),
        event["sequence"].to_bytes(8, "big", signed=True),
        event["timestamp"].encode("utf-8"),
        event["recordedAt"].to_bytes(8, "big", signed=True),
        base64.b64decode(event["payload"], validate=True),
        base64.b64decode(event["metadata"], validate=True),
    ]
    return b"\x00" + b"".join(len(value).to_bytes(4, "big") + value for value in values)


def event(id, name, revision, aggregate_type, aggregate_id, sequence, timestamp, recorded_at, payload, metadata):
    return {
        "id": id,
        "name": name,
        "revision": revision,
        "aggregateType": aggregate_type,
        "aggregateId": aggregate_id,
        "sequence": sequence,
        "timestamp": timestamp,
        "recordedAt": recorded_at,
        "payload": b64(payload),
        "metadata": b64(metadata),
    }


def leaves():
    usual = event("e-1", "thing-done", "1", "Thing", "th\u00ed", 2, "2023-07-12T01:30:00.250Z", 1689125401002, b"{}", b"")
    shifted = dict(usual, aggregateType="Thin", aggregateId="gth\u00ed")
    cases = [
        ("the example of the page", usual),
        ("bytes that move from one field to the next change the hash", shifted),
        (
            "an event without revision, aggregate and metadata; a timestamp of whole seconds",
            event("e-2", "clock-struck", "", "", "e-2", 0, "2023-07-12T01:30:00Z", 1689125401002, b"", b""),
        ),
        (
            "nine digits of a second, characters of two, three and four bytes, binary payload",
            event(
                "018f-\u00e9\u4f1a\U0001f600",
                "th\u1eed-nghi\u1ec7m",
                "2",
                "\u0110\u1ed1iTh\u01b0\u1ee3ng",
                "Ngh\u1ec7 An/\u201c1\u201d",
                4294967296,
                "2023-07-12T01:30:00.123456789Z",
                1689125401003,
                bytes(range(256)),
                b'{"actor":"p-1"}',
            ),
        ),
        (
            "the greatest sequence, recorded before 1970",
            event(
                "e-3", "thing-done", "1", "Thing", "t-1", 2**63 - 1, "1969-12-31T23:59:59.999Z", -1, b"\x00", b"\x00\x00"
            ),
        ),
        (
            "decomposed characters are not the composed ones: no normalization",
            dict(usual, aggregateId="thi\u0301"),
        ),
    ]
    return {
        "about": "Events as in an export, and their leaf hashes. payload and metadata: base64; preimage, leaf: hex.",
        "leaves": [
            {"name": name, "event": e, "preimage": preimage(e).hex(), "leaf": sha256(preimage(e)).hex()}
            for name, e in cases
        ],
    }


# --- trees and proofs, by definition ---------------------------------------------------------------------------------


def node(left, right):
    return sha256(b"\x01" + left + right)


def split(n):
    k = 1
    while k * 2 < n:
        k *= 2
    return k


def root(hashes):
    if not hashes:
        return sha256(b"")
    if len(hashes) == 1:
        return hashes[0]
    k = split(len(hashes))
    return node(root(hashes[:k]), root(hashes[k:]))


def frontier(hashes):
    if not hashes:
        return []
    k = 1 << (len(hashes).bit_length() - 1)
    return [root(hashes[:k])] + frontier(hashes[k:])


def inclusion_path(index, hashes):
    if len(hashes) == 1:
        return []
    k = split(len(hashes))
    if index < k:
        return inclusion_path(index, hashes[:k]) + [root(hashes[k:])]
    return inclusion_path(index - k, hashes[k:]) + [root(hashes[:k])]


def consistency_path(m, hashes, whole=True):
    if m == len(hashes):
        return [] if whole else [root(hashes)]
    k = split(len(hashes))
    if m <= k:
        return consistency_path(m, hashes[:k], whole) + [root(hashes[k:])]
    return consistency_path(m - k, hashes[k:], False) + [root(hashes[:k])]


# --- verification, as in the page's pseudo-code ----------------------------------------------------------------------


def inclusion_holds(position, size, leaf, path, claimed):
    if not 1 <= position <= size or any(len(hash) != 32 for hash in [leaf] + path):
        return False
    index, last, computed = position - 1, size - 1, leaf
    for hash in path:
        if last == 0:
            return False
        if index % 2 == 1 or index == last:
            computed = node(hash, computed)
            while index % 2 == 0 and index != 0:
                index, last = index // 2, last // 2
        else:
            computed = node(computed, hash)
        index, last = index // 2, last // 2
    return last == 0 and computed == claimed


def consistency_holds(start, end, earlier, later, path):
    if not 0 <= start <= end or any(len(hash) != 32 for hash in path):
        return False
    if start == end:
        return not path and earlier == later
    if start == 0:
        return not path and earlier == sha256(b"")
    rest = list(path)
    index, last = start - 1, end - 1
    while index % 2 == 1:
        index, last = index // 2, last // 2
    if index == 0:
        old = new = earlier
    elif not rest:
        return False
    else:
        old = new = rest.pop(0)
    for hash in rest:
        if last == 0:
            return False
        if index % 2 == 1 or index == last:
            old, new = node(hash, old), node(hash, new)
            while index % 2 == 0 and index != 0:
                index, last = index // 2, last // 2
        else:
            new = node(new, hash)
        index, last = index // 2, last // 2
    return last == 0 and old == earlier and new == later


SIZE = 70
LEAVES = [sha256(b"\x00" + bytes([i])) for i in range(SIZE)]


def hexes(hashes):
    return [hash.hex() for hash in hashes]


def trees():
    return {
        "about": "Leaf hash i (from 0) is SHA-256(0x00 || the byte i). Root and frontier of the first size leaves. Hex.",
        "leafHashes": hexes(LEAVES),
        "trees": [
            {"size": n, "root": root(LEAVES[:n]).hex(), "frontier": hexes(frontier(LEAVES[:n]))}
            for n in range(SIZE + 1)
        ],
    }


def flipped(hash):
    return bytes([hash[0] ^ 1]) + hash[1:]


def inclusion():
    cases = []

    def add(why, position, size, leaf, path, claimed, valid):
        assert inclusion_holds(position, size, leaf, path, claimed) == valid, why
        case = {"position": position, "size": size, "leaf": leaf.hex(), "root": claimed.hex(), "path": hexes(path)}
        cases.append(dict(case, valid=valid, why=why))

    def proof(position, size):
        return LEAVES[position - 1], inclusion_path(position - 1, LEAVES[:size]), root(LEAVES[:size])

    for size in range(1, 10):
        for position in range(1, size + 1):
            add("every position of a small tree", position, size, *proof(position, size), True)
    for position, size in [(1, 64), (64, 64), (33, 64), (1, 65), (65, 65), (64, 65), (1, 70), (43, 70), (65, 70), (70, 70)]:
        add("a larger tree", position, size, *proof(position, size), True)

    for position, size in [(1, 1), (3, 5), (5, 5), (43, 70), (70, 70)]:
        leaf, path, head = proof(position, size)
        add("another leaf", position, size, flipped(leaf), path, head, False)
        add("another root", position, size, leaf, path, flipped(head), False)
        add("a hash too many", position, size, leaf, path + [sha256(b"")], head, False)
        add("position past the end", size + 1, size, leaf, path, head, False)
        add("position 0", 0, size, leaf, path, head, False)
        if path:
            add("first hash altered", position, size, leaf, [flipped(path[0])] + path[1:], head, False)
            add("last hash altered", position, size, leaf, path[:-1] + [flipped(path[-1])], head, False)
            add("last hash missing", position, size, leaf, path[:-1], head, False)
            add("first hash missing", position, size, leaf, path[1:], head, False)
            add("the position before", position - 1, size, leaf, path, head, False)
        if len(path) > 1:
            add("path reversed", position, size, leaf, path[::-1], head, False)
    # Hashes of other lengths: without a rule against them, all of these would lead to the root.
    left, right = root(LEAVES[:4]), root(LEAVES[4:5])
    add("no leaf, and two hashes in one", 5, 5, b"", [left + right], root(LEAVES[:5]), False)
    add("no leaf, and two hashes in one, below", 1, 4, b"", [LEAVES[0] + LEAVES[1], root(LEAVES[2:4])], left, False)
    add("a byte of the leaf in the path", 1, 2, LEAVES[0] + LEAVES[1][:1], [LEAVES[1][1:]], root(LEAVES[:2]), False)
    return {
        "about": "Inclusion proofs over the leaves of trees.json. position counts from 1. Hashes: hex.",
        "proofs": cases,
    }


def consistency():
    cases = []

    def add(why, start, end, earlier, later, path, valid):
        assert consistency_holds(start, end, earlier, later, path) == valid, why
        case = {"from": start, "to": end, "fromRoot": earlier.hex(), "toRoot": later.hex(), "path": hexes(path)}
        cases.append(dict(case, valid=valid, why=why))

    def proof(start, end):
        return root(LEAVES[:start]), root(LEAVES[:end]), consistency_path(start, LEAVES[:end])

    for end in range(1, 10):
        for start in range(1, end + 1):
            add("every pair of small trees", start, end, *proof(start, end), True)
    for start, end in [(1, 64), (32, 64), (63, 64), (64, 64), (64, 65), (1, 70), (43, 70), (64, 70), (66, 70), (69, 70)]:
        add("larger trees", start, end, *proof(start, end), True)

    for start, end in [(1, 2), (3, 7), (4, 7), (6, 8), (43, 70), (64, 70), (69, 70)]:
        earlier, later, path = proof(start, end)
        add("another earlier root", start, end, flipped(earlier), later, path, False)
        add("another later root", start, end, earlier, flipped(later), path, False)
        add("roots exchanged", start, end, later, earlier, path, False)
        add("sizes exchanged", end, start, earlier, later, path, False)
        add("first hash altered", start, end, earlier, later, [flipped(path[0])] + path[1:], False)
        add("last hash altered", start, end, earlier, later, path[:-1] + [flipped(path[-1])], False)
        add("last hash missing", start, end, earlier, later, path[:-1], False)
        add("a hash too many", start, end, earlier, later, path + [sha256(b"")], False)
        add("no path", start, end, earlier, later, [], False)
    add("the same size with two roots", 5, 5, root(LEAVES[:5]), flipped(root(LEAVES[:5])), [], False)
    add("the same size with a path", 5, 5, root(LEAVES[:5]), root(LEAVES[:5]), [LEAVES[0]], False)
    for end in (0, 1, 5):
        add("everything begins with nothing", 0, end, root([]), root(LEAVES[:end]), [], True)
    add("nothing that became something without growing", 0, 0, root([]), root(LEAVES[:5]), [], False)
    add("nothing with the root of something", 0, 5, root(LEAVES[:1]), root(LEAVES[:5]), [], False)
    add("nothing with a path", 0, 5, root([]), root(LEAVES[:5]), [root(LEAVES[:5])], False)
    forked = LEAVES[:2] + [flipped(LEAVES[2])] + LEAVES[3:7]
    add(
        "a history altered at position 3 since, with the best path its holder can make",
        4, 7, root(LEAVES[:4]), root(forked), consistency_path(4, forked), False,
    )
    return {
        "about": "Consistency proofs over the leaves of trees.json. Hashes: hex.",
        "proofs": cases,
    }


# --- checkpoints -----------------------------------------------------------------------------------------------------

ED25519, COSIGNATURE = 0x01, 0x04

# The secret keys that RFC 8032 publishes in section 7.1 (tests 1, 2 and 3). Everybody knows them: never use them.
SEEDS = [
    "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
    "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
    "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
    # And two whose keys of the name example.org/ledger share their key id: the first two of SHA-256("ledger format test
    # key 0"), 1, 2, ... that do. It took 105,048 of them to find a pair; to fit a given key takes some billions.
    sha256(b"ledger format test key 97136").hex(),
    sha256(b"ledger format test key 105047").hex(),
]
PUBLIC = [
    "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
    "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
    "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
    "1c54dd39ce61823849945d0308b7bdeeea5553dfaccdbd3d223ecd75378bdb9f",
    "18897c3096a50efee038a36c62bcbdb15ff5462a6efa2bbdc930dd3a2c2efb6f",
]
PKCS8 = bytes.fromhex("302e020100300506032b657004220420")


def openssl_sign(seed, message):
    with tempfile.TemporaryDirectory() as folder:
        key, data = pathlib.Path(folder, "key.pem"), pathlib.Path(folder, "message")
        pem = "-----BEGIN PRIVATE KEY-----\n%s\n-----END PRIVATE KEY-----\n" % b64(PKCS8 + bytes.fromhex(seed))
        key.write_text(pem)
        data.write_bytes(message)
        command = ["openssl", "pkeyutl", "-sign", "-rawin", "-inkey", str(key), "-in", str(data)]
        return subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout


class Key:
    def __init__(self, name, number, kind):
        self.name, self.kind = name, kind
        self.seed, self.public = SEEDS[number], bytes.fromhex(PUBLIC[number])
        self.id = sha256(name.encode("utf-8") + b"\n" + bytes([kind]) + self.public)[:4]
        self.vkey = "%s+%s+%s" % (name, self.id.hex(), b64(bytes([kind]) + self.public))

    def line(self, signature):
        return "\u2014 %s %s\n" % (self.name, b64(self.id + signature))

    def sign(self, body):
        return self.line(openssl_sign(self.seed, body.encode("utf-8")))

    def cosign(self, body, time):
        message = "cosignature/v1\ntime %d\n%s" % (time, body)
        return self.line(time.to_bytes(8, "big") + openssl_sign(self.seed, message.encode("utf-8")))

    def described(self):
        return {
            "name": self.name,
            "algorithm": self.kind,
            "keyId": self.id.hex(),
            "publicKey": self.public.hex(),
            "vkey": self.vkey,
        }


def vkey_of(name, kind, public):
    """A vkey that is right but for what is asked for."""
    typed = bytes([kind]) + public
    return "%s+%s+%s" % (name, sha256(name.encode("utf-8") + b"\n" + typed)[:4].hex(), b64(typed))


def left_over(text):
    """Base64 that decodes to the same bytes, if a decoder looks away: one of the unused bits of its last letter set."""
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    stem, padding = text.rstrip("="), "=" * (len(text) - len(text.rstrip("=")))
    assert padding
    return stem[:-1] + letters[letters.index(stem[-1]) + 1] + padding


# Unicode's White_Space, without what is below U+0020.
WHITE_SPACE = "\u0020\u0085\u00a0\u1680\u2000\u2007\u200a\u2028\u2029\u202f\u205f\u3000"


def body_of(origin, size, head, *extensions):
    return "".join(line + "\n" for line in (origin, str(size), b64(head)) + extensions)


# Keys, and one checkpoint, that others have published: a log of certificates, and an independent witness of it.
PUBLISHED_KEYS = [
    "arche2025h1.staging.ct.transparency.dev+ba2f06c0+AU0vHmlGCS/PdN8b2OaGmKprLI8HKM+dJ472xgFYh15f",
    "remora.n621.de+da77ade7+BOvN63jn/bLvkieywe8R6UYAtVtNbZpXh34x7onlmtw2",
]
PUBLISHED_CHECKPOINT = """arche2025h1.staging.ct.transparency.dev
1432088532
U7WM79jrzyhGZ5/GUBTpM7NzwdyfFx61t3RovgcC4Ro=

\u2014 arche2025h1.staging.ct.transparency.dev ui8GwCF1+kWqZrxGdhj4aX3gcw7XUlXQQabg/27lefwhUkzbC3NygNI75MdhL1bfTW9g8Ei59RA23oHP7Ry1k3ZFWwQ=
\u2014 transparency.dev/DEV:witness-little-garden 2AQqhwAAAABqEiEgzgFIqqhbUoDwjMWE6UP8nd8/KYTzwZ2rhIgcqoXHAwVkjZr4AscylP3v7sEodkRAErumC2q44vdgJY096st5BQ==
\u2014 remora.n621.de 2net5wAAAABqEiEgPlfF3V06o0Y+fHM+J5J9s27wgxxcOVSpZ/2g/KSiXCg9DEZI+aVCIobWX9sXTynk5XeU/zZ0WBxtqB0DrAWfBw==
"""


def checkpoints():
    origin = "example.org/ledger"
    log = Key(origin, 0, ED25519)
    rotated = Key(origin, 1, ED25519)
    witness = Key("example.org/witness", 2, COSIGNATURE)
    forger = Key(origin, 2, ED25519)
    twin, other_twin = Key(origin, 3, ED25519), Key(origin, 4, ED25519)
    assert twin.id == other_twin.id
    head = root(LEAVES[:43])
    body = body_of(origin, 43, head)
    signed = log.sign(body)
    time = 1700000000
    cases = []

    def add(name, note, *verified_by, parses=True, origin=origin, size=43, root=head, cosigned=()):
        case = {"name": name, "note": note, "parses": parses}
        if parses:
            case.update(origin=origin, size=size, root=root.hex(), verifiedBy=[key.vkey for key in verified_by])
            case.update(cosigned=[{"vkey": key.vkey, "time": at} for key, at in cosigned])
        cases.append(case)

    add("signed by the ledger", body + "\n" + signed, log)
    empty = body_of(origin, 0, root([]))
    add("an empty ledger", empty + "\n" + log.sign(empty), log, size=0, root=root([]))
    add("rotation: signed by the old key and by the new", body + "\n" + signed + rotated.sign(body), log, rotated)
    add(
        "cosigned by a witness",
        body + "\n" + signed + witness.cosign(body, time),
        log, witness, cosigned=[(witness, time)],
    )
    add(
        "an unknown signature of unknown length is passed over",
        body + "\n" + "\u2014 example.net/other %s\n" % b64(bytes(range(16))) + signed,
        log,
    )
    extended = body_of(origin, 43, head, "extension line", "another")
    add("extension lines are signed as well", extended + "\n" + log.sign(extended), log)
    add("extension lines added after signing", extended + "\n" + signed)
    add("signed by a key of the same name that nobody knows", body + "\n" + forger.sign(body))
    forged = sha256(b"forged")
    add("another root under the signature", body_of(origin, 43, forged) + "\n" + signed, root=forged)
    add("another size under the signature", body_of(origin, 42, head) + "\n" + signed, size=42)
    other = "example.org/other"
    add("another origin under the signature", body_of(other, 43, head) + "\n" + signed, origin=other)
    raw = base64.b64decode(signed.split(" ")[2])
    add("a bit of the signature altered", body + "\n" + log.line(flipped(raw[4:])))
    add("a signature cut short", body + "\n" + log.line(raw[4:-1]))
    add("a good signature and a bad one of the same key", body + "\n" + signed + log.line(flipped(raw[4:])))
    add("signed by a key that shares name and key id with another", body + "\n" + twin.sign(body), twin)
    add("signed by both: each has a wrong signature", body + "\n" + twin.sign(body) + other_twin.sign(body))
    last = 253402300799
    add(
        "cosigned in the last second of the year 9999",
        body + "\n" + signed + witness.cosign(body, last),
        log, witness, cosigned=[(witness, last)],
    )
    for at in (last + 1, 2**62, 2**63):
        add("cosigned at a time that is none, %d" % at, body + "\n" + signed + witness.cosign(body, at), log)
    many = "".join("\u2014 example.net/other%d %s\n" % (i, b64(bytes([i] * 9))) for i in range(15))
    add("16 signatures", body + "\n" + many + signed, log)
    invisible = "\u2014 ex\u200bam\ufeffple\u007f %s\n" % b64(raw)
    add("a name with characters that are not seen, but are no white space", body + "\n" + invisible + signed, log)
    strange = body_of(origin, 43, head, "extension\u0085\u007f\u2028")
    add("characters above U+0020 that some take for control characters or ends of lines", strange + "\n" + log.sign(strange), log)
    spaced = body_of("an origin with spaces and a +", 43, head)
    add("an origin that can be no key's name", spaced + "\n" + signed, origin="an origin with spaces and a +")
    greatest = body_of(origin, 2**63 - 1, head)
    add("the greatest size", greatest + "\n" + log.sign(greatest), log, size=2**63 - 1)
    cosignature = base64.b64decode(witness.cosign(body, time).split(" ")[2])[4:]
    later = (time + 1).to_bytes(8, "big") + cosignature[8:]
    add("another time in a cosignature", body + "\n" + signed + witness.line(later), log)
    add(
        "a cosigner's key does not make plain signatures",
        body + "\n" + signed + witness.line(openssl_sign(witness.seed, body.encode("utf-8"))),
        log,
    )

    cases.append(
        {
            "name": "a public log of certificates, with two witnesses, one of them known here",
            "note": PUBLISHED_CHECKPOINT,
            "parses": True,
            "origin": PUBLISHED_CHECKPOINT.split("\n")[0],
            "size": int(PUBLISHED_CHECKPOINT.split("\n")[1]),
            "root": base64.b64decode(PUBLISHED_CHECKPOINT.split("\n")[2]).hex(),
            "verifiedBy": PUBLISHED_KEYS,
            "cosigned": [{"vkey": PUBLISHED_KEYS[1], "time": 0x6A122120}],
        }
    )

    for name, note in [
        ("no signature", body + "\n"),
        ("no blank line before the signatures", body + signed),
        ("no newline at the end", (body + "\n" + signed)[:-1]),
        ("a hyphen for the dash", body + "\n" + signed.replace("\u2014", "-")),
        ("a signature without name", body + "\n" + "\u2014  %s\n" % b64(raw)),
        ("a signature that is no base64", body + "\n" + "\u2014 %s !!!!\n" % origin),
        ("a signature too short for a key id", body + "\n" + "\u2014 %s %s\n" % (origin, b64(raw[:4]))),
        ("a carriage return", body.replace("\n", "\r\n") + "\n" + signed),
        ("a size with leading zero", body_of(origin, "043", head) + "\n" + signed),
        ("a negative size", body_of(origin, "-1", head) + "\n" + signed),
        ("a size that is no number", body_of(origin, "x", head) + "\n" + signed),
        ("a size of more than 63 bits", body_of(origin, 2**63, head) + "\n" + signed),
        ("a root of 31 bytes", body_of(origin, 43, head[:31]) + "\n" + signed),
        ("a root that is no base64", "%s\n43\n%s\n\n" % (origin, "*" * 44) + signed),
        ("no root", "%s\n43\n\n" % origin + signed),
        ("an empty origin", body_of("", 43, head) + "\n" + signed),
        ("a carriage return at the end of a signature line", body + "\n" + signed[:-1] + "\r\n"),
        ("a carriage return between two signature lines", body + "\n" + signed[:-1] + "\r" + signed),
        ("a tab in the body", body_of(origin, 43, head, "a\tb") + "\n" + signed),
        ("a plus sign in a signature's name", body + "\n" + signed + "\u2014 ex+ample %s\n" % b64(raw)),
        ("two spaces in a signature line", body + "\n" + signed.replace(" ", "  ")),
        ("a space at the end of a signature line", body + "\n" + signed[:-1] + " \n"),
        ("bits left over in a signature's base64", body + "\n" + left_over(signed[:-1]) + "\n"),
        ("a signature without padding", body + "\n" + signed.rstrip("=\n") + "\n"),
        ("a signature in the base64 of URLs", body + "\n" + signed.replace("+", "-").replace("/", "_").replace("_ledger", "/ledger")),
        ("bits left over in the root's base64", "%s\n43\n%s\n\n" % (origin, left_over(b64(head))) + signed),
        ("a root without padding", "%s\n43\n%s\n\n" % (origin, b64(head).rstrip("=")) + signed),
        ("a size in digits of another script", body_of(origin, "\u0664\u0663", head) + "\n" + signed),
        ("a size with a plus sign", body_of(origin, "+43", head) + "\n" + signed),
        ("a size with a space", body_of(origin, "43 ", head) + "\n" + signed),
        ("a byte order mark before the size", body_of(origin, "\ufeff43", head) + "\n" + signed),
        ("an empty line in the body", body + "\nextension\n\n" + signed),
    ]:
        add(name, note, parses=False)

    for space in WHITE_SPACE:
        name = "white space in a signature's name, U+%04X" % ord(space)
        add(name, body + "\n" + signed + "\u2014 ex%sample %s\n" % (space, b64(raw)), parses=False)

    good = log.vkey
    name, id, key = good.split("+", 2)
    invalid = [
        ("no key", name + "+" + id),
        ("no name", "+" + id + "+" + key),
        ("a space in the name", "example org" + "+" + id + "+" + key),
        ("another key id", name + "+00000000+" + key),
        ("another name", "example.org/other+" + id + "+" + key),
        ("a key id of 7 digits", name + "+" + id[:7] + "+" + key),
        ("a key cut short", name + "+" + id + "+" + b64(bytes([ED25519]) + log.public[:31])),
        ("a key that is no base64", name + "+" + id + "+****"),
        ("empty", ""),
        ("capital digits in the key id", name + "+" + id.upper() + "+" + key),
        ("a space behind", good + " "),
        ("a carriage return behind", good + "\r"),
        ("a byte order mark before", "\ufeff" + good),
        ("a control character in the name", vkey_of("ex\u0001ample", COSIGNATURE, log.public)),
        ("a name in two parts", "example.org+ledger+" + id + "+" + key),
        ("another type under the key id", name + "+" + id + "+" + b64(bytes([COSIGNATURE]) + log.public)),
        ("a byte too many", vkey_of(origin, ED25519, log.public + b"\x00")),
    ] + [
        ("white space in the name, U+%04X" % ord(space), vkey_of("ex%sample" % space, ED25519, log.public))
        for space in WHITE_SPACE
    ]
    return {
        "about": "Verifier keys and signed checkpoints. keyId, publicKey, root, seed: hex; time: seconds since 1970. "
        "The secret keys are those of RFC 8032, section 7.1, and two that share name and key id: known to all. "
        "passedOverKeys: well-formed, but of types that verify nothing here. verifiedBy: which of keys and publishedKeys verify a signature of the note.",
        "keys": [dict(key.described(), seed=key.seed) for key in (log, rotated, witness, twin, other_twin)],
        "publishedKeys": PUBLISHED_KEYS,
        # Of types that others use: 2 hashes something else into its key id, 6 is longer, 255 says no more.
        "passedOverKeys": [
            "example.org/witness+12345678+" + b64(bytes([2]) + log.public),
            vkey_of("example.org/witness", 6, bytes(1312)),
            "example.org/witness+00000000+" + b64(bytes([255])),
        ],
        "invalidKeys": [{"name": name, "vkey": vkey} for name, vkey in invalid],
        "checkpoints": cases,
    }


# --- exports ---------------------------------------------------------------------------------------------------------

START = 1689125401002  # 2023-07-12T01:30:01.002Z
LEDGER, EVENTS, CHECKPOINTS, KEYS = "ledger.json", "events.ndjson", "checkpoints.ndjson", "keys.txt"
ORIGIN = "example.org/ledger"
SIZES = (3, 7)


def history():
    """Seven events: four of one aggregate, two of another, one of none (at position 4)."""
    events = []
    for position, (aggregate, sequence) in enumerate(
        [("th\u00ed", 0), ("th\u00ed", 1), ("\U0001f600", 0), ("", 0), ("th\u00ed", 2), ("\U0001f600", 1), ("th\u00ed", 3)], 1
    ):
        id = "e-%d" % position
        made = event(
            id, "thing-done", "1" if position % 2 else "", "Thing" if aggregate else "", aggregate or id, sequence,
            "2023-07-12T01:30:0%dZ" % position, START + 1000 * (position // 2), b'{"of":%d}' % position, b"m" * (position % 3),
        )
        events.append(dict({"position": position}, **made))
    return events


def at(position, **changed):
    """The history with one event altered, and everything else as it was."""
    events = history()
    events[position - 1].update(changed)
    return events


def numbered(events):
    return [dict(event, position=position) for position, event in enumerate(events, 1)]


def head_of(events, size=None):
    return root([sha256(preimage(event)) for event in events[:size]])


def note(body, *lines):
    return body + "\n" + "".join(lines)


def object_lines(objects):
    return "".join(json.dumps(o) + "\n" for o in objects)


def checkpoint_line(size, text):
    return {"size": size, "issuedAt": "2023-07-12T01:31:0%dZ" % size, "note": text}


def export_of(events, signer, sizes=SIZES, cosigner=None):
    """Everything made to fit the events, as who holds the signer's key can."""
    lines = []
    for size in sizes:
        body = body_of(ORIGIN, size, head_of(events, size))
        lines.append(checkpoint_line(size, note(body, signer.sign(body), cosigner.cosign(body, 1700000000 + size) if cosigner else "")))
    return {
        LEDGER: json.dumps(
            {
                "format": "event-ledger-export", "version": 1, "origin": ORIGIN, "size": len(events),
                "root": b64(head_of(events)), "exportedAt": "2024-01-01T00:00:00Z",
            }
        ),
        EVENTS: object_lines(events),
        CHECKPOINTS: object_lines(lines),
        KEYS: "# keys\n%s\n" % signer.vkey,
    }


def exports():
    log, rotated = Key(ORIGIN, 0, ED25519), Key(ORIGIN, 1, ED25519)
    twin, other_twin = Key(ORIGIN, 3, ED25519), Key(ORIGIN, 4, ED25519)
    witness = Key("example.org/witness", 2, COSIGNATURE)
    stranger = Key("example.org/other", 2, ED25519)
    sound = export_of(history(), log)
    notes = {size: json.loads(sound[CHECKPOINTS].split("\n")[i])["note"] for i, size in enumerate(SIZES)}
    cases = []
    ANY = object()

    def add(name, exit, files=None, wrong=None, keys=(log.vkey,), checkpoints=()):
        assert (exit == 1) == (wrong is not None), name
        changed = {file: text for file, text in (files or {}).items() if text != sound.get(file, ANY)}
        assert changed or not files, name
        case = {"name": name, "exit": exit}
        if wrong:
            what, start, end = wrong
            case["wrong"] = {"what": what, "from": start, "to": end}
        cases.append(dict(case, keys=list(keys), checkpoints=list(checkpoints), files=changed))

    def edited(file, old, new, export=sound):
        assert export[file].count(old) >= 1, (file, old)
        return {file: export[file].replace(old, new, 1)}

    def lines_of(file, change):
        lines = sound[file].splitlines(keepends=True)
        change(lines)
        return {file: "".join(lines)}

    def event_at(position, wrong_to=None):
        return ("event", position, wrong_to or position)

    # What proves what.
    add("whole", 0)
    add("nothing from elsewhere", 3, keys=())
    add("another key of the ledger from elsewhere", 3, keys=(rotated.vkey,))
    add("the last checkpoint from elsewhere", 0, keys=(), checkpoints=(notes[7],))
    add("an earlier checkpoint from elsewhere, and no key", 3, keys=(), checkpoints=(notes[3],))
    add("no checkpoint for the last events", 3, {CHECKPOINTS: object_lines([checkpoint_line(3, notes[3])])})
    add("no checkpoints", 3, {CHECKPOINTS: ""})
    add("no keys in the export", 0, {KEYS: ""})
    cosigned = export_of(history(), log, cosigner=witness)
    add("a witness from elsewhere", 0, cosigned, keys=(witness.vkey,))
    add("a witness and the ledger's key from elsewhere", 0, cosigned, keys=(log.vkey, witness.vkey))
    add("a witness from elsewhere that has cosigned nothing", 3, keys=(log.vkey, witness.vkey))
    add("keys of two ledgers from elsewhere", 0, keys=(stranger.vkey, log.vkey))
    add("a key of another ledger from elsewhere", 64, keys=(stranger.vkey,))
    empty = export_of([], log, sizes=())
    add("no events, and nothing that proves it", 3, empty)
    add("no events, and a checkpoint that proves it", 0, export_of([], log, sizes=(0,)))

    # Events altered.
    add("a payload altered", 1, {EVENTS: object_lines(at(5, payload=b64(b"{}")))}, event_at(4, 7))
    add("a name altered", 1, {EVENTS: object_lines(at(2, name="thing-undone"))}, event_at(1, 3))
    add("an id normalized", 1, {EVENTS: object_lines(at(7, aggregateId="thi\u0301"))}, event_at(4, 7))
    add("an event missing", 1, lines_of(EVENTS, lambda lines: lines.pop(4)), event_at(5))
    add("the first event missing", 1, lines_of(EVENTS, lambda lines: lines.pop(0)), event_at(1))
    add("the last event missing", 1, lines_of(EVENTS, lambda lines: lines.pop()), event_at(7))
    add("an event twice", 1, lines_of(EVENTS, lambda lines: lines.insert(4, lines[3])), event_at(5))
    add("an event too many", 1, {EVENTS: object_lines(numbered(history() + [dict(history()[6], id="e-8", sequence=4)]))}, event_at(8))
    add("two events swapped", 1, lines_of(EVENTS, lambda lines: lines.insert(3, lines.pop(5))), event_at(4))
    swapped = history()
    swapped[3], swapped[5] = swapped[5], swapped[3]
    add("two events swapped and numbered again", 1, {EVENTS: object_lines(numbered(swapped))}, event_at(4, 5))
    shorter = export_of(history()[:6], log, sizes=(3,))
    add("the end cut off, and all made to fit", 3, shorter)
    add("the end cut off, and the checkpoints kept", 1, dict(shorter, **{CHECKPOINTS: sound[CHECKPOINTS]}), event_at(7))
    add("an older state, and a checkpoint from elsewhere that is newer", 1, shorter, event_at(7), checkpoints=(notes[7],))
    rewritten = at(5, payload=b64(b"{}"))
    add("hashed again", 1, dict(export_of(rewritten, log), **{CHECKPOINTS: sound[CHECKPOINTS]}), event_at(4, 7))
    add("hashed and signed again by another key", 3, export_of(rewritten, rotated))
    add("hashed and signed again by another key, which is in the export", 3, export_of(rewritten, rotated), keys=())
    add("hashed and signed again by the same key", 0, export_of(rewritten, log))
    add(
        "hashed and signed again by the same key, and a checkpoint from elsewhere", 1, export_of(rewritten, log),
        event_at(1, 7), checkpoints=(notes[7],),
    )
    add(
        "hashed and signed again by the same key, and two checkpoints from elsewhere", 1, export_of(rewritten, log),
        event_at(4, 7), checkpoints=(notes[7], notes[3]),
    )

    # Events that do not go with others, though all is signed.
    add("an id twice", 1, export_of(at(6, id="e-2"), log), event_at(4, 6))
    add("a sequence left out", 1, export_of(at(5, sequence=3), log), event_at(4, 5))
    add("a sequence that begins with 1", 1, export_of(at(3, sequence=1), log), event_at(1, 3))
    add("a sequence below 0", 1, export_of(at(1, sequence=-1), log), event_at(1, 1))
    add("an event of no aggregate with sequence 1", 1, export_of(at(4, sequence=1), log), event_at(4, 4))
    add("an aggregate that is named as an event of none", 0, export_of(at(6, aggregateId="e-4", sequence=0), log))
    add("an aggregate without type, not named as its event", 0, export_of(at(4, aggregateId="x"), log))
    add("recorded before the event ahead of it", 1, export_of(at(5, recordedAt=START), log), event_at(4, 5))
    add("a timestamp that is no time, for it is not looked at", 0, export_of(at(5, timestamp="yesterday"), log))
    add("an empty id and an empty name", 0, export_of(at(5, id="", name=""), log))

    # Checkpoints and keys.
    def with_note(text, index=1, **changed):
        objects = [json.loads(line) for line in sound[CHECKPOINTS].splitlines()]
        objects[index].update(note=text, **changed)
        return {CHECKPOINTS: object_lines(objects)}

    body = body_of(ORIGIN, 7, head_of(history()))
    other = body_of(ORIGIN, 7, head_of(rewritten))
    foreign = body_of("example.org/other", 7, head_of(history()))
    flawed = note(body, log.line(flipped(base64.b64decode(log.sign(body).split(" ")[2])[4:])))
    add("a wrong signature", 1, with_note(flawed), ("checkpoint", 7, 7))
    add("a wrong signature, and an event missing before it", 1, dict(with_note(flawed), **lines_of(EVENTS, lambda lines: lines.pop(4))), event_at(5))
    add("a wrong signature of a key that is only in the export", 1, with_note(flawed), ("checkpoint", 7, 7), keys=())
    add("a note that is none", 2, with_note("x"))
    add("a note that is none, and an event missing before the checkpoint ahead of it", 1, dict(with_note("x"), **lines_of(EVENTS, lambda lines: lines.pop(1))), event_at(2))
    add("a first note that is none, and an event missing", 2, dict(with_note("x", 0), **lines_of(EVENTS, lambda lines: lines.pop(1))))
    add("a checkpoint of another ledger", 1, with_note(note(foreign, log.sign(foreign))), ("checkpoint", 7, 7))
    add("a checkpoint of another history, signed by the same key", 1, with_note(note(other, log.sign(other))), event_at(4, 7))
    add("a checkpoint of another history, signed by nobody known", 1, with_note(note(other, rotated.sign(other))), event_at(4, 7))
    add(
        "a checkpoint of another history, and the right one from elsewhere", 1, with_note(note(other, log.sign(other))),
        ("checkpoint", 7, 7), checkpoints=(notes[7],),
    )
    add("the right checkpoint, and one of another history from elsewhere", 1, None, event_at(1, 7), checkpoints=(note(other, rotated.sign(other)),))
    for order in (1, -1):
        add(
            "two checkpoints of one size from elsewhere, the wrong one %s" % ("last" if order > 0 else "first"), 1, None,
            ("checkpoint", 7, 7), checkpoints=(notes[7], note(other, rotated.sign(other)))[::order],
        )
    add("a line that states another size than its note", 1, with_note(notes[7], size=6), ("checkpoint", 6, 6))
    add("checkpoints in the wrong order", 1, lines_of(CHECKPOINTS, lambda lines: lines.reverse()), ("checkpoint", 3, 3))
    add("a checkpoint twice", 1, lines_of(CHECKPOINTS, lambda lines: lines.insert(0, lines[0])), ("checkpoint", 3, 3))
    nothing = body_of(ORIGIN, 0, sha256(b""))
    add("a checkpoint of no events", 0, {CHECKPOINTS: object_lines([checkpoint_line(0, note(nothing, log.sign(nothing)))]) + sound[CHECKPOINTS]})
    forged = body_of(ORIGIN, 0, sha256(b"forged"))
    add("a checkpoint of no events with the root of some", 1, {CHECKPOINTS: object_lines([checkpoint_line(0, note(forged, log.sign(forged)))]) + sound[CHECKPOINTS]}, ("checkpoint", 0, 0))
    add("no events, and the root of some", 1, dict(empty, **{LEDGER: empty[LEDGER].replace(b64(sha256(b"")), b64(sha256(b"forged")))}), ("checkpoint", 0, 0))
    add("a checkpoint of another ledger from elsewhere", 64, checkpoints=(note(foreign, log.sign(foreign)),))
    add("a checkpoint from elsewhere with a wrong signature", 64, checkpoints=(flawed,))
    add("a checkpoint from elsewhere with a wrong signature of a key that is only in the export", 64, keys=(), checkpoints=(flawed,))
    add("a checkpoint from elsewhere that is none", 64, checkpoints=("x",))
    add("a key from elsewhere that is none", 64, keys=(log.vkey[:-1],))
    by_twin = export_of(history(), twin)
    add("two keys of one name and key id in the export", 2, dict(by_twin, **{KEYS: "%s\n%s\n" % (twin.vkey, other_twin.vkey)}), keys=())
    add("a key in the export that has name and key id of one from elsewhere", 2, dict(by_twin, **{KEYS: other_twin.vkey + "\n"}), keys=(twin.vkey,))
    add("two keys of one name and key id from elsewhere", 64, by_twin, keys=(twin.vkey, other_twin.vkey))
    add("a key in the export twice", 0, {KEYS: sound[KEYS] + log.vkey + "\n"})
    add("a key in the export of another ledger", 0, {KEYS: sound[KEYS] + stranger.vkey + "\n"})
    add("keys in the export of types not known", 0, {KEYS: sound[KEYS] + "example.org/w+12345678+%s\n\n" % b64(bytes([2, 3, 4]))})
    add("a key in the export with another key id", 2, edited(KEYS, "+47c1c1b2+", "+47c1c1b3+"))
    add("a key in the export behind a space", 2, edited(KEYS, "\n" + log.name, "\n " + log.name))
    add("carriage returns in keys.txt", 2, {KEYS: sound[KEYS].replace("\n", "\r\n")})
    add("a key behind a carriage return in a comment is none", 3, dict(export_of(history(), log), **{KEYS: "# \r%s\n" % log.vkey}), keys=())
    add("a byte order mark before keys.txt", 2, {KEYS: "\ufeff" + log.vkey + "\n"})
    add("keys.txt without its last newline", 0, {KEYS: sound[KEYS][:-1]})

    # JSON.
    number = '"position": 5,'
    for text in ("5.0", "5e0", "05", "+5", '"5"', "null", "[5]", "9223372036854775808", "18446744073709551621"):
        add("a position that reads %s" % text, 2, edited(EVENTS, number, '"position": %s,' % text))
    add("a position that reads -5", 1, edited(EVENTS, number, '"position": -5,'), event_at(5))
    add("a sequence that reads -0", 0, edited(EVENTS, '"sequence": 0,', '"sequence": -0,'))
    great = at(1, recordedAt=-(2**63))
    add("the least number", 0, export_of(great, log))
    add("numbers above 2^53, to the last digit", 0, export_of([dict(e, recordedAt=2**53 + 1 + e["position"]) for e in history()], log))
    id = '"id": "e-5"'
    for name, text, exit in [
        ("a name twice", '"id": "e-5", "id": "e-5"', 2),
        ("a name twice, once escaped", '"\\u0069d": "e-5", "id": "e-5"', 2),
        ("an unknown name twice", '"x": 1, "x": 1, "id": "e-5"', 2),
        ("a name twice within an unknown object", '"x": [{"a": 1, "a": 1}], "id": "e-5"', 2),
        ("unknown names", '"x": [null, {"id": 1.5e300}, "\\ud800"], "y": 123456789012345678901234567890, "id": "e-5"', 0),
        ("names in capitals are unknown", '"ID": 1, "id": "e-5"', 0),
        ("an origin that is none: it is passed over", '"origin": null, "id": "e-5"', 0),
        ("a lone surrogate", '"id": "e-5\\ud800"', 2),
        ("surrogates the wrong way round", '"id": "\\ude00\\ud83d"', 2),
        ("a control character in a string", '"id": "e-\u0001"', 2),
        ("a comment", '/* */ "id": "e-5"', 2),
        ("a name missing", '"ix": "e-5"', 2),
        ("null for a string", '"id": null', 2),
        ("not a number", '"x": NaN, "id": "e-5"', 2),
        ("single quotes", "'id': 'e-5'", 2),
    ]:
        add(name, exit, edited(EVENTS, id, text))
    add("escapes where none are needed", 0, edited(EVENTS, id, '"\\u0069\\u0064": "\\u0065-5"'))
    add("characters where escapes could be", 0, {EVENTS: sound[EVENTS].replace("\\u00ed", "\u00ed").replace("\\ud83d\\ude00", "\U0001f600")})
    add("white space", 0, edited(EVENTS, '{"position": 5, ', ' \t{ "position"\t:5 ,\r '))
    add("carriage returns before newlines, which JSON takes for white space", 0, {EVENTS: sound[EVENTS].replace("\n", "\r\n"), CHECKPOINTS: sound[CHECKPOINTS].replace("\n", "\r\n")})
    for file in (LEDGER, EVENTS, CHECKPOINTS):
        add("a byte order mark before " + file, 2, {file: "\ufeff" + sound[file]})
    for file in (EVENTS, CHECKPOINTS):
        add("no newline at the end of " + file, 2, {file: sound[file][:-1]})
        add("an empty line at the end of " + file, 2, {file: sound[file] + "\n"})
        add("an empty line within " + file, 2, {file: sound[file].replace("\n", "\n\n", 1)})
        add("two objects in a line of " + file, 2, {file: sound[file].replace("\n", " ", 1)})
        add("an array in " + file, 2, {file: "[%s]\n" % sound[file].split("\n")[0]})
    payload = '"payload": "%s"' % history()[1]["payload"]
    for name, text in [
        ("no padding", payload.replace("=", "")),
        ("bits left over", '"payload": "%s"' % left_over(history()[1]["payload"])),
        ("too much padding", payload.replace('="', '=="')),
        ("a newline", payload.replace('": "', '": "\\n')),
        ("a space", payload.replace('": "ey', '": "ey ')),
        ("a letter of another alphabet", payload.replace("J", "-", 1)),
    ]:
        add("base64 with " + name, 2, edited(EVENTS, payload, text))
    description = json.loads(sound[LEDGER])
    for name, exit, changed in [
        ("another format", 2, {"format": "other"}),
        ("another version", 2, {"version": 2}),
        ("a version that is a string", 2, {"version": "1"}),
        ("a size below 0", 2, {"size": -1}),
        ("a root of 31 bytes", 2, {"root": b64(bytes(31))}),
        ("a root with bits left over", 2, {"root": left_over(description["root"])}),
        ("another ledger", 64, {"origin": "example.org/other"}),
        ("no time", 2, {"exportedAt": "yesterday"}),
        ("a time with an offset", 2, {"exportedAt": "2024-01-01T07:00:00+07:00"}),
        ("a time without seconds", 2, {"exportedAt": "2024-01-01T00:00Z"}),
        ("a time in small letters", 2, {"exportedAt": "2024-01-01t00:00:00z"}),
        ("a day that never was", 2, {"exportedAt": "2023-02-29T00:00:00Z"}),
        ("hour 24", 2, {"exportedAt": "2024-01-01T24:00:00Z"}),
        ("a time with nine digits of a second", 0, {"exportedAt": "2024-02-29T23:59:59.123456789Z"}),
        ("a time with ten digits of a second", 2, {"exportedAt": "2024-02-29T23:59:59.1234567890Z"}),
    ]:
        add("ledger.json: " + name, exit, {LEDGER: json.dumps(dict(description, **changed))})
    add("ledger.json: another root", 1, {LEDGER: json.dumps(dict(description, root=b64(sha256(b"forged"))))}, ("checkpoint", 7, 7))
    add(
        "ledger.json: another root, and no checkpoint of that size", 1,
        {LEDGER: json.dumps(dict(description, root=b64(sha256(b"forged")))), CHECKPOINTS: object_lines([checkpoint_line(3, notes[3])])},
        event_at(4, 7),
    )
    add("ledger.json: one event less", 1, {LEDGER: json.dumps(dict(description, size=6))}, event_at(7))
    add("ledger.json: one event more", 1, {LEDGER: json.dumps(dict(description, size=8))}, event_at(8))
    add("ledger.json: a name missing", 2, {LEDGER: json.dumps({k: v for k, v in description.items() if k != "exportedAt"})})
    add("ledger.json: white space around", 0, {LEDGER: "\n%s\r\n\n" % sound[LEDGER]})
    add("ledger.json: text behind", 2, {LEDGER: sound[LEDGER] + "x"})
    for file in (LEDGER, EVENTS, CHECKPOINTS, KEYS):
        add("no " + file, 2, {file: None})
    return {
        "about": "One export, file by file, and what is to be said of it and of others. files: those that differ from the "
        "sound one; null: not in the archive. keys, checkpoints: known from elsewhere. exit: the exit code of the page; "
        "wrong: the position, or the size of the checkpoint, that is reported. Archives are made from the files as they are.",
        "files": sound,
        "cases": cases,
    }


# --- files -----------------------------------------------------------------------------------------------------------


def text(vectors):
    """JSON with one vector a line, so that a difference shows which."""
    parts = []
    for name, value in vectors.items():
        if isinstance(value, list):
            value = "[\n%s\n]" % ",\n".join("  " + json.dumps(entry) for entry in value)
        else:
            value = json.dumps(value)
        parts.append("%s: %s" % (json.dumps(name), value))
    return "{\n%s\n}\n" % ",\n".join(parts)


def main(arguments):
    files = {
        "leaves.json": leaves,
        "trees.json": trees,
        "inclusion.json": inclusion,
        "consistency.json": consistency,
        "checkpoints.json": checkpoints,
        "exports.json": exports,
    }
    stale = []
    for name, vectors in files.items():
        path, wanted = HERE / name, text(vectors())
        if arguments == ["--check"]:
            if not path.exists() or path.read_text(encoding="utf-8") != wanted:
                stale.append(name)
        else:
            path.write_text(wanted, encoding="utf-8")
    if stale:
        sys.exit("Not what this program would write: " + ", ".join(stale))


if __name__ == "__main__":
    main(sys.argv[1:])
