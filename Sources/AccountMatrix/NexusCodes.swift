extension SocialAccountingMatrix {
  /// The matrix with kinds, areas, quintiles and groups read from IFPRI's Nexus codes.
  ///
  /// - Returns: `nil` unless the matrix has `gov`, `s-i` and `row` and every
  ///   code is one of the Nexus project's; nothing is guessed for some accounts only.
  package func describedByNexusCodes() throws(Failure) -> SocialAccountingMatrix? {
    guard contains("gov"), contains("s-i"), contains("row") else { return nil }
    var described: [Account] = []
    for account in accounts {
      guard let description = nexusAccount(account) else { return nil }
      described.append(description)
    }
    return try replacing(accounts: described, flows: flows, grain: printedGrain, step: nil)
  }

  private func nexusAccount(_ account: Account) -> Account? {
    let code = account.code.lowercased()
    var result = account
    if let kind = nexusFixedKinds[code] {
      result.kind = kind
    } else if code.hasPrefix("flab") {
      result.kind = .labour
    } else if code.hasPrefix("fcap") {
      result.kind = .capital
    } else if code.hasPrefix("flnd") {
      result.kind = .land
    } else if code.hasPrefix("hhd-") || code == "hhd" {
      result.kind = .household
      // A letter and a digit, as in r1; of a longer word nothing is guessed.
      let group = code.dropFirst(4)
      let quintile = Int(group.dropFirst())
      if group.count == 1 || quintile != nil {
        result.area = group.hasPrefix("r") ? .rural : group.hasPrefix("u") ? .urban : nil
        result.quintile = quintile.flatMap { (1...5).contains($0) ? $0 : nil }
      }
    } else if code.utf8.count == 5, let first = code.first, first == "a" || first == "c" {
      let stem = String(code.dropFirst())
      let group = nexusGroups[stem]
      // Outside the list a product counts only if it has both its accounts.
      guard group != nil || (contains("a" + stem) && contains("c" + stem)) else { return nil }
      result.kind = first == "a" ? .activity : .commodity
      result.group = group
    } else {
      return nil
    }
    return result
  }
}

/// Codes with one meaning; the taxes stand here because `atax` is no activity
/// and `ctax` no commodity.
private let nexusFixedKinds: [String: Account.Kind] = [
  "atax": .activityTax, "ctax": .productTax, "stax": .productTax, "vtax": .productTax,
  "dtax": .directTax, "etax": .exportTax, "xtax": .exportTax, "mtax": .importTax,
  "ftax": .factorTax, "trc": .margin, "ent": .enterprise, "gov": .government, "s-i": .savings,
  "g-i": .savings, "dstk": .stocks, "row": .restOfWorld, "ctrdc": .commodity,
]

/// The group of an activity or a commodity whose code is of the Nexus classification.
func nexusGroup(ofProduct code: String) -> String? {
  let code = code.lowercased()
  guard code.utf8.count == 5, let first = code.first, first == "a" || first == "c" else {
    return nil
  }
  return nexusGroups[String(code.dropFirst())]
}

/// The group of each product of the Nexus classification.
private let nexusGroups: [String: String] = {
  let products = [
    // The standard classification, and stems of single products in country tables whose word
    // leaves no doubt; of others, as `mill` (millet or milling) and `dair`, nothing is guessed.
    "agriculture": "maiz rice ocer puls oils root vege sugr toba cott frui coff ocrp catt poul "
      + "oliv fore fish "
      + "cere whea barl sorg teff bean gnut soyb cass yams pota bana plan cash coco teas rubb "
      + "flow graz goat shee pigs eggs aqua",
    "industry": "mine food beve text wood chem nmet metl mach oman elec watr cons "
      + "coal crud ngas gold omin meat feed clth leat pape petr fert plas vehe manu util",
    "services": "trad tran hotl comm fsrv real bsrv padm educ heal osrv serv",
  ]
  var groups: [String: String] = [:]
  for (group, stems) in products {
    for stem in stems.split(separator: " ") { groups[String(stem)] = group }
  }
  return groups
}()
