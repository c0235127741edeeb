"""Trees and proofs.

They are computed by the recursive definitions of RFC 6962, section 2.1, which are slow and short; the verification
algorithms of the page are run on every proof as well, and must agree with what the vector says.
"""

from .encoding import flipped, hexes, sha256


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


# As in the page's pseudo-code.


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


def trees():
    return {
        "about": "Leaf hash i (from 0) is SHA-256(0x00 || the byte i). Root and frontier of the first size leaves. Hex.",
        "leafHashes": hexes(LEAVES),
        "trees": [
            {"size": n, "root": root(LEAVES[:n]).hex(), "frontier": hexes(frontier(LEAVES[:n]))}
            for n in range(SIZE + 1)
        ],
    }


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
