namespace Bolt.Benchmarks.CodeSize;

/// <summary>What one more log method adds, in bytes.</summary>
/// <param name="Step">Which method.</param>
/// <param name="Generator">Who wrote it.</param>
/// <param name="Intermediate">IL of the generated code.</param>
/// <param name="FirstCall">Native code compiled for the first call: of the generated code, and of the library's generics over its types.</param>
/// <param name="ForGood">Native code compiled for good, of the same.</param>
/// <param name="Instantiated">How much of <paramref name="ForGood"/> is of the library's generics.</param>
/// <param name="LibraryOnce">Other native code that was not needed before, for good: once a program, however many methods; not among the above.</param>
internal sealed record CodeSizeRow(
    CodeSizeStep Step,
    CodeSizeKind Generator,
    double Intermediate,
    double FirstCall,
    double ForGood,
    double Instantiated,
    double LibraryOnce);
