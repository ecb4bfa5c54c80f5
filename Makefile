# make demo   read a sample report into out/, and four years of another agency into out/tahunan, and compare these
# make test   lint, types, import contracts and all tests
# make lint   the same without the tests          make setup   only the virtual environment
# make clean  remove what the others made
#
# Needs Python 3.11 or newer with venv, and make. Another interpreter: make test PYTHON=python3.12

VENV   ?= .venv
PYTHON ?= $(shell for p in python3.11 python3 python3.12 python3.13 python3.14 python; do \
	$$p -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
BIN    := $(VENV)/bin
RUN    := $(VENV)/.run
DEV    := $(VENV)/.dev
REPORT := samples/lkip-word.pdf
YEARS  := samples/tahunan
JOBS   ?= 2

.PHONY: demo test lint setup setup-dev clean

demo: $(RUN)
	$(BIN)/extract $(REPORT) -o out
	$(BIN)/extract $(YEARS) -o out/tahunan -q
	$(BIN)/extract compare out/tahunan -o out/banding

setup: $(RUN)
setup-dev: $(DEV)

lint: $(DEV)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python tools/check_limits.py
	$(BIN)/python tools/make_schema.py --check
	$(BIN)/python tools/make_temuan.py --check

test: lint
	$(BIN)/python -m pytest -n $(JOBS)

# The stamps are made last, so that a broken installation is tried again. setuptools comes first: with the pinned one the
# project is built without a second, unpinned environment.
$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "Python 3.11+ dengan venv tidak ditemukan. / No Python 3.11 or newer with venv found." >&2; \
	  echo "Debian, Ubuntu: apt-get install python3 python3-venv" >&2; exit 1; }
	$(PYTHON) -m venv --clear $(VENV)

$(RUN): pyproject.toml constraints.txt | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt setuptools
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-build-isolation -c constraints.txt -e .
	@touch $@

$(DEV): $(RUN)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-build-isolation -c constraints.txt -e '.[dev]'
	@touch $@

clean:
	rm -rf $(VENV) out build *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
