// The order in which the tests of a project run: a random one for each seed, of the classes and of the tests in each.
// It depends on nothing but the seed and the names, so neither on the folder of the repository nor on which tests are left
// out: what fails in an order fails again with the same seed. Seeds are the runner's: `dotnet X.Tests.dll :42`.

using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(Uk.Tests.RandomOrder))]
[assembly: TestCaseOrderer(typeof(Uk.Tests.RandomOrder))]

namespace Uk.Tests;

/// <summary>Orders collections, which are classes, and the cases of each.</summary>
internal sealed class RandomOrder : ITestCollectionOrderer, ITestCaseOrderer
{
    public IReadOnlyCollection<T> OrderTestCollections<T>(IReadOnlyCollection<T> collections)
        where T : ITestCollection => Order(Randomizer.Seed, collections, one => one.TestCollectionDisplayName);

    public IReadOnlyCollection<TCase> OrderTestCases<TCase>(IReadOnlyCollection<TCase> cases)
        where TCase : notnull, ITestCase => Order(Randomizer.Seed, cases, one => one.TestCaseDisplayName);

    internal static IReadOnlyCollection<T> Order<T>(int seed, IEnumerable<T> all, Func<T, string> name) =>
        [.. all.OrderBy(one => Place(seed, name(one))).ThenBy(name, StringComparer.Ordinal)];

    // By a hash, and not by shuffling: leaving tests out leaves the others in the order that they had.
    private static ulong Place(int seed, string name)
    {
        string text = string.Create(CultureInfo.InvariantCulture, $"{seed} {name}");
        return BinaryPrimitives.ReadUInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }
}
