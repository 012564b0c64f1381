extern "C" __attribute__((visibility("default"))) int ts_abi_version() { return 1; }
