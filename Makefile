# The words that the README, the tests and CI use. `make help` lists them.
.DEFAULT_GOAL := help
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
SHARED ?= ../shared

help: ## what can be made
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 10

setup: $(VENV)/.done ## the environment, from pinned versions and hashes

$(VENV)/.done: requirements.lock pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install -qq --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/pip install -qq --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

demo: setup ## the bundled case, from reports to balance
	$(BIN)/donnant demo

test: setup ## everything that CI checks: style, types, import floors, tests
	$(BIN)/ruff check src tests teach
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest

eval: setup ## the scores on labelled reports, where they are at hand, and of the test piles
	$(BIN)/python eval/amounts.py
	$(BIN)/python eval/table.py $(SHARED)
	$(BIN)/python eval/origins.py
	$(BIN)/python eval/gate.py $(SHARED)

teach: setup ## learn roles and claims anew from the teaching reports; writes the weights and teach/CARD.md
	$(BIN)/python teach/train.py

bench: setup ## speed and memory, as ratios measured in one run
	$(BIN)/python bench/speed.py
	$(BIN)/python bench/amounts.py
	$(BIN)/python bench/resolve.py

docs: setup ## the reference pages that are generated from the program
	$(BIN)/python docs/generate.py

lock: ## pin the versions anew, after a change of pyproject.toml (needs uv)
	uv pip compile pyproject.toml --group dev --generate-hashes --no-emit-index-url --no-annotate --no-header \
		--python-version 3.11 --quiet --output-file requirements.lock

clean: ## take the environment and all caches away
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

.PHONY: help setup demo test eval teach bench docs lock clean
