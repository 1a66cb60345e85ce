using System.IO.Compression;
using Parquet;
using Parquet.Schema;

namespace VotingSim.Experiments.Store;

/// <summary>How the columns of a Parquet file are laid down: small, and the same bytes on every processor.</summary>
/// <remarks>
/// Words by dictionary, whole numbers as packed differences, numbers byte by byte, so that like bytes of a column stand together; then
/// Zstandard at one fixed level. The compressor is managed code, whose matches do not depend on the processor's instructions. Decision 17
/// has the measurements.
/// </remarks>
internal static class RowEncoding
{
    /// <summary>The options for a file with these columns.</summary>
    public static ParquetOptions For(IEnumerable<DataField> fields)
    {
        var options = new ParquetOptions { CompressionMethod = CompressionMethod.Zstd, CompressionLevel = CompressionLevel.Fastest };
        foreach (var field in fields)
        {
            options.ColumnEncodingHints[field.Path.ToString()] = Of(field);
        }

        return options;
    }

    // Where a number can be undefined, its values are few, and repeat as they are.
    private static EncodingHint Of(DataField field) => field.ClrType switch
    {
        var type when type == typeof(bool) => EncodingHint.Default,
        var type when type == typeof(int) || type == typeof(long) => EncodingHint.DeltaBinaryPacked,
        var type when type == typeof(double) => field.IsNullable ? EncodingHint.Default : EncodingHint.ByteSplitStream,
        _ => EncodingHint.Dictionary,
    };
}
