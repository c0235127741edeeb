"""Archives, byte by byte: what a zip may be, and what it may not."""

import json
import struct
import zlib

from .encoding import b64
from .exports import LOG, ORIGIN, ROTATED, STRANGER
from .history import CHECKPOINTS, EVENTS, KEYS, LEDGER, export_of, history, object_lines

FILES = {name: text.encode("utf-8") for name, text in export_of(history()[:2], LOG, sizes=(1, 2)).items()}
NAMES = (LEDGER, EVENTS, CHECKPOINTS, KEYS)
ALL_32, ALL_16 = 0xFFFFFFFF, 0xFFFF


def packed(data, kinds=(1,), final=True):
    """DEFLATE, made here so that it is the same on every machine: blocks of stored bytes (kind 0) or fixed codes (1)."""
    bits = []

    def number(value, width):
        bits.extend(value >> i & 1 for i in range(width))

    def code(value, width):
        bits.extend(value >> i & 1 for i in reversed(range(width)))

    share = -(-len(data) // len(kinds)) if data else 0
    for i, kind in enumerate(kinds):
        block = data[i * share:(i + 1) * share]
        number(1 if final and i == len(kinds) - 1 else 0, 1)
        number(kind, 2)
        if kind == 0:
            number(0, -len(bits) % 8)
            number(len(block), 16)
            number(len(block) ^ 0xFFFF, 16)
        for byte in block:
            if kind == 0:
                number(byte, 8)
            elif byte < 144:
                code(0x30 + byte, 8)
            else:
                code(0x190 + byte - 144, 9)
        if kind == 1:
            code(0, 7)
    number(0, -len(bits) % 8)
    made = bytes(sum(bit << j for j, bit in enumerate(bits[i:i + 8])) for i in range(0, len(bits), 8))
    if final:
        assert zlib.decompress(made, -15) == data
    return made


def entry(name, data, /, method=8, **other):
    made = {
        "name": name.encode("utf-8"), "method": method, "data": packed(data) if method == 8 else data, "size": len(data),
        "crc": zlib.crc32(data), "flags": 0, "extra": b"", "comment": b"", "begin": b"PK\x03\x04", "local": {}, "behind": b"", "moved": 0, "wide": False,
    }
    made["packed"] = len(made["data"])
    made.update(other)
    return made


def entries(changed=None, files=FILES, **other):
    """The four entries; changed: what is not as it should be, by name."""
    return [entry(name, files[name], **dict(other, **(changed or {}).get(name, {}))) for name in NAMES]


def fields(e):
    return struct.pack("<HHHHHIII", 20, e["flags"], e["method"], 0, 0x5821, e["crc"], e["packed"], min(e["size"], ALL_32))


def archive(entries, before=b"", between=b"", comment=b"", behind=b"", shift=0, wide_end=False, **end):
    """end: what its end record states that is not so."""
    out = bytearray(before)
    directory = bytearray()
    for e in entries:
        offset = len(out) + e["moved"]
        local = dict(e, **e["local"])
        out += local["begin"] + fields(local)
        out += struct.pack("<HH", len(local["name"]), len(local["extra"])) + local["name"] + local["extra"]
        out += e["data"] + e["behind"]
        central = e
        extra = e["extra"]
        if e["wide"]:
            extra = extra + struct.pack("<HHQQQ", 1, 24, e["size"], e["packed"], offset)
            central, offset = dict(e, size=ALL_32, packed=ALL_32), ALL_32
        directory += b"PK\x01\x02" + struct.pack("<H", 20) + fields(central)
        directory += struct.pack("<HHHHHII", len(e["name"]), len(extra), len(e["comment"]), 0, 0, 0, offset & ALL_32)
        directory += e["name"] + extra + e["comment"]
    start = len(out)
    out += directory + between
    count = len(entries)
    stated = {"disk": 0, "start_disk": 0, "here": count, "count": count, "size": len(directory), "offset": start + shift, "length": len(comment)}
    if wide_end:
        wide = dict(stated, locator=b"PK\x06\x07", at=len(out), disks=1)
        wide.update(end.pop("wide", {}))
        out += b"PK\x06\x06" + struct.pack(
            "<QHHIIQQQQ", 44, 45, 45, wide["disk"], wide["start_disk"], wide["here"], wide["count"], wide["size"], wide["offset"])
        out += wide["locator"] + struct.pack("<IQI", 0, wide["at"], wide["disks"])
        stated.update(here=ALL_16, count=ALL_16, size=ALL_32, offset=ALL_32)
    stated.update(end)
    out += b"PK\x05\x06" + struct.pack("<HHHHIIH", *stated.values()) + comment + behind
    return bytes(out)


CASES = []


def add(name, exit, made, wrong=None, keys=(LOG.vkey,), checkpoints=()):
    case = {"name": name, "exit": exit}
    if wrong:
        what, start, end = wrong
        case["wrong"] = {"what": what, "from": start, "to": end}
    CASES.append(dict(case, keys=list(keys), checkpoints=list(checkpoints), archive=b64(made)))


def sound():
    add("deflated", 0, archive(entries()))
    add("stored", 0, archive(entries(method=0)))
    add("deflated in several blocks", 0, archive([dict(e, data=d, packed=len(d)) for e in entries() for d in [packed(FILES[e["name"].decode()], (0, 1, 0, 1))]]))
    add("in another order", 0, archive(entries()[::-1]))
    add("further entries and directories", 0, archive([entry("a/", b"", 0)] + entries() + [entry("Ledger.json", b"x"), entry("keys.txt/", b"", 0), entry("\u00e9", b"", 0)]))
    add("further entries that cannot be read", 0, archive([entry("x", b"y", method=99, flags=1, moved=10**6)] + entries()))
    add("comments and extra fields of entries", 0, archive(entries(extra=b"\x99\x99\x03\x00abc", comment=b"c")))
    add("extra fields that are cut off", 0, archive(entries(extra=b"\x01\x00\x18")))
    add("lengths and checksums behind the bytes, as who writes a stream does", 0, archive(
        [dict(e, flags=8, local={"crc": 0, "packed": 0, "size": 0}, behind=b"PK\x07\x08" + struct.pack("<III", e["crc"], e["packed"], e["size"])) for e in entries()]))
    add("local headers that say something else", 0, archive(
        [dict(e, local={"crc": 1, "packed": 2, "size": 3, "method": 7, "flags": 1, "name": b"other", "extra": b"abcd"}) for e in entries()]))
    add("numbers of 64 bits in the entries", 0, archive(entries(wide=True)))
    add("numbers of 64 bits in the end record", 0, archive(entries(), wide_end=True))
    add("numbers of 64 bits everywhere", 0, archive(entries(wide=True), wide_end=True))
    add("numbers of 64 bits in the end record for its offset only", 0, archive(
        entries(), wide_end=True, here=4, count=4, size=len(archive(entries())) - 22 - archive(entries()).index(b"PK\x01\x02"), wide={"count": 0, "here": 0, "size": 0}))
    add("bytes that belong to nothing, before, between and behind entries", 0, archive([dict(e, behind=b"PK\x03\x04") for e in entries()], before=b"x", between=b"y"))


def ends():
    add("a comment", 2, archive(entries(), comment=b"x"))
    add("a byte behind the archive", 2, archive(entries(), behind=b"x"))
    add("a newline behind the archive", 2, archive(entries(), behind=b"\n"))
    add("a comment whose length is not stated", 2, archive(entries(), comment=b"x", length=0))
    add("a length of a comment, and none", 2, archive(entries(), length=1))
    add("bytes before the archive, and offsets as without them", 2, archive(entries(moved=-1), before=b"x", shift=-1))
    for more in (-1, 1):
        add("a count of entries that is %d too %s" % (1, "small" if more < 0 else "great"), 2, archive(entries(), here=4 + more, count=4 + more))
        add("a count of entries that is %d too %s, in 64 bits" % (1, "small" if more < 0 else "great"), 2, archive(entries(), wide_end=True, wide={"here": 4 + more, "count": 4 + more}))
    add("a count of 0 entries", 2, archive(entries(), here=0, count=0))
    add("two counts of entries that differ", 2, archive(entries(), here=3))
    add("the count of a further entry missing", 2, archive(entries() + [entry("x", b"")], here=4, count=4))
    directory = len(archive(entries())) - 22 - archive(entries()).index(b"PK\x01\x02")
    for more in (-1, 1):
        add("a directory that is stated %d byte too %s" % (1, "short" if more < 0 else "long"), 2, archive(entries(), size=directory + more))
        add("a directory that is stated %d byte too %s" % (1, "early" if more < 0 else "late"), 2, archive(entries(), shift=more))
    add("a directory that is stated to be far behind the end", 2, archive(entries(), shift=10**9))
    add("a part of an archive", 2, archive(entries(), disk=1))
    add("a directory in another part of the archive", 2, archive(entries(), start_disk=1))
    add("no locator of the 64-bit end record", 2, archive(entries(), wide_end=True, wide={"locator": b"PK\x06\x08"}))
    add("a locator that leads elsewhere", 2, archive(entries(), wide_end=True, wide={"at": 1}))
    add("a locator that leads behind the end", 2, archive(entries(), wide_end=True, wide={"at": 2**63 - 1}))
    add("a locator that leads before the beginning", 2, archive(entries(), wide_end=True, wide={"at": 2**64 - 1}))
    add("a locator of two parts", 2, archive(entries(), wide_end=True, wide={"disks": 2}))
    for name in ("size", "offset"):
        add("the greatest %s of the directory, in 64 bits" % name, 2, archive(entries(), wide_end=True, wide={name: 2**63 - 1}))
        add("more than the greatest %s of the directory, in 64 bits" % name, 2, archive(entries(), wide_end=True, wide={name: 2**63}))
    add("the last byte missing", 2, archive(entries())[:-1])
    add("no archive", 2, b"no archive")
    add("an empty file", 2, b"")
    add("no entries", 2, archive([]))


def entries_wrong():
    for name in NAMES:
        add("%s twice" % name, 2, archive(entries() + [entry(name, FILES[name])]))
        add("no %s" % name, 2, archive([e for e in entries() if e["name"] != name.encode()]))
        made = packed(FILES[name])
        add("a byte behind the packed bytes of %s" % name, 2, archive(entries({name: {"data": made + b"\0", "packed": len(made) + 1}})))
        add("the packed bytes of %s cut off" % name, 2, archive(entries({name: {"packed": len(made) - 1}})))
        add("the packed bytes of %s without an end" % name, 2, archive(entries({name: {"data": packed(FILES[name], final=False), "packed": len(packed(FILES[name], final=False))}})))
        for more in (-1, 1):
            add("a size of %s that is 1 too %s" % (name, "small" if more < 0 else "great"), 2, archive(entries({name: {"size": len(FILES[name]) + more}})))
            add("a size of %s, stored, that is 1 too %s" % (name, "small" if more < 0 else "great"), 2, archive(entries({name: {"method": 0, "size": len(FILES[name]) + more, "packed": len(FILES[name])}})))
        add("%s stored with a byte more than its size" % name, 2, archive(entries({name: {"method": 0, "data": FILES[name] + b"\n", "packed": len(FILES[name]) + 1}})))
        add("another checksum of %s" % name, 2, archive(entries({name: {"crc": zlib.crc32(FILES[name]) ^ 1}})))
        add("%s encrypted" % name, 2, archive(entries({name: {"flags": 1}})))
        add("%s packed by another method" % name, 2, archive(entries({name: {"method": 9, "data": made, "packed": len(made)}})))
    add("a local header that is none", 2, archive(entries({KEYS: {"local": {"begin": b"PK\x03\x05"}}})))
    add("an entry that is not where it should be", 2, archive(entries({KEYS: {"moved": 1}})))
    add("an entry far behind the end", 2, archive(entries({KEYS: {"moved": 10**6}})))
    add("an entry that reaches into the directory", 2, archive(entries({KEYS: {"method": 0, "packed": len(FILES[KEYS]) + 1, "size": len(FILES[KEYS]) + 1, "crc": zlib.crc32(FILES[KEYS] + b"P")}})))
    add("the greatest size of an entry, in 64 bits", 2, archive(entries({KEYS: {"wide": True, "size": 2**63 - 1}})))
    add("more than the greatest size of an entry, in 64 bits", 2, archive(entries({KEYS: {"wide": True, "size": 2**63}})))
    add("an entry at an offset of more than 2^62", 2, archive(entries({KEYS: {"wide": True, "moved": 2**62}})))
    add("a number of 64 bits that is missing", 2, archive(entries({KEYS: {"packed": ALL_32}})))


def which_goes_first():
    """Faults of several kinds in one archive."""
    events = [json.loads(line) for line in FILES[EVENTS].splitlines()]
    altered = dict(FILES, **{EVENTS: object_lines([events[0], dict(events[1], payload="")]).encode()})
    cut = dict(FILES, **{EVENTS: object_lines(events[:1]).encode()})
    lines = FILES[CHECKPOINTS].splitlines(keepends=True)
    greater = dict(FILES, **{EVENTS: cut[EVENTS], LEDGER: export_of(history()[:1], LOG, sizes=(1,))[LEDGER].encode()})
    damage = {"crc": 0}
    add("an event altered", 1, archive(entries(files=altered)), ("event", 2, 2))
    add("an event altered, and keys.txt damaged", 2, archive(entries({KEYS: damage}, files=altered)))
    add("an event altered, and behind it the events damaged", 2, archive(entries({EVENTS: damage}, files=altered)))
    add("an event altered, and the checkpoints damaged", 2, archive(entries({CHECKPOINTS: damage}, files=altered)))
    add("the end cut off, and the checkpoints damaged", 2, archive(entries({CHECKPOINTS: damage}, files=cut)))
    add("the end cut off", 1, archive(entries(files=cut)), ("event", 2, 2))
    add("a greater checkpoint, and behind it nothing wrong", 1, archive(entries(files=greater)), ("event", 2, 2))
    add("a greater checkpoint, and the checkpoints damaged", 2, archive(entries({CHECKPOINTS: damage}, files=greater)))
    more = dict(greater, **{CHECKPOINTS: FILES[CHECKPOINTS] + b"x\n"})
    add("a greater checkpoint, and behind it a line that is none", 1, archive(entries(files=more)), ("event", 2, 2))
    add("a greater checkpoint, and behind it no end of a line, and bytes behind the packed ones", 2, archive(
        entries({CHECKPOINTS: {"data": packed(more[CHECKPOINTS][:-1]) + b"x", "packed": len(packed(more[CHECKPOINTS][:-1])) + 1}}, files=dict(more, **{CHECKPOINTS: more[CHECKPOINTS][:-1]}))))
    add("a key of another ledger from elsewhere, and the events damaged", 64, archive(entries({EVENTS: damage})), keys=(STRANGER.vkey,))
    add("a key of another ledger from elsewhere, and keys.txt damaged", 64, archive(entries({KEYS: damage})), keys=(STRANGER.vkey,))
    add("a key of another ledger from elsewhere, and ledger.json damaged", 2, archive(entries({LEDGER: damage})), keys=(STRANGER.vkey,))
    add("a key of another ledger from elsewhere, and no archive", 2, b"x", keys=(STRANGER.vkey,))
    add("a key from elsewhere that is none, and no archive", 64, b"x", keys=("x",))
    add("a checkpoint from elsewhere that is none, and no archive", 64, b"x", checkpoints=("x",))
    note = json.loads(lines[1])["note"]
    other = note.replace(ORIGIN + "\n2", "example.org/other\n2")
    add("a checkpoint of another ledger from elsewhere, and keys.txt damaged", 2, archive(entries({KEYS: damage})), checkpoints=(other,))
    add("a checkpoint of another ledger from elsewhere, and the checkpoints damaged", 64, archive(entries({CHECKPOINTS: damage})), checkpoints=(other,))
    add("nothing that is proven, and the events damaged", 2, archive(entries({EVENTS: damage})), keys=(ROTATED.vkey,))


def archives():
    sound()
    ends()
    entries_wrong()
    which_goes_first()
    return {
        "about": "Whole archives in base64, and what is to be said of each; the rest as in exports.json.",
        "cases": CASES,
    }
