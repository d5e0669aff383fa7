# Which commands run, check and test the register? `make` lists them.
PY := .venv/bin/python
RUN := DJANGO_SETTINGS_MODULE=govreg.settings.testing $(PY)
PYTEST := $(PY) -m pytest
PROOFS := tests/reliability tests/site/keeping
PARTS := govreg partnerships reviews recommendations tests scripts deploy

.PHONY: help setup setup-test demo test check fix bench bench-leeds audit-dependencies bill-of-materials lock unit unit-postgresql deployment journeys reliability audit backup restore

help: ## List the commands
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/' | expand -t 18

setup: ## Set the machine up to run the register
	@scripts/setup.sh run

setup-test: ## Set the machine up to run the tests too
	@scripts/setup.sh test

demo: setup ## Start the register with the Leeds data on 127.0.0.1:8000
	@$(PY) manage.py demo

test: setup-test check unit unit-postgresql deployment journeys ## Run everything: checks, tests on both databases, the stack, browser journeys

check: ## Lint, types, layers and migrations; writes nothing
	$(PY) -m ruff check $(PARTS)
	$(PY) -m ruff format --check $(PARTS)
	$(RUN) -m mypy
	.venv/bin/lint-imports --no-cache
	$(RUN) manage.py makemigrations --check --dry-run
	$(RUN) manage.py check

unit: ## Tests on SQLite
	$(PYTEST) -n 2 --ignore=tests/journeys --ignore=tests/deployment

unit-postgresql: ## Tests on a PostgreSQL started for them
	$(PY) scripts/with_postgresql.py $(PYTEST) -n 2 --ignore=tests/journeys --ignore=tests/deployment

deployment: ## The register behind nginx, as deploy/ says
	$(PY) scripts/with_postgresql.py $(PYTEST) tests/deployment

journeys: ## Stories in a real browser, with and without JavaScript
	$(PYTEST) -n 2 tests/journeys

reliability: ## Long proofs on both databases: many writers, kills, full disks, backups under writes
	$(PYTEST) -m reliability $(PROOFS)
	$(PY) scripts/with_postgresql.py $(PYTEST) -m reliability $(PROOFS)

audit: ## Who may read what, in the content of every page, file, export and search
	$(PYTEST) -m audit tests/audit

backup: ## Back the register up: make backup TO=/a/folder
	@$(PY) manage.py backup "$(or $(TO),.)"

restore: ## Restore a backup into an empty place: make restore FROM=/a/folder/register-….zip
	@$(PY) manage.py restore "$(FROM)"

fix: ## Mend what can be mended by itself
	$(PY) -m ruff check --fix $(PARTS)
	$(PY) -m ruff format $(PARTS)

bench: setup-test ## Measure a register of twenty years, served from PostgreSQL, against the floor view
	$(PY) scripts/with_postgresql.py $(PY) manage.py bench_at_size

bench-leeds: setup ## Measure the main pages on the Leeds data, in a minute
	$(PY) manage.py bench

audit-dependencies: setup-test ## Look every pinned package up for known weaknesses; fails where it cannot
	.venv/bin/pip-audit --strict --require-hashes --disable-pip -r requirements.txt
	.venv/bin/npm audit --omit=dev

bill-of-materials: setup-test ## Write what the register is made of, in CycloneDX, to var/
	.venv/bin/cyclonedx-py requirements requirements.txt --output-reproducible -o var/python-bill-of-materials.json
	.venv/bin/npm sbom --omit=dev --sbom-format cyclonedx > var/browser-bill-of-materials.json

lock: setup-test ## Pin what requirements*.in ask for, with hashes
	.venv/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links --no-header requirements.in -o requirements.txt
	.venv/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links --no-header requirements-dev.in -o requirements-dev.txt
