import { mohallaMartExport } from "./personal-data/mohallamart.ts";
import { mohallaMartPersonalData, tenOceanPersonalData } from "./personal-data/postgres.ts";
import { tenOceanExport } from "./personal-data/ten-ocean.ts";
import { erasedMohallaMart } from "./testing/erasure/mohallamart.ts";
import { erasedTenOcean } from "./testing/erasure/ten-ocean.ts";
import { exportContract } from "./testing/export/contract.ts";

await exportContract(
  { ...erasedMohallaMart, exported: mohallaMartExport, personalDataIn: mohallaMartPersonalData },
  erasedTenOcean,
);
await exportContract(
  { ...erasedTenOcean, exported: tenOceanExport, personalDataIn: tenOceanPersonalData },
  erasedMohallaMart,
);
