/// The version of this product, in one place.
package enum ProductVersion {
  /// Semantic version of the library and the command line.
  package static let current = "0.1.0"
}
