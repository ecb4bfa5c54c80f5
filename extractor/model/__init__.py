"""What a report is: plain frozen values that travel between the rooms. No room, no library but the serialiser.

`place` says where something stands, `page` what a page shows, `body` the report's lines and grids in reading order
(the same for every input format), `laporan` the finished report as `laporan.json` holds it, `temuan` what was noticed.
"""
