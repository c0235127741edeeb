#!/usr/bin/env python3
"""Writes the test vectors of the ledger's format, or checks them.

    ./generate.py           writes the files again
    ./generate.py --check   fails if the files are not what this program would write

A third implementation, from docs/ledger-format.md alone: it shares no code with the ledger or with its auditor. Needs
Python 3.8 and the openssl program (3.0 or later, for Ed25519), and nothing else.
"""

import json
import pathlib
import sys

from generator import archives, exports, large, leaves, notes, trees

HERE = pathlib.Path(__file__).resolve().parent


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
        "leaves.json": leaves.leaves,
        "trees.json": trees.trees,
        "inclusion.json": trees.inclusion,
        "consistency.json": trees.consistency,
        "large-trees.json": large.large,
        "checkpoints.json": notes.checkpoints,
        "exports.json": exports.exports,
        "archives.json": archives.archives,
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
