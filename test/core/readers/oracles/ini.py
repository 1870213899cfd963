"""Answers for texts of INI files what configparser reads: the lines of every value, empty ones left out."""

import configparser
import json
import sys


def values(text):
    parser = configparser.RawConfigParser(strict=False, default_section="")
    try:
        parser.read_string(text)
    except configparser.Error:
        return None
    return [
        [section, key, [line.strip() for line in value.splitlines() if line.strip()]]
        for section in parser.sections()
        for key, value in parser._sections[section].items()
    ]


json.dump([values(text) for text in json.load(sys.stdin)], sys.stdout)
