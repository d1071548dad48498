using System.Collections.Immutable;
using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace AgaBot.Reports.Word;

/// <summary>Writes the paper form as a Word document (ISO/IEC 29500): a table of two columns with the table of actions in it.</summary>
internal static class WordSheetWriter
{
    /// <summary>Lengths in twentieths of a point: A4 with margins of 2 cm.</summary>
    private const int PageWidth = 11_906;
    private const int PageHeight = 16_838;
    private const int Margin = 1_134;
    private const int Width = PageWidth - 2 * Margin;
    private const int LabelWidth = Width * 35 / 100;
    private const int DateWidth = 1_500;
    private const int LineHeight = 560;

    /// <summary>Number of rows of a blank table, as on paper.</summary>
    private const int BlankRows = 5;

    private const string LabelShade = "EEF2F6";
    private const string Font = "Calibri";

    public static byte[] Write(WordSheet sheet)
    {
        using var file = new MemoryStream();
        using (var document = WordprocessingDocument.Create(file, WordprocessingDocumentType.Document))
        {
            MainDocumentPart main = document.AddMainDocumentPart();
            main.AddNewPart<StyleDefinitionsPart>("styles").Styles = Styles();
            main.AddNewPart<HeaderPart>("header").Header = new Header(Paragraph(sheet.Header, JustificationValues.Right));
            main.AddNewPart<FooterPart>("footer").Footer = new Footer(Paragraph(sheet.Footer, JustificationValues.Center));
            main.Document = new Document(new Body([.. Above(sheet), Form(sheet), Paragraph(""), Page()]));
        }
        return file.ToArray();
    }

    private static IEnumerable<OpenXmlElement> Above(WordSheet sheet) =>
        sheet.Above.Length == 0 ? [] : [Paragraph(sheet.Above, bold: true)];

    private static Table Form(WordSheet sheet) =>
        TableOf(
            [LabelWidth, Width - LabelWidth],
            [
                .. sheet.Title.Length == 0
                    ? []
                    : new[]
                    {
                        new TableRow(Cell(Width, [Paragraph(sheet.Title, JustificationValues.Center, bold: true)], span: 2, shade: true)),
                    },
                .. sheet.Rows.Select(RowOf),
            ]
        );

    private static TableRow RowOf(WordRow row) =>
        row.Match(
            words => new TableRow(
                new TableRowProperties(new TableRowHeight { Val = LineHeight, HeightType = HeightRuleValues.AtLeast }),
                Cell(LabelWidth, [.. Label(words)], shade: true),
                Cell(Width - LabelWidth, [.. Lines(words.Answer)])
            ),
            table => new TableRow(Cell(Width, [.. Label(table), Inner(table), Paragraph("")], span: 2))
        );

    private static IEnumerable<OpenXmlElement> Label(WordRow row) =>
        row.Note.Length == 0 ? [Paragraph(row.Label, bold: true)] : [Paragraph(row.Label, bold: true), Paragraph(row.Note)];

    private static Table Inner(WordRow.Table table)
    {
        // The nested table is narrower by the margins of its cell.
        int width = Width - 300;
        int first = width - DateWidth * (table.Headings.Length - 1);
        int[] widths = [first, .. Enumerable.Repeat(DateWidth, table.Headings.Length - 1)];
        ImmutableArray<ImmutableArray<string>> rows = table.Rows.IsEmpty
            ? [.. Enumerable.Repeat(table.Headings.Select(static _ => "").ToImmutableArray(), BlankRows)]
            : table.Rows;
        return TableOf(
            widths,
            [
                new TableRow([
                    new TableRowProperties(new TableHeader()),
                    .. table.Headings.Select((heading, column) => Cell(widths[column], [Paragraph(heading, bold: true)], shade: true)),
                ]),
                .. rows.Select(row => new TableRow([
                    new TableRowProperties(new TableRowHeight { Val = LineHeight / 2, HeightType = HeightRuleValues.AtLeast }),
                    .. row.Select((cell, column) => Cell(widths[column], [.. Lines(cell)])),
                ])),
            ]
        );
    }

    private static Table TableOf(int[] widths, TableRow[] rows) =>
        new([
            new TableProperties(
                new TableWidth { Width = Text(widths.Sum()), Type = TableWidthUnitValues.Dxa },
                Borders(),
                new TableLayout { Type = TableLayoutValues.Fixed }
            ),
            new TableGrid(widths.Select(static width => new GridColumn { Width = Text(width) })),
            .. rows,
        ]);

    private static TableBorders Borders() =>
        new(
            Line<TopBorder>(),
            Line<LeftBorder>(),
            Line<BottomBorder>(),
            Line<RightBorder>(),
            Line<InsideHorizontalBorder>(),
            Line<InsideVerticalBorder>()
        );

    private static T Line<T>()
        where T : BorderType, new() =>
        new()
        {
            Val = BorderValues.Single,
            Size = 4,
            Space = 0,
            Color = "808080",
        };

    private static TableCell Cell(int width, OpenXmlElement[] content, int span = 1, bool shade = false)
    {
        var properties = new TableCellProperties(new TableCellWidth { Width = Text(width), Type = TableWidthUnitValues.Dxa });
        if (span > 1)
            properties.Append(new GridSpan { Val = span });
        if (shade)
            properties.Append(
                new Shading
                {
                    Val = ShadingPatternValues.Clear,
                    Color = "auto",
                    Fill = LabelShade,
                }
            );
        return new TableCell([properties, .. content]);
    }

    private static IEnumerable<OpenXmlElement> Lines(string text) => text.Split('\n').Select(static line => Paragraph(line));

    private static Paragraph Paragraph(string text, JustificationValues? side = null, bool bold = false)
    {
        var paragraph = new Paragraph();
        if (side is { } given)
            paragraph.Append(new ParagraphProperties(new Justification { Val = given }));
        if (text.Length > 0)
        {
            var run = new Run(new Text(text) { Space = SpaceProcessingModeValues.Preserve });
            if (bold)
                run.PrependChild(new RunProperties(new Bold()));
            paragraph.Append(run);
        }
        return paragraph;
    }

    private static Styles Styles() =>
        new(
            new DocDefaults(
                new RunPropertiesDefault(
                    new RunPropertiesBaseStyle(
                        new RunFonts
                        {
                            Ascii = Font,
                            HighAnsi = Font,
                            ComplexScript = Font,
                        },
                        new FontSize { Val = "22" },
                        new Languages { Val = "es-PE" }
                    )
                ),
                new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(new SpacingBetweenLines { Before = "40", After = "40" }))
            )
        );

    private static SectionProperties Page() =>
        new(
            new HeaderReference { Type = HeaderFooterValues.Default, Id = "header" },
            new FooterReference { Type = HeaderFooterValues.Default, Id = "footer" },
            new PageSize { Width = PageWidth, Height = PageHeight },
            new PageMargin
            {
                Top = Margin,
                Bottom = Margin,
                Left = Margin,
                Right = Margin,
                Header = 567,
                Footer = 567,
                Gutter = 0,
            }
        );

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
