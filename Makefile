# What CI runs is what a person runs. Needs Python >= 3.11 with venv, make and git;
# say which Python with: make test PYTHON=python3.13

.DEFAULT_GOAL := help
SHELL := bash
# What is compiled once need not be compiled by each of the programs that tests start.
unexport PYTHONDONTWRITEBYTECODE

# The first interpreter that is new enough and can make environments.
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	$$p -c 'import sys, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)

DEV := .venv
NEWEST := .venv-newest
DEMO := .venv-demo
BENCH := .venv-bench

# What is used is compiled then, by whatever uses it first.
INSTALL := python -m pip install -qq --disable-pip-version-check --no-compile
# Whole files, because the examples of a page share their names; the long ones come first.
PYTEST := $(DEV)/bin/python -m pytest -n 2 --dist loadfile --no-loadscope-reorder
# The distributions of this repository, which the development environment has as a user would.
PLUGINS := $(wildcard plugins/*)
# What rests on the libraries that the second lock has in newer versions: python-dateutil, Babel.
ON_OTHERS := calendar checks/test_privacy_rules.py evaluation/instruments language renderers \
	reports toolkit

.PHONY: help
help:  ## Say what can be made
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1\t/' | expand -t 14

.PHONY: demo
demo: $(DEMO)/.ready  ## Publish the example programme for three moments of its year
	$(DEMO)/bin/python docs/examples/adult-social-care/demo.py build/demo

.PHONY: test
test: test-dev test-newest  ## Run every test, and those of other libraries on the newest too

# First without coverage: what collecting compiles is there when it is measured.
.PHONY: test-dev
test-dev: $(DEV)/.ready
	$(PYTEST) -m "not measured and not deep" --benchmark-disable $(ARGS)
	$(PYTEST) --cov --cov-report=term -m "measured and not deep" --benchmark-disable $(ARGS)

.PHONY: test-newest
test-newest: $(NEWEST)/.ready
	HYPOTHESIS_PROFILE=again $(NEWEST)/bin/python -m pytest -n 2 --dist loadfile $(ON_OTHERS:%=tests/%) $(ARGS)

.PHONY: deep
deep: $(DEV)/.ready  ## Run the property tests with 10,000 examples each, and the long tests
	HYPOTHESIS_PROFILE=deep $(PYTEST) tests -m "deep or hypothesis" --benchmark-disable \
		--hypothesis-show-statistics --durations=0 $(ARGS)

.PHONY: bench
bench: $(BENCH)/.ready  ## Measure us beside the peers
	$(BENCH)/bin/python -m pytest tests/benchmarks --benchmark-only -s -m "deep or not deep" $(ARGS)

.PHONY: lint
lint: $(DEV)/.ready  ## Style, types, layers, and no trace of a machine
	$(DEV)/bin/ruff check .
	$(DEV)/bin/ruff format --check .
	$(DEV)/bin/mypy src $(wildcard plugins/*/src)
	$(DEV)/bin/lint-imports --no-logo
	.ci/no-machine-names

.PHONY: docs
docs: $(DEV)/.ready  ## Build the documentation; a warning is an error
	$(DEV)/bin/sphinx-build -W --keep-going -E -j auto -b html docs build/docs

# Extras are written out: a pip that comes with an older Python does not see that a pinned
# `coverage` is the `coverage[toml]` that it looks for once there is a newer one.
COMPILE = $(DEV)/bin/uv pip compile --quiet pyproject.toml $(UPGRADE) --universal --no-strip-extras \
	--python-version 3.11 --generate-hashes --custom-compile-command "make lock"
UPGRADE ?= --upgrade
.PHONY: lock
lock: $(DEV)/.ready  ## Renew the locks in requirements/
	$(COMPILE) --extra cli --extra testing --group dev -o requirements/dev.txt
	$(COMPILE) --extra cli --group build -o requirements/demo.txt
	$(COMPILE) --extra testing --group newest -o requirements/core-newest.txt
	$(COMPILE) --extra cli --extra testing --group peers -o requirements/bench.txt

# Phrases are marked in the sources; what is new stays empty until somebody translates it.
.PHONY: messages
messages: $(DEV)/.ready  ## Collect the phrases for translators and bring the translations up to date
	mkdir -p build
	$(DEV)/bin/pybabel extract -F pyproject.toml -k gettext_noop --add-location=file --no-wrap \
		--sort-by-file -o build/messages.pot src
	for file in src/workshopcore/language/catalogues/*.po; do \
		$(DEV)/bin/pybabel update -i build/messages.pot -o $$file -l $$(basename $$file .po) \
			--no-fuzzy-matching --no-wrap --ignore-obsolete --ignore-pot-creation-date || exit 1; done

.PHONY: clean
clean:  ## Remove everything that was made, the environments too
	rm -rf $(DEV) $(NEWEST) $(DEMO) $(BENCH) build dist .coverage* .hypothesis .*_cache .benchmarks
	rm -rf $(PLUGINS:%=%/.hypothesis) $(PLUGINS:%=%/.*_cache) $(PLUGINS:%=%/.benchmarks)
	find . -name __pycache__ -prune -exec rm -rf {} +

# An environment is exactly its lock plus this checkout. Hashes are checked for everything
# that comes from a registry, the build backend included.
$(DEV)/.locked: requirements/dev.txt
$(NEWEST)/.locked: requirements/core-newest.txt
$(DEMO)/.locked: requirements/demo.txt
$(BENCH)/.locked: requirements/bench.txt
%/.locked:
	$(if $(PYTHON),,$(error no Python 3.11 or newer with venv found, name one with PYTHON=))
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed, $(PYTHON) is older")'
	$(PYTHON) -m venv --clear $*
	$*/bin/$(INSTALL) --require-hashes -r $<
	touch $@

$(DEV)/.ready $(BENCH)/.ready: $(PLUGINS:%=%/pyproject.toml)
$(DEV)/.ready $(BENCH)/.ready: OURS = . $(PLUGINS)
%/.ready: OURS = .
%/.ready: %/.locked pyproject.toml
	$*/bin/$(INSTALL) --no-deps --no-build-isolation $(OURS:%=--editable %)
	touch $@
