# The commands of this project; `make help` lists them. Python 3.11 or newer and make are all they need.
PYTHON ?= python3
HOST ?= 127.0.0.1
PORT ?= 8000
VENV := .venv/bin/python

# `check --deploy` looks at what a production server would run with; the secret lives as long as the check.
PRODUCTION = DEBUG=0 LOCAL=0 ALLOWED_HOSTS=paabanen.example \
	SECRET_KEY=$$($(VENV) -c "import secrets; print(secrets.token_urlsafe(64))")

.PHONY: help run test check seed bench pins ready ready-dev

help:  ## List the commands
	@grep -E '^[a-z-]+:.*##' Makefile | sed -E 's/:.*## /\t/' | expand -t 10

run: ready  ## Set up what is missing and serve on 127.0.0.1:8000 (HOST, PORT, DATABASE_URL)
	@HOST=$(HOST) PORT=$(PORT) exec $(VENV) setup/serve.py

test: ready-dev  ## The whole suite: on SQLite, on PostgreSQL, in a real browser
	@$(VENV) setup/run_tests.py

check: ready-dev  ## Lint, format, missing migrations, production settings
	$(VENV) -m ruff check .
	$(VENV) -m ruff format --check .
	$(VENV) manage.py makemigrations --check --dry-run
	@echo "manage.py check --deploy, under production settings"
	@$(PRODUCTION) $(VENV) manage.py check --deploy --fail-level WARNING

seed: ready  ## Load the demo plan (SCALE=small, large or national)
	@$(VENV) manage.py migrate --verbosity 0
	@$(VENV) manage.py createcachetable
	@$(VENV) manage.py load_demo --scale $(or $(SCALE),small)

bench: ready-dev  ## Measure ourselves beside our peers, in one run
	@$(PYTHON) setup/environment.py bench
	@$(VENV) -m bench

pins: ready-dev  ## Compile the pinned files from pyproject.toml (UPGRADE=1: newer versions)
	@UPGRADE=$(UPGRADE) $(VENV) setup/pins.py

ready:
	@$(PYTHON) setup/environment.py runtime
	@$(VENV) setup/node_packages.py
	@$(VENV) setup/pango.py

ready-dev:
	@$(PYTHON) setup/environment.py dev
	@$(VENV) setup/node_packages.py --dev
	@$(VENV) setup/pango.py --required
