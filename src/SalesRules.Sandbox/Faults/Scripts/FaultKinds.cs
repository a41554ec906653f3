using System.Collections.Frozen;
using System.Text.Json;
using SalesRules.Sandbox.Faults.Changes;
using SalesRules.Sandbox.Faults.Conditions;
using SalesRules.Sandbox.Faults.Replies;
using SalesRules.Sandbox.Faults.Rows;

namespace SalesRules.Sandbox.Faults.Scripts;

/// <summary>Every kind of fault, by the name that scripts use.</summary>
internal static class FaultKinds
{
    private static readonly FrozenDictionary<string, Type> ByName = new[]
    {
        typeof(DelayFault), typeof(ServerErrorFault), typeof(ApiErrorFault), typeof(LostReplyFault), typeof(TornBodyFault), typeof(HtmlPageFault),
        typeof(QueryTimeoutFault), typeof(ConcurrentLimitFault), typeof(PermissionLostFault), typeof(SignInRefusedFault),
        typeof(SessionExpiredFault), typeof(DailyLimitFault), typeof(CursorGoneFault), typeof(PageOverlapFault), typeof(ClockSkewFault),
        typeof(RowLockFault), typeof(ValidationErrorFault), typeof(PermissionErrorFault), typeof(RequiredFieldFault), typeof(RowErrorFault),
        typeof(FlowFault), typeof(LateVisibilityFault), typeof(EqualStampsFault),
        typeof(EditFault), typeof(DeleteFault), typeof(UndeleteFault), typeof(MergeFault), typeof(FieldAccessFault), typeof(RetiredValueFault),
    }.ToFrozenDictionary(NameOf, StringComparer.OrdinalIgnoreCase);

    /// <summary>All names, sorted.</summary>
    public static IEnumerable<string> Names => ByName.Keys.Order(StringComparer.Ordinal);

    public static Type? Find(string name) => ByName.GetValueOrDefault(name);

    /// <summary><c>lostReply</c> for <see cref="LostReplyFault"/>.</summary>
    public static string NameOf(Type type) => JsonNamingPolicy.CamelCase.ConvertName(type.Name[..^nameof(Fault).Length]);
}
