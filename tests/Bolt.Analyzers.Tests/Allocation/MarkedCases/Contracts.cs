// Contracts that are broken, needless or cannot be checked.
#nullable disable
using System.Runtime.InteropServices;

namespace Marked;

abstract class Base0 { [ZeroAlloc] public abstract object Run(); [ZeroAlloc] public virtual object Value => null; public virtual object Free() => null; }
interface IBase0 { [ZeroAlloc] object Go(); object May(); }

class Escapes0 : Base0, IBase0
{
    [AllowAllocation("why")]
    public override object Run() => new object(); // BOLT1704

    [AllowAllocation("why")]
    public override object Value => new object(); // BOLT1704

    [AllowAllocation("why")]
    public override object Free() => new object();

    [AllowAllocation("why")]
    object IBase0.Go() => new object(); // BOLT1704

    [AllowAllocation("why")]
    public object May() => new object();
}

class Needless0
{
    object made;

    [AllowAllocation("why")] // BOLT1801
    int Add(int n) => n + 0;

    [AllowAllocation("why")] // BOLT1801
    int Value => 0;

    [AllowAllocation("why")] // BOLT1801
    object Lazy() => made ??= new object();

    [AllowAllocation("why")] // BOLT1801
    int Through(int n) => Add2(n);

    int Add2(int n) => n < 0 ? throw new ArgumentException("n" + n) : n;

    [AllowAllocation("why")]
    object Makes(int n) => new int[n];

    [AllowAllocation("why")]
    object Passes(int n) => Hidden(n);

    object Hidden(int n) => (object)n;

    [AllowAllocation("why")]
    void Runs(Action action) => action();
}

static class Invalid0
{
    [AllowAllocation("")] // BOLT1802
    static object Empty() => new object();

    [AllowAllocation("  ")] // BOLT1802
    static object Blank => new object();

    [DllImport("c")]
    [ZeroAlloc] // BOLT1802
    static extern int getpid();

    [ZeroAlloc]
    [AllowAllocation("why")] // BOLT1802
    static int Both() => 1;

    [ZeroAlloc]
    static int Fine() => 1;
}

abstract class Base1 { [ZeroAlloc] public abstract object Run(); [ZeroAlloc] public virtual object Value => null; public virtual object Free() => null; }
interface IBase1 { [ZeroAlloc] object Go(); object May(); }

class Escapes1 : Base1, IBase1
{
    [AllowAllocation("why")]
    public override object Run() => new object(); // BOLT1704

    [AllowAllocation("why")]
    public override object Value => new object(); // BOLT1704

    [AllowAllocation("why")]
    public override object Free() => new object();

    [AllowAllocation("why")]
    object IBase1.Go() => new object(); // BOLT1704

    [AllowAllocation("why")]
    public object May() => new object();
}

class Needless1
{
    object made;

    [AllowAllocation("why")] // BOLT1801
    int Add(int n) => n + 1;

    [AllowAllocation("why")] // BOLT1801
    int Value => 1;

    [AllowAllocation("why")] // BOLT1801
    object Lazy() => made ??= new object();

    [AllowAllocation("why")] // BOLT1801
    int Through(int n) => Add2(n);

    int Add2(int n) => n < 0 ? throw new ArgumentException("n" + n) : n;

    [AllowAllocation("why")]
    object Makes(int n) => new int[n];

    [AllowAllocation("why")]
    object Passes(int n) => Hidden(n);

    object Hidden(int n) => (object)n;

    [AllowAllocation("why")]
    void Runs(Action action) => action();
}

static class Invalid1
{
    [AllowAllocation("")] // BOLT1802
    static object Empty() => new object();

    [AllowAllocation("  ")] // BOLT1802
    static object Blank => new object();

    [DllImport("c")]
    [ZeroAlloc] // BOLT1802
    static extern int getpid();

    [ZeroAlloc]
    [AllowAllocation("why")] // BOLT1802
    static int Both() => 1;

    [ZeroAlloc]
    static int Fine() => 1;
}

abstract class Base2 { [ZeroAlloc] public abstract object Run(); [ZeroAlloc] public virtual object Value => null; public virtual object Free() => null; }
interface IBase2 { [ZeroAlloc] object Go(); object May(); }

class Escapes2 : Base2, IBase2
{
    [AllowAllocation("why")]
    public override object Run() => new object(); // BOLT1704

    [AllowAllocation("why")]
    public override object Value => new object(); // BOLT1704

    [AllowAllocation("why")]
    public override object Free() => new object();

    [AllowAllocation("why")]
    object IBase2.Go() => new object(); // BOLT1704

    [AllowAllocation("why")]
    public object May() => new object();
}

class Needless2
{
    object made;

    [AllowAllocation("why")] // BOLT1801
    int Add(int n) => n + 2;

    [AllowAllocation("why")] // BOLT1801
    int Value => 2;

    [AllowAllocation("why")] // BOLT1801
    object Lazy() => made ??= new object();

    [AllowAllocation("why")] // BOLT1801
    int Through(int n) => Add2(n);

    int Add2(int n) => n < 0 ? throw new ArgumentException("n" + n) : n;

    [AllowAllocation("why")]
    object Makes(int n) => new int[n];

    [AllowAllocation("why")]
    object Passes(int n) => Hidden(n);

    object Hidden(int n) => (object)n;

    [AllowAllocation("why")]
    void Runs(Action action) => action();
}

static class Invalid2
{
    [AllowAllocation("")] // BOLT1802
    static object Empty() => new object();

    [AllowAllocation("  ")] // BOLT1802
    static object Blank => new object();

    [DllImport("c")]
    [ZeroAlloc] // BOLT1802
    static extern int getpid();

    [ZeroAlloc]
    [AllowAllocation("why")] // BOLT1802
    static int Both() => 1;

    [ZeroAlloc]
    static int Fine() => 1;
}

abstract class Base3 { [ZeroAlloc] public abstract object Run(); [ZeroAlloc] public virtual object Value => null; public virtual object Free() => null; }
interface IBase3 { [ZeroAlloc] object Go(); object May(); }

class Escapes3 : Base3, IBase3
{
    [AllowAllocation("why")]
    public override object Run() => new object(); // BOLT1704

    [AllowAllocation("why")]
    public override object Value => new object(); // BOLT1704

    [AllowAllocation("why")]
    public override object Free() => new object();

    [AllowAllocation("why")]
    object IBase3.Go() => new object(); // BOLT1704

    [AllowAllocation("why")]
    public object May() => new object();
}

class Needless3
{
    object made;

    [AllowAllocation("why")] // BOLT1801
    int Add(int n) => n + 3;

    [AllowAllocation("why")] // BOLT1801
    int Value => 3;

    [AllowAllocation("why")] // BOLT1801
    object Lazy() => made ??= new object();

    [AllowAllocation("why")] // BOLT1801
    int Through(int n) => Add2(n);

    int Add2(int n) => n < 0 ? throw new ArgumentException("n" + n) : n;

    [AllowAllocation("why")]
    object Makes(int n) => new int[n];

    [AllowAllocation("why")]
    object Passes(int n) => Hidden(n);

    object Hidden(int n) => (object)n;

    [AllowAllocation("why")]
    void Runs(Action action) => action();
}

static class Invalid3
{
    [AllowAllocation("")] // BOLT1802
    static object Empty() => new object();

    [AllowAllocation("  ")] // BOLT1802
    static object Blank => new object();

    [DllImport("c")]
    [ZeroAlloc] // BOLT1802
    static extern int getpid();

    [ZeroAlloc]
    [AllowAllocation("why")] // BOLT1802
    static int Both() => 1;

    [ZeroAlloc]
    static int Fine() => 1;
}

abstract class Base4 { [ZeroAlloc] public abstract object Run(); [ZeroAlloc] public virtual object Value => null; public virtual object Free() => null; }
interface IBase4 { [ZeroAlloc] object Go(); object May(); }

class Escapes4 : Base4, IBase4
{
    [AllowAllocation("why")]
    public override object Run() => new object(); // BOLT1704

    [AllowAllocation("why")]
    public override object Value => new object(); // BOLT1704

    [AllowAllocation("why")]
    public override object Free() => new object();

    [AllowAllocation("why")]
    object IBase4.Go() => new object(); // BOLT1704

    [AllowAllocation("why")]
    public object May() => new object();
}

class Needless4
{
    object made;

    [AllowAllocation("why")] // BOLT1801
    int Add(int n) => n + 4;

    [AllowAllocation("why")] // BOLT1801
    int Value => 4;

    [AllowAllocation("why")] // BOLT1801
    object Lazy() => made ??= new object();

    [AllowAllocation("why")] // BOLT1801
    int Through(int n) => Add2(n);

    int Add2(int n) => n < 0 ? throw new ArgumentException("n" + n) : n;

    [AllowAllocation("why")]
    object Makes(int n) => new int[n];

    [AllowAllocation("why")]
    object Passes(int n) => Hidden(n);

    object Hidden(int n) => (object)n;

    [AllowAllocation("why")]
    void Runs(Action action) => action();
}

static class Invalid4
{
    [AllowAllocation("")] // BOLT1802
    static object Empty() => new object();

    [AllowAllocation("  ")] // BOLT1802
    static object Blank => new object();

    [DllImport("c")]
    [ZeroAlloc] // BOLT1802
    static extern int getpid();

    [ZeroAlloc]
    [AllowAllocation("why")] // BOLT1802
    static int Both() => 1;

    [ZeroAlloc]
    static int Fine() => 1;
}
