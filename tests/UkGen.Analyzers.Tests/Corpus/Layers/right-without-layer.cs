using Uk.Net;

static class Case
{
    internal static bool Run(Ipv4Address address) => address.IsHost;
}
