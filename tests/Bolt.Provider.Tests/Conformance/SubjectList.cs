using System.Reflection;

namespace Bolt.Provider.Tests.Conformance;

/// <summary>The subjects of an assembly: every public, concrete <see cref="ConformanceSubject"/> with a constructor without parameters.</summary>
public static class SubjectList
{
    /// <returns>In the order of their names.</returns>
    public static IReadOnlyList<ConformanceSubject> Of(Assembly assembly)
    {
        var subjects = new List<ConformanceSubject>();
        foreach (Type type in assembly.GetExportedTypes())
        {
            if (!type.IsAbstract && typeof(ConformanceSubject).IsAssignableFrom(type) && type.GetConstructor(Type.EmptyTypes) is { } constructor)
                subjects.Add((ConformanceSubject)constructor.Invoke(null));
        }

        subjects.Sort((left, right) => string.CompareOrdinal(left.Name, right.Name));
        return subjects;
    }
}
