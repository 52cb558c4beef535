// Calls to methods of the compilation, of each kind of allocation and each way to call.
#nullable disable
namespace Marked;

static class Objects
{
    public static void Make(int n, string name) { object? o = new object(); }
    public static void Pass(int n, string name) => Make(n, name);
    public static void Deep(int n, string name) => Pass(n, name);
    public static void Cold(int n, string name) { if (n < 0) { Make(n, name); throw new InvalidOperationException(); } }
    public static int Clean(int n, string name) => n + name.Length;
    [AllowAllocation("measured")] public static void Excused(int n, string name) => Make(n, name);

    [ZeroAlloc]
    public static void Run(int n, string name)
    {
        Make(n, name); // BOLT1701
        Pass(n, name); // BOLT1701
        Deep(n, name); // BOLT1701
        if (n > 3)
            Deep(n, name); // BOLT1701
        Cold(n, name);
        Clean(n, name);
        Excused(n, name);
        if (n > 9)
        {
            Make(n, name);
            throw new InvalidOperationException();
        }
    }
}

static class Arrays
{
    public static void Make(int n, string name) { int[] o = new int[n]; }
    public static void Pass(int n, string name) => Make(n, name);
    public static void Deep(int n, string name) => Pass(n, name);
    public static void Cold(int n, string name) { if (n < 0) { Make(n, name); throw new InvalidOperationException(); } }
    public static int Clean(int n, string name) => n + name.Length;
    [AllowAllocation("measured")] public static void Excused(int n, string name) => Make(n, name);

    [ZeroAlloc]
    public static void Run(int n, string name)
    {
        Make(n, name); // BOLT1701
        Pass(n, name); // BOLT1701
        Deep(n, name); // BOLT1701
        if (n > 3)
            Deep(n, name); // BOLT1701
        Cold(n, name);
        Clean(n, name);
        Excused(n, name);
        if (n > 9)
        {
            Make(n, name);
            throw new InvalidOperationException();
        }
    }
}

static class Boxes
{
    public static void Make(int n, string name) { object o = (object)n; }
    public static void Pass(int n, string name) => Make(n, name);
    public static void Deep(int n, string name) => Pass(n, name);
    public static void Cold(int n, string name) { if (n < 0) { Make(n, name); throw new InvalidOperationException(); } }
    public static int Clean(int n, string name) => n + name.Length;
    [AllowAllocation("measured")] public static void Excused(int n, string name) => Make(n, name);

    [ZeroAlloc]
    public static void Run(int n, string name)
    {
        Make(n, name); // BOLT1701
        Pass(n, name); // BOLT1701
        Deep(n, name); // BOLT1701
        if (n > 3)
            Deep(n, name); // BOLT1701
        Cold(n, name);
        Clean(n, name);
        Excused(n, name);
        if (n > 9)
        {
            Make(n, name);
            throw new InvalidOperationException();
        }
    }
}

static class Strings
{
    public static void Make(int n, string name) { string o = "n" + n.ToString() + name; }
    public static void Pass(int n, string name) => Make(n, name);
    public static void Deep(int n, string name) => Pass(n, name);
    public static void Cold(int n, string name) { if (n < 0) { Make(n, name); throw new InvalidOperationException(); } }
    public static int Clean(int n, string name) => n + name.Length;
    [AllowAllocation("measured")] public static void Excused(int n, string name) => Make(n, name);

    [ZeroAlloc]
    public static void Run(int n, string name)
    {
        Make(n, name); // BOLT1701
        Pass(n, name); // BOLT1701
        Deep(n, name); // BOLT1701
        if (n > 3)
            Deep(n, name); // BOLT1701
        Cold(n, name);
        Clean(n, name);
        Excused(n, name);
        if (n > 9)
        {
            Make(n, name);
            throw new InvalidOperationException();
        }
    }
}

static class Interpolations
{
    public static void Make(int n, string name) { string o = $"{n} {name}"; }
    public static void Pass(int n, string name) => Make(n, name);
    public static void Deep(int n, string name) => Pass(n, name);
    public static void Cold(int n, string name) { if (n < 0) { Make(n, name); throw new InvalidOperationException(); } }
    public static int Clean(int n, string name) => n + name.Length;
    [AllowAllocation("measured")] public static void Excused(int n, string name) => Make(n, name);

    [ZeroAlloc]
    public static void Run(int n, string name)
    {
        Make(n, name); // BOLT1701
        Pass(n, name); // BOLT1701
        Deep(n, name); // BOLT1701
        if (n > 3)
            Deep(n, name); // BOLT1701
        Cold(n, name);
        Clean(n, name);
        Excused(n, name);
        if (n > 9)
        {
            Make(n, name);
            throw new InvalidOperationException();
        }
    }
}

static class Closures
{
    public static void Make(int n, string name) { Func<int> o = () => n; }
    public static void Pass(int n, string name) => Make(n, name);
    public static void Deep(int n, string name) => Pass(n, name);
    public static void Cold(int n, string name) { if (n < 0) { Make(n, name); throw new InvalidOperationException(); } }
    public static int Clean(int n, string name) => n + name.Length;
    [AllowAllocation("measured")] public static void Excused(int n, string name) => Make(n, name);

    [ZeroAlloc]
    public static void Run(int n, string name)
    {
        Make(n, name); // BOLT1701
        Pass(n, name); // BOLT1701
        Deep(n, name); // BOLT1701
        if (n > 3)
            Deep(n, name); // BOLT1701
        Cold(n, name);
        Clean(n, name);
        Excused(n, name);
        if (n > 9)
        {
            Make(n, name);
            throw new InvalidOperationException();
        }
    }
}

static class Iterators
{
    public static IEnumerable<int> Make(int n, string name) { yield return n; }
    public static void Pass(int n, string name) => Make(n, name);
    public static void Deep(int n, string name) => Pass(n, name);
    public static void Cold(int n, string name) { if (n < 0) { Make(n, name); throw new InvalidOperationException(); } }
    public static int Clean(int n, string name) => n + name.Length;
    [AllowAllocation("measured")] public static void Excused(int n, string name) => Make(n, name);

    [ZeroAlloc]
    public static void Run(int n, string name)
    {
        Make(n, name); // BOLT1701
        Pass(n, name); // BOLT1701
        Deep(n, name); // BOLT1701
        if (n > 3)
            Deep(n, name); // BOLT1701
        Cold(n, name);
        Clean(n, name);
        Excused(n, name);
        if (n > 9)
        {
            Make(n, name);
            throw new InvalidOperationException();
        }
    }
}

static class Copies
{
    public static void Make(int n, string name) { string o = name.Substring(n); }
    public static void Pass(int n, string name) => Make(n, name);
    public static void Deep(int n, string name) => Pass(n, name);
    public static void Cold(int n, string name) { if (n < 0) { Make(n, name); throw new InvalidOperationException(); } }
    public static int Clean(int n, string name) => n + name.Length;
    [AllowAllocation("measured")] public static void Excused(int n, string name) => Make(n, name);

    [ZeroAlloc]
    public static void Run(int n, string name)
    {
        Make(n, name); // BOLT1701
        Pass(n, name); // BOLT1701
        Deep(n, name); // BOLT1701
        if (n > 3)
            Deep(n, name); // BOLT1701
        Cold(n, name);
        Clean(n, name);
        Excused(n, name);
        if (n > 9)
        {
            Make(n, name);
            throw new InvalidOperationException();
        }
    }
}
