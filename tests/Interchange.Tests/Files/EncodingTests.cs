using System.Text;
using Matchmaker.Interchange.Files;
using Xunit;

namespace Matchmaker.Interchange.Tests.Files;

public class EncodingTests
{
    private const string Traditional =
        "id,building_id,面積（呎）,租金 (元/呎),名稱\ns1,b1,12000,14,觀塘鴻圖道工業大廈五樓全層\ns2,b1,8000,13.5,牛頭角道單位甲\n";

    private const string Simplified = "id,building_id,楼面面积 (平方米),名称\ns1,b1,1115,观塘鸿图道工业大厦五楼\n";

    static EncodingTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Theory]
    [InlineData("utf-8", Traditional, "UTF-8")]
    [InlineData("utf-16", Traditional, "UTF-16LE")]
    [InlineData("utf-16BE", Traditional, "UTF-16BE")]
    [InlineData("big5", Traditional, "Big5-HKSCS")]
    [InlineData("gb18030", Simplified, "GB18030")]
    [InlineData("gb18030", Traditional, "GB18030")]
    [InlineData(
        "windows-1252",
        "id,building_id,name_en\ns1,b1,Café “Zoë” – Müller & Söhne, crème brûlée £14\n",
        "Windows-1252"
    )]
    public async Task The_encoding_of_a_file_is_found(string encoding, string csv, string name)
    {
        var text = Encoding.GetEncoding(encoding);
        var marked = encoding.StartsWith("utf-16", StringComparison.Ordinal) ? text.GetPreamble() : [];
        var expected = await Some.File(ListingKind.Spaces, csv);

        var file = await CsvRows.Read(
            ListingKind.Spaces,
            new MemoryStream([.. marked, .. text.GetBytes(csv)]),
            default
        );

        Assert.Equal((name, ","), (file.Found.Encoding, file.Found.Separator));
        Assert.Equal(expected.Rows.SelectMany(row => row.Cells), file.Rows.SelectMany(row => row.Cells));
        Assert.Equal(expected.Columns.Select(column => column.Name), file.Columns.Select(column => column.Name));
    }

    [Theory]
    [InlineData("名稱\n觀塘", 950)]
    [InlineData("名称\n观塘", 54936)]
    [InlineData("面积,名称\n1,五金厂", 54936)]
    [InlineData("面積,名稱\n1,五金廠", 950)]
    [InlineData("公司名稱,地址\n中華電力,九龍", 950)]
    [InlineData("公司名称,地址\n中华电力,九龙", 54936)]
    [InlineData("大廈,單位,面積\n富榮,A,1", 950)]
    public void A_few_characters_are_enough(string text, int codePage)
    {
        var bytes = CodePagesEncodingProvider.Instance.GetEncoding(codePage)!.GetBytes(text);

        var file = Interchange.Encodings.TextEncodings.Read(bytes, bytes.Length);

        Assert.Equal(codePage == 950 ? "Big5-HKSCS" : "GB18030", file.Name);
        Assert.Equal(text, file.Head());
    }

    [Fact]
    public void Characters_of_hong_kong_alone_are_read()
    {
        // 鰂魚涌 and 深水埗 are places, 𨋢 is a lift and 邨 an estate; these codes are of HKSCS-2004.
        byte[] bytes =
        [
            0x8F,
            0xDC,
            .. Big5("魚涌"),
            (byte)'\n',
            .. Big5("深水"),
            0x97,
            0xC8,
            (byte)'\n',
            .. Big5("貨"),
            0xFE,
            0x51,
        ];

        var text = Interchange.Encodings.Big5.Decode(bytes);

        Assert.NotNull(text);
        Assert.DoesNotContain('?', text);
        Assert.Equal(3, text.Split('\n').Length);
    }

    [Theory]
    [InlineData(";")]
    [InlineData("\t")]
    [InlineData("|")]
    public async Task Other_separators_are_found(string separator)
    {
        var csv = "id,building_id,area,unit\ns1,b1,\"1,200\",\"A, B\"\ns2,b1,80,\n"
            .Replace("\"1,200\"", "1200")
            .Replace("\"A, B\"", "A")
            .Replace(",", separator);

        var file = await Some.File(ListingKind.Spaces, csv);

        Assert.Equal(separator, file.Found.Separator);
        Assert.Equal(
            [
                ["s1", "b1", "1200", "A"],
                ["s2", "b1", "80", ""],
            ],
            file.Rows.Select(row => row.Cells)
        );
    }

    private static byte[] Big5(string text) => CodePagesEncodingProvider.Instance.GetEncoding(950)!.GetBytes(text);
}
