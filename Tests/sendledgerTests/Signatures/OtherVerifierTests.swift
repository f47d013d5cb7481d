import Bookkeeping
import Funding
import Storage
import TestSupport
import Testing

/// The sums of Ed25519 that docs/verify.py does by itself are those of everybody else.
struct OtherVerifierTests {
  /// A private key, its public half, a message and its signature.
  private struct Vector {
    let seed: String
    let key: String
    let message: String
    let signature: String
  }

  /// Those of RFC 8032, section 7.1.
  private static let published = [
    Vector(
      seed: "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
      key: "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", message: "",
      signature:
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e3"
        + "9701cf9b46bd25bf5f0595bbe24655141438e7a100b"),
    Vector(
      seed: "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
      key: "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", message: "72",
      signature:
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3"
        + "613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"),
    Vector(
      seed: "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
      key: "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", message: "af82",
      signature:
        "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f"
        + "760984dc6594a7c15e9716ed28dc027beceea1ec40a"),
    Vector(
      seed: "833fe62409237b9d62ec77587520911e9a759cec1d19755b7da901b96dca3d42",
      key: "ec172b93ad5e563bf4932c70e1245034c35467ef2efd4d64ebf819683467e2bf",
      message: "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"
        + "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f",
      signature:
        "dc2a4459e7369633a52b1bf277839a00201009a3efbf3ecb69bea2186c26b58909351fc9ac90b3ecfdfbc"
        + "7c66431e0303dca179c138ac17ad9bef1177331a704"),
  ]

  /// For each line the public key, and whether the signature is one: of the message, of another, and with a
  /// bit of it changed.
  private static let script = """
    import sys
    sys.path.insert(0, "docs")
    import verify
    for line in sys.argv[1:]:
        seed, key, message, signature = (bytes.fromhex(part) for part in line.split(":"))
        bit = int.from_bytes(verify.hashlib.sha256(signature).digest()[:2], "big") % 512
        wrong = bytearray(signature)
        wrong[bit // 8] ^= 1 << bit % 8
        beyond = int.from_bytes(signature[32:], "little") + verify.ORDER
        print(verify.public_key(seed) == key, verify.has_signed(key, signature, message),
              verify.has_signed(key, signature, message + b"."),
              verify.has_signed(key, bytes(wrong), message),
              verify.has_signed(seed, signature, message),
              verify.has_signed(key, signature[:32] + beyond.to_bytes(32, "little"), message))
    """

  @Test func `names are compared as docs/verify.py compares them`() throws {
    let letters =
      [
        0x20...0x24F, 0x370...0x3FF, 0x400...0x52F, 0x1E00...0x1EFF, 0x2460...0x24FF,
        0xFF00...0xFFEF,
      ]
      .flatMap { $0 } + Array(0x1D400...0x1D7FF) + [
        0x115F, 0x1160, 0x3164, 0x200B, 0x202E, 0x1F130,
      ]
    let names = letters.compactMap(Unicode.Scalar.init).map { "a.\($0)khan" }
      .filter { !$0.contains("\n") }
    let scratch = try Scratch()
    let list = try scratch.write(names.joined(separator: "\n"), to: "names.txt")
    let script =
      "import sys; sys.path.insert(0, 'docs'); import verify\n"
      + "for name in open(sys.argv[1], encoding='utf-8', newline='').read().split('\\n'):\n"
      + "    sys.stdout.buffer.write((verify.folded(name) + '\\n').encode())"
    let answer = try OtherVerifier.run(["-c", script, list])
    #expect(answer.status == 0, "\(answer)")
    let found = answer.out.split(separator: "\n", omittingEmptySubsequences: false)
    for (name, folded) in zip(names, found) {
      #expect(SeenLetters.of(name) == folded, "\(name.unicodeScalars.map(\.value))")
    }
    #expect(found.count >= names.count && names.count > 2000)
  }

  private func check(_ vectors: [Vector]) throws {
    let lines = vectors.map { "\($0.seed):\($0.key):\($0.message):\($0.signature)" }
    let answer = try OtherVerifier.run(["-c", Self.script] + lines)
    #expect(answer.status == 0)
    #expect(
      answer.out
        == String(repeating: "True True False False False False\n", count: vectors.count))
  }

  @Test func `the published examples come out, in Python and in the program`() throws {
    try check(Self.published)
    for vector in Self.published {
      let seed = try #require(hexadecimalBytes(vector.seed))
      let message = try #require(hexadecimalBytes(vector.message))
      let key = try #require(PrivateKey(seed))
      let known = try #require(PublicKey(vector.key))
      let signature = try #require(Signature(vector.signature))
      #expect(key.publicKey == known)
      #expect(key.signature(of: message) == signature)
      #expect(known.made(signature, of: message))
      #expect(!known.made(signature, of: message + [0]))
    }
  }

  @Test func `the bytes that are signed are those of the documented example`() throws {
    let page = try Project.text("docs/ENCODING.md")
    let digest = try #require(
      Digest("5d650c75ef5fb36113a0b01c51e524b1615cf120ce8a9682236d3656d14f8d82"))
    let month = try #require(Month("2026-09"))
    let bytes = ClosingHead(month, record: 128, digest: digest).bytes(in: "999")
    #expect(page.contains("\n\(String(decoding: bytes, as: UTF8.self))\n"))
    let seed = try #require(hexadecimalBytes(Self.published[0].seed))
    let signature = try #require(PrivateKey(seed)).signature(of: bytes).description
    #expect(page.contains("\n\(signature.prefix(64))\n\(signature.suffix(64))\n"))
  }

  @Test func `what the program signs, with keys made by chance, Python finds signed`() throws {
    var chance = Seeded.fresh([:])
    try check(
      try (0..<40).map { length in
        func bytes(_ count: Int) -> [UInt8] {
          (0..<count).map { _ in UInt8.random(in: 0...255, using: &chance) }
        }
        let (seed, message) = (bytes(32), bytes(length))
        let key = try #require(PrivateKey(seed))
        return Vector(
          seed: hexadecimal(seed), key: key.publicKey.description, message: hexadecimal(message),
          signature: key.signature(of: message).description)
      })
  }
}
