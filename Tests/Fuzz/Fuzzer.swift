#if FUZZING
  nonisolated(unsafe) private var readers: Readers?

  /// What the fuzzer of the compiler, which watches which lines an input runs, calls for each: libFuzzer.
  @_cdecl("LLVMFuzzerTestOneInput")
  public func fuzz(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
    if readers == nil { readers = try? Readers() }
    guard let readers else { fatalError("the readers could not be made") }
    _ = try? readers.read(Array(UnsafeBufferPointer(start: bytes, count: count)))
    return 0
  }
#endif
