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
    if not 1 <= position <= size:
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
    if not 0 <= start <= end:
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
]
PUBLIC = [
    "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
    "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
    "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
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
        ("an empty line in the body", body + "\nextension\n\n" + signed),
    ]:
        add(name, note, parses=False)

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
    ]
    return {
        "about": "Verifier keys and signed checkpoints. keyId, publicKey, root, seed: hex; time: seconds since 1970. "
        "The secret keys are those of RFC 8032, section 7.1: known to all. "
        "verifiedBy: which of keys and publishedKeys verify a signature of the note.",
        "keys": [dict(key.described(), seed=key.seed) for key in (log, rotated, witness)],
        "publishedKeys": PUBLISHED_KEYS,
        "invalidKeys": [{"name": name, "vkey": vkey} for name, vkey in invalid],
        "checkpoints": cases,
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
