# Every command that a person types. `make` alone lists them.
SHELL := /bin/sh
.DEFAULT_GOAL := help

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
SECONDS ?= 600
CORPUS ?= $(or $(ONTHERECORD_CORPUS),corpus)
# At most four, as each worker reads all tests before it begins.
PYTEST := $(BIN)/python -m pytest --numprocesses auto --maxprocesses 4
PIP    := $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes

.PHONY: help run test index check lint format evaluate pythons train bench bench-large screenshots browser-test lighthouse fuzz messages lock clean

help: ## List these commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-14s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: $(VENV)/.run ## Set up, index corpus/ if need be, and serve on http://127.0.0.1:8000
	@$(BIN)/python -m indexer update $(CORPUS) || [ $$? -eq 1 ]
	@$(BIN)/python -m webui

test: $(VENV)/.dev ## Set up and run every test
	@$(PYTEST) --dist loadfile --no-loadscope-reorder

index: $(VENV)/.run ## Build the index anew: make index CORPUS="dir…"
	@$(BIN)/python -m indexer rebuild $(CORPUS) || [ $$? -eq 1 ]

check: lint test ## Lint, types and tests

lint: $(VENV)/.dev ## Lint and types
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy

format: $(VENV)/.dev ## Put the code in its form
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

evaluate: $(VENV)/.dev ## Score reading, dating and attribution, and hold the floors
	@$(BIN)/python -m tests.evaluation

pythons: ## Install, index and search with every Python here
	@.ci/pythons

train: $(VENV)/.dev ## Train who said what again: make train ARTICLES=FILE TEXTS="dir…"
	@OPENBLAS_NUM_THREADS=1 $(BIN)/python -m indexer.attribution.training $(ARTICLES) $(TEXTS) \
	  --stories tests/evaluation/stories/train

bench: $(VENV)/.bench ## Time building and searching 20,000 made-up articles, beside other engines
	@$(BIN)/python -m benchmarks --keep build/bench/20000 --docs
	@$(BIN)/python -m benchmarks.growth --keep build/bench --docs
	@$(BIN)/python -m benchmarks.serving --keep build/bench/20000 --docs

bench-large: $(VENV)/.bench ## The same with 100,000
	@$(BIN)/python -m benchmarks --articles 100000 --keep build/bench/100000 --docs
	@$(BIN)/python -m benchmarks.growth --size 2000 --size 20000 --size 100000 --keep build/bench --docs
	@$(BIN)/python -m benchmarks.serving --articles 100000 --keep build/bench/100000 --docs
	@$(BIN)/python -m benchmarks.hostile build/bench/100000/on-the-record --docs

browser-test: $(VENV)/.browser ## Look at every page in Chromium (which must be installed)
	@$(PYTEST) --dist worksteal tests/browser

lighthouse: $(VENV)/.browser ## Audit the main pages with Lighthouse (Node and Chromium must be installed)
	@$(BIN)/python -m tests.browser.lighthouse

screenshots: $(VENV)/.browser ## Take the pictures of docs/ from the sample archive
	@$(BIN)/python -m tests.browser.screenshots

fuzz: $(VENV)/.fuzz ## Throw made-up input at the query language for SECONDS (600); Linux, Python 3.11 to 3.13
	@$(BIN)/python -m tests.fuzzing -max_total_time=$(SECONDS)

messages: $(VENV)/.dev ## Gather the site's words for the translators, and compile what they wrote
	@mkdir -p build
	@$(BIN)/pybabel --quiet extract --mapping-file pyproject.toml --no-location --sort-output --width 120 \
	  --keyword Message --keyword Plural:1,2 --keyword Sentence --project "On the Record" --output build/messages.pot .
	@$(BIN)/pybabel --quiet update --no-fuzzy-matching --ignore-obsolete --ignore-pot-creation-date --width 120 \
	  --input-file build/messages.pot --output-dir webui/translations
	@$(BIN)/pybabel --quiet compile --directory webui/translations

lock: $(VENV)/.dev ## Lock the requirements: *.in -> *.txt, with hashes
	@for name in requirements requirements-dev requirements-browser requirements-bench requirements-fuzz; do \
	  $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	    --no-annotate --custom-compile-command "make lock" $$name.in --output-file $$name.txt || exit 1; done

clean: ## Remove the virtual environment, the index and everything else that was made
	@rm -rf $(VENV) build .mypy_cache .ruff_cache .pytest_cache .hypothesis
	@find index -mindepth 1 -maxdepth 1 ! -name README.md -exec rm -rf {} +
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(VENV)/.venv:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "On the Record needs Python 3.11 or later; say which: make PYTHON=python3.12 …"; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { echo "Python's venv module is missing (on Debian: apt install python3-venv)."; exit 1; }
	@touch $@

$(VENV)/.run: $(VENV)/.venv requirements.txt
	@echo "Installing what running needs …"
	@$(PIP) -r requirements.txt
	@touch $@

$(VENV)/.dev: $(VENV)/.run requirements-dev.txt
	@echo "Installing what testing needs …"
	@$(PIP) -r requirements-dev.txt
	@touch $@

$(VENV)/.bench: $(VENV)/.dev requirements-bench.txt
	@echo "Installing the engines to compare with …"
	@$(PIP) -r requirements-bench.txt
	@touch $@

$(VENV)/.browser: $(VENV)/.dev requirements-browser.txt
	@echo "Installing what the browser tests need …"
	@$(PIP) -r requirements-browser.txt
	@touch $@

$(VENV)/.fuzz: $(VENV)/.dev requirements-fuzz.txt
	@echo "Installing the fuzzer …"
	@$(PIP) -r requirements-fuzz.txt
	@touch $@
