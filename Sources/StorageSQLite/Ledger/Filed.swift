/// What is filed under the words that were asked for last, as far as it has been read: records under a word, or
/// postings under a plan line.
///
/// Within a snapshot, and within a piece of writing, records are only ever added. So what was read of a word
/// stays as it is, and only what came after it is read the next time: the rule for each row of a file asks what
/// stands for its plan line, more than once.
struct Filed<Item> {
  private var words: [String: Under] = [:]
  private var count = 0

  private struct Under {
    var items: [Item] = []
    /// All of them up to this record have been read.
    var end = 0
  }

  /// More than this many are not kept: the words are begun afresh then.
  private let most: Int
  /// The number of the record that one is of.
  private let record: (Item) -> Int

  init(most: Int, record: @escaping (Item) -> Int) {
    self.most = most
    self.record = record
  }

  /// What is under a word, up to a record.
  ///
  /// `read` reads what is of a record and those after it, up to the same end.
  mutating func items(
    under word: String, through end: Int, _ read: (Int) throws -> [Item]
  ) rethrows -> [Item] {
    var under = words.removeValue(forKey: word) ?? Under()
    count -= under.items.count
    if under.end < end {
      under.items += try read(under.end + 1)
      under.end = end
    }
    if count + under.items.count > most {
      words = [:]
      count = 0
    }
    if under.items.count <= most / 2 {
      words[word] = under
      count += under.items.count
    }
    return under.end == end ? under.items : under.items.filter { record($0) <= end }
  }
}
