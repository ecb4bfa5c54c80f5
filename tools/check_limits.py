"""Keep the house's limits: 400 lines a module, 60 lines a function. Prints what is over and exits 1.

The complexity limit (10) is ruff's (C901). Docstrings count: a function that needs a page of explanation does too much.
"""

import ast
import sys
from pathlib import Path

MODULE_LINES = 400
FUNCTION_LINES = 60
ROOMS = ("capaian", "parsers", "extractor", "tests", "benchmarks", "samples", "tools")


def over_limits(path: Path) -> list[str]:
    """Sentences about what in `path` is too long."""
    source = path.read_text(encoding="utf-8")
    found = []
    lines = source.count("\n")
    if lines > MODULE_LINES:
        found.append(f"{path}: {lines} lines, at most {MODULE_LINES}")
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            if length > FUNCTION_LINES:
                found.append(f"{path}:{node.lineno}: {node.name} has {length} lines, at most {FUNCTION_LINES}")
    return found


def main() -> int:
    found = [message for room in ROOMS for path in sorted(Path(room).rglob("*.py")) for message in over_limits(path)]
    print("\n".join(found) if found else "limits kept")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
