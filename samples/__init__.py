"""The invented report: one description, five files, and the truth about every cell of them.

`deskripsi` says what the report holds, `pdf` draws it in four looks, `word` writes it as DOCX, `truth` writes what a reader must
find. `tahunan` holds four short reports of another agency, to compare. `make` does all of it (`python -m samples.make`). City,
agencies, sentences and figures are invented.
"""
