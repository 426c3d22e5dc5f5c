internal import AccountMatrix
internal import ArgumentParser
internal import Multipliers
internal import Reporting
internal import SocialAccounting

/// `sam satellites`: emissions, energy, land, imports of food through the multipliers.
struct Satellites: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Carry amounts beside the matrix through its multipliers.",
    discussion: """
      FILE has a line per account and satellite: satellite,account,amount[,unit], with amounts of \
      the year of the matrix. A satellite that names one activity names all of them.
      """)

  @OptionGroup var matrix: MatrixOptions
  @OptionGroup var modelOptions: ModelOptions
  @OptionGroup var output: OutputOptions

  @Option(help: "CSV with satellite,account,amount[,unit].")
  var file: String

  func validate() throws { try output.requireTable(among: ["satellites"]) }

  func run() throws {
    let model = try modelOptions.model(
      of: try matrix.load(), from: matrix.source, tolerance: matrix.tolerance)
    let satellites = try SatelliteTable.read(try SourceFile(given: file))
    do { try output.write(try model.satelliteReport(satellites)) } catch let failure
      as Satellite.Failure
    {
      var diagnostic = failure.diagnostic
      diagnostic.location = file
      throw diagnostic
    }
  }
}
