namespace SalesRules.Policies.Reading.Yaml;

/// <summary>The text is no YAML that a policy could be written in; nothing can be said about its keys.</summary>
internal sealed class UnreadableYamlException(int line, int column, string sentence, Exception? cause = null) : Exception(sentence, cause)
{
    public int Line => line;

    public int Column => column;
}
