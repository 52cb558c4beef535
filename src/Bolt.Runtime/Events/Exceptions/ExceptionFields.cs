namespace Bolt.Runtime;

/// <summary>The parts <c>error</c>, <c>error_type</c> and <c>error_stack</c>.</summary>
[ZeroAlloc]
internal static class ExceptionFields
{
    internal static void Append(ValueBuffer values, Exception exception, RecordParts include)
    {
        string? message = null;
        bool hasMessage = false;
        values.Literal(",\"error\":"u8);
        int valueStart = values.Position;
        try
        {
            // Virtual, as is ToString below: a type of the user's may throw.
            message = exception.Message;
            hasMessage = true;
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
            if (hasMessage && ExceptionText.IsKnown(exception))
                AppendKnown(values, exception, message);
            else
                AppendOwn(values, exception, type.Length + 2 + (message?.Length ?? 0));
        }
        catch (Exception failure)
        {
            values.TakeBack(start);
            values.Literal(",\"error_stack\":"u8);
            values.Fail(values.Position, failure);
        }
    }

    private static void AppendKnown(ValueBuffer values, Exception exception, string? message)
    {
        var stack = new StackText(exception);

        // "Type: message" and no more: never thrown, nothing inside. That is said already.
        if (stack.IsEmpty && exception.InnerException is null)
            return;

        values.Literal(",\"error_stack\":"u8);
        values.StartText();
        ExceptionText.Append(values, exception, message, stack);
        values.EndText();
    }

    private static void AppendOwn(ValueBuffer values, Exception exception, int saidLength)
    {
        string text = ExceptionText.OwnOf(exception);
        if (text.Length > saidLength)
        {
            values.Literal(",\"error_stack\":"u8);
            values.Value(text);
        }
    }
}
