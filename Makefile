# newsdesk: `make run` opens the desk, `make test` runs every check. Nothing else needs to be known.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin

# Every check starts many processes: without what Python keeps of its modules each would compile them anew.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: run test faults bench screenshots
.DELETE_ON_ERROR:

run: $(VENV)/.run
	@$(BIN)/newsdesk

test: $(VENV)/.dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/pytest -m 'not slow' --numprocesses=6 --dist=worksteal  # most of them wait for a screen

faults: $(VENV)/.dev
	$(BIN)/pytest -m slow --override-ini='norecursedirs=.* bench seeds' --numprocesses=auto --maxprocesses=4

bench: $(VENV)/.dev
	$(BIN)/python -m tests.bench $(BENCH)

screenshots: $(VENV)/.dev
	$(BIN)/python -m tests.screenshots

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo 'newsdesk needs Python 3.11 or newer: make run PYTHON=/path/to/python3.11'; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || \
	  { echo 'This Python cannot make virtual environments. On Debian and Ubuntu: apt install python3-venv'; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.run: $(BIN)/python pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/.dev: $(BIN)/python pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@ $(VENV)/.run
