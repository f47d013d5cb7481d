/// The element of school funding that a sum belongs to.
///
/// Element 1 is the basic sum for every pupil, element 2 the first £6,000 of extra help, element 3
/// the top-up above both, and a place is elements 1 and 2 together in a special setting.
public enum Element: String, Hashable, Sendable, CaseIterable {
  case one = "1"
  case two = "2"
  case three = "3"
  case place
  case none
}
