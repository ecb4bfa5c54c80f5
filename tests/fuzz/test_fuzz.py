"""Broken files of every kind, the same in every run: each ends cleanly. Many more: `python -m benchmarks.fuzz`."""

import io
import zipfile

import pytest

from benchmarks import fuzz
from extractor.intake import fingerprint_of
from extractor.intake.archives import Input, materialised
from extractor.intake.identify import identify
from extractor.model.errors import DamagedInput

SEEDS = range(100, 160)


def test_broken_files_end_cleanly():
    ends = [*fuzz.run(SEEDS)]
    assert {end.sample for end in ends} == {"a.pdf", "b.pdf", "c.docx", "d.txt", "e.zip"}
    assert [(end.seed, end.sample, end.outcome.problem) for end in ends if not end.is_clean] == []


def test_a_seed_is_one_file():
    assert [fuzz.broken(seed) for seed in range(8)] == [fuzz.broken(seed) for seed in range(8)]


def packed(content=b"isi " * 500, name="lkip.pdf"):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return out.getvalue()


@pytest.mark.parametrize("found", ["a member that cannot be unpacked", "an offset before the file"])
def test_broken_archives_found_by_fuzzing(found, tmp_path):
    data = bytearray(packed())
    if found == "an offset before the file":
        at = data.index(b"PK\x05\x06")
        data[at + 16 : at + 20] = (at + 50).to_bytes(4, "little")
    else:
        data[40:60] = b"\xff" * 20
    path = tmp_path / "a.zip"
    path.write_bytes(data)
    with pytest.raises(DamagedInput), materialised(path, "lkip.pdf"):
        pass
    assert fingerprint_of(Input(path, "lkip.pdf")) is None


def test_a_broken_name_of_the_kind_of_an_archive(tmp_path):
    data = bytearray(packed(b"application/vnd.oasis.opendocument.text", "mimetype"))
    at = data.index(b"mimetype") + 8
    data[at : at + 10] = b"\xff" * 10
    path = tmp_path / "a.odt"
    path.write_bytes(data)
    with pytest.raises(DamagedInput):
        identify(path)
