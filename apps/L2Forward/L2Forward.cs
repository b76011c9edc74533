// What both forms of the application are made of. The loop of one port is in MacSwap.cs, that of two in PortToPort.cs.

using Uk;
using Uk.EthDev;
using Uk.Memory;
using Uk.Mempool;

// 1023 mbufs take 2.2 MiB: rings of 256, bursts at work and what is on its way out. In huge pages where there are any.
[MemoryRegion(Size = 4 * Size.MiB, PageSize = PageSize.TwoMegabytes)]
partial struct PacketMemory;

[Mempool<PacketMemory>(Mbufs = 1023)]
partial struct Packets;

[Port(0, RxDescriptors = 256, TxDescriptors = 256), Uses<Packets>]
partial struct Wan;
