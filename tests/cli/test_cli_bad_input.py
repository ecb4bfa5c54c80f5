"""Bad inputs through the real command: what is said in both languages, exit code 3, nothing written."""

import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas


def pdf(path, *, password=None, pages=2):
    encrypt = None if password is None else StandardEncryption(password, "pemilik", strength=128)
    canvas = Canvas(str(path), encrypt=encrypt)
    for number in range(1, pages + 1):
        canvas.drawString(72, 700, "BAB I PENDAHULUAN" if number == 1 else "Uraian singkat tentang kegiatan dinas.")
        canvas.showPage()
    canvas.save()
    return path


CASES = {
    "zero bytes": (lambda p: p.write_bytes(b""), "kosong", "empty"),
    "no pdf": (lambda p: p.write_bytes(b"bukan pdf sama sekali\n"), "teks biasa", "plain text"),
    "random bytes": (lambda p: p.write_bytes(bytes(range(256)) * 9), "tidak dikenal", "unknown data"),
    "a picture": (
        lambda p: p.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(99)),
        "Gambar ini rusak",
        "This image is corrupt or cut off",
    ),
    "cut off within the first object": (lambda p: p.write_bytes(pdf(p).read_bytes()[:60]), "utuh", "intact"),
    "encrypted": (lambda p: pdf(p, password="rahasia"), "--password", "--password"),
    "missing": (lambda p: p.parent, "tidak ditemukan", "not found"),
    "a folder without reports": (lambda p: p.mkdir(), "Tidak ada laporan", "No report"),
}


COMMANDS = {"folder": ["-o", "out"], "stdout": ["-o", "-"], "inspect": ["inspect"]}
FILES_ONLY = [(case, command) for case in CASES for command in COMMANDS if "folder" not in case or command == "folder"]


@pytest.mark.parametrize(("case", "command"), FILES_ONLY)
def test_bad_input_is_said_in_both_languages_and_leaves_nothing(extract, tmp_path, case, command):
    make, said_id, said_en = CASES[case]
    path = tmp_path / "lkip.pdf"
    make(path)
    before = sorted(tmp_path.rglob("*"))
    done = extract(*COMMANDS[command], path)
    assert (done.returncode, done.stdout) == (3, "")
    lines = {line.split(": ")[1]: line for line in done.stderr.splitlines()}
    assert all(line.startswith(str(path)) for line in lines.values())
    assert said_id in lines["galat"]
    assert said_en in lines["error"]
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.parametrize(("password", "code"), [("rahasia", 0), ("salah", 3)])
def test_the_password_is_used(extract, tmp_path, password, code):
    path = pdf(tmp_path / "lkip.pdf", password="rahasia")
    done = extract(path, "-o", "out", "--password", password)
    assert done.returncode == code, done.stderr
    assert password not in done.stderr


def test_an_empty_user_password_is_tried(extract, tmp_path):
    assert extract(pdf(tmp_path / "lkip.pdf", password=""), "-o", "out").returncode == 0


def test_a_wrong_suffix_is_read_and_said(extract, tmp_path):
    done = extract(pdf(tmp_path / "lkip.docx"), "-o", "out")
    assert done.returncode == 0
    assert "FILE-NAME" in done.stderr


def test_a_pdf_whose_end_is_cut_off_is_partial_and_said(extract, tmp_path):
    path = pdf(tmp_path / "lkip.pdf")
    path.write_bytes(path.read_bytes() + b"\n99 0 obj\n<< /Length 9000 >>\nstream\n" + b"x" * 6000)
    done = extract(path, "-o", "out")
    assert done.returncode == 0, done.stderr
    assert "FILE-CUT" in done.stderr
    assert '"status":"partial"' in (tmp_path / "out" / "manifest.jsonl").read_text()
    other = pdf(tmp_path / "lain.pdf")
    assert extract(path, other, "-o", "out").returncode == 4


def test_a_pdf_that_lacks_only_its_last_line_is_whole(extract, tmp_path):
    path = pdf(tmp_path / "lkip.pdf")
    path.write_bytes(path.read_bytes().removesuffix(b"%%EOF\n"))
    assert extract(path, "-o", "out").returncode == 0
