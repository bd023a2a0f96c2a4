# The Python of .venv where there is one; PYTHON=… says another.
PYTHON ?= $(if $(wildcard .venv/bin/python),.venv/bin/python,python3)
LINT_IMPORTS = $(PYTHON) -c "from importlinter.cli import lint_imports_command; lint_imports_command()"

.PHONY: check lint types arrows test bench shots tutorial served docs

check: lint types arrows test  ## everything a change must pass

lint:
	$(PYTHON) -m ruff check
	$(PYTHON) -m ruff format --check

types:
	$(PYTHON) -m mypy

arrows:  ## which room may import which
	$(LINT_IMPORTS)

test:
	$(PYTHON) -m pytest -n auto

bench:  ## prints one table each; needs the extra `bench`
	$(PYTHON) bench/startup.py
	$(PYTHON) bench/editor.py
	$(PYTHON) bench/align.py
	$(PYTHON) bench/memory.py
	$(PYTHON) bench/tmx.py
	$(PYTHON) bench/terms.py
	$(PYTHON) bench/termcheck.py
	$(PYTHON) bench/coverage_of_terms.py

shots:  ## the pictures of the README
	$(PYTHON) docs/shots.py

tutorial:  ## the tutorial's day in a real terminal (tmux), some five minutes; draws its pictures
	$(PYTHON) -m docs.tutorial_run

served:  ## the picture of the editor in a browser, with Chromium
	$(PYTHON) docs/served.py

docs:  ## the pages that are made from the program's own tables
	$(PYTHON) -m workbench.tui.keys_page docs/keys.md
	$(PYTHON) -m workbench.cli.page docs/cli.md
