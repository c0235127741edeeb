"""Events and their leaf hashes."""

import base64

from .encoding import b64, sha256


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
