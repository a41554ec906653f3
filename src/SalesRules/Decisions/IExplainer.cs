namespace SalesRules.Decisions;

/// <summary>Who can say why a finding is one. Says the same at every asking, so that a sentence may be asked for late, or never.</summary>
public interface IExplainer
{
    Explanation Explain(string rule);
}
