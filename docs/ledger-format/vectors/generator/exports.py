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
    add("a checkpoint of another history, signed by nobody known", 1, with_note(note(other, ROTATED.sign(other))), event_at(4, 7))
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
