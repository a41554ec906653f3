using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace SalesRules.Host.Evaluation;

/// <summary>Cuts one record into its cells.</summary>
internal sealed class CsvRecordParser : IDisposable
{
    private readonly OneRecordReader feed = new();
    private readonly CsvParser parser;

    public CsvRecordParser(char separator) =>
        parser = new CsvParser(feed, new CsvConfiguration(CultureInfo.InvariantCulture) { Mode = CsvMode.RFC4180, BadDataFound = null, Delimiter = separator.ToString() });

    public string[] Parse(string record)
    {
        feed.Give(record);
        return parser.Read() ? parser.Record ?? [] : [];
    }

    public void Dispose() => parser.Dispose();

    /// <summary>Hands the parser one record at a time and no more, so that it never looks into the next.</summary>
    private sealed class OneRecordReader : TextReader
    {
        private string record = "";
        private int position;

        public void Give(string next)
        {
            record = next + "\n";
            position = 0;
        }

        public override int Read(char[] buffer, int index, int count)
        {
            var length = Math.Min(count, record.Length - position);
            record.CopyTo(position, buffer, index, length);
            position += length;
            return length;
        }
    }
}
