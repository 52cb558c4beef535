using System.Collections;
using System.Collections.Immutable;
using Microsoft.Extensions.Logging;

namespace Bolt.Runtime.Tests;

/// <summary>What is logged under a name that is not to be shown, by whatever way: each of these has leaked somewhere.</summary>
public sealed class RedactedNamesTests : IDisposable
{
    private readonly Recorder _recorder = new(static options =>
    {
        options.RedactedNames.Add("password");
        options.RedactedNames.Add("api_key");
        options.RedactedNames.Add("message");
    });

    private BoltLogger Logger => _recorder.Logger;

    public void Dispose() => _recorder.Dispose();

    [Fact]
    public void A_value_is_masked_in_the_field_and_in_the_message()
    {
        Logger.LogInformation("{User} logged in with {Password}, {Password}", "ada", "hunter2", "hunter3");
        Assert.Equal("""{"level":"info","User":"ada","Password":"***","message":"ada logged in with ***, ***"}""", _recorder.Line);
    }

    [Theory]
    [InlineData("Authorization", "authorization")]
    [InlineData("AUTHORIZATION", "Authorization")]
    [InlineData("größe", "GRÖSSE", false)]
    [InlineData("größe", "GRÖßE")]
    public void The_case_of_a_name_does_not_matter(string name, string key, bool isRedacted = true)
    {
        using var recorder = new Recorder(options => options.RedactedNames.Add(name));
        Log(recorder.Logger, "{" + key + "}", KeyValuePair.Create<string, object?>(key, "Bearer x"));
        Assert.Equal(
            isRedacted ? $$"""{"level":"info","{{key}}":"***","message":"***"}""" : $$"""{"level":"info","{{key}}":"Bearer x","message":"formatted"}""",
            recorder.Line);
    }

    [Fact]
    public void Names_that_only_begin_or_end_alike_are_shown()
    {
        Logger.LogInformation("{PasswordLength} {OldPassword} {Key}", 8, "x", "y");
        Assert.Equal("""{"level":"info","PasswordLength":8,"OldPassword":"x","Key":"y","message":"8 x y"}""", _recorder.Line);
    }

    [Fact]
    public void An_escaped_quote_before_the_name_hides_nothing()
    {
        Logger.LogInformation("{Path} {Password}", "C:\\", "hunter2");
        Logger.LogInformation("{Path} {Password}", "a\",\"b\":\"", "hunter2");
        Assert.Equal("""{"level":"info","Path":"C:\\","Password":"***","message":"C:\\ ***"}""", _recorder.Lines[0]);
        Assert.Equal("""{"level":"info","Path":"a\",\"b\":\"","Password":"***","message":"a\",\"b\":\" ***"}""", _recorder.Lines[1]);
    }

    [Fact]
    public void Keys_at_any_depth_of_a_value_are_found_first_or_last()
    {
        var request = new Dictionary<string, object?>
        {
            ["api_key"] = "secret",
            ["path"] = "/",
            ["inner"] = new object[] { new Dictionary<string, string?> { ["a"] = "b", ["Password"] = "secret" }, 5 },
            ["pairs"] = new List<KeyValuePair<string, object?>> { new("PASSWORD", 7), new("x", 1) },
        };
        Logger.LogInformation("{Request}", request);
        const string Value = """{"api_key":"***","path":"/","inner":[{"a":"b","Password":"***"},5],"pairs":{"PASSWORD":"***","x":1}}""";
        Assert.Equal($$"""{"level":"info","Request":{{Value}},"message":"{{Value.Replace("\"", "\\\"", StringComparison.Ordinal)}}"}""", _recorder.Line);
    }

    public static TheoryData<object> Dictionaries => new()
    {
        new Hashtable { ["password"] = "secret" },
        new Dictionary<string, object?> { ["password"] = "secret" },
        new Dictionary<string, Uri> { ["password"] = new("secret:x") },
        new SortedList<string, decimal> { ["password"] = 5m },
        ImmutableDictionary<string, Guid>.Empty.Add("password", Guid.Empty),
        new List<KeyValuePair<string, string?>> { new("password", "secret") },
        new List<KeyValuePair<string, int>> { new("password", 1) },
        new List<KeyValuePair<string, bool>> { new("password", true) },
    };

    [Theory]
    [MemberData(nameof(Dictionaries))]
    public void Every_kind_of_dictionary_is_looked_into(object dictionary)
    {
        Logger.LogInformation("{Value}", dictionary);
        Assert.Equal("""{"level":"info","Value":{"password":"***"},"message":"{\"password\":\"***\"}"}""", _recorder.Line);
    }

    [Fact]
    public void A_pair_by_itself_is_masked_and_others_are_text()
    {
        Logger.LogInformation("{Value}", KeyValuePair.Create("password", "secret"));
        Logger.LogInformation("{Value}", new DictionaryEntry("password", "secret"));
        Logger.LogInformation("{Value}", (object)new KeyValuePair<string, decimal>[] { new("a", 1m), new("Password", 2m), new("a, b", 3m) });
        Logger.LogInformation("{Value}", KeyValuePair.Create("user", "password, x"));
        Assert.Equal("""{"level":"info","Value":"***","message":"***"}""", _recorder.Lines[0]);
        Assert.Equal("""{"level":"info","Value":"***","message":"***"}""", _recorder.Lines[1]);
        Assert.Equal("""{"level":"info","Value":["[a, 1]","***","[a, b, 3]"],"message":"[\"[a, 1]\",\"***\",\"[a, b, 3]\"]"}""", _recorder.Lines[2]);
        Assert.Equal("""{"level":"info","Value":"[user, password, x]","message":"[user, password, x]"}""", _recorder.Lines[3]);
    }

    [Fact]
    public void Elements_and_values_are_not_names()
    {
        Logger.LogInformation("{Roles} {Role}", new[] { "a", "password", "b" }, "password");
        Assert.Equal("""{"level":"info","Roles":["a","password","b"],"Role":"password","message":"a, password, b password"}""", _recorder.Line);
    }

    [Fact]
    public void A_scope_s_fields_are_masked_also_those_of_a_template()
    {
        using (Logger.BeginScope(new Dictionary<string, object?> { ["password"] = "secret", ["a"] = new Hashtable { ["api_key"] = 1 } }))
        using (Logger.BeginScope("user {User} with {Api_Key}", "ada", "secret"))
        using (Logger.BeginScope(KeyValuePair.Create<string, object?>("PASSWORD", "secret")))
        using (Logger.BeginScope(new List<KeyValuePair<string, int>> { new("password", 1) }))
        {
            Logger.LogInformation("m");
            TestEvent.Write(Logger, 1, 2);
        }

        const string Scopes = "\"PASSWORD\":\"***\",\"User\":\"ada\",\"Api_Key\":\"***\",\"password\":\"***\",\"a\":{\"api_key\":\"***\"},\"scopes\":[{\"password\":\"***\"}]";
        Assert.Equal($$"""{"level":"info",{{Scopes}},"message":"m"}""", _recorder.Lines[0]);
        Assert.Equal($$"""{"level":"info",{{Scopes}},"thread":1,"n":2,"message":"step"}""", _recorder.Lines[1]);
    }

    [Fact]
    public void Filters_do_not_see_it_and_enrichers_do_not_add_it()
    {
        int seen = 0;
        using var recorder = new Recorder(options =>
        {
            options.RedactedNames.Add("password");
            options.Filters.Add((in RecordView record) =>
            {
                seen += (record.TryGet("Password", out string? _) ? 100 : 0) + (record.TryGet("User", out string? _) ? 1 : 0);
                return true;
            });
            options.Enrichers.Add(static (in RecordView _, RecordFields fields) =>
            {
                fields.Add("PASSWORD", 1);
                fields.Add("other", 2);
            });
        });
        recorder.Logger.LogInformation("{User} {Password}", "ada", "secret");
        Assert.Equal("""{"level":"info","PASSWORD":"***","other":2,"User":"ada","Password":"***","message":"ada ***"}""", recorder.Line);
        Assert.Equal(1, seen);
    }

    [Fact]
    public void A_bound_field_is_masked()
    {
        Logger.With("Password", "secret").With("inner", new Hashtable { ["api_key"] = "secret" }).LogInformation("m");
        Assert.Equal("""{"level":"info","Password":"***","inner":{"api_key":"***"},"message":"m"}""", _recorder.Line);
    }

    [Fact]
    public void A_name_of_the_record_itself_is_looked_up_as_it_was_given()
    {
        Logger.LogInformation("{message}", "secret");
        Logger.With("message", "secret").LogInformation("m");
        Assert.Equal("""{"level":"info","message_":"***","message":"***"}""", _recorder.Lines[0]);
        Assert.Equal("""{"level":"info","message_":"***","message":"m"}""", _recorder.Lines[1]);
    }

    [Theory]
    [InlineData("@password")]
    [InlineData("$password")]
    public void An_operator_of_templates_is_no_part_of_the_name(string key)
    {
        Log(Logger, "{" + key + "}", KeyValuePair.Create<string, object?>(key, "secret"));
        Assert.Equal($$"""{"level":"info","{{key}}":"***","message":"***"}""", _recorder.Line);
    }

    [Theory]
    [InlineData("{{a}} {User} }}", "{a} ada }")]
    [InlineData("{User,8}|{User,-8}|{Count:N2}|{Count,9:N1}|{Password,8}|{Password:N2}", "     ada|ada     |1,234.50|  1,234.5|     ***|***")]
    [InlineData("{user} {COUNT}", "ada 1234.5")]
    [InlineData("{Other} {}", "*** ***")]
    [InlineData("{User", "{User")]
    [InlineData("a } b { c", "a } b { c")]
    [InlineData("", "")]
    [InlineData("{List} {None}", "[1,2] null")]
    public void The_message_of_a_call_with_a_masked_field_is_rendered_from_its_template(string template, string expected)
    {
        Log(Logger, template, new("User", "ada"), new("Count", 1234.5), new("Password", "secret"), new("List", new[] { 1, 2 }), new("None", null));
        Assert.EndsWith($"\"message\":\"{expected}\"}}", _recorder.Line, StringComparison.Ordinal);
        Assert.Empty(_recorder.Errors);
    }

    [Fact]
    public void Without_a_template_the_message_is_masked()
    {
        Logger.Log(LogLevel.Information, default, new Dictionary<string, object?> { ["password"] = "secret" }, null, static (state, _) => $"{state["password"]}");
        Assert.Equal("""{"level":"info","password":"***","message":"***"}""", _recorder.Line);
    }

    [Fact]
    public void Values_that_cannot_be_read_are_not_shown_by_the_message()
    {
        Logger.Log(LogLevel.Information, default, new Throwing("user", 0), null, static (_, _) => "secret");
        Assert.Equal("""{"level":"info","user":"secret","message":"***"}""", _recorder.Line);
        Assert.Single(_recorder.Errors);
    }

    [Fact]
    public void Values_that_can_be_read_but_once_leave_a_masked_message()
    {
        Logger.Log(LogLevel.Information, default, new Throwing("password", 1), null, static (_, _) => "secret");
        Assert.Equal("""{"level":"info","password":"***","message":"***"}""", _recorder.Line);
    }

    [Fact]
    public void A_call_after_one_with_a_masked_field_has_its_own_message()
    {
        Logger.LogInformation("{Password}", "secret");
        Logger.LogInformation("{Id,5}", 1);
        Logger.Log(LogLevel.Information, default, "text", null, static (text, _) => text);
        Assert.Equal("""{"level":"info","Id":1,"message":"    1"}""", _recorder.Lines[1]);
        Assert.Equal("""{"level":"info","message":"text"}""", _recorder.Lines[2]);
    }

    [Fact]
    public void Keys_that_are_no_strings_are_looked_up_by_their_text()
    {
        using var recorder = new Recorder(static options =>
        {
            options.RedactedNames.Add("42");
            options.RedactedNames.Add("friday");
            options.RedactedNames.Add("a\"b");
        });
        recorder.Logger.LogInformation("{Map}", new Dictionary<object, object?> { [42] = "secret", [43] = "shown", [DayOfWeek.Friday] = "secret" });
        Assert.StartsWith("""{"level":"info","Map":{"42":"***","43":"shown","Friday":"***"},""", recorder.Line, StringComparison.Ordinal);

        var buffer = new ValueBuffer { Settings = recorder.Factory.Pipeline.Redaction };
        Assert.True(buffer.StartObject());
        NameFrom(buffer, static b => b.Value(42));
        NameFrom(buffer, static b => b.Value(43));
        NameFrom(buffer, static b => b.Value("FRIDAY"));
        NameFrom(buffer, static b => b.Value("A\"B"));
        NameFrom(buffer, static b => b.Value("c\"d"));
        buffer.EndObject();
        Assert.Equal("""{"42":"***","43":1,"FRIDAY":"***","A\"B":"***","c\"d":1}""", Guarded.Text(buffer));
        buffer.Free();
    }

    [Fact]
    public void Looking_names_up_allocates_nothing()
    {
        ValueBuffer buffer = new() { Settings = _recorder.Factory.Pipeline.Redaction };
        Use(buffer);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 1000; i++)
            Use(buffer);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        buffer.Free();

        static void Use(ValueBuffer buffer)
        {
            buffer.Reset();
            buffer.StartObject();
            if (buffer.Name("Password") || !buffer.Name("User"))
                throw new InvalidOperationException("Password is redacted, User is not.");

            buffer.Null();
            int start = buffer.Position;
            buffer.Value("API_KEY");
            if (buffer.NameFrom(start))
                throw new InvalidOperationException("API_KEY is redacted.");

            buffer.EndObject();
        }
    }

    private static void NameFrom(ValueBuffer buffer, Action<ValueBuffer> write)
    {
        int start = buffer.Position;
        write(buffer);
        if (buffer.NameFrom(start))
            buffer.Value(1);
    }

    private static void Log(ILogger logger, string template, params KeyValuePair<string, object?>[] values) => logger.Log(
        LogLevel.Information, default, new List<KeyValuePair<string, object?>>([.. values, new("{OriginalFormat}", template)]), null, static (_, _) => "formatted");

    /// <summary>Values of which so many enumerations succeed.</summary>
    private sealed class Throwing(string key, int times) : IEnumerable<KeyValuePair<string, object?>>
    {
        private int _times = times;

        public IEnumerator<KeyValuePair<string, object?>> GetEnumerator()
        {
            yield return new(key, "secret");
            if (_times-- <= 0)
                throw new InvalidOperationException();
        }

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
