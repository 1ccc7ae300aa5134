# Everything runs in .venv, which the first call of any target makes and later calls leave alone.
# `make help` lists the targets.

SHELL := /bin/sh
.SHELLFLAGS := -ec
.DEFAULT_GOAL := help

# The oldest Python that will do comes last, so that a system's own python3 is used where it is new enough.
PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11 python; do \
  $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { command -v $$p; break; }; done)

VENV := .venv
BIN := $(VENV)/bin
PACKAGES := $(VENV)/.packages
READY := $(VENV)/.ready
SYSTEM := $(VENV)/.system
LESSONS ?= transmitters

# nbgrader calls alembic and jupyter by name; one BLAS thread, for the grader runs several processes.
export PATH := $(CURDIR)/$(BIN):$(PATH)
export OMP_NUM_THREADS ?= 1
export OPENBLAS_NUM_THREADS ?= 1

.PHONY: help setup demo test soak lab explore bench lint clean

help: ## this list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):[^#]*## /  make \1\t/' | expand -t 14

setup: $(READY) $(SYSTEM) ## install everything; the other targets do it by themselves

$(PACKAGES): requirements.lock
	@test -n "$(PYTHON)" || { echo "Cleft needs Python 3.11 or newer: install it, or name one with 'make $(or $(MAKECMDGOALS),setup) PYTHON=/path/to/python3'." >&2; exit 2; }
	@"$(PYTHON)" -c 'import ensurepip, venv' 2>/dev/null || { echo "This Python cannot make virtual environments: install its venv package (on Debian: apt-get install python3-venv)." >&2; exit 2; }
	@test -x $(BIN)/python || "$(PYTHON)" -m venv $(VENV)
	@echo "Installing the locked packages into $(VENV), once; this takes two to three minutes ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements.lock
	@touch $@

$(READY): pyproject.toml | $(PACKAGES)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

# Without them lessons and demo still work, so nothing stops here; but only success is remembered.
$(SYSTEM): .ci/system-packages | $(READY)
	@if sh .ci/system-packages; then touch $@; fi

demo: setup ## the whole loop on a simulated class of 24, in build/demo (LESSONS=all for every lesson)
	@$(BIN)/python -m autograder.demo --lessons "$(LESSONS)"

test: setup lint ## every test; what CI runs
	@$(BIN)/python -m pytest --numprocesses 2 --dist loadgroup -m "not soak"

lint: setup ## ruff and strict mypy
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy

soak: setup ## the long form of the random and fault tests
	@$(BIN)/python -m pytest --numprocesses 2 --dist loadgroup -m soak

lab: setup ## JupyterLab on the course, with formgrader, the exchange and the explorers
	@mkdir -p exchange && chmod a+rwx exchange
	@$(BIN)/python -m jupyterlab --ServerApp.root_dir=. --allow-root

explore: setup ## all explorers on one live page, for a lecture (LESSON=ketamine for one lesson's)
	@$(BIN)/python -m course.explorers $(LESSON)

bench: setup ## measurements side by side, one "name value" a line, and build/bench.json
	@$(BIN)/python tests/bench

clean: ## remove build/; the environment and everything graded stay
	@rm -rf build
