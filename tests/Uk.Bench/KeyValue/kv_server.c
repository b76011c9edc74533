/*
 * What apps/KeyValue does, in C on DPDK: the same protocol, the same checks, a hash table of the same size. The counterpart
 * of a measurement, not an example of anything.
 */
#define ALLOW_EXPERIMENTAL_API
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <rte_arp.h>
#include <rte_cycles.h>
#include <rte_eal.h>
#include <rte_ethdev.h>
#include <rte_hash.h>
#include <rte_hash_crc.h>
#include <rte_ip.h>
#include <rte_mbuf.h>
#include <rte_udp.h>

#include "kv_message.h"

#define BURST 32u
#define KEYS 65536

static const uint32_t own_address = RTE_IPV4(10, 10, 0, 3);
static struct rte_ether_addr own_mac;
static struct rte_hash *keys;
static struct kv_value *values;
static volatile sig_atomic_t ended;

static void on_signal(int signal)
{
	(void)signal;
	ended = 1;
}

static void execute(struct kv_operation *operation)
{
	struct kv_key key = operation->key;
	int32_t place;

	switch (operation->code) {
	case KV_GET:
		place = rte_hash_lookup(keys, &key);
		operation->status = place < 0 ? KV_NOT_FOUND : KV_DONE;
		if (place < 0)
			memset(&operation->value, 0, sizeof(operation->value));
		else
			operation->value = values[place];
		break;
	case KV_SET:
		place = rte_hash_add_key(keys, &key);
		operation->status = place < 0 ? KV_FULL : KV_DONE;
		if (place >= 0)
			values[place] = operation->value;
		break;
	default:
		operation->status = rte_hash_del_key(keys, &key) < 0 ? KV_NOT_FOUND : KV_DONE;
		break;
	}
}

static int is_request(const struct kv_header *header, uint32_t length)
{
	if (length < sizeof(*header) || header->type != KV_REQUEST)
		return 0;
	if (header->count == 0 || header->count > KV_OPERATIONS_MAX)
		return 0;
	if (length != sizeof(*header) + header->count * sizeof(struct kv_operation))
		return 0;
	const struct kv_operation *operation = (const struct kv_operation *)(header + 1);
	for (int i = 0; i < header->count; i++)
		if (operation[i].code < KV_GET || operation[i].code > KV_DELETE)
			return 0;
	return 1;
}

static int is_host(uint32_t address)
{
	uint32_t first = address >> 24;
	return first > 0 && first < 224 && first != 127;
}

static int answer_arp(struct rte_mbuf *packet, struct rte_ether_hdr *frame)
{
	struct rte_arp_hdr *arp = (struct rte_arp_hdr *)(frame + 1);

	if (packet->data_len < sizeof(*frame) + sizeof(*arp))
		return 0;
	if (arp->arp_opcode != rte_cpu_to_be_16(RTE_ARP_OP_REQUEST) || arp->arp_data.arp_tip != rte_cpu_to_be_32(own_address))
		return 0;
	arp->arp_opcode = rte_cpu_to_be_16(RTE_ARP_OP_REPLY);
	arp->arp_data.arp_tha = arp->arp_data.arp_sha;
	arp->arp_data.arp_tip = arp->arp_data.arp_sip;
	arp->arp_data.arp_sha = own_mac;
	arp->arp_data.arp_sip = rte_cpu_to_be_32(own_address);
	frame->dst_addr = frame->src_addr;
	frame->src_addr = own_mac;
	return 1;
}

static int answer(struct rte_mbuf *packet)
{
	struct rte_ether_hdr *frame = rte_pktmbuf_mtod(packet, struct rte_ether_hdr *);
	uint32_t room = packet->data_len - sizeof(*frame);

	if (packet->data_len < sizeof(*frame) || (frame->src_addr.addr_bytes[0] & 1))
		return 0;
	if (frame->ether_type == rte_cpu_to_be_16(RTE_ETHER_TYPE_ARP))
		return answer_arp(packet, frame);
	if (!rte_is_same_ether_addr(&frame->dst_addr, &own_mac) || frame->ether_type != rte_cpu_to_be_16(RTE_ETHER_TYPE_IPV4))
		return 0;

	struct rte_ipv4_hdr *ip = (struct rte_ipv4_hdr *)(frame + 1);
	if (room < sizeof(*ip) || ip->version_ihl >> 4 != 4)
		return 0;
	uint32_t header = rte_ipv4_hdr_len(ip), total = rte_be_to_cpu_16(ip->total_length);
	if (header < sizeof(*ip) || total < header || total > room || rte_raw_cksum(ip, header) != 0xFFFF)
		return 0;
	uint32_t source = rte_be_to_cpu_32(ip->src_addr);
	if (ip->dst_addr != rte_cpu_to_be_32(own_address) || !is_host(source) || source == own_address)
		return 0;
	if (ip->next_proto_id != IPPROTO_UDP || (ip->fragment_offset & rte_cpu_to_be_16(0x3FFF)))
		return 0;

	struct rte_udp_hdr *udp = (struct rte_udp_hdr *)((uint8_t *)ip + header);
	uint32_t length = total - header;
	if (length < sizeof(*udp) || rte_be_to_cpu_16(udp->dgram_len) < sizeof(*udp) || rte_be_to_cpu_16(udp->dgram_len) > length)
		return 0;
	length = rte_be_to_cpu_16(udp->dgram_len);
	if (udp->dgram_cksum != 0 && rte_ipv4_udptcp_cksum_verify(ip, udp) != 0)
		return 0;
	if (udp->dst_port != rte_cpu_to_be_16(KV_UDP_PORT) || udp->src_port == 0)
		return 0;

	struct kv_header *message = (struct kv_header *)(udp + 1);
	if (!is_request(message, length - sizeof(*udp)))
		return 0;
	struct kv_operation *operation = (struct kv_operation *)(message + 1);
	for (int i = 0; i < message->count; i++)
		execute(&operation[i]);

	message->type = KV_RESPONSE;
	uint16_t port = udp->src_port;
	udp->src_port = udp->dst_port;
	udp->dst_port = port;
	uint32_t address = ip->src_addr;
	ip->src_addr = ip->dst_addr;
	ip->dst_addr = address;
	ip->time_to_live = 64;
	ip->fragment_offset = 0;
	ip->hdr_checksum = 0;
	ip->hdr_checksum = rte_ipv4_cksum(ip);
	if (udp->dgram_cksum != 0) {
		udp->dgram_cksum = 0;
		udp->dgram_cksum = rte_ipv4_udptcp_cksum(ip, udp);
	}
	frame->dst_addr = frame->src_addr;
	frame->src_addr = own_mac;
	packet->data_len = packet->pkt_len = sizeof(*frame) + total;
	return 1;
}

static void serve(uint16_t port)
{
	struct rte_mbuf *burst[BURST];

	while (!ended) {
		uint16_t count = rte_eth_rx_burst(port, 0, burst, BURST);
		if (count == 0)
			continue;
		uint16_t answers = 0;
		for (uint16_t i = 0; i < count; i++) {
			if (answer(burst[i]))
				burst[answers++] = burst[i];
			else
				rte_pktmbuf_free(burst[i]);
		}
		uint16_t sent = rte_eth_tx_burst(port, 0, burst, answers);
		for (; sent < answers; sent++)
			rte_pktmbuf_free(burst[sent]);
	}
}

int main(int argc, char **argv)
{
	if (rte_eal_init(argc, argv) < 0)
		rte_exit(EXIT_FAILURE, "the environment cannot be set up\n");
	signal(SIGTERM, on_signal);
	signal(SIGINT, on_signal);

	struct rte_mempool *pool = rte_pktmbuf_pool_create("packets", 1023, 64, 0, RTE_MBUF_DEFAULT_BUF_SIZE, SOCKET_ID_ANY);
	struct rte_eth_conf configuration = {0};
	if (pool == NULL || rte_eth_dev_configure(0, 1, 1, &configuration) != 0
		|| rte_eth_rx_queue_setup(0, 0, 256, SOCKET_ID_ANY, NULL, pool) != 0
		|| rte_eth_tx_queue_setup(0, 0, 256, SOCKET_ID_ANY, NULL) != 0 || rte_eth_dev_start(0) != 0)
		rte_exit(EXIT_FAILURE, "port 0 cannot be started\n");
	rte_eth_macaddr_get(0, &own_mac);

	struct rte_hash_parameters parameters = {
		.name = "keys",
		.entries = KEYS,
		.key_len = sizeof(struct kv_key),
		.hash_func = rte_hash_crc,
		.socket_id = SOCKET_ID_ANY,
	};
	keys = rte_hash_create(&parameters);
	values = calloc(KEYS + 1, sizeof(*values));
	if (keys == NULL || values == NULL)
		rte_exit(EXIT_FAILURE, "no memory for %d keys\n", KEYS);
	printf("kv_server: serving\n");
	fflush(stdout);
	serve(0);
	return 0;
}
