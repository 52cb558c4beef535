// Thread and process state of the other systems, and pages that are written when rows are accepted.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
