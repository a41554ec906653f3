using System.Globalization;
using System.Text;

namespace SalesRules.Fuzzing;

/// <summary>Makes broken input out of sound input: the same seed makes the same.</summary>
internal sealed class Mutator(int seed, params string[] words)
{
    private static readonly string[] Always =
        ["", "null", "0", "-1", "1e400", "99999999999999999999999999999999", "\"", "'", "{", "}", "[", "]", ":", ",", "\n", "\r\n", "\t", "\0", "\uFEFF", "\u2028", "é", "💥", "true", "\\", "\\u0000", "- ", "#"];

    private readonly Random chance = new(seed);
    private readonly byte[][] dictionary = [.. Always.Concat(words).Select(Encoding.UTF8.GetBytes)];

    /// <summary>How many inputs a fuzz test tries: SALESRULES_FUZZ, else few enough for every build.</summary>
    public static int Inputs(int everyBuild) =>
        int.TryParse(Environment.GetEnvironmentVariable("SALESRULES_FUZZ"), NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? asked : everyBuild;

    /// <summary>The sample with one to eight injuries.</summary>
    public byte[] Mutate(byte[] sample)
    {
        var bytes = new List<byte>(sample);
        for (var injuries = 1 + chance.Next(8); injuries > 0; injuries--)
            Injure(bytes);
        return [.. bytes];
    }

    /// <summary>The sample with one to eight injuries, as a text: what is no text any more is replaced.</summary>
    public string Mutate(string sample) => Encoding.UTF8.GetString(Mutate(Encoding.UTF8.GetBytes(sample)));

    private void Injure(List<byte> bytes)
    {
        var at = chance.Next(bytes.Count + 1);
        var length = Math.Min(chance.Next(1, 40), bytes.Count - at);
        switch (chance.Next(6))
        {
            case 0 when bytes.Count > 0:
                bytes[Math.Min(at, bytes.Count - 1)] = (byte)chance.Next(256);
                break;
            case 1:
                bytes.RemoveRange(at, length);
                break;
            case 2:
                bytes.InsertRange(chance.Next(bytes.Count + 1), bytes.GetRange(at, length));
                break;
            case 3:
                bytes.RemoveRange(at, bytes.Count - at);
                break;
            case 4:
                bytes.RemoveRange(at, length);
                goto default;
            default:
                bytes.InsertRange(at, dictionary[chance.Next(dictionary.Length)]);
                break;
        }
    }
}
