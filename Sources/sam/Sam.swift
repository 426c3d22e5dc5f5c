internal import ArgumentParser
internal import Glibc
internal import Reporting
internal import SocialAccounting

/// The command line; its contract stands in the project's design.
@main
struct Sam: AsyncParsableCommand {
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
      UncertaintyCommand.self,
      Merge.self,
      BalanceTable.self,
      Build.self,
      Run.self,
      Why.self,
      Aggregate.self,
      Accounts.self,
      Convert.self,
      List.self,
    ])

  static func main() async {
    signal(SIGPIPE, SIG_IGN)
    // A file beyond the allowed size is then an error of writing, after which the part is removed.
    signal(SIGXFSZ, SIG_IGN)
    signal(SIGINT) { _ in _exit(130) }
    do {
      var command = try parseAsRoot()
      if var drawing = command as? any AsyncParsableCommand {
        try await drawing.run()
      } else {
        try command.run()
      }
    } catch let failure as any DiagnosticConvertible {
      let error = Terminal.isColoured(2) ? "\u{1B}[1;31merror:\u{1B}[0m" : "error:"
      complain("sam: \(error) \(failure.sentence)")
      Glibc.exit(1)
    } catch {
      exit(withError: error)
    }
  }
}

/// Writes a line for people to standard error.
func complain(_ message: String) {
  let line = Array((message + "\n").utf8)
  _ = write(2, line, line.count)
}

extension DiagnosticConvertible {
  /// The failure in the words of the command line.
  var sentence: String { diagnostic.sentence { $0.option } }

  /// The failure as wrong usage, for what can be known without opening a file.
  var asWrongUsage: ValidationError { ValidationError(sentence) }
}
