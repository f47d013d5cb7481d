import ArgumentParser
import Bookkeeping
import Foundation
import Funding
import Importing
import Storage

/// A file with an officer's private key: it is theirs alone, and in no ledger's folder.
struct KeyFile {
  private let typed: String
  private let path: String

  init(_ typed: String) {
    self.typed = typed
    path = Surroundings.current.path(typed)
  }

  private static let lead = "sendledger private key "

  /// Makes a key, in a file that is not there yet.
  ///
  /// - Returns: its public half.
  func make() async throws -> PublicKey {
    try requireOutsideLedgers()
    var facts = stat()
    guard lstat(path, &facts) != 0 else {
      throw Failure(
        .cannotCreate,
        Diagnostic.error(
          "output-exists", "\(typed) is there already",
          why: "a key is never written over: what it signed could not be signed again",
          next: "give another name"))
    }
    let seed = Surroundings.chance()
    guard let key = PrivateKey(seed) else { preconditionFailure("any 32 bytes are a key") }
    try await OutputFile(path: path).write(
      KeyFile.lead + hexadecimal(seed) + "\n", replacing: false)
    return key.publicKey
  }

  /// The key in the file, which nobody else can read.
  func privateKey() throws -> PrivateKey {
    guard let key = try read().key else { throw unreadable }
    return key
  }

  /// A public key as it was typed, or from a file that holds it or its private half.
  static func publicKey(_ typed: String) throws -> PublicKey {
    if let key = PublicKey(typed.filter { $0 != " " }.lowercased()) { return key }
    let file = KeyFile(typed)
    let (text, key) = try file.read()
    guard let found = key?.publicKey ?? PublicKey(text.filter { !$0.isWhitespace }.lowercased())
    else {
      throw file.unreadable
    }
    return found
  }

  /// What stands in the file, and the private key that it is.
  private func read() throws -> (text: String, key: PrivateKey?) {
    let bytes: [UInt8]
    do {
      bytes = try SourceFile.bytes(path, upTo: 1000)
    } catch {
      throw Failure(.cannotOpen, error == .notFound ? missing : error.diagnostic(typed))
    }
    let text = String(decoding: bytes, as: UTF8.self)
    let digits = text.split(whereSeparator: \.isNewline).first?.dropFirst(KeyFile.lead.count)
    guard text.hasPrefix(KeyFile.lead), let digits, let seed = hexadecimalBytes(String(digits)),
      let key = PrivateKey(seed)
    else { return (text, nil) }
    try requireOutsideLedgers()
    var facts = stat()
    guard stat(path, &facts) == 0, facts.st_mode & 0o077 == 0 else {
      throw notPrivate(
        "others on this machine can read or change it", "take it from them: chmod 600")
    }
    return (text, key)
  }

  /// Refuses a place in the folder of a ledger, which is copied and shown with all that is in it.
  private func requireOutsideLedgers() throws {
    let file = URL(fileURLWithPath: path)
    // Where links lead: that of a file that is there, and those of the folders it would be made in.
    for place in [
      file.resolvingSymlinksInPath().deletingLastPathComponent(),
      file.deletingLastPathComponent().resolvingSymlinksInPath(),
    ] {
      var folder = place
      while folder.path != "/" {
        for name in ["ledger.sqlite", "register.sqlite"]
        where FileManager.default.fileExists(atPath: folder.appendingPathComponent(name).path) {
          throw notPrivate("it would be in a ledger's folder", "keep it in a folder of your own")
        }
        folder.deleteLastPathComponent()
      }
    }
  }

  private func notPrivate(_ problem: String, _ next: Remedy) -> Failure {
    Failure(
      .refused,
      Diagnostic.error(
        "key-not-private", "\(typed) is no place for a private key: \(problem)",
        why: "whoever has the key, or writes to the ledger, could sign in the officer's name",
        next: next))
  }

  private var missing: Diagnostic {
    .error(
      "file-not-found", "there is no key \(PlainWords.quoted(path: typed, else: "in such a file"))",
      next: "name the file of a key, or type the 64 digits of a public key")
  }

  private var unreadable: Failure {
    Failure(
      .badInput,
      Diagnostic.error(
        "key-unreadable", "\(typed) holds no key",
        why: "a key is 64 hexadecimal digits, and a private key is a file of its own form",
        next: "name the file that was made by: sendledger audit key make FILE"))
  }
}

/// With which key a month is signed as it is closed.
struct SigningOptions: ParsableArguments {
  @Option(name: .long, help: "The file of your private key, if you have one that was adopted.")
  var key: String?

  func signing() throws -> Signing? {
    guard let key = try key.map({ try KeyFile($0).privateKey() }) else { return nil }
    return { key.signature(of: $0) }
  }
}
