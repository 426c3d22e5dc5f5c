internal import COpenBLAS

/// The BLAS library underneath, and how it is set up.
///
/// One thread is used: two threads make the systems of a social accounting
/// matrix (some hundred accounts) slower, and change the last bits of results.
public enum Backend {
  /// Name of the processor kernel that OpenBLAS chose, for example `Haswell`.
  ///
  /// OpenBLAS before 0.3.24 does not know recent processors and falls back to
  /// `Prescott`, which is several times slower on tables of thousands of accounts.
  public static var kernel: String { String(cString: openblas_get_corename()) }

  /// The build configuration that OpenBLAS reports.
  public static var configuration: String { String(cString: openblas_get_config()) }

  /// Number of threads that BLAS uses.
  public static var threads: Int {
    prepare()
    return Int(openblas_get_num_threads())
  }

  private static let singleThread: Void = openblas_set_num_threads(1)

  /// Sets the number of threads at first use.
  static func prepare() { singleThread }
}
