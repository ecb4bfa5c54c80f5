"""Write docs/laporan.schema.json, the JSON Schema (2020-12) of laporan.json, from the types in extractor.model.laporan.

python tools/make_schema.py           write it
python tools/make_schema.py --check   exit 1 when the file is not what the types say
"""

import sys
from inspect import cleandoc
from pathlib import Path

import msgspec

from extractor.model.laporan import Laporan

TARGET = Path(__file__).parents[1] / "docs" / "laporan.schema.json"
_IDENTITY = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "title": "laporan.json of lkip-extractor, schema lkip-laporan 1.0",
}
_FIGURE = {"type": "string", "pattern": "^-?[0-9]+([.][0-9]+)?$"}


def schema_bytes() -> bytes:
    """The schema as it must stand in docs/: a figure is a string of a plain decimal."""
    schema = {key: _tidy(value) for key, value in msgspec.json.schema(Laporan).items()}
    return msgspec.json.format(msgspec.json.encode(_IDENTITY | schema), indent=2) + b"\n"


def _tidy(value: object) -> object:
    """Figures as strings; descriptions without the indentation that docstrings have before Python 3.13."""
    if isinstance(value, dict):
        if value.get("format") == "decimal":
            return _FIGURE
        described = {"description": cleandoc(value["description"])} if isinstance(value.get("description"), str) else {}
        return {key: described.get(key) or _tidy(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_tidy(item) for item in value]
    return value


def main(arguments: list[str]) -> int:
    fresh = schema_bytes()
    if arguments == ["--check"]:
        same = TARGET.read_bytes() == fresh
        print("schema is fresh" if same else f"{TARGET.name} is not what the types say: run tools/make_schema.py")
        return 0 if same else 1
    TARGET.write_bytes(fresh)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
