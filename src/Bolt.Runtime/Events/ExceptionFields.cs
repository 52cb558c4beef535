namespace Bolt.Runtime;

/// <summary>The parts <c>error</c>, <c>error_type</c> and <c>error_stack</c>.</summary>
[ZeroAlloc]
internal static class ExceptionFields
{
    internal static void Append(ValueBuffer values, Exception exception, RecordParts include)
    {
        string? message = null;
        values.Literal(",\"error\":"u8);
        int valueStart = values.Position;
        try
        {
            // Virtual, as is ToString below: a type of the user's may throw.
            message = exception.Message;
            values.Value(message);
        }
        catch (Exception failure)
        {
            values.Fail(valueStart, failure);
        }

        string type = exception.GetType().FullName ?? exception.GetType().Name;
        if ((include & RecordParts.ErrorType) != 0)
        {
            values.Literal(",\"error_type\":"u8);
            values.Value(type);
        }

        if ((include & RecordParts.ErrorStack) == 0)
            return;

        int start = values.Position;
        try
        {
            string text = StackOf(exception);

            // "Type: message" and no more: never thrown, nothing inside. That is said already.
            if (text.Length > type.Length + 2 + (message?.Length ?? 0))
            {
                values.Literal(",\"error_stack\":"u8);
                values.Value(text);
            }
        }
        catch (Exception failure)
        {
            values.TakeBack(start);
            values.Literal(",\"error_stack\":"u8);
            values.Fail(values.Position, failure);
        }
    }

    [AllowAllocation("An exception tells its stack only in the text that it builds.")]
    private static string StackOf(Exception exception) => exception.ToString();
}
