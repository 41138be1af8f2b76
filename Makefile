# ClipCart. `make help` lists the targets. The steps are in scripts/, one file each.

ENV := . ./scripts/env.sh &&

.DEFAULT_GOAL := help
.PHONY: help setup run build dist reproducible dev test check load bench budget size deny clean

help: ## This list
	@echo "ClipCart"
	@echo
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/\1|\2/p' Makefile | while IFS='|' read -r name text; do printf '  make %-13s%s\n' "$$name" "$$text"; done
	@echo
	@echo "  KEYAPI_KEY=your-key make run   real data, through a local proxy that adds the key"
	@echo "  PORT=9000 make run             another port than 8080"

setup: ## Install what is missing for building and running
	@sh scripts/setup.sh run

run: build ## Install what is missing, build the release app, serve it and print its address
	@echo "Starting the local server (a minute the first time) ..."
	@$(ENV) (unset KEYAPI_KEY; cargo build --quiet --locked -p clipcart-serve)
	@$(ENV) exec "$${CARGO_TARGET_DIR:-target}/debug/clipcart-serve" dist

build: setup ## Build the release app into dist/
	@echo "Building the app (about three minutes the first time) ..."
	@sh scripts/build.sh

dist: build ## Build, and add compressed copies and headers for hosts
	@node scripts/dist.mjs

reproducible: dist ## Build once more in another folder, and compare every byte
	@sh scripts/reproducible.sh

dev: setup ## Build without optimization, serve, and build again after each change
	@sh scripts/dev.sh

test: ## Install the browsers and drivers too, and run every test (about 50 minutes the first time)
	@sh scripts/setup.sh test
	@unset KEYAPI_KEY; sh scripts/test.sh all

check: ## Formatting, lints and native tests only: no browser, no release build
	@sh scripts/setup.sh check
	@unset KEYAPI_KEY; sh scripts/test.sh check

load: dist ## Compare the proxies with plain files, and measure their cache hit rate (two minutes)
	@sh scripts/setup.sh load
	@$(ENV) unset KEYAPI_KEY; cargo test --quiet --locked --test load

bench: dist ## Measure the page in Chromium: up to 10,000 rows, a cold start, and runs of 10,000 IDs (five minutes; CLIPCART_CHECK=1 fails above the limit)
	@sh scripts/setup.sh bench
	@$(ENV) unset KEYAPI_KEY; CLIPCART_DIST=$$PWD/dist cargo test --quiet --locked --test bench

budget: build ## Build, and check the size of the first load
	@node scripts/budget.mjs

size: ## Show what is in the wasm, by crate and by function
	@sh scripts/setup.sh size
	@sh scripts/size.sh

deny: ## Check licenses, sources and duplicates of the dependencies
	@sh scripts/setup.sh deny
	@$(ENV) cargo deny --locked check --hide-inclusion-graph bans licenses sources

clean: ## Remove the output of builds and tests (the tools in the cache stay)
	rm -rf dist target node_modules
