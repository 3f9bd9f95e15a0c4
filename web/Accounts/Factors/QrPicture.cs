using System.Collections.Immutable;
using QRCoder;

namespace Matchmaker.Web.Accounts.Factors;

/// <summary>A text as a QR code.</summary>
internal static class QrPicture
{
    // The generator puts a margin around it, which the page draws by itself.
    private const int Margin = 4;

    /// <summary>Rows of 0 and 1, from the top.</summary>
    public static ImmutableArray<string> Of(string text)
    {
        using var code = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var size = code.ModuleMatrix.Count;
        return
        [
            .. code
                .ModuleMatrix.Take(size - Margin)
                .Skip(Margin)
                .Select(row =>
                    string.Concat(Enumerable.Range(Margin, size - 2 * Margin).Select(at => row[at] ? '1' : '0'))
                ),
        ];
    }
}
