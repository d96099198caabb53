# make demo and make test are all that a newcomer needs; both set up .venv first. PYTHON picks the interpreter.

PYTHON ?= python3
DEMO_PORT ?= 8765
BIN := .venv/bin
STAMP := .venv/.set-up

# DEMO_PORT, or 0 (any free port) where something answers there already.
FREE_PORT = $$($(BIN)/python -c 'import socket; taken = socket.socket().connect_ex(("127.0.0.1", $(DEMO_PORT))) == 0; print(0 if taken else $(DEMO_PORT))')

.PHONY: help setup demo test lint fix bench train docs golden constraints clean
.DEFAULT_GOAL := help

help:
	@echo "make demo    set up, read the example wire, show a record and serve the page"
	@echo "make test    set up, check style and types, run the tests"
	@echo "make setup   only set up .venv, with the command .venv/bin/onrecord"
	@echo "make lint    style and types; make fix mends what can be mended"
	@echo "make bench   every benchmark that has its data at hand, as one table"
	@echo "make train   train the tagger's weights anew: make train DATA=/folder/of/corpora"
	@echo "make docs    write the help texts and the schema into docs/"
	@echo "make golden  rewrite tests/golden and the JSON of tests/intake/pages: read the diff"

setup: $(STAMP)

$(STAMP): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "onrecord needs Python 3.11 or newer; $(PYTHON) is" \
	    "$$($(PYTHON) --version 2>&1). Run: make setup PYTHON=/path/to/python3.11" >&2; exit 1; }
	@test -x $(BIN)/pip || $(PYTHON) -m venv .venv || { \
	  echo "the environment could not be made; Debian and Ubuntu need: apt install python3-venv" >&2; exit 1; }
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e ./accurate -e '.[dev]'
	@touch $@

demo: setup
	$(BIN)/onrecord read examples/wire/2019-03-08-npa-ministers.txt
	$(BIN)/onrecord add demo.onrecord examples/wire
	@$(BIN)/onrecord serve demo.onrecord --port $(FREE_PORT)

test: lint
	$(BIN)/pytest

lint: setup
	$(BIN)/ruff check
	$(BIN)/ruff format --check --quiet
	$(BIN)/mypy

fix: setup
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

bench: setup
	$(BIN)/python benchmarks/run.py

# Hours on two cores. WORK keeps each stage, so that an interrupted training goes on.
WORK ?= build/training
train:
	@test -d "$(DATA)" || { echo "say where the corpora are: make train DATA=/folder (training/README.md)" >&2; exit 1; }
	@test -x .venv-train/bin/pip || $(PYTHON) -m venv .venv-train
	.venv-train/bin/python -m pip install --quiet --disable-pip-version-check -c training/constraints.txt -e ./accurate -e '.[train]'
	.venv-train/bin/python training/train.py $(DATA) --work $(WORK)
	.venv-train/bin/python training/events.py $(DATA)/data --work $(WORK)

docs: setup
	$(BIN)/python docs/generate.py

golden: setup
	$(BIN)/python -m tests.golden_records
	$(BIN)/python -m tests.page_records

constraints: setup
	@{ sed -n '/^#/p' constraints.txt; $(BIN)/pip freeze --exclude-editable | grep '=='; } > constraints.new
	@mv constraints.new constraints.txt

clean:
	rm -rf .venv .venv-train demo.onrecord
