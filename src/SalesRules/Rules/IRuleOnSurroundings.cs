namespace SalesRules.Rules;

/// <summary>A rule that rests on something around the deal. Where that was not read, or cannot be, the rule does not run.</summary>
public interface IRuleOnSurroundings : IRule
{
    Surrounding RestsOn { get; }

    /// <summary>Whether the outcome for that deal, which is within the rule's reach, depends on it: a read costs a call.</summary>
    bool AsksOf(Deal deal);
}
