"""Whole exports, sound and not, and what is to be said of each."""

import base64
import json

from .encoding import b64, flipped, left_over, sha256
from .history import (
    CHECKPOINTS, EVENTS, KEYS, LEDGER, ORIGIN, SIZES, START,
    at, checkpoint_line, export_of, head_of, history, note, numbered, object_lines,
)
from .notes import COSIGNATURE, ED25519, Key, body_of

LOG, ROTATED = Key(ORIGIN, 0, ED25519), Key(ORIGIN, 1, ED25519)
TWIN, OTHER_TWIN = Key(ORIGIN, 3, ED25519), Key(ORIGIN, 4, ED25519)
WITNESS = Key("example.org/witness", 2, COSIGNATURE)
STRANGER = Key("example.org/other", 2, ED25519)

SOUND = export_of(history(), LOG)
EMPTY = export_of([], LOG, sizes=())
NOTES = {size: json.loads(SOUND[CHECKPOINTS].split("\n")[i])["note"] for i, size in enumerate(SIZES)}
REWRITTEN = at(5, payload=b64(b"{}"))

CASES = []


def add(name, exit, files=None, wrong=None, keys=(LOG.vkey,), checkpoints=()):
    """One case; files: those that are not as in the sound export."""
    assert (exit == 1) == (wrong is not None), name
    changed = {file: text for file, text in (files or {}).items() if file not in SOUND or text != SOUND[file]}
    assert changed or not files, name
    case = {"name": name, "exit": exit}
    if wrong:
        what, start, end = wrong
        case["wrong"] = {"what": what, "from": start, "to": end}
    CASES.append(dict(case, keys=list(keys), checkpoints=list(checkpoints), files=changed))


def edited(file, old, new):
    assert old in SOUND[file], (file, old)
    return {file: SOUND[file].replace(old, new, 1)}


def lines_of(file, change):
    lines = SOUND[file].splitlines(keepends=True)
    change(lines)
    return {file: "".join(lines)}


def event_at(position, to=None):
    return ("event", position, to or position)


def with_note(text, index=1, **changed):
    objects = [json.loads(line) for line in SOUND[CHECKPOINTS].splitlines()]
    objects[index].update(note=text, **changed)
    return {CHECKPOINTS: object_lines(objects)}


def signed_line(size, events, key=LOG, stated=None):
    """A line of checkpoints.ndjson; of a size that the events do not reach, with the root of all of them."""
    body = body_of(ORIGIN, size, head_of(events, size))
    return dict(checkpoint_line(7, note(body, key.sign(body))), size=size if stated is None else stated)


def unknown(size, events):
    return signed_line(size, events, ROTATED)


def what_proves_what():
    add("whole", 0)
    add("nothing from elsewhere", 3, keys=())
    add("another key of the ledger from elsewhere", 3, keys=(ROTATED.vkey,))
    add("the last checkpoint from elsewhere", 0, keys=(), checkpoints=(NOTES[7],))
    add("an earlier checkpoint from elsewhere, and no key", 3, keys=(), checkpoints=(NOTES[3],))
    add("no checkpoint for the last events", 3, {CHECKPOINTS: object_lines([checkpoint_line(3, NOTES[3])])})
    add("no checkpoints", 3, {CHECKPOINTS: ""})
    add("no keys in the export", 0, {KEYS: ""})
    cosigned = export_of(history(), LOG, cosigner=WITNESS)
    add("a witness from elsewhere", 0, cosigned, keys=(WITNESS.vkey,))
    add("a witness and the ledger's key from elsewhere", 0, cosigned, keys=(LOG.vkey, WITNESS.vkey))
    add("a witness from elsewhere that has cosigned nothing", 3, keys=(LOG.vkey, WITNESS.vkey))
    add("keys of two ledgers from elsewhere", 0, keys=(STRANGER.vkey, LOG.vkey))
    add("a key of another ledger from elsewhere", 64, keys=(STRANGER.vkey,))
    add("no events, and nothing that proves it", 3, EMPTY)
    add("no events, and a checkpoint that proves it", 0, export_of([], LOG, sizes=(0,)))


def events_altered():
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
    shorter = export_of(history()[:6], LOG, sizes=(3,))
    add("the end cut off, and all made to fit", 3, shorter)
    add("the end cut off, and the checkpoints kept", 1, dict(shorter, **{CHECKPOINTS: SOUND[CHECKPOINTS]}), event_at(7))
    add("an older state, and a checkpoint from elsewhere that is newer", 1, shorter, event_at(7), checkpoints=(NOTES[7],))
    add("hashed again", 1, dict(export_of(REWRITTEN, LOG), **{CHECKPOINTS: SOUND[CHECKPOINTS]}), event_at(4, 7))
    add("hashed and signed again by another key", 3, export_of(REWRITTEN, ROTATED))
    add("hashed and signed again by another key, which is in the export", 3, export_of(REWRITTEN, ROTATED), keys=())
    add("hashed and signed again by the same key", 0, export_of(REWRITTEN, LOG))
    add(
        "hashed and signed again by the same key, and a checkpoint from elsewhere", 1, export_of(REWRITTEN, LOG),
        event_at(1, 7), checkpoints=(NOTES[7],),
    )
    add(
        "hashed and signed again by the same key, and two checkpoints from elsewhere", 1, export_of(REWRITTEN, LOG),
        event_at(4, 7), checkpoints=(NOTES[7], NOTES[3]),
    )


def events_that_do_not_go_with_others():
    add("an id twice", 1, export_of(at(6, id="e-2"), LOG), event_at(4, 6))
    add("a sequence left out", 1, export_of(at(5, sequence=3), LOG), event_at(4, 5))
    add("a sequence that begins with 1", 1, export_of(at(3, sequence=1), LOG), event_at(1, 3))
    add("a sequence below 0", 1, export_of(at(1, sequence=-1), LOG), event_at(1, 1))
    add("an event of no aggregate with sequence 1", 1, export_of(at(4, sequence=1), LOG), event_at(4, 4))
    add("an aggregate that is named as an event of none", 0, export_of(at(6, aggregateId="e-4", sequence=0), LOG))
    add("an aggregate without type, not named as its event", 0, export_of(at(4, aggregateId="x"), LOG))
    add("recorded before the event ahead of it", 1, export_of(at(5, recordedAt=START), LOG), event_at(4, 5))
    add("a timestamp that is no time, for it is not looked at", 0, export_of(at(5, timestamp="yesterday"), LOG))
    add("an empty id and an empty name", 0, export_of(at(5, id="", name=""), LOG))


def checkpoints_wrong():
    body = body_of(ORIGIN, 7, head_of(history()))
    other = body_of(ORIGIN, 7, head_of(REWRITTEN))
    foreign = body_of("example.org/other", 7, head_of(history()))
    flawed = note(body, LOG.line(flipped(base64.b64decode(LOG.sign(body).split(" ")[2])[4:])))
    add("a wrong signature", 1, with_note(flawed), ("checkpoint", 7, 7))
    add("a wrong signature, and an event missing before it", 1, dict(with_note(flawed), **lines_of(EVENTS, lambda lines: lines.pop(4))), event_at(5))
    add("a wrong signature of a key that is only in the export", 1, with_note(flawed), ("checkpoint", 7, 7), keys=())
    add("a note that is none", 2, with_note("x"))
    add("a note that is none, and an event missing before the checkpoint ahead of it", 1, dict(with_note("x"), **lines_of(EVENTS, lambda lines: lines.pop(1))), event_at(2))
    add("a first note that is none, and an event missing", 2, dict(with_note("x", 0), **lines_of(EVENTS, lambda lines: lines.pop(1))))
    add("a checkpoint of another ledger", 1, with_note(note(foreign, LOG.sign(foreign))), ("checkpoint", 7, 7))
    add("a checkpoint of another history, signed by the same key", 1, with_note(note(other, LOG.sign(other))), event_at(4, 7))
    add("a checkpoint of another history, signed by nobody known", 1, with_note(note(other, ROTATED.sign(other))), ("checkpoint", 7, 7))
    add(
        "a checkpoint of another history, signed by nobody known, and another root in ledger.json", 1,
        dict(with_note(note(other, ROTATED.sign(other))), **edited(LEDGER, b64(head_of(history())), b64(sha256(b"forged")))), event_at(4, 7),
    )
    add(
        "a checkpoint of another history, signed by nobody known, before the last", 1,
        {CHECKPOINTS: object_lines([checkpoint_line(3, NOTES[3]), unknown(6, REWRITTEN), checkpoint_line(7, NOTES[7])])}, event_at(4, 6),
    )
    add(
        "a checkpoint of another history, signed by a key that is only in the export", 1,
        dict(with_note(note(other, ROTATED.sign(other))), **{KEYS: SOUND[KEYS] + ROTATED.vkey + "\n"}), event_at(4, 7),
    )
    add(
        "a checkpoint of another history, and the right one from elsewhere", 1, with_note(note(other, LOG.sign(other))),
        ("checkpoint", 7, 7), checkpoints=(NOTES[7],),
    )
    add("the right checkpoint, and one of another history from elsewhere", 1, None, event_at(1, 7), checkpoints=(note(other, ROTATED.sign(other)),))
    for order in (1, -1):
        add(
            "two checkpoints of one size from elsewhere, the wrong one %s" % ("last" if order > 0 else "first"), 1, None,
            ("checkpoint", 7, 7), checkpoints=(NOTES[7], note(other, ROTATED.sign(other)))[::order],
        )
    add("a line that states another size than its note", 1, with_note(NOTES[7], size=6), ("checkpoint", 6, 6))
    add("checkpoints in the wrong order", 1, lines_of(CHECKPOINTS, lambda lines: lines.reverse()), ("checkpoint", 3, 3))
    add("a checkpoint twice", 1, lines_of(CHECKPOINTS, lambda lines: lines.insert(0, lines[0])), ("checkpoint", 3, 3))
    nothing = body_of(ORIGIN, 0, sha256(b""))
    add("a checkpoint of no events", 0, {CHECKPOINTS: object_lines([checkpoint_line(0, note(nothing, LOG.sign(nothing)))]) + SOUND[CHECKPOINTS]})
    forged = body_of(ORIGIN, 0, sha256(b"forged"))
    add("a checkpoint of no events with the root of some", 1, {CHECKPOINTS: object_lines([checkpoint_line(0, note(forged, LOG.sign(forged)))]) + SOUND[CHECKPOINTS]}, ("checkpoint", 0, 0))
    add("no events, and the root of some", 1, dict(EMPTY, **{LEDGER: EMPTY[LEDGER].replace(b64(sha256(b"")), b64(sha256(b"forged")))}), ("checkpoint", 0, 0))
    add("a checkpoint of another ledger from elsewhere", 64, checkpoints=(note(foreign, LOG.sign(foreign)),))
    add("a checkpoint from elsewhere with a wrong signature", 64, checkpoints=(flawed,))
    add("a checkpoint from elsewhere with a wrong signature of a key that is only in the export", 64, keys=(), checkpoints=(flawed,))
    add("a checkpoint from elsewhere that is none", 64, checkpoints=("x",))
    add("a key from elsewhere that is none", 64, keys=(LOG.vkey[:-1],))


# Sizes at which numbers of 32, 53, 63 and 64 bits, and half of them, come to their ends.
GREAT = [2**31 - 1, 2**31, 2**32, 2**53 - 1, 2**53, 2**53 + 1, 2**62 - 1, 2**62, 2**62 + 1, 2**63 - 2, 2**63 - 1]


def sizes_at_the_edges():
    for size in [8] + GREAT:
        line = signed_line(size, history())
        add("a checkpoint of size %d" % size, 1, {CHECKPOINTS: SOUND[CHECKPOINTS] + object_lines([line])}, event_at(8))
        add("a checkpoint of size %d from elsewhere" % size, 1, None, event_at(8), checkpoints=(line["note"],))
        add("a checkpoint of size %d from elsewhere, and no key" % size, 1, None, event_at(8), keys=(), checkpoints=(line["note"],))
        add("ledger.json: size %d" % size, 1, edited(LEDGER, '"size": 7', '"size": %d' % size), event_at(8))
        add("a line that states size %d, and its note another" % size, 1, with_note(NOTES[7], size=size), ("checkpoint", size, size))
        stated = json.dumps(dict(json.loads(SOUND[LEDGER]), size=size, root=b64(sha256(b"forged"))))
        add("a checkpoint of size %d, and ledger.json as well" % size, 1, {LEDGER: stated, CHECKPOINTS: SOUND[CHECKPOINTS] + object_lines([line])}, event_at(8))
    add("the two greatest sizes", 1, {CHECKPOINTS: SOUND[CHECKPOINTS] + object_lines([signed_line(2**63 - 2, history()), signed_line(2**63 - 1, history())])}, event_at(8))
    add("no events, and a checkpoint of the greatest size", 1, dict(EMPTY, **{CHECKPOINTS: object_lines([signed_line(2**63 - 1, [])])}), event_at(1))
    add("no events, and a checkpoint of the greatest size from elsewhere", 1, EMPTY, event_at(1), checkpoints=(signed_line(2**63 - 1, [])["note"],))
    add("a checkpoint of the greatest size, signed by nobody known", 1, {CHECKPOINTS: SOUND[CHECKPOINTS] + object_lines([unknown(2**63 - 1, history())])}, event_at(8))
    add("a checkpoint of the greatest size from elsewhere, signed by nobody known", 1, None, event_at(8), checkpoints=(unknown(2**63 - 1, history())["note"],))
    wrong = LOG.line(bytes(64))
    body = body_of(ORIGIN, 2**63 - 1, head_of(history()))
    add("a checkpoint of the greatest size with a wrong signature", 1, {CHECKPOINTS: SOUND[CHECKPOINTS] + object_lines([dict(checkpoint_line(7, note(body, wrong)), size=2**63 - 1)])}, ("checkpoint", 2**63 - 1, 2**63 - 1))
    for text in ("9223372036854775808", "18446744073709551615", "18446744073709551623", "10000000000000000000", "07", "00", "0x7", "7e0", "9" * 30, "1" + "0" * 1000):
        shown = text if len(text) < 40 else "1 and %d zeros" % (len(text) - 1)
        body = body_of(ORIGIN, text, head_of(history()))
        add("a note of size %s" % shown, 2, with_note(note(body, LOG.sign(body))))
        add("a note of size %s from elsewhere" % shown, 64, checkpoints=(note(body, LOG.sign(body)),))
        add("a line that states size %s" % shown, 2, edited(CHECKPOINTS, '"size": 7', '"size": %s' % text))
        add("ledger.json: size %s" % shown, 2, edited(LEDGER, '"size": 7', '"size": %s' % text))
    for size in (-1, -7, -(2**63)):
        add("a line that states size %d" % size, 1, with_note(NOTES[3], 0, size=size), ("checkpoint", size, size))
    add("a line that states the least size but one too small", 2, with_note(NOTES[3], 0, size=-(2**63) - 1))
    add("the greatest position", 1, edited(EVENTS, '"position": 5,', '"position": %d,' % (2**63 - 1)), event_at(5))
    add("the least position", 1, edited(EVENTS, '"position": 5,', '"position": %d,' % -(2**63)), event_at(5))
    add("the greatest sequence", 1, export_of(at(5, sequence=2**63 - 1), LOG), event_at(4, 5))
    add("the greatest sequence of an event of no aggregate", 1, export_of(at(4, sequence=2**63 - 1), LOG), event_at(4, 4))
    add("the greatest time of recording", 0, export_of(at(7, recordedAt=2**63 - 1), LOG))


def which_goes_first():
    """Several faults in one export."""
    body = body_of(ORIGIN, 3, head_of(REWRITTEN, 2))
    wrong_root = checkpoint_line(3, note(body, LOG.sign(body)))
    right = checkpoint_line(3, NOTES[3])
    last = checkpoint_line(7, NOTES[7])
    sevenfold = object_lines([right, last])
    flawed = dict(checkpoint_line(7, note(body_of(ORIGIN, 7, head_of(history())), LOG.line(bytes(64)))))
    missing = lines_of(EVENTS, lambda lines: lines.pop(4))[EVENTS]
    nothing = dict(right, note="x")
    add("a wrong root, and behind it a note that is none", 1, {CHECKPOINTS: object_lines([wrong_root, nothing])}, event_at(1, 3))
    add("a wrong root, and behind it no JSON", 1, {CHECKPOINTS: object_lines([wrong_root]) + "x\n"}, event_at(1, 3))
    add("a wrong root, and behind it another checkpoint of that size", 1, {CHECKPOINTS: object_lines([wrong_root, right])}, event_at(1, 3))
    add("a wrong root, and behind it the same checkpoint", 1, {CHECKPOINTS: object_lines([wrong_root, wrong_root])}, event_at(1, 3))
    add("a right root, and behind it a wrong one of that size", 1, {CHECKPOINTS: object_lines([right, wrong_root])}, ("checkpoint", 3, 3))
    add("a wrong root, and the event behind it is none", 1, {CHECKPOINTS: object_lines([wrong_root]), EVENTS: SOUND[EVENTS].replace('{"position": 4', "{", 1)}, event_at(1, 3))
    add("a line that is none, and the event behind the one before is none", 2, {CHECKPOINTS: object_lines([right]) + "x\n", EVENTS: SOUND[EVENTS].replace('{"position": 4', "{", 1)})
    add("a line that is none, and the event behind the one before is missing", 2, {CHECKPOINTS: object_lines([right]) + "x\n", EVENTS: lines_of(EVENTS, lambda lines: lines.pop(3))[EVENTS]})
    add("a line that is none, and the event at the one before is missing", 1, {CHECKPOINTS: object_lines([right]) + "x\n", EVENTS: lines_of(EVENTS, lambda lines: lines.pop(2))[EVENTS]}, event_at(3))
    add("an event missing, and a later one that is none", 1, {EVENTS: missing.replace('"id": "e-7"', '"id": 7')}, event_at(5))
    add("an event that is none, and a later one missing", 2, {EVENTS: missing.replace('"id": "e-2"', '"id": 2')})
    add("an event too many that is none", 2, {EVENTS: SOUND[EVENTS] + "{}\n"})
    add("an event too many without its newline", 2, {EVENTS: SOUND[EVENTS] + "{}"})
    add("an event too many at another position", 1, {EVENTS: SOUND[EVENTS] + object_lines([dict(history()[6], position=99)])}, event_at(8))
    add("an event too many, and another root in ledger.json", 1, dict({EVENTS: SOUND[EVENTS] + object_lines([dict(history()[6], position=8)])}, **edited(LEDGER, b64(head_of(history())), b64(sha256(b"forged")))), event_at(8))
    add("the end cut off, and another root in ledger.json", 1, dict(lines_of(EVENTS, lambda lines: lines.pop()), **edited(LEDGER, b64(head_of(history())), b64(sha256(b"forged")))), event_at(7))
    add("a greater checkpoint, and another root in ledger.json", 1, dict({CHECKPOINTS: object_lines([signed_line(8, history())])}, **edited(LEDGER, b64(head_of(history())), b64(sha256(b"forged")))), event_at(8))
    add("a greater checkpoint, and the end cut off", 1, dict({CHECKPOINTS: object_lines([signed_line(8, history())])}, **lines_of(EVENTS, lambda lines: lines.pop())), event_at(7))
    add("a greater checkpoint with a wrong signature", 1, {CHECKPOINTS: object_lines([dict(flawed, size=8, note=flawed["note"].replace("\n7\n", "\n8\n"))])}, ("checkpoint", 8, 8))
    add("a greater checkpoint with a wrong signature, and one from elsewhere that is greater, too", 1, {CHECKPOINTS: object_lines([dict(flawed, size=8, note=flawed["note"].replace("\n7\n", "\n8\n"))])}, event_at(8), checkpoints=(signed_line(9, history())["note"],))
    add("a greater checkpoint with a wrong signature, and the end cut off", 1, dict({CHECKPOINTS: object_lines([dict(flawed, size=8)])}, **lines_of(EVENTS, lambda lines: lines.pop())), event_at(7))
    add("a greater checkpoint, and behind it a note that is none", 1, {CHECKPOINTS: sevenfold + object_lines([signed_line(8, history()), nothing])}, event_at(8))
    add("a greater checkpoint, and behind it one with a wrong signature", 1, {CHECKPOINTS: sevenfold + object_lines([signed_line(8, history()), dict(flawed, size=9)])}, event_at(8))
    add("a checkpoint with a wrong signature, and a wrong one of its size from elsewhere", 1, {CHECKPOINTS: object_lines([right, flawed])}, ("checkpoint", 7, 7), checkpoints=(signed_line(7, REWRITTEN)["note"],))
    add("a checkpoint of another size than its line, and an event altered before", 1, {CHECKPOINTS: object_lines([right, dict(last, size=5)]), EVENTS: object_lines(at(4, payload=b64(b"{}")))}, ("checkpoint", 5, 5))
    add("a line of a size before the one ahead, and an event missing behind", 1, {CHECKPOINTS: object_lines([dict(signed_line(5, history())), right]), EVENTS: lines_of(EVENTS, lambda lines: lines.pop(5))[EVENTS]}, ("checkpoint", 3, 3))
    add("an event misplaced, with the id of another", 1, {EVENTS: object_lines([*history()[:4], dict(history()[4], position=4, id="e-4"), *history()[5:]])}, event_at(5))
    add("an id twice, and its event altered: the last right root counts", 1, {EVENTS: object_lines(at(6, id="e-2", payload=b64(b"{}")))}, event_at(4, 6))
    add("an id twice, and nothing from elsewhere", 1, export_of(at(6, id="e-2"), LOG), event_at(4, 6), keys=())
    add("an id twice, and a checkpoint from elsewhere", 1, export_of(at(6, id="e-2"), LOG), event_at(4, 6), keys=(), checkpoints=(NOTES[3],))
    add("an id twice, and checkpoints by keys that are only in the export", 1, export_of(at(6, id="e-2"), ROTATED), event_at(1, 6))
    add("an id twice, and checkpoints by keys that nobody knows", 1, dict(export_of(at(6, id="e-2"), ROTATED), **{KEYS: SOUND[KEYS]}), event_at(1, 6), keys=())
    add("a key of another ledger from elsewhere, and a key in the export that is none", 64, {KEYS: "x\n"}, keys=(STRANGER.vkey,))
    add("a key of another ledger from elsewhere, and no ledger.json", 2, {LEDGER: None}, keys=(STRANGER.vkey,))
    add("a key of another ledger from elsewhere, and a checkpoint of this one", 64, keys=(STRANGER.vkey,), checkpoints=(NOTES[7],))
    add("a checkpoint of another ledger from elsewhere, and a key in the export that is none", 2, {KEYS: "x\n"}, checkpoints=(NOTES[7].replace(ORIGIN + "\n7", "example.org/other\n7"),))
    add("a checkpoint of another ledger from elsewhere, and a first note that is none", 64, with_note("x", 0), checkpoints=(NOTES[7].replace(ORIGIN + "\n7", "example.org/other\n7"),))
    add("a checkpoint of another ledger from elsewhere, and an event altered", 64, {EVENTS: object_lines(REWRITTEN)}, checkpoints=(NOTES[7].replace(ORIGIN + "\n7", "example.org/other\n7"),))


def texts_from_elsewhere():
    """What editors and mail programs make of a note that was kept."""
    kept = NOTES[7]
    for name, exit, text in [
        ("without its last newline", 0, kept[:-1]),
        ("with carriage returns before newlines", 0, kept.replace("\n", "\r\n")),
        ("with a carriage return before one newline", 0, kept.replace("\n", "\r\n", 1)),
        ("with carriage returns, and without its last newline", 0, kept[:-1].replace("\n", "\r\n")),
        ("with a carriage return for its last newline", 64, kept[:-1] + "\r"),
        ("with carriage returns in place of newlines", 64, kept.replace("\n", "\r")),
        ("with two carriage returns before newlines", 64, kept.replace("\n", "\r\r\n")),
        ("behind a byte order mark", 0, "\ufeff" + kept),
        ("behind a byte order mark, with carriage returns and without its last newline", 0, "\ufeff" + kept[:-1].replace("\n", "\r\n")),
        ("behind two byte order marks", 64, "\ufeff\ufeff" + kept),
        ("with a byte order mark behind", 64, kept + "\ufeff"),
        ("with a newline behind", 64, kept + "\n"),
        ("with a space behind", 64, kept[:-1] + " "),
        ("with a space before", 64, " " + kept),
        ("with a newline before", 64, "\n" + kept),
        ("that is empty", 64, ""),
        ("that is a newline", 64, "\n"),
    ]:
        add("a checkpoint from elsewhere " + name, exit, keys=(), checkpoints=(text,))
    for name, text in [
        ("carriage returns", NOTES[7].replace("\n", "\r\n")), ("a byte order mark", "\ufeff" + NOTES[7]), ("no newline at its end", NOTES[7][:-1]),
    ]:
        add("a note in the export with " + name, 1 if text[0] == "\ufeff" else 2, with_note(text), ("checkpoint", 7, 7) if text[0] == "\ufeff" else None)


def keys_wrong():
    by_twin = export_of(history(), TWIN)
    add("two keys of one name and key id in the export", 2, dict(by_twin, **{KEYS: "%s\n%s\n" % (TWIN.vkey, OTHER_TWIN.vkey)}), keys=())
    add("a key in the export that has name and key id of one from elsewhere", 2, dict(by_twin, **{KEYS: OTHER_TWIN.vkey + "\n"}), keys=(TWIN.vkey,))
    add("two keys of one name and key id from elsewhere", 64, by_twin, keys=(TWIN.vkey, OTHER_TWIN.vkey))
    add("a key in the export twice", 0, {KEYS: SOUND[KEYS] + LOG.vkey + "\n"})
    add("a key in the export of another ledger", 0, {KEYS: SOUND[KEYS] + STRANGER.vkey + "\n"})
    add("keys in the export of types not known", 0, {KEYS: SOUND[KEYS] + "example.org/w+12345678+%s\n\n" % b64(bytes([2, 3, 4]))})
    add("a key in the export with another key id", 2, edited(KEYS, "+47c1c1b2+", "+47c1c1b3+"))
    add("a key in the export behind a space", 2, edited(KEYS, "\n" + LOG.name, "\n " + LOG.name))
    add("carriage returns in keys.txt", 2, {KEYS: SOUND[KEYS].replace("\n", "\r\n")})
    add("a key behind a carriage return in a comment is none", 3, dict(export_of(history(), LOG), **{KEYS: "# \r%s\n" % LOG.vkey}), keys=())
    add("a byte order mark before keys.txt", 2, {KEYS: "\ufeff" + LOG.vkey + "\n"})
    add("keys.txt without its last newline", 0, {KEYS: SOUND[KEYS][:-1]})


def forms_of_json():
    number = '"position": 5,'
    for text in ("5.0", "5e0", "05", "+5", '"5"', "null", "[5]", "9223372036854775808", "18446744073709551621"):
        add("a position that reads %s" % text, 2, edited(EVENTS, number, '"position": %s,' % text))
    add("a position that reads -5", 1, edited(EVENTS, number, '"position": -5,'), event_at(5))
    add("a sequence that reads -0", 0, edited(EVENTS, '"sequence": 0,', '"sequence": -0,'))
    great = at(1, recordedAt=-(2**63))
    add("the least number", 0, export_of(great, LOG))
    add("numbers above 2^53, to the last digit", 0, export_of([dict(e, recordedAt=2**53 + 1 + e["position"]) for e in history()], LOG))
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
    for levels, exit in ((32, 0), (33, 2)):
        for name, value in [
            ("arrays", "[" * levels + "]" * levels), ("objects", '{"a": ' * levels + "1" + "}" * levels),
            ("objects and arrays", '[{"a": ' * (levels // 2) + "[" * (levels % 2) + "]" * (levels % 2) + "}]" * (levels // 2) if levels > 32 else '{"a": [' * 16 + "]}" * 16),
        ]:
            add("%d levels of %s in what is passed over" % (levels, name), exit, edited(EVENTS, id, '"x": %s, "id": "e-5"' % value))
            add("ledger.json: %d levels of %s in what is passed over" % (levels, name), exit, edited(LEDGER, '"version"', '"x": %s, "version"' % value))
        deep = '"x": ' + "[" * levels + "]" * levels
        add("%d levels in what is passed over in a checkpoint" % levels, exit, edited(CHECKPOINTS, '"issuedAt"', deep + ', "issuedAt"'))
        add("%d levels in an origin" % levels, exit, edited(EVENTS, id, '"origin": {"x": %s}, "id": "e-5"' % ("[" * (levels - 1) + "]" * (levels - 1))))
    add("a long name and a long number in what is passed over", 0, edited(EVENTS, id, '"%s": %s, "y": -%s.5e%s, "id": "e-5"' % ("x" * 2000, "1" * 2000, "1" * 2000, "9" * 2000)))
    for space in ("\u000b", "\f", "\u00a0", "\ufeff", "\u2028", "\u0000"):
        add("white space that JSON has not, U+%04X" % ord(space), 2, edited(EVENTS, id, space + id))
    add("a comma at the end", 2, edited(EVENTS, "}\n", ",}\n"))
    add("escapes where none are needed", 0, edited(EVENTS, id, '"\\u0069\\u0064": "\\u0065-5"'))
    add("characters where escapes could be", 0, {EVENTS: SOUND[EVENTS].replace("\\u00ed", "\u00ed").replace("\\ud83d\\ude00", "\U0001f600")})
    add("white space", 0, edited(EVENTS, '{"position": 5, ', ' \t{ "position"\t:5 ,\r '))
    add("carriage returns before newlines, which JSON takes for white space", 0, {EVENTS: SOUND[EVENTS].replace("\n", "\r\n"), CHECKPOINTS: SOUND[CHECKPOINTS].replace("\n", "\r\n")})
    for file in (LEDGER, EVENTS, CHECKPOINTS):
        add("a byte order mark before " + file, 2, {file: "\ufeff" + SOUND[file]})
    for file in (EVENTS, CHECKPOINTS):
        add("no newline at the end of " + file, 2, {file: SOUND[file][:-1]})
        add("an empty line at the end of " + file, 2, {file: SOUND[file] + "\n"})
        add("an empty line within " + file, 2, {file: SOUND[file].replace("\n", "\n\n", 1)})
        add("two objects in a line of " + file, 2, {file: SOUND[file].replace("\n", " ", 1)})
        add("an array in " + file, 2, {file: "[%s]\n" % SOUND[file].split("\n")[0]})
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


def descriptions_wrong():
    description = json.loads(SOUND[LEDGER])
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
        ("the first day there is", 0, {"exportedAt": "0000-01-01T00:00:00Z"}),
        ("29 February of the year 0", 0, {"exportedAt": "0000-02-29T00:00:00Z"}),
        ("29 February of 1900", 2, {"exportedAt": "1900-02-29T00:00:00Z"}),
        ("day 0", 2, {"exportedAt": "2024-01-00T00:00:00Z"}),
        ("month 13", 2, {"exportedAt": "2024-13-01T00:00:00Z"}),
        ("second 60", 2, {"exportedAt": "2024-06-30T23:59:60Z"}),
        ("a year of five digits", 2, {"exportedAt": "+12024-01-01T00:00:00Z"}),
        ("digits of another script", 2, {"exportedAt": "\u0662\u0660\u0662\u0664-01-01T00:00:00Z"}),
        ("a fraction without digits", 2, {"exportedAt": "2024-01-01T00:00:00.Z"}),
        ("hour 24", 2, {"exportedAt": "2024-01-01T24:00:00Z"}),
        ("a time with nine digits of a second", 0, {"exportedAt": "2024-02-29T23:59:59.123456789Z"}),
        ("a time with ten digits of a second", 2, {"exportedAt": "2024-02-29T23:59:59.1234567890Z"}),
    ]:
        add("ledger.json: " + name, exit, {LEDGER: json.dumps(dict(description, **changed))})
    add("ledger.json: another root", 1, {LEDGER: json.dumps(dict(description, root=b64(sha256(b"forged"))))}, ("checkpoint", 7, 7))
    add(
        "ledger.json: another root, and no checkpoint of that size", 1,
        {LEDGER: json.dumps(dict(description, root=b64(sha256(b"forged")))), CHECKPOINTS: object_lines([checkpoint_line(3, NOTES[3])])},
        event_at(4, 7),
    )
    add("ledger.json: one event less", 1, {LEDGER: json.dumps(dict(description, size=6))}, event_at(7))
    add("ledger.json: one event more", 1, {LEDGER: json.dumps(dict(description, size=8))}, event_at(8))
    add("ledger.json: a name missing", 2, {LEDGER: json.dumps({k: v for k, v in description.items() if k != "exportedAt"})})
    add("ledger.json: white space around", 0, {LEDGER: "\n%s\r\n\n" % SOUND[LEDGER]})
    add("ledger.json: text behind", 2, {LEDGER: SOUND[LEDGER] + "x"})
    for file in (LEDGER, EVENTS, CHECKPOINTS, KEYS):
        add("no " + file, 2, {file: None})


def exports():
    what_proves_what()
    events_altered()
    events_that_do_not_go_with_others()
    checkpoints_wrong()
    sizes_at_the_edges()
    which_goes_first()
    texts_from_elsewhere()
    keys_wrong()
    forms_of_json()
    descriptions_wrong()
    return {
        "about": "One export, file by file, and what is to be said of it and of others. files: those that differ from the "
        "sound one; null: not in the archive. keys, checkpoints: known from elsewhere. exit: the exit code of the page; "
        "wrong: the position, or the size of the checkpoint, that is reported. Archives are made from the files as they are.",
        "files": SOUND,
        "cases": CASES,
    }
