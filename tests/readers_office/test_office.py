"""LibreOffice as a foreign program: found or named, run alone and under limits, believed only when its document is there."""

import os
import shutil
import stat
import time
import zipfile
from pathlib import Path

import pytest

from extractor.model.body import Grid, dense
from extractor.model.errors import DamagedInput, ExitCode, MissingProgram, TooLarge
from extractor.readers.office import OfficeLimits, program, read_office
from extractor.readers.office.archive import check_archive

RTF = rb"{\rtf1\ansi Tabel 3.1 Capaian\par \trowd\cellx2000\cellx4000 No\cell Target\cell\row 1\cell 100\cell\row}"
pytestmark = pytest.mark.skipif(os.name != "posix", reason="the stand-in is a shell script")


@pytest.fixture
def document(tmp_path):
    path = tmp_path / "laporan.rtf"
    path.write_bytes(RTF)
    return path


@pytest.fixture
def stand_in(tmp_path, monkeypatch):
    """Puts a shell script in LibreOffice's place; its last arguments are `--outdir OUT SOURCE`, and $LOG is a folder to write to."""
    log = tmp_path / "catatan"
    log.mkdir()

    def put(script):
        place = tmp_path / "bin" / "soffice"
        place.parent.mkdir()
        place.write_text(
            f'#!/bin/sh\nLOG="{log}"\nwhile [ $# -gt 2 ]; do echo "$1" >> "$LOG/argumen"; [ "$1" = --outdir ] && OUT=$2; shift; done\n'
            f"SOURCE=$2\n{script}\n"
        )
        place.chmod(place.stat().st_mode | stat.S_IXUSR)
        monkeypatch.setenv("PATH", f"{place.parent}{os.pathsep}{os.environ['PATH']}")
        return log

    return put


def made_docx(path):
    import docx

    document = docx.Document()
    document.add_paragraph("Hasil")
    document.save(str(path))
    return path


def test_its_document_is_read(document, stand_in, tmp_path):
    log = stand_in(f'cp "{made_docx(tmp_path / "hasil.docx")}" "$OUT/masuk.docx"')
    reading, engine = read_office(document, "rtf")
    assert [item.text for item in reading.body.items] == ["Hasil"]
    assert engine
    arguments = (log / "argumen").read_text().splitlines()
    assert "--headless" in arguments
    assert any(a.startswith("-env:UserInstallation=file:///") for a in arguments)


def test_nothing_of_the_run_is_left_and_nothing_of_the_name_is_passed_on(document, stand_in, tmp_path):
    log = stand_in(
        f'cp "{made_docx(tmp_path / "hasil.docx")}" "$OUT/masuk.docx"; echo "$SOURCE" > "$LOG/sumber"; '
        'cp "$OUT"/../profil/user/registrymodifications.xcu "$LOG"; env > "$LOG/env"'
    )
    os.environ["LKIP_RAHASIA"] = "rahasia"
    read_office(document, "rtf")
    del os.environ["LKIP_RAHASIA"]
    source = (log / "sumber").read_text().strip()
    assert source.endswith("/masuk.rtf")
    assert not Path(source).parent.exists()
    settings = (log / "registrymodifications.xcu").read_text()
    for name in ("DisableMacrosExecution", "BlockUntrustedRefererLinks", "ooInetHTTPProxyName"):
        assert name in settings
    assert "rahasia" not in (log / "env").read_text()


def test_success_without_a_document_is_a_failure(document, stand_in):
    stand_in("exit 0")
    with pytest.raises(DamagedInput):
        read_office(document, "rtf")


def alive(pid):
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False


def test_one_that_hangs_is_ended_with_its_children(document, stand_in):
    log = stand_in('sleep 60 & echo $! > "$LOG/anak"; wait')
    with pytest.raises(TooLarge) as caught:
        read_office(document, "rtf", OfficeLimits(max_seconds=1.0))
    assert "max_seconds" in caught.value.message_en
    pid = int((log / "anak").read_text())
    for _ in range(50):
        if not alive(pid):
            return
        time.sleep(0.02)
    pytest.fail(f"process {pid} is left")


def test_children_that_outlive_it_are_ended(document, stand_in, tmp_path):
    log = stand_in(
        f'cp "{made_docx(tmp_path / "hasil.docx")}" "$OUT/masuk.docx"; sleep 60 & echo $! > "$LOG/anak"; exit 0'
    )
    read_office(document, "rtf")
    pid = int((log / "anak").read_text())
    for _ in range(50):
        if not alive(pid):
            return
        time.sleep(0.02)
    pytest.fail(f"process {pid} is left")


def test_a_missing_program_is_named_with_its_packages(document, monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(program, "_PLACES", ())
    with pytest.raises(MissingProgram) as caught:
        read_office(document, "rtf")
    assert caught.value.exit_code == ExitCode.MISSING_PROGRAM
    for advice in (caught.value.advice_id, caught.value.advice_en):
        for package in ("apt install libreoffice-writer-nogui", "dnf install libreoffice-writer", "winget install"):
            assert package in advice


@pytest.mark.parametrize(
    ("limits", "error"),
    [
        (OfficeLimits(max_total_bytes=9_999), TooLarge),
        (OfficeLimits(max_entries=0), TooLarge),
        (OfficeLimits(max_total_bytes=10_000), None),
    ],
)
def test_odt_is_inflated_under_limits(tmp_path, limits, error):
    path = tmp_path / "a.odt"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("content.xml", b"x" * 10_000)
    if error is None:
        check_archive(path, limits)
    else:
        with pytest.raises(error):
            check_archive(path, limits)


def test_a_damaged_odt(tmp_path):
    path = tmp_path / "a.odt"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("content.xml", b"x" * 100)
    path.write_bytes(path.read_bytes().replace(b"x" * 10, b"y" * 10, 1))
    with pytest.raises(DamagedInput):
        check_archive(path, OfficeLimits())


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
def test_the_real_program_reads_a_table(document):
    reading, engine = read_office(document, "rtf")
    assert engine.startswith("LibreOffice ")
    assert [dense(item) for item in reading.body.items if isinstance(item, Grid)] == [[["No", "Target"], ["1", "100"]]]
