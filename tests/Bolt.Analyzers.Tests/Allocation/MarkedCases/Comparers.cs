// Default comparers and default interface members over structs.
#nullable disable
namespace Marked;

struct Bare { public int A; }
struct Overriding { public int A; public override bool Equals(object other) => true; public override int GetHashCode() => A; }
struct Equatable : IEquatable<Equatable> { public int A; public bool Equals(Equatable other) => true; public override int GetHashCode() => A; }
record struct Record(int A);
enum Colour { Red }

interface IDefault { void Run() { } void Own(); }
struct Inherits : IDefault { public void Own() { } }
struct Implements : IDefault { public void Own() { } public void Run() { } }

static class Comparers
{
    static void Call<T>(T value)
        where T : IDefault => value.Run();

    [ZeroAlloc]
    static void Run(Dictionary<Bare, int> bare, Dictionary<Equatable, int> equatable, Dictionary<Colour, int> colours, Dictionary<Record, int> records, HashSet<Bare> set, List<Bare> list, HashSet<Equatable> fine, Bare key)
    {
        bool same = EqualityComparer<Bare>.Default.Equals(key, key); // BOLT1303 BOLT1703
        bool over = EqualityComparer<Overriding>.Default.Equals(default, default); // BOLT1303 BOLT1703
        bool equal = EqualityComparer<Equatable>.Default.Equals(default, default); // BOLT1703
        bool record = EqualityComparer<Record>.Default.Equals(default, default); // BOLT1703
        bool colour = EqualityComparer<Colour>.Default.Equals(default, default); // BOLT1703
        bool contains = bare.ContainsKey(key); // BOLT1303
        bool found = bare.TryGetValue(key, out int value); // BOLT1303
        bool has = equatable.ContainsKey(default);
        bool red = colours.ContainsKey(Colour.Red);
        bool kept = records.ContainsKey(default);
        bool inSet = set.Contains(key); // BOLT1303
        bool inList = list.Contains(key); // BOLT1303
        int index = list.IndexOf(key); // BOLT1303
        bool inFine = fine.Contains(default);
    }

    [ZeroAlloc]
    static void Members(Inherits inherits, Implements implements)
    {
        Call(inherits); // BOLT1304
        Call(implements);
    }
}
