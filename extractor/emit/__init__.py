"""A finished `Laporan` becomes files. This room writes and computes nothing: what is not in the report is not in the files.

`report_folder` writes what belongs to one report, `combined` what describes all reports of an output folder, `manifest`
the list of inputs. Everything is built beside its place and renamed (`atomic`).
"""
