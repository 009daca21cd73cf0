# Everything from a clone: `make demo`, `make test`. What is missing is installed, and said.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
SERVE ?= 1
PORT ?= 8800
RUN_PACKAGES := tesseract-ocr tesseract-ocr-fra tesseract-ocr-eng tesseract-ocr-osd bubblewrap libarchive13
# libicu-dev, pkg-config and g++ build PyICU, which the tests of exchange need (followthemoney).
TEST_PACKAGES := chromium fonts-liberation libicu-dev pkg-config g++

SECONDS ?= 30

.PHONY: demo test check quality bench fuzz lock system system-test clean

demo: system $(VENV)/run.stamp
	$(BIN)/greffier demo cavendish --port $(PORT) $(if $(filter 0,$(SERVE)),--no-serve,)

test: system-test $(VENV)/dev.stamp check
	$(BIN)/python -m pytest -n 2 --dist loadfile --no-loadscope-reorder

check: $(VENV)/dev.stamp
	$(BIN)/ruff format --check --quiet .
	$(BIN)/ruff check --quiet .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

quality: $(VENV)/dev.stamp
	$(BIN)/python -m pytest tests/quality -s
	$(BIN)/python -m bench.quality

bench: system $(VENV)/dev.stamp
	$(BIN)/python -m bench.line
	$(BIN)/python -m bench.ocr

fuzz: $(VENV)/dev.stamp
	for target in $$($(BIN)/python fuzz/run.py); do $(BIN)/python fuzz/run.py $$target --seconds $(SECONDS) || exit 1; done

system:
	@sh system.sh $(RUN_PACKAGES)

system-test:
	@sh system.sh $(RUN_PACKAGES) $(TEST_PACKAGES)

$(BIN)/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/run.stamp: requirements.txt pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/dev.stamp: requirements-dev.txt $(VENV)/run.stamp
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@

# Writes both requirements files anew: pinned, hashed, for every Python from 3.11 on, and without the address of any index.
lock: | $(BIN)/python
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header pyproject.toml requirements-build.in -o requirements.txt
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --extra dev -c requirements.txt pyproject.toml requirements-build.in -o requirements-dev.txt

clean:
	rm -rf $(VENV) build dist *.egg-info
