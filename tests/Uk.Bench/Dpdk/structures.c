// The structures of DPDK, timed as tests/images/StructureBench times ours: the same operations on the same numbers. A part
// of the benchmark, compiled when it runs, and of nothing else.

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <rte_eal.h>
#include <rte_errno.h>
#include <rte_hash.h>
#include <rte_lpm.h>
#include <rte_mbuf.h>
#include <rte_ring.h>

#define BURST 32
#define SAMPLES 7
#define KEYS 50000
#define ROUTES 10000
#define LOOKUPS (1 << 16)

struct key { uint64_t low, high; };

static uint64_t random_state;

static uint32_t next(void)
{
    random_state = random_state * 6364136223846793005ULL + 1442695040888963407ULL;
    return (uint32_t)(random_state >> 32);
}

static uint64_t now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (uint64_t)t.tv_sec * 1000000000ULL + (uint64_t)t.tv_nsec;
}

static void print(const char *name, uint64_t ns, uint64_t operations, uint64_t result)
{
    printf("%s %.3f %lu\n", name, (double)ns / (double)operations, result);
    fflush(stdout);
}

static void *require(void *made, const char *what)
{
    if (made == NULL) rte_exit(1, "no %s: %s\n", what, rte_strerror(rte_errno));
    return made;
}

#define BEST(best, statement) do { \
    best = UINT64_MAX; \
    for (int sample = 0; sample < SAMPLES; sample++) { \
        uint64_t start = now(); statement; \
        uint64_t took = now() - start; if (took < best) best = took; \
    } } while (0)

static void ring_bulk(const char *name, unsigned flags)
{
    const int rounds = 200000;
    struct rte_ring *ring = require(rte_ring_create(name, 1024, SOCKET_ID_ANY, flags), "ring");
    void *burst[BURST];
    uint64_t sum = 0, best;
    for (uintptr_t i = 0; i < BURST; i++) burst[i] = (void *)i;
    BEST(best, for (int round = 0; round < rounds; round++) {
        rte_ring_enqueue_bulk(ring, burst, BURST, NULL);
        rte_ring_dequeue_bulk(ring, burst, BURST, NULL);
        sum += (uintptr_t)burst[BURST - 1];
    });
    print(name, best, (uint64_t)rounds * BURST, sum);
}

static void ring_one(const char *name)
{
    const int rounds = 1000000;
    struct rte_ring *ring = require(rte_ring_create(name, 1024, SOCKET_ID_ANY, 0), "ring");
    uint64_t sum = 0, best;
    BEST(best, for (uintptr_t round = 0; round < (uintptr_t)rounds; round++) {
        void *entry = NULL;
        rte_ring_enqueue(ring, (void *)round);
        rte_ring_dequeue(ring, &entry);
        sum += (uintptr_t)entry;
    });
    print(name, best, rounds, sum);
}

static void pool(const char *name)
{
    const int rounds = 200000;
    struct rte_mempool *pool = require(
        rte_pktmbuf_pool_create("packets", 2047, 256, 0, RTE_MBUF_DEFAULT_BUF_SIZE, SOCKET_ID_ANY), "mempool");
    struct rte_mbuf *burst[BURST];
    uint64_t sum = 0, best;
    BEST(best, for (int round = 0; round < rounds; round++) {
        if (rte_pktmbuf_alloc_bulk(pool, burst, BURST) != 0) abort();
        sum += rte_pktmbuf_headroom(burst[7]);
        rte_pktmbuf_free_bulk(burst, BURST);
    });
    print(name, best, (uint64_t)rounds * BURST, sum);
}

static void hashes(void)
{
    struct rte_hash_parameters parameters = { .name = "table", .entries = 65536, .key_len = sizeof(struct key) };
    struct rte_hash *table = require(rte_hash_create(&parameters), "hash table");
    struct key *keys = malloc(KEYS * sizeof(struct key)), *asked = malloc(LOOKUPS * sizeof(struct key));
    uint64_t sum = 0, best, start;
    random_state = 1;
    for (int i = 0; i < KEYS; i++) { keys[i].low = next(); keys[i].high = next(); }
    start = now();
    for (uintptr_t i = 0; i < KEYS; i++) rte_hash_add_key_data(table, &keys[i], (void *)i);
    print("hash.add", now() - start, KEYS, rte_hash_count(table));

    for (int i = 0; i < LOOKUPS; i++) {
        asked[i] = keys[next() % KEYS];
        if (i % 8 == 0) asked[i].high ^= 1ULL << 63;
    }
    BEST(best, for (int i = 0; i < LOOKUPS; i++) {
        void *value;
        if (rte_hash_lookup_data(table, &asked[i], &value) >= 0) sum += (uintptr_t)value;
    });
    print("hash.lookup", best, LOOKUPS, sum);

    sum = 0;
    BEST(best, for (int i = 0; i < LOOKUPS; i += BURST) {
        const void *pointers[BURST];
        void *values[BURST];
        uint64_t hits;
        for (int k = 0; k < BURST; k++) pointers[k] = &asked[i + k];
        rte_hash_lookup_bulk_data(table, pointers, BURST, &hits, values);
        for (int k = 0; k < BURST; k++) if (hits >> k & 1) sum += (uintptr_t)values[k];
    });
    print("hash.lookup_bulk32", best, LOOKUPS, sum);
}

static void lookup(void)
{
    struct rte_lpm_config config = { .max_rules = 2 * ROUTES, .number_tbl8s = 2048 };
    struct rte_lpm *routes = require(rte_lpm_create("routes", SOCKET_ID_ANY, &config), "routes");
    uint32_t *addresses = malloc(LOOKUPS * sizeof(uint32_t));
    uint64_t sum = 0, best;
    random_state = 2;
    for (uint32_t i = 0; i < ROUTES; i++) {
        uint32_t address = next();
        uint8_t length = (uint8_t)(16 + next() % 9 + (i % 10 == 0 ? 6 : 0));
        rte_lpm_add(routes, address, length, i & 0xFFFF);
    }
    for (int i = 0; i < LOOKUPS; i++) addresses[i] = next();
    BEST(best, for (int i = 0; i < LOOKUPS; i++) {
        uint32_t hop;
        if (rte_lpm_lookup(routes, addresses[i], &hop) == 0) sum += hop;
    });
    print("lpm.lookup", best, LOOKUPS, sum);

    sum = 0;
    BEST(best, for (int i = 0; i < LOOKUPS; i += BURST) {
        uint32_t hops[BURST];
        rte_lpm_lookup_bulk(routes, &addresses[i], hops, BURST);
        for (int k = 0; k < BURST; k++) if (hops[k] & RTE_LPM_LOOKUP_SUCCESS) sum += hops[k] & 0x00FFFFFF;
    });
    print("lpm.lookup_bulk32", best, LOOKUPS, sum);
}

int main(int argc, char **argv)
{
    if (rte_eal_init(argc, argv) < 0) return 1;
    ring_bulk("ring.sp_sc.bulk32", RING_F_SP_ENQ | RING_F_SC_DEQ);
    ring_bulk("ring.mp_mc.bulk32", 0);
    ring_one("ring.mp_mc.single");
    pool("mempool.bulk32");
    hashes();
    lookup();
    return rte_eal_cleanup();
}
