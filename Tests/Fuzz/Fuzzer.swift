#if FUZZING
  import Foundation

  /// The fuzzer of the compiler, which watches which lines an input runs: libFuzzer.
  enum Fuzzer {
    nonisolated(unsafe) private static var readers: Readers?

    static func run() {
      readers = try? Readers()
      var count = CommandLine.argc
      var arguments = CommandLine.unsafeArgv
      exit(
        runDriver(&count, &arguments) { bytes, count in
          let input = Array(UnsafeBufferPointer(start: bytes, count: count))
          _ = try? Fuzzer.readers?.read(input)
          return 0
        })
    }
  }

  @_silgen_name("LLVMFuzzerRunDriver")
  private func runDriver(
    _ count: UnsafeMutablePointer<Int32>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
    _ test: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32
  ) -> Int32
#endif
