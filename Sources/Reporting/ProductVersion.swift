/// The version of this product, in one place.
public enum ProductVersion {
  /// Semantic version of the library and the command line.
  public static let current = "0.1.0"
}
