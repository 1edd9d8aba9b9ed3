PY ?= python3
BIN := .venv/bin

.PHONY: setup fix check test test-postgres demo bench docs
setup: .venv/ready
.venv/ready: pyproject.toml
	$(PY) -m venv .venv
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet -e '.[all,dev,docs]'
	touch $@
