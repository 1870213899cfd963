"""Answers what PyYAML reads from texts: of each the strings that conda would hand to pip; null for what it refuses."""

import json
import sys

import yaml


def strings(value):
    if isinstance(value, str):
        return [value]
    return [each for item in value for each in strings(item)] if isinstance(value, list) else []


def answer(text):
    try:
        document = yaml.load(text, yaml.BaseLoader)
        dependencies = document.get("dependencies")
    except (yaml.YAMLError, AttributeError, RecursionError, ValueError):
        return None
    if not isinstance(dependencies, list):
        return []
    return [each for item in dependencies if isinstance(item, dict) and "pip" in item for each in strings(item["pip"])]


json.dump([answer(text) for text in json.load(sys.stdin)], sys.stdout)
