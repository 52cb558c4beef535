namespace Bolt.Runtime;

/// <summary>The text that <see cref="Exception.ToString"/> gives, byte for byte, appended in pieces.</summary>
[ZeroAlloc]
internal static class ExceptionText
{
    /// <summary>Whether the text can be put together here; else the exception is to be asked for it.</summary>
    internal static bool IsKnown(Exception exception) => ExceptionMembers.AreKnown && ExceptionTypes.ArePlain(exception);

    /// <summary>Appends the text of an exception that <see cref="IsKnown"/>.</summary>
    internal static void Append(ValueBuffer values, Exception exception, string? message, in StackText stack)
    {
        values.Text(exception.GetType().ToString());
        if (!string.IsNullOrEmpty(message))
        {
            values.Text(": ");
            values.Text(message);
        }

        if (exception.InnerException is { } inner)
        {
            values.Text(ExceptionMembers.BeforeInner);
            if (IsKnown(inner))
                Append(values, inner, inner.Message, new StackText(inner));
            else
                values.Text(OwnOf(inner));

            values.Text(ExceptionMembers.AfterInner);
        }

        if (!stack.IsEmpty)
            stack.Append(values);
    }

    /// <summary>The text that the exception makes itself.</summary>
    [AllowAllocation("The type's own ToString makes a string.")]
    internal static string OwnOf(Exception exception) => exception.ToString();
}
