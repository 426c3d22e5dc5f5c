package import AccountMatrix

extension Remedy {
  /// How programmes are described, with two lines of an example.
  package static let programmesTemplate: Remedy = """
    Write programmes for its accounts, one share a line, and give them with \
    \(.writeProgrammes):
      programme,name,family,account,share,role,evidence
      cash,Cash transfer,social-protection,HOUSEHOLD,0.9,transfer,assumed
      cash,Cash transfer,social-protection,SERVICE,0.1,purchase,assumed
    \(.listAccounts) lists the codes of your matrix
    """

  /// How payers of social contributions are described, with two lines of an example.
  package static let contributorsTemplate: Remedy = """
    Write which households bear contributions, in shares that add to one, and give them with \
    \(.giveContributors):
      account,share,evidence
      HOUSEHOLD-A,0.6,assumed
      HOUSEHOLD-B,0.4,assumed
    or choose another financing
    """
}
