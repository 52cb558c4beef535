using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Bolt.Diagnostics.Profiles;
using Bolt.Diagnostics.Profiles.Symbols;
using Bolt.Diagnostics.Profiles.Writing;

namespace Bolt.Diagnostics.Tests.Profiles;

public sealed class StackProfileTests
{
    [Fact]
    public void The_same_stack_is_kept_once_and_its_values_are_summed()
    {
        StackProfile profile = Example();

        (int stack, _, double[] values) = Assert.Single(profile.Samples);
        Assert.Equal([3, 30], values);
        Assert.Equal(["Inner", "Outer"], profile.Frames(stack).Select(frame => frame.Name));
    }

    [Fact]
    public void Speedscope_has_a_view_for_each_value_with_the_outermost_frame_first()
    {
        using var stream = new MemoryStream();
        SpeedscopeFile.Write(Example(), stream);

        using JsonDocument file = JsonDocument.Parse(stream.ToArray());
        JsonElement[] frames = [.. file.RootElement.GetProperty("shared").GetProperty("frames").EnumerateArray()];
        JsonElement[] views = [.. file.RootElement.GetProperty("profiles").EnumerateArray()];
        Assert.Equal(["samples", "cpu"], views.Select(view => view.GetProperty("name").GetString()));
        Assert.Equal(1, file.RootElement.GetProperty("activeProfileIndex").GetInt32());
        Assert.Equal(30, views[1].GetProperty("weights")[0].GetInt32());
        Assert.Equal(["Outer", "Inner"], views[1].GetProperty("samples")[0].EnumerateArray().Select(index => frames[index.GetInt32()].GetProperty("name").GetString()));
    }

    [Fact]
    public void Pprof_is_gzipped_and_its_first_text_is_empty()
    {
        using var stream = new MemoryStream();
        PprofFile.Write(Example(), stream);
        stream.Position = 0;
        using var zip = new GZipStream(stream, CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        zip.CopyTo(bytes);

        List<(int Field, string Text)> fields = Read(bytes.ToArray());
        string[] texts = [.. fields.Where(field => field.Field == 6).Select(field => field.Text)];
        Assert.Equal("", texts[0]);
        Assert.Equal(texts.Length, texts.Distinct().Count());
        Assert.Contains("Inner", texts);
        Assert.Equal(2, fields.Count(field => field.Field == 1));
        Assert.Single(fields, field => field.Field == 2);
        Assert.Equal(2, fields.Count(field => field.Field == 4));
        Assert.Equal(2, fields.Count(field => field.Field == 5));
    }

    private static StackProfile Example()
    {
        var profile = new StackProfile(("samples", "count"), ("cpu", "nanoseconds")) { DefaultValue = "cpu", Time = DateTimeOffset.UnixEpoch };
        var outer = new Frame("Outer");
        var inner = new Frame("Inner") { File = "Inner.cs", Line = 7 };
        profile.Add(profile.Push(profile.Push(StackProfile.Empty, outer), inner), null, 1, 10);
        profile.Add(profile.Push(profile.Push(StackProfile.Empty, outer), inner), null, 2, 20);
        return profile;
    }

    private static List<(int Field, string Text)> Read(byte[] message)
    {
        var fields = new List<(int, string)>();
        int position = 0;
        while (position < message.Length)
        {
            ulong key = Varint();
            ulong value = Varint();
            if ((key & 7) == 0)
            {
                fields.Add(((int)(key >> 3), ""));
                continue;
            }

            Assert.Equal(2UL, key & 7);
            fields.Add(((int)(key >> 3), Encoding.UTF8.GetString(message, position, (int)value)));
            position += (int)value;
        }

        return fields;

        ulong Varint()
        {
            ulong value = 0;
            for (int shift = 0; ; shift += 7)
            {
                byte part = message[position++];
                value |= (ulong)(part & 0x7f) << shift;
                if (part < 0x80)
                    return value;
            }
        }
    }
}
