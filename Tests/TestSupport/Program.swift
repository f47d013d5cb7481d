import Foundation

/// A program that is run as a person runs it, by itself: to its end, or until it is killed.
///
/// Foundation's own way writes beyond its memory where a process has more than 1,365 files open, as that of the tests
/// may have, or is given some thousand words.
public struct Program: Sendable {
  private let path: String
  private let environment: [String: String]
  private let scratch: Scratch

  /// How a run ended.
  public struct Ending: Sendable {
    /// What it left to the system; none where a signal ended it.
    public let status: Int32?
    /// The signal that ended it, if one did.
    public let signal: Int32?
    public let outBytes: [UInt8]
    public let errBytes: [UInt8]
    public var out: String { String(decoding: outBytes, as: UTF8.self) }
    public var err: String { String(decoding: errBytes, as: UTF8.self) }
    /// How long it ran, in microseconds.
    public let duration: Int

    /// The run in a line, for a person who asks what was seen.
    public var summary: String {
      let end = status.map { "status \($0)" } ?? "signal \(signal ?? 0)"
      let said = (out + err).split(separator: "\n").prefix(3).joined(separator: " / ")
      return said.isEmpty ? end : "\(end): \(said)"
    }
  }

  /// The program could not be started.
  public struct NotStarted: Error, CustomStringConvertible {
    public let description: String
  }

  public init(_ path: String, environment: [String: String]) throws {
    guard FileManager.default.isExecutableFile(atPath: path) else {
      throw NotStarted(description: "there is no program \(path)")
    }
    self.path = path
    self.environment = environment
    scratch = try Scratch()
  }

  /// Runs it with those words; where a delay is given, kills it after so many microseconds.
  public func run(_ words: [String], killedAfter delay: Int? = nil) throws -> Ending {
    let run = try start(words, in: scratch)
    if let delay {
      usleep(UInt32(max(delay, 0)))
      run.kill()
    }
    return run.ending()
  }

  /// Starts it with those words, and leaves it to run beside others.
  public func start(_ words: [String]) throws -> Run { try start(words, in: Scratch()) }

  private func start(_ words: [String], in scratch: Scratch) throws -> Run {
    let start = ContinuousClock.now
    let process = try spawn(words, out: scratch.path + "/out", err: scratch.path + "/err")
    return Run(process: process, start: start, scratch: scratch)
  }

  private func spawn(_ words: [String], out: String, err: String) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (file, name) in [(Int32(1), out), (Int32(2), err)] {
      posix_spawn_file_actions_addopen(&actions, file, name, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    }
    var arguments = ([path] + words).map { strdup($0) } + [nil]
    var settings = environment.map { strdup("\($0)=\($1)") } + [nil]
    defer { for text in arguments + settings { free(text) } }
    var process = pid_t()
    let fault = posix_spawn(&process, path, &actions, nil, &arguments, &settings)
    guard fault == 0 else { throw NotStarted(description: "\(path) did not start: \(fault)") }
    return process
  }
}

extension Program {
  /// A run that has begun.
  public struct Run: Sendable {
    fileprivate let process: pid_t
    fileprivate let start: ContinuousClock.Instant
    fileprivate let scratch: Scratch

    /// Kills it, unless it has ended.
    public func kill() {
      // A run that has ended and was waited for has given its number back.
      if !isOver { _ = Foundation.kill(process, SIGKILL) }
    }

    /// Whether it has ended, be it that somebody has waited for it or not.
    public var isOver: Bool {
      var facts = siginfo_t()
      let done = waitid(P_PID, id_t(process), &facts, WEXITED | WNOHANG | WNOWAIT)
      return done != 0 || facts.si_signo != 0
    }

    /// Waits for its end, once.
    public func ending() -> Ending {
      var state: Int32 = 0
      while waitpid(process, &state, 0) < 0, errno == EINTR {}
      let (seconds, attoseconds) = (ContinuousClock.now - start).components
      let signal = state & 0x7F
      return Ending(
        status: signal == 0 ? (state >> 8) & 0xFF : nil, signal: signal == 0 ? nil : signal,
        outBytes: bytes("out"), errBytes: bytes("err"),
        duration: Int(seconds) * 1_000_000 + Int(attoseconds / 1_000_000_000_000))
    }

    private func bytes(_ name: String) -> [UInt8] {
      FileManager.default.contents(atPath: scratch.path + "/" + name).map { Array($0) } ?? []
    }
  }
}
