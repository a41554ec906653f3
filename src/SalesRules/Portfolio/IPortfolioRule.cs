using SalesRules.Decisions;

namespace SalesRules.Portfolio;

/// <summary>One rule about a portfolio: a pure question asked of the figures of its parts, not of one deal. Its class is named as its sentence.</summary>
public interface IPortfolioRule
{
    /// <summary>The stable id of the catalogue, such as portfolio.coverage-low.</summary>
    string Id { get; }

    /// <summary>When it finds something, in a plain sentence; a key of the policy in braces stands for its value.</summary>
    string Condition { get; }

    /// <summary>Its own severity; the policy's replaces it.</summary>
    Severity Severity { get; }

    /// <summary>The keys of policy.yaml that change what it decides, beside severities.</summary>
    IReadOnlyList<string> Settings { get; }

    /// <summary>What it finds in the parts of one cut, with its own severity.</summary>
    IEnumerable<PortfolioFinding> Apply(Slicing slicing, IEnumerable<PortfolioSlice> slices);
}
