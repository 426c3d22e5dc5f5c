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
    var result = try replacing(accounts: described, flows: flows, grain: printedGrain, step: nil)
    let guessed = described.filter {
      $0.group != nil && nexusGroups[String($0.code.lowercased().dropFirst())] == nil
    }
    if !guessed.isEmpty {
      result.readingNotes.append(
        Diagnostic(
          "the codes " + list(guessed.map { "'\($0.code)'" }) + " are none of the Nexus list; "
            + "their groups are guessed from the letters (agriculture, industry or services)",
          remedy: "Say them with \(.describeAccounts)" as Remedy))
    }
    return result
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
      let group = nexusGroups[stem] ?? furtherGroups[stem]
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
  let stem = String(code.dropFirst())
  return nexusGroups[stem] ?? furtherGroups[stem]
}

/// The group of each of the 42 products of the Nexus classification, as the code lists of its files
/// have them (IFPRI 2019 to 2022, Nexus social accounting matrices: Kenya, Ethiopia, Rwanda,
/// Indonesia, Philippines).
private let nexusGroups: [String: String] = {
  let products = [
    "agriculture": "maiz rice ocer puls oils root vege sugr toba cott frui coff ocrp catt poul "
      + "oliv fore fish",
    "industry": "mine food beve text wood chem nmet metl mach oman elec watr cons",
    "services": "trad tran hotl comm fsrv real bsrv padm educ heal osrv",
  ]
  return groups(of: products)
}()

/// Groups of stems that country tables have beside the classification, read as words: each gives a
/// note. Of others, as `mill` (millet or milling) and `dair`, nothing is guessed.
private let furtherGroups: [String: String] = groups(of: [
  "agriculture": "cere whea barl sorg teff bean gnut soyb cass yams pota bana plan cash coco teas "
    + "rubb flow graz goat shee pigs eggs aqua",
  "industry": "coal crud ngas gold omin meat feed clth leat pape petr fert plas vehe manu util",
  "services": "serv",
])

private func groups(of products: [String: String]) -> [String: String] {
  var groups: [String: String] = [:]
  for (group, stems) in products {
    for stem in stems.split(separator: " ") { groups[String(stem)] = group }
  }
  return groups
}
