// Which devices a driver is for: what its attributes say, and those of the libraries that it uses. Where a port can have
// several drivers, each also knows which devices are another's.

using System;
using System.Collections.Generic;
using System.Linq;

namespace UkGen.Composition;

internal sealed partial class Resolver
{
    /// <summary>By name. The model is complete when all drivers of the port are closed.</summary>
    private readonly SortedDictionary<string, (TypeNode Node, DeviceTableModel Model)> _tables = new(StringComparer.Ordinal);

    /// <summary>Stands for a table that cannot be written before all else that its driver uses is known.</summary>
    private static readonly TypeNode NoTable = new(NodeKind.Options, "", "", "", default, Initializes: false);

    private static bool IsTable(ContractModel contract) => contract.FullName == KnownTypes.IDeviceTable;

    private TypeNode Table(LibraryModel library, IEnumerable<TypeNode?> arguments)
    {
        string wanted = (_part?.Name ?? "") + library.Name + "Devices", name = wanted;
        for (int i = 2; _tables.ContainsKey(name); i++) name = wanted + ConstantParser.IntegerCode(i);
        IEnumerable<DeviceRowModel> own = library.Devices.Concat(arguments.SelectMany(Devices)).Distinct()
            .Select(device => new DeviceRowModel(device, library.Name, IsOwn: true));
        TypeNode node = new(NodeKind.Options, "{" + Namespace + "}" + name, name, "", default, Initializes: false);
        _tables.Add(name, (node, new DeviceTableModel(name, library.Name, _part?.Name ?? "", IsAlone: true, own.ToEquatableArray())));
        return node;
    }

    /// <summary>What the library and all behind it name, in that order.</summary>
    private IEnumerable<string> Devices(TypeNode? node)
    {
        if (node is null) return [];
        LibraryModel? library = _application.Libraries.FirstOrDefault(l => node.Kind == NodeKind.Library && l.Type == node.Name);
        return (library?.Devices ?? default).Concat(node.Arguments.SelectMany(Devices));
    }

    /// <summary>These serve together: what one is for is none of the others' business.</summary>
    private void TellTables(IReadOnlyList<TypeNode?> nodes)
    {
        foreach (TypeNode node in nodes.OfType<TypeNode>())
        {
            foreach (TypeNode table in node.Arguments.Where(a => _tables.ContainsKey(a.Stem) && _tables[a.Stem].Node == a))
            {
                DeviceTableModel model = _tables[table.Stem].Model;
                IEnumerable<DeviceRowModel> others = nodes.OfType<TypeNode>().Where(n => n != node)
                    .SelectMany(n => Devices(n).Distinct().Select(d => new DeviceRowModel(d, n.Stem, IsOwn: false)))
                    .Where(row => model.Rows.All(own => own.Device != row.Device));
                _tables[table.Stem] = (table, model with { IsAlone = false, Rows = model.Rows.Concat(others).ToEquatableArray() });
            }
        }
    }
}
