public import AccountMatrix
public import Multipliers

/// Why a question has no answer.
public enum QuestionFailure: DiagnosticConvertible, Equatable {
  /// A setting names a programme that is not known.
  case unknownProgramme(String, setting: String, nearest: [String])
  /// A programme cannot stand apart from the budget: it has no outlay, or is a part of the budget.
  case cannotStandApart(String, hasOutlay: Bool)
  /// The money of a programme cannot be handed out so.
  case targeting(Targeting.Failure, programme: String)
  /// A programme has no administration, or nothing else, so that it cannot be changed.
  case noAdministration(programme: String, share: Double)
  /// A matrix lacks accounts of the programmes.
  case lacksAccounts(matrix: String)
  /// Accounts that are to be exogenous are not in the matrix.
  case closure(SocialAccountingMatrix.Failure, name: String)
  /// No structural choice has this name.
  case unknownScenario(String, nearest: [String])
  /// No household is among the payers of a group, so a benefit of its members reaches nobody.
  case noHouseholdPays(group: String)
  /// A benefit is no programme.
  case benefit(Programme.Failure, group: String)
  /// Nothing says how well spending is known, so there are no bands.
  case noGrades
  /// Bands have no result.
  case bands(Diagnostic)
  /// No regime has this name.
  case unknownRegime(String, nearest: [String])
  /// The programmes cannot be compared under a regime.
  case regime(RegimeComparison.Failure)
  /// The comparison refuses.
  case comparison(Comparison.Failure)
  /// The model refuses.
  case model(MultiplierModel.Failure)
  /// The matrix refuses.
  case matrix(SocialAccountingMatrix.Failure)

  /// The setting that it is about and its value, where there is one.
  public var subject: (setting: String, value: String?)? {
    switch self {
    case .unknownProgramme(let id, let setting, _):
      setting == "scheme" ? ("scheme:\(id)", nil) : (setting, id)
    case .cannotStandApart(let id, _): ("apart", id)
    case .targeting(_, let id): ("programme", id)
    case .noAdministration(_, let share): ("administration", share.shortest)
    case .closure(_, let name): ("exogenous:\(name)", nil)
    case .unknownScenario(let id, _): ("scenario", id)
    case .noHouseholdPays(let group), .benefit(_, let group): ("group:\(group):payers", nil)
    case .noGrades, .bands: ("draws", nil)
    case .unknownRegime(let name, _): ("regime", name)
    case .regime: ("regime", nil)
    case .lacksAccounts, .comparison, .model, .matrix: nil
    }
  }

  /// The failure in words.
  public var diagnostic: Diagnostic {
    switch self {
    case .unknownProgramme(let id, "scheme", let nearest):
      Diagnostic(
        "there is no programme '\(id)' for the coverage of a scheme",
        remedy: programmeSuggestion(nearest))
    case .unknownProgramme(let id, _, let nearest):
      Diagnostic(
        "there is no programme '\(id)'",
        remedy: nearest.isEmpty
          ? """
          \(.listProgrammes) has the built-in ones, which may lack accounts in this matrix or be left \
          out beside programmes of one's own; write yours with \(.writeProgrammes) and name them here
          """
          : suggestion(nearest))
    case .cannotStandApart(let id, let hasOutlay):
      Diagnostic(
        "'\(id)' cannot stand apart from the budget",
        remedy: hasOutlay
          ? "It is a part of the budget; name one that is not ranked"
          : "It has no outlay; give it one in SAM/programmes/outlays.csv")
    case .targeting(let failure, _): failure.diagnostic
    case .noAdministration(let id, _):
      Diagnostic(
        "the programme '\(id)' has no administration to change", remedy: "Leave the line out")
    case .lacksAccounts(let matrix):
      Diagnostic(
        "the matrix '\(matrix)' lacks accounts of the two programmes",
        remedy: "Name another matrix")
    case .closure(let failure, _): failure.diagnostic
    case .unknownScenario(let id, let nearest):
      Diagnostic(
        "there is no structural choice '\(id)' for this matrix",
        remedy: nearest.isEmpty ? "Leave the line out" : suggestion(nearest))
    case .noHouseholdPays:
      Diagnostic(
        "no household is among the payers, so a benefit of members reaches nobody",
        remedy: "Name households among the payers, or a programme as benefit")
    case .benefit(let failure, _): failure.diagnostic
    case .noGrades:
      Diagnostic(
        "nothing says how well spending is known, so there are no bands",
        remedy: "Leave the line 'draws' out")
    case .bands(let diagnostic): diagnostic
    case .unknownRegime(let name, let nearest):
      Diagnostic(
        "there is no regime '\(name)'",
        remedy: nearest.isEmpty ? "\(.listProgrammes) shows the regimes" : suggestion(nearest))
    case .regime(let failure): failure.diagnostic
    case .comparison(let failure): failure.diagnostic
    case .model(let failure): failure.diagnostic
    case .matrix(let failure): failure.diagnostic
    }
  }
}
