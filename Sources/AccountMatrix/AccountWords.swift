/// What the code and the name of an account say of its kind, area, quintile and group.
enum AccountWords {
  /// A kind and the word that says it.
  typealias Guess = (kind: Account.Kind, because: String)

  /// The kind by the code, then by the name; `nil` where neither says it.
  ///
  /// - Parameter codes: all codes: a product counts by its letter only if it has both its accounts.
  static func kind(of account: Account, among codes: Set<String>) -> Guess? {
    let code = account.code.lowercased()
    if let kind = kinds[code] { return (kind, "code '\(account.code)'") }
    if isTax(code) { return (tax(code, account.name), "code '\(account.code)'") }
    for (prefix, kind) in prefixes where code.hasPrefix(prefix) {
      return (kind, "code begins with '\(prefix)'")
    }
    let name = account.name == account.code ? "" : account.name.lowercased()
    for (beginning, kind) in [
      ("activit", Account.Kind.activity), ("commodit", .commodity), ("product", .commodity),
      ("industry:", .activity), ("sector:", .activity), ("factor", .factor),
      ("household", .household), ("non-profit", .nonProfit), ("nonprofit", .nonProfit),
    ] where name.hasPrefix(beginning) {
      return (kind, "name begins with '\(beginning)'")
    }
    if let first = code.first, first == "a" || first == "c" {
      let stem = code.dropFirst()
      if codes.contains("a\(stem)"), codes.contains("c\(stem)") {
        return (first == "a" ? .activity : .commodity, "there are 'a\(stem)' and 'c\(stem)'")
      }
    }
    for (word, kind) in nameWords where name.contains(word) {
      let isTax = ["tax", "dut", "tariff", "vat", "excise", "subsid"].contains(word)
      return (isTax ? tax(code, name) : kind, "name says '\(word)'")
    }
    return nil
  }

  private static let kinds: [String: Account.Kind] = [
    "gov": .government, "govt": .government, "gvt": .government, "row": .restOfWorld,
    "wld": .restOfWorld, "world": .restOfWorld, "ext": .restOfWorld, "abroad": .restOfWorld,
    "s-i": .savings, "si": .savings, "sav": .savings, "savings": .savings, "inv": .savings,
    "cap-acc": .savings, "capacc": .savings, "g-i": .savings, "dstk": .stocks, "stk": .stocks,
    "stocks": .stocks, "trc": .margin, "marg": .margin, "lab": .labour, "labor": .labour,
    "labour": .labour, "cap": .capital, "land": .land, "lnd": .land, "poor": .household,
    "nonpoor": .household, "hh": .household, "hhd": .household,
    "hou": .household, "hoh": .household, "ent": .enterprise, "firms": .enterprise,
    "act": .activity, "com": .commodity, "tar": .importTax, "vat": .productTax, "dtx": .directTax,
    "idt": .productTax, "npish": .nonProfit, "npi": .nonProfit, "ngo": .nonProfit,
    "total": .other,
  ]

  private static let prefixes: [(String, Account.Kind)] = [
    ("flab", .labour), ("fcap", .capital), ("flnd", .land), ("fland", .land), ("lab", .labour),
    ("l-", .labour), ("l_", .labour),
    ("hhd", .household), ("hh-", .household), ("hh_", .household), ("hou-", .household),
    ("h-", .household), ("h_", .household), ("a-", .activity), ("a_", .activity),
    ("act-", .activity), ("act_", .activity), ("c-", .commodity), ("c_", .commodity),
    ("com-", .commodity), ("com_", .commodity), ("f-", .factor), ("f_", .factor),
  ]

  private static let nameWords: [(String, Account.Kind)] = [
    ("non-profit", .nonProfit), ("nonprofit", .nonProfit), ("npish", .nonProfit),
    ("household", .household), ("ménage", .household), ("hogar", .household),
    ("rest of the world", .restOfWorld), ("rest of world", .restOfWorld),
    ("reste du monde", .restOfWorld), ("stock", .stocks), ("inventor", .stocks),
    ("saving", .savings), ("capital formation", .savings), ("capital account", .savings),
    ("investment", .savings), ("transaction cost", .margin), ("margin", .margin),
    ("tax", .productTax), ("tariff", .importTax), ("dut", .importTax), ("excise", .productTax),
    ("subsid", .productTax), ("labour", .labour), ("labor", .labour), ("worker", .labour),
    ("compensation of employees", .labour), ("wages", .labour), ("operating surplus", .capital),
    ("enterprise", .enterprise), ("corporation", .enterprise), ("firms", .enterprise),
    ("government", .government), ("land", .land), ("capital", .capital),
  ]

  private static func isTax(_ code: String) -> Bool {
    code.hasSuffix("tax") || code.hasSuffix("tx") && code.utf8.count > 3
      || ["tax", "taxes"].contains(code)
      || code.hasPrefix("tax-") || code.hasPrefix("tax_")
      || code.hasSuffix("tar") && code.utf8.count > 3
  }

  /// Which tax it is, by the words of its code and name; a tax on products where they do not say.
  static func tax(_ code: String, _ name: String) -> Account.Kind {
    let words = name.lowercased()
    func has(_ parts: String...) -> Bool { parts.contains { words.contains($0) } }
    if has("import", "tariff", "custom") || code.hasPrefix("m") || code.hasPrefix("tar") {
      return .importTax
    }
    if has("export") || code.hasPrefix("e") || code.hasPrefix("x") { return .exportTax }
    if has("direct", "income", "profit", "wealth") && !has("indirect") || code.hasPrefix("d")
      || code.hasPrefix("y")
    {
      return .directTax
    }
    if has("factor") || code.hasPrefix("f") { return .factorTax }
    if has("production", "activit") || code.hasPrefix("a") { return .activityTax }
    return .productTax
  }

  // MARK: Households and groups

  /// Area and quintile of a household by its name, or by a code that ends as `r1` or `u5`.
  static func household(
    _ account: Account
  ) -> (area: Account.Area?, quintile: Int?) {
    let name = account.name.lowercased()
    let ending = account.code.lowercased().split { !$0.isLetter && !$0.isNumber }.last ?? ""
    var area: Account.Area? =
      name.contains("rural") ? .rural : name.contains("urban") ? .urban : nil
    var quintile: Int?
    let digits = ending.suffix(1)
    let letters = ending.dropLast()
    if let number = Int(digits), (1...5).contains(number), ["r", "u", "q", ""].contains(letters) {
      quintile = number
    }
    for word in ["quintile ", "q"] {
      guard let range = position(of: word, in: name) else { continue }
      if let number = name[range...].first?.wholeNumberValue, (1...5).contains(number) {
        quintile = quintile ?? number
      }
    }
    if area == nil, letters == "r" || ending == "r" { area = .rural }
    if area == nil, letters == "u" || ending == "u" { area = .urban }
    return (area, quintile)
  }

  private static func position(of word: String, in text: String) -> String.Index? {
    var start = text.startIndex
    while start < text.endIndex {
      if text[start...].hasPrefix(word) { return text.index(start, offsetBy: word.count) }
      start = text.index(after: start)
    }
    return nil
  }

  /// The group of an activity or commodity by the words of its name; `nil` where none tells.
  static func group(of account: Account) -> (group: String, because: String)? {
    let name = account.name.lowercased()
    for (group, words) in groupWords {
      for word in words where name.contains(word) { return (group, "name says '\(word)'") }
    }
    return nil
  }

  /// What is made of a crop goes before the crop.
  private static let groupWords: [(String, [String])] = [
    (
      "industry",
      [
        "processing", "processed", "mill", "manufactur", "food", "beverage", "textile", "clothing",
        "leather", "paper", "chemical", "plastic", "cement", "mineral", "mining", "metal",
        "machinery", "vehicle", "electricity", "water supply", "utilit", "construction", "industr",
        "petroleum", "refin", "gas", "coal", "oil and",
      ]
    ),
    (
      "services",
      [
        "service", "trade", "transport", "hotel", "restaurant", "communication", "financ", "bank",
        "insurance", "real estate", "business", "public administration", "education", "health",
        "telecom",
      ]
    ),
    (
      "agriculture",
      [
        "agricult", "maize", "rice", "cereal", "wheat", "barley", "sorghum", "millet", "teff",
        "pulses", "bean", "groundnut", "oilseed", "cassava", "potato", "roots", "vegetable",
        "sugar",
        "tobacco", "cotton", "fruit", "coffee", "tea", "cocoa", "crop", "cattle", "livestock",
        "poultry", "forest", "fish", "farm", "banana",
      ]
    ),
  ]
}
