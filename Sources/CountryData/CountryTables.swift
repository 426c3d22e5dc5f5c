package import AccountMatrix
internal import Glibc
package import SAMFiles

/// Where the tables of a country are read from: a folder, or a copy inside the program.
///
/// The layout of the folder is that of `SAM/`, described in its `README.md`.
package struct CountryTables: Sendable {
  private enum Place {
    case directory(String)
    case embedded(name: String, paths: [String], content: @Sendable (Int) -> [UInt8])
  }

  private let place: Place

  /// The tables in a folder.
  package static func directory(_ folder: String) -> CountryTables {
    CountryTables(place: .directory(folder.hasSuffix("/") ? String(folder.dropLast()) : folder))
  }

  /// Tables that a program carries.
  ///
  /// - Parameters:
  ///   - name: what stands before a path where a table is named, for example `SAM`.
  ///   - paths: the paths of all tables, in the layout of a folder.
  ///   - content: the bytes of the table at a position of `paths`.
  package static func embedded(
    name: String, paths: [String], content: @escaping @Sendable (Int) -> [UInt8]
  ) -> CountryTables {
    CountryTables(place: .embedded(name: name, paths: paths, content: content))
  }

  /// A table by its path.
  ///
  /// - Throws: `Diagnostic` if the file is not there.
  package func file(_ path: String) throws(Diagnostic) -> SourceFile {
    switch place {
    case .directory(let folder):
      return try SourceFile(path: "\(folder)/\(path)")
    case .embedded(let name, let paths, let content):
      guard let index = paths.firstIndex(of: path) else {
        throw Diagnostic("there is no built-in table", at: "\(name)/\(path)")
      }
      return SourceFile(name: "\(name)/\(path)", bytes: content(index))
    }
  }

  /// The table of a path, or `nil` where there is none.
  func fileIfPresent(_ path: String) throws(Diagnostic) -> SourceFile? {
    let isThere =
      switch place {
      case .directory(let folder): access("\(folder)/\(path)", F_OK) == 0
      case .embedded(_, let paths, _): paths.contains(path)
      }
    return isThere ? try file(path) : nil
  }

  /// How a table or folder of this path is named in messages.
  func location(of path: String) -> String {
    switch place {
    case .directory(let folder): "\(folder)/\(path)"
    case .embedded(let name, _, _): "\(name)/\(path)"
    }
  }

  /// The names of the files in a folder; none where there is no such folder.
  func files(in folder: String) -> [String] {
    switch place {
    case .embedded(_, let paths, _):
      return paths.filter { $0.hasPrefix(folder + "/") }
        .map { String($0.dropFirst(folder.count + 1)) }
    case .directory(let root):
      guard let stream = opendir("\(root)/\(folder)") else { return [] }
      defer { closedir(stream) }
      var names: [String] = []
      while let entry = readdir(stream) {
        names.append(
          withUnsafePointer(to: &entry.pointee.d_name) { name in
            name.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
          })
      }
      return names.filter { !$0.hasPrefix(".") }
    }
  }
}
