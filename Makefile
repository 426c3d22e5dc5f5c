# The two commands of the README are `make run` and `make test`; both do all the set-up.

SAM = .build/release/sam

.PHONY: run test examples setup matrices lint readme brief validation install manual deep mutate clean

run: $(SAM)
	@"./$(SAM)" compare

test: setup
	swift test --disable-xctest

examples: setup
	swift build -c release
	@for example in Examples/*/; do \
	  name=$$(basename "$$example"); echo "== $$name"; ".build/release/$$name" || exit 1; done

# The linear algebra libraries and zlib, by apt where they are missing.
setup:
	@sh Scripts/install-libraries

$(SAM): setup
	@swift build -c release --product sam >&2

# The program, its manual pages and completions for three shells; PREFIX=DIR chooses where.
PREFIX = /usr/local
SHARE = $(DESTDIR)$(PREFIX)/share

install: manual
	install -D -m 755 $(SAM) "$(DESTDIR)$(PREFIX)/bin/sam"
	install -d "$(SHARE)/man/man1" "$(SHARE)/bash-completion/completions" \
	  "$(SHARE)/zsh/site-functions" "$(SHARE)/fish/vendor_completions.d"
	install -m 644 .build/manual/*.1 "$(SHARE)/man/man1"
	./$(SAM) --generate-completion-script bash >"$(SHARE)/bash-completion/completions/sam"
	./$(SAM) --generate-completion-script zsh >"$(SHARE)/zsh/site-functions/_sam"
	./$(SAM) --generate-completion-script fish >"$(SHARE)/fish/vendor_completions.d/sam.fish"

# The tool alone: the plug-in of the argument parser would build every example first.
manual: $(SAM)
	@swift build -c release --product generate-manual >&2
	@mkdir -p .build/manual
	@.build/release/generate-manual $(SAM) --multi-page --output-directory .build/manual

# Heavy checks, once per issue that touches them: long fuzzing, a table of 10,000 accounts, two
# checkers of HTML and accessibility on the brief.
deep: $(SAM)
	sh Scripts/fuzz 600
	sh Scripts/large-table 10000
	sh Scripts/check-page Documentation/brief.html

# Changes the core in small ways (Tests/Mutants), one at a time, and prints the changes that no
# test notices; MUTANTS="--only Balancing" for some of them.
mutate: setup
	python3 Scripts/mutate $(MUTANTS)

# Builds the matrices from their sources and writes their cells to SAM/.
matrices: $(SAM)
	@for name in rwanda-2022 rwanda-2024 rwanda-2017; do \
	  "./$(SAM)" build $$name --data SAM --table cells --format csv > .build/cells.csv || exit 1; \
	  awk -F, 'NR == 1 || $$3 != 0 { print $$1 "," $$2 "," $$3 }' .build/cells.csv \
	    > "SAM/$$name/flows.csv" || exit 1; done

lint:
	swift format lint --strict -r Sources Tests Examples Fuzzing Benchmarks Package.swift

# Writes the outputs of examples into the README.
readme: setup
	swift build -c release
	sh Scripts/readme-output write

# Writes the brief and its chart to Documentation/.
brief: $(SAM)
	sh Scripts/brief-output write

# Writes the published results, computed again, to Documentation/.
validation: $(SAM)
	sh Scripts/validation-output write

clean:
	rm -rf .build .build-*
