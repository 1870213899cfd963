"""Asks pip which projects it would take from requirements files.

Standard input: [{"bytes": base64, "environment": {...}}, ...]; standard output: for each the normalised names.
A file that pip refuses has null.
"""

import base64
import json
import logging
import os
import sys
import tempfile

from pip._internal.req.constructors import parse_req_from_editable, parse_req_from_line
from pip._internal.req.req_file import RequirementsFileParser, get_line_parser
from pip._vendor.packaging.utils import canonicalize_name


def names(path):
    found = []
    for line in RequirementsFileParser(None, get_line_parser(None)).parse(path, False):
        if line.is_requirement:
            read = parse_req_from_editable if line.is_editable else lambda text: parse_req_from_line(text, None)
            requirement = read(line.requirement).requirement
            if requirement is not None:
                found.append(canonicalize_name(requirement.name))
    return found


logging.disable(logging.CRITICAL)
answers = []
with tempfile.TemporaryDirectory() as folder:
    os.chdir(folder)
    for question in json.load(sys.stdin):
        files = {"requirements.txt": question["bytes"], **question.get("others", {})}
        for name, content in files.items():
            os.makedirs(os.path.dirname(name) or ".", exist_ok=True)
            with open(name, "wb") as file:
                file.write(base64.b64decode(content))
        before = dict(os.environ)
        os.environ.update(question.get("environment", {}))
        try:
            answers.append(names("requirements.txt"))
        except Exception:
            answers.append(None)
        os.environ.clear()
        os.environ.update(before)
    os.chdir("/")
json.dump(answers, sys.stdout)
