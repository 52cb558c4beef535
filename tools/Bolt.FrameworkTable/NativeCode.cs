using System.Reflection;

namespace Bolt.FrameworkTable;

/// <summary>Methods without IL: the runtime's own, and those of native libraries.</summary>
internal static class NativeCode
{
    private static readonly string[] s_allocating = ["Alloc", "Create", "Clone", "Box", "Activat", "Construct", "Instantiate", "Load", "Concat"];

    public static (Effects Effects, string Reason) EffectsOf(MethodNode method)
    {
        // Native code makes managed objects only through a handle to where they are to be put, or as its result.
        var isOfLibrary = (method.Attributes & MethodAttributes.PinvokeImpl) != 0;
        foreach (var parameter in method.Signature.ParameterTypes)
        {
            if (parameter.Name.Contains("OnStack", StringComparison.Ordinal))
                return (Effects.Unknown, "native code of " + method);
            if (isOfLibrary && parameter.Name is "System.String" or "System.Text.StringBuilder")
                return (Effects.Unknown, "native code of " + method);
        }

        foreach (var name in s_allocating)
        {
            if (method.Name.Contains(name, StringComparison.Ordinal))
                return (Effects.Allocates, "native code of " + method);
        }

        var returns = method.Signature.ReturnType;
        return returns.Shape is Bolt.Gate.Reading.TypeShape.Array || returns.Name == "System.String"
            ? (Effects.Unknown, "native code of " + method)
            : (Effects.None, "");
    }
}
