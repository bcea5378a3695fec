# Everything runs in .venv, installed by hash from requirements.lock.
PYTHON ?= python3
BIN := .venv/bin
ALONE := $(patsubst %,tests/bench/test_%.py,broadcast crash polling)

.PHONY: install demo test check format lock clean

install: .venv/.installed ## only that, for a machine that shall run it

demo: .venv/.installed ## play all three audiences in the browser
	$(BIN)/portineria demo $(ARGS)

test: check ## everything CI runs
	$(BIN)/pytest -n 4 --dist loadfile --no-loadscope-reorder $(or $(ARGS),$(ALONE:%=--ignore %))
	$(if $(ARGS),,$(BIN)/pytest -n 2 --dist loadfile $(ALONE)) # kills at close quarters want a core for themselves

check: .venv/.installed ## style, types, import directions
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: .venv/.installed
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

lock: .venv/.installed ## newest versions, hashes, no index
	$(BIN)/pip install --quiet uv
	$(BIN)/uv pip compile pyproject.toml --extra dev --universal --python-version 3.11 --generate-hashes \
		--no-emit-index-url --no-emit-find-links --no-header --no-annotate --upgrade --quiet -o requirements.lock

.venv/.installed: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "Python 3.11 or newer is needed; set PYTHON=…")'
	$(PYTHON) -m venv --clear .venv
	$(BIN)/pip install --quiet --require-hashes -r requirements.lock
	$(BIN)/pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

clean:
	rm -rf .venv demo-data .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache *.egg-info
