# Everything sets itself up: see packaging/setup.sh. ARGS is handed on, as in
#   make run ARGS="--data-dir /tmp/try"      make test ARGS="tests/unit -q"

PYTHON = .venv/bin/python

# Rooms without any excuse: no line and no branch of theirs may go untested.
FULLY_TESTED = desktop_assistant/domain/*,desktop_assistant/settings/*,desktop_assistant/rendering/*,desktop_assistant/chat/*

.PHONY: help run test check bench torture screenshots translations lock clean

help: ## shows this
	@sed -n 's/^\([a-z]*\):.*## /\1@/p' $(MAKEFILE_LIST) | while IFS=@ read -r name text; do \
		printf '  make %-12s %s\n' "$$name" "$$text"; done

run: ## sets up what is missing and opens the window
	@sh packaging/setup.sh run
	@exec .venv/bin/desktop-assistant $(ARGS)

test: ## sets up what is missing and runs all tests
	@sh packaging/setup.sh test
	$(PYTHON) -m pytest $(if $(ARGS),$(ARGS),--cov --cov-report=)
	$(if $(ARGS),,$(PYTHON) -m coverage report --include='$(FULLY_TESTED)' --fail-under=100)

check: ## linters, types, import directions
	@sh packaging/setup.sh test
	$(PYTHON) -m ruff check
	$(PYTHON) -m ruff format --check
	$(PYTHON) -m mypy
	.venv/bin/lint-imports

bench: ## measures start, memory, long texts; writes bench-results.json
	@sh packaging/setup.sh test
	$(PYTHON) -m tests.benchmarks.run $(ARGS)

torture: ## kills the program at random moments and looks for lost words
	@sh packaging/setup.sh test
	$(PYTHON) -m tests.torture.run $(ARGS)

screenshots: ## makes the pictures of README and gallery from the real window
	@sh packaging/setup.sh test
	$(PYTHON) -m tests.screenshots.make $(ARGS)

translations: ## takes new texts into resources/translations and compiles it
	@sh packaging/setup.sh test
	$(PYTHON) packaging/translations/refresh.py $(ARGS)

lock: ## takes the newest versions of everything into the lock files
	sh packaging/lock.sh

clean: ## removes the virtual environment and all caches
	rm -rf .venv .coverage .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
