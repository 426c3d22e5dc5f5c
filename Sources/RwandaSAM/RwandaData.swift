public import AccountMatrix
internal import CRwandaSAM
internal import Glibc
public import SAMFiles

/// Where the tables of `SAM/` are read from.
public enum RwandaData: Sendable, Equatable {
  /// The copy inside the binary.
  case embedded
  /// A folder with the same layout, for newer figures.
  case directory(String)

  /// A table by its path below `SAM/`.
  ///
  /// - Throws: `Diagnostic` if the file is not there.
  public func file(_ path: String) throws(Diagnostic) -> SourceFile {
    switch self {
    case .directory(let folder):
      return try SourceFile(path: folder.hasSuffix("/") ? folder + path : "\(folder)/\(path)")
    case .embedded:
      guard let index = Self.embeddedPaths.firstIndex(of: path) else {
        throw Diagnostic("there is no built-in table", at: "SAM/\(path)")
      }
      let bytes = UnsafeBufferPointer(
        start: rwanda_sam_file_bytes(index), count: rwanda_sam_file_size(index))
      return SourceFile(name: "SAM/\(path)", bytes: Array(bytes))
    }
  }

  /// Whether there is a table of this path.
  func has(_ path: String) -> Bool {
    switch self {
    case .directory(let folder): access("\(folder)/\(path)", F_OK) == 0
    case .embedded: Self.embeddedPaths.contains(path)
    }
  }

  /// The paths of all embedded tables.
  public static let embeddedPaths: [String] = (0..<rwanda_sam_file_count()).map {
    String(cString: rwanda_sam_file_path($0))
  }
}
