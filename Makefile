# Verbale: everything starts here. `make help` lists the targets.
PYTHON ?= $(shell command -v python3.11 || echo python3)
UV ?= uv
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet --quiet
COMPILE := $(UV) pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	--custom-compile-command "make requirements"

.DEFAULT_GOAL := help
.PHONY: help install room develop demo test check bench schema requirements clean

help: ## List the targets
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | awk -F '\t' '{printf "  make %-14s %s\n", $$1, $$2}'

$(VENV)/.created:
	@command -v $(PYTHON) >/dev/null || { echo "No $(PYTHON) found; name another Python from 3.11 on: make PYTHON=python3.12" >&2; exit 2; }
	@echo "Setting up $(VENV) (once) ..."
	@$(PYTHON) -m venv $(VENV)
	@$(PIP) install --upgrade pip
	@touch $@

$(VENV)/.installed: $(VENV)/.created requirements/base.txt pyproject.toml
	@echo "Installing what Verbale runs on ..."
	@$(PIP) install --require-hashes -r requirements/base.txt
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.room: $(VENV)/.installed requirements/web.txt
	@echo "Installing the reading room ..."
	@$(PIP) install --require-hashes -r requirements/web.txt
	@touch $@

$(VENV)/.developing: $(VENV)/.installed requirements/dev.txt
	@echo "Installing the tools of development ..."
	@$(PIP) install --require-hashes -r requirements/dev.txt
	@touch $@

install: $(VENV)/.installed ## Create .venv and install Verbale in it

room: $(VENV)/.room ## ... and what `verbale serve` needs

develop: $(VENV)/.developing ## ... and the tools of development

demo: $(VENV)/.installed ## Read three example pages and write demo/brief.html
	@mkdir -p demo
	@$(BIN)/verbale read examples/*.txt
	@$(BIN)/verbale brief examples/*.txt -o demo/brief.html
	@echo "Open demo/brief.html in a browser: the same records beside the pages' words."

check: $(VENV)/.developing ## Style, types and layers, without the tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

test: check ## Everything that must hold: check, then the tests
	$(BIN)/pytest -rs --numprocesses 2 --dist worksteal

bench: $(VENV)/.developing ## Measure quality and speed
	$(BIN)/python -m bench

schema: $(VENV)/.installed ## Write docs/record.schema.json anew from the model
	$(BIN)/python -m verbale.schema

requirements: ## Pin the requirements anew, with hashes (needs uv)
	$(COMPILE) --upgrade pyproject.toml requirements/build.in -o requirements/base.txt
	$(COMPILE) --upgrade --extra web pyproject.toml requirements/build.in -c requirements/base.txt -o requirements/web.txt
	$(COMPILE) --upgrade pyproject.toml requirements/build.in requirements/dev.in -c requirements/base.txt -o requirements/dev.txt

clean: ## Remove everything that was made (.venv, caches, demo)
	rm -rf $(VENV) demo build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
