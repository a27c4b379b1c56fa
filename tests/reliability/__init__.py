"""Reliability experiments on the evidence store; `python -m tests.reliability --full` runs them in full.

An experiment is a module `tNN_name.py` with `run(count, report) -> Result | list[Result]` and
`TITLE`, `MODELS` (what it models rather than measures), `FULL` (trials of the long run), `CHUNK` (trials between
two savings of the progress). `report.first` is the number of trials done before, for seeds.
"""
