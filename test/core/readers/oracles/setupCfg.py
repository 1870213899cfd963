"""Asks setuptools which projects it would ask for by texts of setup.cfg.

Standard input: [text, ...]; standard output: for each the names, sorted. A text that setuptools refuses has null.
"""

import json
import logging
import os
import sys
import tempfile
import warnings

from setuptools import _reqs
from setuptools.dist import Distribution


def names(path):
    distribution = Distribution()
    distribution.parse_config_files([path])
    found = set()
    for attribute in ("install_requires", "setup_requires", "tests_require"):
        found |= {each.name for each in _reqs.parse(getattr(distribution, attribute, None) or [])}
    for requirements in (distribution.extras_require or {}).values():
        found |= {each.name for each in _reqs.parse(requirements)}
    return sorted(found)


def answer(text, path):
    with open(path, "w", encoding="utf-8", newline="") as file:
        file.write(text)
    try:
        return names(path)
    except (Exception, SystemExit):
        return None


logging.disable(logging.CRITICAL)
warnings.simplefilter("ignore")
output, sys.stdout = sys.stdout, sys.stderr
with tempfile.TemporaryDirectory() as folder:
    os.chdir(folder)
    path = os.path.join(folder, "setup.cfg")
    json.dump([answer(text, path) for text in json.load(sys.stdin)], output)
    os.chdir("/")
