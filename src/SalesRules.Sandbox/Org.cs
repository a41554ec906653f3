using SalesRules.Sandbox.Saving;
using SalesRules.Sandbox.Schema;
using SalesRules.Sandbox.Schema.Package;
using SalesRules.Sandbox.Store;

namespace SalesRules.Sandbox;

/// <summary>The org behind the server: schema, records, users and the rules of saving, without any HTTP.</summary>
public sealed class Org : IDisposable
{
    public Org(SandboxOptions options, TimeProvider clock)
    {
        Options = options;
        Clock = clock;
        Schema = OrgSchema.Build(options.Stages, SfdxPackage.Embedded());
        Store = new OrgStore(Schema);
    }

    public SandboxOptions Options { get; }
    public TimeProvider Clock { get; }
    public OrgSchema Schema { get; }
    public OrgStore Store { get; }

    /// <summary>Runs a read that sees no write half done; enumerate fully before returning.</summary>
    public T Read<T>(Func<OrgStore, T> read) => Store.Read(read);

    /// <summary>Runs a transaction; an exception undoes all of it. <paramref name="userId"/> null is the admin user.</summary>
    public T Write<T>(Func<OrgTransaction, T> write, string? userId = null) =>
        Store.Write(_ => write(new OrgTransaction(this, userId ?? "", Now())));

    /// <summary>The clock in the resolution in which Salesforce stores datetimes: whole seconds, UTC.</summary>
    public DateTimeOffset Now()
    {
        var now = Clock.GetUtcNow();
        return new DateTimeOffset(now.Ticks - (now.Ticks % TimeSpan.TicksPerSecond), TimeSpan.Zero);
    }

    public void Dispose() => Store.Dispose();
}
