"""Hashes, base64, and small damage."""

import base64
import hashlib


def sha256(data):
    return hashlib.sha256(data).digest()


def b64(data):
    return base64.b64encode(data).decode("ascii")


def hexes(hashes):
    return [hash.hex() for hash in hashes]


def flipped(hash):
    return bytes([hash[0] ^ 1]) + hash[1:]


def left_over(text):
    """Base64 that decodes to the same bytes, if a decoder looks away: one of the unused bits of its last letter set."""
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    stem, padding = text.rstrip("="), "=" * (len(text) - len(text.rstrip("=")))
    assert padding
    return stem[:-1] + letters[letters.index(stem[-1]) + 1] + padding
