import Funding

/// The records filed under the words that were asked for last, as far as they have been read.
///
/// Within a snapshot, and within a piece of writing, records are only ever added. So what was read of a word
/// stays as it is, and only what came after it is read the next time: the rule for each row of a file asks what
/// stands for its plan line, more than once.
struct FiledRecords {
  private var words: [String: Filed] = [:]
  private var count = 0

  private struct Filed {
    var records: [JournalRecord] = []
    /// All of them up to this number have been read.
    var end = 0
  }

  /// More records than this are not kept: the words are begun afresh then.
  private let most: Int

  init(most: Int = 4096) { self.most = most }

  /// The records under a word, up to a number.
  ///
  /// `read` reads those from a number on, up to the same end.
  mutating func records(
    under word: String, through end: Int, _ read: (Int) throws -> [JournalRecord]
  ) rethrows -> [JournalRecord] {
    var filed = words.removeValue(forKey: word) ?? Filed()
    count -= filed.records.count
    if filed.end < end {
      filed.records += try read(filed.end + 1)
      filed.end = end
    }
    if count + filed.records.count > most {
      words = [:]
      count = 0
    }
    if filed.records.count <= most / 2 {
      words[word] = filed
      count += filed.records.count
    }
    return filed.end == end ? filed.records : filed.records.filter { $0.number <= end }
  }
}
