# Tessera. `make` without a word says what there is.
SHELL := /usr/bin/env bash
.DEFAULT_GOAL := help
.PHONY: help run test check bench format pictures clean

# Asks for the .NET SDK with a sentence, not with "command not found".
with-dotnet = root=$(CURDIR); . scripts/stamp.sh; . scripts/common.sh; require_dotnet;

help: ## Say what there is
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: ## Build when needed, start the database, load the example offices and serve them on http://localhost:8080
	@./tessera serve --examples

test: ## Build everything and run all tests; only="Domain Planning" runs some projects
	@scripts/test.sh $(only)

check: ## Check layout, analyzers, types of the islands and scripts
	@scripts/check.sh

bench: ## Measure whole processes against their peers (only=pages|month|memory|desk|places|reading|import|calendar|programmes|delegations|start); args="--filter *Search*" runs the small benchmarks
ifeq ($(args),)
	@$(with-dotnet) build_all && dotnet build bench/Tessera.Benchmarks -c Release -v q && bench/load/run.sh $(only)
else
	@$(with-dotnet) dotnet run -c Release --project bench/Tessera.Benchmarks -- $(args)
endif

format: ## Bring the code into its layout
	@$(with-dotnet) dotnet format Tessera.slnx

pictures: ## Take the pictures in docs/pictures
	@scripts/pictures.sh

clean: ## Remove what builds made; the data in .tessera stays
	@scripts/clean.sh
