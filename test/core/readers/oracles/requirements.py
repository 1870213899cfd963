"""Asks pip's own parsers what requirement lines and requirements files say.

Standard input: {"lines": [text, ...], "files": [text, ...]}; standard output: the answers in the same order.
"""

import json
import logging
import os
import sys
import tempfile

import pip
from pip._internal.exceptions import RequirementsFileParseError
from pip._internal.req.constructors import parse_req_from_editable, parse_req_from_line
from pip._internal.req.req_file import RequirementsFileParser, get_line_parser
from pip._vendor.packaging import __version__ as packaging_version
from pip._vendor.packaging.requirements import Requirement


def details(requirement):
    # Until version 22, `packaging` took any text for a version; pip has refused such versions since 24.1.
    if any(type(clause).__name__ == "LegacySpecifier" for clause in requirement.specifier):
        return None
    return {
        "name": requirement.name,
        "extras": sorted(requirement.extras),
        "specifier": sorted(str(clause) for clause in requirement.specifier),
        "url": requirement.url,
    }


def read_line(text):
    try:
        return details(Requirement(text))
    except ValueError:  # Invalid requirements, specifiers and URLs are all of that kind.
        return None


def read_file(text, path):
    with open(path, "w", encoding="utf-8", newline="") as file:
        file.write(text)
    requirements, includes = [], []
    try:
        lines = list(RequirementsFileParser(None, get_line_parser(None))._parse_file(path, False))
    except RequirementsFileParseError:  # One option that it does not know, and pip refuses the whole file.
        return None
    for line in lines:
        if not line.is_requirement:
            includes += (line.opts.requirements or []) + (line.opts.constraints or [])
            continue
        try:
            read = parse_req_from_editable if line.is_editable else lambda text: parse_req_from_line(text, None)
            requirement = read(line.requirement).requirement
            valid = requirement is None or details(requirement) is not None
        except Exception:
            valid = False
        name = requirement.name if valid and requirement else None
        requirements.append({"line": line.lineno, "valid": valid, "name": name})
    return {"requirements": requirements, "includes": includes}


logging.disable(logging.CRITICAL)
question = json.load(sys.stdin)
with tempfile.TemporaryDirectory() as folder:
    os.chdir(folder)
    path = os.path.join(folder, "requirements.txt")
    json.dump(
        {
            "pip": pip.__version__,
            "packaging": packaging_version,
            "lines": [read_line(text) for text in question["lines"]],
            "files": [read_file(text, path) for text in question["files"]],
        },
        sys.stdout,
    )
    os.chdir("/")
