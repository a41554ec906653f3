using System.CommandLine;
using SalesRules.Host.Commands;

namespace SalesRules.Host.Tests.Commands;

internal sealed class HelpTests
{
    [Test]
    public void Every_command_has_a_description_with_an_example()
    {
        var lacking = All(CommandLine.Root(TimeProvider.System)).Where(command => command.Description?.Contains("\n\nExample: salesrules ", StringComparison.Ordinal) != true);

        Assert.That(lacking.Select(command => command.Name), Is.Empty);
    }

    private static IEnumerable<Command> All(Command command) => command.Subcommands.SelectMany(All).Prepend(command);
}
