import { postgresGlobalSetup } from "@org/local-stack/vitest/postgres";
import { migrate } from "@org/stores/postgres";

/** Every test file starts from a copy of a migrated, empty database. */
export const setup = postgresGlobalSetup(migrate);
