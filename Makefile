# Two commands are all that is needed: make demo and make test. Each sets up what it needs.

BUILD = swift build --explicit-target-dependency-import-check error
LIBRARIES = Bookkeeping Funding Importing Storage StorageSQLite Reporting Rendering

.PHONY: demo test style docs clean setup

demo: setup
	@$(BUILD) -q --product sendledger
	@rm -rf ledgers/demo out/demo
	@"$$(swift build --show-bin-path)/sendledger" demo ledgers/demo --output-folder out/demo

test: setup
	$(BUILD) --build-tests
	swift test --skip-build

style: setup
	swift format lint --strict -r Sources Tests Package.swift
	@mkdir -p .build/documentation
	@for library in $(LIBRARIES); do \
	  echo "Documentation of $$library"; \
	  swift package --allow-writing-to-package-directory generate-documentation \
	    --target $$library --warnings-as-errors --output-path .build/documentation/$$library \
	    >/dev/null || exit 1; \
	done

setup:
	@.ci/setup

clean:
	rm -rf .build ledgers/demo out
