"""The documentation says what is so: shown output, commands, targets, links, columns, roles, kinds, codes of exit."""

import re
import subprocess
from pathlib import Path
from zipfile import ZipFile

import pytest

from extractor.cli import COMMANDS
from extractor.emit.columns import SHEETS
from extractor.model.errors import ExitCode
from extractor.model.laporan import Laporan
from parsers.tabel.kamus import PERAN
from parsers.tabel.registry import JENIS
from tools.make_docs import commands, filled, pages, printed

ROOT = Path(__file__).parents[2]
PAGES = pages()
IDS = [path.name for path in PAGES]


def text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("path", [p for p in PAGES if commands(p.read_text(encoding="utf-8"))], ids=lambda p: p.name)
def test_shown_output_is_what_the_program_prints(path: Path) -> None:
    """When this fails after a wanted change: `python tools/make_docs.py`, and look at the difference."""
    shown = path.read_text(encoding="utf-8")
    assert filled(shown).splitlines() == shown.splitlines()


EXAMPLES = [
    command
    for command in re.findall(r"^(extract .*?)\s*(?:#.*)?$", text("README.md"), re.MULTILINE)
    if "--cluster" not in command
]
"""A cluster of this machine is tried in tests/batch."""


@pytest.mark.parametrize("command", EXAMPLES)
def test_examples_run(command: str, tmp_path: Path) -> None:
    """The lines without shown output, on samples under the names that they use."""
    (tmp_path / "arsip").mkdir()
    for source, name in (
        ("lkip-word.pdf", "laporan.pdf"),
        ("lkip.docx", "laporan.docx"),
        ("lkip-tipis.pdf", "arsip/a.pdf"),
    ):
        (tmp_path / name).write_bytes((ROOT / "samples" / source).read_bytes())
    (tmp_path / "samples").symlink_to(ROOT / "samples")
    (tmp_path / "daftar.txt").write_text("laporan.docx\n")
    with ZipFile(tmp_path / "kiriman.zip", "w") as archive:
        archive.write(tmp_path / "laporan.docx", "2024/laporan.docx")
    assert printed(f"({command}) >/dev/null 2>&1; echo $?", tmp_path) == "0\n"


def test_filled_replaces_old_output() -> None:
    assert filled("a\n```console\n$ echo 1; exit 3\nold\n$ printf x\n```\n$ echo b\n") == (
        "a\n```console\n$ echo 1; exit 3\n1\n$ printf x\nx\n```\n$ echo b\n"
    )


@pytest.mark.parametrize("path", PAGES, ids=IDS)
def test_links_lead_to_files(path: Path) -> None:
    links = re.findall(r"\]\(([^)#]+)\)", path.read_text(encoding="utf-8"))
    assert [link for link in links if not (path.parent / link).exists()] == []


@pytest.mark.parametrize("path", PAGES, ids=IDS)
def test_named_files_of_the_project_exist(path: Path) -> None:
    """`extractor/…`, `parsers/…` and so on in back quotes; `<nama>` stands for a name of one's own."""
    rooms = "capaian|parsers|extractor|samples|golden|tests|benchmarks|tools|docs"
    names = re.findall(rf"`((?:{rooms})/[^`<> ]*)`", path.read_text(encoding="utf-8"))
    assert [name for name in names if not (ROOT / name).exists()] == []


def test_every_command_has_its_help_page() -> None:
    shown = commands(text("docs/commands.md"))
    helps = ["extract --help" if name == "extract" else f"extract {name} --help" for name in COMMANDS]
    assert [line for line in [*helps, "capaian --help"] if line not in shown] == []


@pytest.mark.parametrize("name", ["README.md", "README.id.md"])
def test_the_two_commands_exist(name: str) -> None:
    targets = re.findall(r"^make (\w+)", text(name), re.MULTILINE)
    assert targets == ["demo", "test"]
    makefile = text("Makefile")
    assert [t for t in targets if not re.search(rf"^{t}:", makefile, re.MULTILINE)] == []


def test_demo_is_the_commands_that_the_readme_shows() -> None:
    demo = subprocess.run(
        ["make", "--no-print-directory", "-n", "-o", ".venv/.run", "demo"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    steps = [line.removeprefix(".venv/bin/") for line in demo.stdout.splitlines()]
    assert steps == commands(text("README.md"))[: len(steps)] != []


def test_exit_codes_are_all_there() -> None:
    shown = {int(code) for code in re.findall(r"^\| (\d+) \|", text("README.md"), re.MULTILINE)}
    assert shown == {code.value for code in ExitCode}


def test_output_page_names_every_column() -> None:
    page = text("docs/output.md")
    missing = []
    for sheet in SHEETS:
        heading = re.search(rf"^## .*{sheet.name}\.csv.*?(?=^## )", page, re.MULTILINE | re.DOTALL)
        section = heading[0] if heading else ""
        missing += [f"{sheet.name}.{column.name}" for column in sheet.columns if f"`{column.name}`" not in section]
    assert missing == []


def test_output_page_names_every_key_of_the_report() -> None:
    page = text("docs/output.md")
    assert [key for key in Laporan.__struct_fields__ if f"`{key}`" not in page] == []


def test_glossary_has_exactly_the_roles_of_columns() -> None:
    section = text("docs/glossary.md").split("## Roles of columns")[1]
    rows = dict(re.findall(r"^\| (\w+) \| (.+) \|$", section, re.MULTILINE))
    del rows["role"]
    assert rows == PERAN


def test_example_kind_of_the_guide_bids_like_the_others() -> None:
    """The module printed in the guide is Python that the registry could take."""
    guide = text("docs/menambah-jenis-tabel.md")
    block = re.search(r"^   ```python\n(.*?)^   ```", guide, re.MULTILINE | re.DOTALL)
    assert block is not None
    names: dict[str, object] = {}
    exec(re.sub(r"^   ", "", block[1], flags=re.MULTILINE), names)
    assert names["NAMA"] not in {kind.NAMA for kind in JENIS}
    assert callable(names["tawar"])


def test_picture_is_small() -> None:
    assert 10_000 < (ROOT / "docs" / "img" / "laporan.png").stat().st_size < 150_000
