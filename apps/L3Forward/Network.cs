// Where packets go: the addresses of the router, its neighbours, its routes. To route another network, change this.

using Uk.EthDev;
using Uk.Net;

internal static class Network
{
    public static Ipv4Address WestAddress => new(10, 0, 1, 1);
    public static Ipv4Address EastAddress => new(10, 0, 2, 1);

    /// <summary>
    /// A neighbour is who a packet is handed to: a host, or the next router. Without a MAC address it is asked for it by ARP.
    /// A route goes to a neighbour; the longest prefix that covers an address decides.
    /// </summary>
    public static void Describe(ref Router router)
    {
        int westHost = router.AddNeighbour(Router.West, new(10, 0, 1, 2));
        int eastHost = router.AddNeighbour(Router.East, new(10, 0, 2, 2));
        int eastRouter = router.AddNeighbour(Router.East, new(10, 0, 2, 254), new MacAddress(0x0200_0A00_02FE));

        router.AddRoute(new(10, 0, 1, 2), 32, westHost);
        router.AddRoute(new(10, 0, 2, 2), 32, eastHost);
        router.AddRoute(new(192, 168, 0, 0), 16, eastRouter);
        router.AddRoute(new(192, 168, 1, 0), 24, westHost);
        router.AddRoute(new(192, 168, 1, 128), 25, eastHost);
    }
}
