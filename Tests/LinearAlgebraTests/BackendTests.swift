import LinearAlgebra
import Testing

struct BackendTests {
  @Test func `BLAS uses one thread and names its kernel`() {
    #expect(Backend.threads == 1)
    #expect(!Backend.kernel.isEmpty)
    #expect(Backend.configuration.contains("OpenBLAS"))
  }
}
