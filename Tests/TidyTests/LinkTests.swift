import Testing

@Suite struct LinkTests {
  @Test func `every link from a page leads to a file that is there`() {
    let broken = ProjectFiles.pages.flatMap { page in
      Links.targets(of: page.text, at: page.path).filter { !ProjectFiles.exists($0) }
        .map { Finding(page.path, 0, $0) }
    }
    #expect(broken == [])
  }

  @Test func `there are pages and links to look at`() {
    let links = ProjectFiles.pages.flatMap { Links.targets(of: $0.text, at: $0.path) }
    #expect(links.contains("docs/messages/files.md"))
  }

  @Test func `a link is read from the folder of its page`() {
    let page = """
      See [one](two.md#part), [three](../four.md) and ![five](img/six.svg "Six").
      [web](https://example.org) [here](#there)
      ```
      [code](seven.md)
      ```
      """
    #expect(
      Links.targets(of: page, at: "docs/formats/README.md")
        == ["docs/formats/two.md", "docs/four.md", "docs/formats/img/six.svg"])
  }

  @Test func `a file that is not there is known to be missing`() {
    #expect(!ProjectFiles.exists("docs/no-such-page.md"))
  }
}
