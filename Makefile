# The two commands of the README are `make run` and `make test`; both do all the set-up.

SAM = .build/release/sam

.PHONY: run test examples setup matrices lint readme brief clean

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
	@sh Scripts/install-openblas

$(SAM): setup
	@swift build -c release --product sam >&2

# Builds the matrices from their sources and writes their cells to SAM/.
matrices: $(SAM)
	@for name in rwanda-2022 rwanda-2024 rwanda-2017; do \
	  "./$(SAM)" build $$name --data SAM --table cells --format csv > .build/cells.csv || exit 1; \
	  awk -F, 'NR == 1 || $$3 != 0 { print $$1 "," $$2 "," $$3 }' .build/cells.csv \
	    > "SAM/$$name/flows.csv" || exit 1; done

lint:
	swift format lint --strict -r Sources Tests Examples Package.swift

# Writes the output of the example into the README.
readme: setup
	swift build -c release --product CompareSpending
	.build/release/CompareSpending | sh Scripts/readme-output write

# Writes the brief and its chart to Documentation/.
brief: $(SAM)
	sh Scripts/brief-output write

clean:
	rm -rf .build .build-*
