namespace SalesRules.Sandbox.Generation;

/// <summary>Seeded choices: the same seed makes the same choices, on every machine.</summary>
internal sealed class Chance(int seed)
{
    private readonly Random random = new(seed);

    /// <summary>Independent choices for one part of the work, so that a change there leaves the rest as it is.</summary>
    public Chance Branch() => new(random.Next());

    /// <summary>A whole number, both ends included.</summary>
    public int Between(int lowest, int highest) => random.Next(lowest, highest + 1);

    /// <summary>True in this share of 100 cases.</summary>
    public bool Percent(int share) => random.Next(100) < share;

    public T Pick<T>(IReadOnlyList<T> choices) => choices[random.Next(choices.Count)];

    /// <summary>Several different ones, as many as there are at most.</summary>
    public IReadOnlyList<T> PickSeveral<T>(IReadOnlyList<T> choices, int count)
    {
        var shuffled = choices.ToArray();
        random.Shuffle(shuffled);
        return shuffled[..Math.Min(count, shuffled.Length)];
    }

    /// <summary>One of the choices, each as likely as its weight.</summary>
    public T PickWeighted<T>(IReadOnlyList<(T Choice, int Weight)> choices)
    {
        var point = random.Next(choices.Sum(choice => choice.Weight));
        foreach (var (choice, weight) in choices)
        {
            if (point < weight)
                return choice;
            point -= weight;
        }
        throw new ArgumentException("The weights add up to nothing.", nameof(choices));
    }
}
