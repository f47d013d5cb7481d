import Foundation

/// The person for whom sudo runs the program as another account.
struct Caller: Sendable {
  /// Their login, as the machine keeps it.
  let name: String
  private let user: uid_t
  private let groups: Set<gid_t>

  /// Nobody but sudo starts the program as the account that keeps a ledger, and sudo says itself for whom.
  ///
  /// - Returns: none for root, who needs no sudo; and none where the program's file would lend the account out.
  static func ofSudo() -> Caller? {
    guard let user = getenv("SUDO_UID").flatMap({ uid_t(String(cString: $0)) }),
      getuid() == geteuid(), geteuid() != 0, user != 0, user != geteuid(),
      let login = getpwuid(user)?.pointee
    else { return nil }
    var groups = [gid_t](repeating: login.pw_gid, count: 1_024)
    var count = Int32(groups.count)
    guard getgrouplist(login.pw_name, login.pw_gid, &groups, &count) >= 0 else { return nil }
    return Caller(
      name: String(cString: login.pw_name), user: user, groups: Set(groups.prefix(Int(count))))
  }

  /// Whether the program runs as the account that keeps the ledger of a folder: folder and files are its own, no
  /// link among them, and nobody but it and root can put others in their place.
  func runsAsKeeper(of folder: String) -> Bool {
    let isOwn = ["ledger.sqlite", "register.sqlite"].allSatisfy { name in
      var facts = stat()
      return lstat("\(folder)/\(name)", &facts) == 0 && facts.st_uid == geteuid()
        && facts.st_mode & S_IFMT == S_IFREG
    }
    return isOwn
      && Caller.above(folder).allSatisfy { path in
        var facts = stat()
        return lstat(path, &facts) == 0 && [0, geteuid()].contains(facts.st_uid)
          && facts.st_mode & S_IFMT == S_IFDIR
          && (facts.st_mode & 0o022 == 0 || facts.st_mode & S_ISVTX != 0)
      }
  }

  /// Whether they might put a file into a folder themselves.
  func mayWrite(in folder: String) -> Bool {
    let place = URL(fileURLWithPath: folder).resolvingSymlinksInPath().path
    return may(0o3, at: place) && Caller.above(place).allSatisfy { may(0o1, at: $0) }
  }

  /// A folder, and those in which it stands.
  private static func above(_ folder: String) -> some Sequence<String> {
    sequence(first: folder) { $0 == "/" ? nil : ($0 as NSString).deletingLastPathComponent }
  }

  /// Whether they have rights to a folder: 1 to go through it, 2 to write, as one of its three digits.
  private func may(_ rights: mode_t, at path: String) -> Bool {
    var facts = stat()
    guard stat(path, &facts) == 0, facts.st_mode & S_IFMT == S_IFDIR else { return false }
    let shift: mode_t = facts.st_uid == user ? 6 : groups.contains(facts.st_gid) ? 3 : 0
    return facts.st_mode >> shift & rights == rights
  }
}

extension Surroundings {
  /// The mode of a folder that is made: its owner's alone; of the account that acts for somebody, its group's too.
  var folderMode: mode_t { caller() == nil ? 0o700 : 0o750 }
}
