import { registeredVendors } from "../registered-vendors.ts";
import { againstPublishedSpec } from "./published-spec.ts";

for (const { bench } of await registeredVendors()) {
  if (bench?.publishedSpec) againstPublishedSpec(bench.publishedSpec, bench.contract);
}
