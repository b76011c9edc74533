// Divides an area into rectangles in proportion to weights, each as near to a square as may be: the squarified treemap of
// Bruls, Huizing and van Wijk (2000). Written here because no charting package of .NET's registry has one: those that do
// are scripts (ECharts, d3-hierarchy) from a registry that a .NET build has no client for, the former with a megabyte in
// every report. A picture that is laid out here needs no script at all.

using System;
using System.Collections.Generic;
using System.Linq;

namespace Uk.Tool.Report.Html;

internal readonly record struct Area(double X, double Y, double Width, double Height)
{
    public double Shorter => Math.Min(Width, Height);

    /// <summary>Without a margin; of no extent where there is not room for it.</summary>
    public Area Inside(double left, double top, double right, double bottom) =>
        new(X + left, Y + top, Math.Max(0, Width - left - right), Math.Max(0, Height - top - bottom));
}

internal static class Treemap
{
    /// <summary>A place for each item whose weight is positive, the heaviest first.</summary>
    public static List<(T Item, Area Area)> Layout<T>(IEnumerable<T> items, Func<T, double> weight, Area area)
    {
        List<(T Item, double Weight)> left = [.. items.Select(item => (item, weight(item))).Where(pair => pair.Item2 > 0).OrderByDescending(pair => pair.Item2)];
        var placed = new List<(T, Area)>(left.Count);
        double total = left.Sum(pair => pair.Weight);
        if (total <= 0 || area.Width <= 0 || area.Height <= 0) return placed;
        double scale = area.Width * area.Height / total;
        for (int first = 0; first < left.Count;)
        {
            int count = RowLength(left, first, area.Shorter, scale);
            area = PlaceRow(left.GetRange(first, count), area, scale, placed);
            first += count;
        }
        return placed;
    }

    /// <summary>As many items as make the row's worst ratio of sides better, or leave it.</summary>
    private static int RowLength<T>(List<(T Item, double Weight)> items, int first, double side, double scale)
    {
        double sum = 0, largest = items[first].Weight * scale, worst = double.PositiveInfinity;
        int count = 0;
        for (int i = first; i < items.Count; i++)
        {
            double smallest = items[i].Weight * scale;
            double next = sum + smallest;
            double ratio = Math.Max(side * side * largest / (next * next), next * next / (side * side * smallest));
            if (ratio > worst) break;
            worst = ratio;
            sum = next;
            count++;
        }
        return Math.Max(1, count);
    }

    /// <summary>Along the shorter side; returns what is left of the area.</summary>
    private static Area PlaceRow<T>(List<(T Item, double Weight)> row, Area area, double scale, List<(T, Area)> placed)
    {
        double sum = row.Sum(pair => pair.Weight) * scale;
        bool isColumn = area.Width >= area.Height;
        double thickness = isColumn ? sum / area.Height : sum / area.Width;
        double at = 0;
        foreach ((T item, double weight) in row)
        {
            double length = weight * scale / thickness;
            placed.Add((item, isColumn
                ? new Area(area.X, area.Y + at, thickness, length)
                : new Area(area.X + at, area.Y, length, thickness)));
            at += length;
        }
        return isColumn ? area.Inside(thickness, 0, 0, 0) : area.Inside(0, thickness, 0, 0);
    }
}
