"""Asks Python's TOML parser what texts say.

Standard input: a list of texts. Standard output: for each what it says, strings, lists and tables as such and null for
all else; false for a text that is no TOML 1.0.
"""

import json
import sys
import tomllib


def plain(value):
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [plain(item) for item in value]
    return value if isinstance(value, str) else None


def read(text):
    try:
        return plain(tomllib.loads(text))
    except tomllib.TOMLDecodeError:
        return False


json.dump([read(text) for text in json.load(sys.stdin)], sys.stdout)
