internal import SocialAccounting

extension Remedy.Action {
  /// The option or command by which a user of `sam` does it.
  var option: String {
    switch self {
    case .describeAccounts: "--accounts FILE (columns code,name,kind[,area,quintile,group])"
    case .listAccounts: "'sam accounts'"
    case .fillInAccounts:
      "--accounts FILE (columns code,name,kind); 'sam accounts' followed by your matrix prints a "
        + "file to fill in"
    case .widenTolerance: "--tolerance"
    case .chooseExogenous: "--exogenous"
    case .limitSupply(let account): "--response \(account)=0"
    case .checkCondition: "'sam check --table model'"
    case .groupAccounts: "--groups FILE (columns code,group)"
    case .giveEmployment: "--employment FILE (columns account,sex,area,formality,jobs)"
    case .aggregate: "'sam aggregate'"
    case .balance: "'sam balance'"
    case .exportComposite: "--exports composite"
    case .reconcileTotals: "--reconcile rows, columns or mean"
    case .giveTotals: "--totals"
    case .balanceKeepingSigns: "--method gras"
    case .balanceWithControls: "--method least-squares or cross-entropy"
    case .listProgrammes: "'sam list'"
    case .writeProgrammes: "--programmes FILE"
    case .giveContributors: "--contributors FILE"
    case .readFolder: "--data"
    case .drawPart(let part, let count): "--shard \(part)/\(count)"
    case .nameParts: "the files of --shard"
    case .chooseDecimalMark: "--decimal-mark point or --decimal-mark comma"
    case .nameSheet: "--sheet"
    case .nameRange: "--range"
    case .nameUnit: "--unit"
    case .nameYear: "--year"
    case .chooseLines(let column, let value): "--where '\(column)=\(value)'"
    case .readAsEmpty(let text): "--empty '\(text)'"
    case .convert: "'sam convert'"
    case .replaceFile: "--force"
    case .askAgain: "'sam run SCENARIO MATRIX'"
    }
  }
}
