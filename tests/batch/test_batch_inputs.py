"""Where inputs come from: lists, archives, profiles."""

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from extractor.intake.archives import Input, fingerprint_of, materialised, members
from extractor.model.errors import DamagedInput, EncryptedInput, TooLarge

FAKE = Path(__file__).parents[1] / "cli" / "fake_extract.py"
REPORT = b"%PDF-1.7\n% complete\n%%EOF\n"


def extract(folder, *arguments, stdin=None):
    return subprocess.run(
        [sys.executable, str(FAKE), *map(str, arguments)], cwd=folder, input=stdin, capture_output=True, timeout=60, check=False,
    )  # fmt: skip


def archive(path, **names):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in names.items():
            file.writestr(name.replace("__", "/"), content)
    return path


def test_an_archive_stands_for_the_reports_in_it(tmp_path):
    path = archive(
        tmp_path / "arsip.zip",
        **{
            "2019__lkip.pdf": REPORT + b"1",
            "2020__lkip.pdf": REPORT + b"2",
            "foto.jpg": b"x",
            "__MACOSX__._a.pdf": b"x",
        },
    )
    done = extract(tmp_path, path, "-o", "out")
    assert done.returncode == 0, done.stderr
    lines = [json.loads(line) for line in (tmp_path / "out" / "manifest.jsonl").read_text().splitlines()]
    assert [(line["path"], line["stem"]) for line in lines] == [
        ("../arsip.zip!/2019/lkip.pdf", "lkip"),
        ("../arsip.zip!/2020/lkip.pdf", "lkip-2"),
    ]
    report = json.loads((tmp_path / "out" / "lkip" / "laporan.json").read_text())
    assert report["source"]["file_name"] == "lkip.pdf"


@pytest.mark.parametrize(
    "name", ["../../jahat.pdf", "/etc/jahat.pdf", "C:\\jahat.pdf", "..\\jahat.pdf", "a/\x01\x1b.pdf", "-o.pdf"]
)
def test_a_member_never_names_a_place_outside(tmp_path, name):
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as file:
        file.writestr(name, REPORT)
    (member,) = members(path)
    with materialised(path, member) as file:
        place = file
        assert file.read_bytes() == REPORT
        assert not file.name.startswith((".", "-", "/"))
    assert not place.exists()
    assert fingerprint_of(Input(path, member)) is not None


def test_bombs_and_broken_members_are_refused(tmp_path):
    path = archive(tmp_path / "bom.zip", **{"bom.pdf": bytes(60_000_000)})
    with pytest.raises(TooLarge), materialised(path, "bom.pdf"):
        pass
    path = archive(tmp_path / "rusak.zip", **{"a.pdf": os.urandom(2000)})
    content = bytearray(path.read_bytes())
    content[200] ^= 0xFF
    path.write_bytes(content)
    with pytest.raises(DamagedInput), materialised(path, "a.pdf"):
        pass
    content = bytearray(archive(tmp_path / "sandi.zip", **{"a.pdf": b"x" * 50}).read_bytes())
    content[6] |= 1
    content[content.index(b"PK\x01\x02") + 8] |= 1
    (tmp_path / "sandi.zip").write_bytes(content)
    with pytest.raises(EncryptedInput), materialised(tmp_path / "sandi.zip", "a.pdf"):
        pass


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig"])
def test_a_list_that_windows_wrote(tmp_path, encoding):
    for name in ("a.pdf", "é.pdf"):
        (tmp_path / name).write_bytes(REPORT + name.encode())
    (tmp_path / "daftar.txt").write_text("a.pdf\r\né.pdf\r\n", encoding=encoding)
    done = extract(tmp_path, "--files-from", "daftar.txt", "-o", "out")
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "out" / "a" / "laporan.json").is_file()
    assert (tmp_path / "out" / "é" / "laporan.json").is_file()


@pytest.mark.parametrize("separator", [b"\n", b"\r\n", b"\0"])
def test_a_list_of_inputs_on_stdin(tmp_path, separator):
    for name in ("a.pdf", "b.pdf"):
        (tmp_path / name).write_bytes(REPORT + name.encode())
    done = extract(tmp_path, "--files-from", "-", "-o", "out", stdin=separator.join([b"a.pdf", b"b.pdf", b""]))
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "out" / "b" / "laporan.json").is_file()


def test_a_profile_sets_limits_and_options_and_the_command_line_wins(tmp_path):
    (tmp_path / "a.pdf").write_bytes(REPORT)
    (tmp_path / "p.toml").write_text('[limits]\nmemory_mb = 900\n[options]\nlang = "en"\njobs = 1\n')
    assert b"complete" in extract(tmp_path, "a.pdf", "-o", "out", "--profile", "p.toml").stderr
    assert b"lengkap" in extract(tmp_path, "a.pdf", "-o", "o2", "--profile", "p.toml", "--lang", "id").stderr


def test_limits_that_change_what_is_read_stand_in_the_report(tmp_path):
    (tmp_path / "a.pdf").write_bytes(REPORT)
    done = extract(tmp_path, "a.pdf", "-o", "out", "--limit", "pages=7", "--limit", "page_characters=900")
    assert done.returncode == 0, done.stderr
    (line,) = map(json.loads, (tmp_path / "out" / "manifest.jsonl").read_text().splitlines())
    assert line["options"] == {"pages": None, "most_pages": "7", "most_characters": "900"}
    again = extract(tmp_path, "a.pdf", "-o", "out", "--json")
    assert not json.loads(again.stdout)["inputs"][0]["kept"], "other limits: read again"


@pytest.mark.parametrize(
    ("profile", "arguments"),
    [
        ("[limits]\nmemori = 1\n", []),
        ("[limits]\nmemory_mb = -1\n", []),
        ("[options]\nwarna = 1\n", []),
        ("bukan toml", []),
        ("[lain]\n", []),
        ("", ["--limit", "seconds=banyak"]),
        ("", ["--limit", "seconds"]),
        ("", ["--limit", "apa=1"]),
    ],
)
def test_wrong_settings_are_wrong_usage(tmp_path, profile, arguments):
    (tmp_path / "a.pdf").write_bytes(REPORT)
    (tmp_path / "p.toml").write_text(profile)
    done = extract(tmp_path, "a.pdf", "-o", "out", "--profile", "p.toml", *arguments)
    assert done.returncode == 2
    assert b"Traceback" not in done.stderr
    assert not (tmp_path / "out").exists()
