# Two commands are all that is needed: make demo and make test. Each sets up what it needs.

BUILD = swift build --explicit-target-dependency-import-check error
# A release has Swift's own libraries and that of C++ in it, stands at a fixed place and lends out no
# symbols: the loader then has a thousand places to fill in, and not a hundred thousand
# (docs/decisions/0016-the-start.md).
STATIC = .build/static
RELEASE = $(BUILD) -c release --static-swift-stdlib -Xswiftc -L -Xswiftc $(STATIC) \
  -Xswiftc -Xclang-linker -Xswiftc -static-libgcc -Xlinker -no-pie -Xlinker --no-export-dynamic -Xlinker -z -Xlinker now
PRODUCT = sendledger
LIBRARIES = Bookkeeping Funding Disaggregation Modelling Importing Storage StorageSQLite Reporting Rendering Workbooks Desks

.PHONY: demo test style release peers accessibility service trials growth breaches benchmarks pictures clean setup

demo: setup
	@$(BUILD) -q --product sendledger
	@rm -rf ledgers/demo out/demo
	@"$$(swift build --show-bin-path)/sendledger" demo ledgers/demo --output-folder out/demo
	@rm -rf ledgers/demo-decisions out/demo-decisions
	@"$$(swift build --show-bin-path)/sendledger" demo ledgers/demo-decisions \
	  --imports imports/example/decisions --output-folder out/demo-decisions
	@rm -rf out/demo-scenarios
	@"$$(swift build --show-bin-path)/sendledger" scenario pack \
	  imports/example/scenarios/pool-2027.yaml -C ledgers/demo --runs 4000 \
	  --output-folder out/demo-scenarios

test:
	@.ci/setup test
	$(BUILD) --build-tests
	swift test --skip-build

style: setup
	swift format lint --strict -r Sources Tests Package.swift
	@echo "Documentation of $(LIBRARIES)"
	@swift package generate-documentation $(addprefix --target ,$(LIBRARIES)) --warnings-as-errors >/dev/null

# The program as it is installed: the optimiser finds faults of its own.
release: setup
	@mkdir -p $(STATIC)
	@ln -sf "$$(clang -print-file-name=libstdc++.a || cc -print-file-name=libstdc++.a)" $(STATIC)/libstdc++.a
	@$(RELEASE) -q --product $(PRODUCT)

# Other tools add the demo ledger up, and are to come to the same.
peers: setup
	@.ci/peers
	@$(BUILD) -q --product sendledger
	@rm -rf .build/peers-demo
	@"$$(swift build --show-bin-path)/sendledger" demo .build/peers-demo/ledger \
	  --output-folder .build/peers-demo/out >/dev/null
	@Tests/Peers/check .build/peers-demo/ledger "$$(swift build --show-bin-path)/sendledger"

# The demo's pages, for whoever cannot see them or has a narrow screen.
accessibility: setup
	@.ci/accessibility
	@$(BUILD) -q --product sendledger
	@Tests/Accessibility/check "$$(swift build --show-bin-path)/sendledger"

# Pictures of the demo's pages, for a person to look at.
pictures: setup
	@$(BUILD) -q --product sendledger
	@Tests/Pictures/take out/pictures "$$(swift build --show-bin-path)/sendledger"

# Two real users of the machine, an account that keeps the ledger, and sudo between them.
service: setup
	@.ci/service
	@$(BUILD) -q --product sendledger
	@Tests/Service/run "$$(swift build --show-bin-path)/sendledger"

# The long trials, run small: Tests/Crash/README.md and Tests/Fuzz/README.md say how to run them long.
trials: setup
	@for product in sendledger crash-trial power-trial byte-trial line-trial meeting-trial reading-trial reader-fuzz; do $(BUILD) -q --product $$product || exit 1; done
	@"$$(swift build --show-bin-path)/crash-trial" 20 --rows 100
	@"$$(swift build --show-bin-path)/power-trial" 20
	@"$$(swift build --show-bin-path)/byte-trial" 20
	@"$$(swift build --show-bin-path)/line-trial" 100
	@"$$(swift build --show-bin-path)/meeting-trial" 10 --rows 60
	@"$$(swift build --show-bin-path)/reading-trial" 60
	@"$$(swift build --show-bin-path)/reading-trial" --commit 300
	@"$$(swift build --show-bin-path)/reader-fuzz" 2000

# Whether what a county's questions and files cost bends as it grows: instructions, counted.
growth: release
	@.ci/growth
	@Tests/Benchmarks/run growth --children 6

# Breaks each promise on purpose, and sees that a test notices.
breaches: setup
	@Tests/Breaches/run

# The program beside others: Tests/Benchmarks/run says what it needs. It takes a quarter of an hour.
benchmarks: setup
	@Tests/Benchmarks/run

setup:
	@.ci/setup

clean:
	rm -rf .build ledgers/demo out
