// The libraries keep their state in static fields, as in an image: one test at a time.

using Xunit;

[assembly: CollectionBehavior(DisableTestParallelization = true)]
