"""Four invented years of one invented agency, to compare: its series and budget, the four reports, and the truth about them.

`isi` holds the figures, `laporan` makes a report of each year of them, `kebenaran` says what a comparison must find.
"""
