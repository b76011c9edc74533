// A feature that is on or off, and is a condition in the runtime's code.

using System.Collections.Immutable;
using Uk.Tool.Plan;

namespace Uk.Tool.Features;

/// <param name="condition">The property of RuntimeFeatures.</param>
internal abstract class SwitchFeature(string condition) : ImageFeature
{
    public const string On = "true", Off = "false";

    public sealed override ImmutableArray<string> Values => [On, Off];

    public sealed override void AddTo(ImagePlan plan, string value)
    {
        plan.Condition(condition, value == On);
        if (value == On) AddWhenOn(plan);
        else AddWhenOff(plan);
    }

    protected virtual void AddWhenOn(ImagePlan plan)
    {
    }

    protected virtual void AddWhenOff(ImagePlan plan)
    {
    }

    protected static string OnWhere(bool isNeeded) => isNeeded ? On : Off;
}
