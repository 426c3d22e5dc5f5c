internal import ArgumentParser
internal import CInterrupts
internal import COneThread
internal import Glibc
internal import AccountMatrix
internal import Reporting
internal import SocialAccounting

/// The command line; its contract stands in the project's design.
@main
struct Sam: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sam",
    abstract: "Social accounting matrices: multipliers of social protection and other spending.",
    discussion: """
      SAM is a built-in matrix (sam list) or a file: a labelled square table, one in IFPRI's Nexus \
      format, a list of row, column, value, JSON, GAMS or an XLSX workbook. Without \
      it the newest built-in matrix is used.
      """,
    version: ProductVersion.current,
    subcommands: [
      Compare.self,
      Equilibrium.self,
      MakeBrief.self,
      Multipliers.self,
      Check.self,
      Describe.self,
      Decompose.self,
      Paths.self,
      Prices.self,
      LinkagesCommand.self,
      Extract.self,
      Rounds.self,
      Closures.self,
      Jobs.self,
      Satellites.self,
      Distribute.self,
      Coverage.self,
      UncertaintyCommand.self,
      Merge.self,
      BalanceTable.self,
      Validate.self,
      Build.self,
      Run.self,
      Why.self,
      Aggregate.self,
      Accounts.self,
      Convert.self,
      List.self,
    ])

  static func main() {
    one_thread_show_all_processors()
    // A file beyond the allowed size is then an error of writing, after which the part is removed.
    signal(SIGXFSZ, SIG_IGN)
    // Who starts the program may have blocked these signals; the mask is inherited.
    var interrupts = sigset_t()
    sigemptyset(&interrupts)
    for number in [SIGINT, SIGTERM, SIGHUP] { sigaddset(&interrupts, number) }
    pthread_sigmask(SIG_UNBLOCK, &interrupts, nil)
    interrupts_remove_temporary_files()
    do {
      var command = try parseAsRoot()
      if let drawing = command as? any AsyncParsableCommand {
        run(drawing)
      } else {
        try command.run()
        Notes.say()
      }
    } catch {
      leave(with: error)
    }
  }

  /// Runs a command that works in parallel, and leaves with its end.
  private static func run(_ command: some AsyncParsableCommand) -> Never {
    // The command is handed over whole: nothing else reads it from here on.
    nonisolated(unsafe) var command = command
    let executor = CommandExecutor()
    Task(executorPreference: executor) {
      do { try await command.run() } catch { leave(with: error) }
      Notes.say()
      Glibc.exit(0)
    }
    executor.work()
  }

  /// Says what failed, and ends the program with its status.
  private static func leave(with error: any Error) -> Never {
    guard let failure = error as? any DiagnosticConvertible else { exit(withError: error) }
    let word = Terminal.isColoured(2) ? "\u{1B}[1;31merror:\u{1B}[0m" : "error:"
    writeLine("sam: \(word) \(failure.sentence)")
    Glibc.exit(1)
  }
}

/// Writes a line for people to standard error; what it quotes from files is made visible.
func complain(_ message: String) { writeLine(message.asMessage) }

private func writeLine(_ message: String) {
  let line = Array((message + "\n").utf8)
  _ = write(2, line, line.count)
}

extension DiagnosticConvertible {
  /// The failure in the words of the command line.
  var sentence: String { diagnostic.sentence { $0.option } }

  /// The failure as wrong usage, for what can be known without opening a file.
  var asWrongUsage: ValidationError { ValidationError(sentence) }
}
