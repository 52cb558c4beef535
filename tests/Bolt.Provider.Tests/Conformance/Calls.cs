using Microsoft.Extensions.Logging;

namespace Bolt.Provider.Tests.Conformance;

/// <summary>Log calls that rules share.</summary>
internal static class Calls
{
    /// <summary>Makes a call that must not throw, whatever it says.</summary>
    internal static void MustNotThrow(Action call)
    {
        Exception? thrown = Record.Exception(call);
        Assert.True(thrown is null, $"The call threw {thrown}");
    }

    /// <summary>Pairs as a template's state has them: the template, "state", is the last.</summary>
    internal static IReadOnlyList<KeyValuePair<string, object?>> Pairs(params ReadOnlySpan<(string Name, object? Value)> pairs)
    {
        var list = new List<KeyValuePair<string, object?>>();
        foreach ((string name, object? value) in pairs)
            list.Add(new(name, value));

        list.Add(new("{OriginalFormat}", "state"));
        return list;
    }

    /// <summary>Logs a state, with "state" as its message.</summary>
    internal static void State<TState>(ILogger logger, TState state) => logger.Log(LogLevel.Information, default, state, null, static (_, _) => "state");

    /// <summary>Logs a text that is not a template.</summary>
    internal static void Text(ILogger logger, string text) => logger.Log(LogLevel.Information, default, text, null, static (state, _) => state);

    /// <summary>Logs one field.</summary>
    internal static void Field(ILogger logger, string name, object? value) => State(logger, Pairs((name, value)));
}
