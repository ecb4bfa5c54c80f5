"""Write constraints.txt: the exact versions of everything that the project needs (with its dev extra), as installed here.

python tools/make_constraints.py           write it; run the tests before, so that it says what was tested
python tools/make_constraints.py --check   exit 1 when something installed differs from it
"""

import sys
import tomllib
from collections.abc import Iterable, Iterator
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
TARGET = ROOT / "constraints.txt"
ELSEWHERE = {"colorama": "0.4.6", "setuptools": "84.2.1"}
"""Not found by walking the requirements here: needed on Windows only, and to build the project itself."""
HEAD = """\
# What was installed when the tests passed. Made by tools/make_constraints.py, to be used as `pip install -c constraints.txt`.
# Lower bounds and the reasons for them: pyproject.toml.
"""


def needed() -> dict[str, str]:
    """Version by name of every package that pyproject.toml asks for, directly or not."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    waiting = list(_wanted([*project["dependencies"], *project["optional-dependencies"]["dev"]], ""))
    found: dict[str, str] = {}
    seen: set[tuple[str, str]] = set()
    while waiting:
        name, extra = waiting.pop()
        if (name, extra) not in seen:
            seen.add((name, extra))
            package = distribution(name)
            found[name] = package.version
            waiting += _wanted(package.requires or (), extra)
    return found


def _wanted(requirements: Iterable[str], extra: str) -> Iterator[tuple[str, str]]:
    """(name, extra) of each requirement that holds on this machine; the plain package has the extra ''."""
    for requirement in map(Requirement, requirements):
        if requirement.marker is None or requirement.marker.evaluate({"extra": extra}):
            yield from ((canonicalize_name(requirement.name), name) for name in ("", *requirement.extras))


def main(arguments: list[str]) -> int:
    try:
        versions = needed()
    except PackageNotFoundError as error:
        print(f"{error.name} is needed and not installed")
        return 1
    text = HEAD + "".join(f"{name}=={version}\n" for name, version in sorted((versions | ELSEWHERE).items()))
    if arguments == ["--check"]:
        same = TARGET.read_text(encoding="utf-8") == text
        print("constraints are what is installed" if same else "constraints.txt is not what is installed")
        return 0 if same else 1
    TARGET.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
