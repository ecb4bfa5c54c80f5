"""Write docs/temuan.md from the catalogue of findings.

python tools/make_temuan.py           write
python tools/make_temuan.py --check   exit 1 when the page is not what the catalogue says
"""

import sys
from pathlib import Path

from extractor.cli.temuan_text import page_text

TARGET = Path(__file__).parents[1] / "docs" / "temuan.md"


def main(arguments: list[str]) -> int:
    fresh = page_text()
    if arguments == ["--check"]:
        same = TARGET.read_text(encoding="utf-8") == fresh
        print("docs/temuan.md is fresh" if same else "docs/temuan.md is stale: run tools/make_temuan.py")
        return 0 if same else 1
    TARGET.write_text(fresh, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
