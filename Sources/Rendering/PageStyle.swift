/// How a page looks, on a screen and on paper.
enum PageStyle {
  /// Sizes for a family: 19 pixels on a screen, 14 points on paper.
  static let family =
    shared + """
      body{font-size:1.1875rem;line-height:1.3158;max-width:42em}
      p{max-width:33em}
      @media print{body{font-size:14pt}}

      """

  /// Sizes for finance: 16 pixels on a screen, 10 points on paper, and the width of a table.
  static let finance =
    shared + """
      body{font-size:1rem;line-height:1.4;max-width:72em}
      p{max-width:44em}
      main dt{flex:0 1 14em}
      main dd:not(.n){text-align:left;flex:1 1 24em;max-width:44em}
      @media print{body{font-size:10pt}table{break-inside:avoid}}

      """

  private static let shared = """
    :root{color:#0b0c0c;background:#fff;font-family:Arial,Helvetica,sans-serif}
    body{margin:0 auto;padding:1.25rem}
    .skip{position:absolute;left:-999em}
    .skip:focus{position:static}
    a{color:#1d70b8}
    h1{font-size:1.7em;line-height:1.15;margin:1.2em 0 .6em}
    h2{font-size:1.25em;line-height:1.2;margin:2em 0 .6em}
    p{margin:0 0 .8em}
    dl{margin:0 0 1.2em}
    dl>div{display:flex;flex-wrap:wrap;gap:.2em 1.5em;padding:.5em 0;border-bottom:1px solid #b1b4b6}
    dt{flex:1 1 14em;font-weight:bold}
    dd{flex:1 1 8em;margin:0}
    main dd{text-align:right}
    header dl>div{border:0;padding:.1em 0}
    header dt{flex:0 0 5em}
    header dd{flex:1 1 10em;min-width:0}
    dd,footer{overflow-wrap:anywhere}
    table{border-collapse:collapse;width:100%;margin:0 0 1.4em}
    caption{text-align:left;font-weight:bold;padding:.3em 0}
    th,td{text-align:left;vertical-align:top;padding:.5em .8em .5em 0;border-bottom:1px solid #b1b4b6;font-weight:normal}
    thead th{font-weight:bold;border-bottom:2px solid #0b0c0c}
    .n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
    th.n{white-space:normal}
    tr>.n:first-child{width:1%}
    .n+td:not(.n),.n+th:not(.n){padding-left:1em}
    .w{white-space:nowrap}
    td.d,th.d{white-space:nowrap}
    th:last-child,td:last-child{padding-right:0}
    tr.total th,tr.total td{font-weight:bold;border-top:2px solid #0b0c0c}
    .tag{display:inline-block;border:2px solid #0b0c0c;padding:0 .4em;font-weight:bold}
    figure{margin:0 0 1.4em}
    figcaption{font-weight:bold;margin-bottom:.4em}
    figcaption span{display:block;font-weight:normal;color:#505a5f}
    svg{width:100%;max-width:25em;height:auto}
    svg.steps{max-width:21.25rem}
    svg.plot{max-width:21.25em}
    footer{margin-top:2.5em;padding-top:.6em;border-top:1px solid #b1b4b6;color:#505a5f}
    @page{size:A4;margin:18mm 18mm 20mm}
    @media print{.skip{display:none}body{padding:0;max-width:none}
    thead{display:table-header-group}tfoot{display:table-row-group}
    tr,figure,dl>div{break-inside:avoid}h2,h3,caption{break-after:avoid}
    p{orphans:3;widows:3}.p1{break-after:page}*{print-color-adjust:exact}}
    @media screen and (max-width:40em){main dd,main dd.n{text-align:left}table.stack thead{position:absolute;clip-path:inset(50%)}
    table.stack tr,table.stack td,table.stack th{display:block}
    table.stack tr{border-bottom:2px solid #0b0c0c;padding:.4em 0}
    table.stack td,table.stack tbody th{border:0;padding:.1em 0;text-align:left;white-space:normal;width:auto}
    table.stack .n+td:not(.n),table.stack .n+th:not(.n){padding-left:0}
    table.stack td:empty{display:none}
    table.stack tbody th{font-weight:bold}
    table.stack tbody th:empty{display:none}
    table.stack tr:not(.total) th[data-label]::before{content:attr(data-label) ": "}
    table.stack td[data-label]::before{content:attr(data-label) ": ";font-weight:bold}
    table.stack td[data-label$="?"]::before{content:attr(data-label) " "}
    table.stack tr.total td:not(.n)::before{content:none}}
    @media (forced-colors:active){svg,svg *{forced-color-adjust:none}svg{background:#fff;outline:.4em solid #fff}}

    """
}
