using Bolt.Analyzers.Allocation.Library;

namespace Bolt.FrameworkTable;

/// <summary>Methods whose IL says less than is known of them, wherever they are called.</summary>
internal static class KnownCode
{
    private static readonly HashSet<string> s_ofType =
    [
        "op_Equality", "op_Inequality", "Equals", "GetHashCode", "GetTypeFromHandle", "get_TypeHandle", "GetTypeCode", "get_IsValueType", "get_IsEnum", "get_IsPrimitive",
        "get_IsInterface", "get_IsClass", "get_IsArray", "get_IsByRef", "get_IsPointer", "get_IsSealed", "get_IsAbstract", "get_IsGenericType", "IsAssignableFrom", "IsAssignableTo", "IsInstanceOfType", "IsSubclassOf",
    ];

    // Cultures are kept once they have been asked for; contended locks, pools and handles allocate at most at first.
    private static readonly HashSet<string> s_members =
    [
        "System.Collections.Generic.EqualityComparer`1::get_Default", "System.Collections.Generic.Comparer`1::get_Default",
        "System.Object::GetType", "System.Object::.ctor",
        "System.Globalization.CultureInfo::get_CurrentCulture", "System.Globalization.CultureInfo::get_CurrentUICulture", "System.Globalization.CultureInfo::get_InvariantCulture",
        "System.Globalization.CultureInfo::get_CompareInfo", "System.Globalization.CultureInfo::get_TextInfo", "System.Globalization.CultureInfo::get_NumberFormat", "System.Globalization.CultureInfo::get_DateTimeFormat", "System.Globalization.CultureInfo::get_Calendar",
        "System.Globalization.NumberFormatInfo::GetInstance", "System.Globalization.NumberFormatInfo::get_CurrentInfo", "System.Globalization.NumberFormatInfo::get_InvariantInfo",
        "System.Globalization.DateTimeFormatInfo::GetInstance", "System.Globalization.DateTimeFormatInfo::get_CurrentInfo", "System.Globalization.DateTimeFormatInfo::get_InvariantInfo",
        "System.TimeZoneInfo::get_Local", "System.TimeZoneInfo::get_Utc",
        "System.Buffers.ArrayPool`1::get_Shared", "System.Buffers.ArrayPool`1::Rent", "System.Buffers.ArrayPool`1::Return",
        "System.Threading.Monitor::Enter", "System.Threading.Monitor::Exit", "System.Threading.Monitor::Enter_Slowpath", "System.Threading.Monitor::Exit_Slowpath", "System.Threading.Monitor::TryEnter",
        "System.Threading.Lock::Enter", "System.Threading.Lock::Exit", "System.Threading.Lock::EnterScope", "System.Threading.SpinWait::SpinOnce", "System.Threading.Thread::get_CurrentThread",
    ];

    /// <summary>Whether calls to a method allocate nothing in the long run.</summary>
    public static bool IsFree(MethodNode called) =>
        s_members.Contains(called.ToString())
        || (called.Type.Name is "System.Type" or "System.RuntimeType" && s_ofType.Contains(called.Name))
        || (FrameworkNamespaces.AreIntrinsics(called.Type.Name) && called.Name != "ToString")
        || called.Type.Name is "System.Diagnostics.Debug" or "System.Runtime.InteropServices.SafeHandle";
}
