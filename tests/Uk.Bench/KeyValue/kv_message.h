/* The protocol of apps/KeyValue, as its README describes it. For the peers that it is measured with. */
#pragma once

#include <stdint.h>

#define KV_UDP_PORT 11411
#define KV_REQUEST 0x01
#define KV_RESPONSE 0x81
#define KV_OPERATIONS_MAX 26

enum { KV_GET = 1, KV_SET = 2, KV_DELETE = 3 };
enum { KV_DONE = 0, KV_NOT_FOUND = 1, KV_FULL = 2 };

struct kv_key {
	uint64_t part[2];
};

struct kv_value {
	uint64_t part[4];
};

struct kv_operation {
	uint8_t code;
	uint8_t status;
	uint16_t tag;
	uint32_t reserved;
	struct kv_key key;
	struct kv_value value;
} __attribute__((packed));

struct kv_header {
	uint8_t type;
	uint8_t count;
	uint16_t reserved;
	uint32_t request_id;
} __attribute__((packed));
