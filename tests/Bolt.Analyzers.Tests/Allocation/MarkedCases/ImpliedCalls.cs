// Calls that the compiler puts in.
#nullable disable
namespace Marked;

class Made
{
    public static Made One = new Made();
    public static Made operator +(Made a, Made b) { object o = new object(); return a; }
    public static Made operator -(Made a) { object o = new object(); return a; }
    public static Made operator ++(Made a) { object o = new object(); return a; }
    public static bool operator ==(Made a, Made b) { object o = new object(); return true; }
    public static bool operator !=(Made a, Made b) => false;
    public static implicit operator int(Made a) { object o = new object(); return 1; }
    public static explicit operator long(Made a) { object o = new object(); return 1; }
    public static explicit operator short(Made a) => 1;
    public int Value { get { object o = new object(); return 1; } set { } }
    public int Written { get => 1; set { object o = new object(); } }
    public int Auto { get; set; }
    public int this[int index] { get => new int[index].Length; set { } }
    public event Action Changed { add { object o = new object(); } remove { } }
    public void Deconstruct(out int a, out int b) { object o = new object(); a = b = 0; }
    public override bool Equals(object other) => this == (Made)other;
    public override int GetHashCode() => 0;
}

ref struct Scope { public void Dispose() { object o = new object(); } }
ref struct Quiet { public void Dispose() { } }

struct Items
{
    public Enumerator GetEnumerator() { object o = new object(); return default; }
    public struct Enumerator { public int Current => 0; public bool MoveNext() => false; }
}

struct Nothing
{
    public Items.Enumerator GetEnumerator() => default;
}

struct Moving
{
    public Enumerator GetEnumerator() => default;
    public struct Enumerator { public int Current => 0; public bool MoveNext() { object o = new object(); return false; } }
}

struct Initialised { object made = new object(); public Initialised(int n) { } public Initialised(string s) : this(1) { } }
struct Plain { int made = 1; public Plain(int n) { } }
struct Primary(int n) { int[] made = new int[n]; public int Length => made.Length; }

static class Implied
{
    [ZeroAlloc]
    static void Run(Made a, Items items, Nothing nothing, Moving moving, Action action)
    {
        Made sum = a + a; // BOLT1701
        Made minus = -a; // BOLT1701
        a++; // BOLT1701
        bool same = a == sum; // BOLT1701
        bool other = a != sum;
        int converted = a; // BOLT1701
        long cast = (long)a; // BOLT1701
        short small = (short)a;
        int read = a.Value; // BOLT1701
        a.Value = 1;
        a.Value += 1; // BOLT1701
        a.Written = 1; // BOLT1701
        int written = a.Written;
        a.Auto = a.Auto + 1;
        int indexed = a[2]; // BOLT1701
        a[2] = 1;
        a.Changed += action; // BOLT1701
        a.Changed -= action;
        (int x, int y) = a; // BOLT1701
        using (Scope scope = new Scope()) // BOLT1701
        {
        }

        using (Quiet quiet = new Quiet())
        {
        }

        foreach (int item in items) // BOLT1701
        {
        }

        foreach (int item in nothing)
        {
        }

        foreach (int item in moving) // BOLT1701
        {
        }

        Initialised one = new Initialised(1); // BOLT1701
        Initialised two = new Initialised(""); // BOLT1701
        Initialised none = default;
        Plain plain = new Plain(1);
        Primary primary = new Primary(3); // BOLT1701
        int length = primary.Length;
    }
}
