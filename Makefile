# make demo   install, show what the library says of Region Västernorrland, judge its goals, write its report, ask who may decide, and show a balance statement
# make test   install, and run everything there is to check
# make verify once more what chance makes, and decision rights against an oracle and other engines in very large counts: half an hour
#
# Both need Python 3.11 or newer, make, and the first time a network.
# The environments are made once and marked with the hash of pyproject.toml: as long as it
# stands unchanged, nothing is fetched again.

PYTHON ?= python3

# One line for the interpreter behind any virtual environment, one for what the marks are called.
FOUND := $(shell $(PYTHON) -c 'import hashlib, sys; \
    sys.version_info >= (3, 11) or sys.exit(1); \
    made_from = open("pyproject.toml", "rb").read() + b"%d.%d" % sys.version_info[:2]; \
    print(sys._base_executable, hashlib.sha256(made_from).hexdigest()[:16])' 2>/dev/null)
ifeq ($(FOUND),)
    $(error '$(PYTHON)' is not Python 3.11 or newer. Name one that is: make PYTHON=/usr/bin/python3.11 ...)
endif
INTERPRETER := $(firstword $(FOUND))
HASH := $(lastword $(FOUND))

BIN := .venv/bin
BARE := .venv-bare/bin
PIP_INSTALL := python -m pip install --quiet --disable-pip-version-check

MADE := .venv/.made-$(HASH)
DEMO_MADE := $(MADE)-demo
TEST_MADE := $(MADE)-test
PEERS_MADE := $(MADE)-peers
BARE_MADE := .venv-bare/.made-$(HASH)

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.NOTPARALLEL:
.PHONY: help demo test verify format format-check lint types contract docs traced bare coverage full benchmarks schema

help:
	@sed -n 's/^# \(make .*\)/\1/p' Makefile

# A check that finds something and a goal that is not met end with status 1, which is no fault of the demonstration.
demo: $(DEMO_MADE)
	@echo; $(BIN)/regionstyrning show vasternorrland
	@echo; $(BIN)/regionstyrning thread vasternorrland hme-totalindex
	@echo; $(BIN)/regionstyrning check vasternorrland || test $$? -eq 1
	@echo; $(BIN)/regionstyrning decide exempel inkop --on 2026-03-01 --amount 15000000 --explain
	@echo; $(BIN)/regionstyrning evaluate vasternorrland --as-of 2023-12-31
	@echo; $(BIN)/regionstyrning evaluate exempel || test $$? -eq 1
	@echo; $(BIN)/regionstyrning economy exempel --year 2025
	@$(BIN)/regionstyrning report vasternorrland --out build/vasternorrland.md
	@echo; echo "The whole report: $(CURDIR)/build/vasternorrland.md"

# The large counts come last, so that the last line is pytest's own.
test: format-check lint types contract docs traced bare coverage full

format: $(TEST_MADE)
	$(BIN)/ruff format
	$(BIN)/ruff check --fix

format-check: $(TEST_MADE)
	$(BIN)/ruff format --check

lint: $(TEST_MADE)
	$(BIN)/ruff check

types: $(TEST_MADE)
	$(BIN)/mypy

contract: $(TEST_MADE)
	$(BIN)/lint-imports --no-logo

docs: $(TEST_MADE)
	$(BIN)/sphinx-build --quiet --fail-on-warning --keep-going --nitpicky --builder html docs docs/_build/html

# Examples, cases, documents and a few generated values, with every branch traced; the blocks of a page share what they make.
traced: $(TEST_MADE)
	rm -f .coverage .coverage.*
	$(BIN)/coverage run -m pytest -n 2 --dist loadfile

# The wheel, in an environment without extras: what is said where something is missing.
# Nothing outside tests/bare is read: the other tests need more than this environment holds.
bare: $(TEST_MADE) $(BARE_MADE)
	rm -rf dist
	$(BIN)/python -m hatchling build --target wheel
	$(BARE)/$(PIP_INSTALL) --no-index --no-deps --force-reinstall dist/*.whl
	$(BARE)/coverage run -m pytest --confcutdir=tests/bare tests/bare

# Both runs together; how much is asked stands in pyproject.toml.
coverage:
	$(BIN)/coverage combine --quiet
	$(BIN)/coverage report

# The same properties with large counts, untraced.
full: $(TEST_MADE)
	$(BIN)/pytest -n 2 -m full --hypothesis-profile full

# Other examples each time, and who may decide in very large counts; with few it is tried in every run.
verify: $(TEST_MADE)
	$(BIN)/pytest -n 2 -m full --hypothesis-profile chance
	$(BIN)/pytest -n 2 -m verify --hypothesis-profile full

# Beside their peers, which neither demo nor test installs.
benchmarks: $(PEERS_MADE)
	$(BIN)/pytest benchmarks

# The schema that is shipped, made again from the classes.
schema: $(TEST_MADE)
	$(BIN)/python -c 'from regionstyrning.files.schema_made import write_schema; write_schema()'

$(MADE):
	@echo "Making .venv, once"
	$(INTERPRETER) -m venv --clear .venv
	$(BIN)/$(PIP_INSTALL) --upgrade pip
	touch $@

$(DEMO_MADE): | $(MADE)
	$(BIN)/$(PIP_INSTALL) --editable '.[cli]'
	touch $@

$(TEST_MADE): | $(MADE)
	$(BIN)/$(PIP_INSTALL) --editable '.[cli,fast,simulate,toml]' --group dev
	touch $@ $(DEMO_MADE)

$(PEERS_MADE): | $(TEST_MADE)
	$(BIN)/$(PIP_INSTALL) --group peers
	touch $@

# The project comes along for its dependencies; the wheel to be tested takes its place.
$(BARE_MADE):
	@echo "Making .venv-bare, once"
	$(INTERPRETER) -m venv --clear .venv-bare
	$(BARE)/$(PIP_INSTALL) --upgrade pip
	$(BARE)/$(PIP_INSTALL) . --group bare
	touch $@
