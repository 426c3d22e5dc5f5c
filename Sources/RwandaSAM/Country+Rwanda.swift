internal import CRwandaSAM
@_exported public import CountryData

extension Country {
  /// Rwanda, from the copy of `SAM/` inside the program.
  ///
  /// Sources, reliability and licences of the figures stand in `SAM/README.md`.
  public static let rwanda = Country(
    tables: .embedded(
      name: "SAM", paths: rwandaPaths,
      content: { index in
        Array(
          UnsafeBufferPointer(
            start: rwanda_sam_file_bytes(index), count: rwanda_sam_file_size(index)))
      }))

  /// The paths of all embedded tables.
  package static let rwandaPaths: [String] = (0..<rwanda_sam_file_count()).map {
    String(cString: rwanda_sam_file_path($0))
  }
}
