using System.Diagnostics.CodeAnalysis;
using SalesRules.Expressions.Compilation;
using SalesRules.Expressions.Syntax;

namespace SalesRules.Expressions;

/// <summary>An expression that can be read but whose names and types have not been looked at.</summary>
internal sealed class SyntaxTree
{
    private readonly string text;

    private SyntaxTree(string text, SyntaxNode root)
    {
        this.text = text;
        Root = root;
    }

    public SyntaxNode Root { get; }

    /// <summary>Reads the text, or says the first thing that is wrong with it.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out SyntaxTree? tree, [NotNullWhen(false)] out ExpressionProblem? problem)
    {
        (tree, problem) = (null, null);
        try
        {
            tree = new SyntaxTree(text, Parser.Parse(text));
        }
        catch (ExpressionSyntaxException refused)
        {
            problem = new ExpressionProblem(refused.Position + 1, refused.Message);
        }

        return tree is not null;
    }

    /// <summary>The expression, or every problem with its names and types.</summary>
    public ExpressionReading In(ExpressionScope scope)
    {
        var problems = new Problems(text);
        var compiler = new Compiler(scope, problems);
        return compiler.Condition(Root) is { } condition
            ? new ExpressionReading(new Expression(text, compiler.Fields, compiler.NeedsStage, condition))
            : new ExpressionReading(problems.InOrder);
    }
}
