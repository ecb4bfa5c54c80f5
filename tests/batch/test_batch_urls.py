"""Inputs named by URL: found, fetched by the worker, named by their URL, done once."""

import json
import os
import subprocess
import sys
from pathlib import Path
from unittest.mock import Mock

import pytest

from extractor.intake import discover, fingerprint_of, remote
from extractor.intake.remote import fetch, name_of, url_of
from extractor.model.errors import MissingInput

pytest.importorskip("fsspec")
FAKE = Path(__file__).parents[1] / "cli" / "fake_extract.py"
REPORT = b"%PDF-1.7\n% complete\n%%EOF\n"


def extract(folder: Path, *arguments: str) -> "subprocess.CompletedProcess[bytes]":
    return subprocess.run(
        [sys.executable, str(FAKE), *arguments], cwd=folder, capture_output=True, timeout=60, check=False
    )


@pytest.mark.parametrize(
    ("argument", "url"),
    [
        ("s3://ember/arsip/a.pdf", "s3://ember/arsip/a.pdf"),
        ("https://contoh.go.id/lkip/2024.pdf?unduh=1", "https://contoh.go.id/lkip/2024.pdf?unduh=1"),
        ("file:///berbagi/a.pdf", "file:///berbagi/a.pdf"),
        ("simplecache::s3://ember/a.pdf", "simplecache::s3://ember/a.pdf"),
        ("/berbagi/a.pdf", None),
        ("arsip/a.pdf", None),
        ("C:/arsip/a.pdf", None),
        ("a: b.pdf", None),
    ],
)
def test_a_url_is_told_from_a_path(argument: str, url: str | None) -> None:
    assert url_of(Path(argument)) == url


def test_a_file_that_is_named_like_a_url_is_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    if os.name == "nt":
        pytest.skip("no such names")
    (tmp_path / "s3:").mkdir()
    (tmp_path / "s3:" / "a.pdf").write_bytes(REPORT)
    assert url_of(Path("s3://a.pdf")) is None


def test_names_come_from_the_path_of_the_url() -> None:
    assert name_of("https://contoh.go.id/lkip/2024.pdf?unduh=1") == "2024.pdf"
    assert name_of("https://contoh.go.id/") == "laporan"


class ClientPayloadError(Exception):
    """As aiohttp raises it when a body is shorter than promised."""


class ClientResponseError(Exception):
    def __init__(self, status: int) -> None:
        super().__init__(f"{status}, message=''")
        self.status = status


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (FileNotFoundError("http://contoh/a.pdf"), "there is no document at this address."),
        (ClientPayloadError("not completed"), "the transfer broke off before its end."),
        (ClientResponseError(403), "access is not allowed."),
        (ClientResponseError(503), "its server failed, with answer 503."),
        (ClientResponseError(418), "its server gives no document, with answer 418."),
    ],
)
def test_errors_of_servers_are_said_in_words(
    error: Exception, words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    system = Mock(open=Mock(side_effect=error))
    monkeypatch.setattr(remote, "_system", lambda url: (system, url))
    with pytest.raises(MissingInput) as failed:
        fetch("http://contoh/a.pdf", tmp_path, "a.pdf")
    assert failed.value.message_en == f"This URL cannot be opened: {words}"


def test_a_folder_stands_for_its_reports(tmp_path: Path) -> None:
    (tmp_path / "dalam").mkdir()
    for name in ("b.pdf", "a.pdf", "catatan.md", "dalam/c.docx"):
        (tmp_path / name).write_bytes(REPORT + name.encode())
    found = discover([Path(f"file://{tmp_path}")])
    assert [source.url for source in found.inputs] == [
        f"file://{tmp_path}/{x}" for x in ("a.pdf", "b.pdf", "dalam/c.docx")
    ]
    assert fingerprint_of(found.inputs[0]) != fingerprint_of(found.inputs[1])


def test_a_report_is_fetched_and_done_once(tmp_path: Path) -> None:
    source = tmp_path / "jauh"
    source.mkdir()
    (source / "a.pdf").write_bytes(REPORT)
    (source / "b.pdf").write_bytes(REPORT)
    url = f"file://{source}"
    done = extract(tmp_path, url, "-o", "out", "--json")
    assert done.returncode == 0, done.stderr
    lines = [json.loads(line) for line in (tmp_path / "out" / "manifest.jsonl").read_text().splitlines()]
    assert [(line["path"], line["status"]) for line in lines] == [(f"{url}/{x}.pdf", "complete") for x in "ab"]
    assert lines[1]["same_as"] == f"{url}/a.pdf"
    assert (tmp_path / "out" / "a" / "laporan.json").is_file()
    again = json.loads(extract(tmp_path, url, "-o", "out", "--json").stdout)
    assert all(entry["kept"] for entry in again["inputs"])


@pytest.mark.parametrize(
    ("url", "code", "says"),
    [
        ("file:///tiada/a.pdf", 3, b"cannot be opened"),
        ("apaini://a/b.pdf", 3, b"cannot be opened"),
    ],
)
def test_what_cannot_be_fetched_says_why(tmp_path: Path, url: str, code: int, says: bytes) -> None:
    done = extract(tmp_path, url, "-o", "out", "--lang", "en")
    assert done.returncode == code, done.stderr
    assert says in done.stderr
    assert url.encode() in done.stderr
    assert b"Traceback" not in done.stderr
