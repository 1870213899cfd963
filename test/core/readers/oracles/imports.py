"""Asks Python's own parser what it sees imported.

Standard input: {"texts": [source, ...], "standardLibrary": bool}. Standard output: {"texts": [imports or null, ...],
"files": [{"path", "imports"}, ...]}, with the files of the standard library that Python can parse. An import is
[dotted path, guard, line].
"""

import ast
import json
import os
import sys
import sysconfig
import warnings

IMPORT_ERRORS = {"ImportError", "ModuleNotFoundError", "Exception", "BaseException"}


def last_name(node):
    return node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", None)


def catches(handler):
    if handler.type is None:
        return True
    types = handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type]
    return any(last_name(node) in IMPORT_ERRORS for node in types)


def suppresses(node):
    calls = [item.context_expr for item in node.items if isinstance(item.context_expr, ast.Call)]
    return any(
        last_name(call.func) == "suppress" and any(last_name(argument) in IMPORT_ERRORS for argument in call.args)
        for call in calls[:1]
    )


def is_type_checking(test):
    if isinstance(test, ast.Attribute) and not isinstance(test.value, ast.Name):
        return False
    return last_name(test) == "TYPE_CHECKING"


class Finder(ast.NodeVisitor):
    def __init__(self, source):
        # Expressions are looked into only where they can hold an import: they make up most of a tree.
        self.may_call = "import_module" in source or "__import__" in source
        self.imports = []
        self.guard = None
        self.has_import_module = False

    def add(self, path, node):
        self.imports.append(((node.lineno, node.col_offset, len(self.imports)), path, self.guard))

    def generic_visit(self, node):
        if self.may_call or not isinstance(node, ast.expr):
            super().generic_visit(node)

    def visit_all(self, nodes, guard):
        outer, self.guard = self.guard, guard
        for node in nodes:
            self.visit(node)
        self.guard = outer

    def visit_Import(self, node):
        for alias in node.names:
            self.add(alias.name, node)

    def visit_ImportFrom(self, node):
        if node.level == 0:
            self.add(node.module, node)
        if node.module == "importlib" and any(alias.name == "import_module" for alias in node.names):
            self.has_import_module = True

    def visit_Call(self, node):
        function = ast.unparse(node.func) if isinstance(node.func, (ast.Name, ast.Attribute)) else ""
        owners = ["", "builtins.", "__builtins__.", "importlib."]
        known = {"importlib.import_module"} | {owner + "__import__" for owner in owners}
        if self.has_import_module:
            known.add("import_module")
        first = node.keywords[0] if node.keywords and not node.args and node.keywords[0].arg == "name" else None
        argument = node.args[0] if node.args else first and first.value
        if function in known and isinstance(argument, ast.Constant) and isinstance(argument.value, str):
            if all(part.isidentifier() for part in argument.value.split(".")):
                self.add(argument.value, argument)
        self.generic_visit(node)

    def visit_Try(self, node):
        caught = self.guard or ("import-error" if any(map(catches, node.handlers)) else None)
        self.visit_all(node.body, caught)
        for handler in node.handlers:
            self.visit_all(handler.body, self.guard or ("import-error" if catches(handler) else None))
        self.visit_all(node.orelse + node.finalbody, self.guard)

    visit_TryStar = visit_Try

    def visit_If(self, node):
        self.visit(node.test)
        self.visit_all(node.body, "type-checking" if is_type_checking(node.test) else self.guard)
        self.visit_all(node.orelse, self.guard)

    def visit_With(self, node):
        for item in node.items:
            self.visit(item)
        self.visit_all(node.body, self.guard or ("import-error" if suppresses(node) else None))


def imports_in(source):
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError):
        return None
    finder = Finder(source)
    finder.visit(tree)
    return [[path, guard, place[0]] for place, path, guard in sorted(finder.imports, key=lambda found: found[0])]


def standard_library():
    root = sysconfig.get_path("stdlib")
    for folder, folders, names in os.walk(root):
        folders[:] = sorted(name for name in folders if name not in ("site-packages", "dist-packages", "__pycache__"))
        for name in sorted(names):
            if name.endswith(".py"):
                yield os.path.join(folder, name)


warnings.simplefilter("ignore")
sys.setrecursionlimit(10_000)
question = json.load(sys.stdin)
files = []
for path in standard_library() if question["standardLibrary"] else []:
    with open(path, "rb") as file:
        try:
            source = file.read().decode("utf-8")
        except UnicodeDecodeError:
            continue
    found = imports_in(source)
    if found is not None:
        files.append({"path": path, "imports": found})
json.dump({"texts": [imports_in(text) for text in question["texts"]], "files": files}, sys.stdout)
