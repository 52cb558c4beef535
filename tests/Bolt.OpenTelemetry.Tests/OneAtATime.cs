// Some tests count threads and memory of the process.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
