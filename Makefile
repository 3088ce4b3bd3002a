# `make site` builds the study, `make test` tests the software; `make help` lists the rest.
# Each needs Python 3.11 or newer, and installs what else it needs into .venv.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP_INSTALL := $(BIN)/python -m pip install -qq --no-deps

export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PIP_ROOT_USER_ACTION := ignore

# On GitHub, findings show beside the line they are about.
ifdef GITHUB_ACTIONS
export RUFF_OUTPUT_FORMAT := github
CHECK_FORMAT := --format github
endif

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help site serve test check check-style check-types check-imports check-study format bench lock clean

help: ## List these targets
	@sed -n 's/^\([a-z-]*\):.*## /\1	/p' Makefile | while IFS='	' read -r target does; do \
		printf '  %-8s %s\n' "$$target" "$$does"; done

site: $(VENV)/site.stamp ## Build the study into site/
	@$(BIN)/casebook build

serve: $(VENV)/site.stamp ## Show the study at a local address and follow every change
	@$(BIN)/mkdocs serve

test: $(VENV)/test.stamp ## Run the tests, in Chromium too (ARGS="-k words" for some of them)
	@$(BIN)/python -m tests.browser.chromium
	@$(BIN)/python -m pytest --quiet --numprocesses auto --dist loadfile $(ARGS)

check: check-style check-types check-imports check-study ## Check the code and the study

check-style: $(VENV)/test.stamp
	@$(BIN)/ruff check --quiet
	@$(BIN)/ruff format --check --quiet || { echo 'Run `make format`.' >&2; exit 1; }

check-types: $(VENV)/test.stamp
	@$(BIN)/mypy

check-imports: $(VENV)/test.stamp
	@$(BIN)/lint-imports --no-logo

check-study: $(VENV)/site.stamp
	@$(BIN)/casebook check $(CHECK_FORMAT)

format: $(VENV)/test.stamp ## Put the code into its standard form
	@$(BIN)/ruff check --quiet --fix-only
	@$(BIN)/ruff format --quiet

bench: $(VENV)/test.stamp ## Measure, beside others (ARGS="check", "citations", "pages" or "terms" for one)
	@$(BIN)/python -m tests.bench $(ARGS)

lock: .cache/lock/uv.stamp ## Bring the locked requirements up to date
	@$(COMPILE) requirements/site.in --output-file requirements/site.txt
	@$(COMPILE) requirements/site.in requirements/test.in --constraint requirements/site.txt \
		--output-file requirements/test.txt

clean: ## Remove everything that make made
	rm -rf $(VENV) .cache site .site-* dist .hypothesis .import_linter_cache .mypy_cache \
		.pytest_cache .ruff_cache
	find plugins tests -name __pycache__ -prune -exec rm -rf {} +

# One lock serves every platform and every Python from 3.11 on, and names no index.
COMPILE = .cache/lock/bin/uv pip compile --quiet --upgrade --universal --python-version 3.11 \
	--generate-hashes --custom-compile-command 'make lock' pyproject.toml

.cache/lock/uv.stamp:
	@$(PYTHON) -m venv .cache/lock
	@.cache/lock/bin/python -m pip install -qq uv
	@touch $@

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo 'Casebook needs Python 3.11 or newer; name one with `make PYTHON=python3.11`.' >&2; exit 1; }
	@echo 'Setting up $(VENV)'
	@$(PYTHON) -m venv $(VENV)

$(VENV)/site.stamp: requirements/site.txt pyproject.toml | $(BIN)/python
	@echo 'Installing what the site needs'
	@$(PIP_INSTALL) --require-hashes --requirement requirements/site.txt
	@$(PIP_INSTALL) --no-build-isolation --editable .
	@touch $@

$(VENV)/test.stamp: requirements/test.txt $(VENV)/site.stamp
	@echo 'Installing what the checks and tests need'
	@$(PIP_INSTALL) --require-hashes --requirement requirements/test.txt
	@touch $@
