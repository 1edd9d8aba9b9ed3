# Everything a person or a CI run needs; no target asks for root or installs system packages.
PYTHON ?= python3
BIN := .venv/bin
REAL := casebooks/unheard-voices
PARALLEL := -n auto --dist worksteal

.DEFAULT_GOAL := help
.PHONY: help setup desk-evening desk-review fix check test test-postgres deploy-check browser browser-quick soak demo bench docs lock licences

help: ## this list
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | sort

setup: .venv/ready ## make .venv with the pinned tools and this project
.venv/ready: pyproject.toml requirements/lock.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Khronika needs Python 3.11 or newer; on Debian: apt install python3 python3-venv"; exit 1; }
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements/lock.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

fix: setup ## format, and mend what can be mended safely
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

check: setup ## everything CI does without a database server
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m khronika.values.catalogue --check
	$(MAKE) --no-print-directory licences docs
	$(BIN)/pytest $(PARALLEL) -m "not postgres" --cov --cov-report=term:skip-covered

test: setup ## the tests; those of scans need Tesseract
	$(BIN)/pytest $(PARALLEL) -m "not postgres"

test-postgres: setup ## the store's tests on PostgreSQL, at KHRONIKA_TEST_POSTGRES
	@test -n "$$KHRONIKA_TEST_POSTGRES" || { \
	  echo "Set KHRONIKA_TEST_POSTGRES to an empty database, such as"; \
	  echo "  postgresql+psycopg://postgres@127.0.0.1:5432/test"; \
	  echo "On Debian: apt install postgresql"; exit 2; }
	$(BIN)/pytest -m postgres

deploy-check: setup ## what the pages on servers, onion services and moving say, tried here
	@command -v caddy >/dev/null && command -v tor >/dev/null || { \
	  echo "Trying the pages needs Caddy and Tor; on Debian: apt install caddy tor openssl"; exit 2; }
	$(BIN)/pytest -n 0 -m deploy tests/deploy

browser: setup ## every kind of page in a browser: valid, linked, accessible
	@command -v node >/dev/null && command -v chromium >/dev/null || { \
	  echo "The browser checks need Node.js 20 and Chromium; on Debian: apt install nodejs npm chromium"; exit 2; }
	cd tests/browser && npm ci --silent --no-audit --no-fund
	node tests/browser/check.mjs $(BIN)/khronika casebooks

soak: setup ## ten thousand damaged documents for each reader; takes an hour
	$(BIN)/pytest tests/intake/test_fuzz.py --fuzz 10000

browser-quick: setup ## the same in a few minutes: not every page is opened, every kind is
	cd tests/browser && npm ci --silent --no-audit --no-fund
	node tests/browser/check.mjs $(BIN)/khronika casebooks --each 3

desk-evening: setup ## the first evening at the desk, on a phone in a browser, in two languages
	@command -v node >/dev/null && command -v chromium >/dev/null || { \
	  echo "The browser checks need Node.js 20 and Chromium; on Debian: apt install nodejs npm chromium"; exit 2; }
	cd tests/browser && npm ci --silent --no-audit --no-fund
	node tests/browser/desk.mjs $(BIN)/khronika --pictures docs/images

desk-review: setup ## twenty proposals of a document answered by keys alone, in front of a screen and on a phone
	@command -v node >/dev/null && command -v chromium >/dev/null || { \
	  echo "The browser checks need Node.js 20 and Chromium; on Debian: apt install nodejs npm chromium"; exit 2; }
	cd tests/browser && npm ci --silent --no-audit --no-fund
	node tests/browser/review.mjs $(BIN)/khronika --pictures docs/images

demo: setup ## publish the real casebook and serve it on 127.0.0.1
	$(BIN)/khronika demo --casebook $(REAL)

bench: setup ## measured figures, on PostgreSQL too at KHRONIKA_TEST_POSTGRES; EVAL=FOLDER (extraction/, matching/) and CORPUS=FOLDER for labelled data
	for one in ledger fold term site book find; do $(BIN)/python bench/$$one.py || exit 1; done
	$(BIN)/python bench/desk.py $(KHRONIKA_TEST_POSTGRES:%=--postgres %)
	$(BIN)/python bench/extraction.py $(EVAL:%=%/extraction) $(CORPUS:%=--corpus %)
ifdef EVAL
	$(BIN)/python bench/identity.py $(EVAL)/matching/dev
	$(BIN)/python bench/linkage.py $(EVAL)/matching/dev --million
endif
ifdef CORPUS
	$(BIN)/python bench/reading.py $(CORPUS) $(EVAL:%=--gold %/extraction/gold.jsonl) $(EVAL:%=--score %/extraction/score.py)
endif

docs: setup ## the documentation as a site, warnings as errors
	$(BIN)/sphinx-build --quiet --fail-on-warning --keep-going docs docs/_build/html

licences: setup ## refuse a dependency whose licence is not permissive
	$(BIN)/python requirements/licences.py

# Left out of what followthemoney drags in: stubs that would hide the types SQLAlchemy has of its
# own, and PyICU, which it does without and which has no wheel.
lock: ## pin every dependency anew, with hashes
	$(BIN)/pip-compile --quiet --strip-extras --generate-hashes --no-header \
	  --no-emit-index-url --no-emit-trusted-host --no-emit-find-links \
	  --unsafe-package sqlalchemy2-stubs --unsafe-package pyicu --unsafe-package khronika \
	  --extra all --extra texts --extra dev --extra docs \
	  --output-file requirements/lock.txt pyproject.toml

# The heavy visitors have environments of their own, so that the lock stays ours.
.PHONY: test-spark peers
test-spark: .venv-spark/ready ## linking on Spark in local mode: the same pairs and scores as on DuckDB
	.venv-spark/bin/python -m pytest -m spark tests/identity/linkage

.venv-spark/ready: requirements/spark.txt requirements/lock.txt
	@command -v java >/dev/null || { \
	  echo "Spark needs Java 17; on Debian: apt install openjdk-17-jre-headless"; exit 2; }
	$(PYTHON) -m venv .venv-spark
	.venv-spark/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements/lock.txt
	.venv-spark/bin/python -m pip install --quiet --disable-pip-version-check -r requirements/spark.txt
	.venv-spark/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

peers: .venv-peers/ready ## the peers that make bench measures beside us
.venv-peers/ready: requirements/peers.txt
	$(PYTHON) -m venv .venv-peers
	.venv-peers/bin/python -m pip install --quiet --disable-pip-version-check -r requirements/peers.txt
	@touch $@
