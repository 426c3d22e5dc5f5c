internal import AccountMatrix

/// Units as tables write them: `RWF million`, `(million KES)`, `Values in KSh billion`.
enum UnitText {
  private static let scales: [(words: Set<String>, scale: CurrencyUnit.Scale)] = [
    (["thousand", "thousands", "'000", "000", "000s", "'000s", "milliers"], .thousand),
    (
      [
        "million", "millions", "mn", "mln", "mio", "millón", "millon", "millones", "milhões",
        "milhoes", "millionen", "milioni",
      ], .million
    ),
    (
      ["billion", "billions", "bn", "milliard", "milliards", "mrd", "mrds", "mds", "mia"], .billion
    ),
  ]

  /// Codes of ISO 4217, and abbreviations in use beside them.
  private static let codes: Set<String> = Set(
    ("aed afn all amd aoa ars aud azn bam bbd bdt bgn bhd bif bnd bob brl bsd btn bwp byn bzd cad "
      + "cdf chf clp cny cop crc cup cve czk djf dkk dop dzd egp ern etb eur fjd gbp gel ghs gmd gnf "
      + "gtq gyd hkd hnl htg huf idr ils inr iqd irr isk jmd jod jpy kes kgs khr kmf krw kwd kzt lak "
      + "lbp lkr lrd lsl lyd mad mdl mga mkd mmk mnt mru mur mvr mwk mxn myr mzn nad ngn nio nok npr "
      + "nzd omr pab pen pgk php pkr pln pyg qar ron rsd rub rwf sar sbd scr sdg sek sgd sle sll sos "
      + "srd ssp stn syp szl thb tjs tmt tnd top try ttd twd tzs uah ugx usd uyu uzs vnd vuv wst xaf "
      + "xcd xof xpf yer zar zmw zwl frw ksh kshs tsh tshs ush ushs fcfa cfa us$ usd$ $ € £ ¥ lcu")
      .split(separator: " ").map(String.init))

  private static let names: Set<String> = Set(
    ("afghani ariary baht birr boliviano bolivianos cedi cedis dalasi dinar dinars dirham dirhams "
      + "dollar dollars dong euro euros forint franc francs gourde hryvnia kip krona krone kwacha "
      + "kwanza kyat lempira lempiras leone leones lev lira loti manat metical naira ouguiya peso "
      + "pesos pound pounds pula quetzal quetzales rand real reais rial rials riel ringgit riyal "
      + "riyals rouble roubles ruble rubles rupee rupees rupiah shilling shillings sol soles som sum "
      + "taka tenge won yen yuan zloty")
      .split(separator: " ").map(String.init))

  /// The unit that a text names and nothing else, or `nil`.
  static func unit(_ text: String) -> CurrencyUnit? {
    let words = words(of: text)
    guard (2...5).contains(words.count) else { return nil }
    let found = words.compactMap(scale)
    let rest = words.filter { scale($0) == nil && !["of", "de"].contains($0.lowercased()) }
    guard found.count == 1, let scale = found.first, (1...3).contains(rest.count),
      rest.contains(where: isCurrency), rest.allSatisfy({ !$0.contains(where: { $0.isNumber }) })
    else { return nil }
    return CurrencyUnit(currency: rest.joined(separator: " "), scale: scale)
  }

  /// The unit at the end of a text, behind ` in ` or in brackets: `Flows of 2019 in KES million`.
  static func ending(of text: String) -> (head: String, unit: CurrencyUnit)? {
    let words = text.split(separator: " ")
    for (index, word) in words.enumerated().reversed() where index > 0 {
      let isMark = word.lowercased() == "in" || word.lowercased() == "en"
      guard isMark || word.first == "(" || word.first == "[" else { continue }
      let tail = words[(isMark ? index + 1 : index)...].joined(separator: " ")
      if let unit = unit(tail) {
        let head = words[..<index].joined(separator: " ").trimming(" ,;:")
        return (head, unit)
      }
    }
    return nil
  }

  /// Whether a text may mean a unit that is not known: a scale with other words, or a currency.
  static func looksLikeUnit(_ text: String) -> Bool {
    let words = words(of: text)
    guard (1...5).contains(words.count) else { return false }
    if words.count == 1 {
      let word = words[0]
      return word.lowercased() != word && codes.contains(word.lowercased())
        || scale(word) != nil && word.contains(where: { $0.isLetter })
    }
    if words.count(where: { otherScales.contains($0.lowercased()) }) == 1,
      words.contains(where: isCurrency)
        || words.contains(where: { $0.lowercased().hasPrefix("rs") })
    {
      return true
    }
    return words.count { scale($0) != nil } == 1
      && words.allSatisfy { scale($0) != nil || !$0.contains(where: { $0.isNumber }) }
  }

  /// Scales that are no power of a thousand, or larger than any unit: they are told, not read.
  private static let otherScales: Set<String> = [
    "crore", "crores", "lac", "lacs", "lakh", "lakhs", "trillion", "trillions", "hundred",
    "hundreds",
  ]

  private static let openings: Set<String> = [
    "all", "amounts", "currency", "en", "expressed", "figures", "flows", "in", "unit", "units",
    "unité", "unités", "values",
  ]

  /// The words of a text without brackets around them, and without `Values in` before them.
  private static func words(of text: String) -> [String] {
    var words = text.split { " ():[]/,;_\u{A0}\u{202F}".contains($0) }.map { word in
      // Mio. and Mrd. are abbreviations.
      String(word.last == "." ? word.dropLast() : word)
    }
    while let first = words.first, openings.contains(first.lowercased()) { words.removeFirst() }
    return words
  }

  private static func scale(_ word: String) -> CurrencyUnit.Scale? {
    scales.first { $0.words.contains(word.lowercased()) }?.scale
  }

  private static func isCurrency(_ word: String) -> Bool {
    let word = word.lowercased()
    return codes.contains(word) || names.contains(word)
  }
}
