"""Many reports in one SQLite file. Finished `Laporan` values in, rows that answer questions (and the reports themselves) out.

`skema` is the file's form as a list of migrations, `buka` opens it (WAL, foreign keys, who may write), `versi` decides which
report an incoming one is, `isi` turns a report into rows, `arsip` does both in one transaction a report, `tanya` holds the
questions, `metadata` describes the file to Datasette.

Every report is kept whole too (table `dokumen`, compressed), so that the comparison of years gets exactly what the folders hold.
Figures stand twice: as a number to sort and count with, and as the plain decimal text that was read (`angka.desimal`).
"""
