using System.Security.Cryptography;
using System.Text;
using SalesRules.Sandbox.Store;

namespace SalesRules.Sandbox;

/// <summary>The id of an org. Each generated org gets one of its own, so that journals and watermarks of another do not apply to it.</summary>
internal static class OrganizationId
{
    /// <summary>The id that the options pin, or a new one.</summary>
    public static string Choose(SandboxOptions options)
    {
        if (options.OrganizationId is not { } pinned)
            return New(options);
        return RecordId.TryParse(pinned, out var id) && id.StartsWith("00D", StringComparison.Ordinal)
            ? id
            : throw new ArgumentException($"OrganizationId {pinned} is no organization id: 15 or 18 letters and digits that start with 00D.", nameof(options));
    }

    private static string New(SandboxOptions options)
    {
        var origin = FormattableString.Invariant($"{options.Seed}/{options.Opportunities}/{options.DataFile}/{Guid.NewGuid():N}");
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(origin));
        return RecordId.To18("00D" + RecordId.ToBase62(BitConverter.ToInt64(hash) & long.MaxValue, 12));
    }
}
