namespace SalesRules.Plans;

/// <summary>A plan whose content is not what its hash says: somebody changed it after it was made.</summary>
public sealed class EditedPlanException : Exception
{
    public EditedPlanException()
        : base("The plan was changed after it was made: its hash does not fit its content. Make a new one with `salesrules plan --out`.")
    {
    }

    public EditedPlanException(string message)
        : base(message)
    {
    }

    public EditedPlanException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
