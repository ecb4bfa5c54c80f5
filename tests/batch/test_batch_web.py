"""Web addresses: what a server may do wrong ends in words, never in an accident, and nothing but the named document is fetched."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from extractor.intake import discover, fingerprint_of, materialised, remote
from extractor.model.errors import ExtractError, TooLarge

pytest.importorskip("aiohttp")
REPORT = b"%PDF-1.7\n% whole\n%%EOF\n"
LINKS = b'<html><a href="/baik.pdf">a</a><a href="/dalam/">b</a></html>'
ANSWERS: dict[str, tuple[int, dict[str, str], bytes]] = {
    "/baik.pdf": (200, {"Content-Length": str(len(REPORT))}, REPORT),
    "/tanpa-panjang.pdf": (200, {}, REPORT),
    "/pindah.pdf": (302, {"Location": "/baik.pdf", "Content-Length": "0"}, b""),
    "/putar.pdf": (302, {"Location": "/putar.pdf", "Content-Length": "0"}, b""),
    "/berkas.pdf": (302, {"Location": "file:///etc/passwd", "Content-Length": "0"}, b""),
    "/larang.pdf": (403, {"Content-Length": "0"}, b""),
    "/gagal.pdf": (503, {"Content-Length": "0"}, b""),
    "/teko.pdf": (418, {"Content-Length": "0"}, b""),
    "/pendek.pdf": (200, {"Content-Length": "999999"}, REPORT),
    "/minus.pdf": (200, {"Content-Length": "-5"}, REPORT),
    "/folder": (200, {"Content-Type": "text/html", "Content-Length": str(len(LINKS))}, LINKS),
    "/tak-berujung.pdf": (200, {}, bytes(1 << 20) * 8),
}


class Handler(BaseHTTPRequestHandler):
    asked: list[str]

    def do_HEAD(self) -> None:
        self._head()

    def do_GET(self) -> None:
        self.asked.append(self.path)
        if self.path == "/putus.pdf":
            self.connection.close()
            return
        if self.path == "/diam.pdf":
            time.sleep(1)
            return
        self.wfile.write(self._head())

    def _head(self) -> bytes:
        status, headers, body = ANSWERS.get(self.path, (404, {"Content-Length": "0"}, b""))
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        return body

    def log_message(self, *_: Any) -> None:
        pass


class Quiet(ThreadingHTTPServer):
    def handle_error(self, *_: Any) -> None:
        """A client that has gone is no fault of the test."""


@contextmanager
def serving() -> Iterator[tuple[str, list[str]]]:
    asked: list[str] = []
    server = Quiet(("127.0.0.1", 0), type("Scripted", (Handler,), {"asked": asked}))
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", asked
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@pytest.fixture(scope="module")
def server() -> Iterator[tuple[str, list[str]]]:
    with serving() as found:
        yield found


def content(url: str) -> bytes:
    with materialised(Path(url), None, url) as path:
        return path.read_bytes()


@pytest.mark.parametrize("name", ["baik", "tanpa-panjang", "pindah"])
def test_a_document_is_fetched(name: str, server: tuple[str, list[str]]) -> None:
    url = f"{server[0]}/{name}.pdf"
    (found,) = discover([Path(url)]).inputs
    assert (found.url, found.file_name.name) == (url, f"{name}.pdf")
    assert content(url) == REPORT
    assert fingerprint_of(found) is not None


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("tiada", "there is no document at this address."),
        ("putar", "the address is redirected again and again."),
        ("berkas", "it is redirected out of the web, which is not followed."),
        ("larang", "access is not allowed."),
        ("gagal", "its server failed, with answer 503."),
        ("teko", "its server gives no document, with answer 418."),
        ("pendek", "the transfer broke off before its end."),
        ("minus", "its server gives no document, with answer 400."),
        ("putus", "the transfer broke off before its end."),
    ],
)
def test_what_goes_wrong_is_said(name: str, words: str, server: tuple[str, list[str]]) -> None:
    url = f"{server[0]}/{name}.pdf"
    with pytest.raises(ExtractError) as failed:
        content(url)
    assert failed.value.message_en == f"This URL cannot be opened: {words}"
    assert failed.value.message_id.startswith("URL ini tidak bisa dibuka: ")


def test_a_list_of_links_is_a_document_and_no_folder(server: tuple[str, list[str]]) -> None:
    base, asked = server
    asked.clear()
    (found,) = discover([Path(f"{base}/folder")]).inputs
    assert content(found.url or "") == LINKS
    assert set(asked) == {"/folder"}


def test_a_document_without_end_is_given_up(server: tuple[str, list[str]], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remote, "MAX_BYTES", 2 << 20)
    with pytest.raises(TooLarge, match="larger than 2 MB"):
        content(f"{server[0]}/tak-berujung.pdf")


def test_a_server_that_says_nothing_is_given_up(server: tuple[str, list[str]], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remote, "_SILENT_SECONDS", 0.1)
    with pytest.raises(ExtractError, match="not answered for too long"):
        content(f"{server[0]}/diam.pdf")


@pytest.mark.parametrize(("length", "seconds", "slow"), [(10, 5, False), (10, 61, True), (62 << 10, 61, False)])
def test_a_server_that_drips_is_given_up(length: int, seconds: float, slow: bool) -> None:
    assert remote._is_slow(length, seconds) is slow
