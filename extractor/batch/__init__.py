"""Many inputs, one after the other: each is read by the pipeline and written; one that fails never stops the rest.

In: paths and settings. Out: an `Outcome` per input, the files of the output folder, its manifest.
"""
