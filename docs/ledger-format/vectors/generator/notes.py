"""Keys, signed notes and checkpoints."""

import base64
import pathlib
import subprocess
import tempfile

from .encoding import b64, flipped, left_over, sha256
from .trees import LEAVES, root

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
    for size in (2**31 - 1, 2**31, 2**32, 2**53 - 1, 2**53, 2**53 + 1, 2**62 - 1, 2**62, 2**62 + 1, 2**63 - 2, 2**63 - 1):
        great = body_of(origin, size, head)
        name = "the greatest size" if size == 2**63 - 1 else "size %d" % size
        add(name, great + "\n" + log.sign(great), log, size=size)
    most = "".join("\u2014 example.net/other%d %s\n" % (i, b64(bytes([i] * 9))) for i in range(99))
    add("100 signatures", body + "\n" + most + signed, log)
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
        ("101 signatures", body + "\n" + most + signed + signed),
        ("the size 2^64 - 1", body_of(origin, 2**64 - 1, head) + "\n" + signed),
        ("the size 2^64 + 43", body_of(origin, 2**64 + 43, head) + "\n" + signed),
        ("a size of 20 digits", body_of(origin, 10**19, head) + "\n" + signed),
        ("a size of 1,000 digits", body_of(origin, "4" * 1000, head) + "\n" + signed),
        ("a size of two zeros", body_of(origin, "00", head) + "\n" + signed),
        ("the greatest size with a leading zero", body_of(origin, "09223372036854775807", head) + "\n" + signed),
        ("an empty size", body_of(origin, "", head) + "\n" + signed),
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
