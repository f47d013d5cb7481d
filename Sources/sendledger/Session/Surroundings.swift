import Bookkeeping
import Desks
import Foundation
import StorageSQLite
import Synchronization

/// What a command takes from the world: who acts, what day it is, and where words go.
///
/// It is read once at the edge and handed in, so that a test can hand in another.
struct Surroundings: Sendable {
  /// What a variable of the environment holds; none where it is not set.
  let variable: @Sendable (String) -> String?
  let folder: String
  let out: @Sendable (String) -> Void
  let err: @Sendable (String) -> Void
  let errIsTerminal: Bool
  let outIsTerminal: Bool
  /// The name of whoever is signed in to the machine, where there is one.
  var systemUser: @Sendable () -> String = { "" }
  /// For whom sudo runs the program as another account, where it does.
  var caller: @Sendable () -> Caller? = { nil }
  /// Whether a person has asked the run to end.
  var isStopped: @Sendable () -> Bool = { false }

  @TaskLocal static var current = Surroundings.real

  static let real = Surroundings(
    variable: { name in getenv(name).map { String(cString: $0) } },
    folder: FileManager.default.currentDirectoryPath,
    out: { write($0, to: 1) }, err: { write($0, to: 2) },
    errIsTerminal: isatty(2) == 1, outIsTerminal: isatty(1) == 1, systemUser: { NSUserName() },
    caller: { Caller.ofSudo() }, isStopped: { StopSign.isRaised })

  /// Whether something could not be printed: the disk is full, or whoever was listening has gone.
  static let hasLostWords = Atomic(false)

  private static func write(_ text: String, to file: Int32) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Foundation.write(file, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      if count <= 0 {
        if file == 1 { hasLostWords.store(true, ordering: .relaxed) }
        return
      }
      rest = rest.dropFirst(count)
    }
  }
}

extension Surroundings {
  /// Who acts: `SENDLEDGER_USER`, else for whom sudo runs the program, else the machine's user.
  ///
  /// Whatever is written is kept with a name, and two have to be had for a period to be closed, so
  /// there is no name for nobody.
  func actor() throws -> String {
    let named =
      [variable("SENDLEDGER_USER"), caller()?.name, variable("USER"), variable("LOGNAME")]
      .compactMap(\.self) + [systemUser()]
    let words = named.map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
    guard let name = words.first(where: { !$0.isEmpty }) else {
      throw Failure(
        .configuration,
        Diagnostic.error(
          "user-unknown", "nobody is named as the person who acts",
          why: "what is written to a ledger is kept with the name of whoever wrote it",
          next: "set SENDLEDGER_USER to your name, as your council writes it"))
    }
    return name
  }

  /// The day of recording: `SENDLEDGER_TODAY`, else the machine's.
  func today() throws -> Day {
    guard let text = variable("SENDLEDGER_TODAY"), !text.isEmpty else {
      let parts = Calendar(identifier: .gregorian)
        .dateComponents([.year, .month, .day], from: Date())
      guard let day = Day(year: parts.year ?? 0, month: parts.month ?? 0, day: parts.day ?? 0),
        Day.years.contains(day.year)
      else { throw Failure(.configuration, Surroundings.noDay("the machine's clock")) }
      return day
    }
    guard let day = Day(text) else {
      throw Failure(.configuration, Surroundings.noDay("SENDLEDGER_TODAY"))
    }
    return day
  }

  /// Whoever acts, on the day of recording.
  func officer() throws -> Officer { Officer(try actor(), on: try today()) }

  /// What vouches for who acts, and for the day: sudo, unless either is given by hand.
  func vouching() -> OpenLedger.Vouching {
    let isByHand = ["SENDLEDGER_USER", "SENDLEDGER_TODAY"].contains {
      !(variable($0) ?? "").isEmpty
    }
    if isByHand { return .givenByHand }
    return caller() == nil ? .not : .signedIn
  }

  /// How long to wait for another run that writes: a minute, or the seconds that `SENDLEDGER_WAIT` gives.
  func patience() throws -> Patience {
    let text = variable("SENDLEDGER_WAIT") ?? ""
    guard let seconds = text.isEmpty ? 60 : Int(text), (0...3600).contains(seconds) else {
      throw Failure(
        .configuration,
        Diagnostic.error(
          "wait-unreadable", "SENDLEDGER_WAIT is not a number of seconds from 0 to 3600",
          next: "leave it unset, and the program waits for a minute"))
    }
    return Patience(seconds: seconds) { [console = Console.current] in
      console.say("Another run is writing to the ledger. Waiting for it, for up to \(seconds) s.")
    }
  }

  /// A file as it was typed.
  func file(_ typed: String) -> GivenFile { GivenFile(typed, at: path(typed)) }

  private static func noDay(_ what: String) -> Diagnostic {
    .error(
      "today-unknown", "\(what) does not give a day from 1900 to 2199",
      next: "set SENDLEDGER_TODAY to a day such as 2026-10-31")
  }

  /// A path as typed, from the folder in which it was typed.
  func path(_ typed: String) -> String { typed.hasPrefix("/") ? typed : folder + "/" + typed }

  /// 32 bytes of chance.
  static func chance() -> [UInt8] {
    var source = SystemRandomNumberGenerator()
    return (0..<32).map { _ in UInt8.random(in: 0...255, using: &source) }
  }

  /// 32 bytes of chance, or those that `SENDLEDGER_SALT` gives in hexadecimal digits.
  func salt() throws -> [UInt8] {
    guard let text = variable("SENDLEDGER_SALT"), !text.isEmpty else { return Self.chance() }
    guard let digest = Digest(text) else {
      throw Failure(
        .configuration,
        Diagnostic.error(
          "salt-unreadable", "SENDLEDGER_SALT is not 64 hexadecimal digits",
          next: "leave it unset, and the program will choose"))
    }
    return digest.bytes
  }
}
