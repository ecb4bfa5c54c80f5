"""Limits of single steps reach the readers, and stand in what is recorded."""

import zipfile
from pathlib import Path

import pytest

from extractor import pipeline
from extractor.model.errors import TooLarge
from extractor.model.limits import Limits, with_limits
from extractor.model.options import Bounds, Options
from extractor.readers.docx.limits import DocxLimits
from extractor.readers.image import ImageLimits
from extractor.readers.office.limits import OfficeLimits

SAMPLES = Path(__file__).parents[2] / "samples"


def test_the_usual_bounds_are_the_readers_own():
    assert DocxLimits.within(Bounds()) == DocxLimits()
    assert ImageLimits.within(Bounds()) == ImageLimits()
    assert OfficeLimits.within(Bounds()) == OfficeLimits()


def test_every_bound_is_a_limit_of_the_same_default():
    for name in Bounds.__struct_fields__:
        assert getattr(Limits(), name) == getattr(Bounds(), name)
        assert getattr(with_limits(Limits(), {name: "7"}), name) == 7


def test_a_word_file_beyond_its_bound_is_refused(tmp_path):
    path = tmp_path / "a.docx"
    with zipfile.ZipFile(SAMPLES / "lkip.docx") as whole, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as padded:
        for name in whole.namelist():
            content = whole.read(name)
            padded.writestr(name, content + b"\n" * 2_000_000 if name == "word/document.xml" else content)
    assert pipeline.run(path, Options()).status == "complete"
    options = Options(bounds=Bounds(inflated_mb=1))
    assert options.recorded()["inflated_mb"] == "1"
    with pytest.raises(TooLarge):
        pipeline.run(path, options)
