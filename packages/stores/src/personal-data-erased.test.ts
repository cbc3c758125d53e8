import { erasureContract } from "./testing/erasure/contract.ts";
import { erasedMohallaMart } from "./testing/erasure/mohallamart.ts";
import { erasedTenOcean } from "./testing/erasure/ten-ocean.ts";

await erasureContract(erasedMohallaMart, erasedTenOcean);
await erasureContract(erasedTenOcean, erasedMohallaMart);
