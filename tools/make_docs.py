"""Fill in what commands print: README*.md and docs/*.md show real output, never remembered output.

Every line `$ command` of a block that begins with ```console is run, in order, and what stands below it is replaced by what it
prints (both streams). Commands of one file share a folder that holds `samples`; `out` begins empty.

python tools/make_docs.py           fill in
python tools/make_docs.py --check   exit 1 when a file shows something else than the program prints
"""

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
PROMPT = "$ "


def pages() -> list[Path]:
    """The files that may show output."""
    return sorted([*ROOT.glob("README*.md"), *(ROOT / "docs").glob("*.md")])


def commands(text: str) -> list[str]:
    """The commands that a page shows, in order."""
    lines = [line for block in BLOCK.findall(text) for line in block.splitlines()]
    return [line.removeprefix(PROMPT) for line in lines if line.startswith(PROMPT)]


def printed(command: str, folder: Path) -> str:
    """What a command prints to both streams, run in `folder` with the programs of this environment."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    env = os.environ | {"PATH": path, "COLUMNS": "80", "NO_COLOR": "1", "LC_ALL": "C.UTF-8"}
    done = subprocess.run(
        ["bash", "-c", command], cwd=folder, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False
    )
    text = done.stdout.decode()
    return text if text.endswith("\n") or not text else f"{text}\n"


def filled(text: str) -> str:
    """The page with every output as it is today."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "samples").symlink_to(ROOT / "samples")

        def block(match: re.Match[str]) -> str:
            shown = (f"{PROMPT}{command}\n{printed(command, folder)}" for command in commands(match[0]))
            return f"```console\n{''.join(shown)}```"

        return BLOCK.sub(block, text)


def main(arguments: list[str]) -> int:
    stale = []
    for path in pages():
        old = path.read_text(encoding="utf-8")
        new = filled(old)
        if new != old:
            stale.append(path.name)
            if arguments != ["--check"]:
                path.write_text(new, encoding="utf-8")
    print(f"shown output differs: {', '.join(stale)}" if stale else "shown output is fresh")
    return 1 if stale and arguments == ["--check"] else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
