extension Document {
  /// The style of the HTML: one column of text, wide tables that scroll, and A4 paper.
  static let style = """
    :root { color-scheme: light; }
    * { box-sizing: border-box; }
    body { margin: 0 auto; padding: 1.5rem 1rem 4rem; max-width: 46rem; color: #1a1a1a;
      background: #fff; font: 1.0625rem/1.55 Georgia, "Liberation Serif", serif; }
    h1, h2, h3, .subtitle, .imprint, nav, table, figcaption, .notes, summary, .skip
      { font-family: Helvetica, Arial, "Liberation Sans", sans-serif; }
    h1 { font-size: 2rem; line-height: 1.15; margin: 0 0 .5rem; }
    h2 { font-size: 1.4rem; line-height: 1.2; margin: 2.75rem 0 .75rem; padding-top: .75rem;
      border-top: 3px solid #1b4f8a; }
    .subtitle { font-size: 1.1rem; margin: 0; }
    .imprint { color: #595959; font-size: .9rem; margin: .25rem 0 1.5rem; }
    nav ol { columns: 2; padding-left: 1.5rem; margin: 0; font-size: .95rem; line-height: 1.9; }
    a { color: #1b4f8a; }
    a:focus-visible, [tabindex]:focus-visible, summary:focus-visible
      { outline: 3px solid #c46a00; outline-offset: 2px; }
    .skip { position: absolute; left: -99rem; background: #fff; padding: .5rem; }
    .skip:focus { left: 1rem; top: .5rem; }
    .lead { font-size: 1.2rem; line-height: 1.45; border-left: 5px solid #1b4f8a;
      padding-left: .9rem; }
    .table { overflow-x: auto; margin: 1.25rem 0 .5rem;
      background: linear-gradient(to left, #fff 2rem, #fff0) right / 3rem 100% no-repeat local,
        linear-gradient(to left, #1b4f8a55, #fff0) right / 1rem 100% no-repeat scroll, #fff; }
    table { border-collapse: collapse; font-size: .875rem; line-height: 1.35; width: 100%;
      font-variant-numeric: tabular-nums; }
    .wide { width: min(72rem, 100vw - 3rem); margin-left: calc(50% - min(36rem, 50vw - 1.5rem)); }
    caption { text-align: left; font-weight: bold; padding-bottom: .4rem; }
    caption span { position: sticky; left: 0; display: inline-block;
      max-width: calc(100vw - 2rem); }
    th, td { padding: .25rem .6rem .25rem 0; text-align: left; vertical-align: bottom;
      font-weight: normal; }
    tbody th { min-width: 9rem; }
    tbody:not(:first-of-type) .group th { padding-top: 1rem; }
    tr:not(.group) > th:first-child { position: sticky; left: 0; background: #fff; }
    td { min-width: 6rem; }
    td.number { min-width: 0; white-space: nowrap; }
    thead th { border-top: 2px solid #1a1a1a; border-bottom: 1px solid #1a1a1a;
      font-weight: bold; }
    tbody:last-child { border-bottom: 2px solid #1a1a1a; }
    tbody tr + tr > * { border-top: 1px solid #d9d9d9; }
    .group th { font-weight: bold; padding-top: .8rem; }
    .summary > *, tr.summary > th:first-child { font-weight: bold; background: #f0f3f7; }
    .number { text-align: right; padding-right: .3rem; padding-left: .5rem; }
    .number + :not(.number) { padding-left: .9rem; }
    .notes { font-size: .85rem; line-height: 1.45; color: #3d3d3d; }
    .notes p { margin: .35rem 0; }
    figure { margin: 1.5rem 0; }
    figcaption { font-weight: bold; font-size: .95rem; margin-bottom: .4rem; }
    svg { display: block; width: 100%; max-width: 34rem; height: auto; }
    summary { cursor: pointer; font-size: .9rem; padding: .5rem 0; }
    dt { font-weight: bold; }
    dd { margin: 0 0 .6rem; overflow-wrap: anywhere; }
    pre { overflow-x: auto; background: #f0f3f7; padding: .75rem; font-size: .9rem; }
    @media (max-width: 34rem) {
      body { font-size: 1rem; }
      h1 { font-size: 1.6rem; }
      nav ol { columns: 1; }
      .wide { width: auto; margin-left: 0; }
      tbody th { min-width: 7.5rem; }
      th, td { padding-right: .45rem; }
    }
    @media print {
      @page { size: A4; margin: 16mm 16mm 18mm; }
      body { max-width: none; padding: 0; font-size: 10pt; line-height: 1.4; }
      nav, details, .skip { display: none; }
      h1 { font-size: 20pt; }
      h2 { font-size: 14pt; margin-top: 7mm; }
      h2, h3, figcaption, caption, .group, dt { break-after: avoid; }
      .lead { font-size: 11.5pt; }
      .lead, figure, .table, tr, pre, dt + dd { break-inside: avoid; }
      .table, .wide { overflow: visible; width: auto; margin: 4mm 0 2mm; }
      caption span, tr:not(.group) > th:first-child { position: static; max-width: none; }
      table { font-size: 7pt; line-height: 1.2; }
      tbody th { min-width: 46mm; }
      th, td { padding: .4mm 1.5mm .4mm 0; }
      .number { padding-left: 1mm; }
      .number + :not(.number) { padding-left: 2.5mm; }
      tbody tr:first-child > * { padding-top: .8mm; }
      td { overflow-wrap: break-word; min-width: 0; }
      thead { display: table-header-group; }
      .notes { font-size: 7.5pt; line-height: 1.3; }
      svg { width: auto; max-width: 115mm; max-height: 232mm; }
      p, li { orphans: 3; widows: 3; }
      pre { white-space: pre-wrap; }
      * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
    }
    """
}
