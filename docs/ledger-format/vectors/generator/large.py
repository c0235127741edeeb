"""Trees too large to be held, up to the greatest size there can be.

All leaves are the same, so that all perfect subtrees of one height are, and the recursive definitions of RFC 6962 take a
number of steps that grows with the logarithm of the size only.
"""

from .encoding import hexes, sha256
from .trees import consistency_holds, inclusion_holds, node, split

LEAF = sha256(b"\x00" + b"the same everywhere")
GREATEST = 2**63 - 1
SIZES = [2**31, 2**53 - 1, 2**53 + 1, 2**62, GREATEST - 1, GREATEST]
ROOTS = {1: LEAF}


def root(n):
    if n not in ROOTS:
        k = split(n)
        ROOTS[n] = node(root(k), root(n - k))
    return ROOTS[n]


def frontier(n):
    return [root(1 << bit) for bit in reversed(range(n.bit_length())) if n >> bit & 1]


def inclusion_path(index, n):
    if n == 1:
        return []
    k = split(n)
    if index < k:
        return inclusion_path(index, k) + [root(n - k)]
    return inclusion_path(index - k, n - k) + [root(k)]


def consistency_path(m, n, whole=True):
    if m == n:
        return [] if whole else [root(n)]
    k = split(n)
    if m <= k:
        return consistency_path(m, k, whole) + [root(n - k)]
    return consistency_path(m - k, n - k, False) + [root(k)]


def inclusion():
    cases = []

    def add(why, position, size, path, valid):
        assert inclusion_holds(position, size, LEAF, path, root(size)) == valid, why
        case = {"position": position, "size": size, "leaf": LEAF.hex(), "root": root(size).hex(), "path": hexes(path)}
        cases.append(dict(case, valid=valid, why=why))

    for size in SIZES:
        for position in (1, size // 2 + 1, size):
            add("a large tree", position, size, inclusion_path(position - 1, size), True)
        path = inclusion_path(size - 1, size)
        add("a hash too many", size, size, path + [LEAF], False)
        add("a position below 0", -1, size, path[:1], False)
        add("the least position", -(2**63), size, path[:1], False)
        if size < GREATEST:
            add("position past the end", size + 1, size, path, False)
            add("the greatest position", GREATEST, size, path[:1], False)
    return cases


def consistency():
    cases = []

    def add(why, start, end, path, valid):
        earlier, later = (root(size) if size > 0 else sha256(b"") for size in (start, end))
        assert consistency_holds(start, end, earlier, later, path) == valid, why
        case = {"from": start, "to": end, "fromRoot": earlier.hex(), "toRoot": later.hex(), "path": hexes(path)}
        cases.append(dict(case, valid=valid, why=why))

    for end in SIZES:
        for start in (1, end // 2, end - 1, end):
            add("large trees", start, end, consistency_path(start, end), True)
        add("everything begins with nothing", 0, end, [], True)
        path = consistency_path(end - 1, end)
        add("a hash too many", end - 1, end, path + [LEAF], False)
        add("sizes exchanged", end, end - 1, path[:1], False)
        add("a size below 0", -1, end, path[:1], False)
        add("the least size", -(2**63), end, path[:1], False)
    return cases


def large():
    return {
        "about": "Trees whose leaves all have the hash leaf, up to the greatest size. The rest as in trees.json, "
        "inclusion.json and consistency.json.",
        "leaf": LEAF.hex(),
        "trees": [{"size": n, "root": root(n).hex(), "frontier": hexes(frontier(n))} for n in SIZES],
        "inclusion": inclusion(),
        "consistency": consistency(),
    }
