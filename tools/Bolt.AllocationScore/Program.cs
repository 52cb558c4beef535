// dotnet run --project tools/Bolt.AllocationScore -c Release [-- PROJECT…]
// Compiles this repository (or the projects named) with the allocation rules speaking everywhere, reads the IL back, and prints how
// much of what allocates the rules found, and how much of what they said is true. Exit code 1 below the bounds.
using Bolt.AllocationScore;

const double LeastPrecision = 0.99;
const double LeastRecall = 0.98;

string root = AppContext.BaseDirectory;
while (!File.Exists(Path.Combine(root, "Bolt.sln")))
    root = Path.GetDirectoryName(root) ?? throw new InvalidOperationException("The tool must run from inside the repository.");

string analyzer = Path.Combine(root, "artifacts", "bin", "Bolt.Analyzers", "release", "Bolt.Analyzers.dll");
string output = Path.Combine(Path.GetTempPath(), "bolt-score-" + Guid.NewGuid().ToString("N"));
Directory.CreateDirectory(output);
try
{
    var score = new Score();
    foreach (string project in args.Length > 0 ? args : Corpus.Own(root))
        score.Add(Corpus.Compile(Path.GetFullPath(project), analyzer, output));

    score.Print(Console.Out);
    foreach (string miss in score.Misses)
        Console.WriteLine("missed: " + miss.Replace(root + "/", "", StringComparison.Ordinal));

    foreach (string remark in score.FalseRemarks)
        Console.WriteLine("false:  " + remark.Replace(root + "/", "", StringComparison.Ordinal));

    return score.Precision >= LeastPrecision && score.Recall >= LeastRecall ? 0 : 1;
}
finally
{
    Directory.Delete(output, recursive: true);
}
