"""`extract inspect FILE --draw DIR` as a process."""

from pathlib import Path

from PIL import Image

SAMPLES = Path(__file__).parents[2] / "samples"


def test_draws_the_pages_and_says_where(extract, tmp_path):
    done = extract("inspect", SAMPLES / "lkip-tipis.pdf", "--draw", "gambar", "--pages", "6-7")
    assert done.returncode == 0
    assert done.stderr == "2 gambar halaman di gambar\n"
    assert "BAB" in done.stdout
    assert sorted(p.name for p in (tmp_path / "gambar").iterdir()) == ["p006.png", "p007.png"]
    with Image.open(tmp_path / "gambar" / "p006.png") as image:
        assert image.format == "PNG"


def test_says_so_in_english_or_not_at_all(extract):
    arguments = ("inspect", SAMPLES / "lkip-tipis.pdf", "--draw", "gambar", "--pages", "1")
    assert extract(*arguments, "--lang", "en").stderr == "1 page images in gambar\n"
    assert extract(*arguments, "-q").stderr == ""


def test_a_word_file_has_no_pages_to_draw(extract, tmp_path):
    done = extract("inspect", SAMPLES / "lkip.docx", "--draw", "gambar")
    assert done.returncode == 3
    assert "--draw" in done.stderr
    assert not (tmp_path / "gambar").exists()


def test_a_folder_that_cannot_be_written_is_an_output_error(extract, tmp_path):
    (tmp_path / "berkas").write_text("x")
    done = extract("inspect", SAMPLES / "lkip-tipis.pdf", "--draw", "berkas/gambar", "--pages", "1")
    assert done.returncode == 6
