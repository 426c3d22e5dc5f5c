# The two commands of the README are `make run` and `make test`; both do all the set-up.

SAM = .build/release/sam

.PHONY: run test examples setup lint readme clean

run: $(SAM)
	@"./$(SAM)" compare

test: setup
	swift test --disable-xctest

examples: setup
	swift build -c release
	@for example in Examples/*/; do \
	  name=$$(basename "$$example"); echo "== $$name"; ".build/release/$$name" || exit 1; done

# The linear algebra libraries, by apt where they are missing.
setup:
	@sh Scripts/install-libraries

$(SAM): setup
	@swift build -c release --product sam >&2

lint:
	swift format lint --strict -r Sources Tests Examples Package.swift

# Writes the output of the example into the README.
readme: setup
	swift build -c release --product CompareSpending
	.build/release/CompareSpending | sh Scripts/readme-output write

clean:
	rm -rf .build .build-*
