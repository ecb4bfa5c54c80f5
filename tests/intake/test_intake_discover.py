"""Arguments become inputs: folders searched by content and name, links not followed, every failure kept."""

import pytest

from extractor.intake import discover
from extractor.model.errors import MissingInput

PDF = b"%PDF-1.7\n%%EOF\n"


@pytest.fixture
def folder(tmp_path):
    root = tmp_path / "laporan"
    for name, content in {
        "b.pdf": PDF,
        "a.pdf": PDF + b"a",
        "sub/tanpa_akhiran": PDF + b"b",
        "sub/rusak.docx": b"bukan",
        "sub/catatan.txt": b"halo",
        "sub/logo.png": b"\x89PNG\r\n\x1a\n",
        "sub/~$a.docx": b"pemilik",
        ".sembunyi/c.pdf": PDF + b"c",
        "kosong/.keep": b"",
    }.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return root


def relative(paths, root):
    return [p.relative_to(root).as_posix() for p in paths]


def test_a_folder_gives_its_reports_in_order(folder):
    found = discover([folder])
    assert relative([source.path for source in found.inputs], folder) == [
        "a.pdf",
        "b.pdf",
        "sub/rusak.docx",
        "sub/tanpa_akhiran",
    ]
    assert relative(found.ignored, folder) == ["kosong/.keep", "sub/catatan.txt", "sub/logo.png", "sub/~$a.docx"]
    assert found.failures == ()


def test_named_files_are_inputs_whatever_they_are_and_each_once(folder):
    found = discover([folder / "sub" / "catatan.txt", folder / "tidak_ada.pdf", folder, folder / "a.pdf"])
    assert relative([source.path for source in found.inputs], folder)[:3] == [
        "sub/catatan.txt",
        "tidak_ada.pdf",
        "a.pdf",
    ]
    assert len(found.inputs) == 6


def test_a_folder_without_reports_is_a_failure_beside_the_others(folder):
    found = discover([folder / "kosong", folder / "b.pdf"])
    assert relative([source.path for source in found.inputs], folder) == ["b.pdf"]
    (failure,) = found.failures
    assert failure.path == folder / "kosong"
    assert isinstance(failure.error, MissingInput)
    assert failure.error.code == "no_reports"


def test_a_folder_whose_reports_were_named_already_is_no_failure(folder):
    (folder / "kosong" / "a.pdf").write_bytes(PDF)
    assert discover([folder / "kosong" / "a.pdf", folder / "kosong"]).failures == ()


def test_links_inside_a_folder_are_not_followed(folder, tmp_path):
    outside = tmp_path / "luar"
    outside.mkdir()
    (outside / "rahasia.pdf").write_bytes(PDF)
    (folder / "tautan.pdf").symlink_to(outside / "rahasia.pdf")
    (folder / "tautan").symlink_to(outside)
    (folder / "putar").symlink_to(folder)
    found = discover([folder])
    assert len(found.inputs) == 4
    assert "tautan.pdf" in relative(found.links, folder)


def test_the_output_folder_is_not_searched(folder):
    assert relative([source.path for source in discover([folder], skip=folder / "sub").inputs], folder) == [
        "a.pdf",
        "b.pdf",
    ]
