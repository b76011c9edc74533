/*
 * The other end of the link: asks a key-value server through port 0 as fast as its answers come, and prints how fast that
 * was. A closed loop: at most so many requests are under way.
 *
 * usage: kv_load EAL-options -- WINDOW BATCH KEYS SETS-PERCENT WARM-UP-MS MEASURED-MS
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <rte_arp.h>
#include <rte_cycles.h>
#include <rte_eal.h>
#include <rte_ethdev.h>
#include <rte_ip.h>
#include <rte_mbuf.h>
#include <rte_udp.h>

#include "kv_message.h"

#define BURST 32u
#define TEMPLATES 4096
#define IDS 65536
/* 32 buckets for each power of two of cycles. */
#define BUCKETS (64 * 32)

static const uint32_t own_address = RTE_IPV4(10, 10, 0, 1), server_address = RTE_IPV4(10, 10, 0, 3);
static const struct rte_ether_addr own_mac = {{2, 0, 0, 0, 0, 0x10}};
static struct rte_ether_addr server_mac;

static struct rte_mempool *pool;
static uint8_t *templates;
static uint32_t template_length, template_stride;
static uint64_t sent_at[IDS];
static uint64_t buckets[BUCKETS];
static uint64_t answered, wrong, lost;
static unsigned window, batch;
static double ns_per_cycle;

static uint64_t next_random(void)
{
	static uint64_t state = 88172645463325252ULL;
	state ^= state << 13;
	state ^= state >> 7;
	return state ^= state << 17;
}

static struct kv_header *message_of(uint8_t *frame)
{
	return (struct kv_header *)(frame + sizeof(struct rte_ether_hdr) + sizeof(struct rte_ipv4_hdr) + sizeof(struct rte_udp_hdr));
}

/* Templates that only set have every key in turn, so that each is there afterwards. */
static void write_template(unsigned number, unsigned key_count, unsigned sets_percent, int all_set)
{
	uint8_t *frame = templates + (size_t)number * template_stride;
	struct rte_ether_hdr *ethernet = (struct rte_ether_hdr *)frame;
	struct rte_ipv4_hdr *ip = (struct rte_ipv4_hdr *)(ethernet + 1);
	struct rte_udp_hdr *udp = (struct rte_udp_hdr *)(ip + 1);
	struct kv_header *message = message_of(frame);
	uint32_t payload = sizeof(*message) + batch * sizeof(struct kv_operation);

	memset(frame, 0, template_stride);
	ethernet->dst_addr = server_mac;
	ethernet->src_addr = own_mac;
	ethernet->ether_type = rte_cpu_to_be_16(RTE_ETHER_TYPE_IPV4);
	ip->version_ihl = 0x45;
	ip->total_length = rte_cpu_to_be_16(sizeof(*ip) + sizeof(*udp) + payload);
	ip->time_to_live = 64;
	ip->next_proto_id = IPPROTO_UDP;
	ip->src_addr = rte_cpu_to_be_32(own_address);
	ip->dst_addr = rte_cpu_to_be_32(server_address);
	ip->hdr_checksum = rte_ipv4_cksum(ip);
	udp->src_port = rte_cpu_to_be_16(40000);
	udp->dst_port = rte_cpu_to_be_16(KV_UDP_PORT);
	udp->dgram_len = rte_cpu_to_be_16(sizeof(*udp) + payload);
	message->type = KV_REQUEST;
	message->count = batch;
	struct kv_operation *operation = (struct kv_operation *)(message + 1);
	for (unsigned i = 0; i < batch; i++) {
		uint64_t key = (all_set ? number * batch + i : next_random()) % key_count + 1;
		int sets = all_set || next_random() % 100 < sets_percent;
		operation[i].code = sets ? KV_SET : KV_GET;
		operation[i].key.part[0] = key;
		if (sets)
			operation[i].value.part[0] = key;
	}
	udp->dgram_cksum = rte_ipv4_udptcp_cksum(ip, udp);
}

static void write_templates(unsigned key_count, unsigned sets_percent, int all_set)
{
	for (unsigned i = 0; i < TEMPLATES; i++)
		write_template(i, key_count, sets_percent, all_set);
}

/* RFC 1624, equation 3, for an identifier that was 0. */
static uint16_t adjust(uint16_t checksum, uint32_t id)
{
	uint32_t sum = (uint16_t)~checksum + (id & 0xFFFF) + (id >> 16);
	sum = (sum & 0xFFFF) + (sum >> 16);
	sum = (sum & 0xFFFF) + (sum >> 16);
	return sum == 0xFFFF ? 0xFFFF : (uint16_t)~sum;
}

static unsigned send_requests(unsigned count, uint32_t *next_id)
{
	struct rte_mbuf *burst[BURST];

	if (rte_pktmbuf_alloc_bulk(pool, burst, count) != 0)
		return 0;
	uint64_t now = rte_rdtsc();
	for (unsigned i = 0; i < count; i++) {
		uint32_t id = *next_id + i;
		uint8_t *frame = rte_pktmbuf_mtod(burst[i], uint8_t *);
		memcpy(frame, templates + (size_t)(id % TEMPLATES) * template_stride, template_length);
		struct rte_udp_hdr *udp = (struct rte_udp_hdr *)(frame + sizeof(struct rte_ether_hdr) + sizeof(struct rte_ipv4_hdr));
		message_of(frame)->request_id = id;
		udp->dgram_cksum = adjust(udp->dgram_cksum, id);
		burst[i]->data_len = burst[i]->pkt_len = template_length;
		sent_at[id % IDS] = now;
	}
	uint16_t sent = rte_eth_tx_burst(0, 0, burst, count);
	*next_id += sent;
	for (unsigned i = sent; i < count; i++)
		rte_pktmbuf_free(burst[i]);
	return sent;
}

static unsigned bucket_of(uint64_t cycles)
{
	if (cycles < 32)
		return cycles;
	unsigned power = 63 - __builtin_clzll(cycles);
	return (power - 4) * 32 + ((cycles >> (power - 5)) & 31);
}

/* In nanoseconds. */
static double percentile(double share)
{
	uint64_t seen = 0, total = 0;
	for (unsigned i = 0; i < BUCKETS; i++)
		total += buckets[i];
	for (unsigned i = 0; i < BUCKETS; i++) {
		seen += buckets[i];
		if (seen != 0 && seen >= (uint64_t)(share * total))
			return ns_per_cycle * (i < 32 ? i : (double)((32 + i % 32) * (1ULL << (i / 32 - 1))));
	}
	return 0;
}

/* Every operation was done, and every get found the value of its key. */
static int is_right(struct rte_mbuf *packet)
{
	if (packet->data_len != template_length)
		return 0;
	struct kv_header *message = message_of(rte_pktmbuf_mtod(packet, uint8_t *));
	struct kv_operation *operation = (struct kv_operation *)(message + 1);
	if (message->type != KV_RESPONSE || message->count != batch)
		return 0;
	for (unsigned i = 0; i < batch; i++)
		if (operation[i].status != KV_DONE || (operation[i].code == KV_GET && operation[i].value.part[0] != operation[i].key.part[0]))
			return 0;
	return 1;
}

static unsigned receive(void)
{
	struct rte_mbuf *burst[BURST];
	uint16_t count = rte_eth_rx_burst(0, 0, burst, BURST);
	uint64_t now = count == 0 ? 0 : rte_rdtsc();
	unsigned responses = 0;

	for (uint16_t i = 0; i < count; i++) {
		if (is_right(burst[i])) {
			uint32_t id = message_of(rte_pktmbuf_mtod(burst[i], uint8_t *))->request_id;
			buckets[bucket_of(now - sent_at[id % IDS])]++;
			responses++;
		} else {
			wrong++;
		}
		rte_pktmbuf_free(burst[i]);
	}
	answered += responses;
	return responses;
}

/* Keeps the window full for a time. Where nothing comes back for 20 ms, what is under way is lost. */
static void run(uint64_t ms, uint32_t *next_id)
{
	uint64_t hertz = rte_get_tsc_hz(), end = rte_rdtsc() + ms * hertz / 1000, last = rte_rdtsc();
	static unsigned under_way;

	while (rte_rdtsc() < end) {
		unsigned room = window - under_way;
		if (room >= BURST || (room != 0 && window < BURST))
			under_way += send_requests(RTE_MIN(room, BURST), next_id);
		unsigned got = receive();
		if (got != 0) {
			under_way -= RTE_MIN(got, under_way);
			last = rte_rdtsc();
		} else if (under_way != 0 && rte_rdtsc() - last > hertz / 50) {
			lost += under_way;
			under_way = 0;
			last = rte_rdtsc();
		}
	}
}

/* Asks for the server's MAC address until it answers. */
static void find_server(void)
{
	for (int attempt = 0; attempt < 2000; attempt++) {
		struct rte_mbuf *packet = rte_pktmbuf_alloc(pool);
		struct rte_ether_hdr *frame = rte_pktmbuf_mtod(packet, struct rte_ether_hdr *);
		struct rte_arp_hdr *arp = (struct rte_arp_hdr *)(frame + 1);
		memset(frame, 0, 60);
		memset(&frame->dst_addr, 0xFF, sizeof(frame->dst_addr));
		frame->src_addr = own_mac;
		frame->ether_type = rte_cpu_to_be_16(RTE_ETHER_TYPE_ARP);
		arp->arp_hardware = rte_cpu_to_be_16(RTE_ARP_HRD_ETHER);
		arp->arp_protocol = rte_cpu_to_be_16(RTE_ETHER_TYPE_IPV4);
		arp->arp_hlen = 6;
		arp->arp_plen = 4;
		arp->arp_opcode = rte_cpu_to_be_16(RTE_ARP_OP_REQUEST);
		arp->arp_data.arp_sha = own_mac;
		arp->arp_data.arp_sip = rte_cpu_to_be_32(own_address);
		arp->arp_data.arp_tip = rte_cpu_to_be_32(server_address);
		packet->data_len = packet->pkt_len = 60;
		if (rte_eth_tx_burst(0, 0, &packet, 1) == 0)
			rte_pktmbuf_free(packet);
		rte_delay_ms(10);
		struct rte_mbuf *burst[BURST];
		uint16_t count = rte_eth_rx_burst(0, 0, burst, BURST);
		int found = 0;
		for (uint16_t i = 0; i < count; i++) {
			struct rte_ether_hdr *reply = rte_pktmbuf_mtod(burst[i], struct rte_ether_hdr *);
			struct rte_arp_hdr *said = (struct rte_arp_hdr *)(reply + 1);
			if (reply->ether_type == rte_cpu_to_be_16(RTE_ETHER_TYPE_ARP) && said->arp_data.arp_sip == rte_cpu_to_be_32(server_address)) {
				server_mac = said->arp_data.arp_sha;
				found = 1;
			}
			rte_pktmbuf_free(burst[i]);
		}
		if (found)
			return;
	}
	rte_exit(EXIT_FAILURE, "nobody answers for 10.10.0.3\n");
}

int main(int argc, char **argv)
{
	int used = rte_eal_init(argc, argv);
	if (used < 0 || argc - used != 7)
		rte_exit(EXIT_FAILURE, "usage: kv_load EAL-options -- WINDOW BATCH KEYS SETS-PERCENT WARM-UP-MS MEASURED-MS\n");
	char **own = argv + used + 1;
	window = atoi(own[0]);
	batch = atoi(own[1]);
	unsigned key_count = atoi(own[2]), sets_percent = atoi(own[3]), warm_up_ms = atoi(own[4]), measured_ms = atoi(own[5]);
	if (window == 0 || window > 4096 || batch == 0 || batch > KV_OPERATIONS_MAX || key_count == 0 || key_count > TEMPLATES)
		rte_exit(EXIT_FAILURE, "WINDOW is 1 to 4096, BATCH 1 to %d, KEYS 1 to %d\n", KV_OPERATIONS_MAX, TEMPLATES);
	ns_per_cycle = 1e9 / rte_get_tsc_hz();

	pool = rte_pktmbuf_pool_create("packets", 8191, 256, 0, RTE_MBUF_DEFAULT_BUF_SIZE, SOCKET_ID_ANY);
	struct rte_eth_conf configuration = {0};
	if (pool == NULL || rte_eth_dev_configure(0, 1, 1, &configuration) != 0
		|| rte_eth_rx_queue_setup(0, 0, 256, SOCKET_ID_ANY, NULL, pool) != 0
		|| rte_eth_tx_queue_setup(0, 0, 256, SOCKET_ID_ANY, NULL) != 0 || rte_eth_dev_start(0) != 0)
		rte_exit(EXIT_FAILURE, "port 0 cannot be started\n");
	printf("kv_load: ready\n");
	fflush(stdout);
	find_server();

	template_length = sizeof(struct rte_ether_hdr) + sizeof(struct rte_ipv4_hdr) + sizeof(struct rte_udp_hdr)
		+ sizeof(struct kv_header) + batch * sizeof(struct kv_operation);
	template_stride = RTE_ALIGN(template_length, 64u);
	templates = aligned_alloc(64, (size_t)TEMPLATES * template_stride);
	if (templates == NULL)
		rte_exit(EXIT_FAILURE, "no memory for the requests\n");

	uint32_t next_id = 0;
	write_templates(key_count, sets_percent, 1);
	run(warm_up_ms / 2, &next_id);
	write_templates(key_count, sets_percent, 0);
	run(warm_up_ms / 2, &next_id);
	answered = wrong = lost = 0;
	memset(buckets, 0, sizeof(buckets));
	uint64_t start = rte_rdtsc();
	run(measured_ms, &next_id);
	double seconds = (double)(rte_rdtsc() - start) / rte_get_tsc_hz();
	printf("kv_load: requests_per_second %.0f median_ns %.0f p99_ns %.0f p999_ns %.0f answered %lu lost %lu wrong %lu\n",
		answered / seconds, percentile(0.5), percentile(0.99), percentile(0.999), answered, lost, wrong);
	fflush(stdout);
	return 0;
}
