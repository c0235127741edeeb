"""A small history, and exports of it and of others, made to fit by who holds a key."""

import json

from .encoding import b64, sha256
from .leaves import event, preimage
from .notes import body_of
from .trees import root

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
