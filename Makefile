# Gigawatch: `make run` shows it at work, `make test` tests it. Needs Python 3.11 or newer, make and git.
PYTHON ?= $(firstword $(foreach p,python3 python3.14 python3.13 python3.12 python3.11,$(shell $(p) -c 'import sys; sys.version_info >= (3, 11) and print("$(p)")' 2>/dev/null)))
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
# Deselect some with e.g. `make test ARGS="-m 'not prefect'"`.
ARGS ?=

.PHONY: run serve test cover check lint bench fuzz simulate crash regenerate lock clean help

run: .venv/run ## poll the bundled sample and show the alert it would send
	@$(BIN)/gigawatch sample

serve: .venv/run ## server, UI and schedules on watch.toml, until Ctrl-C
	@test -f watch.toml || $(BIN)/gigawatch init
	@$(BIN)/gigawatch serve

test: .venv/dev ## the tests
	@$(BIN)/python -m pytest -n auto $(ARGS)

cover: .venv/dev ## the tests with branch coverage, which takes twice as long; under 95 % it fails
	@$(BIN)/python -m pytest -n auto --cov --cov-report=term $(ARGS)

check: lint ## lint, types and tests
	@$(MAKE) --no-print-directory test

lint: .venv/dev ## style and types
	@echo "ruff: style"; $(BIN)/ruff check --quiet . && $(BIN)/ruff format --check --quiet .
	@echo "mypy: types"; $(BIN)/mypy --no-error-summary

bench: .venv/dev .venv-bench/peers ## speed beside other programs, as ratios within one run
	@$(BIN)/python -m tests.bench $(ARGS)

fuzz: .venv/dev ## spoiled documents through every reader; longer with e.g. ARGS="--minutes 10"
	@$(BIN)/python -m tests.fuzz $(ARGS)

simulate: .venv/dev ## twelve hours of polling 2,000 scripted feeds, on a fake clock
	@$(BIN)/python -m tests.simulation $(ARGS)

crash: .venv/dev ## polls killed at every point; thousands of times with e.g. ARGS="--kills 3000"
	@$(BIN)/python -m tests.crash $(ARGS)

regenerate: .venv/dev ## rewrite the expected readings; review the diff like code
	@$(BIN)/python -m pytest -q tests --regenerate

lock: .venv/dev ## resolve the pinned, hashed requirement files anew
	@$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --no-emit-index-url --upgrade --group build pyproject.toml -o deploy/requirements.txt
	@$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --no-emit-index-url --constraints deploy/requirements.txt --group build --group dev pyproject.toml -o deploy/requirements-dev.txt
	@$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --no-emit-index-url --upgrade tests/bench/requirements.in -o tests/bench/requirements.txt

clean: ## remove what the other targets made
	@rm -rf .venv .venv-bench .mypy_cache .ruff_cache .pytest_cache .hypothesis sample-run

help: ## this list
	@grep -E '^[a-z]+:.*##' Makefile | sed -E 's/:[^#]*## /\t/' | expand -t 14

# A stamp is touched only after its step succeeded, so a broken set-up is done again, a good one never.
.venv/run: deploy/requirements.txt pyproject.toml
	@test -n "$(PYTHON)" || { echo "Gigawatch needs Python 3.11 or newer; none was found. Install it, or say: make PYTHON=/path/to/python3"; exit 1; }
	@test -x $(BIN)/python || { echo "set-up: .venv with $$($(PYTHON) --version)"; $(PYTHON) -m venv .venv; }
	@echo "set-up: packages from deploy/requirements.txt"; $(PIP) install --no-deps --require-hashes -r deploy/requirements.txt
	@echo "set-up: the gigawatch command"; $(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

.venv/dev: .venv/run deploy/requirements-dev.txt
	@echo "set-up: test tools from deploy/requirements-dev.txt"; $(PIP) install --no-deps --require-hashes -r deploy/requirements-dev.txt
	@touch $@

# The programs that the bench compares with; where they cannot be had it runs without and says so.
.venv-bench/peers: tests/bench/requirements.txt | .venv/run
	@test -x .venv-bench/bin/python || $(BIN)/python -m venv .venv-bench
	@echo "set-up: peers from tests/bench/requirements.txt"
	@.venv-bench/bin/python -m pip --disable-pip-version-check --quiet install --no-deps --require-hashes -r tests/bench/requirements.txt && touch $@ || { rm -rf .venv-bench; echo "set-up: the peers cannot be installed; the bench runs without them"; }
