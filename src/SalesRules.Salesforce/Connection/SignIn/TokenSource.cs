namespace SalesRules.Salesforce.Connection.SignIn;

/// <summary>Holds the current token and lets one sign-in at a time happen, whose result everyone who waits for it shares.</summary>
internal sealed class TokenSource(Func<CancellationToken, Task<AccessToken>> signInAsync)
{
    private readonly Lock gate = new();
    private AccessToken? current;
    private Task<AccessToken>? signingIn;

    /// <summary>The current token; signs in if there is none.</summary>
    public Task<AccessToken> GetAsync(CancellationToken cancellationToken) => NewerThanAsync(null, cancellationToken);

    /// <summary>
    /// A token other than the refused one. If someone has signed in since that one was used, theirs is returned at once.
    /// </summary>
    public Task<AccessToken> NewerThanAsync(AccessToken? refused, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            if (current is not null && !ReferenceEquals(current, refused))
                return Task.FromResult(current);
            // A failure is shared as well: a hundred waiters must not become a hundred refused sign-ins.
            if (signingIn is null or { IsCompleted: true })
                signingIn = Task.Run(SignInAsync, CancellationToken.None);
            return signingIn.WaitAsync(cancellationToken);
        }
    }

    // Runs on behalf of all who wait, so no single caller's cancellation ends it; the call's own timeout does.
    private async Task<AccessToken> SignInAsync()
    {
        var token = await signInAsync(CancellationToken.None);
        lock (gate)
            current = token;
        return token;
    }
}
